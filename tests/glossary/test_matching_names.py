"""Names that no dictionary knows: found before every kind of particle, with the analyser and without its help."""

from typing import Any

import pytest

from translate.article import Concept, Segment
from translate.glossary import Termbase, match, matching

CONSONANT, RIEUL, VOWEL, LONG = "뤼첸", "쾨벨", "모뱌르", "튀랑스키"
NAMES = Termbase(tuple(Concept({"ko": (name,)}) for name in (CONSONANT, RIEUL, VOWEL, LONG)))

ANY = """
의 에 에서 에게 에게서 께 께서 께서는 한테 한테서 도 만 까지 까지도 부터 부터는 조차 마저 밖에 뿐 뿐만 대로 만큼
처럼 같이 보다 마다 하고 커녕 에선 에겐 에는 에도 에서는 에서도 에서의 에서부터 에게만 만이 만은 만의 만으로 까지의
부터의 들 들이 들은 들의 들에게 들에게서는 님 님께서 씨 씨의 씨가 측 측은 측의 사 사의 식 식의 회장 회장은 회장의
사장 부회장에게 그룹 그룹이 그룹과의 대표의 교수님 감독님께서 선수가 대통령에게서 이다 이고 이며 인데 인지 인가
입니다 이었다 이었고 이라는 이라고 이라며 이니까 이지만 이므로 이냐고
"""
AFTER_CONSONANT = (
    "이 은 을 과 과의 으로 으로서 으로써 으로부터 으로부터의 으로는 으로만 이나 이랑 이든 이란 이여 이야말로 아"
)
AFTER_RIEUL = "이 은 을 과 과의 로 로서 로써 로부터 로부터의 로는 로만 이나 이랑 이든 이란 이여 이야말로 아"
AFTER_VOWEL = (
    "가 는 를 와 와의 로 로서 로써 로부터 로부터의 로는 로만 나 랑 든 란 여 야말로 야 "
    "다 며 지만 라 라는 라고 라며 라면 라서 니까 므로 였다 였고 였던 였으며 였는데 예요 냐고"
)
WANTED = [
    (name, name + particles)
    for name, own in (
        (CONSONANT, AFTER_CONSONANT),
        (RIEUL, AFTER_RIEUL),
        (VOWEL, AFTER_VOWEL),
        (LONG, AFTER_VOWEL),
    )
    for particles in f"{ANY} {own}".split()
]

UNWANTED = [
    "뤼첸드가",
    "뤼첸가",
    "뤼첸스의",
    "뤼첸부르크",
    "뤼첸란",
    "뤼첸토",
    "신쾨벨스가",
    "쾨벨란",
    "쾨벨리우스",
    "쾨벨트를",
    "모뱌르크의",
    "모뱌르쉬",
    "튀랑스",
    "튀랑",
    "튀랑스키온이",
    "튀랑스키스",
    "아뤼첸",
    "바쾨벨이",
    "그모뱌르토",
]


class Silent:
    """An analyser that recognises nothing."""

    def tokenize(self, texts: list[str]) -> list[list[Any]]:
        return [[] for _ in texts]


class Wrong:
    """An analyser that takes every text for one unknown word."""

    def tokenize(self, texts: list[str]) -> list[list[Any]]:
        return [[Token(0, len(text), text)] for text in texts]


class Token:
    def __init__(self, start: int, length: int, form: str) -> None:
        self.start, self.len, self.form, self.tag, self.oov = start, length, form, "NNP", True


def found(text: str) -> list[str]:
    hits = match([Segment("1", 0, 0, len(text), text)], NAMES)
    return [text[hit.start : hit.end] for hit in hits.get("1", ())]


@pytest.mark.parametrize(("name", "word"), WANTED, ids=[word for _, word in WANTED])
def test_before_every_particle(name: str, word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = f"어제 {word} 다시 나왔다."
    assert found(text) == [name]
    for kind in (Silent, Wrong):
        monkeypatch.setattr(matching, "analyser", lambda *_, kind=kind: kind())
        assert found(text) == [name]


@pytest.mark.parametrize("word", UNWANTED)
def test_not_inside_another_word(word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = f"어제 {word} 다시 나왔다."
    assert found(text) == []
    for kind in (Silent, Wrong):
        monkeypatch.setattr(matching, "analyser", lambda *_, kind=kind: kind())
        assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "뤼첸",
        "뤼첸.",
        "“뤼첸”은",
        "뤼첸(45)은",
        "뤼첸, 그리고",
        "뤼첸 회장",
        "전 뤼첸 대표",
        "범뤼첸",
        "한 뤼첸이",
        "뤼첸·쾨",
        "뤼첸😀",
        "😀뤼첸",
        "A뤼첸B",
        "馬뤼첸馬",
        "뤼\u00ad첸",
        "뤼첸\n",
    ],
)
def test_beside_signs_and_other_scripts(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert [surface.replace("\u00ad", "") for surface in found(text)] == ["뤼첸"]
    monkeypatch.setattr(matching, "analyser", lambda *_: Silent())
    assert [surface.replace("\u00ad", "") for surface in found(text)] == ["뤼첸"]
