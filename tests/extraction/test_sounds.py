"""What sounds like a Korean name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.extraction import sounds


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Park Do-yoon", "Pak Toyun"),
        ("Park Do-yoon", "Park Do-yun"),
        ("Hanbit", "Hanvit"),
        ("Lee Jae-yong", "Lee Jai Yong"),
        ("Chung", "Jeong"),
    ],
)
def test_one_sound(left: str, right: str) -> None:
    assert sounds.sound(left) == sounds.sound(right)


@pytest.mark.parametrize(
    ("name", "target", "expected"),
    [
        ("박도윤", "CEO Park Do-yoon came.", "Park Do-yoon"),
        ("박도윤", "CEO Pak Toyun left.", "Pak Toyun"),
        ("박도윤", "Park Do-yun laughed.", "Park Do-yun"),
        ("박도윤", "Park Do-yoon's firm.", "Park Do-yoon"),
        ("박도윤", "He laughed in the park.", ""),
        ("박도윤", "Kim Min-su laughed.", ""),
        ("한빛물산", "Hanbit Mulsan's sales grew.", "Hanbit Mulsan"),
        ("한빛물산", "Hanbit Trading makes molds.", "Hanbit Trading"),
        ("한빛물산", "Hanvit Corporation received a prize.", "Hanvit Corporation"),
        ("한빛물산", "Samsung Trading makes molds.", ""),
        ("알리바바", "Then Ali Baba won.", "Ali Baba"),
        ("네오펫코리아", "NeoPet Korea grew.", "NeoPet Korea"),
        ("네오펫코리아", "Korea grew.", ""),
        ("마윈", "The Main Man of China.", ""),
        ("소프트뱅크", "We know SoftBank well.", "SoftBank"),
        ("IT", "It is IT.", ""),
        ("마윈", "", ""),
    ],
)
def test_standing(name: str, target: str, expected: str) -> None:
    assert sounds.standing(name, target) == expected


@pytest.mark.parametrize(
    ("name", "form", "expected"),
    [
        ("네오펫코리아", "Korea", True),
        ("네오펫코리아", "Neopet Korea", False),
        ("네오펫코리아", "Neopolia Korea", False),
        ("박도윤", "Park Do-yoon", False),
        ("한빛물산", "Hanbit", True),
        ("요우커", "Chinese tourists", False),
        ("한빛물산", "Han", True),
        ("마윈", "Ma", False),
        ("코리아", "Korea", False),
        ("IT", "IT", False),
    ],
)
def test_part(name: str, form: str, expected: bool) -> None:
    assert sounds.part(name, form) is expected


@pytest.mark.parametrize(
    ("name", "form", "rivals", "expected"),
    [
        ("네오펫코리아", "Park Dooun", ["박도윤"], True),
        ("네오펫코리아", "Doo-Yeun", ["박도윤", "한빛물산"], True),
        ("네오펫코리아", "Neopolia", ["박도윤", "한빛물산"], False),
        ("박도윤", "Park Dooun", ["박도운"], False),
        ("박도윤", "Park Dooun", [], False),
    ],
)
def test_nearer(name: str, form: str, rivals: list[str], expected: bool) -> None:
    assert sounds.nearer(name, form, rivals) is expected


@given(st.text(alphabet="박도윤한빛 AT", max_size=6), st.text(max_size=40))
def test_what_stands_is_in_the_text(name: str, target: str) -> None:
    assert sounds.standing(name, target) in target
