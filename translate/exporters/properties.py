"""The parts that say what the document is: core and extended properties, and the custom part for our own reader."""

import hashlib
import json
import uuid
from collections.abc import Sequence

from translate import __version__
from translate.article import Bitext
from translate.exporters.characters import clean
from translate.exporters.comments import AUTHOR, TIME
from translate.exporters.markup import Element, serialise

__all__ = ["NAMESPACE", "core", "custom", "custom_properties", "digest", "export_id", "extended"]

NAMESPACE = "urn:yeonjae:export:1"
CORE = {
    "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:dcterms": "http://purl.org/dc/terms/",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
}
EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
CUSTOM_XML = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"


def core(bitext: Bitext) -> bytes:
    """Core properties (Part 2, Open Packaging Conventions): title, author, one fixed time."""
    date = {"xsi:type": "dcterms:W3CDTF"}
    children = [
        Element("dc:title", {}, [bitext.article.title]),
        Element("dc:creator", {}, [AUTHOR]),
        Element("dcterms:created", date, [TIME]),
        Element("dcterms:modified", date, [TIME]),
    ]
    return serialise(Element("cp:coreProperties", CORE, children))


def extended() -> bytes:
    """Extended properties (Part 1, 22.2): the program's name."""
    return serialise(Element("Properties", {"xmlns": EXTENDED}, [Element("Application", {}, [AUTHOR])]))


def digest(text: str) -> str:
    """The hash by which the custom part knows a text: SHA-256 over its UTF-8 form as exported, 16 hex digits."""
    return hashlib.sha256(clean(text).encode()).hexdigest()[:16]


def export_id(bitext: Bitext, targets: Sequence[str]) -> str:
    """Equal for equal content: a hash over the article's bytes, all texts of these languages, and the signature."""
    content = [
        bitext.article.sha256,
        [[segment.id, clean(segment.source)] for segment in bitext.segments],
        [[code, [clean(made.text) for made in bitext.translations[code]]] for code in targets],
        clean(str(bitext.signature)),
    ]
    return hashlib.sha256(json.dumps(content, ensure_ascii=True).encode()).hexdigest()[:16]


def custom(bitext: Bitext, targets: Sequence[str], identifier: str) -> bytes:
    """The custom XML part: which article and export this is, and a hash of each source and target."""
    article = bitext.article
    facts = {
        "xmlns": NAMESPACE,
        "id": identifier,
        "project": "yeonjae",
        "version": __version__,
        "article": article.name,
        "file": article.file,
        "sha256": article.sha256,
        "targets": " ".join(targets),
        "signature": str(bitext.signature),
    }
    segments = [{"id": segment.id, "source": digest(segment.source)} for segment in bitext.segments]
    for code in targets:
        for segment, made in zip(segments, bitext.translations[code], strict=True):
            segment[code] = digest(made.text)
    return serialise(Element("export", facts, [Element("segment", segment) for segment in segments]))


def custom_properties(identifier: str) -> bytes:
    """The custom part's own id (Part 1, 22.5): a UUID made of the export's."""
    guid = str(uuid.uuid5(uuid.NAMESPACE_URL, f"{NAMESPACE}:{identifier}")).upper()
    schema = Element("ds:schemaRef", {"ds:uri": NAMESPACE})
    names = {"xmlns:ds": CUSTOM_XML, "ds:itemID": f"{{{guid}}}"}
    return serialise(Element("ds:datastoreItem", names, [Element("ds:schemaRefs", {}, [schema])]))
