"""``translate article``."""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translate.cli.options import SOURCE, Names, glossary_paths
from translate.errors import OptionError, YeonjaeError

if TYPE_CHECKING:
    from translate.engine.base import Engine
    from translate.glossary import Termbase
    from translate.pipeline import Options, Progress
    from translate.summary import Summary

__all__ = ["article"]


@click.command(short_help="Translate Korean articles into aligned bilingual DOCX and TMX.")
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True, type=SOURCE)
@click.option("-t", "--target", "targets", multiple=True, type=Names(), help="Target language: en, zh. [default: both]")
@click.option(
    "-g", "--glossary", "glossaries", multiple=True, type=SOURCE, help="CSV file or folder. [default: glossaries/*.csv]"
)
@click.option("--no-glossary", is_flag=True, help="Translate without a glossary.")
@click.option("-o", "--output", type=SOURCE, default=Path("exports"), show_default=True, help="Folder for the exports.")
@click.option("--format", "formats", multiple=True, type=Names(), help="Exports: docx, tmx. [default: both]")
@click.option("--trilingual", is_flag=True, help="Also write one DOCX with both targets side by side.")
@click.option(
    "--engine", default="", metavar="NAME", help="starter or argos. [default: installed packages, then starter]"
)
@click.option("--beam", type=click.IntRange(1, 32), help="Beam size. [default: the engine's own]")
@click.option("--threads", type=click.IntRange(1, 256), help="Decoder threads. [default: all cores]")
@click.option("--device", type=click.Choice(["cpu", "cuda", "auto"]), default="cpu", show_default=True)
@click.option(
    "--quotes", type=click.Choice(["curly", "straight"]), default="curly", show_default=True, help="English quotes."
)
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON on stdout.")
@click.option("-q", "--quiet", is_flag=True, help="No progress and no summary; errors only.")
def article(
    sources: tuple[Path, ...],
    targets: tuple[tuple[str, ...], ...],
    glossaries: tuple[Path, ...],
    no_glossary: bool,
    output: Path,
    formats: tuple[tuple[str, ...], ...],
    trilingual: bool,
    engine: str,
    beam: int | None,
    threads: int | None,
    device: str,
    quotes: str,
    as_json: bool,
    quiet: bool,
) -> int:
    """Translate Korean articles (.txt, .md, .html, .docx) into aligned bilingual DOCX and TMX.

    Each SOURCE is one installment. Its exports are named after it: exports/NAME.en.docx, NAME.en.tmx,
    NAME.zh.docx, NAME.zh.tmx. All files of an installment are written together or not at all; one that
    cannot be read is reported, and the others are still translated.
    """
    from translate import files, languages, pipeline
    from translate import glossary as terms

    options = pipeline.Options(
        targets=_flat(targets, tuple(languages.TARGETS), lambda name: languages.target(name).code),
        engine=engine,
        beam=beam or 0,
        threads=threads or 0,
        device=device,
        quotes=quotes,
        formats=_flat(formats, ("docx", "tmx"), str.lower),
        trilingual=trilingual,
    )
    if no_glossary and glossaries:
        raise OptionError("-g and --no-glossary exclude each other", hint="give one of them")
    _refuse_collisions(sources, options)
    files.prepare_folder(output)
    files.refuse_open(output / name for source in sources for name in pipeline.output_names(source.stem, options))
    termbase = terms.load([] if no_glossary else glossary_paths(glossaries))
    if not termbase.concepts and not no_glossary:
        _say("no glossary found in glossaries/: no term is enforced", quiet)
    job = _Job(options, termbase, output, quiet)
    try:
        return job.run(sources)
    finally:
        if as_json:
            click.echo(json.dumps(job.as_json(), ensure_ascii=False, indent=2))


class _Job:
    """All articles of one command; engines are loaded when the first readable article needs them."""

    def __init__(self, options: "Options", termbase: "Termbase", output: Path, quiet: bool) -> None:
        self.options, self.termbase, self.output, self.quiet = options, termbase, output, quiet
        self.loaded: dict[str, Engine] = {}
        self.summaries: list[Summary] = []
        self.errors: list[tuple[Path, YeonjaeError]] = []

    def run(self, sources: tuple[Path, ...]) -> int:
        """Translates all of them; the exit code of the first one that failed, or 0."""
        for source in sources:
            try:
                self.summaries.append(self._one(source))
            except YeonjaeError as error:
                self.errors.append((source, error))
                click.echo(f"translate: {error}", err=True)
        return self.errors[0][1].exit_code if self.errors else 0

    def as_json(self) -> dict[str, object]:
        """What was done so far, and what failed."""
        failed = [{"source": str(s), "message": str(error), "exit_code": error.exit_code} for s, error in self.errors]
        return {"articles": [summary.as_json() for summary in self.summaries], "errors": failed}

    def _one(self, source: Path) -> "Summary":
        from translate import pipeline
        from translate.cli.report import show
        from translate.summary import summarise

        started = time.perf_counter()
        read = pipeline.read(source)
        loading = time.perf_counter()
        if not self.loaded:
            self.loaded = pipeline.engines(self.options)
            if self.options.engine != "starter":
                _tell_broken(self.quiet)
        started += time.perf_counter() - loading
        with _progress(source.name, self.quiet) as progress:
            bitext = pipeline.translate(read, self.termbase, self.loaded, self.options, progress)
        written = pipeline.write(bitext, self.output, self.options)
        summary = summarise(bitext, source, written, time.perf_counter() - started)
        if not self.quiet:
            show(summary)
        return summary


def _tell_broken(quiet: bool) -> None:
    """A package that the user installed and that is passed over must not go unnoticed."""
    from translate import engine

    for path, why in engine.broken():
        _say(f"{path}: {why}; this model package is not used", quiet)


def _flat(
    given: tuple[tuple[str, ...], ...], default: tuple[str, ...], normal: Callable[[str], str]
) -> tuple[str, ...]:
    names = [normal(name) for group in given for name in group]
    return tuple(dict.fromkeys(names)) or default


def _refuse_collisions(sources: tuple[Path, ...], options: "Options") -> None:
    from translate import pipeline

    seen: dict[str, Path] = {}
    for source in sources:
        for name in pipeline.output_names(source.stem, options):
            other = seen.setdefault(name.casefold(), source)
            if other is not source:
                raise OptionError(
                    f"{other} and {source} would both be written to {name}", hint="translate them with different -o"
                )


@contextmanager
def _progress(name: str, quiet: bool) -> Iterator["Progress | None"]:
    """Bars on a terminal, a line when a language is done elsewhere."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

    from translate.cli.report import shown, stderr

    console, name = stderr(), shown(name)
    if quiet:
        yield None
        return
    if not console.is_terminal:
        yield lambda language, done, total: _say(f"{name} → {language}: {done}/{total}", quiet=done < total)
        return
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bars:
        tasks: dict[str, TaskID] = {}

        def report(language: str, done: int, total: int) -> None:
            if language not in tasks:
                tasks[language] = bars.add_task(f"{name} → {language}", total=total)
            bars.update(tasks[language], completed=done)

        yield report


def _say(line: str, quiet: bool) -> None:
    if not quiet:
        click.echo(f"translate: {line}", err=True)
