"""Where candidates stand in the texts: wherever they are spelled, the longest first, nothing for two of them.

The analysis that found them is asked again, now only for the limits of words: it may have taken ``작은 거인`` apart
in one place and known it as a name in another. A place counts where a morpheme begins and one ends, or no letter goes
on; a particle of one syllable may hang on, as the analyser leaves them at words that it does not know. Spaces are free
in Hangul, if no part is a single syllable; Latin words are as they are written, but for the case.
"""

from collections.abc import Iterable, Mapping, Sequence

from translate.extraction.nouns import Token
from translate.extraction.words import PARTICLES
from translate.glossary.text import fold, folded, is_latin, is_syllable

__all__ = ["Index", "find", "index"]

Index = Mapping[str, Mapping[int, Mapping[str, str]]]
"""The first two folded characters → length → folded form → form."""


def index(forms: Iterable[str]) -> Index:
    """Forms made ready for :func:`find`; of forms that differ in spaces only, the first counts."""
    made: dict[str, dict[int, dict[str, str]]] = {}
    for form in forms:
        key = fold(form)
        made.setdefault(key[:2], {}).setdefault(len(key), {}).setdefault(key, form)
    return made


def find(
    text: str, tokens: Sequence[Token], forms: Index, taken: Iterable[tuple[int, int]] = ()
) -> list[tuple[int, int, str]]:
    """``(start, end, form)`` of all places, from left to right, without overlap.

    Args:
        text: A segment.
        tokens: Its morphemes.
        forms: What to look for.
        taken: Spans in which nothing is looked for.
    """
    view = folded(text)
    found: list[tuple[int, int, str]] = []
    for first, place in enumerate(view.places):
        for size, listed in forms.get(view.text[first : first + 2], {}).items():
            form = listed.get(view.text[first : first + size])
            if form:
                found.append((place, view.places[first + size - 1] + 1, form))
    if not found:
        return []
    starts, ends = {token.start for token in tokens}, {token.end for token in tokens}
    busy = bytearray(len(text))
    for start, end in taken:
        busy[start:end] = b"\1" * (end - start)
    kept = []
    for start, end, form in sorted(found, key=lambda one: (-len(fold(one[2])), one[0])):
        limits = _begins(text, start, starts) and _ends(text, end, ends)
        if limits and not any(busy[start:end]) and _spelled(text[start:end], form):
            busy[start:end] = b"\1" * (end - start)
            kept.append((start, end, form))
    return sorted(kept)


def _begins(text: str, start: int, starts: set[int]) -> bool:
    return start == 0 or not _joined(text[start - 1], text[start], start in starts)


def _ends(text: str, end: int, ends: set[int]) -> bool:
    if end == len(text) or (text[end] in PARTICLES and end + 1 in ends):
        return True
    return not _joined(text[end - 1], text[end], end in ends)


def _joined(left: str, right: str, limit: bool) -> bool:
    """True where two characters belong to one word; ``limit`` where the analyser sees a limit of morphemes there."""
    if is_latin(left) and is_latin(right):
        return True
    return not limit and all(is_syllable(char) or is_latin(char) for char in (left, right))


def _spelled(written: str, form: str) -> bool:
    """True where the spaces are those of the form, or free; a line end is no space inside a name."""
    if written.lower() == form.lower():
        return True
    words = written.split(" ")
    if any(any(map(str.isspace, word)) for word in words):
        return False
    latin = any(map(is_latin, form)) and (" " in form or " " in written)
    return not latin and (len(words) == 1 or all(len(word) > 1 for word in words))
