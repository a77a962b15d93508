"""The rungs of the ladder: each takes tasks that are not settled and tries something more for them.

0. :func:`plain`: every segment as it is translated without a glossary, in the same batches as then, so that no
   segment without hits is changed by any glossary. What has its terms without being asked for them is done, too.
1. :func:`hinted`: terms go along as hints; all candidates are looked at (rungs ``hint`` and ``n-best``).
2. What the engine's self-test ranks, the best first (:func:`ladder`):

   - :func:`copied` with placeholders or written into the source (rung ``copy``): first the terms that the best
     candidate lacks, then all of them;
   - :func:`spliced` (rung ``splice``): decoded again with a target prefix, the best candidate up to the place of the
     missing term, and the term.

3. :func:`replaced` (rung ``replace``): what the engine wrote for the missing term gives way to the term.
4. :func:`searched` (rung ``splice``): where the engine left the term out, it is spliced in at every place that there
   is, and the place that the engine goes on from best is taken.

Where a term belongs in a candidate is said by the engine's :class:`translate.engine.base.Aligner`; an engine
that is none climbs without 2's splice and, but for forbidden forms, without 3.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from translate.article import Rung, TermHit
from translate.engine import faults, trust
from translate.engine.alignment import place, words
from translate.engine.base import Aligner, Candidate, Copying, Outcome, Request
from translate.glossary.brackets import taken_out
from translate.glossary.forms import Span, accepted, forbidden, occurrences
from translate.glossary.tries import Bench, Task, Try, asked, best, hints, rank, verified

__all__ = ["Step", "copied", "hinted", "ladder", "plain", "replaced", "searched", "spliced"]

Step = Callable[[Sequence[Task], Bench], list[Task]]
"""A rung: tasks that are not settled → the same tasks, in order, with what was tried for them."""

LIKELY = 4
"""Tries of one segment in which a place for a missing term is looked for."""
PLACES = 6
"""Places of one segment that a term is spliced in at when nothing else worked."""
SPLICES = 2
"""Terms of one segment that are spliced in, one after the other; a batch each."""


def ladder(found: trust.Trust, *, thorough: bool = True) -> Iterator[Step]:
    """The rungs behind the first two, in the order that suits an engine.

    Args:
        found: By the engine's self-test.
        thorough: All of them; else copies only.
    """
    ways: dict[str, Step] = {
        "placeholder": partial(copied, copying=Copying.PLACEHOLDER),
        "code-switch": partial(copied, copying=Copying.WRITTEN),
        "splice": spliced,
    }
    for way in found.ranked(ways):
        if thorough or way != "splice":
            yield ways[way]
    if not thorough:
        return
    yield replaced
    if "splice" in found.ranked(["splice"]):
        for _ in range(SPLICES):
            yield searched
            yield replaced  # what the engine lost on its new way


def plain(tasks: Sequence[Task], bench: Bench) -> list[Task]:
    """Nothing but the source: of a segment with terms the engine's first candidate alone counts."""
    requests = [Request(task.source) for task in tasks]
    made: list[Task] = []
    for task, request, outcome in zip(tasks, requests, bench.decode(requests, True), strict=True):
        later = bool(hints(task.hits, bench.engine.target))  # another rung asks for all candidates with the terms
        counted = outcome.candidates[:1] if later else outcome.candidates
        rest = Rung.NBEST if task.hits else Rung.PLAIN
        made.append(
            verified(task, bench, request, replace(outcome, candidates=counted), [Rung.PLAIN] + [rest] * len(counted))
        )
    return made


def hinted(tasks: Sequence[Task], bench: Bench) -> list[Task]:
    """All terms as hints; a lower candidate counts as n-best."""
    requests = [Request(task.source, terms=hints(task.hits, bench.engine.target)) for task in tasks]
    made = list(tasks)
    wanted = [number for number, request in enumerate(requests) if request not in tasks[number].asked]
    for number, outcome in zip(wanted, asked(bench, [requests[n] for n in wanted]), strict=True):
        rungs = [Rung.HINT] + [Rung.NBEST] * len(outcome.candidates)
        made[number] = verified(tasks[number], bench, requests[number], outcome, rungs)
    return made


def copied(tasks: Sequence[Task], bench: Bench, copying: Copying) -> list[Task]:
    """The terms that the best try lacks as copies, the others as hints; then, where that fails, all as copies."""
    made = list(tasks)
    for wanted in (_missing, _all):
        requests = {
            number: request
            for number, task in enumerate(made)
            if not task.settled
            and (request := _request(task, wanted(task), bench, copying)).copies
            and request not in task.asked
        }
        for (number, request), outcome in zip(requests.items(), asked(bench, list(requests.values())), strict=True):
            rungs = [Rung.COPY] * len(outcome.candidates)
            made[number] = verified(made[number], bench, request, outcome, rungs, [f"terms copied as {copying.value}"])
    return made


def spliced(tasks: Sequence[Task], bench: Bench) -> list[Task]:
    """Decoded again from where the first missing term belongs, with the term there; the others that lack as copies."""
    made = list(tasks)
    for _ in range(SPLICES):
        waiting = [number for number, task in enumerate(made) if _wrong(task)]
        requests: dict[int, Request] = {}
        for number, places in zip(waiting, _places([made[number] for number in waiting], bench), strict=True):
            wanted = (_prefixed(made[number], one, min(gaps, key=_start), bench) for one, gaps in places if gaps)
            fresh = next((request for request in wanted if request not in made[number].asked), None)
            if fresh:
                requests[number] = fresh
        for (number, request), outcome in zip(requests.items(), asked(bench, list(requests.values())), strict=True):
            made[number] = _with_spliced(made[number], request, outcome, bench)
    return made


def replaced(tasks: Sequence[Task], bench: Bench) -> list[Task]:
    """The words that stand for missing terms, and forbidden forms, give way to the terms."""
    made = list(tasks)
    waiting = [number for number, task in enumerate(tasks) if _wrong(task)]
    for number, places in zip(waiting, _places([tasks[number] for number in waiting], bench), strict=True):
        task = tasks[number]
        for one, gaps in places:
            wrong = _forbidden(task, one.candidate.text, bench.engine.target)
            taken = [gap for gap in gaps if not any(gap.start < other.end and other.start < gap.end for other in wrong)]
            task = _with_replaced(task, one, [*taken, *wrong], bench)
        made[number] = task
    return made


def _wrong(task: Task) -> bool:
    """True where a term is missing or forbidden: a mere fault is not worth the later rungs."""
    return best(task).wrong > 0


def searched(tasks: Sequence[Task], bench: Bench) -> list[Task]:
    """The first missing term at each of some places of a likely try, decoded again from there, the likeliest first."""
    wanted: list[tuple[int, TermHit, Request]] = []
    for number, task in enumerate(tasks):
        fresh = (_insertions(task, one, bench) for one in (_likely(task) if _wrong(task) else ()))
        wanted += [(number, hit, request) for hit, request in next(filter(None, fresh), [])]
    made = list(tasks)
    found: list[tuple[int, TermHit, Task]] = []
    for (number, hit, request), outcome in zip(wanted, asked(bench, [one for *_, one in wanted]), strict=True):
        found.append((number, hit, _with_spliced(replace(tasks[number], tries=()), request, outcome, bench)))
    for number, _, alone in _likeliest([one for one in found if one[2].tries], bench):
        attempts = made[number].attempts + alone.attempts - tasks[number].attempts
        asked_now = (*made[number].asked, *alone.asked[len(tasks[number].asked) :])
        tries = (*made[number].tries, *alone.tries)
        made[number] = replace(made[number], tries=tries, asked=asked_now, attempts=attempts)
    return made


def _insertions(task: Task, one: Try, bench: Bench) -> list[tuple[TermHit, Request]]:
    """The requests that put the first missing term at some places of a try, without those that were made before."""
    language = bench.engine.target
    missing = [hit for hit in _once(task.lacking(one)) if accepted(hit.concept, language)]
    made: list[tuple[TermHit, Request]] = []
    for start in _openings(task, one.candidate.text, language) if missing else ():
        gap = _Gap(start, start, accepted(missing[0].concept, language)[0], missing[0])
        request = _prefixed(task, one, gap, bench)
        if request not in task.asked:
            made.append((missing[0], request))
    return made


def _likeliest(found: list[tuple[int, TermHit, Task]], bench: Bench) -> list[tuple[int, TermHit, Task]]:
    """The same, in the order of how probable the engine holds the best text of each for the whole source."""
    assert isinstance(bench.engine, Aligner)
    questions = [_question(task, hit, best(task).candidate.text, bench.engine.target) for _, hit, task in found]
    scored = [
        sum(one.score for one in gains) / len(gains) if gains else -math.inf for gains in bench.engine.gains(questions)
    ]
    return [found[place] for place in sorted(range(len(found)), key=lambda place: -scored[place])]  # stable


def _with_spliced(task: Task, request: Request, outcome: Outcome, bench: Bench) -> Task:
    """The task with the candidates that begin as they were told to; a source that is decoded in parts has none."""
    kept = [one for one in outcome.candidates if _letters(one.text).startswith(_letters(request.prefix))]
    log = [f"decoded again behind: {request.prefix}"]
    return verified(task, bench, request, replace(outcome, candidates=tuple(kept)), [Rung.SPLICE] * len(kept), log)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _openings(task: Task, text: str, language: str) -> list[int]:
    """Where a word begins in a text, outside of the terms that stand in it: at most :data:`PLACES`, evenly spread."""
    starts = [start for start, end in words(text, language) if _free((start, end), task, text, language)]
    step = max(1, -(-len(starts) // PLACES))
    return starts[::step]


@dataclass(frozen=True, slots=True)
class _Gap:
    """Where in a candidate a term belongs: the words that stand there now, and the form for them."""

    start: int
    end: int
    form: str
    hit: TermHit


def _missing(task: Task) -> Sequence[TermHit]:
    return task.lacking(best(task))


def _all(task: Task) -> Sequence[TermHit]:
    return task.hits


def _request(task: Task, copied: Sequence[TermHit], bench: Bench, copying: Copying) -> Request:
    """The task with these hits as copies, the others as hints."""
    language = bench.engine.target
    others = [hit for hit in task.hits if hit not in copied]
    return Request(task.source, hints(others, language), hints(copied, language), copying)


def _start(gap: _Gap) -> int:
    return gap.start


def _prefixed(task: Task, one: Try, gap: _Gap, bench: Bench) -> Request:
    """A try up to the gap, then the gap's term; this, what else it lacks, and what it got as copies travel as copies.

    So the engine knows the term's end, and does not go on with another syllable of its own.
    """
    prefix = trust.spliced(one.candidate.text, gap.start, gap.form, bench.engine.target)
    lacking = task.lacking(one)
    before = {(hint.start, hint.end) for hint in one.request.copies}
    copies = [hit for hit in task.hits if hit in lacking or (hit.start, hit.end) in before]
    able = bool(bench.trust.ranked(["placeholder"]))
    return replace(_request(task, copies if able else (), bench, Copying.PLACEHOLDER), prefix=prefix)


def _places(tasks: Sequence[Task], bench: Bench) -> list[list[tuple[Try, list[_Gap]]]]:
    """For each task its best tries, and where in them the missing terms belong: one gap a concept, left to right."""
    engine, language = bench.engine, bench.engine.target
    found = [[(one, list[_Gap]()) for one in _likely(task)] for task in tasks]
    if not isinstance(engine, Aligner):
        return found
    questions = [
        (task, one, gaps, hit, _question(task, hit, one.candidate.text, language))
        for task, some in zip(tasks, found, strict=True)
        for one, gaps in some
        for hit in _once(task.lacking(one))
        if one.candidate.text
    ]
    answers = engine.gains([question for *_, question in questions])
    for (task, one, gaps, hit, _), gains in zip(questions, answers, strict=True):
        text = one.candidate.text
        span = _free(place(text, gains, language), task, text, language)
        if span and not any(span[0] < gap.end and gap.start < span[1] for gap in gaps):
            gaps.append(_Gap(*span, accepted(hit.concept, language)[0], hit))
    return found


def _likely(task: Task) -> list[Try]:
    """The best tries with different texts, the best first."""
    ranked = sorted(task.tries, key=rank)
    return list({one.candidate.text: one for one in reversed(ranked)}.values())[::-1][:LIKELY]


def _question(task: Task, hit: TermHit, text: str, language: str) -> tuple[Request, str, int, int]:
    """What to ask the aligner: the request as the engine sees it, without hanja in brackets."""
    request, _ = taken_out(Request(task.source, terms=hints(task.hits, language)))
    number = [one for one in task.hits if accepted(one.concept, language)].index(hit)
    term = request.terms[number]
    return request, text, term.start, term.end


def _once(hits: Iterable[TermHit]) -> list[TermHit]:
    """The first hit of each concept."""
    return list({hit.concept.forms("ko"): hit for hit in reversed(list(hits))}.values())[::-1]


def _free(span: Span | None, task: Task, text: str, language: str) -> Span | None:
    """The span, if no term that is in its place stands there, and nothing that was copied from the source."""
    if span is None or text[slice(*span)] in task.source:
        return None
    kept = [
        one
        for hit in task.hits
        for one in occurrences(text, accepted(hit.concept, language), language, hit.concept.case)
    ]
    return None if any(start < span[1] and span[0] < end for start, end in kept) else span


def _forbidden(task: Task, text: str, language: str) -> list[_Gap]:
    """The forbidden forms of the concepts that have a form to put instead."""
    gaps: list[_Gap] = []
    for hit in _once(task.hits):
        listed = accepted(hit.concept, language)
        for start, end in occurrences(text, forbidden(hit.concept, language), language, hit.concept.case):
            apart = not any(start < gap.end and gap.start < end for gap in gaps)
            if listed and apart and _free((start, end), task, text, language):
                gaps.append(_Gap(start, end, listed[0], hit))
    return gaps


def _with_replaced(task: Task, base: Try, gaps: Sequence[_Gap], bench: Bench) -> Task:
    """The task with its best try once more, the gaps filled."""
    if not gaps:
        return task
    old, text, done = base.candidate.text, "", 0
    log: list[str] = []
    for gap in sorted(gaps, key=lambda gap: gap.start):
        text += old[done : gap.start] + gap.form
        log.append(f"replaced: {old[gap.start : gap.end]} → {gap.form}")
        done = gap.end
    text += old[done:]
    given = [hint.form for hint in (*base.outcome.hints, *hints(task.hits, bench.engine.target))]
    signs = faults.find(task.source, text, bench.engine.target, allowed=given)
    outcome = replace(base.outcome, candidates=(Candidate(text, base.candidate.score, signs),), attempts=0)
    return verified(task, bench, base.request, outcome, [Rung.REPLACE], log)
