"""The lists as files: CSV for a spreadsheet, that is a glossary as soon as its ``en`` and ``zh`` are filled in; JSON.

RFC 4180. Files begin with a byte order mark, without which Excel takes UTF-8 for a local encoding. A cell that a
spreadsheet would take for a formula (``=``, ``+``, ``-``, ``@`` at its beginning) gets an apostrophe before it.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from translate.extraction.extract import Candidate
from translate.extraction.series import Now, Variant, examples
from translate.languages import KOREAN, TARGETS

__all__ = ["candidates_csv", "candidates_json", "variants_csv", "variants_json"]

MOST_EXAMPLES = 3
FORMULA = ("=", "+", "-", "@", "\t", "\r")
FACTS = ("kind", "why", "count", "articles", "score", "spellings", "similar", "examples")
VARIANTS = ("name", "language", "form", "count", "how", "segments")

Nows = Mapping[str, Mapping[str, Now]]
"""Language code → form of a candidate → how the engine translates it."""


def candidates_csv(found: Sequence[Candidate], nows: Nows) -> str:
    """The candidates, ready to be completed: the glossary's columns, then what is known of each."""
    now = [column for code in nows for column in (f"{code}_now", f"{code}_how")]
    header = (KOREAN.code, *TARGETS, "status", "note", *FACTS, *now)
    return _csv(header, (_row(one, nows) for one in found))


def variants_csv(variants: Sequence[Variant]) -> str:
    """One form of one name a row."""
    rows = ((one.name, one.language, one.form, str(len(one.labels)), one.how, " ".join(one.labels)) for one in variants)
    return _csv(VARIANTS, rows)


def candidates_json(found: Sequence[Candidate], nows: Nows) -> list[dict[str, object]]:
    """The candidates as objects."""
    return [
        {
            "ko": one.form,
            "kind": str(one.kind),
            "why": list(one.why),
            "count": one.count,
            "articles": list(one.installments),
            "score": round(one.score, 2),
            "spellings": one.spellings,
            "similar": list(one.similar),
            "examples": [
                {"segment": item.place, "start": item.start, "end": item.end, "source": item.segment.source}
                for item in examples(one, MOST_EXAMPLES)
            ],
            "now": {code: {"form": by[one.form].form, "how": by[one.form].how} for code, by in nows.items()},
        }
        for one in found
    ]


def variants_json(variants: Sequence[Variant]) -> list[dict[str, object]]:
    """The forms as objects."""
    return [
        {
            "name": one.name,
            "language": one.language,
            "form": one.form,
            "count": len(one.labels),
            "how": one.how,
            "segments": list(one.labels),
        }
        for one in variants
    ]


def _row(one: Candidate, nows: Nows) -> list[str]:
    shown = [f"{item.place} {' '.join(item.segment.source.split())}" for item in examples(one, MOST_EXAMPLES)]
    spellings = " | ".join(f"{text} ({count})" for text, count in one.spellings.items())
    facts = [
        str(one.kind),
        "; ".join(one.why),
        str(one.count),
        str(len(one.installments)),
        f"{one.score:.1f}",
        spellings if len(one.spellings) > 1 else "",
        " | ".join(one.similar),
        "\n".join(shown),
    ]
    now = [cell for by in nows.values() for cell in (by[one.form].form, by[one.form].how)]
    return [one.form, *("" for _ in TARGETS), "preferred", "", *facts, *now]


def _csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return buffer.getvalue()


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell
