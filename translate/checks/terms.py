"""Terms: every hit of the glossary in an accepted form, no forbidden form."""

from collections.abc import Iterator

from translate import glossary
from translate.article import Severity
from translate.checks.pair import Issue, Pair

__all__ = ["terms"]


def terms(pair: Pair) -> Iterator[Issue]:
    """A missing term and a forbidden form are errors; looked for anew, whatever the translation says of itself."""
    for use in glossary.uses(pair.target, pair.hits, pair.language):
        if use.waiver:
            yield Issue(Severity.NOTE, f"{use.hit.concept.name} is waived here: {use.waiver}")
        elif not use.enforced:
            expected = " | ".join(use.hit.concept.forms(pair.language))
            yield Issue(Severity.ERROR, f"{use.hit.concept.name} should be {expected}")
    for form in glossary.banned(pair.target, pair.hits, pair.language):
        start = pair.target.casefold().find(form.casefold())
        span = (start, start + len(form)) if start >= 0 else (0, 0)
        yield Issue(Severity.ERROR, f"{form} is a forbidden form", *span)
