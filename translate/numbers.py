"""Numbers: a translation that got one wrong is asked for once more, with the numbers enforced like terms.

An engine that reads hints is told what a number is in the target language, and may write another all the same. What the
check of numbers finds wrong climbs the ladder of enforcement again, on which the numbers count as terms; the
result is taken only where the check finds less to say, no term is lost for it, and the engine shows no more faults.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from translate import checks, glossary
from translate.article import Concept, Rung, Segment, TermHit, Translation

__all__ = ["renumbered"]

CHECKS = ("numbers", "currencies")
"""What must have less to say."""

DIGITS = re.compile(r"(?<![\w.])\d+(?:[.,]\d+)*(?![\d.,]*[만억조천백])(?![A-Za-z])")
"""Numbers that are written with the same digits in every language: none before a Korean unit of ten thousands."""

Hits = Mapping[str, tuple[TermHit, ...]]


def renumbered(
    segments: Sequence[Segment],
    made: Sequence[Translation],
    hits: Hits,
    again: Callable[[Sequence[Segment], Hits], list[Translation]],
) -> list[Translation]:
    """The translations, those with wrong numbers made anew where that helps.

    Args:
        segments: That were translated.
        made: Their translations into one language, in the same order.
        hits: Segment id → hits.
        again: Translates segments with hits: :func:`translate.glossary.enforce`, bound to an engine.
    """
    wanted: dict[str, tuple[TermHit, ...]] = {}
    for segment, translation in zip(segments, made, strict=True):
        terms = hits.get(segment.id, ())
        if _wrong(segment, translation) and (numbers := _beside(_numbers(segment, translation), terms)):
            wanted[segment.id] = tuple(sorted((*numbers, *terms), key=_start))
    chosen = [segment for segment in segments if segment.id in wanted]
    if not chosen:
        return list(made)
    # one by one: what else has wrong numbers, and so the glossary, must not change a segment by its company in a batch
    new = {one.id: again([one], {one.id: wanted[one.id]})[0] for one in chosen}
    return [
        _better(segment, old, new[segment.id], hits.get(segment.id, ())) if segment.id in new else old
        for segment, old in zip(segments, made, strict=True)
    ]


def _wrong(segment: Segment, translation: Translation) -> int:
    """How many numbers the checks find wrong, or of another currency."""
    pair = checks.Pair(segment, translation)
    return sum(len(list(checks.CHECKS[name](pair))) for name in CHECKS)


def _numbers(segment: Segment, translation: Translation) -> list[TermHit]:
    """The numbers that the engine was told of, and other digits, which stay as they are: hits of this segment alone."""
    told = [hint for hint in translation.hints if hint.origin == "number"]
    found = [_hit(segment, hint.start, hint.end, hint.form, translation.language) for hint in told]
    if not translation.hints:  # an engine that is told nothing is not asked
        return found
    for match in DIGITS.finditer(segment.source):
        start, end = match.span()
        if not any(start < hint.end and hint.start < end for hint in told):
            found.append(_hit(segment, start, end, match.group(), translation.language))
    return found


def _hit(segment: Segment, start: int, end: int, form: str, language: str) -> TermHit:
    return TermHit(start, end, Concept({"ko": (segment.source[start:end],), language: (form,)}))


def _beside(numbers: Sequence[TermHit], hits: Sequence[TermHit]) -> list[TermHit]:
    """Those that overlap no hit of the glossary."""
    return [one for one in numbers if not any(one.start < hit.end and hit.start < one.end for hit in hits)]


def _start(hit: TermHit) -> int:
    return hit.start


def _better(segment: Segment, old: Translation, new: Translation, hits: Sequence[TermHit]) -> Translation:
    terms = glossary.uses(new.text, hits, new.language)
    lost = sum(not (use.enforced or use.waiver) for use in terms)
    before = sum(not (use.enforced or use.waiver) for use in old.terms)
    banned = glossary.banned(new.text, hits, new.language)
    if (
        _wrong(segment, new) >= _wrong(segment, old)
        or lost > before
        or len(new.faults) > len(old.faults)
        or len(banned) > len(glossary.banned(old.text, hits, old.language))
    ):
        return replace(old, attempts=old.attempts + new.attempts)
    failed = lost or banned
    rung = Rung.FAILED if failed else old.rung if new.rung is Rung.FAILED or not terms else new.rung
    log = (*new.log, "decoded again for its numbers")
    return replace(new, origin=old.origin, terms=terms, rung=rung, attempts=old.attempts + new.attempts, log=log)
