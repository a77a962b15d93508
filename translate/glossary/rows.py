"""One entry as a file gives it, in whatever format: the value that readers make and the termbase is built from."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePath
from typing import NamedTuple

from translate.article import Case, Status
from translate.errors import GlossaryError
from translate.languages import TARGETS

__all__ = [
    "COLUMNS",
    "MAX_FORM",
    "MAX_TEXT",
    "Cell",
    "Layout",
    "Reading",
    "Row",
    "case",
    "form",
    "forms",
    "plain",
    "remark",
    "row",
    "status",
]

COLUMNS = ("ko", *TARGETS, "status", "note", "domain", "case")
"""The columns of a table, in the order in which tables are written."""

MAX_FORM = 200
"""Code points in a form; a longer one is a sentence in the wrong column."""

MAX_TEXT = 4000
"""Code points in a note or a domain."""

STATES = {
    "권장": Status.PREFERRED,
    "首选": Status.PREFERRED,
    "허용": Status.ADMITTED,
    "允许": Status.ADMITTED,
    "금지": Status.FORBIDDEN,
    "禁用": Status.FORBIDDEN,
    "번역-금지": Status.DO_NOT_TRANSLATE,
    "번역금지": Status.DO_NOT_TRANSLATE,
    "不译": Status.DO_NOT_TRANSLATE,
    "dnt": Status.DO_NOT_TRANSLATE,
}
"""What a status may be called besides its own name, with ``-`` for a space."""

RESERVED = "⟦⟧"
"""The engines' placeholder marks: a form that holds them could not be told from a placeholder."""

# Control characters, line and paragraph separators, surrogates, the replacement character, what XML 1.0 excludes
# (section 2.2, Char) and the reserved marks. A tab is white space like any other.
UNFIT = re.compile(f"[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffd-\uffff{RESERVED}]")


class Cell(NamedTuple):
    """A field of a table and where it starts: line (or row) and column count from 1, in text in code points."""

    text: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Layout:
    """What the rows of one file share.

    Attributes:
        path: Of the file, as the user gave it.
        columns: What ``Row.starts`` and ``Row.lines`` are about.
        sheet: Name of the worksheet; empty in formats that have none.
    """

    path: str
    columns: tuple[str, ...]
    sheet: str = ""

    def at(self, line: int, column: int) -> str:
        """The place, for messages: ``file.csv:12:4`` or ``file.xlsx:Sheet1!B12``."""
        if self.sheet:
            return f"{self.path}:{self.sheet}!{_letters(column)}{line}"
        return f"{self.path}:{line}:{column}"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a glossary file.

    Attributes:
        ko: Korean forms, the preferred one first; at least one.
        targets: Language code → forms, the preferred one first; languages without forms are absent.
        status: Of the target forms.
        note: For the translator; one line, may be empty.
        domain: The subject field in which it holds; empty for all.
        case: How Latin letters are compared.
        layout: Of the file.
        line: Number of the line (or worksheet row) where it starts, from 1.
        starts: Where each of the layout's columns starts in its line, from 1.
        lines: The line of each of the layout's columns; empty where all are on ``line``.
    """

    ko: tuple[str, ...]
    targets: Mapping[str, tuple[str, ...]]
    status: Status = Status.PREFERRED
    note: str = ""
    domain: str = ""
    case: Case = Case.AUTO
    layout: Layout = Layout("", ())
    line: int = 0
    starts: tuple[int, ...] = ()
    lines: tuple[int, ...] = ()

    @property
    def file(self) -> str:
        """Name of the file, without its folder."""
        return _name(self.layout.path)

    @property
    def label(self) -> str:
        """What names the row in a report: the file without its folder, and the line."""
        sheet = f"{self.layout.sheet}!" if self.layout.sheet else ""
        return f"{self.file}:{sheet}{self.line}"

    def where(self, column: str = "ko") -> str:
        """The place of one of its cells, for messages."""
        if column not in self.layout.columns:
            return self.layout.at(self.line, 1)
        number = self.layout.columns.index(column)
        return self.layout.at(self.lines[number] if self.lines else self.line, self.starts[number])


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader found in a file.

    Attributes:
        rows: Without mistakes, in file order.
        mistakes: For the others; one for each thing that is wrong, in file order.
        notices: What was left out or guessed, a line each.
    """

    rows: list[Row]
    mistakes: list[GlossaryError]
    notices: list[str]


def plain(text: str) -> str:
    """NFC, without white space at either end, each run of white space inside made one space."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def form(text: str, column: str) -> str:
    """One form, made :func:`plain`.

    Args:
        text: As read.
        column: Name of its column, for messages.

    Raises:
        GlossaryError: It is longer than ``MAX_FORM``, or holds control characters, U+FFFD (a sign of a wrong
            encoding) or the reserved marks. The place is the caller's to add.
    """
    text = text.strip(" \t\n")  # a line end around a form is what a spreadsheet leaves; one inside is refused
    _refuse_unfit(text, column)
    made = plain(text)
    if len(made) > MAX_FORM:
        raise GlossaryError(
            f"a form of {len(made):,} characters in column {column!r}, more than {MAX_FORM}",
            hint="list terms, not sentences; separate variants by '|'",
        )
    return made


def forms(text: str, column: str) -> tuple[str, ...]:
    """The forms in a cell, which are separated by ``|``; a form that is listed twice counts once.

    Raises:
        GlossaryError: A form is empty between two ``|``, or :func:`form` refuses it.
    """
    if not text or text.isspace():
        return ()
    if "|" not in text:
        return (form(text, column),)
    listed = [form(part, column) for part in text.split("|")]
    if "" in listed:
        raise GlossaryError(f"an empty variant in column {column!r}", hint="remove the '|' that has nothing beside it")
    return tuple(dict.fromkeys(listed))


def remark(text: str, column: str) -> str:
    """A note or a domain, made :func:`plain`.

    Raises:
        GlossaryError: It is longer than ``MAX_TEXT`` or holds control characters.
    """
    made = plain(text)
    _refuse_unfit(made, column)
    if len(made) > MAX_TEXT:
        raise GlossaryError(f"{len(made):,} characters in column {column!r}, more than {MAX_TEXT:,}", hint="shorten it")
    return made


def status(text: str) -> Status:
    """The status called ``text``, in English, Korean or Chinese; an empty one means preferred.

    Case and ``_`` for ``-`` do not matter.

    Raises:
        GlossaryError: There is no such status.
    """
    name = plain(text).lower().replace("_", "-").replace(" ", "-")
    if not name:
        return Status.PREFERRED
    try:
        return STATES.get(name) or Status(name)
    except ValueError:
        known = ", ".join(member.value for member in Status)
        raise GlossaryError(f"unknown status {plain(text)[:40]!r}", hint=f"choose from {known}") from None


def case(text: str) -> Case:
    """The case rule called ``text``: ``exact``, ``any``, ``auto`` or nothing.

    Raises:
        GlossaryError: There is no such rule.
    """
    name = plain(text).lower()
    try:
        return Case("" if name == "auto" else name)
    except ValueError:
        raise GlossaryError(f"unknown case rule {plain(text)[:40]!r}", hint="choose from exact, any, auto") from None


def row(cells: Mapping[str, Cell], layout: Layout, mistakes: list[GlossaryError]) -> Row | None:
    """The row of a table's cells, or None where something in them is wrong.

    Args:
        cells: Column → cell; the Korean column is there, and at least one target.
        layout: Of the table.
        mistakes: What is wrong is added here, with the place and, where it is known, the concept.
    """
    read = _Parser(cells, layout, mistakes)
    korean = read.forms("ko")
    if korean is not None:
        read.name = f" (concept {korean[0]!r})" if korean else ""
        for one in korean or ("",):
            if not any(map(str.isalnum, one)):
                problem = f"no letter in the Korean form {one!r}" if one else "the Korean form is empty"
                read.refuse("ko", GlossaryError(problem, hint="write the term as the articles write it"))
    targets = {code: listed for code in TARGETS if code in cells and (listed := read.forms(code))}
    state = read.status()
    note, domain, rule = read.remark("note"), read.remark("domain"), read.case()
    if state is Status.DO_NOT_TRANSLATE and korean:
        for code, listed in targets.items():
            if listed != korean[:1]:
                wrong = GlossaryError(f"a do-not-translate term with another {code} form", hint="leave the field empty")
                read.refuse(code, wrong)
        targets = dict.fromkeys(TARGETS, korean[:1])
    elif not targets and not read.failed:
        code = next(code for code in TARGETS if code in cells)
        read.refuse(code, GlossaryError("no target form", hint="fill in en or zh, or set do-not-translate"))
    if read.failed or not korean:
        return None
    line = min(cell.line for cell in cells.values())
    starts = tuple(cells[name].column for name in layout.columns)
    spread = any(cell.line != line for cell in cells.values())
    lines = tuple(cells[name].line for name in layout.columns) if spread else ()
    return Row(korean, targets, state, note, domain, rule, layout, line, starts, lines)


class _Parser:
    """Reads the cells of one row and collects what is wrong with them."""

    __slots__ = ("cells", "failed", "layout", "mistakes", "name")

    def __init__(self, cells: Mapping[str, Cell], layout: Layout, mistakes: list[GlossaryError]) -> None:
        self.cells, self.layout, self.mistakes = cells, layout, mistakes
        self.name, self.failed = "", False

    def refuse(self, column: str, problem: GlossaryError) -> None:
        """Adds ``problem`` with its place and its concept."""
        self.failed = True
        cell = self.cells[column]
        where = self.layout.at(cell.line, cell.column)
        self.mistakes.append(GlossaryError(problem.message + self.name, where=where, hint=problem.hint))

    def forms(self, column: str) -> tuple[str, ...] | None:
        try:
            return forms(self.cells[column].text, column)
        except GlossaryError as problem:
            self.refuse(column, problem)
            return None

    def remark(self, column: str) -> str:
        if column not in self.cells or not self.cells[column].text:
            return ""
        try:
            return remark(self.cells[column].text, column)
        except GlossaryError as problem:
            self.refuse(column, problem)
            return ""

    def status(self) -> Status:
        try:
            return status(self.cells["status"].text) if "status" in self.cells else Status.PREFERRED
        except GlossaryError as problem:
            self.refuse("status", problem)
            return Status.PREFERRED

    def case(self) -> Case:
        try:
            return case(self.cells["case"].text) if "case" in self.cells else Case.AUTO
        except GlossaryError as problem:
            self.refuse("case", problem)
            return Case.AUTO


def _refuse_unfit(text: str, column: str) -> None:
    found = UNFIT.search(text)
    if not found:
        return
    char = found[0]
    if char == "\ufffd":
        raise GlossaryError(
            f"a replacement character (U+FFFD) in column {column!r}: the file was saved in a wrong encoding",
            hint="restore the original and save it as UTF-8",
        )
    if char in RESERVED:
        raise GlossaryError(f"{char} in column {column!r} is reserved for placeholders", hint="use other brackets")
    raise GlossaryError(f"a control character (U+{ord(char):04X}) in column {column!r}", hint="retype it")


@lru_cache(maxsize=64)
def _name(path: str) -> str:
    return PurePath(path).name


def _letters(column: int) -> str:
    """The letters of a worksheet column: 1 → A, 27 → AA."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
