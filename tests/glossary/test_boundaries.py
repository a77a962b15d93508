"""What may follow a noun, and the sides of a word, without a text around them."""

import pytest

from translate.glossary.boundaries import Analysis, Morpheme, analysis, bounded
from translate.glossary.particles import chain
from translate.glossary.text import script


@pytest.mark.parametrize(
    ("sound", "rest", "expected"),
    [
        ("윈", "", True),
        ("윈", "이", True),
        ("윈", "가", False),
        ("윈", "으로", True),
        ("윈", "로", False),
        ("울", "로", True),
        ("울", "으로", True),
        ("바", "로", True),
        ("바", "으로", False),
        ("바", "가", True),
        ("바", "다", True),
        ("윈", "다", False),
        ("윈", "이다", True),
        ("바", "였다", True),
        ("윈", "였다", False),
        ("윈", "이었다", True),
        ("윈", "회장님께서는", True),
        ("윈", "들에게서만은", True),
        ("윈", "드", False),
        ("윈", "이드", False),
        ("바", "들들들들들들", False),  # nobody writes six suffixes
    ],
)
def test_chain(sound: str, rest: str, expected: bool) -> None:
    assert chain(sound, rest) is expected


@pytest.mark.parametrize(
    ("text", "term", "expected"),
    [
        ("IT", "IT", True),
        ("IT는", "IT", True),
        ("ITEM", "IT", False),
        ("1,688", "688", False),
        ("a,b", "b", True),
        ("C++", "C", False),
        ("C+Java", "C", True),
        ("IT+금융", "IT", True),
        ("A+ 학점", "A", False),
        ("C#은", "C", False),
        ("X-ray", "X", False),
        ("X-ray", "ray", False),
        ("A380-800", "A380", True),
        ("naver.com", "naver", False),
        ("naver. com", "naver", True),
        ("三星電子", "三星", False),
        ("三星은", "三星", True),
        ("Газпромбанк", "Газпром", False),
        ("Ｘ－ｒａｙ", "ｒａｙ", False),
        ("②IT", "IT", True),
        ("m²", "m", False),
    ],
)
def test_without_hangul_beside_hangul_no_analyser_is_needed(text: str, term: str, expected: bool) -> None:
    start = text.index(term)
    assert bounded(text, start, start + len(term), Analysis(), lambda _: True) is expected


def test_a_longer_word_of_the_dictionary_rules_out_unless_a_name_stays_one() -> None:
    seen = analysis([Morpheme(0, 3, "중국판", "NNG", known=True)])
    assert bounded("중국판", 0, 2, seen, lambda word: word == "중국")
    assert not bounded("중국판", 0, 2, seen, lambda _: False)
    assert not bounded("중국집", 0, 2, analysis([Morpheme(0, 3, "중국집", "NNG", known=True)]), lambda _: True)
    assert not bounded("중국집", 0, 2, analysis([Morpheme(0, 3, "중국집", "NNP", known=False)]), lambda _: True)


@pytest.mark.parametrize(
    ("char", "expected"),
    [
        *(("가", "hangul"), ("a", "latin"), ("Ａ", "latin"), ("7", "latin"), ("é", "latin"), ("銀", "han")),
        *(("ソ", "other"), ("Г", "other"), ("ㆍ", ""), ("·", ""), ("😀", ""), (" ", ""), ("①", "")),
    ],
)
def test_script(char: str, expected: str) -> None:
    assert script(char) == expected
