"""The seed article: every segment of every paragraph, as written out in data/seed.txt."""

from pathlib import Path

import pytest

from translate import readers
from translate.article import Block, Kind
from translate.segmentation import segment, spans

SEED = Path(__file__).parents[2] / "seeds" / "150525_top_kor.txt"
HEADING = "[작은거인 알리바바 마윈⑪] “삼성 이재용과 두번 만나 협력관계 논의했다”"
BYLINE = "[아시아엔=안동일 동아시아전문가]"
EXPECTED = Path(__file__).parent / "data" / "seed.txt"  # a segment a line, an empty line between paragraphs
PARAGRAPHS = [block.split("\n") for block in EXPECTED.read_text(encoding="utf-8").strip().split("\n\n")]


@pytest.mark.parametrize("sentences", PARAGRAPHS, ids=range(len(PARAGRAPHS)))
def test_paragraph(sentences: list[str]) -> None:
    glued = sentences[-1] == "(계속)"
    text = " ".join(sentences[:-1]) + sentences[-1] if glued else " ".join(sentences)
    assert text in SEED.read_text(encoding="utf-8")
    assert [text[start:end] for start, end in spans(text)] == sentences


def test_article() -> None:
    """As read: the heading, the byline and the editor's mark are blocks of their own, the page furniture has none."""
    expected = [HEADING, BYLINE, *PARAGRAPHS[0], "-편집자", *(one for some in PARAGRAPHS[1:] for one in some)]
    segments = segment(readers.read(SEED).blocks)
    assert [one.source for one in segments] == expected
    assert [one.id for one in segments] == [str(number + 1) for number in range(len(expected))]


def test_one_segment_kinds() -> None:
    text = "배가 왔다. 짐은 없었다."
    assert [one.source for one in segment([Block(Kind.HEADING, text), Block(Kind.BYLINE, text)])] == [text, text]
    assert segment([Block(Kind.FURNITURE, text), Block(Kind.CODE, text)]) == ()


def test_heading_lines() -> None:
    (first, second) = segment([Block(Kind.HEADING, "배가 왔다. 정말? \n 짐은 없었다")])
    assert (first.source, second.source) == ("배가 왔다. 정말?", "짐은 없었다")
    assert (second.start, second.end) == (13, 19)


def test_ids_run_over_blocks() -> None:
    blocks = [
        Block(Kind.NOTE, " "),
        Block(Kind.CELL, "하나다. 둘이다."),
        Block(Kind.FURNITURE, "x"),
        Block(Kind.ITEM, "셋"),
    ]
    assert [(one.id, one.block, one.source) for one in segment(blocks)] == [
        ("1", 1, "하나다."),
        ("2", 1, "둘이다."),
        ("3", 3, "셋"),
    ]
