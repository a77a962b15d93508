"""Which words of a translation render a name, by what the engine says: in its own translations and in TMX files."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from translate.article import Hint
from translate.engine.alignment import place
from translate.engine.base import Aligner, Engine, Request
from translate.extraction.renderings import Place
from translate.glossary.brackets import taken_out

__all__ = ["Question", "aligned"]

MOST = 12
"""Places of one name that are asked for; taken evenly from all."""
UNCERTAIN = ("", "alike", "recurs")
"""Ways by which a form was found that the engine may know better."""


@dataclass(frozen=True, slots=True)
class Question:
    """Where the engine is asked for a name.

    Attributes:
        source: The segment.
        terms: The glossary's terms in it.
        place: The name in it, and the translation.
    """

    source: str
    terms: tuple[Hint, ...]
    place: Place


def aligned(engine: Engine | None, asked: Sequence[Question], located: Sequence[tuple[str, str]]) -> list[Place]:
    """The places; those where nothing certain was found, with what the engine says that renders the name there.

    Args:
        engine: May be no :class:`translate.engine.base.Aligner`, or none; then the places stay as they are.
        asked: Where one name occurs.
        located: What :func:`translate.extraction.renderings.locate` found there without.

    Raises:
        ModelError: The engine failed.
    """
    places = [one.place for one in asked]
    if not isinstance(engine, Aligner):
        return places
    open_ = [n for n, (_, how) in enumerate(located) if how in UNCERTAIN]
    chosen = open_[:: max(1, -(-len(open_) // MOST))]
    answers = engine.gains([_asked(asked[n]) for n in chosen]) if chosen else []
    for n, gains in zip(chosen, answers, strict=True):
        target = places[n].target
        span = place(target, gains, engine.target)
        places[n] = replace(places[n], aligned=target[slice(*span)] if span else "")
    return places


def _asked(one: Question) -> tuple[Request, str, int, int]:
    """The question with the hanja in brackets behind terms left out, as when the segment was translated."""
    name = Hint(one.place.start, one.place.end, "")
    request, _ = taken_out(Request(one.source, (*one.terms, name)))
    *terms, moved = request.terms
    return replace(request, terms=tuple(terms)), one.place.target, moved.start, moved.end
