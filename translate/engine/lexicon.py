"""The lexicon: Korean words and names with their usual English and Chinese form, found in analysed text."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol

__all__ = ["Lexicon", "Token", "common", "kind", "load", "names"]

_NOUN = frozenset({"NNG", "NNP", "NNB", "NR", "XR", "XPN", "XSN", "SL"})
_SUFFIX = frozenset({"XSV", "XSA", "XSN"})
_ADVERB = frozenset({"MAG", "MAJ", "MM", "IC"})
_COMPOUND = 6  # morphemes that an entry may have


class Token(Protocol):
    """A morpheme as Kiwi gives it; offsets in code points."""

    form: str
    tag: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Look-up of words in analysed text.

    Attributes:
        entries: Korean word → its English and Chinese form; verbs and adjectives stand in their dictionary form.
    """

    entries: dict[str, tuple[str, str]]

    def find(self, tokens: Sequence[Token]) -> list[tuple[int, int, str]]:
        """``(start, end, entry)`` in code points, left to right, the longest that begin somewhere, without overlap."""
        found: list[tuple[int, int, str]] = []
        index = 0
        while index < len(tokens):
            hit = self._at(tokens, index)
            if hit is None:
                index += 1
            else:
                index = hit[0]
                found.append(hit[1:])
        return found

    def _at(self, tokens: Sequence[Token], index: int) -> tuple[int, int, int, str] | None:
        """The longest entry that begins with the token, as ``(index behind it, start, end, entry)``."""
        token, tag = tokens[index], kind(tokens[index])
        if tag in _NOUN and tag != "XSN":
            return self._noun(tokens, index)
        entry = ""
        if tag in ("VV", "VA"):
            entry = token.form + "다"
        elif tag in _ADVERB:
            entry = token.form
        return (index + 1, token.start, token.end, entry) if entry in self.entries else None

    def _noun(self, tokens: Sequence[Token], index: int) -> tuple[int, int, int, str] | None:
        """A noun of several morphemes, with its verbal or nominal suffix where there is one (인수 + 하 → 인수하다)."""
        for last in range(_last(tokens, index), index - 1, -1):
            words = tokens[index : last + 1]
            forms = ("".join(word.form for word in words), " ".join(word.form for word in words))
            after = tokens[last + 1] if last + 1 < len(tokens) else None
            if after is not None and kind(after) in _SUFFIX and after.start <= words[-1].end:
                suffix = after.form if kind(after) == "XSN" else after.form + "다"
                for form in forms:
                    if form + suffix in self.entries:
                        return last + 2, words[0].start, after.end, form + suffix
            for form in forms:
                if form in self.entries:
                    return last + 1, words[0].start, words[-1].end, form
        return None


def kind(token: Token) -> str:
    """The part of speech without Kiwi's mark of irregular verbs (``VV-I`` → ``VV``)."""
    return token.tag.split("-")[0]


def _last(tokens: Sequence[Token], index: int) -> int:
    """The last of the nouns that follow each other, at most one space apart."""
    last = index
    while (
        last + 1 < len(tokens)
        and last - index < _COMPOUND - 1
        and kind(tokens[last + 1]) in _NOUN
        and tokens[last + 1].start <= tokens[last].end + 1
    ):
        last += 1
    return last


@cache
def load(file: Path) -> Lexicon:
    """Reads ``ko <tab> en <tab> zh`` lines; the first entry of a word counts, other lines are left out.

    Raises:
        OSError, UnicodeError: The file cannot be read.
    """
    entries: dict[str, tuple[str, str]] = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        fields = [field.strip() for field in line.split("\t")]
        if len(fields) == 3 and fields[0]:
            entries.setdefault(fields[0], (fields[1], fields[2]))
    return Lexicon(entries)


@cache
def names(file: Path) -> frozenset[str]:
    """The words of ``names.tsv`` that Kiwi must know as proper nouns: three Hangul syllables and more."""
    words = (line.split("\t")[0].strip() for line in file.read_text(encoding="utf-8").splitlines())
    return frozenset(word for word in words if len(word) >= 3 and all("가" <= char <= "힣" for char in word))


@cache
def common(file: Path) -> frozenset[str]:
    """The words of ``common.txt``, which get no gloss."""
    return frozenset(filter(None, map(str.strip, file.read_text(encoding="utf-8").splitlines())))
