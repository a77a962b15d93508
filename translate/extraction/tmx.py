"""Reading TMX files of earlier installments: what the series has been translated to.

TMX 1.1 to 1.4b (LISA/OSCAR): ``tu`` units with a ``tuv`` a language, named by ``xml:lang`` (``lang`` before 1.3).
Inside a ``seg``, the content of ``bpt ept it ph ut`` is code of the original's format and no text; that of ``hi`` is
text. Of two variants in one language the first counts.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from translate import files
from translate.errors import InputError
from translate.languages import KOREAN, TARGETS

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["Unit", "read"]

MAX_BYTES = 256 * 2**20
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
CODES = frozenset({"bpt", "ept", "it", "ph", "ut"})


@dataclass(frozen=True, slots=True)
class Unit:
    """A translated segment.

    Attributes:
        id: ``tuid``, or the number of the unit in the file, from 1.
        source: Korean, NFC.
        targets: Language code → translation, NFC; only the languages that this program knows.
    """

    id: str
    source: str
    targets: dict[str, str]


def read(path: Path) -> list[Unit]:
    """The units that have a Korean segment and a translation.

    Raises:
        InputError: The file cannot be read, is no TMX, or has no such unit.
    """
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= MAX_BYTES else b""
    except OSError as error:
        raise InputError(f"cannot be read ({(error.strerror or str(error)).lower()})", where=path) from error
    if size > MAX_BYTES:
        raise InputError(f"is larger than {MAX_BYTES // 2**20} MB", where=path, hint="split it")
    root = files.parse_xml(data, path)
    if _name(root) != "tmx":
        raise InputError(f"is no TMX file (its root is {_name(root)!r})", where=path, hint="export it as TMX 1.4")
    units = [_unit(element, str(number)) for number, element in enumerate(_children(root, "body", "tu"), 1)]
    found = [unit for unit in units if unit.source and unit.targets]
    if not found:
        known = ", ".join(TARGETS)
        raise InputError(f"has no unit from ko to {known}", where=path, hint="give the TMX of this series")
    return found


def _children(element: "etree._Element", *names: str) -> Iterator["etree._Element"]:
    """The elements reached over these names, in document order."""
    for child in element:
        if _name(child) == names[0]:
            if len(names) == 1:
                yield child
            else:
                yield from _children(child, *names[1:])


def _unit(element: "etree._Element", number: str) -> Unit:
    texts: dict[str, str] = {}
    for variant in _children(element, "tuv"):
        code = _code(variant.get(LANG) or variant.get("lang") or "")
        segment = next(_children(variant, "seg"), None)
        if code and segment is not None:
            texts.setdefault(code, unicodedata.normalize("NFC", " ".join(_text(segment).split())))
    targets = {code: texts[code] for code in TARGETS if texts.get(code)}
    return Unit(element.get("tuid") or number, texts.get(KOREAN.code, ""), targets)


def _code(tag: str) -> str:
    """``ko``, ``en`` or ``zh`` for a tag of RFC 5646 (``zh-Hans-CN``), else nothing."""
    first = tag.lower().replace("_", "-").split("-")[0]
    return first if first in (KOREAN.code, *TARGETS) else ""


def _text(element: "etree._Element") -> str:
    parts = [element.text or ""]
    for child in element:
        if _name(child) not in ("", *CODES):
            parts.append(_text(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _name(element: "etree._Element") -> str:
    """Local name; empty for comments and processing instructions."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
