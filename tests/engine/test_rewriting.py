"""Replaced pieces of text, and the way back from them."""

from hypothesis import given, settings
from hypothesis import strategies as st

from translate.engine.cutting import cut
from translate.engine.rewriting import rewrite


def test_spans_move_both_ways() -> None:
    made = rewrite("그는 a@b.kr 로 왔다", [(3, 9, "⟦0⟧")])
    assert made.text == "그는 ⟦0⟧ 로 왔다"
    assert made.forward(10, 11) == (7, 8)
    assert made.back(7, 8) == (10, 11)
    assert made.forward(4, 6) == made.forward(3, 9) == (3, 6)  # what lies inside takes all of it
    assert made.back(3, 6) == (3, 9)


@st.composite
def _edited(draw: st.DrawFn) -> tuple[str, list[tuple[int, int, str]]]:
    text = draw(st.text("가나 .a", max_size=30))
    places = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    pairs = list(zip(places[::2], places[1::2], strict=False))
    return text, [(start, end, draw(st.text("xyz", max_size=4))) for start, end in pairs]


@settings(deadline=None, max_examples=200)
@given(_edited())
def test_what_was_not_replaced_keeps_its_text(case: tuple[str, list[tuple[int, int, str]]]) -> None:
    text, edits = case
    made = rewrite(text, edits)
    for index in range(len(text)):
        if not any(start <= index < end for start, end, _ in edits):
            start, end = made.forward(index, index + 1)
            assert made.text[start:end] == text[index]
            assert made.back(start, end) == (index, index + 1)


def test_cut_prefers_sentences_then_clauses_then_words() -> None:
    def pieces(text: str, size: int) -> list[str]:
        return [text[start:end] for start, end in cut(text, lambda start, end: end - start <= size)]

    assert pieces("그가 왔다. 나도 갔다.", 9) == ["그가 왔다.", "나도 갔다."]
    assert pieces("그가 왔고, 나도 갔다", 9) == ["그가 왔고,", "나도 갔다"]
    assert pieces("가나 다라 마바", 6) == ["가나", "다라 마바"]
    assert pieces("가나다라마바사아", 4) == ["가나다라", "마바사아"]


@settings(deadline=None, max_examples=200)
@given(st.text("가나다 .,고", max_size=120), st.integers(1, 40))
def test_cut_loses_nothing_and_every_piece_fits(text: str, size: int) -> None:
    spans = cut(text, lambda start, end: end - start <= size)
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())
    assert all(0 < end - start <= size for start, end in spans)
    assert spans == sorted(spans)


def test_cut_keeps_spans_whole() -> None:
    text = "가" * 30 + "⟦0⟧" + "나" * 30
    spans = cut(text, lambda start, end: end - start <= 20, [(30, 33)])
    assert any(start <= 30 and end >= 33 for start, end in spans)
    assert "".join(text[start:end] for start, end in spans) == text


def test_cut_takes_a_very_long_line() -> None:
    text = "가나다라마바사 " * 50_000
    spans = cut(text, lambda start, end: end - start <= 200)
    assert sum(end - start for start, end in spans) > 300_000
    assert all(end - start <= 200 for start, end in spans)
