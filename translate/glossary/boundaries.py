"""Where a term begins and ends: the rules by which a place in a Korean text is, or is not, a word of its own.

A side with no Hangul next to it is free, unless the word goes on there in the same script (``IT`` in ``ITEM``,
``alibaba`` in ``alibaba.com``, ``三星`` in ``三星電子``). Where Hangul follows Hangul:

1. A longer word of the analyser's dictionary over the whole candidate rules it out: ``한국`` in
   ``한국은행``, ``한국어``; ``중국`` in ``중국집``. Not so where a name has only got a prefix or suffix that
   leaves it a name: ``중국`` in ``중국판``, ``대중국``; ``삼성`` in ``삼성그룹``.
2. *Right*: what follows up to the next non-syllable is a chain of suffixes, titles and particles that
   agree with the final sound (``들에게``, ``회장의``), or the analyser begins a particle, a copula, a
   suffix or a known noun of two or more syllables there. So ``알리바바`` is a hit in ``알리바바그룹이`` (a
   compound keeps the name of its first part), ``마윈`` is none in ``마윈드``.
3. *Left*: a prefix (``전알리바바``, ``범삼성``), or the analyser ends a known word of two or more
   syllables there. The candidate must not be a particle: ``이란`` in ``사랑이란``.

What stands before a name of four syllables or more may also be unknown: such a name is hardly ever the end of
another word by chance. Terms of one syllable are hits only before a particle or copula that the analyser sees, and
after a word that it ends.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from translate.glossary import particles
from translate.glossary.text import is_latin, is_syllable, script
from translate.morphology import has_final

__all__ = ["Analysis", "Morpheme", "analysis", "bounded", "needs_morphemes"]

RELATIONS = frozenset("범반탈친대재주")
"""Prefixes that say how someone stands to a name; the name stays one."""
PREFIXES = RELATIONS | frozenset("신구전현비총각양방") | {"주한", "재한", "대중"}

KEEPS_NAME = frozenset("식판제풍형행발계측") | {"그룹"}
"""What may be added to a name so that the whole is in a dictionary and still about the name."""

RIGHT_TAGS = ("J", "VCP", "XSN", "XSV", "XSA", "XSM", "NNB")
LEFT_TAGS = ("XPN", "MM")
LONG = 4
"""Syllables from which a name is hardly ever the end of another word by chance."""

SYLLABLES = re.compile("[\uac00-\ud7a3]*")
JOINERS = frozenset("&._@")
"""Signs that join Latin letters and digits to one word: ``AT&T``, ``Node.js``."""

HYPHENS = frozenset("-\u2010\u2011\uff0d")
PLUS = re.compile(r"[+#]+")
"""What may end a Latin word: ``C++``, ``C#``."""


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

    def longer(self, start: int, end: int) -> tuple[Morpheme, ...]:
        """The dictionary words that hold all of ``start`` to ``end`` and more."""
        return tuple(
            m
            for m in self.over.get(start, ())
            if m.known and m.start <= start and end <= m.end and m.end - m.start > end - start
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


def bounded(text: str, start: int, end: int, seen: Analysis, is_name: Callable[[str], bool]) -> bool:
    """True where ``text[start:end]`` is a word of its own; see the module for the rules.

    Args:
        text: The segment.
        start, end: The candidate, without particles.
        seen: The morphemes of the whole text.
        is_name: Whether a word, standing alone, is a proper noun.
    """
    if _goes_on(text, start, -1) or _goes_on(text, end - 1, 1):
        return False
    left, right = _hangul_left(text, start), _hangul_right(text, end)
    if not left and not right:
        return True
    longer = seen.longer(start, end)
    if longer and not (all(_keeps(text, start, end, m) for m in longer) and is_name(text[start:end])):
        return False
    return (not left or _begins(text, start, end, seen)) and (not right or _ends(text, start, end, seen))


def _keeps(text: str, start: int, end: int, word: Morpheme) -> bool:
    """True where ``word`` only adds to the candidate what leaves a name a name."""
    before, after = text[word.start : start], text[end : word.end]
    return (not before and after in KEEPS_NAME) or (before in RELATIONS and not after)


def _goes_on(text: str, edge: int, step: int) -> bool:
    """True where the word at ``edge`` goes on in direction ``step`` in the same script, directly or over a sign."""
    kind, near = script(text[edge]), edge + step
    if kind in ("", "hangul") or not 0 <= near < len(text):
        return False
    return script(text[near]) == kind or (kind == "latin" and _joined(text, edge, step))


def _joined(text: str, edge: int, step: int) -> bool:
    """True where a sign after the Latin word at ``edge``, seen in direction ``step``, makes it part of a longer one."""
    near, beyond = edge + step, edge + 2 * step
    sign = text[near]
    if step > 0 and (plus := PLUS.match(text, near)):
        then = text[plus.end() : plus.end() + 1]
        return not is_latin(then or " ") and (plus[0] != "+" or not then.isalnum())
    if not (0 <= beyond < len(text) and is_latin(text[beyond])):
        return False
    if sign in HYPHENS:  # X-ray, e-commerce: a letter alone is no word; in A380-800 both sides are
        return _lone_letter(text, edge, -step) or _lone_letter(text, beyond, step)
    return sign in JOINERS or (sign == "," and text[edge].isdigit() and text[beyond].isdigit())


def _lone_letter(text: str, place: int, step: int) -> bool:
    """True where a Latin letter stands at ``place`` and nothing Latin beside it in direction ``step``."""
    beside = place + step
    return text[place].isalpha() and not (0 <= beside < len(text) and is_latin(text[beside]))


def _hangul_left(text: str, start: int) -> bool:
    return start > 0 and is_syllable(text[start - 1]) and is_syllable(text[start])


def _hangul_right(text: str, end: int) -> bool:
    return end < len(text) and is_syllable(text[end - 1]) and is_syllable(text[end])


def _ends(text: str, start: int, end: int, seen: Analysis) -> bool:
    run = SYLLABLES.match(text, end)
    assert run is not None  # the pattern matches the empty string
    size = end - start
    if size > 1 and particles.chain(text[end - 1], run[0]):
        return True
    after = seen.first.get(end)
    if after is None or seen.inside(end):
        return False
    if size == 1:
        return after.tag.startswith(("J", "VCP"))
    if after.tag == "VCP" and text[end] == "인":  # the copula, which needs a noun after it, or 人, a person
        return run[0] == "인" and text[run.end() : run.end() + 1].isspace()
    if after.tag == "XSN" and after.form == "이" and not has_final(text[end - 1]):
        return False  # 이 makes names that end in a consonant easier to say, and no others
    if after.tag.startswith(RIGHT_TAGS) or after.form in ("하", "되"):
        return True
    return after.tag.startswith("N") and after.known and after.end - after.start > 1


def _begins(text: str, start: int, end: int, seen: Analysis) -> bool:
    size = end - start
    first = start
    while first and is_syllable(text[first - 1]):
        first -= 1
    if size > 1 and text[first:start] in PREFIXES:
        return True
    before, here = seen.last.get(start), seen.first.get(start)
    if before is None or here is None or seen.inside(start):
        return False
    if here.tag.startswith(("J", "VCP")):
        return False
    if before.tag.startswith(LEFT_TAGS):
        return True
    if before.tag.startswith(("N", "MA")):
        return size >= LONG or (size > 1 and before.known and before.end - before.start > 1)
    return size > 2  # a space left out after a particle or an ending
