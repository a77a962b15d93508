"""Where in a translation a span of its source went, from what each piece of the translation owes to the span."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from translate.engine.base import Gain

__all__ = ["place", "words"]

LEAST = 1.0
"""Gain (nats) below which a word owes nothing in particular to the span."""
SHARE = {"en": 0.4, "zh": 0.3}
"""Of the greatest gain: what a neighbouring word must have to belong to the same rendering."""
NAME = 0.1
"""The same between words with capitals: the second part of a name follows from the first."""

_WORD = {
    "en": re.compile(r"[^\W_](?:[\w&’'-]*[^\W_])?"),
    "zh": re.compile(r"[\u3400-\u9fff\uf900-\ufaff]|[0-9A-Za-z\u00c0-\u024f]+"),
}
_ARTICLES = ("a", "an", "the")
_POSSESSIVE = re.compile(r"['’]s$")
_TOGETHER = {"en": re.compile(r"[ \u00a0-]"), "zh": re.compile(r"[ ·]?")}


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    gain: float
    capital: bool


def place(text: str, gains: Sequence[Gain], language: str) -> tuple[int, int] | None:
    """Start and end of the words that render the span: the one that owes it most, and the neighbours that owe it too.

    Args:
        text: A translation.
        gains: Of its pieces, as :class:`translate.engine.base.Aligner` gives them.
        language: Of the text.

    Returns:
        None where no word owes enough to the span.
    """
    found = [_Word(start, end, _owed(gains, start, end), text[start].isupper()) for start, end in words(text, language)]
    if not found:
        return None
    top = max(range(len(found)), key=lambda number: found[number].gain)
    peak = found[top].gain
    if peak < LEAST:
        return None
    first = last = top
    while first and _belongs(text, found[first - 1], found[first], found[first - 1], peak, language):
        first -= 1
    while last + 1 < len(found) and _belongs(text, found[last], found[last + 1], found[last + 1], peak, language):
        last += 1
    return found[first].start, found[last].end


def words(text: str, language: str) -> list[tuple[int, int]]:
    """Start and end of each word: English ones without articles and possessives, single Han characters."""
    found: list[tuple[int, int]] = []
    for match in _WORD[language].finditer(text):
        start, end = match.span()
        if language == "en" and (possessive := _POSSESSIVE.search(match.group())):
            end -= len(possessive.group())
        # articles belong to the sentence; numbers and signs are no rendering of a word
        if match.group().lower() not in _ARTICLES and any(map(str.isalpha, match.group())):
            found.append((start, end))
    return found


def _belongs(text: str, left: _Word, right: _Word, new: _Word, peak: float, language: str) -> bool:
    """True where ``new``, one of two neighbours, is part of the rendering that the other belongs to."""
    if not _TOGETHER[language].fullmatch(text, left.end, right.start):
        return False
    return new.gain >= (NAME if left.capital and right.capital else SHARE[language]) * peak


def _owed(gains: Sequence[Gain], start: int, end: int) -> float:
    return max((one.gain for one in gains if one.start < end and start < one.end), default=0.0)
