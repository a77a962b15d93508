"""Plain text: paragraphs, kinds by rule, and the invariant that nothing is lost."""

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.article import Article, Kind, Place
from translate.errors import InputError
from translate.readers import read
from translate.readers.decoding import CONTROL, LINE_END
from translate.readers.marks import strip
from translate.readers.raw import Raw
from translate.readers.structure import build

Kinds = Callable[..., list[tuple[str, str]]]

PROSE = "회사는 올해 새 공장을 짓는다."


def test_every_line_is_a_paragraph(article: Callable[..., Article]) -> None:
    blocks = article(f"제목\n\n{PROSE}\n{PROSE}\n\n\n{PROSE}").blocks
    assert [(b.kind, b.place, b.paragraph) for b in blocks] == [
        (Kind.HEADING, Place(1), 0),
        (Kind.PARAGRAPH, Place(3), 1),
        (Kind.PARAGRAPH, Place(4), 2),
        (Kind.PARAGRAPH, Place(7), 3),
    ]


@pytest.mark.parametrize("side", ["\u00a0", "\u3000", "\u200b", "\ufeff", "\u2060", " \t ", "\u3000\u200b\u00a0"])
def test_invisible_characters_are_stripped_at_the_sides_and_kept_inside(kinds: Kinds, side: str) -> None:
    text = f"회사는{side}올해 짓는다."
    assert kinds(f"{PROSE}\n{side}{text}{side}\n{side}\n") == [("paragraph", PROSE), ("paragraph", text)]


def test_text_is_nfc(kinds: Kinds) -> None:
    assert kinds(unicodedata.normalize("NFD", f"{PROSE} é")) == [("paragraph", f"{PROSE} é")]


@pytest.mark.parametrize(
    "text", ["“큰” ‘작은’ 따옴표다.", "전각 ！？（）다.", "漢字와 한글이다.", "👩‍👩‍👧 가족 🇰🇷이다.", "𠮷野家에 갔다."]
)
def test_characters_survive(kinds: Kinds, text: str) -> None:
    assert kinds(text) == [("paragraph", text)]


HEADLINES = [
    # text, kind and level of the first lines
    (f"새 공장 짓는 회사들\n{PROSE}", ["heading1", "paragraph0"]),
    (f"“공장을 또 짓겠다”\n{PROSE}", ["heading1", "paragraph0"]),
    (f"공장은 왜 짓나?\n{PROSE}", ["heading1", "paragraph0"]),
    (f"[공장 이야기①] 어떻게 시작했나\n{PROSE}", ["heading1", "paragraph0"]),
    (f"[공장 이야기①] 공장을 짓는다.\n{PROSE}", ["heading1", "paragraph0"]),
    (f"<기고> 공장의 미래\n{PROSE}", ["heading1", "paragraph0"]),
    (f"새 공장\n올해 다섯 곳\n모두 남쪽에\n{PROSE}", ["heading1", "heading2", "heading2", "paragraph0"]),
    (f"{PROSE}\n새 공장\n{PROSE}", ["paragraph0", "paragraph0", "paragraph0"]),
    (f"{'공장' * 61}\n{PROSE}", ["paragraph0", "paragraph0"]),
    (f"“{PROSE}”\n{PROSE}", ["paragraph0", "paragraph0"]),
    ("한 줄뿐인 글", ["paragraph0"]),
    (f"[아시아엔=안동일 기자] {PROSE}\n{PROSE}", ["byline0", "paragraph0", "paragraph0"]),
    (f"입력 2015.05.25 10:00\n홍길동 기자\n새 공장\n{PROSE}", ["furniture0", "byline0", "heading1", "paragraph0"]),
    (f"새 공장\n회사는 짓는다. 그리고 또 짓는다\n{PROSE}", ["heading1", "paragraph0", "paragraph0"]),
    (f"새 공장\n{PROSE}\n■ 남쪽 공장\n{PROSE}", ["heading1", "paragraph0", "heading2", "paragraph0"]),
    (f"새 공장\n{PROSE}\n◆ {PROSE}\n{PROSE}", ["heading1", "paragraph0", "paragraph0", "paragraph0"]),
]


@pytest.mark.parametrize(("text", "expected"), HEADLINES)
def test_headlines(article: Callable[..., Article], text: str, expected: list[str]) -> None:
    assert [f"{b.kind.value}{b.level}" for b in article(text).blocks] == expected


def test_a_line_that_repeats_a_key_as_file_name_is_furniture(kinds: Kinds) -> None:
    assert kinds(f"새 공장\nma-yun11\n{PROSE}", "ma-yun11.txt")[1] == ("furniture", "ma-yun11")


def test_a_first_line_that_repeats_the_file_name_is_the_headline(kinds: Kinds) -> None:
    got = kinds(f"새 공장\n{PROSE}\n새 공장", "새 공장.txt")
    assert got == [("heading", "새 공장"), ("paragraph", PROSE), ("furniture", "새 공장")]


def test_turns_and_paragraph_numbers_count_on(article: Callable[..., Article]) -> None:
    blocks = article("제목\n\n-왜 짓나?\n“좋아서다.”\n“정말이다.”\n-언제 짓나?\n“내년이다.”").blocks
    assert [(b.kind.value, b.turn, b.paragraph) for b in blocks] == [
        ("heading", 0, 0),
        ("question", 1, 1),
        ("answer", 1, 2),
        ("answer", 1, 3),
        ("question", 2, 4),
        ("answer", 2, 5),
    ]


MARKS = st.sampled_from(
    [
        "[아시아엔=안동일 기자]",
        "(서울=연합뉴스) 홍길동 기자 =",
        "홍길동 기자 =",
        "-편집자",
        "<편집자 주>",
        "[편집자 주]",
        "-",
        "Q.",
        "▲",
        "※",
        "■",
        "“",
        "”",
        ".",
        "?",
        "다.",
        "홍길동 기자",
        "hong@example.com",
        "(계속)",
        "1.",
        "①",
        "ⓒ",
        "\u200b",
        "\u3000",
        "\u00a0",
        " ",
        "\t",
        "=",
        "]",
    ]
)
LINE = st.lists(st.one_of(MARKS, st.text(max_size=6), st.sampled_from([PROSE, "가", "각", "한국"])), max_size=8).map(
    "".join
)


@settings(deadline=None, max_examples=300)
@given(st.lists(LINE, max_size=8), st.sampled_from(["\n", "\r\n", "\r", "\u2028"]))
def test_blocks_rebuild_every_paragraph(lines: list[str], end: str) -> None:
    text = end.join(lines)
    numbered = enumerate(LINE_END.split(text), start=1)
    cleaned = ((number, strip(CONTROL.sub("", line))) for number, line in numbered)
    expected = {number: unicodedata.normalize("NFC", line) for number, line in cleaned if line}
    raws = [Raw(line, Place(number)) for number, line in enumerate(LINE_END.split(text), start=1)]
    try:
        blocks, _ = build(raws, stem="a", where=Path("a.txt"))
    except InputError:
        return
    rebuilt: dict[int, str] = {}
    for block in blocks:
        rebuilt[block.place.line] = rebuilt.get(block.place.line, "") + block.before + block.text
        assert strip(block.text) == block.text != ""
        assert not strip(block.before)
    assert rebuilt == expected
    assert [b.paragraph for b in blocks] == sorted(b.paragraph for b in blocks)
    assert {b.paragraph for b in blocks} == set(range(len(expected)))


MARKUP = st.sampled_from(
    ["<p>", "</div>", "<table><tr><td>", "<br>", "<pre>", "<!--", "<ul><li>", "&#0;", "- ", "# ", "> ", "|-|"]
)


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
@settings(deadline=None, max_examples=60)
@given(content=st.lists(st.one_of(MARKS, MARKUP, st.text(max_size=9), st.just("\n")), max_size=20).map("".join))
def test_any_text_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, name: str, content: str) -> None:
    path = tmp_path_factory.mktemp("any") / name
    path.write_bytes(content.encode())
    try:
        got = read(path)
    except InputError:
        return
    assert all(unicodedata.is_normalized("NFC", block.text) for block in got.blocks)
    assert not any(re.search("[\x00-\x08\r\v\f\x0e-\x1f]", block.text) for block in got.blocks)
    assert not any("\n" in block.text for block in got.blocks if block.kind is not Kind.CODE)
    assert all(strip(block.text) for block in got.blocks)
