"""Waivers: their files, what they apply to, and what is said of the others."""

from pathlib import Path

import pytest

from translate.article import Concept, Segment, TermHit
from translate.errors import GlossaryError
from translate.glossary import waivers

HEADER = "article,segment,ko,language,reason\n"
BANK = Concept({"ko": ("은행", "뱅크"), "en": ("bank",)})
MA = Concept({"ko": ("마윈",), "en": ("Jack Ma",)})
SEGMENTS = (Segment("1", 0, 0, 11, "마윈은  은행에 갔다."), Segment("2", 0, 12, 20, "은행은 닫혔다."))
HITS = {"1": (TermHit(0, 2, MA), TermHit(5, 7, BANK)), "2": (TermHit(0, 2, BANK),)}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def loaded(rows: str, header: str = HEADER) -> tuple[waivers.Waiver, ...]:
    Path("a.waivers.csv").write_text(header + rows, encoding="utf-8")
    return waivers.load([Path("a.waivers.csv")])


def waived(rows: str, article: str = "a.txt") -> list[dict[str, str]]:
    hits = waivers.apply(HITS, SEGMENTS, article, loaded(rows))
    return [dict(hit.waived) for listed in hits.values() for hit in listed]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("a.txt,1,은행,en,a pun\n", [{}, {"en": "a pun"}, {}]),
        (",2,은행,,said before\n", [{}, {}, {"en": "said before", "zh": "said before"}]),
        (",마윈은 은행에 갔다.,뱅크,English,a pun\n", [{}, {"en": "a pun"}, {}]),
        ("a.txt,1,마 윈,zh-CN,x\na.txt,1,마윈,,y\n", [{"zh": "x", "en": "y"}, {}, {}]),
        ("b.txt,1,은행,en,a pun\n", [{}, {}, {}]),
        ("a.txt,3,은행,en,a pun\n", [{}, {}, {}]),
        ("a.txt,2,마윈,en,a pun\n", [{}, {}, {}]),
        ("", [{}, {}, {}]),
    ],
)
def test_what_a_waiver_applies_to(rows: str, expected: list[dict[str, str]]) -> None:
    assert waived(rows) == expected


def test_file_names_are_compared_normalised() -> None:
    assert waived("\u1100\u1161.txt,2,은행,en,x\n", "가.txt") == [{}, {}, {"en": "x"}]


def test_hits_keep_everything_else() -> None:
    hits = waivers.apply(HITS, SEGMENTS, "a.txt", loaded(",2,은행,en,x\n"))
    assert hits["1"] is HITS["1"]
    assert (hits["2"][0].start, hits["2"][0].end, hits["2"][0].concept) == (0, 2, BANK)


def test_waivers_that_apply_to_nothing() -> None:
    found = loaded("a.txt,1,은행,en,a\na.txt,1,없음,en,b\nb.txt,1,은행,en,c\n,9,은행,en,d\n")
    unused = waivers.unused(HITS, SEGMENTS, "a.txt", found)
    assert [(one.reason, one.where) for one in unused] == [("b", "a.waivers.csv:3"), ("d", "a.waivers.csv:5")]


@pytest.mark.parametrize(
    ("rows", "header", "where", "problem"),
    [
        ("", "", "a.waivers.csv", "is empty"),
        ("", "article,segment,ko,language\n", "a.waivers.csv:1:1", "the column 'reason' is missing"),
        ("", "article,segment,ko,reason,why\n", "a.waivers.csv:1:27", "unknown column 'why'"),
        ("", "segment,ko,reason,ko\n", "a.waivers.csv:1:19", "a second column 'ko'"),
        (",1,은행,en,\n", HEADER, "a.waivers.csv:2:10", "the reason is missing"),
        (",,은행,en,x\n", HEADER, "a.waivers.csv:2:2", "the segment is missing"),
        (",1,,en,x\n", HEADER, "a.waivers.csv:2:4", "the ko is missing"),
        (",1,은행,de,x\n", HEADER, "a.waivers.csv:2:7", "unknown target language 'de'"),
        (",1,은행,en,\\x07\n", HEADER, "", ""),
        (",1,은행\n", HEADER, "a.waivers.csv:2:4", "3 fields, the header has 5"),
        (',1,은행,en,"x\n', HEADER, "a.waivers.csv:2:10", "a quote that is never closed"),
    ],
)
def test_what_is_wrong(rows: str, header: str, where: str, problem: str) -> None:
    if not problem:
        assert len(loaded(rows, header)) == 1
        return
    with pytest.raises(GlossaryError) as caught:
        loaded(rows, header)
    assert (caught.value.where, caught.value.message) == (where, problem)


def test_all_mistakes_are_counted() -> None:
    with pytest.raises(GlossaryError, match=r"csv:2:10: the reason is missing; .*; and 2 more mistakes in waivers$"):
        loaded(",1,은행,en,\n,,은행,en,x\n,1,은행,fr,x\n")


def test_files_are_found_by_name() -> None:
    for name in ("b.waivers.csv", "A.Waivers.CSV", "c.csv", "waivers.csv"):
        Path(name).touch()
    assert [path.name for path in waivers.default_paths(Path())] == ["A.Waivers.CSV", "b.waivers.csv"]
    assert waivers.default_paths(Path("none")) == []
    with pytest.raises(GlossaryError, match="there is no such file"):
        waivers.load([Path("none.waivers.csv")])


@pytest.mark.parametrize("name", ["a", "A", "A.TXT", "a.txt"])
def test_an_article_may_lack_its_suffix_and_have_any_case(name: str) -> None:
    assert waived(f"{name},2,은행,en,x\n") == [{}, {}, {"en": "x"}]
    assert waived(f"{name},2,은행,en,x\n", "a.b.txt") == [{}, {}, {}]


def test_waivers_for_other_articles_are_astray() -> None:
    found = loaded("a,1,은행,en,a\nB.MD,1,은행,en,b\n150525,1,은행,en,c\n,9,은행,en,d\na.docx,1,은행,en,e\n")
    assert [one.reason for one in waivers.astray(found, ["a.txt", "b.md"])] == ["c", "e"]
    assert [one.reason for one in waivers.astray(found, [])] == ["a", "b", "c", "e"]
    assert waivers.unused({}, (), "a.txt", found) == (found[0], found[3])


def test_all_mistakes_and_what_is_sound() -> None:
    Path("a.waivers.csv").write_text(HEADER + ",1,은행,en,\n,2,은행,en,x\n", encoding="utf-8")
    made, mistakes = waivers.gather([Path("a.waivers.csv"), Path("none.waivers.csv")])
    assert [one.reason for one in made] == ["x"]
    assert [one.where for one in mistakes] == ["a.waivers.csv:2:10", "none.waivers.csv"]


def test_paths_of_waivers() -> None:
    Path("a.waivers.csv").touch()
    given = [Path("g.csv"), Path("b.Waivers.csv"), Path(), Path("a.waivers.csv")]
    assert waivers.paths(given) == [Path("b.Waivers.csv"), Path("a.waivers.csv")]
