"""What the table formats share: records cut to their columns, rows spread over columns."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from translate.article import Status
from translate.errors import GlossaryError
from translate.glossary.rows import COLUMNS, Cell, Layout, Row
from translate.languages import TARGETS

__all__ = ["fields", "written"]

OPTIONAL = ("domain", "case")
"""Columns that are only written where a row has something in them."""


def fields(
    record: Sequence[Cell],
    names: Sequence[str],
    layout: Layout,
    mistakes: list[GlossaryError],
    needed: Sequence[Collection[str]],
) -> Mapping[str, Cell] | None:
    """Column → cell, or None (and one more mistake) where the record has too many or too few fields.

    Spreadsheets leave out empty fields at the end of a row, and write empty ones where there is no column: both
    mean nothing.

    Args:
        record: The fields; at least one.
        names: Of the columns; empty for one that is left out.
        layout: For messages.
        mistakes: What is wrong is added here.
        needed: Columns of which a shorter record must reach at least one, for each of these groups.
    """
    there = set(names[: len(record)])
    if all(there & set(group) for group in needed) and not any(cell.text.strip() for cell in record[len(names) :]):
        end = Cell("", record[-1].line, record[-1].column)
        padded = [*record[: len(names)], *[end] * (len(names) - len(record))]
        return {name: cell for name, cell in zip(names, padded, strict=True) if name}
    many = len(record) > len(names)
    cell = next(cell for cell in record[len(names) :] if cell.text.strip()) if many else record[-1]
    mistakes.append(
        GlossaryError(
            f"{len(record)} field{'s' * (len(record) > 1)}, the header has {len(names)}",
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
