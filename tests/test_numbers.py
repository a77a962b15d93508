"""Translations with wrong numbers are asked for again, and taken only where they are better."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from translate.article import Concept, Hint, HintKind, Origin, Rung, Segment, TermHit, Translation
from translate.glossary import uses
from translate.numbers import renumbered

MA = Concept({"ko": ("마윈",), "en": ("Jack Ma",)})
SOURCE = "마윈은 5000개를 샀다."
HIT = TermHit(0, 2, MA)
NUMBER = Hint(4, 9, "5,000", HintKind.GLOSS, "number")
RIGHT = "Jack Ma bought 5,000."


class Again:
    """Answers with the same text, and keeps what it was asked."""

    def __init__(self, text: str, rung: Rung = Rung.COPY, **more: object) -> None:
        self.text, self.rung, self.more = text, rung, more
        self.asked: list[Mapping[str, tuple[TermHit, ...]]] = []

    def __call__(self, segments: Sequence[Segment], hits: Mapping[str, tuple[TermHit, ...]]) -> list[Translation]:
        self.asked.append(hits)
        return [made(self.text, segment.id, hits[segment.id], self.rung, **self.more) for segment in segments]


def made(
    text: str, number: str = "1", hits: Sequence[TermHit] = (HIT,), rung: Rung = Rung.HINT, **more: object
) -> Translation:
    terms = uses(text, hits, "en")
    return replace(Translation(number, "en", text, rung=rung, terms=terms, hints=(NUMBER,)), **more)


def segment(text: str = SOURCE, number: str = "1") -> Segment:
    return Segment(number, 0, 0, len(text), text)


def test_the_numbers_travel_as_hits_beside_the_terms() -> None:
    again = Again(RIGHT)
    (one,) = renumbered([segment()], [made("Jack Ma bought 500.")], {"1": (HIT,)}, again)
    ((asked,),) = [tuple(hits.values()) for hits in again.asked]
    assert [(hit.start, hit.end, hit.concept.forms("en")) for hit in asked] == [
        (0, 2, ("Jack Ma",)),
        (4, 9, ("5,000",)),
    ]
    assert (one.text, one.rung, one.attempts) == (RIGHT, Rung.COPY, 2)
    assert [use.hit for use in one.terms] == [HIT]  # a number is no term
    assert one.log == ("decoded again for its numbers",)


@pytest.mark.parametrize(
    ("before", "after", "more"),
    [
        ("Jack Ma bought 500.", "Jack Ma bought 50.", {}),  # no better
        ("Jack Ma bought 500.", "He bought 5,000.", {}),  # a term is lost
        ("Jack Ma bought 500.", RIGHT, {"faults": ("loop",)}),
    ],
)
def test_what_is_no_better_is_not_taken(before: str, after: str, more: dict[str, object]) -> None:
    (one,) = renumbered([segment()], [made(before)], {"1": (HIT,)}, Again(after, **more))
    assert (one.text, one.rung, one.log, one.attempts) == (before, Rung.HINT, (), 2)


def test_right_numbers_are_left_alone() -> None:
    again = Again("never")
    assert renumbered([segment()], [made(RIGHT)], {"1": (HIT,)}, again) == [made(RIGHT)]
    assert again.asked == []


def test_an_engine_that_tells_of_no_numbers_is_not_asked() -> None:
    again = Again("never")
    old = replace(made("Jack Ma bought 500."), hints=())
    assert renumbered([segment()], [old], {"1": (HIT,)}, again) == [old]
    assert again.asked == []


def test_digits_that_the_engine_was_not_told_of_travel_too() -> None:
    text = "5000개를 20~30년, 3만 개, 1.5배, O2O, A4로"
    told = Hint(0, 5, "5,000", HintKind.GLOSS, "number")
    again = Again("never")
    old = replace(made("none", hits=()), hints=(told,))
    renumbered([segment(text)], [old], {}, again)
    ((asked,),) = [tuple(hits.values()) for hits in again.asked]
    assert [(text[hit.start : hit.end], hit.concept.forms("en")) for hit in asked] == [
        ("5000개", ("5,000",)),
        ("20", ("20",)),
        ("30", ("30",)),
        ("1.5", ("1.5",)),
    ]


def test_a_segment_without_terms_stays_plain() -> None:
    old = made("He bought 500.", hits=(), rung=Rung.PLAIN, origin=Origin.REPEAT)
    (one,) = renumbered([segment()], [old], {}, Again("He bought 5,000."))
    assert (one.text, one.rung, one.terms, one.origin) == ("He bought 5,000.", Rung.PLAIN, (), Origin.REPEAT)


def test_a_number_inside_a_term_belongs_to_it() -> None:
    whole = TermHit(4, 9, Concept({"ko": ("5000개",), "en": ("five grand",)}))
    again = Again("never")
    old = made("Jack Ma bought 500.", hits=(whole,), rung=Rung.FAILED)
    assert renumbered([segment()], [old], {"1": (whole,)}, again) == [old]


def test_only_what_is_wrong_is_asked_for() -> None:
    again = Again(RIGHT)
    segments = [segment(), segment(number="2"), segment(number="3")]
    old = [made(RIGHT), made("Jack Ma bought 500.", "2"), made(RIGHT, "3")]
    new = renumbered(segments, old, dict.fromkeys("123", (HIT,)), again)
    assert [list(hits) for hits in again.asked] == [["2"]]
    assert [one.text for one in new] == [RIGHT] * 3
