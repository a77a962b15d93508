"""Candidates of small articles."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from translate import glossary
from translate.article import Concept
from translate.extraction import Candidate, Installment, extract
from translate.extraction.candidates import Kind
from translate.extraction.frequency import Frequencies
from translate.glossary import Termbase
from translate.morphology import analyser

Make = Callable[..., Installment]
NOTHING = Termbase()


def by_form(found: tuple[Candidate, ...]) -> dict[str, Candidate]:
    return {one.form: one for one in found}


@pytest.mark.parametrize(
    ("line", "form", "kind", "reason"),
    [
        ("봉준호 감독이 상을 받았다.", "봉준호", Kind.NAME, "titled 감독"),
        ("마윈 회장이 왔다.", "마윈", Kind.PERSON, "titled 회장"),
        ("젭토크 회장이 왔다.", "젭토크", Kind.PERSON, "titled 회장"),
        ("앤트파이낸셜이 커졌다.", "앤트파이낸셜", Kind.ORGANIZATION, "in no dictionary"),
        ("소프트뱅크가 샀다.", "소프트뱅크", Kind.ORGANIZATION, "contrasts: "),
        ("요우커가 늘었다.", "요우커", Kind.NAME, "in no dictionary"),
        ("은련(銀聯)이 왔다.", "은련", Kind.NAME, "explained: 銀聯"),
        ("핀테크(FinTech)가 온다.", "핀테크", Kind.NAME, "explained: FinTech"),
        ("O2O가 온다.", "O2O", Kind.LATIN, "Latin letters"),
        ("그는 ‘온라인 투 오프라인’이라고 했다.", "온라인 투 오프라인", Kind.PHRASE, "quoted"),
    ],
)
def test_once_is_enough_for_names(article: Make, line: str, form: str, kind: Kind, reason: str) -> None:
    found = by_form(extract([article(line)], NOTHING))
    assert found[form].kind is kind
    assert any(why.startswith(reason) for why in found[form].why)


@pytest.mark.parametrize(
    ("line", "form", "reason"),
    [
        ("그래핀 배터리(石墨烯電池)를 쓴다.", "그래핀 배터리", "explained: 石墨烯電池"),
        ("새 그래핀 배터리(電池)를 쓴다.", "배터리", "explained: 電池"),
        ("온라인 그래핀 배터리(graphene battery)를 쓴다.", "그래핀 배터리", "explained: graphene battery"),
        ("박도윤 네오펫코리아 대표는 왔다.", "박도윤", "titled 대표"),
        ("네오펫코리아 박도윤 대표는 왔다.", "박도윤", "titled 대표"),
    ],
)
def test_what_stands_behind_belongs_to_the_right_words(article: Make, line: str, form: str, reason: str) -> None:
    found = extract([article(line, line, "네오펫코리아가 왔다.")], NOTHING)
    assert [one.form for one in found if reason in one.why] == [form]


@pytest.mark.parametrize("word", ["사람", "시장", "지난해", "관심", "기술", "한국", "서울"])
def test_common_words_are_no_candidates(article: Make, word: str) -> None:
    lines = [f"{word}의 문제가 크다.", f"{word}이 달라졌다.", f"새로운 {word}을 본다.", f"그 {word}에 왔다."]
    assert word not in by_form(extract([article(*lines)], NOTHING))


def test_compounds_recur(article: Make) -> None:
    one = article("전자상거래가 늘었다.", "그는 전자 상거래를 안다.")
    found = by_form(extract([one], NOTHING))
    assert found["전자상거래"].spellings == {"전자 상거래": 1, "전자상거래": 1}
    assert found["전자상거래"].why[-1] == "recurs"
    assert "상거래" not in found  # never alone


def test_the_longest_counts(article: Make) -> None:
    one = article("알리바바그룹이 왔다.", "알리바바그룹은 크다.", "알리바바가 왔다.")
    found = by_form(extract([one], NOTHING))
    assert (found["알리바바그룹"].count, found["알리바바"].count) == (2, 1)


def test_two_names_side_by_side_are_two_names(article: Make) -> None:
    found = by_form(extract([article("알리바바 마윈 회장이 왔다.", "소프트뱅크 손정의 회장을 만났다.")], NOTHING))
    assert set(found) == {"알리바바", "마윈", "소프트뱅크", "손정의"}


def test_one_name_of_two_words(article: Make) -> None:
    found = by_form(extract([article("스티브 잡스가 왔다.", "그는 빌 게이츠를 만났다.")], NOTHING))
    assert set(found) == {"스티브 잡스", "빌 게이츠"}


def test_what_the_glossary_has_is_left_out(article: Make) -> None:
    terms = Termbase((Concept({"ko": ("알리바바", "알라비바"), "en": ("Alibaba",)}),))
    one = article("알리바바와 알라비바는 같다.", "요우커가 알리바바를 본다.")
    assert set(by_form(extract([one], terms))) == {"요우커"}


def test_likeness_to_the_glossary_is_said(article: Make) -> None:
    terms = Termbase((Concept({"ko": ("알리바바",), "en": ("Alibaba",)}),))
    [one] = extract([article("그는 알라비바의 책임을 말했다.")], terms)
    assert (one.form, one.similar) == ("알라비바", ("알리바바",))


def test_an_unknown_word_with_a_particle_is_no_other_word(article: Make) -> None:
    lines = ["젭토크가 왔다.", "젭토크는 크다.", "젭토크와 젭토크의 집이 있다."]
    assert set(by_form(extract([article(*lines)], NOTHING))) == {"젭토크"}


def test_minimum_and_limit(article: Make) -> None:
    one = article("요우커가 왔다.", "요우커는 마윈을 안다.", "코리아페이가 온다.")
    assert set(by_form(extract([one], NOTHING))) == {"요우커", "마윈", "코리아페이"}
    assert set(by_form(extract([one], NOTHING, minimum=2))) == {"요우커"}
    assert [item.form for item in extract([one], NOTHING, limit=1)] == ["요우커"]


def test_articles_are_told_apart(article: Make) -> None:
    first, second = article("요우커가 왔다.", name="1"), article("예.", "요우커는 안다.", name="2")
    [one] = extract([first, second], NOTHING)
    assert [item.place for item in one.occurrences] == ["1:1", "2:2"]
    assert one.installments == ("1", "2")
    assert {item.text for item in one.occurrences} == {"요우커"}


def test_nothing(article: Make) -> None:
    assert extract([], NOTHING) == ()
    assert extract([article("그는 갔다.", "정말 그렇다.")], NOTHING) == ()


def test_addresses_are_no_names(article: Make) -> None:
    assert extract([article("주소는 https://example.com/Foo/Bar 이다.", "someone@Example.org로 쓴다.")], NOTHING) == ()


def test_rarity_orders_words() -> None:
    rarity = Frequencies(analyser()).rarity
    assert rarity("사람") < rarity("한국") < rarity("관심") < rarity("클라우드") < rarity("알리바바") < rarity("요우커")
    assert rarity("IT") == rarity("Alibaba") == rarity("O2O") == pytest.approx(13.0)


def test_association_tells_names_from_neighbours() -> None:
    frequencies = Frequencies(analyser())
    assert frequencies.association("스티브 잡스", ["스티브", "잡스"]) > 8
    assert frequencies.association("전자상거래", ["전자", "상거래"]) > 8
    assert frequencies.association("알리바바 마윈", ["알리바바", "마윈"]) < 1


def test_names_of_the_seed_come_first(article: Make, seed: Path, series: Path) -> None:
    """The figures in docs/extract.md: the glossary hidden, its concepts are found again."""
    from translate import pipeline, segmentation

    installment = Installment("seed", segmentation.segment(pipeline.read(seed).blocks))
    found = [one.form for one in extract([installment], NOTHING, limit=60)]
    assert {"알리바바", "알리페이", "마윈", "이재용", "코리아페이"} <= set(found[:16])
    assert found[0] == "알리바바"
    hits = glossary.match(installment.segments, glossary.load([series]))
    concepts = {hit.concept.name: hit.concept for listed in hits.values() for hit in listed}
    bare = {form.replace(" ", "") for form in found}
    again = [n for n, c in concepts.items() if any(form.replace(" ", "") in bare for form in c.forms("ko"))]
    assert (len(again), len(concepts)) == (29, 33)
    wanted = {form.replace(" ", "") for concept in concepts.values() for form in concept.forms("ko")}
    assert sum(form.replace(" ", "") in wanted for form in found[:20]) == 18


def test_the_glossary_leaves_little(seed: Path, series: Path) -> None:
    from translate import pipeline, segmentation

    installment = Installment("seed", segmentation.segment(pipeline.read(seed).blocks))
    termbase = glossary.load([series])
    found = extract([installment], termbase)
    known = {form for concept in termbase.concepts for form in concept.forms("ko")}
    assert not known & {one.form for one in found}
    assert found == extract([installment], termbase)  # the same every time


SYLLABLES = st.text(alphabet="알리바마윈은련회장이가의 O2‘’()銀聯.\n", max_size=30)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(SYLLABLES, max_size=4))
def test_any_article(article: Make, lines: list[str]) -> None:
    one = article(*(line for line in lines if line.strip()))
    for candidate in extract([one], NOTHING):
        assert candidate.count == len(candidate.occurrences) > 0
        assert all(" " not in item.text or len(item.text) > 2 for item in candidate.occurrences)
        assert candidate.form in candidate.spellings or candidate.spellings
