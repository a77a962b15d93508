"""Translations that are far shorter or longer than translations are.

The limits were measured on 36,292 human translations of news sentences into each language: the ratio of letters,
digits and Han characters between target and source had, in its 0.1 % and 99.9 % quantiles, 1.27 and 4.40 in English
(median 2.61) and 0.44 and 1.29 in Chinese (median 0.79). About one human translation in five hundred is outside.
"""

import math
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
    target = sum(map(str.isalnum, pair.target))
    if not least * source <= target <= most * source:
        usual = f"{math.ceil(least * source):,} to {math.floor(most * source):,} would be usual"
        question = "is something left out?" if target < least * source else "is something added?"
        message = f"the translation has {target:,} letters for {source:,} of the source; {usual}: {question}"
        yield Issue(Severity.WARNING, message)
