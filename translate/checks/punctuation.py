"""Punctuation: the final mark of the source, the marks of the target language, no doubled ones.

:mod:`translate.typography` sets what can be set by rule; this check sees what a person has to decide.
"""

import re
from collections.abc import Iterator

from translate import addresses
from translate.article import Kind, Severity
from translate.checks.pair import Issue, Pair

__all__ = ["punctuation"]

CLOSING = "\"'”’»)]}）］】》〉」』 ～~*"
QUESTION, FULL = "?？", ".。．"
ENDINGS = "?？!！.。．…:：;；—"

STATED = re.compile(r"다[.。．]?[\"'”’)\]]*$")
ASKED = re.compile("[냐까]|물|질문|궁금|의문|[?？]")
"""Korean states with *-다* at the end; *-냐*, *-까* ask, and so does a sentence about asking."""

HAN = "\u3400-\u4dbf\u4e00-\u9fff"
FOREIGN = {
    "en": re.compile("[，。！？：；（）、《》〈〉「」『』【】]+"),
    "zh": re.compile(
        rf"(?<=[{HAN}])[,;:?!](?![A-Za-z0-9])|(?<![A-Za-z0-9])[,;:?!](?=[{HAN}])|「|」|『|』"
        rf"|(?<=[{HAN}”’）》])(?<!\.)\.(?![\w.])"
    ),
}
DOUBLED = re.compile(
    r"([,;:，。；：、])[ ]?\1+|(?<![.])\.[ ]?\.(?![.])|[,，][.。]"
    r"|(?<![. ][A-Za-z])[.。][,，](?![”’\"'])|  +|[?？!！]{3,}"
)


def punctuation(pair: Pair) -> Iterator[Issue]:
    """A question that is none any more, a sentence without an end, marks of another language, doubled marks."""
    if not pair.usable:
        return
    yield from _ending(pair)
    hidden = pair.target
    for start, end in addresses.find(hidden):
        hidden = hidden[:start] + "x" * (end - start) + hidden[end:]
    foreign = FOREIGN.get(pair.language)
    for match in foreign.finditer(hidden) if foreign else ():
        yield Issue(Severity.WARNING, f"{match.group()} is no punctuation mark of this language", *match.span())
    for match in DOUBLED.finditer(hidden):
        if match.group() not in pair.source:
            text = "two spaces" if match.group().isspace() else f"doubled {match.group()}"
            yield Issue(Severity.WARNING, text, *match.span())


def _ending(pair: Pair) -> Iterator[Issue]:
    source, target = _final(pair.source), _final(pair.target)
    place = max(0, len(pair.target.rstrip(CLOSING)) - 1)
    span = place, min(place + 1, len(pair.target))
    heading = pair.block is not None and pair.block.kind in (
        Kind.HEADING,
        Kind.CAPTION,
        Kind.CELL,
        Kind.ITEM,
        Kind.BYLINE,
    )
    if source in QUESTION and target not in QUESTION:
        yield Issue(Severity.WARNING, "the source ends in a question mark, the translation does not", *span)
    elif target in QUESTION and source in FULL and STATED.search(pair.source) and not ASKED.search(pair.source):
        yield Issue(Severity.NOTE, "the translation asks, the source ends in a full stop", *span)
    elif source in FULL and target not in ENDINGS and not heading:
        yield Issue(Severity.WARNING, "the final full stop is missing", *span)


def _final(text: str) -> str:
    """The last mark, behind closing quotation marks and brackets; a letter where there is no mark."""
    return text.rstrip(CLOSING)[-1:] or " "
