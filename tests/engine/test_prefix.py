"""Answers that begin as they are told to."""

import pytest

from translate import engine
from translate.article import Hint
from translate.engine.base import Request
from translate.engine.tokenizers import BEGIN, _spelt


@pytest.mark.parametrize(
    ("target", "prefix"),
    [
        ("en", "Yesterday Zorvik Brandt"),
        ("zh", "昨天佐维克"),
        ("en", "In O2O, “Qux”"),
        ("zh", "昨天 Zorvik"),
    ],
)
def test_every_hypothesis_begins_with_it(target: str, prefix: str) -> None:
    loaded = engine.load(target, choice="starter")
    (result,) = loaded.translate([Request("그는 어제 회사에 갔다.", prefix=prefix)], loaded.decoding)
    assert all(one.text.startswith(prefix) for one in result.hypotheses)
    assert all(one.score <= 0 for one in result.hypotheses)


@pytest.mark.parametrize("prefix", ["[Zorvik", "[Zorvik] Yesterday Brandt"])
def test_a_headline_with_a_head(prefix: str) -> None:
    loaded = engine.load("en", choice="starter")
    (result,) = loaded.translate([Request("[조르빅] 그는 어제 회사에 갔다.", prefix=prefix)], loaded.decoding)
    assert result.hypotheses[0].text.startswith(prefix)


def test_with_and_without_in_one_batch() -> None:
    loaded = engine.load("en", choice="starter")
    asked = [Request("그는 어제 회사에 갔다."), Request("그는 어제 회사에 갔다.", prefix="Zorvik")]
    plain, forced = loaded.translate(asked, loaded.decoding)
    assert not plain.hypotheses[0].text.startswith("Zorvik")
    assert forced.hypotheses[0].text.startswith("Zorvik")


def test_what_is_guarded_stands_in_it_as_it_is(scripted) -> None:
    """The engine gets placeholders for it, and what is no part of the sentence is left out."""
    own = scripted({"그는 ⟦0⟧ 과 ⟦1⟧를 보았다.": [["He saw ⟦0⟧ and ⟦1⟧."]]})
    text = "▲ 그는 a@b.kr 과 마윈를 보았다."
    at = text.index("마윈")
    request = Request(text, copies=(Hint(at, at + 2, "Jack Ma"),), prefix="▲ He saw a@b.kr and Jack Ma")
    seen: list[str] = []
    plain = own.translate
    own.translate = lambda requests, *more: (seen.extend(one.prefix for one in requests), plain(requests, *more))[1]
    (outcome,) = engine.translate(own, [request])
    assert seen == ["He saw ⟦0⟧ and ⟦1⟧"]
    assert outcome.candidates[0].text == "▲ He saw a@b.kr and Jack Ma."


class Scores:
    """Longer pieces are likelier."""

    def piece_to_id(self, piece: str) -> int:
        return len(piece)

    def get_score(self, number: int) -> float:
        return -1.0 / number


@pytest.mark.parametrize(
    ("piece", "writable", "parts"),
    [
        (BEGIN + "Kal", {BEGIN + "K", "al", BEGIN, "K", "a", "l"}, [BEGIN + "K", "al"]),
        ("abc", {"ab", "a", "b"}, ["ab", "c"]),
        ("뷁", set(), ["뷁"]),
    ],
)
def test_pieces_that_the_model_lacks_are_spelt_with_others(piece: str, writable: set[str], parts: list[str]) -> None:
    assert _spelt(piece, frozenset(writable), Scores()) == parts
