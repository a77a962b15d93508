"""Whether a sentence ends at a gap: small rules in order, the first that knows decides.

A rule answers with a verdict or with None where it has nothing to say. Three verdicts are questions that
:func:`settle` answers with what Kiwi knows. All rules err on the side of joining: two sentences in one
segment cost a translator less than one sentence in two.
"""

import re
from collections.abc import Callable
from enum import Enum, auto

from translate.segmentation.gaps import Gap, Next
from translate.segmentation.kiwi import Evidence
from translate.segmentation.marks import (
    ABBREVIATIONS,
    EXCLAIMED,
    NUMBER,
    OPENING,
    PARTICLE,
    QUOTING,
    STARTER,
)

__all__ = ["Verdict", "judge", "settle"]


class Verdict(Enum):
    """What a rule says of a gap."""

    BREAK = auto()
    JOIN = auto()
    LINE = auto()  # is the line end behind a sentence without a full stop, or wrapped?
    BARE = auto()  # does a sentence without a full stop end in mid-line?
    TRAILING = auto()  # does the ellipsis end the sentence, or interrupt it?
    FIGURE = auto()  # is it the full stop of a sentence that ends in a number?


def _empty_line(gap: Gap) -> Verdict | None:
    """An empty line parts paragraphs."""
    return Verdict.BREAK if gap.lines > 1 else None


def _attached(gap: Gap) -> Verdict | None:
    """A closing mark, a stop, a comma or an emoticon behind white space belongs to what stands before it."""
    loose = gap.next is Next.DECORATION and gap.lines
    return None if gap.next is Next.WORD or loose else Verdict.JOIN


def _item(gap: Gap) -> Verdict | None:
    """A line that begins with a bullet, a list number or an interviewer's dash is an item; not so ``5.⏎25.``."""
    if not gap.lines or gap.stem[-1:].isdigit() or (gap.first and NUMBER.fullmatch(gap.stem)):
        return None
    return Verdict.BREAK if STARTER.match(gap.right) else None


def _taken_up(gap: Gap) -> Verdict | None:
    """``“…?” 하고 물었다``, ``어떨까? 싶었다``, ``‘가자.’ 는 말``: the words behind take up what was said."""
    if gap.tail.endswith("."):  # 기다릴 이유가 없다. 하고 싶은 말은 …
        return None
    return Verdict.JOIN if QUOTING.match(gap.right) or (gap.closed and PARTICLE.match(gap.right)) else None


def _unstopped(gap: Gap) -> Verdict | None:
    """Without a stop Kiwi is asked: at a line end, and in mid-line behind ``다``, ``요``, ``죠``, ``까``."""
    if gap.stop:
        return None
    if gap.lines:
        return Verdict.LINE
    return Verdict.BARE if gap.stem[-1:] in tuple("다요죠까") and not gap.closed else _laughing(gap)


def _laughing(gap: Gap) -> Verdict:
    """``뭐해ㅋㅋ 나는``: an emoticon can stand for the full stop."""
    return Verdict.BARE if gap.decorated and not gap.closed and gap.stem else Verdict.JOIN


def _remark(gap: Gap) -> Verdict | None:
    """``친절(?) 하다``: a mark alone in brackets is a remark of the writer."""
    return Verdict.JOIN if gap.stem[-1:] in OPENING and gap.tail[:1] not in "\"'" else None


def _ellipsis(gap: Gap) -> Verdict | None:
    """``그는… 말을 잇지 못했다``: an ellipsis ends a sentence only behind a final ending."""
    if re.fullmatch(r"\.{2,}|\.*[…‥]+", gap.stop):
        return Verdict.TRAILING
    return None


def _numbered(gap: Gap) -> Verdict | None:
    """``1. 개요``, ``가. 개요``, ``Q. 왜?``: the number of an item is no sentence."""
    stem = gap.stem.lstrip("“‘\"'[(")
    single = gap.stop in (".", "．") and gap.tail[:1] in ".．)"
    return Verdict.JOIN if gap.first and single and NUMBER.fullmatch(stem) else None


def _figure(gap: Gap) -> Verdict | None:
    """``2015. 5. 25. 서울``: full stops of dates and of numbered items; Kiwi judges ``3-2.`` and ``02-123-4567.``."""
    if not gap.tail.startswith((".", "．")) or len(gap.stop) > 1 or not gap.stem[-1:].isdigit():
        return None
    if gap.right[:1].isdigit():
        return Verdict.JOIN
    if gap.lines or gap.tail[1:2] in tuple("”’\"'」』"):
        return Verdict.BREAK
    if gap.first or re.fullmatch(r"\W{0,3}(?:\d{1,2}|(?:19|20)\d\d(?:\.\d{1,2}){0,2})", gap.stem):
        return Verdict.JOIN
    return Verdict.BREAK if gap.stem.isdigit() else Verdict.FIGURE


def _abbreviated(gap: Gap) -> Verdict | None:
    """``Mr. Smith``, ``No. 7``, ``U.S. 정부``, ``J. K. 롤링``."""
    if not gap.tail.startswith(".") or len(gap.stop) > 1:
        return None
    word = gap.stem.lstrip("“‘\"'[(<「『《〈")
    if re.fullmatch(r"(?:[A-Za-z]\.)*[A-Za-z]|Ph\.D|et\.al", word):
        return Verdict.JOIN
    latin = re.search(r"(?:^|[가-힣(])([A-Za-z]+)$", word)
    if latin and (latin[1].lower() in ABBREVIATIONS or (latin[1].istitle() and gap.right[:1].isdigit())):
        return Verdict.JOIN
    return None


def _lower(gap: Gap) -> Verdict | None:
    """Within Latin text a sentence does not begin with a small letter: ``“Why?” he asked``."""
    latin = gap.stem[-1:].isascii() and gap.stem[-1:].isalpha()
    return Verdict.JOIN if latin and gap.right[:1].isascii() and gap.right[:1].islower() else None


def _exclaimed(gap: Gap) -> Verdict | None:
    """``야후! 코리아``: the mark is part of the name."""
    return Verdict.JOIN if gap.tail == "!" and gap.stem in EXCLAIMED else None


RULES: tuple[Callable[[Gap], Verdict | None], ...] = (
    _empty_line,
    _attached,
    _item,
    _taken_up,
    _unstopped,
    _remark,
    _ellipsis,
    _numbered,
    _figure,
    _abbreviated,
    _lower,
    _exclaimed,
)


def judge(gap: Gap) -> Verdict:
    """The verdict of the first rule that knows; a stop that no rule explains away ends its sentence."""
    for rule in RULES:
        verdict = rule(gap)
        if verdict is not None:
            return verdict
    return Verdict.BREAK


_POLITE = re.compile(r"(?:[요죠]|니다|니까)$")
_OPENERS = ("MAJ", "IC", "MM")
_NOUNS = ("NN", "NR", "SN", "SH", "SL", *_OPENERS, "NP")
_BOUND = ("J", "E", "XS", "VCP", "VX")


def settle(verdict: Verdict, gap: Gap, evidence: Evidence) -> bool:
    """Answers a question with Kiwi's evidence: does a sentence end at the gap?"""
    if evidence.following[:1] and evidence.following[0].startswith(_BOUND):
        return False
    if verdict is Verdict.FIGURE:
        return evidence.split
    if verdict is Verdict.LINE:
        return evidence.tag == "EF" or _ending(gap, evidence) or (gap.decorated and evidence.split)
    if verdict is Verdict.TRAILING:
        return _trails_off(gap, evidence)
    if evidence.tag != "EF" or not evidence.split:
        return False
    return gap.decorated or bool(_POLITE.search(gap.stem)) or _plain(gap, evidence)


def _ending(gap: Gap, evidence: Evidence) -> bool:
    """An ending by its looks: Kiwi takes the ``다`` of ``것이다`` at a line end for an adverb or a connective."""
    looks = len(gap.stem) > 1 and gap.stem.endswith(("다", "요", "죠", "까"))
    return looks and (evidence.tag == "EC" or evidence.ending in ("요", "다"))


def _trails_off(gap: Gap, evidence: Evidence) -> bool:
    """Behind ``-요`` or ``-니다`` it ends a sentence; behind other endings Kiwi or the next word must agree."""
    if evidence.tag == "EF" and (gap.lines or evidence.split):
        return True
    if not evidence.tag.startswith("E"):
        return False
    return bool(_POLITE.search(gap.stem)) or (gap.stem.endswith("다") and _begins(evidence.following))


def _plain(gap: Gap, evidence: Evidence) -> bool:
    """Plain ``-다`` in mid-line: a clear beginning must follow, or a noun where the tense is past (``왔다 배는``).

    ``나는 가수다 출연자`` has a title in it and ``먹었겠다 날씨도 좋겠다`` a list; neither is split.
    """
    if not gap.stem.endswith("다") or gap.stem.endswith("겠다"):
        return False
    return _begins(evidence.following) or (_past(gap.stem) and _noun(evidence.following))


def _past(stem: str) -> bool:
    """A final ㅆ before ``다``: consonant 20 of 28 (Unicode Standard, section 3.12)."""
    before = stem[-2:-1]
    return "가" <= before <= "힣" and (ord(before) - ord("가")) % 28 == 20


def _begins(following: tuple[str, ...]) -> bool:
    """A conjunction, an interjection, a determiner, or a pronoun with its particle begins a sentence."""
    if not following:
        return False
    return following[0] in _OPENERS or (following[0] == "NP" and len(following) > 1 and following[1].startswith("J"))


def _noun(following: tuple[str, ...]) -> bool:
    return bool(following) and following[0].startswith(_NOUNS) and following[0] != "NNB"
