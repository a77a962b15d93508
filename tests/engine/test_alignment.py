"""Where a span of the source went."""

import pytest

from translate import engine
from translate.article import Hint, HintKind
from translate.engine.alignment import place, words
from translate.engine.base import Aligner, Gain, Request


def gains(text: str, **owed: float) -> list[Gain]:
    """A piece a word; those named owe something."""
    found = []
    start = 0
    for word in text.split(" "):
        found.append(Gain(start, start + len(word), owed.get(word.strip(".,'’s"), 0.0)))
        start += len(word) + 1
    return found


@pytest.mark.parametrize(
    ("text", "owed", "found"),
    [
        ("The old Baba came.", {"Baba": 5}, "Baba"),
        ("The Baba Group came.", {"Baba": 5, "Group": 1}, "Baba Group"),  # a name goes on with little
        ("The baba group came.", {"baba": 5, "group": 1}, "baba"),
        ("The baba group came.", {"baba": 5, "group": 3}, "baba group"),
        ("Baba, Group came.", {"Baba": 5, "Group": 5}, "Baba"),  # never over punctuation
        ("He saw Baba's shop.", {"Baba": 5}, "Baba"),
        ("In the Baba.", {"In": 0.5, "the": 9, "Baba": 4}, "Baba"),  # articles belong to the sentence
        ("He came.", {"He": 0.9}, None),
        ("…", {}, None),
        ("", {}, None),
    ],
)
def test_english(text: str, owed: dict[str, float], found: str | None) -> None:
    span = place(text, gains(text, **owed), "en")
    assert (span and text[slice(*span)]) == found


@pytest.mark.parametrize(
    ("owed", "found"),
    [({2: 5, 3: 4}, "马云"), ({2: 5, 3: 1}, "马"), ({2: 5, 3: 4, 4: 2}, "马云来"), ({}, None)],
)
def test_chinese(owed: dict[int, float], found: str | None) -> None:
    text = "昨天马云来了。"
    span = place(text, [Gain(n, n + 1, owed.get(n, 0.0)) for n in range(len(text))], "zh")
    assert (span and text[slice(*span)]) == found


def test_words() -> None:
    assert [("A B-c's d.e 10 ⑪"[s:e]) for s, e in words("A B-c's d.e 10 ⑪", "en")] == ["B-c", "d", "e"]
    assert [("在O2O里"[s:e]) for s, e in words("在O2O里", "zh")] == ["在", "O2O", "里"]


@pytest.mark.parametrize(("target", "form"), [("en", "Alibaba"), ("zh", "阿里巴巴")])
def test_the_starter_says_where_a_term_went(target: str, form: str) -> None:
    """A term that stands in the answer owes its place to its source, and to nothing else."""
    loaded = engine.load(target, choice="starter")
    assert isinstance(loaded, Aligner)
    source = "알리바바는 내년에 서울에 연구소를 연다."
    request = Request(source, terms=(Hint(0, 4, form, HintKind.TERM, "termbase"),))
    before, after = {"en": ("Next year ", " will open a laboratory in Seoul."), "zh": ("明年", "将在首尔开设研究所。")}[
        target
    ]
    text = before + form + after
    (found,) = loaded.gains([(request, text, 0, 4)])
    assert [one.start for one in found] == sorted(one.start for one in found)
    assert found[-1].end == len(text)
    span = place(text, found, target)
    assert span is not None
    assert text[slice(*span)] == form
    assert loaded.gains([]) == []
    assert loaded.gains([(request, "a " * 500, 0, 4)]) == [()]
