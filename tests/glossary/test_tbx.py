"""TBX: the three ways to write it, what other tools write, and hostile files."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from translate.article import Case, Concept, Status
from translate.errors import GlossaryError
from translate.glossary import formats, load
from translate.glossary.formats import tbx_reading, tbx_writing
from translate.glossary.rows import Reading

Read = Callable[[str], Reading]

CONCEPTS = (
    Concept(
        {"ko": ("마윈", "잭 마"), "en": ("Jack Ma", "J. Ma"), "zh": ("马云",)},
        note="founder & chairman <1999>",
        forbidden={"en": ("Ma Yun",)},
        domain="people",
    ),
    Concept({"ko": ("유커",), "en": ("tourist", "visitor")}, Status.ADMITTED, case=Case.EXACT),
    Concept({"ko": ("은련",)}, Status.FORBIDDEN, forbidden={"en": ("Silver Union",), "zh": ("银联盟",)}),
    Concept({"ko": ("O2O", "오투오"), "en": ("O2O",), "zh": ("O2O",)}, Status.DO_NOT_TRANSLATE, case=Case.ANY),
)

V3 = """<tbx xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min"
 xmlns:basic="http://www.tbxinfo.net/ns/basic" type="TBX-Basic" style="dct" xml:lang="ko">
<tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader><text><body>{}</body></text></tbx>"""
V2 = """<?xml version='1.0'?><!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></martifHeader>
<text><body>{}</body></text></martif>"""


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Read:
    monkeypatch.chdir(tmp_path)

    def read(text: str) -> Reading:
        Path("g.tbx").write_text(text, encoding="utf-8")
        return formats.read(Path("g.tbx"))

    return read


@pytest.mark.parametrize("dialect", tbx_writing.DIALECTS)
def test_what_is_written_is_read_again(tmp_path: Path, dialect: str) -> None:
    path = tmp_path / "g.tbx"
    path.write_bytes(tbx_writing.write(CONCEPTS, dialect))
    assert path.read_bytes() == tbx_writing.write(CONCEPTS, dialect)
    loaded = load([path])
    assert [(c.terms, c.status, c.note, c.forbidden, c.domain, c.case) for c in loaded.concepts] == [
        (c.terms, c.status, c.note, c.forbidden, c.domain, c.case) for c in CONCEPTS
    ]
    assert loaded.notices == ()


# The content models of TBXcoreStructV03 (RELAX NG) and TBXcoreStructV02 (DTD) for what TBX-Basic glossaries of this
# project use, written down from the standard's tables: order, nesting, attributes and values.
SCHEMA = """<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="{space}"
 datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"><start><element name="{root}">
 <attribute name="type"><value>TBX-Basic</value></attribute>
 <attribute name="xml:lang"><data type="language"/></attribute>
 {style}
 <element name="{root}Header"><element name="fileDesc">
  <element name="titleStmt"><element name="title"><text/></element></element>
  <element name="sourceDesc"><element name="p"><text/></element></element></element>
  {encoding}</element>
 <element name="text"><element name="body"><oneOrMore><element name="{entry}">
  <attribute name="id"><data type="ID"/></attribute>
  <interleave><optional>{field}</optional>
   <zeroOrMore><element name="note"><text/></element></zeroOrMore></interleave>
  <oneOrMore><element name="{language}"><attribute name="xml:lang"><data type="language"/></attribute>
   <oneOrMore><element name="{term}"><element name="term"><text/></element><optional>{status}</optional></element>
   </oneOrMore></element></oneOrMore>
 </element></oneOrMore></element></element></element></start></grammar>"""
STATES = "".join(
    f"<value>{name}Term-admn-sts</value>" for name in ("preferred", "admitted", "deprecated", "superseded")
)
DCA = {
    "field": '<element name="descrip"><attribute name="type"><value>subjectField</value></attribute><text/></element>',
    "status": '<element name="termNote"><attribute name="type"><value>administrativeStatus</value></attribute>'
    f"<choice>{STATES}</choice></element>",
}
MODULE = 'ns="http://www.tbxinfo.net/ns/min"'
THREE = {
    "space": "urn:iso:std:iso:30042:ed-2",
    "root": "tbx",
    "encoding": "<empty/>",
    "entry": "conceptEntry",
    "language": "langSec",
    "term": "termSec",
}
SCHEMAS = {
    "dca": {**THREE, **DCA, "style": '<attribute name="style"><value>dca</value></attribute>'},
    "dct": {
        **THREE,
        "style": '<attribute name="style"><value>dct</value></attribute>',
        "field": f'<element name="subjectField" {MODULE}><text/></element>',
        "status": f'<element name="administrativeStatus" {MODULE}><choice>{STATES}</choice></element>',
    },
    "v2": {
        **DCA,
        "space": "",
        "root": "martif",
        "style": "<empty/>",
        "encoding": '<element name="encodingDesc"><element name="p"><attribute name="type"><value>XCSURI</value>'
        "</attribute><value>TBXBasicXCSV02.xcs</value></element></element>",
        "entry": "termEntry",
        "language": "langSet",
        "term": "tig",
    },
}


@pytest.mark.parametrize("dialect", tbx_writing.DIALECTS)
def test_what_is_written_is_valid(dialect: str) -> None:
    schema = etree.RelaxNG(etree.fromstring(SCHEMA.format(**SCHEMAS[dialect])))
    tree = etree.parse(BytesIO(tbx_writing.write(CONCEPTS, dialect)))
    assert schema.validate(tree), str(schema.error_log)
    for other in set(SCHEMAS) - {dialect}:
        assert not etree.RelaxNG(etree.fromstring(SCHEMA.format(**SCHEMAS[other]))).validate(tree)


def test_an_empty_glossary_has_no_valid_form() -> None:
    with pytest.raises(GlossaryError, match="no concepts to write"):
        tbx_writing.write([])


def test_what_other_tools_write_in_v2(read: Read) -> None:
    reading = read(
        V2.format("""
<termEntry id="c1">
  <descripGrp><descrip type="subjectField">finance</descrip><admin type="source">a book</admin></descripGrp>
  <descrip type="definition">a place for money</descrip><note>common</note>
  <langSet xml:lang="EN-us">
    <ntig><termGrp><term>savings <hi type="bold">bank</hi></term>
      <termNote type="partOfSpeech">noun</termNote>
      <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termGrp></ntig>
    <tig><term>lender</term><termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></tig>
    <tig><term>bank</term><termNote type="normativeAuthorization">standardizedTerm</termNote>
      <note>not of a river</note></tig>
  </langSet>
  <langSet xml:lang="ko"><tig><term>은행</term></tig></langSet>
  <langSet xml:lang="zh-TW"><tig><term>銀行</term></tig></langSet>
  <langSet xml:lang="zh-Hans"><tig><term>银行</term></tig></langSet>
  <langSet xml:lang="de"><tig><term>Bank</term></tig></langSet>
</termEntry>
<termEntry><langSet xml:lang="en"><tig><term>lonely</term></tig></langSet></termEntry>""")
    )
    accepted, forbidden = reading.rows
    assert (accepted.ko, accepted.targets) == (("은행",), {"en": ("bank", "lender"), "zh": ("银行",)})
    assert (accepted.status, accepted.domain) == (Status.PREFERRED, "finance")
    assert accepted.note == "a place for money / common / bank: not of a river"
    assert (forbidden.targets, forbidden.status) == ({"en": ("savings bank",)}, Status.FORBIDDEN)
    assert (accepted.where(), accepted.where("en"), accepted.where("zh")) == (
        "g.tbx:15:31",
        "g.tbx:12:10",
        "g.tbx:17:36",
    )
    assert forbidden.where("en") == "g.tbx:8:20"
    assert reading.mistakes == []
    assert reading.notices == [
        "g.tbx: 1 × 'zh-TW' is left out: this glossary has ko, en, zh",
        "g.tbx: 1 × 'de' is left out: this glossary has ko, en, zh",
        "g.tbx: data categories that have no place here are left out: source (1), partOfSpeech (1)",
        "g.tbx:20:1: 1 × no Korean or no target term, left out; the first is here",
    ]


def test_what_other_tools_write_in_v3(read: Read) -> None:
    reading = read(
        V3.format("""<conceptEntry id="c1"><basic:subjectField>law</basic:subjectField>
<langSec xml:lang="ko"><descripGrp><basic:definition>정의</basic:definition></descripGrp>
<termSec><term>법</term></termSec></langSec>
<langSec xml:lang="en-GB"><termSec><term>statute</term>
<termNoteGrp><min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus></termNoteGrp></termSec>
<termSec><term>law</term><min:administrativeStatus>proposedTerm-admn-sts</min:administrativeStatus></termSec></langSec>
</conceptEntry>""")
    )
    assert [(row.ko, row.targets, row.status, row.note, row.domain) for row in reading.rows] == [
        (("법",), {"en": ("law",)}, Status.PREFERRED, "정의", "law"),
        (("법",), {"en": ("statute",)}, Status.FORBIDDEN, "", "law"),
    ]
    assert reading.notices == ["g.tbx:8:26: unknown administrativeStatus 'proposedTerm-admn-sts' is not looked at"]


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        *[(tag, "ko") for tag in ("ko", "KO-kr", "kor", "ko_KR")],
        *[(tag, "en") for tag in ("en", "en-GB", "eng")],
        *[(tag, "zh") for tag in ("zh", "zh-CN", "zh-Hans", "zh-Hans-TW", "zh-SG", "cmn", "cmn-Hans-CN", "zho")],
        *[(tag, "") for tag in ("zh-TW", "zh-Hant", "zh-hk", "zh-Hant-CN", "zh-yue", "yue", "ja", "kok", "", "-")],
    ],
)
def test_languages(tag: str, code: str) -> None:
    assert tbx_reading.language(tag) == code


ONE = '<conceptEntry><langSec xml:lang="ko"><termSec>{}</termSec></langSec>{}</conceptEntry>'
EN = '<langSec xml:lang="en"><termSec><term>{}</term></termSec></langSec>'


@pytest.mark.parametrize(
    ("text", "where", "problem"),
    [
        ("", "g.tbx:1:1", "is not well-formed XML: no element found"),
        ("ko,en\n", "g.tbx:1:1", "is not well-formed XML: syntax error"),
        ("<tbx>\n <a></b>", "g.tbx:2:7", "is not well-formed XML: mismatched tag"),
        ("<html/>", "g.tbx:1:1", "is not TBX: the root element is <html>"),
        ('<TBX dialect="TBX-Min"/>', "g.tbx:1:1", "is not TBX: the root element is <TBX>"),
        ("<martif/>", "g.tbx", "holds no termEntry and no conceptEntry"),
        ("<tbx>" + "<a>" * 64, "g.tbx:1:195", "elements nested deeper than 64"),
        ("<?xml version='1.0' encoding='cp949'?><tbx/>", "g.tbx:1:31", "cannot be decoded"),
        ('<!DOCTYPE tbx [<!ENTITY a "x">]>\n<tbx>&a;</tbx>', "g.tbx:1:27", "declares the entity 'a'"),
        (
            '<!DOCTYPE tbx [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n<tbx>&a;</tbx>',
            "g.tbx:1:54",
            "declares the entity",
        ),
        ('<!DOCTYPE tbx [<!ENTITY % a SYSTEM "http://x/y"> %a;]>\n<tbx/>', "g.tbx:1:48", "declares the entity 'a'"),
        ('<!DOCTYPE tbx SYSTEM "x.dtd">\n<tbx>&a;</tbx>', "g.tbx:2:6", "uses the entity 'a', which is not defined"),
        ("<tbx>&a;</tbx>", "g.tbx:1:6", "is not well-formed XML: undefined entity"),
        (ONE.format("<term> </term>", EN.format("a")), "g.tbx:4:38", "an empty term in 'ko'"),
        (ONE.format("", EN.format("a")), "g.tbx:4:38", "an empty term in 'ko'"),
        (ONE.format("<term>—</term>", EN.format("a")), "g.tbx:4:47", "no letter in the Korean form '—'"),
        (ONE.format("<term>가</term>", EN.format("x" * 201)), "g.tbx:4:113", "a form of 201 characters in column 'en'"),
        (ONE.format("<term>가</term>", EN.format("⟦0⟧")), "g.tbx:4:113", "⟦ in column 'en' is reserved"),
        (
            ONE.format("<term>가</term>", EN.format("a").replace(' xml:lang="en"', "")),
            "g.tbx:4:81",
            "<langSec> without",
        ),
        (
            "<conceptEntry><note>Yeonjae: do-not-translate</note>" + ONE.format("<term>가</term>", EN.format("a"))[14:],
            "g.tbx:4:1",
            "a do-not-translate concept with another target term (concept '가')",
        ),
    ],
)
def test_what_is_wrong(read: Read, text: str, where: str, problem: str) -> None:
    reading = read(V3.format("\n" + text) if text.startswith("<conceptEntry") else text)
    (mistake,) = reading.mistakes
    assert (mistake.where, reading.rows) == (where, [])
    assert mistake.message.startswith(problem)


def test_entity_bombs_and_their_kin(read: Read) -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 30))
    for text in (
        f'<!DOCTYPE martif [<!ENTITY l0 "ha">{laughs}]><martif>&l29;</martif>',
        f'<!DOCTYPE martif [<!ENTITY l0 "{"ha" * 100_000}">]><martif>{"&l0;" * 100_000}</martif>',
        f'<!DOCTYPE martif [<!ENTITY l0 "ha">]><martif a="{"&l0;" * 1000}"/>',
    ):
        (mistake,) = read(text).mistakes
        assert mistake.message == "declares the entity 'l0'; entities are refused"


def test_all_mistakes_of_a_file(read: Read) -> None:
    good = ONE.format("<term>가</term>", EN.format("a"))
    bad = ONE.format("<term>나</term>", EN.format("b" * 300))
    reading = read(V3.format(f"\n{good}\n{bad}\n{bad}\n<broken>"))
    assert [mistake.where for mistake in reading.mistakes] == ["g.tbx:5:113", "g.tbx:6:113", "g.tbx:7:11"]
    assert [row.ko for row in reading.rows] == [("가",)]


def test_encodings(tmp_path: Path) -> None:
    text = V3.format(ONE.format("<term>가</term>", EN.format("é")))
    for encoding in ("utf-8-sig", "utf-16"):
        path = tmp_path / f"{encoding}.xml"
        path.write_bytes(text.encode(encoding))
        assert [row.targets for row in formats.read(path).rows] == [{"en": ("é",)}]


def test_a_large_file_keeps_its_line_numbers(read: Read) -> None:
    entry = "\n" * 10 + ONE.format("<term>용어{}</term>", EN.format("term {}"))
    reading = read(V3.format("".join(entry.replace("{}", str(n)) for n in range(10_000))))
    assert (len(reading.rows), reading.rows[-1].line) == (10_000, 3 + 100_000)
    assert reading.rows[-1].targets == {"en": ("term 9999",)}


def test_contradictions_name_the_places_of_the_terms(read: Read) -> None:
    banned = EN.format("a").replace(
        "</termSec>",
        "</termSec>\n<termSec><term>a</term>"
        "<min:administrativeStatus>deprecatedTerm</min:administrativeStatus></termSec>",
    )
    read(V3.format("\n" + ONE.format("<term>가</term>", banned)))
    with pytest.raises(GlossaryError) as caught:
        load([Path("g.tbx")])
    assert str(caught.value).startswith("g.tbx:5:10: '가' forbids 'a' in en, which is listed at g.tbx:4:113")


@pytest.mark.parametrize("dialect", tbx_writing.DIALECTS)
@pytest.mark.parametrize(
    "note",
    [
        "Yeonjae: case exact",
        "Yeonjae: do-not-translate",
        "Yeonjae: note Yeonjae: case any",
        "Yeonjae: note x",
        "Yeonjae",
    ],
)
def test_notes_stay_notes(tmp_path: Path, dialect: str, note: str) -> None:
    path = tmp_path / "g.tbx"
    path.write_bytes(tbx_writing.write([Concept({"ko": ("가",), "en": ("a",)}, note=note)], dialect))
    (concept,) = load([path]).concepts
    assert (concept.note, concept.case, concept.status) == (note, Case.AUTO, Status.PREFERRED)
