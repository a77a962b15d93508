"""Replacing pieces of a text while keeping track of where everything went."""

from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["Rewriting", "rewrite"]


@dataclass(frozen=True, slots=True)
class Rewriting:
    """A text after some pieces of it were replaced.

    Attributes:
        text: The new text.
        edits: ``(old start, old end, new start, new end)`` of each replaced piece, left to right, without overlap.
    """

    text: str
    edits: tuple[tuple[int, int, int, int], ...] = ()

    def forward(self, start: int, end: int) -> tuple[int, int]:
        """The span of the new text that covers the old span; one that begins or ends inside a piece takes all of it."""
        return _moved(start, self.edits, at_end=False), _moved(end, self.edits, at_end=True)

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The span of the old text that covers the new span."""
        turned = tuple((c, d, a, b) for a, b, c, d in self.edits)
        return _moved(start, turned, at_end=False), _moved(end, turned, at_end=True)


def rewrite(text: str, edits: Iterable[tuple[int, int, str]]) -> Rewriting:
    """Replaces ``(start, end, replacement)`` pieces, which must be in order and must not overlap."""
    out: list[str] = []
    made: list[tuple[int, int, int, int]] = []
    done = length = 0
    for start, end, new in edits:
        out += [text[done:start], new]
        length += start - done
        made.append((start, end, length, length + len(new)))
        length += len(new)
        done = end
    return Rewriting("".join(out) + text[done:], tuple(made))


def _moved(position: int, edits: tuple[tuple[int, int, int, int], ...], *, at_end: bool) -> int:
    shift = 0
    for start, end, new_start, new_end in edits:
        if position < start or (position == start and (at_end or start < end)):
            break  # what was put in, or taken out, between two characters belongs to neither of them
        if position < end:
            return new_end if at_end else new_start
        shift = new_end - end
    return position + shift
