"""A Korean sentence as an engine that reads hints gets it: its words, target-language forms before them.

::

    ⟦7⟧gas station 주유소    a gloss: the usual translation, which the model may inflect or ignore
    ⟦6⟧UnionPay 은련에게      a term: must appear in the translation as written
    ⟦0⟧ … ⟦5⟧               placeholders in the text itself: copied

The model was trained on text prepared in exactly this way; ``tests/engine/golden.jsonl`` holds examples piece by piece.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from translate.article import Hint, HintKind
from translate.engine import lexicon, names, numerals
from translate.engine.rewriting import Rewriting, rewrite

if TYPE_CHECKING:
    from kiwipiepy import Kiwi
    from sentencepiece import SentencePieceProcessor

__all__ = ["BEGIN", "GLOSS", "TERM", "Gloss", "Hinter", "encode", "form_pieces", "normalise", "unmarked"]

GLOSS, TERM = "⟦7⟧", "⟦6⟧"
_CHANGED = re.compile(r"\s+|…")
BEGIN = "▁"  # SentencePiece's mark of a word's beginning


class Gloss(NamedTuple):
    """What the target languages call a piece of a Korean text; offsets in code points, a form may be empty."""

    start: int
    end: int
    english: str
    chinese: str
    origin: str


@dataclass(frozen=True, slots=True)
class Hinter:
    """Finds hints with the files of a model package.

    Attributes:
        lexicon: All entries.
        common: Words that get no gloss.
        kiwi: Knows the names of the lexicon.
    """

    lexicon: lexicon.Lexicon
    common: frozenset[str]
    kiwi: "Kiwi"

    @classmethod
    def load(cls, folder: Path) -> "Hinter":
        """Reads ``lexicon.tsv``, ``names.tsv`` and ``common.txt``; about 3 s, most of it Kiwi.

        Raises:
            OSError, UnicodeError: One of them cannot be read.
        """
        from translate.morphology import analyser

        return cls(
            lexicon.load(folder / "lexicon.tsv"),
            lexicon.common(folder / "common.txt"),
            analyser(lexicon.names(folder / "names.tsv")),
        )

    def glosses(self, text: str) -> list[Gloss]:
        """All glosses of a normalised text, left to right: numbers, then lexicon words, then unknown personal names.

        What overlaps an earlier kind is left out, and so are the common words. A guessed name has no Chinese form.
        """
        found = [Gloss(start, end, en, zh, "number") for start, end, en, zh in numerals.find(text)]
        tokens = self.kiwi.tokenize(text)
        hidden: list[Gloss] = []  # common words keep their place, so that no name is guessed there
        for start, end, entry in self.lexicon.find(tokens):
            if _free(start, end, found):
                gloss = Gloss(start, end, *self.lexicon.entries[entry], "lexicon")
                (hidden if entry in self.common else found).append(gloss)
        for token in tokens:
            name = names.personal(token.form) if token.tag == "NNP" else ""
            if name and _free(token.start, token.end, [*found, *hidden]):
                found.append(Gloss(token.start, token.end, name, "", "guess"))
        return sorted(found)

    def hints(self, text: str, target: str, terms: Sequence[Hint] = ()) -> list[Hint]:
        """The terms, and the glosses that overlap none of them, left to right; offsets into the normalised text.

        Args:
            text: Normalised.
            target: ``en`` or ``zh``.
            terms: Target terms, with offsets into ``text``.
        """
        glosses = (
            Hint(one.start, one.end, form, HintKind.GLOSS, one.origin)
            for one in self.glosses(text)
            if (form := one.english if target == "en" else one.chinese)
        )
        free = [one for one in glosses if all(one.end <= term.start or term.end <= one.start for term in terms)]
        return sorted([*terms, *free], key=lambda hint: (hint.start, hint.end))


def normalise(text: str) -> Rewriting:
    """The form that the model reads: white space folded to single spaces, none at the ends, ``…`` as ``...``.

    Args:
        text: Is made NFC first; the offsets of the result lead back to the NFC text.
    """
    text = unicodedata.normalize("NFC", text)
    edits = []
    for match in _CHANGED.finditer(text):
        at_side = match.start() == 0 or match.end() == len(text)
        new = "..." if match.group() == "…" else "" if at_side else " "
        if new != match.group():
            edits.append((match.start(), match.end(), new))
    return rewrite(text, edits)


def form_pieces(form: str, processor: "SentencePieceProcessor") -> list[str]:
    """Pieces of a gloss or term; a Chinese one without the mark of a word's beginning, as the model writes it."""
    return unmarked(form, processor.encode(form, out_type=str), processor)


def unmarked(form: str, pieces: list[str], processor: "SentencePieceProcessor") -> list[str]:
    """The pieces of ``form``, without the mark of a word's beginning where it is Chinese."""
    if pieces and "\u4e00" <= form[0] <= "\u9fff":
        if pieces[0] == BEGIN:
            return pieces[1:]
        if pieces[0][0] == BEGIN and processor.piece_to_id(pieces[0][1:]) != processor.unk_id():
            return [pieces[0][1:], *pieces[1:]]
    return pieces


def encode(text: str, hints: Iterable[Hint], processor: "SentencePieceProcessor") -> list[str]:
    """Source pieces of a normalised text; each hint stands before the word that it begins in.

    The decoder adds ``<s>`` and ``</s>`` itself.
    """
    waiting = sorted(hints, key=lambda hint: (hint.start, hint.kind is HintKind.GLOSS, hint.form))
    out: list[str] = []
    position = done = 0
    for word in text.split(" "):
        end = position + len(word)
        while done < len(waiting) and waiting[done].start < end:
            out.append(TERM if waiting[done].kind is HintKind.TERM else GLOSS)
            out += form_pieces(waiting[done].form, processor)
            done += 1
        if word:
            out += processor.encode(word, out_type=str)
        position = end + 1
    return out


def _free(start: int, end: int, taken: Iterable[Gloss]) -> bool:
    return all(end <= one.start or one.end <= start for one in taken)
