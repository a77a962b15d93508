"""Ctrl-C at any moment: one line, exit code 130, nothing half-written. The process really gets the signal."""

import os
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import pytest

from translate.__main__ import INTERRUPTION

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGINT cannot be sent to one process there")

ROOT = Path(__file__).parents[2]
SITE = '''
import atexit, os, signal, sys

def interrupt():
    os.kill(os.getpid(), signal.SIGINT)

class Finder:
    """Presses Ctrl-C when the module of this name is imported."""

    def find_spec(self, name, path=None, target=None):
        if name == os.environ.get("INTERRUPT_AT"):
            sys.meta_path.remove(self)
            if os.environ.get("INTERRUPT_BY"):
                import impatient
            interrupt()

if os.environ.get("INTERRUPT_AT") == "exit":
    atexit.register(interrupt)
else:
    sys.meta_path.insert(0, Finder())
'''

IMPATIENT = '''
import os, signal

class Interrupting:
    """Presses Ctrl-C inside a class body, where Python 3.11 wraps the KeyboardInterrupt into a RuntimeError."""

    def __set_name__(self, owner, name):
        for _ in range(3):
            os.kill(os.getpid(), signal.SIGINT)

class Body:
    one = Interrupting()
'''


def interrupted(folder: Path, at: str, *arguments: str, by: str = "") -> subprocess.CompletedProcess[str]:
    """Runs the program; Ctrl-C is pressed when it imports the module ``at``, or as its last deed (``exit``)."""
    site = folder / "site"
    site.mkdir()
    (site / "sitecustomize.py").write_text(SITE, encoding="utf-8")
    (site / "impatient.py").write_text(IMPATIENT, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": f"{site}{os.pathsep}{ROOT}", "INTERRUPT_AT": at, "INTERRUPT_BY": by}
    return subprocess.run(
        [sys.executable, "-m", "translate", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    "module", ["translate.interruption", "translate.cli", "click", "translate.cli.models", "translate.engine"]
)
def test_while_the_libraries_load(tmp_path: Path, module: str) -> None:
    done = interrupted(tmp_path, module, "models")
    assert (done.returncode, done.stdout, done.stderr.strip()) == (130, "", f"translate: {INTERRUPTION}")


@pytest.mark.parametrize("module", ["translate.interruption", "translate.cli", "click", "translate.engine"])
def test_inside_a_class_body(tmp_path: Path, module: str) -> None:
    """Three times, too: the further ones are not heard."""
    done = interrupted(tmp_path, module, "models", by="impatient")
    assert (done.returncode, done.stdout, done.stderr.strip()) == (130, "", f"translate: {INTERRUPTION}")


DECODING = """
import os, signal, sys, threading
from translate import interruption

interruption.listen()
real = interruption._stop
def late(number, frame):  # stands for a decoder that gives the handler no turn
    while not said.wait(0.01):
        pass
    real(number, frame)
signal.signal(signal.SIGINT, late)
said = threading.Event()
class Told:
    def write(self, text):
        print(text, end="")
        said.set()
    def flush(self):
        pass
sys.stderr = Told()
try:
    os.kill(os.getpid(), signal.SIGINT)
    print("went on")
except KeyboardInterrupt:
    print("stopped")
signal.signal(signal.SIGINT, real)
for _ in range(3):
    os.kill(os.getpid(), signal.SIGINT)
interruption.finish()
os.kill(os.getpid(), signal.SIGINT)
print("cleaned up")
"""


def test_a_slow_answer_is_announced_and_further_ones_are_not_heard() -> None:
    done = subprocess.run(
        [sys.executable, "-c", DECODING], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == ["translate: stopping…", "stopped", "cleaned up"]


def test_an_interruption_that_a_library_swallowed(project: Path, run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "a.txt").write_text("그는 웃었다.\n", encoding="utf-8")
    monkeypatch.setattr("translate.interruption._pressed", True)
    done = run("article", "a.txt", "-t", "en", "--engine", "starter", "-q")
    assert (done.code, done.err.strip()) == (130, f"translate: {INTERRUPTION}")
    assert not (project / "exports").exists()


@pytest.mark.parametrize("module", ["ctranslate2", "translate.engine.robust", "translate.exporters.docx"])
def test_while_an_article_is_translated(tmp_path: Path, module: str) -> None:
    (tmp_path / "a.txt").write_text("그는 웃었다.\n", encoding="utf-8")
    done = interrupted(tmp_path, module, "article", "a.txt", "-t", "en", "--engine", "starter", "-q")
    assert (done.returncode, done.stdout, done.stderr.strip()) == (130, "", f"translate: {INTERRUPTION}")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "site"]


def test_when_all_is_done(tmp_path: Path) -> None:
    """The signal ends the process as it ends any other; there is nothing left to say."""
    done = interrupted(tmp_path, "exit", "--version")
    assert (done.returncode, done.stderr) == (-2, "")
    assert done.stdout.startswith("translate (Yeonjae) ")


def test_the_program_starts_there() -> None:
    (script,) = entry_points(group="console_scripts", name="translate")
    assert script.value == "translate.__main__:main"


def test_json_tells_what_was_done_so_far(project: Path, run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    import json

    from translate import pipeline

    for name in "ab":
        (project / f"{name}.txt").write_text("그는 웃었다.\n", encoding="utf-8")
    real = pipeline.read

    def read(path: Path) -> Any:
        if path.name == "b.txt":
            raise KeyboardInterrupt
        return real(path)

    monkeypatch.setattr(pipeline, "read", read)
    done = run("article", "a.txt", "b.txt", "-t", "en", "--json", "-q")
    assert (done.code, done.err.strip()) == (130, f"translate: {INTERRUPTION}")
    assert [one["source"] for one in json.loads(done.out)["articles"]] == ["a.txt"]
    assert sorted(path.name for path in (project / "exports").iterdir()) == ["a.en.docx", "a.en.tmx"]
