"""From runs of nouns to candidates: which parts of a run are terms, and how much.

Every sequence of up to six pieces of a run is a *gram*. Longer ones are looked at first, and an occurrence inside an
accepted longer one counts less for a shorter one: Frantzi, Ananiadou & Mima (2000), *Automatic recognition of
multi-word terms: the C-value/NC-value method*. With ``f`` the frequency and ``T`` the accepted longer grams that hold
a gram::

    own(gram) = f(gram) - sum(f(b) for b in T) / |T|

is what stands in the place of C-value's ``f``; its factor for the length is replaced by the rarity of the whole
(:mod:`translate.extraction.frequency`), which grows with the length and works for single words too, where C-value is 0.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from math import log2

from translate.engine.names import SURNAMES
from translate.extraction.frequency import Frequencies
from translate.extraction.nouns import Piece, Run
from translate.extraction.words import OFFICES, ORGANIZATIONS, PARTICLES
from translate.glossary.text import fold

__all__ = ["MOST_RARE", "Gram", "Kind", "accepted", "collect", "kind", "rarity", "score"]

MOST_PIECES = 6

COMMON_NAME = 8.5
"""Names below this rarity (``한국``, ``서울``, ``미국``) are common words."""
COMMON_WORD = 11.0
"""Single nouns below this rarity (``사람``, ``시장``, ``관심``) are no candidates, however often they recur."""
RARE_WORD = 12.5
"""Single nouns above it are candidates from their first occurrence on."""
COMPOUND = 11.0
"""Compounds below this rarity (``환경보호``: 11.9 is above) are no candidates."""
BOUND = 4.0
"""Association from which pieces belong together even if they stand together only once."""
TIGHT = 8.0
"""Association of the parts of one name, of which others may begin the same (``뉴욕 타임스``)."""
MOST_RARE = 16.0
"""Rarer than this is not told apart: about one in ten million, where the model guesses."""
EXPLANATION = re.compile(r"[(（]([\u4e00-\u9fff]{2,12}|[A-Za-z][^()（）가-힣]{1,40})[)）]")
"""Hanja or the original in brackets, behind what they explain."""


class Kind(StrEnum):
    """What a candidate looks like."""

    PERSON = "person"
    ORGANIZATION = "organization"
    NAME = "name"  # a place, a brand, a person without a title, a word in no dictionary
    LATIN = "Latin"
    PHRASE = "phrase"  # in quotation marks
    COMPOUND = "compound"
    WORD = "word"


FLOOR = {
    Kind.PERSON: 4.0,
    Kind.ORGANIZATION: 4.0,
    Kind.NAME: 5.0,
    Kind.LATIN: 5.0,
    Kind.PHRASE: 8.0,
    Kind.COMPOUND: 8.0,
    Kind.WORD: 10.0,
}
"""What is taken from the rarity for the score: names are wanted before compounds, compounds before single nouns."""


@dataclass(slots=True)
class Gram:
    """A sequence of pieces, wherever it occurs.

    Attributes:
        key: Folded: without spaces, in lower case.
        pieces: As first seen.
        count: Occurrences, those inside longer grams too.
        spellings: As written → how often.
        solid: Occurrences without a space inside.
        names: Occurrences in which all pieces are names.
        unknown: Occurrences in which a piece is in no dictionary.
        titles: Titles that stood behind it → how often.
        quoted: Occurrences in quotation marks.
        surprise: Of a single word, in its contexts, all occurrences together (:class:`Piece`).
        explained: What stood in brackets behind it (``銀聯``, ``FinTech``) → how often.
    """

    key: str
    pieces: tuple[Piece, ...]
    count: int = 0
    spellings: Counter[str] = field(default_factory=Counter)
    solid: int = 0
    names: int = 0
    unknown: int = 0
    titles: Counter[str] = field(default_factory=Counter)
    quoted: int = 0
    surprise: float = 0.0
    explained: Counter[str] = field(default_factory=Counter)

    @property
    def form(self) -> str:
        """The most frequent spelling, the shortest of equals."""
        return min(self.spellings, key=lambda text: (-self.spellings[text], len(text), text))

    @property
    def single(self) -> bool:
        """It is one piece."""
        return len(self.pieces) == 1

    @property
    def named(self) -> bool:
        """It is a name more often than not."""
        return self.names * 2 > self.count


def collect(texts: Iterable[tuple[str, Sequence[Run], Sequence[tuple[int, int]]]]) -> dict[str, Gram]:
    """All grams of ``(segment, its runs, its quoted phrases)``, by key, in the order of their first occurrence."""
    grams: dict[str, Gram] = {}
    for text, runs, phrases in texts:
        seen = {}
        for run in runs:
            for pieces in _parts(run.pieces):
                gram = _add(grams, text, pieces)
                seen[pieces[0].start, pieces[-1].end] = gram
                if run.title and pieces[-1] is run.pieces[-1]:
                    gram.titles[run.title] += 1
            behind = EXPLANATION.match(text, run.pieces[-1].end)
            if behind:
                explained = _explained(run.pieces[-MOST_PIECES:], behind[1])
                seen[explained[0].start, explained[-1].end].explained[behind[1]] += 1
        for start, end in phrases:
            if (start, end) not in seen:
                seen[start, end] = _add(grams, text, (Piece(start, end, text[start:end], "NNG"),))
            seen[start, end].quoted += 1
    return grams


def accepted(grams: Mapping[str, Gram], frequencies: Frequencies, minimum: int = 0) -> list[tuple[Gram, float]]:
    """The grams that are terms or names, with what stands in the place of their frequency (``own``, see the module).

    Args:
        grams: As :func:`collect` gives them.
        frequencies: General ones.
        minimum: Occurrences that every candidate needs; 0 takes 2, and 1 for names and what is rare in general.
    """
    found: list[tuple[Gram, float]] = []
    nested: dict[str, list[int]] = {}
    wanted = [gram for gram in grams.values() if gram.count >= minimum and _worth(gram)]
    frequencies.learn(form for gram in wanted for form in (gram.form, *(piece.text for piece in gram.pieces)))
    for gram in sorted(wanted, key=lambda gram: -len(gram.pieces)):
        inside = nested.get(gram.key, ())
        own = gram.count - sum(inside) / len(inside) if inside else float(gram.count)
        if own >= 1 and not _particled(gram, grams) and _admitted(gram, grams, frequencies, minimum):
            found.append((gram, own))
            for key in {_key(part) for part in _parts(gram.pieces)} - {gram.key}:
                nested.setdefault(key, []).append(gram.count)
    return found


def kind(gram: Gram) -> Kind:
    """What it looks like, from how it was used."""
    if any(piece.tag == "SL" for piece in gram.pieces):
        words = gram.form.split()
        return Kind.PHRASE if gram.quoted and any(map(str.islower, words)) and len(words) > 2 else Kind.LATIN
    if _person(gram):
        return Kind.PERSON
    if gram.solid and any(gram.key.endswith(tail) and len(gram.key) > len(tail) + 1 for tail in ORGANIZATIONS):
        return Kind.ORGANIZATION
    if gram.named or gram.unknown * 4 >= gram.count or gram.explained:
        return Kind.NAME
    if gram.quoted and (not gram.single or " " in gram.form):
        return Kind.PHRASE
    return Kind.WORD if gram.single else Kind.COMPOUND


def rarity(gram: Gram, frequencies: Frequencies) -> float:
    """Its rarity in general Korean. A known word is not rarer than it was to the analyser in the contexts given:
    by itself it may have been taken for something else (``파도`` for ``파`` with a particle).
    """
    general = frequencies.rarity(gram.form)
    return min(general, gram.surprise / gram.count) if gram.surprise and not gram.unknown else general


def score(gram: Gram, own: float, rarity: float) -> float:
    """How much it is a candidate: the logarithm of its frequency times its rarity above what its kind needs."""
    return log2(1 + own) * max(min(rarity, MOST_RARE) - FLOOR[kind(gram)], 0.0)


def _person(gram: Gram) -> bool:
    """Titled, not always (a person has the title at first mention only), but not as countries are (``독일 총리``)."""
    titled = gram.titles.total()
    personal = gram.unknown or (gram.form[0] in SURNAMES and 2 <= len(gram.key) <= 4)
    return titled * 5 >= gram.count if personal else (titled - _offices(gram)) * 2 >= max(gram.count, 1)


def _offices(gram: Gram) -> int:
    return sum(count for title, count in gram.titles.items() if title in OFFICES)


def _particled(gram: Gram, grams: Mapping[str, Gram]) -> bool:
    """True for an unknown word that is another one with a particle (``알리바바와``)."""
    stem = grams.get(gram.key[:-1])
    return gram.single and bool(gram.unknown) and gram.key[-1] in PARTICLES and stem is not None and len(stem.key) > 1


def _parts(pieces: tuple[Piece, ...]) -> Iterator[tuple[Piece, ...]]:
    for first in range(len(pieces)):
        for last in range(first + 1, min(first + MOST_PIECES, len(pieces)) + 1):
            yield pieces[first:last]


def _explained(pieces: tuple[Piece, ...], explanation: str) -> tuple[Piece, ...]:
    """The last words that an explanation stands for: as many as it has in Latin letters, about as long in hanja."""
    starts = [index for index, piece in enumerate(pieces) if piece.gap or not index][::-1]  # the last word first
    if explanation[0].isascii():
        return pieces[starts[min(len(explanation.split()), len(starts)) - 1] :]
    return pieces[min(starts, key=lambda index: abs(len(_key(pieces[index:])) - len(explanation))) :]


def _key(pieces: tuple[Piece, ...]) -> str:
    return fold("".join(piece.text for piece in pieces))


def _add(grams: dict[str, Gram], text: str, pieces: tuple[Piece, ...]) -> Gram:
    key = _key(pieces)
    gram = grams.get(key)
    if gram is None:
        gram = grams[key] = Gram(key, pieces)
    elif len(pieces) > len(gram.pieces):
        gram.pieces = pieces
    gram.count += 1
    gram.spellings[text[pieces[0].start : pieces[-1].end]] += 1
    gram.solid += not any(piece.gap for piece in pieces[1:])
    gram.names += all(piece.name for piece in pieces)
    gram.unknown += not all(piece.known for piece in pieces)
    gram.surprise += pieces[0].surprise if len(pieces) == 1 else 0.0
    return gram


def _worth(gram: Gram) -> bool:
    """False for what cannot be admitted, so that it need not be looked up."""
    if len(gram.key) < 2 or all(piece.tag == "SH" for piece in gram.pieces):
        return False
    if gram.single or gram.solid or gram.quoted or gram.explained or gram.count > 1:
        return True
    return len(gram.pieces) == 2


def _admitted(gram: Gram, grams: Mapping[str, Gram], frequencies: Frequencies, minimum: int) -> bool:
    general = rarity(gram, frequencies)
    often = gram.count >= (minimum or 2)
    if gram.explained or (gram.quoted and not gram.single):
        return True
    if gram.single:
        if kind(gram) in (Kind.WORD, Kind.PHRASE):
            return general >= (COMMON_WORD if often else RARE_WORD) or " " in gram.form
        return general >= COMMON_NAME
    if general < COMPOUND:
        return False
    names = [piece.name and frequencies.rarity(piece.text) >= COMMON_NAME for piece in gram.pieces]
    association = frequencies.association(gram.form, (piece.text for piece in gram.pieces))
    bound = association >= BOUND
    if gram.solid:
        return often or bound or any(names)
    if all(names):  # two names beside each other, or one of two words
        alone = [grams[_key((piece,))].count == gram.count for piece in gram.pieces]
        return association >= TIGHT or (association >= BOUND and alone[0]) or (often and all(alone))
    if often:
        return bound
    return bound and not any(names) and all(frequencies.rarity(piece.text) < RARE_WORD for piece in gram.pieces)
