"""The command line: parse, call, print. Every command is imported only when it is run."""

import io
import os
import sys
from importlib import import_module
from typing import TextIO

import click

from translate import __version__
from translate.__main__ import INTERRUPTED, INTERRUPTION
from translate.errors import OutputError, YeonjaeError

__all__ = ["cli", "main"]

COMMANDS = {
    "article": "Translate Korean articles into aligned bilingual DOCX and TMX.",
    "segment": "Print the segments of an article, one a line.",
    "glossary": "Check, convert and count glossaries; propose terms.",
    "models": "List what can translate what, from where.",
    "doctor": "Check versions, models, fonts and write access.",
}

INTERNAL = 70  # sysexits.h EX_SOFTWARE


class Lazy(click.Group):
    """A group whose commands live in modules of their own name; ``--help`` imports none of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All command names, in the order of use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported now."""
        if cmd_name not in COMMANDS:
            return None
        command = getattr(import_module(f"translate.cli.{cmd_name}"), cmd_name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands with their short help, from the table above."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "--version", prog_name="translate", message="translate (Yeonjae) %(version)s")
def cli() -> None:
    """Translate series of Korean articles offline, with the series' glossary enforced.

    \b
    Exit codes: 0 done · 1 something is missing (doctor) · 2 wrong option · 3 source · 4 glossary ·
    5 model · 6 output · 70 internal error · 130 interrupted
    """


def main(arguments: list[str] | None = None) -> None:
    """Runs the command line and exits; whatever a user can cause ends in one line on stderr."""
    _encode()
    try:
        code = cli.main(arguments, prog_name="translate", standalone_mode=False)
        sys.stdout.flush()
        status = code if isinstance(code, int) else 0
    except YeonjaeError as error:
        status = _fail(str(error), error.exit_code)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        status = error.exit_code
    except click.ClickException as error:
        status = _fail(_usage(error), error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        status = _fail(INTERRUPTION, INTERRUPTED)
    except SystemExit:  # click, when the reader of a pipe has gone, as `head` does
        status = _silence()
    except OSError as error:
        status = _fail(_refusal(error), OutputError.exit_code)
    except Exception as error:
        if os.environ.get("YEONJAE_DEBUG"):
            raise
        what = " ".join(f"{type(error).__name__}: {error}".split())
        status = _fail(f"internal error: {what}; please report it with the output of YEONJAE_DEBUG=1", INTERNAL)
    sys.exit(status)


def _encode() -> None:
    """What goes to a file or a pipe is UTF-8 on every system; a terminal gets what it can show.

    One that is closed, as by ``>&-``, would leave its number to the next file that is opened.
    """
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = stream.encoding if stream.isatty() or stream is sys.stderr else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def _silence() -> int:
    """Nobody reads stdout any more: else Python complains once more when it flushes at exit."""
    sys.stdout = _nowhere()
    return 0


def _nowhere() -> TextIO:
    return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123 - stays open until the process ends


def _refusal(error: OSError) -> str:
    """What the system says against standard output, or against a file that nobody has an answer for."""
    what = (error.strerror or str(error)).lower()
    if error.filename is None:
        _silence()
        return f"standard output: {what}; free some space, or write to another place"
    return str(
        OutputError(f"cannot be used ({what})", where=os.fsdecode(error.filename), hint="see to its permissions")
    )


def _fail(line: str, status: int) -> int:
    click.echo(f"translate: {line}", err=True)
    return status


def _usage(error: click.ClickException) -> str:
    line = " ".join(error.format_message().split())
    if isinstance(error, click.UsageError) and error.ctx is not None:
        line = f"{line.rstrip('.')}; see '{error.ctx.command_path} --help'"
    return line
