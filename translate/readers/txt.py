"""Plain text: every line that is not empty is one paragraph, as news sites and editors paste it.

Lines that a program wrapped at a fixed width are not joined: nothing in the file says so.
"""

from pathlib import Path

from translate.article import Place
from translate.readers.decoding import decode, lines
from translate.readers.structure import Raw, Source

__all__ = ["read"]


def read(data: bytes, where: Path) -> Source:
    """The raw paragraphs of a text file, with their lines from 1.

    Raises:
        InputError: It cannot be decoded (:func:`translate.readers.decoding.decode`).
    """
    decoded = decode(data, where)
    raws = tuple(Raw(line, Place(line=number)) for number, line in lines(decoded.text))
    return Source(raws, decoded.encoding, decoded.notices)
