"""The parts of the DOCX keep to the schemas of ECMA-376 (5th edition, transitional): Word is strict about order.

The tables give, for each element that the exporter writes, the children that its complex type allows, in order
where the schema has a sequence. Elements that are not listed have none.
"""

import io
import posixpath
import zipfile

import pytest
from lxml import etree

from translate import exporters

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SEQUENCES = {
    # Part 1, 17.2 and 17.3: the document, paragraphs, runs
    "document": "background body",
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "pBdr": "top left bottom right between bar",
    "tabs": "tab",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
    "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs "
    "em lang eastAsianLayout specVanish oMath",
    # 17.4: tables
    "tbl": "tblPr tblGrid tr",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "tblGrid": "gridCol",
    "tr": "tblPrEx trPr tc",
    "trPr": "cantSplit tblHeader",
    "tc": "tcPr p",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "tcBorders": "top left bottom right insideH insideV",
    # 17.5: content controls
    "sdt": "sdtPr sdtEndPr sdtContent",
    "sdtPr": "rPr alias tag id lock placeholder temporary showingPlcHdr dataBinding label tabIndex dropDownList",
    "dropDownList": "listItem",
    # 17.6: sections; 17.13: comments
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders pgNumType cols",
    "comments": "comment",
    # 17.7: styles; 17.8: fonts; 17.15: settings
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "rPrDefault": "rPr",
    "pPrDefault": "pPr",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
    "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "fonts": "font",
    "font": "altName panose1 charset family notTrueType pitch sig",
    "settings": "writeProtection view zoom defaultTabStop characterSpacingControl compat themeFontLang",
    "compat": "compatSetting",
}
CHOICES = {
    "body": "p tbl sdt sectPr",
    "p": "pPr r sdt fldSimple commentRangeStart commentRangeEnd",
    "r": "rPr t tab br cr annotationRef commentReference",
    "fldSimple": "r",
    "sdtContent": "r commentRangeStart commentRangeEnd",
    "hdr": "p tbl sdt",
    "ftr": "p tbl sdt",
    "comment": "p tbl sdt",
}
REPEATED = {"tab", "tr", "tc", "p", "gridCol", "listItem", "comment", "style", "font", "compatSetting"}


def problems(root: etree._Element) -> list[str]:
    found = []
    for element in root.iter(f"{{{W}}}*"):
        name = etree.QName(element).localname
        children = [etree.QName(child).localname for child in element]
        allowed = (SEQUENCES.get(name) or CHOICES.get(name, "")).split()
        unknown = [child for child in children if child not in allowed]
        if unknown:
            found.append(f"{name} holds {unknown}")
        elif name in SEQUENCES:
            places = [allowed.index(child) for child in children]
            if places != sorted(places):
                found.append(f"{name} holds {children} in this order")
            single = [child for child in children if child not in REPEATED]
            if len(set(single)) < len(single):
                found.append(f"{name} repeats one of {single}")
    return found


@pytest.fixture
def packages(bitext):
    made = exporters.export(bitext, ["docx"], trilingual=True)
    return {name: zipfile.ZipFile(io.BytesIO(data)) for name, data in made.items()}


def test_children_stand_in_the_order_of_the_schema(packages):
    checked = set()
    for container in packages.values():
        for name in container.namelist():
            root = etree.fromstring(container.read(name))
            if etree.QName(root).namespace == W:
                checked.add(name)
                assert problems(root) == [], name
    parts = ("document", "styles", "settings", "fontTable", "comments", "header1", "footer1")
    assert checked == {f"word/{name}.xml" for name in parts}


def test_first_children_come_first(packages):
    """Where the type is a choice after one leading element, that one leads."""
    for container in packages.values():
        root = etree.fromstring(container.read("word/document.xml"))
        for name, first in (("p", "pPr"), ("r", "rPr")):
            for element in root.iter(f"{{{W}}}{name}"):
                assert all(child.tag != f"{{{W}}}{first}" for child in element[1:])
        body = root[0]
        assert [etree.QName(child).localname for child in body].count("sectPr") == 1
        assert body[-1].tag == f"{{{W}}}sectPr"


def test_the_check_itself_finds_a_wrong_order():
    bad = etree.fromstring(f'<w:tcPr xmlns:w="{W}"><w:shd/><w:tcW/></w:tcPr>')
    assert problems(bad) == ["tcPr holds ['shd', 'tcW'] in this order"]
    assert problems(etree.fromstring(f'<w:tr xmlns:w="{W}"><w:p/></w:tr>')) == ["tr holds ['p']"]


def test_every_part_has_a_type_and_a_relationship(packages):
    """Part 2 (Open Packaging Conventions): content types; relationships lead to every part, nowhere else."""
    for container in packages.values():
        names = container.namelist()
        assert names[0] == "[Content_Types].xml"
        types = etree.fromstring(container.read(names[0]))
        overrides = {element.get("PartName") for element in types if element.tag.endswith("Override")}
        rels = [name for name in names if name.endswith(".rels")]
        parts = [name for name in names if name not in rels and name != names[0]]
        assert overrides == {f"/{name}" for name in parts if name != "customXml/item1.xml"}
        reached = set()
        for name in rels:
            folder = posixpath.dirname(posixpath.dirname(name))
            entries = list(etree.fromstring(container.read(name)))
            assert len({entry.get("Id") for entry in entries}) == len(entries)
            reached |= {posixpath.normpath(posixpath.join(folder, entry.get("Target"))) for entry in entries}
        assert reached == set(parts)


def test_references_lead_somewhere(packages):
    """Styles, comments, headers and footers that the document names are there."""
    for container in packages.values():
        root = etree.fromstring(container.read("word/document.xml"))
        styles = etree.fromstring(container.read("word/styles.xml"))
        known = {style.get(f"{{{W}}}styleId"): style.get(f"{{{W}}}type") for style in styles.iter(f"{{{W}}}style")}
        for tag, kind in (("pStyle", "paragraph"), ("rStyle", "character"), ("tblStyle", "table")):
            used = {element.get(f"{{{W}}}val") for element in root.iter(f"{{{W}}}{tag}")}
            assert used
            assert {known.get(style) for style in used} == {kind}
        based = {element.get(f"{{{W}}}val") for element in styles.iter(f"{{{W}}}basedOn")}
        assert based <= set(known)
        comments = etree.fromstring(container.read("word/comments.xml"))
        ids = [comment.get(f"{{{W}}}id") for comment in comments]
        for tag in ("commentRangeStart", "commentRangeEnd", "commentReference"):
            assert sorted(element.get(f"{{{W}}}id") for element in root.iter(f"{{{W}}}{tag}")) == sorted(ids)
        relations = etree.fromstring(container.read("word/_rels/document.xml.rels"))
        targets = {entry.get("Id"): entry.get("Target") for entry in relations}
        for kind in ("header", "footer"):
            (reference,) = root.iter(f"{{{W}}}{kind}Reference")
            assert targets[reference.get(f"{{{R}}}id")] == f"{kind}1.xml"


def test_ids_of_controls_are_unique_and_positive(packages):
    for container in packages.values():
        root = etree.fromstring(container.read("word/document.xml"))
        ids = [int(element.get(f"{{{W}}}val")) for element in root.iter(f"{{{W}}}id")]
        assert len(set(ids)) == len(ids) > 0
        assert min(ids) > 0
        assert max(ids) < 2**31


def test_tables_are_rectangles(packages):
    """Each row spans the whole grid, and its cells are as wide as the columns that they span."""
    for container in packages.values():
        for table in etree.fromstring(container.read("word/document.xml")).iter(f"{{{W}}}tbl"):
            grid = [int(column.get(f"{{{W}}}w")) for column in table.iter(f"{{{W}}}gridCol")]
            assert sum(grid) == 15398
            for row in table.iter(f"{{{W}}}tr"):
                at = 0
                for cell in row.iter(f"{{{W}}}tc"):
                    span = cell.find(f"{{{W}}}tcPr/{{{W}}}gridSpan")
                    count = int(span.get(f"{{{W}}}val")) if span is not None else 1
                    width = int(cell.find(f"{{{W}}}tcPr/{{{W}}}tcW").get(f"{{{W}}}w"))
                    assert width == sum(grid[at : at + count])
                    at += count
                assert at == len(grid)


def test_zip_tells_nothing_of_time_and_system(packages):
    for container in packages.values():
        entries = container.infolist()
        assert {(entry.date_time, entry.create_system) for entry in entries} == {((1980, 1, 1, 0, 0, 0), 0)}
        assert len({entry.filename for entry in entries}) == len(entries)
        assert container.testzip() is None
