"""Grammar around a term: each rule, and that nothing else changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.glossary.forms import occurrences
from translate.glossary.grammar import article, repaired

ARTICLES = [
    ("Alibaba", "an"), ("Jack", "a"), ("hour", "an"), ("honest", "an"), ("house", "a"), ("heir", "an"),
    ("university", "a"), ("unique", "a"), ("unintended", "an"), ("umbrella", "an"), ("user", "a"), ("used", "a"),
    ("European", "a"), ("one-stop", "a"), ("online", "an"), ("once", "a"), ("O2O", "an"), ("FBI", "an"), ("SK", "an"),
    ("LG", "an"), ("KT", "a"), ("UN", "a"), ("U.S.", "a"), ("NATO", "a"), ("IT", "an"), ("MOU", "an"), ("NHN", "an"),
    ("UNESCO", "a"), ("OECD", "an"), ("8", "an"), ("80", "an"), ("11", "an"), ("18th", "an"), ("110", "a"), ("5G", "a"),
    ("11,000", "an"), ("1", "a"), ("EV", "an"), ("e-commerce", "an"), ("iPhone", "an"), ("Łódź", "a"), ("", "a"),
]  # fmt: skip


@pytest.mark.parametrize(("word", "wanted"), ARTICLES)
def test_article(word: str, wanted: str) -> None:
    assert article(word) == wanted


ENGLISH = [
    ("He runs a Alibaba shop.", "Alibaba", "He runs an Alibaba shop.", "article"),
    ("An Jack Ma fan came.", "Jack Ma", "A Jack Ma fan came.", "article"),
    ("Such an Alibaba shop.", "Alibaba", "Such an Alibaba shop.", ""),
    ("The Alibaba shop.", "Alibaba", "The Alibaba shop.", ""),
    ("He read the The Economist.", "The Economist", "He read The Economist.", "doubled article"),
    ("He read a The Economist.", "The Economist", "He read The Economist.", "doubled article"),
    ("Alibaba's's shop", "Alibaba's", "Alibaba's shop", "possessive"),
    ("Alibaba’s’s shop", "Alibaba", "Alibaba’s shop", "possessive"),
    ("electronic payment grows.", "electronic payment", "Electronic payment grows.", "capital"),
    ("“electronic payment grows.”", "electronic payment", "“Electronic payment grows.”", "capital"),
    ("It grows. electronic payment, too.", "electronic payment", "It grows. Electronic payment, too.", "capital"),
    ("Now electronic payment grows.", "electronic payment", "Now electronic payment grows.", ""),
    ("iPhone sales", "iPhone", "iPhone sales", ""),
    ("the U.S. electronic payment law", "electronic payment", "the U.S. electronic payment law", ""),
]


@pytest.mark.parametrize(("text", "form", "wanted", "rule"), ENGLISH)
def test_english(text: str, form: str, wanted: str, rule: str) -> None:
    made, log = repaired(text, lambda now: occurrences(now, [form], "en"), "en")
    assert made == wanted
    assert [line.split(" at ")[0] for line in log] == ([f"grammar: {rule}"] if rule else [])


CHINESE = [
    ("他在 马云 的公司", "马云", "他在马云的公司", "spaces"),
    ("他在O2O业务里", "O2O", "他在 O2O 业务里", "spaces"),
    ("他在 O2O 业务里", "O2O", "他在 O2O 业务里", ""),
    ("他在5000年里", "5000", "他在5000年里", ""),
    ("买A股吧", "A", "买A股吧", ""),
    ("他见了马云,然后走了", "马云", "他见了马云，然后走了", "punctuation"),
    ("他见了(马云)", "马云", "他见了（马云）", "punctuation"),
    ("用 Alipay, Inc. 支付", "Alipay", "用 Alipay, Inc. 支付", ""),
    ("他见了马云", "马云", "他见了马云", ""),
]


@pytest.mark.parametrize(("text", "form", "wanted", "rule"), CHINESE)
def test_chinese(text: str, form: str, wanted: str, rule: str) -> None:
    made, log = repaired(text, lambda now: occurrences(now, [form], "zh"), "zh")
    assert made == wanted
    assert [line.split(" at ")[0] for line in log] == ([f"grammar: {rule}"] if rule else [])


PIECES = st.lists(
    st.sampled_from(["a ", "an ", "the ", "Alibaba", "马云", "O2O", "'s", " ", ",", "。", "he ", "“", "电", ". "]),
    max_size=12,
).map("".join)


@given(PIECES, st.sampled_from(["en", "zh"]))
def test_terms_stay_and_a_second_time_changes_nothing(text: str, language: str) -> None:
    def spans(now: str) -> list[tuple[int, int]]:
        return occurrences(now, ["Alibaba", "马云", "O2O"], language)

    once, _ = repaired(text, spans, language)
    assert [once[slice(*span)] for span in spans(once)] == [text[slice(*span)] for span in spans(text)]
    assert repaired(once, spans, language) == (once, ())


@given(PIECES)
def test_without_terms_nothing_changes(text: str) -> None:
    assert repaired(text, lambda now: [], "en") == (text, ())
