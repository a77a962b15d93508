"""What can go wrong because of the input or the machine, said in one line and with an exit code.

::

    YeonjaeError            1   anything below, and whatever has no class of its own
    ├── OptionError         2   an option or a combination of options that makes no sense
    ├── InputError          3   a source file that cannot be read as an article
    ├── GlossaryError       4   a termbase that cannot be loaded
    ├── ModelError          5   a model package that is missing, broken or unfit
    └── OutputError         6   a file that cannot be written

Exit code 0 is success, 130 an interruption (Ctrl-C). The codes are part of the interface.
"""

from pathlib import Path

__all__ = ["GlossaryError", "InputError", "ModelError", "OptionError", "OutputError", "YeonjaeError"]


class YeonjaeError(Exception):
    """An error that the user can understand and mend.

    Args:
        message: What is wrong, without a final full stop.
        where: The place: a file, ``file:line``, ``file:line:column`` or a segment id; may be empty.
        hint: What to do about it; may be empty.

    ``str(error)`` is always one line: ``where: message; hint``. Control characters that came in
    with a file name or a quoted piece of the input are shown escaped.
    """

    exit_code = 1

    def __init__(self, message: str, *, where: str | Path = "", hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.where = str(where)
        self.hint = hint

    def __str__(self) -> str:
        line = f"{self.where}: {self.message}" if self.where else self.message
        line = f"{line}; {self.hint}" if self.hint else line
        return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in line)


class OptionError(YeonjaeError):
    """An option, or a combination of options, that makes no sense."""

    exit_code = 2


class InputError(YeonjaeError):
    """A source file that cannot be read as an article."""

    exit_code = 3


class GlossaryError(YeonjaeError):
    """A termbase that cannot be loaded: malformed, contradictory, unreadable."""

    exit_code = 4


class ModelError(YeonjaeError):
    """A model package that is missing, broken or cannot do what is asked."""

    exit_code = 5


class OutputError(YeonjaeError):
    """A file that cannot be written."""

    exit_code = 6
