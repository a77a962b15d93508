"""Spellings that may stand for the same name: ``알리바바`` and ``알라비바``, ``코리아페이`` and ``코리안페이``.

Two forms are close where few letters (jamo, not syllables) have to be changed, left out, added or swapped with their
neighbour (Damerau 1964, restricted to one edit a place): one in words of five letters and more, two from eight on.
Pairs are found by the letters that both keep when up to two are left out (Garbe 2012, *SymSpell*), so that a long list
need not be compared each with each.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import combinations

from translate.glossary.text import fold

__all__ = ["close", "distance", "pairs"]

ONE, TWO = 5, 8
"""Letters from which one and two edits are allowed."""
LONGEST = 40
"""Letters above which a form is a phrase, and is compared with nothing."""


def distance(left: str, right: str) -> int:
    """Edits between two sequences of letters (optimal string alignment)."""
    before: list[int] = []
    last = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        row = [i]
        for j, b in enumerate(right, 1):
            best = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                best = min(best, before[j - 2] + 1)
            row.append(best)
        before, last = last, row
    return last[-1]


def close(left: str, right: str) -> bool:
    """True where two different forms may be spellings of one name; spaces and case make no difference."""
    a, b = _letters(left), _letters(right)
    return a != b and 0 < distance(a, b) <= _allowed(min(len(a), len(b)))


def pairs(forms: Iterable[str]) -> Iterator[tuple[str, str]]:
    """All close pairs, both members in the order of ``forms``; each pair once."""
    listed = list(dict.fromkeys(forms))
    buckets: dict[str, list[int]] = {}
    for place, form in enumerate(listed):
        for rest in _rests(_letters(form)):
            buckets.setdefault(rest, []).append(place)
    found = {pair for places in buckets.values() for pair in combinations(places, 2)}
    for first, second in sorted(found):
        if close(listed[first], listed[second]):
            yield listed[first], listed[second]


def _letters(form: str) -> str:
    return unicodedata.normalize("NFD", fold(form))


def _allowed(size: int) -> int:
    return (size >= ONE) + (size >= TWO)


def _rests(letters: str) -> set[str]:
    """What is left of ``letters`` without up to as many of them as may differ."""
    if len(letters) > LONGEST:
        return set()
    return {
        "".join(letters[place] for place in kept)
        for out in range(_allowed(len(letters)) + 1)
        for kept in combinations(range(len(letters)), len(letters) - out)
    }
