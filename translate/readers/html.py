"""HTML: the article out of a page.

Two sources that complete each other. :mod:`translate.readers.page` walks the document and gives every paragraph with
its kind, line and place, except what is navigation by its element. Trafilatura, which has seen more pages than any
list of rules, says which of the paragraphs are the article: from the first to the last that it recognised, with what
it tends to lose in between (bylines, captions, short lines), but without blocks of links. Where it finds too little
(small or odd pages) the rule is: `article`, else `main`, else `body`.

The declared encoding counts (`<meta charset>`, XML declaration), after a byte order mark and if it decodes.
"""

import logging
import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from translate.article import Kind, Place
from translate.errors import InputError
from translate.readers.decoding import LINE_END, decode
from translate.readers.page import Paragraph, paragraphs, parse, title
from translate.readers.raw import Raw, Source

__all__ = ["fragment", "read"]

ENOUGH = 0.5  # of the letters of the main element; less, and trafilatura's answer is not trusted
TELLING = 12  # letters and digits that a paragraph needs to be recognised anywhere in a text
NEAR = 4  # how many paragraphs a short one that was recognised may stand apart from the others
HEADLINE = 3  # deepest level of a heading that may be the headline
ABOVE = 12  # how many paragraphs above the text the headline may stand
LINKED = 0.8  # share of letters in links above which a paragraph is navigation

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
    chosen, how = _choose(found, known)
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
    keys = (_key(line) for part in body.itertext() for line in part.splitlines())
    return [key for key in keys if key]


def _key(text: str) -> str:
    """Letters and digits only: trafilatura changes white space and punctuation at the joints."""
    return "".join(c for c in unicodedata.normalize("NFC", text) if c.isalnum())


def _choose(found: Sequence[Paragraph], known: Sequence[str]) -> tuple[list[int], str]:
    """Indexes of the paragraphs of the article, and a notice where the element rules had to choose them."""
    whole, lines = "".join(known), frozenset(known)
    keys = [_key(paragraph.raw.text) for paragraph in found]
    sure = [len(key) >= TELLING and (key in lines or key in whole) for key in keys]
    main = _main(found)
    wanted = sum(len(keys[i]) for i in main if not _linked(found[i]))
    if not any(sure) or sum(len(k) for k, s in zip(keys, sure, strict=True) if s) < ENOUGH * wanted:
        element = found[main[0]].container if main else "body"
        return [i for i in main if not _linked(found[i])], f"article text chosen by its element: {element}"
    first, last = sure.index(True), len(sure) - 1 - sure[::-1].index(True)
    short = [_known(paragraph, lines) for paragraph in found]
    while True in (near := short[last + 1 : last + 1 + NEAR]):
        last += near.index(True) + 1
    while True in (near := short[max(0, first - NEAR) : first][::-1]):
        first -= near.index(True) + 1
    first, last = _held(found, first, last)
    first = _headline_above(found, first, last)
    return [i for i in range(first, last + 1) if short[i] or not _linked(found[i])], ""


def _held(found: Sequence[Paragraph], first: int, last: int) -> tuple[int, int]:
    """The span with all that the ``article`` elements at its ends hold: trafilatura drops a list or a table there."""
    while first > 0 and found[first].container == "article" and found[first - 1].holder == found[first].holder:
        first -= 1
    while last + 1 < len(found) and found[last].container == "article" and found[last + 1].holder == found[last].holder:
        last += 1
    return first, last


def _known(paragraph: Paragraph, lines: frozenset[str]) -> bool:
    return all(_key(line) in lines for line in paragraph.raw.text.split("\n"))


def _main(found: Sequence[Paragraph]) -> list[int]:
    """Indexes of the paragraphs in the element that holds the article by its name."""
    for name in ("article", "main"):
        if inside := [i for i, paragraph in enumerate(found) if paragraph.container == name]:
            return inside
    return list(range(len(found)))


def _headline_above(found: Sequence[Paragraph], first: int, last: int) -> int:
    """Where the article begins when its headline stands above the first paragraph that was recognised."""
    if any(p.raw.kind is Kind.HEADING and p.raw.level == 1 for p in found[first : last + 1]):
        return first
    for index in range(first - 1, max(-1, first - 1 - ABOVE), -1):
        raw = found[index].raw
        if raw.kind is Kind.HEADING and raw.level <= HEADLINE and not _linked(found[index]):
            return index
    return first


def _linked(paragraph: Paragraph) -> bool:
    letters = len(_key(paragraph.raw.text))
    return paragraph.linked > 0 and paragraph.linked >= LINKED * letters


def _with_title(chosen: list[Raw], found: Sequence[Paragraph], named: tuple[str, int]) -> list[Raw]:
    """Puts a headline before an article that has none: the heading that the page's title repeats, else the title."""
    text, line = named
    if not text or any(raw.kind is Kind.HEADING and raw.level == 1 for raw in chosen):
        return chosen
    keys = {_key(text), _key(_SITE.sub("", text))} - {""}
    if any(_key(raw.text) in keys for raw in chosen[:3]):
        return [
            Raw(raw.text, raw.place, Kind.HEADING, 1) if i < 3 and _key(raw.text) in keys else raw
            for i, raw in enumerate(chosen)
        ]
    for paragraph in found:
        if paragraph.raw.kind is Kind.HEADING and _key(paragraph.raw.text) in keys:
            return [Raw(paragraph.raw.text, paragraph.raw.place, Kind.HEADING, 1), *chosen]
    return [Raw(_SITE.sub("", text), Place(line, "title"), Kind.HEADING, 1), *chosen]
