"""Rows joined into concepts, contradictions collected; the rules are in :mod:`translate.glossary.termbase`."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from translate.article import Case, Concept, Status
from translate.errors import GlossaryError
from translate.glossary.rows import Row
from translate.glossary.text import fold

__all__ = ["Joined", "defining", "groups", "join"]

RANK = {Status.DO_NOT_TRANSLATE: 0, Status.PREFERRED: 1, Status.ADMITTED: 2, Status.FORBIDDEN: 3}
"""A concept has the first of these that one of its rows has."""

DECIDING = (Status.PREFERRED, Status.DO_NOT_TRANSLATE)


@dataclass(frozen=True, slots=True)
class Joined:
    """Concepts, and what contradicts itself in the rows they come from.

    Attributes:
        concepts: In the order of their first rows.
        mistakes: Contradictions within a domain; where there is one, the row that came first decides the concept.
        undecided: Those between rows of different domains: the choice of a domain settles them.
    """

    concepts: tuple[Concept, ...]
    mistakes: tuple[GlossaryError, ...]
    undecided: tuple[GlossaryError, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What two rows of a concept say against each other, and whether they are of the same domain."""

    error: GlossaryError
    within: bool


def join(rows: Iterable[Row], *, apart: bool = False) -> Joined:
    """The concepts of ``rows``.

    Args:
        rows: In the order of their files.
        apart: Rows of different domains make different concepts, so that no domain is lost.
    """
    found: list[Contradiction] = []
    concepts = tuple(_concept(group, found) for group in groups(rows, apart=apart))
    within = tuple(one.error for one in found if one.within)
    return Joined(concepts, within, tuple(one.error for one in found if not one.within))


def groups(rows: Iterable[Row], *, apart: bool = False) -> list[list[Row]]:
    """Rows that share a Korean form, directly or through others; groups and rows in the order of ``rows``.

    Args:
        rows: In the order of their files.
        apart: Only rows of the same domain belong together.
    """
    found: dict[int, list[Row]] = {}
    owner: dict[str, int] = {}
    for number, row in enumerate(rows):
        keys = _keys(row, apart)
        touched = sorted({owner[key] for key in keys if key in owner})
        home = touched[0] if touched else number
        for other in touched[1:]:
            moved = found.pop(other)
            found[home] += moved
            owner.update((key, home) for old in moved for key in _keys(old, apart))
        found.setdefault(home, []).append(row)
        owner.update((key, home) for key in keys)
    return list(found.values())


def _keys(row: Row, apart: bool) -> list[str]:
    """What makes rows one concept; a line end is in no form and no domain."""
    ending = f"\n{row.domain.casefold()}" if apart else ""
    return [fold(form) + ending for form in row.ko]


def defining(group: Sequence[Row]) -> Row:
    """The row of a group that gives the concept its status and its place."""
    return min(group, key=lambda row: RANK[row.status])


def _concept(rows: list[Row], mistakes: list[Contradiction]) -> Concept:
    if len(rows) == 1 and rows[0].status is not Status.FORBIDDEN:  # nearly all; a large glossary feels it
        row = rows[0]
        return Concept({"ko": row.ko, **row.targets}, row.status, row.note, row.label, {}, row.domain, row.case)
    rows = sorted(rows, key=lambda row: RANK[row.status])  # stable: file order within a status
    accepted: dict[str, dict[str, Row]] = {}
    forbidden: dict[str, dict[str, Row]] = {}
    decided: dict[str, Row] = {}
    for row in rows:
        for code, listed in row.targets.items():
            if row.status in DECIDING:
                first = decided.setdefault(code, row)
                if first.targets[code] != listed:
                    problem = f"is {_quoted(listed)} in {code}, but {_quoted(first.targets[code])}"
                    mistakes.append(_contradiction(first, row, code, problem))
                    continue
            pool = forbidden if row.status is Status.FORBIDDEN else accepted
            for form in listed:
                pool.setdefault(code, {}).setdefault(form, row)
    for code, banned in forbidden.items():
        for form, row in banned.items():
            if form in accepted.get(code, {}):
                problem = f"forbids {form!r} in {code}, which is listed"
                mistakes.append(_contradiction(accepted[code][form], row, code, problem))
    korean = tuple(dict.fromkeys(form for row in rows for form in row.ko))
    return Concept(
        terms={"ko": korean, **{code: tuple(accepted[code]) for code in sorted(accepted)}},
        status=rows[0].status,
        note=" / ".join(dict.fromkeys(row.note for row in rows if row.note)),
        where=rows[0].label,
        forbidden={code: tuple(forbidden[code]) for code in sorted(forbidden)},
        domain=_domain(rows),
        case=_case(rows, mistakes),
    )


def _domain(rows: Sequence[Row]) -> str:
    """That of the rows that give the concept its status; none as soon as one of them holds everywhere."""
    listed = [row.domain for row in rows if row.status is rows[0].status]
    written = {name.casefold(): name for name in reversed(listed)}  # as written first
    return " / ".join(written[key] for key in dict.fromkeys(map(str.casefold, listed))) if all(listed) else ""


def _case(rows: Sequence[Row], mistakes: list[Contradiction]) -> Case:
    first: Row | None = None
    for row in rows:
        if row.case is Case.AUTO:
            continue
        first = first or row
        if row.case is not first.case:
            problem = f"has the case rule {row.case.value!r}, but {first.case.value!r}"
            mistakes.append(_contradiction(first, row, "case", problem))
    return first.case if first else Case.AUTO


def _contradiction(first: Row, second: Row, column: str, problem: str) -> Contradiction:
    shared = {fold(form) for form in first.ko}
    name = next((form for form in second.ko if fold(form) in shared), second.ko[0])
    hint = "keep one, or list the other as a variant ('|') or with status admitted"
    if column == "case":
        hint = "keep one"
    within = first.domain.casefold() == second.domain.casefold()
    if not within:
        domains = " or ".join(row.domain or "none" for row in (first, second))
        problem = f"in {_place(second)} {problem} in {_place(first)}"
        hint = f"choose with --domain {domains}"
    error = GlossaryError(f"{name!r} {problem} at {first.where(column)}", where=second.where(column), hint=hint)
    return Contradiction(error, within)


def _place(row: Row) -> str:
    return f"domain {row.domain!r}" if row.domain else "no domain"


def _quoted(listed: Sequence[str]) -> str:
    return repr("|".join(listed))
