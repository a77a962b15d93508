"""Inline codes in running text: what programs and people put in and nobody translates."""

import re

__all__ = ["find"]

_CODE = re.compile(
    r"</?[A-Za-z][^<>\uac00-\ud7a3\u4e00-\u9fff]{0,80}>"  # tags
    r"|\{\{?[A-Za-z0-9_.:$-]{0,40}\}?\}|\$\{[A-Za-z0-9_.]{1,40}\}"  # {0} {{name}} ${name}
    r"|%(?:\d\$|\([A-Za-z0-9_]+\))?[sdif](?![A-Za-z])"  # %s %1$s %(name)s
    r"|(?<![A-Za-z0-9_])(?:__[A-Za-z0-9_]+?__|[A-Z][A-Z0-9]*_[A-Z0-9_]+)(?![A-Za-z0-9_])"  # __TERM0__ TERM_1
    r"|&(?:\#\d+|\#x[0-9A-Fa-f]+|[A-Za-z]{2,8});"  # &amp;
    r"|(?<![A-Za-z0-9_.@])@[A-Za-z0-9_]{2,30}(?![A-Za-z0-9_@])"  # @handle
)


def find(text: str) -> list[tuple[int, int]]:
    """Start and end of each code in ``text``, left to right."""
    return [match.span() for match in _CODE.finditer(text)]
