"""Hanja in brackets behind a term, ``은련(銀聯)``: part of the hit, and nothing that the engine need see.

The term's target form says it all; left in the source, the hanja would come out beside it.
"""

import re
from dataclasses import replace

from translate.article import Hint
from translate.engine.base import Outcome, Request

__all__ = ["Cut", "behind", "put_back", "taken_out"]

HAN = r"\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
HANJA = rf"[{HAN}][{HAN}\s·・ㆍ]*"
PAIRS = ((r"\(", r"\)"), ("（", "）"), (r"\[", r"\]"), ("［", "］"), ("〔", "〕"), ("【", "】"))
BRACKETS = r"\s?(?:" + "|".join(f"{opening}{HANJA}{closing}" for opening, closing in PAIRS) + ")"
"""White space, a line end too, is what a narrow column leaves before and in the brackets."""
NEXT = re.compile(BRACKETS)
LAST = re.compile(rf"{BRACKETS}\Z")

Cut = tuple[int, int]
"""Start and end of what was taken out, as offsets into the text that it was taken out of."""


def behind(text: str, end: int) -> int:
    """The end of the brackets that follow offset ``end`` and hold only hanja; ``end`` itself where there are none."""
    found = NEXT.match(text, end)
    return found.end() if found else end


def taken_out(request: Request) -> tuple[Request, tuple[Cut, ...]]:
    """The request without the brackets at the ends of its terms, and where they were."""
    found = (LAST.search(request.text, hint.start, hint.end) for hint in request.terms)
    cuts = tuple(sorted({match.span() for match in found if match}))
    text, done = "", 0
    for start, end in cuts:
        text += request.text[done:start]
        done = end

    def moved(hint: Hint) -> Hint:
        return replace(hint, start=_forward(hint.start, cuts), end=_forward(hint.end, cuts))

    terms, copies = (tuple(map(moved, hints)) for hints in (request.terms, request.copies))
    return replace(request, text=text + request.text[done:], terms=terms, copies=copies), cuts


def put_back(outcome: Outcome, cuts: tuple[Cut, ...]) -> Outcome:
    """The outcome with the offsets of its hints in the text as it was; a hint that ended at a bracket takes it in."""
    hints = tuple(replace(hint, start=_back(hint.start, cuts), end=_back(hint.end, cuts)) for hint in outcome.hints)
    return replace(outcome, hints=hints)


def _forward(place: int, cuts: tuple[Cut, ...]) -> int:
    return place - sum(min(place, end) - start for start, end in cuts if start < place)


def _back(place: int, cuts: tuple[Cut, ...]) -> int:
    for start, end in cuts:
        if place >= start:
            place += end - start
    return place
