"""The direction of quotation marks: ``“ ”`` and ``‘ ’`` for whatever stood there.

A segment may be a piece of a longer quotation, so one mark may stand alone: at the start of a segment it
opens, at the end it closes. Where the neighbours do not tell, a curly mark keeps its direction, and a straight
one closes what is open, or opens.
"""

import re
from collections import Counter
from collections.abc import Callable

__all__ = ["curl_chinese", "curl_english", "straighten"]

DOUBLE = '"“”„‟＂'
SINGLE = "'‘’‚‛＇"
OPEN, CLOSE = "“‘", "”’"
GIVEN = {"“": True, "‘": True, "„": True, "‟": True, "‚": True, "‛": True, "”": False, "’": False}

BEFORE_OPENING = "([{<（《〈【“‘—–/"
AFTER_CLOSING = ")]}>）》〉】”’.,;:!?…、。，！？：；—–/"
ELISION = re.compile(r"(?:\d\ds|em|n['’]|tis|twas|til|cause)(?!\w)", re.IGNORECASE)
"""What follows an apostrophe that stands for lost letters: *’90s, ’em, ’n’, ’tis*."""

Direction = Callable[[str, str, bool | None, int, int], bool]


def curl_english(text: str) -> str:
    """``text`` with curly quotes and apostrophes; a mark's neighbours decide."""
    return _curl(text, _spaced)


def curl_chinese(text: str) -> str:
    """``text`` with curly quotes, in a script that has no spaces to tell an opening mark from a closing one."""
    return _curl(text, _unspaced)


def straighten(text: str) -> str:
    """``text`` with straight quotes and apostrophes."""
    return re.sub(f"[{SINGLE}]", "'", re.sub(f"[{DOUBLE}]", '"', text))


def _curl(text: str, opens: Direction) -> str:
    made: list[str] = []
    depth = [0, 0]
    left = Counter(text)
    beyond = _beyond(text)
    for place, char in enumerate(text):
        single = char in SINGLE
        if not single and char not in DOUBLE:
            made.append(char)
            continue
        before = made[-1] if made else ""
        if single and _apostrophe(before, text, place):
            made.append("’")
        elif opens(before, beyond[place], GIVEN.get(char), depth[single], left[char]):
            depth[single] += 1
            made.append(OPEN[single])
        else:
            depth[single] = max(0, depth[single] - 1)
            made.append(CLOSE[single])
        left[char] -= 1
    return "".join(made)


def _beyond(text: str) -> list[str]:
    """For each place the first character after it that is no quotation mark; empty at the end."""
    beyond = [""] * len(text)
    for place in range(len(text) - 2, -1, -1):
        after = text[place + 1]
        beyond[place] = beyond[place + 1] if after in DOUBLE + SINGLE else after
    return beyond


def _apostrophe(before: str, text: str, place: int) -> bool:
    after = text[place + 1 : place + 2]
    if _latin(before) and _latin(after):
        return True
    return (not before or before.isspace() or before in BEFORE_OPENING) and bool(ELISION.match(text, place + 1))


def _latin(char: str) -> bool:
    return char.isalnum() and char < "\u0250"


def _spaced(before: str, after: str, given: bool | None, depth: int, left: int) -> bool:
    opening = not before or before.isspace() or before in BEFORE_OPENING
    closing = not after or after.isspace() or after in AFTER_CLOSING
    if opening != closing:
        return opening
    if not before or not after:
        return not before
    return depth == 0 if given is None else given


def _unspaced(before: str, after: str, given: bool | None, depth: int, left: int) -> bool:
    if not before or not after:
        return not before
    if given is not None:
        return given
    alone = depth == 0 and left % 2 == 1
    return depth == 0 and not (alone and before in "。！？…；.!?")
