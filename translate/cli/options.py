"""Option types and argument look-ups that several commands share."""

from pathlib import Path
from typing import Any

import click

__all__ = ["SOURCE", "Names", "glossary_paths"]

SOURCE = click.Path(path_type=Path)  # existence is the readers' business: they say it with the right exit code


class Names(click.ParamType[tuple[str, ...]]):
    """Names separated by commas; the option may also be given several times."""

    name = "name[,name…]"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        """``"docx, tmx"`` → ``("docx", "tmx")``."""
        if isinstance(value, tuple):
            return value
        return tuple(name for part in str(value).split(",") if (name := part.strip()))


def glossary_paths(given: tuple[Path, ...], default: Path = Path("glossaries")) -> list[Path]:
    """The files to load: those given (a folder stands for its ``*.csv``), or all of ``glossaries/``."""
    from translate import glossary
    from translate.errors import GlossaryError

    if not given:
        return glossary.default_paths(default)
    paths: list[Path] = []
    for path in given:
        found = glossary.default_paths(path) if path.is_dir() else [path]
        if not found:
            raise GlossaryError("holds no *.csv", where=path, hint="give a glossary file, or leave out -g")
        paths += found
    return list(dict.fromkeys(paths))
