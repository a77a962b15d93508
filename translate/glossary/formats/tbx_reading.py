"""Reading TBX: ISO 30042:2008 (v2, ``martif``) and ISO 30042:2019 (v3, ``tbx``), in DCA and DCT style.

An entry (``termEntry``, ``conceptEntry``) is a concept. Its terms are in language sections (``langSet``,
``langSec``), each in a term section (``tig``, ``ntig``, ``termSec``). A data category is an attribute
(``<termNote type="administrativeStatus">``, v2 and DCA) or an element of a module's namespace
(``<min:administrativeStatus>``, DCT); namespaces have changed with every edition of the dialects, so that
only local names are looked at.

- *administrativeStatus* (and *normativeAuthorization*): ``preferredTerm``, ``standardizedTerm``, ``legalTerm``,
  ``regulatedTerm`` or nothing: preferred; ``admittedTerm``: admitted; ``deprecatedTerm``, ``supersededTerm``:
  forbidden; with or without the ending ``-admn-sts``. Of Korean terms it only decides the order.
- *subjectField*: the domain. *note*, *definition*: the note.
- Languages by the first subtag of BCP 47; Chinese only where it is not traditional (``Hant``, ``TW``, ``HK``, ``MO``).
- What TBX-Basic cannot say stands in a note of the entry: ``Yeonjae: do-not-translate``, ``Yeonjae: case exact``.
  What follows ``Yeonjae: note`` is a note, whatever it says.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from translate.article import Case, Status
from translate.errors import GlossaryError
from translate.glossary.formats.opening import contents
from translate.glossary.formats.tbx_writing import ESCAPE
from translate.glossary.formats.xmltree import Node, entries
from translate.glossary.rows import Layout, Reading, Row, form, remark
from translate.languages import KOREAN, TARGETS

__all__ = ["language", "read"]

ROOTS = ("martif", "tbx")
ENTRIES = ("termEntry", "conceptEntry")
LANGUAGES = ("langSet", "langSec")
TERMS = ("tig", "ntig", "termSec")
META = ("admin", "adminNote", "descrip", "descripNote", "ref", "termNote", "transac", "transacNote", "xref")
"""Elements that name their data category in the attribute ``type``."""

STATES = {
    **dict.fromkeys(("preferred", "standardized", "legal", "regulated"), Status.PREFERRED),
    "admitted": Status.ADMITTED,
    **dict.fromkeys(("deprecated", "superseded", "forbidden", "obsolete"), Status.FORBIDDEN),
}
ACCEPTED: tuple[Status | None, ...] = (Status.PREFERRED, None, Status.ADMITTED)
"""The order in which accepted terms are listed."""

ENDING = re.compile("(?:Term)?(?:-adm(?:i)?n-sts)?$")
MARK = re.compile("Yeonjae: (?:(do-not-translate)|case (exact|any))")

TAGS = {"kor": "ko", "eng": "en", "zho": "zh", "chi": "zh", "cmn": "zh"}
"""ISO 639-2 and 639-3 codes that are found in place of the tags that BCP 47 asks for."""

TRADITIONAL = {"hant", "tw", "hk", "mo"}
COLUMNS = (KOREAN.code, *TARGETS)


@dataclass(frozen=True, slots=True)
class Term:
    """A term of an entry; ``status`` is None where the file says nothing."""

    text: str
    status: Status | None
    line: int
    column: int


@dataclass(slots=True)
class Entry:
    """An entry, on the way to rows."""

    node: Node
    terms: dict[str, list[Term]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    domains: list[str] = field(default_factory=list)
    kept: bool = False
    case: Case = Case.AUTO


def read(path: Path, meant: Mapping[str, str]) -> Reading:
    """The rows of a TBX file: one for the accepted terms of an entry, one for its forbidden ones.

    Args:
        path: The file.
        meant: Is for tables; not looked at.

    Raises:
        GlossaryError: The file cannot be read, is not well-formed, not TBX, without entries, or has entities.
    """
    return _Reader(path).read()


def language(tag: str) -> str:
    """The code (``ko``, ``en``, ``zh``) that a BCP 47 tag means; empty for any other language."""
    subtags = tag.strip().lower().replace("_", "-").split("-")
    code = TAGS.get(subtags[0], subtags[0])
    if code == "zh" and "hans" not in subtags and (TRADITIONAL | {"yue"}) & set(subtags):
        return ""
    return code if code in COLUMNS else ""


class _Reader:
    """One file: its rows, its mistakes, and counts of what is left out."""

    def __init__(self, path: Path) -> None:
        self.path, self.layout = path, Layout(str(path), COLUMNS)
        self.reading = Reading([], [], [])
        self.tongues: Counter[str] = Counter()
        self.categories: Counter[str] = Counter()
        self.useless: list[str] = []

    def read(self) -> Reading:
        found = False
        try:
            for node in entries(contents(self.path), self.path, ROOTS, ENTRIES):
                found = True
                self.reading.rows.extend(self.rows(self.entry(node)))
        except GlossaryError as broken:
            if not found:
                raise
            self.reading.mistakes.append(broken)  # what follows cannot be read
        if not found:
            raise GlossaryError("holds no termEntry and no conceptEntry", where=self.path, hint="export it again")
        self.tell()
        return self.reading

    def tell(self) -> None:
        """Says what was left out."""
        say = self.reading.notices.append
        for tag, number in self.tongues.items():
            say(f"{self.path}: {number:,} × {tag!r} is left out: this glossary has {', '.join(COLUMNS)}")
        if self.categories:
            listed = ", ".join(f"{name} ({number:,})" for name, number in self.categories.items())
            say(f"{self.path}: data categories that have no place here are left out: {listed}")
        if self.useless:
            say(f"{self.useless[0]}: {len(self.useless):,} × no Korean or no target term, left out; the first is here")

    def refuse(self, node: Node | Term, problem: str, hint: str = "") -> None:
        where = self.layout.at(node.line, node.column)
        self.reading.mistakes.append(GlossaryError(problem, where=where, hint=hint))

    def entry(self, node: Node) -> Entry:
        made = Entry(node)
        self.describe(made, node.walk(LANGUAGES))
        for section in (child for child in node.children if child.name in LANGUAGES):
            tag = section.attributes.get("lang", "")
            code = language(tag)
            if not tag:
                self.refuse(section, f"<{section.name}> without xml:lang", 'add xml:lang="ko"')
            elif not code:
                self.tongues[tag[:40]] += 1
            else:
                self.describe(made, section.walk(TERMS))
                for term in (child for child in section.children if child.name in TERMS):
                    self.term(made, code, term)
        return made

    def term(self, made: Entry, code: str, section: Node) -> None:
        inside = list(section.walk())
        node = next((one for one in inside if one.name == "term"), section)
        name = " ".join(node.text.split()) if node is not section else ""
        if not name:
            self.refuse(section, f"an empty term in {code!r}", "remove it")
            return
        state: Status | None = None
        for one in inside:
            kind = _category(one, made.node.space)
            if kind in ("administrativeStatus", "normativeAuthorization"):
                value = one.text.strip()
                state = STATES.get(ENDING.sub("", value))
                if state is None:
                    where = self.layout.at(one.line, one.column)
                    self.reading.notices.append(f"{where}: unknown {kind} {value[:40]!r} is not looked at")
            elif kind == "note":
                made.notes.append(f"{name}: {one.text}")
            elif kind:
                self.categories[kind[:40]] += 1
        made.terms.setdefault(code, []).append(Term(node.text, state, node.line, node.column))

    def describe(self, made: Entry, nodes: Iterator[Node]) -> None:
        """Takes notes, domain and marks from the nodes of an entry or of a language section."""
        for node in nodes:
            kind = _category(node, made.node.space)
            if kind in ("note", "definition"):
                mark = MARK.fullmatch(node.text.strip())
                if mark is None:
                    made.notes.append(node.text.strip().removeprefix(ESCAPE))
                elif mark[1]:
                    made.kept = True
                else:
                    made.case = Case(mark[2])
            elif kind == "subjectField":
                made.domains.append(node.text)
            elif kind:
                self.categories[kind[:40]] += 1

    def rows(self, made: Entry) -> Iterator[Row]:
        """The rows of an entry; none where it has a mistake, or nothing to say."""
        before = len(self.reading.mistakes)
        korean = self.forms(made, KOREAN.code, (*ACCEPTED, Status.FORBIDDEN))
        name = f" (concept {korean[0]!r})" if korean else ""
        accepted: dict[str, tuple[str, ...]] = {}
        forbidden: dict[str, tuple[str, ...]] = {}
        for code in TARGETS:
            accepted[code] = self.forms(made, code, ACCEPTED, name)
            forbidden[code] = self.forms(made, code, (Status.FORBIDDEN,), name)
        note = self.remark(made, "note", " / ".join(dict.fromkeys(" ".join(text.split()) for text in made.notes)), name)
        domain = self.remark(made, "domain", made.domains[0] if made.domains else "", name)
        if len(made.domains) > 1:
            self.categories["second subjectField"] += len(made.domains) - 1
        accepted = {code: listed for code, listed in accepted.items() if listed}
        forbidden = {code: listed for code, listed in forbidden.items() if listed}
        if made.kept and korean:
            if any(listed[0] != korean[0] for listed in accepted.values()):
                self.refuse(made.node, f"a do-not-translate concept with another target term{name}", "remove the note")
            kept, accepted = dict.fromkeys(TARGETS, korean[:1]), {code: more[1:] for code, more in accepted.items()}
            accepted = {code: more for code, more in accepted.items() if more}
        else:
            kept = {}
        if len(self.reading.mistakes) > before:
            return
        if not korean or not (kept or accepted or forbidden):
            self.useless.append(self.layout.at(made.node.line, made.node.column))
            return
        if kept:
            yield self.row(made, korean, kept, Status.DO_NOT_TRANSLATE, note, domain)
        if accepted:
            yield self.row(made, korean, accepted, _state(made), "" if kept else note, domain)
        if forbidden:
            yield self.row(made, korean, forbidden, Status.FORBIDDEN, "" if kept or accepted else note, domain)

    def row(
        self,
        made: Entry,
        korean: tuple[str, ...],
        targets: Mapping[str, tuple[str, ...]],
        state: Status,
        note: str,
        domain: str,
    ) -> Row:
        places = [_first(made, code, forbidden=state is Status.FORBIDDEN) or made.node for code in COLUMNS]
        starts, lines = tuple(one.column for one in places), tuple(one.line for one in places)
        return Row(korean, targets, state, note, domain, made.case, self.layout, made.node.line, starts, lines)

    def forms(self, made: Entry, code: str, states: tuple[Status | None, ...], name: str = "") -> tuple[str, ...]:
        """The entry's terms of a language that have one of ``states``, in the order of these."""
        listed: dict[str, None] = {}
        for state in states:
            for term in made.terms.get(code, ()):
                if term.status is state:
                    try:
                        text = form(term.text.replace("\n", " "), code)
                    except GlossaryError as problem:
                        self.refuse(term, problem.message + name, problem.hint)
                        continue
                    if code == KOREAN.code and not any(map(str.isalnum, text)):
                        self.refuse(term, f"no letter in the Korean form {text!r}", "remove it")
                        continue
                    listed[text] = None
        return tuple(listed)

    def remark(self, made: Entry, column: str, text: str, name: str) -> str:
        try:
            return remark(text, column)
        except GlossaryError as problem:
            self.refuse(made.node, problem.message + name, problem.hint)
            return ""


def _first(made: Entry, code: str, *, forbidden: bool) -> Term | None:
    """The term of a language that a row begins with, where it has one: the place for messages about its terms."""
    terms = made.terms.get(code, [])
    order = (Status.FORBIDDEN,) if forbidden and code != KOREAN.code else ACCEPTED
    return next((term for state in order for term in terms if term.status is state), terms[0] if terms else None)


def _category(node: Node, core: str) -> str:
    """The data category of a node; ``note`` for a note, empty for what only groups or marks others."""
    if node.name in META:
        return node.attributes.get("type", "")
    if node.space != core:
        return node.name
    return "note" if node.name == "note" else ""


def _state(made: Entry) -> Status:
    """Admitted where every accepted target term is, or where the Korean one comes before it."""
    if made.kept:
        return Status.ADMITTED
    states = {term.status for code in TARGETS for term in made.terms.get(code, ())} - {Status.FORBIDDEN}
    return Status.ADMITTED if states == {Status.ADMITTED} else Status.PREFERRED
