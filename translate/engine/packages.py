"""Model packages: where they are, whether they are whole, which of them translate from Korean into a language.

A package is a folder with ``metadata.json``, ``sentencepiece.model`` (or ``bpe.model``) and ``model/``, as Argos
Translate installs it. The embedded starter has one such folder for several pairs: its metadata files are called
``ko_en.metadata.json`` and so on. ``SHA256SUMS``, where there is one, covers the files of a package.
"""

import hashlib
import json
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from translate import languages
from translate.engine import modelfiles
from translate.errors import ModelError, OptionError

__all__ = [
    "CHOICES",
    "Discovery",
    "ModelPackage",
    "Unusable",
    "check",
    "digests",
    "discover",
    "packages_folder",
    "route",
]

CHOICES = ("starter", "argos")
STARTER = Path(__file__).parents[1] / "models" / "starter"

SUMS = "SHA256SUMS"
HINT_FILES = ("lexicon.tsv", "names.tsv", "common.txt")
CHOSEN = "ARGOS_PACKAGES_DIR"
OTHER_USE = frozenset({"stanza", "minisbd", "spacy"})  # folders of sentence splitters, which are never loaded here
_CODE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z0-9]+)*")
_SUM = re.compile(r"([0-9a-f]{64}) [ *](.+)")


@dataclass(frozen=True, slots=True)
class ModelPackage:
    """One direction that a package translates.

    Attributes:
        name: ``starter``, or ``argos`` for packages that the user installed.
        version: As its metadata says; may be empty.
        source, target: Language codes.
        path: Its folder.
        origin: ``embedded`` or ``installed``.
        target_prefix: First piece of every translation; empty where it needs none.
        reads_hints: Its model was trained on text with hints.
    """

    name: str
    version: str
    source: str
    target: str
    path: Path
    origin: str
    target_prefix: str = ""
    reads_hints: bool = False

    @property
    def label(self) -> str:
        """Name, version and direction: ``starter 0.1.0 ko→en``."""
        return " ".join(filter(None, (self.name, self.version, f"{self.source}→{self.target}")))

    @property
    def size(self) -> int:
        """Bytes of all its files."""
        return sum(file.stat().st_size for file in _files(self.path))

    @property
    def sha256(self) -> str:
        """Digest over the lines that ``sha256sum`` prints for its files in the order of their names."""
        lines = (f"{digest}  {name}\n" for name, digest in digests(self.path).items())
        return hashlib.sha256("".join(lines).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Unusable:
    """A package, or the folder of all packages, that the user has and that cannot be used.

    Attributes:
        path: The folder.
        why: What is wrong with it, as the rest of a sentence that the path begins.
        effect: What that means for a run.
        remedy: What to do about it.
    """

    path: Path
    why: str
    effect: str = "this model package is not used"
    remedy: str = "remove the folder, or install the package anew"


@dataclass(frozen=True, slots=True)
class Discovery:
    """What was found.

    Attributes:
        packages: Usable ones: installed before embedded, then by pair, the newest version first.
        broken: Those that cannot be used, after the folder of all where that is the trouble.
    """

    packages: tuple[ModelPackage, ...]
    broken: tuple[Unusable, ...]


def discover() -> Discovery:
    """Looks at the installed packages and at the starter: metadata, sizes, vocabularies. No model is loaded.

    A package with a fault is passed over, so that an older version of it, or the starter, takes its place.
    """
    found: list[ModelPackage] = []
    folders, broken = _installed()
    for one in folders:
        try:
            found += _opened(one)
        except ModelError as error:
            broken.append(Unusable(one, error.message))
    found.sort(key=lambda one: (one.source, one.target, [-number for number in _numbers(one.version)], one.path.name))
    try:
        found += _starter()
    except ModelError as error:
        broken.append(Unusable(STARTER, error.message, remedy="install Yeonjae anew"))
    return Discovery(tuple(found), tuple(broken))


def route(target: str, choice: str = "") -> tuple[ModelPackage, ...]:
    """The package, or the two of a pivot through English, that translate from Korean into ``target``.

    Args:
        target: Language code.
        choice: ``starter`` keeps the starter, ``argos`` demands installed packages; empty takes an installed
            direct pair, else an installed pivot, else the starter.

    Raises:
        OptionError: There is no such choice.
        ModelError: No package does it.
    """
    if choice not in ("", *CHOICES):
        raise OptionError(f"unknown engine {choice!r}", hint=f"choose from {', '.join(CHOICES)}")
    if choice == "starter":  # no look at the installed ones: reading them makes Argos Translate create folders
        return (_pair(_starter(), "ko", target) or _missing(target, choice, ()),)
    found = discover()
    installed = [one for one in found.packages if one.origin == "installed"]
    direct = _pair(installed, "ko", target)
    if direct:
        return (direct,)
    first, second = _pair(installed, "ko", "en"), _pair(installed, "en", target)
    if first and second:
        return first, second
    starter = None if choice else _pair(found.packages, "ko", target)
    return (starter or _missing(target, choice, found.broken),)


def check(folder: Path) -> None:
    """Compares a package with its ``SHA256SUMS``; one without that file passes.

    Raises:
        ModelError: A file is missing, was changed or cannot be read, or the list is malformed.
    """
    hint = "install the package anew"
    if not (folder / SUMS).exists():
        return
    found = digests(folder)
    for number, line in enumerate(_read(folder / SUMS).splitlines(), 1):
        match = _SUM.fullmatch(line)
        if match is None:
            raise ModelError("is no line of a SHA-256 list", where=f"{folder / SUMS}:{number}", hint=hint)
        wanted, name = match.groups()
        if name not in found:
            raise ModelError("is missing from the model package", where=folder / name, hint=hint)
        if found[name] != wanted:
            raise ModelError("is not the file that the model package was made with", where=folder / name, hint=hint)


def digests(folder: Path) -> dict[str, str]:
    """File name (with ``/``) → SHA-256 of the files in a package, in the order of their names.

    Raises:
        ModelError: A file cannot be read.
    """
    return {file.relative_to(folder).as_posix(): _digest(file, *_identity(file)) for file in _files(folder)}


@cache
def _digest(file: Path, size: int, changed: int) -> str:
    """The digest of one file; ``size`` and ``changed`` make the cache notice another file of the same name."""
    assert size >= 0
    assert changed >= 0
    try:
        with file.open("rb") as data:
            return hashlib.file_digest(data, "sha256").hexdigest()
    except OSError as error:
        raise _unreadable(file, error) from error


def _identity(file: Path) -> tuple[int, int]:
    try:
        stat = file.stat()
    except OSError as error:
        raise _unreadable(file, error) from error
    return stat.st_size, stat.st_mtime_ns


def packages_folder() -> tuple[Path, str]:
    """The folder in which Argos Translate looks for packages, by its own rules, whether it exists or not.

    ``ARGOS_PACKAGES_DIR`` in the environment or in its ``settings.json``, else ``argos-translate/packages`` in the
    user's data folder. It is worked out here because importing ``argostranslate.settings`` creates folders.

    Returns:
        The folder, and where the user chose it; empty for the default.
    """
    if chosen := os.environ.get(CHOSEN):
        return Path(chosen), "the environment"
    settings = _base("XDG_CONFIG_HOME", ".config") / "settings.json"
    if chosen := _setting(settings, CHOSEN):
        return Path(chosen), str(settings)
    return _base("XDG_DATA_HOME", ".local/share") / "packages", ""


def _setting(file: Path, name: str) -> str:
    try:
        settings = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ""
    value = settings.get(name) if isinstance(settings, dict) else None
    return value if isinstance(value, str) else ""


def _base(variable: str, default: str) -> Path:
    root = os.environ.get(variable)
    try:
        return (Path(root) if root else Path.home() / default) / "argos-translate"
    except RuntimeError:  # no home folder can be determined
        return Path(default) / "argos-translate"


def _installed() -> tuple[list[Path], list[Unusable]]:
    """The folders of the installed packages, and what is wrong with the folder that holds them.

    That a default folder does not exist is normal; one that the user named must be there.
    """
    root, chosen = packages_folder()
    try:
        return sorted(one for one in root.iterdir() if one.is_dir()), []
    except OSError as error:
        if isinstance(error, FileNotFoundError) and not chosen:
            return [], []
        why = {FileNotFoundError: "does not exist", NotADirectoryError: "is not a folder"}.get(
            type(error), f"cannot be read: {(error.strerror or str(error)).lower()}"
        )
    named = f"; {CHOSEN} in {chosen} names it" if chosen else ""
    remedy = f"correct {CHOSEN}, or create the folder" if chosen else "make it a folder that you can read"
    return [], [Unusable(root, why + named, "no installed model package is used", remedy)]


def _opened(folder: Path) -> list[ModelPackage]:
    """The package in a folder; none where it is one of another kind (a sentence splitter)."""
    metadata = _metadata(folder / "metadata.json")
    if metadata.get("type", "translate") != "translate":
        return []
    package = _package(metadata, folder, "argos", "installed")
    _whole(package)
    try:
        check(folder)
    except ModelError as error:  # the list of packages names the folder only
        raise ModelError(f"{Path(error.where).relative_to(folder)} {error.message}", where=folder) from error
    return [package]


def _starter() -> list[ModelPackage]:
    made = []
    for file in sorted(STARTER.glob("*.metadata.json")):
        package = _package(_metadata(file), STARTER, "starter", "embedded")
        _whole(package)
        made.append(package)
    return made


def _metadata(file: Path) -> dict[str, Any]:
    try:
        metadata = json.loads(_read(file))
    except ValueError as error:
        raise ModelError(f"{file.name} is not JSON: {error}", where=file.parent) from error
    if not isinstance(metadata, dict):
        raise ModelError(f"{file.name} holds no JSON object", where=file.parent)
    return metadata


def _package(metadata: dict[str, Any], folder: Path, name: str, origin: str) -> ModelPackage:
    texts = {}
    for key in ("from_code", "to_code", "package_version", "target_prefix"):
        value = metadata.get(key, "")
        if not isinstance(value, str):
            raise ModelError(f"metadata.json: {key} is not a string", where=folder)
        texts[key] = value
    for key in ("from_code", "to_code"):
        if not _CODE.fullmatch(texts[key]):
            raise ModelError(f"metadata.json: {key} is not a language code: {texts[key]!r}", where=folder)
    if texts["from_code"] == texts["to_code"]:
        raise ModelError(f"metadata.json: from_code and to_code are both {texts['to_code']!r}", where=folder)
    return ModelPackage(
        name=name,
        version=texts["package_version"],
        source=texts["from_code"],
        target=texts["to_code"],
        path=folder,
        origin=origin,
        target_prefix=texts["target_prefix"],
        reads_hints=bool(metadata.get("hints")),
    )


def _whole(package: ModelPackage) -> None:
    """Raises ModelError where a file that the package needs is missing or damaged, or lies outside of it."""
    root = package.path
    needed = [("model/model.bin",), ("sentencepiece.model", "bpe.model")]
    needed += [(name,) for name in HINT_FILES if package.reads_hints]
    try:
        files = _files(root)
        for names in needed:
            if not any((root / name).is_file() and (root / name).stat().st_size for name in names):
                raise ModelError(f"{' or '.join(names)} is missing or empty", where=root)
        for file in files:
            if not file.resolve().is_relative_to(root.resolve()):
                raise ModelError(f"{file.relative_to(root)} is a link to outside of the package", where=root)
        writable = _examined(root, tuple(map(_identity, files)))
    except OSError as error:
        raise _unreadable(root, error) from error
    if package.target_prefix and package.target_prefix not in writable:
        raise ModelError(f"target_prefix {package.target_prefix!r} is not in the target vocabulary", where=root)


@cache
def _examined(folder: Path, identities: tuple[tuple[int, int], ...]) -> frozenset[str]:
    """The target vocabulary of a package whose model, vocabularies and tokenizer are whole.

    ``identities`` of its files make the cache notice other ones.

    Raises:
        ModelError: One of them is not.
    """
    assert identities
    modelfiles.check_weights(folder / "model" / "model.bin")
    modelfiles.vocabulary(folder / "model", "source")
    if (
        folder != STARTER and (folder / "sentencepiece.model").is_file()
    ):  # the starter's hash is checked when it is used
        modelfiles.check_pieces(folder / "sentencepiece.model")
    return frozenset(modelfiles.vocabulary(folder / "model", "target"))


def _files(folder: Path) -> list[Path]:
    """All files that matter to translation, in the order of their names."""
    files = (file for file in folder.rglob("*") if file.is_symlink() or file.is_file())
    kept = (file for file in files if file.relative_to(folder).parts[0] not in OTHER_USE)
    return sorted(kept, key=lambda file: file.relative_to(folder).as_posix())


def _pair(packages: Iterable[ModelPackage], source: str, target: str) -> ModelPackage | None:
    return next((one for one in packages if (one.source, one.target) == (source, target)), None)


def _missing(target: str, choice: str, broken: tuple[Unusable, ...]) -> ModelPackage:
    """Raises the error that no package translates into ``target``."""
    name = languages.TARGETS[target].name if target in languages.TARGETS else target
    raise ModelError(
        f"no {'installed' if choice == 'argos' else 'model'} package translates from Korean into {name}",
        where="; ".join(f"{one.path}: {one.why}" for one in broken),
        hint=f"install one with: argospm install translate-ko_{target}"
        if choice != "starter"
        else "install Yeonjae anew",
    )


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except OSError as error:
        reason = "is missing" if isinstance(error, FileNotFoundError) else "cannot be read"
        raise ModelError(f"{file.name} {reason}", where=file.parent, hint="install the package anew") from error
    except UnicodeError as error:
        raise ModelError(
            f"{file.name} is not UTF-8 text", where=file.parent, hint="install the package anew"
        ) from error


def _unreadable(file: Path, error: OSError) -> ModelError:
    reason = (error.strerror or str(error)).lower()
    return ModelError(f"cannot be read: {reason}", where=file, hint="install the package anew")


def _numbers(version: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", version)[:6]]
