"""Cutting a source that is too long for a model, at the places where it hurts least."""

import re
from collections.abc import Callable, Sequence

__all__ = ["cut"]

# From the best place to the worst: behind a sentence, behind a clause or a bracket, between words.
_PLACES = (
    re.compile(r"(?<=[.?!。？！…”’」』])\s+"),
    re.compile(r"(?<=[,，、;；:：)）\]])\s+|(?<=[고며서면데만니나지])\s+"),
    re.compile(r"\s+"),
)
_CHARACTERS = 400
"""A piece is at most this long before it is measured; measuring is what takes time."""


def cut(text: str, fits: Callable[[int, int], bool], keep: Sequence[tuple[int, int]] = ()) -> list[tuple[int, int]]:
    """Spans of ``text``, without white space at their ends, each of which fits; together they hold all its words.

    Args:
        text: What to cut.
        fits: Says of a span whether it may stay whole.
        keep: Spans that must stay whole: terms, placeholders. One that does not fit itself stays whole all the same.
    """
    spans: list[tuple[int, int]] = []
    waiting = [(0, len(text))]
    while waiting:
        start, end = _trimmed(text, *waiting.pop())
        if start == end:
            continue
        if end - start <= _CHARACTERS and fits(start, end):
            spans.append((start, end))
            continue
        window = min(end, start + _CHARACTERS) if end - start > _CHARACTERS else start + (end - start + 1) // 2
        place = _place(text, start, end, window, keep)
        if place is None:
            spans.append((start, end))
        else:
            waiting += [(place, end), (start, place)]
    return spans


def _place(text: str, start: int, end: int, wanted: int, keep: Sequence[tuple[int, int]]) -> int | None:
    """The best place for a cut in the second half of ``start`` … ``wanted``, or anywhere near it."""
    first = start + (wanted - start) // 2
    last = min(end - 1, wanted + (0 if wanted - start >= _CHARACTERS else (wanted - start) // 2))
    for pattern in _PLACES:
        places = [match.end() for match in pattern.finditer(text, first, last) if _allowed(match.end(), keep)]
        if places:
            return min(places, key=lambda place: abs(place - wanted))
    inside = next((span for span in keep if span[0] < wanted < span[1]), None)
    if inside is None:
        return wanted if start < wanted < end else None
    return next((place for place in inside if start < place < end), None)


def _allowed(place: int, keep: Sequence[tuple[int, int]]) -> bool:
    return not any(start < place < end for start, end in keep)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
