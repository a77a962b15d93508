"""What a reviewer must know of a segment: comments at their place, and the lines of the last column."""

from collections.abc import Sequence
from dataclasses import dataclass

from translate.article import Finding, Origin, Segment, Severity, TermUse, Translation
from translate.exporters.characters import report
from translate.languages import Language

__all__ = ["Note", "lines", "notes"]


@dataclass(frozen=True, slots=True)
class Note:
    """A comment in the making.

    Attributes:
        severity: How much it matters.
        message: What is wrong.
        language: Of the translation that it is about; its English name.
        in_source: The span counts in the source, else in the target.
        start, end: Offsets, code points.
    """

    severity: Severity
    message: str
    language: str
    in_source: bool
    start: int
    end: int


def notes(segment: Segment, translation: Translation, findings: Sequence[Finding], language: Language) -> list[Note]:
    """One note a finding, and one for each missing term that no finding speaks of.

    A missing term has no place in the target: it is commented at its place in the source. A finding without a
    span is about the whole target.
    """
    missing = [use for use in translation.terms if not (use.enforced or use.waiver)]
    result: list[Note] = []
    for finding in findings:
        use = _subject(finding, segment, missing)
        if use is not None:
            missing.remove(use)
            in_source, start, end = True, use.hit.start, use.hit.end
        elif finding.start < finding.end:
            in_source, start, end = False, finding.start, finding.end
        else:
            in_source, start, end = False, 0, len(translation.text)
        message = f"{finding.check}: {finding.message}"
        result.append(Note(finding.severity, message, language.name, in_source, start, end))
    for use in missing:
        hit = use.hit
        text = f"term missing: {segment.source[hit.start : hit.end]} → {_expected(use, language)}"
        result.append(Note(Severity.ERROR, text, language.name, True, hit.start, hit.end))
    return result


def _subject(finding: Finding, segment: Segment, missing: Sequence[TermUse]) -> TermUse | None:
    """The missing term that a finding without a span is about: the one it names, in the source's spelling or ours."""
    if finding.check != "terms" or finding.start < finding.end:
        return None
    for use in missing:
        named = (segment.source[use.hit.start : use.hit.end], use.hit.concept.name)
        if any(name in finding.message for name in named):
            return use
    return None


def _expected(use: TermUse, language: Language) -> str:
    return " / ".join(use.hit.concept.forms(language.code)) or "?"


def lines(segment: Segment, translation: Translation) -> list[tuple[str, str]]:
    """Label and text of what is no finding: names to look at, signs of degenerate output, where it comes from."""
    result: list[tuple[str, str]] = []
    if translation.guessed:
        result.append(("Guessed", ", ".join(translation.guessed)))
    if translation.faults:
        result.append(("Faulty output", ", ".join(translation.faults)))
    if translation.origin is Origin.REPEAT:
        result.append(("Repeat", "as an earlier segment"))
    if translation.origin is Origin.KEPT:
        result.append(("Kept", "holds no Korean"))
    left_out = (report(segment.source), report(translation.text))
    return result + [("Characters", text) for text in left_out if text]
