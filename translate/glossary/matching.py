"""Finding the termbase's concepts in segments.

Candidates come from a search for every Korean form in the folded text (no case, no white space, no
invisible characters), so a name that no dictionary knows is found like any other. A candidate becomes a
hit where it is spelled and bounded as a term:

- *Case.* Latin letters match in any case, but a form of at most four capitals and nothing else (``IT``,
  ``LG``) only as written.
- *Spaces.* A term may be written with or without the spaces of its form next to Hangul, and may have a
  space where its form has none if neither part is a single character (``전자 상거래``; a first part of
  one syllable is allowed before three or more, determiners such as ``이`` and ``한`` excepted:
  ``빅 데이터``, never ``이 마트``). Two Latin words need the space of the form.
- *Boundaries.* :mod:`translate.glossary.boundaries`. Nothing is found inside a URL or an e-mail address.
- *Brackets.* Brackets that hold only hanja belong to the hit before them: ``은련(銀聯)``.

The longest candidate goes first, the leftmost of equals; hits never overlap.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from translate import addresses
from translate.article import Concept, Segment, TermHit
from translate.glossary.boundaries import Analysis, Morpheme, analysis, bounded, needs_morphemes
from translate.glossary.brackets import behind
from translate.glossary.termbase import Termbase
from translate.glossary.text import Folded, fold, folded, is_syllable
from translate.morphology import analyser

__all__ = ["match"]

CAPITALS = 4
"""Longest all-capital form that is matched only in capitals."""

DETERMINERS = frozenset("이그저한두세네몇새헌첫온각전총매양별")
"""Syllables that are words of their own before a noun: a space after one is no spelling variant."""


@dataclass(frozen=True, slots=True)
class Form:
    """A way to write a concept.

    Attributes:
        concept: Which.
        text: As listed.
        spaces: Offsets in the folded form before which the listed form has a space.
        exact: Case matters.
    """

    concept: Concept
    text: str
    spaces: frozenset[int]
    exact: bool


@dataclass(frozen=True, slots=True)
class Index:
    """Folded form → the forms that fold to it, and the lengths to try at a place, by its first two characters."""

    forms: Mapping[str, tuple[Form, ...]]
    lengths: Mapping[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that is spelled like a term; ``size`` counts folded characters."""

    start: int
    end: int
    size: int
    concept: Concept


def match(segments: Sequence[Segment], termbase: Termbase) -> dict[str, tuple[TermHit, ...]]:
    """The occurrences of the termbase's concepts.

    Returns:
        Segment id → hits in source order; segments without hits are absent.
    """
    index = _index(termbase)
    found = {segment.id: list(_candidates(segment.source, index)) for segment in segments}
    unclear = [s for s in segments if any(needs_morphemes(s.source, c.start, c.end) for c in found[s.id])]
    analysed = _analysed([segment.source for segment in unclear], termbase)
    seen = dict(zip((segment.id for segment in unclear), analysed, strict=True))
    hits = {s.id: _hits(s.source, found[s.id], seen.get(s.id, Analysis())) for s in segments if found[s.id]}
    return {key: value for key, value in hits.items() if value}


def _index(termbase: Termbase) -> Index:
    forms: dict[str, list[Form]] = {}
    for concept in termbase.concepts:
        for text in concept.forms("ko"):
            forms.setdefault(fold(text), []).append(Form(concept, text, _spaces(text), _exact(text)))
    lengths: dict[str, set[int]] = {}
    for key in forms:
        lengths.setdefault(key[:2], set()).add(len(key))
    return Index(
        {key: tuple(listed) for key, listed in forms.items()},
        {head: tuple(sorted(sizes)) for head, sizes in lengths.items()},
    )


def _spaces(text: str) -> frozenset[int]:
    places = folded(text).places
    return frozenset(n for n in range(1, len(places)) if any(map(str.isspace, text[places[n - 1] + 1 : places[n]])))


def _exact(text: str) -> bool:
    return len(text) <= CAPITALS and text.isascii() and text.isalpha() and text.isupper()


def _candidates(text: str, index: Index) -> Iterator[Candidate]:
    view = folded(text)
    taken = bytearray(len(text))  # by addresses, which no term is part of
    for start, end in addresses.find(text):
        taken[start:end] = b"\1" * (end - start)
    for first in range(len(view.text)):
        heads = (view.text[first : first + 2], view.text[first])
        sizes = {n for head in heads for n in index.lengths.get(head, ()) if first + n <= len(view.text)}
        for size in sizes:
            for form in index.forms.get(view.text[first : first + size], ()):
                start, end = view.places[first], view.places[first + size - 1] + 1
                if any(taken[start:end]):
                    continue
                if form.exact and text[start:end] != form.text:
                    continue
                if _spaced(text, view, first, size, form):
                    yield Candidate(start, end, size, form.concept)
                    break


def _spaced(text: str, view: Folded, first: int, size: int, form: Form) -> bool:
    """True where the white space inside the candidate is what its form has, or a spelling variant of it."""
    cuts = [0]
    for n in range(1, size):
        before, after = view.places[first + n - 1], view.places[first + n]
        spaced = after > before + 1 and any(map(str.isspace, text[before + 1 : after]))
        hangul = is_syllable(text[before]) or is_syllable(text[after])
        if spaced != (n in form.spaces) and not hangul:
            return False
        if spaced and n not in form.spaces:
            cuts.append(n)
    cuts.append(size)
    pieces = [view.text[first + left : first + right] for left, right in pairwise(cuts)]
    if len(pieces) > 1 and len(pieces[0]) == 1:
        return pieces[0] not in DETERMINERS and size > 3 and all(len(piece) > 1 for piece in pieces[1:])
    return len(pieces) == 1 or all(len(piece) > 1 for piece in pieces)


def _analysed(texts: Sequence[str], termbase: Termbase) -> list[Analysis]:
    """Each text's morphemes; the analyser knows the termbase's Hangul forms, except single syllables."""
    if not texts:
        return []
    words = {fold(form) for concept in termbase.concepts for form in concept.forms("ko")}
    kiwi = analyser(word for word in words if len(word) > 1 and all(map(is_syllable, word)))
    return [
        analysis(Morpheme(t.start, t.start + t.len, t.form, t.tag, not t.oov) for t in tokens)
        for tokens in kiwi.tokenize(list(texts))
    ]


def _hits(text: str, candidates: Sequence[Candidate], seen: Analysis) -> tuple[TermHit, ...]:
    hits: list[TermHit] = []
    taken = bytearray(len(text))
    for candidate in sorted(candidates, key=lambda c: (-c.size, c.start)):
        end = behind(text, candidate.end)
        if not any(taken[candidate.start : end]) and bounded(text, candidate.start, candidate.end, seen):
            hits.append(TermHit(candidate.start, end, candidate.concept))
            taken[candidate.start : end] = b"\1" * (end - candidate.start)
    return tuple(sorted(hits, key=lambda hit: hit.start))
