"""Lists and interviews: what a run of paragraphs is, judged by their first marks.

Korean interviews mark the interviewer with a hyphen or dash (`-한국 진출 계획은 있나?`) or with `Q.`/`문:`. Lists use
the same hyphen. The rules:

1. A line is *marked* when it begins with `Q.`, `Q1.`, `Q:`, `문:`, `질문:` (surely a question) or with a dash. A list
   item that stands alone (Markdown reads `- 계획은 있나?` as a list of one) counts as a dash.
2. The article is an interview when a marked line is surely a question, or when a dash line holds a question mark or
   is followed by a paragraph that opens with a quote.
3. In an interview every dash line is a QUESTION, with the exception of runs of two or more without any question mark:
   those are ITEMs. Outside interviews runs of dash lines are ITEMs and a single one is text.
4. What follows a question is its ANSWER, up to the next question, heading or byline.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from translate.article import Kind
from translate.readers.raw import Raw

__all__ = ["interview", "lists"]

_DASH = re.compile(r"[‐‑‒–—―−─ㅡ－-]{1,2}\s{0,2}(?=[^\s‐‑‒–—―−─ㅡ－-])")
_WRAPPED = re.compile(r".*[‐‑‒–—―−─ㅡ－-]$")  # - 끝 -
_NUMBER = re.compile(r"[-−－]\d")  # -3.5%
_ASKED = re.compile(r"(?:[QＱ]\s?\d{0,3}|문|질문)\s?[.:：．)]\s{0,3}(?=\S)|[QＱ]\s(?=\S)")
_ANSWERED = re.compile(r"(?:[AＡ]\s?\d{0,3}|답|답변)\s?[.:：．)]\s{0,3}(?=\S)|[AＡ]\s(?=\S)")
_BULLET = re.compile(r"[•‣◦○●∙·ㆍ▶▷☞✔✓▲△]\s{0,2}(?=\S)|\*\s(?=\S)")
_COUNTED = re.compile(r"(\d{1,3})[.)]\s(?=\S)")
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_QUOTES = "“\"‘'「『"
_ENDS_TURN = frozenset({Kind.HEADING, Kind.BYLINE})
_IN_TURN = frozenset({Kind.ITEM, Kind.CELL})  # keep their kind within an answer
_TRIANGLES = "▲△"  # one or two are captions, three or more a list


def lists(raws: Sequence[Raw]) -> list[Raw]:
    """Marks as ITEM what is a list: two or more neighbours with the same bullet, or counted in order."""
    result = list(raws)
    start = 0
    while start < len(result):
        end = start + 1
        key = _bullet(result[start])
        while key and end < len(result) and _continues(result, start, end, key):
            end += 1
        needed = 3 if key in ("▲", "△") else 2
        if key and end - start >= needed:
            result[start:end] = [replace(raw, kind=Kind.ITEM, level=1) for raw in result[start:end]]
        start = end
    return result


def interview(raws: Sequence[Raw]) -> list[Raw]:
    """Marks questions and answers and numbers the turns; leaves raws alone where there is no interview."""
    marked = [_mark(raws, index) for index in range(len(raws))]
    if not any(_evident(raws, marked, index) for index in range(len(raws))):
        return list(raws)
    explicit = any(mark == "Q" for mark in marked)
    result: list[Raw] = []
    turn, open_ = 0, False
    for raw, mark in zip(raws, marked, strict=True):
        if mark:
            turn, open_ = turn + 1, True
            result.append(replace(raw, kind=Kind.QUESTION, level=0, turn=turn))
        elif raw.kind in _ENDS_TURN:
            open_ = False
            result.append(raw)
        elif open_ and raw.kind in _IN_TURN:
            result.append(replace(raw, turn=turn))
        elif raw.kind is None and (open_ or (explicit and turn and _ANSWERED.match(raw.text))):
            open_ = True
            result.append(replace(raw, kind=Kind.ANSWER, turn=turn))
        else:
            result.append(raw)
    return result


def _bullet(raw: Raw) -> str:
    """What marks this line as a possible list item; empty where nothing does."""
    text = raw.text
    if raw.kind is Kind.CAPTION and text[0] in _TRIANGLES:
        return text[0]
    if raw.kind is not None:
        return ""
    if _dashed(text):
        return "" if _asks([raw]) else "-"
    if match := _BULLET.match(text):
        return match[0].strip()
    return "1" if _COUNTED.match(text) else "①" if text[0] in _CIRCLED else ""


def _continues(raws: Sequence[Raw], start: int, end: int, key: str) -> bool:
    text, first = raws[end].text, raws[start].text
    if _bullet(raws[end]) != key:
        return False
    if key == "1":
        return int(_COUNTED.match(text)[1]) == int(_COUNTED.match(first)[1]) + end - start  # type: ignore[index]
    if key == "①":
        return _CIRCLED.index(text[0]) == _CIRCLED.index(first[0]) + end - start
    return True


def _dashed(text: str) -> bool:
    if not _DASH.match(text) or _WRAPPED.match(text):
        return False
    return not _NUMBER.match(text) or "?" in text


def _asks(raws: Sequence[Raw]) -> bool:
    return any("?" in raw.text or "？" in raw.text for raw in raws)


def _mark(raws: Sequence[Raw], index: int) -> str:
    """``Q`` for a line that says it is a question, ``-`` for a dash line or a lone list item, else nothing."""
    raw = raws[index]
    if raw.kind is None and _ASKED.match(raw.text):
        return "Q"
    if raw.kind is None and _dashed(raw.text):
        return "-"
    if raw.kind is not Kind.ITEM or raw.level > 1:
        return ""
    alone = all(not 0 <= other < len(raws) or raws[other].kind is not Kind.ITEM for other in (index - 1, index + 1))
    return "-" if alone and (_asks([raw]) or _quoted(raws, index + 1)) else ""


def _quoted(raws: Sequence[Raw], index: int) -> bool:
    return index < len(raws) and raws[index].kind is None and raws[index].text[0] in _QUOTES


def _evident(raws: Sequence[Raw], marked: Sequence[str], index: int) -> bool:
    if marked[index] == "-":
        return _asks(raws[index : index + 1]) or _quoted(raws, index + 1)
    return marked[index] == "Q"
