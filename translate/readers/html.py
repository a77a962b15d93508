"""HTML: the article out of a page.

Two sources that complete each other. :mod:`translate.readers.page` walks the document and gives every paragraph with
its kind, line and place, except what is navigation by its element. Trafilatura, which has seen more pages than any
list of rules, recognises text among them. :mod:`translate.readers.selection` makes of both which are the article.

The declared encoding counts (`<meta charset>`, XML declaration), after a byte order mark and if it decodes.
"""

import logging
import re
from collections.abc import Sequence
from pathlib import Path

from translate.article import Kind, Place
from translate.errors import InputError
from translate.readers.decoding import LINE_END, decode
from translate.readers.page import Paragraph, paragraphs, parse, title
from translate.readers.raw import Raw, Source
from translate.readers.selection import choose, letters

__all__ = ["fragment", "read"]

_DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,5}=\s{0,5}["']?\s{0,5}([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_CHARACTER = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,9}))")
_SITE = re.compile(r"\s+(?:[-–—|:<>·]|::)\s+.{1,40}$")


def read(data: bytes, where: Path) -> Source:
    """The raw paragraphs of the article in a page, with their lines from 1.

    Raises:
        InputError: It cannot be decoded, has references to surrogates (with the line), or is nested too deeply.
    """
    declared = _DECLARED.search(data[:4096])
    decoded = decode(data, where, declared[1].decode("ascii") if declared else "")
    _refuse_surrogates(decoded.text, where)
    tree = parse(decoded.text, where)
    found = paragraphs(tree)
    known = _recognised(decoded.text) if len(found) > 1 else []  # of one there is nothing to choose
    chosen, how = choose(found, known)
    raws = _with_title([found[i].raw for i in chosen], found, title(tree))
    left = len(found) - len(chosen)
    notices = list(decoded.notices)
    if how:
        notices.append(how)
    if left:
        notices.append(f"{left:,} paragraph{'s' if left > 1 else ''} of the page left out: not part of the article")
    return Source(tuple(raws), decoded.encoding, tuple(notices))


def fragment(text: str, where: Path) -> list[Raw]:
    """The raw paragraphs of a piece of HTML, all of them; lines count from 1 in the piece.

    Raises:
        InputError: It is nested too deeply.
    """
    return [paragraph.raw for paragraph in paragraphs(parse(f"<div>{text}</div>", where))]


def _refuse_surrogates(text: str, where: Path) -> None:
    """`&#xD800;` is no character (HTML Standard, 13.2.5.80: a parse error); parsers drop or replace it silently."""
    for match in _CHARACTER.finditer(text):
        code = int(match[1], 16) if match[1] else int(match[2])
        if 0xD800 <= code <= 0xDFFF:
            line = len(LINE_END.findall(text, 0, match.start())) + 1
            raise InputError(
                f"{match[0]}; is a lone surrogate, not a character", where=f"{where}:{line}", hint="repair that line"
            )


def _recognised(text: str) -> list[str]:
    """Keys of the lines that trafilatura takes for the article; none where it fails."""
    for name in ("trafilatura", "htmldate", "courlan", "justext", "readability"):
        logging.getLogger(name).addHandler(logging.NullHandler())  # else warnings go to stderr
    import trafilatura

    try:
        document = trafilatura.bare_extraction(text, include_comments=False, include_tables=True)
    except Exception:  # whatever a strange page provokes in it: the rules are still there
        return []
    body = getattr(document, "body", None)
    if body is None:
        return []
    found = (letters(line) for part in body.itertext() for line in part.splitlines())
    return [line for line in found if line]


def _with_title(chosen: list[Raw], found: Sequence[Paragraph], named: tuple[str, int]) -> list[Raw]:
    """Puts a headline before an article that has none: the heading that the page's title repeats, else the title."""
    text, line = named
    if not text or any(raw.kind is Kind.HEADING and raw.level == 1 for raw in chosen):
        return chosen
    keys = {letters(text), letters(_SITE.sub("", text))} - {""}
    if any(letters(raw.text) in keys for raw in chosen[:3]):
        return [
            Raw(raw.text, raw.place, Kind.HEADING, 1) if i < 3 and letters(raw.text) in keys else raw
            for i, raw in enumerate(chosen)
        ]
    for paragraph in found:
        if paragraph.raw.kind is Kind.HEADING and letters(paragraph.raw.text) in keys:
            return [Raw(paragraph.raw.text, paragraph.raw.place, Kind.HEADING, 1), *chosen]
    return [Raw(_SITE.sub("", text), Place(line, "title"), Kind.HEADING, 1), *chosen]
