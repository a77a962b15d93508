"""Markdown: structure, places, and what is reduced to text."""

from collections.abc import Callable

import pytest

from translate.article import Article, Kind
from translate.errors import InputError

Kinds = Callable[..., list[tuple[str, str]]]
Reader = Callable[..., Article]

DOCUMENT = """\
# 새 *공장* 이야기

첫 문단은
두 줄이다.

## 남쪽

- 하나
  - 하나 반

    이어지는 말
- 둘

1. 가
2. 나

> 인용한 말이다.

| 도시 | 수 |
|------|----|
| 서울 | **2** |

```py
print(1)

x
```

![공장 사진](a.jpg)

***

끝 문단이다.
"""


def test_structure_and_places(article: Reader) -> None:
    blocks = article(DOCUMENT, "a.md").blocks
    assert [(b.kind.value, b.level, b.place.line, b.place.part, b.text) for b in blocks] == [
        ("heading", 1, 1, "", "새 공장 이야기"),
        ("paragraph", 0, 3, "", "첫 문단은 두 줄이다."),
        ("heading", 2, 6, "", "남쪽"),
        ("item", 1, 8, "", "하나"),
        ("item", 2, 9, "", "하나 반"),
        ("item", 2, 11, "", "이어지는 말"),
        ("item", 1, 12, "", "둘"),
        ("item", 1, 14, "", "가"),
        ("item", 1, 15, "", "나"),
        ("paragraph", 0, 17, "", "인용한 말이다."),
        ("cell", 0, 19, "table 1, row 1, cell 1", "도시"),
        ("cell", 0, 19, "table 1, row 1, cell 2", "수"),
        ("cell", 0, 21, "table 1, row 2, cell 1", "서울"),
        ("cell", 0, 21, "table 1, row 2, cell 2", "2"),
        ("code", 0, 23, "", "print(1)\n\nx"),
        ("caption", 0, 29, "", "공장 사진"),
        ("paragraph", 0, 33, "", "끝 문단이다."),
    ]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends(article: Reader, end: str) -> None:
    assert article(DOCUMENT.replace("\n", end), "a.md").blocks == article(DOCUMENT, "a.md").blocks


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("**굵은** _기운_ 말이다.", "굵은 기운 말이다."),
        ("[알리바바](http://a.example/)의 말이다.", "알리바바의 말이다."),
        ("[알리바바][1]의 말이다.\n\n[1]: http://a.example/", "알리바바의 말이다."),
        ("`코드`를 쓴다.", "코드를 쓴다."),
        ("<http://a.example/>에 있다.", "http://a.example/에 있다."),
        ("A &amp; B&nbsp;다.", "A & B\u00a0다."),
        (r"\*별\* 표다.", "*별* 표다."),
        ("말<b>이</b>다.", "말이다."),
        ("줄은\n이어진다.", "줄은 이어진다."),
        ("-한국은 목록이 아니다.", "-한국은 목록이 아니다."),
    ],
)
def test_inline_markup_becomes_text(kinds: Kinds, source: str, text: str) -> None:
    assert kinds(source, "a.md") == [("paragraph", text)]


@pytest.mark.parametrize(
    "source", ["첫 줄이다.  \n둘째 줄이다.", "첫 줄이다.\\\n둘째 줄이다.", "첫 줄이다.<br>둘째 줄이다."]
)
def test_hard_breaks_end_a_block(article: Reader, source: str) -> None:
    blocks = article(source, "a.md").blocks
    assert [(b.text, b.before, b.paragraph) for b in blocks] == [("첫 줄이다.", "", 0), ("둘째 줄이다.", "\n", 0)]


def test_front_matter_is_skipped_with_a_notice(article: Reader) -> None:
    got = article("---\ntitle: 새 공장\ntags: [a]\n---\n\n말이다.\n", "a.md")
    assert got.notices == ("front matter skipped: lines 1-4",)
    assert [(b.text, b.place.line) for b in got.blocks] == [("말이다.", 6)]


def test_a_rule_at_the_top_is_no_front_matter(article: Reader) -> None:
    got = article("---\n\n말이다.\n\n---\n\n끝이다.\n", "a.md")
    assert got.notices == ()
    assert [b.text for b in got.blocks] == ["말이다.", "끝이다."]


def test_footnotes_are_notes_and_leave_no_mark(article: Reader) -> None:
    got = article("말이다[^1]. 끝이다[^가].\n\n[^1]: 주석이다\n    이어진다.\n[^가]: 또\n\n다음 문단이다.\n", "a.md")
    assert [(b.kind, b.text, str(b.place), b.place.line) for b in got.blocks] == [
        (Kind.PARAGRAPH, "말이다. 끝이다.", "line 1", 1),
        (Kind.NOTE, "주석이다 이어진다.", "footnote 1", 3),
        (Kind.NOTE, "또", "footnote 가", 5),
        (Kind.PARAGRAPH, "다음 문단이다.", "line 7", 7),
    ]


def test_footnote_syntax_in_code_stays(kinds: Kinds) -> None:
    assert kinds("말이다.\n\n```\n[^1]: 주석\n```\n", "a.md") == [("paragraph", "말이다."), ("code", "[^1]: 주석")]


def test_html_blocks_are_read(article: Reader) -> None:
    got = article("말이다.\n\n<!-- 비밀 -->\n\n<div>\n<p>안쪽이다.</p>\n<p>둘째다.</p></div>\n", "a.md")
    assert [(b.text, b.place.line) for b in got.blocks] == [("말이다.", 1), ("안쪽이다.", 6), ("둘째다.", 7)]


def test_a_question_written_as_a_list_of_one(article: Reader) -> None:
    got = article("- 왜 짓나?\n\n“좋아서다.”\n\n- 더 말해 달라.\n\n“없다.”\n", "a.md")
    assert [(b.kind.value, b.turn, b.level) for b in got.blocks] == [
        ("question", 1, 0),
        ("answer", 1, 0),
        ("question", 2, 0),
        ("answer", 2, 0),
    ]


def test_without_headings_the_headline_is_found(kinds: Kinds) -> None:
    assert kinds("새 공장 이야기\n\n회사는 짓는다.", "a.md")[0] == ("heading", "새 공장 이야기")


def test_deep_nesting_loses_nothing(kinds: Kinds) -> None:
    assert kinds(">" * 40 + " 깊은 말이다.", "a.md") == [("paragraph", "깊은 말이다.")]


def nested_list(depth: int) -> str:
    return "\n".join("  " * i + f"- 항목 {i + 1}" for i in range(depth))


def test_the_deepest_list_that_is_read(article: Reader) -> None:
    assert [b.text for b in article(nested_list(29), "a.md").blocks] == [f"항목 {i + 1}" for i in range(29)]


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (nested_list(30), 30),
        (nested_list(40), 30),
        ("> " * 59 + "말이다.\n\n" + "> " * 60 + "말이다.", 3),
        ("말이다.\n\n" + ">" * 1000 + " 말이다.", 3),
    ],
)
def test_what_is_nested_too_deeply_is_refused_not_dropped(article: Reader, content: str, line: int) -> None:
    with pytest.raises(InputError, match=rf"a\.md:{line}: is nested too deeply"):
        article(content, "a.md")
