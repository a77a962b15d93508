"""What must come through the engine unharmed: how it travels, and how it is put back.

Guarded are, in this order where they overlap: the copies that the caller asks for, terms that the engine cannot
spell, addresses (URLs, e-mail), literal placeholders (``⟦3⟧``), inline codes (:mod:`translate.codes`), and what the
engine's vocabulary lacks: emoji, symbols, rare hanja, letters of other scripts, Hangul nouns with a rare syllable
(romanised, as nothing else would be readable in the target language). Rare syllables of other words stay: the model
makes of them what it can.

Guarded pieces travel

- not at all, where they stand at the beginning or end and are no part of the sentence;
- as placeholders, to engines that copy some;
- written into the source as they are, to other engines that can read them, or where the caller wants it so;
- otherwise the text between them is translated by itself (:func:`gaps`), which always works.

Copies and terms are *wishes*: where there are more of them than placeholders, the last ones are left to the engine,
and an answer that lost one is still an answer. Everything else must arrive.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from translate import addresses, codes
from translate.engine.base import Copying, Engine, Request
from translate.engine.names import guess
from translate.engine.particles import leading, refit
from translate.engine.rewriting import Rewriting, rewrite
from translate.morphology import analyser, is_hangul

__all__ = ["Guard", "Protection", "gaps", "glued", "protect", "restore", "translatable"]

_LITERAL = r"⟦\d+⟧"
_BRACKETS = "⟦⟧"
_UNCHANGED = Rewriting("")
_CLOSING = ("Pe", "Pf", "Po")
_OPENING = ("Ps", "Pi")


@dataclass(frozen=True, slots=True)
class Guard:
    """A piece of a source text that must come out in a certain form.

    Attributes:
        start, end: Offsets into the text.
        form: In the target text.
        kind: ``copy``, ``address``, ``literal``, ``mark`` (symbols), ``word`` (letters that the engine cannot read),
            ``name`` (romanised) or ``drop`` (invisible characters, whose form is empty).
    """

    start: int
    end: int
    form: str
    kind: str

    @property
    def wish(self) -> bool:
        """True where an answer may lack it."""
        return self.kind == "copy"


@dataclass(frozen=True, slots=True)
class Protection:
    """How a request goes to the engine.

    Attributes:
        asked: What the engine gets; None where the text cannot go as a whole, or need not go at all.
        head, tail: What stands at the sides and does not travel.
        start, end: The span of ``Request.text`` between them.
        guards: Inside the span, left to right.
        tokens: What should be found in the engine's answer, one a guard but for those that are dropped.
        marks: All placeholders of the engine; those in an answer that are no tokens are noise.
        rewriting: From the span to the text of ``asked``.
    """

    asked: Request | None
    head: str
    tail: str
    start: int
    end: int
    guards: tuple[Guard, ...]
    tokens: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    rewriting: Rewriting = _UNCHANGED


def protect(request: Request, engine: Engine, placeholders: Sequence[str]) -> Protection:
    """Finds what must be guarded in the request's text, and says how it travels.

    Args:
        request: What to translate.
        engine: That will translate it.
        placeholders: Those that the engine copies.
    """
    text = request.text
    guards = _guards(request, engine, placeholders)
    start, end = _sides(text, guards)
    head, tail = _plain(text, 0, start, guards), _plain(text, end, len(text), guards)
    inside = [one for one in guards if start <= one.start and one.end <= end]
    if not translatable(_without(text, start, end, inside), engine):
        return Protection(None, head, tail, start, end, tuple(inside))
    tokens = _tokens(inside, request.copying, engine, placeholders)
    if tokens is None:
        return Protection(None, head, tail, start, end, tuple(inside))
    travelling = {one: token for one, token in zip(inside, tokens, strict=True) if token is not None}
    edits = _edits(text, travelling, written=lambda token: token not in placeholders)
    rewriting = rewrite(text[start:end], [(s - start, e - start, new) for s, e, new in edits])
    terms = tuple(
        replace(term, start=place[0], end=place[1])
        for term in request.terms
        if start <= term.start and term.end <= end and not _touches(term.start, term.end, inside)
        for place in [rewriting.forward(term.start - start, term.end - start)]
    )
    kept = {one: token for one, token in travelling.items() if one.kind != "drop"}
    asked = Request(rewriting.text, terms, prefix=_prefix(request.prefix, head, kept))
    return Protection(
        asked, head, tail, start, end, tuple(travelling), tuple(kept.values()), tuple(placeholders), rewriting
    )


def restore(protection: Protection, answer: str, target: str) -> str | None:
    """The target text with everything guarded in it; None where the answer lost or doubled something.

    Args:
        protection: How the request went out; ``asked`` is not None.
        answer: What the engine made of ``protection.asked``.
        target: Language code.
    """
    kept = [one for one in protection.guards if one.kind != "drop"]
    by_mark: dict[str, str] = {}
    written: list[str] = []
    for guard, token in zip(kept, protection.tokens, strict=True):
        if token in protection.marks:
            count = answer.count(token)
            if count > 1 or not (count or guard.wish):
                return None
            by_mark[token] = guard.form
        elif not guard.wish:
            written.append(guard.form)
    if any(answer.count(form) < count for form, count in Counter(written).items()):
        return None
    if not protection.marks:
        return glued((protection.head, answer, protection.tail), target)
    pieces: list[str] = []
    done = 0
    for match in re.finditer(_any_of(protection.marks), answer):
        pieces += [answer[done : match.start()], by_mark.get(match.group(), "")]
        done = match.end()
    return glued((protection.head, *pieces, answer[done:], protection.tail), target)


def gaps(request: Request, protection: Protection, engine: Engine) -> list[tuple[int, str | Request]]:
    """The span in pieces, each with its offset: text between guarded pieces as requests, all else as strings.

    Punctuation beside a guarded piece stays there. A particle behind it is left out: the target languages have
    nothing like it.
    """
    text = request.text
    pieces: list[tuple[int, str | Request]] = []
    done = protection.start
    kept = [one for one in protection.guards if one.kind != "drop"]
    for guard in (*kept, Guard(protection.end, protection.end, "", "drop")):
        inside = done > protection.start
        begin = done + (leading(text[done : guard.start]) if inside else 0)
        start = begin + (_behind(text[begin : guard.start]) if inside else 0)
        particle = leading(text[start : guard.start]) if start > begin and not text[start - 1].isspace() else 0
        before = text[begin:start]
        start += particle
        end = guard.start - (_before(text[start : guard.start]) if guard.start < protection.end else 0)
        core = text[start:end].strip()
        if translatable(core, engine):
            first = text.index(core, start)
            last = first + len(core)
            terms = tuple(
                replace(term, start=term.start - first, end=term.end - first)
                for term in request.terms
                if first <= term.start and term.end <= last
            )
            pieces += [(begin, before + text[start:first]), (first, Request(core, terms))]
            pieces.append((last, text[last : guard.start]))
        else:
            pieces.append((begin, before + text[start : guard.start]))
        pieces.append((guard.start, guard.form))
        done = guard.end
    return [(offset, piece) for offset, piece in pieces if piece != ""]


def _behind(gap: str) -> int:
    """The length of the white space and punctuation that belong to the guarded piece before a gap."""
    kept = (char for char in gap if not (char.isspace() or (_kind(char) in _CLOSING and char not in "\"'")))
    first = next(kept, "")
    return gap.index(first) if first else len(gap)


def _before(gap: str) -> int:
    """The length of the opening marks that belong to the guarded piece behind a gap."""
    return len(gap) - len(gap.rstrip("".join(char for char in set(gap) if _kind(char) in _OPENING)))


def glued(pieces: Iterable[str], target: str) -> str:
    """The pieces in a row; in English a space comes between two that would make one word."""
    out = ""
    for piece in pieces:
        if target != "zh" and out and piece and out[-1].isalnum() and piece[0].isalnum():
            out += " "
        out += piece
    return out


def translatable(text: str, engine: Engine) -> bool:
    """True where the text holds words of the engine's source: of Korean ones Hangul, or Han characters that the
    target language does not use; of others any letters.
    """
    if engine.source != "ko":
        return any(map(str.isalpha, text))
    return any(is_hangul(char) or (engine.target != "zh" and _is_han(char)) for char in text)


def _tokens(
    guards: Sequence[Guard], copying: Copying, engine: Engine, placeholders: Sequence[str]
) -> list[str | None] | None:
    """What each guarded piece travels as, None for a wish that is left to the engine; None where it cannot be done."""

    def is_written(one: Guard) -> bool:
        wanted = one.kind == "drop" or not placeholders or (one.wish and copying is Copying.WRITTEN)
        return wanted and engine.reads(one.form)

    written = [is_written(one) for one in guards]
    needed = sum(not (one.wish or as_it_is) for one, as_it_is in zip(guards, written, strict=True))
    spare = len(placeholders) - needed
    if spare < 0:
        return None
    waiting = list(placeholders)
    tokens: list[str | None] = []
    for one, as_it_is in zip(guards, written, strict=True):
        if as_it_is or (one.wish and not spare):
            tokens.append(one.form if as_it_is else None)
            continue
        spare -= one.wish
        tokens.append(waiting.pop(0))
    return tokens


def _prefix(prefix: str, head: str, kept: Mapping[Guard, str]) -> str:
    """The prefix as the engine writes it: without the head, placeholders for what they stand for, in source order."""
    if not prefix.startswith(head):
        return ""
    prefix = prefix[len(head) :].lstrip()
    for guard, token in kept.items():
        prefix = prefix.replace(guard.form, token, 1)
    return prefix


def _any_of(marks: Iterable[str]) -> str:
    """A pattern for these placeholders, and for all that look like the starter's."""
    return "|".join([_LITERAL, *map(re.escape, marks)])


def _guards(request: Request, engine: Engine, placeholders: Sequence[str]) -> list[Guard]:
    text = request.text
    unspellable = [
        term
        for term in request.terms
        if engine.reads_hints and not (engine.reads(term.form) and engine.writes(term.form))
    ]
    kinds = (
        (Guard(one.start, one.end, one.form, "copy") for one in (*request.copies, *unspellable)),
        (Guard(start, end, text[start:end], "address") for start, end in addresses.find(text, hosts=True)),
        (Guard(m.start(), m.end(), m.group(), "literal") for m in re.finditer(_any_of(placeholders), text)),
        (Guard(start, end, text[start:end], "literal") for start, end in codes.find(text)),
        _strange(text, engine, bool(placeholders)),
        _names(request, engine),
    )
    found: list[Guard] = []
    for kind in kinds:
        found += [one for one in kind if not _touches(one.start, one.end, found)]
    return _phrases(sorted(found, key=lambda one: one.start), text)


def _phrases(guards: Iterable[Guard], text: str) -> list[Guard]:
    """Unreadable words with nothing but white space between them travel as one: a space between two would get lost."""
    joined: list[Guard] = []
    for one in guards:
        last = joined[-1] if joined else None
        if last and last.kind == one.kind == "word" and text[last.end : one.start].isspace():
            joined[-1] = Guard(last.start, one.end, text[last.start : one.end], "word")
        else:
            joined.append(one)
    return joined


def _strange(text: str, engine: Engine, copies: bool) -> Iterator[Guard]:
    """Runs of characters that the engine cannot read, and of symbols that it cannot write."""
    done = 0
    for start, end in _runs([_is_strange(char, engine, copies) for char in text]):
        if start < done:
            continue
        if all(unicodedata.category(char) in ("Cf", "Cc") for char in text[start:end]):
            yield Guard(start, end, "", "drop")
            continue
        if start > done and unicodedata.category(text[start]) in ("Mn", "Me", "Mc", "Cf"):
            start -= 1  # combining marks, variation selectors and joiners need what they stand on
        letters = any(map(str.isalpha, text[start:end]))
        while start > done and letters and _same_word(text[start - 1], text[start]):
            start -= 1
        while end < len(text) and letters and _same_word(text[end - 1], text[end]):
            end += 1
        yield Guard(start, end, text[start:end], "word" if letters else "mark")
        done = end


def _is_strange(char: str, engine: Engine, copies: bool) -> bool:
    if char.isspace() or is_hangul(char):
        return False
    if char in _BRACKETS or not engine.reads(char):
        return True
    if "①" <= char <= "⓿" or char in "※§†‡":  # numbers of installments, reference marks: models know and drop them
        return True
    symbol = unicodedata.category(char) in ("So", "Sm", "Sc")
    return copies and symbol and not engine.writes(char)


def _names(request: Request, engine: Engine) -> Iterator[Guard]:
    """Nouns with a Hangul syllable that the engine cannot read and no hint explains."""
    text = request.text
    rare = [index for index, char in enumerate(text) if "가" <= char <= "힣" and not engine.reads(char)]
    if not rare:
        return
    known = [(hint.start, hint.end) for hint in engine.hints(request)]
    for start, end in _nouns(text):
        if any(start <= index < end for index in rare) and not any(s < end and start < e for s, e in known):
            yield Guard(start, end, guess(text[start:end]), "name")


def _nouns(text: str) -> Iterator[tuple[int, int]]:
    """Runs of noun morphemes without a space in them."""
    start = end = -1
    for token in analyser().tokenize(text):
        noun = token.tag.startswith(("N", "XR", "XSN", "XPN", "UN"))
        if noun and token.start == end:
            end = token.end
            continue
        if end > start >= 0:
            yield start, end
        start, end = (token.start, token.end) if noun else (-1, -1)
    if end > start >= 0:
        yield start, end


def _sides(text: str, guards: Sequence[Guard]) -> tuple[int, int]:
    """The span of the text without the guarded pieces at its ends that are no part of the sentence."""
    start, end = 0, len(text)
    for one in guards:
        if text[start : one.start].strip() or not _detached(text, one):
            break
        start = one.end
    for one in reversed(guards):
        if one.start < start or text[one.end : end].strip() or not _detached(text, one):
            break
        end = one.start
    body = text[start:end]
    return start + len(body) - len(body.lstrip()), end - len(body) + len(body.rstrip())


def _detached(text: str, guard: Guard) -> bool:
    """True for symbols (but not for units behind a number), and for addresses behind punctuation or in front of it."""
    before = text[: guard.start].rstrip()[-1:]
    if guard.kind in ("mark", "drop"):
        return not text[guard.start - 1 : guard.start].isdigit()
    after = text[guard.end : guard.end + 1]
    return guard.kind == "address" and not before.isalnum() and not after.isalnum()


def _plain(text: str, start: int, end: int, guards: Sequence[Guard]) -> str:
    """A side of the text, which keeps everything but what is dropped."""
    edits = [(one.start - start, one.end - start, one.form) for one in guards if start <= one.start and one.end <= end]
    return rewrite(text[start:end], edits).text


def _without(text: str, start: int, end: int, guards: Sequence[Guard]) -> str:
    return rewrite(text[start:end], [(one.start - start, one.end - start, " ") for one in guards]).text


def _edits(
    text: str, travelling: Mapping[Guard, str], *, written: Callable[[str], bool]
) -> Iterator[tuple[int, int, str]]:
    """Guarded pieces → their tokens; behind a copy that is written out, the particle that fits it."""
    guards = list(travelling)
    for index, one in enumerate(guards):
        token = travelling[one]
        yield one.start, one.end, token
        following = guards[index + 1].start if index + 1 < len(guards) else len(text)
        size = leading(text[one.end : following])
        if size and one.kind in ("copy", "name") and written(token):
            yield one.end, one.end + size, refit(token, text[one.end : one.end + size])


def _kind(char: str) -> str:
    return unicodedata.category(char)


def _touches(start: int, end: int, guards: Iterable[Guard]) -> bool:
    return any(start < one.end and one.start < end for one in guards)


def _runs(flags: Sequence[bool]) -> Iterator[tuple[int, int]]:
    start = 0
    for index, flag in enumerate([*flags, False]):
        if not flag:
            if index > start:
                yield start, index
            start = index + 1


def _same_word(left: str, right: str) -> bool:
    """True where both are letters of one script (or combining marks); digits go with letters but Han ones."""
    kinds = {_script(left), _script(right)}
    if "mark" in kinds:
        return True
    return "" not in kinds and (len(kinds) == 1 or kinds <= {"digit", "alphabet"})


def _script(char: str) -> str:
    if is_hangul(char):
        return ""
    if _is_han(char):
        return "han"
    if unicodedata.category(char) in ("Mn", "Mc", "Me"):
        return "mark"
    if char.isdigit():
        return "digit"
    return "alphabet" if char.isalpha() else ""


def _is_han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff" or "\u3400" <= char <= "\u4dbf" or "\uf900" <= char <= "\ufaff"
