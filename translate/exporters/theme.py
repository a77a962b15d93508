"""The theme part (ECMA-376 Part 1, 20.1.6.9): the least that Word takes as a theme.

No style refers to it; it decides the colours and typefaces that Word's menus offer for what a reviewer adds.
"""

from collections.abc import Iterable

from translate.exporters import styles
from translate.exporters.markup import Element, element
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


def part() -> Element:
    """``a:theme``."""
    return _a("theme", [_a("themeElements", [_colours(), _fonts(), _formats()])], name="Yeonjae")


def _a(tag: str, children: Iterable[Element] = (), /, **attributes: str) -> Element:
    return element(f"{{{A}}}{tag}", attributes, children, prefix="a")


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
    fills, backgrounds = [_fill() for _ in range(3)], [_fill() for _ in range(3)]
    lines = [_a("ln", [_fill()], w="6350") for _ in range(3)]
    effects = [_a("effectStyle", [_a("effectLst")]) for _ in range(3)]
    return _a(
        "fmtScheme",
        [
            _a("fillStyleLst", fills),
            _a("lnStyleLst", lines),
            _a("effectStyleLst", effects),
            _a("bgFillStyleLst", backgrounds),
        ],
        name="Yeonjae",
    )


def _fill() -> Element:
    return _a("solidFill", [_a("schemeClr", val="phClr")])
