"""What number each language's reader sees in a text: the ones in digits exactly, the ones in words among others."""

from fractions import Fraction

import pytest

from translate.checks.quantities import plain, read

THIRD = Fraction(1, 3)

SOLID = [
    ("ko", "5000개", [5000]),
    ("ko", "1,234,567원", [1_234_567]),
    ("ko", "2천만 명", [20_000_000]),
    ("ko", "3천5백 원", [3500]),
    ("ko", "11조2000억 원", [11_200_000_000_000]),
    ("ko", "3억 5천만 명", [350_000_000]),
    ("ko", "1만2000명과 3000명", [12_000, 3000]),
    ("ko", "60여만 명", [600_000]),
    ("ko", "15.3%, 3.5배", [Fraction("15.3"), Fraction("3.5")]),
    ("ko", "2015.5.25", [2015, 5, 25]),
    ("ko", "20~30년", [20, 30]),
    ("ko", "3분의 1", [THIRD]),
    ("ko", "1/3", [THIRD]),
    ("ko", "마윈⑪", [11]),
    ("ko", "11초 3", [Fraction("11.3")]),
    ("ko", "타율 3할 1푼 2리", [Fraction("0.312")]),
    ("ko", "6·25전쟁 때", []),
    ("ko", "코로나19", []),
    ("ko", "https://a.kr/2015 와 a1@b.kr", []),
    ("ko", "두 번, 열하루, 서른", []),
    ("ko", "１２명, m²", [12]),
    ("en", "11.2 trillion won", [11_200_000_000_000]),
    ("en", "$5bn and 350 million", [5_000_000_000, 350_000_000]),
    ("en", "the 21st, the 1990s, mid-30s", [21, 1990, 30]),
    ("en", "3:30 p.m.", [3, 30]),
    ("en", "10 km, 20%", [10, 20]),
    ("en", "O2O, G20, COVID-19, 5G", []),
    ("zh", "11.2万亿韩元", [11_200_000_000_000]),
    ("zh", "1亿2000万", [120_000_000]),
    ("zh", "3千万、5万多", [30_000_000, 50_000]),
    ("zh", "20世纪70年代", [1970]),
    ("zh", "5千瓦", [5]),
    ("zh", "3万5000亿", [3_500_000_000_000]),
    ("zh", "12万3000亿韩元", [12_300_000_000_000]),
    ("zh", "3万亿5000亿", [3_500_000_000_000]),
    ("zh", "3万、5000亿", [30_000, 500_000_000_000]),
    ("zh", "三成", []),
    ("xx", "5", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), SOLID)
def test_in_digits(language: str, text: str, expected: list[Fraction]) -> None:
    found = [one for one in read(text, language).quantities if one.solid]
    assert [one.values[0] for one in found] == expected
    assert all(text[one.start : one.end].strip() for one in found)


LOOSE = [
    ("ko", "두 번", [2]),
    ("ko", "열두 살", [12]),
    ("ko", "서른이 되기 전", [30]),
    ("ko", "열하루 동안", [11]),
    ("ko", "구순의 형", [90]),
    ("ko", "백만 명", [1_000_000]),
    ("ko", "절반", [Fraction(1, 2)]),
    ("ko", "90년대", [1990]),
    ("ko", "97년 외환위기", [1997]),
    ("ko", "08년에", [2008]),
    ("ko", "'15년 매출", [2015]),
    ("ko", "15년 5월", [2015]),
    ("ko", "22년 상반기", [2022]),
    ("ko", "93학번", [1993]),
    ("ko", "15시", [3]),
    ("ko", "3억 2천", [320_000_000]),
    ("en", "twenty-five", [25]),
    ("en", "one hundred and twenty thousand", [120_000]),
    ("en", "two and a half", [Fraction(5, 2)]),
    ("en", "two-thirds, a third", [Fraction(2, 3), THIRD]),
    ("en", "one five-hundredth", [Fraction(1, 500)]),
    ("en", "Twenty-three sixth graders", [23, 6]),
    ("en", "two decades, three dozen", [20, 36]),
    ("en", "in mid-May, on Sept. 3", [5, 9]),
    ("en", "20 to 30 million", [20_000_000, 30_000_000]),
    ("en", "a 40-megapixel camera", [40_000_000]),
    ("en", "Elizabeth II, XIV", [2, 14]),
    ("en", "tenfold, twice", [10, 2]),
    ("zh", "二〇一五年", [2015]),
    ("zh", "三万亿、一亿二千万", [3_000_000_000_000, 120_000_000]),
    ("zh", "四五十岁", [40, 50]),
    ("zh", "三分之一", [THIRD]),
    ("zh", "三成、打三折", [30, 70]),
    ("zh", "两个半月", [Fraction(5, 2)]),
    ("zh", "2至3万", [20_000, 30_000]),
]


@pytest.mark.parametrize(("language", "text", "expected"), LOOSE)
def test_in_words_and_other_readings(language: str, text: str, expected: list[Fraction]) -> None:
    assert set(expected) <= {value for one in read(text, language).quantities for value in one.values}


@pytest.mark.parametrize(
    "text",
    [
        "20~30년 동안",
        "30년간 일했다",
        "25년 사이",
        "20년 노하우",
        "15년 만에",
        "15년 전에",
        "15년 뒤",
        "97년 후",
        "지난 60년",
        "50~60년",
        "10년 넘게",
        "30년 살았다",
    ],
)
def test_a_duration_is_no_year(text: str) -> None:
    values = {value for one in read(text, "ko").quantities for value in one.values}
    assert not any(1900 <= value < 2100 for value in values)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("O2O와 G20, 5G", ["O2O", "G20", "5G"]),
        ("COVID-19 Web3.0 H5N1", ["COVID-19", "Web3.0", "H5N1"]),
        ("10km 30th 1990s mid-30s RMB100 1만8000TEU", []),
    ],
)
def test_names(text: str, expected: list[str]) -> None:
    assert [name.text for name in read(text, "ko").names] == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [(Fraction(5000), "5,000"), (Fraction("15.30"), "15.3"), (THIRD, "1/3"), (Fraction("0.312"), "0.312")],
)
def test_plain(number: Fraction, expected: str) -> None:
    assert plain(number) == expected
