"""Finding the termbase's concepts in segments.

Candidates come from a search for every Korean form in the folded text (no case, no white space, no
invisible characters, one sign for all middle dots, hyphens and quotation marks), so a name that no
dictionary knows is found like any other. A candidate becomes a hit where it is spelled and bounded as a term:

- *Case.* As the concept says. Where it says nothing, Latin letters match in any case, but a form of at most
  four capitals (``IT``, ``LG``) or of a number and a capital (``5G``) only as written.
- *Spaces.* A term may be written with or without the spaces of its form next to Hangul, and may have a
  space where its form has none if neither part is a single character (``전자 상거래``; a first part of
  one syllable is allowed before three or more, determiners such as ``이`` and ``한`` excepted:
  ``빅 데이터``, never ``이 마트``) or one part is Latin (``K 팝``), and around ``&`` and its like.
  Two Latin words need the space of the form.
- *Boundaries.* :mod:`translate.glossary.boundaries`. Nothing is found inside a URL or an e-mail address.
- *Brackets.* Brackets that hold only hanja belong to the hit before them: ``은련(銀聯)``.

The longest candidate goes first, the leftmost of equals; hits never overlap. The order of the concepts does
not matter.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from translate import addresses
from translate.article import Case, Concept, Segment, TermHit
from translate.glossary.boundaries import Analysis, Morpheme, analysis, bounded, needs_morphemes
from translate.glossary.brackets import behind
from translate.glossary.termbase import Termbase
from translate.glossary.text import FULL_WIDTH, Composed, Folded, composed, fold, folded, is_latin, is_syllable
from translate.morphology import analyser

if TYPE_CHECKING:
    from kiwipiepy import Kiwi

__all__ = ["match", "teach"]

CAPITALS = re.compile("[A-Z]{1,4}|[0-9]+[A-Z]")
"""Forms that are matched only in capitals: in lower case they are words (``it``) or quantities (``5g``)."""

DETERMINERS = frozenset("이그저한두세네몇새헌첫온각전총매양별")
"""Syllables that are words of their own before a noun: a space after one is no spelling variant."""

SURROGATE = re.compile("[\ud800-\udfff]")
"""Half of a character, which the analyser refuses."""

LOOSE_SIGNS = frozenset("&·-/+")
"""Signs in a term that writers set with or without spaces: ``R&D``, ``R & D``."""

SCORE = -3.0
"""What the analyser gives a termbase word: less than its dictionary gives the words that it knows, or ``인도``
would be seen in ``인도양``; more than it gives unknown words."""

READINGS = 3
"""Readings of a word to ask for: as taught, as the dictionary has it, and perhaps one in pieces."""


@dataclass(frozen=True, slots=True)
class Form:
    """A way to write a concept.

    Attributes:
        concept: Which.
        cased: As listed, folded but for the case.
        spaces: Offsets in the folded form before which the listed form has a space.
        exact: Case matters.
    """

    concept: Concept
    cased: str
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
    texts = {segment.id: composed(segment.source) for segment in segments}
    found = {key: candidates for key, one in texts.items() if (candidates := list(_candidates(one.text, index)))}
    unclear = [key for key in found if any(needs_morphemes(texts[key].text, c.start, c.end) for c in found[key])]
    seen: dict[str, Analysis] = {}
    is_name: Callable[[str], bool] = _anything
    if unclear:
        kiwi = teach(termbase)
        seen = dict(zip(unclear, _analysed([texts[key].text for key in unclear], kiwi), strict=True))
        is_name = _names(kiwi)
    hits = {key: _hits(texts[key], found[key], seen.get(key, Analysis()), is_name) for key in found}
    return {key: value for key, value in hits.items() if value}


def _index(termbase: Termbase) -> Index:
    forms: dict[str, list[Form]] = {}
    for concept in termbase.concepts:
        for text in concept.forms("ko"):
            view = folded(text)
            forms.setdefault(view.text, []).append(
                Form(concept, view.cased, _spaces(text, view.places), _exact(concept, text))
            )
    lengths: dict[str, set[int]] = {}
    for key in forms:
        lengths.setdefault(key[:2], set()).add(len(key))
    return Index(
        {key: tuple(sorted(listed, key=_rank)) for key, listed in forms.items()},
        {head: tuple(sorted(sizes)) for head, sizes in lengths.items()},
    )


def _rank(form: Form) -> tuple[bool, str, list[tuple[str, tuple[str, ...]]], str]:
    """Of concepts that share a form, the one that is strict about case is asked first."""
    return not form.exact, form.cased, sorted(form.concept.terms.items()), form.concept.where


def _spaces(text: str, places: Sequence[int]) -> frozenset[int]:
    if len(places) == len(text):
        return frozenset()
    return frozenset(n for n in range(1, len(places)) if any(map(str.isspace, text[places[n - 1] + 1 : places[n]])))


def _exact(concept: Concept, text: str) -> bool:
    if concept.case is Case.AUTO:
        return bool(CAPITALS.fullmatch(text.translate(FULL_WIDTH)))
    return concept.case is Case.EXACT


def _candidates(text: str, index: Index) -> Iterator[Candidate]:
    view = folded(text)
    taken = bytearray(len(text))  # by addresses, which no term is part of
    for start, end in addresses.find(text):
        taken[start:end] = b"\1" * (end - start)
    for first in range(len(view.text)):
        head = view.text[first : first + 2]
        sizes = index.lengths.get(head, ())
        if len(head) == 2:  # a form of one character begins here too
            sizes = (*index.lengths.get(head[0], ()), *sizes)
        for size in sizes:
            if first + size > len(view.text):
                break
            start, end = view.places[first], view.places[first + size - 1] + 1
            for form in index.forms.get(view.text[first : first + size], ()):
                if form.exact and view.cased[first : first + size] != form.cased:
                    continue
                if not any(taken[start:end]) and _spaced(text, view, first, size, form):
                    yield Candidate(start, end, size, form.concept)
                    break


def _spaced(text: str, view: Folded, first: int, size: int, form: Form) -> bool:
    """True where the white space inside the candidate is what its form has, or a spelling variant of it."""
    cuts = [0]
    for n in range(1, size):
        before, after = view.places[first + n - 1], view.places[first + n]
        spaced = after > before + 1 and any(map(str.isspace, text[before + 1 : after]))
        if spaced == (n in form.spaces) or not LOOSE_SIGNS.isdisjoint(view.text[first + n - 1 : first + n + 1]):
            continue
        sides = text[before], text[after]
        if not any(map(is_syllable, sides)):
            return False
        if spaced and not any(map(is_latin, sides)):
            cuts.append(n)
    cuts.append(size)
    pieces = [view.text[first + left : first + right] for left, right in pairwise(cuts)]
    if len(pieces) > 1 and len(pieces[0]) == 1:
        return pieces[0] not in DETERMINERS and size > 3 and all(len(piece) > 1 for piece in pieces[1:])
    return len(pieces) == 1 or all(len(piece) > 1 for piece in pieces)


def teach(termbase: Termbase) -> "Kiwi":
    """The analyser that knows the termbase's Hangul forms, without spaces and except single syllables."""
    forms = (form for concept in termbase.concepts for form in concept.forms("ko"))
    words = {form if all(map(is_syllable, form)) else fold(form) for form in forms}
    return analyser((word for word in words if len(word) > 1 and all(map(is_syllable, word))), SCORE)


def _analysed(texts: Sequence[str], kiwi: "Kiwi") -> Iterator[Analysis]:
    """Each text's morphemes."""
    for tokens in kiwi.tokenize([SURROGATE.sub("\ufffd", text) for text in texts]):
        yield analysis(Morpheme(t.start, t.start + t.len, t.form, t.tag, not t.oov) for t in tokens)


def _names(kiwi: "Kiwi") -> Callable[[str], bool]:
    """A function that says whether a word, standing alone, is rather a proper noun than a common one.

    What is taught is a proper noun to the analyser; its other reading is what its dictionary says.
    """

    @cache
    def is_name(word: str) -> bool:
        readings = kiwi.analyze(word, top_n=READINGS)
        whole = [tokens[0].tag for tokens, _ in readings if len(tokens) == 1]
        return "NNG" not in whole[:2]  # one is ours

    return is_name


def _anything(_word: str) -> bool:
    return True


def _hits(
    source: Composed, candidates: Sequence[Candidate], seen: Analysis, is_name: Callable[[str], bool]
) -> tuple[TermHit, ...]:
    text = source.text
    hits: list[TermHit] = []
    taken = bytearray(len(text))
    for candidate in sorted(candidates, key=lambda c: (-c.size, c.start)):
        end = behind(text, candidate.end)
        if not any(taken[candidate.start : end]) and bounded(text, candidate.start, candidate.end, seen, is_name):
            hits.append(TermHit(*source.back(candidate.start, end), candidate.concept))
            taken[candidate.start : end] = b"\1" * (end - candidate.start)
    return tuple(sorted(hits, key=lambda hit: hit.start))
