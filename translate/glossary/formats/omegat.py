"""Glossaries for OmegaT: tab-separated source, target and comment, one file a target language.

The format is OmegaT's own (manual, *Glossaries*; read by ``GlossaryReaderTSV``): no quoting, a line that begins
with ``#`` is a comment, everything from the fourth column on is ignored. One line a pair of terms: OmegaT merges
lines with the same source when it shows them. Forbidden forms have no column: they are in the comment. The
suffix ``.utf8`` makes OmegaT read UTF-8 on every system; the first line says so to versions that look there.
"""

from collections.abc import Iterator, Sequence

from translate.article import Concept

__all__ = ["write"]


def write(concepts: Sequence[Concept], language: str) -> bytes:
    """The concepts that have something to say in ``language``; UTF-8 without a byte order mark."""
    lines = [f"# ko → {language} -*- coding: utf-8 -*-"]
    for concept in concepts:
        lines += _lines(concept, language)
    return "".join(f"{line}\n" for line in lines).encode()


def _lines(concept: Concept, language: str) -> Iterator[str]:
    forbidden = concept.forbidden.get(language, ())
    notes = [f"do not use: {', '.join(forbidden)}"] if forbidden else []
    notes += [f"only {concept.domain}"] if concept.domain else []
    notes += [concept.note] if concept.note else []
    comment = " / ".join(notes)
    targets = concept.forms(language) or (("",) if forbidden else ())
    for source in concept.forms("ko"):
        guard = " " if source.startswith("#") else ""  # OmegaT trims it, but takes the line for no comment
        for target in targets:
            yield f"{guard}{source}\t{target}" + (f"\t{comment}" if comment else "")
