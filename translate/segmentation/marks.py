"""The characters and words that segmentation knows: stops, closing marks, emoticons, abbreviations, list numbers.

Tables and patterns only. Every pattern is linear: classes, fixed words and bounded repeats.
"""

import re

__all__ = [
    "ABBREVIATIONS",
    "CLOSING",
    "CONTINUED",
    "DECORATION",
    "EXCLAIMED",
    "INVISIBLE",
    "LINE_END",
    "NUMBER",
    "OPENING",
    "PARTICLE",
    "PREFIX",
    "QUOTING",
    "STARTER",
    "STOPS",
]

STOPS = frozenset(".!?…‥。！？．｡؟‼⁇⁈⁉")
"""Characters that may end a sentence."""

OPENING = {
    "(": ")", "[": "]", "<": ">", "“": "”", "‘": "’", "「": "」", "『": "』", "《": "》", "〈": "〉", "【": "】",
    "〔": "〕", "（": "）", "［": "］", "＜": "＞", "«": "»", "｢": "｣", '"': '"', "'": "'", "＂": "＂",
}  # fmt: skip
"""Opening quotes and brackets, each with its closing one."""

CLOSING = frozenset(")]”’」』》〉】〕）］｝}»｣")
"""Marks that close in any place; ``>`` and the straight quotes do so only as the second of a pair."""

INVISIBLE = "\xad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufe0f\ufeff"
"""Zero-width characters: neither white space nor part of a word."""

LINE_END = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")

_REACTION = (
    r"[(\[（]\s?(?:[가-힣]{1,6} )?(?:웃음|폭소|박수|미소|한숨|눈물|침묵|탄식|환호|함성|일동|웃으며|울먹)\s?[)\]）]"
)
_EMOTICON = (
    r"\((?=[^()\s]{0,7}[\^ㅠㅜㅡ@><*;_])[\^ㅠㅜㅡㅋㅎTOo@><*~._;\-=]{2,8}\)"  # (^_^)     (ㅠ_ㅠ)
    r"|[:;]-?\)+|[:;]-?\(+(?!\S)|(?<!\S)[:;]-?[DPp](?!\w)"  # :)     ;-)     :(     :D
    r"|\^[_.o\-]?\^[;*~^]{0,4}"  # ^^     ^_^;
    r"|[ㅠㅜ][._][ㅠㅜ]|(?<!\w)T[._]T(?!\w)|(?<!\S)[>\-=][._]+[<\-=];*"  # ㅠ.ㅠ     T_T     >_<     -_-;
    r"|[ㅋㅎㅠㅜ]+|;;+"  # ㅋㅋ     ㅠㅠ     ;;
)
_EMOJI = f"(?:[\U0001f1e6-\U0001f1ff\U0001f300-\U0001faff♥♡❤♪♬☺☹⭐✨][{INVISIBLE}]*)"
DECORATION = re.compile(
    rf"(?<=[.!?。！？…”’\"')\]]\s)(?P<opening>{_EMOJI}+)(?=[^\S\n\r]*[^\s.!?。！？…”’\"')\]])"
    f"|{_REACTION}|{_EMOTICON}"
    r"|[~～〜]+(?!\w)"  # 안녕하세요~     but 20~30년
    f"|{_EMOJI}+"
    f"|[{INVISIBLE}]+"
)
"""What stands behind a sentence and belongs to it: emoticons, emoji, stage directions such as ``(웃음)``.

An emoji alone behind a finished sentence opens the next one, as Kiwi has it (group ``opening``: no decoration).
"""

_CONTINUED = r"(?:다음 ?(?:회|호|편)에? ?|[상중하上中下] ?편에 ?)?(?:계속(?:됩니다|된다)?|이어집니다|끝|완|完|終|了)"
CONTINUED = re.compile(
    rf"(?:[(\[<〈《【〔（［＜]\s?{_CONTINUED}\s?[)\]>〉》】〕）］＞]|[-–—]\s?(?:계속|끝)\s?[-–—]|/끝/)"
    r"(?=[^\S\n\r\v\f\x85\u2028\u2029]*(?:[\n\r\v\f\x85\u2028\u2029]|\Z))"
)
"""``(계속)``, ``<계속>``, ``(끝)``, ``[끝]`` at the end of a line or of the text."""

_NUMBER = (
    r"\(?\d{1,3}|[가나다라마바사아자차카타파하]|[ivxIVXⅠ-Ⅻⅰ-ⅻ]{1,5}|[A-Za-z]"
    r"|제?\d{1,3}[장절조항부편회]|[①-⓿❶-➓㉠-㉻]|문|답|질문|답변"
)
NUMBER = re.compile(rf"(?:{_NUMBER})")
"""The number of a list item, or the letter of a question, without its full stop: ``1``, ``가``, ``Ⅱ``, ``Q``."""

STARTER = re.compile(
    r"(?:[-–—―−─ㅡ•·∙◦‣⁃▪▫▲△▶▷►■□●○◆◇★☆※☞☛✓✔*+#→⇒☎✅]|-{2,3})\s?[^\s\-–—―─*=]"  # a bullet, an interviewer's dash
    r"|(?:\d{1,2}|[가나다라마바사아자차카타파하]|[QA문답])[.)]\s|\((?:\d{1,2}|[가-하])\)|[①-⓿❶-➓㉠-㉻⑴-⒇Ⅰ-Ⅻ]"
)
"""What stands at the start of a line that is an item of its own."""

PREFIX = re.compile(
    r"[\W_]{0,6}"
    rf"|\s*(?:{_NUMBER})[.):]\s*"  # 1. “…     Q. “…
    r"|\s*[\[(【〔（［][^\[\]()【】〔〕（）［］]{1,30}[\])】〕）］]\s*"  # [사회자] “…
    r"|[\W_]{0,3}(?:[\w()]{1,10} ){0,2}(?!\w{0,9}[다며고면서])[\w()]{1,10}\s?[:：]\s*"  # 마윈 회장: “…
)
"""What may stand between the start of a sentence and a quotation that is a run of sentences of its own."""

QUOTING = re.compile(
    r"(?:이?라(?:고|며|면서|는|던|더니|든지|고는|고도)|하(?:고(?! 싶)|며|면서|는|던))(?![가-힣])"
    r"|이?란 (?:말|뜻|것|게|표현|제목|이름|글|책|노래|영화|구호|주제|질문|의미|생각|얘기|이야기)"
    r"|싶(?:다|은|어|었|지|더|기|네|으)"
)
"""Words that never open a sentence: they take what stands before them as said or thought (``“…?” 하고 물었다``)."""

PARTICLE = re.compile(
    r"(?:은|는|을|를|가|에|에서|에게|로|으로|와|과|며|면서|라|이다|였다|이었다|이라서|라서|부터|까지|보다|처럼|이지만"
    r"|이나|나|같은|같이|따위|등|등의|등을|등이|식의|식으로|이어서)(?![가-힣])"
    r"|했(?:다|고|던|더니|지만|는데)|한다(?:며|고|면|는)?(?![가-힣])"
    r"|(?:묻|물었|물으|되물|외쳤|외치|외친|말했|말한|답했|답한|대답했|소리쳤|소리치|덧붙|강조했|반문했|중얼|속삭)"
)
"""Words that go on after a closing quote: a particle or ending written apart, or the verb of saying."""

EXCLAIMED = frozenset({"Yahoo", "야후", "Jeopardy", "Yum"})
"""Names that are written with an exclamation mark."""

_ABBREVIATIONS = """
    mr mrs ms mx dr prof rev hon st sr jr gen col maj capt lt sgt sen rep gov pres
    vs v etc al cf eg ie viz ca approx est
    no nos vol vols p pp fig figs ch chap sec art ed eds trans ver op cit ibid
    inc ltd co corp bros dept univ assn
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri
    tel ext min max avg rd ave blvd mt
"""
ABBREVIATIONS = frozenset(_ABBREVIATIONS.split())
"""Latin abbreviations that are written with a full stop, lower case."""
