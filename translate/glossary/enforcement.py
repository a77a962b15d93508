"""Enforcement: every hit's term stands in the translation, or the translation says that it does not.

Segments climb a ladder (:mod:`translate.glossary.rungs`), each rung in one batch, until one of their candidates is
*whole*: every term in place, no forbidden form, no fault. Verification happens on the finished text: grammar and target
typography come before it, never after it. A segment that is still not whole takes the best of what was tried, and
says in its rung and log what is missing.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from translate.article import Origin, Rung, Segment, TermHit, Translation
from translate.engine.base import Engine, Outcome, Request
from translate.engine.trust import Trust
from translate.glossary.forms import accepted, forbidden, uses
from translate.glossary.rungs import Step, hinted, ladder, plain
from translate.glossary.tries import Bench, Task, Try, best

__all__ = ["Tools", "directly"]


@dataclass(frozen=True, slots=True)
class Tools:
    """What enforcement needs of the outside.

    Attributes:
        decode: Engine, its self-test, requests, whether faulty answers may be decoded again → one outcome a request,
            in order: :func:`translate.engine.translate`, bound to its settings.
        finish: Text, forms to leave alone, language → the text in the language's typography.
        trust: What an engine can be trusted with: :func:`translate.engine.trust.trust`.
        thorough: Climb the whole ladder; else hints and copies only.
    """

    decode: Callable[[Engine, Trust, Sequence[Request], bool], list[Outcome]]
    finish: Callable[[str, Sequence[str], str], str]
    trust: Callable[[Engine], Trust]
    thorough: bool = True


def directly(
    segments: Sequence[Segment], hits: Mapping[str, tuple[TermHit, ...]], engine: Engine, tools: Tools
) -> list[Translation]:
    """One translation a segment, in order, with the terms of its hits in place or marked as missing.

    Args:
        segments: To translate. A source text that occurs again with the same hits is translated once.
        hits: Segment id → hits, as :func:`translate.glossary.match` gives them.
        engine: Translates the segments.
        tools: See there.

    Raises:
        ModelError: The engine failed while decoding.
    """
    trust = tools.trust(engine)
    finish = partial(_finished, tools, engine.target)
    bench = Bench(engine, trust, partial(tools.decode, engine, trust), finish)
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
    first = (plain, hinted) if tools.thorough else (hinted,)
    for step in (*first, *ladder(trust, thorough=tools.thorough)):
        tasks = _climb(tasks, step, bench)
    made: list[Translation] = []
    seen: set[int] = set()
    for segment, number in zip(segments, order, strict=True):
        translation = _translation(segment, hits.get(segment.id, ()), tasks[number], engine)
        if number in seen:
            translation = replace(translation, origin=Origin.REPEAT, attempts=0)
        seen.add(number)
        made.append(translation)
    return made


def _finished(tools: Tools, language: str, text: str, protected: Sequence[str]) -> str:
    return tools.finish(text, protected, language)


def _climb(tasks: list[Task], step: Step, bench: Bench) -> list[Task]:
    waiting = [number for number, task in enumerate(tasks) if not task.settled]
    if not waiting:
        return tasks
    climbed = list(tasks)
    for number, task in zip(waiting, step([tasks[n] for n in waiting], bench), strict=True):
        climbed[number] = task
    return climbed


def _task(segment: Segment, hits: Sequence[TermHit], language: str) -> Task:
    matter = (hit for hit in hits if accepted(hit.concept, language) or forbidden(hit.concept, language))
    return Task(segment.source, tuple(hit for hit in matter if language not in hit.waived))


def _translation(segment: Segment, hits: Sequence[TermHit], task: Task, engine: Engine) -> Translation:
    taken = best(task)
    return Translation(
        segment=segment.id,
        language=engine.target,
        text=taken.text,
        engine=engine.name,
        score=taken.candidate.score,
        rung=Rung.FAILED if taken.wrong else taken.rung,
        terms=uses(taken.text, hits, engine.target),
        hints=taken.outcome.hints,
        guessed=taken.outcome.guessed,
        faults=taken.candidate.faults,
        attempts=task.attempts,
        log=(*taken.outcome.log, *_log(taken, engine.target)),
    )


def _log(taken: Try, language: str) -> Iterator[str]:
    if taken.rung is Rung.NBEST:
        yield f"candidate {taken.outcome.candidates.index(taken.candidate) + 1} taken for its terms"
    yield from taken.log
    for use in taken.terms:
        if not use.enforced:
            yield f"term missing: {use.hit.concept.name} → {accepted(use.hit.concept, language)[0]}"
    for form in taken.banned:
        yield f"forbidden form: {form}"
