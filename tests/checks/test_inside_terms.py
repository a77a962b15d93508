"""What the checks of single signs say about terms: nothing."""

import pytest

from translate import checks
from translate.article import Concept, Segment, TermHit, TermUse, Translation


@pytest.mark.parametrize(
    ("form", "language", "around", "inside"),
    [
        ("金·哈'尼尔", "zh", "{}来了。", set()),
        ("druhulnex, Inc.", "en", "The {} came in 2019.", {"numbers"}),
        ("Bank_2024", "en", "The {} came in 2019.", {"numbers"}),
    ],
)
def test_what_stands_inside_a_term_is_as_the_glossary_wants_it(
    form: str, language: str, around: str, inside: set[str]
) -> None:
    source = "은행이 왔다."
    hit = TermHit(0, 2, Concept({"ko": ("은행",), language: (form,)}))
    target = around.format(form)
    use = TermUse(hit, target.index(form), target.index(form) + len(form), form)
    translation = Translation("1", language, target, terms=(use,))
    found = checks.run([Segment("1", 0, 0, len(source), source)], [translation], {"1": (hit,)})
    assert {one.check for one in found if one.check in checks.OF_SIGNS} == inside
    assert all("2024" not in one.message for one in found)
