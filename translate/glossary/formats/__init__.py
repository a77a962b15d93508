"""Glossary files: a module a format, found by the suffix of the file's name.

A new format is a module with ``read`` (and ``write``, if it can be written) and a line in the tables below.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from translate.errors import GlossaryError
from translate.glossary.formats import delimited, tbx_reading, workbook
from translate.glossary.rows import Reading

__all__ = ["READERS", "read"]

READERS: Mapping[str, Callable[[Path, Mapping[str, str]], Reading]] = {
    ".csv": delimited.read,
    ".tsv": delimited.read,
    ".txt": delimited.read,
    ".xlsx": workbook.read,
    ".tbx": tbx_reading.read,
    ".xml": tbx_reading.read,
}
"""File suffix, in lower case → reader."""


def read(path: Path, meant: Mapping[str, str] | None = None) -> Reading:
    """The rows of a glossary file of any format; what stops the reading altogether is among its mistakes.

    Args:
        path: The file.
        meant: What the columns of a table mean, where the user says it
            (:func:`translate.glossary.headers.mapping`).
    """
    reader = READERS.get(path.suffix.lower())
    try:
        if reader is None and not path.is_dir():
            raise GlossaryError(
                f"unknown glossary format {path.suffix or path.name!r}",
                where=path,
                hint=f"give one of {', '.join(READERS)}",
            )
        return (reader or delimited.read)(path, meant or {})
    except GlossaryError as error:
        return Reading([], [error], [])
