"""Is everything here that the tool needs? Versions, models, fonts, write access."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from translate import engine, files, languages
from translate.errors import YeonjaeError

__all__ = ["Diagnosis", "examine"]

FONT_FOLDERS = (
    "~/.fonts",
    "~/.local/share/fonts",
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/Library/Fonts",
    "/Library/Fonts",
    "/System/Library/Fonts",
    "C:/Windows/Fonts",
)

FONT_FILES = {  # beginnings of file names, lower case, of the faces that office programs take for each language
    "ko": ("malgun", "notosanscjk", "notoserifcjk", "notosanskr", "nanum", "applesdgothic", "unbatang", "batang"),
    "zh": (
        "msyh",
        "notosanscjk",
        "notoserifcjk",
        "notosanssc",
        "pingfang",
        "wqy",
        "simsun",
        "stheiti",
        "sourcehansans",
    ),
}


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """The answer to one question.

    Attributes:
        name: What was looked at.
        ok: It is as it should be.
        detail: What was found, in one line.
        hint: What to do where it is not ok; empty otherwise.
    """

    name: str
    ok: bool
    detail: str
    hint: str = ""


def examine(output: Path) -> list[Diagnosis]:
    """All diagnoses, in a fixed order; nothing is changed on disk but an empty temporary file in ``output``.

    Args:
        output: The folder that exports would go to; it need not exist.
    """
    return [_python(), *_libraries(), _morphology(), *_models(), _font("ko"), _font("zh"), _writable(output)]


def _python() -> Diagnosis:
    found = ".".join(map(str, sys.version_info[:3]))
    return Diagnosis("Python", sys.version_info >= (3, 11), found, "install Python 3.11 or later")


def _libraries() -> list[Diagnosis]:
    """Every distribution that this one depends on, by the metadata it was installed with."""
    from packaging.requirements import Requirement

    needed = [Requirement(line) for line in requires("yeonjae") or []]
    return [_library(one.name, one.specifier.contains) for one in needed if one.marker is None]


def _library(name: str, fits: Callable[[str], bool]) -> Diagnosis:
    try:
        found = version(name)
    except PackageNotFoundError:
        return Diagnosis(name, False, "not installed", "install Yeonjae again: pip install yeonjae")
    return Diagnosis(name, fits(found), found, "install the versions of requirements.lock")


def _morphology() -> Diagnosis:
    from translate.morphology import analyser

    hint = "install kiwipiepy and kiwipiepy-model of requirements.lock"
    try:
        forms = [token.form for token in analyser().tokenize("마윈이 왔다.")]
    except Exception as error:  # Kiwi raises whatever its C++ side throws
        return Diagnosis("Korean analysis", False, f"Kiwi cannot be loaded: {error}", hint)
    return Diagnosis("Korean analysis", len(forms) > 1, "Kiwi works", hint)


def _models() -> list[Diagnosis]:
    found = []
    for code in languages.TARGETS:
        name = f"engine ko→{code}"
        try:
            loaded = engine.load(code)
            engine.verify(loaded)
        except YeonjaeError as error:
            detail = f"{error.where}: {error.message}" if error.where else error.message
            found.append(Diagnosis(name, False, detail, error.hint or "install Yeonjae again"))
        else:
            found.append(Diagnosis(name, True, f"{loaded.name}, {loaded.sha256[:12]}"))
    found += [Diagnosis("model package", False, f"{one.path}: {one.why}", one.remedy) for one in engine.broken()]
    return found


def _font(code: str) -> Diagnosis:
    language = languages.KOREAN if code == "ko" else languages.TARGETS[code]
    name = f"{language.name} font"
    family = _family(code) or _file(code)
    if family:
        return Diagnosis(name, True, family)
    hint = f"exports name {language.east_asian_font}; install {language.open_font} to see them as they are meant"
    return Diagnosis(name, False, "none found", hint)


def _family(code: str) -> str:
    """A family that fontconfig knows for the language; empty where there is none, or no fontconfig."""
    program = shutil.which("fc-list")
    if program is None:
        return ""
    tag = "zh-cn" if code == "zh" else code
    command = [program, f":lang={tag}", "family"]
    try:
        listed = subprocess.run(command, capture_output=True, text=True, timeout=20, check=False)  # noqa: S603 - our own words
    except (OSError, subprocess.TimeoutExpired):
        return ""
    families = sorted(line.split(",")[0].strip() for line in listed.stdout.splitlines() if line.strip())
    wanted = languages.KOREAN if code == "ko" else languages.TARGETS[code]
    best = [name for name in (wanted.east_asian_font, wanted.open_font) if name in families]
    return (best or families or [""])[0]


def _file(code: str) -> str:
    """The name of a font file in one of the usual folders; empty where there is none."""
    for folder in FONT_FOLDERS:
        root = Path(folder).expanduser()
        names = sorted(path.name for path in root.rglob("*.[to]t[cf]")) if root.is_dir() else []
        for name in names:
            if name.lower().replace("-", "").startswith(FONT_FILES[code]):
                return name
    return ""


def _writable(output: Path) -> Diagnosis:
    """The nearest folder that exists must take files: the others are made inside it."""
    nearest = next(folder for folder in (output.absolute(), *output.absolute().parents) if folder.exists())
    try:
        files.prepare_folder(nearest)
    except YeonjaeError as error:
        return Diagnosis("write access", False, str(error), "choose another folder with -o")
    return Diagnosis("write access", True, f"{output} can be written")
