"""``translate glossary``: check, convert and stats, run in this process."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest

from translate.cli import cli
from translate.cli import glossary as module
from translate.glossary import load

Runner = Callable[..., Any]
SERIES = Path("glossaries/alibaba-series.csv")
ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _project(project: Path) -> None:
    assert project == Path.cwd()


def write(name: str, text: str) -> Path:
    Path(name).write_text(text, encoding="utf-8")
    return Path(name)


def test_the_series_has_no_mistake(run: Runner) -> None:
    done = run("glossary", "check", SERIES)
    assert done.code == 0
    assert "error" not in done.out
    assert "warning" not in done.out
    assert done.err.startswith("translate: 0 errors, 0 warnings, ")
    assert run("glossary", "check", "glossaries").out == done.out


def test_check_prints_every_mistake(run: Runner) -> None:
    write("g.csv", "ko,en,Autor\n가,a,x\n가,b,x\n나,,x\n다,다,x\n")
    done = run("glossary", "check", "g.csv", "none.csv")
    assert done.code == 4
    assert done.out.splitlines() == [
        "g.csv:4:3: error: no target form (concept '나'); fill in en or zh, or set do-not-translate",
        "none.csv: error: there is no such file; check the name",
        "g.csv:3:3: error: '가' is 'b' in en, but 'a' at g.csv:2:3; "
        "keep one, or list the other as a variant ('|') or with status admitted",
        "g.csv:5:3: warning: Hangul in the English form '다': are the columns swapped? (concept '다')",
        "g.csv:5:3: warning: the en form '다' is the Korean one; do-not-translate says it better",
    ]
    assert done.err.splitlines() == [
        "translate: g.csv:1:1: unknown columns are left out: 'Autor'; --map NAME=COLUMN gives one a meaning",
        "translate: 3 errors, 2 warnings, 0 notes; 2 concepts in 2 files",
    ]


def test_check_in_a_domain(run: Runner) -> None:
    write("g.csv", "ko,en,domain\n은행,bank,\n은행,shore,river\n")
    done = run("glossary", "check", "g.csv")
    assert (done.code, done.out) == (
        0,
        "g.csv:3:4: note: '은행' in domain 'river' is 'shore' in en, but 'bank' in no domain at g.csv:2:4: "
        "the domain decides; choose with --domain none or river\n",
    )
    assert done.err == "translate: 0 errors, 0 warnings, 1 note; 1 concept in 1 file\n"
    done = run("glossary", "check", "g.csv", "--domain", "none")
    assert (done.code, done.out) == (0, "")
    assert done.err.splitlines()[0] == "translate: domain 'none': 1 row of another domain is left out"
    for command in (["check", "g.csv"], ["stats", "g.csv"], ["convert", "g.csv", "x.csv"]):
        done = run("glossary", *command, "--domain", "river", "--domain", "none")
        assert (done.code, "give one domain, not several" in done.err) == (2, True)
    write("h.csv", "ko,en,domain\n은행,bank,\n은행,shore,river\n은행,bank,river\n")
    done = run("glossary", "check", "h.csv")
    assert (done.code, done.out.splitlines()[0]) == (
        4,
        "h.csv:4:4: error: '은행' is 'bank' in en, but 'shore' at h.csv:3:4; "
        "keep one, or list the other as a variant ('|') or with status admitted",
    )
    done = run("glossary", "check", "g.csv", "--domain", "law")
    assert (done.code, "choose from river, none" in done.out) == (4, True)


def test_map(run: Runner) -> None:
    write("g.csv", "Begriff,Englisch,Autor\n마윈,Jack Ma,x\n")
    assert run("glossary", "check", "g.csv").code == 4
    done = run("glossary", "check", "g.csv", "--map", "Begriff=ko,Englisch=en", "--map", "Autor=-")
    assert (done.code, done.out) == (0, "")
    done = run("glossary", "stats", "g.csv", "--map", "Begriff=de")
    assert (done.code, "unknown column 'de'" in done.err) == (2, True)


@pytest.mark.parametrize(
    ("out", "options"),
    [
        ("x.csv", []),
        ("x.tsv", []),
        ("x.xlsx", []),
        ("x.tbx", []),
        ("x.tbx", ["--dialect", "dct"]),
        ("x.tbx", ["--to", "martif"]),
        ("x.xml", ["--to", "tbx"]),
    ],
)
def test_convert_keeps_the_concepts(run: Runner, out: str, options: list[str]) -> None:
    done = run("glossary", "convert", SERIES, out, *options)
    assert (done.code, done.out, done.err) == (0, f"{out}\n", "")
    assert load([Path(out)]).sha256 == load([SERIES]).sha256
    first = Path(out).read_bytes()
    assert run("glossary", "convert", SERIES, out, *options, "--force").code == 0
    assert Path(out).read_bytes() == first


def test_convert_for_omegat(run: Runner) -> None:
    assert run("glossary", "convert", SERIES, "o.utf8").out == "o.en.utf8\no.zh.utf8\n"
    assert run("glossary", "convert", SERIES, "o.txt", "--to", "omegat", "-t", "Chinese").out == "o.txt\n"
    assert Path("o.txt").read_bytes() == Path("o.zh.utf8").read_bytes()


def test_convert_joins_files_in_a_domain(run: Runner) -> None:
    write("a.csv", "ko,en,domain\n은행,bank,\n은행,shore,river\n")
    write("b.csv", "ko,zh\n은행,银行\n나무,树\n")
    assert run("glossary", "convert", "a.csv", "b.csv", "c.tsv", "--domain", "none").code == 0
    assert Path("c.tsv").read_text(encoding="utf-8").splitlines()[1:] == [
        "은행\tbank\t\tpreferred\t",
        "은행\t\t银行\tpreferred\t",
        "나무\t\t树\tpreferred\t",
    ]


@pytest.mark.parametrize(
    ("arguments", "code", "problem"),
    [
        (["a.csv", "b.csv"], 2, "b.csv is already there; name another file, or give --force"),
        (["a.csv", "a.csv", "--force"], 2, "a.csv is one of the FILEs"),
        (["a.csv", "c.pdf"], 2, "the suffix '.pdf' means no format that can be written"),
        (["a.csv", "c.csv", "--to", "pdf"], 2, "unknown format 'pdf'; choose from csv, tsv, xlsx, tbx, martif, omegat"),
        (["a.csv", "c.utf8", "-t", "de"], 2, "unknown target language 'de'"),
        (["b.csv", "c.tbx"], 4, "b.csv:2:4: no target form"),
        (["e.csv", "c.tbx"], 4, "c.tbx: there are no concepts to write"),
        (["t.tbx", "c.csv"], 4, "the form 'a|b' holds '|'"),
        (["a.csv", "c.csv", "--dialect", "dca"], 2, "--dialect is for tbx, not for csv; leave it out"),
        (["a.csv", "c.tbx", "--to", "martif", "--dialect", "dct"], 2, "--dialect is for tbx, not for martif"),
        (["a.csv", "c.xlsx", "-t", "en"], 2, "--target is for omegat, not for xlsx"),
        (["a.csv", "c.csv", "--to", "xlsx"], 2, "c.csv: the suffix means csv, not xlsx; call it .xlsx"),
        (["a.csv", "none/c.csv"], 2, "there is no folder none; make it first, or check its name"),
        (["none.csv", "c.csv"], 4, "none.csv: there is no such file"),
    ],
)
def test_convert_refuses(run: Runner, arguments: list[str], code: int, problem: str) -> None:
    write("a.csv", "ko,en\n가,a\n")
    write("b.csv", "ko,en\n가나,\n")
    write("e.csv", "ko,en\n")
    run("glossary", "convert", "a.csv", "t.tbx")
    write("t.tbx", Path("t.tbx").read_text(encoding="utf-8").replace("<term>a<", "<term>a|b<"))
    before = {path: path.read_bytes() for path in Path().glob("*.*")}
    done = run("glossary", "convert", *arguments)
    assert (done.code, problem in done.err, done.out) == (code, True, ""), done.err
    assert {path: path.read_bytes() for path in Path().glob("*.*")} == before


def test_stats(run: Runner) -> None:
    done = run("glossary", "stats", SERIES, "--json")
    figures = json.loads(done.out)
    base = load([SERIES])
    assert figures["concepts"] == len(base.concepts)
    assert figures["coverage"]["zh"] == sum(bool(concept.forms("zh")) for concept in base.concepts)
    assert figures["conflicts"] == 0
    lines = run("glossary", "stats", SERIES).out.splitlines()
    assert f"concepts                {len(base.concepts)}" in lines
    assert any(line.startswith("  concepts with one") and line.endswith("(100.0%)") for line in lines)


def test_stats_counts_conflicts_and_refuses_broken_files(run: Runner) -> None:
    write("g.csv", "ko,en\n가,a\n가,b\n")
    assert json.loads(run("glossary", "stats", "g.csv", "--json").out)["conflicts"] == 1
    write("g.csv", "ko,en\n가,\n")
    assert run("glossary", "stats", "g.csv").code == 4


def test_the_commands_are_listed_without_being_imported(run: Runner) -> None:
    done = run("glossary", "--help")
    assert done.code == 0
    for name in module.COMMANDS:
        assert f"  {name} " in done.out
    assert run("glossary", "none").code == 2


@pytest.mark.parametrize("name", ["check", "convert", "stats"])
def test_documented(name: str) -> None:
    text = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    group = cli.get_command(click.Context(cli), "glossary")
    assert isinstance(group, click.Group)
    command = group.get_command(click.Context(group), name)
    assert command is not None
    assert f"translate glossary {name}" in text
    for option in command.params:
        assert all(f"`{flag}`" in text for flag in option.opts if flag.startswith("-")), option.opts


@pytest.mark.parametrize("out", ["x.csv", "x.xlsx", "x.tbx", "x.utf8"])
def test_convert_keeps_domains_apart(run: Runner, out: str) -> None:
    write("g.csv", "ko,en,domain\n은행,bank,finance\n은행,ginkgo,botany\n")
    done = run("glossary", "convert", "g.csv", out, "-t", "en") if out == "x.utf8" else None
    done = done or run("glossary", "convert", "g.csv", out)
    assert (done.code, done.err) == (0, "")
    if out == "x.utf8":
        lines = Path(out).read_text(encoding="utf-8").splitlines()
        assert lines[1:] == ["은행\tbank\tonly finance", "은행\tginkgo\tonly botany"]
        return
    for domain in ("finance", "botany"):
        assert load([Path(out)], domain).sha256 == load([Path("g.csv")], domain).sha256


def test_check_reads_waivers(run: Runner) -> None:
    Path("g").mkdir()
    write("g/g.csv", "ko,en\n가,a\n")
    write("g/a.waivers.csv", "article,segment,ko,reason\na,1,가,x\na,1,가,\n")
    for given in (["g"], ["g/g.csv", "g/a.waivers.csv"]):
        done = run("glossary", "check", *given)
        assert (done.code, done.out) == (
            4,
            "g/a.waivers.csv:3:7: error: the reason is missing; a waiver needs one\n",
        )
        assert done.err == "translate: 1 error, 0 warnings, 0 notes; 1 concept and 1 waiver in 2 files\n"
    done = run("glossary", "check", "g/a.waivers.csv")
    assert (done.code, done.err.endswith("0 concepts and 1 waiver in 1 file\n")) == (4, True)
