"""Walks an HTML document: every paragraph in order, with kind, line and place.

Rules: block elements end a paragraph; `h1`-`h6` HEADING; `li` ITEM with the depth of its list; `td`/`th` CELL, unless
the table only lays out the page (a cell holds several paragraphs or another table); `figcaption`/`caption` CAPTION;
`pre` CODE, unless it is Hangul text without `code` in it. White space collapses as browsers do (NBSP does not).
A `br` is a hard line break, two or more end the paragraph. Dropped: scripts, media, ruby readings. Set apart, for the
caller to count or to take: form controls, hidden elements, and what stands around an article by its element: `nav`,
`footer` (except a byline), `aside`, a page's `header` without headings, forms (except one that wraps the page).
"""

import re
from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from translate.article import Kind, Place
from translate.errors import InputError
from translate.readers.marks import classify
from translate.readers.raw import Raw

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["Apart", "Box", "Paragraph", "paragraphs", "parse", "site", "title"]

_CODE = {"head", "script", "style", "template", "noscript"}
_AROUND = {"nav", "footer", "aside", "menu", "dialog"}
_CONTROLS = {"button", "select", "option", "input", "textarea", "label", "datalist"}
_MEDIA = {
    "svg",
    "annotation",
    "annotation-xml",
    "iframe",
    "object",
    "embed",
    "video",
    "audio",
    "canvas",
    "map",
    "area",
    "img",
    "picture",
    "source",
}
_DROPPED = frozenset(_CODE | _MEDIA | {"rt", "rp"})

_SECTIONS = {
    "html",
    "body",
    "article",
    "main",
    "section",
    "div",
    "header",
    "form",
    "fieldset",
    "center",
    "details",
    "hgroup",
}
_TEXT = {
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "figcaption",
    "caption",
    "pre",
    "address",
    "summary",
    "hr",
    "figure",
}
_LISTS = {"ul", "ol", "li", "dl", "dt", "dd"}
_TABLES = {"table", "thead", "tbody", "tfoot", "tr", "td", "th"}
_BLOCKS = frozenset(_SECTIONS | _TEXT | _LISTS | _TABLES)
_HEADINGS = ("h1", "h2", "h3", "h4")
_ROLES = frozenset({"navigation", "banner", "contentinfo", "complementary", "search", "menu", "dialog"})
_SPACE = re.compile(r"[ \t\n\r\f]+")  # HTML Standard, 2.3.2 "ASCII whitespace": NBSP and U+3000 stay
_CAPTION = re.compile(r"(?:^|[\s_-])caption(?:[\s_-]|$)")  # <p class="wp-caption-text">
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


class Apart(Enum):
    """Why a paragraph is not one of the text, by its element."""

    AROUND = auto()  # an element for what stands around an article
    CONTROL = auto()  # part of a form
    HIDDEN = auto()  # not shown


@dataclass(frozen=True, slots=True)
class Box:
    """A block element that holds paragraphs.

    Attributes:
        number: Tells it from others; document order.
        tag: Its name.
        names: The words of its classes and id, lower case: ``entry-content`` and ``entryContent`` have two.
    """

    number: int
    tag: str
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a page.

    Attributes:
        raw: Its text, kind and place.
        linked: How many of its letters and digits are in links.
        container: The kind of element that holds it: ``article``, ``main`` or ``body``.
        holder: The number of that element; 0 where there is none of the first two.
        path: The block elements around it, the outermost first. Tables of data and what is in them are one.
        apart: Why it is set apart; None where it may be text.
    """

    raw: Raw
    linked: int
    container: str
    holder: int
    path: tuple[Box, ...]
    apart: Apart | None = None

    @property
    def home(self) -> Box | None:
        """The innermost section (``div``, ``td`` …) around it: lists, quotations and figures are none."""
        return next((box for box in reversed(self.path) if box.tag in _SECTIONS or box.tag in ("td", "th")), None)


def parse(text: str, where: Path) -> "etree._Element":
    """The tree of an HTML document or fragment, repaired as libxml2 does; no network, no entities beyond HTML's.

    Raises:
        InputError: Nested more than 255 elements deep (text would be lost), or no element at all.
    """
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        tree = etree.fromstring(text.encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        raise InputError("has no HTML in it", where=where, hint="save it as .txt?") from error
    deep = next((entry for entry in parser.error_log if "depth" in entry.message.lower()), None)
    if deep is not None:
        raise InputError("is nested too deeply", where=f"{where}:{deep.line}", hint="save the article alone")
    if tree is None:
        raise InputError("has no HTML in it", where=where, hint="save it as .txt?")
    return tree


def paragraphs(tree: "etree._Element") -> list[Paragraph]:
    """All paragraphs of a document in order; those that are navigation by their element, or hidden, are set apart."""
    walk = _Walk()
    walk.element(tree)
    walk.flush()
    return walk.found


def title(tree: "etree._Element") -> tuple[str, int]:
    """What the page calls itself (`og:title`, else `title`), and its line; empty where it does not say."""
    for element in tree.iter("meta"):
        if element.get("property") == "og:title" and (text := _SPACE.sub(" ", element.get("content") or "").strip()):
            return text, _line(element)
    for element in tree.iter("title"):
        if text := _SPACE.sub(" ", element.text or "").strip():
            return text, _line(element)
    return "", 0


def site(tree: "etree._Element") -> str:
    """The name of the site (`og:site_name`); empty where the page does not say."""
    names = (element.get("content") or "" for element in tree.iter("meta") if element.get("property") == "og:site_name")
    return next(names, "")


@dataclass(slots=True)
class _Walk:
    """The state of a walk: the paragraph that is being collected, and where in the document it is."""

    found: list[Paragraph] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    line: int = 0
    kind: Kind | None = None
    level: int = 0
    part: str = ""
    container: str = "body"
    holder: int = 0
    boxes: tuple[Box, ...] = ()
    boxed: int = 0
    lists: int = 0
    links: int = 0
    tables: int = 0
    apart: Apart | None = None

    def element(self, element: "etree._Element") -> None:
        """Reads an element and what it holds, not what follows it."""
        tag = element.tag
        if not isinstance(tag, str) or tag in _DROPPED:
            return
        if self.apart is None and (apart := self._apart(element)):
            self._set_apart(element, apart)
        elif tag == "br":
            self._break()
        elif tag == "pre":
            self._preformatted(element)
        elif tag == "table":
            self._table(element)
        elif tag in _BLOCKS:
            self._block(element)
        else:
            self.links += tag == "a"
            self._content(element)
            self.links -= tag == "a"

    def flush(self) -> None:
        """Ends the paragraph that is being collected."""
        text = re.sub(" {2,}", " ", "".join(self.pieces)).strip(" \n")
        if text.strip():
            raw = Raw(text, Place(self.line, self.part), self.kind, self.level)
            self._add(raw, self.linked)
        self.pieces, self.linked, self.line = [], 0, 0

    def _add(self, raw: Raw, linked: int = 0) -> None:
        self.found.append(Paragraph(raw, linked, self.container, self.holder, self.boxes, self.apart))

    def _enter(self, element: "etree._Element") -> None:
        self.boxed += 1
        self.boxes = (*self.boxes, Box(self.boxed, str(element.tag), _names(element)))

    def _break(self) -> None:
        if self.pieces and self.pieces[-1] == "\n":
            self.flush()
        else:
            self.pieces.append("\n")

    def _apart(self, element: "etree._Element") -> Apart | None:
        tag = element.tag
        if element.get("hidden") is not None or element.get("aria-hidden") == "true":
            return Apart.HIDDEN
        if _HIDDEN.search(element.get("style") or ""):
            return Apart.HIDDEN
        if tag in _CONTROLS:
            return Apart.CONTROL
        around = tag in _AROUND or element.get("role") in _ROLES
        if tag == "header":  # with a heading it may be the head of the article
            around = around or (self.container == "body" and next(element.iter(*_HEADINGS), None) is None)
        elif tag == "footer":
            signed = self.container != "body" and classify(" ".join(_content(element).split()), "") is Kind.BYLINE
            around = around and not signed
        elif tag == "form":
            around = around or next(element.iter("p", "article"), None) is None
        return Apart.AROUND if around else None

    def _set_apart(self, element: "etree._Element", apart: Apart) -> None:
        """Reads an element beside the paragraph that it stands in, which hidden words and controls do not end."""
        if apart is Apart.AROUND:
            self.flush()
        saved = self.pieces, self.linked, self.line, self.kind, self.level, self.links, self.tables
        self.pieces, self.linked, self.line, self.kind, self.level, self.links = [], 0, 0, None, 0, 0
        self.apart = apart
        self.element(element)
        self.flush()
        self.apart = None
        self.pieces, self.linked, self.line, self.kind, self.level, self.links, self.tables = saved

    def _content(self, element: "etree._Element") -> None:
        self._text(element.text, element)
        for child in element:
            self.element(child)
            self._text(child.tail, child)

    def _text(self, text: str | None, element: "etree._Element") -> None:
        if not text:
            return
        if not self.line and text.strip():
            leading = text[: len(text) - len(text.lstrip(" \t\r\n\f"))]
            self.line = _line(element) + leading.count("\n")
        if text.strip() or not self.pieces or self.pieces[-1] != "\n":  # two breaks with a space between are two
            self.pieces.append(_SPACE.sub(" ", text))
        if self.links:
            self.linked += sum(c.isalnum() for c in text)

    def _block(self, element: "etree._Element") -> None:
        self.flush()
        saved = self.kind, self.level, self.part, self.container, self.holder, self.boxes, self.lists
        tag = str(element.tag)
        self._enter(element)
        if self.apart is None and (tag in ("article", "main") or element.get("role") == "main"):
            self.container = "article" if "article" in (tag, self.container) else "main"
            self.holder = self.boxed
        elif len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.kind, self.level = Kind.HEADING, int(tag[1])
        elif tag in ("figcaption", "caption") or _CAPTION.search(element.get("class") or ""):
            self.kind, self.level = Kind.CAPTION, 0
        elif tag in ("ul", "ol"):
            self.lists += 1
        elif tag == "li":
            listed = all(box.tag != "header" for box in self.boxes)  # there a list is for the looks: byline, date
            self.kind, self.level = (Kind.ITEM, max(self.lists, 1)) if listed else (None, 0)
        self._content(element)
        self.flush()
        self.kind, self.level, self.part, self.container, self.holder, self.boxes, self.lists = saved

    def _preformatted(self, element: "etree._Element") -> None:
        self.flush()
        text = _content(element)
        line = _line(element) + len(text) - len(text.lstrip("\n"))
        hangul = sum("가" <= c <= "힣" for c in text)
        if element.find(".//code") is None and hangul * 2 > sum(map(str.isalpha, text)):
            lines = enumerate(text.lstrip("\n").split("\n"))
            raws = [Raw(part, Place(line + i, self.part), self.kind, self.level) for i, part in lines if part.strip()]
        else:
            raws = [Raw(text.strip("\n"), Place(line, self.part), Kind.CODE)] if text.strip() else []
        boxes = self.boxes
        self._enter(element)
        for raw in raws:
            self._add(raw)
        self.boxes = boxes

    def _table(self, table: "etree._Element") -> None:
        self.flush()
        rows = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]
        cells = [[cell for cell in row if cell.tag in ("td", "th")] for row in rows]
        if _lays_out(cells) or _strays(table):
            self._content(table)
            self.flush()
            return
        self.tables += 1
        number, saved = self.tables, (self.kind, self.level, self.part, self.boxes)
        self._enter(table)
        for caption in table.findall("caption"):
            self.element(caption)
        self.kind, self.level = Kind.CELL, 0
        for i, row in enumerate(cells, start=1):
            for j, cell in enumerate(row, start=1):
                self.part = f"table {number}, row {i}, cell {j}"
                self._content(cell)
                self.flush()
        self.kind, self.level, self.part, self.boxes = saved


def _lays_out(rows: list[list["etree._Element"]]) -> bool:
    """Is this a table for the layout of a page: a single cell, a table within a cell, or several paragraphs in one?"""
    if sum(map(len, rows)) < 2:
        return True
    for cell in (cell for row in rows for cell in row):
        held = [part for part in cell.iter("p", "h1", "h2", "h3", "article") if _content(part).strip()]
        if len(held) > 1 or cell.find(".//table") is not None or len(cell.findall(".//br")) > 3:
            return True
    return False


def _strays(table: "etree._Element") -> bool:
    """Is there text in a table that is in none of its cells? Browsers show it above the table (HTML, 13.2.6.4.9)."""
    parts = (part for part in table.iter("table", "thead", "tbody", "tfoot", "tr"))
    for part in (part for part in parts if part is table or next(part.iterancestors("table")) is table):
        others = (child for child in part if child.tag not in _TABLES | _DROPPED | {"caption", "colgroup"})
        texts = [part.text, *(child.tail for child in part), *map(_content, others)]
        if any(text and text.strip() for text in texts):
            return True
    return False


def _names(element: "etree._Element") -> frozenset[str]:
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return frozenset(word.lower() for word in _WORD.findall(names))


def _line(element: "etree._Element") -> int:
    line = element.sourceline
    return line if isinstance(line, int) else 0


def _content(element: "etree._Element") -> str:
    return "".join(str(part) for part in element.itertext())
