"""Where sentences end: a table of hard cases, and what holds for any text whatever."""

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from translate.segmentation import spans

# each row: the sentences; the text is them joined by a space
SPLIT = [
    # plain
    ["그는 웃었다.", "나는 울었다."],
    ["어디로 가나?", "집으로 간다!"],
    ["정말?!", "그럴 리가.", "네!", "그럼요."],
    ["안녕하세요.", "반갑습니다."],
    # quotations over several sentences that are the paragraph
    ["“새 시장은 어렵다.", "그러나 우리에게는 기회다.", "걱정하지 않는다.”"],
    ["“새 시장은 어렵다.", "그러나 우리에게는 기회다."],
    ["그러나 우리에게는 기회다.", "걱정하지 않는다.”"],
    ["“힘들었다.", "그래도 버텼다.”", "그는 그렇게 말했다."],
    ['"힘들었다.', '그래도 버텼다."', "그가 말했다."],
    ["-왜 왔나?", "“궁금했다.", "그뿐이다.”"],
    # quotations inside a sentence
    ["그는 “힘들었다. 그래도 버텼다.”고 말했다.", "그리고 떠났다."],
    ["그는 “힘들었다. 그래도 버텼다.”라고 말했다.", "그리고 떠났다."],
    ["그는 “힘들었다.”며 웃었다.", "모두 따라 웃었다."],
    ["“정말입니까?” 하고 물었다.", "그는 답했다."],
    ["“정말입니까?”라는 질문이 나왔다.", "그는 답했다."],
    ["‘간다. 온다.’는 말뿐이었다.", "아무도 안 갔다."],
    ["'그래.'라고 답했다.", "끝이었다."],
    ["『봄날. 여름날.』이라는 책을 냈다.", "잘 팔렸다."],
    ["‘아시아’는 매체 이름이다.", "‘유럽’도 그렇다."],
    ["‘Do it now’가 아니라 ‘Do it well’이 목표다.", "천천히 간다."],
    ["그는 “가자.” 했다.", "모두 일어섰다."],
    # brackets
    ["(그는 말했다. 그리고 갔다.)", "모두 웃었다."],
    ["그랬었지요…", "오래된 일입니다."],
    ["정부(장관은 부재중이다. 차관이 대신했다.)는 답이 없다.", "기다린다."],
    ["관심이 (투자)관심이다.", "끝."],
    ["[속보] 회사가 문을 닫았다.", "이유는 모른다."],
    # numbers, dates, lists
    ["가격은 3.5달러다.", "어제보다 0.2% 올랐다."],
    ["3.1운동은 1919년이다.", "6·25는 1950년이다."],
    ["2015. 5. 25. 서울에서 만났다.", "비가 왔다."],
    ["2015. 5. 25.에 만났다.", "비가 왔다."],
    ["오전 9.30 회의다.", "늦지 마라."],
    ["1. 첫째 항목이다.", "2. 둘째 항목이다."],
    ["가. 개요다.", "나. 본론이다."],
    ["총 300.", "나머지는 없다."],
    ["20.5도였다.", "더웠다."],
    ["① 첫째다.", "② 둘째다."],
    # abbreviations, names, addresses
    ["No.1이 되겠다.", "자신 있다."],
    ["No. 7 선수가 넣었다.", "동점이다."],
    ["(주)삼성은 컸다.", "㈜현대도 컸다."],
    ["Mr. Smith가 왔다.", "Dr. Lee도 왔다."],
    ["U.S. 정부가 밝혔다.", "중국은 침묵했다."],
    ["한국 vs. 일본 경기다.", "밤에 한다."],
    ["J. K. 롤링이 썼다.", "잘 읽힌다."],
    ["JD.com은 경쟁사다.", "아마존도 그렇다."],
    ["Apple Inc.의 실적이다.", "좋다."],
    ["주소는 https://example.org/a.b?c=d 이다.", "열어 보라."],
    ["메일은 kim.s@example.co.kr 이다.", "보내 달라."],
    ["파일 a.tar.gz를 받았다.", "풀었다."],
    ["자세한 것은 p. 12를 보라.", "그림도 있다."],
    # ellipses, emoticons
    ["그는… 말을 잇지 못했다.", "모두 조용했다."],
    ["그는... 말을 잇지 못했다.", "모두 조용했다."],
    ["글쎄…… 모르겠다.", "다시 묻자."],
    ["좋아요ㅋㅋ", "다음에 봐요."],
    ["고마워요 ^^", "또 올게요."],
    ["힘들다.ㅠㅠ", "쉬고 싶다."],
    ["좋다.^^", "가자."],
    ["좋다🙂.", "가자."],
    # bylines, heads, marks
    ["홍길동 기자 = 정부는 5일 밝혔다.", "야당은 반발했다."],
    ["(서울=통신) 홍길동 기자 = 비가 온다.", "우산이 필요하다."],
    ["협력하고 있다.", "(계속)"],
    ["협력하고 있다.", "<끝>"],
    ["협력하고 있다.", "[다음 호에 계속]"],
    # full-width and hanja
    ["은행(銀行)이 열렸다。", "사람(人)이 왔다！"],
    ["大韓民國의 봄이다.", "中國도 봄이다."],
    ["정말인가？", "그렇다．"],
    # other
    ["He said hello.", "그는 답했다."],
    ["저는 어제 학교에 갔습니다", "오늘은 집에 있습니다."],
    ["‘봄’이 왔다.”", "그가 말했다."],
    ["𠀀자를 썼다.", "🙂 웃었다."],
    ["결과는 3-2.", "한국이 이겼다."],
    ["A·B·C가 있다.", "D는 없다."],
]
WHOLE = [
    "그는 살다 보니 왔다 갔다 한다.",
    "필요 없다 하면 그만이다.",
    "간다 하더라도 늦다.",
    "작은 것이 아름답다 생각한다.",
    "이름: 홍길동, 나이: 30",
    "한국 진출 계획",
    "“",
    "...",
    "https://example.org/",
    "(계속)",
    "가",
]


@pytest.mark.parametrize("sentences", SPLIT, ids=lambda sentences: sentences[0][:16])
def test_split(sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [text[start:end] for start, end in spans(text)] == sentences


@pytest.mark.parametrize("text", WHOLE)
def test_whole(text: str) -> None:
    assert spans(text) == [(0, len(text))]


def test_the_table_is_large_enough() -> None:
    assert len(SPLIT) + len(WHOLE) >= 60


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("협력한다.(계속)", ["협력한다.", "(계속)"]),
        ("그는 갔다\n나는 남았다", ["그는 갔다", "나는 남았다"]),
        ("그는 갔다.\r\n\r\n나는 남았다.", ["그는 갔다.", "나는 남았다."]),
        ("그는 갔다.\u3000나는\u00a0남았다.", ["그는 갔다.", "나는\u00a0남았다."]),
        ("  그는 갔다.  나는 남았다. ", ["그는 갔다.", "나는 남았다."]),
        ("", []),
        (" \n\t ", []),
    ],
)
def test_white_space_and_marks(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in spans(text)] == expected


PIECES = st.sampled_from(
    [
        *"가나다.!?…“”‘’\"'()[]·~-^ \n\r\t",
        "습니다",
        "다. ",
        "라고",
        "(계속)",
        "🙂",
        "👨‍👩‍👧",
        "銀聯",
        "3.5",
        "No.",
        "https://a.b ",
        "\u200b",
        "\u3000",
        "اب",
        "ㅋㅋ",
    ]
)
TEXTS = st.one_of(
    st.lists(PIECES, max_size=40).map("".join), st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
)


@given(TEXTS.map(lambda text: unicodedata.normalize("NFC", text)))
@example("𠀀" * 9 + "다. 가")
@settings(max_examples=300, deadline=None)
def test_segments_and_gaps_rebuild_the_text(text: str) -> None:
    found = spans(text)
    rebuilt, position = "", 0
    for start, end in found:
        assert position <= start < end <= len(text)
        sentence, gap = text[start:end], text[position:start]
        assert sentence == sentence.strip()
        assert gap.strip() == ""
        assert gap or position == 0 or sentence[0] in "([<〈（［【"
        rebuilt += gap + sentence
        position = end
    assert text[position:].strip() == ""
    assert rebuilt + text[position:] == text


@given(TEXTS)
@settings(max_examples=50, deadline=None)
def test_sentences_are_found_alone_too(text: str) -> None:
    assert spans(text) == spans(text)
    for start, end in spans(text):
        assert spans(text[start:end])[0][0] == 0
