"""Joining rows into concepts: what merges, what contradicts, and the hash over the result."""

from pathlib import Path

import pytest

from translate.article import Case, Status
from translate.errors import GlossaryError
from translate.glossary import Termbase, default_paths, load

HEADER = "ko,en,zh,status,note\n"


def loaded(folder: Path, *files: str) -> Termbase:
    paths = []
    for number, rows in enumerate(files):
        path = folder / f"{'abc'[number]}.csv"
        path.write_text(HEADER + rows, encoding="utf-8")
        paths.append(path)
    return load(paths)


@pytest.mark.parametrize(
    "files",
    [
        ["마윈,Jack Ma,马云,,\n", "마윈,Jack Ma,马云,,\n"],
        ["마윈,Jack Ma,,,\n", "마윈,,马云,,\n"],
        ["마윈,Jack Ma,马云,,\n마윈,Jack Ma,马云,preferred,\n"],
        ["마윈,Jack Ma,马云,,\n마 윈|마윈,Jack Ma,马云,,\n"],
    ],
    ids=["files", "languages", "rows", "spaces"],
)
def test_rows_of_one_concept_merge(tmp_path: Path, files: list[str]) -> None:
    (concept,) = loaded(tmp_path, *files).concepts
    assert concept.name == "마윈"
    assert (concept.forms("en"), concept.forms("zh")) == (("Jack Ma",), ("马云",))
    assert (concept.status, concept.where, dict(concept.forbidden)) == (Status.PREFERRED, "a.csv:2", {})


def test_admitted_and_forbidden_rows_join_their_concept(tmp_path: Path) -> None:
    base = loaded(
        tmp_path,
        "유커,youke|yuke,,forbidden,no\n요우커|유커,Chinese tourists,中国游客,preferred,yes\n",
        "유커,Chinese visitors|Chinese tourists,,admitted,perhaps\n마윈,Jack Ma,,,\n",
    )
    concept, other = base.concepts
    assert concept.terms == {
        "ko": ("요우커", "유커"),
        "en": ("Chinese tourists", "Chinese visitors"),
        "zh": ("中国游客",),
    }
    assert concept.forbidden == {"en": ("youke", "yuke")}
    assert (concept.status, concept.note, concept.where) == (Status.PREFERRED, "yes / perhaps / no", "a.csv:3")
    assert other.name == "마윈"
    assert base.files == ("a.csv", "b.csv")


def test_concepts_that_only_admit_or_only_forbid(tmp_path: Path) -> None:
    admitted, forbidden = loaded(tmp_path, "가,a|b,,admitted,\n나,c,丙,forbidden,\n").concepts
    assert (admitted.status, admitted.forms("en")) == (Status.ADMITTED, ("a", "b"))
    assert (forbidden.status, dict(forbidden.terms)) == (Status.FORBIDDEN, {"ko": ("나",)})
    assert forbidden.forbidden == {"en": ("c",), "zh": ("丙",)}


def test_do_not_translate_keeps_the_first_form_in_every_language(tmp_path: Path) -> None:
    (concept,) = loaded(tmp_path, "O2O|오투오,,O2O,do-not-translate,\n").concepts
    assert concept.terms == {"ko": ("O2O", "오투오"), "en": ("O2O",), "zh": ("O2O",)}
    assert concept.status is Status.DO_NOT_TRANSLATE


def test_a_row_may_join_two_earlier_ones(tmp_path: Path) -> None:
    (concept,) = loaded(tmp_path, "가,x,,,\n다,x,,,\n가나|다,x,,,\n가나|가,x,,,\n").concepts
    assert concept.forms("ko") == ("가", "다", "가나")


@pytest.mark.parametrize(
    ("files", "where", "message"),
    [
        (
            ["마윈,Jack Ma,,,\n", "x,y,,,\n마윈,Ma Yun,,,\n"],
            "b.csv:3:4",
            "'마윈' is 'Ma Yun' in en, but 'Jack Ma' at {}a.csv:2:4",
        ),
        (["가,a,,,\n가,b,,,\n"], "a.csv:3:3", "'가' is 'b' in en, but 'a' at {}a.csv:2:3"),
        (["가,a|b,,,\n가,b|a,,,\n"], "a.csv:3:3", "'가' is 'b|a' in en, but 'a|b' at {}a.csv:2:3"),
        (["가,,甲,,\n나,,乙,,\n다|나|가,,甲,,\n"], "a.csv:3:4", "'나' is '乙' in zh, but '甲' at {}a.csv:2:4"),
        (
            ["빅 데이터,big data,,,\n빅데이터,Big Data,,,\n"],
            "a.csv:3:6",
            "'빅데이터' is 'Big Data' in en, but 'big data' at {}a.csv:2:7",
        ),
        (["IT,IT,,,\nit,it,,,\n"], "a.csv:3:4", "'it' is 'it' in en, but 'IT' at {}a.csv:2:4"),
        (
            ["O2O,,,do-not-translate,\nO2O,online,,,\n"],
            "a.csv:3:5",
            "'O2O' is 'online' in en, but 'O2O' at {}a.csv:2:5",
        ),
        (["가,a,,forbidden,\n가,a,,,\n"], "a.csv:2:3", "'가' forbids 'a' in en, which is listed at {}a.csv:3:3"),
        (
            ["가,a,,,\n가,b,,admitted,\n가,b,,forbidden,\n"],
            "a.csv:4:3",
            "'가' forbids 'b' in en, which is listed at {}a.csv:3:3",
        ),
    ],
)
def test_contradictions_name_both_places(tmp_path: Path, files: list[str], where: str, message: str) -> None:
    with pytest.raises(GlossaryError) as caught:
        loaded(tmp_path, *files)
    assert caught.value.where == f"{tmp_path}/{where}"
    assert caught.value.message == message.format(f"{tmp_path}/")
    assert caught.value.hint


def test_the_hash_is_over_the_concepts_alone(tmp_path: Path) -> None:
    base = loaded(tmp_path, "가,a,,,\n나,b,,,\n")
    assert base.sha256 == loaded(tmp_path, "나,b,,,\n", "가,a,,,\n나,b,,,\n").sha256
    assert base.short == base.sha256[:12]
    others = [
        "가,a,,,\n나,c,,,\n",
        "가,a,,,\n나,b,,admitted,\n",
        "가,a,,,\n나,b,,,note\n",
        "가,a,,,\n",
        "가,a,,,\n나,b,,,\n나,x,,forbidden,\n",
    ]
    assert len({base.sha256, *(loaded(tmp_path, rows).sha256 for rows in others)}) == 6
    assert load([]) == Termbase()


def test_default_paths_are_the_glossaries_by_name(tmp_path: Path) -> None:
    names = ["b.csv", "a.TSV", "c.xlsx", "d.tbx"]
    for name in [*names, "c.txt", "e.xml", "x.waivers.csv", "~$c.xlsx", ".~lock.b.csv#", ".hidden.csv"]:
        (tmp_path / name).touch()
    (tmp_path / "d.csv").mkdir()
    assert [path.name for path in default_paths(tmp_path)] == ["a.TSV", "b.csv", "c.xlsx", "d.tbx"]
    assert default_paths(tmp_path / "none") == []


def test_case_rules_must_agree(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("ko,en,status,case\nIT,information,,\nIT,tech,admitted,exact\n", encoding="utf-8")
    (concept,) = load([path]).concepts
    assert concept.case is Case.EXACT
    path.write_text("ko,en,case\n가,a,any\n가,a,exact\n", encoding="utf-8")
    with pytest.raises(GlossaryError, match=r"a\.csv:3:5: '가' has the case rule 'exact', but 'any' at .*a\.csv:2:5"):
        load([path])
