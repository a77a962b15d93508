"""Korean morphology: the one place where Kiwi is loaded, shared by segmentation, matching and hints."""

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiwipiepy import Kiwi

__all__ = ["analyser", "has_final", "is_hangul"]


@cache
def _loaded(words: frozenset[str]) -> "Kiwi":
    from kiwipiepy import Kiwi

    kiwi = Kiwi(num_workers=1)  # more workers gain nothing on single sentences; one keeps results in order
    for word in sorted(words):
        kiwi.add_user_word(word, "NNP")
    return kiwi


def analyser(words: Iterable[str] = ()) -> "Kiwi":
    """Kiwi that knows ``words`` as proper nouns; loaded once a process for each set of words (about 1.5 s, 0.4 GB)."""
    return _loaded(frozenset(words))


def is_hangul(char: str) -> bool:
    """True for a Hangul syllable or letter (Unicode blocks Hangul Syllables, Jamo, Compatibility Jamo, half-width)."""
    return (
        "\uac00" <= char <= "\ud7a3" or "\u1100" <= char <= "\u11ff" or "\u3130" <= char <= "\u318f"
    ) or "\uffa0" <= char <= "\uffdc"


def has_final(syllable: str) -> bool:
    """True where a Hangul syllable ends in a consonant (Unicode Standard, section 3.12: index modulo 28)."""
    return "\uac00" <= syllable <= "\ud7a3" and (ord(syllable) - 0xAC00) % 28 != 0
