"""What must come through the engine unharmed: how it travels, and how it is put back.

Guarded are, in this order where they overlap: the copies that the caller asks for, terms that the engine cannot
spell, addresses (URLs, e-mail), literal placeholders (``⟦3⟧``), and what the engine's vocabulary lacks: emoji,
symbols, rare hanja, letters of other scripts, Hangul nouns with a rare syllable (romanised, as nothing else
would be readable in the target language). Rare syllables of other words stay: the model makes of them what it can.

Guarded pieces travel

- not at all, where they stand at the beginning or end and are no part of the sentence;
- as placeholders, to engines that copy some;
- written into the source as they are, to other engines that can read them;
- otherwise the text between them is translated by itself (:func:`gaps`), which always works.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from translate import addresses
from translate.engine.base import Engine, Request
from translate.engine.names import guess
from translate.engine.particles import leading, refit
from translate.engine.rewriting import Rewriting, rewrite
from translate.morphology import analyser, is_hangul

__all__ = ["Guard", "Protection", "gaps", "glued", "protect", "restore", "translatable"]

_LITERAL = re.compile(r"⟦\d+⟧")
_BRACKETS = "⟦⟧"
_MARK = re.compile(r"⟦\d+⟧")
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


@dataclass(frozen=True, slots=True)
class Protection:
    """How a request goes to the engine.

    Attributes:
        asked: What the engine gets; None where the text cannot go as a whole, or need not go at all.
        head, tail: What stands at the sides and does not travel.
        start, end: The span of ``Request.text`` between them.
        guards: Inside the span, left to right.
        tokens: What must be found in the engine's answer, one a guard.
        marks: The tokens are placeholders; otherwise they are the forms themselves.
        rewriting: From the span to the text of ``asked``.
    """

    asked: Request | None
    head: str
    tail: str
    start: int
    end: int
    guards: tuple[Guard, ...]
    tokens: tuple[str, ...] = ()
    marks: bool = False
    rewriting: Rewriting = _UNCHANGED


def protect(request: Request, engine: Engine) -> Protection:
    """Finds what must be guarded in the request's text, and says how it travels."""
    text = request.text
    guards = _guards(request, engine)
    start, end = _sides(text, guards)
    inside = tuple(one for one in guards if start <= one.start and one.end <= end)
    bare = Protection(None, _plain(text, 0, start, guards), _plain(text, end, len(text), guards), start, end, inside)
    if not translatable(_without(text, start, end, inside), engine.target):
        return bare
    kept = [one for one in inside if one.kind != "drop"]
    if len(kept) <= len(engine.placeholders):
        tokens = engine.placeholders[: len(kept)]
    elif not engine.placeholders and all(engine.reads(one.form) for one in kept):
        tokens = tuple(one.form for one in kept)
    else:
        return bare
    marks = bool(engine.placeholders)
    edits = [(s - start, e - start, new) for s, e, new in _edits(text, inside, tokens, refitted=not marks)]
    rewriting = rewrite(text[start:end], edits)
    terms = tuple(
        replace(term, start=place[0], end=place[1])
        for term in request.terms
        if start <= term.start and term.end <= end and not _touches(term.start, term.end, inside)
        for place in [rewriting.forward(term.start - start, term.end - start)]
    )
    return replace(bare, asked=Request(rewriting.text, terms), tokens=tokens, marks=marks, rewriting=rewriting)


def restore(protection: Protection, answer: str, target: str) -> str | None:
    """The target text with everything guarded in it; None where the answer lost or doubled something.

    Args:
        protection: How the request went out; ``asked`` is not None.
        answer: What the engine made of ``protection.asked``.
        target: Language code.
    """
    if not protection.marks:
        if any(answer.count(form) < count for form, count in Counter(protection.tokens).items()):
            return None
        return glued((protection.head, answer, protection.tail), target)
    found = Counter(_MARK.findall(answer))
    if any(found[mark] != 1 for mark in protection.tokens):
        return None
    forms = [one.form for one in protection.guards if one.kind != "drop"]
    by_mark = dict(zip(protection.tokens, forms, strict=True))  # any other mark in the answer is noise
    pieces: list[str] = []
    done = 0
    for match in _MARK.finditer(answer):
        pieces += [answer[done : match.start()], by_mark.get(match.group(), "")]
        done = match.end()
    return glued((protection.head, *pieces, answer[done:], protection.tail), target)


def gaps(request: Request, protection: Protection, target: str) -> list[tuple[int, str | Request]]:
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
        if translatable(core, target):
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


def translatable(text: str, target: str) -> bool:
    """True where the text holds Korean: Hangul, or Han characters that the target language does not use."""
    return any(is_hangul(char) or (target != "zh" and _is_han(char)) for char in text)


def _guards(request: Request, engine: Engine) -> list[Guard]:
    text = request.text
    unspellable = [
        term
        for term in request.terms
        if engine.reads_hints and not (engine.reads(term.form) and engine.writes(term.form))
    ]
    kinds = (
        (Guard(one.start, one.end, one.form, "copy") for one in (*request.copies, *unspellable)),
        (Guard(start, end, text[start:end], "address") for start, end in addresses.find(text, hosts=True)),
        (Guard(m.start(), m.end(), m.group(), "literal") for m in _LITERAL.finditer(text)),
        _strange(text, engine),
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


def _strange(text: str, engine: Engine) -> Iterator[Guard]:
    """Runs of characters that the engine cannot read, and of symbols that it cannot write."""
    done = 0
    for start, end in _runs([_is_strange(char, engine) for char in text]):
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


def _is_strange(char: str, engine: Engine) -> bool:
    if char.isspace() or is_hangul(char):
        return False
    if char in _BRACKETS or not engine.reads(char):
        return True
    if "①" <= char <= "⓿" or char in "※§†‡":  # numbers of installments, reference marks: models know and drop them
        return True
    symbol = unicodedata.category(char) in ("So", "Sm", "Sc")
    return bool(engine.placeholders) and symbol and not engine.writes(char)


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
    text: str, guards: Sequence[Guard], tokens: Sequence[str], *, refitted: bool
) -> Iterator[tuple[int, int, str]]:
    """Guarded pieces → their tokens; behind a copy that is written out, the particle that fits it."""
    waiting = list(tokens)
    for index, one in enumerate(guards):
        if one.kind == "drop":
            yield one.start, one.end, ""
            continue
        token = waiting.pop(0)
        yield one.start, one.end, token
        following = guards[index + 1].start if index + 1 < len(guards) else len(text)
        size = leading(text[one.end : following])
        if refitted and size and one.kind in ("copy", "name"):
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
