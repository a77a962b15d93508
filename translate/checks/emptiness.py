"""Translations that are none: nothing there, or the source again."""

from collections.abc import Iterator

from translate.article import Severity
from translate.checks.pair import Issue, Pair

__all__ = ["emptiness"]


def emptiness(pair: Pair) -> Iterator[Issue]:
    """An empty translation, or a copy of the Korean, is an error."""
    if pair.empty:
        yield Issue(Severity.ERROR, "the translation is empty", 0, len(pair.target))
    elif pair.copied:
        yield Issue(Severity.ERROR, "the translation is a copy of the source", 0, len(pair.target))
