"""What an engine can be trusted with: the self-test by which every model package shows how it copies.

A term gets through an engine in several ways (:data:`WAYS`), and which of them works is a matter of the model. So
each package translates a few sentences with invented words once, each word in every way, and :func:`trust` keeps the
share of sentences in which the word came out exactly once in one of the hypotheses. The result is stored by the
hash of the package, so that another version of a model is tested anew.
"""

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from functools import cache
from hashlib import sha256
from pathlib import Path

from translate.article import Hint, HintKind
from translate.engine.alignment import place
from translate.engine.base import Aligner, Engine, Request
from translate.engine.particles import leading, refit
from translate.errors import OutputError

__all__ = ["WAYS", "Trust", "assumed", "spliced", "trust"]

WAYS = ("hint", "placeholder", "code-switch", "splice")
"""The term as a hint; a placeholder for it; the term written into the source; decoding again from where it belongs."""
ENOUGH = 0.5
"""Share of the self-test from which a way is worth a try."""

STYLES = ("⟦{}⟧", "{{{}}}", "[{}]")
"""How a placeholder may look: as the starter knows them, and as many texts on the web do."""
COUNT = 6
"""Placeholders of a style, numbered from 0."""

SENTENCES = {
    "ko": (
        "{} 회장은 서울에서 기자들을 만났다.",
        "정부는 {}에 대한 조사를 시작했다.",
        "많은 사람들이 {}을 좋아한다.",
        "{}의 매출이 작년보다 크게 늘었다.",
        "이 회사는 내년에 {}과 협력할 계획이다.",
        "그는 10년 동안 {}에서 일한 뒤 고향으로 돌아갔다.",
        "{}은 이번 계약으로 세계 시장에 진출한다.",
        "우리는 {}을 통해 새로운 기회를 얻었다.",
        "한국에서 {}은 아직 잘 알려지지 않았다.",
        "전문가들은 {}이 중요하다고 말한다.",
        "지난해 문을 연 {}에는 매일 수천 명이 찾아온다.",
        "학생들은 선생님에게 {}에 대해 물었다.",
    ),
    "en": (
        "{} met reporters in Seoul.",
        "The government began an investigation of {}.",
        "Many people like {}.",
        "Sales of {} grew much faster than last year.",
        "The company plans to work with {} next year.",
        "He worked for {} for ten years and then went home.",
        "With this contract, {} enters the world market.",
        "Through {}, we got a new chance.",
        "In Korea, {} is not well known yet.",
        "Experts say that {} is important.",
        "Thousands of people visit {} every day.",
        "The students asked their teacher about {}.",
    ),
}
"""Source language → sentences with a gap."""
SOURCE_WORDS = {"ko": ("도레빈", "사물켄"), "en": ("Dorebin", "Samulken")}
TARGET_WORDS = {"en": ("Zorvik", "Kalem Brandt"), "zh": ("佐维克", "卡莱姆")}


@dataclass(frozen=True, slots=True)
class Trust:
    """The result of a self-test.

    Attributes:
        placeholders: The strings that the engine copies; empty where it copies none reliably.
        rates: Way → share of the self-test in which it worked, 0 to 1; ways that the engine does not offer are absent.
    """

    placeholders: tuple[str, ...] = ()
    rates: Mapping[str, float] = field(default_factory=dict)

    def ranked(self, ways: Iterable[str]) -> tuple[str, ...]:
        """Those of the ways that are worth a try, the best first; of equals the one named first."""
        able = [way for way in ways if self.rates.get(way, 0.0) >= ENOUGH]
        return tuple(sorted(able, key=lambda way: -self.rates[way]))


def assumed(engine: Engine) -> Trust:
    """What an engine promises by itself, untested."""
    ways = [way for way in WAYS if way != "placeholder" or engine.placeholders]
    return Trust(engine.placeholders, dict.fromkeys(ways, 1.0))


def trust(engine: Engine) -> Trust:
    """The result of the engine's self-test, which is run where it is not stored yet; about two seconds.

    An engine for languages that the self-test has no sentences for is taken at its word. A folder that cannot be
    written to costs nothing but the time of the next self-test.

    Raises:
        ModelError: The engine failed while decoding.
    """
    if engine.source not in SENTENCES or engine.target not in TARGET_WORDS:
        return assumed(engine)
    key = _key(engine)
    known = _stored(key)
    if known is None:
        known = _tested(engine)
        _store(key, known)
    return known


def spliced(text: str, start: int, form: str, language: str) -> str:
    """What a translation begins with when ``form`` stands where ``text[start:]`` begins."""
    before = text[:start].rstrip() if language == "zh" else text[:start]
    return before + form


def _tested(engine: Engine) -> Trust:
    """Runs the self-test; of several styles of placeholders the first of the best ones counts."""
    rates: dict[str, float] = {}
    plain = [_Gap.fill(sentence, word, engine.source) for sentence, word in _pairs(engine)]
    forms = [TARGET_WORDS[engine.target][number % 2] for number in range(len(plain))]
    if engine.reads_hints:
        rates["hint"] = _share(engine, [gap.hinted(form) for gap, form in zip(plain, forms, strict=True)], forms)
    found: dict[str, float] = {}
    for style in STYLES:
        first = style.format(0)
        if first in engine.placeholders or (engine.reads(first) and engine.writes(first)):
            marks = [style.format(number % COUNT) for number in range(len(plain))]
            found[style] = _share(
                engine, [gap.written(mark, engine.source) for gap, mark in zip(plain, marks, strict=True)], marks
            )
    chosen = max(found, key=lambda style: found[style], default="")
    if chosen:
        rates["placeholder"] = found[chosen]
    if all(engine.reads(form) for form in forms):
        rates["code-switch"] = _share(
            engine, [gap.written(form, engine.source) for gap, form in zip(plain, forms, strict=True)], forms
        )
    if isinstance(engine, Aligner):
        rates["splice"] = _share(engine, _splices(engine, plain, forms), forms)
    good = chosen and found[chosen] >= ENOUGH
    return Trust(tuple(chosen.format(number) for number in range(COUNT)) if good else (), rates)


@dataclass(frozen=True, slots=True)
class _Gap:
    """A sentence of the self-test with an invented word in it."""

    text: str
    start: int
    end: int

    @classmethod
    def fill(cls, sentence: str, word: str, source: str) -> "_Gap":
        start = sentence.index("{}")
        text = _refitted(sentence[:start], word, sentence[start + 2 :], source)
        return cls(text, start, start + len(word))

    def hinted(self, form: str) -> Request:
        """The word stays, the form goes along as a hint."""
        return Request(self.text, terms=(Hint(self.start, self.end, form, HintKind.TERM, "termbase"),))

    def written(self, form: str, source: str) -> Request:
        """The form instead of the word."""
        return Request(_refitted(self.text[: self.start], form, self.text[self.end :], source))


def _refitted(before: str, word: str, after: str, source: str) -> str:
    size = leading(after) if source == "ko" else 0
    return before + word + (refit(word, after[:size]) if size else "") + after[size:]


def _splices(engine: Engine, gaps: Sequence[_Gap], forms: Sequence[str]) -> list[Request]:
    """The sentences again, each with the beginning of its translation up to the word, and the form there."""
    assert isinstance(engine, Aligner)
    requests = [gap.hinted(form) for gap, form in zip(gaps, forms, strict=True)]
    texts = [result.hypotheses[0].text for result in engine.translate(requests, engine.decoding)]
    asked = [(request, text, gap.start, gap.end) for request, text, gap in zip(requests, texts, gaps, strict=True)]
    again: list[Request] = []
    for (request, text, _, _), gains, form in zip(asked, engine.gains(asked), forms, strict=True):
        where = place(text, gains, engine.target)
        prefix = spliced(text, where[0], form, engine.target) if where else ""
        again.append(Request(request.text, request.terms, prefix=prefix))
    return again


def _share(engine: Engine, requests: Sequence[Request], forms: Sequence[str]) -> float:
    """The share of the requests of which a hypothesis has the form exactly once."""
    results = engine.translate(requests, engine.decoding)
    good = sum(
        any(one.text.count(form) == 1 for one in result.hypotheses) for result, form in zip(results, forms, strict=True)
    )
    return round(good / len(forms), 3)


def _pairs(engine: Engine) -> list[tuple[str, str]]:
    words = SOURCE_WORDS[engine.source]
    return [(sentence, word) for sentence in SENTENCES[engine.source] for word in words]


@cache
def _recipe() -> str:
    """A digest over all that the result depends on besides the model: a new version of the test asks anew."""
    parts = [WAYS, STYLES, COUNT, SENTENCES, SOURCE_WORDS, TARGET_WORDS]
    return sha256(json.dumps(parts, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def _key(engine: Engine) -> str:
    parts = [engine.sha256, engine.source, engine.target, str(engine.decoding), _recipe()]
    return sha256("\n".join(parts).encode()).hexdigest()


def _folder() -> Path | None:
    """``yeonjae/self-tests`` in the user's cache folder (XDG Base Directory Specification 0.8, ``XDG_CACHE_HOME``)."""
    root = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    try:
        return (Path(root) if root else Path.home() / ".cache") / "yeonjae" / "self-tests"
    except RuntimeError:  # no home folder can be determined
        return None


def _stored(key: str) -> Trust | None:
    folder = _folder()
    try:
        data = json.loads((folder / f"{key}.json").read_text(encoding="utf-8")) if folder else {}
        found = Trust(tuple(map(str, data["placeholders"])), {str(k): float(v) for k, v in data["rates"].items()})
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None
    styles = [(), *(tuple(style.format(number) for number in range(COUNT)) for style in STYLES)]
    sane = found.placeholders in styles and all(way in WAYS and 0.0 <= rate <= 1.0 for way, rate in found.rates.items())
    return found if sane else None


def _store(key: str, found: Trust) -> None:
    from translate.files import write_all

    folder = _folder()
    if folder is None:
        return
    with suppress(OSError, OutputError):
        folder.mkdir(parents=True, exist_ok=True)
        text = json.dumps(asdict(found), ensure_ascii=False, indent=1, sort_keys=True)
        write_all({folder / f"{key}.json": f"{text}\n".encode()})
