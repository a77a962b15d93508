"""Lists and interviews."""

from collections.abc import Callable

import pytest

from translate.article import Article

PROSE = "회사는 올해 새 공장을 짓는다."

CASES = [
    # lines, kind of each with its turn
    (["-왜 짓나?", "좋아서다."], ["question1", "answer1"]),
    (["― 왜 짓나?", "좋아서다."], ["question1", "answer1"]),
    (["– 왜 짓나?", "좋아서다."], ["question1", "answer1"]),
    (["Q. 왜 짓나", "좋아서다."], ["question1", "answer1"]),
    (["Q: 왜 짓나", "A: 좋아서다."], ["question1", "answer1"]),
    (
        ["Q1. 왜 짓나", "A1. 좋아서다.", "Q2. 언제인가", "A2. 내년이다."],
        ["question1", "answer1", "question2", "answer2"],
    ),
    (["Q 왜 짓나", "A 좋아서다."], ["question1", "answer1"]),
    (["문: 왜 짓나", "답: 좋아서다."], ["question1", "answer1"]),
    (["질문: 왜 짓나", "좋아서다.", "정말이다."], ["question1", "answer1", "answer1"]),
    (["-왜 짓나?", "“좋아서다.”", "-더 말해 달라.", "“없다.”"], ["question1", "answer1", "question2", "answer2"]),
    (["-더 말해 달라.", "“없다.”"], ["question1", "answer1"]),
    (["-왜 짓나? 말해 달라.", "없다."], ["question1", "answer1"]),
    (["-2015년에는 왜 지었나?", "좋아서다."], ["question1", "answer1"]),
    (["- 첫째 공장", "- 둘째 공장", "- 셋째 공장"], ["item0", "item0", "item0"]),
    (["• 첫째 공장", "• 둘째 공장"], ["item0", "item0"]),
    (["1. 첫째 공장", "2. 둘째 공장"], ["item0", "item0"]),
    (["① 첫째 공장", "② 둘째 공장"], ["item0", "item0"]),
    (["1. 첫째 공장", "3. 셋째 공장"], ["paragraph0", "paragraph0"]),
    (["▲ 첫째 공장", "▲ 둘째 공장", "▲ 셋째 공장"], ["item0", "item0", "item0"]),
    (["▲ 회장이 연설한다.", PROSE], ["caption0", "paragraph0"]),
    (["▲ 회장이 연설한다.", "▲ 회장이 웃는다.", PROSE], ["caption0", "caption0", "paragraph0"]),
    (["- 홍길동, 『책』에서", PROSE], ["paragraph0", "paragraph0"]),
    (["-3.5%나 줄었다.", "“정말이다.”"], ["paragraph0", "paragraph0"]),
    (["- 끝 -", "“정말이다.”"], ["paragraph0", "paragraph0"]),
    (
        ["-왜 짓나?", "이렇다.", "- 첫째", "- 둘째", "-언제인가?", "내년."],
        ["question1", "answer1", "item1", "item1", "question2", "answer2"],
    ),
    (["-왜 짓나?", "좋아서다.", "홍길동 기자", PROSE], ["question1", "answer1", "byline0", "paragraph0"]),
    (["-왜 짓나?", "▲ 회장이 웃는다.", "좋아서다."], ["question1", "caption0", "answer1"]),
    (["-왜 짓나?", "좋아서다.", "※ 편집한 글이다."], ["question1", "answer1", "note0"]),
    (["-왜 짓나?", "좋아서다.", "■ 남쪽 공장", PROSE], ["question1", "answer1", "heading0", "paragraph0"]),
    (["A. 공장", "B. 회사"], ["paragraph0", "paragraph0"]),
]


@pytest.mark.parametrize(("lines", "expected"), CASES)
def test_kinds_and_turns(article: Callable[..., Article], lines: list[str], expected: list[str]) -> None:
    blocks = article("\n".join([PROSE, *lines])).blocks
    assert blocks[0].kind.value == "paragraph"
    assert [f"{block.kind.value}{block.turn}" for block in blocks[1:]] == expected
    assert [block.text for block in blocks[1:]] == lines


def test_items_have_a_level(article: Callable[..., Article]) -> None:
    assert [b.level for b in article(f"{PROSE}\n- 하나\n- 둘").blocks] == [0, 1, 1]
