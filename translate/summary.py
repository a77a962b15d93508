"""What a run did, in figures: the values behind the table on stderr and behind ``--json``."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from translate import exporters, glossary
from translate.article import Bitext, Finding, Origin, Rung, Severity, TermHit

__all__ = ["Failure", "LanguageSummary", "Summary", "summarise"]


@dataclass(frozen=True, slots=True)
class Failure:
    """One hit whose term is not in the translation, though nobody allowed that.

    Attributes:
        segment: ``Segment.id``.
        source: The occurrence as the article writes it.
        expected: The terms that the termbase accepts.
    """

    segment: str
    source: str
    expected: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LanguageSummary:
    """The figures of one target language; every count is of segments unless it says otherwise.

    Attributes:
        language: Code of the target language.
        engine: Name of the engine.
        segments: All of them.
        reused: Taken from an identical segment of the same article.
        translated: Sent to the engine.
        kept: Held no Korean and stand as they are.
        term_hits: Occurrences of concepts that have a term in this language.
        enforced: Of these, in an accepted form in the translation.
        waived: Of these, missing, and allowed to be by a waiver.
        failures: Of these, missing, each flagged in the exports.
        forbidden: Forbidden forms that stayed in the translations, each flagged in the exports.
        rungs: Step of the enforcement ladder → segments with hits that it settled; steps that settled none are absent.
        severities: Severity → number of findings.
        guessed: Names that were only romanised.
    """

    language: str
    engine: str
    segments: int
    reused: int
    translated: int
    kept: int
    term_hits: int
    enforced: int
    waived: int
    failures: tuple[Failure, ...]
    forbidden: int
    rungs: dict[str, int]
    severities: dict[str, int]
    guessed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures of one article.

    Attributes:
        source: The file as the user named it.
        notices: What the reader decided, and what the exporters had to leave out.
        words: Korean words (*eojeol*: runs between white space) in all segments.
        seconds: Wall-clock time from reading to writing, models already loaded.
        words_per_second: ``words`` times the number of target languages, over ``seconds``.
        languages: One entry a target language.
        findings: All of them, by segment, then language.
        files: What was written.
        signature: What the result depends on.
    """

    source: str
    notices: tuple[str, ...]
    words: int
    seconds: float
    words_per_second: float
    languages: tuple[LanguageSummary, ...]
    findings: tuple[Finding, ...]
    files: tuple[str, ...]
    signature: str

    def as_json(self) -> dict[str, Any]:
        """For ``--json``: plain values, failures and findings counted and listed."""
        from dataclasses import asdict

        data = asdict(self)
        for language in data["languages"]:
            language["failed"] = len(language["failures"])
        data["seconds"] = round(self.seconds, 3)
        data["words_per_second"] = round(self.words_per_second, 1)
        return data


def summarise(bitext: Bitext, source: Path, written: list[Path], seconds: float) -> Summary:
    """The figures of ``bitext``, read from ``source`` and written to ``written`` in ``seconds``."""
    words = sum(len(segment.source.split()) for segment in bitext.segments)
    return Summary(
        source=str(source),
        notices=(*bitext.article.notices, *exporters.notices(bitext)),
        words=words,
        seconds=seconds,
        words_per_second=words * len(bitext.translations) / seconds if seconds > 0 else 0.0,
        languages=tuple(_language(bitext, code) for code in bitext.translations),
        findings=bitext.findings,
        files=tuple(str(path) for path in written),
        signature=str(bitext.signature),
    )


def _language(bitext: Bitext, code: str) -> LanguageSummary:
    translations = bitext.translations[code]
    sources = {segment.id: segment.source for segment in bitext.segments}
    uses = [(translation.segment, use) for translation in translations for use in translation.terms]
    origins = Counter(translation.origin for translation in translations)
    severities = Counter(finding.severity for finding in bitext.findings if finding.language == code)
    rungs = Counter(one.rung for one in translations if one.terms or one.rung is not Rung.PLAIN)
    left = [glossary.banned(one.text, bitext.hits.get(one.segment, ()), code) for one in translations]
    missing = [(id_, use) for id_, use in uses if not use.enforced]
    return LanguageSummary(
        language=code,
        engine=bitext.signature.engines[code],
        segments=len(translations),
        reused=origins[Origin.REPEAT],
        translated=origins[Origin.MACHINE],
        kept=origins[Origin.KEPT],
        term_hits=len(uses),
        enforced=sum(use.enforced for _, use in uses),
        waived=sum(bool(use.waiver) for _, use in missing),
        failures=tuple(_failure(id_, sources[id_], use.hit, code) for id_, use in missing if not use.waiver),
        forbidden=sum(map(len, left)),
        rungs={rung.value: rungs[rung] for rung in Rung if rungs[rung]},
        severities={severity.value: severities[severity] for severity in Severity},
        guessed=tuple(sorted({name for translation in translations for name in translation.guessed})),
    )


def _failure(segment: str, source: str, hit: TermHit, code: str) -> Failure:
    return Failure(segment, source[hit.start : hit.end], hit.concept.forms(code))
