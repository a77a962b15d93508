"""The way an article goes, in order: the file to read first.

    file ─ readers ─▶ Article ─ segmentation ─▶ segments ─ glossary.match ─▶ hits
      ─ engine, glossary.enforce, typography ─▶ translations ─ checks ─▶ findings ─ exporters ─▶ files

:func:`read` and :func:`write` do the I/O at both ends; :func:`translate` between them is a plain function
over immutable values. Heavy libraries are imported by the rooms when they are first used.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from translate import (
    __version__,
    checks,
    engine,
    exporters,
    files,
    glossary,
    languages,
    readers,
    segmentation,
    typography,
)
from translate.article import (
    Article,
    Bitext,
    Finding,
    Origin,
    Rung,
    Segment,
    Signature,
    TermHit,
    Translation,
)
from translate.engine.base import Engine, Outcome, Request
from translate.engine.packages import CHOICES
from translate.engine.trust import Trust, trust
from translate.errors import InputError, OptionError
from translate.glossary import Termbase
from translate.glossary.waivers import Waiver
from translate.glossary.waivers import apply as waive
from translate.morphology import is_hangul
from translate.numbers import renumbered

__all__ = ["Options", "Progress", "engines", "output_names", "read", "translate", "write"]

Progress = Callable[[str, int, int], None]
"""Called with the language code, the number of segments done and the number of all."""

LIBRARIES = ("ctranslate2", "kiwipiepy", "kiwipiepy_model", "sentencepiece")


@dataclass(frozen=True, slots=True)
class Options:
    """What the user may choose; everything here that changes the output is part of the signature.

    Attributes:
        targets: Codes of the target languages, in the order of the exports.
        engine: ``starter``, ``argos``, or empty for the best that is there.
        beam: Beam size; 0 takes the engine's own.
        threads: Of the decoder; 0 takes all cores.
        device: ``cpu``, ``cuda`` or ``auto``.
        quotes: English quotation marks: ``curly`` or ``straight``.
        formats: Of the exports.
        trilingual: Also write one DOCX with all targets.
    """

    targets: tuple[str, ...] = tuple(languages.TARGETS)
    engine: str = ""
    beam: int = 0
    threads: int = 0
    device: str = "cpu"
    quotes: str = "curly"
    formats: tuple[str, ...] = ("docx", "tmx")
    trilingual: bool = False

    def __post_init__(self) -> None:
        if self.engine and self.engine not in CHOICES:
            raise OptionError(f"unknown engine {self.engine!r}", hint=f"choose from {', '.join(CHOICES)}")
        if self.trilingual and len(self.targets) < 2:
            raise OptionError("--trilingual needs two target languages", hint="leave out -t, or give -t en -t zh")
        if self.trilingual and "docx" not in self.formats:
            raise OptionError("--trilingual makes a DOCX", hint="add docx to --format")
        if self.quotes not in typography.QUOTES:
            raise OptionError(f"unknown quotes {self.quotes!r}", hint=f"choose from {', '.join(typography.QUOTES)}")
        unknown = [name for name in self.formats if name not in exporters.FORMATS]
        if unknown or not self.formats:
            known = ", ".join(exporters.FORMATS)
            raise OptionError(f"unknown format {', '.join(unknown)!r}", hint=f"choose from {known}")


def read(path: Path) -> Article:
    """The article in ``path``.

    Raises:
        InputError: It cannot be read as an article, or has no Korean text to translate.
    """
    article = readers.read(path)
    if not any(map(is_hangul, "".join(block.text for block in article.blocks if block.translatable))):
        raise InputError("has no Korean text to translate", where=path, hint="give a Korean article")
    return article


def engines(options: Options) -> dict[str, Engine]:
    """One engine a target language.

    Raises:
        ModelError: A model package is missing or broken, or the device cannot be used.
    """
    return {
        code: engine.load(code, choice=options.engine, threads=options.threads, device=options.device)
        for code in options.targets
    }


def translate(
    article: Article,
    termbase: Termbase,
    loaded: Mapping[str, Engine],
    options: Options,
    progress: Progress | None = None,
    waivers: Sequence[Waiver] = (),
) -> Bitext:
    """The article with its translations and findings.

    Args:
        article: As :func:`read` gives it.
        termbase: The glossary to enforce; may be empty.
        loaded: Language code → engine, at least for ``options.targets``.
        options: Targets, decoding, typography.
        progress: Called as segments get done.
        waivers: Terms that may be missing, each in one segment.

    Raises:
        ModelError: The engine failed while decoding.
    """
    segments = segmentation.segment(article.blocks)
    hits = waive(glossary.match(segments, termbase), segments, article.file, waivers)
    translations: dict[str, tuple[Translation, ...]] = {}
    findings: list[Finding] = []
    for code in options.targets:
        made = _translations(segments, hits, loaded[code], options, progress)
        translations[code] = made
        findings += checks.run(segments, made, hits, article.blocks)
    order = {segment.id: index for index, segment in enumerate(segments)}
    return Bitext(
        article=article,
        segments=segments,
        hits=hits,
        translations=translations,
        findings=tuple(sorted(findings, key=lambda finding: order[finding.segment])),
        signature=_signature(_digest(termbase, waivers), loaded, options),
        glossaries=tuple(Path(file).name for file in termbase.files),
    )


def output_names(article_name: str, options: Options) -> list[str]:
    """The names of the files that :func:`write` will make for an article of this name."""
    return exporters.names(article_name, options.targets, options.formats, trilingual=options.trilingual)


def write(bitext: Bitext, folder: Path, options: Options) -> list[Path]:
    """Writes all exports, or none; returns their paths.

    Raises:
        OutputError: One of them cannot be written; what stood there is untouched.
    """
    made = exporters.export(bitext, options.formats, trilingual=options.trilingual)
    paths = {folder / name: data for name, data in made.items()}
    files.write_all(paths)
    return list(paths)


def _translations(
    segments: Sequence[Segment],
    hits: Mapping[str, tuple[TermHit, ...]],
    loaded: Engine,
    options: Options,
    progress: Progress | None,
) -> tuple[Translation, ...]:
    """Korean segments go to the engine; what holds no Korean (a URL, an English line) is kept as it is."""
    korean = [segment for segment in segments if any(map(is_hangul, segment.source))]
    with _reporting(loaded.target, len(korean), progress) as report:
        decode = partial(_decode, options.beam, report)
        tools = glossary.Tools(decode, partial(_finish, quotes=options.quotes), trust)
        made = glossary.enforce(korean, hits, loaded, tools)
        again = partial(glossary.enforce, engine=loaded, tools=replace(tools, thorough=False))
        made = renumbered(korean, made, hits, again)
    by_id = {translation.segment: translation for translation in made}
    return tuple(by_id.get(one.id) or _kept(one, hits.get(one.id, ()), loaded.target) for one in segments)


def _decode(
    beam: int,
    report: Callable[[int], None],
    loaded: Engine,
    trusted: Trust,
    requests: Sequence[Request],
    patient: bool,
) -> list[Outcome]:
    decoding = replace(loaded.decoding, beam=beam) if beam else loaded.decoding
    return engine.translate(
        loaded, requests, decoding=decoding, progress=report, placeholders=trusted.placeholders, patient=patient
    )


def _finish(text: str, protect: Sequence[str], language: str, *, quotes: str) -> str:
    return typography.finish(text, language, protect=protect, quotes=quotes)


def _kept(segment: Segment, hits: Sequence[TermHit], language: str) -> Translation:
    terms = glossary.uses(segment.source, hits, language)
    return Translation(
        segment=segment.id,
        language=language,
        text=segment.source,
        origin=Origin.KEPT,
        rung=Rung.PLAIN if all(use.enforced for use in terms) else Rung.FAILED,
        terms=terms,
        attempts=0,
        log=("no Korean in it: kept",),
    )


@contextmanager
def _reporting(language: str, total: int, progress: Progress | None) -> Iterator[Callable[[int], None]]:
    """Counts requests up to ``total``: later rungs decode some segments again, which is no progress to show."""
    done = 0

    def report(count: int) -> None:
        nonlocal done
        before, done = done, min(done + count, total)
        if progress and done > before:
            progress(language, done, total)

    yield report
    report(total)


def _digest(termbase: Termbase, waivers: Sequence[Waiver]) -> str:
    """Of all that decides about terms; empty without a glossary."""
    if not termbase.concepts:
        return ""
    waived = sorted(f"{one.article}\n{one.segment}\n{one.ko}\n{one.languages}\n{one.reason}" for one in waivers)
    return sha256("\0".join([termbase.sha256, *waived]).encode()).hexdigest() if waived else termbase.sha256


def _signature(glossary_sha256: str, loaded: Mapping[str, Engine], options: Options) -> Signature:
    beams = {str(options.beam or loaded[code].decoding.beam) for code in options.targets}
    return Signature(
        version=__version__,
        engines={code: loaded[code].name for code in options.targets},
        models={code: loaded[code].sha256[:12] for code in options.targets},
        glossary=glossary_sha256[:12],
        libraries={name: version(name) for name in LIBRARIES},
        options={"beam": "/".join(sorted(beams)), "quotes": options.quotes, "device": options.device},
    )
