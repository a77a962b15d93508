"""What the table formats share: records cut to their columns, rows spread over columns."""

from collections.abc import Iterator, Mapping, Sequence

from translate.article import Status
from translate.errors import GlossaryError
from translate.glossary.rows import COLUMNS, Cell, Layout, Row
from translate.languages import TARGETS

__all__ = ["fields", "written"]

OPTIONAL = ("domain", "case")
"""Columns that are only written where a row has something in them."""


def fields(
    record: Sequence[Cell], names: Sequence[str], layout: Layout, mistakes: list[GlossaryError]
) -> Mapping[str, Cell] | None:
    """Column → cell, or None (and one more mistake) where the record has more or fewer fields than the header."""
    if len(record) == len(names):
        return {name: cell for name, cell in zip(names, record, strict=True) if name}
    many = len(record) > len(names)
    cell = record[len(names)] if many else record[-1]
    mistakes.append(
        GlossaryError(
            f"{len(record)} fields, the header has {len(names)}",
            where=layout.at(cell.line, cell.column),
            hint="put a field that holds the delimiter in quotes" if many else "keep the delimiters of empty fields",
        )
    )
    return None


def written(rows: Sequence[Row]) -> Iterator[list[str]]:
    """The header, then the texts of each row.

    Raises:
        GlossaryError: A form holds a ``|``, which a table would take for two forms.
    """
    used = [name for name in COLUMNS if name not in OPTIONAL or any(getattr(row, name) for row in rows)]
    yield used
    for row in rows:
        texts = {"ko": _cell(row, "ko", row.ko), "status": row.status.value, "note": row.note, "domain": row.domain}
        for code in TARGETS:
            kept = row.status is Status.DO_NOT_TRANSLATE  # the reader puts the Korean form back
            texts[code] = "" if kept else _cell(row, code, row.targets.get(code, ()))
        texts["case"] = row.case.value
        yield [texts[name] for name in used]


def _cell(row: Row, column: str, forms: Sequence[str]) -> str:
    for form in forms:
        if "|" in form:
            raise GlossaryError(
                f"the form {form!r} holds '|', which separates forms in a table",
                where=row.where(column),
                hint="write it without, or convert to TBX",
            )
    return "|".join(forms)
