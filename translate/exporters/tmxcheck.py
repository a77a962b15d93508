"""Does a file keep to TMX 1.4? Structure, attributes and values, after the TMX 1.4b Specification (LISA/OSCAR, 2005).

Where the rules below stand in the specification:

- contents and attributes of each element: chapter *Detailed Specifications*, *Elements* (structural: ``tmx``,
  ``header``, ``note``, ``ude``, ``map``, ``prop``, ``body``, ``tu``, ``tuv``, ``seg``; inline: ``bpt``, ``ept``,
  ``it``, ``ph``, ``hi``, ``sub``, ``ut``), and its appendix, the DTD;
- values (``segtype``, ``pos``, ``assoc``, dates, numbers, languages): the same chapter, *Attributes*;
- pairs of ``bpt`` and ``ept``: chapter *Content Markup*;
- encodings and entities: chapter *General Structure*, XML compliance.

The file is read once, in a stream, by expat: it counts lines beyond the 65,535 that libxml2 can, reads nothing
but the bytes given, and stops here at the first declaration of an entity.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from xml.parsers import expat

__all__ = ["check"]

LANG = "xml:lang"


@dataclass(frozen=True, slots=True)
class _Rule:
    """What an element may hold.

    Attributes:
        content: Pattern of the names of its children, a space after each.
        says: The same in words.
        required, optional: Names of attributes.
        text: It may hold text.
    """

    content: str
    says: str
    required: str = ""
    optional: str = ""
    text: bool = False


_INLINE = "((bpt|ept|it|ph|hi|ut) )*"
_INLINE_SAYS = "text and bpt, ept, it, ph, hi, ut"
_CODE_SAYS = "text and sub"
_CHANGES = "creationdate creationid changedate changeid"
_UNIT = f"o-encoding datatype usagecount lastusagedate creationtool creationtoolversion o-tmf {_CHANGES}"
_RULES: Mapping[str, _Rule] = {
    "tmx": _Rule("header body ", "one header, then one body", "version"),
    "header": _Rule(
        "((note|prop|ude) )*",
        "note, prop and ude",
        "creationtool creationtoolversion segtype o-tmf adminlang srclang datatype",
        f"o-encoding {_CHANGES}",
    ),
    "body": _Rule("(tu )*", "tu"),
    "note": _Rule("", "text only", "", f"o-encoding {LANG} lang", text=True),
    "prop": _Rule("", "text only", "type", f"o-encoding {LANG} lang", text=True),
    "ude": _Rule("(map )+", "at least one map", "name", "base"),
    "map": _Rule("", "nothing", "unicode", "code ent subst"),
    "tu": _Rule("((note|prop) )*(tuv )+", "note and prop, then at least one tuv", "", f"tuid segtype srclang {_UNIT}"),
    "tuv": _Rule("((note|prop) )*seg ", "note and prop, then one seg", LANG, f"lang {_UNIT}"),
    "seg": _Rule(_INLINE, _INLINE_SAYS, text=True),
    "bpt": _Rule("(sub )*", _CODE_SAYS, "i", "x type", text=True),
    "ept": _Rule("(sub )*", _CODE_SAYS, "i", text=True),
    "it": _Rule("(sub )*", _CODE_SAYS, "pos", "x type", text=True),
    "ph": _Rule("(sub )*", _CODE_SAYS, "", "x assoc type", text=True),
    "hi": _Rule(_INLINE, _INLINE_SAYS, "", "x type", text=True),
    "sub": _Rule(_INLINE, _INLINE_SAYS, "", "datatype type", text=True),
    "ut": _Rule("(sub )*", _CODE_SAYS, "", "x", text=True),
}


def _is_date(value: str) -> bool:
    """ISO 8601 in the one form that TMX allows: ``20020125T210600Z``."""
    if not re.fullmatch(r"\d{8}T\d{6}Z", value, re.ASCII):
        return False
    try:
        datetime.strptime(value, "%Y%m%dT%H%M%S%z")
    except ValueError:
        return False
    return True


def _matches(pattern: str) -> Callable[[str], bool]:
    return lambda value: re.fullmatch(pattern, value, re.ASCII) is not None


_TAG = "[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*"  # RFC 3066, section 2.1
_DATE = (_is_date, "a date YYYYMMDDThhmmssZ")
_LANGUAGE = (_matches(_TAG), "a language tag")
_NUMBER = (_matches("[0-9]+"), "a number")
_HEX = (_matches("#x[0-9A-Fa-f]+"), "a hexadecimal number #x…")
_VALUES: Mapping[str, tuple[Callable[[str], bool], str]] = {
    "version": (_matches(r"1\.4"), "1.4"),
    "segtype": (_matches("block|paragraph|sentence|phrase"), "block, paragraph, sentence or phrase"),
    "adminlang": _LANGUAGE,
    "srclang": (_matches(rf"{_TAG}|\*all\*"), "a language tag or *all*"),
    LANG: _LANGUAGE,
    "lang": _LANGUAGE,
    "creationdate": _DATE,
    "changedate": _DATE,
    "lastusagedate": _DATE,
    "usagecount": _NUMBER,
    "i": _NUMBER,
    "x": _NUMBER,
    "pos": (_matches("begin|end"), "begin or end"),
    "assoc": (_matches("p|f|b"), "p, f or b"),
    "unicode": _HEX,
    "code": _HEX,
}
_ENCODINGS = ("utf-8", "utf-16", "utf-16le", "utf-16be", "us-ascii")


def check(data: bytes) -> list[str]:
    """What keeps ``data`` from being TMX 1.4, a line each with its line number; empty where nothing does."""
    return sorted(_Checker().run(data), key=lambda problem: int(problem.split()[1].rstrip(":")))


@dataclass(slots=True)
class _Open:
    """An element that has begun.

    Attributes:
        name, attributes: As written.
        line: Of its start tag.
        children: Names, so far.
        text: It held something besides elements and white space.
        codes: In a segment: ``bpt`` and ``ept`` with their ``i``, in order; in a ``ude``: maps with their ``code``.
        languages: In a unit: the languages of its variants, in lower case.
    """

    name: str
    attributes: Mapping[str, str]
    line: int
    children: list[str] = field(default_factory=list)
    text: bool = False
    codes: list[tuple[str, str]] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)


class _StopError(Exception):
    """Nothing more to read."""


class _Checker:
    """One reading of one file."""

    def __init__(self) -> None:
        self.problems: list[str] = []
        self.open: list[_Open] = []
        self.source = ""  # srclang of the header
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters
        self.parser.XmlDeclHandler = self._declaration
        self.parser.EntityDeclHandler = self._entity
        self.parser.SkippedEntityHandler = self._skipped

    def run(self, data: bytes) -> list[str]:
        try:
            self.parser.Parse(data, True)
        except expat.ExpatError as error:
            self._say(
                error.lineno, f"is not well-formed XML: {expat.ErrorString(error.code)}, column {error.offset + 1}"
            )
        except _StopError:
            pass
        return self.problems

    def _say(self, line: int, problem: str) -> None:
        self.problems.append(f"line {line}: {problem}")

    def _declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding is not None and encoding.lower() not in _ENCODINGS:
            self._say(1, f"the encoding is {encoding}, not UTF-8, UTF-16 or US-ASCII")

    def _entity(self, name: str, *_: object) -> None:
        self._say(self.parser.CurrentLineNumber, f"declares the entity {name}; TMX has only the five of XML")
        raise _StopError

    def _skipped(self, name: str, _is_parameter: bool) -> None:
        self._say(self.parser.CurrentLineNumber, f"the entity {name} is none of the five of XML")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if self.open:
            self.open[-1].children.append(name)
        elif name != "tmx":
            self._say(self.parser.CurrentLineNumber, f"the root is {name}, not tmx")
            raise _StopError
        self.open.append(_Open(name, attributes, self.parser.CurrentLineNumber))
        if name == "header":
            self.source = attributes.get("srclang", "")
        elif name == "tuv":
            self._nearest("tu").languages.append(attributes.get(LANG, "").lower())
        elif name in ("bpt", "ept"):
            self._nearest("seg").codes.append((name, attributes.get("i", "")))
        elif name == "map" and "code" in attributes:
            self._nearest("ude").codes.append((name, attributes["code"]))

    def _nearest(self, name: str) -> _Open:
        return next((element for element in reversed(self.open) if element.name == name), self.open[-1])

    def _characters(self, text: str) -> None:
        if text.strip(" \t\n\r"):
            self.open[-1].text = True

    def _end(self, _name: str) -> None:
        element = self.open.pop()
        for problem in _problems(element, self.source):
            self._say(element.line, f"{element.name}: {problem}")


def _problems(element: _Open, source: str) -> Iterator[str]:
    rule = _RULES.get(element.name)
    if rule is None:
        yield "is no element of TMX 1.4"
        return
    if not re.fullmatch(rule.content, "".join(f"{child} " for child in element.children)):
        held = ", ".join(element.children) or "nothing"
        yield f"holds {held if len(held) <= 80 else held[:79] + '…'}; it may hold {rule.says}"
    if element.text and not rule.text:
        yield f"holds text outside of its elements; it may hold {rule.says}"
    yield from _attributes(element.attributes, rule)
    if element.name == "seg":
        yield from _pairs(element.codes)
    elif element.name == "ude" and element.codes and "base" not in element.attributes:
        yield "has no base, but a map with a code"
    elif element.name == "map" and not {"code", "ent", "subst"} & set(element.attributes):
        yield "has none of code, ent and subst"
    elif element.name == "tu":
        yield from _source(element, element.attributes.get("srclang", source))


def _attributes(given: Mapping[str, str], rule: _Rule) -> Iterator[str]:
    required, optional = rule.required.split(), rule.optional.split()
    for name in required:
        if name not in given:
            yield f"the attribute {name} is missing"
    for name, value in given.items():
        if name not in required and name not in optional:
            yield f"has no attribute {name}"
        elif name in _VALUES and not _VALUES[name][0](value):
            yield f"{name}={value!r} is not {_VALUES[name][1]}"


def _pairs(codes: list[tuple[str, str]]) -> Iterator[str]:
    """Each ``bpt`` has an ``i`` of its own in the segment, and one ``ept`` after it with the same ``i``."""
    closed: dict[str, bool] = {}
    for name, number in codes:
        if name == "bpt":
            if number in closed:
                yield f"two bpt have i={number!r}"
            closed.setdefault(number, False)
        elif number not in closed:
            yield f"ept i={number!r} has no bpt before it"
        elif closed[number]:
            yield f"two ept have i={number!r}"
        else:
            closed[number] = True
    for number, done in closed.items():
        if not done:
            yield f"bpt i={number!r} has no ept after it"


def _source(unit: _Open, language: str) -> Iterator[str]:
    """Unless the source language is ``*all*``, one of the variants is in it (attribute ``srclang``)."""
    if language and language != "*all*" and language.lower() not in unit.languages:
        yield f"no tuv is in the source language {language}"
