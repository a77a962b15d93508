"""Domains: which rows count, what a domain decides, and what is said where none is chosen."""

from pathlib import Path

import pytest

from translate.errors import GlossaryError
from translate.glossary import Termbase, load
from translate.glossary.joining import join
from translate.glossary.termbase import gather

HEADER = "ko,en,zh,status,note,domain\n"
BANKS = "은행|뱅크,bank,,,,\n은행,banking house,,,,Finance\n은행,ginkgo,,,,botany\n나무,tree,,,,\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def loaded(rows: str, domain: str = "") -> Termbase:
    Path("g.csv").write_text(HEADER + rows, encoding="utf-8")
    return load([Path("g.csv")], domain)


def english(base: Termbase) -> dict[str, tuple[str, ...]]:
    return {concept.name: concept.forms("en") for concept in base.concepts}


@pytest.mark.parametrize("domain", ["Finance", "finance", " FINANCE "])
def test_a_domain_goes_before_concepts_without_one(domain: str) -> None:
    base = loaded(BANKS, domain)
    assert english(base) == {"뱅크": ("bank",), "은행": ("banking house",), "나무": ("tree",)}
    assert [concept.domain for concept in base.concepts] == ["", "Finance", ""]
    assert base.domains == ("botany", "Finance")


def test_concepts_of_other_domains_are_left_out() -> None:
    assert english(loaded(BANKS, "botany")) == {"뱅크": ("bank",), "은행": ("ginkgo",), "나무": ("tree",)}
    assert english(loaded(BANKS, "none")) == {"은행": ("bank",), "나무": ("tree",)}


def test_without_a_domain_contradictions_are_refused() -> None:
    with pytest.raises(GlossaryError) as caught:
        loaded(BANKS)
    assert str(caught.value) == (
        "g.csv:3:4: '은행' in domain 'Finance' is 'banking house' in en, but 'bank' in no domain at g.csv:2:7; "
        "choose with --domain none or Finance; and 1 more mistake: `translate glossary check g.csv` lists them all"
    )


def test_without_a_domain_concepts_that_agree_are_one() -> None:
    base = loaded(
        "은행,bank,,,,finance\n은행,bank,银行,,,law\n은행,shore,,forbidden,,\n나무,tree,,,,botany\n나무,,树,,,\n"
    )
    bank, tree = base.concepts
    assert (bank.terms, bank.domain) == ({"ko": ("은행",), "en": ("bank",), "zh": ("银行",)}, "finance / law")
    assert (bank.forbidden, tree.domain) == ({"en": ("shore",)}, "")


def test_within_a_domain_contradictions_are_refused() -> None:
    with pytest.raises(GlossaryError, match="keep one, or list the other"):
        loaded("은행,bank,,,,finance\n은행,shore,,,,finance\n", "finance")


def test_unknown_domains_list_the_known_ones() -> None:
    with pytest.raises(GlossaryError, match="no concept is of the domain 'law'; choose from botany, Finance, none"):
        loaded(BANKS, "law")
    with pytest.raises(GlossaryError, match="no row has one: leave out --domain"):
        loaded("나무,tree,,,,\n", "law")
    assert english(loaded("나무,tree,,,,\n", "none")) == {"나무": ("tree",)}


def test_what_stays_of_a_do_not_translate_row_keeps_its_target() -> None:
    base = loaded("O2O|오투오,,,do-not-translate,,\nO2O,online,,,,trade\n", "trade")
    assert english(base) == {"오투오": ("O2O",), "O2O": ("online",)}


def test_the_hash_is_over_what_counts() -> None:
    hashes = {loaded(BANKS, domain).sha256 for domain in ("finance", "botany", "none")}
    assert len(hashes) == 3


def test_rows_left_out_are_counted() -> None:
    assert loaded(BANKS, "finance").notices == ("domain 'finance': 1 row of another domain is left out",)
    assert loaded(BANKS, " NONE").notices == ("domain 'NONE': 2 rows of other domains are left out",)
    assert loaded("은행,bank,,,,finance\n", "finance").notices == ()
    assert loaded("은행,bank,,,,finance\n").notices == ()


def test_several_domains_are_refused() -> None:
    with pytest.raises(GlossaryError, match="domain 'finance,botany'; one domain decides, not several: choose from"):
        loaded(BANKS, "finance,botany")


def test_domains_apart_do_not_contradict_each_other() -> None:
    Path("g.csv").write_text(
        HEADER + BANKS + "은행,shrub,,,,Botany\n나무|수목,,树,,,law\n수목,arbor,,,,law\n", encoding="utf-8"
    )
    joined = join(gather([Path("g.csv")])[0], apart=True)
    assert [(one.name, one.domain, dict(one.terms)) for one in joined.concepts] == [
        ("은행", "", {"ko": ("은행", "뱅크"), "en": ("bank",)}),
        ("은행", "Finance", {"ko": ("은행",), "en": ("banking house",)}),
        ("은행", "botany", {"ko": ("은행",), "en": ("ginkgo",)}),
        ("나무", "", {"ko": ("나무",), "en": ("tree",)}),
        ("나무", "law", {"ko": ("나무", "수목"), "en": ("arbor",), "zh": ("树",)}),
    ]
    assert [one.where for one in joined.mistakes] == ["g.csv:6:4"]
    assert joined.undecided == ()
