"""Translations that are far shorter or longer than translations are.

The limits were measured on 36,292 human translations of news sentences into each language: the ratio of letters,
digits and Han characters between target and source had, in its 0.1 % and 99.9 % quantiles, 1.27 and 4.40 in English
(median 2.61) and 0.44 and 1.29 in Chinese (median 0.79). About one human translation in five hundred is outside.
"""

from collections.abc import Iterator

from translate.article import Severity
from translate.checks.pair import Issue, Pair

__all__ = ["length"]

LIMITS = {"en": (1.27, 4.40), "zh": (0.44, 1.29)}
SHORTEST = 12  # letters of a source from which on the ratio says something


def length(pair: Pair) -> Iterator[Issue]:
    """A warning outside the limits."""
    source = sum(map(str.isalnum, pair.source))
    if not pair.usable or pair.language not in LIMITS or source < SHORTEST:
        return
    least, most = LIMITS[pair.language]
    ratio = sum(map(str.isalnum, pair.target)) / source
    if ratio < least:
        yield Issue(
            Severity.WARNING, f"very short for its source ({ratio:.1f} times its letters): is something left out?"
        )
    elif ratio > most:
        yield Issue(Severity.WARNING, f"very long for its source ({ratio:.1f} times its letters): is something added?")
