"""What holds for any text and any termbase, and the rules that need more than a sentence to show."""

import random
import unicodedata
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.article import Case, Concept, Segment
from translate.glossary import Termbase, match, matching
from translate.glossary.text import composed, fold

FORMS = [
    ("알리바바", "알라비바"),
    ("알리바바그룹",),
    ("알리바바그룹 회장",),
    ("마윈",),
    ("윈도우",),
    ("한국",),
    ("한국은행",),
    ("은행",),
    ("은행 비즈니스",),
    ("전자상거래",),
    ("IT",),
    ("O2O 비즈니스", "O2O"),
    ("3.1운동",),
    ("빅데이터",),
]
CONCEPTS = tuple(Concept({"ko": forms, "en": (f"Term{n}",)}) for n, forms in enumerate(FORMS))
UNRELATED = tuple(
    Concept({"ko": (form,)}) for form in ("뤼첸", "쾨벨부르크", "뿅뿅전자", "Zyx", "QX77", "뷁 슭", "쏼라바크회사")
)
PIECES = st.sampled_from(
    [form for forms in FORMS for form in forms]
    + [
        "은",
        "이",
        "의",
        " ",
        " ",
        "\n",
        ".",
        "·",
        "(銀聯)",
        "그룹",
        "회장",
        "드",
        "A",
        "😀",
        "\u00ad",
        "한",
        "행",
        "데",
    ]
)
TEXTS = st.lists(PIECES, max_size=12).map("".join)


def hits(text: str, concepts: tuple[Concept, ...] = CONCEPTS) -> list[tuple[int, int, str]]:
    found = match([Segment("1", 0, 0, len(text), text)], Termbase(concepts)).get("1", ())
    return [(hit.start, hit.end, hit.concept.name) for hit in found]


@settings(deadline=None, max_examples=200)
@given(TEXTS)
def test_hits_are_apart_in_order_and_spelled_like_a_form(text: str) -> None:
    last = 0
    for start, end, name in hits(text):
        assert last <= start < end <= len(text)
        assert not text[start].isspace()
        assert not text[end - 1].isspace()
        surface = fold(text[start:end]).removesuffix("(銀聯)")
        assert surface in {fold(form) for forms in FORMS if forms[0] == name for form in forms}
        last = end


@settings(deadline=None, max_examples=150)
@given(TEXTS, st.randoms(use_true_random=False))
def test_the_order_of_the_concepts_does_not_matter(text: str, order: random.Random) -> None:
    shuffled = list(CONCEPTS)
    order.shuffle(shuffled)
    assert hits(text, tuple(shuffled)) == hits(text)


@settings(deadline=None, max_examples=150)
@given(TEXTS)
def test_unrelated_concepts_change_nothing(text: str) -> None:
    assert hits(text, (*UNRELATED, *CONCEPTS)) == hits(text)


@settings(deadline=None, max_examples=150)
@given(TEXTS)
def test_no_hit_lies_in_what_a_longer_term_alone_would_hit(text: str) -> None:
    found = hits(text)
    kiwi = matching.teach(Termbase(CONCEPTS))  # the same for all, as it would read the text another way for each
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(matching, "analyser", lambda *_: kiwi)
        alone = [hit for concept in CONCEPTS for hit in hits(text, (concept,))]
    for start, end, name in alone:
        inside = [one for one in found if start <= one[0] and one[1] <= end and one[1] - one[0] < end - start]
        across = [one for one in found if one[0] < end and start < one[1] and one not in inside]
        assert not inside or across, name


@settings(deadline=None, max_examples=150)
@given(TEXTS)
def test_decomposed_text_has_the_same_hits(text: str) -> None:
    decomposed = unicodedata.normalize("NFD", text)
    expected = [(unicodedata.normalize("NFD", text[start:end]), name) for start, end, name in hits(text)]
    assert [(decomposed[start:end], name) for start, end, name in hits(decomposed)] == expected


@settings(max_examples=200)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30), st.booleans())
def test_composing_is_nfc_and_leads_back(text: str, decompose: bool) -> None:
    text = unicodedata.normalize("NFD", text) if decompose else text
    view = composed(text)
    assert view.text == unicodedata.normalize("NFC", text)
    for place in range(len(view.text)):
        start, end = view.back(place, place + 1)
        assert unicodedata.normalize("NFC", view.text[place]) in unicodedata.normalize("NFC", text[start:end])
    if view.text:
        assert view.back(0, len(view.text)) == (0, len(text))


@pytest.mark.parametrize(
    ("form", "case", "text", "expected"),
    [
        ("IT", Case.AUTO, "IT it It ＩＴ", ["IT", "ＩＴ"]),
        ("IT", Case.ANY, "IT it It ＩＴ", ["IT", "it", "It", "ＩＴ"]),
        ("IT", Case.EXACT, "IT it It ＩＴ", ["IT", "ＩＴ"]),
        ("LG전자", Case.AUTO, "LG전자 lg전자", ["LG전자", "lg전자"]),
        ("LG전자", Case.EXACT, "LG전자의 LG 전자 lg전자", ["LG전자", "LG 전자"]),
        ("5G", Case.AUTO, "5G 5g", ["5G"]),
        ("5G", Case.ANY, "5G 5g", ["5G", "5g"]),
        ("O2O", Case.AUTO, "O2O o2o", ["O2O", "o2o"]),
        ("O2O", Case.EXACT, "O2O o2o", ["O2O"]),
        ("Apple", Case.AUTO, "Apple apple APPLE", ["Apple", "apple", "APPLE"]),
        ("Apple", Case.EXACT, "Apple apple APPLE", ["Apple"]),
        ("big data", Case.EXACT, "big data Big Data big  data", ["big data", "big  data"]),
        ("UNESCO", Case.AUTO, "UNESCO unesco", ["UNESCO", "unesco"]),
        ("마윈", Case.EXACT, "마윈이", ["마윈"]),
        ("Café", Case.EXACT, "Café CAFÉ", ["Café"]),
    ],
)
def test_case(form: str, case: Case, text: str, expected: list[str]) -> None:
    concept = Concept({"ko": (form,)}, case=case)
    assert [text[start:end] for start, end, _ in hits(text, (concept,))] == expected


def test_of_two_concepts_with_one_form_the_one_strict_about_case_is_asked_first() -> None:
    strict = Concept({"ko": ("Apple",), "en": ("Apple",)}, case=Case.EXACT)
    loose = Concept({"ko": ("apple",), "en": ("an apple",)}, case=Case.ANY)
    for concepts in ((strict, loose), (loose, strict)):
        text = "Apple은 apple이 아니다"
        found = match([Segment("1", 0, 0, len(text), text)], Termbase(concepts))["1"]
        assert [hit.concept for hit in found] == [strict, loose]


@pytest.mark.parametrize("text", ["마윈\ud800이", "\x00마윈이", "마윈\u0301이", "\ufeff마윈\ufffd", "마윈" + "ㅋ" * 50])
def test_damaged_text_breaks_nothing(text: str) -> None:
    assert all(name == "마윈" and fold(text[start:end]) == "마윈" for start, end, name in hits(text))


def test_one_decomposed_form_and_its_place() -> None:
    text = unicodedata.normalize("NFD", "어제 마윈이")
    [(start, end, name)] = hits(text)
    assert (name, unicodedata.normalize("NFC", text[start:end])) == ("마윈", "마윈")


def surfaces(text: str, *forms: str) -> list[str]:
    concepts: Any = tuple(Concept({"ko": (form,)}) for form in forms)
    return [text[start:end] for start, end, _ in hits(text, concepts)]


def test_a_text_full_of_one_term() -> None:
    assert surfaces("알리바바 " * 500, "알리바바", "바바") == ["알리바바"] * 500


def test_terms_in_terms() -> None:
    text = "알리바바그룹 회장 마윈은 알리바바그룹의 알리바바를 떠났다"
    assert [name for _, _, name in hits(text)] == ["알리바바그룹 회장", "마윈", "알리바바그룹", "알리바바"]


def test_only_a_name_stays_one_in_a_longer_word_of_the_dictionary() -> None:
    text = "대중국 수출, 반도체, 결혼식, 중국판, 지리산"
    assert surfaces(text, "중국", "도체", "결혼", "지리") == ["중국", "중국"]
