"""Ctrl-C: the first one stops the program, further ones do not disturb it while it cleans up.

Python runs a signal handler between two of its own instructions only, which the decoder delays for a second or more.
So a thread listens to the file descriptor that the signal itself writes to (:func:`signal.set_wakeup_fd`), and says
that the program is about to stop where the handler takes its time.
"""

import os
import signal
import sys
import threading
import time
from types import FrameType

__all__ = ["check", "finish", "interrupted", "listen"]

PATIENCE = 0.2  # seconds; who is answered sooner needs no word in between

_pressed = False


def listen() -> None:
    """From now on the first Ctrl-C raises KeyboardInterrupt, and all others are ignored.

    Nothing is changed where Ctrl-C is ignored already, as for a job in the background of a shell script.
    """
    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        return
    signal.signal(signal.SIGINT, _stop)
    reading, writing = os.pipe()
    if sys.platform != "win32":
        os.set_blocking(writing, False)  # set_wakeup_fd demands it
    signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
    threading.Thread(target=_announce, args=(reading,), name="interruption", daemon=True).start()


def interrupted(error: BaseException | None = None) -> bool:
    """Was Ctrl-C pressed, or does ``error`` go back to it?

    Python and libraries wrap the KeyboardInterrupt, as into the ``RuntimeError: Error calling __set_name__`` of a
    class body (Python 3.11).
    """
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        if isinstance(error, KeyboardInterrupt):
            return True
        seen.add(id(error))
        error = error.__cause__ or error.__context__
    return _pressed


def check() -> None:
    """Stops where the KeyboardInterrupt got lost: a library may have caught it.

    Raises:
        KeyboardInterrupt: Ctrl-C was pressed.
    """
    if _pressed:
        raise KeyboardInterrupt


def finish() -> None:
    """All is said. What still runs at exit may end by Ctrl-C without a word, but no second one cuts a first short."""
    if signal.getsignal(signal.SIGINT) in (_stop, signal.default_int_handler):
        signal.signal(signal.SIGINT, signal.SIG_IGN if _pressed else signal.SIG_DFL)


def _stop(_number: int, _frame: FrameType | None) -> None:
    """No SIG_IGN here: Python complains about a signal that came just before its handler was taken away."""
    global _pressed
    if not _pressed:
        _pressed = True
        raise KeyboardInterrupt


def _announce(reading: int) -> None:
    """Waits for the signal, in a thread of its own."""
    os.read(reading, 1)
    time.sleep(PATIENCE)
    if not _pressed and sys.stderr is not None:
        sys.stderr.write("translate: stopping…\n")
        sys.stderr.flush()
