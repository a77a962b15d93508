"""The styles part (ECMA-376 Part 1, 17.7): all looks of the document are here, each with typefaces and language.

Every style that holds text of a language names its typefaces for Latin *and* East Asian letters and its
``w:lang``: Word picks the Han glyphs, the spelling dictionary and the line-breaking rules by them.
"""

from translate.exporters.markup import Element, w
from translate.languages import ENGLISH, KOREAN, TARGETS, Language

__all__ = ["INK", "PALE", "RULE", "SEVERITY", "TINT", "part", "source_style", "target_style"]

INK = "1F3247"  # headings, head of the table
GREY = "66717D"
PALE = "F1F2F4"  # rows that are not translated
TINT = "EAF1F8"  # an interviewer's questions
RULE = "8A99A8"  # where a paragraph begins
HAIR = "D3D9DF"
SEVERITY = {"error": "B3261E", "warning": "9A6400", "note": "2F6690"}
BIDI = ("Arial", "ar-SA")  # typeface and language of right-to-left letters


def part(targets: tuple[Language, ...]) -> Element:
    """``w:styles`` for a document with these target languages."""
    styles = [*_basics(), *_front(targets), *_table()]
    for language in (KOREAN, *targets):
        styles += _body(language)
    styles += _characters()
    return w("styles", _defaults(), *styles)


def source_style(heading: bool) -> str:
    """Id of the paragraph style of source text."""
    return _body_id(KOREAN, heading)


def target_style(language: Language, heading: bool) -> str:
    """Id of the paragraph style of target text."""
    return _body_id(language, heading)


def _body_id(language: Language, heading: bool) -> str:
    return f"Text-{language.code}{'-Heading' if heading else ''}"


def _fonts(language: Language) -> Element:
    return w(
        "rFonts",
        ascii=language.latin_font,
        hAnsi=language.latin_font,
        eastAsia=language.east_asian_font,
        cs=BIDI[0],
    )


def _lang(language: Language) -> Element:
    """``w:lang`` (17.3.2.20): ``val`` for Latin letters, ``eastAsia`` for Hangul and Han."""
    if language in (KOREAN, *TARGETS.values()) and language is not ENGLISH:
        return w("lang", val=ENGLISH.tag, eastAsia=language.tag, bidi=BIDI[1])
    return w("lang", val=language.tag, eastAsia=KOREAN.tag, bidi=BIDI[1])


def _defaults() -> Element:
    run = w("rPr", _fonts(ENGLISH), w("sz", val=20), w("szCs", val=20), _lang(ENGLISH))
    return w(
        "docDefaults",
        w("rPrDefault", run),
        w("pPrDefault", w("pPr", w("spacing", after=0, line=252, lineRule="auto"))),
    )


def _style(
    kind: str,
    identifier: str,
    name: str,
    *,
    based_on: str = "",
    ppr: tuple[Element, ...] = (),
    rpr: tuple[Element, ...] = (),
    tblpr: Element | None = None,
    default: bool = False,
    hidden: bool = False,
) -> Element:
    """``w:style`` (17.7.4.17), its children in the order of CT_Style."""
    attributes = {"type": kind, **({"default": "1"} if default else {}), "styleId": identifier}
    return w(
        "style",
        w("name", val=name),
        w("basedOn", val=based_on) if based_on else None,
        w("uiPriority", val=99 if hidden else 10),
        w("semiHidden") if hidden else None,
        None if hidden else w("qFormat"),
        w("pPr", *ppr) if ppr else None,
        w("rPr", *rpr) if rpr else None,
        tblpr,
        **attributes,
    )


def _size(half_points: int) -> tuple[Element, Element]:
    return w("sz", val=half_points), w("szCs", val=half_points)


def _basics() -> list[Element]:
    rule = w("bottom", val="single", sz=4, space=4, color=HAIR)
    return [
        _style("paragraph", "Normal", "Normal", default=True),
        _style("character", "DefaultParagraphFont", "Default Paragraph Font", default=True, hidden=True),
        _style("paragraph", "Header", "header", based_on="Normal", ppr=(w("pBdr", rule), _tabs()), rpr=_small()),
        _style("paragraph", "Footer", "footer", based_on="Normal", ppr=(_tabs(),), rpr=_small()),
        _style("paragraph", "CommentText", "annotation text", based_on="Normal", rpr=_size(20)),
        _style("character", "CommentReference", "annotation reference", rpr=_size(16)),
    ]


def _tabs() -> Element:
    return w("tabs", w("tab", val="center", pos=7699), w("tab", val="right", pos=15398))


def _small() -> tuple[Element, ...]:
    return (w("color", val=GREY), *_size(16))


def _front(targets: tuple[Language, ...]) -> list[Element]:
    """Title, its translations, the block of facts and the legend."""
    bold_ink = (w("b"), w("bCs"), w("color", val=INK))
    title = (_fonts(KOREAN), *bold_ink, *_size(38), _lang(KOREAN))
    styles = [_style("paragraph", "Title", "Title", based_on="Normal", ppr=(w("spacing", after=40),), rpr=title)]
    for language in targets:
        look = (_fonts(language), w("color", val=GREY), *_size(26), _lang(language))
        name = f"Title {language.tag}"
        styles.append(_style("paragraph", f"Title-{language.code}", name, based_on="Normal", rpr=look))
    kicker = (w("b"), w("caps"), w("color", val=SEVERITY["note"]), w("spacing", val=20), *_size(17))
    label = (w("b"), w("color", val=GREY), *_size(16))
    styles += [
        _style("paragraph", "Kicker", "Kicker", based_on="Normal", ppr=(w("spacing", after=40),), rpr=kicker),
        _style("paragraph", "Label", "Label", based_on="Normal", rpr=label),
        _style("paragraph", "Fact", "Fact", based_on="Normal", rpr=(_fonts(KOREAN), *_size(17), _lang(KOREAN))),
        _style("paragraph", "Code", "Code", based_on="Normal", rpr=(w("color", val=GREY), *_size(14))),
        _style(
            "paragraph", "Legend", "Legend", based_on="Normal", ppr=(w("spacing", before=20, after=20),), rpr=_size(16)
        ),
        _style("paragraph", "Gap", "Gap", based_on="Normal", ppr=(w("spacing", before=0, after=0),), rpr=_size(12)),
    ]
    return styles


def _table() -> list[Element]:
    """What stands around the texts in the big table, and the table styles."""
    head = (w("b"), w("bCs"), w("color", val="FFFFFF"), *_size(18))
    kept = (_fonts(KOREAN), w("noProof"), w("color", val="7C858E"), *_size(17), _lang(KOREAN))
    tight = (w("spacing", before=10, after=10, line=228, lineRule="auto"),)
    note = (_fonts(KOREAN), *_size(15), _lang(KOREAN))
    return [
        _style("paragraph", "Head", "Table Head", based_on="Normal", rpr=head),
        _style("paragraph", "Number", "Segment Number", based_on="Normal", rpr=(w("b"), w("noProof"), *_size(18))),
        _style("paragraph", "Kind", "Block Kind", based_on="Normal", rpr=(w("color", val=GREY), *_size(14))),
        _style("paragraph", "Kept", "Not For Translation", based_on="Normal", rpr=kept),
        _style("paragraph", "Status", "Status", based_on="Normal", rpr=(w("b"), *_size(17))),
        _style("paragraph", "Notes", "Notes", based_on="Normal", ppr=tight, rpr=note),
        _table_style("TableNormal", "Normal Table", None, default=True),
        _table_style("Facts", "Facts", _borders(top=HAIR, bottom=HAIR)),
        _table_style("Segments", "Segments", _borders(top=INK, bottom=INK, insideH=HAIR, insideV=HAIR)),
    ]


def _table_style(identifier: str, name: str, borders: Element | None, *, default: bool = False) -> Element:
    margins = w(
        "tblCellMar",
        w("top", w=0 if default else 50, type="dxa"),
        w("left", w=108, type="dxa"),
        w("bottom", w=0 if default else 50, type="dxa"),
        w("right", w=108, type="dxa"),
    )
    look = w("tblPr", w("tblInd", w=0, type="dxa"), borders, margins)
    based_on = "" if default else "TableNormal"
    return _style("table", identifier, name, based_on=based_on, default=default, hidden=default, tblpr=look)


def _borders(**colours: str) -> Element:
    lines = [w(side, val="single", sz=4, space=0, color=colour) for side, colour in colours.items()]
    return w("tblBorders", *lines)


def _body(language: Language) -> list[Element]:
    """Text of one language, plain and as a heading."""
    plain = (_fonts(language), *_proof(language), *_size(20), _lang(language))
    bold = (w("b"), w("bCs"), *_proof(language), w("color", val=INK))
    heading = (_fonts(language), *bold, *_size(22), _lang(language))
    name = "Source" if language is KOREAN else "Target"
    return [
        _style("paragraph", _body_id(language, False), f"{name} {language.tag}", based_on="Normal", rpr=plain),
        _style("paragraph", _body_id(language, True), f"{name} Heading {language.tag}", based_on="Normal", rpr=heading),
    ]


def _proof(language: Language) -> tuple[Element, ...]:
    return (w("noProof"),) if language is KOREAN else ()  # nobody edits the source


def _characters() -> list[Element]:
    """The marks in the texts."""
    term = (w("u", val="single", color="2A8C7A"), w("shd", val="clear", color="auto", fill="E3F3EF"))
    missing = (
        w("color", val=SEVERITY["error"]),
        w("u", val="wave", color=SEVERITY["error"]),
        w("shd", val="clear", color="auto", fill="FBE6E4"),
    )
    guess = (w("u", val="dotted", color=SEVERITY["warning"]), w("shd", val="clear", color="auto", fill="FFF2CC"))
    styles = [
        _style("character", "Term", "Term", rpr=term),
        _style("character", "MissingTerm", "Missing Term", rpr=missing),
        _style("character", "GuessedName", "Guessed Name", rpr=guess),
        _style("character", "Quiet", "Quiet", rpr=(w("b", val=0), w("color", val=GREY))),
    ]
    for severity, colour in SEVERITY.items():
        look = (w("b"), w("color", val=colour))
        styles.append(_style("character", severity.title(), f"Finding {severity.title()}", rpr=look))
    return styles
