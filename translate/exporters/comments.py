"""Findings as Word comments (ECMA-376 Part 1, 17.13.4), in python-docx's comments part."""

from copy import deepcopy
from datetime import UTC, datetime
from typing import cast

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.parts.comments import CommentsPart

from translate.exporters.markup import run, w

__all__ = ["AUTHOR", "TIME", "Comments"]

AUTHOR = "Yeonjae"
INITIALS = "YJ"
TIME = datetime(2000, 1, 1, tzinfo=UTC)  # of all that must have a time: the same input gives the same bytes


class Comments:
    """The comments of one document, in the order in which they are added; ids count from 0.

    ``w:date`` is optional (17.13.4.2), but LibreOffice saves a comment without one with the date
    0000-00-00, which is none: so they all have the same fixed one.

    python-docx makes the first; the others are copies of it, since its ``add_comment`` reads the ids of all
    comments to find the next one (9 seconds for 4,000).
    """

    def __init__(self, document: Document) -> None:
        document.comments.add_comment(author=AUTHOR, initials=INITIALS)
        part = cast(CommentsPart, document.part.part_related_by(RELATIONSHIP_TYPE.COMMENTS))
        self._root = part.element
        (self._blank,) = self._root
        self._blank.date = TIME
        self._root.remove(self._blank)
        self._count = 0

    def add(self, severity: str, message: str) -> int:
        """Adds a comment that begins with its severity; returns its id."""
        number = self._count
        comment = deepcopy(self._blank)
        comment.id = number
        comment[0].extend([run(severity.upper(), w("rStyle", val=severity.title())), run(f" · {message}")])
        self._root.append(comment)
        self._count += 1
        return number
