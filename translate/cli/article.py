"""``translate article``."""

import json
import os
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translate import interruption
from translate.cli.options import DOMAIN, SOURCE, Names, Word, glossary_paths, waivers_of
from translate.errors import InputError, ModelError, OptionError, YeonjaeError

if TYPE_CHECKING:
    from translate.article import Bitext
    from translate.engine.base import Engine
    from translate.glossary import Termbase
    from translate.glossary.waivers import Waiver
    from translate.pipeline import Options, Progress
    from translate.summary import Summary

__all__ = ["article"]


@click.command(short_help="Translate Korean articles into aligned bilingual DOCX and TMX.")
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True, type=SOURCE)
@click.option("-t", "--target", "targets", multiple=True, type=Names(), help="Target language: en, zh. [default: both]")
@click.option(
    "-g", "--glossary", "glossaries", multiple=True, type=SOURCE, help="Glossary or folder. [default: glossaries/]"
)
@DOMAIN
@click.option("--no-glossary", is_flag=True, help="Translate without a glossary.")
@click.option("-o", "--output", type=SOURCE, default=Path("exports"), show_default=True, help="Folder for the exports.")
@click.option("--format", "formats", multiple=True, type=Names(), help="Exports: docx, tmx. [default: both]")
@click.option("--trilingual", is_flag=True, help="Also write one DOCX with both targets side by side.")
@click.option(
    "--engine", type=Word(), metavar="NAME", help="starter or argos. [default: installed packages, then starter]"
)
@click.option("--beam", type=click.IntRange(1, 32), help="Beam size. [default: the engine's own]")
@click.option("--threads", type=click.IntRange(1, 256), help="Decoder threads. [default: all cores]")
@click.option("--device", type=click.Choice(["cpu", "cuda", "auto"]), default="cpu", show_default=True)
@click.option(
    "--quotes", type=click.Choice(["curly", "straight"]), default="curly", show_default=True, help="English quotes."
)
@click.option("--overwrite", is_flag=True, help="Replace files that were edited, or that are not of Yeonjae.")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON on stdout.")
@click.option("-q", "--quiet", is_flag=True, help="No progress and no summary; only errors, and models passed over.")
def article(
    sources: tuple[Path, ...],
    targets: tuple[tuple[str, ...], ...],
    glossaries: tuple[Path, ...],
    domain: str | None,
    no_glossary: bool,
    output: Path,
    formats: tuple[tuple[str, ...], ...],
    trilingual: bool,
    engine: str | None,
    beam: int | None,
    threads: int | None,
    device: str,
    quotes: str,
    overwrite: bool,
    as_json: bool,
    quiet: bool,
) -> int:
    """Translate Korean articles (.txt, .md, .html, .docx) into aligned bilingual DOCX and TMX.

    Each SOURCE is one installment. Its exports are named after it: exports/NAME.en.docx, NAME.en.tmx,
    NAME.zh.docx, NAME.zh.tmx. All files of an installment are written together or not at all; one that
    cannot be read is reported, and the others are still translated. Exports that somebody has edited are
    kept, unless --overwrite is given.
    """
    from translate import glossary as terms
    from translate import languages, pipeline, readers

    Path.cwd()  # fails where that folder was deleted, in which the decoder's library ends the process as it likes
    options = pipeline.Options(
        targets=_flat(targets, tuple(languages.TARGETS), lambda name: languages.target(name).code),
        engine=engine or "",
        beam=beam or 0,
        threads=threads or 0,
        device=device,
        quotes=quotes,
        formats=_flat(formats, ("docx", "tmx"), str.lower),
        trilingual=trilingual,
    )
    if no_glossary and (glossaries or domain):
        raise OptionError(f"{'-g' if glossaries else '--domain'} and --no-glossary exclude each other", hint="give one")
    plan = [
        (source, [output / name for name in pipeline.output_names(readers.article_name(source), options)])
        for source in sources
    ]
    _refuse_collisions(plan)
    job = _Job(options, output, overwrite, quiet)

    def load() -> "tuple[Termbase, tuple[Waiver, ...]]":
        if no_glossary:
            return terms.load([]), ()
        return terms.load(glossary_paths(glossaries), domain or ""), waivers_of(glossaries)

    try:
        return job.run(dict(plan), load, no_glossary)
    except YeonjaeError as error:
        job.errors.append((None, error))
        raise
    finally:
        if as_json:
            click.echo(json.dumps(job.as_json(), ensure_ascii=False, indent=2))


class _Job:
    """All articles of one command; engines are loaded when the first readable article needs them."""

    def __init__(self, options: "Options", output: Path, overwrite: bool, quiet: bool) -> None:
        self.options, self.output, self.overwrite, self.quiet = options, output, overwrite, quiet
        self.loaded: dict[str, Engine] = {}
        self.summaries: list[Summary] = []
        self.errors: list[tuple[Path | None, YeonjaeError]] = []
        self.waivers: tuple[Waiver, ...] = ()
        self.unused: Counter[Waiver] = Counter()

    def run(
        self,
        plan: Mapping[Path, list[Path]],
        load: "Callable[[], tuple[Termbase, tuple[Waiver, ...]]]",
        no_glossary: bool,
    ) -> int:
        """Translates all sources, each into its paths; the exit code of the first one that failed, or 0.

        Sources that are not there are told first. Nothing is translated, and no folder made, before all targets
        of the others may be written and the glossary is loaded.

        Raises:
            YeonjaeError: Something that has to do with all of them.
        """
        present = [source for source in plan if self._is_there(source)]
        if present:
            self._refuse_outputs([path for source in present for path in plan[source]])
            termbase, self.waivers = load()
            missing = (
                [] if termbase.concepts or no_glossary else ["no glossary found in glossaries/: no term is enforced"]
            )
            notices = [*termbase.notices, *missing]
            for source in present:
                interruption.check()
                try:
                    self.summaries.append(self._one(source, plan[source], termbase, notices))
                except YeonjaeError as error:
                    self._tell(source, error)
                    if isinstance(error, ModelError) and not self.loaded:
                        break  # it would be said again for each of the others
            self._tell_unused()
        return self.errors[0][1].exit_code if self.errors else 0

    def as_json(self) -> dict[str, object]:
        """What was done so far, and what failed; what has to do with no single source has none."""
        failed = [
            {"source": str(source) if source else None, "message": str(error), "exit_code": error.exit_code}
            for source, error in self.errors
        ]
        return {"articles": [summary.as_json() for summary in self.summaries], "errors": failed}

    def _tell(self, source: Path, error: YeonjaeError) -> None:
        self.errors.append((source, error))
        click.echo(f"translate: {error}", err=True)

    def _is_there(self, source: Path) -> bool:
        from translate.readers import SUFFIXES, opening

        try:
            opening.check(source)
            if source.name.lower() in SUFFIXES:
                raise InputError("has a suffix for its whole name", where=source, hint="rename it, as to a.txt")
        except YeonjaeError as error:
            self._tell(source, error)
            return False
        return True

    def _refuse_outputs(self, paths: list[Path]) -> None:
        from translate import files

        files.prepare_folder(self.output)
        files.refuse_open(paths)
        self._refuse_edited(paths)

    def _refuse_edited(self, paths: list[Path]) -> None:
        """Names every export that would be lost, not only the first: who gives --overwrite must know them all."""
        from translate import seals

        if not self.overwrite and (errors := seals.refusals(paths)):
            *others, last = errors
            for error in others:
                click.echo(f"translate: {error}", err=True)
            raise last

    def _one(self, source: Path, paths: list[Path], termbase: "Termbase", notices: Sequence[str]) -> "Summary":
        from translate import pipeline
        from translate.cli.report import show
        from translate.summary import summarise

        started = time.perf_counter()
        read = pipeline.read(source)
        loading = time.perf_counter()
        if not self.loaded:
            self._load(notices)
        started += time.perf_counter() - loading
        with _progress(source.name, self.quiet) as progress:
            bitext = pipeline.translate(read, termbase, self.loaded, self.options, progress, self.waivers)
        interruption.check()
        self._count_unused(bitext)
        self._refuse_edited(paths)  # somebody may have been at work in the meantime
        written = pipeline.write(bitext, self.output, self.options)
        summary = summarise(bitext, source, written, time.perf_counter() - started)
        if not self.quiet:
            show(summary)
        return summary

    def _count_unused(self, bitext: "Bitext") -> None:
        from translate.glossary.waivers import unused

        self.unused.update(unused(bitext.hits, bitext.segments, bitext.article.file, self.waivers))

    def _tell_unused(self) -> None:
        """A waiver for one article is unused when it is so there, one for all of them when it is so everywhere.

        Those for articles that are no sources of this run are told in one line: they may be for another run.
        """
        from translate.glossary.waivers import astray

        for waiver, count in self.unused.items():
            if waiver.article or count == len(self.summaries):
                _say(f"{waiver.where}: the waiver for {waiver.ko} applies to no segment", self.quiet)
        failed = [source.name for source, _ in self.errors if source]
        articles = [*(Path(summary.source).name for summary in self.summaries), *failed]
        if left := astray(self.waivers, articles):
            names = list(dict.fromkeys(waiver.article for waiver in left))
            listed = ", ".join(map(repr, names[:5])) + (f" and {len(names) - 5:,} more" if len(names) > 5 else "")
            _say(f"waivers for articles that are not among the sources: {listed} ({left[0].where})", self.quiet)

    def _load(self, notices: Sequence[str]) -> None:
        from translate import pipeline

        for notice in notices:
            _say(notice, self.quiet)
        self.loaded = pipeline.engines(self.options)
        if self.options.engine != "starter":
            _tell_broken()


def _tell_broken() -> None:
    """A package that the user installed and that is passed over changes the result: that is more than progress."""
    from translate import engine

    for one in engine.broken():
        _say(f"{one.path}: {one.why}; {one.effect}", quiet=False)


def _flat(
    given: tuple[tuple[str, ...], ...], default: tuple[str, ...], normal: Callable[[str], str]
) -> tuple[str, ...]:
    names = [normal(name) for group in given for name in group]
    return tuple(dict.fromkeys(names)) or default


def _refuse_collisions(plan: Sequence[tuple[Path, list[Path]]]) -> None:
    """No file may be written twice, nor one that is read; names that differ in case only are one on some systems."""
    _refuse_repeated([source for source, _ in plan])
    taken: dict[str, int] = {}
    for number, (source, paths) in enumerate(plan):
        for path in paths:
            other = taken.setdefault(path.name.casefold(), number)
            if other != number:
                raise OptionError(
                    f"{plan[other][0]} and {source} would both be written to {path.name}",
                    hint="translate them with different -o",
                )
    sources = {os.path.realpath(source) for source, _ in plan}  # Path.resolve() fails at links that lead in a circle
    for source, paths in plan:
        lost = next((path for path in paths if os.path.realpath(path) in sources), None)
        if lost:
            raise OptionError(f"{source} would be written over {lost}, which is a source", hint="choose another -o")


def _refuse_repeated(sources: Sequence[Path]) -> None:
    seen: dict[str, Path] = {}
    for source in sources:
        other = seen.setdefault(os.path.realpath(source), source)
        if other is not source:
            what = f"{source} was given twice" if other == source else f"{other} and {source} are the same file"
            raise OptionError(what, hint="name it once")


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
