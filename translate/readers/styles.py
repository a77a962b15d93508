"""What the styles of a Word document say about a paragraph: heading, list item, caption, hidden (ECMA-376, 17.7)."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from translate.article import Kind
from translate.readers.package import local

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["Styles", "value"]

_HEADING = re.compile(r"(?:heading|제목) ?([1-9])")
_LIST = re.compile(r"list (?:bullet|number)(?: ([2-5]))?")
_BODY_LEVEL = 9  # w:outlineLvl 9 is body text (17.3.1.20)
_OFF = frozenset({"0", "false", "off"})  # ST_OnOff, 22.9.2.7
_DEEPEST = 32  # styles in a w:basedOn chain


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    based: str
    outline: int | None
    numbered: bool | None
    depth: int
    hidden: bool | None


class Styles:
    """The styles of a document.

    Args:
        part: Root of the styles part; None where the document has none.
    """

    def __init__(self, part: "etree._Element | None") -> None:
        self._styles: dict[str, _Style] = {}
        self._default = ""
        for element in part if part is not None else ():
            if local(element) != "style":
                continue
            identifier = value(element, "styleId")
            self._styles[identifier] = _style(element)
            if value(element, "type") == "paragraph" and value(element, "default") not in ("", *_OFF):
                self._default = identifier

    def kind(self, properties: "etree._Element | None") -> tuple[Kind | None, int]:
        """Kind and level of a paragraph with these `w:pPr`; (None, 0) where nothing says more than *paragraph*."""
        chain = self._chain(properties, "pStyle")
        own = _style(properties) if properties is not None else None
        names = [style.name for style in chain]
        if "caption" in names:
            return Kind.CAPTION, 0
        if names and names[0].startswith(("toc ", "table of figures")):
            return Kind.FURNITURE, 0  # made by the word processor from the headings
        if level := _heading([own, *chain] if own else chain):
            return Kind.HEADING, level
        listed = next((match for name in names if (match := _LIST.fullmatch(name))), None)
        depth = int(listed[1] or 1) if listed else 0  # List Bullet 2 is indented by its style, not by its numbering
        for style in [own, *chain] if own else chain:
            if style.numbered is not None:
                return (Kind.ITEM, max(style.depth + 1, depth)) if style.numbered else (None, 0)
        return (Kind.ITEM, depth) if listed else (None, 0)

    def hides(self, properties: "etree._Element | None", inherited: bool = False) -> bool:
        """Is text with these `w:rPr` (or paragraphs with these `w:pPr`) hidden: `w:vanish`, 17.3.2.41?"""
        if properties is None:
            return inherited
        if local(properties) == "rPr" and (own := _switch(properties, "vanish")) is not None:
            return own
        chain = self._chain(properties, "pStyle" if local(properties) == "pPr" else "rStyle")
        return next((style.hidden for style in chain if style.hidden is not None), inherited)

    def _chain(self, properties: "etree._Element | None", tag: str) -> list[_Style]:
        """The style that the properties name (paragraphs: or the default one) and those it is based on."""
        children = () if properties is None else tuple(properties)
        named = next((value(child) for child in children if local(child) == tag), "")
        identifier = named or (self._default if tag == "pStyle" else "")
        chain: list[_Style] = []
        while identifier in self._styles and len(chain) < _DEEPEST:  # a chain may be a circle
            chain.append(self._styles[identifier])
            identifier = chain[-1].based
        return chain


def value(element: "etree._Element", name: str = "val") -> str:
    """An attribute of WordprocessingML by its local name; empty where it is missing."""
    for key, text in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(text)
    return ""


def _heading(styles: list[_Style]) -> int:
    """Heading level by the first style that says: `Title` 1, `Subtitle` 2, `heading n`, `w:outlineLvl`; at most 6."""
    for style in styles:
        if style.name in ("title", "제목"):
            return 1
        if style.name in ("subtitle", "부제"):
            return 2
        if style.outline is not None:
            return 0 if style.outline >= _BODY_LEVEL else min(style.outline + 1, 6)
        if match := _HEADING.fullmatch(style.name):
            return min(int(match[1]), 6)
    return 0


def _style(element: "etree._Element") -> _Style:
    """A `w:style`, or the `w:pPr` of a paragraph taken as a style without a name."""
    children = {local(child): child for child in element}
    properties = element if local(element) == "pPr" else children.get("pPr")
    outline, numbered, depth = None, None, 0
    for child in properties if properties is not None else ():
        if local(child) == "outlineLvl":
            outline = _number(value(child))
        elif local(child) == "numPr":
            parts = {local(part): value(part) for part in child}
            numbered = parts.get("numId", "0") != "0"  # 17.9.18: 0 takes the numbering away
            depth = min(_number(parts.get("ilvl", "0")), 8)
    run = children.get("rPr") if local(element) == "style" else None
    return _Style(
        name=value(children["name"]).lower() if "name" in children else "",
        based=value(children["basedOn"]) if "basedOn" in children else "",
        outline=outline,
        numbered=numbered,
        depth=depth,
        hidden=_switch(run, "vanish") if run is not None else None,
    )


def _switch(properties: "etree._Element", name: str) -> bool | None:
    """A toggle property: on, off, or None where it is not named."""
    for child in properties:
        if local(child) == name:
            return value(child) not in _OFF
    return None


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 0
