"""The termbase: rows of all files joined into concepts, contradictions refused.

Rows that share a Korean form (compared as matching compares: no case, no spaces) are one concept:

- Two *preferred* rows must give the same forms for a language, or one of them none. The same row in two
  files therefore counts once, and one file may bring the English, another the Chinese terms.
- *Admitted* rows add accepted forms behind the preferred ones. A concept with admitted rows only is
  enforced like any other: one of its forms must appear, the first is what the engine is told.
- *Forbidden* rows add target forms that must not appear in a segment in which the concept occurs.
- *Do-not-translate*: the target, in every language, is the first Korean form as it stands.
- Rows of different *domains* must not contradict each other either, unless a domain is chosen; see
  :mod:`translate.glossary.domains`.
- Two *case* rules must be the same, or one of them none.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from translate.article import Concept
from translate.errors import GlossaryError
from translate.glossary import domains, formats
from translate.glossary.joining import join
from translate.glossary.rows import Row

__all__ = ["WAIVERS", "Checked", "Termbase", "build", "checked", "default_paths", "gather", "load"]

SUFFIXES = (".csv", ".tsv", ".xlsx", ".tbx")
"""Of the files that a folder of glossaries stands for; ``.txt`` and ``.xml`` may be anything and must be named."""

WAIVERS = ".waivers.csv"
"""How the names of files with waivers end; they are no glossaries."""


@dataclass(frozen=True, slots=True)
class Termbase:
    """The concepts of one or more glossary files.

    Attributes:
        concepts: In the order of their first rows.
        files: Names of the files, without folders, in the order given.
        sha256: Hex digest over the concepts, whatever their order and their files.
        notices: What was left out of the files, a line each.
        domains: The domains of all rows, those that were not chosen too.
    """

    concepts: tuple[Concept, ...] = ()
    files: tuple[str, ...] = ()
    sha256: str = sha256(b"").hexdigest()
    notices: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()

    @property
    def short(self) -> str:
        """The first twelve digits of the hash, for people."""
        return self.sha256[:12]


@dataclass(frozen=True, slots=True)
class Checked:
    """Glossary files without a mistake.

    Attributes:
        rows: Those that count in the chosen domain.
        concepts: Joined from them.
        notices: What was left out, a line each.
        domains: Of all rows.
    """

    rows: list[Row]
    concepts: tuple[Concept, ...]
    notices: tuple[str, ...]
    domains: tuple[str, ...]


def default_paths(folder: Path = Path("glossaries")) -> list[Path]:
    """The glossaries in ``folder``, by name; none where there is no such folder.

    Files with waivers, hidden files and the lock files of office programs are none.
    """
    return sorted(
        path
        for path in folder.glob("*")
        if path.suffix.lower() in SUFFIXES
        and not path.name.startswith((".", "~$"))
        and not path.name.lower().endswith(WAIVERS)
        and path.is_file()
    )


def load(paths: Sequence[Path], domain: str = "", meant: Mapping[str, str] | None = None) -> Termbase:
    """The termbase in these files.

    Args:
        paths: The files.
        domain: The subject field whose concepts go before those without one; empty for all.
        meant: What the columns of tables mean, where the user says it (:func:`translate.glossary.headers.mapping`).

    Raises:
        GlossaryError: A file is malformed, of an unknown format, or contradicts itself or another; or no
            concept is of the domain. The first mistake, with the number of the others.
    """
    found = checked(paths, domain, meant)
    files = tuple(path.name for path in paths)
    return Termbase(found.concepts, files, _digest(found.concepts), found.notices, found.domains)


def checked(
    paths: Sequence[Path], domain: str = "", meant: Mapping[str, str] | None = None, *, apart: bool = False
) -> Checked:
    """What is in these files, without a mistake.

    Args:
        paths: The files.
        domain: As for :func:`load`.
        meant: As for :func:`load`.
        apart: Each domain has concepts of its own, which cannot contradict those of another.

    Raises:
        GlossaryError: As :func:`load` does.
    """
    rows, mistakes, notices = gather(paths, meant)
    chosen = domains.select(rows, domain) if not mistakes else rows
    joined = join(chosen, apart=apart)
    mistakes += [*joined.mistakes, *joined.undecided]
    if mistakes:
        raise _first(mistakes, paths)
    return Checked(chosen, joined.concepts, (*notices, *domains.left_out(rows, domain)), domains.known(rows))


def gather(
    paths: Sequence[Path], meant: Mapping[str, str] | None = None
) -> tuple[list[Row], list[GlossaryError], list[str]]:
    """The rows of all files, what is wrong in the others, and the notices; nothing is raised."""
    rows: list[Row] = []
    mistakes: list[GlossaryError] = []
    notices: list[str] = []
    for path in paths:
        reading = formats.read(path, meant)
        rows += reading.rows
        mistakes += reading.mistakes
        notices += reading.notices
    return rows, mistakes, notices


def build(rows: Iterable[Row], files: Sequence[str] = ()) -> Termbase:
    """The termbase of ``rows``; see the module for the rules.

    Raises:
        GlossaryError: Rows that share a Korean form contradict each other; both places are named.
    """
    rows = list(rows)
    joined = join(rows)
    if mistakes := (*joined.mistakes, *joined.undecided):
        raise _first(mistakes, ())
    return Termbase(joined.concepts, tuple(files), _digest(joined.concepts), (), domains.known(rows))


def _first(mistakes: Sequence[GlossaryError], paths: Sequence[Path]) -> GlossaryError:
    """The first mistake; its hint says how many there are."""
    first, others = mistakes[0], len(mistakes) - 1
    if not others:
        return first
    names = " ".join(map(str, paths)) if len(paths) < 3 else "FILE..."
    more = f"and {others:,} more mistake{'s' * (others > 1)}: `translate glossary check {names}` lists them all"
    return GlossaryError(first.message, where=first.where, hint=f"{first.hint}; {more}" if first.hint else more)


def _digest(concepts: Iterable[Concept]) -> str:
    """Over the hashes of the concepts in order, which need little room however many there are."""
    entries = (
        json.dumps([c.terms, c.status, c.note, c.forbidden, c.domain, c.case], ensure_ascii=False, sort_keys=True)
        for c in concepts
    )
    return sha256(b"".join(sorted(sha256(entry.encode()).digest() for entry in entries))).hexdigest()
