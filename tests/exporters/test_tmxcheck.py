"""Broken TMX documents, and what the check says of each."""

import pytest

from translate.exporters.tmxcheck import check

HEADER = (
    '<header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" '
    'srclang="ko-KR" datatype="plaintext"/>'
)
SOURCE = '<tuv xml:lang="ko-KR"><seg>가</seg></tuv>'
TARGET = '<tuv xml:lang="en-US"><seg>a</seg></tuv>'


def tmx(body="", header=HEADER):
    return f'<?xml version="1.0"?>\n<tmx version="1.4">\n{header}\n<body>\n{body}\n</body>\n</tmx>'.encode()


def seg(content):
    return tmx(f'<tu>{SOURCE}<tuv xml:lang="en-US"><seg>{content}</seg></tuv></tu>')


GOOD = [
    tmx(),
    tmx(f"<tu>{SOURCE}{TARGET}</tu>"),
    tmx(f"<tu>{SOURCE}{TARGET}</tu>").replace(b"<tmx", b'<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx'),
    tmx(f"<tu>{SOURCE}{TARGET}</tu>").decode().replace("?>", ' encoding="utf-16"?>').encode("utf-16"),
    b"\xef\xbb\xbf" + tmx(),
    tmx(f'<tu><note>n</note><prop type="x-p">p</prop><note xml:lang="ko">n</note>{SOURCE}{TARGET}</tu>'),
    tmx(f'<tu><!-- a comment --><?pi?>{SOURCE}<tuv xml:lang="en"><prop type="t"/><seg/></tuv></tu>'),
    tmx(f'<tu creationdate="20240229T235959Z" usagecount="3" segtype="block" tuid="1">{SOURCE}</tu>'),
    tmx('<tu srclang="*all*"><tuv xml:lang="fr"><seg>a</seg></tuv></tu>'),
    tmx('<tu srclang="fr"><tuv xml:lang="FR"><seg>a</seg></tuv></tu>'),
    tmx(header=HEADER.replace("/>", '><ude name="n" base="b"><map unicode="#xF8FF" code="#xF0"/></ude></header>')),
    tmx(header=HEADER.replace("/>", '><ude name="n"><map unicode="#xF8FF" ent="a"/></ude><prop type="p"/></header>')),
    seg('a<bpt i="1" x="1" type="bold">&lt;b&gt;<sub>t<ph/></sub></bpt>b<ept i="1">&lt;/b&gt;</ept>'),
    seg('<it pos="begin">x</it><ph assoc="p">y</ph><hi type="t">a<hi>b</hi></hi><ut x="2"/>&amp;&#xAC00;'),
]


@pytest.mark.parametrize("data", GOOD)
def test_good_documents(data):
    assert check(data) == []


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "line 1: is not well-formed XML: no element found, column 1"),
        (b"<tmx>\n<a></tmx>", "line 2: is not well-formed XML: mismatched tag, column 6"),
        (b"<tmx>\n\x00", "line 2: is not well-formed XML: not well-formed (invalid token), column 1"),
        (b"<xliff/>", "line 1: the root is xliff, not tmx"),
        (b'<tmx xmlns="urn:x" version="1.4"/>', "line 1: tmx: has no attribute xmlns"),
        (b"\n<TMX/>", "line 2: the root is TMX, not tmx"),
        (
            b'<!DOCTYPE tmx [\n<!ENTITY a "b">]>\n<tmx/>',
            "line 2: declares the entity a; TMX has only the five of XML",
        ),
        (
            tmx("<tu>&nbsp;</tu>").replace(b"<tmx", b'<!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx'),
            "line 5: the entity nbsp is none of the five of XML",
        ),
        (
            tmx().replace(b"?>", b' encoding="iso-8859-1"?>'),
            "line 1: the encoding is iso-8859-1, not UTF-8, UTF-16 or US-ASCII",
        ),
        (tmx().replace(b'"1.4"', b'"1.3"'), "line 2: tmx: version='1.3' is not 1.4"),
        (tmx().replace(b' version="1.4"', b""), "line 2: tmx: the attribute version is missing"),
        (tmx(header=""), "line 2: tmx: holds body; it may hold one header, then one body"),
        (
            tmx(header=HEADER * 2),
            "line 2: tmx: holds header, header, body; it may hold one header, then one body",
        ),
        (tmx(header=HEADER.replace("sentence", "word")), "segtype='word' is not block, paragraph, sentence or phrase"),
        (tmx(header=HEADER.replace('"ko-KR"', '"*any*"')), "srclang='*any*' is not a language tag or *all*"),
        (tmx(header=HEADER.replace('"en"', '"en_US"')), "line 3: header: adminlang='en_US' is not a language tag"),
        (tmx(header=HEADER.replace("/>", ' creationdate="2024-01-01"/>')), "is not a date YYYYMMDDThhmmssZ"),
        (tmx(header=HEADER.replace("/>", ' color="red"/>')), "line 3: header: has no attribute color"),
        (tmx(header=HEADER.replace("/>", ">text</header>")), "line 3: header: holds text outside of its elements"),
        (tmx(header=HEADER.replace("/>", "><prop>p</prop></header>")), "line 3: prop: the attribute type is missing"),
        (
            tmx(header=HEADER.replace("/>", '><ude name="n"/></header>')),
            "line 3: ude: holds nothing; it may hold at least one map",
        ),
        (
            tmx(header=HEADER.replace("/>", '><ude name="n"><map unicode="#x1"/></ude></header>')),
            "line 3: map: has none of code, ent and subst",
        ),
        (
            tmx(header=HEADER.replace("/>", '><ude name="n"><map unicode="#x1" code="#x2"/></ude></header>')),
            "line 3: ude: has no base, but a map with a code",
        ),
        (
            tmx(header=HEADER.replace("/>", '><ude name="n"><map unicode="F8FF" ent="e"/></ude></header>')),
            "line 3: map: unicode='F8FF' is not a hexadecimal number #x…",
        ),
        (tmx("<tu/>"), "line 5: tu: holds nothing; it may hold note and prop, then at least one tuv"),
        (
            tmx(f"\n<tu>{SOURCE}<note>n</note></tu>"),
            "line 6: tu: holds tuv, note; it may hold note and prop, then at least one tuv",
        ),
        (tmx(f"<tu>text{SOURCE}</tu>"), "line 5: tu: holds text outside of its elements"),
        (tmx(f"{SOURCE}"), "line 4: body: holds tuv; it may hold tu"),
        (tmx(f"<tu>{TARGET}</tu>"), "line 5: tu: no tuv is in the source language ko-KR"),
        (tmx(f'<tu srclang="en-US">{SOURCE}</tu>'), "line 5: tu: no tuv is in the source language en-US"),
        (tmx(f'<tu changedate="20230229T000000Z">{SOURCE}</tu>'), "is not a date YYYYMMDDThhmmssZ"),
        (tmx(f'<tu changedate="20230228T250000Z">{SOURCE}</tu>'), "is not a date YYYYMMDDThhmmssZ"),
        (tmx(f'<tu lastusagedate="20230228T000000">{SOURCE}</tu>'), "is not a date YYYYMMDDThhmmssZ"),
        (tmx(f'<tu usagecount="-1">{SOURCE}</tu>'), "line 5: tu: usagecount='-1' is not a number"),
        (tmx(f'<tu xml:lang="ko">{SOURCE}</tu>'), "line 5: tu: has no attribute xml:lang"),
        (tmx("<tu><tuv><seg/></tuv></tu>"), "line 5: tuv: the attribute xml:lang is missing"),
        (tmx('<tu><tuv lang="ko-KR"><seg/></tuv></tu>'), "line 5: tuv: the attribute xml:lang is missing"),
        (
            tmx('<tu><tuv xml:lang="ko-KR"><seg/><note/></tuv></tu>'),
            "line 5: tuv: holds seg, note; it may hold note and prop, then one seg",
        ),
        (
            tmx('<tu><tuv xml:lang="ko-KR"/></tu>'),
            "line 5: tuv: holds nothing; it may hold note and prop, then one seg",
        ),
        (tmx('<tu><tuv xml:lang="한국어"><seg/></tuv></tu>'), "tuv: xml:lang='한국어' is not a language tag"),
        (seg("<b>x</b>"), "line 5: b: is no element of TMX 1.4"),
        (seg("<sub/>"), "line 5: seg: holds sub; it may hold text and bpt, ept, it, ph, hi, ut"),
        (seg('<ph><bpt i="1"/></ph><ept i="1"/>'), "line 5: ph: holds bpt; it may hold text and sub"),
        (seg("<bpt/>"), "line 5: bpt: the attribute i is missing"),
        (seg('<bpt i="1"/>'), "line 5: seg: bpt i='1' has no ept after it"),
        (seg('<ept i="1"/><bpt i="1"/>'), "line 5: seg: ept i='1' has no bpt before it"),
        (seg('<bpt i="1"/><bpt i="1"/><ept i="1"/>'), "line 5: seg: two bpt have i='1'"),
        (seg('<bpt i="1"/><ept i="1"/><ept i="1"/>'), "line 5: seg: two ept have i='1'"),
        (seg('<bpt i="a"/><ept i="a"/>'), "line 5: bpt: i='a' is not a number"),
        (seg('<it pos="middle"/>'), "line 5: it: pos='middle' is not begin or end"),
        (seg("<it/>"), "line 5: it: the attribute pos is missing"),
        (seg('<ph assoc="x"/>'), "line 5: ph: assoc='x' is not p, f or b"),
        (seg('<hi color="red"/>'), "line 5: hi: has no attribute color"),
    ],
)
def test_broken_documents(data, expected):
    assert any(expected in problem for problem in check(data)), check(data)


@pytest.mark.parametrize("name", HEADER.replace("<header ", "").replace("/>", "").split())
def test_each_attribute_of_the_header_is_required(name):
    problems = check(tmx(f"<tu>{SOURCE}</tu>", header=HEADER.replace(name, "")))
    assert problems == [f"line 3: header: the attribute {name.split('=')[0]} is missing"]


def test_all_problems_are_told_in_the_order_of_lines():
    problems = check(tmx('<tu/>\n<tu>\n<tuv xml:lang="ko-KR"/>\n</tu>', header=HEADER.replace("sentence", "x")))
    assert [problem.split(":")[0] for problem in problems] == ["line 3", "line 5", "line 5", "line 7"]


def test_lines_are_counted_beyond_65535():
    assert check(tmx("\n" * 70000 + "<tu/>"))[-1].startswith("line 70005: tu: ")


def test_nothing_is_expanded():
    """A billion laughs: the first declaration ends the reading."""
    levels = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    data = f'<!DOCTYPE tmx [<!ENTITY e0 "ha">{levels}]><tmx version="1.4">&e9;</tmx>'.encode()
    assert check(data) == ["line 1: declares the entity e0; TMX has only the five of XML"]
