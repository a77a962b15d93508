"""What holds for every text."""

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from translate.typography import finish

ALPHABET = (
    "abAB12 .,;:!?'\"“”‘’()[]{}（），。！？：；、…—–-~～·ㆍ「」『』《》〈〉%$/@\u3000\n马云中韩\u0301가é\U000f0000"
)
TEXTS = st.one_of(st.text(ALPHABET, max_size=24), st.text(max_size=24))
WORDS = st.text("abA1 .,'\"“（《马云-…", min_size=1, max_size=6)
LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
QUOTES = pytest.mark.parametrize("quotes", ["curly", "straight"])
MANY = settings(deadline=None, max_examples=600)


def content(text: str) -> str:
    """Letters, marks and digits, without the Hangul letter that serves as a middle dot."""
    return "".join(char for char in text if unicodedata.category(char)[0] in "LMN" and char != "ㆍ")


@LANGUAGES
@QUOTES
@MANY
@given(text=TEXTS)
@example(text='"a"\' "')
@example(text="…." * 6)
def test_twice_is_once(language: str, quotes: str, text: str) -> None:
    once = finish(text, language, quotes=quotes)
    assert finish(once, language, quotes=quotes) == once


@LANGUAGES
@MANY
@given(text=TEXTS.map(lambda text: unicodedata.normalize("NFC", text)))
def test_words_stay_and_nfc_stays(language: str, text: str) -> None:
    done = finish(text, language)
    assert content(done) == content(text)
    assert unicodedata.is_normalized("NFC", done)


@LANGUAGES
@MANY
@given(before=TEXTS, term=WORDS, after=TEXTS)
def test_protected_strings_come_out_as_they_are(language: str, before: str, term: str, after: str) -> None:
    text = unicodedata.normalize("NFC", before + term + after)
    term = unicodedata.normalize("NFC", term)
    done = finish(text, language, protect=[term, ""])
    if term.strip() == term:
        assert done.count(term) >= text.count(term)
    assert content(done) == content(text)
    assert finish(done, language, protect=[term, ""]) == done


@LANGUAGES
@MANY
@given(text=TEXTS)
def test_white_space_is_single_and_inside(language: str, text: str) -> None:
    done = finish(text, language)
    assert done == done.strip()
    assert " ".join(done.split()) == done


@MANY
@given(text=TEXTS)
def test_english_keeps_no_east_asian_marks_and_no_wrong_quotes(text: str) -> None:
    assert not set("，。！？：；（）「」『』《》〈〉、\"'") & set(finish(text, "en"))
    assert not set("“”‘’") & set(finish(text, "en", quotes="straight"))


@MANY
@given(text=st.text("ab马云 12,;:?!“”", max_size=16))
def test_chinese_has_no_half_width_mark_between_han(text: str) -> None:
    done = finish(text, "zh")
    for before, mark, after in zip(done, done[1:], done[2:], strict=False):
        assert not (before in "马云" and mark in ",;:?! " and after in "马云")
