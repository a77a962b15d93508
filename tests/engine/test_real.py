"""The real model: what must hold whatever it answers."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import pytest_socket

from translate import engine, readers, segmentation
from translate.article import Hint, HintKind
from translate.engine.base import Request

Builder = Callable[..., Path]
SEED = Path(__file__).parents[2] / "seeds" / "150525_top_kor.txt"
TRICKY = [
    ("주소는 https://example.org/a?b=c_d#e 이다.", ["https://example.org/a?b=c_d#e"]),
    ("메일은 kim.s+x@example.co.kr 로 보내라.", ["kim.s+x@example.co.kr"]),
    ("오늘은 기분이 좋다🙂 그렇지 않나👨‍👩‍👧?", ["🙂", "👨‍👩‍👧"]),
    ("그는 銀聯을 한자로 썼다.", ["銀聯"]),
    ("1🙂 2🙂 3🙂 4🙂 5🙂 6🙂 7🙂 8🙂 9 사람이 있다.", ["🙂"] * 8),
    ("식은 ⟦7⟧ 이고 답은 ⟦0⟧ 이다.", ["⟦7⟧", "⟦0⟧"]),
    ("★ 별이 뜬 밤 ☎ 전화가 왔다.", ["★", "☎"]),
    ("그는 שלום 이라고 말했다.", ["שלום"]),
    ("마윈은 “مرحبا بالعالم”라고 말했다.", ["مرحبا بالعالم"]),
    ("※ 자세한 내용은 누리집을 보라.", ["※"]),
    ("[작은 거인 마윈⑪] 두 번 만나 논의했다.", ["⑪"]),
]


@pytest.fixture(autouse=True)
def offline(packages: Path) -> Iterator[None]:
    pytest_socket.disable_socket(allow_unix_socket=False)
    yield
    pytest_socket.enable_socket()


@pytest.mark.parametrize("target", ["en", "zh"])
def test_seed(target: str) -> None:
    segments = segmentation.segment(readers.read(SEED).blocks)
    requests = [Request(one.source) for one in segments]
    loaded = engine.load(target, threads=2)
    counts: list[int] = []
    outcomes = engine.translate(loaded, requests, progress=counts.append)
    assert sum(counts) == len(requests) == len(outcomes)
    faulty = 0
    for request, outcome in zip(requests, outcomes, strict=True):
        best = outcome.candidates[0]
        assert best.text.strip()
        assert best.score < 0
        assert outcome.attempts >= 1
        faulty += bool(best.faults)
        for hint in outcome.hints:
            assert 0 <= hint.start < hint.end <= len(request.text)
            assert hint.form
    assert faulty <= 0.1 * len(outcomes)
    assert engine.translate(engine.load(target, threads=1), requests) == outcomes


@pytest.mark.parametrize("target", ["en", "zh"])
def test_what_cannot_be_spelt_survives(target: str) -> None:
    loaded = engine.load(target)
    for (text, forms), outcome in zip(
        TRICKY, engine.translate(loaded, [Request(text) for text, _ in TRICKY]), strict=True
    ):
        for candidate in outcome.candidates:
            for form in set(forms):
                assert candidate.text.count(form) == forms.count(form), (text, candidate.text)


@pytest.mark.parametrize("target", ["en", "zh"])
def test_copies_survive(target: str) -> None:
    text = "알리바바는 은련과 협력한다."
    copies = (Hint(0, 4, "Zorbatron-7"), Hint(6, 8, "퀽_x “🙂”"))
    (outcome,) = engine.translate(engine.load(target), [Request(text, copies=copies)])
    for candidate in outcome.candidates:
        assert candidate.text.count("Zorbatron-7") == 1
        assert candidate.text.count("퀽_x “🙂”") == 1


def test_terms_are_hinted() -> None:
    term = Hint(0, 4, "Zorbatron", HintKind.TERM, "termbase")
    (outcome,) = engine.translate(engine.load("en"), [Request("알리바바는 항저우에 있다.", terms=(term,))])
    assert term in outcome.hints
    assert {hint.form for hint in outcome.hints if hint.origin == "lexicon"} == {"Hangzhou"}


def test_a_long_source_is_cut_and_said(capsys: pytest.CaptureFixture[str]) -> None:
    text = ", ".join(f"{number}번째 손님은 항저우에서 온 기자였고" for number in range(1, 60)) + " 모두 웃었다."
    (outcome,) = engine.translate(engine.load("en"), [Request(text)])
    assert any("cut into" in line for line in outcome.log)
    assert outcome.candidates[0].text
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("head", ["[인터뷰]", "[특집]"])
def test_the_head_of_a_headline_is_decoded_by_itself(head: str) -> None:
    loaded = engine.load("zh", choice="starter")
    alone, rest, both = (one.candidates[0].text for one in engine.translate(
        loaded, [Request(head), Request("그는 학교에 갔다."), Request(f"{head} 그는 학교에 갔다.")]
    ))  # fmt: skip
    assert both == alone + rest


def test_plain_package(build: Builder) -> None:
    build("ko", "en")
    loaded = engine.load("en")
    assert (loaded.name, loaded.reads_hints) == ("argos 1.0 ko→en", False)
    texts = ["알리바바는 항저우에 있다.", *(text for text, _ in TRICKY)]
    outcomes = engine.translate(loaded, [Request(text) for text in texts])
    assert outcomes[0].hints == ()
    for (_, forms), outcome in zip(TRICKY, outcomes[1:], strict=True):
        for form in set(forms):
            assert outcome.candidates[0].text.count(form) >= forms.count(form)


def test_pivot(build: Builder) -> None:
    build("ko", "en")
    build("en", "zh", version="2.0")
    loaded = engine.load("zh")
    assert loaded.name == "argos 1.0 ko→en + argos 2.0 en→zh"
    assert loaded.target == "zh"
    (one, address) = engine.translate(
        loaded, [Request("알리바바는 항저우에 있는 회사다."), Request("https://a.b/c 를 보라.")]
    )
    assert one.candidates[0].text
    assert any(line.startswith("through English: ") for line in one.log)
    assert "https://a.b/c" in address.candidates[0].text
    starter = engine.load("zh", choice="starter")
    assert starter.name == "starter 0.1.0 ko→zh"
    assert starter.sha256 != loaded.sha256


def test_directions_share_the_weights() -> None:
    first, second = engine.load("en"), engine.load("zh")
    assert first._translator is second._translator  # type: ignore[attr-defined]
