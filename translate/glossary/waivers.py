"""Waivers: a term that may be missing in one segment, with the reason why.

A waiver stands in a file whose name ends in ``.waivers.csv``, one a row:

==========  =======================================================================================
article     name of the source file, with or without its suffix, in any case; empty: every article
segment     id of the segment (``12``) or its whole source text
ko          a Korean form of the concept
language    ``en`` or ``zh``; empty: both
reason      why; must not be empty
==========  =======================================================================================

A source text is the better name for a segment: ids change when the article or the segmentation does.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from translate import languages
from translate.article import Segment, TermHit
from translate.errors import GlossaryError, OptionError
from translate.glossary import headers
from translate.glossary.formats import delimited
from translate.glossary.formats.tables import fields
from translate.glossary.rows import Cell, Layout, plain, remark
from translate.glossary.termbase import WAIVERS
from translate.glossary.text import fold
from translate.languages import TARGETS

__all__ = ["Waiver", "apply", "astray", "default_paths", "gather", "load", "paths", "unused"]

COLUMNS = ("article", "segment", "ko", "language", "reason")
REQUIRED = ("segment", "ko", "reason")


@dataclass(frozen=True, slots=True)
class Waiver:
    """Leave to do without a term in a segment.

    Attributes:
        article: Name of the source file, without its folder, perhaps without its suffix; empty for every article.
        segment: Id of the segment, or its whole source text.
        ko: A Korean form of the concept.
        languages: Codes of the target languages.
        reason: Why, in one line.
        where: ``file:line`` that gave it.
    """

    article: str
    segment: str
    ko: str
    languages: tuple[str, ...]
    reason: str
    where: str


def default_paths(folder: Path = Path("glossaries")) -> list[Path]:
    """The files with waivers in ``folder``, by name."""
    return sorted(path for path in folder.glob("*") if path.name.lower().endswith(WAIVERS) and path.is_file())


def paths(given: Sequence[Path]) -> list[Path]:
    """The files with waivers among those given, each once; a folder stands for the ones in it."""
    found: list[Path] = []
    for path in given:
        found += default_paths(path) if path.is_dir() else [path] if path.name.lower().endswith(WAIVERS) else []
    return list(dict.fromkeys(found))


def gather(files: Sequence[Path]) -> tuple[tuple[Waiver, ...], list[GlossaryError]]:
    """The waivers in these files, and what is wrong in them; nothing is raised."""
    made: list[Waiver] = []
    mistakes: list[GlossaryError] = []
    for path in files:
        try:
            _read(path, made, mistakes)
        except GlossaryError as broken:
            mistakes.append(broken)
    return tuple(made), mistakes


def load(files: Sequence[Path]) -> tuple[Waiver, ...]:
    """The waivers in these files.

    Raises:
        GlossaryError: A file is malformed, or a row lacks its segment, concept or reason; the first mistake,
            with the number of the others.
    """
    made, mistakes = gather(files)
    if mistakes:
        first, others = mistakes[0], len(mistakes) - 1
        more = f"and {others:,} more mistake{'s' * (others > 1)} in waivers" if others else ""
        hint = "; ".join(filter(None, (first.hint, more)))
        raise GlossaryError(first.message, where=first.where, hint=hint)
    return made


def apply(
    hits: Mapping[str, tuple[TermHit, ...]], segments: Sequence[Segment], article: str, waivers: Sequence[Waiver]
) -> dict[str, tuple[TermHit, ...]]:
    """The hits, each with what is waived for it.

    Args:
        hits: Segment id → hits, as :func:`translate.glossary.match` gives them.
        segments: Of the article.
        article: ``Article.file``.
        waivers: All that were loaded; the first of several for the same hit and language gives the reason.
    """
    sources = {segment.id: segment.source for segment in segments}
    made: dict[str, tuple[TermHit, ...]] = {}
    for key, listed in hits.items():
        near = [waiver for waiver in waivers if _is_for(waiver, article, key, sources.get(key, ""))]
        made[key] = tuple(_waived(hit, near) for hit in listed) if near else listed
    return made


def unused(
    hits: Mapping[str, tuple[TermHit, ...]], segments: Sequence[Segment], article: str, waivers: Sequence[Waiver]
) -> tuple[Waiver, ...]:
    """The waivers for this article that apply to none of its hits: the text or the glossary has changed.

    A waiver for every article is unused only when this is so for all of them; the caller sees to that.
    """
    sources = {segment.id: segment.source for segment in segments}
    used = {
        waiver
        for key, listed in hits.items()
        for waiver in waivers
        if _is_for(waiver, article, key, sources.get(key, "")) and any(_names(waiver, hit) for hit in listed)
    }
    return tuple(waiver for waiver in waivers if waiver not in used and _concerns(waiver, article))


def astray(waivers: Sequence[Waiver], articles: Sequence[str]) -> tuple[Waiver, ...]:
    """The waivers whose article is none of these: of another run, or a slip of the hand.

    Args:
        waivers: All that were loaded.
        articles: Names of the source files of a run, without their folders.
    """
    return tuple(
        waiver for waiver in waivers if waiver.article and not any(_concerns(waiver, article) for article in articles)
    )


def _is_for(waiver: Waiver, article: str, identifier: str, source: str) -> bool:
    return _concerns(waiver, article) and waiver.segment in (identifier, plain(source))


def _concerns(waiver: Waiver, article: str) -> bool:
    """Whether the waiver is for this source file, which may be named without its suffix and in any case."""
    return not waiver.article or _key(waiver.article) in (_key(article), _key(PurePath(article).stem))


def _key(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _names(waiver: Waiver, hit: TermHit) -> bool:
    return fold(waiver.ko) in {fold(form) for form in hit.concept.forms("ko")}


def _waived(hit: TermHit, waivers: Sequence[Waiver]) -> TermHit:
    reasons: dict[str, str] = {}
    for waiver in waivers:
        if _names(waiver, hit):
            for code in waiver.languages:
                reasons.setdefault(code, waiver.reason)
    return replace(hit, waived={**reasons, **hit.waived}) if reasons else hit


def _read(path: Path, made: list[Waiver], mistakes: list[GlossaryError]) -> None:
    opened = delimited.table(path, COLUMNS, f"start it with the header line {','.join(COLUMNS)}")
    layout = Layout(str(path), ())
    names = tuple(headers.normal(cell.text) for cell in opened.header)
    for number, (cell, name) in enumerate(zip(opened.header, names, strict=True)):
        if name not in COLUMNS or name in names[:number]:
            problem = f"a second column {name!r}" if name in COLUMNS else f"unknown column {cell.text.strip()[:40]!r}"
            where = layout.at(cell.line, cell.column)
            raise GlossaryError(problem, where=where, hint=f"the header of waivers is {','.join(COLUMNS)}")
    for name in REQUIRED:
        if name not in names:
            hint = f"the header of waivers is {','.join(COLUMNS)}"
            raise GlossaryError(f"the column {name!r} is missing", where=layout.at(opened.header[0].line, 1), hint=hint)
    for record in opened.records:
        cells = fields(record, names, layout, mistakes, [(name,) for name in REQUIRED])
        if cells and (waiver := _waiver(cells, layout, mistakes)):
            made.append(waiver)


def _waiver(cells: Mapping[str, Cell], layout: Layout, mistakes: list[GlossaryError]) -> Waiver | None:
    texts = dict.fromkeys(COLUMNS, "")
    before = len(mistakes)
    codes = tuple(TARGETS)
    for name, cell in cells.items():
        where = layout.at(cell.line, cell.column)
        try:
            texts[name] = remark(cell.text, name)
            if name == "language" and texts[name]:
                codes = (languages.target(texts[name]).code,)
        except (GlossaryError, OptionError) as problem:
            mistakes.append(GlossaryError(problem.message, where=where, hint=problem.hint))
        if name in REQUIRED and not texts[name] and len(mistakes) == before:
            mistakes.append(GlossaryError(f"the {name} is missing", where=where, hint="a waiver needs one"))
    if len(mistakes) > before:
        return None
    line = min(cell.line for cell in cells.values())
    return Waiver(texts["article"], texts["segment"], texts["ko"], codes, texts["reason"], f"{layout.path}:{line}")
