"""Quantities of Chinese text: digits with 万 and 亿; numerals in characters besides."""

import re
from collections.abc import Iterator
from fractions import Fraction

from translate.checks.quantities.base import NUMBER, Quantity, Reading, alike, blank, circled, prepare, quantity, value

__all__ = ["read"]

SMALL = {"十": 10, "百": 100, "千": 1000}
LARGE = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}
DIGIT = dict(zip("〇零一二三四五六七八九", (0, *range(10)), strict=True)) | {"两": 2, "壹": 1, "俩": 2}

GROUP = re.compile(
    rf"(?P<number>{NUMBER})(?:多|余|来|几)?(?P<scale>(?:[十百千](?![瓦克米卡赫帕字]))?(?:[万萬](?:多|余)?[亿億]|[万萬亿億]|兆(?![瓦赫字比]))?)"
)
SPREAD = re.compile(rf"\s?(?:至|到|~|～|-|—|–|、|或)\s?{NUMBER}(?P<scale>[十百千]?[万萬亿億兆]{{1,2}})")
NUMERAL = "〇零一二三四五六七八九十百千万萬亿億兆两壹俩"
NUMERALS = re.compile(f"[{NUMERAL}]+")
DIVIDED = re.compile(rf"({NUMBER}|[{NUMERAL}]+)分之({NUMBER}|[{NUMERAL}]+)|([0-9]{{1,3}})/([0-9]{{1,3}})(?![/0-9])")

CENTURY = re.compile(
    r"(?<![0-9])(?P<century>[0-9]{1,2})世纪(?P<decade>[0-9]{2})(?:年代|(?=[至到~～—、和-][0-9]{2}年代))"
)

LOOSE: dict[str, tuple[Fraction | int, ...]] = {
    **alike("首 单 唯 每 独 头 元 该 某 同 本 这 那 个 初 冠 甲 最", 1),
    **alike("双 对 番 倍 次 副 再 乙", 2),
    **alike("周 星期", 7, 1),
    **alike("昼夜 全天 不打烊", 24),
    **alike("少年 少女 旬", 10),
    "半": (Fraction(1, 2), 50, 30, 6),
    "刻": (15,),
    "正午": (12,),
    "午夜": (0, 12, 24),
    "廿": (20,),
    "季": (3,),
}
LOOSE_WORDS = re.compile("|".join(LOOSE))


def read(text: str) -> Reading:
    """The quantities and names of a Chinese text."""
    left, names = prepare(text)
    found = [*circled(left), *_divided(left), *_numerals(left)]
    decades = [_decade(match) for match in CENTURY.finditer(left)]
    left = blank(left, [(decade.start, decade.end) for decade in decades])
    found += decades
    found += _amounts(left)
    found += [quantity(LOOSE[match.group()], match.span(), solid=False) for match in LOOSE_WORDS.finditer(left)]
    found += [number for name in names for number in name.numbers]
    return Reading(tuple(sorted(found, key=lambda quantity: quantity.start)), names)


def _divided(text: str) -> Iterator[Quantity]:
    for match in DIVIDED.finditer(text):
        below, above = (match[1], match[2]) if match[1] else (match[4], match[3])
        if _any(below):
            yield quantity((_any(above) / _any(below),), match.span(), solid=False)


def _decade(match: re.Match[str]) -> Quantity:
    century, decade = value(match["century"]), value(match["decade"])
    parts = [quantity((value(match[group]),), match.span(group)) for group in ("century", "decade")]
    return quantity(((century - 1) * 100 + decade,), match.span(), parts=parts)


def _any(number: str) -> Fraction:
    return Fraction(_numeral(number[:24])) if number[0] in NUMERAL else value(number)


def _amounts(text: str) -> Iterator[Quantity]:
    """Runs of groups with falling units, ``1亿2000万``, as one quantity each."""
    run: list[re.Match[str]] = []
    for match in GROUP.finditer(text):
        if run and not (run[-1].end() == match.start() and _group(match) < _unit(run[-1], text)):
            yield _amount(run, text)
            run = []
        run.append(match)
    if run:
        yield _amount(run, text)


def _group(match: re.Match[str]) -> Fraction:
    return value(match["number"]) * _scale(match["scale"])


def _unit(match: re.Match[str], text: str) -> int:
    """The scale of a group; 万 stands for 万亿 directly before hundreds of millions, as in ``3万5000亿``."""
    scale = _scale(match["scale"])
    after = GROUP.match(text, match.end())
    if (
        scale == LARGE["万"]
        and after
        and after["scale"][-1:] in ("亿", "億")
        and not set(after["scale"]) & {"万", "萬"}
    ):
        return scale * LARGE["亿"]
    return scale


def _scale(chars: str) -> int:
    size = 1
    for char in chars:
        size *= SMALL.get(char) or LARGE.get(char, 1)
    return size


def _amount(run: list[re.Match[str]], text: str) -> Quantity:
    groups = [value(match["number"]) * _unit(match, text) for match in run]
    whole = sum(groups, Fraction(0))
    values = [whole]
    last = run[-1]
    spread = SPREAD.match(text, last.end())
    if spread and not last["scale"]:  # 2至3万
        values.append(whole * _scale(spread["scale"]))
    after = text[last.end() : last.end() + 1]
    if after == "倍":
        values += [whole + 1, whole - 1]
    if text.startswith("世纪", last.end()):
        values.append((whole - 1) * 100)
    if after == "成":
        values.append(whole * 10)
    if after == "折":
        values += [whole * 10, 100 - whole * 10, 100 - whole]
    if text.startswith("个半", last.end()) or after == "半":
        values.append(whole + Fraction(1, 2))
    parts = [quantity((group,), match.span()) for group, match in zip(groups, run, strict=True)] if len(run) > 1 else []
    return quantity(values, (run[0].start(), last.end()), parts=parts)


def _numerals(text: str) -> Iterator[Quantity]:
    """Numerals in characters as a whole, and each digit by itself: 四五 is forty-five, or four to five."""
    for match in NUMERALS.finditer(text):
        word = match.group()[:24]
        number = Fraction(_numeral(word))
        values = [number]
        if text.startswith("成", match.end()):
            values.append(number * 10)
        if text.startswith(("个半", "半", "年半", "天半", "倍半"), match.end()):
            values.append(number + Fraction(1, 2))
        if text.startswith("倍", match.end()):
            values.append(number + 1)
        if text.startswith("折", match.end()):
            values += [number * 10, 100 - number * 10]
        yield quantity(values, match.span(), solid=False)
        if len(word) > 2 and word[0] in DIGIT and word[1] in DIGIT:  # 四五十
            yield quantity((_numeral(word[0] + word[2:]), _numeral(word[1:])), match.span(), solid=False)
        if len(word) > 1:
            for place, char in enumerate(word):
                yield quantity(
                    (DIGIT[char] if char in DIGIT else _scale(char),), (match.start() + place,) * 2, solid=False
                )


def _numeral(word: str) -> int:
    """The value of a numeral; digits without units are read by place (二〇一五)."""
    if len(word) > 1 and all(char in DIGIT for char in word):
        return int("".join(str(DIGIT[char]) for char in word))
    total = section = digit = 0
    for char in word:
        if char in DIGIT:
            digit = DIGIT[char]
        elif char in SMALL:
            section += (digit or 1) * SMALL[char]
            digit = 0
        elif total + section + digit < LARGE[char]:  # 三万亿
            total, section, digit = ((total + section + digit) or 1) * LARGE[char], 0, 0
        else:
            total, section, digit = total + (section + digit) * LARGE[char], 0, 0
    return total + section + digit
