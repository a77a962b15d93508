"""``translate glossary extract``."""

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translate.cli.options import DOMAIN, SOURCE, Names, glossary_paths
from translate.errors import OptionError, OutputError

if TYPE_CHECKING:
    from translate.extraction import Candidate, Installment, Now, Variant

__all__ = ["extract"]

BOM = "\ufeff"


@click.command(short_help="Propose terms from Korean articles.")
@click.argument("articles", metavar="ARTICLE...", nargs=-1, required=True, type=SOURCE)
@click.option("-t", "--target", "targets", multiple=True, type=Names(), help="Target language: en, zh. [default: both]")
@click.option(
    "-g", "--glossary", "glossaries", multiple=True, type=SOURCE, help="Glossary or folder. [default: glossaries/]"
)
@DOMAIN
@click.option("--no-glossary", is_flag=True, help="Leave nothing out because a glossary has it.")
@click.option(
    "--min-count", type=click.IntRange(1), help="Occurrences needed. [default: 2; 1 for names and what is rare]"
)
@click.option("--limit", type=click.IntRange(0), default=100, show_default=True, help="Candidates at most; 0 for all.")
@click.option("--no-translate", is_flag=True, help="Do not say how the engine translates them now; much faster.")
@click.option(
    "--engine", default="", metavar="NAME", help="starter or argos. [default: installed packages, then starter]"
)
@click.option("--tmx", "memories", multiple=True, type=SOURCE, help="TMX of earlier installments, to compare with.")
@click.option("-o", "--output", type=SOURCE, help="CSV file for the candidates. [default: standard output]")
@click.option("--variants", type=SOURCE, help="CSV file for names rendered differently. [default: lines on stderr]")
@click.option("--force", is_flag=True, help="Overwrite the files of -o and --variants.")
@click.option("--json", "as_json", is_flag=True, help="JSON instead of CSV, the variants in it.")
@click.option("-q", "--quiet", is_flag=True, help="Errors only on stderr.")
def extract(
    articles: tuple[Path, ...],
    targets: tuple[tuple[str, ...], ...],
    glossaries: tuple[Path, ...],
    domain: str,
    no_glossary: bool,
    min_count: int | None,
    limit: int,
    no_translate: bool,
    engine: str,
    memories: tuple[Path, ...],
    output: Path | None,
    variants: Path | None,
    force: bool,
    as_json: bool,
    quiet: bool,
) -> None:
    """Propose terms that the glossary lacks, as a CSV ready to be completed.

    Names and nouns of the ARTICLEs that recur, or that are rare in general Korean, with counts, example
    segments and how the engine translates them now; and where a name is rendered in different ways, in the
    articles and in TMX files of earlier ones. Fill in en and zh, delete what is no term, and load it with -g.
    """
    from translate import extraction, glossary, languages, pipeline
    from translate.extraction import table, tmx

    if no_glossary and (glossaries or domain):
        raise OptionError(f"{'-g' if glossaries else '--domain'} and --no-glossary exclude each other", hint="give one")
    codes = [languages.target(name).code for group in targets for name in group]
    options = pipeline.Options(targets=tuple(dict.fromkeys(codes)) or tuple(languages.TARGETS), engine=engine)
    paths = [] if no_glossary else glossary_paths(glossaries)
    _refuse(filter(None, (output, variants)), [*articles, *paths, *memories], force)
    termbase = glossary.load(paths, domain)
    for notice in termbase.notices:
        _say(notice, quiet)
    read = _installments(articles)
    units = {path: tmx.read(path) for path in dict.fromkeys(memories)}
    found = extraction.extract(read, termbase, minimum=min_count or 0, limit=limit)

    drafts, loaded = None, None
    nows: dict[str, dict[str, Now]] = {}
    if found and not no_translate:
        loaded = pipeline.engines(options)
        drafts = extraction.draft(
            found,
            termbase,
            loaded,
            lambda code, number: _say(f"translating {number:,} segments into {code}", quiet),
        )
        nows = {code: {one.form: extraction.now(one, drafts, code) for one in found} for code in options.targets}
    several = extraction.variants(found, read, termbase, drafts, units, options.targets, loaded)

    if as_json:
        record = {"candidates": table.candidates_json(found, nows), "variants": table.variants_json(several)}
        text = json.dumps(record, ensure_ascii=False, indent=2) + "\n"
    else:
        text = table.candidates_csv(found, nows)
    made = {output: text if as_json else BOM + text} if output else {}
    if variants:
        made[variants] = BOM + table.variants_csv(several)
    _write(made)
    if not output:
        click.echo(text, nl=False)
    if not quiet:
        _summarise(read, found, several, limit, told=bool(variants) or as_json)
        for path in made:
            _say(f"wrote {path}", quiet)


def _refuse(written: Iterable[Path], sources: Iterable[Path], force: bool) -> None:
    """Refuses, before the work, files that cannot be written or that would be lost: a completed list above all."""
    from translate import files

    seen = {os.path.realpath(source): f"{source} is read, and would be overwritten" for source in sources}
    for path in written:
        if os.path.realpath(path) in seen:
            raise OptionError(seen[os.path.realpath(path)], hint="write to another file")
        seen[os.path.realpath(path)] = f"-o and --variants both name {path}"
        if _streams(path):
            continue
        files.prepare_folder(path.parent)
        files.refuse_open([path])
        if path.exists() and not force:
            raise OutputError("is already there", where=path, hint="name another file, or give --force")


def _write(made: Mapping[Path, str]) -> None:
    """Writes the lists: files all or none, devices and pipes as they are."""
    from translate import files

    files.write_all({path: text.encode() for path, text in made.items() if not _streams(path)})
    for path, text in made.items():
        if _streams(path):
            try:
                path.write_bytes(text.encode())
            except OSError as error:
                reason = (error.strerror or str(error)).lower()
                raise OutputError(f"cannot be written ({reason})", where=path, hint="name a file") from error


def _streams(path: Path) -> bool:
    """True for what keeps nothing that could be lost: a device (``/dev/null``), a pipe."""
    return path.is_char_device() or path.is_fifo()


def _installments(articles: tuple[Path, ...]) -> list["Installment"]:
    """The articles, cut; called after their files, by their paths where files share a name."""
    from translate import pipeline, segmentation
    from translate.extraction import Installment

    paths = list({os.path.realpath(path): path for path in reversed(articles)}.values())[::-1]
    stems = [path.stem for path in paths]
    return [
        Installment(
            path.stem if stems.count(path.stem) == 1 else str(path), segmentation.segment(pipeline.read(path).blocks)
        )
        for path in paths
    ]


def _summarise(
    read: list["Installment"], found: "tuple[Candidate, ...]", several: "list[Variant]", limit: int, *, told: bool
) -> None:
    from translate.extraction.renderings import PART

    segments = _number(sum(len(one.segments) for one in read), "segment")
    most = " (the best; --limit 0 lists all)" if limit and len(found) == limit else ""
    what = f"{_number(len(found), 'candidate')}{most}" if found else "no candidates"
    _say(f"{what} in {segments} of {_number(len(read), 'article')}", quiet=False)
    grouped: dict[tuple[str, str], list[str]] = {}
    for one in several:
        part = "a part; " if one.how == PART else ""
        form = (
            f"{one.form} ({part}{len(one.labels)}: {_places(one.labels)})" if one.labels else f"{one.form} ({one.how})"
        )
        grouped.setdefault((one.name, one.language), []).append(form)
    if told:
        _say(f"{_number(len(grouped), 'name')} with several forms", quiet=False)
        return
    for (name, language), forms in grouped.items():
        _say(f"several forms in {language}: {name}: {', '.join(forms)}", quiet=False)


def _number(count: int, what: str) -> str:
    return f"{count:,} {what}{'s' * (count != 1)}"


def _places(labels: tuple[str, ...], most: int = 3) -> str:
    return " ".join(labels[:most]) + (" …" if len(labels) > most else "")


def _say(line: str, quiet: bool) -> None:
    if not quiet:
        click.echo(f"translate: {line}", err=True)
