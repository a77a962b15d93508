"""Enforcement: every hit's term stands in the translation, or the translation says that it does not.

Segments climb a ladder until one of their candidates is *whole*: every term in place, no forbidden form,
no fault, no copy that had to be forced in. The rungs, one batch each:

1. *hint* (rungs ``hint`` and ``n-best``): terms go along as hints; all candidates are looked at.
2. *copy the missing*: the terms that the best candidate lacks travel as copies.
3. *copy all*: so do the terms that were there before.
4. *copy varied*: what is missing travels both ways; terms that stand side by side travel as one copy; each
   term travels alone as a copy. What an engine does with several copies is hard to foresee, and these few
   segments are worth the tries.

A rung is a function from the open :class:`Task` values to the same tasks with more :class:`Try` values;
``LADDER`` names them in order. Splicing a prefix and replacing by alignment belong behind the last: the
one asks ``Bench.translate`` again, the other makes tries of its own with :func:`verified`.

Verification happens on the finished text: target typography comes before it, never after it.

The best candidate (:func:`best`) is the one with the fewest missing terms and forbidden forms, then with
the fewest faults, then one that the engine answered without being pressed, then of the earliest rung, then
the one the engine ranked first. So a loop or a copy of the source is taken only if no clean candidate has as many of
the terms. A segment without hits takes the engine's first candidate, whatever it is.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from translate.article import Hint, HintKind, Origin, Rung, Segment, TermHit, TermUse, Translation
from translate.engine.base import Engine, Outcome, Request
from translate.glossary.brackets import put_back, taken_out
from translate.glossary.forms import accepted, banned, forbidden, uses

__all__ = ["LADDER", "Bench", "Step", "Task", "Try", "best", "enforce", "verified"]


@dataclass(frozen=True, slots=True)
class Try:
    """One candidate for one segment, finished and verified.

    Attributes:
        text: In the target language's typography.
        rung: That made it.
        place: Among the outcome's candidates, from 0.
        outcome: What the engine answered.
        score: Mean log-probability per target token, ≤ 0.
        faults: Of the candidate, as the engine names them.
        terms: One a hit that has a term in the target language.
        banned: Forbidden forms that stand in it.
    """

    text: str
    rung: Rung
    place: int
    outcome: Outcome
    score: float
    faults: tuple[str, ...]
    terms: tuple[TermUse, ...]
    banned: tuple[str, ...]

    @property
    def wrong(self) -> int:
        """The number of terms that are missing and of forbidden forms that are there."""
        return sum(not use.enforced for use in self.terms) + len(self.banned)

    @property
    def forced(self) -> bool:
        """True where the engine got a copy in only by decoding again or in pieces; it says so in its log."""
        return self.rung is Rung.COPY and bool(self.outcome.log)

    @property
    def whole(self) -> bool:
        """True where there is nothing to mend."""
        return not (self.wrong or self.faults or self.forced)


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


@dataclass(frozen=True, slots=True)
class Bench:
    """What rungs work with: the engine and the two functions bound to it (see :func:`enforce`)."""

    engine: Engine
    translate: Callable[[Sequence[Request]], list[Outcome]]
    finish: Callable[[str, Sequence[str]], str]


Step = Callable[[Sequence[Task], Bench], list[Task]]
"""A rung: tasks that are not settled → the same tasks, in order, with what was tried for them."""


def enforce(
    segments: Sequence[Segment],
    hits: Mapping[str, tuple[TermHit, ...]],
    engine: Engine,
    translate: Callable[[Sequence[Request]], list[Outcome]],
    finish: Callable[[str, Sequence[str]], str],
) -> list[Translation]:
    """One translation a segment, in order, with the terms of its hits in place or marked as missing.

    Args:
        segments: To translate. A source text that occurs again with the same hits is translated once.
        hits: Segment id → hits, as :func:`translate.glossary.match` gives them.
        engine: Says what it is and what it translates into.
        translate: One outcome a request, in order: :func:`translate.engine.translate`, bound to the engine.
        finish: Puts a candidate into the target language's typography, leaving the given forms alone.

    Raises:
        ModelError: The engine failed while decoding.
    """
    bench = Bench(engine, partial(_asked, translate), finish)
    tasks: list[Task] = []
    numbers: dict[tuple[object, ...], int] = {}
    order: list[int] = []
    for segment in segments:
        task = _task(segment, hits.get(segment.id, ()), engine.target)
        key = (task.source, *((hit.start, hit.end, hit.concept.forms("ko")) for hit in task.hits))
        if key not in numbers:
            numbers[key] = len(tasks)
            tasks.append(task)
        order.append(numbers[key])
    for step in LADDER:
        tasks = _climb(tasks, step, bench)
    made: list[Translation] = []
    seen: set[int] = set()
    for segment, number in zip(segments, order, strict=True):
        translation = _translation(segment.id, tasks[number], engine)
        if number in seen:
            translation = replace(translation, origin=Origin.REPEAT, attempts=0)
        seen.add(number)
        made.append(translation)
    return made


def best(task: Task) -> Try:
    """The try to take; the order is explained at the head of the module."""
    if not task.hits:
        return task.tries[0]
    return min(task.tries, key=lambda one: (one.wrong, len(one.faults), one.forced))  # the first of equals


def verified(task: Task, bench: Bench, request: Request, outcome: Outcome, rungs: Iterable[Rung]) -> Task:
    """``task`` with the outcome's candidates, finished and verified, behind its tries.

    Args:
        task: That the outcome is for.
        bench: For typography and language.
        request: That the engine answered.
        outcome: What it answered.
        rungs: What to call each candidate's rung; at least as many as there are candidates.
    """
    language = bench.engine.target
    protected = tuple(dict.fromkeys(form for hit in task.hits for form in accepted(hit.concept, language)))
    made: list[Try] = []
    for place, (candidate, rung) in enumerate(zip(outcome.candidates, rungs, strict=False)):
        text = bench.finish(candidate.text, protected)
        terms = uses(text, task.hits, language)
        wrong = banned(text, task.hits, language)
        made.append(Try(text, rung, place, outcome, candidate.score, candidate.faults, terms, wrong))
    attempts = task.attempts + outcome.attempts
    return replace(task, tries=(*task.tries, *made), asked=(*task.asked, request), attempts=attempts)


def _hint(tasks: Sequence[Task], bench: Bench) -> list[Task]:
    """All terms as hints; a lower candidate counts as n-best."""
    requests = [Request(task.source, terms=_hints(task.hits, bench)) for task in tasks]
    made: list[Task] = []
    for task, request, outcome in zip(tasks, requests, bench.translate(requests), strict=True):
        first, rest = (Rung.HINT, Rung.NBEST) if task.hits else (Rung.PLAIN, Rung.PLAIN)
        made.append(verified(task, bench, request, outcome, [first] + [rest] * len(outcome.candidates)))
    return made


def _copy_missing(tasks: Sequence[Task], bench: Bench) -> list[Task]:
    """The terms that the best try lacks as copies, the others as hints."""
    return _copy(tasks, lambda task: [_request(task, _lacking(task), bench)], bench)


def _copy_all(tasks: Sequence[Task], bench: Bench) -> list[Task]:
    """All terms as copies."""
    return _copy(tasks, lambda task: [_request(task, task.hits, bench)], bench)


def _copy_varied(tasks: Sequence[Task], bench: Bench) -> list[Task]:
    """The missing terms as copies and as hints too; neighbours as one copy; each term alone as a copy."""

    def requests(task: Task) -> Iterator[Request]:
        yield replace(_request(task, _lacking(task), bench), terms=_hints(task.hits, bench))
        yield _joined(task, bench)
        for hit in task.hits:
            yield _request(task, (hit,), bench)

    return _copy(tasks, requests, bench)


LADDER: tuple[Step, ...] = (_hint, _copy_missing, _copy_all, _copy_varied)
"""The rungs, in order."""


def _copy(tasks: Sequence[Task], wanted: Callable[[Task], Iterable[Request]], bench: Bench) -> list[Task]:
    """One batch of the wanted requests that copy something and were not asked before."""
    asked = [
        (number, request)
        for number, task in enumerate(tasks)
        for request in dict.fromkeys(wanted(task))
        if request.copies and request not in task.asked
    ]
    made = list(tasks)
    outcomes = bench.translate([request for _, request in asked]) if asked else []
    for (number, request), outcome in zip(asked, outcomes, strict=True):
        made[number] = verified(made[number], bench, request, outcome, [Rung.COPY] * len(outcome.candidates))
    return made


def _request(task: Task, copied: Sequence[TermHit], bench: Bench) -> Request:
    """The task with these hits as copies, the others as hints."""
    others = [hit for hit in task.hits if hit not in copied]
    return Request(task.source, terms=_hints(others, bench), copies=_hints(copied, bench))


def _joined(task: Task, bench: Bench) -> Request:
    """Terms with only spaces between them (``알리바바 마윈``) as one copy, missing ones as copies, others as hints."""
    glue = "" if bench.engine.target == "zh" else " "
    missing = {(hit.start, hit.end) for hit in _lacking(task)}
    runs: list[list[Hint]] = []
    for hint in _hints(task.hits, bench):
        if runs and not task.source[runs[-1][-1].end : hint.start].strip():
            runs[-1].append(hint)
        else:
            runs.append([hint])
    terms: list[Hint] = []
    copies: list[Hint] = []
    for run in runs:
        joined = replace(run[0], end=run[-1].end, form=glue.join(hint.form for hint in run))
        (copies if len(run) > 1 or (joined.start, joined.end) in missing else terms).append(joined)
    return Request(task.source, terms=tuple(terms), copies=tuple(copies))


def _lacking(task: Task) -> list[TermHit]:
    """All hits of the concepts whose term is missing in the best try that was not forced."""
    free = tuple(one for one in task.tries if not one.forced)
    names = {use.hit.concept.forms("ko") for use in best(replace(task, tries=free)).terms if not use.enforced}
    return [hit for hit in task.hits if hit.concept.forms("ko") in names]


def _climb(tasks: list[Task], step: Step, bench: Bench) -> list[Task]:
    waiting = [number for number, task in enumerate(tasks) if not task.settled]
    if not waiting:
        return tasks
    climbed = list(tasks)
    for number, task in zip(waiting, step([tasks[n] for n in waiting], bench), strict=True):
        climbed[number] = task
    return climbed


def _asked(translate: Callable[[Sequence[Request]], list[Outcome]], requests: Sequence[Request]) -> list[Outcome]:
    """What ``translate`` answers to the requests without the hanja in brackets behind terms."""
    shown = [taken_out(request) for request in requests]
    outcomes = translate([request for request, _ in shown])
    return [put_back(outcome, cuts) for outcome, (_, cuts) in zip(outcomes, shown, strict=True)]


def _task(segment: Segment, hits: Sequence[TermHit], language: str) -> Task:
    matter = (hit for hit in hits if accepted(hit.concept, language) or forbidden(hit.concept, language))
    return Task(segment.source, tuple(matter))


def _hints(hits: Iterable[TermHit], bench: Bench) -> tuple[Hint, ...]:
    """The preferred form of each hit that has one."""
    found = ((hit, accepted(hit.concept, bench.engine.target)) for hit in hits)
    return tuple(Hint(hit.start, hit.end, terms[0], HintKind.TERM, "termbase") for hit, terms in found if terms)


def _translation(segment: str, task: Task, engine: Engine) -> Translation:
    taken = best(task)
    rung = Rung.FAILED if taken.wrong else taken.rung
    return Translation(
        segment=segment,
        language=engine.target,
        text=taken.text,
        engine=engine.name,
        score=taken.score,
        rung=rung,
        terms=taken.terms,
        hints=taken.outcome.hints,
        guessed=taken.outcome.guessed,
        faults=taken.faults,
        attempts=task.attempts,
        log=(*taken.outcome.log, *_log(taken, engine.target)),
    )


def _log(taken: Try, language: str) -> Iterator[str]:
    if taken.rung is Rung.NBEST:
        yield f"candidate {taken.place + 1} taken for its terms"
    if taken.rung is Rung.COPY:
        yield "terms copied"
    for use in taken.terms:
        if not use.enforced:
            yield f"term missing: {use.hit.concept.name} → {accepted(use.hit.concept, language)[0]}"
    for form in taken.banned:
        yield f"forbidden form: {form}"
