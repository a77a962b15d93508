"""The bytes of a glossary file, or why there are none."""

from pathlib import Path

from translate.errors import GlossaryError

__all__ = ["MAX_BYTES", "contents"]

MAX_BYTES = 256 * 2**20


def contents(path: Path) -> bytes:
    """What is in the file.

    Raises:
        GlossaryError: It cannot be read, or is larger than ``MAX_BYTES``.
    """
    if path.is_dir():
        raise GlossaryError("is a folder", where=path, hint="name the files in it")
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise GlossaryError(
                f"is {size / 2**20:,.0f} MB, more than {MAX_BYTES // 2**20} MB", where=path, hint="split it"
            )
        return path.read_bytes()
    except FileNotFoundError:
        raise GlossaryError("there is no such file", where=path, hint="check the name") from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = getattr(error, "strerror", None) or str(error)
        raise GlossaryError(f"cannot be read ({reason.lower()})", where=path) from error
