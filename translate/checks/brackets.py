"""Quotation marks and brackets: as balanced as they are in the source, and not lost.

A quotation may run over several segments, so a mark that stands alone in the source may stand alone in the
translation, and must. Kinds of quotation marks may change (‘ ’ for “ ”, quotes for 《 》); brackets keep theirs.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from translate.article import Severity
from translate.checks.pair import Issue, Pair

__all__ = ["Balance", "balance", "brackets"]

PAIRS = {"(": ")", "[": "]", "{": "}", "“": "”", "‘": "’", "《": "》", "〈": "〉", "「": "」", "『": "』", "【": "】"}
QUOTES = "“‘"
TITLES = "《〈「『"
STRAIGHT = {'"': "“", "＂": "“", "'": "‘", "＇": "‘"}
WIDTHS = str.maketrans("（）［］｛｝", "()[]{}")
GLOSS = re.compile(r"[(（][^()（）가-힣]*[)）]")
"""Round brackets without Korean in them give the hanja, the Latin name or the age, and often go in translation."""

CLOSERS = {closer: opener for opener, closer in PAIRS.items()}


@dataclass(frozen=True, slots=True)
class Balance:
    """What the brackets and quotation marks of a text do.

    Attributes:
        closed: Opening mark of each pair, and the places of its two marks.
        unclosed: Opening mark and place of each that is never closed.
        unopened: Opening mark that is missing, and place of each closing one that lacks it.
    """

    closed: tuple[tuple[str, int, int], ...]
    unclosed: tuple[tuple[str, int], ...]
    unopened: tuple[tuple[str, int], ...]

    @property
    def even(self) -> bool:
        """No mark stands alone."""
        return not (self.unclosed or self.unopened)

    @property
    def pairs(self) -> Counter[str]:
        """Opening mark → number of pairs."""
        return Counter(mark for mark, _, _ in self.closed)


def brackets(pair: Pair) -> Iterator[Issue]:
    """Marks that are open at one end in the translation only, or in the source only; marks that got lost."""
    if not pair.usable:
        return
    source, target = balance(GLOSS.sub("", pair.source)), balance(pair.target)
    yield from _alone(source.unclosed, target.unclosed, pair.target, "is never closed")
    yield from _alone(source.unopened, target.unopened, pair.target, "is never opened")
    if _quotes(source.unclosed) > _quotes(target.unclosed):
        yield Issue(Severity.WARNING, "a quotation goes on after this segment in the source, not in the translation")
    if _quotes(source.unopened) > _quotes(target.unopened):
        yield Issue(Severity.WARNING, "a quotation ends here in the source, not in the translation")
    for mark in "([":
        lost = source.pairs.get(mark, 0) - target.pairs.get(mark, 0)
        if lost > 0 and target.even:
            yield Issue(Severity.WARNING, f"the source has {lost} more {mark}{PAIRS[mark]} than the translation")
    if not any(_kind(mark) == "quote" for mark in target.pairs) and target.even:
        if source.pairs.get("“"):
            yield Issue(Severity.WARNING, "the source quotes somebody, the translation has no quotation marks")
        elif source.pairs.get("‘"):
            yield Issue(Severity.NOTE, "the source has single quotation marks, the translation none")


def _alone(
    allowed: tuple[tuple[str, int], ...], found: tuple[tuple[str, int], ...], text: str, what: str
) -> Iterator[Issue]:
    free = [_kind(mark) for mark, _ in allowed]
    for mark, place in found:
        if _kind(mark) in free:
            free.remove(_kind(mark))
        else:
            yield Issue(Severity.ERROR, f"{text[place]} {what}", place, place + 1)


def _kind(mark: str) -> str:
    return "quote" if mark in QUOTES + TITLES else mark


def _quotes(marks: tuple[tuple[str, int], ...]) -> int:
    return sum(mark in QUOTES for mark, _ in marks)


def balance(text: str) -> Balance:
    """Which quotation marks and brackets of a text belong together; apostrophes are none."""
    closed: list[tuple[str, int, int]] = []
    unopened = []
    stack: list[tuple[str, int]] = []
    for place, char in enumerate(text.translate(WIDTHS)):
        if char in "'’＇" and _apostrophe(text, place, [mark for mark, _ in stack]):
            continue
        mark = STRAIGHT.get(char, char)
        opens = mark in PAIRS and (char == mark or _opens(text, place, mark in [one for one, _ in stack]))
        if opens:
            stack.append((mark, place))
        elif mark in PAIRS or mark in CLOSERS:
            opener = CLOSERS.get(mark, mark)
            at = next((number for number in range(len(stack) - 1, -1, -1) if stack[number][0] == opener), -1)
            if at < 0:
                unopened.append((opener, place))
            else:
                closed.append((opener, stack.pop(at)[1], place))
    return Balance(tuple(closed), tuple(stack), tuple(unopened))


def _opens(text: str, place: int, inside: bool) -> bool:
    """A straight mark opens unless one is open, or it stands at the end of what it would open."""
    return not inside and bool(text[place + 1 :].strip("\"'”’.,!?。！？ "))


def _apostrophe(text: str, place: int, open_marks: list[str]) -> bool:
    """An apostrophe stands between letters, or closes a word where no single quote is open, or shortens a year."""
    before, after = text[place - 1 : place] if place else "", text[place + 1 : place + 2]
    if before.isalnum() and after.isalnum() and before < "\u0250" and after < "\u0250":
        return True
    if before.isalpha() and before < "\u0250" and "‘" not in open_marks:
        return True
    return (
        bool(re.match(r"(?:[0-9]{2}(?![0-9'’])|[a-z]{1,5}[’'\s]|n[’'])", text[place + 1 : place + 8]))
        and "‘" not in open_marks
    )
