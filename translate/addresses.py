"""URLs, host names and e-mail addresses in running text: what nobody translates and nothing may change."""

import re

__all__ = ["find"]

_URL = r"(?:(?:https?|ftp)://|(?<![A-Za-z0-9.])www\.(?=[A-Za-z0-9]))(?:[!#-;=?-~]|(?<=[/=_%?&#+-])[^\x00-\x7f\s“”‘’「」『』…，。！？、；：]+)+"
_MAIL = r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
_HOST = (
    r"(?<![A-Za-z0-9.@_-])(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+(?:com|net|org|info|io|kr|cn|jp|tv|me|ai)(?![A-Za-z0-9-])"
    r"(?:/[!#-;=?-~]*)?"
)
_ADDRESS = re.compile(f"{_URL}|{_MAIL}", re.IGNORECASE)
_ADDRESS_OR_HOST = re.compile(f"{_URL}|{_MAIL}|{_HOST}", re.IGNORECASE)
_TRAILING = ".,;:!?'*]}~"


def find(text: str, *, hosts: bool = False) -> list[tuple[int, int]]:
    """The spans of URLs and e-mail addresses, without the punctuation that follows them.

    RFC 3986 and the *addr-spec* of RFC 5322 without quoted parts. Korean or Chinese behind an address is no part of
    it, unless it follows a separator, as in ``/wiki/서울``.

    Args:
        text: Any text.
        hosts: Also names like ``example.co.kr`` without a scheme; some of them are names of companies.
    """
    found = []
    for match in (_ADDRESS_OR_HOST if hosts else _ADDRESS).finditer(text):
        address = match.group().rstrip(_TRAILING)
        while address.endswith(")") and address.count(")") > address.count("("):
            address = address[:-1].rstrip(_TRAILING)
        if address:
            found.append((match.start(), match.start() + len(address)))
    return found
