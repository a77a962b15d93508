"""Writing TBX-Basic: ISO 30042:2008 (v2, ``martif``) and ISO 30042:2019 (v3, ``tbx``) in DCA and DCT style.

One entry a concept. The first accepted term of a preferred concept gets ``preferredTerm-admn-sts``, the others
``admittedTerm-admn-sts``, forbidden ones ``deprecatedTerm-admn-sts``; Korean terms get none, as their order is all
there is to say. TBX-Basic has no data category for *do-not-translate* and for the case rule, and ``note`` has no
attribute ``type`` (TBXcoreStructV02 and V03): each is a note of its own, ``Yeonjae: do-not-translate`` and
``Yeonjae: case exact``, which :mod:`translate.glossary.formats.tbx_reading` understands and any tool keeps. A note
of the user's that begins in the same way is written behind ``Yeonjae: note``, so that it stays a note.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from translate import __version__
from translate.article import Case, Concept, Status
from translate.errors import GlossaryError
from translate.languages import KOREAN, TARGETS

__all__ = ["DIALECTS", "ESCAPE", "MARK", "write"]

CORE = "urn:iso:std:iso:30042:ed-2"
MARK = "Yeonjae: "
"""How notes begin that mean more than what they say."""

ESCAPE = f"{MARK}note "
"""What stands before a note that only looks like one of these."""

MIN = "http://www.tbxinfo.net/ns/min"
"""Namespace of the module that has ``subjectField`` and ``administrativeStatus`` (TBX-Basic 1.2, Min.rng)."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """The names of one way to write TBX-Basic.

    Attributes:
        head: Up to the header's ``fileDesc``.
        between: Between ``fileDesc`` and the body.
        tail: After the body.
        entry, language, term: Element names.
        field, status: Pairs of what stands before and behind a subject field and a status.
    """

    head: str
    between: str
    tail: str
    entry: str
    language: str
    term: str
    field: tuple[str, str]
    status: tuple[str, str]


def _v3(style: str, namespaces: str, field: tuple[str, str], status: tuple[str, str]) -> Dialect:
    return Dialect(
        f'<tbx xmlns="{CORE}"{namespaces} type="TBX-Basic" style="{style}" xml:lang="{KOREAN.tag}">\n<tbxHeader>',
        "</tbxHeader>",
        "</tbx>",
        "conceptEntry",
        "langSec",
        "termSec",
        field,
        status,
    )


DIALECTS = {
    "dca": _v3(
        "dca",
        "",
        ('<descrip type="subjectField">', "</descrip>"),
        ('<termNote type="administrativeStatus">', "</termNote>"),
    ),
    "dct": _v3(
        "dct",
        f' xmlns:min="{MIN}"',
        ("<min:subjectField>", "</min:subjectField>"),
        ("<min:administrativeStatus>", "</min:administrativeStatus>"),
    ),
    "v2": Dialect(
        '<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">\n'
        f'<martif type="TBX-Basic" xml:lang="{KOREAN.tag}">\n<martifHeader>',
        '<encodingDesc><p type="XCSURI">TBXBasicXCSV02.xcs</p></encodingDesc></martifHeader>',
        "</martif>",
        "termEntry",
        "langSet",
        "tig",
        ('<descrip type="subjectField">', "</descrip>"),
        ('<termNote type="administrativeStatus">', "</termNote>"),
    ),
}


def write(concepts: Sequence[Concept], dialect: str = "dca") -> bytes:
    """The concepts as TBX-Basic.

    Args:
        concepts: At least one: a body without entries is not valid.
        dialect: ``dca`` or ``dct`` (both v3), or ``v2``.

    Raises:
        GlossaryError: There are no concepts.
    """
    if not concepts:
        raise GlossaryError("there are no concepts to write, and TBX needs one", hint="convert to .csv or .xlsx")
    return "".join(f"{line}\n" for line in _lines(concepts, DIALECTS[dialect])).encode()


def _lines(concepts: Sequence[Concept], dialect: Dialect) -> Iterator[str]:
    source = f"written by Yeonjae {__version__}"
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield (
        f"{dialect.head}<fileDesc><titleStmt><title>Glossary</title></titleStmt>"
        f"<sourceDesc><p>{source}</p></sourceDesc></fileDesc>{dialect.between}"
    )
    yield "<text><body>"
    for number, concept in enumerate(concepts, start=1):
        yield f'<{dialect.entry} id="c{number}">'
        yield from _entry(concept, dialect)
        yield f"</{dialect.entry}>"
    yield "</body></text>"
    yield dialect.tail


def _entry(concept: Concept, dialect: Dialect) -> Iterator[str]:
    if concept.domain:
        yield f"  {dialect.field[0]}{_text(concept.domain)}{dialect.field[1]}"
    notes = [ESCAPE * concept.note.startswith(MARK) + concept.note] if concept.note else []
    notes += [f"{MARK}do-not-translate"] * (concept.status is Status.DO_NOT_TRANSLATE)
    notes += [f"{MARK}case {concept.case.value}"] * (concept.case is not Case.AUTO)
    for note in notes:
        yield f"  <note>{_text(note)}</note>"
    for language in (KOREAN, *TARGETS.values()):
        terms = list(_terms(concept, language.code))
        if terms:
            yield f'  <{dialect.language} xml:lang="{language.tag}">'
            for text, status in terms:
                note = f"{dialect.status[0]}{status}-admn-sts{dialect.status[1]}" if status else ""
                yield f"    <{dialect.term}><term>{_text(text)}</term>{note}</{dialect.term}>"
            yield f"  </{dialect.language}>"


def _terms(concept: Concept, code: str) -> Iterator[tuple[str, str]]:
    """The terms of a language with their administrative status, without its ending."""
    for number, text in enumerate(concept.forms(code)):
        if code == KOREAN.code:
            yield text, ""
        else:
            yield text, "preferredTerm" if number == 0 and concept.status is not Status.ADMITTED else "admittedTerm"
    for text in concept.forbidden.get(code, ()):
        yield text, "deprecatedTerm"


def _text(text: str) -> str:
    return escape(text, quote=False)
