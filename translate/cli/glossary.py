"""``translate glossary``: check, convert, stats, extract."""

import json
import os
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translate.cli.options import DOMAIN, SOURCE, Names
from translate.errors import GlossaryError, OptionError

if TYPE_CHECKING:
    from translate.glossary.figures import Figures

__all__ = ["glossary"]

COMMANDS = {
    "check": "List everything that is wrong, or worth a look.",
    "convert": "Convert between CSV, TSV, XLSX and TBX, and to OmegaT.",
    "stats": "Count concepts, terms, domains and gaps.",
    "extract": "Propose terms from Korean articles.",
}
ELSEWHERE = {"extract": "translate.cli.extract"}
"""Commands that live in a module of their own, imported only when they are run."""


class Group(click.Group):
    """The commands of ``translate glossary``, in the order of use."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All command names."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported now if need be."""
        if cmd_name not in ELSEWHERE:
            return super().get_command(ctx, cmd_name)
        command = getattr(import_module(ELSEWHERE[cmd_name]), cmd_name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands with their short help, from the table above."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


FILES = click.argument("files", metavar="FILE...", nargs=-1, required=True, type=SOURCE)


MAP = click.option(
    "--map",
    "pairs",
    multiple=True,
    type=Names(),
    metavar="NAME=COLUMN",
    help='What a column means: "Begriff=ko,Autor=-"; - leaves it out.',
)


@click.group(cls=Group, short_help="Check, convert and count glossaries; propose terms.")
def glossary() -> None:
    """Check, convert and count glossaries (CSV, TSV, XLSX, TBX); propose terms."""


@glossary.command(short_help=COMMANDS["check"])
@FILES
@DOMAIN
@MAP
def check(files: tuple[Path, ...], domain: str, pairs: tuple[tuple[str, ...], ...]) -> int:
    """List everything that is wrong in glossaries, a line each: errors, then warnings, then notes.

    Several files are checked together, as they are used together; files with waivers (.waivers.csv) too, those
    of a folder and those named. Exit code 4 when there is an error.
    """
    from translate.glossary import domains, headers, inspection, termbase, waivers
    from translate.glossary.joining import join

    paths, besides = _paths(files), waivers.paths(files)
    rows, mistakes, notices = termbase.gather(paths, headers.mapping(_flat(pairs)))
    try:
        chosen = domains.select(rows, domain)
        notices += domains.left_out(rows, domain)
    except GlossaryError as error:
        mistakes.append(error)
        chosen = rows
    _tell(notices)
    joined = join(chosen)
    mistakes += join(chosen, apart=True).mistakes if joined.undecided else joined.mistakes
    leave, wrong = waivers.gather(besides)
    mistakes += wrong
    found = inspection.inspect(chosen, joined.concepts, joined.undecided)
    for mistake in mistakes:
        click.echo(f"{mistake.where or 'glossary'}: error: {_unplaced(mistake)}")
    for remark in found.remarks:
        click.echo(remark)
    told = [_count(len(mistakes), "error"), _count(found.warnings, "warning"), _count(found.notes, "note")]
    held = [_count(len(joined.concepts), "concept"), *([_count(len(leave), "waiver")] if besides else [])]
    _tell([f"{', '.join(told)}; {' and '.join(held)} in {_count(len(paths) + len(besides), 'file')}"])
    return GlossaryError.exit_code if mistakes else 0


@glossary.command(short_help=COMMANDS["convert"])
@FILES
@click.argument("out", type=SOURCE)
@click.option("--to", "form", default="", metavar="FORMAT", help="csv, tsv, xlsx, tbx (v3), martif (TBX v2), omegat.")
@click.option("--dialect", type=click.Choice(["dca", "dct"]), help="Style of TBX v3. [default: dca]")
@click.option("-t", "--target", "targets", multiple=True, type=Names(), help="For OmegaT: en, zh. [default: both]")
@click.option("--force", is_flag=True, help="Overwrite OUT.")
@DOMAIN
@MAP
def convert(
    files: tuple[Path, ...],
    out: Path,
    form: str,
    dialect: str | None,
    targets: tuple[tuple[str, ...], ...],
    force: bool,
    domain: str,
    pairs: tuple[tuple[str, ...], ...],
) -> None:
    """Convert glossaries into one file; the suffix of OUT says which format, or --to.

    Several FILEs are joined. Nothing is written when one has a mistake. OmegaT has one target language a
    file: OUT.utf8 becomes OUT.en.utf8 and OUT.zh.utf8, unless --target names one.
    """
    from translate.files import refuse_open, write_all
    from translate.glossary import conversion, headers, termbase
    from translate.languages import target

    codes = [target(name).code for name in _flat(targets)]
    form = conversion.chosen(form, out, dialect=bool(dialect), targets=bool(codes))
    if not out.parent.is_dir():
        raise OptionError(f"there is no folder {out.parent}", hint="make it first, or check its name")
    paths = _paths(files)
    found = termbase.checked(paths, domain, headers.mapping(_flat(pairs)), apart=True)
    _tell(found.notices)
    written = conversion.convert(found.rows, found.concepts, out, form, dialect or "dca", codes)
    for path in written:
        if any(os.path.realpath(path) == os.path.realpath(source) for source in paths):
            raise OptionError(f"{path} is one of the FILEs", hint="write to another file")
        if path.exists() and not force:
            raise OptionError(f"{path} is already there", hint="name another file, or give --force")
    refuse_open(written)
    write_all(written)
    for path in written:
        click.echo(path)


@glossary.command(short_help=COMMANDS["stats"])
@FILES
@DOMAIN
@MAP
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
def stats(files: tuple[Path, ...], domain: str, pairs: tuple[tuple[str, ...], ...], as_json: bool) -> None:
    """Count the concepts, terms, domains, gaps and conflicts of glossaries."""
    from translate.glossary import domains, headers, termbase
    from translate.glossary.figures import figures

    rows, mistakes, notices = termbase.gather(_paths(files), headers.mapping(_flat(pairs)))
    _tell(notices)
    if mistakes:
        raise mistakes[0]
    counted = figures(domains.select(rows, domain))
    _tell(domains.left_out(rows, domain))
    if as_json:
        click.echo(json.dumps(counted.as_json(), ensure_ascii=False, indent=2))
        return
    for name, value in _lines(counted):
        click.echo(f"{name:24}{value}")


def _lines(counted: "Figures") -> list[tuple[str, str]]:
    """What ``stats`` prints."""
    lines = [("rows", f"{counted.rows:,}"), ("concepts", f"{counted.concepts:,}")]
    lines += [(f"  {name}", f"{number:,}") for name, number in counted.status.items()]
    lines += [(f"  domain {name or '(none)'}", f"{number:,}") for name, number in counted.domain.items()]
    for code, number in counted.forms.items():
        lines.append((f"terms {code}", f"{number:,}"))
        if counted.forbidden.get(code):
            lines.append(("  forbidden", f"{counted.forbidden[code]:,}"))
        if code in counted.coverage:
            share = counted.coverage[code] / counted.concepts if counted.concepts else 0
            lines.append(("  concepts with one", f"{counted.coverage[code]:,} ({share:.1%})"))
        lines.append(("  longest", f"{counted.longest[code]} ({len(counted.longest[code])})"))
    return [*lines, ("conflicts", f"{counted.conflicts:,}")]


def _paths(files: tuple[Path, ...]) -> list[Path]:
    """The files, each once; a folder stands for the glossaries in it."""
    from translate.cli.options import glossary_paths

    return glossary_paths(files)


def _count(number: int, name: str) -> str:
    """``1 file``, ``1,000 files``."""
    return f"{number:,} {name}{'s' * (number != 1)}"


def _flat(groups: tuple[tuple[str, ...], ...]) -> list[str]:
    return [name for group in groups for name in group]


def _unplaced(mistake: GlossaryError) -> str:
    """The mistake in one line, without its place."""
    return str(GlossaryError(mistake.message, hint=mistake.hint))


def _tell(lines: list[str] | tuple[str, ...]) -> None:
    for line in lines:
        click.echo(f"translate: {line}", err=True)
