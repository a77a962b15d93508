"""Names that got lost, names that were only spelt by sound, and words in Latin letters that got lost."""

import re
from collections.abc import Iterator

from translate import addresses
from translate.article import Hint, HintKind, Severity
from translate.checks.pair import Issue, Pair

__all__ = ["names"]

_HANJA = (
    "김金 이李 박朴 최崔 정郑 강姜康 조赵曹 윤尹 장张蒋 임林任 한韩 오吴 서徐 신申辛 권权 "
    "황黄 안安 송宋 류柳刘 유柳刘俞 전全田 홍洪 고高 문文 양梁杨 손孙 배裴 백白 허许 남南 "
    "심沈 노卢鲁 하河何 곽郭 성成 차车 주朱周 우禹 구具丘 민闵 진陈秦 나罗 지池 엄严 채蔡 "
    "원元 천千 방方房 공孔 현玄 함咸 변卞边 염廉 추秋 도都 소苏 석石 선宣 설薛 마马 길吉 "
    "위魏 반潘 왕王 맹孟 탁卓 여吕"
)
HANJA = {pair[0]: pair[1:] for pair in _HANJA.split()}
"""Korean surname → its characters, simplified."""

_LATIN = re.compile(r"(?<![\w.@/-])[A-Za-z][A-Za-z'’&-]*[A-Za-z](?![A-Za-z0-9@_/])", re.ASCII)
ACRONYM = 3  # letters of a word that English may spell out or drop: km, TV, QR
SYLLABLES = 3  # characters of a Korean name in Chinese; its surname is enough, the others can be written differently
DISTINCT = 4  # Korean letters of a name that is no other word by chance: 거창 is a county, and 거창하다 grandiose
PREFIX = 4  # letters of a name that its derivations keep: *Alibaba's*, *Confucian*


def names(pair: Pair) -> Iterator[Issue]:
    """A warning for a name that the engine was given and that is not there; a note for each guessed one that is.

    A name counts as there with any of its words, *Ma* for *Jack Ma*, since languages shorten names differently.
    """
    if not pair.usable:
        return
    korean = {hint.form: pair.source[hint.start : hint.end] for hint in pair.translation.hints}
    given = [one.form for one in pair.translation.hints if _given(one, korean[one.form], pair.language)]
    for name in dict.fromkeys(given):
        if name not in pair.translation.guessed and _place(name, pair.target) is None:
            yield Issue(Severity.WARNING, f"the name {_shown(name, korean)} is not in the translation")
    for name in pair.translation.guessed:
        place = _place(name, pair.target)
        if place is None:
            message = f"the name {_shown(name, korean)}, spelt by sound, is not in the translation"
            yield Issue(Severity.WARNING, message)
        else:
            yield Issue(Severity.NOTE, f"spelt by sound, to be checked: {_shown(name, korean)}", *place)
    yield from _latin(pair)


def _shown(name: str, korean: dict[str, str]) -> str:
    return f"{name} ({korean[name]})" if korean.get(name) else name


def _given(hint: Hint, korean: str, language: str) -> bool:
    """A name out of the lexicon: in English with capitals, in full or long; in Chinese, as far as its form tells."""
    if hint.kind is not HintKind.GLOSS or hint.origin != "lexicon" or not korean:
        return False
    if language == "zh":
        alike = len(korean) == len(hint.form) == 3 and hint.form[0] in HANJA.get(korean[0], "")
        return "·" in hint.form or (alike and not hint.form.startswith("韩国"))
    words = hint.form.split()
    long = len(words) > 1 or len(korean) >= DISTINCT
    return long and all(word[:1].isupper() and not word.isupper() for word in words)


def _place(name: str, target: str) -> tuple[int, int] | None:
    """Where the name, one of its words, its initials or a Chinese surname stands."""
    words = re.split(r"[\s·]+", name)
    initials = "".join(rf"{re.escape(word[:1])}\.?" for word in words)
    patterns = [re.escape(name), r"[\s-]?".join(map(re.escape, words)), *(_pattern(word) for word in words if word)]
    if len(words) > 1:
        patterns.append(rf"\b(?-i:{initials})(?!\w)")
    for pattern in patterns:
        match = re.search(pattern, target, re.IGNORECASE)
        if match:
            return match.span()
    return None


def _pattern(word: str) -> str:
    if not word.isascii():
        return re.escape(word[:1] if len(word) == SYLLABLES else word)
    if len(word) > PREFIX:
        return rf"(?<!\w){re.escape(word[:PREFIX])}\w*"
    return rf"(?<!\w){re.escape(word)}(?!\w)"


def _latin(pair: Pair) -> Iterator[Issue]:
    """Words in Latin letters that the source has, outside terms and addresses, and the translation has not."""
    hidden = [*addresses.find(pair.source, hosts=True), *((hit.start, hit.end) for hit in pair.hits)]
    letters = _letters(pair.target)
    for match in _LATIN.finditer(pair.source):
        word = match.group()
        inside = any(start < match.end() and match.start() < end for start, end in hidden)
        known = len(word) <= ACRONYM or (pair.language == "zh" and word.isupper())  # SNS is 社交媒体
        if not inside and not known and _letters(word) not in letters:
            yield Issue(Severity.WARNING, f"{word} is not in the translation")


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, text)).casefold()
