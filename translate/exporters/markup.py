"""Elements of WordprocessingML (ECMA-376 Part 1, section 17), as python-docx makes them.

The schema fixes the order of child elements: callers pass children in that order, and
``tests/exporters/test_schema.py`` checks the result against the schema's sequences.

An element stands in one place: appended elsewhere, it moves there. What is needed often is made once and copied,
which lxml does several times faster than making it anew.
"""

import re
from collections.abc import Iterable, Mapping
from copy import deepcopy
from functools import cache

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

from translate.exporters.characters import clean

__all__ = ["Element", "control", "element", "paragraph", "run", "w"]

Element = etree._Element

BREAKS = {"\t": "tab", "\n": "br", "\r": "cr"}
PIECE = re.compile("[\t\n\r]|[^\t\n\r]+")
NAME = cache(qn)  # w:val → {namespace}val


def w(name: str, /, *children: Element | None, **attributes: str | int) -> Element:
    """The element ``w:name`` with attributes of the same namespace; children that are None are left out.

    Values lose what XML 1.0 does not allow.
    """
    made: Element = OxmlElement(f"w:{name}", {NAME(f"w:{key}"): clean(str(value)) for key, value in attributes.items()})
    made.extend([child for child in children if child is not None])
    return made


def element(
    tag: str,
    attributes: Mapping[str, str] | None = None,
    children: Iterable[Element] = (),
    *,
    prefix: str | None = None,
) -> Element:
    """An element of any namespace; values lose what XML 1.0 does not allow.

    Args:
        tag: In Clark's notation, ``{namespace}name``.
        attributes: Names, in that notation where they have a namespace → values.
        children: Elements.
        prefix: Of the namespace; None makes it the default one.
    """
    values = {key: clean(value) for key, value in (attributes or {}).items()}
    made = etree.Element(tag, values, nsmap={prefix: tag[1 : tag.index("}")]})  # type: ignore[dict-item]  # None is the default one
    made.extend(children)
    return made


def run(text: str, *properties: Element | None) -> Element:
    """A run (17.3.2.25). Tab, line feed and carriage return are ``w:tab``, ``w:br`` and ``w:cr``, so that
    reading them back gives ``text`` again, less what XML does not allow.
    """
    made = deepcopy(_empty("r"))
    given = [child for child in properties if child is not None]
    if given:
        made.append(w("rPr", *given))
    for piece in PIECE.findall(clean(text)):
        child = deepcopy(_empty(BREAKS.get(piece, "t")))
        if piece not in BREAKS:
            child.text = piece
        made.append(child)
    return made


@cache
def _empty(name: str) -> Element:
    made = w(name)
    if name == "t":
        made.set(qn("xml:space"), "preserve")
    return made


def paragraph(style: str, *content: Element, keep_next: bool = False) -> Element:
    """A paragraph (17.3.1.22) in a paragraph style."""
    made = deepcopy(_empty_paragraph(style, keep_next))
    made.extend(content)
    return made


@cache
def _empty_paragraph(style: str, keep_next: bool) -> Element:
    return w("p", w("pPr", w("pStyle", val=style), w("keepNext") if keep_next else None))


def control(
    tag: str, title: str, number: int, content: Iterable[Element], *, lock: str, kind: Element | None = None
) -> Element:
    """A content control (17.5.2).

    Args:
        tag: Its ``w:tag``, by which programs find it; Word allows 64 characters.
        title: Its ``w:alias``, which Word shows at the control.
        number: Its id, unique in the document, 1 to 2³¹ - 1.
        content: What it holds.
        lock: ``sdtContentLocked`` (neither edit nor delete) or ``sdtLocked`` (edit, not delete).
        kind: Element that makes it more than rich text.
    """
    made = deepcopy(_empty_control(lock))
    properties, held = made
    for child, value in zip(properties, (title, tag, str(number)), strict=False):
        child.set(NAME("w:val"), clean(value))
    if kind is not None:
        properties.append(kind)
    held.extend(content)
    return made


@cache
def _empty_control(lock: str) -> Element:
    return w("sdt", w("sdtPr", w("alias"), w("tag"), w("id"), w("lock", val=lock)), w("sdtContent"))
