"""The helpers on single characters, and Kiwi with words of ours."""

import pytest

from translate.morphology import analyser, has_final, is_hangul


@pytest.mark.parametrize("char", "가힣ㄱㅎㅏᄀᆨﾡￜ")
def test_hangul(char: str) -> None:
    assert is_hangul(char)


@pytest.mark.parametrize("char", "aA1 中あ。，！…～🙂\u00b7\uff01")
def test_not_hangul(char: str) -> None:
    assert not is_hangul(char)


@pytest.mark.parametrize(
    ("syllable", "final"), [("은", True), ("이", False), ("삼", True), ("마", False), ("a", False)]
)
def test_final(syllable: str, final: bool) -> None:
    assert has_final(syllable) is final


def test_own_words() -> None:
    text = "푸른돛단배가 나왔다."
    assert ("푸른돛단배", "NNP") in [(t.form, t.tag) for t in analyser(["푸른돛단배"]).tokenize(text)]
    assert "푸른돛단배" not in [t.form for t in analyser().tokenize(text)]


def test_words_of_the_dictionary_can_be_preferred_to_own_ones() -> None:
    def forms(score: float) -> list[str]:
        return [token.form for token in analyser(["인도"], score).tokenize("인도양을 건넜다.")]

    assert forms(0)[0] == "인도"
    assert forms(-3)[0] == "인도양"


def test_loaded_once() -> None:
    assert analyser(["푸른돛단배"]) is analyser(("푸른돛단배",))
