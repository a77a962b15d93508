"""The self-test: what it asks, what it concludes, where it keeps it."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from translate import engine
from translate.engine import trust as trusting
from translate.engine.base import Aligner, Decoding, Gain, Hypothesis, Progress, Request, Result
from translate.engine.trust import Trust, assumed, spliced, trust

ODD = '{"placeholders": ["", ""], "rates": {"placeholder": 1.0}}'
NAN = '{"placeholders": [], "rates": {"placeholder": NaN}}'


class Parrot:
    """Answers with the source, but loses what it is told to lose; and knows where the last of its words came from."""

    name = "parrot 1.0 ko→en"
    source = "ko"
    target = "en"
    sha256 = "1" * 64
    reads_hints = True
    placeholders = ("⟦0⟧",)
    decoding = Decoding()

    def __init__(self, *loses: str) -> None:
        self.loses = loses
        self.asked = 0

    def translate(
        self, requests: Sequence[Request], decoding: Decoding, progress: Progress | None = None
    ) -> list[Result]:
        self.asked += len(requests)
        return [Result((Hypothesis(self._answer(request), 0.0),)) for request in requests]

    def _answer(self, request: Request) -> str:
        if request.prefix:
            return f"{request.prefix} and so on"
        words = [*request.text.split(), *("hint:" + term.form for term in request.terms)]
        return " ".join(word for word in words if not any(sign in word for sign in self.loses))

    def hints(self, request: Request) -> tuple[()]:
        return ()

    def reads(self, text: str) -> bool:
        return True

    def writes(self, text: str) -> bool:
        return True


class Pointing(Parrot):
    def gains(self, asked: Sequence[tuple[Request, str, int, int]]) -> list[tuple[Gain, ...]]:
        return [(Gain(0, len(text.split()[0]), 5.0),) for _, text, _, _ in asked]


@pytest.fixture(autouse=True)
def fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "yeonjae" / "self-tests"


@pytest.mark.parametrize(
    ("loses", "placeholders", "zero"),
    [
        ((), "⟦", ()),
        (("⟦",), "{", ()),
        (("⟦", "{"), "[", ()),
        (("⟦", "{", "["), "", ("placeholder",)),
        (("hint:",), "⟦", ("hint",)),
        (("Zorvik", "Kalem", "Brandt"), "⟦", ("hint", "code-switch")),
    ],
)
def test_what_works_is_found_out(loses: tuple[str, ...], placeholders: str, zero: tuple[str, ...]) -> None:
    found = trust(Parrot(*loses))
    assert [mark[0] for mark in found.placeholders] == [placeholders] * (6 if placeholders else 0)
    assert set(found.rates) == {"hint", "placeholder", "code-switch"}
    for way, rate in found.rates.items():
        assert (rate == 0.0) == (way in zero)


def test_aligners_are_tried_with_a_prefix() -> None:
    assert isinstance(Pointing(), Aligner)
    assert trust(Pointing("Zorvik", "Kalem")).rates["splice"] == 1.0


def test_ranking() -> None:
    found = Trust((), {"a": 0.6, "b": 1.0, "c": 0.4, "d": 0.6})
    assert found.ranked("abcdx") == ("b", "a", "d")


def test_it_is_done_once_a_package(fresh: Path) -> None:
    first, second, other = Parrot(), Parrot(), Parrot()
    other.sha256 = "2" * 64
    assert trust(first) == trust(second)
    assert first.asked > 0
    assert second.asked == 0
    trust(other)
    assert other.asked == first.asked
    assert len(list(fresh.iterdir())) == 2


@pytest.mark.parametrize("text", ["", "{", "[]", '{"placeholders": 1, "rates": {}}', '{"placeholders": []}', ODD, NAN])
def test_a_broken_record_is_made_anew(fresh: Path, text: str) -> None:
    good = trust(Parrot())
    (file,) = fresh.iterdir()
    file.write_text(text, encoding="utf-8")
    assert trust(Parrot()) == good
    assert json.loads(file.read_text(encoding="utf-8"))["rates"] == good.rates


def test_a_new_self_test_asks_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    trust(Parrot())
    monkeypatch.setattr(trusting, "STYLES", ("⟦{}⟧",))
    trusting._recipe.cache_clear()
    again = Parrot()
    trust(again)
    trusting._recipe.cache_clear()
    assert again.asked > 0


def test_a_folder_that_cannot_be_written_costs_nothing(fresh: Path) -> None:
    fresh.parent.write_text("no folder", encoding="utf-8")
    assert trust(Parrot()).rates["placeholder"] == 1.0


def test_other_languages_are_taken_at_their_word() -> None:
    own = Parrot()
    own.source = "ja"
    assert trust(own) == assumed(own)
    assert own.asked == 0


@pytest.mark.parametrize(
    ("text", "start", "language", "prefix"),
    [
        ("He saw Baba go.", 7, "en", "He saw Zorvik"),
        ("Baba goes.", 0, "en", "Zorvik"),
        ("他看见 巴巴", 4, "zh", "他看见Zorvik"),
    ],
)
def test_spliced(text: str, start: int, language: str, prefix: str) -> None:
    assert spliced(text, start, "Zorvik", language) == prefix


@pytest.mark.parametrize("target", ["en", "zh"])
def test_the_starter(target: str) -> None:
    """Whatever it can, the result is a share of each way; and one that it can is left."""
    found = trust(engine.load(target, choice="starter"))
    assert set(found.rates) == {"hint", "placeholder", "code-switch", "splice"}
    assert all(0.0 <= rate <= 1.0 for rate in found.rates.values())
    assert found.ranked(("placeholder", "code-switch", "splice"))
