"""Seals: which files are exports of Yeonjae, and are they still as it wrote them?

An export carries a SHA-256 over all of itself, taken while 64 zeros stood in its place. A file whose seal does not
fit was saved by somebody since, and may hold the work of a reviewer. It is a safeguard against accidents, not a
signature: whoever wants to can seal anything.

DOCX
    Attribute ``seal`` at the root of the custom XML part (ECMA-376 Part 1, 15.2.5) ``{urn:yeonjae:export:1}export``,
    over the names and bytes of all parts. Word and LibreOffice keep that part when they save a document.
TMX
    The first ``prop`` of the header, of the type ``x-seal``, over all bytes. Line ends may change on the way.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from translate import files
from translate.errors import InputError, OutputError

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["BLANK", "NAMESPACE", "changed", "digest", "is_export", "refusals", "seal_parts", "seal_tmx"]

NAMESPACE = "urn:yeonjae:export:1"
PART = "customXml/item1.xml"
DOCUMENT = "word/document.xml"
BLANK = "0" * 64
"""What stands in place of a seal while it is taken."""
FOREIGN = "was not written by Yeonjae"
EDITED = "was edited since Yeonjae wrote it"

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BREAKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\r"}
_CUSTOM = re.compile(r"customXml/item\d+\.xml", re.IGNORECASE)
_TAG = re.compile(r"yj:(?P<segment>[^:]+):(?P<what>[a-z]{2})(?P<status>:status)?")
_SOURCE = re.compile(rb'"yj:[^":]+:source"')
_DOCX_SEAL = re.compile(rb'(<export\b[^>]* seal=")([0-9a-f]{64})(")')
_TMX_SEAL = re.compile(rb'(<prop type="x-seal">)([0-9a-f]{64})(</prop>)')
_TMX_TOOL = re.compile(rb'<header\b[^>]*\bcreationtool="Yeonjae"')


def digest(text: str) -> str:
    """The hash by which the custom part of a DOCX knows a text: SHA-256 over its UTF-8 form, 16 hex digits."""
    return sha256(text.encode()).hexdigest()[:16]


def seal_parts(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts of a DOCX, name → bytes, with the seal filled in; as they are where they have no place for it."""
    item = parts.get(PART, b"")
    return {**parts, PART: _filled(_DOCX_SEAL, item, _over_parts(parts))} if item else dict(parts)


def seal_tmx(data: bytes) -> bytes:
    """The bytes of a TMX with the seal filled in."""
    return _filled(_TMX_SEAL, data, _over_bytes(data))


def changed(name: str, data: bytes) -> str:
    """What happened to an export since it was written, as the rest of a sentence; empty if nothing did.

    Args:
        name: Of the file; its suffix, ``.docx`` or ``.tmx``, tells the format.
        data: Its bytes.
    """
    return _changed_docx(data, name) if name.lower().endswith(".docx") else _changed_tmx(data)


def refusals(paths: Iterable[Path]) -> list[OutputError]:
    """One error for each of these files that would lose somebody's work if an export took its place."""
    errors = []
    for path in paths:
        try:
            what = changed(path.name, path.read_bytes())
        except FileNotFoundError:
            continue
        except OSError as error:
            what = f"cannot be read, so nobody knows whether it was edited ({(error.strerror or str(error)).lower()})"
        if what:
            hint = "keep it by writing elsewhere with -o, or replace it with --overwrite"
            errors.append(OutputError(what, where=path, hint=hint))
    return errors


def is_export(data: bytes) -> bool:
    """Is a DOCX a bilingual table of ours, edited or not?

    Args:
        data: Its bytes, which :func:`translate.files.check_zip` has let pass.
    """
    parts = _parts(data, lambda name: name == DOCUMENT or _CUSTOM.fullmatch(name) is not None)
    return _export(parts) is not None or _is_tagged(parts)


def _filled(pattern: re.Pattern[bytes], data: bytes, seal: str) -> bytes:
    return pattern.sub(rb"\g<1>" + seal.encode() + rb"\g<3>", data, count=1)


def _over_parts(parts: Mapping[str, bytes]) -> str:
    """Over all parts, in the order of their names, each name and part after its length."""
    taken = sha256()
    for name in sorted(parts):
        data = _filled(_DOCX_SEAL, parts[name], BLANK) if name == PART else parts[name]
        taken.update(f"{len(name.encode())} {name} {len(data)} ".encode() + data)
    return taken.hexdigest()


def _over_bytes(data: bytes) -> str:
    return sha256(_filled(_TMX_SEAL, data.replace(b"\r\n", b"\n"), BLANK)).hexdigest()


def _changed_tmx(data: bytes) -> str:
    if not _TMX_TOOL.search(data):
        return FOREIGN
    found = _TMX_SEAL.search(data)
    if not found:
        return "has no seal that tells whether it was edited (an earlier Yeonjae wrote it, or a tool removed it)"
    return "" if found[2].decode() == _over_bytes(data) else EDITED


def _changed_docx(data: bytes, name: str) -> str:
    try:
        files.check_zip(data, name)
        parts = _parts(data)
    except InputError:
        return FOREIGN
    root = _export(parts)
    if root is None:
        return EDITED if _is_tagged(parts) else FOREIGN
    seal = root.get("seal")
    if seal is None:
        return "has no seal that tells whether it was edited (an earlier Yeonjae wrote it)"
    if seal == _over_parts(parts):
        return ""
    edits = _edits(root, parts.get(DOCUMENT, b""))
    return f"{EDITED} ({edits})" if edits else "was saved anew since Yeonjae wrote it"


def _parts(data: bytes, wanted: Callable[[str], bool] = lambda _: True) -> dict[str, bytes]:
    """The wanted parts of a container; none where one of them is damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as container:
            return {name: container.read(name) for name in container.namelist() if wanted(name)}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError):
        return {}


def _export(parts: Mapping[str, bytes]) -> "etree._Element | None":
    """The root of our custom part: Word may number it anew beside others."""
    for name, data in parts.items():
        if _CUSTOM.fullmatch(name) and NAMESPACE.encode() in data:
            root = _parsed(data)
            if root is not None and root.tag == f"{{{NAMESPACE}}}export":
                return root
    return None


def _is_tagged(parts: Mapping[str, bytes]) -> bool:
    """Has the table the tags of ours? A program may have dropped the custom part."""
    return _SOURCE.search(parts.get(DOCUMENT, b"")) is not None


def _parsed(data: bytes) -> "etree._Element | None":
    try:
        return files.parse_xml(data, "")
    except InputError:
        return None


def _edits(root: "etree._Element", document: bytes) -> str:
    """How many translations and statuses differ from what was written, in words; empty where that cannot be told.

    LibreOffice drops the tags that tell them apart (seen with 7.4).
    """
    body = _parsed(document)
    written = {
        (segment.get("id"), code): segment.get(code) for segment in root for code in root.get("targets", "").split()
    }
    texts = statuses = 0
    for control in () if body is None else body.iter(f"{_W}sdt"):
        tag = control.find(f"{_W}sdtPr/{_W}tag")
        found = _TAG.fullmatch(tag.get(f"{_W}val", "")) if tag is not None else None
        key = found.group("segment", "what") if found else None
        if not found or key not in written:
            continue
        text = "".join(_BREAKS.get(str(one.tag), one.text or "") for one in control.iter(f"{_W}t", *_BREAKS))
        if found["status"]:
            statuses += text != "machine"
        else:
            texts += digest(text) != written[key]
    counted = [(texts, "translation", "translations"), (statuses, "status", "statuses")]
    return ", ".join(f"{number:,} {one if number == 1 else many}" for number, one, many in counted if number)
