"""The command line: parse, call, print. Every command is imported only when it is run."""

import os
import sys
from importlib import import_module
from pathlib import Path

import click

from translate import __version__, interruption, streams
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
    streams.prepare()
    try:
        code = cli.main(arguments, prog_name="translate", standalone_mode=False)
        interruption.check()
        sys.stdout.flush()
        status = code if isinstance(code, int) else 0
    except BaseException as error:
        if not isinstance(error, Exception | KeyboardInterrupt | SystemExit):
            raise
        status = _status(error)
    sys.exit(status)


def _status(error: BaseException) -> int:
    """The exit code of what ended a command, after the line that says it."""
    if interruption.interrupted(error):  # whatever has become of it on its way
        return _fail(INTERRUPTION, INTERRUPTED)
    if isinstance(error, YeonjaeError):
        return _fail(str(error), error.exit_code)
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        error.show()
        return error.exit_code
    if isinstance(error, click.ClickException):
        return _fail(_usage(error), error.exit_code)
    if isinstance(error, click.Abort):
        return _fail(INTERRUPTION, INTERRUPTED)
    if isinstance(error, SystemExit):  # click, when the reader of a pipe has gone, as `head` does
        streams.silence()
        return 0
    if isinstance(error, OSError):
        return _fail(_refusal(error), OutputError.exit_code)
    if os.environ.get("YEONJAE_DEBUG"):
        raise error
    what = " ".join(f"{type(error).__name__}: {error}".split())
    return _fail(f"internal error: {what}; please report it with the output of YEONJAE_DEBUG=1", INTERNAL)


def _refusal(error: OSError) -> str:
    """What the system says against standard output, or against a file that nobody has an answer for."""
    what = (error.strerror or str(error)).lower()
    if error.filename is not None:
        where = os.fsdecode(error.filename)
        return str(OutputError(f"cannot be used ({what})", where=where, hint="see to its permissions"))
    if not _has_folder():
        return "the current folder was deleted; change to another one"
    lost = streams.closed()
    streams.silence()
    return f"standard output: {what}; {'leave out >&-, or' if lost else 'free some space, or'} write to another place"


def _has_folder() -> bool:
    try:
        Path.cwd()
    except OSError:
        return False
    return True


def _fail(line: str, status: int) -> int:
    click.echo(f"translate: {line}", err=True)
    return status


def _usage(error: click.ClickException) -> str:
    line = " ".join(error.format_message().split())
    if isinstance(error, click.UsageError) and error.ctx is not None:
        line = f"{line.rstrip('.')}; see '{error.ctx.command_path} --help'"
    return line
