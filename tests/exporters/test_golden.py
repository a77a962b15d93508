"""The exports of the interview in conftest.py, compared with files that were looked at.

When they change on purpose, write them anew, look at the difference, and open the DOCX::

    YEONJAE_REGENERATE=1 python -m pytest tests/exporters/test_golden.py

Compared is canonical XML (C14N 1.0) without white space between elements and without Yeonjae's version and seal.
"""

import os
from pathlib import Path

import pytest
from lxml import etree

from translate import exporters

DATA = Path(__file__).parent / "data"
TEXTS = ("t", "seg", "prop", "note")  # elements in which white space is text


def canonical(root):
    for element in root.iter():
        if etree.QName(element).localname not in TEXTS and not (element.text or "").strip():
            element.text = None
        if not (element.tail or "").strip():
            element.tail = None
    for header in root.iter("header"):
        header.set("creationtoolversion", "VERSION")
        header.find("prop[@type='x-seal']").text = "SEAL"
    return etree.tostring(root, method="c14n").decode()


def readable(xml):
    """A line break before each row, paragraph and unit, so that differences can be read."""
    for start in ("<w:tbl>", "<w:tr>", "<w:p>", "<w:sectPr>", "<header ", "<tu ", "<tuv ", "<note", "<prop "):
        xml = xml.replace(start, f"\n{start}")
    return xml + "\n"


@pytest.mark.parametrize(
    ("export", "name"),
    [
        ("150525_top_kor.en.docx", "en.document.xml"),
        ("150525_top_kor.en-zh.docx", "en-zh.document.xml"),
        ("150525_top_kor.en.tmx", "en.tmx.xml"),
        ("150525_top_kor.zh.tmx", "zh.tmx.xml"),
    ],
)
def test_golden(bitext, part, export, name):
    data = exporters.export(bitext, ["docx", "tmx"], trilingual=True)[export]
    root = part(data, "word/document.xml") if export.endswith("docx") else etree.fromstring(data)
    made, golden = canonical(root), DATA / name
    if os.environ.get("YEONJAE_REGENERATE"):
        golden.write_text(readable(made), encoding="utf-8", newline="\n")
    assert made == canonical(etree.fromstring(golden.read_bytes()))
