"""How frequent a word is in general Korean: what the analyser's language model says of it.

Kiwi's model was estimated from large general corpora. Rarity is the negative logarithm (natural) of the mean of the
probabilities that the model gives the morphemes of a word or compound, one after the other (``Token.score``), in three
places where nouns stand: at the beginning of a sentence, after a genitive, after an attribute. It is about 6 for
``사람``, 7 for ``한국``, 9 for ``기반``, 14 for ``알리바바`` and ``전자결제``; a word in no dictionary is scored by its
letters and comes out above 18. In one place only, words that seldom stand there would look rare: ``기반`` begins no
sentence.

Rarities of compounds and of their parts are comparable: the sum of the parts' rarities minus the whole's is the
pointwise mutual information of the parts (Church & Hanks 1990, *Word association norms, mutual information, and
lexicography*): high for what belongs together (``전자`` + ``상거래``), around 0 for what just stands side by side.
"""

from collections.abc import Iterable, Sequence
from math import exp, log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiwipiepy import Kiwi, Token

__all__ = ["LATIN", "Frequencies"]

PLACES = ("", "회사의 ", "새로운 ")
LATIN = 13.0
"""Rarity of a word in Latin letters, which the model does not tell apart: about that of a foreign brand in Hangul."""


class Frequencies:
    """Rarities; every form is looked up once."""

    def __init__(self, kiwi: "Kiwi") -> None:
        self._kiwi = kiwi
        self._known: dict[str, float] = {}

    def learn(self, forms: Iterable[str]) -> None:
        """Looks up many forms at a time, which is faster than one by one."""
        new = [form for form in dict.fromkeys(forms) if form not in self._known]
        if not new:
            return
        places = [self._kiwi.tokenize([place + form for form in new]) for place in PLACES]
        for form, *analysed in zip(new, *places, strict=True):
            scores = [_score(tokens, len(place)) for tokens, place in zip(analysed, PLACES, strict=True)]
            best = max(scores)
            self._known[form] = -(best + log(sum(exp(one - best) for one in scores) / len(scores)))

    def rarity(self, form: str) -> float:
        """Negative natural logarithm of the probability of ``form``; see the module."""
        self.learn([form])
        return self._known[form]

    def association(self, whole: str, parts: Iterable[str]) -> float:
        """Pointwise mutual information of the parts of a compound, in nats."""
        return sum(map(self.rarity, parts)) - self.rarity(whole)


def _score(tokens: Sequence["Token"], start: int) -> float:
    """Sum of the log-probabilities of the morphemes from ``start`` on; what is written in Latin letters counts once."""
    total, latin = 0.0, -1  # the end of the Latin word before
    for token in tokens:
        if token.start < start:
            continue
        if token.tag == "SL" or (token.tag == "SN" and token.start == latin):
            total -= 0.0 if token.start == latin else LATIN
            latin = token.end
        else:
            total += token.score
    return total
