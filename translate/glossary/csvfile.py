"""Glossaries in CSV: comma, semicolon or tab, one concept a row, columns ``ko, en, zh, status, note`` in any order.

The grammar is RFC 4180 (quoted fields, doubled quotes, line ends inside quotes), with any line end. The
delimiter is the one under which the header names most columns. Rows whose fields are all empty are left
out; there are no comments, a ``#`` is a character like any other. A file is UTF-8, or UTF-16 with its byte
order mark (Excel's *Unicode Text*). CP949, which Korean Excel writes as plain *CSV*, is refused: it has no
simplified Chinese, so the terms were lost when the file was saved.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from translate.article import Status
from translate.errors import GlossaryError
from translate.glossary.rows import Row, forms, plain, status
from translate.languages import KOREAN, TARGETS

__all__ = ["read"]

DELIMITERS = (",", ";", "\t")
MAX_BYTES = 256 * 2**20
NAMES = {
    **{name: language.code for language in (KOREAN, *TARGETS.values()) for name in (language.code, *language.aliases)},
    "status": "status",
    "note": "note",
}
"""What a header cell may say, in lower case → the column it means."""

# In a quoted field possessive quantifiers keep a missing end quote linear.
QUOTED = re.compile(r'"((?:[^"]++|"")*+)"')
UNQUOTED = {delimiter: re.compile(rf"[^{delimiter}\n]*") for delimiter in DELIMITERS}


@dataclass(frozen=True, slots=True)
class Cell:
    """A field and where it starts: line and column count from 1, the column in code points."""

    text: str
    line: int
    column: int


def read(path: Path) -> list[Row]:
    """The rows of a CSV glossary.

    Raises:
        GlossaryError: The file cannot be read, is not text, is empty, or a row is malformed; ``where`` is
            ``file:line:column``.
    """
    text = _text(path)
    if not text.strip():
        raise GlossaryError("is empty", where=path, hint="start it with the header line ko,en,zh,status,note")
    delimiter, header = _header(text, path)
    columns = _columns(header, path)
    records = _records(text, delimiter, path)
    next(records)
    return [_row(record, columns, path) for record in records]


def _text(path: Path) -> str:
    if path.is_dir():
        raise GlossaryError("is a folder", where=path, hint="name the files in it: -g FOLDER/*.csv")
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= MAX_BYTES else b""
    except FileNotFoundError:
        raise GlossaryError("there is no such file", where=path, hint="check the name given with -g") from None
    except OSError as error:
        raise GlossaryError(f"cannot be read ({(error.strerror or str(error)).lower()})", where=path) from error
    if size > MAX_BYTES:
        raise GlossaryError(f"is larger than {MAX_BYTES // 2**20} MB", where=path, hint="split it")
    text = _decoded(data, path)
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


def _records(text: str, delimiter: str, path: Path) -> Iterator[list[Cell]]:
    """The records that have at least one field that is not empty."""
    position, line, start = 0, 1, 0
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
            if any(cell.text.strip() for cell in record):
                yield record
            record = []
            position, line, start = position + 1, line + 1, position + 1
        else:
            raise GlossaryError(
                "text after a closing quote",
                where=f"{path}:{line}:{position - start + 1}",
                hint='write a quote inside as ""',
            )


def _header(text: str, path: Path) -> tuple[str, list[Cell]]:
    """The delimiter under which the first record names most columns, the earliest of ``DELIMITERS`` on a tie."""
    best: tuple[str, list[Cell]] | None = None
    most = -1
    for delimiter in DELIMITERS:
        try:
            header = next(_records(text, delimiter, path))
        except GlossaryError:
            continue  # a quote that only makes sense under another delimiter
        named = sum(_name(cell) in NAMES for cell in header)
        if named > most:
            best, most = (delimiter, header), named
    if best is None:  # malformed under all: say how
        return DELIMITERS[0], next(_records(text, DELIMITERS[0], path))
    return best


def _name(cell: Cell) -> str:
    return plain(cell.text).lower()


def _columns(header: Sequence[Cell], path: Path) -> list[str]:
    """The column that each header cell means; none may be missing, unknown or doubled."""
    expected = "the header is ko,en,zh,status,note"
    columns = [NAMES.get(_name(cell), "") for cell in header]
    place = f"{path}:{header[0].line}:1"
    if "ko" not in columns:
        raise GlossaryError("the column 'ko' is missing", where=place, hint=expected)
    if not set(columns) & set(TARGETS):
        raise GlossaryError("a target column (en, zh) is missing", where=place, hint=expected)
    for number, (cell, column) in enumerate(zip(header, columns, strict=True)):
        where = f"{path}:{cell.line}:{cell.column}"
        if not column:
            raise GlossaryError(f"unknown column {plain(cell.text)[:40]!r}", where=where, hint=expected)
        if column in columns[:number]:
            raise GlossaryError(f"a second column {column!r}", where=where, hint="keep one of them")
    return columns


def _row(record: Sequence[Cell], columns: Sequence[str], path: Path) -> Row:
    cells = dict(zip(columns, _complete(record, len(columns), path), strict=True))
    where = {name: f"{path}:{cell.line}:{cell.column}" for name, cell in cells.items()}
    state = status(cells["status"].text, where["status"]) if "status" in cells else Status.PREFERRED
    korean = forms(cells["ko"].text, "ko", where["ko"])
    for form in korean or ("",):
        if not any(map(str.isalnum, form)):
            problem = f"no letter in the Korean form {form!r}" if form else "the Korean form is empty"
            raise GlossaryError(problem, where=where["ko"], hint="write the term as the articles write it")
    targets = {code: forms(cells[code].text, code, where[code]) for code in TARGETS if code in cells}
    targets = {code: listed for code, listed in targets.items() if listed}
    if state is Status.DO_NOT_TRANSLATE:
        for code, listed in targets.items():
            if listed != korean[:1]:
                raise GlossaryError(
                    f"a do-not-translate term with another {code} form", where=where[code], hint="leave the field empty"
                )
        targets = dict.fromkeys(TARGETS, korean[:1])
    elif not targets:
        code = next(code for code in TARGETS if code in cells)
        raise GlossaryError("no target form", where=where[code], hint="fill in en or zh, or set do-not-translate")
    note = plain(cells["note"].text) if "note" in cells else ""
    return Row(korean, targets, state, note, path.name, f"{path}:{record[0].line}", record[0].line)


def _complete(record: Sequence[Cell], size: int, path: Path) -> Sequence[Cell]:
    """``record``, if it has ``size`` fields."""
    if len(record) == size:
        return record
    many = len(record) > size
    cell = record[size] if many else record[-1]
    raise GlossaryError(
        f"{len(record)} fields, the header has {size}",
        where=f"{path}:{cell.line}:{cell.column}",
        hint="put a field that holds the delimiter in quotes" if many else "keep the delimiters of empty fields",
    )
