"""Option types and argument look-ups that several commands share."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from translate.glossary.waivers import Waiver

__all__ = ["SOURCE", "Names", "glossary_paths", "waivers_of"]


class Named(click.Path):
    """A file or folder; an empty name, which Python takes for the current folder, is none.

    Whether it exists is the business of whoever opens it, and says so with the right exit code.
    """

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """A :class:`~pathlib.Path`."""
        if value == "":
            self.fail("the name is empty", param, ctx)
        return super().convert(value, param, ctx)


SOURCE = Named(path_type=Path)


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


def glossary_paths(given: tuple[Path, ...], default: Path = Path("glossaries")) -> list[Path]:
    """The glossaries to load: those given (a folder stands for the ones in it), or all of ``glossaries/``."""
    from translate import glossary
    from translate.errors import GlossaryError

    if not given:
        return glossary.default_paths(default)
    paths: list[Path] = []
    for path in given:
        found = glossary.default_paths(path) if path.is_dir() else [] if _waives(path) else [path]
        if not found and not _waives(path):
            raise GlossaryError("holds no glossary", where=path, hint="give a file, or leave out -g")
        paths += found
    return list(dict.fromkeys(paths))


def waivers_of(given: tuple[Path, ...], default: Path = Path("glossaries")) -> "tuple[Waiver, ...]":
    """The waivers in the files and folders given, or in all of ``glossaries/``.

    Raises:
        GlossaryError: One is malformed.
    """
    from translate.glossary import waivers

    paths: list[Path] = []
    for path in given or (default,):
        paths += waivers.default_paths(path) if path.is_dir() else [path] if _waives(path) else []
    return waivers.load(list(dict.fromkeys(paths)))


def _waives(path: Path) -> bool:
    from translate.glossary.termbase import WAIVERS

    return path.name.lower().endswith(WAIVERS)
