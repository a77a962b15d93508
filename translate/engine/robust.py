"""From requests to finished candidates: protected, decoded, restored, looked at, tried again where it went wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from translate.article import Hint
from translate.engine import faults
from translate.engine.base import Candidate, Decoding, Engine, Hypothesis, Outcome, Progress, Request, Result
from translate.engine.placeholders import Protection, gaps, glued, protect, restore

__all__ = ["retries", "translate"]

_STOPS = ".。!?！？"


@dataclass(frozen=True, slots=True)
class _Task:
    """A request on its way.

    Attributes:
        request: As asked for.
        protection: How it travels.
        candidates: So far; those of earlier attempts first, as the engine ranked them.
        hints: Given to the engine; offsets into the request's text.
        attempts: How many times it was decoded.
        log: What had to be done.
    """

    request: Request
    protection: Protection
    candidates: tuple[Candidate, ...] = ()
    hints: tuple[Hint, ...] = ()
    attempts: int = 0
    log: tuple[str, ...] = ()

    @property
    def settled(self) -> bool:
        """There is a candidate without faults."""
        return any(not candidate.faults for candidate in self.candidates)


def translate(
    engine: Engine,
    requests: Sequence[Request],
    *,
    decoding: Decoding | None = None,
    progress: Progress | None = None,
    placeholders: Sequence[str] | None = None,
    patient: bool = True,
) -> list[Outcome]:
    """One outcome a request, in order; equal requests are decoded once.

    All of it is decoded as one batch. Requests of which every hypothesis shows a fault, or lost something that
    must arrive, are decoded again with :func:`retries`. Where something is still lost, the text around it is
    translated in pieces, so that addresses and unreadable characters always arrive.

    Args:
        engine: See :func:`translate.engine.load`.
        requests: What to translate; texts are NFC.
        decoding: The engine's own by default.
        progress: Called with the number of requests that were just finished, in sum as many as there are requests.
        placeholders: Those that the engine has been shown to copy; by default all that it knows.
        patient: Decode again what shows faults; what lost something that must arrive is decoded again in any case.

    Raises:
        ModelError: The engine failed while decoding.
    """
    decoding = decoding or engine.decoding
    copied = engine.placeholders if placeholders is None else placeholders
    distinct = list(dict.fromkeys(requests))
    tasks = [_Task(request, protect(request, engine, copied)) for request in distinct]
    told = 0

    def tell(count: int) -> None:
        nonlocal told
        told += count
        if progress and count:
            progress(count)

    tasks = _decoded(engine, tasks, decoding, tell)
    for number, other in enumerate(retries(decoding), 2):
        tasks = _decoded(engine, tasks, other, None, f"decoded again: attempt {number}", patient=patient)
    tasks = _pieced(engine, tasks, decoding, copied)
    outcomes = {task.request: _outcome(task) for task in tasks}
    tell(len(requests) - told)
    return [outcomes[request] for request in requests]


def retries(first: Decoding) -> tuple[Decoding, ...]:
    """How to decode what went wrong with ``first``, in this order: the first forbids repeated phrases, the second
    looks at more hypotheses and favours no length, the third takes the most probable piece each time.
    """
    return (
        replace(first, repetition_penalty=max(1.2, first.repetition_penalty), no_repeat=3),
        replace(first, beam=first.beam + 4, length_penalty=1.0, repetition_penalty=1.3, no_repeat=2),
        replace(first, beam=1, repetition_penalty=1.2, no_repeat=3),
    )


def _decoded(
    engine: Engine,
    tasks: Sequence[_Task],
    decoding: Decoding,
    progress: Progress | None,
    note: str = "",
    *,
    patient: bool = True,
) -> list[_Task]:
    """The tasks, those that are not settled with the candidates of one more decoding."""
    made = list(tasks)
    waiting = [
        (index, asked)
        for index, task in enumerate(tasks)
        if (asked := task.protection.asked) is not None and not (task.settled if patient else task.candidates)
    ]
    results = engine.translate([asked for _, asked in waiting], decoding, progress) if waiting else []
    for (index, _), result in zip(waiting, results, strict=True):
        made[index] = _with(tasks[index], result, engine, note)
    return made


def _with(task: _Task, result: Result, engine: Engine, note: str) -> _Task:
    allowed = [hint.form for hint in result.hints]
    found = [_candidate(task, one, engine.target, allowed) for one in result.hypotheses]
    known = {candidate.text for candidate in task.candidates}
    new = {one.text: one for one in reversed([one for one in found if one and one.text not in known])}
    return replace(
        task,
        candidates=(*task.candidates, *reversed(new.values())),
        hints=task.hints or tuple(_back(hint, task.protection) for hint in result.hints),
        attempts=task.attempts + 1,
        log=tuple(dict.fromkeys((*task.log, *filter(None, (note,)), *result.log))),
    )


def _candidate(task: _Task, one: Hypothesis, target: str, allowed: Sequence[str]) -> Candidate | None:
    """None where a guarded piece got lost."""
    text = restore(task.protection, one.text, target)
    if text is None:
        return None
    forms = (*allowed, *_forms(task))
    return Candidate(text, one.score, faults.find(task.request.text, text, target, allowed=forms, cut=one.cut))


def _pieced(engine: Engine, tasks: Sequence[_Task], decoding: Decoding, placeholders: Sequence[str]) -> list[_Task]:
    """The tasks without any candidate, put together from the translations of the text between guarded pieces."""
    pieces = {
        index: gaps(task.request, task.protection, engine) for index, task in enumerate(tasks) if not task.candidates
    }
    wanted = [piece for some in pieces.values() for _, piece in some if isinstance(piece, Request)]
    answers = translate(engine, wanted, decoding=decoding, placeholders=placeholders) if wanted else []
    found = dict(zip(wanted, answers, strict=True))
    made = list(tasks)
    for index, some in pieces.items():
        made[index] = _joined(tasks[index], some, found, engine.target)
    return made


def _joined(
    task: _Task, pieces: Sequence[tuple[int, str | Request]], found: Mapping[Request, Outcome], target: str
) -> _Task:
    texts = [task.protection.head]
    hints: list[Hint] = []
    outcomes: list[Outcome] = []
    for number, (offset, piece) in enumerate(pieces, 1):
        if isinstance(piece, str):
            texts.append(piece)
            continue
        outcome = found[piece]
        outcomes.append(outcome)
        inner = number < len(pieces) and piece.text[-1] not in _STOPS
        text = outcome.candidates[0].text
        texts.append(text.rstrip(_STOPS) if inner else text)
        hints += [replace(hint, start=hint.start + offset, end=hint.end + offset) for hint in outcome.hints]
    text = glued([*texts, task.protection.tail], target)
    if not outcomes:
        return replace(task, candidates=(Candidate(text, 0.0),), log=(*task.log, "nothing to translate: kept"))
    weights = [max(1, len(one.candidates[0].text)) for one in outcomes]
    score = sum(w * one.candidates[0].score for w, one in zip(weights, outcomes, strict=True)) / sum(weights)
    allowed = (*(hint.form for hint in hints), *_forms(task))
    signs = faults.find(task.request.text, text, target, allowed=allowed)
    log = (*task.log, f"translated in pieces around {', '.join(_forms(task))}", *(x for o in outcomes for x in o.log))
    return replace(
        task,
        candidates=(Candidate(text, score, signs, pieced=True),),
        hints=tuple(hints),
        attempts=task.attempts + max(one.attempts for one in outcomes),
        log=tuple(dict.fromkeys(log)),
    )


def _outcome(task: _Task) -> Outcome:
    guesses = [hint.form for hint in task.hints if hint.origin == "guess"]
    guesses += [one.form for one in task.protection.guards if one.kind == "name"]
    return Outcome(
        candidates=tuple(sorted(task.candidates, key=lambda candidate: len(candidate.faults))),  # stable
        hints=task.hints,
        guessed=tuple(dict.fromkeys(guesses)),
        attempts=task.attempts,
        log=task.log,
    )


def _forms(task: _Task) -> list[str]:
    """What is guarded in the request, left to right."""
    return [one.form for one in task.protection.guards if one.form]


def _back(hint: Hint, protection: Protection) -> Hint:
    """The hint with its place in the request's text instead of the text that went to the engine."""
    start, end = protection.rewriting.back(hint.start, hint.end)
    return replace(hint, start=start + protection.start, end=end + protection.start)
