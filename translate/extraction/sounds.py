"""What in an English text sounds like a Korean name: known without an engine, and however it was spelled.

Romanisations of one name differ in a few letters that stand for the same sounds: ``Park Do-yoon`` and ``Pak Toyun``,
``Hanbit`` and ``Hanvit``. Both the name as :mod:`translate.engine.names` romanises it and what stands in the text
are brought to a *sound*: voiced and voiceless consonants, ``r`` and ``l``, and the spellings of one vowel are not told
apart (a soundex for Korean, after Russell's patent US 1,261,167), then compared.
"""

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import cache
from unicodedata import normalize

from translate.engine import names
from translate.extraction.words import FUNCTION

__all__ = ["nearer", "part", "sound", "standing"]

WHOLE = 0.8
"""Share of common sounds from which a text is the name, or, from :data:`CLEAR` on, a part of it."""
CLEAR = 0.9
NEAR, RIVAL = 0.6, 0.2
"""Share from which a form may belong to another name of its segment, and by how much it must be nearer to that."""
SHORT = 6
"""Sounds below which a name must agree wholly: ``마윈`` is neither ``Main`` nor ``Man``."""
SYLLABLES = 2
"""Of a part that tells of the name, and of the rest."""
MOST_WORDS = 4
WORD = re.compile(r"[^\W\d_]+(?:['’&.-][^\W\d_]+)*")
POSSESSIVE = re.compile(r"['’]s$")
HANGUL = re.compile(r"[가-힣]+")
RULES = [
    (re.compile(pattern), sounds)
    for pattern, sounds in (
        ("eu", ""),  # between consonants it is written, not heard: 스 = s
        ("sh", "s"),
        ("ch", "j"),
        ("ph", "p"),
        ("th", "t"),
        ("ck", "k"),
        ("x", "ks"),
        ("r(?=[^aeiouywrlh])", ""),  # Park, Pak
        ("y", "i"),
        ("oo|ou|eo|wo|w|u", "o"),
        ("ae|ai|ei|ay", "e"),
        ("ee|ea", "i"),
        ("[gq]|c(?=[aoklt])", "k"),
        ("z", "j"),
        ("d", "t"),
        ("[bfv]", "p"),
        ("r", "l"),
        (r"(.)\1+", r"\1"),
    )
]


@cache
def sound(text: str) -> str:
    """``Pak Toyun`` and ``Park Do-yoon`` → ``paktoion``."""
    letters = "".join(filter(str.isalpha, normalize("NFKD", text.lower())))
    for pattern, sounds in RULES:
        letters = pattern.sub(sounds, letters)
    return letters


def standing(name: str, target: str) -> str:
    """The words with capitals in an English text that sound like a Korean name; empty where none do.

    Where only the first part of a longer name can be heard (``Hanbit Trading`` for ``한빛물산``), the words with
    capitals behind it belong to it: they translate the rest.
    """
    whole = _romanised(name)
    if not whole:
        return ""
    best, most = "", 0.0
    for words in _capitalised(target):
        for first in range(len(words)):
            for last in range(first, min(first + MOST_WORDS, len(words))):
                piece = target[words[first][0] : words[last][1]]
                share = _share(whole, sound(piece))
                if share > most:
                    best, most = piece, share
    needed = WHOLE if len(whole) >= SHORT else 1.0
    return best if most >= needed else _begun(name, target)


def part(name: str, form: str) -> bool:
    """True where an English form sounds like a part of a Korean name only: ``Korea`` for ``네오펫코리아``."""
    heard = sound(form)
    syllables = HANGUL.fullmatch(name.replace(" ", ""))
    if not heard or not syllables:
        return False
    korean = syllables.group()
    pieces = (
        korean[first:last]
        for first in range(len(korean))
        for last in range(first + 1, len(korean) + 1)
        if len(korean) - (last - first) >= SYLLABLES
    )
    # a part that is heard better than the whole; one syllable sounds like many words
    limit = max(WHOLE, _share(_romanised(name), heard))
    return any(
        one == heard or (len(piece) >= SYLLABLES and _share(one, heard) > limit)
        for piece in pieces
        if (one := sound(names.romanise(piece)))
    )


def nearer(name: str, form: str, rivals: Iterable[str]) -> bool:
    """True where an English form sounds like one of the rivals, and clearly more so than like the name."""
    heard = sound(form)
    own = _share(_romanised(name), heard)
    return any(_share(_romanised(rival), heard) >= max(own + RIVAL, NEAR) for rival in rivals)


def _begun(name: str, target: str) -> str:
    korean = name.replace(" ", "")
    for size in range(len(korean) - SYLLABLES, SYLLABLES - 1, -1):
        beginning = sound(names.romanise(korean[:size]))
        if len(beginning) < SHORT:
            return ""
        for words in _capitalised(target):
            for first, (start, end) in enumerate(words[:-1]):
                if _share(beginning, sound(target[start:end])) >= CLEAR:
                    return target[start : words[min(first + 2, len(words) - 1)][1]]
    return ""


@cache
def _romanised(name: str) -> str:
    """The sound of a name in Hangul; empty where it has other letters, which need no romanisation."""
    korean = name.replace(" ", "")
    return sound(names.guess(korean)) if HANGUL.fullmatch(korean) else ""


def _share(left: str, right: str) -> float:
    if not left or not right:
        return 0.0
    return SequenceMatcher(None, left, right, autojunk=False).ratio()


def _capitalised(target: str) -> Iterator[list[tuple[int, int]]]:
    """Start and end of the words with capitals, as far as they follow each other; possessives end them."""
    run: list[tuple[int, int]] = []
    for match in WORD.finditer(target):
        start, end = match.span()
        if run and target[run[-1][1] : start] not in (" ", "-", "\u00a0"):
            yield run
            run = []
        if not match.group()[0].isupper() or match.group().lower() in FUNCTION:
            if run:
                yield run
            run = []
            continue
        owner = POSSESSIVE.search(match.group())
        run.append((start, end - len(owner.group()) if owner else end))
    if run:
        yield run
