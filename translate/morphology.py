"""Korean morphology: the one place where Kiwi is loaded, shared by segmentation, matching and hints."""

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiwipiepy import Kiwi

__all__ = ["analyser", "has_final", "is_hangul"]

KEPT = 4
"""Analysers that stay in memory: the plain one, the engine's, and those of two termbases."""


@lru_cache(maxsize=KEPT)
def _loaded(words: frozenset[str], score: float) -> "Kiwi":
    from kiwipiepy import Kiwi

    kiwi = Kiwi(num_workers=1)  # more workers gain nothing on single sentences; one keeps results in order
    for word in sorted(words):
        kiwi.add_user_word(word, "NNP", score)
    return kiwi


def analyser(words: Iterable[str] = (), score: float = 0.0) -> "Kiwi":
    """Kiwi that knows ``words`` as proper nouns; loaded once a process for each set of words (about 2 s, 0.4 GB).

    Args:
        words: Proper nouns.
        score: How readily it takes them, a logarithm; words of its dictionary are preferred where it is well below 0.
    """
    return _loaded(frozenset(words), score)


def is_hangul(char: str) -> bool:
    """True for a Hangul syllable or letter (Unicode blocks Hangul Syllables, Jamo, Compatibility Jamo, half-width)."""
    return (
        "\uac00" <= char <= "\ud7a3" or "\u1100" <= char <= "\u11ff" or "\u3130" <= char <= "\u318f"
    ) or "\uffa0" <= char <= "\uffdc"


def has_final(syllable: str) -> bool:
    """True where a Hangul syllable ends in a consonant (Unicode Standard, section 3.12: index modulo 28)."""
    return "\uac00" <= syllable <= "\ud7a3" and (ord(syllable) - 0xAC00) % 28 != 0
