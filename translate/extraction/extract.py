"""From articles to the list of candidates: analysed, collected, counted without overlap, ranked."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp

from translate import addresses, glossary
from translate.article import Segment
from translate.extraction import candidates, nouns, places, similar
from translate.extraction.candidates import Gram, Kind
from translate.extraction.frequency import Frequencies
from translate.glossary import Termbase
from translate.morphology import analyser

__all__ = ["Candidate", "Installment", "Occurrence", "extract", "known_in"]

BRACKET = re.compile(r"\s*[(（]")
"""Where the hanja begin that belong to a hit, and not to the name."""
MOST = 3000
"""Candidates that compete for the places in the text; the rest of a very long list would never be looked at."""
CONTRAST = 2
"""Times the general frequency from which a frequency says something."""
COMMONPLACE = 0.5
"""Factor for what is no more frequent than in general: ``영국`` in a newspaper."""
MOST_TIMES = 10_000
"""Above it the language model guesses."""
NAMES = (Kind.PERSON, Kind.ORGANIZATION, Kind.NAME, Kind.LATIN)


@dataclass(frozen=True, slots=True)
class Installment:
    """An article of the series, cut into segments.

    Attributes:
        name: By which its segments are quoted; different from those of the others.
        segments: In document order.
    """

    name: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A place where a name or term stands.

    Attributes:
        installment: Name of the article.
        segment: The segment.
        start, end: Offsets into the segment's source.
    """

    installment: str
    segment: Segment
    start: int
    end: int

    @property
    def place(self) -> str:
        """``150525_top_kor:12``."""
        return f"{self.installment}:{self.segment.id}"

    @property
    def text(self) -> str:
        """As written there."""
        return self.segment.source[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name or term that the glossary may want.

    Attributes:
        form: Its most frequent spelling.
        kind: What it looks like.
        why: Why it is listed, in words, the most telling first.
        score: For ranking; comparable within one list.
        rarity: In general Korean; see :mod:`translate.extraction.frequency`.
        occurrences: In the order of the articles.
        similar: Forms of other candidates, or of the glossary, that may be spellings of the same name.
    """

    form: str
    kind: Kind
    why: tuple[str, ...]
    score: float
    rarity: float
    occurrences: tuple[Occurrence, ...]
    similar: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """The number of occurrences."""
        return len(self.occurrences)

    @property
    def name(self) -> bool:
        """It looks like a name rather than a term."""
        return self.kind in NAMES

    @property
    def installments(self) -> tuple[str, ...]:
        """The articles that it occurs in."""
        return tuple(dict.fromkeys(one.installment for one in self.occurrences))

    @property
    def spellings(self) -> Mapping[str, int]:
        """As written → how often, the most frequent first."""
        counted = Counter(one.text for one in self.occurrences)
        return dict(sorted(counted.items(), key=lambda item: (-item[1], item[0])))


def known_in(installments: Sequence[Installment], termbase: Termbase) -> dict[str, tuple[Occurrence, ...]]:
    """Name of a concept of the glossary → where it occurs; those that occur nowhere are absent."""
    found: dict[str, list[Occurrence]] = {}
    for one in installments:
        hits = glossary.match(one.segments, termbase)
        for segment in one.segments:
            for hit in hits.get(segment.id, ()):
                end = hit.start + len(BRACKET.split(segment.source[hit.start : hit.end])[0])
                found.setdefault(hit.concept.name, []).append(Occurrence(one.name, segment, hit.start, end))
    return {name: tuple(listed) for name, listed in found.items()}


def extract(
    installments: Sequence[Installment], termbase: Termbase, *, minimum: int = 0, limit: int = 0
) -> tuple[Candidate, ...]:
    """The candidates that a glossary lacks, the best first.

    Args:
        installments: Articles of the series.
        termbase: The glossary; what it has is left out.
        minimum: Occurrences that every candidate needs; 0 takes 2, and 1 for names and what is rare in general.
        limit: How many at most; 0 for all.
    """
    texts = [_analysed(one, termbase) for one in installments]
    segments = [item for text in texts for item in text]
    grams = candidates.collect(
        (item.segment.source, nouns.runs(item.segment.source, item.tokens, item.taken), _quoted(item))
        for item in segments
    )
    frequencies = Frequencies(analyser())
    ranked = [
        (gram, candidates.score(gram, own, candidates.rarity(gram, frequencies)))
        for gram, own in candidates.accepted(grams, frequencies, minimum)
    ]
    ranked.sort(key=lambda item: (-item[1], item[0].key))
    best = {gram.form: gram for gram, _ in ranked[:MOST]}
    size = sum(len(item.tokens) for item in segments)
    made = [
        _candidate(best[form], occurrences, candidates.rarity(best[form], frequencies), size)
        for form, occurrences in _occurrences(segments, best).items()
        if minimum <= len(occurrences) <= 2 * best[form].count  # else mostly another word
    ]
    made.sort(key=lambda one: (-one.score, one.form))
    made = made[: limit or None]
    return _compared(made, [best[one.form] for one in made], termbase)


@dataclass(frozen=True, slots=True)
class _Analysed:
    """A segment with its morphemes, and the spans of what is no candidate: terms of the glossary, addresses."""

    installment: str
    segment: Segment
    tokens: Sequence[nouns.Token]
    taken: tuple[tuple[int, int], ...]


def _analysed(installment: Installment, termbase: Termbase) -> list[_Analysed]:
    tokens = analyser().tokenize([segment.source for segment in installment.segments])
    hits = glossary.match(installment.segments, termbase)
    return [
        _Analysed(
            installment.name,
            segment,
            analysed,
            (*((hit.start, hit.end) for hit in hits.get(segment.id, ())), *addresses.find(segment.source)),
        )
        for segment, analysed in zip(installment.segments, tokens, strict=True)
    ]


def _quoted(item: _Analysed) -> list[tuple[int, int]]:
    """Quoted phrases, except those that are a term already."""
    return [span for span in nouns.quoted(item.segment.source, item.tokens) if span not in item.taken]


def _occurrences(segments: Sequence[_Analysed], forms: Iterable[str]) -> dict[str, tuple[Occurrence, ...]]:
    """Form → its places in all texts, beside those of the other forms."""
    wanted = places.index(forms)
    found: dict[str, list[Occurrence]] = {}
    for item in segments:
        for start, end, form in places.find(item.segment.source, item.tokens, wanted, item.taken):
            found.setdefault(form, []).append(Occurrence(item.installment, item.segment, start, end))
    return {form: tuple(listed) for form, listed in found.items()}


def _candidate(gram: Gram, occurrences: tuple[Occurrence, ...], rarity: float, size: int) -> Candidate:
    """The candidate that a gram makes; ``size`` is the number of morphemes of all texts."""
    kind = candidates.kind(gram)
    times = len(occurrences) / size * exp(rarity)  # how many times as frequent as in general
    score = candidates.score(gram, len(occurrences), rarity)
    return Candidate(
        form=gram.form,
        kind=kind,
        why=_why(gram, kind, len(occurrences), times),
        score=score if times >= CONTRAST else score * COMMONPLACE,
        rarity=rarity,
        occurrences=occurrences,
    )


def _why(gram: Gram, kind: Kind, count: int, times: float) -> tuple[str, ...]:
    """The reasons in words."""
    reasons = []
    if gram.titles:
        reasons.append(f"titled {gram.titles.most_common(1)[0][0]}")
    if gram.explained:
        reasons.append(f"explained: {gram.explained.most_common(1)[0][0]}")
    if gram.quoted:
        reasons.append("quoted")
    if kind is Kind.LATIN:
        reasons.append("Latin letters")
    elif gram.unknown:
        reasons.append("in no dictionary")
    elif times > MOST_TIMES:
        reasons.append(f"contrasts: more than {MOST_TIMES:,} × general frequency")
    elif times >= CONTRAST:
        reasons.append(f"contrasts: {times:,.0f} × general frequency")
    if count > 1:
        reasons.append("recurs")
    return tuple(reasons or [str(kind)])


def _compared(made: Sequence[Candidate], grams: Sequence[Gram], termbase: Termbase) -> tuple[Candidate, ...]:
    """The candidates with what they resemble. Two words of the dictionary are two words, however close."""
    doubtful = {
        one.form
        for one, gram in zip(made, grams, strict=True)
        if gram.unknown or gram.explained or one.rarity >= candidates.MOST_RARE
    }
    compared = [one.form for one in made if one.name or one.form in doubtful]
    listed = sorted({form for concept in termbase.concepts for form in concept.forms("ko")})
    resembled: dict[str, list[str]] = {}
    for left, right in similar.pairs([*compared, *listed]):
        if left in doubtful or right in doubtful:
            resembled.setdefault(left, []).append(right)
            resembled.setdefault(right, []).append(left)
    return tuple(replace(one, similar=tuple(resembled.get(one.form, ()))) for one in made)
