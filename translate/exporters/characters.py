"""Characters that XML cannot hold."""

import re

__all__ = ["clean", "report"]

# XML 1.0, production 2 (Char): tab, line feed, carriage return, and all code points from U+0020 on that are
# neither surrogates nor U+FFFE or U+FFFF.
INVALID = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """``text`` without the characters that XML 1.0 does not allow, not even as character references."""
    return INVALID.sub("", text)


def report(text: str) -> str:
    """What :func:`clean` removes, in words; empty where it removes nothing."""
    found = INVALID.findall(text)
    if not found:
        return ""
    kinds = ", ".join(f"U+{ord(char):04X}" for char in sorted(set(found)))
    what = "1 character" if len(found) == 1 else f"{len(found)} characters"
    return f"{what} that XML cannot hold left out ({kinds})"
