"""Findings as Word comments (ECMA-376 Part 1, 17.13.4)."""

from translate.exporters.markup import Element, paragraph, run, w

__all__ = ["AUTHOR", "TIME", "Comments"]

AUTHOR = "Yeonjae"
INITIALS = "YJ"
TIME = "2000-01-01T00:00:00Z"  # of all that must have a time: the same input gives the same bytes


class Comments:
    """The comments of one document, in the order in which they are added; ids count from 0.

    ``w:date`` is optional (17.13.4.2), but LibreOffice saves a comment without one with the date
    0000-00-00, which is none: so they all have the same fixed one.
    """

    def __init__(self) -> None:
        self._elements: list[Element] = []

    def add(self, severity: str, message: str) -> int:
        """Adds a comment that begins with its severity; returns its id."""
        number = len(self._elements)
        mark = w("r", w("rPr", w("rStyle", val="CommentReference")), w("annotationRef"))
        look = w("rStyle", val=severity.title())
        body = paragraph("CommentText", mark, run(severity.upper(), look), run(f" · {message}"))
        self._elements.append(w("comment", body, id=number, author=AUTHOR, date=TIME, initials=INITIALS))
        return number

    def part(self) -> Element:
        """``w:comments``."""
        return w("comments", *self._elements)
