"""What is left of other languages: Korean anywhere, Chinese characters in English, English words in Chinese."""

import re
from collections.abc import Iterator

from translate import addresses
from translate.article import Severity
from translate.checks.pair import Issue, Pair

__all__ = ["residue"]

HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3\uffa0-\uffdc]+")
WORD = re.compile(r"(?<![A-Za-z0-9.@/_-])[a-z]{2,}(?:['’-][a-z]+)*(?![A-Za-z0-9@/_])")
UNITS = frozenset({"km", "cm", "mm", "nm", "kg", "mg", "ml", "cc"})
HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")


def residue(pair: Pair) -> Iterator[Issue]:
    """Korean is an error, unless a term or an address has it; so are Chinese characters in English that nobody gave.

    English words in small letters are a warning in Chinese, unless the source, a term or a hint has them.
    """
    if not pair.usable:
        return
    wanted = [form for hit in pair.hits for form in hit.concept.forms(pair.language)]
    wanted += [pair.target[start:end] for start, end in addresses.find(pair.target)]
    if pair.language == "zh":
        yield from _words(pair, wanted)
    for match in HANGUL.finditer(pair.target):
        if not any(match.group() in form for form in wanted):
            yield Issue(Severity.ERROR, f"Korean is left: {match.group()}", *match.span())
    if pair.language != "en":
        return
    for match in HAN.finditer(pair.target):
        if match.group() not in pair.source and not any(match.group() in form for form in wanted):
            yield Issue(Severity.ERROR, f"Chinese characters in the English: {match.group()}", *match.span())


def _words(pair: Pair, wanted: list[str]) -> Iterator[Issue]:
    given = " ".join([pair.source, *wanted, *(hint.form for hint in pair.translation.hints)]).casefold()
    for match in WORD.finditer(pair.target):
        if match.group() not in given and match.group() not in UNITS:
            yield Issue(Severity.WARNING, f"an English word is left: {match.group()}", *match.span())
