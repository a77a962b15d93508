"""XLSX glossaries: what cells may hold, which sheet is read, bombs, and the same bytes for the same rows."""

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font

from translate.article import Case, Status
from translate.glossary import formats, headers
from translate.glossary.formats import workbook
from translate.glossary.rows import Row

Table = Sequence[Sequence[Any]]
Write = Callable[..., Path]
HEADER = ("ko", "en", "zh", "status", "note")


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    monkeypatch.chdir(tmp_path)

    def write(**sheets: Table) -> Path:
        book = Workbook()
        book.remove(book.worksheets[0])
        for name, table in sheets.items():
            sheet = book.create_sheet(name)
            for record in table:
                sheet.append(list(record))
        book.save("g.xlsx")
        return Path("g.xlsx")

    return write


def replaced(path: Path, part: str, old: bytes, new: bytes) -> Path:
    """The workbook with something changed in one of its parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            assert name != part or old in data
            target.writestr(name, data.replace(old, new) if name == part else data)
    path.write_bytes(buffer.getvalue())
    return path


def test_a_sheet(write: Write) -> None:
    table = [
        ["Glossary of the series"],
        [],
        ["한국어", "English", "Author", "中文", "status", "비고", "domain", "case"],
        ["마윈|잭 마", "Jack Ma", "x", "马云", None, 1999, "people", None],
        [],
        ["알리페이", None, None, "支付宝\n", "admitted", "", None, "exact"],
    ]
    reading = formats.read(write(readme=[["nothing here"]], terms=table, old=[HEADER]))
    assert reading.mistakes == []
    first, second = reading.rows
    assert (first.ko, first.targets) == (("마윈", "잭 마"), {"en": ("Jack Ma",), "zh": ("马云",)})
    assert (first.note, first.domain, first.status) == ("1999", "people", Status.PREFERRED)
    assert (first.where(), first.where("zh"), first.label) == ("g.xlsx:terms!A4", "g.xlsx:terms!D4", "g.xlsx:terms!4")
    assert (second.targets, second.status, second.case) == ({"zh": ("支付宝",)}, Status.ADMITTED, Case.EXACT)
    assert reading.notices == [
        "g.xlsx:terms!A3: unknown columns are left out: 'Author'; --map NAME=COLUMN gives one a meaning",
        "g.xlsx: read 'terms'; other sheets are left out: 'readme', 'old'",
    ]


def test_columns_get_a_meaning(write: Write) -> None:
    reading = formats.read(write(s=[["Begriff", "en"], ["마윈", "Jack Ma"]]), headers.mapping(["Begriff=ko"]))
    assert [row.ko for row in reading.rows] == [("마윈",)]


def test_cells_that_are_no_text(write: Write) -> None:
    table = [
        HEADER,
        ["가", 11, None, None, None],
        ["나", "=A1", None, None, None],
        [date(2015, 5, 25), "b", None, None, None],
        ["다", True, 1.5, None, date(2015, 5, 25)],
        ["라", "e", None, "best", None, "beyond"],
        ["마", "m" * 201, None, None, None],
    ]
    assert [(one.where, one.message) for one in formats.read(write(s=table)).mistakes] == [
        ("g.xlsx:s!B2", "a number (11) in column 'en'"),
        ("g.xlsx:s!B3", "a formula (=A1) in column 'en'"),
        ("g.xlsx:s!A4", "a date (2015-05-25 00:00:00) in column 'ko'"),
        ("g.xlsx:s!B5", "a truth value (True) in column 'en'"),
        ("g.xlsx:s!C5", "a number (1.5) in column 'zh'"),
        ("g.xlsx:s!E5", "a date (2015-05-25 00:00:00) in column 'note'"),
        ("g.xlsx:s!F6", "a value outside the columns of the header"),
        ("g.xlsx:s!B7", "a form of 201 characters in column 'en', more than 200 (concept '마')"),
    ]


@pytest.mark.parametrize(
    ("table", "where", "problem"),
    [
        ([], "g.xlsx", "is empty"),
        ([["en", "zh"], ["a", "b"]], "g.xlsx:s!A1", "the column 'ko' is missing"),
        ([[], ["마윈", "Jack Ma"]], "g.xlsx:s!A2", "the column 'ko' is missing"),
        ([["ko", "en", "stauts"], ["가", "a", "forbidden"]], "g.xlsx:s!C1", "unknown column 'stauts'"),
        ([["ko", "en", "EN"]], "g.xlsx:s!C1", "a second column 'en'"),
    ],
)
def test_headers_that_are_wrong(write: Write, table: Table, where: str, problem: str) -> None:
    (mistake,) = formats.read(write(s=table)).mistakes
    assert (mistake.where, mistake.message) == (where, problem)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "is not a ZIP container, or a damaged one"),
        (b"ko,en\n", "is not a ZIP container, or a damaged one"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "is protected by a password, or an old .xls"),
    ],
)
def test_files_that_are_no_workbooks(tmp_path: Path, data: bytes, problem: str) -> None:
    path = tmp_path / "g.xlsx"
    path.write_bytes(data)
    (mistake,) = formats.read(path).mistakes
    assert (mistake.message, mistake.where) == (problem, str(path))
    assert ".docx" not in mistake.hint


def test_a_container_without_a_workbook(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "g.xlsx", "w") as container:
        container.writestr("a.txt", "x")
    (mistake,) = formats.read(tmp_path / "g.xlsx").mistakes
    assert mistake.message == "is not an XLSX workbook, or holds something that cannot be read"


def test_bombs(write: Write, tmp_path: Path) -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE s [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;">]>'
    path = replaced(write(s=[HEADER, ["가", "a"]]), "xl/worksheets/sheet1.xml", b"<worksheet", bomb + b"<worksheet")
    (mistake,) = formats.read(path).mistakes
    assert mistake.message == "'xl/worksheets/sheet1.xml' has a document type, which no workbook has"
    with zipfile.ZipFile(tmp_path / "b.xlsx", "w", zipfile.ZIP_DEFLATED) as container:
        container.writestr("xl/worksheets/sheet1.xml", bytes(64 * 2**20))
    (mistake,) = formats.read(tmp_path / "b.xlsx").mistakes
    assert "unpacks suspiciously large" in mistake.message


def test_what_the_sheet_says_about_itself_is_not_believed(write: Write) -> None:
    path = write(s=[HEADER, ["가", "a"], ["나", "b"]])
    replaced(path, "xl/worksheets/sheet1.xml", b'<dimension ref="A1:E3"', b'<dimension ref="A1:B2"')
    assert [row.ko for row in formats.read(path).rows] == [("가",), ("나",)]
    replaced(path, "xl/worksheets/sheet1.xml", b'<row r="3"', b'<row r="99999999"')
    (mistake,) = formats.read(path).mistakes
    assert mistake.message == "has rows beyond 1,048,576"


def test_written_workbooks(tmp_path: Path) -> None:
    rows = [
        Row(("=가", "_x0041_"), {"en": ("=1+1", "#N/A", "001", "_x005F_"), "zh": ("@甲",)}, note="-1", case=Case.ANY),
        Row(("O2O",), {"en": ("O2O",), "zh": ("O2O",)}, Status.DO_NOT_TRANSLATE, domain="trade"),
    ]
    data = workbook.write(rows)
    assert data == workbook.write(rows)
    path = tmp_path / "g.xlsx"
    path.write_bytes(data)
    reading = formats.read(path)
    assert (reading.mistakes, reading.notices) == ([], [])
    kept = [(row.ko, row.targets, row.status, row.note, row.domain, row.case) for row in rows]
    assert [(row.ko, row.targets, row.status, row.note, row.domain, row.case) for row in reading.rows] == kept
    with zipfile.ZipFile(path) as container:
        sheet = container.read("xl/worksheets/sheet1.xml").decode()
        assert {entry.date_time for entry in container.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert set(re.findall(r' t="(\w+)"', sheet)) == {"inlineStr"}
    assert "<f" not in sheet.replace("<family", "")


def test_an_empty_chart_sheet_is_told_without_an_exception(write: Write) -> None:
    path = write(s=[HEADER, ["가", "a"]])
    book = load_workbook(path)
    book.create_chartsheet("chart")
    book.save(path)
    (mistake,) = formats.read(path).mistakes
    assert str(mistake) == (
        "g.xlsx: is not an XLSX workbook, or holds something that cannot be read; "
        "open it, remove sheets that hold no table (charts), and save it anew"
    )


def test_blank_rows_are_left_out(write: Write) -> None:
    reading = formats.read(write(s=[[" "], HEADER, ["가", "a"], ["", " ", "\u3000"], [None] * 7 + [" "], ["나", "b"]]))
    assert ([row.line for row in reading.rows], reading.mistakes) == ([3, 6], [])


def test_rows_behind_a_long_gap_are_read(write: Write) -> None:
    path = write(s=[HEADER, ["가", "a"]])
    book = load_workbook(path)
    sheet = book["s"]
    sheet.cell(900_000, 1).value = "나"
    sheet.cell(900_000, 2).value = "b"
    sheet.cell(1_048_570, 2).font = Font(bold=True)
    book.save(path)
    assert [row.line for row in formats.read(path).rows] == [2, 900_000]
