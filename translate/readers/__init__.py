"""Readers: a file in, an :class:`~translate.article.Article` out. One module a format.

Every format module turns a file into *raw paragraphs* (:class:`translate.readers.structure.Raw`): text, place and,
where the format says it, the kind. :mod:`translate.readers.structure` makes blocks of them, by the same rules for
all formats. This module opens the file, chooses the format by the suffix and puts the article together.
"""

import hashlib
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from translate.article import Article
from translate.errors import InputError
from translate.readers.opening import check, load

if TYPE_CHECKING:
    from translate.readers.structure import Source

__all__ = ["SUFFIXES", "article_name", "read"]

SUFFIXES = {
    ".txt": "txt",
    ".text": "txt",
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".docx": "docx",
}
"""Suffix (lower case) → format."""

ELSEWHERE = {
    ".doc": "save it as .docx",
    ".docm": "save it as .docx",
    ".dotx": "save it as .docx",
    ".odt": "save it as .docx",
    ".rtf": "save it as .docx",
    ".hwp": "save it as .docx or .txt",
    ".hwpx": "save it as .docx or .txt",
    ".pdf": "copy its text into a .txt or .docx file",
}


def read(path: Path) -> Article:
    """The article in ``path``; the format is chosen by the suffix (:data:`SUFFIXES`), in any case.

    Raises:
        InputError: The file is missing, a folder, unreadable, empty, binary, too large, of an unknown suffix, not
            what its suffix says, or holds nothing to translate; with the line where there is one.
    """
    format_ = _format(path)
    from translate.readers.structure import build

    data = load(path, format_)
    source = _reader(format_)(data, path)
    blocks, notices = build(source.raws, stem=article_name(path), where=path)
    return Article(
        name=article_name(path),
        file=_shown(path.name),
        format=format_,
        encoding=source.encoding,
        sha256=hashlib.sha256(data).hexdigest(),
        blocks=blocks,
        notices=(*source.notices, *notices),
    )


def article_name(path: Path) -> str:
    """What the article in ``path`` is called, and its exports after it; the file need not exist."""
    return _shown(path.stem)


def _format(path: Path) -> str:
    suffix = path.suffix.lower()
    if suffix in SUFFIXES:
        return SUFFIXES[suffix]
    check(path)  # that a file is missing matters more than its suffix
    supported = ", ".join(SUFFIXES)
    if suffix in ELSEWHERE:
        raise InputError(f"{suffix} files are not read", where=path, hint=f"{ELSEWHERE[suffix]} (read are {supported})")
    problem = f"unknown suffix {suffix!r}" if suffix else "has no suffix, so its format is unknown"
    raise InputError(problem, where=path, hint=f"supported are {supported}")


def _reader(format_: str) -> "Callable[[bytes, Path], Source]":
    """The format's own ``read``, imported when it is needed: each brings a library of its own."""
    if format_ == "md":
        from translate.readers import markdown

        return markdown.read
    if format_ == "html":
        from translate.readers import html

        return html.read
    if format_ == "docx":
        from translate.readers import docx

        return docx.read
    from translate.readers import txt

    return txt.read


def _shown(name: str) -> str:
    """A file name as text that can stand in XML and JSON: NFC; bytes that are no UTF-8, and controls, become U+FFFD."""
    text = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(c if c.isprintable() else "\ufffd" for c in unicodedata.normalize("NFC", text))
