"""One entry as a file gives it, in whatever format: the value that readers make and the termbase is built from."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from translate.article import Status
from translate.errors import GlossaryError

__all__ = ["MAX_FORM", "Row", "forms", "plain", "status"]

MAX_FORM = 200
"""Code points in a form; a longer one is a sentence in the wrong column."""

RESERVED = "⟦⟧"
"""The engines' placeholder marks: a form that holds them could not be told from a placeholder."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a glossary file.

    Attributes:
        ko: Korean forms, the preferred one first; at least one.
        targets: Language code → forms, the preferred one first; languages without forms are absent.
        status: Of the target forms.
        note: For the translator; one line, may be empty.
        file: Name of the file, without its folder.
        place: The same as the user gave it, with the line: ``folder/file.csv:12``.
        line: Number of the line, from 1.
    """

    ko: tuple[str, ...]
    targets: Mapping[str, tuple[str, ...]]
    status: Status
    note: str
    file: str
    place: str
    line: int


def plain(text: str) -> str:
    """NFC, without white space at either end, each run of white space inside made one space."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def forms(cell: str, column: str, where: str) -> tuple[str, ...]:
    """The forms in a cell, which are separated by ``|``; a form that is listed twice counts once.

    Args:
        cell: As read.
        column: Name of its column, for messages.
        where: ``file:line:column``, for messages.

    Raises:
        GlossaryError: A form is empty between two ``|``, longer than ``MAX_FORM``, or holds control
            characters, U+FFFD (a sign of a wrong encoding) or the reserved marks.
    """
    if not cell.strip():
        return ()
    listed = [_form(part, column, where) for part in cell.split("|")]
    if "" in listed:
        raise GlossaryError(
            f"an empty variant in column {column!r}", where=where, hint="remove the '|' that has nothing beside it"
        )
    return tuple(dict.fromkeys(listed))


def status(cell: str, where: str) -> Status:
    """The status called ``cell`` (case and ``_`` for ``-`` do not matter); an empty cell means preferred.

    Raises:
        GlossaryError: There is no such status.
    """
    name = plain(cell).lower().replace("_", "-").replace(" ", "-")
    if not name:
        return Status.PREFERRED
    try:
        return Status(name)
    except ValueError:
        known = ", ".join(member.value for member in Status)
        raise GlossaryError(f"unknown status {plain(cell)[:40]!r}", where=where, hint=f"choose from {known}") from None


def _form(text: str, column: str, where: str) -> str:
    text = text.strip(" \t\n")  # a line end around a form is what a spreadsheet leaves; one inside is refused
    for char in text:
        if unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") and char != "\t":
            raise GlossaryError(
                f"a control character (U+{ord(char):04X}) in column {column!r}", where=where, hint="retype the form"
            )
        if char == "\ufffd":
            raise GlossaryError(
                f"a replacement character (U+FFFD) in column {column!r}: the file was saved in a wrong encoding",
                where=where,
                hint="restore the original and save it as UTF-8",
            )
        if char in RESERVED:
            raise GlossaryError(
                f"{char} in column {column!r} is reserved for placeholders", where=where, hint="use other brackets"
            )
    form = plain(text)
    if len(form) > MAX_FORM:
        raise GlossaryError(
            f"a form of {len(form):,} characters in column {column!r}, more than {MAX_FORM}",
            where=where,
            hint="list terms, not sentences; separate variants by '|'",
        )
    return form
