"""Encodings: found, named, strictly decoded."""

import codecs
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.article import Article
from translate.errors import InputError
from translate.readers.decoding import CONTROL, decode, lines

Reader = Callable[..., Article]
TEXT = "새 공장을 짓는 회사들\n\n“회사는 올해 ‘새’ 공장을 짓는다.” 銀聯 ⑪ A사 20~30%다.\n"


@pytest.mark.parametrize(
    ("data", "encoding", "notice"),
    [
        (TEXT.encode(), "utf-8", ()),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8-sig", ("read as UTF-8 with a byte order mark",)),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16", ("read as UTF-16",)),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16", ("read as UTF-16",)),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "utf-32", ("read as UTF-32",)),
        (TEXT.encode("utf-16-le"), "utf-16-le", ("read as UTF-16 (little-endian, without a byte order mark)",)),
        (TEXT.encode("utf-16-be"), "utf-16-be", ("read as UTF-16 (big-endian, without a byte order mark)",)),
        (TEXT.encode("cp949"), "cp949", ("read as CP949 (EUC-KR)",)),
        (TEXT.encode("euc_kr"), "cp949", ("read as CP949 (EUC-KR)",)),
        ("새 공장을 짓는다.".encode("iso2022_kr"), "iso2022_kr", ("read as ISO-2022-KR",)),
    ],
)
def test_encoding_is_found_and_reported(data: bytes, encoding: str, notice: tuple[str, ...]) -> None:
    got = decode(data, Path("a.txt"))
    assert (got.encoding, got.notices) == (encoding, notice)
    assert got.text in (TEXT, "새 공장을 짓는다.")


def test_article_carries_encoding_and_notice(article: Reader) -> None:
    got = article(TEXT.encode("cp949"))
    assert got.encoding == "cp949"
    assert got.notices == ("read as CP949 (EUC-KR)",)
    assert [block.text for block in got.blocks] == [line for line in TEXT.split("\n") if line]


@pytest.mark.parametrize(
    "text",
    [
        "안녕",
        "마윈",
        "한국",
        "안녕하세요",
        "새 공장",
        "똠방각하",
        "펲시콜라를 마셨다",
        "Do business in 한국",
        "확률",
    ],
)
def test_short_korean_in_cp949(text: str) -> None:
    got = decode(text.encode("cp949"), Path("a.txt"))
    assert (got.text, got.encoding) == (text, "cp949")


@pytest.mark.parametrize("text", ["café", "naïve Ünïcode", "é", "Привет", "日本語", "plain", "¿Qué?", "한"])
def test_utf8_stays_utf8(text: str) -> None:
    assert decode(text.encode(), Path("a.txt")).encoding == "utf-8"


@pytest.mark.parametrize(
    "data",
    [
        "新工厂将于今年建成，公司表示非常高兴，欢迎大家前来参观。".encode("gb18030"),
        "新工廠將於今年建成，公司表示非常高興，歡迎大家前來參觀。".encode("big5"),
        "新しい工場を今年建てると会社は発表した。".encode("shift_jis"),
        "新しい工場を今年建てると会社は発表した。".encode("euc_jp"),
        "Grüße aus Köln – schön".encode("cp1252"),
    ],
)
def test_other_encodings_are_refused_not_guessed(data: bytes) -> None:
    with pytest.raises(InputError, match="neither UTF-8 nor UTF-16 nor Korean"):
        decode(data, Path("a.txt"))


TEXTUAL = (
    "회사는 올해 새 공장을 짓는다 알리바바의 마윈 회장이 한국을 방문했다 “그렇다” 우리는 (계속) 은련(銀聯)에 IT 있나?"
)
WORDS = TEXTUAL.split()
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=4, max_size=40).map(" ".join)
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp949", "euc_kr"]


@settings(deadline=None, max_examples=200)
@given(st.lists(SENTENCES, min_size=1, max_size=5), st.sampled_from(ENCODINGS), st.sampled_from(["\n", "\r\n", "\r"]))
def test_round_trip(sentences: list[str], encoding: str, end: str) -> None:
    text = end.join(sentences) + end
    got = decode(text.encode(encoding), Path("a.txt"))
    assert got.text == text
    assert got.encoding == {"euc_kr": "cp949"}.get(encoding, encoding)


@settings(deadline=None, max_examples=200)
@given(st.text(alphabet=st.characters(min_codepoint=0x800, exclude_categories=["Cs", "Cn"]), min_size=1, max_size=50))
def test_utf8_is_never_taken_for_something_else(text: str) -> None:
    got = decode(("가" + text).encode(), Path("a.txt"))
    assert (CONTROL.sub("", "가" + text), "utf-8") == (got.text, got.encoding)


@settings(deadline=None, max_examples=200)
@given(st.binary(min_size=1, max_size=200))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    with suppress(InputError):
        text = decode(data, Path("a.txt")).text
        assert text.strip()
        assert "\0" not in text
        text.encode("utf-8")  # no surrogates


@pytest.mark.parametrize(
    ("data", "line", "problem"),
    [
        ("가\n나\n".encode() + b"\xed\xa0\x80", 3, "UTF-8: a lone surrogate"),
        (b"a\r\nb" + b"\xed\xb0\x80", 2, "UTF-8: a lone surrogate"),
        ("가\n나".encode() + b"\xff" + "\n다".encode(), 2, "UTF-8: ff (invalid start byte)"),
        (codecs.BOM_UTF8 + "가\n".encode() + b"\xe0\x80", 2, "UTF-8: e0"),
        (codecs.BOM_UTF16_LE + "가\n나\n".encode("utf-16-le") + b"\x00\xd8a\x00", 3, "UTF-16: a lone surrogate"),
        ("가 나 다\n".encode("utf-16-be") + b"\xdc\x00\x00a", 2, "a lone surrogate"),
        (codecs.BOM_UTF16_BE + "가\n".encode("utf-16-be") + b"\x00", 2, "UTF-16: 00 (truncated data)"),
    ],
)
def test_broken_text_is_refused_with_its_line(data: bytes, line: int, problem: str) -> None:
    with pytest.raises(InputError) as caught:
        decode(data, Path("a.txt"))
    assert str(caught.value).startswith(f"a.txt:{line}: is not valid ")
    assert problem in str(caught.value)


@pytest.mark.parametrize(
    ("text", "clean", "notices"),
    [
        ("가\x01나\x7f다", "가나다", ("2 control characters removed",)),
        ("가\x85나", "가\x85나", ()),
        ("가\t나", "가\t나", ()),
        ("가\x1b[0m", "가[0m", ("1 control character removed",)),
        ("가\ufffe나", "가나", ("1 control character removed",)),
        ("가\ufffd", "가\ufffd", ("1 replacement character (U+FFFD): lost before it came here",)),
    ],
)
def test_control_characters(text: str, clean: str, notices: tuple[str, ...]) -> None:
    got = decode(text.encode(), Path("a.txt"))
    assert (got.text, got.notices) == (clean, notices)


@pytest.mark.parametrize(
    "data", [b"\0\1\2\3", "가\0나".encode(), bytes(range(256)), b"\x01\x02\x03\x04\x05\x06\x07\x08ab"]
)
def test_binary_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="is binary, not text"):
        decode(data, Path("a.txt"))


@pytest.mark.parametrize("text", [" \n\t", "\u3000\u00a0\r\n", "\ufeff", "\u200b\n", "\x01"])
def test_white_space_alone_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="only white space"):
        decode(text.encode(), Path("a.txt"))


def test_declared_encoding_counts() -> None:
    assert decode("가각".encode("cp949"), Path("a.html"), "EUC-KR").encoding == "cp949"
    assert decode("新工厂".encode("gb2312"), Path("a.html"), "GB2312").text == "新工厂"


def test_a_declaration_that_does_not_decode_is_ignored() -> None:
    got = decode("새 공장을 짓는다.".encode(), Path("a.html"), "shift_jis")
    assert (got.text, got.encoding) == ("새 공장을 짓는다.", "utf-8")


def test_a_western_declaration_is_not_believed() -> None:
    assert decode("새 공장을 짓는다.".encode("cp949"), Path("a.html"), "iso-8859-1").encoding == "cp949"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85", "\v", "\f"])
def test_lines(end: str) -> None:
    assert lines(f"가{end}{end}나") == [(1, "가"), (2, ""), (3, "나")]
