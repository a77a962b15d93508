"""Numbers, amounts, dates and percentages: what the source states in digits must be in the translation.

Quantities are compared by value as multisets, so ``5000개`` is met by *5,000*, ``3억 5천만`` by *350 million* or
3.5亿, ``5월`` by *May*. Numerals in words (두 번, *twice*, 两次) meet one another or digits, but are never asked
for. Latin names (*O2O*, *G20*) are compared as names.

A missing number is an error; a warning where it may be hidden in a word (up to 12, not ⑪), where the translation has it
once and the source twice, or where it belongs to a Latin name. A number that only the translation has is a warning.
"""

import re
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from fractions import Fraction

from translate.article import Severity
from translate.checks.pair import Issue, Pair
from translate.checks.quantities import Name, Quantity, plain, read

__all__ = ["numbers"]

SMALL = 12
_PLAIN = r"(?<![0-9])(?<![0-9][.,])[0-9](?:[0-9]|,(?=[0-9]))*(?:\.[0-9]+)?"
PERCENT = re.compile(rf"(?P<number>{_PLAIN})\s?(?:[%％‰]|퍼센트|프로(?=[가-힣]?(?:[ .,]|$)))")
PERCENT_WORDS = {
    "en": re.compile(r"[%％‰]|per ?cent|percentage|pct|basis points?", re.IGNORECASE),
    "zh": re.compile("[%％‰]|百分|[0-9]成"),
}
"""What a percentage is called."""

OTHER_WORDS = {
    "en": re.compile(
        r"hal(?:f|v)|doubl|quarter|third|fifth|tenth|fold|times|twice|one in|out of|hundred|odds|full|complete|total"
        r"|all|every|interest|rate|points?\b",
        re.IGNORECASE,
    ),
    "zh": re.compile("成|半|倍|分之|全|完|绝|满|点"),
}
"""What stands for a percentage where its digits do not stand in the translation: *half*, 两成."""

DIGITS = re.compile(_PLAIN)
POINTS = re.compile(r"포인트|%p|points?\b|点", re.IGNORECASE)
MULTIPLE = re.compile(r"[\s-]?(?:times\b|fold\b|x\b|倍)", re.IGNORECASE)


class Ledger:
    """The quantities of a translation that no quantity of the source has been met by; those in digits go first."""

    def __init__(self, quantities: Sequence[Quantity]) -> None:
        self._quantities = sorted(quantities, key=lambda one: not one.solid)
        self._taken = [False] * len(quantities)
        self._places: dict[Fraction, deque[int]] = defaultdict(deque)
        for place, one in enumerate(self._quantities):
            for number in one.values:
                self._places[number].append(place)

    def take(self, wanted: Quantity) -> bool:
        """Takes out the first quantity that can have a value of ``wanted``; False where there is none."""
        heads = []
        for number in wanted.values:
            places = self._places.get(number, deque())
            while places and self._taken[places[0]]:
                places.popleft()
            heads += [places[0]] if places else []
        if heads:
            self._taken[min(heads)] = True
        return bool(heads)

    def rest(self) -> list[Quantity]:
        """What was never taken."""
        return [one for one, taken in zip(self._quantities, self._taken, strict=True) if not taken]


def numbers(pair: Pair) -> Iterator[Issue]:
    """Numbers that are missing, numbers that are too many, percentages that are none any more."""
    if not pair.usable:
        return
    source, target = read(pair.source, "ko"), read(pair.target, pair.language)
    left = Ledger(target.quantities)
    known = {value for one in target.quantities for value in one.values}
    yield from _names(source.names, pair.target, left)
    for one in source.quantities:
        if one.solid and not left.take(one) and not (one.parts and all(map(left.take, one.parts))):
            yield _missing(one, pair.source, repeated=bool(known.intersection(one.values)))
    given = {value for one in _flat(source.quantities) for value in one.values}
    given |= {value for name in source.names for one in name.numbers for value in one.values}
    for one in left.rest():
        if one.solid and not any(given.intersection(part.values) for part in (one, *one.parts)):
            text = pair.target[one.start : one.end]
            yield Issue(Severity.WARNING, f"the source has no number {text}", one.start, one.end)
    yield from _percentages(pair)


def _percentages(pair: Pair) -> Iterator[Issue]:
    """Percentages that are none any more, and those that became multiples."""
    found = list(PERCENT.finditer(pair.source))
    if not found or pair.language not in PERCENT_WORDS:
        return
    known = {match["number"].replace(",", "") for match in found}
    points = POINTS.search(pair.source) and POINTS.search(pair.target)
    if not points and not PERCENT_WORDS[pair.language].search(pair.target):
        digits = known.intersection(match.group().replace(",", "") for match in DIGITS.finditer(pair.target))
        if digits or not OTHER_WORDS[pair.language].search(pair.target):
            yield Issue(Severity.WARNING, "the source has a percentage, the translation none")
            return
    for match in DIGITS.finditer(pair.target):
        multiple = MULTIPLE.match(pair.target, match.end())
        number = match.group()
        if multiple and number.replace(",", "") in known and not re.search(rf"{re.escape(number)}\s?배", pair.source):
            text = pair.target[match.start() : multiple.end()]
            yield Issue(Severity.WARNING, f"{number} is a percentage, not {text}", match.start(), multiple.end())


def _names(names: Sequence[Name], target: str, left: Ledger) -> Iterator[Issue]:
    squeezed = _squeeze(target)
    for name in names:
        here = _squeeze(name.text) in squeezed
        taken = [left.take(number) for number in name.numbers]
        if not here and not all(taken):
            yield Issue(Severity.WARNING, f"{name.text} is not in the translation")


def _squeeze(text: str) -> str:
    return re.sub(r"[\s-]", "", text).casefold()


def _flat(quantities: Sequence[Quantity]) -> Iterator[Quantity]:
    for one in quantities:
        yield one
        yield from one.parts


def _missing(one: Quantity, source: str, *, repeated: bool) -> Issue:
    text, number = source[one.start : one.end], plain(one.values[0])
    shown = text if text.replace(",", "") == number.replace(",", "") else f"{text} ({number})"
    if repeated:
        return Issue(Severity.WARNING, f"the number {shown} is in the source more often than in the translation")
    hidden = one.values[0].denominator == 1 and one.values[0] <= SMALL and text[:1].isdecimal()  # no word for ⑪
    return Issue(Severity.WARNING if hidden else Severity.ERROR, f"the number {shown} is missing")
