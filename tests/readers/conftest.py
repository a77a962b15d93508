"""Writes a source file and reads it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from translate.article import Article, Block
from translate.readers import read

Reader = Callable[..., Article]


@pytest.fixture
def article(tmp_path: Path) -> Reader:
    """``article(content, name="series.txt")``: the article read from a file with this content (text is UTF-8)."""

    def make(content: str | bytes, name: str = "series.txt") -> Article:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return read(path)

    return make


@pytest.fixture
def kinds(article: Reader) -> Callable[..., list[tuple[str, str]]]:
    """``kinds(content, name)``: kind and text of every block."""

    def make(content: str | bytes, name: str = "series.txt") -> list[tuple[str, str]]:
        return [(block.kind.value, block.text) for block in article(content, name).blocks]

    return make


@pytest.fixture
def paragraphs() -> Callable[[Article], list[str]]:
    """The paragraphs that the blocks of an article rebuild."""

    def make(article: Article) -> list[str]:
        rebuilt: dict[int, str] = {}
        block: Block
        for block in article.blocks:
            rebuilt[block.paragraph] = rebuilt.get(block.paragraph, "") + block.before + block.text
        return list(rebuilt.values())

    return make
