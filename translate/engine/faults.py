"""Signs of degenerate output: what small models do when they fail.

The thresholds are set on human translations of news text, of which fewer than one in three hundred may be flagged for
any of them; ``loop`` flags 0.14 % of 38,198 into either language.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from translate.morphology import is_hangul

__all__ = ["FAULTS", "find"]

FAULTS = ("empty", "copied", "hangul", "foreign", "loop", "length", "cut")
"""``empty``: no word in it; ``copied``: the source again; ``hangul``, ``foreign``: characters or words of a wrong
language; ``loop``: repetitions; ``length``: far too short or long for its source; ``cut``: stopped at the limit."""

RATIOS = {"en": (1.1, 5.5), "zh": (0.35, 1.5)}
"""Least and greatest length of a translation in characters, as a multiple of the source without spaces."""
SLACK = 15
"""Characters by which a translation may be longer or shorter than that: short texts vary more."""
FOREIGN_WORDS = 2
"""English words in Chinese text, beyond the known ones, at which it is no longer the name of something."""
REPEATED = {"en": (3, 0.12), "zh": (4, 0.12)}
"""Length of n-grams (words, Han characters), and the share of them that may have been there before."""

_WORD = re.compile(r"[\w'’-]+")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3040-\u30ff]")
_LATIN = re.compile(r"[A-Za-z][A-Za-z'’-]{3,}")
_TRIPLE = re.compile(r"(.{2,20}?)\1\1|\b(\w+)(?:\W+\2\b){2}|([\u4e00-\u9fff])\3\3", re.IGNORECASE)
_STUTTER = re.compile(r"([a-z]{2,6}?)\1\1|(?<![a-z])([a-z]{5,})\2(?![a-z])", re.IGNORECASE)
"""A syllable three times in one word, or two words in one."""
_ADJACENT = re.compile(r"(?<![0-9A-Za-zÀ-ɏ'’-])([A-Za-zÀ-ɏ]{3,})\s+\1(?![0-9A-Za-zÀ-ɏ’'-])", re.IGNORECASE)
_MEANT_TWICE = frozenset({"that", "had", "won", "very", "much", "long", "bye", "blah"})
"""English words that may follow themselves: *He won won notes.*"""
_HAN_TWICE = re.compile(
    r"我我(?!行)|你你|您您|他他(?!加|米|乐)|她她|它它|们们|这这|(?<![题键点但可于若要])是是(?![非否])"
    r"|也也(?!门)|吗吗|(?<![目摩打])的的(?![士确哥黎])"
)
"""Function words that no sentence has twice in a row; not 人人 or 看看, nor 了了 of 为了了解."""
_TWICE = {
    "en": re.compile(r"\b((?:[\w'’-]+\W+){1,6}?[\w'’-]+)\W+(?:(?:and|or|in|on|of|by|to) )?\1\b", re.IGNORECASE),
    "zh": re.compile(r"(?!一)([\u4e00-\u9fff]{2,20}?)\1|([\u4e00-\u9fff]{3,20}?)[，、的和]\2"),
}
_AGAIN = {
    "en": re.compile(r"\b((?:[\w'’-]+\W+){3}[\w'’-]+)\b(?=.*\b\1\b)", re.IGNORECASE | re.DOTALL),
    "zh": re.compile(r"([\u4e00-\u9fff]{6})(?=.*\1)", re.DOTALL),
}
_DOUBLED = re.compile(r"([^\W\d_]{2,}?)[\s,·]*\1|(?<!\S)([^\W\d_])[\s,]+\2(?!\w)")
"""빨리 빨리, 네, 네: what the source says twice may be said twice."""
_PARALLEL = re.compile(r"(\S[\S ]{2,3}\S)(?=.*\1)", re.DOTALL)
"""노력하는 자를 … 노력하는 자는: a source of which a phrase comes again, as in one of 25."""
_ECHO = re.compile(r"([가-힣])\1")
"""멍멍: a sound, *woof woof*; or a name, 조조."""
_LAUGHTER = re.compile(r"([^\W\d_])\1\1")
"""하하하: *hahaha*."""
_ECHOED = 5  # letters of such sounds and names


def find(source: str, target: str, language: str, *, allowed: Iterable[str] = (), cut: bool = False) -> tuple[str, ...]:
    """The faults of a translation, in the order of :data:`FAULTS`.

    Args:
        source: Korean text.
        target: Its translation.
        language: Code of the target language.
        allowed: Forms that were asked for (copies, terms, hints); their characters and words are no faults.
        cut: Decoding stopped at the length limit.
    """
    own = "\n".join((source, *allowed))
    rest = target
    for form in sorted(set(filter(None, allowed)), key=len, reverse=True):
        rest = rest.replace(form, " ")
    signs = {
        "empty": _empty(source, target),
        "copied": _copied(source, target),
        "hangul": any(map(is_hangul, rest)),
        "foreign": _foreign(own, rest, language),
        "loop": _loops(source, target, language) or _stutters(source, target, own),
        "length": _absurd(source, target, language),
        "cut": cut,
    }
    return tuple(name for name in FAULTS if signs[name])


def _empty(source: str, target: str) -> bool:
    return any(map(str.isalnum, source)) and not any(map(str.isalnum, target))


def _copied(source: str, target: str) -> bool:
    """The whole Korean source, spaces and case aside, stands in the target."""
    core = _letters(source)
    return any(map(is_hangul, core)) and bool(core) and core in _letters(target)


def _foreign(own: str, rest: str, language: str) -> bool:
    """English: Han characters or kana; Chinese: English words; each beyond what source and hints hold."""
    if language == "zh":
        known = own.casefold()
        return sum(word.casefold() not in known for word in _LATIN.findall(rest)) >= FOREIGN_WORDS
    return any(char not in own for char in _HAN.findall(rest))


def _loops(source: str, target: str, language: str) -> bool:
    """Three times the same in a row, a phrase twice in a row, a long phrase again, or many short ones again."""
    doubled = _DOUBLED.search(source) or _LAUGHTER.search(source)
    triple = any(any(map(str.isalpha, match.group())) for match in _TRIPLE.finditer(target))  # not 1,000,000,000
    if not doubled and (triple or (language in _TWICE and _TWICE[language].search(target))):
        return True
    again = [match[1] for match in _AGAIN[language].finditer(target)] if language in _AGAIN else []
    parallel = _PARALLEL.search(source) is not None
    if again and not (parallel and all(target.count(phrase) <= 2 for phrase in again)):
        return True
    size, share = REPEATED.get(language, (3, 0.12))
    units = _units(target, language)
    grams = Counter(tuple(units[index : index + size]) for index in range(len(units) - size + 1))
    repeated = sum(count - 1 for count in grams.values())
    return repeated >= 2 and repeated > (2 * share if parallel else share) * sum(grams.values())


def _stutters(source: str, target: str, own: str) -> bool:
    """A word twice in a row, or a syllable again and again within one word, that neither source nor hints have so."""
    known = own.casefold()
    if not _LAUGHTER.search(source) and any(one.group().casefold() not in known for one in _STUTTER.finditer(target)):
        return True
    if _DOUBLED.search(source):
        return False
    echo = _ECHO.search(source) is not None
    for match in _ADJACENT.finditer(target):
        first, second = match.group().split()
        same = first == second or (match.start() == 0 and first.casefold() == second.casefold())
        excused = (
            first.casefold() in _MEANT_TWICE
            or first.casefold() in source.casefold()
            or (echo and len(first) <= _ECHOED)
        )
        if same and not excused and f"{first} {second}".casefold() not in known:
            return True
    return any(match.group() not in known for match in _HAN_TWICE.finditer(target))


def _absurd(source: str, target: str, language: str) -> bool:
    least, most = RATIOS.get(language, (0.2, 6.0))
    length = sum(not char.isspace() for char in source)
    return not length * least - SLACK <= len(target.strip()) <= length * most + SLACK


def _units(text: str, language: str) -> Sequence[str]:
    return _HAN.findall(text) if language == "zh" else [word.casefold() for word in _WORD.findall(text)]


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()
