"""The set that enforcement is measured with is what its page says: big enough, clean, and right in its references."""

from pathlib import Path

from translate.article import Segment
from translate.glossary import banned, load, match, uses

DATA = Path(__file__).parents[1] / "benchmarks" / "data"
ROWS = [
    tuple(line.split("\t"))
    for path in sorted(DATA.glob("terms-*.sentences.tsv"))
    for line in path.read_text(encoding="utf-8").splitlines()[1:]
]
TERMBASE = load(sorted(DATA.glob("terms-*.concepts.tsv")))
SEGMENTS = [Segment(str(number), 0, 0, len(row[0]), row[0]) for number, row in enumerate(ROWS)]
HITS = match(SEGMENTS, TERMBASE)


def test_size() -> None:
    assert len(ROWS) >= 1000
    assert len(TERMBASE.concepts) >= 300
    assert all(len(row) == 3 and all(row) for row in ROWS)
    assert len({row[0] for row in ROWS}) == len(ROWS)


def test_every_concept_occurs() -> None:
    found = {hit.concept.name for hits in HITS.values() for hit in hits}
    assert {concept.name for concept in TERMBASE.concepts} == found
    assert len(HITS) > 0.99 * len(ROWS)  # a few hold a compound in which the matcher sees no term


def test_references_hold_the_terms() -> None:
    wrong = [
        (row[0], language, use.hit.concept.name)
        for number, row in enumerate(ROWS)
        for language, text in (("en", row[1]), ("zh", row[2]))
        for use in uses(text, HITS.get(str(number), ()), language)
        if not use.enforced or banned(text, HITS.get(str(number), ()), language)
    ]
    assert wrong == []
