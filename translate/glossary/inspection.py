"""What is worth a look in a glossary that can be loaded: slips of the hand, and entries that touch each other.

A *warning* is probably a slip. A *note* says how two entries that meet are told apart; nothing need be done. A large
glossary has more notes than anybody reads: the first of each kind are given, the others counted.
"""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from translate.article import Concept, Status
from translate.errors import GlossaryError
from translate.glossary.joining import defining, groups
from translate.glossary.rows import Row
from translate.glossary.text import INVISIBLE, fold, is_syllable

__all__ = ["MOST", "Inspection", "Level", "Remark", "inspect"]

MOST = 50
"""Notes of one kind that are given in full."""

LOOSE = set(",;:/·、，；：。｡・-–—~")
"""Marks at the end of a form that come from a list or a sentence it was taken out of; not ``.`` (*Inc.*) or ``!``."""

PAIRS = {"(": ")", "[": "]", "{": "}", "（": "）", "「": "」", "『": "』", "《": "》", "〈": "〉", "“": "”", "【": "】"}
NAMES = {"en": "English", "zh": "Chinese"}


class Level(StrEnum):
    """How much a remark matters."""

    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing worth a look.

    Attributes:
        level: How much it matters.
        kind: What several of them have in common, for people.
        where: The place; empty for one that stands for many.
        message: What is there.
    """

    level: Level
    kind: str
    where: str
    message: str

    def __str__(self) -> str:
        return f"{self.where or 'glossary'}: {self.level}: {self.message}"


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was found.

    Attributes:
        remarks: Warnings first, each kind in file order; of the notes of a kind the first ``MOST``, and how many more.
        warnings, notes: How many there are, those that are not given too.
    """

    remarks: tuple[Remark, ...]
    warnings: int
    notes: int


@dataclass(frozen=True, slots=True)
class Placed:
    """A concept and where it is defined."""

    concept: Concept
    where: str

    def __str__(self) -> str:
        return f"{self.concept.name!r} at {self.where}"


def inspect(rows: Sequence[Row], concepts: Sequence[Concept], undecided: Sequence[GlossaryError] = ()) -> Inspection:
    """What is worth a look.

    Args:
        rows: Of all files.
        concepts: Joined from them.
        undecided: Contradictions between domains, which the choice of one settles.
    """
    joined = groups(rows)
    placed = [Placed(one, defining(group).where()) for one, group in zip(concepts, joined, strict=True)]
    found = (
        _domains(undecided),
        _forms(rows),
        _duplicates(rows),
        _shared(joined),
        _forbidden(placed),
        _contained(placed),
    )
    return _capped(chain.from_iterable(found))


def _capped(found: Iterable[Remark]) -> Inspection:
    """The remarks in order; notes beyond ``MOST`` are counted and forgotten."""
    warnings: list[Remark] = []
    notes: dict[str, list[Remark]] = defaultdict(list)
    numbers: Counter[str] = Counter()
    for remark in found:
        if remark.level is Level.WARNING:
            warnings.append(remark)
            continue
        numbers[remark.kind] += 1
        if numbers[remark.kind] <= MOST:
            notes[remark.kind].append(remark)
    for kind, listed in notes.items():
        if more := numbers[kind] - len(listed):
            listed.append(Remark(Level.NOTE, kind, "", f"and {more:,} more of this kind ({kind})"))
    return Inspection((*warnings, *chain.from_iterable(notes.values())), len(warnings), numbers.total())


def _domains(undecided: Sequence[GlossaryError]) -> Iterator[Remark]:
    for one in undecided:
        yield Remark(Level.NOTE, "domains", one.where, f"{one.message}: the domain decides; {one.hint}")


def _forms(rows: Sequence[Row]) -> Iterator[Remark]:
    for row in rows:
        kept = row.status is Status.DO_NOT_TRANSLATE
        same = all(listed == row.ko[:1] for listed in row.targets.values())
        for code, listed in {"ko": row.ko, **({} if kept else row.targets)}.items():
            for form in listed:
                for problem in (*_scripts(form, code, row), *_edges(form)):
                    yield Remark(Level.WARNING, "form", row.where(code), f"{problem} (concept {row.ko[0]!r})")
                if code != "ko" and form in row.ko and row.status is not Status.FORBIDDEN:
                    message = f"the {code} form {form!r} is the Korean one" + "; do-not-translate says it better" * same
                    level = Level.WARNING if same else Level.NOTE
                    yield Remark(level, "the Korean form as target", row.where(code), message)


def _scripts(form: str, code: str, row: Row) -> Iterator[str]:
    """Letters that do not belong into a language, or not beside each other."""
    hangul, han = any(map(is_syllable, form)), any(map(_is_han, form))
    if code == "ko":
        if han and not hangul:
            yield f"no Hangul in the Korean form {form!r}: are the columns swapped?"
    elif hangul:
        swapped = "" if any(map(is_syllable, "".join(row.ko))) else f", and none in {row.ko[0]!r}"
        yield f"Hangul in the {NAMES[code]} form {form!r}{swapped}: are the columns swapped?"
    elif han and code == "en":
        yield f"Chinese characters in the English form {form!r}: are the columns swapped?"
    for word in form.split():
        scripts = sorted({script for char in word if char.isalpha() and (script := _script(char))})
        if len(scripts) > 1:
            yield f"{' and '.join(scripts)} letters in one word, {word!r}"


def _edges(form: str) -> Iterator[str]:
    if form[0] in LOOSE or form[-1] in LOOSE:
        yield f"a punctuation mark at the edge of {form!r}"
    for opening, closing in PAIRS.items():
        if form.count(opening) != form.count(closing):
            yield f"a bracket or quote without its partner in {form!r}"
            break
    hidden = [char for char in form if char in INVISIBLE or unicodedata.bidirectional(char) in ("LRO", "RLO")]
    if hidden:
        yield f"an invisible character (U+{ord(hidden[0]):04X}) in {form!r}"


def _duplicates(rows: Sequence[Row]) -> Iterator[Remark]:
    seen: dict[tuple[object, ...], Row] = {}
    for row in rows:
        first = seen.setdefault((row.ko, *sorted(row.targets.items()), row.status, row.domain, row.case), row)
        if first is not row:
            message = f"the same as {first.where()} (concept {row.ko[0]!r})"
            yield Remark(Level.WARNING, "duplicate", row.where(), message)


def _shared(joined: Sequence[Sequence[Row]]) -> Iterator[Remark]:
    """Entries with different main forms that a variant makes one concept."""
    for group in joined:
        entries = [row for row in group if row.status is not Status.FORBIDDEN]
        for row in entries[1:]:
            if fold(row.ko[0]) == fold(entries[0].ko[0]):
                continue
            first = entries[0]
            message = f"{row.ko[0]!r} and {first.ko[0]!r} at {first.where()} share a form: they are one concept"
            yield Remark(Level.WARNING, "shared form", row.where(), message)


def _forbidden(placed: Sequence[Placed]) -> Iterator[Remark]:
    """Forms that one concept forbids and another one accepts."""
    accepted: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, one in enumerate(placed):
        for code in NAMES:
            for form in one.concept.forms(code):
                accepted[code, form].append(number)
    clashes = {
        (number, other): (code, form)
        for number, one in enumerate(placed)
        for code, listed in one.concept.forbidden.items()
        for form in listed
        for other in accepted.get((code, form), ())
    }
    for (number, other), (code, form) in clashes.items():
        one, two = placed[number], placed[other]
        if (other, number) not in clashes:
            message = f"{one.concept.name!r} forbids {form!r} in {code}, a term of {two}; where both are, it may stand"
            yield Remark(Level.NOTE, "a forbidden term of another concept", one.where, message)
        elif number < other:
            message = f"{one.concept.name!r} and {two} forbid each other's {code} terms; where both are, both may stand"
            yield Remark(Level.WARNING, "forbidden", one.where, message)


def _contained(placed: Sequence[Placed]) -> Iterator[Remark]:
    """Terms inside others in both languages, and which one wins."""
    owners: dict[str, int] = {}
    lengths: dict[str, set[int]] = defaultdict(set)
    for number, one in enumerate(placed):
        for form in one.concept.forms("ko"):
            key = fold(form)
            owners.setdefault(key, number)
            lengths[key[:2]].add(len(key))
    for number, outer in enumerate(placed):
        inside: dict[int, str] = {}
        for form in outer.concept.forms("ko"):
            for part in _parts(fold(form), lengths):
                if owners.get(part, number) != number:
                    inside.setdefault(owners[part], form)
        for other, form in inside.items():
            inner = placed[other]
            codes = [code for code in NAMES if _within(inner.concept.forms(code), outer.concept.forms(code))]
            if codes:
                message = f"{form!r} contains {inner}, in {' and '.join(codes)} too: the longest wins"
                yield Remark(Level.NOTE, "a term inside another", outer.where, message)


def _parts(text: str, lengths: dict[str, set[int]]) -> Iterator[str]:
    """The pieces of ``text`` that may be forms, shorter than it."""
    for start in range(len(text)):
        for head in (text[start : start + 1], text[start : start + 2]):
            for size in lengths.get(head, ()):
                if size < len(text) and start + size <= len(text):
                    yield text[start : start + size]


def _within(inner: Sequence[str], outer: Sequence[str]) -> bool:
    return any(one != other and one in other for one in inner for other in outer)


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff" or "\U00020000" <= char <= "\U0003ffff"


def _script(char: str) -> str:
    """Of letters that look like Latin ones and are not; Latin, Greek or Cyrillic, else empty."""
    first = unicodedata.name(char, "").split(" ")[0].capitalize()
    return first if first in ("Latin", "Greek", "Cyrillic") else ""
