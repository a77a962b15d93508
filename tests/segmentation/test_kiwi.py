"""What Kiwi says of a gap: offsets in code points whatever stands before, and only as much text as is needed."""

import re

import pytest

from translate.segmentation import spans
from translate.segmentation.kiwi import Evidence, consult


def evidence(text: str, right: str) -> Evidence:
    """Of the white space before ``right``."""
    at = text.index(right)
    start = len(text[:at].rstrip())
    (found,) = consult(text, [(start, at)], [])
    return found


@pytest.mark.parametrize(
    "before",
    [
        "",
        "🚢",
        "🚢🚢🚢 ",
        "𠀀𠀁 ",
        "👨\u200d👩\u200d👧 ",
        "\u200b\ufeff",
        "가\u00a0나\u3000",
        "ㅋㅋㅋ ",
        "\ud83d ",
        "آب ",
        "a\r\n",
    ],
)
def test_offsets_count_code_points(before: str) -> None:
    found = evidence(f"{before}저는 집에 있습니다 오늘은 비가 옵니다", "오늘은")
    assert found == Evidence(split=True, ending="습니다", tag="EF", following=("NNG", "JX"))


def test_no_boundary() -> None:
    found = evidence("그는 살다 보니 왔다.", "보니")
    assert not found.split
    assert (found.ending, found.tag) == ("다", "EC")


def test_symbols_are_no_ending() -> None:
    assert evidence("정말 좋아요 ^^ 🚢 오늘은 쉰다.", "오늘은").ending == "어요"


def test_a_gap_without_words() -> None:
    assert consult("  ", [(0, 2)], []) == [Evidence(False, "", "", ())]


def test_certain_boundaries_limit_what_is_read() -> None:
    text = "저는 집에 있습니다 오늘은 비가 옵니다. 끝."
    gap, certain = (10, 11), (len("저는 집에 있습니다 오늘은 비가 옵니다."),) * 2
    assert text[gap[0] - 1 : gap[1] + 1] == "다 오"
    assert consult(text, [gap], [(certain[0], certain[1] + 1)])[0].split


def test_a_long_paragraph_without_punctuation() -> None:
    sentence = "저는 오늘도 집에 있습니다"
    text = " ".join([sentence] * 500)
    assert [text[start:end] for start, end in spans(text)] == [sentence] * 500


def test_a_long_word() -> None:
    text = "가" * 30_000 + " 저는 집에 있습니다 오늘은 비가 옵니다"
    assert [end - start for start, end in spans(text)] == [30_011, 10]


def test_lone_surrogates_do_not_raise() -> None:
    text = "배가 \ud83d 왔습니다 오늘은 \udc00 비가 옵니다"
    assert [len(re.findall(r"\S+", text[start:end])) for start, end in spans(text)] == [3, 4]
