"""What becomes of the candidates in translation: by the engine now, and in the TMX files of earlier installments."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from translate import engine, glossary, typography
from translate.article import Hint, HintKind, Segment, TermHit
from translate.engine.base import Engine, Request
from translate.extraction import places as finding
from translate.extraction import tmx
from translate.extraction.aligning import Question, aligned
from translate.extraction.extract import Candidate, Installment, Occurrence, known_in
from translate.extraction.renderings import PART, Place, locate, renderings
from translate.glossary import Termbase
from translate.glossary.forms import accepted, uses
from translate.languages import KOREAN
from translate.morphology import analyser

__all__ = ["Draft", "Drafts", "Now", "Variant", "draft", "examples", "now", "variants"]

MOST_COMPARED = 12
"""Segments of one candidate that are translated; taken evenly from all that have it."""
STOPS = " .,;:!?。，；：！？…"


@dataclass(frozen=True, slots=True)
class Draft:
    """The engine's translation of a segment, and what it was given for it."""

    text: str
    hints: tuple[Hint, ...]


@dataclass(frozen=True, slots=True)
class Drafts:
    """What the engines make of the candidates.

    Attributes:
        segments: Language code → source text → translation.
        alone: Language code → form of a candidate → its translation by itself.
        aligned: Language code → source text, start and end of a candidate in it → what renders it there.
        names: Source text → the names among the candidates in it.
    """

    segments: Mapping[str, Mapping[str, Draft]]
    alone: Mapping[str, Mapping[str, str]]
    aligned: Mapping[str, Mapping[tuple[str, int, int], str]] = field(default_factory=dict)
    names: Mapping[str, Sequence[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Now:
    """How the engine translates a candidate.

    Attributes:
        form: Its renderings, the most frequent first, separated by ``|`` as in a glossary.
        how: Where they stand, and where the engine has them from.
    """

    form: str
    how: str


@dataclass(frozen=True, slots=True)
class Variant:
    """One of several forms of one name.

    Attributes:
        name: The candidate or the glossary's preferred term.
        language: Of the form; ``ko`` where the articles themselves differ.
        form: As written.
        how: How it was found: see :mod:`translate.extraction.renderings`; ``glossary``; for ``ko``: ``as written``,
            ``similar``.
        labels: The segments, once an occurrence.
    """

    name: str
    language: str
    form: str
    how: str
    labels: tuple[str, ...]


def examples(candidate: Candidate, most: int) -> tuple[Occurrence, ...]:
    """Occurrences in different segments, from as many articles as possible, in the order of the articles."""
    distinct = {one.segment.source: one for one in reversed(candidate.occurrences)}
    turns: dict[str, int] = {}
    ranked = []
    for index, one in enumerate(reversed(distinct.values())):
        turn = turns[one.installment] = turns.get(one.installment, -1) + 1
        ranked.append((turn, index, one))
    chosen = sorted(ranked, key=lambda item: item[:2])[:most]
    return tuple(one for _, _, one in sorted(chosen, key=lambda item: item[1]))


def draft(
    found: Sequence[Candidate],
    termbase: Termbase,
    loaded: Mapping[str, Engine],
    report: Callable[[str, int], None] | None = None,
) -> Drafts:
    """Translates the candidates' segments as articles are translated, with the glossary's terms, and them alone.

    Args:
        found: The candidates.
        termbase: The glossary.
        loaded: Language code → engine.
        report: Called with the language and the number of segments before it is translated.

    Raises:
        ModelError: The engine failed while decoding.
    """
    sources = list(dict.fromkeys(one.segment.source for item in found for one in examples(item, MOST_COMPARED)))
    segments = [Segment(str(n), 0, 0, len(text), text) for n, text in enumerate(sources)]
    hits = glossary.match(segments, termbase)
    drafts: dict[str, dict[str, Draft]] = {}
    alone: dict[str, dict[str, str]] = {}
    for code, one in loaded.items():
        if report:
            report(code, len(sources))
        asked = [Request(segment.source, _terms(hits.get(segment.id, ()), code)) for segment in segments]
        asked += [Request(item.form) for item in found]
        finished = []
        for request, outcome in zip(asked, engine.translate(one, asked), strict=True):
            protect = [term.form for term in request.terms]
            finished.append(Draft(typography.finish(outcome.candidates[0].text, code, protect=protect), outcome.hints))
        drafts[code] = dict(zip(sources, finished, strict=False))
        singly = finished[len(sources) :]
        alone[code] = {item.form: made.text.strip(STOPS) for item, made in zip(found, singly, strict=True)}
    names: dict[str, list[str]] = {}
    for item in filter(_is_name, found):
        for source in dict.fromkeys(place.segment.source for place in item.occurrences):
            names.setdefault(source, []).append(item.form)
    made = Drafts(drafts, alone, names=names)
    listed = {segment.source: hits.get(segment.id, ()) for segment in segments}
    return replace(made, aligned={code: _aligned(found, listed, made, one) for code, one in loaded.items()})


def _is_name(item: Candidate) -> bool:
    return item.name


def _aligned(
    found: Sequence[Candidate], hits: Mapping[str, Sequence[TermHit]], drafts: Drafts, one: Engine
) -> dict[tuple[str, int, int], str]:
    """What renders the candidates in their segments, where no hint says so."""
    made: dict[tuple[str, int, int], str] = {}
    owners: dict[tuple[str, str], set[str]] = {}  # source and form → the candidates
    for item in found:
        asked = [
            Question(source, _terms(hits[source], one.target), place)
            for source, place in _drafted(item, drafts, one.target)
        ]
        for question, place in zip(asked, _placed(item, asked, one, drafts), strict=True):
            if place.aligned:
                made[question.source, place.start, place.end] = place.aligned
                owners.setdefault((question.source, place.aligned), set()).add(item.form)
    # the same words for two candidates: they render neither for certain
    return {key: form for key, form in made.items() if len(owners[key[0], form]) == 1}


def _placed(item: Candidate, asked: Sequence[Question], one: Engine, drafts: Drafts) -> list[Place]:
    alone = drafts.alone[one.target].get(item.form, "")
    places = [question.place for question in asked]
    located = locate(places, one.target, korean=item.form, alone=alone, name=item.name)
    return aligned(one, asked, located)


def now(candidate: Candidate, drafts: Drafts, code: str) -> Now:
    """How the engine translates a candidate: as it stands in the translated segments, else by itself."""
    places = [place for _, place in _drafted(candidate, drafts, code)]
    alone = drafts.alone[code].get(candidate.form, "")
    inside = {place.target for place in places}
    others = [one.text for one in drafts.segments[code].values() if one.text not in inside]
    found = locate(places, code, korean=candidate.form, alone=alone, name=candidate.name, others=others)
    # what renders a part of the name only would spoil the glossary that it is copied into
    made = [one for one in renderings(places, found, code) if one.how != PART]
    if not made:
        return Now(alone, "translated alone; not found in the segments" if alone else "")
    stands = sum(len(one.labels) for one in made)
    origins = ", ".join(dict.fromkeys(one.how for one in made))
    return Now("|".join(one.form for one in made), f"in {stands} of {len(places)} segments ({origins})")


def variants(
    found: Sequence[Candidate],
    installments: Sequence[Installment],
    termbase: Termbase,
    drafts: Drafts | None,
    memories: Mapping[Path, Sequence[tmx.Unit]],
    codes: Sequence[str],
    loaded: Mapping[str, Engine] | None = None,
) -> list[Variant]:
    """Names that have several forms, in the articles or in translations: all forms of each.

    Args:
        found: The candidates.
        installments: The articles that they come from.
        termbase: The glossary; its names are looked for in the articles and in the TMX files.
        drafts: What the engines made of the candidates; None without engines.
        memories: TMX file → its units.
        codes: Target languages.
        loaded: Language code → engine, which says what renders a name in a TMX file; None without engines.

    Raises:
        ModelError: An engine failed.
    """
    made = _spelled(found, known_in(installments, termbase))
    matched = [_matched(path, units, found, termbase) for path, units in memories.items()]
    for code in codes:
        targets = [unit.targets[code] for units in memories.values() for unit in units if code in unit.targets]
        targets += [one.text for one in drafts.segments[code].values()] if drafts else []
        one = loaded.get(code) if loaded else None
        for item in found:
            asked = [Question(source, (), place) for source, place in _drafted(item, drafts, code)] if drafts else []
            asked += [question for memory in matched for question in _remembered(memory, item.form, code)]
            alone = drafts.alone[code].get(item.form, "") if drafts else ""
            made += _several(item.form, asked, code, targets, one, alone=alone, name_like=item.name)
        for concept in termbase.concepts:
            asked = [question for memory in matched for question in _remembered(memory, concept.name, code)]
            made += _several(concept.name, asked, code, targets, one)
    return made


@dataclass(frozen=True, slots=True)
class _Remembered:
    """A unit of a TMX file, with the places of candidates and concepts in its source."""

    label: str
    unit: tmx.Unit
    hits: tuple[TermHit, ...]
    places: Mapping[str, Sequence[tuple[int, int]]]


def _matched(
    path: Path, units: Sequence[tmx.Unit], found: Sequence[Candidate], termbase: Termbase
) -> list[_Remembered]:
    segments = tuple(Segment(str(n), 0, 0, len(unit.source), unit.source) for n, unit in enumerate(units))
    hits = glossary.match(segments, termbase)
    wanted = finding.index(item.form for item in found)
    made = []
    for n, (unit, tokens) in enumerate(zip(units, analyser().tokenize([unit.source for unit in units]), strict=True)):
        here = hits.get(str(n), ())
        places: dict[str, list[tuple[int, int]]] = {}
        for hit in here:
            places.setdefault(hit.concept.name, []).append((hit.start, hit.end))
        for start, end, form in finding.find(unit.source, tokens, wanted, [(hit.start, hit.end) for hit in here]):
            places.setdefault(form, []).append((start, end))
        made.append(_Remembered(f"{path.name}:{unit.id}", unit, here, places))
    return made


def _remembered(memory: Sequence[_Remembered], name: str, code: str) -> list[Question]:
    """Where a name occurs in a TMX file; the glossary's form that stands there goes along as a hint."""
    made = []
    for one in memory:
        if name not in one.places or code not in one.unit.targets:
            continue
        target = one.unit.targets[code]
        stands = {use.hit.start: use.form for use in uses(target, one.hits, code) if use.form}
        for start, end in one.places[name]:
            hints = tuple(
                Hint(hit.start, hit.end, stands[hit.start], HintKind.TERM, "glossary")
                for hit in one.hits
                if hit.start in stands
            )
            rivals = tuple(other for other in one.places if other != name)
            place = Place(one.label, start, end, target, hints, rivals=rivals)
            made.append(Question(one.unit.source, _terms(one.hits, code), place))
    return made


def _several(
    name: str,
    asked: Sequence[Question],
    code: str,
    targets: Sequence[str],
    one: Engine | None,
    *,
    name_like: bool = True,
    alone: str = "",
) -> list[Variant]:
    places = [question.place for question in asked]
    if not places:
        return []
    inside = {place.target for place in places}
    others = [target for target in targets if target not in inside]
    found = locate(places, code, korean=name, alone=alone, name=name_like, others=others)
    fresh = [n for n, place in enumerate(places) if not place.aligned]
    for n, place in zip(fresh, aligned(one, [asked[n] for n in fresh], [found[n] for n in fresh]), strict=True):
        places[n] = place
    found = locate(places, code, korean=name, alone=alone, name=name_like, others=others)
    made = renderings(places, found, code)
    return [Variant(name, code, form.form, form.how, form.labels) for form in made] if len(made) > 1 else []


def _spelled(found: Sequence[Candidate], known: Mapping[str, Sequence[Occurrence]]) -> list[Variant]:
    """Forms of one name in the articles: with and without a space, the glossary's variants, what is spelled alike."""
    made: list[Variant] = []
    told: set[str] = set()
    by_form = {item.form: item.occurrences for item in found}
    for item in sorted(found, key=lambda one: -one.count):
        if item.form in told:
            continue
        alike = [form for form in item.similar if form not in told]
        told.update((item.form, *alike))
        if alike or len(item.spellings) > 1:
            made += _written(item.form, item.occurrences)
        for form in alike:
            labels = tuple(one.place for one in by_form.get(form, ()))
            how = "similar" if labels else "similar, in the glossary"
            made.append(Variant(item.form, KOREAN.code, form, how, labels))
    for name, occurrences in known.items():
        if len({one.text for one in occurrences}) > 1:
            made += _written(name, occurrences)
    return made


def _written(name: str, occurrences: Sequence[Occurrence]) -> list[Variant]:
    """One variant a spelling, the most frequent first."""
    labels: dict[str, list[str]] = {}
    for one in occurrences:
        labels.setdefault(one.text, []).append(one.place)
    ranked = sorted(labels.items(), key=lambda item: (-len(item[1]), item[0]))
    return [Variant(name, KOREAN.code, text, "as written", tuple(listed)) for text, listed in ranked]


def _drafted(candidate: Candidate, drafts: Drafts, code: str) -> list[tuple[str, Place]]:
    """Source and place of a candidate's occurrences in the translated segments."""
    known = drafts.aligned.get(code, {})
    places = []
    for one in candidate.occurrences:
        source = one.segment.source
        made = drafts.segments[code].get(source)
        if made:
            form = known.get((source, one.start, one.end), "")
            rivals = tuple(name for name in drafts.names.get(source, ()) if name != candidate.form)
            places.append((source, Place(one.place, one.start, one.end, made.text, made.hints, form, rivals)))
    return places


def _terms(hits: Sequence[TermHit], code: str) -> tuple[Hint, ...]:
    return tuple(
        Hint(hit.start, hit.end, forms[0], HintKind.TERM, "termbase")
        for hit in hits
        if (forms := accepted(hit.concept, code))
    )
