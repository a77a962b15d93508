"""Numbers, amounts and months as the target languages write them."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.engine import numerals


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("주유소 5000개를", [("5000", "5,000", "5000")]),
        ("11조2000억 원 규모", [("11조2000억", "11.2 trillion", "11.2万亿")]),
        ("3억 5000만 달러", [("3억 5000만", "350 million", "3.5亿")]),
        ("1만2000명", [("1만2000", "12,000", "1.2万")]),
        ("2천만 명", [("2천만", "20 million", "2000万")]),
        ("3억 5천만", [("3억 5천만", "350 million", "3.5亿")]),
        ("1,234,567원", [("1,234,567", "1,234,567", "123.4567万")]),
        ("10만여 명", [("10만", "100,000", "10万")]),
        ("2조5천억", [("2조5천억", "2.5 trillion", "2.5万亿")]),
        ("10억 위안", [("10억", "1 billion", "10亿")]),
        ("5월 중순", [("5월", "May", "5月")]),
        ("12월에는", [("12월", "December", "12月")]),
        ("지난 2015년 5월 12일", []),  # a date with its day
        ("15.3% 늘어 3.5배", []),
        ("1964년", []),
        ("월급 500위안", []),
        ("3월급", []),
        ("3분의 1만", []),
        ("v2.1만", []),
        ("", []),
    ],
)
def test_find(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = [(text[start:end], en, zh) for start, end, en, zh in numerals.find(text)]
    assert found == expected


@pytest.mark.parametrize(
    ("number", "english", "chinese"),
    [
        ("12000", "12,000", "1.2万"),
        ("1000000", "1 million", "100万"),
        ("1234567", "1,234,567", "123.4567万"),
        ("12345678901", "12,345,678,901", "1234567.8901万"),
        ("11200000000000", "11.2 trillion", "11.2万亿"),
        ("0.5", "0.5", "0.5"),
    ],
)
def test_written(number: str, english: str, chinese: str) -> None:
    assert (numerals.english(Decimal(number)), numerals.chinese(Decimal(number))) == (english, chinese)


@settings(deadline=None, max_examples=200)
@given(st.integers(1, 9999), st.sampled_from(["만", "억", "조"]), st.integers(0, 9999))
def test_both_languages_say_the_same_number(head: int, unit: str, tail: int) -> None:
    amount = f"{head}{unit}{tail or ''}"
    wanted = head * numerals.LARGE[unit] + tail
    assert numerals.value(amount) == wanted
    ((start, end, english, chinese),) = numerals.find(amount + "명")
    assert (start, end) == (0, len(amount))
    assert _read(english, {"million": 10**6, "billion": 10**9, "trillion": 10**12}) == wanted
    assert _read(chinese, {"万亿": 10**12, "亿": 10**8, "万": 10**4}) == wanted


def _read(text: str, units: dict[str, int]) -> Decimal:
    for name, size in units.items():
        if text.endswith(name):
            return Decimal(text.removesuffix(name).strip().replace(",", "")) * size
    return Decimal(text.replace(",", ""))
