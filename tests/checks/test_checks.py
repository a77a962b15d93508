"""Each check on a table of (source, language, target, what it says); an empty row says nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate import checks
from translate.article import (
    Block,
    Concept,
    Finding,
    Hint,
    HintKind,
    Kind,
    Origin,
    Segment,
    Severity,
    Status,
    TermHit,
    Translation,
)
from translate.checks.pair import Pair

E, W, N = Severity.ERROR, Severity.WARNING, Severity.NOTE


def issues(check: str, source: str, language: str, target: str, **more: object) -> list[tuple[Severity, str]]:
    hits = more.pop("hits", ())
    kind = more.pop("kind", Kind.PARAGRAPH)
    assert isinstance(hits, tuple)
    assert isinstance(kind, Kind)
    translation = Translation("1", language, target, **more)  # type: ignore[arg-type]
    pair = Pair(Segment("1", 0, 0, len(source), source), translation, hits, Block(kind, source))
    found = list(checks.CHECKS[check](pair))
    for one in found:
        assert 0 <= one.start <= one.end <= len(target)
    return [(one.severity, one.message) for one in found]


NUMBERS = [
    ("주유소 5000개를 샀다.", "en", "They bought 5,000 gas stations.", []),
    ("주유소 5000개를 샀다.", "zh", "买下了5000个加油站。", []),
    ("주유소 5000개를 샀다.", "en", "They bought 500 gas stations.", [(E, "5000"), (W, "500")]),
    ("주유소 5000개를 샀다.", "en", "They bought gas stations.", [(E, "5000")]),
    ("11조2000억 원 규모다.", "en", "It is worth 11.2 trillion won.", []),
    ("11조2000억 원 규모다.", "zh", "规模为11.2万亿韩元。", []),
    ("11조2000억 원 규모다.", "en", "It is worth 112 billion won.", [(E, "11조2000억"), (W, "112 billion")]),
    ("3억 5천만 명이 쓴다.", "en", "It has 350 million users.", []),
    ("3억 5천만 명이 쓴다.", "zh", "有3.5亿人使用。", []),
    ("3억 5천만 명이 쓴다.", "zh", "有3500万人使用。", [(E, "3억 5천만"), (W, "3500万")]),
    ("1만2000명이 왔다.", "en", "12,000 people came.", []),
    ("5월 중순 방한했다.", "en", "He visited Korea in mid-May.", []),
    ("5월 중순 방한했다.", "zh", "他于5月中旬访问韩国。", []),
    ("5월 중순 방한했다.", "en", "He visited Korea in mid-June.", [(W, "5")]),
    ("2015년 5월 25일이다.", "en", "It is May 25, 2015.", []),
    ("2015년 5월 25일이다.", "zh", "今天是2015年5月25日。", []),
    ("2015년 5월 25일이다.", "zh", "今天是2016年5月25日。", [(E, "2015"), (W, "2016")]),
    ("향후 20~30년 동안이다.", "en", "It is for the next 20 to 30 years.", []),
    ("향후 20~30년 동안이다.", "zh", "是今后20至30年。", []),
    ("향후 20~30년 동안이다.", "en", "It is for the next 20 years.", [(E, "30")]),
    ("매출이 15.3% 늘었다.", "en", "Sales rose 15.3 percent.", []),
    ("매출이 15.3% 늘었다.", "zh", "销售额增长15.3%。", []),
    ("매출이 15.3% 늘었다.", "en", "Sales rose 15.3 won.", [(W, "percentage")]),
    ("매출이 15.3% 늘었다.", "en", "Sales rose 13.5 percent.", [(E, "15.3"), (W, "13.5")]),
    ("매출이 12.5% 늘었다.", "en", "Sales rose 12.5 times.", [(W, "percentage")]),
    ("매출이 12.5% 늘었다.", "zh", "销售额增长12.5倍。", [(W, "percentage")]),
    ("매출이 12.5% 늘고 5%다.", "en", "Sales rose 12.5-fold and 5%.", [(W, "12.5 is a percentage, not 12.5-fold")]),
    ("매출이 12.5%포인트 늘었다.", "en", "Sales rose 12.5 points.", []),
    ("매출이 50% 늘었다.", "en", "Sales rose by half.", []),
    (
        "매출이 1,200% 늘고 5%다.",
        "en",
        "Sales rose 1,200 times and 5%.",
        [(W, "1,200 is a percentage, not 1,200 times")],
    ),
    ("매출이 1200% 늘었다.", "en", "Sales rose 1,200 times.", [(W, "percentage")]),
    ("매출이 200% 늘었다.", "en", "Sales rose 200%, or 1,200 times a day.", [(W, "no number 1,200")]),
    ("매출이 2% 늘어 2배다.", "en", "Sales rose 2% to 2 times.", []),
    ("30년간 일했다.", "en", "He worked in 2030.", [(E, "30"), (W, "2030")]),
    ("15년 만에 왔다.", "zh", "他2015年来了。", [(E, "15"), (W, "2015")]),
    ("3조 5천억 원이다.", "zh", "是3万5000亿韩元。", []),
    ("두 번 만났다.", "en", "They met twice.", []),
    ("두 번 만났다.", "en", "They met.", []),
    ("3분의 1이 반대했다.", "en", "One third were against it.", []),
    ("3분의 1이 반대했다.", "zh", "三分之一反对。", []),
    ("30대 창업가다.", "en", "He is a founder in his 30s.", []),
    ("마윈⑪ 만났다.", "zh", "马云⑪ 见面。", []),
    ("마윈⑪ 만났다.", "en", "Jack Ma 11: they met.", []),
    ("마윈⑪ 만났다.", "en", "Jack Ma: they met.", [(E, "⑪ (11)")]),
    ("O2O 사업이다.", "en", "It is an O2O business.", []),
    ("O2O 사업이다.", "en", "It is a business.", [(W, "O2O")]),
    ("오후 3시 30분에 만난다.", "en", "We meet at 3:30 p.m.", []),
]


@pytest.mark.parametrize(("source", "language", "target", "expected"), NUMBERS)
def test_numbers(source: str, language: str, target: str, expected: list[tuple[Severity, str]]) -> None:
    found = issues("numbers", source, language, target)
    assert [severity for severity, _ in found] == [severity for severity, _ in expected], found
    for (_, message), (_, part) in zip(found, expected, strict=True):
        assert part in message


CURRENCIES = [
    ("5000원을 냈다.", "en", "He paid 5,000 won.", []),
    ("5000원을 냈다.", "en", "He paid ₩5,000.", []),
    ("5000원을 냈다.", "en", "He paid 5,000.", [(W, "won")]),
    ("5000원을 냈다.", "en", "He paid $5,000.", [(E, "the source has won, not dollars")]),
    ("5000원을 냈다.", "en", "He paid 5,000 yuan.", [(E, "the source has won, not yuan")]),
    ("5000원을 냈다.", "zh", "他付了5000韩元。", []),
    ("5000원을 냈다.", "zh", "他付了5000元。", [(E, "the source has won, not yuan")]),
    ("11조2000억 원 규모다.", "zh", "规模为11.2万亿美元。", [(E, "the source has won, not dollars")]),
    ("천 원짜리다.", "en", "It is a thousand-won note.", []),
    ("3억 달러다.", "en", "It is US$300 million.", []),
    ("3억 달러다.", "en", "It is 300 million won.", [(E, "the source has dollars, not won")]),
    ("3억 달러다.", "zh", "是3亿美元。", []),
    ("3억 홍콩달러다.", "zh", "是3亿港元。", []),
    ("1억 위안을 벌었다.", "en", "He earned RMB 100 million.", []),
    ("1억 위안을 벌었다.", "en", "He earned ¥100 million.", []),
    ("1억 위안을 벌었다.", "zh", "他赚了1亿元。", []),
    ("1억 위안을 벌었다.", "zh", "他赚了1亿日元。", [(E, "the source has yuan, not yen")]),
    ("100엔과 2유로를 냈다.", "en", "He paid 100 yen and 2 euros.", []),
    ("100엔과 2유로를 냈다.", "zh", "他付了100日元和2欧元。", []),
    ("100엔과 2유로를 냈다.", "zh", "他付了100日元和2美元。", [(E, "the source has euros, not dollars")]),
    ("위안화가 100원 올랐다.", "en", "One hundred yuan rose by 100 won.", []),
    ("6700억을 잃었다.", "en", "They lost 670 billion won.", [(W, "the source has no amount in won")]),
    ("노조원 2만 명이 왔다.", "en", "20,000 union members came.", []),
    ("만원 버스에 탔다.", "en", "He took a packed bus.", []),
    ("30대엔 몰랐다.", "zh", "三十多岁时不知道。", []),
    ("3대 0으로 이겼다.", "en", "One won, and the other 2 won't.", []),
    ("삼원계 배터리 2개다.", "zh", "有2个三元电池。", []),
]


@pytest.mark.parametrize(("source", "language", "target", "expected"), CURRENCIES)
def test_currencies(source: str, language: str, target: str, expected: list[tuple[Severity, str]]) -> None:
    found = issues("currencies", source, language, target)
    assert [severity for severity, _ in found] == [severity for severity, _ in expected], found
    for (_, message), (_, part) in zip(found, expected, strict=True):
        assert part in message


MONTHS = [
    ("5월 중순 방한했다.", "en", "He visited in mid-May.", []),
    ("5월 중순 방한했다.", "en", "He visited in mid-June.", ["June"]),
    ("5월 중순 방한했다.", "en", "He visited on Jun. 5.", ["Jun"]),
    ("5월 중순 방한했다.", "zh", "他于五月中旬访问。", []),
    ("5월 중순 방한했다.", "zh", "他于六月中旬访问。", ["六"]),
    ("11월에 왔다.", "zh", "他十一月来了。", []),
    ("1월에 왔다.", "zh", "他十一月来了。", ["十一"]),
    ("3~4월에 왔다.", "en", "He came in March and April.", []),
    ("시월에 왔다.", "en", "He came in October.", []),
    ("지난달에 왔다.", "en", "He came in June.", ["June"]),
    ("2015.6.25에 왔다.", "en", "He came on June 25, 2015.", []),
    ("백남준과 레이쥔이 왔다.", "en", "Nam June Paik and Lei Jun came. May I?", []),
    ("5개월 걸렸다.", "zh", "花了五个月。", []),
    ("달이 떴다.", "zh", "二月亮了。", []),
]


@pytest.mark.parametrize(("source", "language", "target", "wrong"), MONTHS)
def test_months(source: str, language: str, target: str, wrong: list[str]) -> None:
    assert issues("months", source, language, target) == [(W, f"the source has no {name}") for name in wrong]


TWICE = "“새 시장은 어렵다”고 말한 그는 “그래도 간다”고 했다."
ONE, TWO = "the source has 2 quotations, the translation 1", "the source has 1 quotation, the translation 2"
NONE = "the source has no quotation, the translation 1"
QUOTATIONS = [
    (TWICE, "en", "“A new market is hard,” he said. “I will go anyway.”", []),
    (TWICE, "en", "“A new market is hard,” he said, and he would go anyway.", [ONE]),
    (TWICE, "en", "He said a new market is hard, and he would go anyway.", []),
    (TWICE, "zh", "他说“新市场很难”，又说“还是要去”。", []),
    (TWICE, "zh", "他说新市场很难，又说“还是要去”。", [ONE]),
    ("“새 시장은 어렵다.” 그가 말했다.", "en", "“A new market is hard,” he said. “A market is hard.”", []),
    ("“새 시장은 어렵다.” 그가 말했다.", "en", "“A new market is hard,” he said. “The new market is hard.”", [TWO]),
    ("“새 시장은 어렵다.” 그가 말했다.", "zh", "他说：“新市场很难。”他又说：“新市场很难。”", []),
    ("“새 시장은 어렵다.” 그가 말했다.", "zh", "他说：“新的市场很难。”他又说：“新的市场很难。”", [TWO]),
    ("‘새 시장’은 “어렵다”고 했다.", "en", "He said “the new market of all” is “hard for all of us.”", []),
    ("《시장》은 “어렵다”고 했다.", "zh", "《市场》说“很难很难很难”。", []),
    ("새 시장은 어렵다고 했다.", "en", "He said a “new market” is hard.", []),
    ("새 시장은 어렵다고 했다.", "en", "He said, “A new market is hard for all of us.”", [NONE]),
    ("“새 시장은 어렵다고 그가 말했다.", "en", "“A new market is hard,” he said. “And a market is hard.”", []),
]


@pytest.mark.parametrize(("source", "language", "target", "expected"), QUOTATIONS)
def test_quotations(source: str, language: str, target: str, expected: list[str]) -> None:
    assert issues("quotations", source, language, target) == [(W, message) for message in expected]


BRACKETS = [
    ("“가자.” 그가 말했다.", "en", "“Let us go,” he said.", []),
    ("“가자.” 그가 말했다.", "en", "Let us go, he said.", [W]),
    ("‘가자’고 했다.", "en", "They said to go.", [N]),
    ("“새 시장은 어렵다.", "en", "“A new market is hard.", []),
    ("“새 시장은 어렵다.", "en", "A new market is hard.", [W]),
    ("새 시장은 어렵다.", "en", "“A new market is hard.", [E]),
    ("기회다.”", "en", "It is a chance.”", []),
    ("기회다.”", "en", "It is a chance.", [W]),
    ("기회다.", "zh", "是机会。”", [E]),
    ("회사(본사)가 크다.", "en", "The company (head office) is big.", []),
    ("회사(본사)가 크다.", "en", "The company is big.", [W]),
    ("회사(본사)가 크다.", "zh", "公司（总部）很大。", []),
    ("회사(본사)가 크다.", "zh", "公司（总部很大。", [E]),
    ("은련(銀聯)이 크다.", "en", "UnionPay is big.", []),
    ("그의 것이다.", "en", "It’s his. Don't ask.", []),
]


@pytest.mark.parametrize(("source", "language", "target", "expected"), BRACKETS)
def test_brackets(source: str, language: str, target: str, expected: list[Severity]) -> None:
    assert [severity for severity, _ in issues("brackets", source, language, target)] == expected


PUNCTUATION = [
    ("계획이 있나?", "en", "Do you have a plan?", Kind.QUESTION, []),
    ("계획이 있나?", "en", "You have a plan.", Kind.QUESTION, [W]),
    ("계획이 있나?", "zh", "有计划吗？", Kind.QUESTION, []),
    ("계획이 있다.", "en", "Is there a plan?", Kind.PARAGRAPH, [N]),
    ("계획이 있을까.", "en", "Is there a plan?", Kind.PARAGRAPH, []),
    ("무엇을 하느냐고 물었다.", "zh", "他问：在做什么？", Kind.PARAGRAPH, []),
    ("계획이 있다.", "en", "There is a plan", Kind.PARAGRAPH, [W]),
    ("계획이 있다.", "en", "There is a plan", Kind.HEADING, []),
    ("계획이 있다.", "en", "There is a plan。", Kind.PARAGRAPH, [W]),
    ("계획, 그리고 돈.", "zh", "计划,和钱。", Kind.PARAGRAPH, [W]),
    ("계획, 그리고 돈.", "zh", "计划，和钱。", Kind.PARAGRAPH, []),
    ("계획이 있다.", "zh", "有计划.", Kind.PARAGRAPH, [W]),
    ("계획이 있다.", "zh", "“有计划”.", Kind.PARAGRAPH, [W]),
    ("계획이 있다...", "zh", "有计划...", Kind.PARAGRAPH, []),
    ("3,000원이다.", "zh", "是3,000韩元。", Kind.PARAGRAPH, []),
    ("계획이 있다.", "en", "There is,, a plan.", Kind.PARAGRAPH, [W]),
    ("계획이 있다.", "en", "There is  a plan.", Kind.PARAGRAPH, [W]),
    ("오후 3시, 만났다.", "en", "At 3 p.m., they met.", Kind.PARAGRAPH, []),
    ("https://a.b/c,,d 를 보라.", "en", "See https://a.b/c,,d .", Kind.PARAGRAPH, []),
]


@pytest.mark.parametrize(("source", "language", "target", "kind", "expected"), PUNCTUATION)
def test_punctuation(source: str, language: str, target: str, kind: Kind, expected: list[Severity]) -> None:
    assert [severity for severity, _ in issues("punctuation", source, language, target, kind=kind)] == expected


RESIDUE = [
    ("그는 웃었다.", "en", "He laughed.", []),
    ("그는 웃었다.", "en", "He 웃었다.", ["Korean is left: 웃었다"]),
    ("그는 웃었다.", "zh", "他笑了ㅋㅋ。", ["Korean is left: ㅋㅋ"]),
    ("그는 웃었다.", "zh", "他笑了。", []),
    ("도전이다.", "en", "It is a 挑战.", ["Chinese characters in the English: 挑战"]),
    ("銀聯이다.", "en", "It is 銀聯.", []),
    ("http://a.kr/경로 를 보라.", "en", "See http://a.kr/경로 now.", []),
    ("http://a.kr/경로 를 보라.", "en", "보라 http://a.kr/경로 now.", ["Korean is left: 보라"]),
]


@pytest.mark.parametrize(("source", "language", "target", "expected"), RESIDUE)
def test_residue(source: str, language: str, target: str, expected: list[str]) -> None:
    assert issues("residue", source, language, target) == [(E, message) for message in expected]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("그는 도전했다.", "他接受了challenge。", ["challenge"]),
        ("그는 도전했다.", "他 well-known 接受了。", ["well-known"]),
        ("그는 iPhone과 app을 썼다.", "他用iPhone和app。", []),
        ("그는 10킬로미터를 달렸다.", "他跑了10 km。", []),
        ("그는 오투오를 말했다.", "他说的是O2O和a。", []),
        ("http://a.kr/경로 를 보라.", "看http://a.kr/경로 吧。", []),
        ("그는 웃었다.", "他笑了 smile and laugh。", ["smile", "and", "laugh"]),
    ],
)
def test_english_words_in_chinese(source: str, target: str, expected: list[str]) -> None:
    found = issues("residue", source, "zh", target)
    assert found == [(W, f"an English word is left: {word}") for word in expected]
    assert issues("residue", source, "en", "He laughed.") == []


def test_english_words_of_terms_and_hints_belong_in_chinese() -> None:
    escrow = TermHit(0, 4, Concept({"ko": ("에스크로",), "zh": ("escrow 账户",)}))
    hint = Hint(5, 7, "app")
    assert issues("residue", "에스크로 앱", "zh", "escrow app", hits=(escrow,), hints=(hint,)) == []


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("그는 웃었다.", "He laughed.", []),
        ("그는 웃었다.", "", [(E, "the translation is empty")]),
        ("그는 웃었다.", " . ", [(E, "the translation is empty")]),
        ("그는 웃었다.", "그는 웃었다.", [(E, "the translation is a copy of the source")]),
        ("그는 웃었다.", "그는  웃었다", [(E, "the translation is a copy of the source")]),
        ("https://a.b", "https://a.b", []),
        ("…", "…", []),
    ],
)
def test_emptiness(source: str, target: str, expected: list[tuple[Severity, str]]) -> None:
    assert issues("emptiness", source, "en", target) == expected


@pytest.mark.parametrize(
    ("target", "missing"),
    [
        ("See https://a.b/c?d=1 or write to a.b@c.kr.", []),
        ("See https://a.b/c or write to a.b@c.kr.", ["https://a.b/c?d=1"]),
        ("See it.", ["https://a.b/c?d=1", "a.b@c.kr"]),
    ],
)
def test_addresses(target: str, missing: list[str]) -> None:
    found = issues("addresses", "https://a.b/c?d=1 을 보거나 a.b@c.kr 로 쓰라.", "en", target)
    assert found == [(E, f"{address} is not in the translation") for address in missing]


SHOPPING = "우리는 인터넷 기술을 활용해 쇼핑을 돕는다."
SHORT_EN = "the translation has 6 letters for 18 of the source; 23 to 82 would be usual: is something left out?"
LONG_EN = "the translation has 144 letters for 18 of the source; 23 to 82 would be usual: is something added?"
ADDED_EN = "the translation has 37 letters for 2 of the source; at most 28 would be usual: is something added?"
ADDED_ZH = "the translation has 9 letters for 2 of the source; at most 8 would be usual: is something added?"
SHORT_ZH = "the translation has 2 letters for 18 of the source; 8 to 23 would be usual: is something left out?"
LENGTH = [
    (SHOPPING, "en", "We help people shop with internet technology.", []),
    (SHOPPING, "en", "We help.", [SHORT_EN]),
    (SHOPPING, "en", "We help people shop. " * 9, [LONG_EN]),
    (SHOPPING, "zh", "我们利用互联网技术帮助购物。", []),
    (SHOPPING, "zh", "我们。", [SHORT_ZH]),
    ("짧다.", "en", "This one is short.", []),
    ("짧다.", "en", "This one is short, and its translation is long.", [ADDED_EN]),
    ("(계속)", "zh", "（他们说明天还会再来）", [ADDED_ZH]),
    ("http://abcdefghijklmnop.kr/abcdefghijklm 를 보라.", "en", "See http://abcdefghijklmnop.kr/abcdefghijklm .", []),
    ("2015.05.25 12:30:45", "en", "2015.05.25 12:30:45", []),
]


@pytest.mark.parametrize(("source", "language", "target", "expected"), LENGTH)
def test_length(source: str, language: str, target: str, expected: list[str]) -> None:
    assert issues("length", source, language, target) == [(W, message) for message in expected]


def test_length_of_what_was_kept() -> None:
    kept = "Alibaba Group Holding"
    assert issues("length", kept, "en", kept, origin=Origin.KEPT) == []
    assert len(issues("length", kept, "en", kept)) == 1


JACK = Concept({"ko": ("마윈",), "en": ("Jack Ma",), "zh": ("马云",)}, forbidden={"en": ("Ma Yun",)})
SEOUL = Concept({"ko": ("서울",), "en": ("Seoul",), "zh": ()})


@pytest.mark.parametrize(
    ("language", "target", "expected"),
    [
        ("en", "Jack Ma came to Seoul.", []),
        ("en", "Jack Ma’s trip to Seoul.", []),
        ("en", "Ma came to Seoul.", ["마윈 should be Jack Ma"]),
        ("en", "Jack Mann came to Seoul.", ["마윈 should be Jack Ma"]),
        ("en", "He came.", ["마윈 should be Jack Ma", "서울 should be Seoul"]),
        ("en", "Ma Yun came to Seoul.", ["마윈 should be Jack Ma", "Ma Yun is a forbidden form"]),
        ("en", "Jack Ma (Ma Yun) came to Seoul.", ["Ma Yun is a forbidden form"]),
        ("zh", "马云来了。", []),
        ("zh", "他来了。", ["마윈 should be 马云"]),
    ],
)
def test_terms(language: str, target: str, expected: list[str]) -> None:
    hits = (TermHit(0, 2, JACK), TermHit(4, 6, SEOUL))
    found = issues("terms", "마윈이 서울에 왔다.", language, target, hits=hits)
    assert sorted(found) == sorted((E, message) for message in expected)


@pytest.mark.parametrize(
    ("fault", "language", "expected"),
    [("loop", "en", [W]), ("cut", "zh", [E]), ("foreign", "zh", [W]), ("foreign", "en", []), ("empty", "en", [])],
)
def test_faults(fault: str, language: str, expected: list[Severity]) -> None:
    found = issues("faults", "그는 웃었다.", language, "He laughed.", faults=(fault,))
    assert [severity for severity, _ in found] == expected


def test_names() -> None:
    hint = Hint(0, 3, "Eom Myo-ran", origin="guess")
    found = issues("names", "엄묘란이 왔다.", "en", "Eom Myo-ran came.", guessed=("Eom Myo-ran",), hints=(hint,))
    assert found == [(N, "spelt by sound, to be checked: Eom Myo-ran (엄묘란)")]
    assert issues("names", "그가 왔다.", "en", "He came.") == []


NAMES = [
    ("이재빈이 왔다.", "en", "Lee Jae-bin", "Lee Jae-bin came.", []),
    ("이재빈이 왔다.", "en", "Lee Jae-bin", "Mr. Lee came.", []),
    ("이재빈이 왔다.", "en", "Lee Jae-bin", "He came.", ["Lee Jae-bin (이재빈)"]),
    ("이재빈이 왔다.", "zh", "李在彬", "李在斌来了。", []),
    ("이재빈이 왔다.", "zh", "李在彬", "他来了。", ["李在彬 (이재빈)"]),
    ("톰 행크스가 왔다.", "zh", "汤姆·汉克斯", "汉克斯来了。", []),
    ("톰 행크스가 왔다.", "zh", "汤姆·汉克斯", "他来了。", ["汤姆·汉克斯 (톰 행)"]),
    ("유엔이 왔다.", "en", "United Nations", "The U.N. came.", []),
    ("알리바바가 왔다.", "en", "Alibaba", "It came.", []),
    ("주유소가 왔다.", "en", "gas station", "It came.", []),
    ("고등학교에 왔다.", "zh", "中学校", "他来了。", []),
]


@pytest.mark.parametrize(("source", "language", "form", "target", "missing"), NAMES)
def test_names_that_the_engine_was_given(
    source: str, language: str, form: str, target: str, missing: list[str]
) -> None:
    hint = Hint(0, 3, form, HintKind.GLOSS, "lexicon")
    found = issues("names", source, language, target, hints=(hint, hint))
    assert found == [(W, f"the name {name} is not in the translation") for name in missing]


def test_a_long_name_of_one_word() -> None:
    hint = Hint(0, 4, "Alibaba", HintKind.GLOSS, "lexicon")
    assert issues("names", "알리바바가 왔다.", "en", "Alibaba’s staff came.", hints=(hint,)) == []
    assert len(issues("names", "알리바바가 왔다.", "en", "It came.", hints=(hint,))) == 1


def test_a_guessed_name_that_is_not_there() -> None:
    hint = Hint(0, 3, "Seo Da-bin", origin="guess")
    found = issues("names", "서다빈이 왔다.", "en", "Lee Jae-bin came.", guessed=("Seo Da-bin",), hints=(hint,))
    assert found == [(W, "the name Seo Da-bin (서다빈), spelt by sound, is not in the translation")]


@pytest.mark.parametrize(
    ("source", "language", "target", "missing"),
    [
        ("‘Do business in Korea’를 폈다.", "en", "He opened “Do business in Korea.”", []),
        ("‘Do business in Korea’를 폈다.", "zh", "他打开了“Do business”。", ["Korea"]),
        ("GitHub에서 봤다.", "en", "He saw it on GITHUB.", []),
        ("GitHub에서 봤다.", "en", "He saw it.", ["GitHub"]),
        ("https://example.com/Path 를 봤다.", "en", "He saw it.", []),
        ("TV와 SNS를 봤다.", "en", "He watched it online.", []),
        ("CATL을 봤다.", "zh", "他看了宁德时代。", []),
    ],
)
def test_words_in_latin_letters(source: str, language: str, target: str, missing: list[str]) -> None:
    found = issues("names", source, language, target)
    assert found == [(W, f"{word} is not in the translation") for word in missing]


def test_a_term_in_latin_letters_is_the_glossary_s() -> None:
    paypal = TermHit(0, 6, Concept({"ko": ("PayPal",), "zh": ("贝宝",)}))
    assert issues("names", "PayPal을 썼다.", "zh", "用了贝宝。", hits=(paypal,)) == []


def test_run_orders_and_names_findings() -> None:
    sources, targets = ["주유소 5000개다.", "그는 웃었다."], ["50개 gas stations", ""]
    segments = [Segment(str(n + 1), n, 0, len(text), text) for n, text in enumerate(sources)]
    translations = [Translation(str(n + 1), "en", text) for n, text in enumerate(targets)]
    found = checks.run(segments, translations, {}, [Block(Kind.PARAGRAPH, text) for text in sources])
    assert [(one.segment, one.check) for one in found] == [
        ("1", "numbers"),
        ("1", "numbers"),
        ("1", "residue"),
        ("1", "punctuation"),
        ("2", "emptiness"),
    ]
    assert found[2] == Finding("residue", E, "1", "en", "Korean is left: 개", 2, 3)
    assert checks.run(segments, translations, {})[0] == found[0]


def test_every_check_is_tested_here() -> None:
    own = {name.removeprefix("test_") for name in globals() if name.startswith("test_")}
    assert set(checks.CHECKS) <= own


TEXT = st.one_of(
    st.text(max_size=40),
    st.lists(st.sampled_from([*"가나0123456789.,조억만%~-“”‘’'\"()[]《》 \n亿万, 月", "three", "3.5"])).map("".join),
)


def test_many_numbers() -> None:
    """Comparing every number with every other would take minutes here."""
    assert len(issues("numbers", "7만 " * 20_000, "en", "8, " * 20_000)) == 40_000


@given(TEXT, TEXT, st.sampled_from(["en", "zh", "xx"]))
@settings(max_examples=300, deadline=None)
def test_nothing_raises(source: str, target: str, language: str) -> None:
    segment = Segment("1", 0, 0, len(source), source)
    dnt = Concept({"ko": ("가",), "en": ("가",)}, Status.DO_NOT_TRANSLATE)
    hits = {"1": (TermHit(0, 1, dnt),)} if source else {}
    translation = Translation("1", language, target, faults=("loop", "odd"), guessed=("Kim",))
    for one in checks.run([segment], [translation], hits):
        assert 0 <= one.start <= one.end <= len(target)
        assert "\n" not in one.message
