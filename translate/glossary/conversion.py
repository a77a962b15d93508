"""From one glossary format to another: what is written where, as bytes."""

from collections.abc import Sequence
from pathlib import Path

from translate.article import Concept
from translate.errors import GlossaryError, OptionError
from translate.glossary.formats import delimited, omegat, tbx_writing, workbook
from translate.glossary.rows import Row
from translate.languages import TARGETS

__all__ = ["FORMATS", "chosen", "convert", "named"]

FORMATS = {
    "csv": ".csv",
    "tsv": ".tsv",
    "xlsx": ".xlsx",
    "tbx": ".tbx",
    "martif": ".tbx",
    "omegat": ".utf8",
}
"""Name of a format that can be written → suffix of its files; ``martif`` is TBX v2, ``tbx`` is v3."""


def named(path: Path) -> str:
    """The format that the suffix of ``path`` means.

    Raises:
        OptionError: None does.
    """
    for name, suffix in FORMATS.items():
        if path.suffix.lower() == suffix:
            return name
    raise OptionError(
        f"{path}: the suffix {path.suffix!r} means no format that can be written",
        hint=f"give --to {', '.join(FORMATS)}",
    )


def chosen(form: str, path: Path, *, dialect: bool = False, targets: bool = False) -> str:
    """The format to write, one of ``FORMATS``.

    Args:
        form: What the user asks for; empty: what the suffix of ``path`` means.
        path: Where to.
        dialect: Whether the user chose a style of TBX.
        targets: Whether the user chose target languages.

    Raises:
        OptionError: There is no such format, the suffix means another one, or it has no styles or languages to choose.
    """
    name = form.lower() or named(path)
    if name not in FORMATS:
        raise OptionError(f"unknown format {name!r}", hint=f"choose from {', '.join(FORMATS)}")
    suffix = path.suffix.lower()
    if suffix in FORMATS.values() and suffix != FORMATS[name]:
        raise OptionError(f"{path}: the suffix means {named(path)}, not {name}", hint=f"call it {FORMATS[name]}")
    if dialect and name != "tbx":
        raise OptionError(f"--dialect is for tbx, not for {name}", hint="leave it out")
    if targets and name != "omegat":
        raise OptionError(f"--target is for omegat, not for {name}", hint="leave it out: all languages are written")
    return name


def convert(
    rows: Sequence[Row],
    concepts: Sequence[Concept],
    path: Path,
    form: str,
    dialect: str = "dca",
    targets: Sequence[str] = (),
) -> dict[Path, bytes]:
    """The files that hold ``rows`` in another format.

    Args:
        rows: What tables are made of.
        concepts: Joined from them; what TBX and OmegaT are made of.
        path: Where to; OmegaT's files for several languages are ``NAME.en.utf8``, ``NAME.zh.utf8``.
        form: One of ``FORMATS``.
        dialect: ``dca`` or ``dct``, for ``tbx``.
        targets: Language codes, for ``omegat``; all where there are none.

    Raises:
        GlossaryError: They cannot be written in this format.
    """
    try:
        return _written(rows, concepts, path, form, dialect, targets)
    except GlossaryError as error:
        raise GlossaryError(error.message, where=error.where or path, hint=error.hint) from None


def _written(
    rows: Sequence[Row], concepts: Sequence[Concept], path: Path, form: str, dialect: str, targets: Sequence[str]
) -> dict[Path, bytes]:
    if form == "omegat":
        codes = tuple(dict.fromkeys(targets)) or tuple(TARGETS)
        places = {code: path.with_name(f"{path.stem}.{code}{path.suffix}") for code in codes}
        if len(targets) == 1:
            places = {targets[0]: path}
        return {place: omegat.write(concepts, code) for code, place in places.items()}
    if form in ("tbx", "martif"):
        return {path: tbx_writing.write(concepts, "v2" if form == "martif" else dialect)}
    if form == "xlsx":
        return {path: workbook.write(rows)}
    return {path: delimited.write(rows, "\t" if form == "tsv" else ",")}
