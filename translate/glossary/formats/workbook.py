"""Glossaries in XLSX (ECMA-376, SpreadsheetML): the first worksheet with a known header, one entry a row.

Only text counts. A number, a date or a formula in a cell is refused, because what it shows is not what it
holds (``1.10``, ``001``, ``1월 2일``); a number in a note is fine.
"""

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import dropwhile, takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from translate import files
from translate.errors import GlossaryError, InputError
from translate.glossary import headers
from translate.glossary.formats.opening import contents
from translate.glossary.formats.tables import written
from translate.glossary.rows import COLUMNS, Cell, Layout, Reading, Row, row
from translate.languages import TARGETS

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

__all__ = ["read", "write"]

MAX_ROWS = 1_048_576  # of a worksheet (Excel specifications and limits)
MAX_COLUMNS = 64
TITLE_ROWS = 20
"""Rows in which a header is looked for: there may be a title above it."""

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a compound file begins: what a workbook with a password is wrapped in (MS-OFFCRYPTO 2.3), and the old .xls."""

# Strings in SpreadsheetML write a character as _xHHHH_ (ECMA-376 part 1, 22.9.2.19); _x005F_ is an underscore.
ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
EPOCH = datetime(2000, 1, 1)  # what the workbook says of its making: the same bytes for the same rows
WIDTHS = {"ko": 28, "en": 32, "zh": 24, "status": 16, "note": 48, "domain": 18, "case": 8}

KINDS = {"n": "a number", "d": "a date", "b": "a truth value", "e": "an error value", "f": "a formula"}
"""Data type of a cell, as openpyxl names it → what to call it."""


def read(path: Path, meant: Mapping[str, str]) -> Reading:
    """The rows of an XLSX glossary.

    Args:
        path: The file.
        meant: What its columns mean, where the user says it; see :func:`translate.glossary.headers.mapping`.

    Raises:
        GlossaryError: It cannot be read, is damaged, protected or a ZIP bomb, or no sheet has a known header.
    """
    data = contents(path)
    if data.startswith(OLE):
        problem = "is protected by a password, or an old .xls"
        raise GlossaryError(problem, where=path, hint="save it as .xlsx, without a password")
    try:
        files.check_zip(data, path)
    except InputError as error:
        raise GlossaryError(error.message, where=path, hint=error.hint.replace(".docx", ".xlsx")) from error
    _refuse_doctypes(data, path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and extensions, which do not matter here
            return _read(data, path, meant)
    except GlossaryError:
        raise
    except Exception as error:  # a damaged workbook, or a sheet with an empty chart, makes openpyxl raise anything
        raise GlossaryError(
            "is not an XLSX workbook, or holds something that cannot be read",
            where=path,
            hint="open it, remove sheets that hold no table (charts), and save it anew",
        ) from error


def write(rows: Sequence[Row]) -> bytes:
    """The rows as a workbook with one sheet, the same bytes for the same rows.

    Raises:
        GlossaryError: A form holds a ``|``, which a table would take for two forms; or there are too many rows.
    """
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.writer.excel import ExcelWriter

    if len(rows) >= MAX_ROWS:
        raise GlossaryError(f"{len(rows):,} rows, a worksheet has {MAX_ROWS:,}", hint="convert to .csv")
    workbook = Workbook(write_only=True)
    workbook.properties.created = workbook.properties.modified = EPOCH
    workbook.properties.creator = "Yeonjae"
    sheet = workbook.create_sheet("glossary")
    sheet.freeze_panes = "A2"
    for number, record in enumerate(written(rows)):
        cells = []
        for place, text in enumerate(record):
            if number == 0:
                sheet.column_dimensions["ABCDEFG"[place]].width = WIDTHS[text]
            cell = WriteOnlyCell(sheet, ESCAPED.sub("_x005F_", text))
            cell.data_type = "s"  # a form that begins with = is no formula
            cell.number_format = "@"  # nor does it become one, or a number, when the user edits it
            if number == 0:
                cell.font = Font(bold=True)
            cells.append(cell)
        sheet.append(cells)
    buffer = io.BytesIO()
    ExcelWriter(workbook, zipfile.ZipFile(buffer, "w")).save()
    return _settled(buffer.getvalue())


def _settled(data: bytes) -> bytes:
    """The container written anew, compressed, with the earliest date a ZIP file knows at every entry."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            new.writestr(entry, old.read(name))
    return buffer.getvalue()


def _refuse_doctypes(data: bytes, path: Path) -> None:
    """No part of a workbook may have a DTD (ECMA-376 part 2, 8.1.4); one that has wants to harm."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as container:
            for entry in container.infolist():
                if not entry.filename.lower().endswith((".xml", ".rels")):
                    continue
                text = container.read(entry).replace(b"\0", b"")  # UTF-16 as well
                if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
                    raise GlossaryError(
                        f"{entry.filename!r} has a document type, which no workbook has",
                        where=path,
                        hint="do not trust this file",
                    )
    except (zipfile.BadZipFile, NotImplementedError, OSError, EOFError, ValueError, zlib.error) as error:
        raise GlossaryError("is a damaged ZIP container", where=path, hint="open it and save it anew") from error


def _read(data: bytes, path: Path, meant: Mapping[str, str]) -> Reading:
    from openpyxl import load_workbook

    workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
    try:
        sheet, number, header = _header(workbook, path, meant)
        layout = Layout(str(path), (), sheet.title)
        columns = headers.columns(header, layout, meant)
        reading = Reading([], [], list(columns.notices))
        others = ", ".join(repr(name) for name in workbook.sheetnames if name != sheet.title)
        if others:
            reading.notices.append(f"{path}: read {sheet.title!r}; other sheets are left out: {others}")
        layout = Layout(str(path), tuple(name for name in columns.names if name), sheet.title)
        for record in dropwhile(lambda record: record[0] <= number, _records(sheet, path)):
            _collect(record, columns.names, layout, reading)
        return reading
    finally:
        workbook.close()


Record = tuple[int, list[tuple[int, Any]]]
"""A worksheet row: its number, and its cells with their column numbers."""


def _records(sheet: "ReadOnlyWorksheet", path: Path) -> Iterator[Record]:
    """The rows that hold something; whatever the sheet says about its own size, which may be wrong.

    A format set far below the last row makes a million empty ones, which openpyxl yields as the same tuple.
    """
    sheet.reset_dimensions()
    rows: Iterator[tuple[Any, ...]] = sheet.iter_rows(max_col=MAX_COLUMNS)  # type: ignore[misc]  # lent by Worksheet
    empty: tuple[Any, ...] | None = None
    for number, cells in enumerate(rows, start=1):
        if number > MAX_ROWS:
            raise GlossaryError(f"has rows beyond {MAX_ROWS:,}", where=path, hint="open it and save it anew")
        if cells is empty:
            continue
        if any(_shown(cell).strip() for cell in cells):
            yield number, list(enumerate(cells, start=1))
        else:
            empty = cells


def _header(workbook: "Workbook", path: Path, meant: Mapping[str, str]) -> tuple["ReadOnlyWorksheet", int, list[Cell]]:
    """The first sheet with a known header, the header's row number and its cells."""
    table = {**headers.NAMES, **meant}
    first: tuple[ReadOnlyWorksheet, int, list[Cell]] | None = None
    for sheet in workbook.worksheets:
        for number, record in takewhile(lambda record: record[0] <= TITLE_ROWS, _records(sheet, path)):
            cells = [Cell(_shown(cell), number, column) for column, cell in record]
            while cells and not cells[-1].text.strip():
                cells.pop()
            found = sheet, number, cells
            first = first or found
            named = {table.get(headers.normal(cell.text)) for cell in cells}
            if "ko" in named and named & set(TARGETS):
                return found
    if first is None:
        raise GlossaryError("is empty", where=path, hint=f"start it with the columns {','.join(COLUMNS)}")
    return first


def _shown(cell: Any) -> str:
    value = getattr(cell, "value", None)
    return "" if value is None else str(value)


def _collect(record: Record, names: Sequence[str], layout: Layout, reading: Reading) -> None:
    """Adds the row, or what is wrong with it."""
    number, listed = record
    cells: dict[str, Cell] = {}
    sound = True
    for column, cell in listed:
        name = names[column - 1] if column <= len(names) else None
        if not _shown(cell).strip() or name == "":
            continue
        problem = _problem(cell, name)
        if problem:
            sound = False
            hint = "format the cell as text and type it anew" if name else "give the column a name, or empty it"
            reading.mistakes.append(GlossaryError(problem, where=layout.at(number, column), hint=hint))
        elif name:
            text = _shown(cell).replace("_x000D_\n", "\n").replace("_x005F_", "_")
            cells[name] = Cell(text, number, column)
    for column, name in enumerate(names, start=1):
        if name:
            cells.setdefault(name, Cell("", number, column))
    if sound and (made := row(cells, layout, reading.mistakes)):
        reading.rows.append(made)


def _problem(cell: Any, name: str | None) -> str:
    """What is wrong with a cell that has a value; empty where nothing is."""
    if name is None:
        return "a value outside the columns of the header"
    if isinstance(cell.value, str) and cell.data_type in ("s", "inlineStr", "str"):
        return ""
    if name == "note" and cell.data_type == "n" and isinstance(cell.value, int | float):
        return ""
    shown = _shown(cell)[:40]
    return f"{KINDS.get(cell.data_type, 'no text')} ({shown}) in column {name!r}"
