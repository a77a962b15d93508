"""Where, in a translation, a name of the source went; and by how many different forms a series renders it.

For every occurrence of a name, the first of these that stands in the translation is its rendering:

1. the *hint* that the engine was given for just that place (lexicon, guessed romanisation), or the glossary's form;
2. the engine's translation of the name *alone*;
3. in English, what *sounds* like the name (:mod:`translate.extraction.sounds`), for names only;
4. a form that 1 to 3 found for the same name in another segment;
5. the words that the engine *aligned* with it (:class:`translate.engine.base.Aligner`), and then that form elsewhere;
6. a form that is *spelled like* one of those (``Ali Baba`` for ``Alibaba``), for names only;
7. what *recurs* in the translations of the segments that have the name, and hardly elsewhere: by Dice's coefficient
   (Dice 1945; Smadja, McKeown & Hatzivassiloglou 1996 for translations), again and again for the segments that are
   left. What a hint says of another word is left out. Three segments must have it; two are enough beside a known form,
   if no other segment has it and it has an English capital.

A form that renders only a *part* of a name (``韩国`` for ``네오펫코리아``) is no form of it. What merely recurs is
dropped then; what was aligned is a fault of the translation, and marked as a part.

An occurrence for which nothing is found says nothing, and is not counted.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import pairwise

from translate.article import Hint
from translate.extraction import sounds
from translate.extraction.words import FUNCTION, TITLES_IN
from translate.glossary.forms import occurrences

__all__ = ["PART", "Place", "Rendering", "locate", "renderings", "same"]

ALIKE = 0.75
"""Share of common letters from which two forms are spelled alike (in English :class:`difflib.SequenceMatcher`)."""
DICE = 0.6
PART = "aligned, a part"
LONG = 5
"""Syllables from which a Chinese name is no shorter than half of the Korean one."""
WORDS = re.compile(r"[^\W_]+(?:['’&.-][^\W_]+)*")
HAN = re.compile(r"[\u3400-\u9fff·]+")
MOST_WORDS, MOST_HAN = 4, 6


@dataclass(frozen=True, slots=True)
class Place:
    """An occurrence of a name in a segment that has a translation.

    Attributes:
        label: How the segment is quoted.
        start, end: Offsets of the name in its source.
        target: The translation.
        hints: What the engine was given, or the glossary's forms; offsets into the source.
        aligned: The words of ``target`` that render the name by what the engine says; empty where it says nothing.
        rivals: Other names in the same segment.
    """

    label: str
    start: int
    end: int
    target: str
    hints: tuple[Hint, ...] = ()
    aligned: str = ""
    rivals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rendering:
    """A form by which a name is rendered.

    Attributes:
        form: As it stands in the translations, most often.
        how: Where it was known from: ``lexicon``, ``guess``, ``number``, ``alone``, ``sounds``, ``aligned``,
            :data:`PART`, ``alike``, ``recurs``.
        labels: The segments.
    """

    form: str
    how: str
    labels: tuple[str, ...] = field(default=())


def locate(
    places: Sequence[Place],
    language: str,
    *,
    korean: str = "",
    alone: str = "",
    name: bool = True,
    others: Sequence[str] = (),
) -> list[tuple[str, str]]:
    """For every place the form that renders the name there and how it was found, both empty where it was not.

    Args:
        places: Where the name occurs.
        language: Of the translations.
        korean: The name; empty where it is to be found by the other ways only.
        alone: Translation of the name by itself.
        name: It is a name: spellings may vary, English forms have a capital.
        others: Translations of segments without the name.
    """
    found = [_hinted(place, language) for place in places]
    found = _filled(found, lambda index: _standing(places[index], [(alone, "alone")], language))
    if name and language == "en":
        found = _filled(found, lambda index: _heard(places[index], korean))
    found = _filled(found, lambda index: _standing(places[index], _known(found), language))
    found = _filled(found, lambda index: _aligned(places[index], korean, language, name=name))
    found = _filled(found, lambda index: _standing(places[index], _known(found), language))
    if name:
        listed = [form for form, _ in _known(found)]
        found = _filled(found, lambda index: _alike(places[index].target, listed, language))
    left = [place for place, form in zip(places, found, strict=True) if not form[0]]
    masked = [_masked(place, language) for place in left]
    typical = [
        (form, "recurs")
        for form in _recurring(masked, language, name, others, few=bool(_known(found)))
        if not any(_partial(form, place, korean, language, name=name) for place in left)
    ]
    return _filled(found, lambda index: _standing(places[index], typical, language))


def _known(found: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The forms that render all of the name somewhere."""
    return list(dict.fromkeys(form for form in found if form[0] and form[1] != PART))


def _heard(place: Place, korean: str) -> tuple[str, str]:
    form = sounds.standing(korean, place.target)
    return (form, "sounds") if form else ("", "")


def _aligned(place: Place, korean: str, language: str, *, name: bool) -> tuple[str, str]:
    """What the engine says, without titles; nothing where that belongs to another word, by a hint or its sound."""
    form = _untitled(place.aligned, language)
    if not form or form not in _masked(place, language) or form.lower() in FUNCTION:
        return "", ""
    if korean.isascii() and korean and not _spelled_alike(korean, form):
        return "", ""  # what is in Latin letters in Korean is so in every language
    if name and language == "en" and sounds.nearer(korean, form, place.rivals):
        return "", ""
    return form, PART if _partial(form, place, korean, language, name=name) else "aligned"


def _untitled(form: str, language: str) -> str:
    """``Chairman Jack Ma`` → ``Jack Ma``, ``马云会长`` → ``马云``."""
    titles = TITLES_IN[language]
    if language == "zh":
        for title in sorted(titles, key=len, reverse=True):
            form = form.removeprefix(title).removesuffix(title)
        return form
    words = WORDS.finditer(form)
    start = next((word.start() for word in words if word.group().lower().rstrip(".") not in titles), len(form))
    return form[start:]


def _spelled_alike(left: str, right: str) -> bool:
    return SequenceMatcher(None, _bare(left), _bare(right), autojunk=False).ratio() >= ALIKE


def _partial(form: str, place: Place, korean: str, language: str, *, name: bool) -> bool:
    """True where a form renders only some of the syllables: a hint for them says so, its length, or its sound."""
    whole = place.end - place.start
    for hint in place.hints:
        inside = place.start <= hint.start and hint.end <= place.end and hint.end - hint.start < whole
        if inside and same(hint.form, language) == same(form, language):
            return True
    syllables = len(korean.replace(" ", ""))
    if language == "zh":
        short = len(form) < 2 or (syllables >= LONG and len(form) * 2 < syllables)
        return bool(HAN.fullmatch(form)) and syllables > 1 and short
    return name and sounds.part(korean, form)


def _filled(found: Sequence[tuple[str, str]], attempt: Callable[[int], tuple[str, str]]) -> list[tuple[str, str]]:
    """Tries again where nothing was found yet."""
    return [form if form[0] else attempt(index) for index, form in enumerate(found)]


def renderings(places: Sequence[Place], located: Sequence[tuple[str, str]], language: str) -> list[Rendering]:
    """The different forms of one name, the most frequent first; inflections and case make no difference."""
    grouped: dict[str, list[tuple[str, str, str]]] = {}
    for place, (form, how) in zip(places, located, strict=True):
        if form:
            grouped.setdefault(same(form, language), []).append((form, how, place.label))
    made = [
        Rendering(
            form=_most(form for form, _, _ in group),
            how=_most(how for _, how, _ in group),
            labels=tuple(label for _, _, label in group),
        )
        for group in grouped.values()
    ]
    return sorted(made, key=lambda one: (-len(one.labels), one.form))


def same(form: str, language: str) -> str:
    """What two inflections of a form share, without case, article, plural, possessive, hyphens; spaces in Chinese."""
    if language == "zh":
        return "".join(form.split())
    words = form.lower().replace("’", "'").replace("-", " ").split()
    words = [word.removesuffix("'s").removesuffix("'") for word in words]
    words = words[words[:1] == ["the"] and len(words) > 1 :]
    if words and len(words[-1]) > 3 and not words[-1].endswith("ss"):
        words[-1] = words[-1].removesuffix("s")
    return " ".join(words)


def _most(forms: Iterable[str]) -> str:
    counted = Counter(forms)
    return min(counted, key=lambda form: (-counted[form], form))


def _hinted(place: Place, language: str) -> tuple[str, str]:
    """The hint for exactly this place, or those that lie side by side over it, as written in the translation."""
    inside = [hint for hint in place.hints if place.start <= hint.start and hint.end <= place.end]
    if not inside or inside[0].start != place.start or inside[-1].end != place.end:
        return "", ""
    if any(right.start - left.end > 1 for left, right in pairwise(inside)):
        return "", ""
    joined = ("" if language == "zh" else " ").join(hint.form for hint in inside)
    return _standing(place, [(joined, inside[0].origin)], language)


def _standing(place: Place, forms: Iterable[tuple[str, str]], language: str) -> tuple[str, str]:
    """The longest of ``(form, how)`` that stands in the translation, as written there."""
    for form, how in sorted(forms, key=lambda one: -len(one[0])):
        if form:
            for start, end in occurrences(place.target, [form], language):
                return place.target[start:end], how
    return "", ""


def _alike(target: str, known: Sequence[str], language: str) -> tuple[str, str]:
    """What is spelled most like one of the known forms."""
    best, most = "", 0.0
    for form in known:
        for piece in _pieces(target, language, longest=len(WORDS.findall(form)) + 1):
            share = _share(form, piece, language)
            if share > most:
                best, most = piece, share
    return (best, "alike") if most >= ALIKE else ("", "")


def _share(form: str, piece: str, language: str) -> float:
    """How much two forms have in common, 0 to 1; Chinese ones character by character, as they stand for the sounds."""
    if language == "zh":
        same_length = len(form) == len(piece) > 2
        return sum(a == b for a, b in zip(form, piece, strict=True)) / len(form) if same_length else 0.0
    left, right = _bare(form), _bare(piece)
    if len(left) < 3 or not any(map(str.isupper, piece)):
        return 0.0
    return SequenceMatcher(None, left, right, autojunk=False).ratio()


def _bare(form: str) -> str:
    return "".join(form.lower().split())


def _pieces(target: str, language: str, longest: int = 0) -> Iterator[str]:
    """Everything in a translation that could be a name, by length in words (characters in Chinese)."""
    if language == "zh":
        for run in HAN.findall(target):
            for start in range(len(run)):
                for end in range(start + 2, min(start + MOST_HAN, len(run)) + 1):
                    yield run[start:end]
        return
    words = [match.span() for match in WORDS.finditer(target)]
    for first in range(len(words)):
        for last in range(first, min(first + (longest or MOST_WORDS), len(words))):
            if last > first and target[words[last - 1][1] : words[last][0]].strip():
                break  # punctuation between them
            yield target[words[first][0] : words[last][1]]


def _masked(place: Place, language: str) -> str:
    """The translation without what the hints for other words put there."""
    target = place.target
    for hint in place.hints:
        if hint.end <= place.start or place.end <= hint.start:
            for start, end in occurrences(target, [hint.form], language):
                target = target[:start] + "\n" * (end - start) + target[end:]
    return target


def _recurring(targets: Sequence[str], language: str, name: bool, others: Sequence[str], *, few: bool) -> Iterator[str]:
    """Forms that are typical of these translations, each for those that have none of the earlier ones.

    Args:
        targets: The translations.
        language: Theirs.
        name: It is a name, which has capitals in English.
        others: Translations without the name.
        few: Two of them are enough for an English name.
    """
    left = list(targets)
    while len(left) > 1:
        pieces = [set(_names(target) if name and language == "en" else _terms(target, language)) for target in left]
        counted = Counter(piece for listed in pieces for piece in listed)
        rated: list[tuple[float, int, str]] = []
        for piece, inside in counted.items():
            if name and language == "en" and not any(target.find(piece) > 2 for target in left):
                continue  # it only begins sentences, as any word may
            outside = sum(piece in other for other in others) if inside > 1 else 0
            if inside > 2 or (inside == 2 and few and not outside and name and language == "en"):
                rated.append((2 * inside / (len(left) + inside + outside), len(piece), piece))
        if not rated or max(rated)[0] < DICE:
            return
        form = max(rated)[2]
        yield form
        left = [target for target in left if form not in target]
        few = True


def _names(target: str) -> Iterator[str]:
    """Words with capitals as far as they follow each other; a sentence's first word may belong to them or not."""
    words = [match.span() for match in WORDS.finditer(target)]
    run: list[tuple[int, int]] = []
    for start, end in [*words, (len(target), len(target))]:
        apart = bool(run) and target[run[-1][1] : start] != " "
        if run and (apart or not target[start:end][:1].isupper() or target[: run[-1][1]].endswith(("'s", "’s"))):
            yield _owner(target[run[0][0] : run[-1][1]])
            if len(run) > 1 and not target[: run[0][0]].strip("\"'“‘([ "):
                yield _owner(target[run[1][0] : run[-1][1]])
            run = []
        if target[start:end][:1].isupper() and target[start:end].lower() not in FUNCTION:
            run.append((start, end))


def _owner(name: str) -> str:
    """The name without its possessive."""
    return name.removesuffix("'s").removesuffix("’s")


def _terms(target: str, language: str) -> Iterator[str]:
    """What does not begin or end with a function word."""
    for piece in _pieces(target, language):
        words = piece.lower().split()
        if words[0] not in FUNCTION and words[-1] not in FUNCTION:
            yield piece
