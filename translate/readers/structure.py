"""Raw paragraphs → blocks, by the same rules for all formats.

In this order: NFC and stripping; cutting at hard line breaks, byline heads and editors' tails
(:mod:`translate.readers.marks`); lists; headline and subheads, where the format names none; interview turns
(:mod:`translate.readers.turns`). The pieces of one paragraph share its number, and ``before + text`` of them, joined,
are the NFC of the stripped paragraph. Hard line breaks end a block, as a line does in plain text; in headings they
become a space.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from translate.article import Block, Kind, Place
from translate.errors import InputError
from translate.readers.decoding import CONTROL, LINE_END
from translate.readers.marks import cut, furniture, is_final, is_sluglike, strip
from translate.readers.raw import Raw, Source
from translate.readers.turns import interview, lists

__all__ = ["MAX_PARAGRAPH", "Raw", "Source", "build", "located"]

MAX_PARAGRAPH = 100_000  # characters; a whole book chapter has about 30,000

_BREAK = re.compile(r"[ \t]*[\n\r\v\f\x85\u2028\u2029]\s*")
_TAG = re.compile(r"[\[【［<〈＜][^\[\]【】［］<>〈〉＜＞]{1,40}[\]】］>〉＞]\s*\S")  # [작은거인 알리바바 마윈⑪] “…”
_SENTENCES = re.compile(r"[다요까죠]\. ")  # one sentence ends within: prose, with its last full stop forgotten
_SUBHEAD = re.compile(r"[■◆◇□▣◈❖]\s?\S")  # ■ 한국 진출
_LONGEST_HEADLINE, _LONGEST_SUBHEAD = 120, 60
_PASSED = frozenset({Kind.FURNITURE, Kind.BYLINE, Kind.CAPTION, Kind.NOTE})  # may stand above a headline


def build(raws: Sequence[Raw], *, stem: str, where: Path) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """The blocks of an article, and notices about what was decided.

    Args:
        raws: In document order, text as read.
        stem: File name without its suffix: a line that repeats it is page furniture.
        where: The file, for messages.

    Raises:
        InputError: A paragraph is longer than :data:`MAX_PARAGRAPH`, or nothing is left to translate.
    """
    pieces = _pieces(raws, stem, where)
    pieces = _spare_title(pieces, stem)
    pieces = interview(_subheads(_headline(lists(pieces))))
    blocks = tuple(
        Block(p.kind or Kind.PARAGRAPH, p.text, p.place, p.level, p.paragraph, p.before, p.turn) for p in pieces
    )
    if not any(block.translatable for block in blocks):
        what = "only page furniture or code" if blocks else "no text"
        raise InputError(f"holds {what}", where=where, hint="nothing to translate in it")
    return blocks, _notices(blocks)


def located(where: Path, place: Place) -> str:
    """A place in a file as messages show it: ``file:line``, or ``file (table 1, row 2, cell 3)``."""
    return f"{where}:{place.line}" if place.line else f"{where} ({place.part})" if place.part else str(where)


def _pieces(raws: Sequence[Raw], stem: str, where: Path) -> list[Raw]:
    pieces: list[Raw] = []
    paragraph = 0
    for raw in raws:
        if len(raw.text) > MAX_PARAGRAPH:
            raise InputError(
                f"a paragraph has {len(raw.text):,} characters; at most {MAX_PARAGRAPH:,} are read",
                where=located(where, raw.place),
                hint="break it into paragraphs",
            )
        if found := _split(raw, stem):
            pieces += [replace(piece, paragraph=paragraph) for piece in found]
            paragraph += 1
    return pieces


def _split(raw: Raw, stem: str) -> list[Raw]:
    """The pieces of one paragraph: its lines, each cut by its marks where the format did not say what it is."""
    text = unicodedata.normalize("NFC", CONTROL.sub("", raw.text))  # character references bring controls, too
    if raw.kind is Kind.CODE:
        text = LINE_END.sub("\n", text).strip("\n")
        return [replace(raw, text=text)] if text.strip() else []
    text = strip(text)
    if raw.kind is Kind.HEADING:
        text = _BREAK.sub(" ", text)
        kind = Kind.FURNITURE if furniture(text, stem) else Kind.HEADING
        return [replace(raw, text=text, kind=kind, level=raw.level if kind is raw.kind else 0)] if text else []
    pieces: list[Raw] = []
    for line, before in _broken(text):
        if raw.kind is not None:
            pieces.append(replace(raw, text=line, before=before))
            continue
        for piece in cut(line, stem):
            pieces.append(replace(raw, text=piece.text, kind=piece.kind, before=before + piece.before))
            before = ""
    return pieces


def _broken(text: str) -> list[tuple[str, str]]:
    """The lines of a stripped paragraph, each with the white space (and zero-width characters) before it."""
    result: list[tuple[str, str]] = []
    start, before = 0, ""
    for match in (*_BREAK.finditer(text), None):
        chunk = text[start : match.start() if match else len(text)]
        if line := strip(chunk):
            left = chunk.index(line)
            result.append((line, before + chunk[:left]))
            before = chunk[left + len(line) :]
        else:
            before += chunk
        if match:
            before += match[0]
            start = match.end()
    return result


def _spare_title(pieces: list[Raw], stem: str) -> list[Raw]:
    """A first line that repeats the file name is the headline after which the file was named, unless it is a key."""
    first = next((i for i, piece in enumerate(pieces) if piece.kind is not Kind.FURNITURE), len(pieces))
    return [
        replace(piece, kind=Kind.FURNITURE)
        if piece.kind is None and i != first and piece.text == stem and not is_sluglike(stem)
        else piece
        for i, piece in enumerate(pieces)
    ]


def _headline(pieces: list[Raw]) -> list[Raw]:
    """Finds the headline of a text without headings, and up to two lines of deck below it (level 2).

    The headline is the first plain piece, if it is a whole paragraph, at most 120 characters long, and does not end
    as a sentence does; with a series tag in brackets before it, it may. Deck lines follow it directly, are as short
    and have prose after them.
    """
    if any(piece.kind is Kind.HEADING for piece in pieces):
        return pieces
    result = list(pieces)
    index = next((i for i, piece in enumerate(result) if piece.kind not in _PASSED), len(result))
    if not _may_head(result, index) or not (_tagged(result[index]) or _has_body(result, index)):
        return result
    result[index] = replace(result[index], kind=Kind.HEADING, level=1)
    prose = next((i for i, piece in enumerate(result) if piece.kind is None and is_final(piece.text)), index)
    for below in range(index + 1, min(index + 3, prose)):
        if not _may_head(result, below) or result[below].text[-1] in "?!？！":
            break
        result[below] = replace(result[below], kind=Kind.HEADING, level=2)
    return result


def _may_head(pieces: Sequence[Raw], index: int) -> bool:
    if index >= len(pieces):
        return False
    piece = pieces[index]
    whole = sum(other.paragraph == piece.paragraph for other in pieces[max(0, index - 2) : index + 3]) == 1
    if piece.kind is not None or not whole or len(piece.text) > _LONGEST_HEADLINE:
        return False
    if piece.text[0] in "-‐‑‒–—―−─ㅡ－" or re.match(r"(?:[QAＱＡ]\d{0,3}|문|답|질문)\s?[.:：)]|[QＱ]\s", piece.text):
        return False
    return _tagged(piece) or not (is_final(piece.text) or _SENTENCES.search(piece.text))


def _tagged(piece: Raw) -> bool:
    return _TAG.match(piece.text) is not None


def _has_body(pieces: Sequence[Raw], index: int) -> bool:
    return any(piece.kind not in _PASSED for piece in pieces[index + 1 :])


def _subheads(pieces: list[Raw]) -> list[Raw]:
    """Short lines that begin with a block mark (■ ◆ …), do not end as a sentence and have text after them."""
    return [
        replace(piece, kind=Kind.HEADING, level=2)
        if piece.kind is None
        and len(piece.text) <= _LONGEST_SUBHEAD
        and _SUBHEAD.match(piece.text)
        and not is_final(piece.text)
        and index + 1 < len(pieces)
        else piece
        for index, piece in enumerate(pieces)
    ]


def _notices(blocks: Sequence[Block]) -> tuple[str, ...]:
    notices: list[str] = []
    if kept := [block for block in blocks if block.kind is Kind.FURNITURE]:
        places = ", ".join(str(block.place) for block in kept[:5]) + (", …" if len(kept) > 5 else "")
        notices.append(f"page furniture, kept but not translated: {places}")
    if not any("\uac00" <= c <= "\ud7a3" for block in blocks if block.translatable for c in block.text):
        notices.append("no Korean text in it")
    return tuple(notices)
