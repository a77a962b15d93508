"""Text as matching sees it: without white space and invisible characters, spellings evened out, with a way back."""

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise

__all__ = ["INVISIBLE", "Composed", "Folded", "composed", "fold", "folded", "is_latin", "is_syllable", "script"]

INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
"""Soft hyphen, zero-width space, joiners and byte order mark: web pages leave them inside words."""
HIDDEN = re.compile(rf"[\s{''.join(sorted(INVISIBLE))}]")

FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
"""Full-width ASCII (Unicode block Halfwidth and Fullwidth Forms) → ASCII."""

SIGNS = {
    "·": "\u2022\u2027\u2219\u22c5\u30fb\u318d\uff65",  # the letter ㆍ is what Korean keyboards give for the middle dot
    "-": "\u2010\u2011\u2012\u2013\u2212",
    "'": "\u2018\u2019\u02bc",
    '"': "\u201c\u201d",
}
SAME = FULL_WIDTH | {ord(other): sign for sign, others in SIGNS.items() for other in others}
"""Characters that a writer, a keyboard or a word processor takes for each other → one of them."""

POINT = re.compile(r"(?<=[0-9])\.(?=[0-9])")
"""Dates that are names are written with a full stop or a middle dot: ``3.1운동``, ``3·1운동``."""

TRAILING_JAMO = re.compile("[\u1160-\u11ff\ud7b0-\ud7ff]")
"""Vowels and finals of decomposed syllables (Unicode blocks Hangul Jamo and Hangul Jamo Extended-B)."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A text to search in.

    Attributes:
        text: Without white space and invisible characters, full-width ASCII as ASCII, one sign for each of
            the middle dots, hyphens and quotation marks, in lower case.
        cased: The same with upper and lower case as they were.
        places: For each of its characters, the offset in the original.
    """

    text: str
    cased: str
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Composed:
    """A text in NFC.

    Attributes:
        text: In NFC.
        starts, ends: For each of its characters, where in the original it begins and ends; both are empty
            where the original was in NFC already.
    """

    text: str
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original that ``text[start:end]``, which is not empty, was made from."""
        return (self.starts[start], self.ends[end - 1]) if self.starts else (start, end)


def composed(text: str) -> Composed:
    """``text`` in NFC, with a way back to its offsets."""
    if unicodedata.is_normalized("NFC", text):
        return Composed(text)
    cuts = [0, *(place for place in range(1, len(text)) if not _joins(text[place])), len(text)]
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in pairwise(cuts):
        pieces.append(unicodedata.normalize("NFC", text[start:end]))
        starts += [start] * len(pieces[-1])
        ends += [end] * len(pieces[-1])
    return Composed("".join(pieces), tuple(starts), tuple(ends))


def _joins(char: str) -> bool:
    """True for what may become one character with what stands before it."""
    return unicodedata.category(char).startswith("M") or bool(TRAILING_JAMO.match(char))


def folded(text: str) -> Folded:
    """``text`` folded, character by character, so that every one keeps its place."""
    even = POINT.sub("·", text.translate(SAME))
    lower = even.lower()
    if len(lower) != len(text):  # İ and its like become two characters: leave those as they are
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in even)
    if not HIDDEN.search(lower):
        return Folded(lower, even, tuple(range(len(lower))))
    places = tuple([place for place, char in enumerate(lower) if not (char.isspace() or char in INVISIBLE)])
    return Folded("".join([lower[n] for n in places]), "".join([even[n] for n in places]), places)


def fold(text: str) -> str:
    """What two spellings share that matching does not tell apart."""
    return folded(text).text


def is_syllable(char: str) -> bool:
    """True for a Hangul syllable; not for letters on their own, which newspapers use as signs (``ㆍ``)."""
    return "\uac00" <= char <= "\ud7a3"


def is_latin(char: str) -> bool:
    """True for what makes up a word or number in Latin script: letters of the Latin blocks and digits.

    Full-width letters and digits are among them; circled numbers, which stand before items of a list, are not.
    """
    if char.isascii():
        return char.isalnum()
    char = char.translate(FULL_WIDTH)
    return char.isdecimal() or char in "¹²³" or (char.isalpha() and (char <= "\u024f" or "\u1e00" <= char <= "\u1eff"))


def script(char: str) -> str:
    """``hangul``, ``latin`` (with digits), ``han``, ``other`` for other letters, or nothing for what is no letter.

    A word of one script goes on as long as its script does.
    """
    if is_syllable(char):
        return "hangul"
    if is_latin(char):
        return "latin"
    if not char.isalpha() or "\u1100" <= char <= "\u11ff" or "\u3130" <= char <= "\u318f":
        return ""
    return "han" if unicodedata.name(char, "").startswith("CJK") else "other"
