"""Option types and argument look-ups that several commands share."""

import os
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from translate.glossary.waivers import Waiver

__all__ = ["DOMAIN", "SOURCE", "Names", "Word", "glossary_paths", "waivers_of"]


class Named(click.Path):
    """A file or folder; an empty name, which Python takes for the current folder, is none.

    Whether it exists is the business of whoever opens it, and says so with the right exit code.
    """

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """A :class:`~pathlib.Path`."""
        if value == "":
            self.fail("the name is empty", param, ctx)
        path = super().convert(value, param, ctx)
        return _as_on_disk(path) if isinstance(path, Path) else path


SOURCE = Named(path_type=Path, readable=False)  # click's own look at it would end the command with a code of its own


def _as_on_disk(path: Path) -> Path:
    """``path``, in the Unicode form in which the disk has it where that differs from the one that was typed.

    File systems tell 가 (NFC) from 가 (NFD, as a Mac writes it) though nobody can see the difference.
    """
    if str(path).isascii() or os.path.lexists(path):
        return path
    found = Path(path.anchor)
    for part in path.parts[len(found.parts) :]:
        found = _twin(found, part) or found / part
    return found if os.path.lexists(found) else path


def _twin(folder: Path, name: str) -> Path | None:
    """The entry of ``folder`` that is this name in another Unicode form; None if there is none, or the name itself."""
    if name.isascii() or os.path.lexists(folder / name):
        return None
    wanted = unicodedata.normalize("NFC", name)
    try:
        twins = sorted(one for one in folder.iterdir() if unicodedata.normalize("NFC", one.name) == wanted)
    except OSError:
        return None
    return twins[0] if twins else None


class Word(click.ParamType[str]):
    """A word; an empty one, as a variable that was never set leaves it, is a mistake."""

    name = "name"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word without spaces around it."""
        word = str(value).strip()
        if not word:
            self.fail("the name is empty", param, ctx)
        return word


class Names(click.ParamType[tuple[str, ...]]):
    """Names separated by commas; the option may also be given several times."""

    name = "name[,name…]"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        """``"docx, tmx"`` → ``("docx", "tmx")``."""
        if isinstance(value, tuple):
            return value
        names = tuple(name for part in str(value).split(",") if (name := part.strip()))
        if not names:
            self.fail(f"{value!r} holds no name" if value else "the name is empty", param, ctx)
        return names


def _one(ctx: click.Context, param: click.Parameter, given: tuple[str, ...]) -> str:
    """The only value: of several the others would be ignored without a word."""
    if len(given) > 1:
        raise click.BadParameter("give one domain, not several: one decides", ctx, param)
    if any(not name.strip() for name in given):
        raise click.BadParameter("the name is empty", ctx, param)
    return given[0] if given else ""


DOMAIN = click.option(
    "--domain",
    multiple=True,
    callback=_one,
    metavar="NAME",
    help="Subject field that decides; none: those without.",
)


def glossary_paths(given: tuple[Path, ...], default: Path = Path("glossaries")) -> list[Path]:
    """The glossaries to load: those given (a folder stands for the ones in it), or all of ``glossaries/``.

    Raises:
        GlossaryError: One cannot be reached, or a folder that was given holds none.
    """
    from translate import glossary
    from translate.errors import GlossaryError

    paths: list[Path] = []
    for path in given or (default,):
        if _is_folder(path) or not given:
            with _refusals(path):
                found = glossary.default_paths(path)
        else:
            found = [] if _waives(path) else [path]
        if given and not found and not _waives(path):
            raise GlossaryError("holds no glossary", where=path, hint="give a file, or leave out -g")
        paths += found
    return list(dict.fromkeys(paths))


def waivers_of(given: tuple[Path, ...], default: Path = Path("glossaries")) -> "tuple[Waiver, ...]":
    """The waivers in the files and folders given, those beside a glossary that is given, or all of ``glossaries/``.

    Raises:
        GlossaryError: One is malformed, or cannot be reached.
    """
    from translate.glossary import waivers
    from translate.glossary.termbase import WAIVERS

    paths: list[Path] = []
    for path in given or (default,):
        if _is_folder(path):
            with _refusals(path):
                paths += waivers.default_paths(path)
        elif _waives(path):
            paths.append(path)
        elif (beside := path.with_suffix(WAIVERS)).is_file():
            paths.append(beside)
    return waivers.load(list(dict.fromkeys(paths)))


def _is_folder(path: Path) -> bool:
    """Is it a folder that can be read? What is not there is none.

    Raises:
        GlossaryError: It is one that cannot be read (as which pathlib would show an empty one), or nobody may know.
    """
    with _refusals(path):
        try:
            os.scandir(path).close()
        except (FileNotFoundError, NotADirectoryError):
            return False
    return True


@contextmanager
def _refusals(path: Path) -> Iterator[None]:
    """Turns what the system says against a glossary, or a folder of them, into a GlossaryError."""
    from translate.errors import GlossaryError

    try:
        yield
    except OSError as error:
        what = f"cannot be read ({(error.strerror or str(error)).lower()})"
        where = os.fsdecode(error.filename) if error.filename else path
        raise GlossaryError(what, where=where, hint="see to its permissions, or give another with -g") from error


def _waives(path: Path) -> bool:
    from translate.glossary.termbase import WAIVERS

    return path.name.lower().endswith(WAIVERS)
