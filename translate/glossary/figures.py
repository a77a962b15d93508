"""How large a glossary is, and how much of it is filled in."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from translate.article import Concept
from translate.glossary.joining import join
from translate.glossary.rows import Row
from translate.languages import KOREAN, TARGETS

__all__ = ["Figures", "figures"]

CODES = (KOREAN.code, *TARGETS)


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts over one or more glossaries.

    Attributes:
        rows: Entries of the files.
        concepts: What they join to.
        forms: Language code → different terms, accepted ones only.
        forbidden: Language code → different terms that must not appear.
        status: Status → concepts.
        domain: Domain → concepts; those without one under the empty name.
        coverage: Target language code → concepts that have a term in it.
        longest: Language code → the longest term.
        conflicts: Contradictions; a glossary with one cannot be loaded (without a domain).
    """

    rows: int
    concepts: int
    forms: Mapping[str, int]
    forbidden: Mapping[str, int]
    status: Mapping[str, int]
    domain: Mapping[str, int]
    coverage: Mapping[str, int]
    longest: Mapping[str, str]
    conflicts: int

    def as_json(self) -> dict[str, object]:
        """The same as plain values."""
        return asdict(self)


def figures(rows: Sequence[Row]) -> Figures:
    """The figures of these rows."""
    joined = join(rows)
    listed = {code: _listed(joined.concepts, code) for code in CODES}
    banned = {code: {form for c in joined.concepts for form in c.forbidden.get(code, ())} for code in TARGETS}
    return Figures(
        rows=len(rows),
        concepts=len(joined.concepts),
        forms={code: len(forms) for code, forms in listed.items()},
        forbidden={code: len(forms) for code, forms in banned.items()},
        status=dict(sorted(Counter(c.status.value for c in joined.concepts).items())),
        domain=dict(sorted(Counter(c.domain for c in joined.concepts).items())),
        coverage={code: sum(bool(c.forms(code)) for c in joined.concepts) for code in TARGETS},
        longest={code: max(sorted(forms), key=len, default="") for code, forms in listed.items()},
        conflicts=len(joined.mistakes) + len(joined.undecided),
    )


def _listed(concepts: Sequence[Concept], code: str) -> set[str]:
    return {form for concept in concepts for form in concept.forms(code)}
