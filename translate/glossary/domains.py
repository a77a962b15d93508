"""Which rows count in a domain (subject field).

A row without a domain holds everywhere. In a chosen domain the rows of other domains are left out, and a
Korean form that the domain's own rows have is taken from the rows without one: the domain decides.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from translate.article import Status
from translate.errors import GlossaryError
from translate.glossary.rows import Row, plain
from translate.glossary.text import fold

__all__ = ["NONE", "known", "left_out", "select"]

NONE = "none"
"""As a choice: only the rows without a domain."""


def known(rows: Iterable[Row]) -> tuple[str, ...]:
    """The domains of ``rows``, as first written, in the order of the alphabet."""
    found: dict[str, str] = {}
    for row in rows:
        if row.domain:
            found.setdefault(row.domain.casefold(), row.domain)
    return tuple(found[key] for key in sorted(found))


def select(rows: Sequence[Row], domain: str) -> list[Row]:
    """The rows that count in ``domain``; all where it is empty.

    Args:
        rows: Of all domains.
        domain: A name, whatever its case, or :data:`NONE`.

    Raises:
        GlossaryError: No row is of this domain.
    """
    wanted = plain(domain).casefold()
    if not wanted:
        return list(rows)
    names = known(rows)
    if wanted not in map(str.casefold, names):
        if wanted == NONE:
            return [row for row in rows if not row.domain]
        hint = f"choose from {', '.join((*names, NONE))}" if names else "no row has one: leave out --domain"
        if any(plain(part).casefold() in {NONE, *map(str.casefold, names)} for part in domain.split(",")[1:]):
            hint = f"one domain decides, not several: {hint}"
        raise GlossaryError(f"no concept is of the domain {plain(domain)!r}", hint=hint)
    own = {fold(form) for row in rows if row.domain.casefold() == wanted for form in row.ko}
    chosen: list[Row] = []
    for row in rows:
        if row.domain.casefold() == wanted:
            chosen.append(row)
        elif not row.domain and (left := tuple(form for form in row.ko if fold(form) not in own)):
            chosen.append(row if left == row.ko else _reduced(row, left))
    return chosen


def left_out(rows: Iterable[Row], domain: str) -> tuple[str, ...]:
    """How many rows of other domains do not count in ``domain``, as a line; nothing where all of them do."""
    wanted = plain(domain).casefold()
    number = sum(bool(row.domain) and row.domain.casefold() != wanted for row in rows) if wanted else 0
    few = "row of another domain is" if number == 1 else "rows of other domains are"
    return (f"domain {plain(domain)!r}: {number:,} {few} left out",) if number else ()


def _reduced(row: Row, left: tuple[str, ...]) -> Row:
    """``row`` with some of its Korean forms; its targets stay, also where they were the first of these."""
    kept = row.status is Status.DO_NOT_TRANSLATE and left[0] == row.ko[0]
    status = row.status if kept or row.status is not Status.DO_NOT_TRANSLATE else Status.PREFERRED
    return replace(row, ko=left, status=status)
