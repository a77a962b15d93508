"""What stands before the table: title, facts about the source and the run, legend."""

from collections import Counter
from collections.abc import Sequence

from translate.article import Bitext, Kind, Severity
from translate.exporters.markup import Element, paragraph, run, w
from translate.exporters.rows import WIDTH
from translate.languages import CHINESE, KOREAN, Language

__all__ = ["front", "titles"]

LABEL = 1500  # width of the labels, twentieths of a point


def front(bitext: Bitext, targets: Sequence[Language], export_id: str) -> list[Element]:
    """The paragraphs and tables above the big table."""
    pair = " · ".join([KOREAN.name, *(language.name for language in targets)])
    kind = "Bilingual" if len(targets) == 1 else "Trilingual"
    result = [
        paragraph("Kicker", run(f"{kind} review copy — {pair}")),
        paragraph("Title", run(bitext.article.title)),
    ]
    for language, title in zip(targets, titles(bitext, targets), strict=True):
        if title:
            hint = w("rFonts", hint="eastAsia") if language is CHINESE else None
            result.append(paragraph(f"Title-{language.code}", run(title, hint)))
    result += [paragraph("Gap"), _facts(_about(bitext, targets, export_id), str(bitext.signature)), paragraph("Gap")]
    return [*result, _legend(), paragraph("Gap")]


def titles(bitext: Bitext, targets: Sequence[Language]) -> list[str]:
    """The translation of the first heading in each language; empty where the article has no heading."""
    blocks = bitext.article.blocks
    heading = next((index for index, block in enumerate(blocks) if block.kind is Kind.HEADING), None)
    wanted = {segment.id for segment in bitext.segments if segment.block == heading}
    result = []
    for language in targets:
        parts = [made.text for made in bitext.translations[language.code] if made.segment in wanted]
        result.append(("" if language is CHINESE else " ").join(parts))
    return result


def _about(bitext: Bitext, targets: Sequence[Language], export_id: str) -> list[tuple[str, str]]:
    article, signature = bitext.article, bitext.signature
    codes = [language.code for language in targets]
    kept = sum(not block.translatable for block in article.blocks)
    text = f"{len(bitext.segments)} in {_count(len(article.blocks), 'block')}"
    engines = [f"{signature.engines.get(code, '—')} (#{signature.models.get(code, '—')})" for code in codes]
    glossary = ", ".join(bitext.glossaries) or "none"
    return [
        ("Source file", f"{article.file} ({article.encoding or article.format})"),
        ("Segments", f"{text}, {kept} not for translation" if kept else text),
        ("SHA-256", f"{article.sha256[:16]}…"),
        ("Terms", _terms(bitext, codes)),
        ("Engine", "\n".join(engines)),
        ("Findings", _findings(bitext, codes)),
        ("Glossary", f"{glossary} (#{signature.glossary})" if signature.glossary else glossary),
        ("Export", export_id),
        *(("Reader", notice) for notice in article.notices),
    ]


def _terms(bitext: Bitext, codes: Sequence[str]) -> str:
    uses = [use for code in codes for made in bitext.translations[code] for use in made.terms]
    missing = sum(not (use.enforced or use.waiver) for use in uses)
    return f"{_count(len(uses), 'occurrence')}, {len(uses) - missing} in an accepted form, {missing} missing"


def _findings(bitext: Bitext, codes: Sequence[str]) -> str:
    found = Counter(finding.severity for finding in bitext.findings if finding.language in codes)
    return ", ".join(_count(found[severity], severity) for severity in Severity)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _facts(facts: Sequence[tuple[str, str]], signature: str) -> Element:
    """Two facts a row, the signature across below them."""
    value = WIDTH // 2 - LABEL
    widths = [LABEL, value, LABEL, WIDTH - value - 2 * LABEL]
    rows = []
    for index in range(0, len(facts), 2):
        pair = [*facts[index : index + 2], ("", "")][:2]
        cells = []
        for (label, text), label_width, width in zip(pair, widths[::2], widths[1::2], strict=True):
            cells += [_cell(label_width, paragraph("Label", run(label))), _cell(width, paragraph("Fact", run(text)))]
        rows.append(w("tr", w("trPr", w("cantSplit")), *cells))
    last = [
        _cell(LABEL, paragraph("Label", run("Signature"))),
        _cell(WIDTH - LABEL, paragraph("Code", run(signature)), span=3),
    ]
    rows.append(w("tr", w("trPr", w("cantSplit")), *last))
    return _table(widths, rows, "About this export")


def _legend() -> Element:
    columns = [_marks(), _comments(), _statuses()]
    widths = [WIDTH // 3, WIDTH // 3, WIDTH - 2 * (WIDTH // 3)]
    cells = [_cell(width, *content) for width, content in zip(widths, columns, strict=True)]
    return _table(widths, [w("tr", w("trPr", w("cantSplit")), *cells)], "Legend")


def _marks() -> list[Element]:
    return [
        paragraph("Label", run("Marks")),
        _entry("glossary term", "Term", "an accepted form stands in the translation"),
        _entry("missing term", "MissingTerm", "no accepted form of it does; see the comment"),
        _entry("guessed name", "GuessedName", "only spelled by sound; look it up"),
        _entry("Rows", "Quiet", "a heavy line begins a paragraph; blue is a question (Q3, its answers A3)"),
    ]


def _comments() -> list[Element]:
    return [
        paragraph("Label", run("Comments and findings")),
        _entry("ERROR", "Error", "wrong as it stands: do not approve"),
        _entry("WARNING", "Warning", "probably wrong: compare with the source"),
        _entry("NOTE", "Note", "worth a look"),
        _entry("Editing", "Quiet", "change the translations and their status; numbers and source are locked"),
    ]


def _statuses() -> list[Element]:
    return [
        paragraph("Label", run("Status, a list in the last column")),
        _entry("machine", "", "raw machine output, seen by nobody"),
        _entry("reviewed", "", "read and corrected"),
        _entry("approved", "", "final; only this may enter the memory"),
        _entry("rejected", "", "not to be used"),
    ]


def _entry(sample: str, style: str, meaning: str) -> Element:
    look = w("rStyle", val=style) if style else w("b")
    return paragraph("Legend", run(sample, look), run(f"  {meaning}"))


def _cell(width: int, *content: Element, span: int = 1) -> Element:
    size = w("tcW", w=width, type="dxa")
    return w("tc", w("tcPr", size, w("gridSpan", val=span) if span > 1 else None), *content)


def _table(widths: Sequence[int], rows: Sequence[Element], caption: str) -> Element:
    properties = w(
        "tblPr",
        w("tblStyle", val="Facts"),
        w("tblW", w=WIDTH, type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblLook", val="0000", firstRow=0, lastRow=0, firstColumn=0, lastColumn=0, noHBand=0, noVBand=0),
        w("tblCaption", val=caption),
    )
    return w("tbl", properties, w("tblGrid", *(w("gridCol", w=width) for width in widths)), *rows)
