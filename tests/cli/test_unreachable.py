"""Files and folders that may not be read or written, that lead in circles, or whose names look alike."""

import json
import os
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

Runner = Callable[..., Any]
GLOSSARY = "ko,en,zh,status,note\n서울,Seoul,首尔,,\n"
OPTIONS = ["-t", "en", "--format", "tmx", "--engine", "starter"]


@pytest.fixture
def closed(project: Path) -> Iterator[Path]:
    """A project with files and folders that nobody may use."""
    for name in ("a.txt", "closed.txt"):
        (project / name).write_text("그는 웃었다.\n", encoding="utf-8")
    for folder in ("empty", "glossary"):
        (project / folder).mkdir()
    (project / "glossary" / "g.csv").write_text(GLOSSARY, encoding="utf-8")
    (project / "g.csv").write_text(GLOSSARY, encoding="utf-8")
    shut = [project / name for name in ("closed.txt", "empty", "glossary", "g.csv")]
    for path in shut:
        path.chmod(0)
    yield project
    for path in shut:
        path.chmod(0o700)


def unprivileged(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs the program; as root without the right to use whatever it likes."""
    command = [str(Path(sys.executable).with_name("translate")), *arguments]
    if os.geteuid() == 0:
        powers = "-dac_override,-dac_read_search,-fowner"
        command = ["setpriv", "--bounding-set", powers, "--inh-caps", powers, *command]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are different there")
@pytest.mark.parametrize(
    ("arguments", "code", "line"),
    [
        (["-o", "empty"], 6, "empty: cannot write to this folder (permission denied)"),
        (["-o", "empty/more"], 6, "empty/more: cannot write to this folder (permission denied)"),
        (["-g", "empty"], 4, "empty: cannot be read (permission denied)"),
        (["-g", "glossary/g.csv"], 4, "glossary/g.csv: cannot be read (permission denied)"),
        (["-g", "g.csv"], 4, "g.csv: cannot be read (permission denied)"),
        (["glossary/b.txt"], 3, "glossary/b.txt: may not be read (permission denied)"),
        (["closed.txt"], 3, "closed.txt: may not be read (permission denied)"),
    ],
)
@pytest.mark.usefixtures("closed")
def test_what_may_not_be_used(arguments: list[str], code: int, line: str) -> None:
    """Each with the code of its kind, JSON all the same; a source does not stop the others."""
    done = unprivileged("article", *arguments, "a.txt", *OPTIONS, "--json", "-q")
    assert done.returncode == code, done.stderr
    assert done.stderr.startswith(f"translate: {line}")
    report = json.loads(done.stdout)
    assert [one["source"] for one in report["articles"]] == ["a.txt"] * (code == 3)
    assert [one["exit_code"] for one in report["errors"]] == [code]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
@pytest.mark.parametrize(
    ("arguments", "code", "line"),
    [
        (["a.txt", "-o", "out"], 6, "out/a.en.tmx: cannot be written ("),
        (["a.txt", "-o", "loop"], 6, "loop: cannot write to this folder ("),
        (["loop"], 3, "loop: is a link that leads back to itself"),
    ],
)
def test_links_that_lead_in_a_circle(project: Path, run: Runner, arguments: list[str], code: int, line: str) -> None:
    (project / "a.txt").write_text("그는 웃었다.\n", encoding="utf-8")
    (project / "out").mkdir()
    (project / "out" / "a.en.tmx").symlink_to("a.en.tmx")
    (project / "loop").symlink_to("loop")
    done = run("article", *arguments, *OPTIONS)
    assert (done.code, len(done.err.splitlines())) == (code, 1)
    assert done.err.startswith(f"translate: {line}")


@pytest.mark.skipif(sys.platform == "darwin", reason="the file system finds it by itself there")
@pytest.mark.parametrize(("typed", "kept"), [("NFC", "NFD"), ("NFD", "NFC")])
def test_names_in_another_unicode_form(project: Path, run: Runner, typed: Any, kept: Any) -> None:
    name = "기사/원고.txt"
    path = project / unicodedata.normalize(kept, name)
    path.parent.mkdir()
    path.write_text("그는 웃었다.\n", encoding="utf-8")
    assert run("segment", unicodedata.normalize(typed, name)).out == "그는 웃었다.\n"
    exports = unicodedata.normalize(typed, "기사")
    assert run("article", unicodedata.normalize(typed, name), *OPTIONS, "-q", "-o", exports).code == 0
    assert sorted(one.name for one in path.parent.iterdir()) == sorted(["원고.en.tmx", path.name])


def test_the_exact_name_goes_first(project: Path, run: Runner) -> None:
    for form, text in (("NFC", "그는 웃었다."), ("NFD", "그는 울었다.")):
        (project / unicodedata.normalize(form, "원고.txt")).write_text(f"{text}\n", encoding="utf-8")  # type: ignore[arg-type]
    assert run("segment", unicodedata.normalize("NFC", "원고.txt")).out == "그는 웃었다.\n"


def test_a_name_that_is_a_suffix(project: Path, run: Runner) -> None:
    (project / ".txt").write_text("그는 웃었다.\n", encoding="utf-8")
    done = run("article", ".txt")
    assert (done.code, done.err) == (
        3,
        "translate: .txt: has a suffix for its whole name; rename it, as to a.txt\n",
    )
