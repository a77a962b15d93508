"""URLs, host names and e-mail addresses in running text: what nobody translates and nothing may change."""

import re

__all__ = ["find"]

_ANY = r"(?:[!#-;=?-~]|(?<=[/=_%?&#+-])[^\x00-\x7f\s“”‘’「」『』…，。！？、；：]+)"
_KOREAN_HOST = (
    r"(?:[A-Za-z0-9가-힣-]{1,63}\.){1,8}(?<=[가-힣]\.)(?:한국|닷컴|닷넷|삼성)"  # the Hangul domains of IANA's root zone
)
_URL = (
    rf"(?:https?|ftp)://(?:{_KOREAN_HOST}{_ANY}*|{_ANY}+)"
    rf"|(?<![A-Za-z0-9.])www\.(?=[A-Za-z0-9]){_ANY}+"
)
_MAIL = r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
_HOST = (
    r"(?<![A-Za-z0-9.@_-])(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+(?:com|net|org|info|io|kr|cn|jp|tv|me|ai)(?![A-Za-z0-9-])"
    r"(?:/[!#-;=?-~]*)?"
)
_ADDRESS = re.compile(f"{_URL}|{_MAIL}", re.IGNORECASE)
_ADDRESS_OR_HOST = re.compile(f"{_URL}|{_MAIL}|{_HOST}", re.IGNORECASE)
_TRAILING = ".,;:!?'*]}~"
_PARTICLE = re.compile(
    r"(?<=[가-힣])(?:이다|입니다|이라고|이라는|라고|라는|이며|에서[는도의]?|으로[는도만]?|에게|에는|부터|까지|처럼|[을를은는])$"
)
_FINAL = {"을": True, "은": True, "를": False, "는": False}
"""Does the syllable before such a particle have a final consonant?"""


def find(text: str, *, hosts: bool = False) -> list[tuple[int, int]]:
    """The spans of URLs and e-mail addresses, without the punctuation that follows them.

    RFC 3986 and the *addr-spec* of RFC 5322 without quoted parts. Korean or Chinese behind an address is no part of
    it, unless it follows a separator, as in ``/wiki/서울``; a particle behind that is none where it cannot be the end
    of a word (``서울이다``, ``서울을``, but not ``마을``).

    Args:
        text: Any text.
        hosts: Also names like ``example.co.kr`` without a scheme; some of them are names of companies.
    """
    found = []
    for match in (_ADDRESS_OR_HOST if hosts else _ADDRESS).finditer(text):
        address = match.group().rstrip(_TRAILING)
        while address.endswith(")") and address.count(")") > address.count("("):
            address = address[:-1].rstrip(_TRAILING)
        address = _bare(address)
        if address:
            found.append((match.start(), match.start() + len(address)))
    return found


def _bare(address: str) -> str:
    """The address without the particle that follows its last Hangul."""
    match = _PARTICLE.search(address[-8:])
    if match is None:
        return address
    size = len(match.group())
    before = (ord(address[-size - 1]) - ord("가")) % 28 > 0  # Unicode Standard, 3.12: 28 finals, the first is none
    return address if _FINAL.get(match.group(), before) != before else address[:-size]
