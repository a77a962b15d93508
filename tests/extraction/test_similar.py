"""Close spellings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.extraction import similar

WORDS = st.text(alphabet="가각간나닐라마바사아이", min_size=1, max_size=6)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("", "", 0),
        ("abc", "", 3),
        ("abc", "abc", 0),
        ("abc", "acb", 1),  # neighbours swapped
        ("abc", "adc", 1),
        ("ca", "abc", 3),  # restricted: nothing is edited twice
    ],
)
def test_distance(left: str, right: str, expected: int) -> None:
    assert similar.distance(left, right) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("알리바바", "알라비바", True),
        ("코리아페이", "코리안페이", True),
        ("리옌훙", "리옌홍", True),
        ("마윈", "마원", True),
        ("알리 페이", "알리페이", False),  # only the space differs: the same form
        ("IT", "it", False),
        ("IT", "IP", False),  # too short
        ("중국", "한국", False),
        ("알리바바", "알리바바그룹", False),
        ("소프트뱅크", "실리콘밸리", False),
    ],
)
def test_close(left: str, right: str, expected: bool) -> None:
    assert similar.close(left, right) is expected
    assert similar.close(right, left) is expected


@given(st.lists(WORDS, max_size=12))
def test_pairs_are_those_of_comparing_each_with_each(forms: list[str]) -> None:
    listed = list(dict.fromkeys(forms))
    naive = [(a, b) for i, a in enumerate(listed) for b in listed[i + 1 :] if similar.close(a, b)]
    assert list(similar.pairs(forms)) == naive


@given(WORDS, WORDS)
def test_distance_is_symmetric_and_bounded(left: str, right: str) -> None:
    found = similar.distance(left, right)
    assert found == similar.distance(right, left)
    assert abs(len(left) - len(right)) <= found <= max(len(left), len(right))
    assert (found == 0) == (left == right)
