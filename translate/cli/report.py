"""The summary of a run as a table on stderr."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from translate.summary import LanguageSummary, Summary

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

__all__ = ["show", "shown", "stderr"]

WIDTH = 100  # where there is no terminal to ask


def show(summary: Summary) -> None:
    """Prints the figures of one article, the terms that are missing and the files."""
    console = stderr()
    for notice in summary.notices:
        console.print(f"{shown(summary.source)}: {notice}", markup=False)
    console.print(_table(summary))
    speed = f"{summary.words_per_second:,.0f} words/s"
    console.print(f"{summary.words:,} words, {summary.seconds:.1f} s, {speed}, {len(summary.files)} files written")
    for language in summary.languages:
        console.print(f"{language.language} by {language.engine}", markup=False, soft_wrap=True)
        _details(console, language)
    for file in summary.files:
        console.print(f"wrote {shown(file)}", markup=False, soft_wrap=True)


def shown(text: str) -> str:
    """A file name as a terminal may show it: what is not printable is escaped."""
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)


def stderr() -> "Console":
    """Rich's console on stderr: plain text of a fixed width where it is not a terminal."""
    from rich.console import Console

    console = Console(stderr=True, highlight=False)
    return console if console.is_terminal else Console(stderr=True, highlight=False, width=WIDTH)


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
    rows: dict[str, Callable[[LanguageSummary], int]] = {
        "segments": lambda s: s.segments,
        "reused": lambda s: s.reused,
        "translated": lambda s: s.translated,
        "kept (no Korean)": lambda s: s.kept,
        "term hits": lambda s: s.term_hits,
        "  enforced": lambda s: s.enforced,
        "  failed": lambda s: len(s.failures),
        "findings: errors": lambda s: s.findings["error"],
        "  warnings": lambda s: s.findings["warning"],
        "  notes": lambda s: s.findings["note"],
    }
    for name, value in rows.items():
        table.add_row(name, *(str(value(language)) for language in summary.languages))
    return table


def _details(console: "Console", language: LanguageSummary) -> None:
    for failure in language.failures:
        expected = " | ".join(failure.expected)
        line = f"{language.language}, segment {failure.segment}: {failure.source} should be {expected}"
        console.print(f"term missing: {line}", markup=False, soft_wrap=True)
    if language.guessed:
        names = ", ".join(language.guessed)
        console.print(f"names guessed in {language.language}: {names}", markup=False, soft_wrap=True)
