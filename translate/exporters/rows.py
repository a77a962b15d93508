"""The big table: one row a segment, in document order, with what is not translated between them."""

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from functools import cache
from itertools import count

from translate.article import Article, Bitext, Block, Kind, Segment, TermHit, Translation
from translate.exporters import styles
from translate.exporters.comments import Comments
from translate.exporters.marks import Anchor, Mark, occurrences, runs
from translate.exporters.markup import Element, control, paragraph, run, w
from translate.exporters.notes import Note, lines, notes
from translate.languages import CHINESE, KOREAN, Language

__all__ = ["STATUSES", "TAG", "WIDTH", "add"]

WIDTH = 15398  # of the text area in twentieths of a point: A4 landscape less two margins of 1.27 cm
TAG = "yj"  # every tag begins with it: yj:SEGMENT:WHAT
STATUSES = ("machine", "reviewed", "approved", "rejected")
LONGEST = 160  # characters of a finding in the last column; the comment has all of it

LABELS = {
    Kind.HEADING: "Heading",
    Kind.BYLINE: "Byline",
    Kind.NOTE: "Note",
    Kind.CAPTION: "Caption",
    Kind.ITEM: "Item",
    Kind.CELL: "Cell",
}
KEPT = {Kind.FURNITURE: "page furniture", Kind.CODE: "code"}


def add(end: Element, bitext: Bitext, targets: Sequence[Language], comments: Comments) -> None:
    """Adds ``w:tbl`` before ``end``, with a repeated head and rows that do not split; their comments to ``comments``.

    The rows are put where they stay, one by one: to move a long table costs as much as half of its making.
    """
    widths = _widths(len(targets))
    properties = w(
        "tblPr",
        w("tblStyle", val="Segments"),
        w("tblW", w=WIDTH, type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
        w("tblCaption", val="Segments"),
    )
    grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    table = w("tbl", properties, grid, _head(widths, targets))
    end.addprevious(table)
    for row in _Rows(bitext, targets, comments, widths).all():
        table.append(row)


def _widths(targets: int) -> list[int]:
    number, status = 880, 2900 if targets == 1 else 2560
    texts = (WIDTH - number - status) // (targets + 1)
    return [number, *[texts] * targets, WIDTH - number - status - texts * targets, status]


def _cell(width: int, content: Iterable[Element], *, fill: str = "", rule: bool = False, span: int = 1) -> Element:
    """A cell; ``rule`` draws the line above it that tells a new paragraph."""
    made = deepcopy(_empty_cell(width, fill, rule, span))
    made.extend(content)
    return made


@cache
def _empty_cell(width: int, fill: str, rule: bool, span: int) -> Element:
    edge = w("top", val="single", sz=8, space=0, color=styles.RULE)
    properties = w(
        "tcPr",
        w("tcW", w=width, type="dxa"),
        w("gridSpan", val=span) if span > 1 else None,
        w("tcBorders", edge) if rule else None,
        w("shd", val="clear", color="auto", fill=fill) if fill else None,
    )
    return w("tc", properties)


def _row(*cells: Element, head: bool = False) -> Element:
    return w("tr", w("trPr", w("cantSplit"), w("tblHeader") if head else None), *cells)


def _head(widths: Sequence[int], targets: Sequence[Language]) -> Element:
    texts = ["No.", f"{KOREAN.name} (source)", *(language.name for language in targets), "Status · notes"]
    return _row(
        *(
            _cell(width, [paragraph("Head", run(text), keep_next=True)], fill=styles.INK)
            for width, text in zip(widths, texts, strict=True)
        ),
        head=True,
    )


class _Rows:
    """Builds the rows of one document; holds what they share: the counter of controls and the comments."""

    def __init__(self, bitext: Bitext, targets: Sequence[Language], comments: Comments, widths: Sequence[int]) -> None:
        self.bitext, self.targets, self.comments, self.widths = bitext, targets, comments, widths
        self.ids = count(1)
        self.translations = {
            language.code: {made.segment: made for made in bitext.translations[language.code]} for language in targets
        }
        self.findings: dict[tuple[str, str], list[int]] = {}
        for index, finding in enumerate(bitext.findings):
            self.findings.setdefault((finding.segment, finding.language), []).append(index)

    def all(self) -> Iterator[Element]:
        by_block: dict[int, list[Segment]] = {}
        for segment in self.bitext.segments:
            by_block.setdefault(segment.block, []).append(segment)
        article = self.bitext.article
        for index, block in enumerate(article.blocks):
            rule = index == 0 or block.paragraph != article.blocks[index - 1].paragraph
            if not block.translatable:
                yield self._kept(block, rule)
                continue
            segments = by_block.get(index, [])
            for segment in segments:
                first = segment is segments[0]
                yield self._segment(block, segment, _label(article, index) if first else "", rule and first)

    def _kept(self, block: Block, rule: bool) -> Element:
        what = run(f"Not for translation · {KEPT[block.kind]}", w("rStyle", val="Quiet"))
        content = [paragraph("Kind", what), paragraph("Kept", *runs(block.text))]
        return _row(_cell(WIDTH, content, fill=styles.PALE, rule=rule, span=len(self.widths)))

    def _segment(self, block: Block, segment: Segment, label: str, rule: bool) -> Element:
        made = [self.translations[language.code][segment.id] for language in self.targets]
        noted = [self._notes(segment, translation) for translation in made]
        fill = styles.TINT if block.kind is Kind.QUESTION else ""
        keep = block.kind in (Kind.HEADING, Kind.QUESTION)  # not alone at the foot of a page
        heading = block.kind is Kind.HEADING
        contents = [self._number(segment, label, keep), [self._source(segment, made, noted, heading, keep)]]
        contents += [
            [self._target(translation, found, language, heading, keep)]
            for language, translation, found in zip(self.targets, made, noted, strict=True)
        ]
        contents.append(self._status(segment, made, noted, keep))
        cells = [
            _cell(width, content, fill=fill, rule=rule) for width, content in zip(self.widths, contents, strict=True)
        ]
        return _row(*cells)

    def _notes(self, segment: Segment, translation: Translation) -> list[Note]:
        found = [self.bitext.findings[i] for i in self.findings.get((segment.id, translation.language), [])]
        language = next(language for language in self.targets if language.code == translation.language)
        return notes(segment, translation, found, language)

    def _control(self, segment: str, what: str, content: Iterable[Element], *, kind: Element | None = None) -> Element:
        locked = what in ("id", "source")
        return control(
            f"{TAG}:{segment}:{what}",
            f"{segment} {what.replace(':', ' ')}{' (locked)' if locked else ''}",
            next(self.ids),
            content,
            lock="sdtContentLocked" if locked else "sdtLocked",
            kind=kind,
        )

    def _number(self, segment: Segment, label: str, keep: bool) -> list[Element]:
        number = self._control(segment.id, "id", [run(segment.id)])
        result = [paragraph("Number", number, keep_next=keep)]
        if label:
            result.append(paragraph("Kind", run(label), keep_next=keep))
        return result

    def _source(
        self, segment: Segment, made: Sequence[Translation], noted: Sequence[list[Note]], heading: bool, keep: bool
    ) -> Element:
        here = sorted((note for found in noted for note in found if note.in_source), key=lambda note: note.start)
        marks = _source_marks(segment, self.bitext.hits.get(segment.id, ()), made)
        content = self._control(segment.id, "source", runs(segment.source, marks, self._anchors(here)))
        return paragraph(styles.source_style(heading), content, keep_next=keep)

    def _target(
        self, translation: Translation, found: list[Note], language: Language, heading: bool, keep: bool
    ) -> Element:
        here = [note for note in found if not note.in_source]
        content = runs(
            translation.text, _target_marks(translation), self._anchors(here), east_asian=language is CHINESE
        )
        controlled = self._control(translation.segment, language.code, content)
        return paragraph(styles.target_style(language, heading), controlled, keep_next=keep)

    def _anchors(self, found: Iterable[Note]) -> list[Anchor]:
        """Adds the comments; those in the source say which translation they are about, where there are several."""
        result = []
        for note in found:
            named = note.in_source and len(self.targets) > 1
            message = f"{note.language} · {note.message}" if named else note.message
            result.append(Anchor(note.start, note.end, self.comments.add(note.severity, message)))
        return result

    def _status(
        self, segment: Segment, made: Sequence[Translation], noted: Sequence[list[Note]], keep: bool
    ) -> list[Element]:
        result: list[Element] = []
        for language, translation, found in zip(self.targets, made, noted, strict=True):
            lead = [run(f"{language.code.upper()} ", w("rStyle", val="Quiet"))] if len(self.targets) > 1 else []
            result.append(paragraph("Status", *lead, self._dropdown(segment, language), keep_next=keep))
            result += [_note(note.severity.title(), note.severity.upper(), note.message, keep) for note in found]
            result += [_note("Quiet", name, text, keep) for name, text in lines(segment, translation)]
        return result

    def _dropdown(self, segment: Segment, language: Language) -> Element:
        """Machine output never poses as approved: whatever is exported begins as ``machine``."""
        return self._control(segment.id, f"{language.code}:status", [run(STATUSES[0])], kind=deepcopy(_choices()))


@cache
def _choices() -> Element:
    return w("dropDownList", *(w("listItem", displayText=value, value=value) for value in STATUSES))


def _label(article: Article, index: int) -> str:
    """What stands under the number of a block's first segment: ``Q3``, ``A3``, ``Heading``, ``¶ 12``."""
    block = article.blocks[index]
    if block.kind is Kind.QUESTION:
        return f"Q{block.turn or ''}"
    if block.kind is Kind.ANSWER:
        return f"A{block.turn or ''}"
    return LABELS.get(block.kind) or f"¶ {block.paragraph + 1}"


def _note(style: str, label: str, text: str, keep: bool) -> Element:
    return paragraph("Notes", run(label, w("rStyle", val=style)), run(f" {_shorten(text)}"), keep_next=keep)


def _shorten(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _source_marks(segment: Segment, hits: Iterable[TermHit], made: Sequence[Translation]) -> list[Mark]:
    missing = [use.hit for translation in made for use in translation.terms if not (use.enforced or use.waiver)]
    marks = [Mark(hit.start, hit.end, "MissingTerm") for hit in missing]
    marks += [Mark(hit.start, hit.end, "Term") for hit in hits]
    names = dict.fromkeys(name for translation in made for name in translation.guessed)
    marks += [Mark(start, end, "GuessedName") for name in names for start, end in occurrences(name, segment.source)]
    return marks


def _target_marks(translation: Translation) -> list[Mark]:
    marks = [Mark(use.start, use.end, "Term") for use in translation.terms if use.enforced]
    forms = dict.fromkeys(hint.form for hint in translation.hints if hint.origin == "guess")
    forms |= dict.fromkeys(translation.guessed)
    marks += [Mark(start, end, "GuessedName") for form in forms for start, end in occurrences(form, translation.text)]
    return marks
