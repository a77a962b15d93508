"""Finding, choosing and refusing model packages."""

import hashlib
import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from translate import doctor, engine
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


def shorten(path: Path, size: int) -> None:
    path.write_bytes(path.read_bytes()[:size])


def lengthen(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"x")


def rewrite(folder: Path, **more: object) -> None:
    file = folder / "metadata.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | more))


BROKEN = {
    "no metadata": (lambda folder: (folder / "metadata.json").unlink(), "metadata.json is missing"),
    "metadata is no JSON": (lambda folder: (folder / "metadata.json").write_text("{"), "metadata.json is not JSON"),
    "metadata is a list": (lambda folder: (folder / "metadata.json").write_text("[]"), "holds no JSON object"),
    "no language": (
        lambda folder: (folder / "metadata.json").write_text(json.dumps({"from_code": "ko"})),
        "to_code is not a language code",
    ),
    "Korean into Korean": (lambda folder: rewrite(folder, to_code="ko"), "from_code and to_code are both 'ko'"),
    "a prefix that is no piece": (
        lambda folder: rewrite(folder, target_prefix=">>eng<<"),
        "target_prefix '>>eng<<' is not in the target vocabulary",
    ),
    "truncated model": (
        lambda folder: shorten(folder / "model" / "model.bin", 20_000_000),
        "model.bin is incomplete: 20,000,000 bytes",
    ),
    "model and more": (
        lambda folder: lengthen(folder / "model" / "model.bin"),
        "model.bin has 1 byte behind its end",
    ),
    "truncated tokenizer": (
        lambda folder: shorten(folder / "sentencepiece.model", 1000),
        "sentencepiece.model cannot be loaded",
    ),
    "truncated vocabulary": (
        lambda folder: shorten(folder / "model" / "source_vocabulary.json", 1000),
        "source_vocabulary.json is not JSON",
    ),
    "empty vocabulary": (
        lambda folder: (folder / "model" / "target_vocabulary.json").write_text("[]"),
        "target_vocabulary.json is no list of pieces",
    ),
    "no model": (lambda folder: (folder / "model" / "model.bin").unlink(), "model/model.bin is missing or empty"),
    "empty model": (lambda folder: (folder / "model" / "model.bin").write_bytes(b""), "is missing or empty"),
    "no tokenizer": (lambda folder: (folder / "sentencepiece.model").unlink(), "sentencepiece.model or bpe.model"),
    "no vocabulary": (
        lambda folder: [path.unlink() for path in (folder / "model").glob("*vocabulary*")],
        "has no source vocabulary",
    ),
    "link outside": (lambda folder: (folder / "x").symlink_to("/etc/hosts"), "link to outside"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_package_is_reported_and_passed_over(build: Builder, name: str) -> None:
    spoil, message = BROKEN[name]
    folder = build("ko", "en")
    spoil(folder)
    (one,) = engine.broken()
    assert one.path == folder
    assert message in one.why
    assert "\n" not in one.why
    assert one.effect == "this model package is not used"
    assert pairs("en") == [("starter", "ko", "en")]
    with pytest.raises(ModelError, match=re.escape(f"{folder}: {one.why}")) as caught:
        route("en", "argos")
    assert caught.value.exit_code == 5


def test_an_older_version_takes_the_place_of_a_broken_one(build: Builder) -> None:
    build("ko", "en", version="1.0")
    newer = build("ko", "en", version="2.0")
    shorten(newer / "model" / "model.bin", 1000)
    assert engine.load("en").name == "argos 1.0 ko→en"
    assert engine.available()[0].label == "argos 1.0 ko→en"
    assert [one.path for one in engine.broken()] == [newer]


def test_an_unreadable_package_is_reported(build: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = build("ko", "en")
    real = Path.is_file

    def deny(path: Path, **more: bool) -> bool:
        if path.is_relative_to(folder / "model"):
            raise PermissionError(13, "Permission denied")
        return real(path, **more)

    monkeypatch.setattr(Path, "is_file", deny)
    assert [(one.path, one.why) for one in engine.broken()] == [(folder, "cannot be read: permission denied")]


def missing(root: Path, _: pytest.MonkeyPatch) -> None:
    root.rmdir()


def a_file(root: Path, _: pytest.MonkeyPatch) -> None:
    root.rmdir()
    root.write_text("x")


def unreadable(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs this may be root, whom no mode keeps out."""
    real = Path.iterdir

    def deny(path: Path) -> Iterator[Path]:
        if path == root:
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(Path, "iterdir", deny)


FOLDERS = [(missing, "does not exist"), (a_file, "is not a folder"), (unreadable, "cannot be read: permission denied")]


@pytest.mark.parametrize(("spoil", "why"), FOLDERS)
@pytest.mark.parametrize("chosen", ["the environment", "settings.json"])
def test_a_chosen_folder_that_cannot_be_used_is_reported(
    tmp_path: Path,
    packages: Path,
    monkeypatch: pytest.MonkeyPatch,
    spoil: Callable[[Path, pytest.MonkeyPatch], None],
    why: str,
    chosen: str,
) -> None:
    spoil(packages, monkeypatch)
    if chosen == "settings.json":
        settings = tmp_path / "argos-translate" / chosen
        settings.parent.mkdir()
        settings.write_text(json.dumps({"ARGOS_PACKAGES_DIR": str(packages)}))
        monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
        monkeypatch.delenv("ARGOS_PACKAGES_DIR")
        chosen = str(settings)
    (one,) = engine.broken()
    assert one.path == packages
    assert one.why == f"{why}; ARGOS_PACKAGES_DIR in {chosen} names it"
    assert one.effect == "no installed model package is used"
    assert pairs("en") == [("starter", "ko", "en")]
    with pytest.raises(ModelError, match=re.escape(f"{packages}: {why}")):
        route("en", "argos")


@pytest.mark.parametrize(
    ("spoil", "why"), [(missing, None), (a_file, "is not a folder"), (unreadable, "cannot be read: permission denied")]
)
def test_the_default_folder_need_not_exist(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    spoil: Callable[[Path, pytest.MonkeyPatch], None],
    why: str | None,
) -> None:
    monkeypatch.delenv("ARGOS_PACKAGES_DIR", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    root = tmp_path / "argos-translate" / "packages"
    root.mkdir(parents=True)
    spoil(root, monkeypatch)
    assert [(one.path, one.why) for one in engine.broken()] == ([(root, why)] if why else [])


def test_doctor_names_the_package(build: Builder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    folder = build("ko", "en")
    (folder / "SHA256SUMS").write_text(f"{'0' * 64}  metadata.json\n")
    found = {one.name: one for one in doctor.examine(tmp_path)}
    assert found["engine ko→en"].ok  # the starter's
    assert found["model package"].detail.startswith(
        f"{folder}: metadata.json is not the file that the model package was made with"
    )
    (folder / "SHA256SUMS").unlink()
    shorten(folder / "model" / "model.bin", 1000)
    found = {one.name: one for one in doctor.examine(tmp_path)}
    assert found["engine ko→en"].ok
    assert found["model package"].detail.startswith(f"{folder}: model.bin is incomplete")
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "nowhere"))
    found = {one.name: one for one in doctor.examine(tmp_path)}
    assert found["model package"].detail.startswith(f"{tmp_path / 'nowhere'}: does not exist")
    assert not found["model package"].ok


@pytest.mark.parametrize("line", [f"{'0' * 64}  metadata.json", f"{'0' * 64}  lost.txt", "no hash"])
def test_a_package_that_was_changed_is_passed_over(build: Builder, line: str) -> None:
    older = build("ko", "en", version="1.0")
    newer = build("ko", "en", version="2.0")
    (newer / "SHA256SUMS").write_text(f"{line}\n", encoding="utf-8")
    assert [one.path for one in engine.available() if one.origin == "installed"] == [older]
    assert [one.path for one in engine.broken()] == [newer]
    assert engine.load("en").name == "argos 1.0 ko→en"


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
