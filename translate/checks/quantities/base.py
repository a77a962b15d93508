"""What a quantity is, and what the readers of all languages share."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from translate import addresses

__all__ = [
    "NUMBER",
    "Name",
    "Quantity",
    "Reading",
    "alike",
    "blank",
    "circled",
    "numbered",
    "plain",
    "prepare",
    "quantity",
    "value",
]

_WHOLE = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]{1,24})"
NUMBER = rf"(?:(?<![0-9]\.){_WHOLE}(?:\.[0-9]{{1,24}}(?![0-9]*\.[0-9]))?|{_WHOLE})"
"""Thousands with or without commas and decimals; dates and versions (``2015.5.25``) are cut at their dots."""

SCALES = {"k": 10**3, "m": 10**6, "b": 10**9, "bn": 10**9, "t": 10**12, "tn": 10**12}

NAMES = re.compile(
    r"(?<![A-Za-z0-9천만억조])(?:"
    r"(?!(?:USD|RMB|KRW|EUR|CNY|JPY|HKD|GBP)[0-9])[A-Za-z]{1,24}(?:(?<![a-z])-)?[0-9][0-9A-Za-z]{0,24}(?:[-.][0-9]{1,8})*"
    r"|[0-9]{1,8}[A-Za-z][0-9A-Za-z]{0,24}"
    r")(?![A-Za-z0-9])"
)
"""Latin names with digits in them: *O2O, G20, COVID-19, Web3.0, 5G, 3M*; not *mid-30s*."""

UNITS = re.compile(
    r"[0-9]+(?:st|nd|rd|th|s|am|pm|AM|PM|[kcmn]?m|KM|[km]?g|KG|Kg|[KkMGT]B|[MG]bps|[kMG]?Wh?|[kMG]?Hz|m?[lL]|ha"
    r"|V|A|p|pt|x|X|C|F|ft|in|lb|mph|kcal|dB|mAh|cc|hp|t|h|min|bps?|[mbt]n)$"
)
"""Digits with an ending or a unit, which are quantities and no names."""

FULL_WIDTH = {0xFF10 + digit: str(digit) for digit in range(10)}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as a text states it.

    Attributes:
        values: What it can stand for: any of them will do.
        start, end: Where it stands.
        solid: Written in digits, so it must have a counterpart; words (*two*, 一) may have one.
        parts: What it falls into where nothing has the whole value: ``3.1`` of *3.1운동*, ``20`` and ``30``.
    """

    values: tuple[Fraction, ...]
    start: int
    end: int
    solid: bool = True
    parts: tuple["Quantity", ...] = ()


@dataclass(frozen=True, slots=True)
class Name:
    """A Latin name with digits in it, compared as a whole.

    Attributes:
        text: As written.
        start, end: Where it stands.
        numbers: The numbers in it, for a counterpart that is no name (*G20*, *Group of 20*).
    """

    text: str
    start: int
    end: int
    numbers: tuple[Quantity, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """All quantities and names of a text, from left to right.

    Attributes:
        quantities: Solid ones and others.
        names: See :class:`Name`.
    """

    quantities: tuple[Quantity, ...]
    names: tuple[Name, ...]


def prepare(text: str) -> tuple[str, tuple[Name, ...]]:
    """The names in ``text``, and the text without them and without addresses, at the same offsets."""
    text = text.translate(FULL_WIDTH)
    text = blank(text, addresses.find(text))
    matches = [match for match in NAMES.finditer(text) if not UNITS.match(match.group())]
    names = [Name(match.group(), *match.span(), tuple(_numbers(match))) for match in matches]
    return blank(text, [(name.start, name.end) for name in names]), tuple(names)


def blank(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """``text`` with NUL characters for ``spans``, which are in order and do not overlap."""
    pieces = []
    done = 0
    for start, end in spans:
        pieces += [text[done:start], "\0" * (end - start)]
        done = end
    return "".join([*pieces, text[done:]])


def alike(words: str, *values: Fraction | int) -> dict[str, tuple[Fraction | int, ...]]:
    """A table that gives each of the words (separated by spaces) the same values."""
    return dict.fromkeys(words.split(), values)


def numbered(words: str, values: Iterable[int]) -> dict[str, int]:
    """A table of words (separated by spaces) and their values, one each."""
    return dict(zip(words.split(), values, strict=True))


def circled(text: str) -> Iterator[Quantity]:
    """Numbers that are one character: ``⑪``, ``½``, ``Ⅱ`` (Unicode property Numeric_Value), without raised digits."""
    for place, char in enumerate(text):
        if char > "\xb1" and unicodedata.category(char) in ("No", "Nl") and not _raised(char) and char != "〇":
            number = Fraction(unicodedata.numeric(char)).limit_denominator(1000)
            yield Quantity((number,), place, place + 1, solid=unicodedata.category(char) == "No")


def value(number: str) -> Fraction:
    """The value of a string that :data:`NUMBER` matches."""
    return Fraction(number.replace(",", ""))


def quantity(
    values: Iterable[Fraction | int], span: tuple[int, int], *, solid: bool = True, parts: Iterable[Quantity] = ()
) -> Quantity:
    """A quantity of these values, each taken once."""
    return Quantity(tuple(dict.fromkeys(map(Fraction, values))), *span, solid=solid, parts=tuple(parts))


def plain(number: Fraction) -> str:
    """``number`` for people: ``5,000``, ``15.3``, ``1/3``."""
    if number.denominator == 1:
        return f"{number.numerator:,}"
    scaled = number * 10**6
    return f"{float(number):,.6f}".rstrip("0") if scaled.denominator == 1 else str(number)


def _raised(char: str) -> bool:
    return unicodedata.decomposition(char).startswith(("<super>", "<sub>"))


def _numbers(match: re.Match[str]) -> Iterator[Quantity]:
    for digits in re.finditer(r"[0-9]{1,24}", match.group()):
        start = match.start() + digits.start()
        scale = SCALES.get(match.group()[digits.end() :].lower(), 1)
        number = int(digits.group())
        yield quantity((number, number * scale), (start, start + len(digits.group())), solid=False)
