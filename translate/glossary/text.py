"""Text as matching sees it: without white space and invisible characters, in lower case, with a way back."""

from dataclasses import dataclass

__all__ = ["Folded", "fold", "folded", "is_latin", "is_syllable"]

INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
"""Soft hyphen, zero-width space, joiners and byte order mark: web pages leave them inside words."""

FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
"""Full-width ASCII (Unicode block Halfwidth and Fullwidth Forms) → ASCII."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A text to search in.

    Attributes:
        text: Without white space and invisible characters, full-width ASCII as ASCII, in lower case.
        places: For each of its characters, the offset in the original.
    """

    text: str
    places: tuple[int, ...]


def folded(text: str) -> Folded:
    """``text`` folded, character by character, so that every one keeps its place."""
    lower = text.translate(FULL_WIDTH).lower()
    if len(lower) != len(text):  # İ and its like become two characters: leave those as they are
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text.translate(FULL_WIDTH))
    places = tuple(place for place, char in enumerate(lower) if not (char.isspace() or char in INVISIBLE))
    return Folded("".join(lower[place] for place in places), places)


def fold(text: str) -> str:
    """What two spellings share that matching does not tell apart."""
    return folded(text).text


def is_syllable(char: str) -> bool:
    """True for a Hangul syllable; not for letters on their own, which newspapers use as signs (``ㆍ``)."""
    return "\uac00" <= char <= "\ud7a3"


def is_latin(char: str) -> bool:
    """True for what makes up a word or number in Latin script: letters of the Latin blocks and digits."""
    return char.isdigit() or (char.isalpha() and (char <= "\u024f" or "\u1e00" <= char <= "\u1eff"))
