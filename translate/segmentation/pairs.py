"""Quotes and brackets: which opening mark belongs to which closing one, and what they say about boundaries."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from translate.segmentation.marks import CLOSING, OPENING, PREFIX, STOPS

__all__ = ["Pairs", "find", "inside"]

REACH = 1000
"""A closing mark further away, in code points, is not believed to belong to its opening one."""

_MARKS = re.compile("[" + re.escape("".join(OPENING) + "".join(OPENING.values())) + "]|\n[^\\S\n]*\n")
_STRAIGHT = frozenset("\"'＂")
_OPENER = {closing: opening for opening, closing in OPENING.items()}
_BRACKETS = frozenset("([（［【〔")
_SHORT = 300
"""A bracket up to this long stays whole even where it is a run of sentences of its own."""
_TITLES = frozenset("<〈《＜")
"""Titles of works are never split, whatever they hold."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """The quotes and brackets of a text.

    Attributes:
        spans: Positions of an opening mark and its closing one, ordered by the opening one.
        closing: Positions of ``>`` and straight quotes that close; other closing marks close anywhere.
        openings: Position of a closing mark → position of its opening one.
    """

    spans: tuple[tuple[int, int], ...]
    closing: frozenset[int]
    openings: Mapping[int, int]

    def closes(self, text: str, position: int) -> bool:
        """True where the character at ``position`` is a closing mark."""
        return text[position] in CLOSING or position in self.closing


def find(text: str) -> Pairs:
    """The pairs of quotes and brackets in ``text``; a mark without its partner has none."""
    spans: list[tuple[int, int]] = []
    closing: set[int] = set()
    stack: list[int] = []
    for match in _MARKS.finditer(text):
        at = match.start()
        if match[0][0] == "\n":  # no quotation goes on behind an empty line
            stack.clear()
            continue
        partner = _partner(text, at, stack)
        if partner is None:
            stack.append(at)
        elif partner >= 0:
            del stack[bisect_left(stack, partner) :]
            spans.append((partner, at))
            closing.add(at)
        elif text[at] in _STRAIGHT and at > 0 and not text[at - 1].isspace():
            closing.add(at)
        while stack and at - stack[0] > REACH:
            del stack[0]
    loose = frozenset(at for at in closing if text[at] not in CLOSING)
    return Pairs(tuple(sorted(spans)), loose, {end: start for start, end in spans})


def _partner(text: str, at: int, stack: Sequence[int]) -> int | None:
    """For a closing mark the position of its opening one, or -1 where there is none; None for an opening mark."""
    char = text[at]
    before = text[at - 1 : at] or " "
    after = text[at + 1 : at + 2] or " "
    if char in "'’" and _apostrophe(before, after):
        return -1
    opener = _OPENER.get(char, char)
    opened = next((place for place in reversed(stack) if text[place] == opener and at - place <= REACH), -1)
    if char in _STRAIGHT:
        opens = before.isspace() or before in OPENING or before in "-–—=:：/·,"
        if opens and not after.isspace():
            return None
        return opened if opened >= 0 or after.isspace() or after in STOPS or after in CLOSING else None
    if char in "<>" and (after if char == "<" else before) in " -=":  # a < b, ->
        return -1
    if char in OPENING:
        mistyped = char in "“‘" and opened >= 0 and not before.isspace() and before not in OPENING
        return opened if mistyped and (after.isspace() or before in STOPS) else None
    return opened


def _apostrophe(before: str, after: str) -> bool:
    """``Jack’s`` and ``’97``: letters on both sides, or a year behind it."""
    latin = before.isascii() and before.isalnum() and after.isascii() and after.isalpha()
    return latin or (before.isspace() and after.isdigit())


def inside(text: str, pairs: Pairs, decoration: Mapping[int, int], breaks: Sequence[tuple[int, int]]) -> set[int]:
    """Which of the boundaries fall because they lie inside a quotation or bracket that is part of a sentence.

    A quotation that begins where a sentence begins and ends where one ends is a run of sentences, and is
    split like one (``“하나다. 둘이다.”`` as a paragraph). Any other is one piece of the sentence around
    it (``그는 “하나다. 둘이다.”고 했다.``).

    Args:
        text: The text.
        pairs: Its quotes and brackets.
        decoration: Start → end of what may stand between a closing mark and the boundary.
        breaks: Spans of the boundaries, in order.

    Returns:
        The starts of the boundaries that fall.
    """
    starts = [start for start, _ in breaks]
    fallen: set[int] = set()
    for opening, closing in pairs.spans:
        first, last = bisect_right(starts, opening), bisect_left(starts, closing)
        within = [start for start in starts[first:last] if start not in fallen]
        if not within:
            continue
        begin = next((end for start, end in reversed(breaks[:first][-64:]) if start not in fallen), 0)
        tail = _skip(text, closing + 1, pairs, decoration)
        ends = tail == len(text) or (last < len(starts) and tail in starts[last : last + 64] and tail not in fallen)
        short = text[opening] in _BRACKETS and closing - opening <= _SHORT
        if short or text[opening] in _TITLES or not ends or not PREFIX.fullmatch(text, begin, opening):
            fallen.update(within)
    return fallen


def _skip(text: str, at: int, pairs: Pairs, decoration: Mapping[int, int]) -> int:
    """The position behind stops, closing marks and decoration that begin at ``at``."""
    while at < len(text):
        if at in decoration:
            at = decoration[at]
        elif text[at] in STOPS or pairs.closes(text, at):
            at += 1
        else:
            break
    return at
