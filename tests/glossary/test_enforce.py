"""The ladder of enforcement, with an engine that says what the test tells it to."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.article import Concept, Hint, HintKind, Origin, Rung, Segment, Status, TermHit
from translate.engine.base import Candidate, Decoding, Hypothesis, Outcome, Progress, Request, Result
from translate.glossary import enforce

MA = Concept({"ko": ("마윈",), "en": ("Jack Ma",), "zh": ("马云",)}, forbidden={"en": ("Ma Yun",)})
ALI = Concept({"ko": ("알리바바",), "en": ("Alibaba", "Ali"), "zh": ("阿里巴巴",)})
BAN = Concept({"ko": ("요우커",)}, Status.FORBIDDEN, forbidden={"en": ("youke",)})
TEXT = "마윈의 알리바바가 왔다."
HITS = (TermHit(0, 2, MA), TermHit(4, 8, ALI))


@dataclass
class Script:
    """Answers each call with the next of its answers, then with nothing, and keeps what it was asked."""

    answers: list[list[Outcome]]
    calls: list[list[Request]] = field(default_factory=list)
    name: str = "script 1 ko→en"
    target: str = "en"
    sha256: str = "0" * 64
    reads_hints: bool = True
    placeholders: tuple[str, ...] = ()
    decoding: Decoding = field(default_factory=Decoding)

    def translate(
        self, requests: Sequence[Request], decoding: Decoding, progress: Progress | None = None
    ) -> list[Result]:
        return [Result((Hypothesis(request.text, 0.0),)) for request in requests]

    def spells(self, text: str) -> bool:
        return True

    def answer(self, requests: Sequence[Request]) -> list[Outcome]:
        self.calls.append(list(requests))
        known = self.answers[len(self.calls) - 1] if len(self.calls) <= len(self.answers) else []
        return known + [candidates("!empty")] * (len(requests) - len(known))


def candidates(*texts: str) -> Outcome:
    """An outcome; ``text!loop`` has the fault ``loop``, scores fall from -0.1."""
    made = [text.partition("!") for text in texts]
    return Outcome(
        tuple(Candidate(text, -(n + 1) / 10, (fault,) if fault else ()) for n, (text, _, fault) in enumerate(made))
    )


def finish(text: str, protected: Sequence[str]) -> str:
    """Typography that harms what is not protected."""
    return text if any(form in text for form in protected) else text.replace("Jack Ma", "jack ma")


def segment(text: str = TEXT, number: int = 1) -> Segment:
    return Segment(str(number), 0, 0, len(text), text)


GOOD = "Jack Ma of Alibaba came."
NO_ALI = "Jack Ma came."
NONE = "He came."

LADDER = [
    # answers of the calls, in order            → text, rung, terms in place, calls made
    ([[GOOD, NO_ALI]], GOOD, Rung.HINT, 2),
    ([[NO_ALI, NONE, GOOD]], GOOD, Rung.NBEST, 2),
    ([[NONE + "!loop", GOOD]], GOOD, Rung.NBEST, 2),
    ([[GOOD + "!loop", GOOD]], GOOD, Rung.NBEST, 2),
    ([[NO_ALI, NONE], [NONE, GOOD]], GOOD, Rung.COPY, 2),
    ([[NO_ALI], [NONE], [GOOD]], GOOD, Rung.COPY, 2),
    ([[NONE], [GOOD]], GOOD, Rung.COPY, 2),
    ([[NONE], [NONE], [NONE]], NONE, Rung.FAILED, 0),
    ([[NONE, NO_ALI], [NONE], [NONE]], NO_ALI, Rung.FAILED, 1),
    ([[NO_ALI], ["Jack Ma went."], ["Jack Ma left."]], NO_ALI, Rung.FAILED, 1),
    ([[NO_ALI + "!loop"], ["Jack Ma went."], [NONE]], "Jack Ma went.", Rung.FAILED, 1),
    # a fault is taken only where it has more of the terms
    ([[GOOD + "!loop"], [NO_ALI]], GOOD, Rung.HINT, 2),
    ([[GOOD + "!loop"], [GOOD]], GOOD, Rung.COPY, 2),
    ([[NO_ALI], ["Jack Ma Jack Ma!loop"], ["!empty"]], NO_ALI, Rung.FAILED, 1),
    ([[NO_ALI], ["Jack Ma Alibaba!loop"], [NONE]], "Jack Ma Alibaba", Rung.COPY, 2),
    # forbidden forms
    ([["Ma Yun, that is Jack Ma of Alibaba, came.", GOOD]], GOOD, Rung.NBEST, 2),
    (
        [["Ma Yun, that is Jack Ma of Alibaba, came."], [NONE], [NONE]],
        "Ma Yun, that is Jack Ma of Alibaba, came.",
        Rung.FAILED,
        2,
    ),
    ([["Jack Ma of Ali's came."]], "Jack Ma of Ali's came.", Rung.HINT, 2),
]


@pytest.mark.parametrize(("answers", "text", "rung", "standing"), LADDER)
def test_ladder(answers: list[list[str]], text: str, rung: Rung, standing: int) -> None:
    script = Script([[candidates(*texts)] for texts in answers])
    (made,) = enforce([segment()], {"1": HITS}, script, script.answer, finish)
    assert (made.text, made.rung) == (text, rung)
    assert sum(use.enforced for use in made.terms) == standing
    assert [use.hit for use in made.terms] == list(HITS)
    assert all(made.text[use.start : use.end] == use.form for use in made.terms if use.enforced)
    assert (rung is Rung.FAILED) == any("missing" in line or "forbidden" in line for line in made.log)
    assert made.attempts == sum(map(len, script.calls))


def hint(hit: TermHit) -> Hint:
    return Hint(hit.start, hit.end, hit.concept.forms("en")[0], HintKind.TERM, "termbase")


def test_what_each_rung_asks() -> None:
    script = Script([[candidates(NO_ALI)], [candidates(NONE)], [candidates(NONE)]])
    enforce([segment()], {"1": HITS}, script, script.answer, finish)
    ma, ali = map(hint, HITS)
    assert script.calls == [
        [Request(TEXT, terms=(ma, ali))],
        [Request(TEXT, terms=(ma,), copies=(ali,))],
        [Request(TEXT, copies=(ma, ali))],
        [  # what was asked before (the last three of five) is left out
            Request(TEXT, terms=(ma, ali), copies=(ali,)),
            Request(TEXT, terms=(ali,), copies=(ma,)),
        ],
    ]


@pytest.mark.parametrize(("language", "joined"), [("en", "Alibaba Jack Ma"), ("zh", "阿里巴巴马云")])
def test_terms_side_by_side_travel_as_one_copy(language: str, joined: str) -> None:
    text = "알리바바 마윈과 마윈"
    script = Script([], target=language)
    hits = (TermHit(0, 4, ALI), TermHit(5, 7, MA), TermHit(9, 11, MA))
    enforce([segment(text)], {"1": hits}, script, script.answer, finish)
    alone = Hint(9, 11, MA.forms(language)[0], HintKind.TERM, "termbase")
    asked = [request.copies for call in script.calls for request in call]
    assert (Hint(0, 7, joined, HintKind.TERM, "termbase"), alone) in asked


def test_nothing_is_asked_twice() -> None:
    script = Script([])
    (made,) = enforce([segment()], {"1": HITS}, script, script.answer, finish)
    asked = [request for call in script.calls for request in call]
    assert len(script.calls) == 3  # all terms were missing: copying them all again would change nothing
    assert len(asked) == len(set(asked)) == made.attempts
    assert made.rung is Rung.FAILED


def test_only_open_segments_climb_and_each_rung_is_one_batch() -> None:
    script = Script(
        [
            [candidates("Plain!loop", "Fine"), candidates(GOOD), candidates(NO_ALI), candidates(NONE)],
            [candidates(GOOD), candidates(GOOD)],
        ]
    )
    texts = ["아무 말.", "마윈과 알리바바.", TEXT, "마윈이 알리바바에."]
    segments = [segment(text, n) for n, text in enumerate(texts, start=1)]
    hits = {
        "2": (TermHit(0, 2, MA), TermHit(4, 8, ALI)),
        "3": HITS,
        "4": (TermHit(0, 2, MA), TermHit(4, 8, ALI)),
    }
    made = enforce(segments, hits, script, script.answer, finish)
    assert [[request.text for request in call] for call in script.calls] == [texts, texts[2:]]
    assert [one.rung for one in made] == [Rung.PLAIN, Rung.HINT, Rung.COPY, Rung.COPY]
    assert [one.segment for one in made] == ["1", "2", "3", "4"]
    assert (made[0].text, made[0].faults, made[0].attempts) == ("Plain", ("loop",), 1)  # as the engine ranked it


def test_repeated_segments_are_translated_once() -> None:
    script = Script([[candidates(GOOD), candidates("Came.")]])
    segments = [segment(number=1), segment("왔다.", 2), segment(number=3), segment("왔다.", 4)]
    made = enforce(segments, {"1": HITS, "3": HITS}, script, script.answer, finish)
    assert [len(call) for call in script.calls] == [2]
    assert [(one.segment, one.text, one.origin, one.attempts) for one in made] == [
        ("1", GOOD, Origin.MACHINE, 1),
        ("2", "Came.", Origin.MACHINE, 1),
        ("3", GOOD, Origin.REPEAT, 0),
        ("4", "Came.", Origin.REPEAT, 0),
    ]
    assert made[2].terms == made[0].terms


def test_the_same_text_with_other_hits_is_another_segment() -> None:
    script = Script([[candidates(GOOD), candidates(NONE)]])
    made = enforce([segment(number=1), segment(number=2)], {"1": HITS}, script, script.answer, finish)
    assert [(one.text, one.rung, one.origin) for one in made] == [
        (GOOD, Rung.HINT, Origin.MACHINE),
        (NONE, Rung.PLAIN, Origin.MACHINE),
    ]


def test_verification_is_on_the_finished_text() -> None:
    script = Script([[candidates("Jack Ma left.", GOOD)]])

    def spoil(text: str, protected: Sequence[str]) -> str:
        return text.replace("Jack Ma left", "jack ma left")

    (made,) = enforce([segment()], {"1": (HITS[0],)}, script, script.answer, spoil)
    assert (made.text, made.rung, made.log) == (GOOD, Rung.NBEST, ("candidate 2 taken for its terms",))


def test_typography_is_told_what_to_leave_alone() -> None:
    seen: list[tuple[str, tuple[str, ...]]] = []

    def record(text: str, protected: Sequence[str]) -> str:
        seen.append((text, tuple(protected)))
        return text

    script = Script([[candidates(GOOD), candidates("Plain.")]])
    enforce([segment(), segment("말.", 2)], {"1": HITS}, script, script.answer, record)
    assert seen == [(GOOD, ("Jack Ma", "Alibaba", "Ali")), ("Plain.", ())]


def test_a_concept_that_only_forbids() -> None:
    hits = {"1": (TermHit(0, 3, BAN),)}
    for texts, text, rung in [
        (["Tourists came.", "x"], "Tourists came.", Rung.HINT),
        (["A youke came.", "Tourists came."], "Tourists came.", Rung.NBEST),
        (["A youke came."], "A youke came.", Rung.FAILED),
    ]:
        script = Script([[candidates(*texts)]])
        (made,) = enforce([segment("요우커가 왔다.")], hits, script, script.answer, finish)
        assert (made.text, made.rung, made.terms) == (text, rung, ())
        assert script.calls == [[Request("요우커가 왔다.")]]  # nothing to hint at, nothing to copy
    assert made.log == ("forbidden form: youke",)


def test_hits_without_a_term_in_the_language_change_nothing() -> None:
    script = Script([[candidates("Came.")]], target="zh")
    hits = {"1": (TermHit(0, 3, BAN), TermHit(4, 6, Concept({"ko": ("왔다",), "en": ("come",)})))}
    (made,) = enforce([segment("요우커 왔다.")], hits, script, script.answer, finish)
    assert (made.rung, made.terms, made.language) == (Rung.PLAIN, (), "zh")
    assert script.calls == [[Request("요우커 왔다.")]]


def test_the_evidence_is_that_of_the_text_taken() -> None:
    first = Outcome((Candidate(NO_ALI, -0.5),), hints=(Hint(0, 2, "x"),), guessed=("A",), attempts=2, log=("first",))
    second = Outcome(
        (Candidate(NO_ALI, -0.1), Candidate(GOOD, -0.7)), hints=(Hint(0, 2, "y"),), guessed=("B",), attempts=3
    )
    script = Script([[first], [second]])
    (made,) = enforce([segment()], {"1": HITS}, script, script.answer, finish)
    assert (made.score, made.hints, made.guessed) == (-0.7, (Hint(0, 2, "y"),), ("B",))
    assert (made.attempts, made.engine, made.log) == (5, "script 1 ko→en", ("terms copied",))


def test_a_copy_that_had_to_be_forced_in_is_the_last_choice() -> None:
    pieces = Outcome((Candidate("Came, Jack Ma, and Alibaba.", -0.1),), log=("translated in pieces",))
    for answer, text, log in [(GOOD, GOOD, ()), (NONE, "Came, Jack Ma, and Alibaba.", ("translated in pieces",))]:
        script = Script([[candidates(NO_ALI)], [pieces], [candidates(NONE)], [candidates(answer)]])
        (made,) = enforce([segment()], {"1": HITS}, script, script.answer, finish)
        assert (made.text, made.rung, made.log) == (text, Rung.COPY, (*log, "terms copied"))


def test_hanja_in_brackets_is_not_shown_to_the_engine() -> None:
    """The hit covers it, so the term stands for both; hints come back with their places in the source."""
    text = "마윈(馬雲)과 알리바바(阿里)가 마윈(馬雲)을"
    hits = (TermHit(0, 6, MA), TermHit(8, 16, ALI), TermHit(18, 24, MA))
    shown = Outcome(
        (Candidate(GOOD, -0.1),), hints=(Hint(0, 2, "a"), Hint(4, 8, "b"), Hint(10, 12, "c"), Hint(13, 13, "d"))
    )
    script = Script([[shown]])
    (made,) = enforce([segment(text)], {"1": hits}, script, script.answer, finish)
    ((asked,),) = script.calls
    assert asked.text == "마윈과 알리바바가 마윈을"
    assert [asked.text[one.start : one.end] for one in asked.terms] == ["마윈", "알리바바", "마윈"]
    assert [text[one.start : one.end] for one in made.hints] == ["마윈(馬雲)", "알리바바(阿里)", "마윈(馬雲)", ""]
    assert [use.hit for use in made.terms] == list(hits)


def test_no_segments_no_call() -> None:
    script = Script([])
    assert enforce([], {}, script, script.answer, finish) == []
    assert script.calls == []


PARTS = st.lists(st.sampled_from(["Jack Ma", "Alibaba", "Ali", "Ma Yun", "he", "came", "Alibabas"]), max_size=5)
TEXTS = st.lists(PARTS.map(" ".join), min_size=1, max_size=3).map(lambda texts: [candidates(*texts)])


@settings(deadline=None, max_examples=200)
@given(st.lists(TEXTS, min_size=3, max_size=3))
def test_enforced_or_marked_whatever_the_engine_says(answers: list[list[Outcome]]) -> None:
    script = Script(answers)
    (made,) = enforce([segment()], {"1": HITS}, script, script.answer, finish)
    words = f" {made.text} ".replace("Jack Ma", "Jack_Ma").replace("Ma Yun", "Ma_Yun").split()
    stands = ["Jack_Ma" in words, bool({"Alibaba", "Ali", "Alibabas"} & set(words))]
    assert [use.enforced for use in made.terms] == stands
    assert (made.rung is not Rung.FAILED) == (all(stands) and "Ma_Yun" not in words)
