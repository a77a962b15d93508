"""Where forms stand in a text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.extraction import places
from translate.morphology import analyser


def found(text: str, *forms: str, taken: tuple[tuple[int, int], ...] = ()) -> list[str]:
    hits = places.find(text, analyser().tokenize(text), places.index(forms), taken)
    assert all(start < end for start, end, _ in hits)
    return [text[start:end] for start, end, _ in hits]


@pytest.mark.parametrize(
    ("text", "forms", "expected"),
    [
        ("알리바바가 알리바바그룹을 샀다.", ["알리바바", "알리바바그룹"], ["알리바바", "알리바바그룹"]),
        ("알리바바가 알리바바그룹을 샀다.", ["알리바바"], ["알리바바", "알리바바"]),
        ("작은 거인과 작은거인", ["작은거인"], ["작은 거인", "작은거인"]),
        ("젭토크와 젭토크", ["젭토크"], ["젭토크", "젭토크"]),
        ("한국은행은 크다.", ["한국"], []),  # a longer word
        ("IT와 ITEM, it", ["IT"], ["IT", "it"]),
        ("Jack Ma와 JackMa", ["Jack Ma"], ["Jack Ma"]),
        ("이 마트", ["이마트"], []),  # a single syllable
        ("마윈\n회장", ["마윈회장"], []),
        ("", ["마윈"], []),
    ],
)
def test_find(text: str, forms: list[str], expected: list[str]) -> None:
    assert found(text, *forms) == expected


def test_taken() -> None:
    assert found("알리바바와 알리바바", "알리바바", taken=((0, 4),)) == ["알리바바"]


@given(st.text(alphabet="마윈알리바 IT은이\n", max_size=30))
def test_no_overlap(text: str) -> None:
    hits = places.find(text, analyser().tokenize(text), places.index(["마윈", "마윈알리", "알리바", "IT"]))
    assert all(first[1] <= second[0] for first, second in pairwise(hits))
