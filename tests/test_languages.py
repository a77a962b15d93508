"""Target languages are found by code, tag and name."""

import pytest

from translate import languages
from translate.errors import OptionError


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("en", "en"),
        ("EN", "en"),
        ("en-US", "en"),
        ("English", "en"),
        ("zh", "zh"),
        ("zh_CN", "zh"),
        ("zh-Hans", "zh"),
        (" chinese ", "zh"),
    ],
)
def test_found(name: str, code: str) -> None:
    assert languages.target(name).code == code


@pytest.mark.parametrize("name", ["", "ja", "ko", "zh-TW", "en-GB", "e n"])
def test_unknown(name: str) -> None:
    with pytest.raises(OptionError, match=r"unknown target language .* choose from en \(English\), zh"):
        languages.target(name)
