"""Whole pages as newspapers make them: nothing of the article is lost at its edges, nothing else comes in."""

from collections.abc import Callable

import pytest

from translate.article import Article

Reader = Callable[..., Article]

TEXT = [
    "회사는 올해 남쪽 바닷가에 새 공장을 짓기로 하고 지난주에 땅을 사들였다고 밝혔다. 공장 터는 축구장 스무 개 넓이다.",
    "공장은 내년 봄에 문을 열 예정이며 여기서 일할 사람은 모두 이백 명이 넘을 것으로 보인다.",
    "마을 사람들은 일자리가 늘어난다며 반기면서도 바닷물이 더러워질까 걱정하는 눈치다. 어민들은 두 차례 모임을 열었다.",
    "“물이 더러워지면 공장 문을 닫겠습니다.”",
    "군수는 다음 달에 주민 설명회를 열어 의견을 듣고 허가 여부를 정하겠다고 했다.",
]
SECTIONS = " ".join(f'<a href="/{name}">{name}</a>' for name in ("정치", "경제", "사회", "문화"))
LINKS = "".join(f'<li><a href="/{n}">다른 기사의 긴 제목 {n}번이 여기에 있다</a></li>' for n in range(6))
IMPRINT = "남쪽신문 | 서울시 중구 바다로 1 | 대표전화: 02-000-0000 | 발행인: 홍길동 | 등록번호: 서울 아00000"
COMMENT = "좋은 기사 잘 읽었습니다. 앞으로도 마을 소식을 많이 전해 주세요. 다음 글도 기다립니다."
TITLE = "새 공장 이야기"
HEAD = f'<!DOCTYPE html><html lang="ko"><head><meta charset="utf-8"><title>{TITLE} - 남쪽신문</title></head>'

ELEMENTS = {  # text → as paragraphs of HTML
    "p": lambda text: f"<p>{text}</p>",
    "h2": lambda text: f"<h2>{text}</h2>",
    "li": lambda text: f"<ul><li>{text}</li></ul>",
    "figcaption": lambda text: f'<figure><img src="a.jpg"><figcaption>{text}</figcaption></figure>',
    "td": lambda text: f"<table><tr><th>항목</th><td>{text}</td></tr></table>",
    "blockquote": lambda text: f"<blockquote>{text}</blockquote>",
}


def wordpress(body: str) -> str:
    """A theme with ``main`` and no ``article``; what plugins add stands in the text itself."""
    return f"""{HEAD}<body class="single"><header><a href="/">남쪽신문</a></header><nav>{SECTIONS}</nav>
<div id="page" class="site"><div id="content"><main id="main" class="site-main">
<div class="entry-header"><h1 class="entry-title">{TITLE}</h1><div class="entry-meta">2015년 5월 25일</div></div>
<div class="entry-content">{body}
<div class="sharedaddy"><h3>이 글을 나누기:</h3><ul><li><a href="#">페이스북</a></li></ul></div>
<div id="jp-relatedposts"><h3><em>이어 읽기</em></h3><p><a href="/a">옛 공장 이야기</a></p><p>{COMMENT}</p></div></div>
<div class="entry-footer">분류 <a href="/c">경제</a></div>
<div id="comments" class="comments-area"><h3>생각 2개</h3><ol><li><p>{COMMENT}</p></li></ol>
<div id="respond"><h3>댓글 남기기</h3><p>메일 주소는 공개되지 않습니다.</p></div></div>
</main></div><div class="widget-area"><h2>최신 글</h2><ul>{LINKS}</ul></div></div>
<footer>저작권자 남쪽신문</footer></body></html>"""


def flat(body: str) -> str:
    """``main`` with the text directly in it, and with other articles below."""
    return f"""{HEAD}<body><div class="top"><a href="/">남쪽신문</a> {SECTIONS}</div>
<main><h1>{TITLE}</h1><p>입력 2015.05.25 10:20</p>{body}
<h3>함께 볼 기사</h3><ul>{LINKS}</ul><p>저작권자 ⓒ 남쪽신문. 무단 전재 및 재배포 금지</p></main>
<div class="bottom"><p>{IMPRINT}</p></div></body></html>"""


def bare(body: str) -> str:
    """Everything directly in ``body``."""
    return f"""{HEAD}<body><a href="/">처음</a> | <a href="/list">목록</a>
<h1>{TITLE}</h1><p>홍길동 기자</p>{body}<hr><p><a href="/1">앞의 글</a> <a href="/2">뒤의 글</a></p>
<p>{IMPRINT}</p><p>Copyright 2015 남쪽신문</p></body></html>"""


def division(body: str) -> str:
    """A ``div`` for the text, others around it that say what they are."""
    return f"""{HEAD}<body><div id="header"><a href="/">남쪽신문</a>{SECTIONS}</div>
<div id="container"><div class="view_title"><h3>{TITLE}</h3><span>2015.05.25 10:20</span></div>
<div id="articleBody">{body}</div><div class="copy">&lt;저작권자 ⓒ 남쪽신문, 무단 전재 및 재배포 금지&gt;</div>
<div class="relation"><h4>이어 읽기</h4><ul>{LINKS}</ul></div>
<div class="reply"><h4>댓글 (2)</h4><div>{COMMENT}</div></div>
</div><div id="footer">{IMPRINT}</div></body></html>"""


def table(body: str) -> str:
    """A page laid out with tables, as in 2005."""
    others = "".join(f'<tr><td><a href="/{n}">다른 기사의 긴 제목 {n}번이 여기에 있다</a></td></tr>' for n in range(6))
    return f"""{HEAD}<body><table width="900"><tr><td colspan="2"><a href="/">남쪽신문</a> {SECTIONS}</td></tr>
<tr><td width="650"><table><tr><td class="title"><b>{TITLE}</b></td></tr><tr><td>홍길동 기자</td></tr>
<tr><td class="text">{body}</td></tr><tr><td>저작권자 ⓒ 남쪽신문. 무단 전재 및 재배포 금지</td></tr></table>
<table><tr><td><b>관련 기사</b></td></tr>{others}</table></td>
<td width="250"><table><tr><td>많이 본 기사</td></tr>{others}</table></td></tr>
<tr><td colspan="2">{IMPRINT}</td></tr></table></body></html>"""


LAYOUTS = (wordpress, flat, bare, division, table)
OUTSIDE = (
    "다른 기사",
    "남쪽신문",
    "무단 전재",
    "댓글",
    "잘 읽었습니다",
    "나누기",
    "이어 읽기",
    "함께 볼",
    "정치",
    "앞의 글",
)


@pytest.fixture(autouse=True, params=["with the library", "by rules alone"])
def library(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the library recognises in such pages may change with its version; the result must not."""
    if request.param == "by rules alone":
        import trafilatura

        monkeypatch.setattr(trafilatura, "bare_extraction", lambda *_, **__: None)


def check(article: Article, expected: list[str]) -> None:
    texts = [block.text for block in article.blocks]
    assert [text for text in texts if text in expected] == expected
    assert [text for text in texts if any(word in text for word in OUTSIDE)] == []
    assert texts[0] == TITLE
    assert article.blocks[0].level == 1
    assert texts[-1] == expected[-1]


@pytest.mark.parametrize("end", ["p", "li", "td", "figcaption", "blockquote"])
@pytest.mark.parametrize("start", ["p", "h2", "li", "figcaption", "blockquote"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_edges_are_kept(article: Reader, layout: Callable[[str], str], start: str, end: str) -> None:
    body = [ELEMENTS[start]("바닷가가 달라진다"), *(ELEMENTS["p"](text) for text in TEXT)]
    body += [ELEMENTS[end]("남은 일"), ELEMENTS["p"]("그게 다다."), ELEMENTS[end]("이백 명")]
    expected = ["바닷가가 달라진다", *TEXT, "남은 일", "그게 다다.", "이백 명"]
    check(article(layout("\n".join(body)), "a.html"), expected)


@pytest.mark.parametrize("length", [1, 3, 5])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_text_between_breaks(article: Reader, layout: Callable[[str], str], length: int) -> None:
    lines = ["짧게 시작한다.", *TEXT[:length], "■ 남은 일", "그게 다다.", "(계속)"]
    check(article(layout("<br><br>\n".join(lines)), "a.html"), lines)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_paragraphs_that_are_divisions(article: Reader, layout: Callable[[str], str]) -> None:
    lines = ["짧게 시작한다.", *TEXT, "그게 다다.", "(계속)"]
    check(article(layout("".join(f"<div>{line}</div>\n" for line in lines)), "a.html"), lines)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_links_in_the_text_do_not_end_it(article: Reader, layout: Callable[[str], str]) -> None:
    paragraphs = [f"<p>{line}</p>" for line in TEXT]
    paragraphs[3:3] = ['<p><a href="/x">▶ 다른 기사의 긴 제목이 여기에 있다</a></p>']
    check(article(layout("".join([*paragraphs, "<p>(계속)</p>"])), "a.html"), [*TEXT, "(계속)"])


@pytest.mark.parametrize("name", ["reply", "comment", "related"])
def test_a_page_may_use_such_a_name_for_its_text(article: Reader, name: str) -> None:
    body = "".join(f'<p class="ask">-왜 그런가?</p><p class="{name}">{line}</p>' for line in TEXT)
    texts = [block.text for block in article(division(body), "a.html").blocks]
    assert [text for text in texts if text in TEXT] == TEXT


def test_a_name_of_what_holds_the_whole_page_says_nothing(article: Reader) -> None:
    page = wordpress("".join(f"<p>{line}</p>" for line in TEXT))
    page = page.replace('class="single"', 'class="sidebar-right no-comments"').replace('"site"', '"site with-sidebar"')
    check(article(page, "a.html"), TEXT)


def test_captions_of_older_pages(article: Reader) -> None:
    body = '<div class="wp-caption"><img src="a.jpg"><p class="wp-caption-text">새 바닷가</p></div>'
    blocks = article(wordpress(body + "".join(f"<p>{line}</p>" for line in TEXT)), "a.html").blocks
    assert [block.kind.value for block in blocks if block.text == "새 바닷가"] == ["caption"]


def test_a_byline_below_the_text(article: Reader) -> None:
    body = "".join(f"<p>{line}</p>" for line in TEXT) + '</div><div class="reporter">홍길동 기자 hong@example.com'
    assert article(division(body), "a.html").blocks[-1].text == "홍길동 기자 hong@example.com"
