"""The TMX file, as a CAT tool reads it."""

import io
from dataclasses import replace

import pytest
from lxml import etree

from translate import __version__
from translate.article import Concept, Origin, Rung, TermHit, TermUse
from translate.exporters import tmxcheck
from translate.exporters.tmx import write

LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.fixture
def english(bitext):
    return etree.fromstring(write(bitext, "en"))


def props(unit):
    return [(prop.get("type"), prop.text) for prop in unit.findall("prop")]


def unit(root, number):
    (found,) = [tu for tu in root.iter("tu") if tu.get("tuid") == f"150525_top_kor-{number}"]
    return found


def test_header_has_the_seven_attributes(english):
    assert (english.tag, english.get("version")) == ("tmx", "1.4")
    assert dict(english.find("header").attrib) == {
        "creationtool": "Yeonjae",
        "creationtoolversion": __version__,
        "segtype": "sentence",
        "o-tmf": "Yeonjae",
        "adminlang": "en-US",
        "srclang": "ko-KR",
        "datatype": "plaintext",
    }


def test_header_tells_article_and_signature(bitext, english):
    (seal, digest), *facts = props(english.find("header"))
    assert (seal, len(digest)) == ("x-seal", 64)
    assert facts == [
        ("x-article", "150525_top_kor"),
        ("x-file", "150525_top_kor.txt"),
        ("x-sha256", bitext.article.sha256),
        ("x-target", "en-US"),
        ("x-signature", str(bitext.signature)),
    ]


@pytest.mark.parametrize(("code", "tag"), [("en", "en-US"), ("zh", "zh-CN")])
def test_one_unit_a_segment_with_both_texts(bitext, code, tag):
    root = etree.fromstring(write(bitext, code))
    found = [[(tuv.get(LANG), tuv.find("seg").text or "") for tuv in tu.findall("tuv")] for tu in root.iter("tu")]
    pairs = zip(bitext.segments, bitext.translations[code], strict=True)
    assert found == [[("ko-KR", segment.source), (tag, made.text)] for segment, made in pairs]


def test_furniture_and_code_are_left_out(bitext):
    data = write(bitext, "en").decode()
    for block in bitext.article.blocks:
        if not block.translatable:
            assert block.text not in data.replace(bitext.article.name, "") or block.text == bitext.article.name
    assert data.count("<seg") == 2 * len(bitext.segments)


def test_ids_are_unique_and_everything_is_machine_output(english):
    units = list(english.iter("tu"))
    assert [tu.get("tuid") for tu in units] == [f"150525_top_kor-{number}" for number in range(1, 20)]
    assert {tu.get("creationid") for tu in units} == {"Yeonjae-machine"}
    assert {(tuv.get(LANG), tuv.get("creationid")) for tuv in english.iter("tuv")} == {
        ("ko-KR", None),
        ("en-US", "Yeonjae-machine"),
    }
    assert not [name for tu in english.iter("tu", "tuv", "header") for name in tu.attrib if name.endswith("date")]


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("3", {"x-origin": "machine", "x-term-status": "enforced", "x-engine": "starter 0.1.0 ko→en"}),
        ("6", {"x-origin": "machine", "x-term-status": "none"}),
        ("9", {"x-origin": "machine", "x-term-status": "failed"}),
        ("11", {"x-guessed": "Do Ha-ram"}),
        ("15", {"x-origin": "repeat"}),
        ("17", {"x-fault": "empty", "x-term-status": "none"}),
    ],
)
def test_properties_of_a_unit(english, number, expected):
    found = dict(props(unit(english, number)))
    assert found["x-segment"] == number
    assert {name: found.get(name) for name in expected} == expected


def test_every_fault_is_told(bitext):
    root = etree.fromstring(write(bitext, "zh"))
    assert [text for name, text in props(unit(root, "17")) if name == "x-fault"] == ["loop", "short"]


@pytest.mark.parametrize(
    ("rung", "waiver", "missing", "status", "told"),
    [
        (Rung.COPY, "", False, "enforced", "copy"),
        (Rung.FAILED, "", True, "failed", None),
        (Rung.FAILED, "", False, "failed", None),  # a forbidden form
        (Rung.HINT, "a pun", True, "waived", "hint"),
        (Rung.FAILED, "a pun", True, "failed", None),
    ],
)
def test_status_of_terms(bitext, rung, waiver, missing, status, told):
    first = bitext.translations["en"][0]
    hit = TermHit(0, 1, Concept({"ko": ("가",), "en": ("a",)}))
    use = TermUse(hit, waiver=waiver) if missing else TermUse(hit, 0, 1, "a")
    changed = (replace(first, rung=rung, terms=(use,)), *bitext.translations["en"][1:])
    root = etree.fromstring(write(replace(bitext, translations={"en": changed}), "en"))
    found = dict(props(unit(root, first.segment)))
    assert (found["x-term-status"], found.get("x-term-rung")) == (status, told)


def test_kept_text_needs_no_engine(bitext):
    kept = tuple(
        replace(t, origin=Origin.KEPT, engine="") if t.segment == "6" else t for t in bitext.translations["en"]
    )
    root = etree.fromstring(write(replace(bitext, translations={"en": kept}), "en"))
    found = dict(props(unit(root, "6")))
    assert found["x-origin"] == "kept"
    assert "x-engine" not in found


def test_context_is_the_source_of_the_neighbours(bitext, english):
    sources = [segment.source for segment in bitext.segments]
    for index, tu in enumerate(english.iter("tu")):
        found = {prop.get("type"): prop for prop in tu.findall("prop")}
        before, after = found.get("x-context-pre"), found.get("x-context-post")
        assert (None if before is None else before.text) == (sources[index - 1] if index else None)
        assert (None if after is None else after.text) == (sources[index + 1] if index + 1 < len(sources) else None)
        assert {prop.get(LANG) for prop in (before, after) if prop is not None} == {"ko-KR"}


def test_findings_of_this_language_are_notes(bitext, english):
    assert [note.text for note in unit(english, "11").findall("note")] == [
        'note · brackets: overlaps the next & holds < > "',
        "note · quotes: straight quotes",
    ]
    assert len(list(english.iter("note"))) == sum(finding.language == "en" for finding in bitext.findings)


def test_empty_translation_is_there_and_empty(english):
    seg = unit(english, "17").findall("tuv")[1].find("seg")
    assert (seg.text, len(seg)) == (None, 0)


def test_bytes(bitext):
    data = write(bitext, "zh")
    assert data.startswith(b"<?xml version='1.0' encoding='utf-8'?>\n<tmx version=\"1.4\">\n")
    assert data.endswith(b"</tmx>\n")
    assert b"<!DOCTYPE" not in data
    assert b"\r" not in data
    assert data.decode() == data.decode().replace("\ufeff", "")


def test_line_breaks_are_not_lost_to_normalisation(one):
    """XML reads CR LF as LF (2.11) unless it is written as a reference."""
    root = etree.fromstring(write(one("가\r\n나", "a\rb\tc\nd"), "en"))
    assert [seg.text for seg in root.iter("seg")] == ["가\r\n나", "a\rb\tc\nd"]


@pytest.mark.parametrize("code", ["en", "zh"])
def test_keeps_to_the_standard(bitext, code):
    assert tmxcheck.check(write(bitext, code)) == []


def test_article_without_segments_is_still_tmx(bitext):
    empty = replace(bitext, segments=(), hits={}, translations={"en": ()}, findings=())
    data = write(empty, "en")
    assert tmxcheck.check(data) == []
    assert list(etree.fromstring(data).iter("tu")) == []


def test_can_be_read_in_a_stream(bitext):
    """As tools that import large memories do."""
    count = 0
    for _, element in etree.iterparse(io.BytesIO(write(bitext, "en")), tag="tu"):
        count += len(element.findall("tuv"))
        element.clear()
    assert count == 2 * len(bitext.segments)
