"""The termbase: rows of all files joined into concepts, contradictions refused.

Rows that share a Korean form (compared as matching compares: no case, no spaces) are one concept:

- Two *preferred* rows must give the same forms for a language, or one of them none. The same row in two
  files therefore counts once, and one file may bring the English, another the Chinese terms.
- *Admitted* rows add accepted forms behind the preferred ones. A concept with admitted rows only is
  enforced like any other: one of its forms must appear, the first is what the engine is told.
- *Forbidden* rows add target forms that must not appear in a segment in which the concept occurs.
- *Do-not-translate*: the target, in every language, is the first Korean form as it stands.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import NoReturn

from translate.article import Concept, Status
from translate.errors import GlossaryError
from translate.glossary import csvfile
from translate.glossary.rows import Row
from translate.glossary.text import fold

__all__ = ["READERS", "Termbase", "build", "default_paths", "load"]

READERS: Mapping[str, Callable[[Path], list[Row]]] = {
    ".csv": csvfile.read,
    ".tsv": csvfile.read,
    ".txt": csvfile.read,
}
"""File suffix → reader. A new format is a module with a ``read`` and a line here."""

RANK = (Status.DO_NOT_TRANSLATE, Status.PREFERRED, Status.ADMITTED, Status.FORBIDDEN)
"""A concept has the first of these that one of its rows has."""


@dataclass(frozen=True, slots=True)
class Termbase:
    """The concepts of one or more glossary files.

    Attributes:
        concepts: In the order of their first rows.
        files: Names of the files, without folders, in the order given.
        sha256: Hex digest over the concepts, whatever their order and their files.
    """

    concepts: tuple[Concept, ...] = ()
    files: tuple[str, ...] = ()
    sha256: str = sha256(b"[]").hexdigest()

    @property
    def short(self) -> str:
        """The first twelve digits of the hash, for people."""
        return self.sha256[:12]


def default_paths(folder: Path = Path("glossaries")) -> list[Path]:
    """The CSV files in ``folder``, by name; none where there is no such folder."""
    return sorted(path for path in folder.glob("*.csv") if path.is_file())


def load(paths: Sequence[Path]) -> Termbase:
    """The termbase in these files.

    Raises:
        GlossaryError: A file is malformed, of an unknown format, or contradicts itself or another.
    """
    rows: list[Row] = []
    for path in paths:
        reader = READERS.get(path.suffix.lower())
        if reader is None and not path.is_dir():
            known = ", ".join(READERS)
            raise GlossaryError(
                f"unknown glossary format {path.suffix or path.name!r}", where=path, hint=f"give one of {known}"
            )
        rows += (reader or csvfile.read)(path)
    return build(rows, [path.name for path in paths])


def build(rows: Iterable[Row], files: Sequence[str] = ()) -> Termbase:
    """The termbase of ``rows``; see the module for the rules.

    Raises:
        GlossaryError: Rows that share a Korean form contradict each other; both places are named.
    """
    concepts = tuple(_concept(group) for group in _groups(rows))
    return Termbase(concepts, tuple(files), _digest(concepts))


def _groups(rows: Iterable[Row]) -> list[list[Row]]:
    """Rows that share a Korean form, directly or through others; groups and rows in the order of ``rows``."""
    groups: dict[int, list[Row]] = {}
    owner: dict[str, int] = {}
    for number, row in enumerate(rows):
        keys = [fold(form) for form in row.ko]
        touched = sorted({owner[key] for key in keys if key in owner})
        home = touched[0] if touched else number
        for other in touched[1:]:
            moved = groups.pop(other)
            groups[home] += moved
            owner.update((fold(form), home) for old in moved for form in old.ko)
        groups.setdefault(home, []).append(row)
        owner.update((key, home) for key in keys)
    return list(groups.values())


def _concept(rows: list[Row]) -> Concept:
    rows = sorted(rows, key=lambda row: RANK.index(row.status))  # stable: file order within a status
    accepted: dict[str, dict[str, Row]] = {}
    forbidden: dict[str, dict[str, Row]] = {}
    decided: dict[str, Row] = {}
    for row in rows:
        for code, listed in row.targets.items():
            if row.status in (Status.PREFERRED, Status.DO_NOT_TRANSLATE):
                first = decided.setdefault(code, row)
                if first.targets[code] != listed:
                    _contradict(first, row, f"is {_quoted(listed)} in {code}, but {_quoted(first.targets[code])}")
            pool = forbidden if row.status is Status.FORBIDDEN else accepted
            for form in listed:
                pool.setdefault(code, {}).setdefault(form, row)
    for code, banned in forbidden.items():
        for form, row in banned.items():
            if form in accepted.get(code, {}):
                _contradict(accepted[code][form], row, f"forbids {form!r} in {code}, which is listed")
    korean = tuple(dict.fromkeys(form for row in rows for form in row.ko))
    return Concept(
        terms={"ko": korean, **{code: tuple(accepted[code]) for code in sorted(accepted)}},
        status=rows[0].status,
        note=" / ".join(dict.fromkeys(row.note for row in rows if row.note)),
        where=f"{rows[0].file}:{rows[0].line}",
        forbidden={code: tuple(forbidden[code]) for code in sorted(forbidden)},
    )


def _contradict(first: Row, second: Row, problem: str) -> NoReturn:
    shared = {fold(form) for form in first.ko}
    name = next((form for form in second.ko if fold(form) in shared), second.ko[0])
    raise GlossaryError(
        f"{name!r} {problem} at {first.place}",
        where=second.place,
        hint="keep one, or list the other as a variant ('|') or with status admitted",
    )


def _quoted(listed: Sequence[str]) -> str:
    return repr("|".join(listed))


def _digest(concepts: Iterable[Concept]) -> str:
    entries = sorted(
        json.dumps([c.terms, c.status, c.note, c.forbidden], ensure_ascii=False, sort_keys=True) for c in concepts
    )
    return sha256(json.dumps(entries, ensure_ascii=False).encode()).hexdigest()
