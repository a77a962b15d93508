"""Translations that are far shorter or longer than translations are.

The limits were measured on 36,137 human translations of news sentences into each language: the ratio of letters and
Han characters, without addresses, between target and source had, in its 0.1 % and 99.9 % quantiles, 1.27 and 4.59 in
English (median 2.65) and 0.43 and 1.32 in Chinese (median 0.78). About one human translation in five hundred is
outside. The limits for short sources were measured on another 2,061: seven English and eight Chinese ones are outside.
"""

import math
from collections.abc import Iterator

from translate import addresses
from translate.article import Origin, Severity
from translate.checks.pair import Issue, Pair

__all__ = ["length"]

LIMITS = {"en": (1.27, 4.59), "zh": (0.43, 1.32)}
SHORTEST = 12  # letters of a source from which on the ratio says something
SHORT = {"en": (20, 4.0), "zh": (6, 1.1)}
"""Letters that the translation of a shorter source may have: so many, and so many more for each of its letters."""


def length(pair: Pair) -> Iterator[Issue]:
    """A warning outside the limits; nothing where the source was kept as it is."""
    if not pair.usable or pair.language not in LIMITS or pair.translation.origin is Origin.KEPT:
        return
    source, target = _letters(pair.source), _letters(pair.target)
    least, most = (limit * source for limit in LIMITS[pair.language])
    if source < SHORTEST:
        base, each = SHORT[pair.language]
        least, most = 0, base + each * source
    if not least <= target <= most:
        usual = f"{math.ceil(least):,} to {math.floor(most):,}" if least else f"at most {math.floor(most):,}"
        question = "is something left out?" if target < least else "is something added?"
        message = (
            f"the translation has {target:,} letters for {source:,} of the source; {usual} would be usual: {question}"
        )
        yield Issue(Severity.WARNING, message)


def _letters(text: str) -> int:
    """Letters and Han characters; addresses and digits are as long in every language."""
    for start, end in reversed(addresses.find(text, hosts=True)):
        text = text[:start] + text[end:]
    return sum(map(str.isalpha, text))
