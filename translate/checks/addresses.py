"""URLs and e-mail addresses of the source must be in the translation, to the letter."""

from collections import Counter
from collections.abc import Iterator

from translate.addresses import find
from translate.article import Severity
from translate.checks.pair import Issue, Pair

__all__ = ["addresses"]


def addresses(pair: Pair) -> Iterator[Issue]:
    """An address that is missing, or that stands less often than in the source, is an error."""
    wanted = Counter(pair.source[start:end] for start, end in find(pair.source))
    for address, count in wanted.items():
        if pair.target.count(address) < count:
            yield Issue(Severity.ERROR, f"{address} is not in the translation")
