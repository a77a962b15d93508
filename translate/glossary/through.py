"""Enforcement through English: the terms of the target language by way of the English ones.

The first engine is made to write each concept's English term, like any glossary would; where that stands in the English
text is known exactly, so that the second engine gets it as a hit of its own. A concept that has no English term
travels under a name made of its Korean one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from translate.article import Concept, Origin, Rung, Segment, TermHit, Translation
from translate.engine import faults
from translate.engine.base import Engine
from translate.engine.names import guess
from translate.engine.pivot import Pivot
from translate.glossary.enforcement import Tools, directly
from translate.glossary.forms import accepted, forbidden, occurrences, uses

__all__ = ["enforce"]

BETWEEN = "en"


def enforce(
    segments: Sequence[Segment], hits: Mapping[str, tuple[TermHit, ...]], engine: Engine, tools: Tools
) -> list[Translation]:
    """One translation a segment, in order, with the terms of its hits in place or marked as missing.

    Args:
        segments: To translate. A source text that occurs again with the same hits is translated once.
        hits: Segment id → hits, as :func:`translate.glossary.match` gives them.
        engine: Translates the segments; a :class:`translate.engine.pivot.Pivot` by two rounds of enforcement.
        tools: Decoding, typography, self-test.

    Raises:
        ModelError: The engine failed while decoding.
    """
    if not isinstance(engine, Pivot):
        return directly(segments, hits, engine, tools)
    target = engine.target
    wanted = {key: tuple(_first(hit, target) for hit in some if _matters(hit, target)) for key, some in hits.items()}
    plain = replace(tools, finish=lambda text, protected, language: text)  # English typography is not for engines
    english = directly(segments, wanted, engine.first, plain)
    between = [
        replace(one, source=made.text, start=0, end=len(made.text)) for one, made in zip(segments, english, strict=True)
    ]
    carried = {
        made.segment: _carried(made, wanted.get(made.segment, ()), hits.get(made.segment, ())) for made in english
    }
    last = directly(between, carried, engine.second, tools)
    return [
        _joined(segment, first, second, hits.get(segment.id, ()), engine)
        for segment, first, second in zip(segments, english, last, strict=True)
    ]


def _matters(hit: TermHit, target: str) -> bool:
    return target not in hit.waived and bool(accepted(hit.concept, target) or forbidden(hit.concept, target))


def _first(hit: TermHit, target: str) -> TermHit:
    """The hit as the first engine gets it: with an English form, which is invented where there is none."""
    concept = hit.concept
    english = accepted(concept, BETWEEN) or (guess(concept.name),)
    terms = {"ko": concept.forms("ko"), BETWEEN: english}
    return TermHit(hit.start, hit.end, Concept(terms, case=concept.case))


def _carried(made: Translation, wanted: Sequence[TermHit], hits: Sequence[TermHit]) -> tuple[TermHit, ...]:
    """The hits in an English text: every place where a wanted concept's English form stands, the longest first."""
    target_of = {hit.concept.forms("ko"): hit.concept for hit in hits}
    found: list[TermHit] = []
    places = [
        (start, end, hit.concept)
        for hit in {hit.concept.forms("ko"): hit for hit in wanted}.values()
        for start, end in occurrences(made.text, hit.concept.forms(BETWEEN), BETWEEN, hit.concept.case)
    ]
    for start, end, concept in sorted(places, key=lambda one: (one[0] - one[1], one[0])):
        if not any(start < hit.end and hit.start < end for hit in found):
            found.append(TermHit(start, end, target_of[concept.forms("ko")]))
    return tuple(sorted(found, key=lambda hit: hit.start))


def _joined(
    segment: Segment, first: Translation, second: Translation, hits: Sequence[TermHit], engine: Pivot
) -> Translation:
    """One translation of both; verified once more against the hits of the Korean source."""
    terms = uses(second.text, hits, engine.target)
    failed = second.rung is Rung.FAILED or not all(use.enforced or use.waiver for use in terms)
    used = [one.rung for one in (first, second) if one.rung is not Rung.FAILED]  # a term may come in though one failed
    forms = [form for hit in hits for form in accepted(hit.concept, engine.target)]
    signs = faults.find(segment.source, second.text, engine.target, allowed=(*forms, *first.guessed))
    return replace(
        second,
        segment=segment.id,
        engine=engine.name,
        origin=Origin.REPEAT if first.origin is Origin.REPEAT else Origin.MACHINE,
        score=first.score + second.score,
        rung=Rung.FAILED if failed else max(used, key=list(Rung).index),
        terms=terms,
        hints=first.hints,
        guessed=first.guessed,
        faults=tuple(name for name in faults.FAULTS if name in (*second.faults, *signs)),
        attempts=first.attempts + second.attempts,
        log=(f"through English: {first.text}", *first.log, *second.log),
    )
