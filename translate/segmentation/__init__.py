"""Segmentation: Korean text is cut into sentences, with exact offsets.

A sentence ends only at white space (a *gap*) or at a line end, or before a mark such as ``(계속)``. Each gap is
judged by rules over the punctuation around it (:mod:`~translate.segmentation.rules`); where punctuation does not
decide, Kiwi is asked (:mod:`~translate.segmentation.kiwi`); boundaries inside a quotation or bracket that is part
of a larger sentence fall (:mod:`~translate.segmentation.pairs`).
"""

import re
from collections.abc import Sequence

from translate.article import Block, Kind, Segment
from translate.segmentation import gaps, pairs
from translate.segmentation.kiwi import consult
from translate.segmentation.marks import CLOSING, CONTINUED, LINE_END, STOPS
from translate.segmentation.rules import Verdict, judge, settle

__all__ = ["segment", "spans"]

_WHOLE = (Kind.HEADING, Kind.BYLINE)
_TRIMMED = re.compile(r"\S(?:.*\S)?", re.DOTALL)


def segment(blocks: Sequence[Block]) -> tuple[Segment, ...]:
    """The segments of an article, numbered from 1.

    Headings and bylines are one segment a line; all other blocks are cut into sentences; blocks that are not
    translatable have none.

    Args:
        blocks: Of the article, in document order, text in NFC.
    """
    found: list[Segment] = []
    for index, block in enumerate(blocks):
        if not block.translatable:
            continue
        for start, end in _lines(block.text) if block.kind in _WHOLE else spans(block.text):
            found.append(Segment(str(len(found) + 1), index, start, end, block.text[start:end]))
    return tuple(found)


def spans(text: str) -> list[tuple[int, int]]:
    """The sentences of ``text`` as (start, end) in code points: in order, never empty, no white space at either side.

    Between them is white space only, or nothing before a mark of continuation (``있다.(계속)``). Takes any text.
    """
    marks = _continued(text)
    return _cut(text, sorted({*_boundaries(text), *marks}))


def _lines(text: str) -> list[tuple[int, int]]:
    return _cut(text, [match.span() for match in LINE_END.finditer(text)])


def _cut(text: str, breaks: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    start = 0
    for left, right in (*breaks, (len(text), len(text))):
        begin = start + len(text[start:left]) - len(text[start:left].lstrip())
        end = begin + len(text[begin:left].rstrip())
        if end > begin:
            found.append((begin, end))
        start = max(start, right)
    return found


def _boundaries(text: str) -> list[tuple[int, int]]:
    """The spans of white space at which a sentence ends."""
    marked = pairs.find(text)
    decoration = gaps.decorations(text)
    judged = [(gap, judge(gap)) for gap in gaps.find(text, marked, decoration)]
    certain = [(gap.start, gap.end) for gap, verdict in judged if verdict is Verdict.BREAK]
    asked = [(gap, verdict) for gap, verdict in judged if verdict not in (Verdict.BREAK, Verdict.JOIN)]
    answers = consult(text, [(gap.start, gap.end) for gap, _ in asked], certain) if asked else []
    convincing = [
        (gap.start, gap.end)
        for (gap, verdict), evidence in zip(asked, answers, strict=True)
        if settle(verdict, gap, evidence)
    ]
    breaks = sorted(certain + convincing)
    fallen = pairs.inside(text, marked, decoration, breaks)
    return [span for span in breaks if span[0] not in fallen]


def _continued(text: str) -> list[tuple[int, int]]:
    """Boundaries before and behind marks of continuation: behind a stop, a closing mark, white space or an ending."""
    found: list[tuple[int, int]] = []
    for match in CONTINUED.finditer(text):
        before = text[max(0, match.start() - 1) : match.start()]
        if before and (before.isspace() or before in STOPS or before in CLOSING or before in "다요죠까\"'"):
            found += [(match.start(), match.start()), (match.end(), match.end())]
    return found
