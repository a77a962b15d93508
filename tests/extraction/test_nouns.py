"""Runs of nouns, titled names, quoted phrases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.extraction import nouns
from translate.morphology import analyser


def analysed(text: str, *closed: tuple[int, int]) -> list[nouns.Run]:
    return nouns.runs(text, analyser().tokenize(text), closed)


def shown(runs: list[nouns.Run]) -> list[str]:
    """``전자+상거래 방면`` with the title in brackets."""
    listed = []
    for run in runs:
        text = "".join((" " if piece.gap else "+") + piece.text for piece in run.pieces)[1:]
        listed.append(f"{text} [{run.title}]" if run.title else text)
    return listed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("알리바바가 주유소를 인수했다는 소식이 있었다.", ["알리바바", "주유소", "소식"]),
        ("전자상거래 방면의 교육", ["전자+상거래 방면", "교육"]),
        ("소프트뱅크 손정의 회장의 투자", ["소프트뱅크 손정의 [회장]", "투자"]),
        ("박도윤 네오펫코리아 대표의 투자", ["박도윤 [대표]", "네오펫코리아", "투자"]),
        ("김철수 씨가 왔다.", ["김철수 [씨]"]),
        ("젊은 창업가들이 왔다.", ["창업가"]),  # suffix joined, plural dropped
        ("혁신적 모델을 본다.", ["모델"]),  # an attribute is no noun
        ("비공개 회의를 열었다.", ["비공개 회의"]),  # prefix joined
        ("O2O 분야와 AT&T를 본다.", ["O2O 분야", "AT&T"]),
        ("길이는 2km이고 5G를 쓴다.", ["길이", "5G"]),  # a measure is no name
        ("지난해 동안 시장을 보았다.", ["시장"]),  # time is no term
        ("은련(銀聯)에 기회가 왔다.", ["은+련", "銀聯", "기회"]),
        ("정말 그렇다.", []),
        ("", []),
    ],
)
def test_runs(text: str, expected: list[str]) -> None:
    assert shown(analysed(text)) == expected


def test_offsets_are_those_of_the_text() -> None:
    text = "중국의 전자상거래 업체 알리바바가 왔다."
    for run in analysed(text):
        for piece in run.pieces:
            assert text[piece.start : piece.end] == piece.text


def test_closed_spans_end_a_run() -> None:
    text = "삼성전자 알리바바 업체"
    assert shown(analysed(text, (5, 9))) == ["삼성전자", "업체"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("그는 ‘온라인 투 오프라인’이라고 했다.", ["온라인 투 오프라인"]),
        ("영화 <기생충>을 보았다.", ["기생충"]),
        ("책 《삼국지》와 「춘향전」", ["삼국지", "춘향전"]),
        ("“나는 갔다”고 했다.", []),
        ("‘은련(銀聯)’에게", []),  # brackets are no noun
        ("‘ 공백 ’이 있다.", []),
    ],
)
def test_quoted(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in nouns.quoted(text, analyser().tokenize(text))] == expected


@given(st.text(alphabet="가나다마윈은련알리바 AZ09&.‘’“”(),[]\n들적하", max_size=40))
def test_any_text(text: str) -> None:
    last = 0
    for run in analysed(text):
        for piece in run.pieces:
            assert last <= piece.start < piece.end <= len(text)
            assert text[piece.start : piece.end] == piece.text
            last = piece.end
