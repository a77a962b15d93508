"""``translate segment``, ``models``, ``doctor``, ``--version``, help and completion."""

import errno
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from translate import __version__, doctor, readers, segmentation
from translate.cli import COMMANDS

Runner = Callable[..., Any]
ROOT = Path(__file__).parents[2]
SEED = Path("seeds/150525_top_kor.txt")


@pytest.mark.usefixtures("project")
def test_segment(run: Runner) -> None:
    done = run("segment", SEED)
    lines = done.out.splitlines()
    assert done.code == 0
    assert lines[0] == "[작은거인 알리바바 마윈⑪] “삼성 이재용과 두번 만나 협력관계 논의했다”"
    assert "-한국 진출 계획은 있나?" in lines
    assert lines[-1] == "(계속)"
    assert lines == [segment.source for segment in segmentation.segment(readers.read(SEED).blocks)]


@pytest.mark.usefixtures("project")
def test_segment_as_json(run: Runner) -> None:
    article = readers.read(SEED)
    records = [json.loads(line) for line in run("segment", SEED, "--json").out.splitlines()]
    assert [record["id"] for record in records] == [str(number + 1) for number in range(len(records))]
    for record in records:
        assert article.blocks[record["block"]].text[record["start"] : record["end"]] == record["source"]
    assert {record["kind"] for record in records} >= {"heading", "byline", "paragraph", "note", "question", "answer"}


def test_segment_reports_the_encoding(project: Path, run: Runner) -> None:
    (project / "a.txt").write_bytes("그는 웃었다. 나는 울었다.\r\n".encode("cp949"))
    done = run("segment", "a.txt")
    assert done.out == "그는 웃었다.\n나는 울었다.\n"
    assert "CP949" in done.err


@pytest.mark.usefixtures("project")
def test_models(run: Runner) -> None:
    records = json.loads(run("models", "--json").out)
    assert {(one["from"], one["to"]) for one in records} == {("ko", "en"), ("ko", "zh")}
    lines = run("models").out.splitlines()
    assert len(lines) == len(records)
    for line, one in zip(lines, records, strict=True):
        assert one["sha256"][:12] in line
        assert f"{one['from']}→{one['to']}" in line


@pytest.mark.usefixtures("project")
def test_doctor(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "_family", lambda code: f"A Font {code}")  # the machine that tests may have none
    done = run("doctor")
    assert done.code == 0, done.out
    for name in ("Python", "ctranslate2", "kiwipiepy", "engine ko→en", "engine ko→zh", "A Font zh", "write access"):
        assert name in done.out


def test_doctor_says_what_is_missing(project: Path, run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "_family", lambda _: "")
    monkeypatch.setattr(doctor, "FONT_FOLDERS", (str(project),))
    (project / "exports").touch()
    done = run("doctor")
    assert done.code == 1
    assert "NO  Korean font" in done.out
    assert "Noto Sans CJK KR" in done.out
    assert "NO  write access" in done.out


def test_version(run: Runner) -> None:
    assert run("--version").out == f"translate (Yeonjae) {__version__}\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_help(run: Runner, command: str) -> None:
    done = run(command, "--help")
    assert done.code == 0
    assert done.out.startswith(f"Usage: translate {command}")


@pytest.mark.parametrize("arguments", [[], ["nonsense"], ["article"], ["segment", "a", "b"]])
def test_wrong_usage(run: Runner, arguments: list[str]) -> None:
    assert run(*arguments).code == 2


def test_help_imports_nothing_heavy() -> None:
    code = "import sys; from translate.cli import main\ntry: main(['--help'])\nexcept SystemExit: print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {"ctranslate2", "kiwipiepy", "docx", "lxml", "rich", "numpy", "argostranslate", "trafilatura"}
    assert heavy.isdisjoint(done.stdout.split())


def program(*arguments: str, **more: Any) -> subprocess.CompletedProcess[bytes]:
    path = Path(sys.executable).with_name("translate")
    return subprocess.run([path, *arguments], stderr=subprocess.PIPE, check=False, **more)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
@pytest.mark.parametrize("arguments", [["--help"], ["models"], ["segment", str(ROOT / SEED)]])
def test_full_disk_behind_stdout(arguments: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = program(*arguments, stdout=full)
    assert done.returncode == 6
    said = [line for line in done.stderr.decode().splitlines() if "page furniture" not in line]
    assert said == ["translate: standard output: no space left on device; free some space, or write to another place"]


TRANSLATED = ["article", "a.txt", "-t", "en", "--format", "tmx", "--no-glossary", "--engine", "starter", "-o", "out"]
CLOSED = [
    ([*TRANSLATED, "-q"], ">&-", 0),
    ([*TRANSLATED, "-q"], "<&- >&- 2>&-", 0),
    ([*TRANSLATED, "--json"], ">&-", 6),
    ([*TRANSLATED, "--json"], "2>&-", 0),
    (["models"], ">&-", 6),
    (["models"], "2>&-", 0),
    (["models"], "<&- >&- 2>&-", 6),
    (["segment", "a.txt"], ">&-", 6),
]


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX shell")
@pytest.mark.parametrize(("arguments", "closed", "code"), CLOSED)
def test_closed_streams(tmp_path: Path, arguments: list[str], closed: str, code: int) -> None:
    """What was to be printed and cannot is an error; what was to be written is written all the same."""
    (tmp_path / "a.txt").write_text("그는 웃었다.\n", encoding="utf-8")
    command = ["sh", "-c", f'exec "$0" "$@" {closed}', str(Path(sys.executable).with_name("translate")), *arguments]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, "Traceback" in done.stderr) == (code, False)
    assert (tmp_path / "out" / "a.en.tmx").exists() == (arguments[0] == "article")
    assert ("standard output: is closed" in done.stderr) == (code == 6 and "2>&-" not in closed)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (TRANSLATED, 0),
        ([*TRANSLATED, "missing.txt"], 3),
        (["segment", "missing.txt"], 3),
        (["nonsense"], 2),
        ([], 2),
        (["models"], 0),
    ],
)
def test_full_disk_behind_stderr(tmp_path: Path, arguments: list[str], code: int) -> None:
    (tmp_path / "a.txt").write_text("그는 웃었다.\n", encoding="utf-8")
    path = Path(sys.executable).with_name("translate")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([path, *arguments], stderr=full, stdout=subprocess.PIPE, cwd=tmp_path, check=False)
    assert done.returncode == code
    assert (tmp_path / "out" / "a.en.tmx").exists() == (arguments[:1] == ["article"])


@pytest.mark.skipif(sys.platform == "win32", reason="the current folder cannot be deleted there")
@pytest.mark.parametrize("more", [[], ["-o", "/nowhere"]])
def test_deleted_current_folder(tmp_path: Path, more: list[str]) -> None:
    (tmp_path / "a.txt").write_text("그는 웃었다.\n", encoding="utf-8")
    (tmp_path / "gone").mkdir()
    program_ = str(Path(sys.executable).with_name("translate"))
    command = ["sh", "-c", 'rmdir ../gone; exec "$0" "$@"', program_, "article", str(tmp_path / "a.txt"), *more]
    done = subprocess.run(command, cwd=tmp_path / "gone", capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (6, "")
    assert done.stderr == "translate: the current folder was deleted; change to another one\n"


def test_a_file_that_the_system_refuses_is_named(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    from translate import engine

    def refused() -> None:
        raise PermissionError(errno.EACCES, "Permission denied", "Models/One")

    monkeypatch.setattr(engine, "available", refused)
    done = run("models")
    assert done.code == 6
    assert done.err == "translate: Models/One: cannot be used (permission denied); see to its permissions\n"


@pytest.mark.skipif(sys.platform == "win32", reason="such names are not allowed there")
def test_names_are_escaped(project: Path, run: Runner) -> None:
    (project / "a\nb\x1b.txt").write_bytes("그는 웃었다.\n".encode("cp949"))
    done = run("segment", "a\nb\x1b.txt")
    assert done.out == "그는 웃었다.\n"
    assert done.err.startswith("a\\nb\\x1b.txt: read as CP949")
    assert len(done.err.splitlines()) == 1
    done = run("article", "a\nb\x1b.txt", "missing\n.txt", "-t", "en", "--format", "tmx", "--no-glossary")
    assert done.err.splitlines()[:2] == [
        "translate: missing\\n.txt: does not exist; check the name and the folder",
        "translate: a\\nb\\x1b.txt → en: 1/1",
    ]
    assert "\x1b" not in done.err


@pytest.mark.parametrize("arguments", [["segment", ""], ["doctor", "-o", ""]])
def test_empty_names(run: Runner, arguments: list[str]) -> None:
    done = run(*arguments)
    assert (done.code, done.out) == (2, "")
    assert "the name is empty; see 'translate" in done.err
    assert len(done.err.splitlines()) == 1


def test_a_pipe_is_utf8_whatever_the_system(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("그는 銀聯🙂 웃었다.\n", encoding="utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": "cp949"}
    done = program("segment", str(tmp_path / "a.txt"), stdout=subprocess.PIPE, env=environment)
    assert (done.returncode, done.stdout.decode("utf-8")) == (0, "그는 銀聯🙂 웃었다.\n")


def test_a_reader_that_goes_is_no_error() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = program("segment", str(ROOT / SEED), stdout=writing)
    finally:
        os.close(writing)
    assert done.returncode == 0
    assert [line for line in done.stderr.decode().splitlines() if "page furniture" not in line] == []


def test_completion() -> None:
    environment = {
        **os.environ,
        "_TRANSLATE_COMPLETE": "bash_complete",
        "COMP_WORDS": "translate mo",
        "COMP_CWORD": "1",
    }
    program = Path(sys.executable).with_name("translate")
    done = subprocess.run([program], capture_output=True, text=True, env=environment, check=False)
    assert done.stdout.split() == ["plain,models"]
