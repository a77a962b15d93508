"""Finding what a glossary lacks: names and terms of a series, how they are translated now, and where differently.

::

    installments = [Installment("150525_top_kor", segmentation.segment(article.blocks))]
    found = extract(installments, termbase, limit=100)
    drafts = draft(found, termbase, pipeline.engines(options))
    now(found[0], drafts, "en")
"""

from translate.extraction.extract import Candidate, Installment, Occurrence, extract
from translate.extraction.series import Drafts, Now, Variant, draft, examples, now, variants

__all__ = [
    "Candidate",
    "Drafts",
    "Installment",
    "Now",
    "Occurrence",
    "Variant",
    "draft",
    "examples",
    "extract",
    "now",
    "variants",
]
