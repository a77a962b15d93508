"""In a process of its own: what loading an engine leaves behind in the home folder, and without a home folder."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

Builder = Callable[..., Path]
STARTER = """
import sys
from translate import engine
from translate.engine.base import Request
(one,) = engine.translate(engine.load("en", choice="starter"), [Request("오늘은 날씨가 좋다.")])
assert one.candidates[0].text
print("argostranslate" in sys.modules)
"""
INSTALLED = """
from translate import engine
from translate.engine.base import Request
(one,) = engine.translate(engine.load("en", choice="argos"), [Request("오늘은 날씨가 좋다.")])
assert one.candidates[0].text
print(engine.load("en").name)
"""


def run(code: str, home: Path, **more: str) -> str:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "ARGOS_"))}
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**kept, "HOME": str(home), **more},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_the_starter_leaves_the_home_folder_alone(tmp_path: Path) -> None:
    assert run(STARTER, tmp_path) == "False"
    assert list(tmp_path.iterdir()) == []


def test_installed_packages_need_no_writable_home(build: Builder, tmp_path: Path) -> None:
    folder = build("ko", "en")
    blocked = tmp_path / "home"
    blocked.write_text("a file, so that no folder can be made in it, whoever runs this")
    assert run(INSTALLED, blocked, ARGOS_PACKAGES_DIR=str(folder.parent)) == "argos 1.0 ko→en"


def test_packages_in_the_usual_place_are_found(build: Builder, tmp_path: Path) -> None:
    folder = build("ko", "en")
    usual = tmp_path / ".local" / "share" / "argos-translate" / "packages"
    usual.parent.mkdir(parents=True)
    folder.parent.rename(usual)
    assert run(INSTALLED, tmp_path) == "argos 1.0 ko→en"
