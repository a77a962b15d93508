"""Exporters: a :class:`Bitext` in, named files out. One module a format; each is loaded when it is first used.

Exporters write nothing themselves: the caller hands the bytes to :func:`translate.files.write_all`, so
that all files of an article appear together or not at all.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from translate import languages
from translate.article import Bitext
from translate.errors import OptionError

__all__ = ["FORMATS", "Format", "export", "names", "notices"]


@dataclass(frozen=True, slots=True)
class Format:
    """An export format.

    Attributes:
        name: What users call it, also the file extension.
        description: In a few words, for help texts.
        write: A bitext and its target languages (codes) → the bytes of one file.
        multilingual: One file may hold several target languages.
    """

    name: str
    description: str
    write: Callable[[Bitext, Sequence[str]], bytes]
    multilingual: bool = False


def _docx(bitext: Bitext, targets: Sequence[str]) -> bytes:
    from translate.exporters import docx

    return docx.write(bitext, targets)


def _tmx(bitext: Bitext, targets: Sequence[str]) -> bytes:
    from translate.exporters import tmx

    (target,) = targets
    return tmx.write(bitext, target)


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "docx": Format("docx", "bilingual table for review in Word", _docx, multilingual=True),
        "tmx": Format("tmx", "translation memory for CAT tools, TMX 1.4", _tmx),
    }
)
"""Name → format, in the order in which files are made."""


def export(bitext: Bitext, formats: Sequence[str], *, trilingual: bool = False) -> dict[str, bytes]:
    """File name → bytes, for each format and target language of ``bitext``; the same bytes for the same bitext.

    Args:
        bitext: What to export.
        formats: Names out of :data:`FORMATS`; their order and repetitions do not matter.
        trilingual: Also one file with all targets side by side, in the formats that can hold it (DOCX).

    Raises:
        OptionError: An unknown format, an unknown target language, or ``trilingual`` with fewer than two targets.
    """
    plan = _plan(bitext.article.name, tuple(bitext.translations), formats, trilingual)
    return {name: FORMATS[format_].write(bitext, targets) for name, format_, targets in plan}


def names(article: str, targets: Sequence[str], formats: Sequence[str], *, trilingual: bool = False) -> list[str]:
    """The names of the files that :func:`export` makes for an article called ``article``, in its order.

    Raises:
        OptionError: As :func:`export`.
    """
    return [name for name, _, _ in _plan(article, targets, formats, trilingual)]


def notices(bitext: Bitext) -> tuple[str, ...]:
    """What cannot be exported as it is, a line each: characters that XML 1.0 does not allow are left out."""
    from translate.exporters.characters import report

    texts = [(f"segment {segment.id}, source", segment.source) for segment in bitext.segments]
    for code, translations in bitext.translations.items():
        name = languages.target(code).name
        texts += [(f"segment {translation.segment}, {name}", translation.text) for translation in translations]
    return tuple(f"{where}: {line}" for where, text in texts if (line := report(text)))


def _plan(
    article: str, targets: Sequence[str], formats: Sequence[str], trilingual: bool
) -> list[tuple[str, str, tuple[str, ...]]]:
    """File name, format and targets of each file: by format, then language, the file with all languages last."""
    wanted = set(formats)
    if unknown := sorted(wanted - set(FORMATS)):
        raise OptionError(f"unknown format {', '.join(unknown)!r}", hint=f"choose from {', '.join(FORMATS)}")
    if trilingual and len(targets) < 2:
        raise OptionError("a trilingual file needs two target languages", hint="add one with -t")
    plan: list[tuple[str, str, tuple[str, ...]]] = []
    for name, format_ in FORMATS.items():
        if name in wanted:
            groups: list[tuple[str, ...]] = [(languages.target(code).code,) for code in targets]
            groups += [tuple(targets)] if trilingual and format_.multilingual else []
            plan += [(f"{article}.{'-'.join(group)}.{name}", name, group) for group in groups]
    return plan
