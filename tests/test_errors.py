"""Every error is one printable line and has a documented exit code."""

import pytest

from translate import errors

CODES = {
    errors.YeonjaeError: 1,
    errors.OptionError: 2,
    errors.InputError: 3,
    errors.GlossaryError: 4,
    errors.ModelError: 5,
    errors.OutputError: 6,
}


@pytest.mark.parametrize(("kind", "code"), CODES.items())
def test_exit_codes(kind: type[errors.YeonjaeError], code: int) -> None:
    assert kind("x").exit_code == code


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (errors.InputError("is empty"), "is empty"),
        (errors.InputError("is empty", where="a.txt"), "a.txt: is empty"),
        (errors.InputError("is empty", where="a.txt:3", hint="fill it"), "a.txt:3: is empty; fill it"),
        (errors.InputError("is empty", where="a\nb\x1b[31m.txt"), "a\\nb\\x1b[31m.txt: is empty"),
        (errors.InputError("낱말 ‘은련(銀聯)’"), "낱말 ‘은련(銀聯)’"),
        (errors.InputError("lone \ud800"), "lone \\ud800"),
    ],
)
def test_one_line(error: errors.YeonjaeError, line: str) -> None:
    assert str(error) == line
