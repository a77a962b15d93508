"""Pairs of quotation marks and brackets, and whether a sentence may end inside one."""

import re
from collections import Counter
from dataclasses import dataclass

__all__ = ["CLOSERS", "Pair", "pairs", "quotative"]

QUOTES = {"“": "”", "‘": "’", "「": "」", "『": "』", "《": "》", "〈": "〉", "«": "»"}
BRACKETS = {"(": ")", "[": "]", "{": "}", "（": "）", "［": "］", "【": "】", "〔": "〕"}
CLOSERS = frozenset([*QUOTES.values(), *BRACKETS.values(), '"', "'"])

# What takes a quotation into the sentence around it: particles and endings glued to the closing mark need no list
# (there is no white space to break at); these stand after a space as often
_QUOTATIVE = re.compile(
    r"\s+(?:이?라[고는며면던도]|이?란|고[는도]?\s|며\s|면서|하[고며는던였면]|했[다고던으]|등[의을은이]?[\s,.]|같은\s|따위)"
)


@dataclass(frozen=True, slots=True)
class Pair:
    """An opening mark and its closing one, as offsets."""

    start: int
    end: int
    quote: bool


def pairs(text: str) -> list[Pair]:
    """All pairs of ``text`` by their opening mark. A mark without its partner is no pair.

    Straight marks open after white space, an opening mark or the text's beginning, and close otherwise; an
    apostrophe inside a word is neither.
    """
    found: list[Pair] = []
    waiting: list[tuple[str, int]] = []
    open_marks: Counter[str] = Counter()
    for index, char in enumerate(text):
        closing = QUOTES.get(char) or BRACKETS.get(char) or _straight(text, index)
        if closing:
            waiting.append((closing, index))
            open_marks[closing] += 1
        elif open_marks[char] and not _apostrophe(text, index):
            while True:  # what was opened inside and never closed is no pair
                mark, start = waiting.pop()
                open_marks[mark] -= 1
                if mark == char:
                    break
            found.append(Pair(start, index, char not in BRACKETS.values()))
    return sorted(found, key=lambda pair: pair.start)


def quotative(text: str, end: int) -> bool:
    """True where what follows the closing mark at ``end`` takes the quotation into its sentence."""
    following = text[end + 1 : end + 12]
    glued = bool(following) and (following[0].isalnum() or following[0] in "·,、")
    return glued or bool(_QUOTATIVE.match(following))


def _straight(text: str, index: int) -> str:
    char = text[index]
    if char not in "\"'":
        return ""
    before = text[index - 1] if index else " "
    after = text[index + 1] if index + 1 < len(text) else " "
    opens = (before.isspace() or before in QUOTES or before in BRACKETS or before in "-=") and not after.isspace()
    return char if opens else ""


def _apostrophe(text: str, index: int) -> bool:
    """``’`` or ``'`` between Latin letters."""
    if text[index] not in "’'" or not 0 < index < len(text) - 1:
        return False
    return (
        text[index - 1].isascii()
        and text[index - 1].isalpha()
        and text[index + 1].isascii()
        and text[index + 1].isalpha()
    )
