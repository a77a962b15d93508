"""Where a sentence may not end, whatever punctuation or the analyser say; each rule is one function.

A *boundary* is an offset at which white space begins (or the text's end); rules get the text and the boundary.
"""

import re

from translate.segmentation.quotes import pairs, quotative

__all__ = ["CONTINUATION", "END", "closed", "numbered", "shortened", "trailing"]

END = re.compile(
    r"(?:[.!?。！？．｡]+[~…]*|…+|\.{2,})"  # the mark
    r"(?:[ㅋㅎㅠㅜ]+|\^+_*\^+|[:;]-?[)D(])?"  # an emoticon glued to it
    r"[\"'”’)\]）］」』》〉}】〕]*(?=\s|$)"  # what it closes
)
CONTINUATION = re.compile(
    r"[(\[<〈（［【]\s*(?:계속|끝|이어짐|다음\s?회에\s?계속|다음\s?호에\s?계속)\s*[)\]>〉）］】]\s*$"
)
LOOK_BACK = 400  # characters in which the marks of a list are looked for
_ABBREVIATIONS = """
mr mrs ms dr prof st no nos vs etc inc corp co ltd bros jr sr pp p vol fig eg ie cf al approx dept est gen gov sen rep
rev jan feb mar apr jun jul aug sep sept oct nov dec mt ft ed eds
"""
ABBREVIATIONS = frozenset(_ABBREVIATIONS.split())
_WORD_BEFORE = re.compile(r"(\S+)\.[\"'”’)\]）]*$")
_DOTTED = re.compile(r"^(?:[A-Za-z]\.)+[A-Za-z]?$|^[A-Za-z]$")
_NUMBER = re.compile(r"^[\"'“‘(\[]*\d{1,4}$")
_DATE = re.compile(r"\d{1,4}\.\s*$")
_NEXT_MARK = re.compile(r"[.!?。！？…][\"'”’)\]]*\s+(?:\d{1,3}|[가나다라마바사아자차카타파하]|[A-Za-z])\.$")
_LIST_MARK = re.compile(r"^\s*[\"'“‘(\[]*(?:\d{1,3}|[가-하]|[A-Za-z]|[ivxIVX]{1,4})\.$")
_FIRST_MARK = re.compile(r"^\s*(?:\d{1,3}|가|[Aa])\.\s")
_HANGUL_END = re.compile(r"[가-힣]\.[\"'”’)\]）]*$")


def closed(text: str) -> list[tuple[int, int]]:
    """Stretches in which no sentence ends: brackets, and quotations that are part of a larger sentence.

    A quotation stands on its own when it opens at the beginning of the text or of a sentence and nothing that
    follows its closing mark takes it up; one that is never closed goes on in the next paragraph, and splits too.
    Stretches are in order and do not overlap.
    """
    found: list[tuple[int, int]] = []
    for pair in pairs(text):
        if found and pair.start < found[-1][1]:
            continue
        if not pair.quote or quotative(text, pair.end) or not _opens_sentence(text, pair.start):
            found.append((pair.start, pair.end))
    return found


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 8) : start].rstrip()
    return not before or before[-1] in ".!?。！？…\"'”’" or before in "-–—―"


def numbered(text: str, boundary: int) -> bool:
    """``1.`` and ``가.`` at the beginning of a line, and the numbers of a date (``2015. 5. 25.``), end nothing."""
    line = text[:boundary] if boundary < LOOK_BACK else text[boundary - LOOK_BACK : boundary]
    if _LIST_MARK.match(line) or (_FIRST_MARK.match(line) and _NEXT_MARK.search(line[-12:])):
        return True
    word = _WORD_BEFORE.search(line)
    if word is None or not _NUMBER.match(word.group(1)):
        return False
    following = text[boundary:].lstrip()
    return following[:1].isdigit() or bool(_DATE.search(line[: word.start()]) and not _ends_date(following))


def _ends_date(following: str) -> bool:
    """After the last number of a date a sentence may begin; it does where a quotation or a capital says so."""
    return following[:1] in "“\"‘'" or following[:1].isupper()


def shortened(text: str, boundary: int) -> bool:
    """``Mr.``, ``No.``, ``U.S.``, single letters: a full stop of an abbreviation, unless Korean stands before it."""
    if _HANGUL_END.search(text[max(0, boundary - 12) : boundary]):
        return False
    word = _WORD_BEFORE.search(text[max(0, boundary - 40) : boundary])
    if word is None:
        return False
    bare = word.group(1).lstrip("\"'“‘([（")
    return bare.lower() in ABBREVIATIONS or bool(_DOTTED.match(bare))


def trailing(text: str, boundary: int) -> bool:
    """After ``…`` and after a closing quotation mark that is taken up (``?” 하고 물었다``) the sentence goes on."""
    return text[boundary - 1] in "”’\"'」』" and quotative(text, boundary - 1)
