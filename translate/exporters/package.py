"""The DOCX container (ECMA-376 Part 2, Open Packaging Conventions): parts, relationships, ZIP.

The bytes depend on the parts alone: entries in a fixed order, all with the earliest time that ZIP knows.
"""

import io
import posixpath
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from translate.exporters.markup import Element, serialise

__all__ = ["Part", "build"]

CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
DEFAULTS = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the package.

    Attributes:
        name: Path in the container, without a leading slash.
        type: Content type; empty for plain XML.
        data: Its XML.
        relation: Type of the relationship that leads to it.
        source: Name of the part that the relationship starts at; empty for the package itself.
        identifier: Id of that relationship, unique for its source.
    """

    name: str
    type: str
    data: bytes
    relation: str
    source: str = ""
    identifier: str = "rId1"


def build(parts: Sequence[Part]) -> bytes:
    """The container: content types first, then the parts in the order given, each followed by its relationships."""
    entries = {"[Content_Types].xml": _content_types(parts), "_rels/.rels": _relationships("", parts)}
    for part in parts:
        entries[part.name] = part.data
        if any(other.source == part.name for other in parts):
            folder, file = posixpath.split(part.name)
            entries[f"{folder}/_rels/{file}.rels"] = _relationships(part.name, parts)
    return _zip(entries)


def _content_types(parts: Sequence[Part]) -> bytes:
    defaults = [
        Element("Default", {"Extension": extension, "ContentType": type_}) for extension, type_ in DEFAULTS.items()
    ]
    overrides = [
        Element("Override", {"PartName": f"/{part.name}", "ContentType": part.type}) for part in parts if part.type
    ]
    return serialise(Element("Types", {"xmlns": CONTENT_TYPES}, [*defaults, *overrides]))


def _relationships(source: str, parts: Sequence[Part]) -> bytes:
    folder = posixpath.dirname(source) or "."
    entries = [
        Element(
            "Relationship",
            {"Id": part.identifier, "Type": part.relation, "Target": posixpath.relpath(part.name, folder)},
        )
        for part in parts
        if part.source == source
    ]
    return serialise(Element("Relationships", {"xmlns": RELATIONSHIPS}, entries))


def _zip(entries: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as container:
        for name, data in entries.items():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # else it tells which system made it
            container.writestr(entry, data)
    return buffer.getvalue()
