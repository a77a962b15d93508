"""Gaps: the white space at which a sentence may end, with what stands before and behind it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from translate.segmentation.marks import DECORATION, INVISIBLE, LINE_END, STOPS
from translate.segmentation.pairs import Pairs

__all__ = ["Gap", "Next", "decorations", "find"]

LOOK = 64
"""Code points that are looked at on either side of a gap."""

_REMARK = 40
_SPACE = re.compile(r"\s+")
_FINALS = frozenset("다요죠까")
"""Syllables that end a sentence, full stop or not; behind any other Hangul syllable only a line end counts."""
_ATTACHED = frozenset(",;:、，；：·")
_ORDERS = (
    "가 나 다 라 마 바 사 아 자 차 카 타 파 하",
    "Ⅰ Ⅱ Ⅲ Ⅳ Ⅴ Ⅵ Ⅶ Ⅷ Ⅸ Ⅹ Ⅺ Ⅻ",
    "I II III IV V VI VII VIII IX X XI XII",
    *(" ".join(f"제{number}{unit}" for number in range(1, 100)) for unit in "장절조항부편"),
)
_AFTER = {one: other for order in _ORDERS for one, other in pairwise(order.split())}
_ENUMERATOR = re.compile(r"(?<!\S)([가나다라마바사아자차카타파하Ⅰ-Ⅻ]|[IVX]{1,4}|제\d{1,2}[장절조항부편])[.．](?=\s)")
_APART = 300
"""An enumerator further from the one before it, in code points, is a word."""


class Next(Enum):
    """What the next word begins with."""

    WORD = auto()
    MARK = auto()  # a stop, a comma or a closing mark: belongs to what stands before
    DECORATION = auto()  # an emoticon: belongs to it too


@dataclass(frozen=True, slots=True)
class Gap:
    """White space between two words.

    Attributes:
        start, end: Its span in the text.
        lines: How many line ends it has.
        stem: The word before, up to its stop: ``갔다`` of ``갔다.”``; the last 40 code points of a longer one.
        tail: What follows the stem: stops, closing marks, decoration, white space between them.
        stop: The stops of the tail alone.
        closed: True where the tail has a closing mark.
        decorated: True where the tail has an emoticon or the like.
        first: True where the stem is the first word of a line, or stands behind a stop or a closing mark, or is one
            in an enumeration: ``나`` of ``가. 개요 나. 본론``.
        next: What the next word begins with.
        right: The text behind the gap, up to 64 code points.
    """

    start: int
    end: int
    lines: int
    stem: str
    tail: str
    stop: str
    closed: bool
    decorated: bool
    first: bool
    next: Next
    right: str


def decorations(text: str) -> dict[int, int]:
    """Start → end of all emoticons, emoji, stage directions and invisible characters of ``text``."""
    return {match.start(): match.end() for match in DECORATION.finditer(text) if match.lastgroup != "opening"}


def find(text: str, pairs: Pairs, decoration: Mapping[int, int]) -> Iterator[Gap]:
    """The gaps of ``text`` at which a sentence may end, in order; those that are certainly none are left out."""
    ends = {end: start for start, end in decoration.items()}
    numbers = _enumerators(text)
    for match in _SPACE.finditer(text):
        start, end = match.span()
        if start == 0 or end == len(text):
            continue
        lines = len(LINE_END.findall(match[0]))
        if not lines and "가" <= text[start - 1] <= "힣" and text[start - 1] not in _FINALS:
            continue
        stem, stop, closed, decorated = _left(text, start, pairs, ends)
        word = (text[max(0, stem - 40) : stem].split() or [""])[-1]
        yield Gap(
            start=start,
            end=end,
            lines=lines,
            stem=word,
            tail=text[stem:start],
            stop=stop,
            closed=closed,
            decorated=decorated,
            first=stem - len(word) in numbers or _first(text, stem - len(word), pairs),
            next=_next(text, end, pairs, decoration),
            right=text[end : end + LOOK].lstrip(INVISIBLE),
        )


def _enumerators(text: str) -> set[int]:
    """Where the letters (or ``제1장``) of an enumeration stand: two in order, ``가.`` … ``나.``."""
    found: set[int] = set()
    last: dict[str, int] = {}
    for match in _ENUMERATOR.finditer(text):
        before = last.get(match[1], -1)
        if before >= 0 and match.start() - before <= _APART:
            found |= {before, match.start()}
        if following := _AFTER.get(match[1]):
            last[following] = match.start()
    return found


def _left(text: str, end: int, pairs: Pairs, ends: Mapping[int, int]) -> tuple[int, str, bool, bool]:
    """The end of the stem, its stops in order, whether a closing mark and whether decoration stands behind it."""
    at, stop, closed, decorated = end, "", False, False
    floor = max(0, end - LOOK)
    while at > floor:
        char = text[at - 1]
        if at in ends:
            at = ends[at]
            decorated = decorated or text[at:end].strip(INVISIBLE) != ""
        elif char in STOPS:
            stop = char + stop
            at -= 1
        elif pairs.closes(text, at - 1):
            closed = True
            at = _remark(text, at, pairs, floor)
        elif char.isspace() and not LINE_END.match(char):
            at -= 1
        else:
            break
    return at, stop, closed, decorated


def _remark(text: str, at: int, pairs: Pairs, floor: int) -> int:
    """Steps over a closing mark, or over all of a short bracket that is glued to a stop: ``왔다.(부산)``."""
    opening = pairs.openings.get(at - 1, -1)
    glued = opening > floor and at - opening <= _REMARK and text[opening] in "([（［" and text[opening - 1] in STOPS
    return opening if glued else at - 1


def _first(text: str, start: int, pairs: Pairs) -> bool:
    before = text[max(0, start - LOOK) : start]
    bare = before.rstrip()
    if not bare:
        return start <= LOOK
    if len(bare) == len(before):
        return False
    at = start - len(before) + len(bare) - 1
    return bool(LINE_END.search(before[len(bare) :])) or text[at] in STOPS or pairs.closes(text, at)


def _next(text: str, at: int, pairs: Pairs, decoration: Mapping[int, int]) -> Next:
    begin = at
    while at in decoration:
        at = decoration[at]
    if at < len(text) and (text[at] in STOPS or text[at] in _ATTACHED or _closing(text, at, pairs)):
        return Next.MARK
    if at > begin and (at == len(text) or text[at].isspace()) and text[begin:at].strip(INVISIBLE):
        return Next.DECORATION
    return Next.WORD


def _closing(text: str, at: int, pairs: Pairs) -> bool:
    """A closing mark, but not the apostrophe of ``’97년``."""
    return pairs.closes(text, at) and not (text[at] == "’" and text[at + 1 : at + 2].isdigit())
