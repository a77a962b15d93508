"""Names that no dictionary and no glossary knows, and that were only spelt by sound."""

from collections.abc import Iterator

from translate.article import Severity
from translate.checks.pair import Issue, Pair

__all__ = ["names"]


def names(pair: Pair) -> Iterator[Issue]:
    """A note for each guessed name, with the Korean it stands for where that is known."""
    korean = {
        hint.form: pair.source[hint.start : hint.end] for hint in pair.translation.hints if hint.origin == "guess"
    }
    for name in pair.translation.guessed:
        start = pair.target.find(name)
        span = (start, start + len(name)) if start >= 0 else (0, 0)
        origin = f" ({korean[name]})" if name in korean else ""
        yield Issue(Severity.NOTE, f"spelt by sound, to be checked: {name}{origin}", *span)
