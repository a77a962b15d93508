"""What is left of other languages in the translation: Korean anywhere, Chinese characters in English."""

import re
from collections.abc import Iterator

from translate import addresses
from translate.article import Severity
from translate.checks.pair import Issue, Pair

__all__ = ["residue"]

HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3\uffa0-\uffdc]+")
HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")


def residue(pair: Pair) -> Iterator[Issue]:
    """Korean is an error, unless a term or an address has it; so are Chinese characters in English that nobody gave."""
    if not pair.usable:
        return
    wanted = [form for hit in pair.hits for form in hit.concept.forms(pair.language)]
    wanted += [pair.target[start:end] for start, end in addresses.find(pair.target)]
    for match in HANGUL.finditer(pair.target):
        if not any(match.group() in form for form in wanted):
            yield Issue(Severity.ERROR, f"Korean is left: {match.group()}", *match.span())
    if pair.language != "en":
        return
    for match in HAN.finditer(pair.target):
        if match.group() not in pair.source and not any(match.group() in form for form in wanted):
            yield Issue(Severity.ERROR, f"Chinese characters in the English: {match.group()}", *match.span())
