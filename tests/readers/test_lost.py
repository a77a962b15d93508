"""HTML: no line of an article is lost without a word: it is read, or the notice counts and quotes what is left out."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.article import Article
from translate.errors import InputError
from translate.readers.html import fragment, read
from translate.readers.structure import build

Kinds = Callable[..., list[tuple[str, str]]]
Reader = Callable[..., Article]

TEXT = [
    "회사는 올해 남쪽 바닷가에 새 공장을 짓기로 하고 지난주에 땅을 사들였다고 밝혔다.",
    "공장은 내년 봄에 문을 열 예정이며 여기서 일할 사람은 모두 이백 명이 넘을 것으로 보인다.",
    "마을 사람들은 일자리가 늘어난다며 반기면서도 바닷물이 더러워질까 걱정하는 눈치다.",
    "회사는 이런 걱정을 잘 알고 있으며 물을 깨끗이 하는 설비에 가장 많은 돈을 쓰겠다고 말했다.",
]
LONG = "".join(f"<p>{line}</p>" for line in TEXT)
TOP = '<header><div><a href="/">남쪽신문</a></div><form>찾기 <input></form><ul><li>전체 메뉴</li></ul></header>'
bodies = pytest.mark.parametrize("text", [LONG, "<p>말이다.</p>"], ids=["recognised", "by rule"])


@bodies
@pytest.mark.parametrize("title", ["", "<title>“더 잘한다” 말해 - 남쪽신문</title>", "<title>제목 - 남쪽신문</title>"])
def test_the_head_of_an_article_beside_it(article: Reader, title: str, text: str) -> None:
    head = "<h3>“더 잘한다” 말해</h3><h4>작은 공장⑪</h4><ul><li>홍길동 기자</li><li>입력 2015.05.25 10:20</li></ul>"
    page = f"{title}<body>{TOP}<section><header>{head}</header><article>{text}</article></section>"
    got = article(page, "a.html")
    start = next(i for i, block in enumerate(got.blocks) if block.text == "“더 잘한다” 말해")
    assert [(block.kind.value, block.text) for block in got.blocks[start : start + 5]] == [
        ("heading", "“더 잘한다” 말해"),
        ("heading", "작은 공장⑪"),
        ("byline", "홍길동 기자"),
        ("furniture", "입력 2015.05.25 10:20"),
        ("paragraph", TEXT[0] if text == LONG else "말이다."),
    ]
    left = "3 paragraphs of the page left out, not part of the article; the first of text at line 1: '찾기'"
    assert left in got.notices


@bodies
@pytest.mark.parametrize("title", ["", "<title>제목 - 남쪽신문</title>"])
@pytest.mark.parametrize("deck", ["", "<h2>사람들은 걱정</h2>"])
@pytest.mark.parametrize("element", ["header", "div"])
def test_the_only_first_heading_is_the_headline(kinds: Kinds, element: str, deck: str, title: str, text: str) -> None:
    head = f"<{element}><h1>새 공장, “크다”</h1>{deck}<p class=byline>홍길동 기자</p></{element}>"
    got = kinds(f"<html><head>{title}</head><body>{head}<article>{text}</article></body></html>", "a.html")
    decks = [("heading", "사람들은 걱정")] if deck else []
    assert got[: 2 + len(decks)] == [("heading", "새 공장, “크다”"), *decks, ("byline", "홍길동 기자")]


@bodies
@pytest.mark.parametrize(
    ("head", "above"),
    [
        ("<title>새 공장 - 남쪽신문</title>", "<header><h1>남쪽신문</h1></header>"),
        ("<title>새 공장</title><meta property=og:site_name content=남쪽신문>", "<header><h1>남쪽신문</h1></header>"),
        ("<title>새 공장</title>", "<header><h1><a href=/>남쪽신문</a></h1></header>"),
    ],
)
def test_the_name_of_the_site_is_no_headline(article: Reader, head: str, above: str, text: str) -> None:
    got = article(f"<html><head>{head}</head><body>{above}<article>{text}</article></body></html>", "a.html")
    assert got.title == "새 공장"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<figure>사진이다<figcaption>새 바닷가</figcaption></figure>", ["사진이다", "새 바닷가"]),
        ("<blockquote>하나다<p>둘이다</p>셋이다</blockquote>", ["하나다", "둘이다", "셋이다"]),
        ("<pre>시 한 줄\n둘째 줄</pre>", ["시 한 줄", "둘째 줄"]),
        ("<dl><dt>돛<dd>바람을 받는 천</dl>", ["돛", "바람을 받는 천"]),
        ("<table><tr><td>하나<td>둘</table>", ["하나", "둘"]),
        ("<table><tr><td>하나<ul><li>둘</ul></td><td>셋</td></tr></table>", ["하나", "둘", "셋"]),
        (
            "<table>밖이다<tr>줄이다<td>하나<td>둘</tr><p>사이다</p></table>",
            ["밖이다", "줄이다", "하나", "둘", "사이다"],
        ),
        ("<details><summary>더 보기</summary>속이다</details>", ["더 보기", "속이다"]),
        ("<address>바다로 1</address>", ["바다로 1"]),
        ("<p>값은 <math><mi>가</mi><annotation>x</annotation></math>다.</p>", ["값은 가다."]),
        ("<footer>홍길동 기자 hong@example.com</footer>", ["홍길동 기자 hong@example.com"]),
        ("</article><p>홍길동 기자 hong@example.com</p><article>", ["홍길동 기자 hong@example.com"]),
    ],
)
@bodies
def test_every_line_is_read(article: Reader, text: str, body: str, expected: list[str]) -> None:
    got = article(f"<html><body><article><h1>새 공장</h1>{text}{body}</article></body></html>", "a.html")
    assert [block.text for block in got.blocks][-len(expected) :] == expected
    assert not any("left out" in notice for notice in got.notices)


@pytest.mark.parametrize(
    "body",
    [
        "<aside class=quote>{}</aside>",
        "<footer>{}</footer>",
        "<nav>{}</nav>",
        "<div class=ad>{}</div>",
        "<p hidden>{}</p>",
        "<p style='display:none'>{}</p>",
        "<p>앞 <span aria-hidden=true>{}</span> 뒤다.</p>",
        "<p>앞 <button>{}</button> 뒤다.</p>",
        "<p><a href=/>{}</a></p>",
    ],
)
@bodies
def test_what_is_left_out_is_told(article: Reader, text: str, body: str) -> None:
    page = f"<html><body><article><h1>새 공장</h1>{text}\n{body.format('뽑은 글이다')}{text}</article></body></html>"
    got = article(page, "a.html")
    assert not any("뽑은" in block.text for block in got.blocks)
    assert "1 paragraph of the page left out, not part of the article; line 2: '뽑은 글이다'" in got.notices
    assert not any("  " in block.text for block in got.blocks)


def test_a_notice_quotes_the_beginning_of_long_text(article: Reader) -> None:
    got = article(f"<article>{LONG}<aside>{'가나다 ' * 30}</aside></article>", "a.html")
    assert got.notices[-1].endswith(f"line 1: '{('가나다 ' * 10).rstrip()}…'")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("말이다.\n\n<aside>\n안쪽이다.\n</aside>\n", ["말이다.", "안쪽이다."]),
        ("말이다.\n\n<footer>발이다.</footer>\n", ["말이다.", "발이다."]),
        ("<header>머리다.</header>\n\n말이다.\n", ["머리다.", "말이다."]),
        ("<div>앞이다.<aside>옆이다.</aside>뒤다.</div>\n", ["앞이다.", "옆이다.", "뒤다."]),
    ],
)
def test_pieces_of_html_in_markdown_are_read_whole(article: Reader, content: str, expected: list[str]) -> None:
    assert [block.text for block in article(content, "a.md").blocks] == expected


def test_hidden_html_in_markdown_is_told(article: Reader) -> None:
    got = article("말이다.\n\n<div hidden>숨었다.</div>\n", "a.md")
    assert [block.text for block in got.blocks] == ["말이다."]
    assert got.notices == ("hidden HTML left out: 1 paragraph",)


NAMES = "p div h1 h2 h3 h4 li ul dl dt dd td tr table blockquote pre figure figcaption header footer aside nav span b a"
NAMES += " article main section form label button details summary address center em code font"


def element(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    name = st.sampled_from(NAMES.split())
    looks = st.sampled_from(["", " class=ad", " hidden", " role=search", " href=/", " class=comment"])
    return st.builds(
        lambda one, look, held: f"<{one}{look}>{''.join(held)}</{one}>", name, looks, st.lists(inner, max_size=4)
    )


BODIES = st.lists(st.recursive(st.just("@ "), element, max_leaves=12), min_size=1, max_size=5).map("".join)


@given(BODIES)
def test_every_word_of_any_page_is_read_or_told(body: str) -> None:
    pieces = body.split("@")
    words = [f"낱말{chr(ord('가') + 28 * i)}" for i in range(len(pieces) - 1)]
    page = pieces[0] + "".join(word + piece for word, piece in zip(words, pieces[1:], strict=True))
    where = Path("a.html")
    try:
        source = read(f"<html><body>{page}</body></html>".encode(), where)
        blocks, _ = build(source.raws, stem="a", where=where)
    except InputError:
        return
    lost = [word for word in words if not any(word in block.text for block in blocks)]
    assert not lost or any("left out" in notice for notice in source.notices)


@given(BODIES)
def test_every_word_of_a_piece_of_html_is_read_unless_hidden(body: str) -> None:
    words = body.count("@")
    raws, hidden = fragment(body, Path("a.md"))
    assert sum(raw.text.count("@") for raw in raws) == words or hidden
