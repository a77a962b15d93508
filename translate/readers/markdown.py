"""Markdown: CommonMark 0.31 with tables, by markdown-it-py.

Inline markup is reduced to its text: links keep their text, images become a CAPTION of their alternative text after
the paragraph, code spans their content. A soft line break is a space (CommonMark 6.8), a hard one ends the block.
Blocks of raw HTML are read by the HTML reader's rules. Two things that CommonMark does not know are recognised, as
most writing tools have them: front matter (skipped, with a notice) and footnotes `[^1]: …` (NOTE, where they stand).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from translate.article import Kind, Place
from translate.errors import InputError
from translate.readers.decoding import decode
from translate.readers.raw import Raw, Source

if TYPE_CHECKING:
    from markdown_it.token import Token

__all__ = ["read"]

MAX_NESTING = 60  # a quote is one, a list with its item two; markdown-it drops what is deeper, its own default is 20

_FRONT = re.compile(r"(---|\+\+\+)[ \t]*\n(?:.*\n){0,200}?(?:\1|\.\.\.)[ \t]*(?:\n|$)")
_KEY = re.compile(r"(?:---|\+\+\+)[ \t]*\n(?:[ \t]*(?:#.*)?\n){0,20}[\w\"'.-]{1,60}[ \t]*[:=]")
_NOTE = re.compile(r" {0,3}\[\^([^\]\s]{1,60})\]:[ \t]*(.*)")
_REFERENCE = re.compile(r"\[\^[^\]\s]{1,60}\](?!:)")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_BR = re.compile(r"<br\s*/?>", re.IGNORECASE)


def read(data: bytes, where: Path) -> Source:
    """The raw paragraphs of a Markdown file, with their lines from 1.

    Raises:
        InputError: It cannot be decoded (:func:`translate.readers.decoding.decode`), or quotes and lists in it are
            nested deeper than :data:`MAX_NESTING` (with the line).
    """
    from markdown_it import MarkdownIt

    decoded = decode(data, where)
    text, skipped = _without_front_matter(re.sub(r"\r\n?", "\n", decoded.text))
    notices = (*decoded.notices, *((f"front matter skipped: lines 1-{skipped}",) if skipped else ()))
    text, notes = _without_notes(text)
    parser = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING}).enable("table")
    walk = _Walk(where, bool(notes))
    for token in parser.parse(text):
        walk.take(token)
    if walk.hidden:
        notices += (f"hidden HTML left out: {walk.hidden:,} paragraph{'s' if walk.hidden > 1 else ''}",)
    raws = sorted([*walk.raws, *notes], key=lambda raw: raw.place.line)
    return Source(tuple(raws), decoded.encoding, notices)


def _without_front_matter(text: str) -> tuple[str, int]:
    """Blanks YAML or TOML front matter, so that lines keep their numbers; and how many lines it had."""
    match = _FRONT.match(text)
    if not match or not _KEY.match(text):
        return text, 0
    count = match[0].count("\n")
    return "\n" * count + text[match.end() :], count + (not match[0].endswith("\n"))


def _without_notes(text: str) -> tuple[str, list[Raw]]:
    """Takes footnote definitions out (blanked), with the indented lines that continue them."""
    if "[^" not in text:
        return text, []
    kept: list[str] = []
    notes: list[Raw] = []
    fence, open_, continued = "", False, None
    for number, line in enumerate(text.split("\n"), start=1):
        fenced = _FENCE.match(line)
        if fenced:
            fence = "" if fence and fenced[1].startswith(fence) else fence or fenced[1]
        note, continued = None if fence else _NOTE.match(line), None
        if note:
            notes.append(Raw(note[2], Place(number, f"footnote {note[1]}"), Kind.NOTE))
        elif open_ and (continued := re.match(r"  +\S", line)):
            notes[-1] = replace(notes[-1], text=f"{notes[-1].text} {line.strip()}")
        open_ = bool(note or continued)
        kept.append("" if open_ else line)
    return "\n".join(kept), notes


@dataclass(slots=True)
class _Walk:
    """Goes through the block tokens of a document in order. ``noted``: it defines footnotes."""

    where: Path
    noted: bool
    raws: list[Raw] = field(default_factory=list)
    lists: int = 0
    heading: int = 0
    tables: int = 0
    row: int = 0
    cell: int = 0
    line: int = 0
    hidden: int = 0

    def take(self, token: "Token") -> None:
        """Reads one block token; refuses one whose contents the parser dropped."""
        if token.map:
            self.line = token.map[0] + 1
        if token.type in ("blockquote_open", "list_item_open") and token.level + 1 >= MAX_NESTING:
            raise InputError("is nested too deeply", where=f"{self.where}:{self.line}", hint="flatten its lists")
        if token.type in ("bullet_list_open", "ordered_list_open"):
            self.lists += 1
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            self.lists -= 1
        elif token.type in ("heading_open", "heading_close"):
            self.heading = int(token.tag[1]) if token.nesting == 1 else 0
        elif token.type == "inline":
            self._inline(token.children or [])
        elif token.type in ("fence", "code_block"):
            self.raws.append(Raw(token.content, Place(self.line), Kind.CODE))
        elif token.type == "html_block":
            self._html(token.content)
        else:
            self._table(token.type)

    def _table(self, type_: str) -> None:
        if type_ == "table_open":
            self.tables, self.row, self.cell = self.tables + 1, 0, 0
        elif type_ == "tr_open":
            self.row, self.cell = self.row + 1, 0
        elif type_ in ("th_open", "td_open"):
            self.cell += 1
        elif type_ == "table_close":
            self.row = self.cell = 0

    def _inline(self, children: Sequence["Token"]) -> None:
        text = "".join(_texts(children))
        if self.noted:
            text = _REFERENCE.sub("", text)
        place = Place(self.line)
        if self.heading:
            self.raws.append(Raw(text, place, Kind.HEADING, self.heading))
        elif self.cell:
            part = f"table {self.tables}, row {self.row}, cell {self.cell}"
            self.raws.append(Raw(text, Place(self.line, part), Kind.CELL))
        elif self.lists:
            self.raws.append(Raw(text, place, Kind.ITEM, self.lists))
        else:
            self.raws.append(Raw(text, place))
        self.raws += [Raw(alt, place, Kind.CAPTION) for alt in _pictures(children)]

    def _html(self, content: str) -> None:
        from translate.readers.html import fragment

        first = self.line - 1
        raws, hidden = fragment(content, self.where)
        self.hidden += hidden
        self.raws += [Raw(raw.text, Place(first + raw.place.line, raw.place.part), raw.kind, raw.level) for raw in raws]


def _texts(children: Sequence["Token"]) -> Iterator[str]:
    for child in children:
        if child.type == "softbreak":
            yield " "
        elif child.type == "hardbreak" or (child.type == "html_inline" and _BR.fullmatch(child.content)):
            yield "\n"
        elif child.type in ("text", "text_special", "code_inline"):
            yield child.content


def _pictures(children: Sequence["Token"]) -> Iterator[str]:
    for child in children:
        if child.type == "image" and (alt := "".join(_texts(child.children or []))):
            yield alt
