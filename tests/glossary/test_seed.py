"""The article with the real engine: every hit stands in the translation, or its segment is marked."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from translate import engine, typography
from translate.article import Rung, Segment, Translation
from translate.engine.base import Engine, Outcome, Request
from translate.engine.trust import Trust, trust
from translate.glossary import Tools, default_paths, enforce, load, match

ROOT = Path(__file__).parents[2]
TERMBASE = load(default_paths(ROOT / "glossaries"))
SENTENCES = [
    sentence.strip()
    for line in (ROOT / "seeds" / "150525_top_kor.txt").read_text(encoding="utf-8-sig").splitlines()
    for sentence in re.split(r"(?<=[.?\]”]) |(?<=\.)(?=-)", line)
    if re.search("[가-힣]", sentence)
]
SEGMENTS = [Segment(str(n), 0, 0, len(text), text) for n, text in enumerate(SENTENCES, start=1)]
HITS = match(SEGMENTS, TERMBASE)


def translations(language: str, count: list[int]) -> list[Translation]:
    loaded = engine.load(language, choice="starter", threads=1)

    def decode(one: Engine, trusted: Trust, requests: Sequence[Request], patient: bool) -> list[Outcome]:
        count.append(len(requests))
        return engine.translate(one, requests, placeholders=trusted.placeholders, patient=patient)

    def finish(text: str, protected: Sequence[str], code: str) -> str:
        return typography.finish(text, code, protect=protected, quotes="curly")

    return enforce(SEGMENTS, HITS, loaded, Tools(decode, finish, trust))


def bare(text: str) -> str:
    """Letters and digits alone, so that this check shares nothing with the patterns it checks."""
    return "".join(filter(str.isalnum, text)).lower()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_hit_is_enforced_or_its_segment_marked(language: str) -> None:
    batches: list[int] = []
    made = translations(language, batches)
    assert [one.segment for one in made] == [segment.id for segment in SEGMENTS]
    for segment, one in zip(SEGMENTS, made, strict=True):
        wanted = [hit for hit in HITS.get(segment.id, ()) if hit.concept.forms(language)]
        assert [use.hit for use in one.terms] == wanted
        for use in one.terms:
            stands = [form for form in use.hit.concept.forms(language) if bare(form) in bare(one.text)]
            assert stands or not use.enforced
            assert one.text[use.start : use.end] == use.form if use.enforced else one.rung is Rung.FAILED
        assert wanted or one.rung is Rung.PLAIN
        banned = [form for hit in wanted for form in hit.concept.forbidden.get(language, ())]
        assert one.rung is Rung.FAILED or not any(re.search(rf"\b{re.escape(form)}\b", one.text) for form in banned)
    assert batches[0] == len(SEGMENTS)
    assert sum(batches) < 2.5 * len(SEGMENTS)  # what the glossary may cost
    marked = [one for one in made if one.rung is Rung.FAILED]
    assert len(marked) <= 0.1 * len(SEGMENTS)
