"""Segmentation: blocks are cut into sentences, with exact offsets.

Punctuation proposes, the morphological analyser (Kiwi) proposes where there is none, and the rules of
:mod:`translate.segmentation.rules` refuse.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from translate.article import Block, Kind, Segment
from translate.segmentation import rules

__all__ = ["segment", "spans"]

WHOLE = frozenset({Kind.HEADING, Kind.BYLINE})
CHUNK = 2000  # characters that the analyser gets at once: its time grows faster than the text
_LINE = re.compile(r"[^\n\r\u2028\u2029\u0085\x0b\x0c]+")
_SPACE = re.compile(r"\s+")
# A sentence may end without punctuation where the analyser says so and these endings stand
_FINAL = re.compile(r"(?:니다|[았었였했됐이]다|[어아여해워와려지]요|죠|니까)(?:\s?[ㅋㅎㅠㅜ]+|\s?\^\^|…+|\.{2,})?$")
_GOES_ON = re.compile(r"\s+(?:[고며는면]\s|라|하|해|했|보니|말|싶|생각|할|한\s|그래도)")


def segment(blocks: Sequence[Block]) -> tuple[Segment, ...]:
    """The segments of an article, numbered from 1; headings and bylines stay whole, blocks not translated have none."""
    found: list[Segment] = []
    for index, block in enumerate(blocks):
        if not block.translatable:
            continue
        whole = block.kind in WHOLE
        for start, end in _lines(block.text) if whole else spans(block.text):
            found.append(Segment(str(len(found) + 1), index, start, end, block.text[start:end]))
    return tuple(found)


def spans(text: str) -> list[tuple[int, int]]:
    """The sentences of ``text`` as offsets: in order, not empty, no white space at either side.

    What lies between them is white space, or nothing in front of a mark like ``(계속)``.
    """
    found: list[tuple[int, int]] = []
    for start, end in _lines(text):
        found += [(start + a, start + b) for a, b in _sentences(text[start:end])]
    return found


def _lines(text: str) -> Iterator[tuple[int, int]]:
    for line in _LINE.finditer(text):
        stripped = line.group().strip()
        if stripped:
            start = line.start() + line.group().index(stripped)
            yield start, start + len(stripped)


def _sentences(line: str) -> Iterator[tuple[int, int]]:
    mark = rules.CONTINUATION.search(line)
    body = len(line[: mark.start()].rstrip()) if mark else len(line)
    start = 0
    for boundary in _boundaries(line[:body]):
        yield start, boundary
        start = boundary + len(line[boundary:body]) - len(line[boundary:body].lstrip())
    if start < body:
        yield start, body
    if mark:
        yield mark.start(), len(line)


def _boundaries(text: str) -> list[int]:
    """Offsets in ``text`` at which a sentence ends and white space follows."""
    closed = rules.closed(text)
    proposed = {match.end() for match in rules.END.finditer(text)}
    analysed = set(_analysed(text)) if _SPACE.search(text) else set()
    hard = {b for b in proposed if not _unfinished(text, b) or _final(text, b)}
    soft = {b for b in analysed - hard if _final(text, b) and not _GOES_ON.match(text, b)}
    return [
        boundary
        for boundary in sorted(hard | soft)
        if 0 < boundary < len(text)
        and not rules.numbered(text, boundary)
        and not rules.shortened(text, boundary)
        and not rules.trailing(text, boundary)
        and not _within(boundary, closed)
    ]


def _within(boundary: int, stretches: Sequence[tuple[int, int]]) -> bool:
    index = bisect_left(stretches, (boundary,)) - 1
    return index >= 0 and boundary <= stretches[index][1]


def _final(text: str, boundary: int) -> bool:
    return bool(_FINAL.search(text[max(0, boundary - 12) : boundary]))


def _unfinished(text: str, boundary: int) -> bool:
    """An ellipsis ends a sentence only behind a final ending."""
    return bool(re.search(r"(?:…|\.{2,})[\"'”’)\]]*$", text[max(0, boundary - 12) : boundary]))


def _analysed(text: str) -> Iterator[int]:
    """Ends of the analyser's sentences that white space follows."""
    from translate.morphology import analyser

    kiwi = analyser()
    for start, end in _chunks(text):
        for sentence in kiwi.split_into_sents(text[start:end]):
            if end > start + sentence.end and text[start + sentence.end].isspace():
                yield start + sentence.end


def _chunks(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text):
        end = min(start + CHUNK, len(text))
        if end < len(text):
            end = max(text.rfind(" ", start + 1, end), text.rfind(". ", start + 1, end) + 1) or end
            end = end if end > start else min(start + CHUNK, len(text))
        yield start, end
        start = end
