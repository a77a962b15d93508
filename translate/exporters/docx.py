"""The bilingual DOCX: a table to review in Word (ECMA-376, transitional; DESIGN section 4).

A segment is a row: number · source · target(s) · status and notes. The text of each cell is a content control
whose ``w:tag`` says what it holds, so that a reviewed file can be read back whatever was done to its looks::

    yj:12:id, yj:12:source      locked
    yj:12:en                    the translation, to be edited
    yj:12:en:status             machine, reviewed, approved or rejected

They are controls within paragraphs, not around cells: LibreOffice (seen with 7.4) turns a control around a
cell into an input field and loses the comments and the text in front of them. Versions before 7.5 drop the
tags when they save; the number in the first column stays.

A custom XML part (:mod:`translate.exporters.properties`) says which article and export this is, and holds a
hash of each source and target, by which a reader can tell what changed.

The package is written part by part, not from a template: nothing is in it that was not meant, and the same
bitext gives the same bytes. Its dates are therefore all the same fixed one.
"""

from collections.abc import Sequence

from translate import __version__, languages
from translate.article import Bitext
from translate.exporters import properties, styles, theme
from translate.exporters.comments import Comments
from translate.exporters.front import front
from translate.exporters.markup import WORD_NAMESPACES, Element, R, paragraph, run, serialise, w
from translate.exporters.package import Part, build
from translate.exporters.rows import table
from translate.languages import ENGLISH, KOREAN, Language

__all__ = ["write"]

OFFICE = "application/vnd.openxmlformats-officedocument"
WORD = f"{OFFICE}.wordprocessingml"
CORE = "application/vnd.openxmlformats-package.core-properties+xml"
CORE_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
DOCUMENT = "word/document.xml"
CUSTOM = "customXml/item1.xml"
LONGEST_TITLE = 60  # characters in the page header


def write(bitext: Bitext, targets: Sequence[str]) -> bytes:
    """The DOCX with these target languages (codes), side by side.

    Raises:
        OptionError: An unknown target language.
    """
    wanted = tuple(languages.target(code) for code in targets)
    export_id = properties.export_id(bitext, targets)
    comments = Comments()
    rows = table(bitext, wanted, comments)
    body = w("body", *front(bitext, wanted, export_id), rows, paragraph("Gap"), _section())
    main = serialise(w("document", body), WORD_NAMESPACES)  # from here on the comments are complete
    custom = properties.custom(bitext, targets, export_id)
    about_custom = properties.custom_properties(export_id)
    extended = f"{OFFICE}.extended-properties+xml"
    return build(
        [
            Part(DOCUMENT, f"{WORD}.document.main+xml", main, f"{R}/officeDocument"),
            _of_document("styles", styles.part(wanted), 1),
            _of_document("settings", _settings(), 2),
            _of_document("fontTable", _fonts(wanted), 3),
            _of_document("comments", comments.part(), 4),
            _of_document("header", _header(bitext), 5),
            _of_document("footer", _footer(export_id), 6),
            Part("word/theme/theme1.xml", f"{OFFICE}.theme+xml", theme.part(), f"{R}/theme", DOCUMENT, "rId7"),
            Part(CUSTOM, "", custom, f"{R}/customXml", DOCUMENT, "rId8"),
            Part(
                "customXml/itemProps1.xml",
                f"{OFFICE}.customXmlProperties+xml",
                about_custom,
                f"{R}/customXmlProps",
                CUSTOM,
            ),
            Part("docProps/core.xml", CORE, properties.core(bitext), CORE_RELATION, "", "rId2"),
            Part("docProps/app.xml", extended, properties.extended(), f"{R}/extended-properties", "", "rId3"),
        ]
    )


def _of_document(name: str, root: Element, number: int) -> Part:
    data = serialise(root, WORD_NAMESPACES)
    return Part(f"word/{name}.xml", f"{WORD}.{name}+xml", data, f"{R}/{name}", DOCUMENT, f"rId{number}")


def _section() -> Element:
    """A4 landscape with header and footer (17.6)."""
    return w(
        "sectPr",
        Element("w:headerReference", {"w:type": "default", "r:id": "rId5"}),
        Element("w:footerReference", {"w:type": "default", "r:id": "rId6"}),
        w("pgSz", w=16838, h=11906, orient="landscape"),
        w("pgMar", top=1020, right=720, bottom=900, left=720, header=480, footer=440, gutter=0),
    )


def _header(bitext: Bitext) -> Element:
    title = bitext.article.title
    short = title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1]}…"
    return w("hdr", paragraph("Header", _korean(short), run(f"\t\t{bitext.article.file}")))


def _korean(text: str) -> Element:
    fonts = w("rFonts", eastAsia=KOREAN.east_asian_font)
    return run(text, fonts, w("lang", eastAsia=KOREAN.tag))


def _footer(export_id: str) -> Element:
    made = run(f"Yeonjae {__version__} · machine translation until a reviewer approves it\texport {export_id}\tPage ")
    return w("ftr", paragraph("Footer", made, _field("PAGE"), run(" of "), _field("NUMPAGES")))


def _field(name: str) -> Element:
    """A field that Word fills in (17.16.19); 1 stands there until it does."""
    return w("fldSimple", run("1"), instr=f" {name} ")


def _settings() -> Element:
    """Document settings (17.15): no compatibility mode, languages for whatever a reviewer types."""
    mode = w("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15)
    return w(
        "settings",
        w("zoom", percent=100),
        w("defaultTabStop", val=720),
        w("characterSpacingControl", val="doNotCompress"),
        w("compat", mode),
        w("themeFontLang", val=ENGLISH.tag, eastAsia=KOREAN.tag, bidi="ar-SA"),
    )


def _fonts(targets: Sequence[Language]) -> Element:
    """The font table (17.8.3): a free typeface to take where Office's is missing."""
    free: dict[str, str] = {}
    for language in (KOREAN, *targets):
        free.setdefault(language.east_asian_font, KOREAN.open_font if language is ENGLISH else language.open_font)
        free.setdefault(language.latin_font, ENGLISH.open_font)
    fonts = [w("font", w("altName", val=free[name]), name=name) for name in sorted(free)]
    return w("fonts", *fonts)
