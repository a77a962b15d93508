"""Numbers, amounts and months of a Korean text, as English and Chinese write them.

Korean counts in 만 (10⁴), 억 (10⁸) and 조 (10¹²), with 천, 백 and 십 between them: ``11조2000억`` is
``11.2 trillion`` and ``11.2万亿``. Only what the target language writes differently is reported.
"""

import re
from decimal import Decimal

__all__ = ["chinese", "english", "find", "value"]

LARGE = {"조": 10**12, "억": 10**8, "만": 10**4}
SMALL = {"천": 1000, "백": 100, "십": 10}
ENGLISH_UNITS = (("trillion", 10**12), ("billion", 10**9), ("million", 10**6))
CHINESE_UNITS = (("万亿", 10**12), ("亿", 10**8), ("万", 10**4))
MAX_DECIMALS = 4  # with more the number is written out instead: 1,234,567

_NUMBER = r"\d[\d,]*(?:\.\d+)?"
AMOUNT = re.compile(
    rf"(?<![\d.,A-Za-z])(?:{_NUMBER}\s?(?:[천백십]\s?)?[조억만]\s?)*(?:{_NUMBER}[천백]?)?(?:여)?"  # 여: "a good …"
)
PART = re.compile(rf"({_NUMBER})\s?([천백십])?\s?([조억만])?")
UNIT = re.compile("[조억만천백]")
MONTH = re.compile(
    r"(?<![\d.])(1[0-2]|[1-9])월(?!\s?\d|[가-힣]*[급간])"
)  # neither a date with its day nor 3월급, 3월간
MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
YEARS = range(1900, 2100)  # four digits that are more often a year than an amount


def value(amount: str) -> Decimal:
    """The number that ``11조2000억``, ``3억 5천만`` or ``5,000`` stands for."""
    total = Decimal(0)
    for number, small, large in PART.findall(amount):
        total += Decimal(number.replace(",", "")) * SMALL.get(small, 1) * LARGE.get(large, 1)
    return total


def english(number: Decimal) -> str:
    """``11.2 trillion``, ``350 million``, ``12,000``."""
    for name, size in ENGLISH_UNITS:
        if number >= size:
            whole, dot, rest = _plain(number / size).partition(".")
            if len(rest) <= MAX_DECIMALS:
                return f"{int(whole):,}{dot}{rest} {name}"
    return f"{int(number):,}" if number == int(number) else f"{number:,}"


def chinese(number: Decimal) -> str:
    """``11.2万亿``, ``3.5亿``, ``1.2万``."""
    for name, size in CHINESE_UNITS:
        if number >= size:
            digits = _plain(number / size)
            if len(digits.partition(".")[2]) <= MAX_DECIMALS:
                return digits + name
    return _plain(number)


def find(text: str) -> list[tuple[int, int, str, str]]:
    """``(start, end, english, chinese)`` of amounts and months, in order of their place; offsets in code points."""
    found = []
    for match in AMOUNT.finditer(text):
        amount = match.group().rstrip().removesuffix("여")
        end = match.start() + len(amount)
        if amount[:1].isdigit() and _differs(amount, text, match.start(), end):
            number = value(amount)
            found.append((match.start(), end, english(number), chinese(number)))
    for match in MONTH.finditer(text):
        month = int(match.group(1))
        found.append((match.start(), match.end(), MONTHS[month - 1], f"{month}月"))
    return sorted(found)


def _differs(amount: str, text: str, start: int, end: int) -> bool:
    """True where the target languages write the amount in another way; fractions (``3분의 1``) and years stay."""
    if text[max(0, start - 3) : start] == "분의 ":
        return False
    if UNIT.search(amount) or "," in amount:
        return True
    number = value(amount)
    return number >= 1000 and number not in YEARS and text[end : end + 1] != "년"


def _plain(number: Decimal) -> str:
    digits = format(number.normalize(), "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits
