"""The DOCX container (ECMA-376 Part 2, Open Packaging Conventions), by python-docx.

python-docx keeps parts, relationships and content types, and writes them. The package begins empty instead of
with python-docx's template, which brings 0.9 MB of styles, Japanese as the East Asian language, a numbering, a
thumbnail and a theme of its own. What python-docx cannot do is to write a ZIP that does not tell the time:
:func:`save` writes its entries anew.
"""

import io
import zipfile
from typing import cast

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.package import Package
from docx.parts.document import DocumentPart

from translate import seals
from translate.exporters.markup import Element

__all__ = ["add", "blank", "save"]

EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time that ZIP knows
BODY = f"<w:document {nsdecls('w', 'r')}><w:body><w:sectPr/></w:body></w:document>"


def blank() -> Document:
    """A document with one empty section, in a package with nothing else."""
    package = Package()
    main = DocumentPart(PackURI("/word/document.xml"), CONTENT_TYPE.WML_DOCUMENT_MAIN, parse_xml(BODY), package)
    package.relate_to(main, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
    document: Document = main.document
    return document


def add(source: Package | Part, name: str, content_type: str, relation: str, root: Element) -> Part:
    """Adds a part that ``source``, the package or one of its parts, is related to.

    Args:
        source: Where the relationship starts.
        name: Path in the container, without a leading slash.
        content_type: One of :class:`docx.opc.constants.CONTENT_TYPE`.
        relation: One of :class:`docx.opc.constants.RELATIONSHIP_TYPE`.
        root: Its XML.
    """
    package = source if isinstance(source, Package) else source.package
    part = XmlPart(PackURI(f"/{name}"), content_type, cast(BaseOxmlElement, root), package)  # any element will do
    source.relate_to(part, relation)
    return part


def save(document: Document) -> bytes:
    """The container, sealed (:mod:`translate.seals`); ``document`` is of no use after it.

    The bytes depend on the parts alone: python-docx's order of entries, one fixed time.
    """
    written, result = io.BytesIO(), io.BytesIO()
    document.save(written)
    relations = document.part.package.rels  # parts and package refer to each other:
    relations.clear()  # without this, long documents stay in memory until the circle is collected
    relations.related_parts.clear()
    with (
        zipfile.ZipFile(written) as source,
        zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target,
    ):
        parts = {name: source.read(name) for name in source.namelist()}
        for name, data in seals.seal_parts(parts).items():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # else it tells which system made it
            target.writestr(entry, data)
    return result.getvalue()
