"""Finding terms: the table of hard cases, the same without an analyser, and what must hold for any text."""

from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.article import Concept, Segment
from translate.glossary import Termbase, match, matching
from translate.glossary.text import fold


def termbase(words: str) -> Termbase:
    """A concept for each comma-separated entry, variants separated by ``|``."""
    return Termbase(tuple(Concept({"ko": tuple(word.strip().split("|"))}) for word in words.split(",")))


# Few termbases, because an analyser is loaded for each.
NAMES = termbase(
    "마윈,알리바바|알라비바,요우커|유커,은련,삼성,손정의,이재용,아시아엔,톈마오,소프트뱅크,알리페이,코리아페이|코리안페이,카카오,구글"
)
PLACES = termbase("한국,중국,이마,신한,서울,정의,가나,나이,사과,정말,나,말,한국관,이마트")
TRADE = termbase(
    "전자상거래,빅데이터,클라우드,핀테크,스타트업,온라인 투 오프라인,물류 플랫폼,투자의향서,O2O,IT,LG전자,big data,AT,"
    "alibaba,인터넷,결제,전자결제,한중 FTA,1688닷컴,三星"
)
GROUPS = termbase("알리바바,알리바바그룹,알리바바 클라우드,한국,한국은행,삼성,삼성전자,은행,작은 거인")

TABLE = [
    # particles, suffixes, copula, titles
    (NAMES, "마윈이 왔다", "마윈"),
    (NAMES, "마윈은 말했다", "마윈"),
    (NAMES, "마윈", "마윈"),
    (NAMES, "마윈의 회사와 알리바바의 미래", "마윈/알리바바"),
    (NAMES, "알리바바가 샀다", "알리바바"),
    (NAMES, "알리바바에서만이라도", "알리바바"),
    (NAMES, "요우커들에게 인기다", "요우커"),
    (NAMES, "유커들의 발길", "유커"),
    (NAMES, "마윈 회장은", "마윈"),
    (NAMES, "마윈회장은", "마윈"),
    (NAMES, "손정의회장에게서", "손정의"),
    (NAMES, "마윈님께서는", "마윈"),
    (NAMES, "이재용씨와", "이재용"),
    (NAMES, "알리바바측은", "알리바바"),
    (NAMES, "마윈식 경영", "마윈"),
    (NAMES, "알리바바사의 주식", "알리바바"),
    (NAMES, "소프트뱅크발 충격", "소프트뱅크"),
    (NAMES, "바로 알리바바다.", "알리바바"),
    (NAMES, "그 회사가 알리바바인 것이다", "알리바바"),
    (NAMES, "그것은 알리바바였다", "알리바바"),
    (NAMES, "알리바바라고 부른다", "알리바바"),
    (NAMES, "주인공은 마윈이었다", "마윈"),
    (NAMES, "마윈입니다", "마윈"),
    (NAMES, "알라비바의 책임", "알라비바"),
    (NAMES, "알리페이로 결제한다", "알리페이"),
    (NAMES, "코리안페이가 될 수 있다", "코리안페이"),
    (NAMES, "삼성과 구글은", "삼성/구글"),
    (NAMES, "삼성와 알리바바을", "삼성/알리바바"),  # misprinted particles
    # signs and other scripts at the sides
    (NAMES, "‘아시아엔’은 지난 회에", "아시아엔"),
    (NAMES, "[아시아엔=안동일]", "아시아엔"),
    (NAMES, "“마윈…”", "마윈"),
    (NAMES, "마윈⑪", "마윈"),
    (NAMES, "알리바바·삼성ㆍ구글", "알리바바/삼성/구글"),
    (NAMES, "마윈😀알리바바😀", "마윈/알리바바"),
    (NAMES, "中알리바바와 美구글", "알리바바/구글"),
    # hanja in brackets belong to the hit
    (NAMES, "독점거래를 맡은 ‘은련(銀聯)’에게", "은련(銀聯)"),
    (NAMES, "은련(銀聯)은 크다", "은련(銀聯)"),
    (NAMES, "은련 (銀聯) 카드", "은련 (銀聯)"),
    (NAMES, "마윈（馬雲）이", "마윈（馬雲）"),
    (NAMES, "마윈[馬雲]과", "마윈[馬雲]"),
    (NAMES, "은련(UnionPay)은", "은련"),
    (NAMES, "은련(중국)은", "은련"),
    (NAMES, "은련(銀聯 카드)은", "은련"),
    # compounds, prefixes, missing spaces
    (NAMES, "알리바바그룹이 기획한", "알리바바"),
    (NAMES, "톈마오그룹이", "톈마오"),
    (NAMES, "작은거인알리바바", "알리바바"),
    (NAMES, "전알리바바 부사장", "알리바바"),
    (NAMES, "삼성과알리바바는", "삼성/알리바바"),
    (NAMES, "마윈의알리바바", "마윈/알리바바"),
    (NAMES, "😀😀𠮷 삼성과알리바바는 😀 작은거인알리바바", "삼성/알리바바/알리바바"),  # offsets are code points
    (PLACES, "한국기업과 협력한다", "한국"),
    (PLACES, "범중국 경제권", "중국"),
    (PLACES, "반중국 정서와 재중국 한인", "중국/중국"),
    (PLACES, "중국산 제품과 한국계 미국인", "중국/한국"),
    (PLACES, "서울로 갔다", "서울"),
    # no hit inside another word
    (PLACES, "한국은행은 금리를 올렸다", ""),
    (PLACES, "한국어를 배운다", ""),
    (PLACES, "한국사를 공부한다", ""),
    (PLACES, "중국어로 말했다", ""),
    (PLACES, "중국인은 많다", ""),
    (PLACES, "중국집에서 먹었다", ""),
    (PLACES, "이마에 땀이 났다", "이마"),
    (PLACES, "이마트에서 샀다", "이마트"),
    (PLACES, "이 마트에서 샀다", ""),
    (PLACES, "신한은행에서 만났다", ""),
    (PLACES, "신한은 은행이다", "신한"),
    (PLACES, "손정의는 투자가다", ""),
    (PLACES, "정의는 이긴다", "정의"),
    (PLACES, "가나다순으로 적는다", ""),
    (PLACES, "가나는 아프리카에 있다", "가나"),
    (PLACES, "나이지리아에서 왔다", ""),
    (PLACES, "사과나무를 심었다", ""),
    (PLACES, "정말로 그렇다", ""),
    (PLACES, "나라가 크다", ""),
    (PLACES, "말레이시아로 간다", ""),
    (PLACES, "내 말은 이렇다", "말"),
    (PLACES, "한국관 등 한국과의 협력", "한국관/한국"),
    (PLACES, "한국 관련 소식", "한국"),
    (PLACES, "서울대학교와 서울시는", ""),
    (NAMES, "마윈드가 왔다", ""),
    (NAMES, "마윈드밀이라는 이름", ""),
    (NAMES, "로마윈도우", ""),
    (NAMES, "삼성가의 상속", ""),
    (NAMES, "삼성전자가 발표했다", ""),
    (NAMES, "카카오톡으로 보냈다", ""),
    (NAMES, "카카오는 카카오톡을", "카카오"),
    (NAMES, "구글링을 했다", ""),
    # spacing variants
    (TRADE, "전자상거래와 전자 상거래", "전자상거래/전자 상거래"),
    (TRADE, "빅 데이터 기술과 빅데이터", "빅 데이터/빅데이터"),
    (TRADE, "온라인투오프라인과 온라인 투 오프라인", "온라인투오프라인/온라인 투 오프라인"),
    (TRADE, "물류플랫폼을 구축한다", "물류플랫폼"),
    (TRADE, "투자의향서를, 투자 의향서를", "투자의향서/투자 의향서"),
    (TRADE, "LG전자와 LG 전자", "LG전자/LG 전자"),
    (TRADE, "전자\u00ad상거래와 빅\u200b데이터", "전자\u00ad상거래/빅\u200b데이터"),
    (TRADE, "big data, bigdata, Big  Data", "big data/Big  Data"),
    (TRADE, "한중FTA와 한중 FTA", "한중FTA/한중 FTA"),
    # Latin
    (TRADE, "O2O는 o2o이고 Ｏ２Ｏ다", "O2O/o2o/Ｏ２Ｏ"),
    (TRADE, "O2O비즈니스와 XO2O, O2O2", "O2O"),
    (TRADE, "IT기업과 it, ITEM, AIT", "IT"),
    (TRADE, "한국 IT 및 핀테크 업계", "IT/핀테크"),
    (TRADE, "IT/금융과 IT-기업", "IT/IT"),
    (TRADE, "AT&T와 AT 공장", "AT"),
    (TRADE, "Alibaba, ALIBABA, alibaba.com, www.alibaba.com/x, a@alibaba.com", "Alibaba/ALIBABA"),
    (TRADE, "1688닷컴과 21688닷컴", "1688닷컴"),
    (TRADE, "三星은", "三星"),
    # verbs and derivations of trade terms
    (TRADE, "전자결제하는 사람", "전자결제"),
    (TRADE, "모바일전자결제가", "전자결제"),
    (TRADE, "클라우드화된 사업", "클라우드"),
    (TRADE, "인터넷뱅킹", "인터넷"),
    (TRADE, "스타트업을 찾는다", "스타트업"),
    # the longest, without overlap
    (GROUPS, "알리바바그룹이 알리바바를", "알리바바그룹/알리바바"),
    (GROUPS, "알리바바 클라우드의 알리바바", "알리바바 클라우드/알리바바"),
    (GROUPS, "한국은행은 한국의 은행이다", "한국은행/한국/은행"),
    (GROUPS, "삼성전자는 삼성의", "삼성전자/삼성"),
    (GROUPS, "알리바바은행", "알리바바/은행"),
    (GROUPS, "[작은거인 알리바바 마윈⑪]", "작은거인/알리바바"),
    (GROUPS, "", ""),
    (GROUPS, "아무것도 없다.", ""),
]


def surfaces(text: str, base: Termbase) -> list[str]:
    hits = match([Segment("7", 0, 0, len(text), text)], base)
    return [text[hit.start : hit.end] for hit in hits.get("7", ())]


@pytest.mark.parametrize(("base", "text", "expected"), TABLE, ids=[text for _, text, _ in TABLE])
def test_table(base: Termbase, text: str, expected: str) -> None:
    assert surfaces(text, base) == (expected.split("/") if expected else [])


class Silent:
    """An analyser that recognises nothing."""

    def tokenize(self, texts: list[str]) -> list[list[Any]]:
        return [[] for _ in texts]


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("뿅뿅전자", "뿅뿅전자가 뿅뿅전자의 뿅뿅전자들에게는", ["뿅뿅전자"] * 3),
        ("뷁슭", "뷁슭이 뷁슭 회장과 뷁슭회장은", ["뷁슭"] * 3),
        ("마윈", "마윈드가 마윈이", ["마윈"]),
        ("알리바바", "알리바바그룹은 범알리바바", ["알리바바"] * 2),
        ("이마", "이마트에서 이마를", ["이마"]),
        ("중국", "중국어로 중국에서", ["중국"]),
        ("유커", "서유커가 유커로", ["유커"]),
        ("서울", "서울로 마윈로", ["서울"]),  # ㄹ takes 로
        ("마윈", "마윈로", []),
        ("나", "나는", []),  # one syllable: only with the analyser's word for it
    ],
)
def test_without_the_analyser(words: str, text: str, expected: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching, "analyser", lambda *_: Silent())
    assert surfaces(text, termbase(words)) == expected


def test_hits_name_their_segment_and_concept() -> None:
    segments = [Segment(str(n), 0, 0, len(text), text) for n, text in enumerate(["없다", "알라비바와 마윈", "삼성"])]
    hits = match(segments, NAMES)
    assert {key: [(h.start, h.end, h.concept.name) for h in found] for key, found in hits.items()} == {
        "1": [(0, 4, "알리바바"), (6, 8, "마윈")],
        "2": [(0, 2, "삼성")],
    }


def test_an_empty_termbase_finds_nothing() -> None:
    assert match([Segment("1", 0, 0, 2, "마윈")], Termbase()) == {}


WORDS = [form for concept in NAMES.concepts for form in concept.forms("ko")]
PIECES = st.sampled_from(
    [*WORDS, "은", "는", " ", " ", ".", "(銀聯)", "그룹", "회장", "의", "드", "A", "😀", "\u00ad", "한"]
)


@settings(deadline=None, max_examples=150)
@given(st.lists(PIECES, max_size=14).map("".join))
def test_hits_are_ordered_apart_and_spelled_like_their_concept(text: str) -> None:
    last = 0
    for hit in match([Segment("1", 0, 0, len(text), text)], NAMES).get("1", ()):
        assert last <= hit.start < hit.end <= len(text)
        last = hit.end
        surface = fold(text[hit.start : hit.end]).removesuffix("(銀聯)")
        assert surface in {fold(form) for form in hit.concept.forms("ko")}


@settings(deadline=None, max_examples=100)
@given(st.sampled_from(WORDS), st.sampled_from(["", "의", "에게", "들은", "까지도", "만을", "측", "씨도", "회장의"]))
def test_a_name_with_particles_is_always_found(word: str, particles: str) -> None:
    text = f"어제 {word}{particles} 이야기했다."
    assert surfaces(text, NAMES) == [word]


def test_ten_thousand_concepts_in_a_hundred_thousand_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every term is found; the time is in benchmarks, here a quadratic search would simply not end."""
    monkeypatch.setattr(matching, "analyser", lambda *_: Silent())
    syllables = [chr(code) for code in range(0xAC00, 0xAC00 + 100)]
    words = [a + b + "뷁" for a in syllables for b in syllables]
    base = termbase(",".join(words))
    text = " ".join(f"{word}의 이야기가 길다." for word in words)
    assert len(text) > 100_000
    assert _count(surfaces(text, base), words) == len(words)


def _count(found: Iterable[str], words: list[str]) -> int:
    return sum(one == word for one, word in zip(found, words, strict=True))
