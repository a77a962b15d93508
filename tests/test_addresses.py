"""URLs, host names and e-mail addresses in running text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate import addresses

TABLE = [
    ("https://a.kr/b(c)를", ["https://a.kr/b(c)"]),
    ("(https://a.kr/b).", ["https://a.kr/b"]),
    ("HTTP://A.KR, www.b.kr!", ["HTTP://A.KR", "www.b.kr"]),
    ("메일은 a.b+c@d-e.co.kr로.", ["a.b+c@d-e.co.kr"]),
    ("@a, a@b, www., http:// 3.14", []),
    ("주소는 https://example.org/a?b=c_d#e 이다.", ["https://example.org/a?b=c_d#e"]),
    ("https://a.b/위키/서울 문서", ["https://a.b/위키/서울"]),
    ("“https://a.b”라고 했다.", ["https://a.b"]),
    ("见https://a.b/c。然后", ["https://a.b/c"]),
    ("Node.js는 JD.com이 쓴다.", []),
    ("주소는 http://한국.kr이다.", ["http://한국.kr"]),
    ("http://한글주소.한국이다.", ["http://한글주소.한국"]),
    ("http://한글주소.한국/소개에서 보라", ["http://한글주소.한국/소개"]),
    ("http://www.한글주소.닷컴을 열었다.", ["http://www.한글주소.닷컴"]),
    ("https://a.kr.삼성은 말했다.", ["https://a.kr"]),
    ("https://a.b/위키/서울이다.", ["https://a.b/위키/서울"]),
    ("https://a.b/위키/서울입니다.", ["https://a.b/위키/서울"]),
    ("https://a.b/위키/서울에서는 다르다.", ["https://a.b/위키/서울"]),
    ("https://a.b/위키/서울을, https://a.b/위키/부산은", ["https://a.b/위키/서울", "https://a.b/위키/부산"]),
    ("https://a.b/위키/나무를 https://a.b/위키/나무는", ["https://a.b/위키/나무", "https://a.b/위키/나무"]),
    ("https://a.b/위키/마을 https://a.b/위키/종로", ["https://a.b/위키/마을", "https://a.b/위키/종로"]),
    ("https://a.b/?q=이다 https://a.b/에서", ["https://a.b/?q=이다", "https://a.b/에서"]),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_found(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in addresses.find(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Node.js는 JD.com이 쓴다.", ["JD.com"]),
        ("example.co.kr/a?b 참조", ["example.co.kr/a?b"]),
        ("kim@example.co.kr", ["kim@example.co.kr"]),
        ("3.14는 원주율이다.", []),
    ],
)
def test_host_names(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in addresses.find(text, hosts=True)] == expected


@given(st.text())
@settings(deadline=None, max_examples=200)
def test_spans_lie_inside(text: str) -> None:
    text = f"http://{text} a@b.kr"
    position = 0
    for start, end in addresses.find(text, hosts=True):
        assert position <= start < end <= len(text)
        position = end
