"""Months: *June* where the source says 5월, or says nothing. What is missing is a matter of :mod:`.numbers`.

That check compares numbers in digits; the names of months, which are words, are looked at here.
"""

import re
from collections.abc import Iterator

from translate.article import Severity
from translate.checks.pair import Issue, Pair
from translate.checks.quantities import read

__all__ = ["months"]

ENGLISH = (
    *("January|Jan", "February|Feb", "March|Mar", "April|Apr", "May", "June|Jun", "July|Jul", "August|Aug"),
    *("September|Sept?", "October|Oct", "November|Nov", "December|Dec"),
)
CHINESE = ("一|元|正", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二|腊")
KOREAN = {"정월": 1, "유월": 6, "시월": 10, "동짓달": 11, "섣달": 12}

_SOURCE = re.compile(
    r"(?<![0-9])(?P<first>1[0-2]|[1-9])\s?(?:[~∼～·,-]\s?(?P<last>1[0-2]|[1-9])\s?)?월(?!드)|"
    rf"(?P<word>{'|'.join(KOREAN)})"
)
_NAMES = "|".join(f"(?P<m{number}>{names})" for number, names in enumerate(ENGLISH, 1))
_NUMERALS = "|".join(f"(?P<m{number}>{names})" for number, names in reversed(list(enumerate(CHINESE, 1))))
_NAMED = {
    "en": re.compile(rf"(?<![A-Za-z])(?<!(?<![Mm]id)-)(?:{_NAMES})(?![A-Za-z'’-])"),
    "zh": re.compile(rf"(?<![〇零一二两三四五六七八九十个])(?:{_NUMERALS})月(?![亮球饼台光色票租])"),
}
_DATED = {  # names that can be nothing else; people are called May, June and Jun
    "en": re.compile(
        r"(?:(?i:in|on|since|until|till|by|of|from|last|this|next|every|early|late)\s|(?i:mid)-)"
        rf"(?!May|Mar|Jan\b|Jun\b)(?:{_NAMES})(?![A-Za-z'’-])"
    ),
    "zh": re.compile(rf"(?<![〇零一二两三四五六七八九十个])(?![元正腊])(?:{_NUMERALS})月(?![亮球饼台光色票租])"),
}


def months(pair: Pair) -> Iterator[Issue]:
    """A warning at each name of a month that neither a month nor another number of the source can be."""
    if not pair.usable or pair.language not in _NAMED:
        return
    given = {month for match in _SOURCE.finditer(pair.source) for month in _numbers(match)}
    pattern = (_NAMED if given else _DATED)[pair.language]
    found = [match for match in pattern.finditer(pair.target) if _month(match) not in given]
    numbers = {value for one in read(pair.source, "ko").quantities for value in one.values} if found else set()
    for match in found:
        if _month(match) not in numbers:
            group = match.lastgroup or ""
            yield Issue(Severity.WARNING, f"the source has no {match[group]}", *match.span(group))


def _numbers(match: re.Match[str]) -> Iterator[int]:
    if match["word"]:
        yield KOREAN[match["word"]]
    else:
        yield from (int(number) for number in (match["first"], match["last"]) if number)


def _month(match: re.Match[str]) -> int:
    return int((match.lastgroup or "m0")[1:])
