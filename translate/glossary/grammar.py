"""Grammar around a term that was put in place: a few repairs by rule, each of them told.

English
    The article agrees with the term's first sound (``a Alibaba`` → ``an Alibaba``), there is one only (``the The
    Economist``), as there is one possessive (``Alibaba's's``); a sentence begins with a capital.
Chinese
    No space between Han characters and a term that begins or ends with one, one space before and behind a Latin word;
    punctuation that touches a term is full-width.

What the rules change lies outside of the term, but for its first letter at the beginning of a sentence.
"""

import re
from collections.abc import Callable, Sequence

from translate.glossary.forms import Span

__all__ = ["article", "repaired"]

_VOWEL = re.compile(
    r"(?!(?:uni(?!n)|use|usu|util|eu|one\b|once\b|ubiq))[aeiou]|hour|honest|honou?r|heir", re.IGNORECASE
)
_CAPITALS = re.compile(r"[A-Z][A-Z0-9&]+(?![a-z])|(?:[A-Z]\.){2,}")
_NAMED = "AEFHILMNORSX"
"""Letters whose English names begin with a vowel."""
_NUMBER = re.compile(r"8|1[18](?!\d)|1[18],?\d{3}(?!\d)")
_ARTICLE = re.compile(r"\b(an?|the)( )$", re.IGNORECASE)
_ANY_ARTICLE = re.compile(r"(?:an?|the) ", re.IGNORECASE)
_TWICE = re.compile(r"(['’]s)['’]s\b")
_BEGINNING = re.compile(r"""(?:^|[.!?…]["'”’)\]]* )["'“‘(\[-]*\s*$""")
_ABBREVIATION = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|No|St|Inc|Co|Corp|Ltd|vs|etc)\. $")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_LATIN = re.compile(r"[0-9A-Za-z\u00c0-\u024f]")
_WORD = re.compile(r"[0-9A-Za-z\u00c0-\u024f]*[A-Za-z\u00c0-\u024f][0-9A-Za-z\u00c0-\u024f]|[0-9]+[A-Za-z]")
_WIDE = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", "(": "（", ")": "）"}


def article(word: str) -> str:
    """``a`` or ``an``, by the sound that English readers begin ``word`` with."""
    capitals = _CAPITALS.match(word)
    if capitals and (word[0] == "U" or not _pronounced(capitals.group())):
        return "an" if word[0] in _NAMED else "a"
    if word[:1].isdigit():
        return "an" if _NUMBER.match(word) else "a"
    return "an" if _VOWEL.match(word) else "a"


def _pronounced(capitals: str) -> bool:
    """True for an abbreviation that is read as a word (``NATO``, ``LINE``), not letter by letter (``FBI``, ``SK``)."""
    return len(capitals) > 3 and bool(re.search("[AEIOU]", capitals[1:3]))


def repaired(text: str, spans: Callable[[str], Sequence[Span]], language: str) -> tuple[str, tuple[str, ...]]:
    """The text with the grammar around its terms repaired, and what was done, a line each.

    Args:
        text: A translation.
        spans: Where the terms stand in a text, as :func:`translate.glossary.forms.occurrences` says.
        language: Of the text.
    """
    log: list[str] = []
    rules = _ENGLISH if language == "en" else _CHINESE if language == "zh" else ()
    for rule in rules:
        for start, end in sorted(spans(text), reverse=True):  # from the end: what is repaired moves nothing before it
            new = rule(text, start, end)
            if new != text:
                log.append(f"grammar: {rule.__name__.strip('_').replace('_', ' ')} at {text[start:end]}")
                text = new
    return text, tuple(log)


def _article(text: str, start: int, end: int) -> str:
    """``a`` or ``an`` as the term's sound asks for."""
    found = _ARTICLE.search(text, 0, start)
    if found is None or found[1].lower() == "the":
        return text
    wanted = article(text[start:end])
    if found[1].lower() == wanted:
        return text
    return text[: found.start()] + (wanted.capitalize() if found[1][0].isupper() else wanted) + text[found.end(1) :]


def _doubled_article(text: str, start: int, end: int) -> str:
    """A term with an article of its own needs no other."""
    found = _ARTICLE.search(text, 0, start)
    if found is None or not _ANY_ARTICLE.match(text, start, end):
        return text
    return text[: found.start()] + text[start:]


def _possessive(text: str, start: int, end: int) -> str:
    """``'s's`` → ``'s``, whether the first belongs to the term or not."""
    found = _TWICE.match(text, max(start, end - 2)) or _TWICE.match(text, end)
    return text[: found.end(1)] + text[found.end() :] if found else text


def _capital(text: str, start: int, end: int) -> str:
    """The first letter of a sentence is a capital; a word that has capitals of its own (``iPhone``) stays."""
    word = re.split(r"[\s-]", text[start:end])[0]
    if not word.islower() or not _BEGINNING.search(text, 0, start) or _ABBREVIATION.search(text, 0, start):
        return text
    return text[:start] + text[start].upper() + text[start + 1 :]


def _spaces(text: str, start: int, end: int) -> str:
    """Chinese: none beside Han characters, one between a Han character and a Latin word."""
    after, before = text[end:].lstrip(" "), text[:start].rstrip(" ")
    behind = _joint(text[:end], after, text[end : len(text) - len(after)])
    ahead = _joint(before, text[start:], text[len(before) : start])
    return before + ahead + text[start:end] + behind + after


def _joint(left: str, right: str, now: str) -> str:
    """What belongs between two texts: as the typography of Chinese has it, with a single letter left as it is."""
    if _HAN.match(left[-1:]) and _HAN.match(right):
        return ""
    han_latin = _HAN.match(left[-1:]) and _WORD.match(right)
    latin_han = _WORD.match(left[-2:]) and _HAN.match(right)
    return " " if han_latin or latin_han else now


def _punctuation(text: str, start: int, end: int) -> str:
    """Chinese: a half-width mark that touches a term becomes full-width, unless Latin text goes on behind it."""
    mark, after = text[end : end + 1], text[end + 1 : end + 2]
    if mark in _WIDE and not _LATIN.match(after or " ") and not (_LATIN.match(text[end - 1]) and after == " "):
        text = text[:end] + _WIDE[mark] + text[end + 1 :].lstrip(" ")
    mark, before = text[start - 1 : start], text[start - 2 : start - 1]
    if start and mark in _WIDE and not _LATIN.match(before or " "):
        text = text[: start - 1] + _WIDE[mark] + text[start:]
    return text


_ENGLISH = (_doubled_article, _article, _possessive, _capital)
_CHINESE = (_spaces, _punctuation)
