"""Finding, choosing and refusing model packages."""

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from translate import engine
from translate.engine.packages import STARTER, check, discover, route
from translate.errors import ModelError, OptionError

Builder = Callable[..., Path]


def pairs(target: str, choice: str = "") -> list[tuple[str, str, str]]:
    return [(one.name, one.source, one.target) for one in route(target, choice)]


def test_starter_alone(packages: Path) -> None:
    assert pairs("en") == [("starter", "ko", "en")]
    assert pairs("zh") == [("starter", "ko", "zh")]
    assert [one.origin for one in engine.available()] == ["embedded", "embedded"]
    assert engine.broken() == []


def test_installed_before_starter(build: Builder) -> None:
    build("ko", "zh")
    assert pairs("zh") == [("argos", "ko", "zh")]
    assert pairs("zh", "argos") == [("argos", "ko", "zh")]
    assert pairs("zh", "starter") == [("starter", "ko", "zh")]
    assert pairs("en") == [("starter", "ko", "en")]


def test_pivot_before_starter_but_behind_a_direct_pair(build: Builder) -> None:
    build("ko", "en")
    assert pairs("zh") == [("starter", "ko", "zh")]
    build("en", "zh")
    assert pairs("zh") == [("argos", "ko", "en"), ("argos", "en", "zh")]
    build("ko", "zh")
    assert pairs("zh") == [("argos", "ko", "zh")]


def test_newest_version(build: Builder) -> None:
    for version in ("1.9", "1.10", "1.2"):
        build("ko", "en", version=version)
    assert [one.version for one in route("en")] == ["1.10"]


def test_argos_demanded(packages: Path) -> None:
    with pytest.raises(ModelError, match=r"no installed package translates from Korean into English.*argospm"):
        route("en", "argos")
    with pytest.raises(OptionError, match="unknown engine 'other'"):
        route("en", "other")


def test_packages_are_described(build: Builder) -> None:
    folder = build("ko", "en", version="1.5")
    one = engine.available()[0]
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    assert one.label == "argos 1.5 ko→en"
    assert one.size == sum(path.stat().st_size for path in files)
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder).as_posix()}\n"
        for path in sorted(files, key=lambda path: path.relative_to(folder).as_posix())
    ]
    assert one.sha256 == hashlib.sha256("".join(lines).encode()).hexdigest()


BROKEN = {
    "no metadata": (lambda folder: (folder / "metadata.json").unlink(), "metadata.json is missing"),
    "metadata is no JSON": (lambda folder: (folder / "metadata.json").write_text("{"), "metadata.json is not JSON"),
    "metadata is a list": (lambda folder: (folder / "metadata.json").write_text("[]"), "holds no JSON object"),
    "no language": (
        lambda folder: (folder / "metadata.json").write_text(json.dumps({"from_code": "ko"})),
        "to_code is not a language code",
    ),
    "no model": (lambda folder: (folder / "model" / "model.bin").unlink(), "model/model.bin is missing or empty"),
    "empty model": (lambda folder: (folder / "model" / "model.bin").write_bytes(b""), "is missing or empty"),
    "no tokenizer": (lambda folder: (folder / "sentencepiece.model").unlink(), "sentencepiece.model or bpe.model"),
    "no vocabulary": (
        lambda folder: [path.unlink() for path in (folder / "model").glob("*vocabulary*")],
        "vocabulary in model/ is missing",
    ),
    "link outside": (lambda folder: (folder / "x").symlink_to("/etc/hosts"), "link to outside"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_package_is_reported_and_passed_over(build: Builder, name: str) -> None:
    spoil, message = BROKEN[name]
    folder = build("ko", "en")
    spoil(folder)
    ((path, reason),) = engine.broken()
    assert path == folder
    assert message in reason
    assert pairs("en") == [("starter", "ko", "en")]
    with pytest.raises(ModelError):
        route("en", "argos")


@pytest.mark.parametrize(
    ("file", "size"), [("model/model.bin", 1000), ("model/model.bin", 20_000_000), ("sentencepiece.model", 1000)]
)
def test_truncated_file(build: Builder, file: str, size: int) -> None:
    folder = build("ko", "en")
    path = folder / file
    path.write_bytes(path.read_bytes()[:size])
    with pytest.raises(ModelError, match="cannot be loaded") as caught:
        engine.load("en")
    assert caught.value.exit_code == 5
    assert "\n" not in str(caught.value)


def test_check_compares_hashes(tmp_path: Path) -> None:
    check(STARTER)
    copy = tmp_path / "starter"
    shutil.copytree(STARTER, copy)
    (copy / "common.txt").write_text("하다\n", encoding="utf-8")
    with pytest.raises(ModelError, match=r"common\.txt: is not the file"):
        check(copy)
    (copy / "common.txt").unlink()
    with pytest.raises(ModelError, match=r"common\.txt: is missing"):
        check(copy)


def test_sentence_splitters_are_no_packages(packages: Path) -> None:
    (packages / "stanza").mkdir()
    (packages / "stanza" / "metadata.json").write_text(json.dumps({"type": "sbd"}))
    assert discover().broken == ()


def test_no_gpu(packages: Path) -> None:
    import ctranslate2

    if ctranslate2.get_cuda_device_count():
        assert engine.load("en", device="cuda").name.startswith("starter")
    else:
        with pytest.raises(ModelError, match="no CUDA device"):
            engine.load("en", device="cuda")
    assert engine.load("en", device="auto").name.startswith("starter")
