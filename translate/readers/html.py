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
from translate.readers.page import Apart, Paragraph, paragraphs, parse, site, title
from translate.readers.raw import Raw, Source
from translate.readers.selection import Named, choose, head, letters

__all__ = ["fragment", "read"]

_DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,5}=\s{0,5}["']?\s{0,5}([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_CHARACTER = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,9}))")
_SITE = re.compile(r"\s+(?:[-–—|:<>·]|::)\s+(.{1,40})$")
_QUOTED = 40  # characters of a paragraph that a notice shows


def read(data: bytes, where: Path) -> Source:
    """The raw paragraphs of the article in a page, with their lines from 1.

    Raises:
        InputError: It cannot be decoded, has references to surrogates (with the line), or is nested too deeply.
    """
    declared = _DECLARED.search(data[:4096])
    decoded = decode(data, where, declared[1].decode("ascii") if declared else "")
    _refuse_surrogates(decoded.text, where)
    tree = parse(decoded.text, where)
    whole = paragraphs(tree)
    found = [paragraph for paragraph in whole if paragraph.apart is None]
    known = _recognised(decoded.text) if len(found) > 1 else []  # of one there is nothing to choose
    text, line = title(tree)
    named = _named(text, site(tree))
    chosen, how = choose(found, known, named)
    raws = _with_title([found[i].raw for i in chosen], found[: chosen[0]] if chosen else [], named, text, line)
    notices = (*decoded.notices, *([how] if how else []), *_left_out(whole, raws))
    return Source(tuple(raws), decoded.encoding, notices)


def fragment(text: str, where: Path) -> tuple[list[Raw], int]:
    """The raw paragraphs of a piece of HTML that are shown, and how many are hidden; lines count from 1 in the piece.

    Raises:
        InputError: It is nested too deeply.
    """
    found = paragraphs(parse(f"<div>{text}</div>", where))
    shown = [paragraph.raw for paragraph in found if paragraph.apart is not Apart.HIDDEN]
    return shown, len(found) - len(shown)


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


def _named(text: str, site_name: str) -> Named:
    """What a page calls itself, from its title: ``새 공장 - 남쪽신문`` names the article and the site."""
    tail = _SITE.search(text)
    titles = {letters(text), letters(_SITE.sub("", text))} - {""}
    sites = {letters(site_name), letters(tail[1]) if tail else ""} - {""}
    return Named(frozenset(titles), frozenset(sites))


def _with_title(chosen: list[Raw], above: Sequence[Paragraph], named: Named, text: str, line: int) -> list[Raw]:
    """Puts a headline before an article that has none.

    It is the heading that the page's title repeats, else the only `h1` above, else the title (``text`` at ``line``).
    """
    if any(raw.kind is Kind.HEADING and raw.level == 1 for raw in chosen):
        return chosen
    if any(letters(raw.text) in named.titles for raw in chosen[:3]):
        return [
            Raw(raw.text, raw.place, Kind.HEADING, 1) if i < 3 and letters(raw.text) in named.titles else raw
            for i, raw in enumerate(chosen)
        ]
    for paragraph in above:
        if paragraph.raw.kind is Kind.HEADING and letters(paragraph.raw.text) in named.titles:
            return [Raw(paragraph.raw.text, paragraph.raw.place, Kind.HEADING, 1), *chosen]
    if (only := head(above, named)) >= 0:
        return [above[only].raw, *chosen]
    return [Raw(_SITE.sub("", text), Place(line, "title"), Kind.HEADING, 1), *chosen] if text else chosen


def _left_out(whole: Sequence[Paragraph], raws: Sequence[Raw]) -> list[str]:
    """The notice of what was left out, with the first of it that is text: in an `article` element, if there is any."""
    taken = {(raw.text, raw.place) for raw in raws}
    left = [one for one in whole if (one.raw.text, one.raw.place) not in taken and letters(one.raw.text)]
    if not left:
        return []
    first = min(left, key=_unlikely).raw
    shown = " ".join(first.text.split())
    shown = shown if len(shown) <= _QUOTED else f"{shown[:_QUOTED].rstrip()}…"
    many = f"{len(left):,} paragraphs" if len(left) > 1 else "1 paragraph"
    quoted = f"the first of text at {first.place}" if len(left) > 1 else f"{first.place}"
    return [f"{many} of the page left out, not part of the article; {quoted}: {shown!r}"]


def _unlikely(paragraph: Paragraph) -> tuple[bool, bool, bool]:
    unseen = paragraph.apart in (Apart.HIDDEN, Apart.CONTROL)
    return unseen, paragraph.container != "article", paragraph.linked > 0
