"""Where a term begins and ends: the rules by which a place in a Korean text is, or is not, a word of its own.

A side with no Hangul next to it is free, unless the term and its neighbour are both Latin (``IT`` in
``ITEM``, ``alibaba`` in ``alibaba.com``). Where Hangul follows Hangul:

1. A longer word of the analyser's dictionary over the whole candidate rules it out: ``한국`` in
   ``한국은행``, ``한국어``; ``중국`` in ``중국집``.
2. *Right*: what follows up to the next non-syllable is a chain of suffixes, titles and particles that
   agree with the final sound (``들에게``, ``회장의``), or the analyser begins a particle, a copula, a
   suffix or a noun of two or more syllables there. So ``알리바바`` is a hit in ``알리바바그룹이`` (a
   compound keeps the name of its first part), ``마윈`` is none in ``마윈드``.
3. *Left*: a prefix (``전알리바바``, ``범삼성``), or the analyser ends a known word of two or more
   syllables there.

Names of four syllables or more are hardly ever part of another word by chance: beside them the analyser
may also see single-syllable or unknown nouns. Terms of one syllable are hits only before a particle or copula
that the analyser sees, and after a word that it ends.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from translate.glossary.text import is_latin, is_syllable
from translate.morphology import has_final

__all__ = ["Analysis", "Morpheme", "analysis", "bounded", "needs_morphemes"]

SUFFIXES = """
들 님 씨 군 양 옹 측 쪽 사 식 형 판 발 산 계 내 급 용 당 별 끼리 그룹 본사 회장 부회장 사장 부사장 대표 총재 의장 이사
본부장 교수 박사 기자 감독 의원 장관 총리 주석 대통령 선생
"""
EITHER = """
은 는 을 를 과 와 의 에 에서 에게 에게서 께 께서 한테 한테서 도 만 까지 부터 조차 마저 밖에 뿐 대로 만큼 처럼 같이 보다
마다 하고 커녕 에선 에겐 엔 더러 마냥 이다 이고 이며 이지 이지만 이자 인데 인지 인가 입니다 이었다 이었던 이에요 이라고
이라는 이라며 이라면 이라서
"""
AFTER_CONSONANT = "이 으로 으로서 으로써 으로부터 으론 이나 이랑 이란 이든 이든지 이라도 이라 이야 이야말로 이여 아"
AFTER_RIEUL = AFTER_CONSONANT + " 로 로서 로써 로부터 론"
AFTER_VOWEL = """
가 로 로서 로써 로부터 론 나 랑 란 든 든지 라도 라 라고 라는 라며 라면 라서 야 야말로 며 여 다 였다 였던 였고 예요 지만
"""
ALWAYS = tuple(SUFFIXES.split() + EITHER.split())
"""What may follow any sound. The pairs 은/는, 을/를, 과/와 are here too: misprints of them are common, and they
begin no noun that matters."""
AFTER = {
    "consonant": ALWAYS + tuple(AFTER_CONSONANT.split()),
    "rieul": ALWAYS + tuple(AFTER_RIEUL.split()),
    "vowel": ALWAYS + tuple(AFTER_VOWEL.split()),
}
DEPTH = 5
"""Suffixes, titles and particles that may follow each other."""

PREFIXES = "범 반 탈 친 대 재 주 신 구 전 현 비 총 각 양 주한 재한 대중 방"
RIGHT_TAGS = ("J", "VCP", "XSN", "XSV", "XSA", "XSM", "NNB")
LEFT_TAGS = ("XPN", "MM")
LONG = 4
"""Syllables from which a name is hardly ever part of another word by chance."""

SYLLABLES = re.compile("[\uac00-\ud7a3]*")
JOINERS = frozenset("&._@")
"""Signs that join Latin letters and digits to one word: ``AT&T``, ``Node.js``."""


@dataclass(frozen=True, slots=True)
class Morpheme:
    """What the analyser says of ``text[start:end]``; ``known`` means that it is in a dictionary.

    Contracted morphemes overlap: in ``알리바바인`` the copula and the ending share a syllable.
    """

    start: int
    end: int
    form: str
    tag: str
    known: bool


@dataclass(frozen=True, slots=True)
class Analysis:
    """The morphemes of a text, by where they are; without any, only what needs no dictionary is decided.

    Attributes:
        first: Offset → the first morpheme that starts there.
        last: Offset → the last morpheme that ends there.
        over: Offset of a character → the morphemes it belongs to.
    """

    first: Mapping[int, Morpheme] = field(default_factory=dict)
    last: Mapping[int, Morpheme] = field(default_factory=dict)
    over: Mapping[int, tuple[Morpheme, ...]] = field(default_factory=dict)

    def inside(self, place: int) -> bool:
        """True where ``place`` is no boundary: a morpheme goes over it."""
        return any(m.start < place for m in self.over.get(place, ()))

    def longer(self, start: int, end: int) -> bool:
        """True where a dictionary word holds all of ``start`` to ``end`` and more."""
        return any(
            m.known and m.start <= start and end <= m.end and m.end - m.start > end - start
            for m in self.over.get(start, ())
        )


def analysis(morphemes: Iterable[Morpheme]) -> Analysis:
    """The morphemes of one text, in order, made ready for :func:`bounded`."""
    first: dict[int, Morpheme] = {}
    last: dict[int, Morpheme] = {}
    over: dict[int, tuple[Morpheme, ...]] = {}
    for morpheme in morphemes:
        first.setdefault(morpheme.start, morpheme)
        last[morpheme.end] = morpheme
        for place in range(morpheme.start, morpheme.end):
            over[place] = (*over.get(place, ()), morpheme)
    return Analysis(first, last, over)


def needs_morphemes(text: str, start: int, end: int) -> bool:
    """True where Hangul stands against Hangul on a side of ``text[start:end]``."""
    return _hangul_left(text, start) or _hangul_right(text, end)


def bounded(text: str, start: int, end: int, seen: Analysis) -> bool:
    """True where ``text[start:end]`` is a word of its own; see the module for the rules.

    Args:
        text: The segment.
        start, end: The candidate, without particles.
        seen: The morphemes of the whole text.
    """
    if _latin_neighbour(text, start, -1) or _latin_neighbour(text, end - 1, 1):
        return False
    left, right = _hangul_left(text, start), _hangul_right(text, end)
    if not left and not right:
        return True
    if seen.longer(start, end):
        return False
    return (not left or _begins(text, start, end, seen)) and (not right or _ends(text, start, end, seen))


def _latin_neighbour(text: str, edge: int, step: int) -> bool:
    """True where the Latin character at ``edge`` goes on in direction ``step``, directly or over a joiner."""

    def latin(place: int) -> bool:
        return 0 <= place < len(text) and is_latin(text[place])

    near = edge + step
    joined = 0 <= near < len(text) and text[near] in JOINERS and latin(near + step)
    return latin(edge) and (latin(near) or joined)


def _hangul_left(text: str, start: int) -> bool:
    return start > 0 and is_syllable(text[start - 1]) and is_syllable(text[start])


def _hangul_right(text: str, end: int) -> bool:
    return end < len(text) and is_syllable(text[end - 1]) and is_syllable(text[end])


def _ends(text: str, start: int, end: int, seen: Analysis) -> bool:
    run = SYLLABLES.match(text, end)
    assert run is not None  # the pattern matches the empty string
    size = end - start
    if size > 1 and _chain(text[end - 1], run[0]):
        return True
    after = seen.first.get(end)
    if after is None or seen.inside(end):
        return False
    if size == 1:
        return after.tag.startswith(("J", "VCP"))
    if after.tag.startswith(RIGHT_TAGS) or after.form in ("하", "되"):
        return True
    noun = after.tag.startswith("N")
    return noun and (size >= LONG or (after.known and after.end - after.start > 1))


def _begins(text: str, start: int, end: int, seen: Analysis) -> bool:
    size = end - start
    first = start
    while first and is_syllable(text[first - 1]):
        first -= 1
    if size > 1 and text[first:start] in PREFIXES.split():
        return True
    before = seen.last.get(start)
    if before is None or start not in seen.first or seen.inside(start):
        return False
    if before.tag.startswith(LEFT_TAGS):
        return True
    if before.tag.startswith(("N", "MA")):
        return size >= LONG or (size > 1 and before.known and before.end - before.start > 1)
    return size > 2  # a space left out after a particle or an ending


def _chain(sound: str, rest: str, depth: int = 0) -> bool:
    """True where ``rest``, after the syllable ``sound``, is made of suffixes, titles and particles."""
    if not rest:
        return True
    rieul = has_final(sound) and (ord(sound) - 0xAC00) % 28 == 8  # Unicode Standard, section 3.12
    options = AFTER["rieul" if rieul else "consonant" if has_final(sound) else "vowel"]
    return depth < DEPTH and any(
        _chain(piece[-1], rest[len(piece) :], depth + 1) for piece in options if rest.startswith(piece)
    )
