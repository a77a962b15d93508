"""Quotes and brackets: which marks belong together."""

import pytest

from translate.segmentation import pairs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“가”", ["“가”"]),
        ("“가 ‘나’ 다”", ["“가 ‘나’ 다”", "‘나’"]),
        ("“가 ‘나 다”", ["“가 ‘나 다”"]),
        ("“가. 나.", []),
        ("가. 나.”", []),
        ("“가. 그는 “나”라고", ["“나”"]),
        ('"가" "나"', ['"가"', '"나"']),
        ('그는 "가"라며 "나"고', ['"가"', '"나"']),
        ('("가")', ['("가")', '"가"']),
        ("Jack's와 'Jill's'", ["'Jill's'"]),
        ("'97년과 '98년", []),
        ("“가“ 나", ["“가“"]),
        ("a < b, c > d", []),
        ("a -> <b>", ["<b>"]),
        ('15" 화면과 "말"', ['"말"']),
        ("“가\n\n나”", []),
        ("(가[나)다]", ["(가[나)"]),
        ("“" + "가" * 998 + "”", ["“" + "가" * 998 + "”"]),
        ("“" + "가" * 1000 + "”", []),
    ],
)
def test_pairs(text: str, expected: list[str]) -> None:
    assert [text[start : end + 1] for start, end in pairs.find(text).spans] == expected


def test_straight_marks_that_close() -> None:
    text = '"가" <나> "다'
    found = pairs.find(text)
    assert [position for position in range(len(text)) if found.closes(text, position)] == [2, 6]
