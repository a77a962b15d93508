"""What single lines show by themselves: bylines, notes, captions, page furniture."""

import pytest

from translate.article import Kind
from translate.readers.marks import classify, cut, is_final, strip

B, N, C, F = Kind.BYLINE, Kind.NOTE, Kind.CAPTION, Kind.FURNITURE
TEXT = "회사는 공장을 짓는다."

CUTS = [
    # line, (kind, before, text) of its pieces
    (f"[아시아엔=안동일 동아시아전문가] {TEXT}", [(B, "", "[아시아엔=안동일 동아시아전문가]"), (None, " ", TEXT)]),
    (f"[아시아엔=안동일 기자]{TEXT}", [(B, "", "[아시아엔=안동일 기자]"), (None, "", TEXT)]),
    (f"(서울=연합뉴스) 홍길동 기자 = {TEXT}", [(B, "", "(서울=연합뉴스) 홍길동 기자 ="), (None, " ", TEXT)]),
    (f"(서울=연합뉴스) {TEXT}", [(B, "", "(서울=연합뉴스)"), (None, " ", TEXT)]),
    (f"【서울=뉴시스】홍길동 기자 = {TEXT}", [(B, "", "【서울=뉴시스】홍길동 기자 ="), (None, " ", TEXT)]),
    (
        f"[서울=뉴시스] 홍길동·김철수 기자 =  {TEXT}",
        [(B, "", "[서울=뉴시스] 홍길동·김철수 기자 ="), (None, "  ", TEXT)],
    ),
    (f"[서울=뉴시스]\u200b {TEXT}", [(B, "", "[서울=뉴시스]"), (None, "\u200b ", TEXT)]),
    (f"홍길동 기자 = {TEXT}", [(B, "", "홍길동 기자 ="), (None, " ", TEXT)]),
    (f"도쿄=홍길동 특파원 = {TEXT}", [(B, "", "도쿄=홍길동 특파원 ="), (None, " ", TEXT)]),
    (f"[이데일리 홍길동 기자] {TEXT}", [(B, "", "[이데일리 홍길동 기자]"), (None, " ", TEXT)]),
    (f"{TEXT}-편집자", [(None, "", TEXT), (N, "", "-편집자")]),
    (f"{TEXT} ― 편집자 주", [(None, "", TEXT), (N, " ", "― 편집자 주")]),
    (f"{TEXT} <편집자 주>", [(None, "", TEXT), (N, " ", "<편집자 주>")]),
    (f"{TEXT}[편집자주]", [(None, "", TEXT), (N, "", "[편집자주]")]),
    (f"[편집자 주] {TEXT}", [(N, "", "[편집자 주]"), (N, " ", TEXT)]),
    (f"{TEXT} 홍길동 기자 hong@example.com", [(None, "", TEXT), (B, " ", "홍길동 기자 hong@example.com")]),
    (f"{TEXT}/홍길동 기자", [(None, "", TEXT), (B, "", "/홍길동 기자")]),
    (
        f"[아시아엔=안동일 기자] {TEXT} -편집자",
        [(B, "", "[아시아엔=안동일 기자]"), (None, " ", TEXT), (N, " ", "-편집자")],
    ),
    ("[작은거인 알리바바 마윈⑪] “삼성과 두번 만나”", [(None, "", "[작은거인 알리바바 마윈⑪] “삼성과 두번 만나”")]),
    ("[단독] 새 공장 짓는다", [(None, "", "[단독] 새 공장 짓는다")]),
    ("그는 편집자로 일했다.", [(None, "", "그는 편집자로 일했다.")]),
    ("그의 직업은 -편집자", [(None, "", "그의 직업은 -편집자")]),
    ("식은 (E=mc) 꼴이다.", [(None, "", "식은 (E=mc) 꼴이다.")]),
    ("기자는 현장에 갔다. 그 기자", [(None, "", "기자는 현장에 갔다. 그 기자")]),
]


@pytest.mark.parametrize(("line", "expected"), CUTS)
def test_cut(line: str, expected: list[tuple[Kind | None, str, str]]) -> None:
    pieces = cut(line, "series")
    assert [(piece.kind, piece.before, piece.text) for piece in pieces] == expected
    assert "".join(piece.before + piece.text for piece in pieces) == line


LINES = [
    (B, "홍길동 기자"),
    (B, "홍길동 기자 hong@example.com"),
    (B, "아시아엔 홍길동 선임기자"),
    (B, "홍길동·김철수 기자"),
    (B, "hong@example.com"),
    (B, "글·사진 홍길동"),
    (B, "글=홍길동 기자"),
    (B, "정리 홍길동"),
    (B, "글 홍길동 · 사진 김철수"),
    (B, "이메일 hong@example.com"),
    (B, "번역: 홍길동"),
    (B, "By Gildong Hong"),
    (B, "[아시아엔=안동일 동아시아전문가]"),
    (None, "그 기자"),
    (None, "글 읽기의 즐거움"),
    (None, "By the way"),
    (N, "-편집자"),
    (N, "<편집자 주>"),
    (N, "※ 이 글은 연재의 일부다."),
    (N, "주) 2015년 기준이다."),
    (N, "[역주] 원문은 다르다."),
    (None, "주식 이야기다."),
    (C, "▲ 회장이 연설하고 있다."),
    (C, "△ 사진 왼쪽이 회장이다."),
    (C, "[사진=연합뉴스]"),
    (C, "(사진=홍길동 기자)"),
    (C, "사진 제공=알리바바"),
    (C, "사진=홍길동 기자"),
    (C, "사진: 알리바바"),
    (C, "사진 설명: 회장이 웃는다."),
    (C, "연설하는 회장 /사진=연합뉴스"),
    (C, "연설하는 회장 [사진 제공=연합뉴스]"),
    (None, "사진은 거짓말을 한다."),
    (F, "150525_top_kor"),
    (F, "ma-yun_11.jpg"),
    (F, "마윈 (1).png"),
    (F, "Leave a Reply"),
    (F, "leave a comment"),
    (F, "댓글"),
    (F, "댓글 12개"),
    (F, "댓글 쓰기"),
    (F, "댓글을 입력하세요."),
    (F, "3 Comments"),
    (F, "공유하기"),
    (F, "기사 공유"),
    (F, "카카오톡 공유하기"),
    (F, "인쇄"),
    (F, "글자 크기 조절"),
    (F, "Share this:"),
    (F, "이전 글"),
    (F, "▶ 관련기사 공장의 하루"),
    (F, "2015/05/19 10:00 송고"),
    (F, "관련기사"),
    (F, "많이 본 뉴스"),
    (F, "태그: 마윈, 알리바바"),
    (F, "기사입력 2015-05-25 10:00"),
    (F, "최종수정 : 2015.05.25. 오전 10:00"),
    (F, "등록 2015.05.25"),
    (F, "ⓒ 아시아엔"),
    (F, "저작권자 ⓒ 아시아엔, 무단전재 및 재배포 금지"),
    (F, "<무단전재 및 재배포 금지>"),
    (F, "Copyright 2015 The AsiaN. All rights reserved."),
    (F, "(c) 2015 아시아엔"),
    (F, "----------"),
    (F, "* * *"),
    (F, "series01"),
    (None, "……"),
    (None, "ㅋㅋㅋ"),
    (None, "😀"),
    (None, "COVID-19"),
    (None, "2015-05-25"),
    (None, "K-pop"),
    (None, "댓글 문화가 문제다."),
    (None, "공유 경제의 미래"),
    (None, "입력 장치를 바꿨다."),
    (None, "등록 2015년 이후" + " 늘어난 회원 이야기는 다음에 한다" * 4),
    (None, "Leave a Reply를 눌렀다."),
    (None, "정부는 기사의 무단전재 금지를 다시 검토하고 있다고 밝혔다."),
]


@pytest.mark.parametrize(("kind", "line"), LINES)
def test_classify(kind: Kind | None, line: str) -> None:
    assert classify(line, "series01") is kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("짓는다.", True),
        ("“짓는다.”", True),
        ("(짓는다.)", True),
        ("짓는다.(계속)", True),
        ("짓는다。", True),
        ("“짓는다”", False),
        ("짓는다", False),
        ("짓나?", False),
        ("짓는다…", False),
    ],
)
def test_is_final(text: str, expected: bool) -> None:
    assert is_final(text) is expected


def test_strip_leaves_the_inside() -> None:
    assert strip("\ufeff\u3000가\u200b\u00a0나\u200b\n") == "가\u200b\u00a0나"


@pytest.mark.parametrize(
    "piece", ["홍길동 ", "[", "a_", "-편집자 ", "a@", "사진=", "기자 = ", "<", ". ", "( =", "=가", "가"]
)
def test_no_pattern_backtracks(piece: str) -> None:
    """A pattern that tries every way to match would not come back."""
    line = strip(piece * (100_000 // len(piece)))
    assert "".join(one.before + one.text for one in cut(line, "series")) == line
