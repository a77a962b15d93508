"""DOCX: structure in document order, notes, tracked changes, hidden text."""

import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from translate.article import Article, Kind

Reader = Callable[..., Article]
W = nsdecls("w")
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RUN = "<w:r><w:t>{}</w:t></w:r>"
READING, BASE = RUN.format("한"), RUN.format("漢")
RUBY = f"<w:r><w:ruby><w:rt>{READING}</w:rt><w:rubyBase>{BASE}</w:rubyBase></w:ruby></w:r>"


def saved(document: Any) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def with_body(*elements: str, styles: str = "") -> bytes:
    """A document whose body holds these elements of WordprocessingML; ``styles`` are added to its styles."""
    document = docx.Document()
    body = document.element.body
    for element in elements:
        body.insert(len(body) - 1, parse_xml(re.sub(r"^<w:\w+", rf"\g<0> {W}", element)))
    for style in re.findall("<w:style .*?</w:style>", styles, re.DOTALL):
        document.styles.element.append(parse_xml(style.replace("<w:style ", f"<w:style {W} ", 1)))
    return saved(document)


def with_parts(data: bytes, parts: dict[str, str]) -> bytes:
    """The container with parts added (footnotes.xml …), each related to the main part, or replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename == "word/_rels/document.xml.rels":
                added = "".join(
                    f'<Relationship Id="x{i}" Type="{RELATED}/{name[:-4]}" Target="{name}"/>'
                    for i, name in enumerate(parts)
                )
                content = content.replace(b"</Relationships>", added.encode() + b"</Relationships>")
            new.writestr(entry, content)
        for name, content in parts.items():
            new.writestr(f"word/{name}", content)
    return out.getvalue()


def notes(kind: str, texts: dict[int, str]) -> str:
    inside = "".join(
        f'<w:{kind} w:id="{i}"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:{kind}>' for i, text in texts.items()
    )
    separator = f'<w:{kind} w:id="-1" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
    return f'<w:{kind}s xmlns:w="{WORD}">{separator}{inside}</w:{kind}s>'


def p(*runs: str, properties: str = "") -> str:
    inside = "".join(
        run if run.startswith("<") else f'<w:r><w:t xml:space="preserve">{run}</w:t></w:r>' for run in runs
    )
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def texts(article: Article) -> list[str]:
    return [block.text for block in article.blocks]


def test_structure_and_places(article: Reader) -> None:
    document = docx.Document()
    document.add_heading("새 공장 이야기", 0)
    document.add_paragraph("[아시아엔=안동일 기자] 회사는 짓는다.-편집자")
    document.add_heading("남쪽", 2)
    document.add_paragraph("첫째", style="List Bullet")
    document.add_paragraph("그 가운데", style="List Bullet 2")
    document.add_paragraph("둘째", style="List Number")
    table = document.add_table(2, 2)
    for i, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"칸 {i}"
    document.add_paragraph("공장 사진", style="Caption")
    document.add_paragraph("끝이다.")
    got = article(saved(document), "a.docx")
    assert [(b.kind.value, b.level, str(b.place), b.text) for b in got.blocks] == [
        ("heading", 1, "paragraph 1", "새 공장 이야기"),
        ("byline", 0, "paragraph 2", "[아시아엔=안동일 기자]"),
        ("paragraph", 0, "paragraph 2", "회사는 짓는다."),
        ("note", 0, "paragraph 2", "-편집자"),
        ("heading", 2, "paragraph 3", "남쪽"),
        ("item", 1, "paragraph 4", "첫째"),
        ("item", 2, "paragraph 5", "그 가운데"),
        ("item", 1, "paragraph 6", "둘째"),
        ("cell", 0, "table 1, row 1, cell 1", "칸 0"),
        ("cell", 0, "table 1, row 1, cell 2", "칸 1"),
        ("cell", 0, "table 1, row 2, cell 1", "칸 2"),
        ("cell", 0, "table 1, row 2, cell 2", "칸 3"),
        ("caption", 0, "paragraph 7", "공장 사진"),
        ("paragraph", 0, "paragraph 8", "끝이다."),
    ]
    assert (got.format, got.encoding, got.notices) == ("docx", "", ())


@pytest.mark.parametrize(
    ("properties", "kind", "level"),
    [
        ('<w:pStyle w:val="Title"/>', Kind.HEADING, 1),
        ('<w:pStyle w:val="Subtitle"/>', Kind.HEADING, 2),
        ('<w:pStyle w:val="Heading3"/>', Kind.HEADING, 3),
        ('<w:pStyle w:val="Heading9"/>', Kind.HEADING, 6),
        ('<w:outlineLvl w:val="1"/>', Kind.HEADING, 2),
        ('<w:pStyle w:val="Heading1"/><w:outlineLvl w:val="9"/>', Kind.PARAGRAPH, 0),
        ('<w:numPr><w:ilvl w:val="2"/><w:numId w:val="5"/></w:numPr>', Kind.ITEM, 3),
        ('<w:numPr><w:numId w:val="0"/></w:numPr>', Kind.PARAGRAPH, 0),
        ('<w:pStyle w:val="ListBullet"/><w:numPr><w:numId w:val="0"/></w:numPr>', Kind.PARAGRAPH, 0),
        ('<w:pStyle w:val="Own"/>', Kind.HEADING, 2),
        ('<w:pStyle w:val="Circle"/>', Kind.PARAGRAPH, 0),
        ('<w:pStyle w:val="Missing"/>', Kind.PARAGRAPH, 0),
    ],
)
def test_kinds_by_style(article: Reader, properties: str, kind: Kind, level: int) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="own"/><w:basedOn w:val="Heading2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Circle"><w:name w:val="x"/><w:basedOn w:val="Circle"/></w:style>'
    )
    got = article(with_body(p("회사는 짓는다.", properties=properties), styles=styles), "a.docx")
    assert [(b.kind, b.level) for b in got.blocks] == [(kind, level)]


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        (["가", "<w:r><w:tab/></w:r>", "나."], ["가 나."]),
        (["가.", "<w:r><w:br/></w:r>", "나."], ["가.", "나."]),
        (["가", "<w:r><w:noBreakHyphen/></w:r>", "나."], ["가\u2011나."]),
        (["가", '<w:ins w:id="1" w:author="x"><w:r><w:t>나</w:t></w:r></w:ins>', "다."], ["가나다."]),
        (["가", '<w:del w:id="1" w:author="x"><w:r><w:delText>나</w:delText></w:r></w:del>', "다."], ["가다."]),
        (["가", '<w:moveFrom w:id="1" w:author="x"><w:r><w:t>나</w:t></w:r></w:moveFrom>', "다."], ["가다."]),
        (["가", '<w:moveTo w:id="1" w:author="x"><w:r><w:t>나</w:t></w:r></w:moveTo>', "다."], ["가나다."]),
        (["가", "<w:hyperlink><w:r><w:t>나</w:t></w:r></w:hyperlink>", "다."], ["가나다."]),
        (["가", "<w:sdt><w:sdtContent><w:r><w:t>나</w:t></w:r></w:sdtContent></w:sdt>", "다."], ["가나다."]),
        (["가", "<w:r><w:rPr><w:vanish/></w:rPr><w:t>나</w:t></w:r>", "다."], ["가다."]),
        (["가", '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>나</w:t></w:r>', "다."], ["가나다."]),
        (["가", '<w:r><w:rPr><w:rStyle w:val="Ghost"/></w:rPr><w:t>나</w:t></w:r>', "다."], ["가다."]),
        (["가", RUBY, "."], ["가漢."]),
        (
            [
                '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
                '<w:r><w:t>코드</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>',
                "결과",
                '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
                "다.",
            ],
            ["결과다."],
        ),
    ],
)  # fmt: skip
def test_inside_a_paragraph(article: Reader, runs: list[str], expected: list[str]) -> None:
    styles = '<w:style w:type="character" w:styleId="Ghost"><w:name w:val="g"/><w:rPr><w:vanish/></w:rPr></w:style>'
    assert texts(article(with_body(p(*runs), styles=styles), "a.docx")) == expected


def test_tracked_deletions_and_hidden_text_are_reported(article: Reader) -> None:
    deleted = '<w:del w:id="1" w:author="x"><w:r><w:delText>나</w:delText></w:r></w:del>'
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>비밀</w:t></w:r>"
    got = article(with_body(p("가", deleted, hidden, deleted, ".")), "a.docx")
    assert got.notices == ("tracked changes: 2 deletions left out", "hidden text left out: 1 run")


def test_a_deleted_paragraph_mark_joins_two_paragraphs(article: Reader) -> None:
    mark = '<w:rPr><w:del w:id="1" w:author="x"/></w:rPr>'
    got = article(with_body(p("앞과 ", properties=mark), p("뒤다."), p("끝이다.", properties=mark)), "a.docx")
    assert texts(got) == ["앞과 뒤다.", "끝이다."]


def test_a_deleted_row_does_not_count(article: Reader) -> None:
    row = "<w:tr><w:trPr>{}</w:trPr><w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr>"
    deleted = '<w:del w:id="1" w:author="x"/>'
    rows = row.format("", "하나") + row.format(deleted, "둘") + row.format("", "셋")
    got = article(with_body(f"<w:tbl>{rows}</w:tbl>"), "a.docx")
    assert [(b.text, str(b.place)) for b in got.blocks] == [
        ("하나", "table 1, row 1, cell 1"),
        ("셋", "table 1, row 3, cell 1"),
    ]


def test_notes_follow_the_paragraph_that_refers_to_them(article: Reader) -> None:
    first = p(
        "가", '<w:r><w:footnoteReference w:id="7"/></w:r>', "나", '<w:r><w:endnoteReference w:id="2"/></w:r>', "."
    )
    second = p("다", '<w:r><w:footnoteReference w:id="3"/></w:r>', ".")
    data = with_parts(
        with_body(first, second),
        {
            "footnotes.xml": notes("footnote", {3: "발 셋", 7: "발 일곱"}),
            "endnotes.xml": notes("endnote", {2: "끝 둘"}),
        },
    )
    got = article(data, "a.docx")
    assert [(b.kind.value, b.text, str(b.place)) for b in got.blocks] == [
        ("paragraph", "가나.", "paragraph 1"),
        ("note", "발 일곱", "footnote 1"),
        ("note", "끝 둘", "endnote 1"),
        ("paragraph", "다.", "paragraph 2"),
        ("note", "발 셋", "footnote 2"),
    ]


def test_a_note_that_refers_to_itself_or_to_nothing(article: Reader) -> None:
    note = notes("footnote", {1: "발</w:t></w:r><w:r><w:footnoteReference w:id='1'/></w:r><w:r><w:t>"})
    body = with_body(p("가", '<w:r><w:footnoteReference w:id="1"/><w:footnoteReference w:id="9"/></w:r>', "."))
    assert texts(article(with_parts(body, {"footnotes.xml": note}), "a.docx")) == ["가.", "발"]


BOX = (
    '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<mc:Choice Requires="wps"><w:drawing><w:txbxContent><w:p><w:r><w:t>상자다.</w:t></w:r></w:p></w:txbxContent>'
    "</w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>상자다.</w:t></w:r></w:p>"
    "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def test_a_text_box_is_read_once_after_its_paragraph(article: Reader) -> None:
    got = article(with_body(p("앞과 ", BOX, "뒤다."), p("끝이다.")), "a.docx")
    assert [(b.text, str(b.place)) for b in got.blocks] == [
        ("앞과 뒤다.", "paragraph 1"),
        ("상자다.", "text box 1"),
        ("끝이다.", "paragraph 2"),
    ]


def test_nested_tables_and_content_controls(article: Reader) -> None:
    inner = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>속</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    outer = (
        "<w:tbl><w:tr><w:sdt><w:sdtContent><w:tc><w:p><w:r><w:t>겉</w:t></w:r></w:p>"
        f"{inner}<w:p/></w:tc></w:sdtContent></w:sdt></w:tr></w:tbl>"
    )
    got = article(
        with_body(outer, "<w:sdt><w:sdtContent><w:p><w:r><w:t>끝이다.</w:t></w:r></w:p></w:sdtContent></w:sdt>"),
        "a.docx",
    )
    assert [(b.text, str(b.place)) for b in got.blocks] == [
        ("겉", "table 1, row 1, cell 1"),
        ("속", "table 2, row 1, cell 1"),
        ("끝이다.", "paragraph 1"),
    ]


def test_contents_are_furniture(article: Reader) -> None:
    styles = '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    got = article(with_body(p("공장 1", properties='<w:pStyle w:val="TOC1"/>'), p("말이다."), styles=styles), "a.docx")
    assert [b.kind.value for b in got.blocks] == ["furniture", "paragraph"]


def test_the_strict_variant_is_read(article: Reader) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(with_body(p("말이다.")))) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            content = old.read(entry)
            content = content.replace(WORD.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
            content = content.replace(RELATED.encode(), b"http://purl.oclc.org/ooxml/officeDocument/relationships")
            new.writestr(entry, content)
    assert texts(article(out.getvalue(), "a.docx")) == ["말이다."]


def test_external_parts_are_never_looked_for(article: Reader) -> None:
    out = io.BytesIO()
    heading = p("공장", properties='<w:pStyle w:val="Heading1"/>')
    external = f'<Relationship Id="x" Type="{RELATED}/styles" Target="http://a.example/" TargetMode="External"/>'
    with zipfile.ZipFile(io.BytesIO(with_body(heading))) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename == "word/_rels/document.xml.rels":
                content = content.replace(b"<Relationship ", external.encode() + b"<Relationship ", 1)
            new.writestr(entry, content)
    assert [b.kind for b in article(out.getvalue(), "a.docx").blocks] == [Kind.HEADING]


def test_an_interview_in_word(article: Reader) -> None:
    got = article(with_body(p("-왜 짓나?"), p("“좋아서다.”")), "a.docx")
    assert [(b.kind.value, b.turn) for b in got.blocks] == [("question", 1), ("answer", 1)]


@pytest.mark.parametrize(
    "formula",
    [
        "<m:limLow><m:e>{0}</m:e><m:lim>{1}</m:lim></m:limLow>",
        "<m:acc><m:e>{0}{1}</m:e></m:acc>",
        "<m:rad><m:deg>{0}</m:deg><m:e>{1}</m:e></m:rad>",
        "<m:m><m:mr><m:e>{0}</m:e><m:e>{1}</m:e></m:mr></m:m>",
        "<m:eqArr><m:e>{0}</m:e><m:e>{1}</m:e></m:eqArr>",
    ],
)
def test_words_in_formulas_are_read(article: Reader, formula: str) -> None:
    words = formula.format("<m:r><m:t>값</m:t></m:r>", "<m:r><m:t>수</m:t></m:r>")
    math = f'<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">{words}</m:oMath>'
    got = article(with_body(f"<w:p>{RUN.format('이는 ')}{math}{RUN.format('다.')}</w:p>"), "a.docx")
    assert [block.text for block in got.blocks] == ["이는 값수다."]


DIAGRAM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
VML = "urn:schemas-microsoft-com:vml"
EMBEDDED = {
    "diagram": f'<w:p><w:r><w:drawing><a:graphicData xmlns:a="{A}" uri="{DIAGRAM}"/></w:drawing></w:r></w:p>',
    "WordArt": f'<w:p><w:r><w:pict><v:textpath xmlns:v="{VML}" string="말"/></w:pict></w:r></w:p>',
    "import": f'<w:altChunk xmlns:r="{RELATED}" r:id="x9"/>',
}


@pytest.mark.parametrize("what", sorted(EMBEDDED))
def test_text_in_parts_that_are_not_read_is_told(article: Reader, what: str) -> None:
    got = article(with_body(f"<w:p>{RUN.format('말이다.')}</w:p>", EMBEDDED[what]), "a.docx")
    assert got.notices == ("left out, copy their text if it matters: 1 of charts, diagrams, WordArt, imports",)


def test_a_picture_is_not_told(article: Reader) -> None:
    picture = EMBEDDED["diagram"].replace("/diagram", "/picture")
    assert article(with_body(f"<w:p>{RUN.format('말이다.')}</w:p>", picture), "a.docx").notices == ()
