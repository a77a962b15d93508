"""What a check looks at, and what it says."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from translate.article import Block, Finding, Segment, Severity, TermHit, Translation
from translate.morphology import is_hangul

__all__ = ["Check", "Issue", "Pair"]


@dataclass(frozen=True)
class Pair:
    """A segment with its translation and all that belongs to them.

    Attributes:
        segment: With the source text.
        translation: Into one language.
        hits: The glossary's occurrences in the source.
        block: That the segment is a piece of, where it is known.
    """

    segment: Segment
    translation: Translation
    hits: tuple[TermHit, ...] = ()
    block: Block | None = None

    @property
    def source(self) -> str:
        """The Korean text."""
        return self.segment.source

    @property
    def target(self) -> str:
        """The translated text."""
        return self.translation.text

    @property
    def language(self) -> str:
        """Code of the target language."""
        return self.translation.language

    @cached_property
    def empty(self) -> bool:
        """There is a source, and nothing but white space and punctuation for it."""
        return any(map(str.isalnum, self.source)) and not any(map(str.isalnum, self.target))

    @cached_property
    def copied(self) -> bool:
        """The Korean source stands for its own translation; spaces and case apart."""
        return any(map(is_hangul, self.source)) and _bare(self.source) == _bare(self.target)

    @property
    def usable(self) -> bool:
        """There is something to compare with the source."""
        return not (self.empty or self.copied)


@dataclass(frozen=True, slots=True)
class Issue:
    """What a check found.

    Attributes:
        severity: How much it matters.
        message: For the translator, one line.
        start, end: The span in the target text; both 0 where none can be named.
    """

    severity: Severity
    message: str
    start: int = 0
    end: int = 0

    def named(self, check: str, pair: Pair) -> Finding:
        """The finding of this check on this pair; a message of several lines becomes one."""
        message = " ".join(self.message.split())
        return Finding(check, self.severity, pair.segment.id, pair.language, message, self.start, self.end)


Check = Callable[[Pair], Iterable[Issue]]
"""A check: from a pair to its issues, in any order; raises nothing whatever the texts are."""


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()
