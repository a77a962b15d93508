"""From Korean into a language through English, with two engines."""

import hashlib
from collections.abc import Sequence

from translate.article import Hint
from translate.engine.base import Decoding, Engine, Hypothesis, Progress, Request, Result

__all__ = ["Pivot"]


class Pivot:
    """Two engines in a row: the best hypothesis of the first goes through the second.

    The score of a hypothesis is the sum of both means, the logarithm of the product of both probabilities a piece.
    See :class:`translate.engine.base.Engine` for the attributes.

    Args:
        first: Korean → English.
        second: English → target.
    """

    def __init__(self, first: Engine, second: Engine) -> None:
        self.first, self.second = first, second
        self.packages = (*getattr(first, "packages", ()), *getattr(second, "packages", ()))
        self.name = f"{first.name} + {second.name}"
        self.source, self.target = first.source, second.target
        self.sha256 = hashlib.sha256(f"{first.sha256}\n{second.sha256}\n".encode()).hexdigest()
        self.reads_hints = False  # its terms would have to be English ones
        self.placeholders = tuple(mark for mark in first.placeholders if mark in second.placeholders)
        self.decoding = first.decoding

    def translate(
        self, requests: Sequence[Request], decoding: Decoding, progress: Progress | None = None
    ) -> list[Result]:
        """One result a request, in order."""
        middle = self.first.translate([Request(request.text) for request in requests], decoding)
        last = self.second.translate([Request(one.hypotheses[0].text) for one in middle], decoding, progress)
        return [_result(a, b) for a, b in zip(middle, last, strict=True)]

    def hints(self, request: Request) -> tuple[Hint, ...]:
        """Those that the first engine finds by itself."""
        return self.first.hints(Request(request.text))

    def reads(self, text: str) -> bool:
        """True where the first engine reads it."""
        return self.first.reads(text)

    def writes(self, text: str) -> bool:
        """True where the second engine writes it."""
        return self.second.writes(text)


def _result(first: Result, second: Result) -> Result:
    between = first.hypotheses[0]
    made = tuple(Hypothesis(one.text, one.score + between.score, one.cut or between.cut) for one in second.hypotheses)
    log = (f"through English: {between.text}", *first.log, *second.log)
    return Result(made, first.hints, log)
