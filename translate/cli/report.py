"""The summary of a run as a table on stderr."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from translate.article import Rung, Severity
from translate.summary import LanguageSummary, Summary

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

__all__ = ["show", "shown", "stderr"]

WIDTH = 100  # where there is no terminal to ask
MOST = 20  # errors that are listed


def show(summary: Summary) -> None:
    """Prints the figures of one article, the errors found in its translations and the files."""
    console = stderr()
    for notice in summary.notices:
        console.print(f"{shown(summary.source)}: {notice}")
    console.print(_table(summary))
    speed = f"{summary.words_per_second:,.0f} words/s"
    console.print(f"{summary.words:,} words, {summary.seconds:.1f} s, {speed}, {len(summary.files)} files written")
    for language in summary.languages:
        console.print(f"{language.language} by {shown(language.engine)}", soft_wrap=True)
        if language.guessed:
            console.print(f"names guessed in {language.language}: {shown(', '.join(language.guessed))}", soft_wrap=True)
    for line in _errors(summary):
        console.print(line, soft_wrap=True)
    for file in summary.files:
        console.print(f"wrote {shown(file)}", soft_wrap=True)


def _errors(summary: Summary) -> list[str]:
    """The findings that are errors, a line each, up to :data:`MOST`."""
    errors = [one for one in summary.findings if one.severity is Severity.ERROR]
    lines = [
        f"error: {one.language}, segment {one.segment}, {one.check}: {shown(one.message)}" for one in errors[:MOST]
    ]
    if len(errors) > MOST:
        formats = {Path(file).suffix for file in summary.files}
        lines.append(f"… and {len(errors) - MOST:,} more, see the {'DOCX' if '.docx' in formats else 'TMX'}")
    return lines


def shown(text: str) -> str:
    """A file name as a terminal may show it: what is not printable is escaped."""
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)


def stderr() -> "Console":
    """Rich's console on stderr: plain text of a fixed width where it is not a terminal."""
    from rich.console import Console

    plain = partial(Console, stderr=True, highlight=False, markup=False, emoji=False)
    console = plain()
    return console if console.is_terminal else plain(width=WIDTH)


def _table(summary: Summary) -> "Table":
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(
        title=Text(shown(summary.source)),
        box=box.SIMPLE_HEAD,
        title_justify="left",
        title_style="bold",
        pad_edge=False,
        min_width=44,
    )
    table.add_column("")
    for language in summary.languages:
        table.add_column(language.language, justify="right")
    for name, value, always in _ROWS:
        values = [value(language) for language in summary.languages]
        if always or any(values):
            table.add_row(name, *map(str, values))
    return table


def _settled(rung: Rung) -> Callable[[LanguageSummary], int]:
    return lambda summary: summary.rungs.get(rung, 0)


_RUNGS = {
    Rung.PLAIN: "unasked",
    Rung.HINT: "by hint",
    Rung.NBEST: "by n-best choice",
    Rung.COPY: "by copying",
    Rung.SPLICE: "by splicing",
    Rung.REPLACE: "by replacing",
    Rung.FAILED: "failed",
}

_ROWS: tuple[tuple[str, Callable[[LanguageSummary], int], bool], ...] = (
    ("segments", lambda s: s.segments, True),
    ("reused", lambda s: s.reused, True),
    ("translated", lambda s: s.translated, True),
    ("kept (no Korean)", lambda s: s.kept, True),
    ("term hits", lambda s: s.term_hits, True),
    ("  enforced", lambda s: s.enforced, True),
    ("  waived", lambda s: s.waived, False),
    ("  failed", lambda s: len(s.failures), True),
    ("forbidden forms left", lambda s: s.forbidden, False),
    ("segments with terms", lambda s: sum(s.rungs.values()), False),
    *((f"  {name}", _settled(rung), False) for rung, name in _RUNGS.items()),
    ("findings: errors", lambda s: s.severities["error"], True),
    ("  warnings", lambda s: s.severities["warning"], True),
    ("  notes", lambda s: s.severities["note"], True),
)
"""Name, value, and whether the row stands there where all its values are 0."""
