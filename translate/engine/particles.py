"""Korean particles whose form depends on the last sound of the word before them.

When a term is written into a Korean source, the particle behind it must fit its reading: ``은련에게`` needs no
change, ``알리바바는`` with ``Tencent`` stays, with ``Samsung`` becomes ``Samsung은``.
"""

import re

from translate.morphology import has_final, is_hangul

__all__ = ["PAIRS", "Final", "final", "leading", "refit"]

Final = str
"""``""`` for a vowel, ``"l"`` for ㄹ, ``"c"`` for any other final consonant, ``"?"`` where nobody can tell."""

_CASE = (("은", "는"), ("이", "가"), ("을", "를"), ("아", "야"))
_JOINING = (("과", "와"), ("으로", "로"), ("이랑", "랑"), ("이나", "나"))
_COPULA = (
    ("이라", "라"), ("이란", "란"), ("이여", "여"), ("이며", "며"), ("이고", "고"), ("이든", "든"), ("이야", "야"),
    ("이나마", "나마"), ("이라도", "라도"), ("이라고", "라고"), ("이라는", "라는"), ("이라면", "라면"),
    ("이라서", "라서"), ("이었", "였"), ("이어", "여"),
)  # fmt: skip
PAIRS = (*_CASE, *_JOINING, *_COPULA)
"""(behind a consonant, behind a vowel). ``야`` and ``여`` stand in two pairs, of which the first decides."""

INVARIANT = (
    "에게서", "에게", "에서는", "에서도", "에서", "에는", "에도", "에", "의", "도", "만", "까지", "부터", "조차",
    "마저", "밖에", "처럼", "보다", "같이", "께서", "께", "하고", "뿐", "마다", "한테",
)  # fmt: skip

_PAIR: dict[str, tuple[str, str]] = {}
for _pair in PAIRS:
    for _form in _pair:
        _PAIR.setdefault(_form, _pair)


def _either(pairs: tuple[tuple[str, str], ...]) -> str:
    return "|".join(sorted({form for pair in pairs for form in pair}, key=len, reverse=True))


_INFLECTED = re.compile(
    rf"(?:(?P<case>{_either(_CASE)})"
    rf"|(?P<joining>{_either(_JOINING)})(?:는|도|만|의|서|써|서는|서의|써의|부터|까지)?"
    rf"|(?P<copula>{_either(_COPULA)})(?:(?<=[었였])[가-힣]{{1,6}}|도|는|만|의)?"
    r")(?![가-힣])"
)
_ANY = re.compile(rf"(?:{'|'.join(sorted(INVARIANT, key=len, reverse=True))})(?:는|도|만|의|은)?(?![가-힣])")

_DIGITS = {"0": "c", "1": "l", "2": "", "3": "c", "4": "", "5": "", "6": "c", "7": "l", "8": "l", "9": ""}
_LETTERS = {"L": "l", "R": "l", "M": "c", "N": "c"}  # 엘, 알, 엠, 엔; all other names of letters end in a vowel


def final(word: str) -> Final:
    """How the Korean reading of ``word`` ends; of Latin words by the spelling, as Korean usually transcribes it.

    Digits are read in Sino-Korean, abbreviations letter by letter. Closing brackets and quotes are not read.
    """
    word = word.rstrip("\"'”’)]）」』》 ")
    if not word:
        return "?"
    last = word[-1]
    if last in _DIGITS:
        return _DIGITS[last]
    if is_hangul(last):
        return ("l" if (ord(last) - 0xAC00) % 28 == 8 else "c") if has_final(last) else ""
    spelled = re.search(r"[A-Za-z]+$", word)
    if spelled is None:
        return "?"
    letters = spelled.group()
    if letters.isupper() and len(letters) <= 4:
        return _LETTERS.get(letters[-1], "")
    return _latin(letters.lower())


def _latin(word: str) -> Final:
    """애플 apple, 게임 game, 나이키 Nike, 페이스북 Facebook, 텐센트 Tencent, 삼성 Samsung."""
    if re.search(r"(?:l|[^aeiou]le)$", word):
        return "l"
    if re.search(r"(?:m|n|ng|[aeiou]me|[aeiou]ne)$", word):
        return "c"
    if re.search(r"[aeiou](?:p|t|k|c|ck|b)$", word):
        return "c"
    return ""


def refit(form: str, rest: str) -> str:
    """``rest`` with the particle at its beginning, if there is one, in the form that fits behind ``form``.

    Args:
        form: The word that now stands before it.
        rest: The text behind the word.
    """
    match = _INFLECTED.match(rest)
    sound = final(form)
    if match is None or sound == "?":
        return rest
    particle = match["case"] or match["joining"] or match["copula"]
    consonant, vowel = _PAIR[particle]
    fitting = vowel if not sound or (sound == "l" and consonant == "으로") else consonant
    return fitting + rest[len(particle) :]


def leading(text: str) -> int:
    """The length of the particle that ``text`` begins with; 0 where it begins with none."""
    match = _ANY.match(text) or _INFLECTED.match(text)
    return match.end() if match else 0
