"""Target typography: a step of its own after decoding, by rule and language.

Only punctuation, quotation marks and spaces change; letters, digits and Han characters never do.

Both languages
    White space is folded to single spaces and removed at both ends. Quotation marks get the direction that
    their place asks for, a lone one too (:mod:`translate.typography.quotes`). A dash that opens a segment (an
    interviewer's question) stays: ``- `` in English, ``-`` in Chinese.
English
    - Curly quotes and apostrophes, or straight ones on request. Corner brackets and ``《》`` become quotes.
    - Full-width punctuation becomes ASCII; ``·`` between words becomes ``/``.
    - No space before ``, . ; : ! ?`` and closing marks, one after; decimals, times, ``U.S.``, ``JD.com`` stay.
    - An ellipsis is one character, ``…``, with a space after it before a word. ``--`` becomes ``—``.
    - ``~`` between numbers or words becomes an en dash: ``20–30``.
Chinese
    - ``，。！？：；（）`` full-width beside Han characters; half-width inside Latin text, in decimals, thousands,
      times and abbreviations. Square brackets stay as they are (``[特稿①]``).
    - ``……``; ``——``, but one ``—`` or ``-`` that joins two words stays; ``～`` between numbers.
    - ``「」`` and ``『』`` become ``《》``, with ``〈〉`` inside. The middle dot of names, in all its Korean
      and Japanese variants, becomes ``·``.
    - No spaces between Han characters or beside full-width punctuation; one space between Han characters and a Latin
      word (``O2O 业务``), none beside a plain number (``2015年5月``, ``5000个``), none added at a single letter
      (``A股``).

Only a mark inside a protected string, a URL or an e-mail address is left alone whatever it is.
"""

import unicodedata
from collections.abc import Sequence

from translate.typography import chinese as _chinese
from translate.typography import english as _english
from translate.typography.protection import hide

__all__ = ["QUOTES", "finish"]

QUOTES = ("curly", "straight")
PASSES = 8
"""One rule may make room for another; two passes are the rule, more than four were never seen."""

CHANGING = "ㆍ"
"""A Hangul letter (U+318D) that Korean keyboards give for the middle dot: the only letter that the rules replace."""


def finish(text: str, language: str, *, protect: Sequence[str] = (), quotes: str = "curly") -> str:
    """``text`` in the typography of its language.

    Args:
        text: A translated segment, any text at all. NFC text stays NFC.
        language: Code of the target language; of other languages than ``en`` and ``zh`` only the spaces are folded.
        protect: Strings (terms, placeholders, codes) that stay exactly as they are, wherever they stand.
        quotes: ``curly`` or ``straight``, in English; Chinese has curly ones only.

    Doing it twice changes nothing more.

    Raises:
        ValueError: ``quotes`` is neither.
    """
    if quotes not in QUOTES:
        raise ValueError(f"quotes must be one of {QUOTES}, not {quotes!r}")
    for _ in range(PASSES):
        shield = hide(text, protect, CHANGING)
        changed = shield.restore(_pass(shield.text, language, quotes))
        if unicodedata.is_normalized("NFC", text):
            changed = unicodedata.normalize("NFC", changed)
        if changed == text:
            break
        text = changed
    return text


def _pass(text: str, language: str, quotes: str) -> str:
    if language == "en":
        return _english.english(text, quotes)
    if language == "zh":
        return _chinese.chinese(text)
    return " ".join(text.split())
