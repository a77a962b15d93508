"""Files, carefully: atomic writes, capped ZIP containers, hardened XML."""

import errno
import io
import os
import stat
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from translate.errors import InputError, OutputError

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["MAX_ZIP_BYTES", "check_zip", "parse_xml", "prepare_folder", "refuse_open", "write_all"]

MAX_ZIP_ENTRIES = 4096
MAX_ZIP_BYTES = 256 * 2**20
MAX_ZIP_RATIO = 200  # deflate reaches about 1000 on zeros; real documents stay under 50
SMALL_ENTRY = 2**20  # below this size no ratio is suspicious
BOMB = "if you trust it, open it and save it anew without what is embedded in it"


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
        raise InputError(f"has {len(entries):,} entries, more than {MAX_ZIP_ENTRIES:,}", where=where, hint=BOMB)
    total = sum(entry.file_size for entry in entries)
    if total > MAX_ZIP_BYTES:
        raise InputError(
            f"unpacks to {total / 2**20:,.0f} MB, more than {MAX_ZIP_BYTES // 2**20} MB", where=where, hint=BOMB
        )
    for entry in entries:
        if entry.flag_bits & 1:
            raise InputError("is encrypted", where=where, hint="save it without a password")
        if entry.file_size > SMALL_ENTRY and entry.file_size > MAX_ZIP_RATIO * max(entry.compress_size, 1):
            raise InputError(f"{entry.filename!r} unpacks suspiciously large (a ZIP bomb?)", where=where, hint=BOMB)


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
    """Proves that ``folder`` can be written to, or that it can be made; :func:`write_all` makes it.

    Nothing is left behind: work that fails later must not leave an empty folder.

    Raises:
        OutputError: It cannot be made, is not a folder, or is not writable.
    """
    folders = (folder.absolute(), *folder.absolute().parents)
    nearest = next(one for one in folders if os.path.lexists(one))  # the others are made inside it
    try:
        with tempfile.TemporaryFile(dir=nearest):
            pass
    except OSError as error:
        raise _no_folder(folder, error) from error


def _no_folder(folder: Path, error: OSError) -> OutputError:
    return OutputError(f"cannot write to this folder ({_reason(error)})", where=folder, hint="choose another with -o")


def write_all(contents: Mapping[Path, bytes]) -> None:
    """Writes all files or none: each to a temporary file beside its target, then all are renamed.

    Folders that are missing are made. A target that is a symbolic link is followed; one that exists keeps its
    permissions. What stood at the targets is kept aside until the last one is renamed, and comes back when one
    of them fails.

    Raises:
        OutputError: A target may not be replaced (:func:`refuse_open`), or cannot be written (no space, no right).
            No temporary file and no new folder stays behind, and what stood at the targets is untouched.
    """
    refuse_open(contents)
    real = {_followed(path): data for path, data in contents.items()}
    if len(real) < len(contents):
        names = ", ".join(str(path) for path in contents if path.is_symlink())
        raise OutputError("lead to the same file", where=names, hint="remove the links")
    staged: dict[Path, Path] = {}
    with _folders(contents):
        try:
            for path, data in real.items():
                with _refusals(path):
                    staged[path] = _stage(path, data)
            _swap(staged)
        finally:
            for temporary in staged.values():
                temporary.unlink(missing_ok=True)


def _followed(path: Path) -> Path:
    """Where a symbolic link leads, else ``path`` itself: renaming onto a link would replace the link."""
    return Path(os.path.realpath(path)) if path.is_symlink() else path


@contextmanager
def _folders(paths: Iterable[Path]) -> Iterator[None]:
    """Makes the folders of ``paths``; those that were missing go again when the work in them fails."""
    made: list[Path] = []
    try:
        for folder in dict.fromkeys(path.parent for path in paths):
            missing = [one for one in (folder, *folder.parents) if not os.path.lexists(one)]
            for one in reversed(missing):
                try:
                    one.mkdir(exist_ok=True)
                except OSError as error:
                    raise _no_folder(folder, error) from error
                made.append(one)
        yield
    except BaseException:
        for one in reversed(made):
            with suppress(OSError):  # someone else has put a file there
                one.rmdir()
        raise


def _swap(staged: Mapping[Path, Path]) -> None:
    """Renames every temporary file to its target; on any failure, an interruption too, puts back what stood there."""
    kept: dict[Path, Path | None] = {}
    try:
        for path, temporary in staged.items():
            with _refusals(path):
                kept[path] = aside = temporary.with_suffix(".old") if os.path.lexists(path) else None
                if aside:
                    os.replace(path, aside)
                os.replace(temporary, path)
    except BaseException:
        for path, aside in kept.items():
            if aside is None:
                path.unlink(missing_ok=True)
            elif os.path.lexists(aside):
                os.replace(aside, path)
        raise
    for aside in filter(None, kept.values()):
        aside.unlink()


@contextmanager
def _refusals(path: Path) -> Iterator[None]:
    """Turns what the system says against ``path`` into an OutputError."""
    try:
        yield
    except OSError as error:
        raise OutputError(f"cannot be written ({_reason(error)})", where=path, hint=_hint(error)) from error


def _hint(error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return "free some space, or choose another folder with -o"
    if error.errno == errno.ENAMETOOLONG:
        return "give the source a shorter name"
    return "close the file, see to its permissions, or choose another folder with -o"


def _stage(path: Path, data: bytes) -> Path:
    mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(prefix=".yeonjae.", suffix=".tmp", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(mode)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def refuse_open(paths: Iterable[Path]) -> None:
    """Refuses targets that cannot or may not be replaced, before any work is done for them.

    Raises:
        OutputError: One is a folder or a device, is read-only, has too long a name, or is open in an office program,
            which leaves a lock file beside a document that it holds open and would overwrite ours.
    """
    for path in paths:
        with _refusals(path), suppress(FileNotFoundError):
            _refuse_kind(path, path.stat().st_mode)
        beside = dict.fromkeys(lock for one in (path, _followed(path)) for lock in _locks(one))
        lock = next(filter(_exists, beside), None)
        if lock:
            hint = f"close it (or delete a stale {lock.name}), or choose -o"
            raise OutputError("is open in another program", where=path, hint=hint)


def _refuse_kind(path: Path, mode: int) -> None:
    """Refuses what is no file that may be written: renaming would replace it, whatever its permissions are."""
    hint = "move it away, or choose another folder with -o"
    if stat.S_ISDIR(mode):
        raise OutputError("is a folder", where=path, hint=hint)
    if not stat.S_ISREG(mode):
        raise OutputError("is not a regular file", where=path, hint=hint)
    if not mode & 0o222 or not os.access(path, os.W_OK):  # root may write everything
        raise OutputError("is read-only", where=path, hint="make it writable, or choose another folder with -o")


def _locks(path: Path) -> list[Path]:
    """LibreOffice's, Word's for long names (which lose two characters) and Word's for short ones."""
    return [path.with_name(name) for name in (f".~lock.{path.name}#", f"~${path.name[2:]}", f"~${path.name}")]


def _exists(lock: Path) -> bool:
    """A name that is too long for the file system belongs to no file."""
    try:
        return lock.exists()
    except OSError:
        return False


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
