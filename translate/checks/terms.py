"""Terms: every hit of the glossary in an accepted form, no forbidden form."""

from collections import Counter
from collections.abc import Iterator, Sequence

from translate import glossary
from translate.article import Severity, TermUse
from translate.checks.pair import Issue, Pair

__all__ = ["terms"]


def terms(pair: Pair) -> Iterator[Issue]:
    """A missing term and a forbidden form are errors; looked for anew, whatever the translation says of itself.

    A term that the source has more often than the target is a note: languages repeat names differently often.
    """
    uses = glossary.uses(pair.target, pair.hits, pair.language)
    for use in uses:
        if use.waiver:
            yield Issue(Severity.NOTE, f"{use.hit.concept.name} is waived here: {use.waiver}")
        elif not use.enforced:
            expected = " | ".join(use.hit.concept.forms(pair.language))
            yield Issue(Severity.ERROR, f"{use.hit.concept.name} should be {expected}")
    yield from _fewer(uses)
    for form in glossary.banned(pair.target, pair.hits, pair.language):
        start = pair.target.casefold().find(form.casefold())
        span = (start, start + len(form)) if start >= 0 else (0, 0)
        yield Issue(Severity.ERROR, f"{form} is a forbidden form", *span)


def _fewer(uses: Sequence[TermUse]) -> Iterator[Issue]:
    """A note a concept of which some hits share a place in the target, at that place."""
    hits = Counter(use.hit.concept.name for use in uses if use.enforced)
    places = {(use.hit.concept.name, use.start, use.end) for use in uses if use.enforced}
    found = Counter(name for name, _, _ in places)
    for name, start, end in sorted(places, key=lambda place: place[1]):
        if hits[name] > found[name]:
            message = f"{name} stands {hits[name]} times in the source, its term {_times(found[name])}"
            hits[name] = 0  # one note is enough
            yield Issue(Severity.NOTE, message, start, end)


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"
