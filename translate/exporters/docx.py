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

python-docx makes the package (:mod:`translate.exporters.package`), the section with its page, header and footer,
the comments and the core properties. Ours are the styles, settings, fonts and theme, as its template's are not
fit for Korean, and the elements that it has no interface for: content controls, fields, languages.
The same bitext gives the same bytes. Dates are therefore all the same fixed one.
"""

from collections.abc import Sequence

from docx.document import Document
from docx.enum.section import WD_ORIENTATION
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.shared import Twips

from translate import __version__, languages
from translate.article import Bitext
from translate.exporters import package, properties, rows, styles, theme
from translate.exporters.comments import Comments
from translate.exporters.front import front
from translate.exporters.markup import Element, paragraph, run, w
from translate.languages import ENGLISH, KOREAN, Language

__all__ = ["write"]

LONGEST_TITLE = 60  # characters in the page header


def write(bitext: Bitext, targets: Sequence[str]) -> bytes:
    """The DOCX with these target languages (codes), side by side.

    Raises:
        OptionError: An unknown target language.
    """
    wanted = tuple(languages.target(code) for code in targets)
    export_id = properties.export_id(bitext, targets)
    document = package.blank()
    _looks(document, wanted)
    comments = Comments(document)
    _page(document, bitext, export_id)
    package.add(document.part, "word/theme/theme1.xml", CONTENT_TYPE.OFC_THEME, RELATIONSHIP_TYPE.THEME, theme.part())
    end = document.element.body[-1]  # the section's properties
    for element in front(bitext, wanted, export_id):
        end.addprevious(element)
    rows.add(end, bitext, wanted, comments)
    end.addprevious(paragraph("Gap"))
    properties.add(document, bitext, targets, export_id)
    return package.save(document)


def _looks(document: Document, targets: tuple[Language, ...]) -> None:
    """Adds the parts that decide on typefaces and languages."""
    kind, relation, main = CONTENT_TYPE, RELATIONSHIP_TYPE, document.part
    package.add(main, "word/styles.xml", kind.WML_STYLES, relation.STYLES, styles.part(targets))
    package.add(main, "word/settings.xml", kind.WML_SETTINGS, relation.SETTINGS, _settings())
    package.add(main, "word/fontTable.xml", kind.WML_FONT_TABLE, relation.FONT_TABLE, _fonts(targets))


def _page(document: Document, bitext: Bitext, export_id: str) -> None:
    """A4 landscape with header and footer (17.6)."""
    (section,) = document.sections
    section.orientation = WD_ORIENTATION.LANDSCAPE
    section.page_width, section.page_height = Twips(16838), Twips(11906)
    section.top_margin, section.bottom_margin = Twips(1020), Twips(900)
    section.left_margin = section.right_margin = Twips(720)
    section.header_distance, section.footer_distance, section.gutter = Twips(480), Twips(440), Twips(0)
    for story, runs in ((section.header, _header(bitext)), (section.footer, _footer(export_id))):
        story.is_linked_to_previous = False  # python-docx adds the part, with one paragraph in the right style
        story.part.element[0].extend(runs)


def _header(bitext: Bitext) -> list[Element]:
    title = bitext.article.title
    short = title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1]}…"
    return [_korean(short), run(f"\t\t{bitext.article.file}")]


def _korean(text: str) -> Element:
    fonts = w("rFonts", eastAsia=KOREAN.east_asian_font)
    return run(text, fonts, w("lang", eastAsia=KOREAN.tag))


def _footer(export_id: str) -> list[Element]:
    made = run(f"Yeonjae {__version__} · machine translation until a reviewer approves it\texport {export_id}\tPage ")
    return [made, _field("PAGE"), run(" of "), _field("NUMPAGES")]


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
