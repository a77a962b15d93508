"""Accepted forms: what counts as the term in the target text, and what does not."""

import pytest

from translate.article import Concept, Status, TermHit
from translate.glossary.forms import banned, occurrences, uses


@pytest.mark.parametrize(
    ("form", "text", "found"),
    [
        ("Alibaba", "Alibaba grew.", ["Alibaba"]),
        ("Alibaba", "Alibaba's growth, Alibaba’s", ["Alibaba", "Alibaba"]),
        ("Alibaba", "alibaba, ALIBABA, Alibabar, MyAlibaba", []),
        ("Alibaba", "the “Alibaba”; Alibaba.com, Alibaba-style", ["Alibaba", "Alibaba", "Alibaba"]),
        ("Ma", "Mali, Ma'am, Ma’am", []),
        ("Ma", "Ma said, Mr. Ma's and Ma’s", ["Ma", "Ma", "Ma"]),
        ("Ma", "The Mas", []),
        ("Jack Ma", "Jack  Ma and Jack\nMa", ["Jack  Ma", "Jack\nMa"]),
        ("Jack Ma", "Jack-Ma", []),
        ("Lee Jae-yong", "Lee Jae-yong, Lee Jae‑yong, Lee Jae yong, Lee Jaeyong", ["Lee Jae-yong", "Lee Jae‑yong"]),
        ("Chinese tourists", "Chinese Tourists; chinese tourists", ["Chinese Tourists"]),
        ("startup", "Startups and a startup's STARTUP", ["Startups", "startup", "STARTUP"]),
        ("startup", "startuped, restartup", []),
        ("company", "companies, company, companys", ["companies", "company"]),
        ("business", "businesses", ["businesses"]),
        ("big data", "Big Data, big-data, bigdata", ["Big Data", "big-data"]),
        ("e-commerce", "E-commerce, e commerce, e‑commerce, ecommerce", ["E-commerce", "e commerce", "e‑commerce"]),
        ("online to offline", "Online-to-Offline", ["Online-to-Offline"]),
        (
            "small and medium-sized enterprise",
            "small- and medium-sized enterprises",
            ["small- and medium-sized enterprises"],
        ),
        ("SME", "SMEs and SME", ["SMEs", "SME"]),
        ("Korea Pavilion", "Korea Pavilions", ["Korea Pavilions"]),
        ("IT", "it, ITEM, IT; IT-led", ["IT", "IT"]),
        ("O2O", "O2O, XO2O, O2O2", ["O2O"]),
        ("Yu'e Bao", "Yu’e Bao and Yu'e Bao", ["Yu’e Bao", "Yu'e Bao"]),
        ("JD.com", "JD.com, JDxcom, JD.community", ["JD.com"]),
        ("C++ (new)", "C++ (new)!", ["C++ (new)"]),
        ("foo_bar", "foo_bar foo_bars", ["foo_bar", "foo_bars"]),
        ("", "", []),
    ],
)
def test_english(form: str, text: str, found: list[str]) -> None:
    spans = sorted(occurrences(text, [form] if form else [], "en"))
    assert [text[start:end] for start, end in spans] == found


@pytest.mark.parametrize(
    ("form", "text", "found"),
    [
        ("马云", "马云说，马云的", ["马云", "马云"]),
        ("马云", "馬雲，马 云", []),
        ("LG电子", "LG 电子和LG电子", ["LG 电子", "LG电子"]),
        ("O2O", "这种O2O模式，XO2O", ["O2O"]),
        ("IT", "IT业、it业、ITEM", ["IT"]),
        ("互联网+", "“互联网+”行动", ["互联网+"]),
        ("比尔·盖茨", "比尔·盖茨", ["比尔·盖茨"]),
        ("Korea Pay", "推出Korea Pay。", ["Korea Pay"]),
    ],
)
def test_chinese(form: str, text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in sorted(occurrences(text, [form], "zh"))] == found


def concept(ko: str, en: str, status: Status = Status.PREFERRED, forbidden: str = "") -> Concept:
    terms = {"ko": (ko,), "en": tuple(en.split("|"))} if en else {"ko": (ko,)}
    return Concept(terms, status, forbidden={"en": tuple(forbidden.split("|"))} if forbidden else {})


ALIBABA = concept("알리바바", "Alibaba")
GROUP = concept("알리바바그룹", "Alibaba Group|the Group")
TOURISTS = concept("요우커", "Chinese tourists|tourists")
VISITORS = concept("중국 관광객", "Chinese tourists")


@pytest.mark.parametrize(
    ("text", "concepts", "found"),
    [
        ("Alibaba and Alibaba.", [ALIBABA, ALIBABA], ["0:Alibaba", "12:Alibaba"]),
        ("Alibaba said it.", [ALIBABA, ALIBABA], ["0:Alibaba", "0:Alibaba"]),  # said once, shared
        ("Alibaba, Alibaba.", [ALIBABA, ALIBABA, ALIBABA], ["0:Alibaba", "9:Alibaba", "9:Alibaba"]),
        ("Ali said it.", [ALIBABA], [""]),
        ("Alibaba Group", [ALIBABA], ["0:Alibaba"]),
        ("Alibaba Group", [GROUP, ALIBABA], ["0:Alibaba Group", ""]),  # one name is not two
        ("Alibaba of Alibaba Group", [GROUP, ALIBABA], ["11:Alibaba Group", "0:Alibaba"]),
        ("Chinese tourists", [TOURISTS], ["0:Chinese tourists"]),  # the longer form, not the one inside
        ("Chinese tourists met Chinese tourists", [TOURISTS, VISITORS], ["0:Chinese tourists", "21:Chinese tourists"]),
        ("Chinese tourists", [TOURISTS, VISITORS], ["0:Chinese tourists", ""]),  # two concepts, two occurrences
        ("The Group", [GROUP], ["0:The Group"]),
        ("", [ALIBABA], [""]),
    ],
)
def test_each_hit_gets_its_occurrence(text: str, concepts: list[Concept], found: list[str]) -> None:
    hits = [TermHit(n, n + 1, one) for n, one in enumerate(concepts)]
    made = uses(text, hits, "en")
    assert [use.hit for use in made] == hits
    assert [f"{use.start}:{use.form}" if use.enforced else use.form for use in made] == found
    assert all(text[use.start : use.end] == use.form for use in made if use.enforced)


def test_hits_without_a_term_in_the_language_have_no_use() -> None:
    hits = [TermHit(0, 1, concept("가", "", forbidden="x")), TermHit(1, 2, concept("나", "y", Status.FORBIDDEN))]
    assert uses("x y", hits, "en") == ()
    assert uses("x y", [TermHit(0, 1, ALIBABA)], "zh") == ()


@pytest.mark.parametrize(
    ("text", "one", "found"),
    [
        ("Ma Yun and Ma Yun's", concept("마윈", "Jack Ma", forbidden="Ma Yun|Yun"), ("Ma Yun",)),
        ("Jack Ma", concept("마윈", "Jack Ma", forbidden="Ma"), ()),  # inside the accepted form
        ("Jack Ma or Ma", concept("마윈", "Jack Ma", forbidden="Ma"), ("Ma",)),
        ("the youke", concept("요우커", "youke", Status.FORBIDDEN), ("youke",)),
        ("Youkes", concept("요우커", "youke", Status.FORBIDDEN), ("Youkes",)),
    ],
)
def test_forbidden_forms(text: str, one: Concept, found: tuple[str, ...]) -> None:
    assert banned(text, [TermHit(0, 2, one)], "en") == found
