"""Chinese target typography (GB/T 15834-2011). The rules are named in :mod:`translate.typography`."""

import re

from translate.typography.protection import HIDDEN
from translate.typography.quotes import curl_chinese

__all__ = ["HAN", "TABLE", "chinese"]

HAN = "〇々\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
"""The inside of a character class: Han characters."""

OPENING, CLOSING = "（《〈【“‘", "）》〉】”’"
STOPS = "，。、；：！？…"
WIDE = f"{HAN}{OPENING}{CLOSING}{STOPS}"
LATIN = f"A-Za-z0-9\u00c0-\u024f{HIDDEN}"

TABLE = str.maketrans(
    {
        **dict(zip("％＆＋＝＠＃＊．＂＇｡､", "%&+=@#*.\"'。、", strict=True)),
        **dict.fromkeys("「『｢", "《"),
        **dict.fromkeys("」』｣", "》"),
        **dict.fromkeys("ㆍ・‧･∙", "·"),
        **dict.fromkeys("∼〜", "~"),
        **dict.fromkeys("―─", "—"),
        **dict.fromkeys("－−", "-"),
        "⋯": "…",
    }
)
"""What Korean, Japanese and full-width forms become."""

FULL = dict(zip(",;:?!", "，；：？！", strict=True))
ABBREVIATION = re.compile(r"(?<![A-Za-z])(?:[A-Z]|Co|Ltd|Inc|Corp|Jr|Sr|etc)$")
"""What ends in a full stop of its own."""

TITLE = re.compile(r"(?<![A-Za-z])(?:Dr|Mrs?|Ms|St|No|vs|Vol|Fig|Prof)$")
"""The same, before what it belongs to (*No.1*)."""

TOKEN = rf"[{LATIN}]+(?:[-.&'’+/_][{LATIN}]+)*"
BEFORE_TOKEN = re.compile(rf"(?<=[{HAN}])( *)(?=({TOKEN}))")
AFTER_TOKEN = re.compile(rf"(?<![{LATIN}])(?<![{LATIN}][-.&'’+/_])({TOKEN})( *)(?=[{HAN}])")
INNERMOST = re.compile(r"\(([^()（）]*)\)")

SPACES = [
    re.compile(pattern)
    for pattern in (
        rf"(?<=[{WIDE}]) +(?=[{WIDE}])",
        rf" +(?=[，。、；：！？）》〉】”])| +(?=’(?!\w))|(?<=[，。、；：！？{OPENING}]) +",
        rf"(?<=[{HAN}{CLOSING}]) +(?=[\[(])|(?<=[\])]) +(?=[{WIDE}])",
    )
]


def chinese(text: str) -> str:
    """One pass of the rules over ``text``, from which protected strings were taken out."""
    text = re.sub(r"\s+", " ", _titles(text.translate(TABLE))).strip()
    text = re.sub(r"^[-–] *(?=[^\s\d–-])", "-", text)
    text = curl_chinese(text)
    if re.search(f"[{HAN}]", text):
        text = _marks(text)
        text = _brackets(text)
    for pattern in SPACES:
        text = pattern.sub("", text)
    text = BEFORE_TOKEN.sub(lambda match: _gap(match[2], match[2][0], match[1]), text)
    return AFTER_TOKEN.sub(lambda match: match[1] + _gap(match[1], match[1][-1], match[2]), text)


def _titles(text: str) -> str:
    """``《 》`` outside, ``〈 〉`` inside (GB/T 15834, 4.15)."""
    made: list[str] = []
    depth = 0
    for char in text:
        if char in "《〈":
            made.append("〈" if depth % 2 else "《")
            depth += 1
        elif char in "》〉":
            depth = max(0, depth - 1)
            made.append("〉" if depth % 2 else "》")
        else:
            made.append(char)
    return "".join(made)


def _marks(text: str) -> str:
    text = re.sub(r"\.{3,}|…+|。{3,}", "……", text)
    text = re.sub(rf"(?<![\w—])—(?!—)|(?<!—)—(?![\w—])|—{{2,}}|(?<=[{HAN}]) ?-{{2,3}} ?(?=[{HAN}])", "——", text)
    text = re.sub(rf"(?<=[{HAN}]) – (?=[{HAN}])| *—— *", "——", text)
    text = re.sub(rf"(?<=[\d%{HAN}]) ?~ ?(?=[\d{HAN}])", "～", text)
    text = re.sub(r"(?<=\d)：(?=\d\d(?!\d))", ":", text)
    text = re.sub(r"[,;:?!]", lambda match: FULL[match[0]] if _between_wide(match) else match[0], text)
    return re.sub(r"(?<!\.)\.(?!\.)", lambda match: "。" if _is_stop(match) else ".", text)


def _between_wide(match: re.Match[str]) -> bool:
    """A mark that touches Chinese text (or an end of it) on one side; inside Latin text and numbers it stays."""
    before, after = _sides(match)
    return not before or not after or _wide(before) or _wide(after) or match.string[match.end()] in FULL


def _is_stop(match: re.Match[str]) -> bool:
    before, after = _sides(match)
    if not before or re.match(rf"[{LATIN}]", match.string[match.end() : match.end() + 1]):
        return False
    if _wide(before):
        return True
    word = match.string[max(0, match.start() - 6) : match.start()]
    if not re.match(rf"[{LATIN}%)\]]", before) or ABBREVIATION.search(word) or (after and TITLE.search(word)):
        return False
    if re.fullmatch(r"\d{1,3}", match.string[: match.start()]):  # the number of an item: "1. ..."
        return False
    return not after or _wide(after)


def _sides(match: re.Match[str]) -> tuple[str, str]:
    return match.string[: match.start()].rstrip()[-1:], match.string[match.end() :].lstrip()[:1]


def _wide(char: str) -> bool:
    return bool(re.match(f"[{WIDE}]", char))


def _brackets(text: str) -> str:
    """Round brackets are full-width where there is Chinese in them or beside them."""

    def widened(match: re.Match[str]) -> str:
        before, after = _sides(match)
        chinese = re.search(f"[{HAN}]", match[1]) or _wide(before) or _wide(after)
        return f"（{match[1]}）" if chinese else match[0]

    text = INNERMOST.sub(widened, text)
    text = re.sub(rf"(?<=[{WIDE}]) *\((?![^()]*\))|\((?=[{WIDE}][^()]*$)", "（", text)
    return re.sub(rf"(?<=[{WIDE}])\)(?<!\))|^([^()]*[{WIDE}])\)", r"\1）", text)


def _gap(token: str, edge: str, given: str) -> str:
    """The space between a Han character and a run of Latin letters and digits.

    None next to a plain number (``5000个``), one next to a word (``O2O 业务``); beside a single letter
    (``A股``, ``T恤``) and beside what is hidden, what stood there.
    """
    if not (edge.isalnum() and edge < "\u0250") or (len(token) == 1 and token.isalpha()):
        return given[:1]
    return " " if re.search(r"[A-Za-z\u00c0-\u024f]", token) else ""
