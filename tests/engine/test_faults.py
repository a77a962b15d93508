"""Signs of degenerate output, each with what it must and must not see."""

import pytest

from translate.engine.faults import FAULTS, find

SOURCE = "우리는 인터넷 기술을 활용해 쇼핑을 더 편리하게 만든다."
PARALLEL = "빨리 가려면 혼자 가고 멀리 가려면 함께 가라는 말이 있다."
CASES = [
    ("en", SOURCE, "We use internet technology to make shopping easier.", ()),
    ("zh", SOURCE, "我们利用互联网技术让购物更方便。", ()),
    ("en", SOURCE, "", ("empty", "length")),
    ("en", SOURCE, "...", ("empty", "length")),
    ("en", SOURCE, SOURCE, ("copied", "hangul")),
    ("en", SOURCE, "We use internet technology to make 쇼핑 easier.", ("hangul",)),
    ("zh", SOURCE, "我们利用互联网技术让쇼핑更方便。", ("hangul",)),
    ("en", SOURCE, "We use internet 技术 to make shopping easier.", ("foreign",)),
    ("zh", SOURCE, "我们利用 internet technology 让购物更方便。", ("foreign",)),
    ("en", SOURCE, "We use technology technology technology to make shopping easier.", ("loop",)),
    ("en", SOURCE, "We use internet technology, we use internet technology.", ("loop",)),
    ("zh", SOURCE, "我们利用互联网技术关注关注关注购物。", ("loop",)),
    ("en", SOURCE, "Yes, it is.", ("length",)),
    ("en", "한 걸음 한 걸음 걷는다.", "They walk step by step.", ()),
    ("en", "마윈이 銀聯과 만났다.", "Jack Ma met 銀聯.", ()),
    ("zh", "O2O와 IT 사업이다.", "这是O2O和IT业务。", ()),
    ("en", SOURCE, "We use big data technology technology to make shopping easier.", ("loop",)),
    ("en", SOURCE, "We met met them with internet technology today.", ("loop",)),
    ("en", SOURCE, "Chairman Chairman uses technology to make shopping easier.", ("loop",)),
    ("en", SOURCE, "Majajajajaja uses internet technology for shopping.", ("loop",)),
    ("en", "마자자가 빨리빨리 쇼핑을 더 편리하게 만든다.", "Majajajajaja uses internet technology.", ("loop",)),
    ("en", SOURCE, "We use internet technologytechnology for shopping.", ("loop",)),
    ("en", SOURCE, "They said that that technology had had its day of shopping.", ()),
    ("en", SOURCE, "He won won notes for the father Father of 1,000,000,000 shops.", ()),
    ("en", "멍멍 짖는 강아지가 인터넷 기술을 쓴다.", "The dog goes woof woof on the internet.", ()),
    ("en", "아주 아주 편리한 쇼핑 기술을 만든다.", "We make a really really easy way of shopping.", ()),
    ("en", "하하하 웃으며 쇼핑을 더 편리하게 만든다.", "Hahaha, we make shopping easier.", ()),
    ("en", PARALLEL, "If you want to go fast, go alone, and if you want to go far, go together.", ()),
    ("en", SOURCE, "If you want to go fast, go alone, and if you want to go far, go together.", ("loop",)),
    ("zh", SOURCE, "所以我我认为互联网技术让购物更方便。", ("loop",)),
    ("zh", SOURCE, "这是是互联网技术让购物更方便的办法。", ("loop",)),
    ("zh", SOURCE, "问题是是否用互联网技术让购物更方便。", ()),
    ("zh", SOURCE, "但是是互联网技术让购物更方便的。", ()),
    ("en", "메뉴에서 default 기본값을 설정하는 기술이다.", "It sets the default default of the menu.", ()),
    ("zh", SOURCE, "为了了解互联网技术，人人天天看看购物。", ()),
    ("zh", SOURCE, "为了达到目的的人，用互联网技术让购物更方便。", ()),
    ("zh", SOURCE, "Naver Naver用互联网技术让购物更方便。", ("foreign", "loop")),
    ("en", "가.", "Go.", ()),
    ("en", "…", "…", ()),
]


@pytest.mark.parametrize(("language", "source", "target", "expected"), CASES)
def test_find(language: str, source: str, target: str, expected: tuple[str, ...]) -> None:
    assert find(source, target, language) == expected


def test_allowed_forms_are_no_faults() -> None:
    target = "We use 阿里 technology to make 쇼핑 easier."
    assert find(SOURCE, target, "en") == ("hangul", "foreign")
    assert find(SOURCE, target, "en", allowed=("阿里", "쇼핑")) == ()


def test_a_name_of_two_equal_words_is_no_loop() -> None:
    target = "We use Duran Duran technology to make shopping easier."
    assert find(SOURCE, target, "en") == ("loop",)
    assert find(SOURCE, target, "en", allowed=("Duran Duran",)) == ()


def test_cut() -> None:
    assert find(SOURCE, "We use internet technology to make shopping", "en", cut=True) == ("cut",)


def test_every_fault_is_tested() -> None:
    assert {fault for *_, expected in CASES for fault in expected} | {"cut"} == set(FAULTS)
