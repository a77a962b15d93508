"""Where a name went, and by how many forms."""

import pytest

from translate.article import Hint
from translate.extraction.renderings import PART, Place, locate, renderings, same


def places(*targets: str, hint: str = "") -> list[Place]:
    hints = (Hint(0, 4, hint, origin="lexicon"),) if hint else ()
    return [Place(f"a:{n}", 0, 4, target, hints) for n, target in enumerate(targets, 1)]


@pytest.mark.parametrize(
    ("target", "hint", "alone", "expected"),
    [
        ("Alibaba grew.", "Alibaba", "", ("Alibaba", "lexicon")),
        ("That is Alibaba's.", "Alibaba", "", ("Alibaba", "lexicon")),
        ("It grew.", "Alibaba", "", ("", "")),
        ("Ali Baba grew.", "Alibaba", "Alibaba", ("", "")),  # no known form stands anywhere
        ("Alibaba grew.", "", "Alibaba", ("Alibaba", "alone")),
        ("Alibabas", "Alibaba", "", ("Alibabas", "lexicon")),
        ("Malibaba grew.", "Alibaba", "Alibaba", ("", "")),
    ],
)
def test_one_place(target: str, hint: str, alone: str, expected: tuple[str, str]) -> None:
    assert locate(places(target, hint=hint), "en", alone=alone) == [expected]


def test_hints_for_the_parts_make_the_whole() -> None:
    parts = (Hint(0, 2, "electronic", origin="lexicon"), Hint(2, 4, "payment", origin="lexicon"))
    there = Place("a:1", 0, 4, "Electronic payment is new.", parts)
    assert locate([there], "en", name=False) == [("Electronic payment", "lexicon")]
    assert locate([Place("a:1", 0, 6, there.target, parts)], "en", name=False) == [("", "")]  # the end is missing


def test_a_form_of_another_segment_and_its_like() -> None:
    listed = [
        *places("Alibaba grew.", hint="Alibaba"),
        *places("Only Alibaba won.", "Ali Baba lost.", "ali baba sank."),
    ]
    assert locate(listed, "en") == [("Alibaba", "lexicon"), ("Alibaba", "lexicon"), ("Ali Baba", "alike"), ("", "")]
    assert locate(listed, "en", name=False)[2] == ("", "")


def test_chinese_likeness() -> None:
    listed = [*places("阿里巴巴很大。", hint="阿里巴巴"), *places("后来阿里巴吧也来了。", "没有了。")]
    assert locate(listed, "zh") == [("阿里巴巴", "lexicon"), ("阿里巴吧", "alike"), ("", "")]


def test_what_begins_sentences_says_nothing() -> None:
    assert locate(places("Nothing came.", "Nothing won.", "Nothing is there."), "en") == [("", "")] * 3


def test_what_recurs() -> None:
    listed = places(
        "Then Jack Ma spoke.", "So Jack Ma came.", "We saw Jack Ma go.", "Ma Yun won.", "But Ma Yun lost.", "No."
    )
    others = ["He spoke.", "They came and won."]
    found = locate(listed, "en", others=others)
    assert found == [("Jack Ma", "recurs")] * 3 + [("Ma Yun", "recurs")] * 2 + [("", "")]
    assert [(one.form, len(one.labels)) for one in renderings(listed, found, "en")] == [("Jack Ma", 3), ("Ma Yun", 2)]


def test_what_recurs_everywhere_says_nothing() -> None:
    listed = places("Korea spoke.", "Korea came.", "Korea won.")
    others = [f"Korea and {n}." for n in range(9)]
    assert locate(listed, "en", others=others) == [("", "")] * 3


def test_names_end_where_other_names_begin() -> None:
    listed = places("Alibaba's Jack Ma came.", "Alibaba Group won.", "Yes, Alibaba won.", "Alibaba, Tencent and I.")
    assert locate(listed, "en") == [("Alibaba", "recurs")] * 4


def test_terms_recur_too() -> None:
    listed = places("The big data is new.", "We like big data.", "All of the big data.", "Nothing.")
    assert locate(listed, "en", name=False)[:3] == [("big data", "recurs")] * 3


def test_two_segments_are_no_evidence() -> None:
    assert locate(places("Then Lee spoke.", "So Lee came."), "en") == [("", "")] * 2


def test_what_a_hint_says_of_another_word_is_left_out() -> None:
    other = (Hint(5, 8, "Jack Ma", origin="lexicon"),)
    listed = [Place(f"a:{n}", 0, 4, f"Jack Ma did {n}.", other) for n in range(3)]
    assert locate(listed, "en") == [("", "")] * 3


@pytest.mark.parametrize(
    ("left", "right", "language", "expected"),
    [
        ("Startups", "startup", "en", True),
        ("Alibaba’s", "Alibaba", "en", True),
        ("The AsiaN", "AsiaN", "en", True),
        ("big-data", "big data", "en", True),
        ("start-up", "startup", "en", False),
        ("Jack Ma", "Ma Yun", "en", False),
        ("business", "busines", "en", False),
        ("O2O 业务", "O2O业务", "zh", True),
        ("淘宝", "淘宝网", "zh", False),
    ],
)
def test_same(left: str, right: str, language: str, expected: bool) -> None:
    assert (same(left, language) == same(right, language)) is expected


def test_renderings_count_what_was_found() -> None:
    listed = places("a", "b", "c", "d")
    found = [("Startups", "lexicon"), ("startup", "lexicon"), ("", ""), ("new firm", "alone")]
    made = renderings(listed, found, "en")
    assert [(one.form, one.how, one.labels) for one in made] == [
        ("Startups", "lexicon", ("a:1", "a:2")),
        ("new firm", "alone", ("a:4",)),
    ]


NEOPET = "네오펫코리아"


def test_what_only_sounds_alike() -> None:
    listed = places("CEO Park Do-yoon came.", "CEO Pak Toyun left.", "Park Do-yun laughed.", "Nothing.")
    found = locate(listed, "en", korean="박도윤")
    assert found == [("Park Do-yoon", "sounds"), ("Pak Toyun", "sounds"), ("Park Do-yun", "sounds"), ("", "")]
    assert locate(listed, "en", korean="박도윤", name=False) == [("", "")] * 4


@pytest.mark.parametrize(
    ("korean", "language", "target", "words", "rivals", "expected"),
    [
        (NEOPET, "en", "Then Naopoli grew.", "Naopoli", (), ("Naopoli", "aligned")),
        (NEOPET, "en", "Then Korea grew.", "Korea", (), ("Korea", PART)),
        (NEOPET, "en", "CEO Park Dooun came.", "Park Dooun", ("박도윤",), ("", "")),
        (NEOPET, "zh", "韩国很大。", "韩国", (), ("韩国", PART)),
        (NEOPET, "zh", "尼奥韩国很大。", "尼奥韩国", (), ("尼奥韩国", "aligned")),
        ("마윈", "zh", "后来马云会长来了。", "马云会长", (), ("马云", "aligned")),
        ("마윈", "zh", "后来马会长来了。", "马会长", (), ("马", PART)),
        ("마윈", "en", "Then Chairman Ma Yoon came.", "Chairman Ma Yoon", (), ("Ma Yoon", "aligned")),
        ("IT", "en", "This and that.", "and", (), ("", "")),
        ("ESG", "en", "The dollar fell.", "dollar", (), ("", "")),
        ("마윈", "en", "The chairman came.", "chairman", (), ("", "")),
    ],
)
def test_aligned(
    korean: str, language: str, target: str, words: str, rivals: tuple[str, ...], expected: tuple[str, str]
) -> None:
    there = Place("a:1", 0, len(korean), target, aligned=words, rivals=rivals)
    assert locate([there], language, korean=korean) == [expected]


def test_what_was_aligned_stands_elsewhere_too() -> None:
    first = Place("a:1", 0, 3, "We like smart meals.", aligned="smart meals")
    listed = [first, Place("a:2", 0, 3, "All smart meals are new.")]
    assert locate(listed, "en", name=False) == [("smart meals", "aligned")] * 2


def test_a_part_that_recurs_is_no_rendering() -> None:
    listed = [Place(f"a:{n}", 0, 6, target) for n, target in enumerate(("韩国很大。", "他说韩国。", "在韩国。"))]
    assert locate(listed, "zh", korean=NEOPET) == [("", "")] * 3
    assert locate(listed, "zh", korean="한국") == [("韩国", "recurs")] * 3


def test_a_hint_for_a_part_tells_of_it() -> None:
    part = (Hint(2, 4, "pay", origin="lexicon"),)
    there = Place("a:1", 0, 4, "They pay.", part, aligned="pay")
    assert locate([there], "en", korean="뫄뫄페이") == [("pay", PART)]
