"""An engine that is scripted."""

from collections.abc import Sequence

import pytest

from translate.article import Hint
from translate.engine.base import Decoding, Hypothesis, Progress, Request, Result


class Scripted:
    """An engine that answers what it is told to; reads Korean and ASCII, writes ASCII."""

    name = "scripted 1.0 ko→en"
    source = "ko"
    target = "en"
    sha256 = "0" * 64
    reads_hints = True
    decoding = Decoding(beam=2)

    def __init__(self, answers: dict[str, list[list[str]]], placeholders: int = 2) -> None:
        self.answers = answers
        self.placeholders = tuple(f"⟦{number}⟧" for number in range(placeholders))
        self.asked: list[tuple[str, Decoding]] = []

    def translate(
        self, requests: Sequence[Request], decoding: Decoding, progress: Progress | None = None
    ) -> list[Result]:
        made = []
        for request in requests:
            self.asked.append((request.text, decoding))
            rounds = self.answers.get(request.text, [["Something else"]])
            texts = rounds.pop(0) if len(rounds) > 1 else rounds[0]
            made.append(Result(tuple(Hypothesis(text, -0.1 * rank) for rank, text in enumerate(texts))))
        if progress:
            progress(len(requests))
        return made

    def hints(self, request: Request) -> tuple[Hint, ...]:
        return request.terms

    def reads(self, text: str) -> bool:
        return all(char.isascii() or "가" <= char <= "힣" or char in "⟦⟧…“”‘’" for char in text)

    def writes(self, text: str) -> bool:
        return text.isascii()


@pytest.fixture
def scripted() -> type[Scripted]:
    return Scripted
