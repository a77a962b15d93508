"""Currencies: an amount in won must not become one in dollars.

Only what stands beside an amount counts as stated; a bare mention (위안화, *the dollar*) is enough to meet it. Dollars
of all countries are one currency here; ¥ may stand for yuan and for yen.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from translate.article import Severity
from translate.checks.pair import Issue, Pair

__all__ = ["currencies"]


@dataclass(frozen=True, slots=True)
class Currency:
    """How a language writes a currency.

    Attributes:
        name: In English, for messages.
        stated: With an amount beside it.
        mentioned: Anywhere.
    """

    name: str
    stated: re.Pattern[str]
    mentioned: re.Pattern[str]


NAMES = ("won", "dollars", "yuan", "yen", "euros")

_SCALE = "[십백천만억조]"
_AMOUNT = {
    "ko": rf"(?:(?<![0-9.])(?!0\s?원)[0-9][0-9,.]*(?:\s?{_SCALE}){{0,3}}|(?<![가-힣]){_SCALE}{{1,3}}(?!원))"
    r"\s?(?:여\s?)?",
    "en": r"(?:[0-9]|\b(?:hundred|thousand|[mb]illion|trillion|bn|a|one|two|three|four|five|six|seven|eight|nine|ten))"
    r"[\s-](?:U\.?S\.?|American|South Korean|Korean|Chinese|Japanese|Hong Kong)?\s?",
    "zh": r"(?:[0-9]|(?<![〇零一二两三四五六七八九十百千万亿兆])[一两四五六七八九十]|[十百千万亿兆])(?:多|余)?\s?",
}
_PARTICLE = (
    r"(?![가-힣])|(?=이[다란며라]|[이을은의에과도만씩선대]|으로|짜리|어치|부터|까지|가량|정도|안팎|이상|이하|미만|보다"
    r"|상당|규모|남짓|꼴|권)"
)
_DOLLARS_ZH = "[美港澳加新台]元|美金|港币|新加坡元"
_WORDS = {  # after an amount
    "ko": (
        rf"원(?:{_PARTICLE})",
        "(?:달러|불(?![가-힣]))",
        rf"위안(?:{_PARTICLE}|화)",
        rf"엔(?:{_PARTICLE}|화)",
        "유로",
    ),
    "en": (
        r"(?<!one )(?<!two )(?<!a )won\b(?!['’])",
        r"(?:dollars?|cents?|bucks)\b",
        r"(?:yuan|renminbi|RMB)\b",
        r"yen\b",
        r"euros?\b",
    ),
    "zh": (
        "韩[元币圆圜]",
        f"(?:{_DOLLARS_ZH}|美分)",
        "(?:元(?![化旦素首老宵件年月论])|人民币|块钱)",
        "日[元圆币]",
        "欧元",
    ),
}
_SIGNS = (  # before or after an amount
    r"₩|\bKRW\s?(?=[0-9])",
    r"\$|\bUSD\s?(?=[0-9])",
    r"(?:[¥￥]|\bRMB|\bCNY)\s?(?=[0-9])",
    r"(?:[¥￥]|\bJPY)\s?(?=[0-9])",
    r"€|\bEUR\s?(?=[0-9])",
)
_CODES = (r"₩|\bKRW\b", r"\$|\bUSD\b", r"[¥￥]|\b(?:RMB|CNY)\b", r"[¥￥]|\bJPY\b", r"€|\bEUR\b")
_MENTIONS = {
    "ko": (
        "원화|한화|[0-9만억조천백십] ?원",
        "달러|[0-9만억조천백십] ?불|센트|미화",
        "위안|인민폐",
        "엔화|엔저|엔고|[0-9만억조천백십] ?엔",
        "유로",
    ),
    "en": (
        r"\bwon\b",
        r"\bdollars?\b|\bcents?\b|\bbucks\b|\bgreenbacks?\b|\bpenn(?:y|ies)\b",
        r"\byuan\b|\brenminbi\b",
        r"\byen\b",
        r"\beuros?\b",
    ),
    "zh": (
        "韩[元币圆圜]|韩国货币",
        f"{_DOLLARS_ZH}|美[分币]|[0-9]分",
        "(?<![美韩日欧港澳加新台公单])元|人民币|块",
        "日[元圆币]",
        "欧[元分]",
    ),
}
TABLE = {
    language: tuple(
        Currency(
            name,
            re.compile(f"{_AMOUNT[language]}{word}|{sign}", re.IGNORECASE),
            re.compile(f"{mention}|{code}", re.IGNORECASE),
        )
        for name, word, sign, mention, code in zip(NAMES, words, _SIGNS, _MENTIONS[language], _CODES, strict=True)
    )
    for language, words in _WORDS.items()
}


def currencies(pair: Pair) -> Iterator[Issue]:
    """An error where an amount has another currency; a warning where it has lost its own."""
    if not pair.usable or pair.language not in TABLE:
        return
    source, target = TABLE["ko"], TABLE[pair.language]
    stated = [one.name for one in source if one.stated.search(pair.source)]
    given = {one.name for one in source if one.mentioned.search(pair.source)} | set(stated)
    missing = [one.name for one in target if one.name in stated and not one.mentioned.search(pair.target)]
    wrong = [
        (one.name, match)
        for one in target
        if one.name not in given
        and (match := one.stated.search(pair.target))
        and not (match.group()[0] in "¥￥" and given & {"yuan", "yen"})
    ]
    for name, match in wrong:
        if missing:
            yield Issue(Severity.ERROR, f"the source has {' and '.join(missing)}, not {name}", *match.span())
        else:
            yield Issue(Severity.WARNING, f"the source has no amount in {name}", *match.span())
    if not wrong:
        for name in missing:
            yield Issue(Severity.WARNING, f"the source has an amount in {name}, the translation has no {name}")
