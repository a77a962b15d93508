"""What python-docx makes of our parts, and what it must not add."""

import io
import re
import zipfile
from dataclasses import replace

import docx
import pytest

from translate.exporters.docx import write

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.mark.parametrize(("length", "expected"), [(255, 255), (256, 255), (5000, 255)])
def test_long_titles_are_cut_in_the_properties_only(bitext, part, text, length, expected):
    """python-docx takes 255 characters as a core property."""
    first, *others = bitext.article.blocks
    blocks = (replace(first, text="가" * length), *others)
    data = write(replace(bitext, article=replace(bitext.article, blocks=blocks)), ["en"])
    title = docx.Document(io.BytesIO(data)).core_properties.title
    assert len(title) == expected
    assert title.endswith("…") == (length > expected)
    assert [text(p) for p in part(data).iter(f"{W}p")][1] == "가" * length


def test_title_and_file_may_hold_what_xml_does_not_allow(bitext, part, text):
    first, *others = bitext.article.blocks
    article = replace(bitext.article, file="a\x00<b>.txt", blocks=(replace(first, text="제\x0b목 & <b>"), *others))
    data = write(replace(bitext, article=article), ["en"])
    assert docx.Document(io.BytesIO(data)).core_properties.title == "제목 & <b>"
    assert text(part(data, "word/header1.xml")) == "제목 & <b>\t\ta<b>.txt"
    assert part(data, "customXml/item1.xml").get("file") == "a<b>.txt"


def test_nothing_of_the_template_of_python_docx_is_in_it(bitext, part):
    """Its 160 styles, its name and the time of the export."""
    data = write(bitext, ["en", "zh"])
    with zipfile.ZipFile(io.BytesIO(data)) as container:
        names = container.namelist()
        content = b"".join(container.read(name) for name in names)
    parts = {"numbering.xml", "stylesWithEffects.xml", "webSettings.xml", "thumbnail.jpeg"}
    assert not parts & {name.rpartition("/")[2] for name in names}
    assert len(list(part(data, "word/styles.xml").iter(f"{W}style"))) < 50
    assert b"python-docx" not in content
    assert b"ja-JP" not in content
    assert set(re.findall(rb"\d{4}-\d\d-\d\dT[0-9:]+Z", content)) == {b"2000-01-01T00:00:00Z"}


def test_without_findings_there_are_no_comments(one, part):
    """Not even the one that the others are copies of."""
    assert len(part(write(one("하나.", "One."), ["en"]), "word/comments.xml")) == 0
