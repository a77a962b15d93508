"""TMX 1.4 (LISA/OSCAR, TMX 1.4b Specification): one file a language pair, for CAT tools.

Level 1, plain text. There is no document type declaration: the specification asks for well-formedness only,
and tools that heed one look for ``tmx14.dtd`` beside the file or on the network.

No unit carries a date: they are optional, and the time of the export is not known to a function of the
bitext. All are marked as machine output (``creationid``), whatever their quality: none is approved.

The first property of the header, ``x-seal``, tells whether the file was edited (:mod:`translate.seals`).

Properties of a unit (all of our own, hence ``x-``):

``x-segment``
    Its number in the article.
``x-origin``
    ``machine``, ``repeat`` or ``kept`` (:class:`translate.article.Origin`).
``x-engine``
    Name of the engine.
``x-score``
    Mean log-probability per target token (natural logarithm); absent where no engine was asked.
``x-term-status``
    ``enforced``: each term of the glossary stands in an accepted form; ``failed``: at least one does not, or a
    forbidden form is there; ``waived``: what is missing may be missing here; ``none``: there is none in the source.
``x-term-rung``
    How the terms got in (:class:`translate.article.Rung`); absent where there are none.
``x-fault``
    A sign of degenerate output that stayed.
``x-guessed``
    A name that was only spelled by sound.
``x-context-pre``, ``x-context-post``
    The source segments before and after it.
"""

import io
from collections.abc import Iterator

from lxml import etree

from translate import __version__, languages, seals
from translate.article import Bitext, Finding, Rung, Segment, Translation
from translate.exporters.characters import clean, report
from translate.languages import KOREAN, Language

__all__ = ["MACHINE", "write"]

TOOL = "Yeonjae"
MACHINE = "Yeonjae-machine"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def write(bitext: Bitext, target: str) -> bytes:
    """The TMX file of one language pair: UTF-8 without byte order mark, one ``tu`` a segment.

    Raises:
        OptionError: An unknown target language.
    """
    language = languages.target(target)
    buffer = io.BytesIO()
    with etree.xmlfile(buffer, encoding="utf-8") as file:
        file.write_declaration()
        with file.element("tmx", version="1.4"):
            _line(file, 1)
            file.write(_header(bitext, language))
            _line(file, 1)
            with file.element("body"):
                for unit in _units(bitext, language):
                    _line(file, 2)
                    file.write(unit)
                _line(file, 1)
            _line(file, 0)
    return seals.seal_tmx(buffer.getvalue() + b"\n")


def _line(file: "etree._IncrementalFileWriter", depth: int) -> None:
    """A new line in the structure; never inside a ``seg``, where white space is text."""
    file.write("\n" + "  " * depth)


def _element(name: str, text: str = "", /, **attributes: str) -> etree._Element:
    element = etree.Element(name, {key: clean(value) for key, value in attributes.items()})
    element.text = clean(text) or None
    return element


def _prop(name: str, text: str, language: Language | None = None) -> etree._Element:
    element = _element("prop", text, type=name)
    if language:
        element.set(LANG, language.tag)
    return element


def _header(bitext: Bitext, language: Language) -> etree._Element:
    """The seven attributes that the specification requires, and what the file is about."""
    header = _element(
        "header",
        creationtool=TOOL,
        creationtoolversion=__version__,
        segtype="sentence",
        adminlang=languages.ENGLISH.tag,
        srclang=KOREAN.tag,
        datatype="plaintext",
    )
    header.set("o-tmf", TOOL)
    article = bitext.article
    facts = {
        "x-seal": seals.BLANK,  # filled in when all is written
        "x-article": article.name,
        "x-file": article.file,
        "x-sha256": article.sha256,
        "x-target": language.tag,
        "x-signature": str(bitext.signature),
    }
    header.extend([_prop(name, text) for name, text in facts.items()])
    _indent(header, 1)
    return header


def _units(bitext: Bitext, language: Language) -> Iterator[etree._Element]:
    findings: dict[str, list[Finding]] = {}
    for finding in bitext.findings:
        if finding.language == language.code:
            findings.setdefault(finding.segment, []).append(finding)
    segments = bitext.segments
    translations = bitext.translations[language.code]
    for index, (segment, translation) in enumerate(zip(segments, translations, strict=True)):
        unit = _element("tu", tuid=f"{bitext.article.name}-{segment.id}", creationid=MACHINE)
        unit.extend(_notes(segment, translation, findings.get(segment.id, [])))
        unit.extend(_props(translation))
        if index > 0:
            unit.append(_prop("x-context-pre", segments[index - 1].source, KOREAN))
        if index + 1 < len(segments):
            unit.append(_prop("x-context-post", segments[index + 1].source, KOREAN))
        unit.append(_variant(KOREAN, segment.source))
        unit.append(_variant(language, translation.text, creationid=MACHINE))
        _indent(unit, 2)
        yield unit


def _notes(segment: Segment, translation: Translation, findings: list[Finding]) -> list[etree._Element]:
    texts = [f"{finding.severity} · {finding.check}: {finding.message}" for finding in findings]
    for where, text in (("source", segment.source), ("target", translation.text)):
        if left_out := report(text):
            texts.append(f"{where}: {left_out}")
    return [_element("note", text) for text in texts]


def _props(translation: Translation) -> list[etree._Element]:
    props = [("x-segment", translation.segment), ("x-origin", str(translation.origin))]
    if translation.engine:
        props += [("x-engine", translation.engine), ("x-score", f"{translation.score:.2f}")]
    status = _term_status(translation)
    props.append(("x-term-status", status))
    if status in ("enforced", "waived"):
        props.append(("x-term-rung", str(translation.rung)))
    props += [("x-fault", fault) for fault in translation.faults]
    props += [("x-guessed", name) for name in translation.guessed]
    return [_prop(name, text) for name, text in props]


def _term_status(translation: Translation) -> str:
    missing = [use for use in translation.terms if not use.enforced]
    if translation.rung is Rung.FAILED or any(not use.waiver for use in missing):
        return "failed"
    if not translation.terms:
        return "none"
    return "waived" if missing else "enforced"


def _variant(language: Language, text: str, **attributes: str) -> etree._Element:
    variant = etree.Element("tuv", {LANG: language.tag, **attributes})
    variant.append(_element("seg", text))
    return variant


def _indent(element: etree._Element, depth: int) -> None:
    """Line breaks between the children, two spaces a level; they hold no text of their own."""
    for child in element:
        child.tail = "\n" + "  " * (depth + 1)
    element.text = "\n" + "  " * (depth + 1)
    element[-1].tail = "\n" + "  " * depth
