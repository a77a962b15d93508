"""The starter's input, piece for piece as its training data was made (``golden.jsonl``)."""

import json
from pathlib import Path
from typing import Any

import pytest
from sentencepiece import SentencePieceProcessor

from translate.article import Hint, HintKind
from translate.engine.hints import Hinter, encode, normalise
from translate.engine.names import guess, personal, romanise
from translate.engine.packages import STARTER

GOLDEN = [
    json.loads(line) for line in Path(__file__).with_name("golden.jsonl").read_text(encoding="utf-8").splitlines()
]
SP = SentencePieceProcessor(model_file=str(STARTER / "sentencepiece.model"))
COLUMN = {"en": 2, "zh": 3}


@pytest.fixture(scope="module")
def hinter() -> Hinter:
    return Hinter.load(STARTER)


def test_golden_is_whole() -> None:
    assert len(GOLDEN) == 212
    assert sum("term" in line for line in GOLDEN) > 150


@pytest.mark.parametrize("line", GOLDEN, ids=range(len(GOLDEN)))
def test_golden(line: dict[str, Any], hinter: Hinter) -> None:
    text = normalise(line["text"]).text
    assert text == line["normalised"]
    assert [[g.start, g.end, g.english, g.chinese] for g in hinter.glosses(text)] == line["hints"]
    for language, column in COLUMN.items():
        found = hinter.hints(text, language)
        assert [(h.start, h.end, h.form) for h in found] == [
            (h[0], h[1], h[column]) for h in line["hints"] if h[column]
        ]
        assert encode(text, found, SP) == line[language]
    if "term" in line:
        first, *rest = hinter.hints(text, "en")
        term = Hint(first.start, first.end, "Zorbatron-7", HintKind.TERM)
        assert encode(text, [term, *rest], SP) == line["term"]


def test_a_term_takes_the_place_of_glosses(hinter: Hinter) -> None:
    term = Hint(0, 4, "Foo", HintKind.TERM)
    found = hinter.hints("알리바바가 항저우에 있다.", "en", [term])
    assert found[0] == term
    assert [hint.form for hint in found[1:]] == ["Hangzhou"]


def test_guesses_are_marked(hinter: Hinter) -> None:
    (found,) = [hint for hint in hinter.hints("기자 갈현숙 엄묘란이 왔다.", "en") if hint.origin == "guess"]
    assert (found.start, found.end, found.form) == (7, 10, "Eom Myo-ran")
    assert not [hint for hint in hinter.hints("기자 갈현숙 엄묘란이 왔다.", "zh") if hint.origin == "guess"]


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("가  나\t다\n라", "가 나 다 라"),
        (" 가\u3000나\u00a0다 ", "가 나 다"),
        ("가… 나……", "가... 나......"),
        ("\u1100\u1161", "가"),
        ("", ""),
    ],
)
def test_normalise(text: str, normal: str) -> None:
    assert normalise(text).text == normal


def test_offsets_lead_back() -> None:
    text = "  가… 나\u3000\u3000다 "
    normal = normalise(text)
    assert normal.text == "가... 나 다"
    for char in "가나다":
        start, end = normal.back(normal.text.index(char), normal.text.index(char) + 1)
        assert text[start:end].strip() == char
        start, end = normal.forward(text.index(char), text.index(char) + 1)
        assert normal.text[start:end].strip() == char


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("안동일", "Ahn Dong-il"),
        ("홍길동", "Hong Gil-dong"),
        ("이재용", "Lee Jae-yong"),
        ("박근혜", "Park Geun-hye"),
        ("마윈", ""),
        ("뷁동일", ""),
        ("Kim", ""),
    ],
)
def test_personal_names(name: str, latin: str) -> None:
    assert personal(name) == latin


@pytest.mark.parametrize(("word", "latin"), [("서울", "seoul"), ("뷁", "bwek"), ("값", "gap"), ("a서b", "aseob")])
def test_romanise(word: str, latin: str) -> None:
    assert romanise(word) == latin


def test_guess() -> None:
    assert guess("젭토") == "Jepto"
    assert guess("안동일") == "Ahn Dong-il"
