"""DOCX (ECMA-376, WordprocessingML): paragraphs, headings, lists, tables and notes in document order.

The parts are read from the ZIP container and walked as XML, hardened (:mod:`translate.files`); python-docx hides
content controls, tracked changes, text boxes and notes. Numbers in the comments are clauses of ECMA-376
part 1. Inside a paragraph a tab is a space (layout, not text) and `w:br`/`w:cr` a hard line break. Tracked insertions
count, deletions do not. Hidden text, field codes, comments, headers and footers are left out, as is text in what
Word only embeds: charts, diagrams, WordArt and imported documents (these, with a notice). Notes follow the paragraph
that refers to them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from translate import seals
from translate.article import Kind, Place
from translate.errors import InputError
from translate.readers.package import Package, local
from translate.readers.raw import Raw, Source
from translate.readers.styles import Styles, value

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["read"]

_WRAPPERS = {"sdt", "sdtContent", "customXml", "ins", "moveTo"}
_RUNS = {"r", "hyperlink", "smartTag", "fldSimple", "dir", "bdo", "ruby", "rubyBase"}
_MATH = {
    "oMath",
    "oMathPara",
    "e",
    "num",
    "den",
    "sup",
    "sub",
    "f",
    "sSup",
    "sSub",
    "sSubSup",
    "rad",
    "nary",
    "d",
    "func",
    "fName",
    "lim",
    "limLow",
    "limUpp",
    "deg",
    "acc",
    "bar",
    "box",
    "borderBox",
    "groupChr",
    "phant",
    "sPre",
    "eqArr",
    "m",
    "mr",
}  # 22.1.2; of an object that is missing here the text would be lost
_EMBEDDED = (
    "/chart",
    "/diagram",
    "/chartex",
)  # 21.2, 21.4: how the URIs of drawings with text in a part of their own end
_INSIDE = frozenset(_WRAPPERS | _RUNS | _MATH)
_BODY = frozenset(_WRAPPERS | {"body", "txbxContent", "footnote", "endnote", "tc"})
_CHARACTERS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": ""}
_NOTES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}


def read(data: bytes, where: Path) -> Source:
    """The raw paragraphs of a DOCX file; places are `paragraph 3`, `table 1, row 2, cell 3`, `footnote 1`.

    Raises:
        InputError: Not a ZIP container or not a safe one, not a Word document, an export of ours, or with parts that
            are malformed XML.
    """
    package = Package(data, where)
    if seals.is_export(data):
        raise InputError(
            "is a bilingual export of Yeonjae, not an article",
            where=where,
            hint="give the article that it was made from",
        )
    document = package.document()
    body = next((child for child in document if local(child) == "body"), None)
    if body is None:
        raise InputError("is a Word document without a body", where=where, hint="save it anew as .docx")
    notes = {kind: _notes(package.related(f"{kind}s"), kind) for kind in ("footnote", "endnote")}
    walk = _Walk(Styles(package.related("styles")), notes)
    walk.blocks(body)
    walk.end()
    notices = []
    if walk.deleted:
        notices.append(f"tracked changes: {walk.deleted:,} deletion{'s' if walk.deleted > 1 else ''} left out")
    if walk.hidden:
        notices.append(f"hidden text left out: {walk.hidden:,} run{'s' if walk.hidden > 1 else ''}")
    if walk.embedded:
        notices.append(
            f"left out, copy their text if it matters: {walk.embedded:,} of charts, diagrams, WordArt, imports"
        )
    return Source(tuple(walk.raws), "", tuple(notices))


def _notes(part: "etree._Element | None", kind: str) -> dict[str, "etree._Element"]:
    """The notes of a part by their ids, without the separators (`w:type`, 17.11.10)."""
    if part is None:
        return {}
    notes = (note for note in part if local(note) == kind and value(note, "type") in ("", "normal"))
    return {value(note, "id"): note for note in notes}


@dataclass(slots=True)
class _Walk:
    """The state of a walk through one document."""

    styles: Styles
    notes: dict[str, dict[str, "etree._Element"]]
    raws: list[Raw] = field(default_factory=list)
    paragraphs: int = 0
    tables: int = 0
    boxes: int = 0
    counts: dict[str, int] = field(default_factory=lambda: {"footnote": 0, "endnote": 0})
    part: str = ""
    kind: Kind | None = None
    carried: list[str] = field(default_factory=list)
    later: list["etree._Element"] = field(default_factory=list)
    fields: list[bool] = field(default_factory=list)
    deleted: int = 0
    hidden: int = 0
    embedded: int = 0

    def blocks(self, parent: "etree._Element") -> None:
        """Reads the paragraphs and tables in an element."""
        for child in parent:
            name = local(child)
            if name == "p":
                self._paragraph(child)
            elif name == "tbl":
                self._table(child)
            elif name in ("del", "moveFrom"):
                self.deleted += 1
            elif name == "altChunk":  # 17.17.2.1: a document of another format, in a part of its own
                self.embedded += 1
            elif name == "AlternateContent":
                self.blocks(_alternative(child))
            elif name in _BODY:
                self.blocks(child)

    def end(self) -> None:
        """Writes what a last paragraph with a deleted mark left over."""
        if self.carried:
            self.raws.append(Raw("".join(self.carried), self._place(), self.kind))
            self.carried = []

    def _place(self) -> Place:
        return Place(part=self.part or f"paragraph {self.paragraphs}")

    def _paragraph(self, paragraph: "etree._Element") -> None:
        self.paragraphs += not self.part
        self.fields = [False] * len(self.fields)  # a field code does not run on into the next paragraph
        outer, self.later = self.later, []
        properties = next((child for child in paragraph if local(child) == "pPr"), None)
        hidden = self.styles.hides(properties)
        text = [*self.carried, *self._inline(paragraph, hidden)]
        if _mark_deleted(properties):  # 17.13.5.15: joined with the next paragraph
            self.deleted, self.carried = self.deleted + 1, text
        else:
            self.carried = []
            kind, level = self.styles.kind(properties)
            if self.kind is not None:
                kind, level = self.kind, 0
            self.raws.append(Raw("".join(text), self._place(), kind, level))
        later, self.later = self.later, outer
        for element in later:
            self._aside(element)

    def _aside(self, element: "etree._Element") -> None:
        """Reads a note or a text box after the paragraph that it hangs on."""
        saved = self.part, self.kind, self.carried, self.fields
        self.carried, self.fields = [], []
        if (name := local(element)) in _NOTES:
            kind = _NOTES[name]
            note = self.notes[kind].pop(value(element, "id"), None)  # once only: a note may refer to itself
            if note is not None:
                self.counts[kind] += 1
                self.part, self.kind = f"{kind} {self.counts[kind]}", Kind.NOTE
                self.blocks(note)
        else:
            self.boxes += 1
            self.part, self.kind = f"text box {self.boxes}", None
            self.blocks(element)
        self.end()
        self.part, self.kind, self.carried, self.fields = saved

    def _inline(self, parent: "etree._Element", hidden: bool) -> Iterator[str]:
        """The text in a paragraph or in what it holds."""
        for child in parent:
            name = local(child)
            if name in ("del", "moveFrom"):
                self.deleted += 1
            elif name == "fldChar":
                self._field(value(child, "fldCharType"))
            elif name == "AlternateContent":
                yield from self._inline(_alternative(child), hidden)
            elif name in ("drawing", "pict", "object"):
                self.later += _boxes(child)
                self.embedded += _embedded(child)
            elif name in _INSIDE:
                if name == "r" and self.styles.hides(next((c for c in child if local(c) == "rPr"), None), hidden):
                    self.hidden += 1
                else:
                    yield from self._inline(child, hidden)
            elif not any(self.fields):
                yield from self._leaf(child, name)

    def _leaf(self, element: "etree._Element", name: str) -> Iterator[str]:
        if name == "t":
            yield (element.text or "").translate({0x09: " ", 0x0A: " ", 0x0D: " "})
        elif name in _CHARACTERS:
            yield _CHARACTERS[name]
        elif name in _NOTES:
            self.later.append(element)

    def _field(self, type_: str) -> None:
        """Complex fields (17.16.18): between `begin` and `separate` stands the code, not text; they nest."""
        if type_ == "begin":
            self.fields.append(True)
        elif type_ == "separate" and self.fields:
            self.fields[-1] = False
        elif type_ == "end" and self.fields:
            self.fields.pop()

    def _table(self, table: "etree._Element") -> None:
        self.end()
        self.tables += 1
        number = self.tables
        saved = self.part, self.kind
        for i, row in enumerate(_parts(table, "tr"), start=1):
            if _row_deleted(row):
                self.deleted += 1
                continue
            for j, cell in enumerate(_parts(row, "tc"), start=1):
                self.part, self.kind = f"table {number}, row {i}, cell {j}", Kind.CELL
                self.blocks(cell)
                self.end()
        self.part, self.kind = saved


def _parts(parent: "etree._Element", name: str) -> Iterator["etree._Element"]:
    """Rows of a table or cells of a row, also those in content controls (17.5.2)."""
    for child in parent:
        if local(child) == name:
            yield child
        elif local(child) in ("sdt", "sdtContent", "customXml"):
            yield from _parts(child, name)


def _alternative(element: "etree._Element") -> "etree._Element":
    """The branch of `mc:AlternateContent` (part 3, 10.2.1) that is read: the first choice, else the fallback."""
    named = {local(child): child for child in reversed(element)}
    return named.get("Choice", named.get("Fallback", element))


def _boxes(element: "etree._Element") -> list["etree._Element"]:
    """The outermost text boxes in a drawing."""
    found: list[etree._Element] = []
    for child in element:
        if local(child) == "txbxContent":
            found.append(child)
        elif local(child) == "AlternateContent":
            found += _boxes(_alternative(child))
        elif isinstance(child.tag, str):
            found += _boxes(child)
    return found


def _embedded(element: "etree._Element") -> int:
    """How many charts, diagrams and WordArt with text there are in a drawing: text that is none of WordprocessingML."""
    drawn = sum((one.get("uri") or "").endswith(_EMBEDDED) for one in element.iter("{*}graphicData"))
    return drawn + sum(bool((one.get("string") or "").strip()) for one in element.iter("{*}textpath"))


def _mark_deleted(properties: "etree._Element | None") -> bool:
    """Is the paragraph mark a tracked deletion: `w:pPr/w:rPr/w:del` (17.13.5.15)?"""
    if properties is None:
        return False
    runs = (child for child in properties if local(child) == "rPr")
    return any(local(child) in ("del", "moveFrom") for run in runs for child in run)


def _row_deleted(row: "etree._Element") -> bool:
    return any(local(child) == "del" for properties in row if local(properties) == "trPr" for child in properties)
