"""Raw paragraphs: what the formats hand over, and what the rules pass on to one another."""

from dataclasses import dataclass

from translate.article import Kind, Place

__all__ = ["Raw", "Source"]


@dataclass(frozen=True, slots=True)
class Raw:
    """A paragraph as a format reads it, later a piece of one.

    Attributes:
        text: As read. A line end in it (LF, U+2028 …) is a hard line break of the format.
        place: Where it comes from.
        kind: What the format says it is; None where the rules for text have to decide.
        level: Depth of a heading or list item; 0 otherwise.
        paragraph, before, turn: As in :class:`translate.article.Block`; set by the rules, not by the formats.
    """

    text: str
    place: Place
    kind: Kind | None = None
    level: int = 0
    paragraph: int = 0
    before: str = ""
    turn: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """What a format module makes of a file; ``encoding`` is empty where the format has none of its own."""

    raws: tuple[Raw, ...]
    encoding: str = ""
    notices: tuple[str, ...] = ()
