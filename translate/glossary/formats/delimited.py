"""Glossaries in CSV and TSV: comma, semicolon or tab, one entry a row, named columns in any order.

The grammar is RFC 4180 (quoted fields, doubled quotes, line ends inside quotes), with any line end. The delimiter
is the one under which the header names most columns. Rows whose fields are all empty are left out; there are no
comments, a ``#`` is a character like any other. A file is UTF-8, or UTF-16 with its byte order mark (Excel's
*Unicode Text*). A first line ``sep=;``, which Excel understands, names the delimiter. Empty fields at the end of a
row may be missing, or be too many, as spreadsheets write them. CP949, which Korean Excel writes as plain *CSV*, is
refused: it has no simplified Chinese, so the terms were lost when the file was saved.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from translate.errors import GlossaryError
from translate.glossary import headers
from translate.glossary.formats.opening import contents
from translate.glossary.formats.tables import fields, written
from translate.glossary.rows import COLUMNS, Cell, Layout, Reading, Row, row
from translate.languages import TARGETS

__all__ = ["Table", "read", "table", "write"]

DELIMITERS = (",", ";", "\t")
SEPARATOR = re.compile(r'"?sep=([^"\n])"?[,;\t]*(?:\n|$)', re.IGNORECASE)
NEEDED = (("ko",), tuple(TARGETS))

# In a quoted field possessive quantifiers keep a missing end quote linear.
QUOTED = re.compile(r'"((?:[^"]++|"")*+)"')
UNQUOTED = {delimiter: re.compile(rf"[^{delimiter}\n]*") for delimiter in DELIMITERS}


@dataclass(frozen=True, slots=True)
class Table:
    """A delimited file, open to be read.

    Attributes:
        header: The first record.
        records: The others, lazily; raises GlossaryError where the grammar is broken.
    """

    header: list[Cell]
    records: Iterator[list[Cell]]


def read(path: Path, meant: Mapping[str, str]) -> Reading:
    """The rows of a CSV or TSV glossary.

    Args:
        path: The file.
        meant: What its columns mean, where the user says it; see :func:`translate.glossary.headers.mapping`.

    Raises:
        GlossaryError: The file cannot be read, is not text, is empty, or its header is wrong.
    """
    opened = table(path, headers.NAMES.keys() | meant.keys(), f"start it with the header line {','.join(COLUMNS)}")
    columns = headers.columns(opened.header, Layout(str(path), ()), meant)
    layout = Layout(str(path), tuple(name for name in columns.names if name))
    rows: list[Row] = []
    mistakes: list[GlossaryError] = []
    try:
        for record in opened.records:
            cells = fields(record, columns.names, layout, mistakes, NEEDED)
            if cells and (made := row(cells, layout, mistakes)):
                rows.append(made)
    except GlossaryError as broken:  # what follows cannot be told apart
        mistakes.append(broken)
    return Reading(rows, mistakes, list(columns.notices))


def write(rows: Sequence[Row], delimiter: str = ",") -> bytes:
    """The rows as a table: CSV for people (with the byte order mark that Excel needs), TSV for programs (without).

    Raises:
        GlossaryError: A form holds a ``|``, which a table would take for two forms.
    """
    lines = [delimiter.join(_quoted(text, delimiter) for text in record) for record in written(rows)]
    return "".join(f"{line}\n" for line in lines).encode("utf-8-sig" if delimiter == "," else "utf-8")


def table(path: Path, names: Collection[str], start: str) -> Table:
    """A delimited file.

    Args:
        path: The file.
        names: Header names, as :func:`translate.glossary.headers.normal` makes them; they decide the delimiter.
        start: What to tell the user of an empty file.

    Raises:
        GlossaryError: The file cannot be read, is not text, or is empty.
    """
    text = _text(path)
    if not text.strip():
        raise GlossaryError("is empty", where=path, hint=start)
    first = SEPARATOR.match(text)
    if first is None:
        records = _records(text, _delimiter(text, path, names), path)
        return Table(next(records), records)
    if first[1] not in DELIMITERS:
        raise GlossaryError(
            f"the delimiter {first[1]!r} is none of comma, semicolon and tab", where=f"{path}:1:5", hint="use one"
        )
    records = _records(text, first[1], path, first.end())
    try:
        return Table(next(records), records)
    except StopIteration:
        raise GlossaryError("is empty but for its first line", where=path, hint=start) from None


def _quoted(text: str, delimiter: str) -> str:
    special = any(char in text for char in f'{delimiter}"\n') or text != text.strip()
    return '"' + text.replace('"', '""') + '"' if special else text


def _text(path: Path) -> str:
    text = _decoded(contents(path), path)
    if "\0" in text:
        place = _place(path, text[: text.index("\0")])
        raise GlossaryError("a NUL character: this is no text file", where=place, hint="save it as CSV UTF-8")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes, path: Path) -> str:
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        place = _place(path, data[: error.start].decode(encoding, errors="replace"))
        raise GlossaryError(
            f"is not {encoding.removesuffix('-sig').upper()}" + _guess(data),
            where=place,
            hint="save it as 'CSV UTF-8' (other encodings lose Chinese characters)",
        ) from None


def _guess(data: bytes) -> str:
    try:
        data.decode("cp949")
    except UnicodeDecodeError:
        return ""
    return ", but looks like CP949 (Korean Excel's plain CSV)"


def _place(path: Path, before: str) -> str:
    lines = before.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return f"{path}:{len(lines)}:{len(lines[-1]) + 1}"


def _records(text: str, delimiter: str, path: Path, begin: int = 0) -> Iterator[list[Cell]]:
    """The records from the offset ``begin`` (the start of a line) that have a field that is not empty."""
    position, line, start = begin, 1 + text.count("\n", 0, begin), begin
    record: list[Cell] = []
    while position <= len(text):
        column = position - start + 1
        if text.startswith('"', position):
            field = QUOTED.match(text, position)
            if field is None:
                raise GlossaryError(
                    "a quote that is never closed", where=f"{path}:{line}:{column}", hint='write a quote inside as ""'
                )
            record.append(Cell(field[1].replace('""', '"'), line, column))
            breaks = field[0].count("\n")
            if breaks:
                line, start = line + breaks, position + field[0].rindex("\n") + 1
        else:
            field = UNQUOTED[delimiter].match(text, position)
            assert field is not None  # the pattern matches the empty string
            record.append(Cell(field[0], line, column))
        position = field.end()
        if text.startswith(delimiter, position):
            position += 1
        elif position == len(text) or text[position] == "\n":
            if any(cell.text and not cell.text.isspace() for cell in record):
                yield record
            record = []
            position, line, start = position + 1, line + 1, position + 1
        else:
            raise GlossaryError(
                "text after a closing quote",
                where=f"{path}:{line}:{position - start + 1}",
                hint='write a quote inside as ""',
            )


def _delimiter(text: str, path: Path, names: Collection[str]) -> str:
    """That under which the first record names most columns, the earliest of ``DELIMITERS`` on a tie."""
    best, most = "", -1
    for delimiter in DELIMITERS:
        try:
            header = next(_records(text, delimiter, path))
        except GlossaryError:
            continue  # a quote that only makes sense under another delimiter
        except StopIteration:
            continue  # nothing but this delimiter
        named = sum(headers.normal(cell.text) in names for cell in header)
        if named > most:
            best, most = delimiter, named
    if best:
        return best
    for _ in _records(text, DELIMITERS[0], path):  # malformed under all: say how
        pass
    raise GlossaryError("is empty but for delimiters", where=path, hint=f"start it with {','.join(COLUMNS)}")
