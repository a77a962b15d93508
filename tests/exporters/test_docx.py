"""What a reviewer finds in the DOCX."""

import io
from dataclasses import replace
from itertools import pairwise

import docx
import pytest

from translate.article import Finding, Kind, Severity
from translate.exporters.docx import write
from translate.exporters.properties import digest

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
EXPORT = "{urn:yeonjae:export:1}"


def value(element, path):
    """The ``w:val`` of the element at ``path`` (names joined by ``/``), None where there is none."""
    found = element.find("/".join(f"{W}{name}" for name in path.split("/")))
    return None if found is None else found.get(f"{W}val")


@pytest.fixture
def english(bitext):
    return write(bitext, ["en"])


@pytest.fixture
def both(bitext):
    return write(bitext, ["en", "zh"])


@pytest.fixture
def rows(part):
    """The rows of the big table after its head, each as its cells."""

    def read(data):
        table = part(data).findall(f".//{W}tbl")[-1]
        return [row.findall(f"{W}tc") for row in table.findall(f"{W}tr")][1:]

    return read


@pytest.fixture
def segment_row(rows):
    """The cells of the row of one segment."""

    def find(data, number):
        wanted = f"yj:{number}:id"
        return next(cells for cells in rows(data) if any(e.get(f"{W}val") == wanted for e in cells[0].iter(f"{W}tag")))

    return find


def comments(part, data):
    """Id → text of each comment."""
    root = part(data, "word/comments.xml")
    return {c.get(f"{W}id"): "".join(t.text for t in c.iter(f"{W}t")) for c in root}


def commented(element, number):
    """The text between the borders of a comment."""
    inside, pieces = False, []
    for node in element.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}t"):
        if node.get(f"{W}id") == number:
            inside = node.tag == f"{W}commentRangeStart"
        elif node.tag == f"{W}t" and inside:
            pieces.append(node.text)
    return "".join(pieces)


def test_every_segment_is_a_row_with_its_texts(bitext, both, controls):
    found = controls(both)
    for index, segment in enumerate(bitext.segments):
        assert found[f"yj:{segment.id}:id"] == segment.id
        assert found[f"yj:{segment.id}:source"] == segment.source
        for code in ("en", "zh"):
            assert found[f"yj:{segment.id}:{code}"] == bitext.translations[code][index].text
            assert found[f"yj:{segment.id}:{code}:status"] == "machine"
    assert len(found) == 6 * len(bitext.segments)


def test_rows_follow_the_article(bitext, english, rows, text):
    """Segments in order; furniture and code stand between them, across the row, outside of any control."""
    expected = []
    for index, block in enumerate(bitext.article.blocks):
        if block.translatable:
            expected += [segment.id for segment in bitext.segments if segment.block == index]
        else:
            expected.append(block.text)
    found = []
    for cells in rows(english):
        if len(cells) == 1:
            assert cells[0].find(f".//{W}sdt") is None
            assert text(cells[0][1]).startswith("Not for translation · ")
            assert value(cells[0], "tcPr/gridSpan") == "4"
            found.append(text(cells[0][2]))
        else:
            found.append(text(cells[0][1]))
    assert found == expected


@pytest.mark.parametrize(
    ("number", "label"),
    [
        ("1", "Heading"),
        ("2", "Byline"),
        ("3", "¶ 3"),
        ("4", None),
        ("5", "Note"),
        ("6", "Q1"),
        ("7", None),
        ("8", "A1"),
        ("10", "Q2"),
        ("18", "Caption"),
    ],
)
def test_first_segment_of_a_block_says_what_it_is(english, segment_row, text, number, label):
    lines = [text(paragraph) for paragraph in segment_row(english, number)[0].findall(f"{W}p")]
    assert lines == ([number] if label is None else [number, label])


def test_paragraphs_questions_and_headings_can_be_seen(english, segment_row):
    def ruled(number):
        return [cell.find(f"{W}tcPr/{W}tcBorders/{W}top") is not None for cell in segment_row(english, number)]

    def tinted(number):
        return [cell.find(f"{W}tcPr/{W}shd") is not None for cell in segment_row(english, number)]

    # the byline begins the source paragraph; its text and the editor's mark go on in it
    assert {number: ruled(number)[0] for number in ("1", "2", "3", "5", "6", "7")} == {
        "1": True,
        "2": True,
        "3": False,
        "5": False,
        "6": True,
        "7": False,
    }
    assert ruled("6") == [True] * 4
    assert (tinted("6"), tinted("8")) == ([True] * 4, [False] * 4)
    styles = [value(cell, "p/pPr/pStyle") for cell in segment_row(english, "1")]
    assert styles == ["Number", "Text-ko-Heading", "Text-en-Heading", "Status"]


def test_a_question_stays_with_its_answer(english, segment_row):
    """All paragraphs of a question's row are kept with the next row; those of an answer's are not."""

    def kept(number):
        paragraphs = [p for cell in segment_row(english, number) for p in cell.iter(f"{W}p")]
        return {paragraph.find(f"{W}pPr/{W}keepNext") is not None for paragraph in paragraphs}

    assert (kept("1"), kept("6"), kept("10"), kept("8")) == ({True}, {True}, {True}, {False})


def test_head_is_repeated_and_rows_do_not_split(part, both, text):
    table = part(both).findall(f".//{W}tbl")[-1]
    head, *others = table.findall(f"{W}tr")
    assert [text(cell) for cell in head.findall(f"{W}tc")] == [
        "No.",
        "Korean (source)",
        "English",
        "Chinese (Simplified)",
        "Status · notes",
    ]
    assert head.find(f"{W}trPr/{W}tblHeader") is not None
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in [head, *others])
    assert all(row.find(f"{W}trPr/{W}tblHeader") is None for row in others)


def test_locks_and_kinds_of_controls(part, english):
    locks, kinds = {}, {}
    for control in part(english).iter(f"{W}sdt"):
        what = value(control, "sdtPr/tag").split(":", 2)[2]
        locks.setdefault(what, set()).add(value(control, "sdtPr/lock"))
        choices = [item.get(f"{W}value") for item in control.findall(f"{W}sdtPr/{W}dropDownList/{W}listItem")]
        kinds.setdefault(what, []).append(choices)
    assert locks == {
        "id": {"sdtContentLocked"},
        "source": {"sdtContentLocked"},
        "en": {"sdtLocked"},
        "en:status": {"sdtLocked"},
    }
    assert all(choices == ["machine", "reviewed", "approved", "rejected"] for choices in kinds["en:status"])
    assert not any(choices for what in ("id", "source", "en") for choices in kinds[what])


def marked(cell):
    """Text → character style of the marked runs of a cell."""
    return {
        "".join(t.text for t in run.iter(f"{W}t")): value(run, "rPr/rStyle")
        for run in cell.iter(f"{W}r")
        if value(run, "rPr/rStyle") not in (None, "CommentReference")
    }


def test_terms_and_guessed_names_are_marked(both, segment_row):
    _, source, english, chinese, _ = segment_row(both, "8")
    assert (marked(source), marked(english), marked(chinese)) == (
        {"알라비바": "Term"},
        {"Alibaba": "Term"},
        {"阿里巴巴": "Term"},
    )
    _, source, english, chinese, _ = segment_row(both, "9")  # missing in English, there in Chinese
    assert (marked(source), marked(english), marked(chinese)) == ({"요우커": "MissingTerm"}, {}, {"游客": "Term"})
    _, _, english, chinese, _ = segment_row(both, "11")
    assert marked(english) == marked(chinese) == {"Do Ha-ram": "GuessedName"}


def test_a_term_missing_in_the_other_language_is_not_red_here(bitext, segment_row):
    source = segment_row(write(bitext, ["zh"]), "9")[1]
    assert marked(source) == {"요우커": "Term"}


def test_findings_are_comments_at_their_span(part, english, segment_row):
    texts = comments(part, english)
    at = {message: commented(part(english), number) for number, message in texts.items()}
    assert at == {
        "ERROR · numbers: 5,000 (5000개) is missing, 500 is not in the source": "500",
        "ERROR · terms: no accepted form of 요우커: Youke, Chinese tourists": "요우커",
        "NOTE · length: unusually short": "And your plans?",
        'NOTE · brackets: overlaps the next & holds < > "': 'wrote a < b & c > d, "R&D',
        "NOTE · quotes: straight quotes": '"R&D_budget"',
        "ERROR · empty: the translation is empty": "",
        "ERROR · term missing: 마윈 → Jack Ma": "마윈",
    }
    assert list(texts) == [str(number) for number in range(7)]  # in the order of the document
    places = [node.get(f"{W}id") for node in part(english).iter(f"{W}commentRangeStart")]
    assert places == list(texts)


def test_comments_have_one_author_and_one_fixed_date(part, both):
    root = part(both, "word/comments.xml")
    facts = {(c.get(f"{W}author"), c.get(f"{W}initials"), c.get(f"{W}date")) for c in root}
    assert facts == {("Yeonjae", "YJ", "2000-01-01T00:00:00Z")}


def test_comment_in_the_source_names_the_language_where_there_are_two(part, both):
    texts = list(comments(part, both).values())
    assert "ERROR · English · term missing: 마윈 → Jack Ma" in texts
    assert "ERROR · English · terms: no accepted form of 요우커: Youke, Chinese tourists" in texts
    assert len(texts) == 9


def test_terms_finding_about_something_else_does_not_hide_a_missing_term(part, bitext):
    other = Finding("terms", Severity.WARNING, "9", "en", "forbidden: folks")
    changed = replace(bitext, findings=(other,))
    data = write(changed, ["en"])
    at = {text: commented(part(data), number) for number, text in comments(part, data).items()}
    assert at["ERROR · term missing: 요우커 → Youke / Chinese tourists"] == "요우커"
    assert at["WARNING · terms: forbidden: folks"].startswith("We help")


def test_notes_column(both, segment_row, text):
    def lines(number):
        return [text(paragraph) for paragraph in segment_row(both, number)[-1].findall(f"{W}p")]

    assert lines("8") == [
        "EN machine",
        "ERROR numbers: 5,000 (5000개) is missing, 500 is not in the source",
        "ZH machine",
    ]
    assert lines("15") == ["EN machine", "Repeat as an earlier segment", "ZH machine", "Repeat as an earlier segment"]
    assert lines("17") == [
        "EN machine",
        "ERROR empty: the translation is empty",
        "Faulty output empty",
        "ZH machine",
        "WARNING loop: “创业” is repeated",
        "Faulty output loop, short",
    ]
    assert lines("11")[3] == "Guessed Do Ha-ram"


def test_long_findings_are_cut_in_the_column_but_not_in_the_comment(part, bitext, segment_row, text):
    message = "x" * 500
    changed = replace(bitext, findings=(Finding("length", Severity.NOTE, "3", "en", message),))
    data = write(changed, ["en"])
    line = text(segment_row(data, "3")[-1][-1])
    assert line.endswith("x…")
    assert len(line) < 180
    assert f"NOTE · length: {message}" in comments(part, data).values()


@pytest.mark.parametrize(
    ("style", "fonts", "language"),
    [
        ("Text-ko", ("Calibri", "Malgun Gothic"), ("en-US", "ko-KR")),
        ("Text-en", ("Calibri", "Malgun Gothic"), ("en-US", "ko-KR")),
        ("Text-zh", ("Calibri", "Microsoft YaHei"), ("en-US", "zh-CN")),
        ("Text-zh-Heading", ("Calibri", "Microsoft YaHei"), ("en-US", "zh-CN")),
        ("Title", ("Calibri", "Malgun Gothic"), ("en-US", "ko-KR")),
        ("Title-zh", ("Calibri", "Microsoft YaHei"), ("en-US", "zh-CN")),
    ],
)
def test_styles_name_typefaces_and_language(part, both, style, fonts, language):
    """Both sets of letters: python-docx's own ``Font.name`` would set the Latin one only."""
    root = part(both, "word/styles.xml")
    (look,) = [s.find(f"{W}rPr") for s in root.iter(f"{W}style") if s.get(f"{W}styleId") == style]
    faces = look.find(f"{W}rFonts")
    assert tuple(faces.get(f"{W}{name}") for name in ("ascii", "eastAsia")) == fonts
    assert faces.get(f"{W}hAnsi") == fonts[0]
    assert faces.get(f"{W}cs") == "Arial"
    assert tuple(look.find(f"{W}lang").get(f"{W}{name}") for name in ("val", "eastAsia")) == language


def test_defaults_and_settings_speak_korean_and_never_japanese(part, both):
    default = part(both, "word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    assert default.find(f"{W}lang").get(f"{W}eastAsia") == "ko-KR"
    assert default.find(f"{W}rFonts").get(f"{W}eastAsia") == "Malgun Gothic"
    theme = part(both, "word/settings.xml").find(f"{W}themeFontLang")
    assert (theme.get(f"{W}val"), theme.get(f"{W}eastAsia")) == ("en-US", "ko-KR")
    for name in ("document", "styles", "settings", "header1", "footer1", "comments"):
        languages = {node.get(f"{W}eastAsia") for node in part(both, f"word/{name}.xml").iter(f"{W}lang")}
        assert languages <= {"ko-KR", "zh-CN"}


def test_page_is_a4_landscape_with_page_numbers(part, english, text):
    size = part(english).find(f".//{W}sectPr/{W}pgSz")
    assert (size.get(f"{W}w"), size.get(f"{W}h"), size.get(f"{W}orient")) == ("16838", "11906", "landscape")
    fields = [field.get(f"{W}instr") for field in part(english, "word/footer1.xml").iter(f"{W}fldSimple")]
    assert fields == [" PAGE ", " NUMPAGES "]
    header = text(part(english, "word/header1.xml"))
    assert header == "[작은거인 알리바바 마윈⑪] “삼성 이재용과 두번 만나 협력관계 논의했다”\t\t150525_top_kor.txt"


def test_front_tells_what_this_is(bitext, part, both, text):
    lines = [text(paragraph) for paragraph in part(both).iter(f"{W}p")]
    assert lines[:4] == [
        "Trilingual review copy — Korean · English · Chinese (Simplified)",
        bitext.article.title,
        bitext.translations["en"][0].text,
        bitext.translations["zh"][0].text,
    ]
    facts = dict(pairwise(lines))
    assert facts["Source file"] == "150525_top_kor.txt (utf-8)"
    assert facts["SHA-256"] == f"{bitext.article.sha256[:16]}…"
    assert facts["Segments"] == "19 in 13 blocks, 3 not for translation"
    assert facts["Terms"] == "16 occurrences, 14 in an accepted form, 2 missing"
    assert facts["Findings"] == "3 errors, 2 warnings, 3 notes"
    assert facts["Engine"] == "starter 0.1.0 ko→en (#0123456789ab)\nstarter 0.1.0 ko→zh (#ba9876543210)"
    assert facts["Glossary"] == "alibaba-series.csv (#c0ffee123456)"
    assert facts["Signature"] == str(bitext.signature)
    legend = lines[lines.index("Marks") : lines.index("No.")]
    for sample in ("glossary term", "missing term", "guessed name", "ERROR", "WARNING", "NOTE"):
        assert any(line.startswith(f"{sample}  ") for line in legend)
    for status in ("machine", "reviewed", "approved", "rejected"):
        assert any(line.startswith(f"{status}  ") for line in legend)


def test_article_without_heading_and_glossary(one, part, text):
    bitext = replace(one("하나.", "One."), glossaries=())
    bitext = replace(bitext, signature=replace(bitext.signature, glossary=""))
    lines = [text(paragraph) for paragraph in part(write(bitext, ["en"])).iter(f"{W}p")]
    assert lines[:3] == ["Bilingual review copy — Korean · English", "150525_top_kor", ""]
    facts = dict(pairwise(lines))
    assert (facts["Glossary"], facts["Segments"]) == ("none", "1 in 1 block")
    assert facts["Findings"] == "0 errors, 0 warnings, 0 notes"


def test_notices_of_the_reader_are_told(bitext, part, text):
    noticed = replace(bitext, article=replace(bitext.article, notices=("read as cp949", "2 tabs became spaces")))
    lines = [text(paragraph) for paragraph in part(write(noticed, ["en"])).iter(f"{W}p")]
    assert [lines[i + 1] for i, line in enumerate(lines) if line == "Reader"] == list(noticed.article.notices)


def test_custom_part_knows_article_and_texts(bitext, part, both):
    root = part(both, "customXml/item1.xml")
    assert root.tag == f"{EXPORT}export"
    assert {name: root.get(name) for name in ("project", "article", "file", "sha256", "targets")} == {
        "project": "yeonjae",
        "article": "150525_top_kor",
        "file": "150525_top_kor.txt",
        "sha256": bitext.article.sha256,
        "targets": "en zh",
    }
    assert [segment.get("id") for segment in root] == [segment.id for segment in bitext.segments]
    # sha256sum of the UTF-8 bytes of 그렇다.
    assert root[13].get("source") == digest("그렇다.") == "12bf9f726164a3d0"
    assert root[13].get("en") == digest("Yes.")
    properties = part(both, "customXml/itemProps1.xml")
    assert properties.attrib.values()[0].startswith("{")


def test_export_id_depends_on_the_content_alone(bitext, part):
    def export_id(changed, targets):
        return part(write(changed, targets), "customXml/item1.xml").get("id")

    edited = tuple(replace(t, text="Yes!") if t.segment == "14" else t for t in bitext.translations["en"])
    other = replace(bitext, translations={**bitext.translations, "en": edited})
    ids = [
        export_id(bitext, ["en"]),
        export_id(bitext, ["zh"]),
        export_id(bitext, ["en", "zh"]),
        export_id(other, ["en"]),
    ]
    assert len(set(ids)) == 4
    assert export_id(bitext, ["en"]) == ids[0]
    assert all(len(value) == 16 for value in ids)


def test_python_docx_opens_it(bitext, english):
    """An independent reader: python-docx."""
    document = docx.Document(io.BytesIO(english))
    table = document.tables[-1]
    kept = sum(not block.translatable for block in bitext.article.blocks)
    assert len(table.rows) == 1 + len(bitext.segments) + kept
    assert [len(row.cells) for row in table.rows] == [4] * len(table.rows)
    assert [comment.author for comment in document.comments] == ["Yeonjae"] * 7
    assert document.core_properties.title == bitext.article.title
    assert document.core_properties.created.year == 2000
    assert document.sections[0].page_width > document.sections[0].page_height
    section = document.sections[0]
    assert section.footer.paragraphs[0].style.name.lower() == "footer"
    out = io.BytesIO()
    document.save(out)
    assert (
        docx.Document(io.BytesIO(out.getvalue()))
        .tables[-1]
        .rows[1]
        .cells[1]
        .paragraphs[0]
        .style.name.startswith("Source")
    )


@pytest.mark.parametrize("kind", [Kind.ITEM, Kind.CELL])
def test_lists_and_tables_are_labelled(bitext, segment_row, text, kind):
    blocks = tuple(replace(b, kind=kind) if b.kind is Kind.CAPTION else b for b in bitext.article.blocks)
    changed = replace(bitext, article=replace(bitext.article, blocks=blocks))
    cells = segment_row(write(changed, ["en"]), "18")
    assert text(cells[0].findall(f"{W}p")[1]) == kind.value.title()
