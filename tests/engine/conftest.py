"""Packages made from the starter's own files, and an engine that is scripted."""

import json
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from translate.article import Hint
from translate.engine.base import Decoding, Hypothesis, Progress, Request, Result
from translate.engine.packages import STARTER

Builder = Callable[..., Path]


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder for installed packages, where the tool looks for them."""
    folder = tmp_path / "packages"
    folder.mkdir()
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(folder))
    return folder


@pytest.fixture
def build(packages: Path) -> Builder:
    """Installs a package that translates ``source`` into ``target``, with the starter's model."""

    def builder(source: str, target: str, *, version: str = "1.0", **more: object) -> Path:
        folder = packages / f"translate-{source}_{target}-{version}"
        shutil.copytree(STARTER / "model", folder / "model")
        shutil.copy(STARTER / "sentencepiece.model", folder)
        metadata = {
            "package_version": version,
            "argos_version": "1.9",
            "from_code": source,
            "to_code": target,
            "target_prefix": f"<2{target}>",
            **more,
        }
        (folder / "metadata.json").write_text(json.dumps(metadata), encoding="utf-8")
        return folder

    return builder


class Scripted:
    """An engine that answers what it is told to; reads Korean and ASCII, writes ASCII."""

    name = "scripted 1.0 ko→en"
    target = "en"
    sha256 = "0" * 64
    reads_hints = True
    decoding = Decoding(beam=2)

    def __init__(self, answers: dict[str, list[list[str]]], placeholders: int = 2) -> None:
        self.answers = answers
        self.placeholders = tuple(f"⟦{number}⟧" for number in range(placeholders))
        self.asked: list[tuple[str, Decoding]] = []

    def translate(
        self, requests: Sequence[Request], decoding: Decoding, progress: Progress | None = None
    ) -> list[Result]:
        made = []
        for request in requests:
            self.asked.append((request.text, decoding))
            rounds = self.answers.get(request.text, [["Something else"]])
            texts = rounds.pop(0) if len(rounds) > 1 else rounds[0]
            made.append(Result(tuple(Hypothesis(text, -0.1 * rank) for rank, text in enumerate(texts))))
        if progress:
            progress(len(requests))
        return made

    def hints(self, request: Request) -> tuple[Hint, ...]:
        return request.terms

    def reads(self, text: str) -> bool:
        return all(char.isascii() or "가" <= char <= "힣" or char in "⟦⟧…“”‘’" for char in text)

    def writes(self, text: str) -> bool:
        return text.isascii()


@pytest.fixture
def scripted() -> type[Scripted]:
    return Scripted
