"""Files, carefully: atomic writes, capped ZIP containers, hardened XML."""

import io
import os
import tempfile
import zipfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from translate.errors import InputError, OutputError

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["MAX_ZIP_BYTES", "check_zip", "parse_xml", "prepare_folder", "write_all"]

MAX_ZIP_ENTRIES = 4096
MAX_ZIP_BYTES = 256 * 2**20
MAX_ZIP_RATIO = 200  # deflate reaches about 1000 on zeros; real documents stay under 50
SMALL_ENTRY = 2**20  # below this size no ratio is suspicious


def check_zip(data: bytes, where: str | Path) -> None:
    """Refuses a ZIP container that would unpack to too much (APPNOTE 4.3.16: sizes are in the central directory).

    Raises:
        InputError: Not a ZIP file, encrypted, or above the caps on entries, total size or compression ratio.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as container:
            entries = container.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise InputError(
            "is not a ZIP container, or a damaged one", where=where, hint="save it anew as .docx"
        ) from error
    if len(entries) > MAX_ZIP_ENTRIES:
        raise InputError(f"has {len(entries):,} entries, more than {MAX_ZIP_ENTRIES:,}", where=where)
    total = sum(entry.file_size for entry in entries)
    if total > MAX_ZIP_BYTES:
        raise InputError(
            f"unpacks to {total / 2**20:,.0f} MB, more than {MAX_ZIP_BYTES // 2**20} MB", where=where, hint="split it"
        )
    for entry in entries:
        if entry.flag_bits & 1:
            raise InputError("is encrypted", where=where, hint="save it without a password")
        if entry.file_size > SMALL_ENTRY and entry.file_size > MAX_ZIP_RATIO * max(entry.compress_size, 1):
            raise InputError(f"{entry.filename!r} unpacks suspiciously large (a ZIP bomb?)", where=where)


def parse_xml(data: bytes, where: str | Path) -> "etree._Element":
    """The root of an XML document, parsed without entities, DTDs, network or huge trees.

    Raises:
        InputError: Not well-formed, with the line and column.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise InputError(
            f"is not well-formed XML: {error.msg}", where=f"{where}:{line}:{column}", hint="export it again"
        ) from error
    return root


def prepare_folder(folder: Path) -> None:
    """Makes ``folder`` and proves that it can be written to.

    Raises:
        OutputError: It cannot be made, is not a folder, or is not writable.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise OutputError(
            f"cannot write to this folder ({_reason(error)})", where=folder, hint="choose another with -o"
        ) from error


def write_all(contents: Mapping[Path, bytes]) -> None:
    """Writes all files or none: each to a temporary file beside its target, then all are renamed.

    Raises:
        OutputError: A file is open in an office program, or cannot be written (no space, no right). No
            temporary file stays behind, and what stood at the targets is untouched.
    """
    for path in contents:
        _refuse_open(path)
    staged: list[tuple[Path, Path]] = []
    path = Path()
    try:
        for path, data in contents.items():
            staged.append((_stage(path, data), path))
        for temporary, path in staged:
            os.replace(temporary, path)
    except OSError as error:
        raise OutputError(
            f"cannot be written ({_reason(error)})", where=path, hint="free some space, close the file, or choose -o"
        ) from error
    finally:
        for temporary, _ in staged:
            with suppress(FileNotFoundError):
                temporary.unlink()


def _stage(path: Path, data: bytes) -> Path:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o666 & ~_umask())
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _refuse_open(path: Path) -> None:
    """Office programs leave a lock file beside a document that they hold open, and would overwrite ours."""
    if path.is_dir():
        raise OutputError("is a folder", where=path, hint="move it away, or choose another folder with -o")
    # LibreOffice's, Word's for long names (which lose two characters) and Word's for short ones
    for name in (f".~lock.{path.name}#", f"~${path.name[2:]}", f"~${path.name}"):
        lock = path.with_name(name)
        if lock.exists():
            raise OutputError(
                "is open in another program", where=path, hint=f"close it (or delete a stale {lock.name}), or choose -o"
            )


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
