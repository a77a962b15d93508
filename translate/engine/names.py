"""Korean names in Latin letters.

Syllables follow the Revised Romanization of Korean (Ministry of Culture and Tourism, notice 2000-8), letter by letter,
without the sound changes between syllables, as its section 3.4 has it for given names. Surnames are in the
spelling that most of their bearers use.
"""

__all__ = ["SURNAMES", "guess", "personal", "romanise"]

_INITIALS = "g kk n d tt r m b pp s ss  j jj ch k t p h".split(" ")  # noqa: SIM905
_VOWELS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split(" ")  # noqa: SIM905
_FINALS = " k k k n n n t l k m p l l p l m p p t t ng t t k t p t".split(" ")  # noqa: SIM905
_FIRST, _LAST = 0xAC00, 0xD7A3

_SURNAMES = (
    "김=Kim 이=Lee 박=Park 최=Choi 정=Jung 강=Kang 조=Cho 윤=Yoon 장=Jang 임=Lim 한=Han 오=Oh 서=Seo 신=Shin "
    "권=Kwon 황=Hwang 안=Ahn 송=Song 류=Ryu 유=Yoo 전=Jeon 홍=Hong 고=Ko 문=Moon 양=Yang 손=Son 배=Bae "
    "백=Baek 허=Heo 남=Nam 심=Shim 노=Noh 하=Ha 곽=Kwak 성=Sung 차=Cha 주=Joo 우=Woo 구=Koo 민=Min 진=Jin "
    "나=Na 지=Ji 엄=Eom 채=Chae 원=Won 천=Cheon 방=Bang 공=Kong 현=Hyun 함=Ham 변=Byun 염=Yeom 추=Choo 도=Do "
    "소=So 석=Seok 선=Sun 설=Seol 마=Ma 길=Gil 연=Yeon 위=Wi 표=Pyo 명=Myung 기=Ki 반=Ban 왕=Wang 금=Keum "
    "옥=Ok 육=Yook 인=In 맹=Maeng 제=Je 탁=Tak 국=Kook 여=Yeo 어=Eo 은=Eun 편=Pyeon 용=Yong"
)
SURNAMES = dict(pair.split("=") for pair in _SURNAMES.split(" "))
"""Hangul → its customary spelling."""


def romanise(text: str) -> str:
    """Each Hangul syllable in Latin letters (``젭토`` → ``jepto``); all other characters stay."""
    return "".join(map(_syllable, text))


def personal(name: str) -> str:
    """``안동일`` → ``Ahn Dong-il``; empty where it does not look like a Korean name of three syllables."""
    if len(name) != 3 or name[0] not in SURNAMES or not all(_FIRST <= ord(char) <= _LAST for char in name):
        return ""
    return f"{SURNAMES[name[0]]} {romanise(name[1]).capitalize()}-{romanise(name[2])}"


def guess(word: str) -> str:
    """A Latin form for a Korean word that nobody knows, written as a name: ``젭토`` → ``Jepto``."""
    return personal(word) or romanise(word).capitalize()


def _syllable(char: str) -> str:
    index = ord(char) - _FIRST
    if not 0 <= index <= _LAST - _FIRST:
        return char
    return _INITIALS[index // 588] + _VOWELS[index % 588 // 28] + _FINALS[index % 28]
