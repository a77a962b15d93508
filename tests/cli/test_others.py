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


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX shell")
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize(
    "arguments", [["models"], ["article", "a.txt", "-t", "en", "--no-glossary", "--json", "-o", "out"]]
)
def test_closed_streams(tmp_path: Path, closed: str, arguments: list[str]) -> None:
    (tmp_path / "a.txt").write_text("그는 웃었다.\n", encoding="utf-8")
    command = ["sh", "-c", f'exec "$0" "$@" {closed}', str(Path(sys.executable).with_name("translate")), *arguments]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, "Traceback" in done.stderr) == (0, False)
    assert (tmp_path / "out").exists() == (arguments[0] == "article")


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
