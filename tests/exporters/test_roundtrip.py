"""Any text comes back exactly, less the characters that XML does not allow."""

import io

from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree

from translate.exporters import tmxcheck
from translate.exporters.characters import INVALID, clean, report
from translate.exporters.docx import write as write_docx
from translate.exporters.tmx import write as write_tmx

# All code points, lone surrogates too, and often those that are special somewhere
TEXTS = st.text(
    st.one_of(st.characters(), st.sampled_from("<>&\"'\t\n\r\x00\x0b\ufffe\ufeff\u2028 _\u00a0한字😀א“”")), min_size=1
)
HARD = "\t\r\n <a>&amp;]]> \x00\x1f\x85\u2028\ud800\ufffe\U0010ffff銀聯 👩‍👩‍👧 ‘’“”…—_ \u202eמשהו\u202c e\u0301 "


@settings(deadline=None, max_examples=80)
@given(TEXTS, TEXTS)
@example(HARD, HARD[::-1])
def test_tmx(one, source, target):
    data = write_tmx(one(source, target), "en")
    segs = [seg.text or "" for seg in etree.parse(io.BytesIO(data)).iter("seg")]
    assert segs == [clean(source), clean(target)]
    assert tmxcheck.check(data) == []


@settings(deadline=None, max_examples=40)
@given(TEXTS, TEXTS)
@example(HARD, HARD[::-1])
def test_docx(one, controls, source, target):
    found = controls(write_docx(one(source, target), ["en"]))
    assert found == {
        "yj:1:id": "1",
        "yj:1:source": clean(source),
        "yj:1:en": clean(target),
        "yj:1:en:status": "machine",
    }


@settings(deadline=None, max_examples=200)
@given(TEXTS)
def test_clean_is_what_an_xml_parser_accepts(text):
    """The oracle is expat: it takes what is left, and refuses each single character that was removed."""
    from xml.parsers import expat

    def parses(content):
        try:
            expat.ParserCreate().Parse(f"<a>{content}</a>".encode("utf-8", "surrogatepass"), True)
        except expat.ExpatError:
            return False
        return True

    kept = clean(text)
    assert parses(kept.translate({ord("<"): None, ord("&"): None, ord(">"): None}))
    assert not any(parses(char) for char in INVALID.findall(text))
    assert (report(text) == "") == (kept == text)
