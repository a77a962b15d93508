"""What an engine is: one method, and the values that go in and out of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, runtime_checkable

from translate.article import Hint

__all__ = [
    "Aligner",
    "Candidate",
    "Copying",
    "Decoding",
    "Engine",
    "Gain",
    "Hypothesis",
    "Outcome",
    "Progress",
    "Request",
    "Result",
]

Progress = Callable[[int], None]
"""Called with the number of requests that were just finished."""


class Copying(StrEnum):
    """How a piece that is to be copied travels through the engine."""

    PLACEHOLDER = "placeholder"  # a string that stands for it, and is put back afterwards
    WRITTEN = "code-switch"  # the target form itself, in the middle of the source


@dataclass(frozen=True, slots=True)
class Request:
    """One segment to translate.

    Attributes:
        text: NFC source text.
        terms: Target terms that must appear, given as hints to engines that read them (``HintKind.TERM``).
        copies: Spans of ``text`` that are to come out as the hint's ``form``. An answer without one of them is an
            answer all the same: whoever asks must look.
        copying: How ``copies`` travel.
        prefix: Target text that every answer must begin with; copies and the like stand in it as they are.
    """

    text: str
    terms: tuple[Hint, ...] = ()
    copies: tuple[Hint, ...] = ()
    copying: Copying = Copying.PLACEHOLDER
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class Decoding:
    """How to decode; the defaults are those the starter was tuned with (its README).

    Attributes:
        beam: Beam size, also the number of hypotheses asked for.
        length_penalty: Exponent of the length in the score (CTranslate2 ``length_penalty``).
        repetition_penalty: Above 1 makes pieces that were produced before less likely.
        no_repeat: Size of the n-grams that may not occur twice; 0 allows all.
    """

    beam: int = 6
    length_penalty: float = 1.2
    repetition_penalty: float = 1.1
    no_repeat: int = 0


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One decoded text.

    Attributes:
        text: Detokenised, placeholders still in it.
        score: Mean log-probability per target token, ≤ 0.
        cut: Decoding stopped at the length limit.
    """

    text: str
    score: float
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """What an engine answers to one request.

    Attributes:
        hypotheses: Best first; at least one.
        hints: All that stood in its input: numbers, lexicon, names, terms; offsets into ``Request.text``.
        log: What had to be done to decode it (a source that was too long and was cut), a line each.
    """

    hypotheses: tuple[Hypothesis, ...]
    hints: tuple[Hint, ...] = ()
    log: tuple[str, ...] = ()


class Engine(Protocol):
    """Translates from Korean into one language. Implement this to plug in another engine.

    Attributes:
        name: Name, version and direction: ``starter 0.1.0 ko→en``.
        source, target: Language codes.
        sha256: Hex digest over the package's files.
        reads_hints: ``Request.terms`` has an effect.
        placeholders: Strings made to be copied from source to target (``⟦0⟧`` …); empty when it knows none. Whether
            it does copy them is for :mod:`translate.engine.trust` to find out.
        decoding: Its own defaults.
    """

    name: str
    source: str
    target: str
    sha256: str
    reads_hints: bool
    placeholders: tuple[str, ...]
    decoding: Decoding

    def translate(
        self, requests: Sequence[Request], decoding: Decoding, progress: Progress | None = None
    ) -> list[Result]:
        """One result a request, in order. ``Request.copies`` are resolved by the caller and are empty here.

        An engine that cannot begin with a ``Request.prefix`` leaves it alone.
        """
        ...

    def hints(self, request: Request) -> tuple[Hint, ...]:
        """What would stand in its input beside the text, without decoding; always empty where it reads no hints."""
        ...

    def reads(self, text: str) -> bool:
        """True where the engine knows every character of a source ``text``."""
        ...

    def writes(self, text: str) -> bool:
        """True where the engine can produce every character of ``text``."""
        ...


@dataclass(frozen=True, slots=True)
class Gain:
    """What a piece of a target text owes to a span of the source.

    Attributes:
        start, end: Offsets of the piece in the target text.
        gain: Its log-probability, less the one that it has when the span is hidden from the engine.
        score: Its log-probability, ≤ 0.
    """

    start: int
    end: int
    gain: float
    score: float = 0.0


@runtime_checkable
class Aligner(Protocol):
    """An engine that can also tell where in a target text a span of the source went."""

    def gains(self, asked: Sequence[tuple[Request, str, int, int]]) -> list[tuple[Gain, ...]]:
        """The prediction difference (Li et al., ACL 2019, section 4.3) of each piece of a text, left to right.

        Args:
            asked: Request (without copies), a translation of it, start and end of the span in ``Request.text``.

        Returns:
            One tuple a question, in order; empty where the text cannot be measured.
        """
        ...


@dataclass(frozen=True, slots=True)
class Candidate:
    """One finished translation of a request: placeholders put back, faults looked for.

    Attributes:
        text: NFC.
        score: Mean log-probability per target token, ≤ 0.
        faults: Names of the signs of degenerate output in it.
        pieced: It is put together from translations of the text between guarded pieces, the last resort.
    """

    text: str
    score: float
    faults: tuple[str, ...] = ()
    pieced: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What :func:`translate.engine.translate` makes of a request.

    Attributes:
        candidates: Best first: those without faults before those with; at least one.
        hints: What the engine was given.
        guessed: Names that were only romanised.
        attempts: How many times the request was decoded.
        log: What had to be done besides plain decoding (cut source, piecewise translation), a line each.
    """

    candidates: tuple[Candidate, ...]
    hints: tuple[Hint, ...] = ()
    guessed: tuple[str, ...] = ()
    attempts: int = 1
    log: tuple[str, ...] = ()
