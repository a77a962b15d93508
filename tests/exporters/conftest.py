"""A bitext as the pipeline makes it: an interview with everything in it that an export has to get right."""

import hashlib
import io
import zipfile
from collections.abc import Callable

import pytest
from lxml import etree

from translate.article import (
    Article,
    Bitext,
    Block,
    Concept,
    Finding,
    Hint,
    Kind,
    Origin,
    Place,
    Rung,
    Segment,
    Severity,
    Signature,
    TermHit,
    TermUse,
    Translation,
)

Row = tuple[str, str, str]

ALIBABA = Concept({"ko": ("알리바바", "알라비바"), "en": ("Alibaba",), "zh": ("阿里巴巴",)}, where="series.csv:2")
MA = Concept({"ko": ("마윈",), "en": ("Jack Ma",), "zh": ("马云",)}, where="series.csv:3")
UNIONPAY = Concept({"ko": ("은련",), "en": ("UnionPay",), "zh": ("银联",)}, where="series.csv:4")
YOUKE = Concept({"ko": ("요우커",), "en": ("Youke", "Chinese tourists"), "zh": ("游客",)}, where="series.csv:5")
CONCEPTS = (ALIBABA, MA, UNIONPAY, YOUKE)

# kind, paragraph, turn, level, the segments of the block in Korean, English and Chinese
BLOCKS: list[tuple[Kind, int, int, int, list[Row]]] = [
    (
        Kind.HEADING,
        0,
        0,
        1,
        [
            (
                "[작은거인 알리바바 마윈⑪] “삼성 이재용과 두번 만나 협력관계 논의했다”",
                "[Small Giant: Alibaba’s Jack Ma ⑪] “I met Samsung’s Lee Jae-yong twice to discuss cooperation”",
                "[小巨人 阿里巴巴 马云⑪] “与三星李在镕两次会面，讨论合作关系”",
            )
        ],
    ),
    (Kind.FURNITURE, 1, 0, 0, [("150525_top_kor", "", "")]),
    (
        Kind.BYLINE,
        2,
        0,
        0,
        [("[아시아엔=안동일 동아시아전문가]", "[AsiaN = An Dong-il, East Asia expert]", "[AsiaN=安东日 东亚专家]")],
    ),
    (
        Kind.PARAGRAPH,
        2,
        0,
        0,
        [
            (
                "작은 거인 알리바바 마윈 회장은 5월 중순 한국방문을 통해 한국 업계에 큰 파장을 던져주고 갔다.",
                "In mid-May the small giant, Alibaba chairman Jack Ma, visited Korea and made waves in its industries.",
                "小巨人阿里巴巴董事长马云5月中旬访问韩国，给韩国业界带来了巨大冲击。",
            ),
            (
                "‘아시아엔’은 지난 회에 이어 그의 방한 중 주요 발언과 행보를 싣는다.",
                "Following the last installment, AsiaN carries his main remarks and steps during the visit.",
                "“AsiaN”继上期之后，刊登他访韩期间的主要发言与行程……",
            ),
        ],
    ),
    (Kind.NOTE, 2, 0, 0, [("-편집자", "– Editor", "——编者")]),
    (
        Kind.QUESTION,
        3,
        1,
        0,
        [
            (
                "중국이 은행 비즈니스를 외국에 개방한다고 들었다.",
                "I heard that China opens its banks to foreigners.",
                "听说中国向外国开放银行业务。",
            ),
            (
                "독점거래를 맡고 있는 ‘은련(銀聯)’에게 큰 기회가 될까?",
                "Will it be a great chance for ‘UnionPay (銀聯)’, which holds the monopoly?",
                "对独家经营的“银联(銀聯)”来说会是大好机会吗？",
            ),
        ],
    ),
    (
        Kind.ANSWER,
        4,
        1,
        0,
        [
            (
                "“나도 알라비바가 주유소 5000개를 인수했다는 소식은 기사를 통해서 처음 접했다.",
                "“I too first read in an article that Alibaba had acquired 500 gas stations.",
                "“我也是第一次通过新闻得知阿里巴巴收购5000个加油站的消息。",
            ),
            (
                "우리는 요우커가 더 편리하게 쇼핑하도록 돕는다 😀👍🏽.”",
                "We help them to shop with greater ease 😀👍🏽.”",
                "我们帮助游客更便捷地购物😀👍🏽。”",
            ),
        ],
    ),
    (Kind.QUESTION, 5, 2, 0, [("앞으로의 계획은?", "And your plans?", "今后的计划是？")]),
    (
        Kind.ANSWER,
        6,
        2,
        0,
        [
            (
                '구매팀의 도하람 팀장은 a < b & c > d, "R&D_예산"이라고 적었다.',
                'Do Ha-ram, head of purchasing, wrote a < b & c > d, "R&D_budget".',
                '采购组组长Do Ha-ram写道：a < b & c > d，"R&D_预算"。',
            ),
            (
                "아랍어 인사 مرحبا بالعالم 와 히브리어 שלום 도 적혀 있었다.",
                "The Arabic greeting مرحبا بالعالم and the Hebrew שלום stood there as well.",
                "上面还写着阿拉伯语问候 مرحبا بالعالم 和希伯来语 שלום。",
            ),
            (
                "주소는 https://example.org/a_very_long_path/that-no-line-can-hold/and/goes/on?x=1&y=2#end 이다.",
                "The address is https://example.org/a_very_long_path/that-no-line-can-hold/and/goes/on?x=1&y=2#end.",
                "地址是https://example.org/a_very_long_path/that-no-line-can-hold/and/goes/on?x=1&y=2#end。",
            ),
            ("그렇다.", "Yes.", "是的。"),
            ("그렇다.", "Yes.", "是的。"),
            ("첫째 줄\n둘째\t줄", "first line\nsecond\tline", "第一行\n第二\t行"),
            ("창업이 창업이 창업이 이어진다.", "", "创业创业创业创业创业创业"),
        ],
    ),
    (
        Kind.CAPTION,
        7,
        0,
        0,
        [("사진=기자간담회에 선 마윈 회장", "Photo: Ma at the press conference", "图：出席记者会的马云")],
    ),
    (Kind.CODE, 8, 0, 0, [('print("<b>&amp;</b>")', "", "")]),
    (Kind.PARAGRAPH, 9, 0, 0, [("(계속)", "(To be continued)", "（待续）")]),
    (Kind.FURNITURE, 10, 0, 0, [("Leave a Reply", "", "")]),
]

FINDINGS = [
    ("quotes", Severity.WARNING, "4", "zh", "curly quotes do not match the source", "“AsiaN”"),
    ("numbers", Severity.ERROR, "8", "en", "5,000 (5000개) is missing, 500 is not in the source", "500"),
    ("terms", Severity.ERROR, "9", "en", "no accepted form of 요우커: Youke, Chinese tourists", ""),
    ("length", Severity.NOTE, "10", "en", "unusually short", ""),
    ("brackets", Severity.NOTE, "11", "en", 'overlaps the next & holds < > "', 'wrote a < b & c > d, "R&D'),
    ("quotes", Severity.NOTE, "11", "en", "straight quotes", '"R&D_budget"'),
    ("empty", Severity.ERROR, "17", "en", "the translation is empty", ""),
    ("loop", Severity.WARNING, "17", "zh", "“创业” is repeated", "创业创业创业创业创业创业"),
]
GUESSED = {"11": ("Do Ha-ram",)}
FAULTS = {("17", "en"): ("empty",), ("17", "zh"): ("loop", "short")}


def _article(texts: list[tuple[Block, list[Row]]]) -> Article:
    data = "\n\n".join(block.text for block, _ in texts).encode(errors="replace")
    return Article(
        name="150525_top_kor",
        file="150525_top_kor.txt",
        format="txt",
        encoding="utf-8",
        sha256=hashlib.sha256(data).hexdigest(),
        blocks=tuple(block for block, _ in texts),
    )


def _hits(source: str) -> tuple[TermHit, ...]:
    found = []
    for concept in CONCEPTS:
        for form in concept.terms["ko"]:
            start = source.find(form)
            if start >= 0:
                found.append(TermHit(start, start + len(form), concept))
    return tuple(sorted(found, key=lambda hit: hit.start))


def _use(hit: TermHit, text: str, language: str) -> TermUse:
    for form in hit.concept.forms(language):
        start = text.find(form)
        if start >= 0:
            return TermUse(hit, start, start + len(form), form)
    return TermUse(hit)


def _translation(segment: Segment, text: str, language: str, hits: tuple[TermHit, ...], seen: set[str]) -> Translation:
    uses = tuple(_use(hit, text, language) for hit in hits)
    guessed = GUESSED.get(segment.id, ())
    repeat = segment.source in seen
    seen.add(segment.source)
    rung = Rung.PLAIN if not uses else Rung.HINT if all(use.enforced for use in uses) else Rung.FAILED
    return Translation(
        segment=segment.id,
        language=language,
        text=text,
        origin=Origin.REPEAT if repeat else Origin.MACHINE,
        engine=f"starter 0.1.0 ko→{language}",
        score=-0.5,
        rung=rung,
        terms=uses,
        hints=tuple(Hint(0, 3, name, origin="guess") for name in guessed),
        guessed=guessed,
        faults=FAULTS.get((segment.id, language), ()),
    )


def _finding(row: tuple[str, Severity, str, str, str, str], texts: dict[tuple[str, str], str]) -> Finding:
    check, severity, segment, language, message, span = row
    start = texts[segment, language].index(span) if span else 0
    return Finding(check, severity, segment, language, message, start, start + len(span))


def build(blocks: list[tuple[Kind, int, int, int, list[Row]]], findings: bool = True) -> Bitext:
    """A bitext in English and Chinese of blocks as in ``BLOCKS``."""
    made: list[tuple[Block, list[Row]]] = []
    segments: list[Segment] = []
    for index, (kind, paragraph, turn, level, rows) in enumerate(blocks):
        block = Block(kind, " ".join(row[0] for row in rows), Place(2 * index + 1), level, paragraph, "", turn)
        made.append((block, rows))
        start = 0
        for row in rows if block.translatable else []:
            segments.append(Segment(str(len(segments) + 1), index, start, start + len(row[0]), row[0]))
            start += len(row[0]) + 1
    rows = [row for block, group in made if block.translatable for row in group]
    hits = {segment.id: found for segment in segments if (found := _hits(segment.source))}
    translations = {}
    for column, code in ((1, "en"), (2, "zh")):
        seen: set[str] = set()
        translations[code] = tuple(
            _translation(segment, row[column], code, hits.get(segment.id, ()), seen)
            for segment, row in zip(segments, rows, strict=True)
        )
    texts = {(made_.segment, code): made_.text for code, group in translations.items() for made_ in group}
    return Bitext(
        article=_article(made),
        segments=tuple(segments),
        hits=hits,
        translations=translations,
        findings=tuple(_finding(row, texts) for row in FINDINGS) if findings else (),
        signature=Signature(
            version="0.1.0",
            engines={"en": "starter 0.1.0 ko→en", "zh": "starter 0.1.0 ko→zh"},
            models={"en": "0123456789ab", "zh": "ba9876543210"},
            glossary="c0ffee123456",
            libraries={"ctranslate2": "4.6.0"},
            options={"beam": "6"},
        ),
        glossaries=("alibaba-series.csv",),
    )


@pytest.fixture
def bitext() -> Bitext:
    """The interview."""
    return build(BLOCKS)


WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BREAKS = {f"{WORD}tab": "\t", f"{WORD}br": "\n", f"{WORD}cr": "\r"}


@pytest.fixture(scope="session")
def part() -> Callable[[bytes, str], etree._Element]:
    """Reads one XML part of a DOCX."""

    def read(data: bytes, name: str = "word/document.xml") -> etree._Element:
        with zipfile.ZipFile(io.BytesIO(data)) as container:
            return etree.fromstring(container.read(name))

    return read


@pytest.fixture(scope="session")
def text() -> Callable[[etree._Element], str]:
    """Reads the text of an element of a DOCX back: the inverse of what the exporter writes."""

    def read(element: etree._Element) -> str:
        pieces = [BREAKS.get(str(node.tag), node.text or "") for node in element.iter(f"{WORD}t", *BREAKS)]
        return "".join(pieces)

    return read


@pytest.fixture(scope="session")
def controls(
    part: Callable[..., etree._Element], text: Callable[[etree._Element], str]
) -> Callable[[bytes], dict[str, str]]:
    """Tag of each content control of a DOCX → its text."""

    def read(data: bytes) -> dict[str, str]:
        found = list(part(data).iter(f"{WORD}sdt"))
        tags = [control.find(f"{WORD}sdtPr/{WORD}tag").get(f"{WORD}val") for control in found]
        assert len(set(tags)) == len(tags)
        return {tag: text(control.find(f"{WORD}sdtContent")) for tag, control in zip(tags, found, strict=True)}

    return read


@pytest.fixture(scope="session")
def one() -> Callable[..., Bitext]:
    """Makes a bitext of one paragraph with one segment."""

    def make(source: str, english: str, chinese: str = "是。") -> Bitext:
        return build([(Kind.PARAGRAPH, 0, 0, 0, [(source, english, chinese)])], findings=False)

    return make
