"""``translate glossary extract``."""

import csv
import io
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from translate import glossary

Runner = Callable[..., Any]
TEXT = "요우커가 왔다.\n\n-마윈 회장이 요우커를 보았다.\n\n알라비바와 마윈은 같다.\n"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "small.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_standard_output(run: Runner, small: Path) -> None:
    done = run(small, "--no-translate")
    assert done.code == 0
    assert done.out.startswith("ko,en,zh,status,note,kind,why,count,articles,score,spellings,similar,examples\n")
    listed = {row["ko"]: row for row in rows(done.out)}
    assert set(listed) == {"요우커", "마윈", "알라비바"}
    assert {(row["en"], row["zh"], row["status"], row["note"]) for row in listed.values()} == {
        ("", "", "preferred", "")
    }
    assert listed["마윈"]["kind"] == "person"
    assert listed["요우커"]["count"] == "2"
    assert listed["요우커"]["examples"] == "small:1 요우커가 왔다.\nsmall:2 -마윈 회장이 요우커를 보았다."
    assert done.err == "translate: 3 candidates in 3 segments of 1 article\n"


def test_the_file_opens_in_excel_and_becomes_a_glossary(run: Runner, small: Path, tmp_path: Path) -> None:
    done = run(small, "--no-translate", "-o", "new/terms.csv", "-q")
    assert (done.code, done.out, done.err) == (0, "", "")
    text = (tmp_path / "new" / "terms.csv").read_text(encoding="utf-8")
    assert text.startswith("\ufeffko,en,zh,")
    [header, *listed] = csv.reader(io.StringIO(text))
    filled = [[row[0], "Chinese tourists", "中国游客", *row[3:]] for row in listed if row[0] == "요우커"]
    completed = tmp_path / "completed.csv"
    with completed.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *filled])
    [concept] = glossary.load([completed]).concepts
    assert concept.terms == {"ko": ("요우커",), "en": ("Chinese tourists",), "zh": ("中国游客",)}


def test_the_engine_says_how_it_translates_now(run: Runner, small: Path) -> None:
    done = run(small, "-t", "en", "--engine", "starter", "--limit", "1")
    [row] = rows(done.out)
    assert row["ko"] == "요우커"
    assert row["en_now"]
    assert row["en_how"].startswith(("in ", "translated alone"))
    assert "zh_now" not in row
    assert "translate: translating 2 segments into en\n" in done.err
    assert "1 candidate (the best; --limit 0 lists all)" in done.err


def test_json(run: Runner, small: Path) -> None:
    done = run(small, "--no-translate", "--json", "-q")
    record = json.loads(done.out)
    assert set(record) == {"candidates", "variants"}
    first = record["candidates"][0]
    assert (first["ko"], first["count"], first["articles"], first["now"]) == ("요우커", 2, ["small"], {})
    assert first["examples"][0] == {"segment": "small:1", "start": 0, "end": 3, "source": "요우커가 왔다."}
    assert done.err == ""


def test_the_glossary_is_left_out(run: Runner, small: Path, tmp_path: Path) -> None:
    (tmp_path / "glossaries").mkdir()
    (tmp_path / "glossaries" / "a.csv").write_text("ko,en\n마윈,Jack Ma\n알리바바|알라비바,Alibaba\n", encoding="utf-8")
    assert [row["ko"] for row in rows(run(small, "--no-translate").out)] == ["요우커"]
    assert len(rows(run(small, "--no-translate", "--no-glossary").out)) == 3


def test_variants(run: Runner, small: Path, tmp_path: Path) -> None:
    (tmp_path / "g.csv").write_text("ko,en\n마윈,Jack Ma|Ma Yun\n", encoding="utf-8")
    pairs = [("마윈이 왔다.", "Jack Ma came."), ("마윈이 갔다.", "Ma Yun left.")]
    body = "".join(
        f'<tu><tuv xml:lang="ko"><seg>{ko}</seg></tuv><tuv xml:lang="en"><seg>{en}</seg></tuv></tu>' for ko, en in pairs
    )
    (tmp_path / "old.tmx").write_text(f'<tmx version="1.4"><header/><body>{body}</body></tmx>', encoding="utf-8")
    options = (small, "-g", "g.csv", "--no-translate", "--tmx", "old.tmx")
    assert "several forms in en: 마윈: Jack Ma (1: old.tmx:1), Ma Yun (1: old.tmx:2)\n" in run(*options).err
    done = run(*options, "--variants", "v.csv")
    assert "translate: 1 name with several forms\n" in done.err
    text = (tmp_path / "v.csv").read_text(encoding="utf-8")
    assert text == (
        "\ufeffname,language,form,count,how,segments\n"
        "마윈,en,Jack Ma,1,glossary,old.tmx:1\n"
        "마윈,en,Ma Yun,1,glossary,old.tmx:2\n"
    )


@pytest.mark.parametrize("option", ["-o", "--variants"])
def test_a_completed_list_is_not_overwritten(
    run: Runner, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, option: str
) -> None:
    from translate import pipeline

    def no_engine(options: object) -> None:
        raise AssertionError("the engine was loaded")

    done = tmp_path / "done.csv"
    done.write_text("ko,en\n마윈,Jack Ma\n", encoding="utf-8")
    with monkeypatch.context() as patched:
        patched.setattr(pipeline, "engines", no_engine)
        refused = run(small, option, "done.csv")
    assert (refused.code, refused.out) == (6, "")
    assert refused.err == "translate: done.csv: is already there; name another file, or give --force\n"
    assert done.read_text(encoding="utf-8") == "ko,en\n마윈,Jack Ma\n"
    assert run(small, "--no-translate", option, "done.csv", "--force").code == 0
    assert done.read_text(encoding="utf-8") != "ko,en\n마윈,Jack Ma\n"


def test_a_device_keeps_nothing_to_be_lost(run: Runner, small: Path) -> None:
    done = run(small, "--no-translate", "-o", os.devnull)
    assert (done.code, done.out) == (0, "")
    assert f"translate: wrote {os.devnull}\n" in done.err


def test_the_domain_decides(run: Runner, small: Path, tmp_path: Path) -> None:
    (tmp_path / "g.csv").write_text("ko,en,domain\n마윈,Jack Ma,business\n요우커,youke,travel\n", encoding="utf-8")
    listed = rows(run(small, "-g", "g.csv", "--domain", "travel", "--no-translate").out)
    assert {row["ko"] for row in listed} == {"마윈", "알라비바"}
    done = run(small, "-g", "g.csv", "--domain", "law", "--no-translate")
    assert done.code == 4
    assert run(small, "--no-glossary", "--domain", "law").code == 2


def test_waivers_are_no_glossary(run: Runner, small: Path, tmp_path: Path) -> None:
    from translate.glossary.termbase import WAIVERS

    name = "g" + WAIVERS
    (tmp_path / name).write_text("ko,language,segment,reason\n", encoding="utf-8")
    (tmp_path / "g.csv").write_text("ko,en\n마윈,Jack Ma\n", encoding="utf-8")
    listed = rows(run(small, "-g", "g.csv", "-g", name, "--no-translate").out)
    assert {row["ko"] for row in listed} == {"요우커", "알라비바"}


def test_no_candidates(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "plain.txt").write_text("그는 갔다.\n", encoding="utf-8")
    done = run("plain.txt")
    assert done.code == 0
    assert rows(done.out) == []
    assert done.out.startswith("ko,en,zh,status,note,kind,")
    assert done.err == "translate: no candidates in 1 segment of 1 article\n"


def test_files_of_one_name_are_told_apart(run: Runner, tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.txt").write_text("요우커가 왔다.\n", encoding="utf-8")
    [row] = rows(run("a/x.txt", "b/x.txt", "a/x.txt", "--no-translate").out)
    assert (row["count"], row["articles"]) == ("2", "2")
    [record] = json.loads(run("a/x.txt", "b/x.txt", "--no-translate", "--json", "-q").out)["candidates"]
    assert record["articles"] == [str(Path("a/x.txt")), str(Path("b/x.txt"))]


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        ([], 2, "Missing argument 'ARTICLE...'"),
        (["none.txt"], 3, "none.txt: "),
        (["small.txt", "--tmx", "none.tmx"], 3, "none.tmx: cannot be read"),
        (["small.txt", "--tmx", "small.txt"], 3, "is not well-formed XML"),
        (["small.txt", "-g", "none.csv"], 4, "none.csv: "),
        (["small.txt", "-g", "none.csv", "--no-glossary"], 2, "exclude each other"),
        (["small.txt", "-t", "fr"], 2, "unknown target language 'fr'"),
        (["small.txt", "--min-count", "0"], 2, "--min-count"),
        (["small.txt", "-o", "small.txt"], 2, "small.txt is read, and would be overwritten"),
        (["small.txt", "-o", "x.csv", "--variants", "./x.csv"], 2, "-o and --variants both name x.csv"),
        (["small.txt", "-o", "folder"], 6, "folder: is a folder"),
        (["small.txt", "--engine", "argos"], 5, ""),
    ],
)
def test_errors(run: Runner, small: Path, tmp_path: Path, arguments: list[str], code: int, message: str) -> None:
    (tmp_path / "folder").mkdir()
    done = run(*arguments)
    assert done.code == code
    assert done.out == ""
    assert message in done.err
    last = done.err.splitlines()[-1]
    assert last.startswith("translate: ")
    assert small.read_text(encoding="utf-8") == TEXT


def test_formulas_are_text(run: Runner, tmp_path: Path) -> None:
    from translate.extraction import table
    from translate.extraction.series import Variant

    text = table.variants_csv([Variant("가", "en", "=1+1", "alone", ("a:1",)), Variant("나", "en", "-x", "alone", ())])
    assert [row["form"] for row in rows(text)] == ["'=1+1", "'-x"]
