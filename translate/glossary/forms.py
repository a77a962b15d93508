"""Accepted forms: where, in a target text, a term stands as the termbase says.

Chinese
    The listed string, exactly; a space between Han and Latin characters inside it is free.
English
    The listed words with ``-s``, ``-es`` or ``-ies`` at the end (capitalised words of four letters or
    more: ``-s`` only; shorter ones such as *Ma* have no plural), with or without a possessive behind them.
    A word without capitals matches in any case, one with capitals only as written. Between two words
    without capitals a space and a hyphen are the same (*big data*, *big-data*; *e commerce*). Straight
    and curly quotes are the same. What stands before the term, an article for instance, is free.
Both
    A concept's case rule goes first: ``exact`` takes letters only as they are listed (and a capital where a sentence
    begins), ``any`` takes them in any case. Where a form begins or ends in a Latin letter or a digit, none may go on
    there: no *Ma* in *Mali*.

An occurrence is counted for one concept only: where forms overlap, the longest goes first (*Alibaba* does
not stand in *Alibaba Group* when that is what another hit of the segment asks for). Hits that accept the
same form take its occurrences in turn; when there are fewer occurrences than hits, hits of one concept share the last,
because a language may say once what Korean says twice. Two concepts never share one: both must stand there.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from translate.article import Case, Concept, Status, TermHit, TermUse

__all__ = ["accepted", "banned", "forbidden", "occurrences", "uses"]

LATIN = "0-9A-Za-z\u00c0-\u024f\u1e00-\u1eff"
HYPHENS = "\u2010\u2011-"
QUOTES = {**dict.fromkeys("'‘’", "['‘’]"), **dict.fromkeys('"“”', '["“”]')}
BEGINNING = r"""(?:(?<![^\s"'“‘(\[])(?<!\w )(?<!\w, ))"""
"""Where a sentence may begin: at the start, behind a quotation mark or a bracket, behind anything but a word."""
SHORT = 4
"""Capitalised words below this length take no plural."""

Span = tuple[int, int]


def accepted(concept: Concept, language: str) -> tuple[str, ...]:
    """The listed target forms of which one must appear, the preferred one first."""
    return () if concept.status is Status.FORBIDDEN else concept.forms(language)


def forbidden(concept: Concept, language: str) -> tuple[str, ...]:
    """The target forms that must not appear."""
    own = concept.forms(language) if concept.status is Status.FORBIDDEN else ()
    return tuple(dict.fromkeys((*own, *concept.forbidden.get(language, ()))))


def occurrences(text: str, listed: Sequence[str], language: str, case: Case = Case.AUTO) -> list[Span]:
    """Where one of the listed forms stands in ``text``, the longest first, then from left to right."""
    spans = {match.span() for form in listed for match in _pattern(form, language, case).finditer(text)}
    return sorted(spans, key=_longest)


def uses(text: str, hits: Sequence[TermHit], language: str) -> tuple[TermUse, ...]:
    """For every hit that has a term in ``language``, where in the target text its term stands; waivers of those that
    stand nowhere go along.
    """
    wanted = [hit for hit in hits if accepted(hit.concept, language)]
    claims = _claims(text, wanted, language)
    taken = _shared_out(wanted, claims)
    return tuple(
        TermUse(hit, *span, text[slice(*span)]) if span else TermUse(hit, waiver=hit.waived.get(language, ""))
        for hit, span in zip(wanted, taken, strict=True)
    )


def _shared_out(hits: Sequence[TermHit], claims: Mapping[tuple[str, ...], Sequence[Span]]) -> list[Span | None]:
    """An occurrence for each hit, from left to right: first one for each concept, those that have least to choose
    from before the others, then one for every other hit. Only hits of one concept may share an occurrence.
    """
    free = {span for spans in claims.values() for span in spans}
    taken: list[Span | None] = [None] * len(hits)
    keys = [hit.concept.forms("ko") for hit in hits]
    firsts = sorted({key: number for number, key in reversed(list(enumerate(keys)))}.items(), key=lambda one: one[1])
    for key, number in sorted(firsts, key=lambda one: len(claims[one[0]])):
        taken[number] = min((span for span in claims[key] if span in free), default=None)
        free -= {taken[number]}
    for number, key in enumerate(keys):
        if taken[number] is None:
            own = [span for other, span in zip(keys, taken, strict=True) if other == key and span]
            taken[number] = min((span for span in claims[key] if span in free), default=max(own, default=None))
            free -= {taken[number]}
    return taken


def banned(text: str, hits: Sequence[TermHit], language: str) -> tuple[str, ...]:
    """The forbidden forms of the hits that stand in ``text``, except inside an accepted or a longer one."""
    covered = [(use.start, use.end) for use in uses(text, hits, language) if use.enforced]
    found: dict[str, None] = {}
    for hit in hits:
        for start, end in occurrences(text, forbidden(hit.concept, language), language, hit.concept.case):
            if not any(first <= start and end <= last for first, last in covered):
                covered.append((start, end))
                found[text[start:end]] = None
    return tuple(found)


def _claims(text: str, hits: Sequence[TermHit], language: str) -> dict[tuple[str, ...], list[Span]]:
    """Each concept's occurrences, without those that overlap a longer one (of whatever concept)."""
    found = {
        hit.concept.forms("ko"): occurrences(text, accepted(hit.concept, language), language, hit.concept.case)
        for hit in hits
    }
    taken: list[Span] = []
    for span in sorted({span for spans in found.values() for span in spans}, key=_longest):
        if not any(start < span[1] and span[0] < end for start, end in taken):
            taken.append(span)
    return {key: [span for span in spans if span in taken] for key, spans in found.items()}


def _longest(span: Span) -> tuple[int, int]:
    return span[0] - span[1], span[0]


@lru_cache(maxsize=4096)
def _pattern(form: str, language: str, case: Case) -> re.Pattern[str]:
    body = "".join(_english(form, case) if language == "en" else _exactly(form))
    if case is Case.ANY:
        body = f"(?i:{body})"
    before = f"(?<![{LATIN}])" if re.match(f"[{LATIN}]", form) else ""
    after = f"(?![{LATIN}]|['’](?!s?(?![{LATIN}]))[{LATIN}])" if re.search(f"[{LATIN}]$", form) else ""
    return re.compile(before + body + after)


def _exactly(form: str) -> Iterator[str]:
    for number, char in enumerate(form):
        if char.isspace():
            yield r"\s*"
            continue
        yield QUOTES.get(char) or re.escape(char)
        after = form[number + 1 : number + 2]
        if after and not after.isspace() and char.isalnum() and after.isalnum() and _latin(char) != _latin(after):
            yield r"\s?"


def _english(form: str, case: Case) -> Iterator[str]:
    pieces = re.split(rf"(\s+|[{HYPHENS}])", form)
    for number, piece in enumerate(pieces):
        if number % 2 == 0:
            yield _word(piece, plural=number == len(pieces) - 1, exact=case is Case.EXACT, first=number == 0)
        elif _common(pieces[number - 1]) and _common(pieces[number + 1]):
            yield rf"[\s{HYPHENS}]+"
        else:
            yield r"\s+" if piece.isspace() else rf"[{HYPHENS}]"


def _word(word: str, *, plural: bool, exact: bool, first: bool) -> str:
    body = "".join(QUOTES.get(char) or re.escape(char) for char in word)
    ending = ""
    if plural and word[-1:].isalpha() and _latin(word[-1]):
        if _common(word):
            ending = "(?:s|es)?"
            if re.search("[^aeiou]y$", word):
                body, ending = body[:-1], "(?:y|ies)"
        elif len(word) >= SHORT or (word.isupper() and len(word) > 1):
            ending = "s?"
    if not _common(word):
        return body + ending
    if not exact:
        return f"(?i:{body}{ending})"
    capital = rf"|{BEGINNING}{re.escape(word[0].upper())}" if first and word[0].isalpha() else ""
    return f"(?:{re.escape(word[0])}{capital}){body[len(re.escape(word[0])) :]}{ending}"


def _common(word: str) -> bool:
    return bool(word) and word == word.lower()


def _latin(char: str) -> bool:
    return bool(re.match(f"[{LATIN}]", char))
