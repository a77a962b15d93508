"""The parts of an office document (ECMA-376 part 2, Open Packaging Conventions), with every guard on."""

import io
import posixpath
import zipfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from translate.errors import InputError
from translate.files import BOMB, check_zip, parse_xml

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["MAX_PART", "Package", "local"]

MAX_PART = 64 * 2**20  # of one XML part, unpacked

_RELATIONSHIPS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
    "http://purl.oclc.org/ooxml/officeDocument/relationships/",  # the strict variant (part 1, annex A)
)
_MAIN = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_READ = (
    *_MAIN,
    "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
)


def local(element: "etree._Element") -> str:
    """The name of an element without its namespace, if that is one of WordprocessingML, math or compatibility."""
    if not isinstance(element.tag, str):
        return ""  # a comment or processing instruction
    space, _, name = element.tag[1:].rpartition("}")
    return name if space in _READ else ""


class Package:
    """An opened DOCX container.

    Args:
        data: The bytes of the file.
        where: The file, for messages.

    Raises:
        InputError: Not a ZIP container, not a safe one (:func:`translate.files.check_zip`), or without a package in it.
    """

    def __init__(self, data: bytes, where: Path) -> None:
        check_zip(data, where)
        self._where = where
        self._container = zipfile.ZipFile(io.BytesIO(data))
        self._names = {name.lower(): name for name in self._container.namelist()}  # part names ignore case (6.2.2.3)
        main = self._targets("").get("officeDocument")
        if main is None or main.lower() not in self._names:
            raise InputError("is a ZIP container but not a Word document", where=where, hint="save it as .docx")
        self._main = main
        self._related = self._targets(main)

    def document(self) -> "etree._Element":
        """The root of the main part.

        Raises:
            InputError: It is not WordprocessingML (a spreadsheet, a presentation), or is malformed.
        """
        root = self._xml(self._main)
        if root.tag not in {f"{{{space}}}document" for space in _MAIN}:
            raise InputError("is an office document but not of Word", where=self._where, hint="save it as .docx")
        return root

    def related(self, type_: str) -> "etree._Element | None":
        """The root of the part that the main one relates to (``styles``, ``footnotes`` …), or None."""
        name = self._related.get(type_)
        return self._xml(name) if name and name.lower() in self._names else None

    def _targets(self, source: str) -> dict[str, str]:
        """Relationship type (its last word) → part name, of a part or of the package itself (``""``)."""
        folder, base = posixpath.split(source)
        name = posixpath.join(folder, "_rels", f"{base}.rels")
        if name.lower() not in self._names:
            return {}
        targets: dict[str, str] = {}
        for element in self._xml(name):
            type_ = element.get("Type") or ""
            if element.get("TargetMode") == "External" or not type_.startswith(_RELATIONSHIPS):
                continue
            target = posixpath.normpath(posixpath.join("/", folder, unquote(element.get("Target") or "")))
            targets.setdefault(type_.rpartition("/")[2], target.lstrip("/"))
        return targets

    def _xml(self, name: str) -> "etree._Element":
        entry = self._container.getinfo(self._names[name.lower()])
        if entry.file_size > MAX_PART:
            raise InputError(
                f"{name} unpacks to {entry.file_size / 2**20:,.0f} MB, more than {MAX_PART // 2**20} MB",
                where=self._where,
                hint=BOMB,
            )
        try:
            data = self._container.read(entry)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
            raise InputError(f"{name} in it is damaged", where=self._where, hint="save it anew as .docx") from error
        root = parse_xml(data, f"{self._where} ({name})")
        if root.getroottree().docinfo.internalDTD is not None:  # part 2, 6.1.4: no DTD declarations in a package
            raise InputError(f"{name} in it declares a DTD, which no DOCX may", where=self._where, hint="save it anew")
        return root
