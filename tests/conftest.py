"""What every room needs: a cache of its own, packages made from the starter's own files, the command line."""

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from translate.cli import main
from translate.engine.packages import STARTER

Builder = Callable[..., Path]


@dataclass(frozen=True, slots=True)
class Run:
    code: int
    out: str
    err: str


Runner = Callable[..., Run]


@pytest.fixture(autouse=True, scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A cache folder of this run, so that each engine tests itself once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder for installed packages, where the tool looks for them."""
    folder = tmp_path / "packages"
    folder.mkdir()
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(folder))
    return folder


@pytest.fixture
def build(packages: Path) -> Builder:
    """Installs a package that translates ``source`` into ``target``, with the starter's model."""

    def builder(source: str, target: str, *, version: str = "1.0", **more: object) -> Path:
        folder = packages / f"translate-{source}_{target}-{version}"
        shutil.copytree(STARTER / "model", folder / "model")
        shutil.copy(STARTER / "sentencepiece.model", folder)
        metadata = {
            "package_version": version,
            "argos_version": "1.9",
            "from_code": source,
            "to_code": target,
            "target_prefix": f"<2{target}>",
            **more,
        }
        (folder / "metadata.json").write_text(json.dumps(metadata), encoding="utf-8")
        return folder

    return builder


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Runner:
    """The command line, run in this process: exit code, stdout, stderr."""

    def runner(*arguments: object) -> Run:
        with pytest.raises(SystemExit) as stopped:
            main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        assert isinstance(stopped.value.code, int)
        return Run(stopped.value.code, captured.out, captured.err)

    return runner
