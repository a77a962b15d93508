"""What ``check`` finds worth a look, figures, and OmegaT's files."""

from pathlib import Path

import pytest

from translate.article import Concept, Status
from translate.glossary import inspection
from translate.glossary.figures import figures
from translate.glossary.formats import omegat
from translate.glossary.joining import join
from translate.glossary.termbase import gather

HEADER = "ko,en,zh,status,note,domain\n"


def remarks(folder: Path, rows: str) -> list[str]:
    path = folder / "g.csv"
    path.write_text(HEADER + rows, encoding="utf-8")
    found, mistakes, _ = gather([path])
    assert mistakes == []
    listed = inspection.inspect(found, join(found).concepts).remarks
    return [str(remark).replace(f"{path}:", "") for remark in listed]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("마윈,Jack Ma,马云,,,\n", []),
        (
            "Jack Ma,마윈,,,,\n",
            [
                "2:9: warning: Hangul in the English form '마윈', and none in 'Jack Ma': are the columns swapped? "
                "(concept 'Jack Ma')"
            ],
        ),
        (
            "마윈,Jack 마,,,,\n",
            ["2:4: warning: Hangul in the English form 'Jack 마': are the columns swapped? (concept '마윈')"],
        ),
        (
            "마윈,马云,,,,\n",
            ["2:4: warning: Chinese characters in the English form '马云': are the columns swapped? (concept '마윈')"],
        ),
        (
            "马云,Jack Ma,,,,\n",
            ["2:1: warning: no Hangul in the Korean form '马云': are the columns swapped? (concept '马云')"],
        ),
        (
            "야후,Y\u0430hoo,,,,\n",
            ["2:4: warning: Cyrillic and Latin letters in one word, 'Y\u0430hoo' (concept '야후')"],
        ),
        ("야후,Yahoo!|JD.com|Inc.,,,,\n", []),
        ('가,"a,",,,,\n', ["2:3: warning: a punctuation mark at the edge of 'a,' (concept '가')"]),
        ("가,(a,,,,\n", ["2:3: warning: a bracket or quote without its partner in '(a' (concept '가')"]),
        ("가,a\u200bb,,,,\n", ["2:3: warning: an invisible character (U+200B) in 'a\\u200bb' (concept '가')"]),
        ('가,"He said ""a"""|😀|3_0|שלום,,,,\n'.replace('"|', "|").replace(",,,,", '",,,,'), []),
        ("IT,IT,,,,\n", ["2:4: warning: the en form 'IT' is the Korean one; do-not-translate says it better"]),
        ("AIIB,AIIB,亚投行,,,\n", ["2:6: note: the en form 'AIIB' is the Korean one"]),
        ("O2O,,,do-not-translate,,\n", []),
        ("가,a,,,,\n가,a,,,,\n", ["3:1: warning: the same as 2:1 (concept '가')"]),
        ("가,a,,,,\n가,a,,,other note,\n가,,甲,,,\n", ["3:1: warning: the same as 2:1 (concept '가')"]),
        ("가|나,a,,,,\n나,,乙,,,\n", ["3:1: warning: '나' and '가' at 2:1 share a form: they are one concept"]),
        ("가|나,a,,,,\n나,b,,forbidden,,\n", []),
        (
            "가,a,,,,\n나,b,,,,\n가,b,,forbidden,,\n",
            ["2:1: note: '가' forbids 'b' in en, a term of '나' at 3:1; where both are, it may stand"],
        ),
        (
            "가,a,,,,\n나,b,,,,\n가,b,,forbidden,,\n나,a,,forbidden,,\n",
            ["2:1: warning: '가' and '나' at 3:1 forbid each other's en terms; where both are, both may stand"],
        ),
        (
            "한국은행,Bank of Korea,韩国银行,,,\n은행,bank,银行,,,\n한국,Korea,韩国,,,\n",
            [
                "2:1: note: '한국은행' contains '한국' at 4:1, in en and zh too: the longest wins",
                "2:1: note: '한국은행' contains '은행' at 3:1, in zh too: the longest wins",
            ],
        ),
        ("은행나무,ginkgo,银杏,,,\n은행,bank,银行,,,\n", []),
    ],
)
def test_remarks(tmp_path: Path, rows: str, expected: list[str]) -> None:
    assert remarks(tmp_path, rows) == expected


def test_figures(tmp_path: Path) -> None:
    path = tmp_path / "g.csv"
    path.write_text(
        HEADER
        + "가|각,a|aa,甲,,,law\n나,b,,,,\n나,c,,forbidden,,\n"
        + "다,,丙,admitted,,law\n나,bb,,,,\nO2O,,,do-not-translate,,\n",
        encoding="utf-8",
    )
    counted = figures(gather([path])[0])
    assert counted.as_json() == {
        "rows": 6,
        "concepts": 4,
        "forms": {"ko": 5, "en": 4, "zh": 3},
        "forbidden": {"en": 1, "zh": 0},
        "status": {"admitted": 1, "do-not-translate": 1, "preferred": 2},
        "domain": {"": 2, "law": 2},
        "coverage": {"en": 3, "zh": 3},
        "longest": {"ko": "O2O", "en": "O2O", "zh": "O2O"},
        "conflicts": 1,
    }
    assert figures([]).longest == {"ko": "", "en": "", "zh": ""}


def test_omegat() -> None:
    concepts = [
        Concept({"ko": ("마윈", "잭 마"), "en": ("Jack Ma", "J. Ma")}, note="founder", domain="people"),
        Concept({"ko": ("#1",), "en": ("number one",), "zh": ("第一",)}, forbidden={"en": ("No. 1",)}),
        Concept({"ko": ("은련",)}, Status.FORBIDDEN, forbidden={"en": ("Silver Union", "Silver")}),
    ]
    assert omegat.write(concepts, "en").decode().splitlines() == [
        "# ko → en -*- coding: utf-8 -*-",
        "마윈\tJack Ma\tonly people / founder",
        "마윈\tJ. Ma\tonly people / founder",
        "잭 마\tJack Ma\tonly people / founder",
        "잭 마\tJ. Ma\tonly people / founder",
        " #1\tnumber one\tdo not use: No. 1",
        "은련\t\tdo not use: Silver Union, Silver",
    ]
    assert omegat.write(concepts, "zh").decode().splitlines()[1:] == [" #1\t第一"]


def test_notes_of_one_kind_are_counted_from_the_51st_on(tmp_path: Path) -> None:
    path = tmp_path / "g.csv"
    inside = "".join(f"은행{number}호점,bank {number},,,,\n" for number in range(1053))
    path.write_text(f"{HEADER}은행,bank,,,,\n가,가,甲,,,\n나,(b,,,,\n{inside}", encoding="utf-8")
    rows, _, _ = gather([path])
    found = inspection.inspect(rows, join(rows).concepts)
    assert (found.warnings, found.notes, len(found.remarks)) == (2, 1054, 2 + 1 + 50 + 1)
    assert [remark.level for remark in found.remarks[:3]] == ["warning", "warning", "note"]
    assert str(found.remarks[-1]) == "glossary: note: and 1,003 more of this kind (a term inside another)"
    assert "'은행0호점' contains '은행'" in found.remarks[3].message
