"""Runs of nouns in analysed text: what names and terms are made of, particles and endings left out.

A run is nouns, names, Latin words and hanja that follow each other with nothing or one space between them. It ends
at everything else, and at what is a term already. What belongs together in any case is one *piece* of the run:

- a prefix and its noun, a noun and its suffix (``창업`` + ``가``); the plural, honorifics and suffixes of place
  and measure (``들``, ``님``, ``별``, ``측`` …) are left out like particles;
- what is written in Latin letters, with digits and joiners (``O2O``, ``AT&T``, ``갤럭시`` + ``S6``).

A word with a verbal or adjectival suffix (``인수`` + ``하``, ``혁신`` + ``적``) is no noun here, back to
the last space.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from translate.engine.names import personal
from translate.extraction.words import ADDRESS, DROPPED, RELATIONAL, TITLES
from translate.glossary.text import is_syllable

__all__ = ["Piece", "Run", "Token", "quoted", "runs"]

LATIN = re.compile(r"(?:[0-9]+(?=[A-Za-z]))?[A-Za-zÀ-ɏ][0-9A-Za-zÀ-ɏ]*(?:[&.'’_-][0-9A-Za-zÀ-ɏ]+)*\+*")
INSIDE = r"[^‘’“”「」『』《》〈〉<>|⟦⟧\n]{2,30}"
QUOTED = re.compile(rf"‘({INSIDE})’|“({INSIDE})”|[「『《〈<]({INSIDE})[>〉》』」]")
NOUNS = frozenset({"NNG", "NNP", "XR", "SL", "SH"})
NOMINAL = NOUNS | {"NNB", "NR", "NP", "SN", "XPN", "XSN", "SO", "SW"}
"""What a quoted phrase may be made of."""
VERBAL = ("XSV", "XSA", "XSM")
LONGEST_PERSON = 4
"""Syllables of a person's name, beside which another may be a company's."""
UNIT = re.compile(r"[0-9]+[a-z]{1,2}[0-9]?|[0-9]+(?:kW|MW|GW|kWh|MHz|GHz|Hz|KB|MB|GB|TB|mAh)")
"""A measure (``2km``), not a name (``5G``, ``3D``)."""


class Token(Protocol):
    """A morpheme as Kiwi gives it; offsets in code points."""

    form: str
    tag: str
    start: int
    end: int
    oov: bool
    score: float


@dataclass(frozen=True, slots=True)
class Piece:
    """The smallest part of a run.

    Attributes:
        start, end: Offsets into the segment.
        text: As written there.
        tag: ``NNG``, ``NNP``, ``SL`` (anything with Latin letters), ``SH``, ``XPN`` (until its noun is found).
        known: The analyser has it in its dictionary.
        gap: White space stands before it, within its run.
        surprise: Negative log-probability that the analyser gave it in its context; 0 where that says nothing.
    """

    start: int
    end: int
    text: str
    tag: str
    known: bool = True
    gap: bool = False
    surprise: float = 0.0

    @property
    def name(self) -> bool:
        """The analyser takes it for a name, or does not know it, or it is written in Latin letters."""
        return self.tag in ("NNP", "SL") or not self.known


@dataclass(frozen=True, slots=True)
class Run:
    """Pieces that follow each other.

    Attributes:
        pieces: At least one.
        title: The title behind the last piece (``회장``), which is then a person's name; else empty.
    """

    pieces: tuple[Piece, ...]
    title: str = ""


def runs(text: str, tokens: Sequence[Token], closed: Iterable[tuple[int, int]] = ()) -> list[Run]:
    """The runs of a segment, from left to right.

    Args:
        text: The segment.
        tokens: Its morphemes.
        closed: Spans that no run may touch: terms that the glossary has, addresses.
    """
    found: list[Run] = []
    for pieces, after in _maximal(text, tokens, sorted(closed)):
        cut = list(_untitled(pieces))
        if after in ADDRESS and cut and _personal(cut[-1].pieces[-1]):
            cut[-1] = replace(cut[-1], title=after)
        found += cut
    return found


def quoted(text: str, tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """The spans of short phrases in quotation marks that are nouns from end to end: titles, coinages, names."""
    spans = []
    for match in QUOTED.finditer(text):
        start, end = match.span(match.lastindex or 0)
        inside = [token for token in tokens if start <= token.start and token.end <= end]
        nominal = all(token.tag in NOMINAL for token in inside)
        if inside and nominal and text[start:end] == text[start:end].strip() and text[start:end].count(" ") < 5:
            spans.append((start, end))
    return spans


def _maximal(
    text: str, tokens: Sequence[Token], closed: Sequence[tuple[int, int]]
) -> Iterator[tuple[tuple[Piece, ...], str]]:
    """Pieces up to what is no noun, with the morpheme that stands there; titles still among them."""
    run: list[Piece] = []
    for piece, token in _joined(text, tokens, closed):
        if piece is None:
            if token and run and token.start == run[-1].end and _no_noun(token):
                run = _before_last_word(run)
            yield from _closed(run, token.form if token and token.tag == "NNB" else "")
            run = []
            continue
        gap = bool(run) and piece.start > run[-1].end
        if gap and text[run[-1].end : piece.start] != " ":
            yield from _closed(run)
            run, gap = [], False
        if run and not gap and (run[-1].tag == "XPN" or piece.tag in ("XSN", "SN")):
            run[-1] = _merged(text, run[-1], piece)
        elif piece.tag in ("XSN", "SN"):
            yield from _closed(run)
            run = []
        else:
            run.append(replace(piece, gap=gap))
    yield from _closed(run)


def _joined(
    text: str, tokens: Sequence[Token], closed: Sequence[tuple[int, int]]
) -> Iterator[tuple[Piece | None, Token | None]]:
    """Every token as a piece, or as None where it ends a run; what is written in Latin letters is one piece."""
    latin = [match.span() for match in LATIN.finditer(text)]
    done = -1  # up to where a Latin word has been given
    for token in tokens:
        if any(start < token.end and token.start < end for start, end in closed):
            yield None, None
            continue
        if token.start < done:
            continue
        word = next(((start, end) for start, end in latin if start <= token.start < end), None)
        if word:
            done = word[1]
            form = text[word[0] : word[1]]
            yield None if UNIT.fullmatch(form) else Piece(*word, form, "SL"), None
        elif _nominal(token):
            piece = Piece(token.start, token.end, text[token.start : token.end], token.tag, not token.oov)
            yield replace(piece, surprise=-token.score), None
        else:
            yield None, token


def _nominal(token: Token) -> bool:
    if token.tag == "XSN":
        return token.form not in DROPPED and token.form != "적"
    return token.tag in ("XPN", "SN") or (token.tag in NOUNS and token.form not in RELATIONAL)


def _no_noun(token: Token) -> bool:
    """True for a suffix that makes a verb, an adjective or an attribute of the noun before it."""
    return token.tag.startswith(VERBAL) or (token.tag == "XSN" and token.form == "적")


def _before_last_word(run: list[Piece]) -> list[Piece]:
    last = len(run) - 1
    while last and not run[last].gap:
        last -= 1
    return run[:last]


def _merged(text: str, left: Piece, right: Piece) -> Piece:
    """A prefix takes over its noun's part of speech; a suffix or a number leaves that of its noun."""
    tag = right.tag if left.tag == "XPN" else left.tag
    if left.tag == "NNP" and right.tag == "XSN":
        tag = "NNG"
    known = left.known and right.known
    return Piece(left.start, right.end, text[left.start : right.end], tag, known, left.gap)


def _closed(run: list[Piece], after: str = "") -> Iterator[tuple[tuple[Piece, ...], str]]:
    """The run without prefixes that lost their noun."""
    while run and run[-1].tag == "XPN":
        run = run[:-1]
    if run:
        yield tuple(run), after


def _untitled(pieces: tuple[Piece, ...]) -> Iterator[Run]:
    """A run cut behind every titled name, the titles left out."""
    first = 0
    for index, piece in enumerate(pieces):
        if index > first and piece.text in TITLES and _personal(pieces[index - 1]):
            yield from _titled(pieces[first:index], piece.text)
            first = index + 1
    rest = pieces[first:]
    if len(rest) > 1 and rest[-1].text in TITLES and rest[-1].gap:
        rest = rest[:-1]
    if rest:
        yield Run(_fresh(rest))


def _titled(pieces: tuple[Piece, ...], title: str) -> Iterator[Run]:
    """The run with its title; that of ``박도윤 네오펫코리아 대표`` belongs to the person before the company."""
    person, *_, last = (*pieces[:1], *pieces)
    company = len(last.text) > LONGEST_PERSON and not personal(last.text)
    if company and len(pieces) > 1 and pieces[1].gap and person.name and personal(person.text):
        yield Run(_fresh(pieces[:1]), title)
        yield Run(_fresh(pieces[1:]))
    else:
        yield Run(_fresh(pieces), title)


def _fresh(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    return (replace(pieces[0], gap=False), *pieces[1:])


def _personal(piece: Piece) -> bool:
    return piece.name and 2 <= len(piece.text) <= 8 and all(map(is_syllable, piece.text))
