"""What is marked in a text, and the runs that show it: terms, missing terms, guessed names, comment anchors."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from translate.exporters.markup import Element, run, w

__all__ = ["Anchor", "Mark", "occurrences", "runs"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A span in a character style; of marks that overlap, the first one given stays.

    Attributes:
        start, end: Offsets into the text, code points.
        style: Id of a character style.
    """

    start: int
    end: int
    style: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """The span that a comment is about.

    Attributes:
        start, end: Offsets into the text, code points; the span may be empty.
        comment: Id of the comment.
    """

    start: int
    end: int
    comment: int


LATIN = "[0-9A-Za-z\u00c0-\u024f\u1e00-\u1eff]"  # digits and letters of the blocks Basic Latin to Latin Extended

# Runs of right-to-left letters, with the white space and marks between them (UAX #9: classes R and AL).
RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc](?:[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc \u200f]*"
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])?"
)


def runs(
    text: str, marks: Iterable[Mark] = (), anchors: Iterable[Anchor] = (), *, east_asian: bool = False
) -> list[Element]:
    """The runs of ``text``, cut where a mark or a comment begins or ends.

    Args:
        text: What the runs hold together, exactly.
        marks: In order of precedence.
        anchors: In the order of their comments.
        east_asian: Quotation marks, dashes and ellipses, which Latin and Han texts share, take the East Asian
            typeface (``w:hint``, 17.3.2.26): Chinese needs them full-width.
    """
    size = len(text)
    kept = _without_overlaps(marks, size)
    spans = [Anchor(*_clamp(anchor.start, anchor.end, size), anchor.comment) for anchor in anchors]
    backwards = [match.span() for match in RIGHT_TO_LEFT.finditer(text)]
    cuts = {0, size}
    for start, end in [*((m.start, m.end) for m in kept), *((a.start, a.end) for a in spans), *backwards]:
        cuts |= {start, end}
    result: list[Element] = []
    places = sorted(cuts)
    for place, following in zip(places, [*places[1:], size], strict=True):
        result += _borders(place, spans)
        if following > place:
            style = next((mark.style for mark in kept if mark.start <= place < mark.end), "")
            hebrew = any(start <= place < end for start, end in backwards)
            result.append(
                run(
                    text[place:following],
                    w("rStyle", val=style) if style else None,
                    w("rFonts", hint="eastAsia") if east_asian else None,
                    w("rtl") if hebrew else None,
                )
            )
    return result


def occurrences(form: str, text: str) -> list[tuple[int, int]]:
    """Where ``form`` stands in ``text``, but not as a part of a longer Latin word or number."""
    if not form:
        return []
    before = f"(?<!{LATIN})" if re.match(LATIN, form[0]) else ""
    after = f"(?!{LATIN})" if re.match(LATIN, form[-1]) else ""
    return [match.span() for match in re.finditer(before + re.escape(form) + after, text)]


def _clamp(start: int, end: int, size: int) -> tuple[int, int]:
    start = min(max(start, 0), size)
    return start, min(max(end, start), size)


def _without_overlaps(marks: Iterable[Mark], size: int) -> list[Mark]:
    kept: list[Mark] = []
    for mark in marks:
        start, end = _clamp(mark.start, mark.end, size)
        if start < end and all(end <= other.start or start >= other.end for other in kept):
            kept.append(Mark(start, end, mark.style))
    return kept


def _borders(place: int, anchors: Sequence[Anchor]) -> list[Element]:
    """Ends of comments at ``place``, then beginnings, then comments on nothing, so that ranges close after opening."""
    result: list[Element] = []
    for anchor in anchors:
        if anchor.end == place and anchor.start < place:
            result += _close(anchor.comment)
    for anchor in anchors:
        if anchor.start == place:
            result.append(w("commentRangeStart", id=anchor.comment))
            if anchor.end == place:
                result += _close(anchor.comment)
    return result


def _close(comment: int) -> list[Element]:
    reference = w("r", w("rPr", w("rStyle", val="CommentReference")), w("commentReference", id=comment))
    return [w("commentRangeEnd", id=comment), reference]
