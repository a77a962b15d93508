"""The ladder of enforcement, with an engine that says what the test tells it to."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.article import Concept, Hint, HintKind, Origin, Rung, Segment, Status, TermHit, Translation
from translate.engine.base import Candidate, Copying, Decoding, Gain, Hypothesis, Outcome, Progress, Request, Result
from translate.engine.trust import Trust
from translate.glossary import Tools, enforce

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
    source: str = "ko"
    target: str = "en"
    sha256: str = "0" * 64
    reads_hints: bool = True
    placeholders: tuple[str, ...] = ("⟦0⟧", "⟦1⟧")
    decoding: Decoding = field(default_factory=Decoding)
    unasked: dict[str, Outcome] = field(default_factory=dict)
    plain: list[list[Request]] = field(default_factory=list)

    def translate(
        self, requests: Sequence[Request], decoding: Decoding, progress: Progress | None = None
    ) -> list[Result]:
        return [Result((Hypothesis(request.text, 0.0),)) for request in requests]

    def hints(self, request: Request) -> tuple[Hint, ...]:
        return request.terms

    def reads(self, text: str) -> bool:
        return True

    def writes(self, text: str) -> bool:
        return True

    def decode(self, engine: object, trust: Trust, requests: Sequence[Request], patient: bool) -> list[Outcome]:
        """What comes first is asked without terms; those answers are found by the text."""
        if not patient:
            return self.answer(requests)
        self.plain.append(list(requests))
        return [self.unasked.get(request.text, candidates("!empty")) for request in requests]

    def answer(self, requests: Sequence[Request]) -> list[Outcome]:
        self.calls.append(list(requests))
        known = self.answers[len(self.calls) - 1] if len(self.calls) <= len(self.answers) else []
        return known + [candidates("!empty")] * (len(requests) - len(known))


@dataclass
class Pointer(Script):
    """A script that also says where spans went: to the word of the text that the test names for them."""

    words: dict[str, str] = field(default_factory=dict)
    likely: dict[str, tuple[Gain, ...]] = field(default_factory=dict)

    def gains(self, asked: Sequence[tuple[Request, str, int, int]]) -> list[tuple[Gain, ...]]:
        made = []
        for request, text, start, end in asked:
            word = self.words.get(request.text[start:end], "")
            place = text.find(word) if word else -1
            made.append((Gain(place, place + len(word), 9.0),) if place >= 0 else self.likely.get(text, ()))
        return made


def enforced(
    segments: Sequence[Segment],
    hits: Mapping[str, tuple[TermHit, ...]],
    script: Script,
    finish: Callable[[str, Sequence[str]], str] | None = None,
    ways: Sequence[str] = ("hint", "placeholder"),
) -> list[Translation]:
    """Enforcement with an engine of which the self-test found that these ways work."""
    trusted = Trust(script.placeholders, dict.fromkeys(ways, 1.0))
    typography = finish or spoilt
    tools = Tools(
        decode=script.decode,
        finish=lambda text, protected, language: typography(text, protected),
        trust=lambda engine: trusted,
    )
    return enforce(segments, hits, script, tools)


def candidates(*texts: str) -> Outcome:
    """An outcome; ``text!loop`` has the fault ``loop``, scores fall from -0.1."""
    made = [text.partition("!") for text in texts]
    return Outcome(
        tuple(Candidate(text, -(n + 1) / 10, (fault,) if fault else ()) for n, (text, _, fault) in enumerate(made))
    )


def spoilt(text: str, protected: Sequence[str]) -> str:
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
        "Jack Ma, that is Jack Ma of Alibaba, came.",
        Rung.REPLACE,
        2,
    ),
    ([["Jack Ma of Ali's came."]], "Jack Ma of Ali's came.", Rung.HINT, 2),
]


@pytest.mark.parametrize(("answers", "text", "rung", "standing"), LADDER)
def test_ladder(answers: list[list[str]], text: str, rung: Rung, standing: int) -> None:
    script = Script([[candidates(*texts)] for texts in answers])
    (made,) = enforced([segment()], {"1": HITS}, script)
    assert (made.text, made.rung) == (text, rung)
    assert sum(use.enforced for use in made.terms) == standing
    assert [use.hit for use in made.terms] == list(HITS)
    assert all(made.text[use.start : use.end] == use.form for use in made.terms if use.enforced)
    assert (rung is Rung.FAILED) == any("missing" in line or "forbidden" in line for line in made.log)
    assert made.attempts == 1 + sum(map(len, script.calls))  # the first without terms


def hint(hit: TermHit) -> Hint:
    return Hint(hit.start, hit.end, hit.concept.forms("en")[0], HintKind.TERM, "termbase")


def test_what_each_rung_asks() -> None:
    script = Script([[candidates(NO_ALI)], [candidates(NONE)], [candidates(NONE)]])
    enforced([segment()], {"1": HITS}, script, ways=("hint", "placeholder", "code-switch"))
    ma, ali = map(hint, HITS)
    assert script.calls == [
        [Request(TEXT, terms=(ma, ali))],
        [Request(TEXT, terms=(ma,), copies=(ali,))],
        [Request(TEXT, copies=(ma, ali))],
        [Request(TEXT, terms=(ma,), copies=(ali,), copying=Copying.WRITTEN)],
        [Request(TEXT, copies=(ma, ali), copying=Copying.WRITTEN)],
    ]


@pytest.mark.parametrize(
    ("rates", "order"),
    [
        ({"placeholder": 1.0, "code-switch": 0.9}, [Copying.PLACEHOLDER] * 2 + [Copying.WRITTEN] * 2),
        ({"placeholder": 0.6, "code-switch": 0.9}, [Copying.WRITTEN] * 2 + [Copying.PLACEHOLDER] * 2),
        ({"placeholder": 1.0, "code-switch": 0.4}, [Copying.PLACEHOLDER] * 2),
        ({"placeholder": 0.1, "code-switch": 0.1, "hint": 1.0}, []),
    ],
)
def test_the_self_test_ranks_the_rungs(rates: dict[str, float], order: list[Copying]) -> None:
    script = Script([[candidates(NO_ALI)]])
    tools = Tools(
        decode=script.decode,
        finish=lambda text, protected, language: text,
        trust=lambda engine: Trust(("⟦0⟧",), rates),
    )
    enforce([segment()], {"1": HITS}, script, tools)
    assert [call[0].copying for call in script.calls[1:]] == order


def test_nothing_is_asked_twice() -> None:
    script = Script([])
    (made,) = enforced([segment()], {"1": HITS}, script)
    asked = [request for call in script.calls for request in call]
    assert len(script.calls) == 2  # all terms were missing: copying them all again would change nothing
    assert len(asked) == len(set(asked)) == made.attempts - 1
    assert made.rung is Rung.FAILED


def test_only_open_segments_climb_and_each_rung_is_one_batch() -> None:
    texts = ["아무 말.", "마윈과 알리바바.", TEXT, "마윈이 알리바바에.", "알리바바의 마윈."]
    script = Script([[candidates(GOOD), candidates(NO_ALI), candidates(NONE)], [candidates(GOOD), candidates(GOOD)]])
    script.unasked = {texts[0]: candidates("Plain!loop", "Fine"), texts[4]: candidates(GOOD)}
    segments = [segment(text, n) for n, text in enumerate(texts, start=1)]
    hits = {
        "2": (TermHit(0, 2, MA), TermHit(4, 8, ALI)),
        "3": HITS,
        "4": (TermHit(0, 2, MA), TermHit(4, 8, ALI)),
        "5": (TermHit(0, 4, ALI), TermHit(6, 8, MA)),
    }
    made = enforced(segments, hits, script)
    assert script.plain == [[Request(text) for text in texts]]  # as without a glossary, all of them in one batch
    assert [[request.text for request in call] for call in script.calls] == [texts[1:4], texts[2:4]]
    assert [one.rung for one in made] == [Rung.PLAIN, Rung.HINT, Rung.COPY, Rung.COPY, Rung.PLAIN]
    assert [one.segment for one in made] == ["1", "2", "3", "4", "5"]
    assert (made[0].text, made[0].faults, made[0].attempts) == ("Plain", ("loop",), 1)  # as the engine ranked it
    assert (made[4].text, made[4].attempts) == (GOOD, 1)


def test_unasked_only_the_first_candidate_counts() -> None:
    script = Script([[candidates(GOOD)]], unasked={TEXT: candidates(NONE, GOOD)})
    (made,) = enforced([segment()], {"1": HITS}, script)
    assert (made.text, made.rung) == (GOOD, Rung.HINT)


def test_repeated_segments_are_translated_once() -> None:
    script = Script([[candidates(GOOD)]], unasked={"왔다.": candidates("Came.")})
    segments = [segment(number=1), segment("왔다.", 2), segment(number=3), segment("왔다.", 4)]
    made = enforced(segments, {"1": HITS, "3": HITS}, script)
    assert [len(call) for call in (*script.plain, *script.calls)] == [2, 1]
    assert [(one.segment, one.text, one.origin, one.attempts) for one in made] == [
        ("1", GOOD, Origin.MACHINE, 2),
        ("2", "Came.", Origin.MACHINE, 1),
        ("3", GOOD, Origin.REPEAT, 0),
        ("4", "Came.", Origin.REPEAT, 0),
    ]
    assert made[2].terms == made[0].terms


def test_the_same_text_with_other_hits_is_another_segment() -> None:
    script = Script([[candidates(GOOD)]], unasked={TEXT: candidates(NONE)})
    made = enforced([segment(number=1), segment(number=2)], {"1": HITS}, script)
    assert [(one.text, one.rung, one.origin) for one in made] == [
        (GOOD, Rung.HINT, Origin.MACHINE),
        (NONE, Rung.PLAIN, Origin.MACHINE),
    ]


def test_verification_is_on_the_finished_text() -> None:
    script = Script([[candidates("Jack Ma left.", GOOD)]])

    def spoil(text: str, protected: Sequence[str]) -> str:
        return text.replace("Jack Ma left", "jack ma left")

    (made,) = enforced([segment()], {"1": (HITS[0],)}, script, spoil)
    assert (made.text, made.rung, made.log) == (GOOD, Rung.NBEST, ("candidate 2 taken for its terms",))


def test_typography_is_told_what_to_leave_alone() -> None:
    seen: list[tuple[str, tuple[str, ...]]] = []

    def record(text: str, protected: Sequence[str]) -> str:
        seen.append((text, tuple(protected)))
        return text

    script = Script([], unasked={TEXT: candidates("ali of Jack Ma"), "말.": candidates("Plain.")})
    script.answers = [[candidates(GOOD)]]
    enforced([segment(), segment("말.", 2)], {"1": HITS}, script, record)
    assert seen[1:] == [("Plain.", ()), (GOOD, ("Jack Ma", "Alibaba", "Ali"))]


def test_typography_leaves_terms_alone_as_they_stand_in_the_text() -> None:
    seen: list[tuple[str, ...]] = []

    def record(text: str, protected: Sequence[str]) -> str:
        seen.append(tuple(protected))
        return text

    bank = TermHit(0, 2, Concept({"ko": ("은행",), "en": ('the "bank"',)}))
    script = Script([], unasked={"은행.": candidates('The "Bank" came.')})
    enforced([segment("은행.")], {"1": (bank,)}, script, record)
    assert seen[0] == ('the "bank"', 'The "Bank"')


def test_a_concept_that_only_forbids() -> None:
    hits = {"1": (TermHit(0, 3, BAN),)}
    for texts, text, rung in [
        (["Tourists came.", "x"], "Tourists came.", Rung.PLAIN),
        (["A youke came.", "Tourists came."], "Tourists came.", Rung.NBEST),
        (["A youke came."], "A youke came.", Rung.FAILED),
    ]:
        script = Script([], unasked={"요우커가 왔다.": candidates(*texts)})
        (made,) = enforced([segment("요우커가 왔다.")], hits, script)
        assert (made.text, made.rung, made.terms) == (text, rung, ())
        assert [request for call in script.calls for request in call] == []  # nothing to hint at, nothing to copy
    assert made.log == ("forbidden form: youke",)


def test_hits_without_a_term_in_the_language_change_nothing() -> None:
    script = Script([], target="zh", unasked={"요우커 왔다.": candidates("Came.")})
    hits = {"1": (TermHit(0, 3, BAN), TermHit(4, 6, Concept({"ko": ("왔다",), "en": ("come",)})))}
    (made,) = enforced([segment("요우커 왔다.")], hits, script)
    assert (made.rung, made.terms, made.language) == (Rung.PLAIN, (), "zh")
    assert script.calls == []


def test_the_evidence_is_that_of_the_text_taken() -> None:
    first = Outcome((Candidate(NO_ALI, -0.5),), hints=(Hint(0, 2, "x"),), guessed=("A",), attempts=2, log=("first",))
    second = Outcome(
        (Candidate(NO_ALI, -0.1), Candidate(GOOD, -0.7)), hints=(Hint(0, 2, "y"),), guessed=("B",), attempts=3
    )
    script = Script([[first], [second]])
    (made,) = enforced([segment()], {"1": HITS}, script)
    assert (made.score, made.hints, made.guessed) == (-0.7, (Hint(0, 2, "y"),), ("B",))
    assert (made.attempts, made.engine, made.log) == (6, "script 1 ko→en", ("terms copied as placeholder",))


def test_what_was_put_together_from_pieces_is_the_last_choice() -> None:
    pieced = Outcome((Candidate("Came, Jack Ma, and Alibaba.", -0.1, pieced=True),))
    for answer, text in [(GOOD, GOOD), (NONE, "Came, Jack Ma, and Alibaba.")]:
        script = Script([[candidates(NO_ALI)], [pieced], [candidates(answer)]])
        (made,) = enforced([segment()], {"1": HITS}, script)
        assert (made.text, made.rung) == (text, Rung.COPY)


def test_splice() -> None:
    """What stands for the term is cut off with all behind it, the term put there, and the engine goes on."""
    script = Pointer([[candidates("Jack Ma of Baba came.")], [candidates(GOOD)]], words={"알리바바": "Baba"})
    (made,) = enforced([segment()], {"1": HITS}, script, ways=("hint", "splice"))
    assert script.calls[1] == [Request(TEXT, terms=tuple(map(hint, HITS)), prefix="Jack Ma of Alibaba")]
    assert (made.text, made.rung, made.log) == (GOOD, Rung.SPLICE, ("decoded again behind: Jack Ma of Alibaba",))


def test_an_answer_that_does_not_begin_as_told_is_no_splice() -> None:
    script = Pointer([[candidates("Jack Ma of Baba came.")], [candidates("Alibaba and Jack Ma came.")]])
    script.words["알리바바"] = "Baba"
    (made,) = enforced([segment()], {"1": HITS}, script, ways=("hint", "splice"))
    assert (made.text, made.rung) == (GOOD, Rung.REPLACE)


def test_splices_follow_each_other() -> None:
    answers = [[candidates("Ma of Baba came.")], [candidates("Jack Ma of Baba came.")], [candidates(GOOD)]]
    script = Pointer(answers, words={"마윈": "Ma", "알리바바": "Baba"})
    (made,) = enforced([segment()], {"1": HITS}, script, ways=("hint", "splice"))
    assert [call[0].prefix for call in script.calls] == ["", "Jack Ma", "Jack Ma of Alibaba"]
    assert (made.text, made.rung) == (GOOD, Rung.SPLICE)


def test_what_is_missing_travels_as_copies_behind_a_splice() -> None:
    script = Pointer([[candidates("Ma of Baba came.")]], words={"마윈": "Ma"})
    enforced([segment()], {"1": HITS}, script, ways=("hint", "splice", "placeholder"))
    spliced = next(request for call in script.calls for request in call if request.prefix == "Jack Ma")
    assert spliced.copies == tuple(map(hint, HITS))


def test_replacement() -> None:
    script = Pointer([[candidates("Jack Ma of a Baba came.")]], words={"알리바바": "Baba"})
    (made,) = enforced([segment()], {"1": HITS}, script, ways=("hint",))
    assert (made.text, made.rung) == ("Jack Ma of an Alibaba came.", Rung.REPLACE)
    assert made.log == ("replaced: Baba → Alibaba", "grammar: article at Alibaba")
    assert len(script.calls) == 1


def test_a_term_in_its_place_is_not_replaced() -> None:
    script = Pointer([[candidates("Jack Ma came.")]], words={"알리바바": "Jack Ma"})
    (made,) = enforced([segment()], {"1": HITS}, script, ways=("hint",))
    assert (made.text, made.rung) == ("Jack Ma came.", Rung.FAILED)


def test_forbidden_forms_are_replaced() -> None:
    script = Script([[candidates("Ma Yun of Alibaba came.")]])
    (made,) = enforced([segment()], {"1": HITS}, script)
    assert (made.text, made.rung) == (GOOD, Rung.REPLACE)
    assert made.log == ("replaced: Ma Yun → Jack Ma",)


def test_a_term_that_was_left_out_is_looked_a_place_for() -> None:
    """Nothing stands for the term: it is put before each word, and where the engine goes on best it stays."""
    clumsy, smooth = "Alibaba he saw Jack Ma.", "He, Alibaba, saw Jack Ma."
    answers = [candidates(clumsy), candidates(smooth), candidates("He saw Jack Ma Alibaba leave.")]
    script = Pointer([[candidates("He saw Jack Ma leave.")], answers])
    script.likely = {clumsy: (Gain(0, 1, 0.0, -2.0),), smooth: (Gain(0, 1, 0.0, -0.5), Gain(1, 2, 0.0, -0.7))}
    (made,) = enforced([segment()], {"1": HITS}, script, ways=("hint", "splice"))
    prefixes = [request.prefix for request in script.calls[1]]
    assert prefixes == ["Alibaba", "He Alibaba", "He saw Jack Ma Alibaba"]  # never inside a term
    assert (made.text, made.rung) == (smooth, Rung.SPLICE)


def test_waived_hits_are_neither_asked_for_nor_missing() -> None:
    hits = (HITS[0], replace(HITS[1], waived={"en": "said twice"}))
    script = Script([[candidates(NO_ALI)]])
    (made,) = enforced([segment()], {"1": hits}, script)
    assert script.calls == [[Request(TEXT, terms=(hint(HITS[0]),))]]
    assert (made.text, made.rung) == (NO_ALI, Rung.HINT)
    assert [(use.enforced, use.waiver) for use in made.terms] == [(True, ""), (False, "said twice")]


def test_hanja_in_brackets_is_not_shown_to_the_engine() -> None:
    """The hit covers it, so the term stands for both; hints come back with their places in the source."""
    text = "마윈(馬雲)과 알리바바(阿里)가 마윈(馬雲)을"
    hits = (TermHit(0, 6, MA), TermHit(8, 16, ALI), TermHit(18, 24, MA))
    shown = Outcome(
        (Candidate(GOOD, -0.1),), hints=(Hint(0, 2, "a"), Hint(4, 8, "b"), Hint(10, 12, "c"), Hint(13, 13, "d"))
    )
    script = Script([[shown]])
    (made,) = enforced([segment(text)], {"1": hits}, script)
    ((asked,),) = script.calls
    assert asked.text == "마윈과 알리바바가 마윈을"
    assert [asked.text[one.start : one.end] for one in asked.terms] == ["마윈", "알리바바", "마윈"]
    assert [text[one.start : one.end] for one in made.hints] == ["마윈(馬雲)", "알리바바(阿里)", "마윈(馬雲)", ""]
    assert [use.hit for use in made.terms] == list(hits)


def test_no_segments_no_call() -> None:
    script = Script([])
    assert enforced([], {}, script) == []
    assert script.calls == []


PARTS = st.lists(st.sampled_from(["Jack Ma", "Alibaba", "Ali", "Ma Yun", "he", "came", "Alibabas"]), max_size=5)
TEXTS = st.lists(PARTS.map(" ".join), min_size=1, max_size=3).map(lambda texts: [candidates(*texts)])


@settings(deadline=None, max_examples=200)
@given(st.lists(TEXTS, min_size=3, max_size=3))
def test_enforced_or_marked_whatever_the_engine_says(answers: list[list[Outcome]]) -> None:
    script = Script(answers)
    (made,) = enforced([segment()], {"1": HITS}, script)
    words = f" {made.text} ".replace("Jack Ma", "Jack_Ma").replace("Ma Yun", "Ma_Yun").split()
    stands = ["Jack_Ma" in words, bool({"Alibaba", "Ali", "Alibabas"} & set(words))]
    assert [use.enforced for use in made.terms] == stands
    assert (made.rung is not Rung.FAILED) == (all(stands) and "Ma_Yun" not in words)
