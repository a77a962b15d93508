"""How candidates are translated now, and where differently."""

from collections.abc import Callable
from pathlib import Path

import pytest

from translate.article import Concept, Hint
from translate.extraction import Drafts, Installment, Now, Variant, draft, examples, extract, now, variants
from translate.extraction.tmx import Unit
from translate.glossary import Termbase

Make = Callable[..., Installment]
NOTHING = Termbase()
LINES = ("요우커가 왔다.", "요우커는 안다.", "그는 요우커를 본다.")


def test_examples_come_from_many_articles(article: Make) -> None:
    first = article(*LINES, name="1")
    second = article("예.", "어제 요우커가 갔다.", name="2")
    [one] = extract([first, second], NOTHING)
    assert [item.place for item in examples(one, 2)] == ["1:1", "2:2"]
    assert [item.place for item in examples(one, 3)] == ["1:1", "1:2", "2:2"]
    assert [item.place for item in examples(one, 9)] == ["1:1", "1:2", "1:3", "2:2"]


def test_equal_segments_are_one_example(article: Make) -> None:
    [one] = extract([article(LINES[0], LINES[0], LINES[1])], NOTHING)
    assert one.count == 3
    assert [item.place for item in examples(one, 3)] == ["one:1", "one:3"]


def test_now(article: Make, table: Callable[..., object]) -> None:
    answers = {LINES[0]: "The youke came.", LINES[1]: "Tourists know.", LINES[2]: "He sees them.", "요우커": "Youke."}
    found = extract([article(*LINES)], NOTHING)
    engine = table(answers, {LINES[1]: (Hint(0, 3, "tourists", origin="lexicon"),)})
    told: list[tuple[str, int]] = []
    drafts = draft(found, NOTHING, {"en": engine}, lambda code, number: told.append((code, number)))  # type: ignore[dict-item]
    assert told == [("en", 3)]
    assert drafts.alone == {"en": {"요우커": "Youke"}}
    assert now(found[0], drafts, "en") == Now("Tourists", "in 1 of 3 segments (lexicon)")


def test_alone(article: Make, table: Callable[..., object]) -> None:
    found = extract([article(*LINES)], NOTHING)
    drafts = draft(found, NOTHING, {"en": table({"요우커": "Youke."})})  # type: ignore[dict-item]
    assert now(found[0], drafts, "en") == Now("Youke", "translated alone; not found in the segments")


def test_the_glossary_goes_along(article: Make, table: Callable[..., object]) -> None:
    terms = Termbase((Concept({"ko": ("마윈",), "en": ("Jack Ma",)}),))
    found = extract([article("마윈이 요우커를 본다.")], terms)
    engine = table({})
    draft(found, terms, {"en": engine})  # type: ignore[dict-item]
    asked = {one.text: [hint.form for hint in one.terms] for one in engine.asked}  # type: ignore[attr-defined]
    assert asked == {"마윈이 요우커를 본다.": ["Jack Ma"], "요우커": []}


def units(*pairs: tuple[str, str]) -> dict[Path, list[Unit]]:
    return {Path("folder/old.tmx"): [Unit(str(n), ko, {"en": en}) for n, (ko, en) in enumerate(pairs, 1)]}


def test_a_candidate_rendered_differently_in_a_memory(article: Make) -> None:
    memory = units(
        ("요우커가 왔다.", "Then Youke came."),
        ("요우커는 갔다.", "But Youke left."),
        ("요우커를 보았다.", "We saw Youke again."),
        ("요우커도 안다.", "Now Yu Ker know."),
        ("요우커의 집이다.", "It is the house of Yu Ker today."),
        ("그는 안다.", "He knows."),
    )
    one = article("요우커가 많다.")
    found = extract([one], NOTHING)
    made = variants(found, [one], NOTHING, None, memory, ["en", "zh"])
    assert made == [
        Variant("요우커", "en", "Youke", "recurs", ("old.tmx:1", "old.tmx:2", "old.tmx:3")),
        Variant("요우커", "en", "Yu Ker", "recurs", ("old.tmx:4", "old.tmx:5")),
    ]


def test_one_rendering_is_no_variant(article: Make) -> None:
    memory = units(*((f"요우커가 {n}번 왔다.", f"Then Youke came {n} times.") for n in range(4)))
    one = article("요우커가 많다.")
    assert variants(extract([one], NOTHING), [one], NOTHING, None, memory, ["en"]) == []


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("Jay Y. Lee left.", [("Lee Jae-yong", "glossary", 1), ("Jay Y. Lee", "glossary", 1)]),
        ("Lee Jae-young left.", [("Lee Jae-yong", "glossary", 1), ("Lee Jae-young", "sounds", 1)]),
        ("Lee Jae-yong left.", []),
        ("Someone left.", []),
    ],
)
def test_a_glossary_name_in_a_memory(article: Make, second: str, expected: list[tuple[str, str, int]]) -> None:
    terms = Termbase((Concept({"ko": ("이재용",), "en": ("Lee Jae-yong", "Jay Y. Lee")}),))
    memory = units(("이재용이 왔다.", "Lee Jae-yong came."), ("이재용이 갔다.", second))
    made = variants((), [article("예.")], terms, None, memory, ["en"])
    assert sorted((one.form, one.how, len(one.labels)) for one in made) == sorted(expected)


def test_engine_and_memory_are_compared(article: Make, table: Callable[..., object]) -> None:
    one = article(LINES[0])
    found = extract([one], NOTHING)
    engine = table({LINES[0]: "Youkers came.", "요우커": "Youkers"})
    drafts = draft(found, NOTHING, {"en": engine})  # type: ignore[dict-item]
    memory = units(("요우커를 본다.", "He sees a Yuker."))
    made = variants(found, [one], NOTHING, drafts, memory, ["en"])
    assert [(item.form, item.labels) for item in made] == [("Youkers", ("one:1",)), ("Yuker", ("old.tmx:1",))]


def test_spellings_in_the_articles(article: Make) -> None:
    one = article(
        "코리아페이가 온다.", "코리안페이가 좋다.", "코리아페이는 새롭다.", "전자상거래와 전자 상거래를 본다."
    )
    found = extract([one], NOTHING)
    made = [(item.name, item.form, item.how, item.labels) for item in variants(found, [one], NOTHING, None, {}, ["en"])]
    assert made == [
        ("코리아페이", "코리아페이", "as written", ("one:1", "one:3")),
        ("코리아페이", "코리안페이", "similar", ("one:2",)),
        ("전자상거래", "전자 상거래", "as written", ("one:4",)),
        ("전자상거래", "전자상거래", "as written", ("one:4",)),
    ]


def test_spellings_that_the_glossary_knows(article: Make) -> None:
    terms = Termbase((Concept({"ko": ("알리바바", "알라비바"), "en": ("Alibaba",)}),))
    one = article("알리바바가 왔다.", "알라비바의 책임이다.")
    made = variants((), [one], terms, None, {}, ["en"])
    assert [(item.name, item.language, item.form, item.labels) for item in made] == [
        ("알리바바", "ko", "알라비바", ("one:2",)),
        ("알리바바", "ko", "알리바바", ("one:1",)),
    ]


def test_likeness_to_a_name_of_the_glossary(article: Make) -> None:
    terms = Termbase((Concept({"ko": ("알리바바",), "en": ("Alibaba",)}),))
    one = article("알라비바의 책임이다.")
    made = variants(extract([one], terms), [one], terms, None, {}, ["en"])
    assert [(item.form, item.how) for item in made] == [
        ("알라비바", "as written"),
        ("알리바바", "similar, in the glossary"),
    ]


def test_no_drafts_for_nothing() -> None:
    assert draft((), NOTHING, {}) == Drafts({}, {})


def test_names_of_a_memory_need_no_engine(article: Make) -> None:
    memory = units(
        ("한빛물산의 매출이 늘었다.", "Hanbit Mulsan's sales grew."),
        ("한빛물산은 금형을 만든다.", "Hanbit Trading makes molds."),
        ("한빛물산이 상을 받았다.", "Hanvit Corporation received a prize."),
        ("박도윤 대표가 왔다.", "CEO Park Do-yoon came."),
        ("박도윤 대표가 갔다.", "CEO Pak Toyun left."),
    )
    one = article("한빛물산의 박도윤 대표가 왔다.")
    made = variants(extract([one], NOTHING), [one], NOTHING, None, memory, ["en"])
    assert {(item.name, item.form) for item in made} == {
        ("한빛물산", "Hanbit Mulsan"),
        ("한빛물산", "Hanbit Trading"),
        ("한빛물산", "Hanvit Corporation"),
        ("박도윤", "Park Do-yoon"),
        ("박도윤", "Pak Toyun"),
    }


def test_the_aligner_is_asked_where_nothing_is_known(article: Make, aligner: Callable[..., object]) -> None:
    found = extract([article(*LINES)], NOTHING)
    answers = {LINES[0]: "The guests came.", LINES[1]: "They know.", LINES[2]: "He sees a guest."}
    engine = aligner(answers, words={LINES[0]: "guests", LINES[2]: "guest"})
    drafts = draft(found, NOTHING, {"en": engine})  # type: ignore[dict-item]
    assert now(found[0], drafts, "en") == Now("guest", "in 2 of 3 segments (aligned)")


def test_the_aligner_reads_memories_too(article: Make, aligner: Callable[..., object]) -> None:
    one = article("요우커가 많다.")
    memory = units(("요우커가 왔다.", "The guests came."), ("요우커가 갔다.", "The tourists left."))
    engine = aligner({}, words={"요우커가 왔다.": "guests", "요우커가 갔다.": "tourists"})
    loaded = {"en": engine}
    made = variants(extract([one], NOTHING), [one], NOTHING, None, memory, ["en"], loaded)  # type: ignore[arg-type]
    assert [(item.form, item.how, item.labels) for item in made] == [
        ("guests", "aligned", ("old.tmx:1",)),
        ("tourists", "aligned", ("old.tmx:2",)),
    ]


def test_words_of_two_candidates_are_of_neither(article: Make, aligner: Callable[..., object]) -> None:
    line = "요우커가 코리아페이를 쓴다."
    found = extract([article(line)], NOTHING)
    engine = aligner({line: "The guests pay."}, words={line: "guests"})
    drafts = draft(found, NOTHING, {"en": engine})  # type: ignore[dict-item]
    assert {one.form for one in found} == {"요우커", "코리아페이"}
    assert drafts.aligned == {"en": {}}


def test_a_part_is_not_proposed(article: Make, aligner: Callable[..., object]) -> None:
    line = "네오펫코리아가 왔다."
    found = extract([article(line)], NOTHING)
    engine = aligner({line: "Then Korea came.", "네오펫코리아": "Neopolia"}, words={line: "Korea"})
    drafts = draft(found, NOTHING, {"en": engine})  # type: ignore[dict-item]
    assert now(found[0], drafts, "en") == Now("Neopolia", "translated alone; not found in the segments")
