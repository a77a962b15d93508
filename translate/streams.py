"""The standard streams of the command line: their encodings, and what becomes of those that cannot be written."""

import errno
import io
import os
import sys
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from typing_extensions import Buffer

__all__ = ["closed", "prepare", "silence"]

STREAMS = 2  # the highest file descriptor that is a standard stream


class _Heedless(io.RawIOBase):
    """Writes to a file descriptor, and lets go what the system refuses.

    A message that nobody can be told must neither change the exit code nor keep an export from being written.
    """

    def __init__(self, descriptor: int, name: str) -> None:
        super().__init__()
        self._descriptor = descriptor
        self.name = name

    def write(self, data: "Buffer", /) -> int:
        rest = memoryview(data).cast("B")
        try:
            while rest:
                rest = rest[os.write(self._descriptor, rest) :]
        except OSError:
            pass
        return memoryview(data).nbytes

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return self._descriptor

    def isatty(self) -> bool:
        return os.isatty(self._descriptor)


class _Closed(io.RawIOBase):
    """Standard output that was closed before the program began (``>&-``): what is printed is lost, so it fails."""

    def write(self, _data: "Buffer", /) -> int:
        raise OSError(errno.EBADF, "is closed")

    def writable(self) -> bool:
        return True


def prepare() -> None:
    """What goes to a file or a pipe is UTF-8 on every system; a terminal gets what it can show.

    A stream that is closed would leave its number to the next file that is opened: a placeholder takes it.
    """
    if sys.stdin is None or sys.stdout is None or sys.stderr is None:
        while (descriptor := os.open(os.devnull, os.O_RDWR)) <= STREAMS:
            pass
        os.close(descriptor)
    sys.stdout = io.TextIOWrapper(_Closed(), "utf-8", write_through=True) if sys.stdout is None else sys.stdout
    if sys.stderr is None:
        sys.stderr = _nowhere()
    elif (told := sys.__stderr__) is not None and sys.stderr is told:
        raw = _Heedless(told.fileno(), "<stderr>")
        sys.stderr = io.TextIOWrapper(raw, told.encoding, line_buffering=True, write_through=True)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = stream.encoding if stream.isatty() or stream is sys.stderr else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def closed() -> bool:
    """Was standard output closed before the program began?"""
    return isinstance(getattr(sys.stdout, "buffer", None), _Closed)


def silence() -> None:
    """Nobody reads stdout any more: else Python complains once more when it flushes at exit."""
    sys.stdout = _nowhere()


def _nowhere() -> TextIO:
    return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123 - stays open until the process ends
