"""What enforcement works with: tasks, what was tried for them, and which try is the best."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from translate.article import Hint, HintKind, Rung, TermHit, TermUse
from translate.engine.base import Candidate, Engine, Outcome, Request
from translate.engine.trust import Trust
from translate.glossary.brackets import put_back, taken_out
from translate.glossary.forms import Span, accepted, banned, uses
from translate.glossary.grammar import repaired

__all__ = ["Bench", "Task", "Try", "asked", "best", "hints", "rank", "verified"]


@dataclass(frozen=True, slots=True)
class Try:
    """One candidate for one segment, finished and verified.

    Attributes:
        text: In the target language's typography.
        rung: That made it.
        request: What the engine was asked.
        outcome: What it answered.
        candidate: The one of the outcome's candidates.
        terms: One a hit that has a term in the target language.
        banned: Forbidden forms that stand in it.
        log: What was done to it, a line each.
    """

    text: str
    rung: Rung
    request: Request
    outcome: Outcome
    candidate: Candidate
    terms: tuple[TermUse, ...]
    banned: tuple[str, ...]
    log: tuple[str, ...] = ()

    @property
    def wrong(self) -> int:
        """The number of terms that are missing and of forbidden forms that are there."""
        return sum(not use.enforced for use in self.terms) + len(self.banned)

    @property
    def whole(self) -> bool:
        """True where there is nothing to mend."""
        return not (self.wrong or self.candidate.faults or self.candidate.pieced)


@dataclass(frozen=True, slots=True)
class Task:
    """A source text with its hits, and what was tried for it.

    Attributes:
        source: The segment's.
        hits: Those that require or forbid a form in the target language.
        tries: In the order of rungs, within a rung the engine's best first.
        asked: What the engine was asked, so that nothing is asked twice.
        attempts: How many times the engine decoded it.
    """

    source: str
    hits: tuple[TermHit, ...]
    tries: tuple[Try, ...] = ()
    asked: tuple[Request, ...] = ()
    attempts: int = 0

    @property
    def settled(self) -> bool:
        """True where no further rung could do better."""
        return bool(self.tries) and (not self.hits or any(one.whole for one in self.tries))

    def lacking(self, one: Try) -> list[TermHit]:
        """All hits of the concepts whose term is missing in a try."""
        names = {use.hit.concept.forms("ko") for use in one.terms if not use.enforced}
        return [hit for hit in self.hits if hit.concept.forms("ko") in names]


@dataclass(frozen=True, slots=True)
class Bench:
    """What rungs work with.

    Attributes:
        engine: Says what it is and what it translates into.
        trust: What the engine can be trusted with.
        decode: One outcome a request, in order; the flag allows to decode faulty answers again with other settings.
        finish: Puts a candidate into the target language's typography, leaving the given forms alone.
    """

    engine: Engine
    trust: Trust
    decode: Callable[[Sequence[Request], bool], list[Outcome]]
    finish: Callable[[str, Sequence[str]], str]


def best(task: Task) -> Try:
    """The try to take: with the fewest terms missing or forbidden, then the fewest faults, then one that was not put
    together from pieces, then of the first rung.

    So a loop or a copy of the source is taken only if no clean candidate has as many of the terms. A segment
    without hits takes the engine's first candidate, whatever it is.
    """
    if not task.hits:
        return task.tries[0]
    return min(task.tries, key=rank)  # the first of equals


def rank(one: Try) -> tuple[int, int, bool]:
    """The smaller, the better; see :func:`best`."""
    return one.wrong, len(one.candidate.faults), one.candidate.pieced


def asked(bench: Bench, requests: Sequence[Request]) -> list[Outcome]:
    """What the engine answers to the requests without the hanja in brackets behind terms.

    Answers that show faults are not decoded again: the next rung costs less.
    """
    shown = [taken_out(request) for request in requests]
    outcomes = bench.decode([request for request, _ in shown], False) if shown else []
    return [put_back(outcome, cuts) for outcome, (_, cuts) in zip(outcomes, shown, strict=True)]


def hints(hits: Iterable[TermHit], language: str) -> tuple[Hint, ...]:
    """The preferred form of each hit that has one."""
    found = ((hit, accepted(hit.concept, language)) for hit in hits)
    return tuple(Hint(hit.start, hit.end, terms[0], HintKind.TERM, "termbase") for hit, terms in found if terms)


def verified(
    task: Task, bench: Bench, request: Request, outcome: Outcome, rungs: Iterable[Rung], log: Sequence[str] = ()
) -> Task:
    """``task`` with the outcome's candidates, their grammar repaired, finished and verified, behind its tries.

    Args:
        task: That the outcome is for.
        bench: For typography and language.
        request: That the engine answered.
        outcome: What it answered.
        rungs: What to call each candidate's rung; at least as many as there are candidates.
        log: What all of them owe to the rung, a line each.
    """
    made = [
        _verified(task, bench, request, outcome, candidate, rung, log)
        for candidate, rung in zip(outcome.candidates, rungs, strict=False)
    ]
    attempts = task.attempts + outcome.attempts
    return replace(task, tries=(*task.tries, *made), asked=(*task.asked, request), attempts=attempts)


def _verified(
    task: Task, bench: Bench, request: Request, outcome: Outcome, candidate: Candidate, rung: Rung, log: Sequence[str]
) -> Try:
    language = bench.engine.target
    listed = [form for hit in task.hits for form in accepted(hit.concept, language)]

    def spans(text: str) -> list[Span]:
        return [(use.start, use.end) for use in uses(text, task.hits, language) if use.enforced]

    text, repairs = repaired(candidate.text, spans, language) if task.hits else (candidate.text, ())
    found = [text[start:end] for start, end in spans(text)] if task.hits else []  # capitalised ones are listed nowhere
    text = bench.finish(text, tuple(dict.fromkeys((*listed, *found))))
    terms, wrong = uses(text, task.hits, language), banned(text, task.hits, language)
    return Try(text, rung, request, outcome, candidate, terms, wrong, (*log, *repairs))
