"""The wheel holds what the tool needs to work offline, and the lock files pin everything that is installed."""

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import distributions, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from translate import __version__

ROOT = Path(__file__).parents[1]
LOCKS = ("requirements.lock", "requirements-test.lock")


def pinned(lock: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([\w.-]+)==(\S+)", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE):
        found.setdefault(canonicalize_name(name), set()).add(version)
    return found


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = f"from flit_core.buildapi import build_wheel; print(build_wheel({str(folder)!r}))"
    done = subprocess.run([sys.executable, "-c", build], cwd=ROOT, capture_output=True, text=True, check=True)
    return folder / done.stdout.split()[-1]


def test_wheel_holds_the_starter(wheel: Path) -> None:
    assert wheel.name == f"yeonjae-{__version__}-py3-none-any.whl"
    starter = ROOT / "translate" / "models" / "starter"
    with zipfile.ZipFile(wheel) as container:
        names = set(container.namelist())
        for file in (path for path in starter.rglob("*") if path.is_file()):
            name = file.relative_to(ROOT).as_posix()
            assert name in names
            assert container.getinfo(name).file_size == file.stat().st_size
    assert "translate/py.typed" in names
    assert {name.split("/")[0] for name in names} == {"translate", f"yeonjae-{__version__}.dist-info"}


def test_wheel_translates(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    with zipfile.ZipFile(wheel) as container:
        container.extractall(site)
    (tmp_path / "a.txt").write_text("알리바바는 항저우에 있는 회사다.\n", encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(site), "ARGOS_PACKAGES_DIR": str(tmp_path / "none")}
    code = "import translate, sys; print(translate.__file__); from translate.cli import main; main(sys.argv[1:])"
    done = subprocess.run(
        [sys.executable, "-c", code, "article", "a.txt", "--no-glossary", "-t", "zh"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(str(site))
    assert sorted(path.name for path in (tmp_path / "exports").iterdir()) == ["a.zh.docx", "a.zh.tmx"]


@pytest.mark.parametrize("lock", LOCKS)
def test_locks_have_hashes_and_no_addresses(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert "://" not in text
    entries = re.split(r"\n(?=\S)", text.split("\n", 1)[1])
    assert len(entries) > 30
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_locks_cover_the_declared_dependencies() -> None:
    declared = [Requirement(line) for line in requires("yeonjae") or []]
    assert len(declared) > 10
    for one in declared:
        lock = pinned(LOCKS[1] if one.marker else LOCKS[0])
        versions = lock[canonicalize_name(one.name)]
        assert all(one.specifier.contains(version) for version in versions), one


def test_installed_is_what_is_pinned() -> None:
    lock = pinned(LOCKS[1])
    ours = {"yeonjae", "pip", "setuptools", "uv"}  # uv makes the locks
    for one in distributions():
        name = canonicalize_name(one.name)
        if name not in ours:
            assert one.version in lock[name], name


def test_the_two_locks_agree() -> None:
    runtime, test = (pinned(lock) for lock in LOCKS)
    assert {name: test.get(name) for name in runtime} == runtime


def test_build_backend_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (backend,) = project["build-system"]["requires"]
    name, version = backend.split("==")
    assert pinned(LOCKS[0])[canonicalize_name(name)] == {version}
