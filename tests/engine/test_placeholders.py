"""What is guarded in a source, and how it travels."""

import pytest

from translate.article import Hint
from translate.engine.base import Request
from translate.engine.placeholders import gaps, glued, protect, restore

MARKS = ("⟦0⟧", "⟦1⟧")


def travels(own, text: str, **more) -> tuple[str, str | None, str]:
    made = protect(Request(text, **more), own, own.placeholders)
    return made.head, made.asked and made.asked.text, made.tail


@pytest.mark.parametrize(
    ("text", "head", "asked", "tail"),
    [
        ("그는 왔다.", "", "그는 왔다.", ""),
        ("▲ 그는 왔다 🙂🙂", "▲ ", "그는 왔다", " 🙂🙂"),
        ("그는 왔다🙂", "", "그는 왔다", "🙂"),
        ("그는 🙂 왔다", "", "그는 ⟦0⟧ 왔다", ""),
        ("길이는 10㎞", "", "길이는 10⟦0⟧", ""),  # a unit goes with its number
        ("출처: https://a.b/c", "", "출처:", " https://a.b/c"),
        ("https://a.b/c에 있다", "", "⟦0⟧에 있다", ""),
        ("키캡 1️⃣ 번이다", "", "키캡 ⟦0⟧ 번이다", ""),  # the digit that a combining mark stands on
        ("가족👨‍👩‍👧 사진이다", "", "가족⟦0⟧ 사진이다", ""),
        ("그는 Łukaszów 사람이다", "", "그는 ⟦0⟧ 사람이다", ""),  # the whole word
        ("은련(銀聯)이다", "", "은련(⟦0⟧)이다", ""),
        ("보이지\u200b 않는 글자", "", "보이지 않는 글자", ""),
    ],
)
def test_protect(scripted, text: str, head: str, asked: str, tail: str) -> None:
    assert travels(scripted({}), text) == (head, asked, tail)


@pytest.mark.parametrize(
    "code",
    ["{0}", "{{name}}", "${user}", "%s", "%1$s", "%(name)s", "<b>", "</x1>", '<x id="1"/>', "__TERM0__", "TERM_1",
     "&amp;", "&#44032;", "@jackma", "⟦7⟧"],
)  # fmt: skip
def test_inline_codes_come_back(scripted, code: str) -> None:
    assert travels(scripted({}), f"이제 {code} 을 보라") == ("", "이제 ⟦0⟧ 을 보라", "")


@pytest.mark.parametrize(
    "text", ["3 < 5 그리고 7 > 2", "이익은 50%다", "R&D 투자", "A_b 값", "<한국> 신문", "5% 성장 s"]
)
def test_what_only_looks_like_a_code_is_text(scripted, text: str) -> None:
    assert travels(scripted({}), text) == ("", text, "")


def test_copies_come_before_everything_else(scripted) -> None:
    copies = (Hint(0, 6, "UnionPay"),)
    assert travels(scripted({}), "은련(銀聯)이다", copies=copies) == ("", "⟦0⟧이다", "")


def test_terms_that_cannot_be_spelt_are_copied(scripted) -> None:
    made = protect(Request("은련은 회사다", terms=(Hint(0, 2, "銀聯"),)), scripted({}), MARKS)
    assert made.asked == Request("⟦0⟧은 회사다")
    assert restore(made, "⟦0⟧ is a company", "en") == "銀聯 is a company"


def test_terms_move_with_the_text(scripted) -> None:
    text = "이제 a@b.kr 과 마윈이 있다"
    start = text.index("마윈")
    made = protect(Request(text, terms=(Hint(start, start + 2, "Jack Ma"),)), scripted({}), MARKS)
    assert made.asked is not None
    (term,) = made.asked.terms
    assert made.asked.text[term.start : term.end] == "마윈"


class Rare:
    """Mixed into an engine that cannot read ``뷁`` and ``퀡``."""

    def reads(self, text: str) -> bool:
        return not set(text) & {"뷁", "퀡"}


def test_rare_nouns_are_romanised(scripted) -> None:
    own = type("Own", (Rare, scripted), {})({})
    made = protect(Request("퀡토스가 서울에 왔다"), own, MARKS)
    assert made.asked == Request("⟦0⟧가 서울에 왔다")
    assert [(one.form, one.kind) for one in made.guards] == [("Kwektoseu", "name")]


def test_rare_nouns_with_a_term_stay(scripted) -> None:
    own = type("Own", (Rare, scripted), {})({})
    term = Hint(0, 3, "Ktos")
    assert protect(Request("퀡토스가 서울에 왔다", terms=(term,)), own, MARKS).asked == Request(
        "퀡토스가 서울에 왔다", (term,)
    )


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        ("See ⟦0⟧ and ⟦1⟧.", "See a@b.kr and c@d.kr."),
        ("See⟦0⟧ and⟦1⟧now", "See a@b.kr and c@d.kr now"),
        ("⟦1⟧ ⟦0⟧ ⟦2⟧", "c@d.kr a@b.kr "),  # noise of the engine goes
        ("⟦1⟧", None),
        ("⟦0⟧ ⟦1⟧ ⟦1⟧", None),
    ],
)
def test_restore(scripted, answer: str, text: str | None) -> None:
    made = protect(Request("이제 a@b.kr 과 c@d.kr 을 보라"), scripted({}), MARKS)
    assert restore(made, answer, "en") == text


def test_forms_that_look_like_placeholders_are_not_replaced_again(scripted) -> None:
    made = protect(Request("식은 ⟦1⟧ 과 ⟦0⟧ 이다"), scripted({}), MARKS)
    assert restore(made, "⟦0⟧ and ⟦1⟧", "en") == "⟦1⟧ and ⟦0⟧"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("이재용(李在鎔)은 웃었다.", ["<이재용>", "(", "李在鎔", ") ", "<웃었다.>"]),
        ("그는 鏞 “안녕”이라고 했다.", ["<그는>", " ", "鏞", " ", "<“안녕”이라고 했다.>"]),
        ("이제 鏞에서도 온다", ["<이제>", " ", "鏞", " ", "<온다>"]),
        ("이제 鏞, 10 온다", ["<이제>", " ", "鏞", ", ", "<10 온다>"]),
        ("여기 鏞 ABC 鏞 거기", ["<여기>", " ", "鏞", " ABC ", "鏞", " ", "<거기>"]),
    ],
)
def test_gaps(scripted, text: str, expected: list[str]) -> None:
    request, own = Request(text), scripted({}, placeholders=0)
    made = gaps(request, protect(request, own, ()), own)
    assert [f"<{one.text}>" if isinstance(one, Request) else one for _, one in made] == expected
    for offset, one in made:
        if isinstance(one, Request):
            assert text.startswith(one.text, offset)


def test_words_do_not_run_together_in_english() -> None:
    assert glued(["see", "a@b.kr", ".", "Now"], "en") == "see a@b.kr.Now"
    assert glued(["看", "a@b.kr", "吧"], "zh") == "看a@b.kr吧"
