"""What typography must not touch: protected strings, addresses and inline codes, hidden while the rules run."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from translate import addresses, codes

__all__ = ["HIDDEN", "Shield", "hide"]

Span = tuple[int, int]

HIDDEN = "\U000f0000-\U000ffffd\U00100000-\U0010fffd"
"""The inside of a character class: private use planes, whose characters stand for what is hidden."""


@dataclass(frozen=True, slots=True)
class Shield:
    """A text in which each protected span is one private-use character, and what those characters stand for.

    The first and the last character of a span stay visible where they are letters or digits, so that spacing
    rules see what stands next to their own text.

    Attributes:
        text: For the rules.
        hidden: Private-use character → what it stands for.
    """

    text: str
    hidden: dict[int, str]

    def restore(self, text: str) -> str:
        """``text``, an edited ``self.text``, with everything protected put back."""
        return text.translate(self.hidden)


def hide(text: str, protect: Iterable[str], changing: str) -> Shield:
    """Hides every occurrence of the strings of ``protect``, every address and every code; overlapping ones as one.

    Args:
        text: Any text.
        protect: Strings; those that are empty or blank protect nothing.
        changing: Letters and digits that the rules may replace, and that are therefore hidden too.
    """
    used = frozenset(text)
    free = (char for char in map(chr, chain(range(0xF0000, 0xFFFFE), range(0x100000, 0x10FFFE))) if char not in used)
    pieces: list[str] = []
    hidden: dict[int, str] = {}
    done = 0
    for start, end in _merged([*addresses.find(text), *codes.find(text), *_occurrences(text, protect)]):
        first = start + (_plain(text[start]) and text[start] not in changing)
        last = max(first, end - (_plain(text[end - 1]) and text[end - 1] not in changing))
        char = next(free)
        pieces += [text[done:first], char]
        hidden[ord(char)] = text[first:last]
        done = last
    return Shield("".join([*pieces, text[done:]]), hidden)


def _plain(char: str) -> bool:
    return char.isalnum()


def _occurrences(text: str, protect: Iterable[str]) -> Iterator[Span]:
    for string in dict.fromkeys(protect):
        start = text.find(string) if string.strip() else -1
        while start >= 0:
            yield start, start + len(string)
            start = text.find(string, start + 1)


def _merged(spans: list[Span]) -> Iterator[Span]:
    current: Span | None = None
    for span in sorted(spans):
        if current and span[0] < current[1]:
            current = current[0], max(current[1], span[1])
        else:
            if current:
                yield current
            current = span
    if current:
        yield current
