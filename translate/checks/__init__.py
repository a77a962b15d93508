"""Checks: what a reviewer should look at. One function each, in a registry; they read texts and raise nothing."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from translate.article import Block, Finding, Segment, TermHit, Translation
from translate.checks.addresses import addresses
from translate.checks.brackets import brackets
from translate.checks.currencies import currencies
from translate.checks.emptiness import emptiness
from translate.checks.faults import faults
from translate.checks.length import length
from translate.checks.months import months
from translate.checks.names import names
from translate.checks.numbers import numbers
from translate.checks.pair import Check, Issue, Pair
from translate.checks.punctuation import punctuation
from translate.checks.quotations import quotations
from translate.checks.residue import residue
from translate.checks.terms import terms

__all__ = ["CHECKS", "OF_SIGNS", "Check", "Issue", "Pair", "run"]

CHECKS: Mapping[str, Check] = MappingProxyType(
    {
        "emptiness": emptiness,
        "terms": terms,
        "numbers": numbers,
        "currencies": currencies,
        "months": months,
        "addresses": addresses,
        "residue": residue,
        "faults": faults,
        "length": length,
        "brackets": brackets,
        "quotations": quotations,
        "punctuation": punctuation,
        "names": names,
    }
)
"""Name → check, in the order of the findings of a segment."""


OF_SIGNS = ("numbers", "currencies", "brackets", "quotations", "punctuation", "residue")
"""Checks that look at single signs: what stands inside a term is as the glossary wants it."""


def run(
    segments: Sequence[Segment],
    translations: Sequence[Translation],
    hits: Mapping[str, tuple[TermHit, ...]],
    blocks: Sequence[Block] = (),
) -> list[Finding]:
    """The findings of all checks, ordered by segment, then by check, then by place.

    Args:
        segments: Of one article.
        translations: Into one language, one a segment, in the same order.
        hits: Segment id → occurrences of concepts.
        blocks: Of the article, that ``Segment.block`` refers to; without them no check knows what kind a block is.
    """
    found: list[Finding] = []
    for segment, translation in zip(segments, translations, strict=True):
        block = blocks[segment.block] if blocks else None
        pair = Pair(segment, translation, hits.get(segment.id, ()), block)
        for name, check in CHECKS.items():
            issues = sorted(check(pair), key=lambda issue: (issue.start, issue.end))
            if name in OF_SIGNS:
                issues = [issue for issue in issues if not _inside_term(issue, translation)]
            found += [issue.named(name, pair) for issue in issues]
    return found


def _inside_term(issue: Issue, translation: Translation) -> bool:
    spans = [(use.start, use.end) for use in translation.terms if use.enforced]
    return issue.start < issue.end and any(start <= issue.start and issue.end <= end for start, end in spans)
