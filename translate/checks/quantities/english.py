"""Quantities of English text: digits with *thousand* to *trillion*; number words, months and fractions besides."""

import re
from collections.abc import Iterator
from fractions import Fraction

from translate.checks.quantities.base import (
    NUMBER,
    Quantity,
    Reading,
    alike,
    circled,
    numbered,
    prepare,
    quantity,
    value,
)

__all__ = ["read"]

SCALES = {
    "hundred": 10**2,
    "thousand": 10**3,
    "million": 10**6,
    "mn": 10**6,
    "billion": 10**9,
    "bn": 10**9,
    "trillion": 10**12,
    "tn": 10**12,
}
SCALE = r"(?:hundred|thousand|[mb]illion|trillion|[mbt]n)s?(?![a-z])"
ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
ONES += " eighteen nineteen"
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
ORDINALS += " fifteenth sixteenth seventeenth eighteenth nineteenth"
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec"

WORDS = numbered(ONES, range(20)) | numbered(TENS, range(20, 100, 10))
WORDS |= numbered(ORDINALS, range(1, 20))
WORDS |= {word[:-1] + "ieth": number for word, number in WORDS.items() if word.endswith("ty")}
WORDS |= {word[:-1] + "ies": number for word, number in WORDS.items() if word.endswith("ty")}
SCALED = {word: size for word, size in SCALES.items() if len(word) > 2}
SCALED |= {word + ending: size for word, size in SCALED.items() for ending in ("s", "th")}

LOOSE: dict[str, tuple[Fraction | int, ...]] = {
    **alike("a an the each every per another single sole only once top lead alone", 1),
    **alike("both pair couple twice double doubled doubling doubles twin twins duo secondary runner", 2),
    **alike("triple tripled tripling triples thrice trio triathlon", 3),
    **alike("quadruple quadrupled quadruples semifinal semifinals semis", 4),
    **alike("decade decades teens teenager teenagers teenage", 10),
    **alike("dozen dozens noon", 12),
    **alike("century centuries", 100),
    **alike("half halves halved halving", Fraction(1, 2), 50, 30, 6),
    **alike("quarter quarters", Fraction(1, 4), 25, 15, 3),
    "midnight": (0, 12, 24),
    **alike("quarterfinal quarterfinals", 8),
    "clock": (24,),
    "fortnight": (14, 2),
}
MULTIPLES = {"dozen": 12, "dozens": 12, "decade": 10, "decades": 10, "century": 100, "centuries": 100, "score": 20}
MULTIPLES |= {"week": 7, "weeks": 7}

PREFIXES = {"kilo": 10**3, "mega": 10**6, "giga": 10**9}

DIGITS = re.compile(rf"(?<![0-9])(?P<number>{NUMBER})(?:[- ]?(?P<scale>{SCALE}(?:[- ]{SCALE})*))?", re.IGNORECASE)
SPREAD = re.compile(rf"\s?(?:to|and|or|-|–|—|/)\s?\$?{NUMBER}[- ]?(?P<scale>{SCALE})", re.IGNORECASE)
DIVIDED = re.compile(r"(?<![0-9/])([0-9]{1,3})/([0-9]{1,3})(?![/0-9])")
WORD = re.compile(r"[A-Za-z]+")
MONTH = re.compile(
    r"(?<![A-Za-z])(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    r"(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?(?![a-z])"
)
ROMAN = re.compile(r"(?<![A-Za-z])(?:X{0,2}(?:IX|IV|V?I{1,3}|V)|X{1,2})(?![A-Za-z])")
BELOW = (
    "halves third thirds quarter quarters fourth fourths fifth fifths sixth sixths seventh eighth ninth tenth tenths"
)


def read(text: str) -> Reading:
    """The quantities and names of an English text."""
    left, names = prepare(text)
    found = [*circled(left), *_divided(left), *_digits(left), *_months(left), *_words(left)]
    found += [number for name in names for number in name.numbers]
    return Reading(tuple(sorted(found, key=lambda quantity: quantity.start)), names)


def _divided(text: str) -> Iterator[Quantity]:
    for match in DIVIDED.finditer(text):
        if int(match[2]):
            yield quantity((Fraction(int(match[1]), int(match[2])),), match.span(), solid=False)


def _digits(text: str) -> Iterator[Quantity]:
    for match in DIGITS.finditer(text):
        number = value(match["number"])
        values = [number * _scale(match["scale"])]
        if re.match("m(?![A-Za-z])", text[match.end() : match.end() + 2]):  # $5m
            values.append(number * 10**6)
        spread = SPREAD.match(text, match.end())
        if spread and not match["scale"]:  # 20 to 30 million
            values.append(number * _scale(spread["scale"]))
        after = WORD.search(text, match.end(), match.end() + 12)
        if after and after.group() in MULTIPLES:
            values.append(number * MULTIPLES[after.group()])
        prefix = re.match(r"[- ]?(kilo|mega|giga)", text[match.end() : match.end() + 6])
        if prefix:
            values.append(number * PREFIXES[prefix[1]])
        parts = []
        if "." in match["number"] and not match["scale"]:
            parts = [quantity((value(piece),), match.span()) for piece in match["number"].split(".")]
        yield quantity(values, match.span(), parts=parts)
        if re.match(r"(?: and a half|-and-a-half|½| 1/2)", text[match.end() : match.end() + 12]):
            half = (number + Fraction(1, 2)) * _scale(match["scale"])
            yield quantity((half,), match.span(), solid=False)


def _scale(words: str | None) -> int:
    size = 1
    for word in WORD.findall(words or ""):
        size *= SCALES[word.lower().removesuffix("s")]
    return size


def _months(text: str) -> Iterator[Quantity]:
    names = MONTHS.split()
    for match in MONTH.finditer(text):
        yield quantity((names.index(match[1].lower()) + 1,), match.span(), solid=False)
    for match in ROMAN.finditer(text):
        yield quantity((_roman(match.group()),), match.span(), solid=False)


def _roman(numeral: str) -> int:
    digits = [{"I": 1, "V": 5, "X": 10}[char] for char in numeral]
    return sum(-one if one < max(digits[place:]) else one for place, one in enumerate(digits))


def _words(text: str) -> Iterator[Quantity]:
    """Every number word by itself, and every run of them as a whole."""
    run: list[re.Match[str]] = []
    for match in WORD.finditer(text):
        word = match.group().lower().removesuffix("fold")
        if run and not re.fullmatch(r"[\s-]{1,2}(?:and[\s-])?", text[run[-1].end() : match.start()]):
            yield from _run(run)
            run = []
        if word in LOOSE:
            yield quantity(LOOSE[word], match.span(), solid=False)
        if word in WORDS or word in SCALED or word in MULTIPLES or word in BELOW.split() or word in ("half", "a"):
            run.append(match)
        elif word != "and":
            yield from _run(run)
            run = []
    yield from _run(run)


def _run(run: list[re.Match[str]]) -> Iterator[Quantity]:
    words = [match.group().lower().removesuffix("fold") for match in run]
    for place, (match, word) in enumerate(zip(run, words, strict=True)):
        if word in WORDS:
            tens = WORDS.get(words[place - 1], 0) if place else 0
            values = (WORDS[word], WORDS[word] + tens) if tens in range(20, 100, 10) else (WORDS[word],)
            yield quantity(values, match.span(), solid=False)
    if words:
        span = run[0].start(), run[-1].end()
        yield quantity(_values(words), span, solid=False)
        if len(words) > 1 and words[-1].endswith(("th", "ths")):  # one five-hundredth
            below = [*_values([words[1], *words[2:-1], words[-1].removesuffix("s")])][-1]
            yield quantity((Fraction(WORDS.get(words[0], 1)) / (below or 1), below), span, solid=False)


def _values(words: list[str]) -> Iterator[Fraction]:
    total = section = Fraction(0)
    for place, word in enumerate(words):
        before = section
        if word in WORDS:
            section += WORDS[word]
        elif word in SCALED:
            section = (section or Fraction(1)) * SCALED[word]
            if SCALED[word] > 100:
                total, section = total + section, Fraction(0)
        elif word in MULTIPLES:
            yield (total + (section or 1)) * MULTIPLES[word]
        elif word == "half":
            yield total + section + Fraction(1, 2)
        if word in BELOW.split() and place:
            below = WORDS.get(word.removesuffix("s"), {"halves": 2}.get(word, 4))
            yield WORDS.get(words[place - 1], before or 1) / Fraction(below)
    yield total + section
