"""The robust layer with a scripted engine: what is protected, retried, pieced together, ranked."""

import pytest

from translate import engine
from translate.article import Hint
from translate.engine.base import Request

GOOD = "He went to the market."


def test_equal_requests_are_decoded_once(scripted) -> None:
    own = scripted({"그는 시장에 갔다.": [[GOOD]]})
    counts: list[int] = []
    outcomes = engine.translate(own, [Request("그는 시장에 갔다.")] * 3, progress=counts.append)
    assert [one.candidates[0].text for one in outcomes] == [GOOD] * 3
    assert len(own.asked) == 1
    assert sum(counts) == 3


def test_faultless_candidates_come_first(scripted) -> None:
    own = scripted({"그는 시장에 갔다.": [["시장에 went.", GOOD]]})
    (outcome,) = engine.translate(own, [Request("그는 시장에 갔다.")])
    assert [(one.text, one.faults) for one in outcome.candidates] == [(GOOD, ()), ("시장에 went.", ("hangul",))]
    assert outcome.attempts == 1


def test_retries_use_other_settings_and_are_counted(scripted) -> None:
    own = scripted({"그는 시장에 갔다.": [["went went went"], ["went went went went"], [GOOD]]})
    (outcome,) = engine.translate(own, [Request("그는 시장에 갔다.")])
    assert outcome.candidates[0].text == GOOD
    assert outcome.attempts == 3
    assert len({decoding for _, decoding in own.asked}) == 3


def test_a_fault_that_stays_is_reported(scripted) -> None:
    own = scripted({"그는 시장에 갔다.": [["went went went"]]})
    (outcome,) = engine.translate(own, [Request("그는 시장에 갔다.")])
    assert "loop" in outcome.candidates[0].faults
    assert outcome.attempts == 4


@pytest.mark.parametrize("answer", ["See ⟦0⟧ now.", "See ⟦0⟧⟦5⟧ now."])
def test_addresses_come_back(scripted, answer: str) -> None:
    own = scripted({"이제 ⟦0⟧ 을 보라.": [[answer]]})
    (outcome,) = engine.translate(own, [Request("이제 https://a.b/c?d=1 을 보라.")])
    assert outcome.candidates[0].text == "See https://a.b/c?d=1 now."


@pytest.mark.parametrize("answer", ["See it now.", "See ⟦0⟧ and ⟦0⟧ now."])
def test_what_gets_lost_is_pieced_together(scripted, answer: str) -> None:
    own = scripted({"이제 ⟦0⟧ 을 보라.": [[answer]], "이제": [["Now"]], "을 보라.": [["look."]]})
    (outcome,) = engine.translate(own, [Request("이제 https://a.b/c?d=1 을 보라.")])
    text = outcome.candidates[0].text
    assert text.count("https://a.b/c?d=1") == 1
    assert text.index("Now") < text.index("https://") < text.index("look.")
    assert any("pieces" in line for line in outcome.log)


def test_more_than_there_are_placeholders(scripted) -> None:
    own = scripted({})
    text = "가 a@b.kr 나 c@d.kr 다 e@f.kr 라"
    (outcome,) = engine.translate(own, [Request(text)])
    for address in ("a@b.kr", "c@d.kr", "e@f.kr"):
        assert outcome.candidates[0].text.count(address) == 1


def test_copies_come_out_as_asked(scripted) -> None:
    own = scripted({"⟦0⟧는 시장에 갔다.": [["⟦0⟧ went to the market."]]})
    request = Request("마윈는 시장에 갔다.", copies=(Hint(0, 2, "Jack 馬 🙂"),))
    (outcome,) = engine.translate(own, [request])
    assert outcome.candidates[0].text == "Jack 馬 🙂 went to the market."
    assert outcome.candidates[0].faults == ()


def test_without_placeholders_the_form_is_written_into_the_source(scripted) -> None:
    own = scripted({"UnionPay는 회사다.": [["UnionPay is a company."]]}, placeholders=0)
    (outcome,) = engine.translate(own, [Request("은련은 회사다.", copies=(Hint(0, 2, "UnionPay"),))])
    assert [text for text, _ in own.asked] == ["UnionPay는 회사다."]
    assert outcome.candidates[0].text == "UnionPay is a company."


def test_literal_placeholders_in_the_article(scripted) -> None:
    own = scripted({"식은 ⟦0⟧ 이다.": [["The formula is ⟦0⟧."]]})
    (outcome,) = engine.translate(own, [Request("식은 ⟦7⟧ 이다.")])
    assert outcome.candidates[0].text == "The formula is ⟦7⟧."


@pytest.mark.parametrize("text", ["https://a.b", "🙂", "150525", "Leave a Reply"])
def test_nothing_to_translate(scripted, text: str) -> None:
    own = scripted({})
    (outcome,) = engine.translate(own, [Request(text)])
    assert outcome.candidates[0].text == text
    assert own.asked == []


def test_hints_and_terms_keep_their_offsets(scripted) -> None:
    own = scripted({"오늘… ⟦0⟧ 마윈이 왔다.": [["Today ⟦0⟧ Jack Ma came."]]})
    text = "오늘… a@b.kr 마윈이 왔다."
    term = Hint(text.index("마윈"), text.index("마윈") + 2, "Jack Ma")
    (outcome,) = engine.translate(own, [Request(text, terms=(term,))])
    assert outcome.candidates[0].text == "Today a@b.kr Jack Ma came."
