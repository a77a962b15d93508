"""HTML: the article out of a page, its structure, its encoding."""

import io
import logging
from collections.abc import Callable
from pathlib import Path

import pytest

from translate.article import Article
from translate.errors import InputError
from translate.readers import read

Kinds = Callable[..., list[tuple[str, str]]]
Reader = Callable[..., Article]

LONG = [
    "회사는 올해 남쪽 바닷가에 새 공장을 짓기로 하고 지난주에 땅을 사들였다고 밝혔다.",
    "공장은 내년 봄에 문을 열 예정이며 여기서 일할 사람은 모두 이백 명이 넘을 것으로 보인다.",
    "마을 사람들은 일자리가 늘어난다며 반기면서도 바닷물이 더러워질까 걱정하는 눈치다.",
    "회사는 이런 걱정을 잘 알고 있으며 물을 깨끗이 하는 설비에 가장 많은 돈을 쓰겠다고 말했다.",
]
PAGE = f"""<!DOCTYPE html>
<html lang="ko"><head><meta charset="utf-8"><title>새 공장 이야기 - 남쪽신문</title>
<style>p {{ color: red }}</style><script>var 말 = "아니다";</script></head>
<body>
<header><a href="/">남쪽신문</a></header>
<nav><ul><li><a href="/1">정치</a></li><li><a href="/2">경제</a></li></ul></nav>
<div class="wrap"><article>
<h1>새 공장 이야기</h1>
<p class="byline">홍길동 기자</p>
<p>{LONG[0]}</p>
<p>{LONG[1]} <a href="/x">이백 명</a>이다.</p>
<figure><img src="a.jpg" alt="a"><figcaption>새 공장이 들어설 바닷가</figcaption></figure>
<h2>걱정하는 사람들</h2>
<blockquote><p>{LONG[2]}</p></blockquote>
<ul><li>첫째 걱정<ul><li>그 가운데 하나</li></ul></li><li>둘째 걱정</li></ul>
<table><tr><th>도시</th><th>수</th></tr><tr><td>서울</td><td>2</td></tr></table>
<p>{LONG[3]}</p>
<p>홍길동 기자 hong@example.com</p>
</article>
<div class="related"><h3>관련 기사</h3>
<ul><li><a href="/3">다른 기사 하나의 긴 제목이 여기에 있다</a></li></ul></div></div>
<aside>많이 본 뉴스</aside><footer>저작권자 남쪽신문</footer>
</body></html>
"""


def test_structure_and_places(article: Reader) -> None:
    got = article(PAGE, "a.html")
    assert [(b.kind.value, b.level, b.place.line, b.place.part, b.text) for b in got.blocks] == [
        ("heading", 1, 8, "", "새 공장 이야기"),
        ("byline", 0, 9, "", "홍길동 기자"),
        ("paragraph", 0, 10, "", LONG[0]),
        ("paragraph", 0, 11, "", f"{LONG[1]} 이백 명이다."),
        ("caption", 0, 12, "", "새 공장이 들어설 바닷가"),
        ("heading", 2, 13, "", "걱정하는 사람들"),
        ("paragraph", 0, 14, "", LONG[2]),
        ("item", 1, 15, "", "첫째 걱정"),
        ("item", 2, 15, "", "그 가운데 하나"),
        ("item", 1, 15, "", "둘째 걱정"),
        ("cell", 0, 16, "table 1, row 1, cell 1", "도시"),
        ("cell", 0, 16, "table 1, row 1, cell 2", "수"),
        ("cell", 0, 16, "table 1, row 2, cell 1", "서울"),
        ("cell", 0, 16, "table 1, row 2, cell 2", "2"),
        ("paragraph", 0, 17, "", LONG[3]),
        ("byline", 0, 18, "", "홍길동 기자 hong@example.com"),
    ]
    assert got.notices == (
        "7 paragraphs of the page left out, not part of the article; the first of text at line 20: '관련 기사'",
    )


def test_reads_the_same_twice(article: Reader) -> None:
    assert article(PAGE, "a.html") == article(PAGE, "a.html")


def test_nothing_reaches_stderr(
    article: Reader, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logging.getLogger(), "handlers", [])  # pytest's own would hide what logging prints by default
    article("<p>짧은 말이다.", "a.html")
    article(PAGE, "a.html")
    article("<html><body><div><<<</div>말이다.", "a.html")
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>짧은 말이다.</p><p>끝이다.</p>", ["짧은 말이다.", "끝이다."]),
        ("<p>말&#1;이&#xFFFE;다.</p>", ["말이다."]),
        ("<p>이어지는\n   말이\t있다.</p>", ["이어지는 말이 있다."]),
        ("<p>a&nbsp;b다.</p>", ["a\u00a0b다."]),
        ("<p>첫째다.<br>둘째다.</p>", ["첫째다.", "둘째다."]),
        ("<div>첫째다.<br><br>둘째다.</div>", ["첫째다.", "둘째다."]),
        ("<p>이<b>어</b>진다.</p>", ["이어진다."]),
        ("<p><ruby>漢<rt>한</rt></ruby>자다.</p>", ["漢자다."]),
        ("<p>말이다.</p><script>x</script><style>y</style><noscript>z</noscript>", ["말이다."]),
        ("<p>말이다.</p><p hidden>숨었다.</p><p style='display: none'>숨었다.</p>", ["말이다."]),
        ("<nav>길</nav><p>말이다.</p><footer>발</footer>", ["말이다."]),
        ("<article><p>말이다.</p></article><p>바깥이다.</p>", ["말이다."]),
        ("<p>바깥이다.</p><main><p>말이다.</p></main>", ["말이다."]),
        ("<p>말이다.</p><p><a href='/'>다른 기사</a></p>", ["말이다."]),
        ("<form><p>말이다.</p><input value='x'></form>", ["말이다."]),
        ("<p>말이다.</p><form>찾기 <input></form>", ["말이다."]),
        (
            "<table><tr><td><p>첫째다.</p><p>둘째다.</p></td><td>셋째다.</td></tr></table>",
            ["첫째다.", "둘째다.", "셋째다."],
        ),
        ("<pre>첫째 줄이다.\n둘째 줄이다.</pre>", ["첫째 줄이다.", "둘째 줄이다."]),
        ("말이다.", ["말이다."]),
        ("<p>첫째다.<p>둘째다.", ["첫째다.", "둘째다."]),
    ],
)
def test_small_pages_are_read_by_rule(article: Reader, body: str, expected: list[str]) -> None:
    got = article(f"<html><body>{body}</body></html>", "a.html")
    assert [block.text for block in got.blocks] == expected
    assert {block.kind.value for block in got.blocks} == {"paragraph"}
    assert any(notice.startswith("article text chosen by its element: ") for notice in got.notices)


def test_code_is_kept_untranslated(kinds: Kinds) -> None:
    assert kinds("<p>말이다.</p><pre><code>x = 1\n\ny</code></pre>", "a.html")[1] == ("code", "x = 1\n\ny")


def test_page_breaks_in_code_are_lines(kinds: Kinds) -> None:
    assert kinds("<p>말이다.</p><pre>x\fy\v</pre>", "a.html")[1] == ("code", "x\ny")


def test_lines_of_paragraphs_between_breaks(article: Reader) -> None:
    got = article("<body>\n<div>\n첫째다.<br>\n<br>\n둘째다.</div>", "a.html")
    assert [(b.text, b.place.line, b.paragraph) for b in got.blocks] == [("첫째다.", 3, 0), ("둘째다.", 5, 1)]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("<title>새 공장 - 남쪽신문</title>", "새 공장"),
        ("<title>새 공장</title>", "새 공장"),
        ("<title>새 공장 | 남쪽신문</title>", "새 공장"),
        ("<title>남쪽신문</title><meta property='og:title' content='새 공장'>", "새 공장"),
    ],
)
def test_the_title_becomes_a_missing_headline(article: Reader, head: str, expected: str) -> None:
    got = article(f"<html><head>{head}</head><body><p>말이다.</p></body></html>", "a.html")
    assert got.title == expected
    assert (got.blocks[0].level, got.blocks[0].place.part, got.blocks[0].place.line) == (1, "title", 1)


def test_a_title_that_the_text_repeats_is_not_doubled(kinds: Kinds) -> None:
    got = kinds("<title>새 공장 - 신문</title><p>새 공장</p><p>말이다.</p>", "a.html")
    assert got == [("heading", "새 공장"), ("paragraph", "말이다.")]


def test_a_headline_outside_the_article_is_found(kinds: Kinds) -> None:
    page = "<title>새 공장 - 신문</title><h1>남쪽신문</h1><h2>새 공장</h2><article><p>말이다.</p></article>"
    assert kinds(page, "a.html") == [("heading", "새 공장"), ("paragraph", "말이다.")]


@pytest.mark.parametrize(
    ("head", "encoding", "named"),
    [
        ('<meta charset="euc-kr">', "cp949", "cp949"),
        ("<meta http-equiv=Content-Type content='text/html; charset=ks_c_5601-1987'>", "cp949", "cp949"),
        ('<meta charset="utf-8">', "utf-8", "utf-8"),
        ("", "cp949", "cp949"),
        ('<meta charset="euc-kr">', "utf-8-sig", "utf-8-sig"),
        ('<meta charset="iso-8859-1">', "cp949", "cp949"),
    ],
)
def test_declared_encoding(article: Reader, head: str, encoding: str, named: str) -> None:
    got = article(f"<html><head>{head}</head><body><p>새 공장을 짓는다.</p>".encode(encoding), "a.html")
    assert (got.encoding, got.blocks[0].text) == (named, "새 공장을 짓는다.")


def test_a_declaration_decides_where_the_text_alone_does_not(article: Reader) -> None:
    page = '<meta charset="{}"><p>銀聯 支付寶 馬雲 會長</p>'
    assert article(page.format("euc-kr").encode("cp949"), "a.html").blocks[0].text == "銀聯 支付寶 馬雲 會長"
    with pytest.raises(InputError, match="neither UTF-8"):
        article(page.format("").encode("cp949"), "a.html")


def test_xhtml_with_its_own_declaration(article: Reader) -> None:
    page = '<?xml version="1.0" encoding="euc-kr"?><html><body><p>새 공장이다.</p></body></html>'
    got = article(page.encode("cp949"), "a.xhtml")
    assert (got.encoding, [b.text for b in got.blocks]) == ("cp949", ["새 공장이다."])


@pytest.mark.parametrize("reference", ["&#xD800;", "&#xdfff;", "&#55296;"])
def test_a_reference_to_a_surrogate_is_refused_with_its_line(article: Reader, reference: str) -> None:
    with pytest.raises(InputError, match=r"a\.html:2: .* is a lone surrogate, not a character"):
        article(f"<p>말이다.</p>\n<p>{reference}</p>", "a.html")


def test_deep_nesting_is_read_up_to_the_limit_of_the_parser(article: Reader) -> None:
    deepest = article("<div>" * 250 + "말이다.", "a.html")
    assert [block.text for block in deepest.blocks] == ["말이다."]
    with pytest.raises(InputError, match="nested too deeply"):
        article("<div>" * 5000 + "말이다.", "a.html")


def test_an_interview_with_single_breaks(article: Reader) -> None:
    got = article("<div>-왜 짓나?<br>“좋아서다.”<br><br>-언제인가?<br>“내년이다.”</div>", "a.html")
    assert [(b.kind.value, b.turn, b.paragraph, b.before) for b in got.blocks] == [
        ("question", 1, 0, ""),
        ("answer", 1, 0, "\n"),
        ("question", 2, 1, ""),
        ("answer", 2, 1, "\n"),
    ]


def test_many_links_do_not_hide_the_article(article: Reader) -> None:
    links = "".join(f"<li><a href='/{i}'>다른 기사의 제목 {i}번이다</a></li>" for i in range(50))
    page = "<html><body><div><ul>" + links + "</ul></div><div><h1>새 공장</h1>" + "".join(f"<p>{p}</p>" for p in LONG)
    got = article(page + f"</div><div><ul>{links}</ul></div></body></html>", "a.html")
    assert [b.text for b in got.blocks] == ["새 공장", *LONG]


def test_a_broken_library_leaves_the_rules(article: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    import trafilatura

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError(io.UnsupportedOperation)

    monkeypatch.setattr(trafilatura, "bare_extraction", fail)
    assert [b.kind.value for b in article(PAGE, "a.html").blocks][:3] == ["heading", "byline", "paragraph"]


SPOKEN = "<p>오늘 서울에서 열린 간담회에서 그는 새로운 시장이 큰 기회가 될 것이라고 여러 차례 힘주어 말했다.</p>"


@pytest.mark.parametrize(
    ("end", "kinds"),
    [
        ("<ul><li>첫째 항목은 알리바바다.</li></ul><p>(계속)</p>", ["item", "paragraph"]),
        ("<table><tr><td>가</td><td>나</td></tr></table><p>(계속)</p>", ["cell", "cell", "paragraph"]),
        (
            "<ul><li>하나</li></ul><figure><figcaption>그림 설명</figcaption></figure><p>끝.</p>",
            ["item", "caption", "paragraph"],
        ),
    ],
)
def test_the_end_of_an_article_element_is_kept(tmp_path: Path, end: str, kinds: list[str]) -> None:
    end += "</article><article><p>다른 기사의 소개 글이다.</p></article><p>구독을 눌러 주세요.</p>"
    page = f"<html><body><article><h1>제목이다</h1>{SPOKEN * 6}<p>“간다.”고 말했다.</p>{end}</body></html>"
    path = tmp_path / "a.html"
    path.write_text(page, encoding="utf-8")
    blocks = read(path).blocks
    assert [block.kind.value for block in blocks][-len(kinds) :] == kinds
    assert not any("다른 기사" in block.text or "구독" in block.text for block in blocks)
