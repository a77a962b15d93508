"""Signs of degenerate output, each with what it must and must not see."""

import pytest

from translate.engine.faults import FAULTS, find

SOURCE = "우리는 인터넷 기술을 활용해 쇼핑을 더 편리하게 만든다."
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


def test_cut() -> None:
    assert find(SOURCE, "We use internet technology to make shopping", "en", cut=True) == ("cut",)


def test_every_fault_is_tested() -> None:
    assert {fault for *_, expected in CASES for fault in expected} | {"cut"} == set(FAULTS)
