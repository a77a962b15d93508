"""The parts that say what the document is: core and extended properties, and the custom part for our own reader."""

import hashlib
import json
import uuid
from collections.abc import Sequence

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from translate import __version__, seals
from translate.article import Bitext
from translate.exporters import package
from translate.exporters.characters import clean
from translate.exporters.comments import AUTHOR, TIME
from translate.exporters.markup import Element, element

__all__ = ["add", "digest", "export_id"]

EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
CUSTOM_XML = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
LONGEST = 255  # characters that python-docx takes as a core property


def add(document: Document, bitext: Bitext, targets: Sequence[str], identifier: str) -> None:
    """Adds all of them to ``document``; ``identifier`` is the :func:`export_id`."""
    kind, relation = CONTENT_TYPE, RELATIONSHIP_TYPE
    root = _custom(bitext, targets, identifier)
    part = package.add(document.part, "customXml/item1.xml", kind.XML, relation.CUSTOM_XML, root)
    about = _custom_properties(identifier)
    package.add(part, "customXml/itemProps1.xml", kind.OFC_CUSTOM_XML_PROPERTIES, relation.CUSTOM_XML_PROPS, about)
    _core(document, bitext)
    whole = document.part.package
    package.add(whole, "docProps/app.xml", kind.OFC_EXTENDED_PROPERTIES, relation.EXTENDED_PROPERTIES, _extended())


def _core(document: Document, bitext: Bitext) -> None:
    """Core properties (Part 2, Open Packaging Conventions): title, author, one fixed time."""
    title = clean(bitext.article.title)
    made = document.core_properties
    made.title = title if len(title) <= LONGEST else f"{title[: LONGEST - 1]}…"
    made.author = made.last_modified_by = AUTHOR
    made.created = made.modified = TIME


def _extended() -> Element:
    """Extended properties (Part 1, 22.2): the program's name."""
    application = element(f"{{{EXTENDED}}}Application")
    application.text = AUTHOR
    return element(f"{{{EXTENDED}}}Properties", children=[application])


def digest(text: str) -> str:
    """The hash by which the custom part knows a text: SHA-256 over its UTF-8 form as exported, 16 hex digits."""
    return seals.digest(clean(text))


def export_id(bitext: Bitext, targets: Sequence[str]) -> str:
    """Equal for equal content: a hash over the article's bytes, all texts of these languages, and the signature."""
    content = [
        bitext.article.sha256,
        [[segment.id, clean(segment.source)] for segment in bitext.segments],
        [[code, [clean(made.text) for made in bitext.translations[code]]] for code in targets],
        clean(str(bitext.signature)),
    ]
    return hashlib.sha256(json.dumps(content, ensure_ascii=True).encode()).hexdigest()[:16]


def _custom(bitext: Bitext, targets: Sequence[str], identifier: str) -> Element:
    """The custom XML part: which article and export this is, and a hash of each source and target."""
    article = bitext.article
    facts = {
        "id": identifier,
        "project": "yeonjae",
        "version": __version__,
        "article": article.name,
        "file": article.file,
        "sha256": article.sha256,
        "targets": " ".join(targets),
        "signature": str(bitext.signature),
        "seal": seals.BLANK,  # filled in when the package is saved
    }
    segments = [{"id": segment.id, "source": digest(segment.source)} for segment in bitext.segments]
    for code in targets:
        for segment, made in zip(segments, bitext.translations[code], strict=True):
            segment[code] = digest(made.text)
    children = [element(f"{{{seals.NAMESPACE}}}segment", segment) for segment in segments]
    return element(f"{{{seals.NAMESPACE}}}export", facts, children)


def _custom_properties(identifier: str) -> Element:
    """The custom part's own id (Part 1, 22.5): a UUID made of the export's."""
    guid = str(uuid.uuid5(uuid.NAMESPACE_URL, f"{seals.NAMESPACE}:{identifier}")).upper()
    schema = element(f"{{{CUSTOM_XML}}}schemaRef", {f"{{{CUSTOM_XML}}}uri": seals.NAMESPACE}, prefix="ds")
    schemas = element(f"{{{CUSTOM_XML}}}schemaRefs", children=[schema], prefix="ds")
    values = {f"{{{CUSTOM_XML}}}itemID": f"{{{guid}}}"}
    return element(f"{{{CUSTOM_XML}}}datastoreItem", values, [schemas], prefix="ds")
