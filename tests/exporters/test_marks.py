"""Cutting a text where marks and comments begin and end."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from translate.exporters.characters import clean
from translate.exporters.marks import Anchor, Mark, occurrences, runs
from translate.exporters.markup import Element, w

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read(elements: list[Element]) -> list[etree._Element]:
    """The same elements as a parser sees them."""
    return list(etree.fromstring(etree.tostring(w("p", *elements))))


def shape(elements: list[Element]) -> list[str]:
    """Runs as ``text`` or ``text/Style``, borders of comments as ``<0``, ``0>`` and ``*0``."""
    result = []
    for element in read(elements):
        number = element.get(f"{W}id")
        if element.tag == f"{W}commentRangeStart":
            result.append(f"<{number}")
        elif element.tag == f"{W}commentRangeEnd":
            result.append(f"{number}>")
        elif (reference := element.find(f"{W}commentReference")) is not None:
            result.append(f"*{reference.get(f'{W}id')}")
        else:
            style = element.find(f"{W}rPr/{W}rStyle")
            text = "".join(t.text or "" for t in element.iter(f"{W}t"))
            result.append(text if style is None else f"{text}/{style.get(f'{W}val')}")
    return result


@pytest.mark.parametrize(
    ("text", "marks", "anchors", "expected"),
    [
        ("", [], [], []),
        ("abc", [], [], ["abc"]),
        ("abc", [Mark(0, 3, "T")], [], ["abc/T"]),
        ("abcde", [Mark(1, 3, "T")], [], ["a", "bc/T", "de"]),
        ("abcde", [Mark(1, 3, "T"), Mark(2, 4, "U")], [], ["a", "bc/T", "de"]),  # the first one given stays
        ("abcde", [Mark(3, 9, "T"), Mark(-2, 1, "U")], [], ["a/U", "bc", "de/T"]),
        ("abc", [Mark(2, 1, "T"), Mark(1, 1, "T")], [], ["abc"]),
        ("abc", [], [Anchor(1, 2, 0)], ["a", "<0", "b", "0>", "*0", "c"]),
        ("abc", [], [Anchor(0, 0, 0)], ["<0", "0>", "*0", "abc"]),
        ("", [], [Anchor(0, 0, 0)], ["<0", "0>", "*0"]),
        ("", [], [Anchor(3, 7, 0)], ["<0", "0>", "*0"]),
        ("abcd", [], [Anchor(0, 2, 0), Anchor(2, 4, 1)], ["<0", "ab", "0>", "*0", "<1", "cd", "1>", "*1"]),
        ("abcd", [], [Anchor(0, 3, 0), Anchor(1, 4, 1)], ["<0", "a", "<1", "bc", "0>", "*0", "d", "1>", "*1"]),
        ("abcd", [Mark(1, 3, "T")], [Anchor(2, 4, 0)], ["a", "b/T", "<0", "c/T", "d", "0>", "*0"]),
        ("😀한é", [Mark(1, 2, "T")], [], ["😀", "한/T", "é"]),
    ],
)
def test_runs(text, marks, anchors, expected):
    assert shape(runs(text, marks, anchors)) == expected


def test_right_to_left_letters_have_runs_of_their_own():
    made = runs("a שלום עולם b")
    assert shape(made) == ["a ", "שלום עולם", " b"]
    assert [run.find(f"{W}rPr/{W}rtl") is not None for run in read(made)] == [False, True, False]


def test_chinese_punctuation_takes_the_east_asian_typeface():
    (made,) = read(runs("“好”……", east_asian=True))
    assert made.find(f"{W}rPr/{W}rFonts").get(f"{W}hint") == "eastAsia"


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [
        ("An", "An and Ana, An.", [(0, 2), (12, 14)]),
        ("Do Ha-ram", "组长Do Ha-ram写道", [(2, 11)]),
        ("마윈", "마윈이 마윈을", [(0, 2), (4, 6)]),
        ("a.c", "abc a.c", [(4, 7)]),
        ("É", "ÉÉ É", [(3, 4)]),
        ("", "abc", []),
    ],
)
def test_occurrences(form, text, expected):
    assert occurrences(form, text) == expected


SPANS = st.tuples(st.integers(-2, 30), st.integers(-2, 30))


@settings(deadline=None, max_examples=150)
@given(
    st.text(st.characters(exclude_characters="<>*"), max_size=25),
    st.lists(SPANS, max_size=5),
    st.lists(SPANS, max_size=5),
)
def test_nothing_is_lost_and_every_comment_closes_once(text, marks, anchors):
    made = runs(text, [Mark(*span, "T") for span in marks], [Anchor(*span, i) for i, span in enumerate(anchors)])
    breaks = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\r"}
    pieces = [breaks.get(node.tag, node.text) for run in read(made) for node in run.iter(f"{W}t", *breaks)]
    assert "".join(pieces) == clean(text)
    borders = [piece for piece in shape(made) if piece[:1] in "<*" or piece.endswith(">")]
    for number in range(len(anchors)):
        own = [piece for piece in borders if piece in (f"<{number}", f"{number}>", f"*{number}")]
        assert own[-3:] == [f"<{number}", f"{number}>", f"*{number}"]
