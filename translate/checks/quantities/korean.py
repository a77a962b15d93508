"""Quantities of Korean text: digits with 천, 만, 억, 조, fractions, circled digits; numerals in words besides."""

import re
from collections.abc import Iterator
from fractions import Fraction

from translate.checks.quantities.base import (
    NUMBER,
    Quantity,
    Reading,
    blank,
    circled,
    numbered,
    prepare,
    quantity,
    value,
)

__all__ = ["read"]

SMALL = {"십": 10, "백": 100, "천": 1000}
LARGE = {"만": 10**4, "억": 10**8, "조": 10**12}

SECTION = rf"{NUMBER}(?:[천백십](?:[0-9][백십])*)?"
GROUP = re.compile(rf"(?P<section>{SECTION})(?:여\s?)?(?P<large>[조억만])?")
DIVIDED = re.compile(
    rf"(?P<below>{NUMBER})\s?분의\s?(?P<above>{NUMBER})|(?P<a>[0-9]{{1,3}})/(?P<b>[0-9]{{1,3}})(?![/0-9])"
)

NATIVE = numbered("한 두 세 네 다섯 여섯 일곱 여덟 아홉", range(1, 10))
NATIVE |= numbered("하나 둘 셋 넷 첫 서 너 석 넉", (1, 2, 3, 4, 1, 3, 4, 3, 4))
TENS = numbered("열 스물 스무 서른 마흔 쉰 예순 일흔 여든 아흔", (10, 20, 20, 30, 40, 50, 60, 70, 80, 90))
DAYS = numbered("하루 이틀 사흘 나흘 닷새 엿새 이레 여드레 아흐레 열흘 보름", (*range(1, 11), 15))
SINO = dict(zip("영일이삼사오육칠팔구", range(10), strict=True))

NATIVE_ANY = "|".join(sorted(NATIVE, key=len, reverse=True))
WORDS = re.compile(
    rf"(?P<ten>열)?(?P<days>{'|'.join(DAYS)})"
    rf"|(?<![가-힣])(?:(?P<tens>{'|'.join(TENS)})(?P<ones>{NATIVE_ANY})?|(?P<one>{NATIVE_ANY}))"
    r"|(?P<age>[육칠팔구])순|(?P<half>절반|반)|(?P<sixty>환갑|회갑)"
)
EVENT = re.compile(
    r"(?<![0-9.·])(?:3[.·]1|4[.·]3|4[.·]16|4[.·]19|5[.·]16|5[.·]18|6[.·]10|6[.·]15|6[.·]25|8[.·]15|10[.·]4|12[.·]12)"
    r"(?![0-9.])(?=\s?(?:전쟁|운동|혁명|사건|사태|항쟁|의거|참사|쿠데타|정변|민주|선언|광복|만세|때|동란|참전))"
    r"|(?<=코로나)\s?-?19"
)
"""Names that other languages often say without the number: *6·25전쟁*, the Korean War."""

AVERAGE = re.compile(r"(?<![0-9.])([0-9])할\s?([0-9])푼(?:\s?([0-9])리)?")
"""Rates in tenths, hundredths and thousandths: *3할 1푼 2리* is .312 or 31.2 percent."""

SECONDS = re.compile(r"(?<![0-9.])([0-9]{1,3})초\s?([0-9]{1,3})(?![0-9.]|분|초)")
"""Times of sport: *11초 3* is 11.3 seconds."""

CALENDAR = re.compile(
    r"학번|년(?:\s?(?:[0-9]{1,2}월|[상하]반기|[1-4]분기|[말초](?![가-힣])|[말초][에의까부]|봄|여름|가을|겨울|대선|총선)"
    r"|[산형생](?![가-힣])|도[에의]|도\s(?!안|채|못|더|넘|지))"
)
"""What follows the last two digits of a calendar year: ``15년 5월``, ``22년 상반기``, ``93학번``."""

DURATION = re.compile(
    r"년\s?(?:간(?!첩|행|담|부)|동안|만[에의](?![가-힣])|전(?![가-힣])|전[에의부까만인이과보쯤]|후(?!보|반|기)|뒤(?!늦)"
    r"|사이(?!버)|이내|내(?![가-힣])|새(?![가-힣])|넘|차(?!기|별|량)|째|노하우|가까이|남짓|이상|정도|가량|여)"
)
"""What follows a number of years: ``97년 만에``."""

AHEAD = re.compile(r"(?:지난|향후|최근|앞으로|[0-9]\s?[~∼～])\s?$")
"""What goes before a number of years: ``지난 60년``, ``50~60년``."""

RECENT = 50
"""Two digits below it are a number of years rather than a year, unless something says otherwise."""

SINOS = re.compile("[일이삼사오육칠팔구십백천만억조]+")


def read(text: str) -> Reading:
    """The quantities and names of a Korean text."""
    left, names = prepare(text)
    found = [*circled(left)]
    for pattern, reader in ((DIVIDED, _divided), (AVERAGE, _average), (SECONDS, _seconds), (EVENT, _event)):
        made = [(match.span(), reader(match)) for match in pattern.finditer(left)]
        found += [quantity for _, quantities in made for quantity in quantities]
        left = blank(left, [span for span, quantities in made if quantities])
    found += [*_amounts(left), *_words(left)]
    return Reading(tuple(sorted(found, key=lambda quantity: quantity.start)), names)


def _divided(match: re.Match[str]) -> list[Quantity]:
    above, below = ("above", "below") if match["above"] else ("a", "b")
    if not value(match[below]):
        return []
    return [quantity((value(match[above]) / value(match[below]),), match.span(), parts=_parts(match, above, below))]


def _average(match: re.Match[str]) -> list[Quantity]:
    rate = value(f"0.{match[1]}{match[2]}{match[3] or ''}")
    return [quantity((rate, rate * 100, rate * 1000), match.span())]


def _seconds(match: re.Match[str]) -> list[Quantity]:
    return [quantity((value(f"{match[1]}.{match[2]}"),), match.span(), parts=_parts(match, 1, 2))]


def _event(match: re.Match[str]) -> list[Quantity]:
    return [quantity((value(number),), match.span(), solid=False) for number in re.findall("[0-9]+", match.group())]


def _parts(match: re.Match[str], *groups: str | int) -> list[Quantity]:
    return [quantity((value(match[group]),), match.span(group)) for group in groups]


def _amounts(text: str) -> Iterator[Quantity]:
    """Runs of groups with falling units, ``11조2000억``, ``3억 5천만``, as one quantity each."""
    run: list[re.Match[str]] = []
    for match in GROUP.finditer(text):
        if run and not _continues(run[-1], match, text):
            yield _amount(run, text)
            run = []
        run.append(match)
    if run:
        yield _amount(run, text)


def _continues(last: re.Match[str], match: re.Match[str], text: str) -> bool:
    between = text[last.end() : match.start()]
    unit = LARGE.get(last["large"] or "", 1)
    return between in ("", " ") and _group(match) < unit


def _group(match: re.Match[str]) -> Fraction:
    return _section(match["section"]) * LARGE.get(match["large"] or "", 1)


def _section(section: str) -> Fraction:
    pieces = re.findall(rf"({NUMBER})([천백십]?)", section)
    return sum((value(number) * SMALL.get(unit, 1) for number, unit in pieces), Fraction(0))


def _amount(run: list[re.Match[str]], text: str) -> Quantity:
    whole = sum(map(_group, run), Fraction(0))
    span = run[0].start(), run[-1].end()
    values = [whole, *_readings(whole, run[-1], text)]
    if len(run) > 1 and not run[-1]["large"] and run[-1]["section"][-1] in SMALL:  # 3억 2천 is 3억 2천만
        values.append(whole + _group(run[-1]) * (LARGE["만"] - 1))
    parts = []
    if len(run) > 1:
        parts = [quantity((_group(match), *_readings(_group(match), match, text)), match.span()) for match in run]
    elif "." in run[0].group() and not run[0]["large"]:
        left, _, right = run[0]["section"].rstrip("천백십").partition(".")
        parts = [quantity((value(piece),), span) for piece in (left, right)]
    return quantity(values, span, parts=parts)


def _readings(number: Fraction, match: re.Match[str], text: str) -> Iterator[Fraction]:
    """Other values that the same number may get in another language, by what follows it."""
    after = text[match.end() : match.end() + 4].lstrip()
    if match["large"] == "조" and not after.startswith(("원", "달", "위", "엔", "유")):  # team 3, article 3
        yield number / LARGE["조"]
    if number >= 1900 and after.startswith("년대"):
        yield number % 100
    if number < 100 and _calendar(match, text):
        yield number + 1900
        yield number + 2000
    if number <= 24 and after.startswith("시") and not after.startswith("시간"):
        yield (number + 12) % 24
        yield number - 12
    if after.startswith("개월"):
        yield number / 12
    if after.startswith(("%포", "%p", "％")):
        yield number * 100
    if after.startswith("할"):
        yield number * 10
    if after.startswith("배"):
        yield (number - 1) * 100
        yield number - 1


def _calendar(match: re.Match[str], text: str) -> bool:
    """Two digits that can be the last ones of a year: ``97년``, ``08년``, ``'15년``, ``15년 5월``; not ``15년 전``."""
    number, before = match.group(), text[max(0, match.start() - 6) : match.start()]
    if text.startswith("년대", match.end()):
        return True
    if not re.fullmatch("[0-9]{1,2}", number) or DURATION.match(text, match.end()):
        return False
    if CALENDAR.match(text, match.end()) or before.endswith(("'", "’", "‘")):
        return True
    written = text.startswith("년", match.end()) and len(number) == 2
    return written and (number[0] == "0" or int(number) >= RECENT) and not AHEAD.search(before)


def _words(text: str) -> Iterator[Quantity]:
    for match in WORDS.finditer(text):
        if match["half"]:
            values: tuple[Fraction | int, ...] = (Fraction(1, 2), 50, 30)
        elif match["days"]:
            values = (DAYS[match["days"]] + (10 if match["ten"] else 0),)
        elif match["age"] or match["sixty"]:
            values = (SINO[match["age"] or "육"] * 10,)
        else:
            values = (TENS.get(match["tens"], 0) + NATIVE.get(match["ones"] or match["one"], 0),)
        yield quantity(values, match.span(), solid=False)
    for match in SINOS.finditer(text):
        yield quantity((_sino(match.group()[:24]),), match.span(), solid=False)


def _sino(word: str) -> int:
    total = section = digit = 0
    for char in word:
        if char in SINO:
            digit = SINO[char]
        elif char in SMALL:
            section += (digit or 1) * SMALL[char]
            digit = 0
        else:
            total += ((section + digit) or 1) * LARGE[char]
            section = digit = 0
    return total + section + digit
