"""The theme part (ECMA-376 Part 1, 20.1.6.9): the least that Word takes as a theme.

No style refers to it; it decides the colours and typefaces that Word's menus offer for what a reviewer adds.
"""

from collections.abc import Iterable

from translate.exporters import styles
from translate.exporters.markup import Element, serialise
from translate.languages import CHINESE, ENGLISH, KOREAN

__all__ = ["part"]

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
COLOURS = {
    "dk1": "000000",
    "lt1": "FFFFFF",
    "dk2": styles.INK,
    "lt2": styles.PALE,
    "accent1": styles.SEVERITY["note"],
    "accent2": styles.SEVERITY["error"],
    "accent3": styles.SEVERITY["warning"],
    "accent4": "2A8C7A",
    "accent5": styles.RULE,
    "accent6": styles.INK,
    "hlink": styles.SEVERITY["note"],
    "folHlink": styles.RULE,
}


def part() -> bytes:
    """``a:theme``."""
    elements = _a("themeElements", [_colours(), _fonts(), _formats()])
    return serialise(_a("theme", [elements], name="Yeonjae"), {"xmlns:a": A})


def _a(tag: str, children: Iterable[Element] = (), /, **attributes: str) -> Element:
    return Element(f"a:{tag}", attributes, tuple(children))


def _colours() -> Element:
    colours = [_a(name, [_a("srgbClr", val=value)]) for name, value in COLOURS.items()]
    return _a("clrScheme", colours, name="Yeonjae")


def _fonts() -> Element:
    def family(tag: str) -> Element:
        scripts = [
            _a("font", script="Hang", typeface=KOREAN.east_asian_font),
            _a("font", script="Hans", typeface=CHINESE.east_asian_font),
        ]
        latin = _a("latin", typeface=ENGLISH.latin_font)
        return _a(tag, [latin, _a("ea", typeface=""), _a("cs", typeface=""), *scripts])

    return _a("fontScheme", [family("majorFont"), family("minorFont")], name="Yeonjae")


def _formats() -> Element:
    """Three of each, as the schema asks (20.1.4.1.14); none of them is used."""
    fill = _a("solidFill", [_a("schemeClr", val="phClr")])
    return _a(
        "fmtScheme",
        [
            _a("fillStyleLst", [fill] * 3),
            _a("lnStyleLst", [_a("ln", [fill], w="6350")] * 3),
            _a("effectStyleLst", [_a("effectStyle", [_a("effectLst")])] * 3),
            _a("bgFillStyleLst", [fill] * 3),
        ],
        name="Yeonjae",
    )
