"""Quotations: as many as the source has. That there is one at all is a matter of :mod:`translate.checks.brackets`.

Every pair of quotation marks of the source, single ones and those of titles too, may become one in the translation;
double ones must. Translators put names and sayings into marks, so only what is long enough to be somebody's words is
too many.
"""

from collections.abc import Iterator

from translate.article import Severity
from translate.checks.brackets import QUOTES, TITLES, balance
from translate.checks.pair import Issue, Pair

__all__ = ["quotations"]

SPOKEN = {"en": (15, 25), "zh": (6, 12)}
"""Letters or characters of what is said: beside other quotations, and where the source has none."""


def quotations(pair: Pair) -> Iterator[Issue]:
    """A warning where a quotation of several got lost, and at each that the source cannot have."""
    source, target = balance(pair.source), balance(pair.target)
    if not pair.usable or pair.language not in SPOKEN or not source.even or not target.even:
        return
    wanted = source.pairs["“"]
    allowed = sum(source.pairs[mark] for mark in QUOTES + TITLES)
    given = sum(target.pairs[mark] for mark in QUOTES + TITLES)
    if 0 < given < wanted:
        yield Issue(Severity.WARNING, f"the source has {_quotations(wanted)}, the translation {given}")
    least = SPOKEN[pair.language][0 if allowed else 1]
    said = [
        (start, end + 1)
        for mark, start, end in target.closed
        if mark == "“" and sum(map(str.isalnum, pair.target[start:end])) >= least
    ]
    if len(said) > allowed:
        start, end = max(said)
        had = _quotations(allowed) if allowed else "no quotation"
        yield Issue(Severity.WARNING, f"the source has {had}, the translation {len(said)}", start, end)


def _quotations(count: int) -> str:
    return f"{count} quotation{'s' if count > 1 else ''}"
