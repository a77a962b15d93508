"""What a header cell may say, and which column it means.

Case, spaces at the ends and ``_`` for ``-`` do not matter. What is not listed can be given a meaning by the
user (``--map "Begriff=ko"``) or be left out (``--map "Author=-"``); otherwise it is left out with a notice.
A name that is nearly one of those listed (``stauts``) is refused: what it holds could matter.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from translate.errors import GlossaryError, OptionError
from translate.glossary.rows import COLUMNS, Cell, Layout, plain
from translate.languages import KOREAN, TARGETS

__all__ = ["NAMES", "Columns", "columns", "mapping", "normal"]

OTHERS = {
    "ko": "한국어 한글 국문 원문 원어 표제어 용어 韩语 韩文 韓国語 원어(한국어) source source-term source-language src",
    "en": "영어 영문 영어-용어 英语 英文 en-gb en-001 english-term",
    "zh": "중국어 중문 중국어(간체) 간체 중국어-간체 中文 汉语 简体中文 简中 译文 "
    "simplified-chinese chinese-simplified chinese(simplified)",
    "status": "상태 状态 usage-status term-status",
    "note": "notes comment comments remark remarks description 비고 메모 설명 주석 참고 备注 说明 注释",
    "domain": "field subject subject-field subjectfield topic 분야 영역 주제 领域 学科",
    "case": "case-rule 대소문자 大小写",
}
TRADITIONAL = (
    "zh-hant zh-tw zh-hk zh-mo zh-hant-tw zh-hant-hk zh-hant-mo 繁體中文 繁体中文 正體中文 繁中 繁體 繁体 번체 "
    "번체-중국어 중국어-번체 중국어(번체) traditional-chinese chinese-traditional chinese(traditional)"
)
"""What traditional Chinese is called: no target here, and no slip of a name that is."""

IGNORED = "-"
"""What a column that shall be left out is mapped to."""

CLOSE = 0.8
"""Similarity from which an unknown name is taken for a slip; ``zh-tw`` and ``zh-cn`` are at 0.6."""


def normal(name: str) -> str:
    """``name`` as names are compared."""
    return plain(name).casefold().replace("_", "-").replace(" (", "(").replace(" ", "-")


NAMES: Mapping[str, str] = {
    **{column: column for column in COLUMNS},
    **{normal(name): language.code for language in (KOREAN, *TARGETS.values()) for name in language.aliases},
    **{normal(name): column for column, names in OTHERS.items() for name in names.split()},
}
"""Name, as :func:`normal` makes it → column."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The header of a table.

    Attributes:
        names: For each of its cells the column that it means; empty for one that is left out.
        notices: About what is left out.
    """

    names: tuple[str, ...]
    notices: tuple[str, ...]


def mapping(pairs: Sequence[str]) -> dict[str, str]:
    """The meanings that a user gives: ``["Begriff=ko", "Author=-"]`` → normal name → column.

    Raises:
        OptionError: A pair has no ``=``, names an unknown column, or a name or column comes twice.
    """
    found: dict[str, str] = {}
    for pair in pairs:
        name, sign, column = pair.rpartition("=")
        column = column.strip().lower()
        if not sign or not name.strip():
            raise OptionError(f"--map {pair!r} is no NAME=COLUMN", hint='write --map "Begriff=ko"')
        if column not in (*COLUMNS, IGNORED):
            hint = f"choose from {', '.join(COLUMNS)}, or - to leave it out"
            raise OptionError(f"--map {pair!r}: unknown column {column!r}", hint=hint)
        if normal(name) in found or (column != IGNORED and column in found.values()):
            raise OptionError(f"--map {pair!r} comes second", hint="give each name and each column one meaning")
        found[normal(name)] = column
    return found


def columns(header: Sequence[Cell], layout: Layout, meant: Mapping[str, str]) -> Columns:
    """The columns that a glossary's header names.

    Args:
        header: Its cells; at least one.
        layout: For messages; its columns are not looked at.
        meant: As :func:`mapping` makes it; goes before ``NAMES``, and takes a column away from other names.

    Raises:
        GlossaryError: The Korean or every target column is missing, a column comes twice, or a name is a slip.
    """
    taken = set(meant.values())
    table = {name: column for name, column in NAMES.items() if column not in taken} | dict(meant)
    names = tuple(table.get(normal(cell.text), "") for cell in header)
    start = layout.at(header[0].line, header[0].column)
    expected = f"the header is {','.join(COLUMNS)}; or say what a column means: --map NAME=COLUMN"
    if "ko" not in names:
        raise GlossaryError("the column 'ko' is missing", where=start, hint=expected)
    if not set(names) & set(TARGETS):
        if any(map(_is_traditional, header)):
            expected = f"traditional Chinese is none; {expected}"
        raise GlossaryError("a target column (en, zh) is missing", where=start, hint=expected)
    for number, (cell, name) in enumerate(zip(header, names, strict=True)):
        where, shown = layout.at(cell.line, cell.column), plain(cell.text)[:40]
        if name and name != IGNORED and name in names[:number]:
            raise GlossaryError(f"a second column {name!r}", where=where, hint="keep one, or leave one out with --map")
        if name or _is_traditional(cell):
            continue
        if close := get_close_matches(normal(cell.text), table, 1, CLOSE):
            hint = f"rename it to {close[0]!r}, or leave it out: --map {shown!r}=-"
            raise GlossaryError(f"unknown column {shown!r}", where=where, hint=hint)
    return Columns(tuple("" if name == IGNORED else name for name in names), _notices(header, names, layout, meant))


def _notices(header: Sequence[Cell], names: Sequence[str], layout: Layout, meant: Mapping[str, str]) -> tuple[str, ...]:
    unnamed = [cell for cell, name in zip(header, names, strict=True) if not name]
    listed = _listed(cell for cell in unnamed if not _is_traditional(cell))
    traditional = _listed(filter(_is_traditional, unnamed))
    there = {normal(cell.text) for cell in header}
    absent = ", ".join(repr(name) for name in meant if name not in there)
    start = layout.at(header[0].line, header[0].column)
    notices = [f"{start}: unknown columns are left out: {listed}; --map NAME=COLUMN gives one a meaning"] * bool(listed)
    notices += [f"{start}: traditional Chinese is left out: {traditional}; zh is simplified"] * bool(traditional)
    notices += [f"{start}: no column is called {absent}, which --map names"] * bool(absent)
    return tuple(notices)


def _is_traditional(cell: Cell) -> bool:
    return normal(cell.text) in TRADITIONAL.split()


def _listed(cells: Iterable[Cell]) -> str:
    return ", ".join(repr(name) for name in dict.fromkeys(plain(cell.text)[:40] for cell in cells))
