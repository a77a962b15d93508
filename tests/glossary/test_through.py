"""Enforcement through English: terms of the second target, by way of the first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pytest

from translate import engine, pipeline
from translate.article import Article, Block, Concept, Hint, Kind, Origin, Rung, Segment, TermHit
from translate.engine.base import Candidate, Decoding, Engine, Hypothesis, Outcome, Progress, Request, Result
from translate.engine.packages import STARTER
from translate.engine.pivot import Pivot
from translate.engine.trust import Trust
from translate.glossary import Termbase, Tools, enforce

MA = Concept({"ko": ("마윈",), "en": ("Jack Ma",), "zh": ("马云",)})
UNION = Concept({"ko": ("은련",), "zh": ("银联",)})
ONLY_ENGLISH = Concept({"ko": ("서울",), "en": ("Seoul",)})
TEXT = "마윈이 은련을 서울에서 샀다."
HITS = (TermHit(0, 2, MA), TermHit(4, 6, UNION), TermHit(8, 10, ONLY_ENGLISH))


@dataclass
class Hop:
    """Answers every request with the same text, and keeps what it was asked."""

    source: str
    target: str
    answer: str
    asked: list[Request] = field(default_factory=list)
    sha256: str = "0" * 64
    reads_hints: bool = True
    placeholders: tuple[str, ...] = ()
    decoding: Decoding = field(default_factory=Decoding)

    @property
    def name(self) -> str:
        return f"hop {self.source}→{self.target}"

    def translate(
        self, requests: Sequence[Request], decoding: Decoding, progress: Progress | None = None
    ) -> list[Result]:
        return [Result((Hypothesis(self.answer, -0.25),)) for _ in requests]

    def hints(self, request: Request) -> tuple[Hint, ...]:
        return request.terms

    def reads(self, text: str) -> bool:
        return True

    def writes(self, text: str) -> bool:
        return True


def decode(loaded: Engine, trust: Trust, requests: Sequence[Request], patient: bool) -> list[Outcome]:
    assert isinstance(loaded, Hop)
    if patient and any(word in request.text for request in requests for word in ("마윈", "Jack Ma", "Eunryeon")):
        return [Outcome((Candidate("", -9.0, ("empty",)),)) for _ in requests]  # what comes first, without terms
    loaded.asked += requests
    return [Outcome((Candidate(loaded.answer, -0.25),)) for _ in requests]


TOOLS = Tools(
    decode=decode,
    finish=lambda text, protected, language: text.replace("Jack Ma", "JACK MA") if language == "en" else text + "。",
    trust=lambda loaded: Trust((), {"hint": 1.0}),
)


def segment(number: int = 1, text: str = TEXT) -> Segment:
    return Segment(str(number), 0, 0, len(text), text)


def test_both_hops_are_told_of_the_terms() -> None:
    first, second = Hop("ko", "en", "Jack Ma bought Eunryeon in Seoul."), Hop("en", "zh", "马云在首尔买了银联")
    (made,) = enforce([segment()], {"1": HITS}, Pivot(first, second), TOOLS)
    assert [(TEXT[one.start : one.end], one.form) for one in first.asked[0].terms] == [
        ("마윈", "Jack Ma"),
        ("은련", "Eunryeon"),  # no English term: its Korean name in Latin letters carries it
    ]
    english = second.asked[0]
    assert english.text == first.answer  # as the first engine wrote it, without typography
    assert [(english.text[one.start : one.end], one.form) for one in english.terms] == [
        ("Jack Ma", "马云"),
        ("Eunryeon", "银联"),
    ]
    assert (made.segment, made.language, made.text, made.rung) == ("1", "zh", "马云在首尔买了银联。", Rung.HINT)
    assert [use.form for use in made.terms] == ["马云", "银联"]
    assert [use.hit for use in made.terms] == list(HITS[:2])
    assert made.score == -0.5
    assert made.attempts == 4
    assert made.engine == "hop ko→en + hop en→zh"
    assert made.log[0] == f"through English: {first.answer}"


def test_what_english_says_twice_is_two_hits_and_inflected_forms_are_hits() -> None:
    first, second = Hop("ko", "en", "Jack Ma's friend Jack Ma."), Hop("en", "zh", "马云的朋友马云")
    enforce([segment(text="마윈")], {"1": (TermHit(0, 2, MA),)}, Pivot(first, second), TOOLS)
    assert [(one.start, one.end) for one in second.asked[0].terms] == [(0, 7), (17, 24)]


@pytest.mark.parametrize(
    ("english", "chinese", "rung"),
    [
        ("He bought it.", "他买了", Rung.FAILED),  # lost in the first hop
        ("Jack Ma bought Eunryeon.", "他买了银联", Rung.FAILED),  # lost in the second
        ("He bought Eunryeon.", "马云买了银联", Rung.HINT),  # the first hop failed, the result is right all the same
    ],
)
def test_the_result_is_what_counts(english: str, chinese: str, rung: Rung) -> None:
    hops = Pivot(Hop("ko", "en", english), Hop("en", "zh", chinese))
    (made,) = enforce([segment()], {"1": HITS}, hops, TOOLS)
    assert made.rung is rung
    assert (rung is Rung.FAILED) != all(use.enforced for use in made.terms)


def test_segments_without_hits_and_repeats() -> None:
    hops = Pivot(Hop("ko", "en", "He came."), Hop("en", "zh", "他来了"))
    made = enforce([segment(1, "왔다."), segment(2, "왔다.")], {}, hops, TOOLS)
    assert [(one.rung, one.origin, one.terms) for one in made] == [
        (Rung.PLAIN, Origin.MACHINE, ()),
        (Rung.PLAIN, Origin.REPEAT, ()),
    ]


def test_with_real_packages(build: Callable[..., object]) -> None:
    """Two packages in a row, made of the starter's files: every hit of the article is in place or marked."""
    assert STARTER.exists()
    build("ko", "en")
    build("en", "zh")
    options = pipeline.Options(targets=("zh",), engine="argos")
    loaded = pipeline.engines(options)
    assert isinstance(loaded["zh"], Pivot)
    termbase = Termbase((MA, UNION))
    blocks = (Block(Kind.PARAGRAPH, "마윈이 어제 은련을 방문했다."), Block(Kind.PARAGRAPH, "그는 학교에 갔다."))
    article = Article("a", "a.txt", "txt", "utf-8", "0" * 64, blocks)
    made = pipeline.translate(article, termbase, loaded, options)
    first, second = made.translations["zh"]
    assert [use.hit.concept for use in first.terms] == [MA, UNION]
    missing = [use for use in first.terms if not use.enforced]
    assert (first.rung is Rung.FAILED) == bool(missing)
    assert second.rung is Rung.PLAIN
    assert all(line.startswith("through English: ") for line in (first.log[0], second.log[0]))
    again = engine.load("zh", choice="argos")
    assert again.sha256 == loaded["zh"].sha256
