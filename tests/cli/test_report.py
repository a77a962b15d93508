"""The summary: figures from a bitext, the table, the errors, the JSON."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from translate.article import (
    Article,
    Bitext,
    Block,
    Concept,
    Finding,
    Kind,
    Origin,
    Rung,
    Segment,
    Severity,
    Signature,
    TermHit,
    TermUse,
    Translation,
)
from translate.cli.report import MOST, show
from translate.summary import Failure, Summary, summarise

HIT = TermHit(0, 2, Concept({"ko": ("마윈",), "en": ("Jack Ma",)}))
SIGNATURE = Signature("0", {"en": "one 1 ko→en"}, {"en": "0" * 12}, "", {}, {})
STANDS, MISSING, WAIVED = TermUse(HIT, 0, 7, "Jack Ma"), TermUse(HIT), TermUse(HIT, waiver="a pun")


def bitext(made: list[tuple[Rung, tuple[TermUse, ...]]], findings: list[Finding] | None = None) -> Bitext:
    """An article of one segment for each of these translations into English."""
    segments = tuple(Segment(str(number), 0, 0, 2, "마윈") for number in range(1, len(made) + 1))
    translations = tuple(
        Translation(segment.id, "en", "Jack Ma", origin=Origin.MACHINE, rung=rung, terms=terms)
        for segment, (rung, terms) in zip(segments, made, strict=True)
    )
    article = Article("a", "a.txt", "txt", "utf-8", "0" * 64, (Block(Kind.PARAGRAPH, "마윈"),))
    return Bitext(article, segments, {}, {"en": translations}, tuple(findings or ()), SIGNATURE)


def summary(made: Bitext, files: tuple[str, ...] = ("exports/a.en.docx",)) -> Summary:
    return summarise(made, Path("a.txt"), [Path(file) for file in files], 2.0)


def error(number: int, message: str = "5 is missing") -> Finding:
    return Finding("numbers", Severity.ERROR, str(number), "en", message)


def test_hits_are_enforced_waived_or_failed() -> None:
    made = [(Rung.HINT, (STANDS, STANDS)), (Rung.FAILED, (MISSING, WAIVED)), (Rung.COPY, (STANDS,)), (Rung.PLAIN, ())]
    (language,) = summary(bitext(made)).languages
    assert (language.term_hits, language.enforced, language.waived) == (5, 3, 1)
    assert language.failures == (Failure("2", "마윈", ("Jack Ma",)),)
    assert language.rungs == {"hint": 1, "copy": 1, "failed": 1}
    assert list(language.rungs) == ["hint", "copy", "failed"]  # as the ladder goes


def test_a_term_that_stands_is_enforced_though_it_need_not() -> None:
    (language,) = summary(bitext([(Rung.HINT, (replace(STANDS, waiver="a pun"),))])).languages
    assert (language.enforced, language.waived, language.failures) == (1, 0, ())


def rows(text: str) -> list[tuple[str, str]]:
    """The rows of the table with one column of figures; two are called "failed"."""
    lines = [
        line.rsplit(None, 1) for line in text.splitlines() if line.startswith(" ") and line.rstrip()[-1:].isdigit()
    ]
    return [(name.rstrip(), value) for name, value in lines]


def table(text: str) -> dict[str, str]:
    return dict(rows(text))


def test_table(capsys: pytest.CaptureFixture[str]) -> None:
    made = [(Rung.HINT, (STANDS,)), (Rung.HINT, (STANDS,)), (Rung.SPLICE, (STANDS,)), (Rung.FAILED, (MISSING, WAIVED))]
    note = Finding("length", Severity.NOTE, "1", "en", "long")
    show(summary(bitext(made, [note, error(4, "마윈 should be Jack Ma")])))
    err = capsys.readouterr().err
    assert rows(err) == [
        (" segments", "4"),
        (" reused", "0"),
        (" translated", "4"),
        (" kept (no Korean)", "0"),
        (" term hits", "5"),
        ("   enforced", "3"),
        ("   waived", "1"),
        ("   failed", "1"),
        (" segments with terms", "4"),
        ("   by hint", "2"),
        ("   by splicing", "1"),
        ("   failed", "1"),
        (" findings: errors", "1"),
        ("   warnings", "0"),
        ("   notes", "1"),
    ]
    assert "error: en, segment 4, numbers: 마윈 should be Jack Ma\n" in err
    assert "length" not in err


def test_rows_without_a_figure_are_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    show(summary(bitext([(Rung.PLAIN, ())])))
    rows = table(capsys.readouterr().err)
    assert not {"   waived", " segments with terms", "   by hint"} & set(rows)
    assert rows["   failed"] == "0"


@pytest.mark.parametrize(
    ("count", "files", "last"),
    [
        (MOST, ("a.en.docx",), f"error: en, segment {MOST}, numbers: 5 is missing"),
        (MOST + 1, ("a.en.docx", "a.en.tmx"), "… and 1 more, see the DOCX"),
        (1234 + MOST, ("a.en.tmx",), "… and 1,234 more, see the TMX"),
    ],
)
def test_errors_are_listed_up_to_a_cap(
    capsys: pytest.CaptureFixture[str], count: int, files: tuple[str, ...], last: str
) -> None:
    made = bitext([(Rung.PLAIN, ())] * count, [error(number) for number in range(1, count + 1)])
    show(summary(made, files))
    lines = capsys.readouterr().err.splitlines()
    assert sum(line.startswith("error: ") for line in lines) == min(count, MOST)
    assert lines[-len(files) - 1] == last
    assert len(summary(made).as_json()["findings"]) == count


def test_texts_are_no_markup_and_no_control(capsys: pytest.CaptureFixture[str]) -> None:
    made = bitext([(Rung.PLAIN, ())], [error(1, "[bold]x[/bold] :warning: a\x1b[31mb\nc")])
    show(summary(made, ("a:warning:\n.docx",)))
    err = capsys.readouterr().err
    assert "error: en, segment 1, numbers: [bold]x[/bold] :warning: a\\x1b[31mb\\nc\n" in err
    assert "wrote a:warning:\\n.docx\n" in err


def test_json_lists_every_finding() -> None:
    found = [error(1), Finding("quotes", Severity.WARNING, "2", "en", "odd", 3, 4)]
    data = json.loads(json.dumps(summary(bitext([(Rung.HINT, (STANDS,)), (Rung.PLAIN, ())], found)).as_json()))
    assert data["findings"] == [
        {"check": "numbers", "severity": "error", "segment": "1", "language": "en", "message": "5 is missing"}
        | {"start": 0, "end": 0},
        {"check": "quotes", "severity": "warning", "segment": "2", "language": "en", "message": "odd"}
        | {"start": 3, "end": 4},
    ]
    (language,) = data["languages"]
    assert language["severities"] == {"error": 1, "warning": 1, "note": 0}
    assert (language["rungs"], language["failed"], language["waived"]) == ({"hint": 1}, 0, 0)
