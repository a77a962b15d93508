"""What Kiwi knows of a gap: the ending before it, the words behind it, and whether it would split there.

Kiwi is asked only where punctuation does not decide. Its offsets count code points (checked by a test with
characters outside the Basic Multilingual Plane); what it cannot take is replaced one for one before.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from translate.morphology import analyser

__all__ = ["Evidence", "consult"]

_SPREAD = 400
"""Gaps at most this far apart, in code points, are judged from one analysis."""
_BEFORE, _BEHIND = 200, 100
"""How much of the text around them Kiwi sees at most; keeps the time linear in texts without punctuation."""

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Evidence:
    """Kiwi's view of a gap.

    Attributes:
        split: True where Kiwi ends a sentence here.
        ending: Form of the last morpheme before the gap, symbols left out; empty where there is none.
        tag: Its tag in the Sejong tag set (``EF`` final ending, ``EC`` connective ending …); empty where there is none.
        following: Tags of the next two morphemes.
    """

    split: bool
    ending: str
    tag: str
    following: tuple[str, ...]


def consult(text: str, gaps: Sequence[tuple[int, int]], breaks: Sequence[tuple[int, int]]) -> list[Evidence]:
    """The evidence for each of ``gaps``, given the boundaries that are certain already.

    Args:
        text: The text.
        gaps: Spans in order.
        breaks: Spans in order, none of them among ``gaps``.
    """
    found: list[Evidence] = []
    for start, end, group in _windows(len(text), gaps, breaks):
        if start > 0 and not text[start - 1].isspace():  # do not begin inside a word
            start = next((at for at in range(start, group[0][0]) if text[at].isspace()), start)
        tokens = analyser().tokenize(_SURROGATE.sub("\ufffd", text[start:end]))
        found += _evidence(tokens, [(one - start, other - start) for one, other in group])
    return found


def _windows(
    length: int, gaps: Sequence[tuple[int, int]], breaks: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int, list[tuple[int, int]]]]:
    """Stretches of text without a certain boundary inside, and the gaps to judge in each."""
    index = 0
    position = 0
    while index < len(gaps):
        while position < len(breaks) and breaks[position][0] < gaps[index][0]:
            position += 1
        left = breaks[position - 1][1] if position else 0
        right = breaks[position][0] if position < len(breaks) else length
        group = [gaps[index]]
        index += 1
        while index < len(gaps) and gaps[index][1] <= min(right, group[0][0] + _SPREAD):
            group.append(gaps[index])
            index += 1
        yield max(left, group[0][0] - _BEFORE), min(right, group[-1][1] + _BEHIND), group


def _evidence(tokens: Sequence[Any], gaps: Sequence[tuple[int, int]]) -> Iterator[Evidence]:
    """Kiwi's tokens are in order; an empty one (a dropped copula) stands where the next one begins."""
    position = 0
    for start, end in gaps:
        while position < len(tokens) and tokens[position].start < start:
            position += 1
        nearest = reversed(tokens[max(0, position - 12) : position])
        before = next((token for token in nearest if not _symbol(token)), None)
        behind = [token for token in tokens[position : position + 3] if token.start >= end][:2]
        split = bool(position and behind and tokens[position - 1].sent_position != behind[0].sent_position)
        yield Evidence(
            split,
            before.form if before else "",
            before.tag.split("-")[0] if before else "",
            tuple(token.tag.split("-")[0] for token in behind),
        )


def _symbol(token: Any) -> bool:
    """Marks and emoji, but not Latin, Han or numbers."""
    return bool(token.tag.startswith("S") and token.tag not in ("SL", "SH", "SN")) or token.tag == "W_EMOJI"
