"""Opens a source file, or says in one line why it cannot be one."""

import errno
import os
import stat
from pathlib import Path

from translate.errors import InputError

__all__ = ["MAX_BYTES", "MAX_CONTAINER", "check", "load"]

MAX_BYTES = 10 * 2**20  # of a text format: about 3.5 million Korean syllables, a thousand installments
MAX_CONTAINER = 100 * 2**20  # of a DOCX, where pictures weigh

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # [MS-CFB] section 2.2: header signature
MAGIC = (
    (b"PK\x03\x04", "a ZIP container (an office document?)"),
    (OLE, "an old or encrypted office document"),
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
)


def load(path: Path, format_: str) -> bytes:
    """The bytes of a regular file that may be an article of this format.

    Raises:
        InputError: It is missing, a broken link, a folder, a device or pipe (which might block for ever),
            unreadable, empty, above the cap (seen before it is read), or known by its first bytes to be something else.
    """
    size = check(path)
    limit = MAX_CONTAINER if format_ == "docx" else MAX_BYTES
    if size <= limit:
        data = _slurp(path, limit)
        size = len(data)
    if size > limit:
        shown = f"{size / 2**20:,.1f}" if size > limit + 2**20 else f"{size / 2**20:,.3f}"
        raise InputError(f"is too large: {shown} MB; at most {limit // 2**20} MB are read", where=path, hint="split it")
    if not data:
        raise InputError("is empty", where=path, hint="nothing to translate in it")
    _recognise(data, path, format_)
    return data


def check(path: Path) -> int:
    """The size of a regular file in bytes.

    Raises:
        InputError: It is missing, a broken link, a folder, a device or pipe (which might block for ever).
    """
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        raise _failure(error, path) from error
    if stat.S_ISDIR(status.st_mode):
        raise InputError("is a folder, not an article", where=path, hint="name the files in it")
    if not stat.S_ISREG(status.st_mode):
        raise InputError("is not a regular file but a device or pipe", where=path, hint="save the text in a file")
    return status.st_size


def _slurp(path: Path, limit: int) -> bytes:
    """At most one byte more than ``limit``: the file may have grown. Opened without blocking: it may be a pipe now."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as file:
            return file.read(limit + 1)
    except OSError as error:
        raise _failure(error, path) from error


def _failure(error: OSError | ValueError, path: Path) -> InputError:
    number = error.errno if isinstance(error, OSError) else None
    if number == errno.ENOENT and path.is_symlink():
        return InputError("is a broken link", where=path, hint=f"it points to {path.readlink()}")
    if number in (errno.ENOENT, errno.ENOTDIR) or number is None:
        return InputError("does not exist", where=path, hint="check the name and the folder")
    if number == errno.ELOOP:
        return InputError("is a link that leads back to itself", where=path)
    if number in (errno.EACCES, errno.EPERM):
        return InputError("may not be read (permission denied)", where=path, hint="change its permissions")
    assert isinstance(error, OSError)
    return InputError(f"cannot be read ({(error.strerror or str(error)).lower()})", where=path)


def _recognise(data: bytes, path: Path, format_: str) -> None:
    if format_ == "docx":
        if data.startswith(OLE):
            raise _compound(data, path)
        return  # translate.files.check_zip says the rest
    for magic, what in MAGIC:
        if data.startswith(magic):
            raise InputError(f"is not text but {what}", where=path, hint="save it as .docx or as text")


def _compound(data: bytes, path: Path) -> InputError:
    """Which OLE compound file poses as a DOCX: stream names in its directory are UTF-16LE ([MS-CFB] section 2.6.1)."""
    if "EncryptedPackage".encode("utf-16-le") in data:  # [MS-OFFCRYPTO] section 2.3.4.4
        return InputError("is protected with a password", where=path, hint="save it without one")
    if "WordDocument".encode("utf-16-le") in data:  # [MS-DOC] section 2.1.1
        return InputError("is an old Word document (.doc) under a .docx name", where=path, hint="save it as .docx")
    return InputError("is an OLE compound file, not a DOCX", where=path, hint="save it as .docx without a password")
