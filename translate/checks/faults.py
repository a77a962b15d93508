"""Signs of degenerate output that stayed after the engine decoded the segment again."""

from collections.abc import Iterator

from translate.article import Severity
from translate.checks.pair import Issue, Pair

__all__ = ["faults"]

MESSAGES = {
    "loop": (Severity.WARNING, "the translation repeats itself"),
    "cut": (Severity.ERROR, "the translation stops at the engine's length limit: its end is missing"),
    "foreign": (Severity.WARNING, "words of a third language"),
}
"""``empty``, ``copied``, ``hangul`` and ``length`` are seen by checks of their own, on the final text."""


def faults(pair: Pair) -> Iterator[Issue]:
    """What the engine reports and no other check looks for."""
    for name in pair.translation.faults:
        if name in MESSAGES and not (name == "foreign" and pair.language == "en"):  # residue says it, with the place
            yield Issue(*MESSAGES[name])
