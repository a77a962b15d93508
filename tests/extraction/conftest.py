"""Articles made of lines, an engine that translates by a table, the command line."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from translate import segmentation
from translate.article import Block, Hint, Kind
from translate.engine.base import Decoding, Gain, Hypothesis, Progress, Request, Result
from translate.extraction import Installment

ROOT = Path(__file__).parents[2]


@dataclass
class Table:
    """An engine that answers from a table, and gives the hints that stand there for a source."""

    answers: Mapping[str, str]
    given: Mapping[str, tuple[Hint, ...]] = field(default_factory=dict)
    asked: list[Request] = field(default_factory=list)
    name: str = "table 1"
    source: str = "ko"
    target: str = "en"
    sha256: str = "0" * 64
    reads_hints: bool = True
    placeholders: tuple[str, ...] = ()
    decoding: Decoding = field(default_factory=Decoding)

    def translate(
        self, requests: Sequence[Request], decoding: Decoding, progress: Progress | None = None
    ) -> list[Result]:
        self.asked += requests
        return [
            Result((Hypothesis(self.answers.get(one.text, "Nothing is known."), -0.5),), self.hints(one))
            for one in requests
        ]

    def hints(self, request: Request) -> tuple[Hint, ...]:
        return (*request.terms, *self.given.get(request.text, ()))

    def reads(self, text: str) -> bool:
        return True

    def writes(self, text: str) -> bool:
        return True


Engines = Callable[..., Table]


@pytest.fixture
def table() -> Engines:
    return Table


@dataclass
class Pointing(Table):
    """The same, with the words of a translation that render whatever is asked for, by source."""

    words: Mapping[str, str] = field(default_factory=dict)

    def gains(self, asked: Sequence[tuple[Request, str, int, int]]) -> list[tuple[Gain, ...]]:
        made: list[tuple[Gain, ...]] = []
        for request, text, _, _ in asked:
            wanted = self.words.get(request.text, "")
            start = text.find(wanted) if wanted else -1
            made.append((Gain(start, start + len(wanted), 5.0),) if start >= 0 else ())
        return made


@pytest.fixture
def aligner() -> Engines:
    return Pointing


Make = Callable[..., Installment]


@pytest.fixture
def article() -> Make:
    """An article of one paragraph a line."""

    def make(*lines: str, name: str = "one") -> Installment:
        blocks = [Block(Kind.PARAGRAPH, line, paragraph=n) for n, line in enumerate(lines)]
        return Installment(name, segmentation.segment(blocks))

    return make


Runner = Callable[..., Any]


@pytest.fixture
def run(run: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Runner:
    """``translate glossary extract`` in an empty folder, with the embedded engine only."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "no packages"))
    return partial(run, "glossary", "extract")


@pytest.fixture(scope="session")
def seed() -> Path:
    return ROOT / "seeds" / "150525_top_kor.txt"


@pytest.fixture(scope="session")
def series() -> Path:
    return ROOT / "glossaries" / "alibaba-series.csv"
