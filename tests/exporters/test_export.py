"""What is exported, under which names, and that it is always the same."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from translate import exporters
from translate.errors import OptionError

DOCX, TMX = ["docx"], ["tmx"]
BOTH = ["150525_top_kor.en.docx", "150525_top_kor.zh.docx", "150525_top_kor.en.tmx", "150525_top_kor.zh.tmx"]


@pytest.mark.parametrize(
    ("formats", "trilingual", "expected"),
    [
        (DOCX, False, BOTH[:2]),
        (TMX, False, BOTH[2:]),
        (["tmx", "docx", "tmx"], False, BOTH),
        (DOCX, True, [*BOTH[:2], "150525_top_kor.en-zh.docx"]),
        (["docx", "tmx"], True, [*BOTH[:2], "150525_top_kor.en-zh.docx", *BOTH[2:]]),
        ([], False, []),
    ],
)
def test_names(bitext, formats, trilingual, expected):
    assert list(exporters.export(bitext, formats, trilingual=trilingual)) == expected
    assert exporters.names("150525_top_kor", ["en", "zh"], formats, trilingual=trilingual) == expected


def test_targets_keep_the_order_of_the_bitext(bitext):
    swapped = replace(bitext, translations=dict(reversed(bitext.translations.items())))
    names = list(exporters.export(swapped, DOCX, trilingual=True))
    assert names == ["150525_top_kor.zh.docx", "150525_top_kor.en.docx", "150525_top_kor.zh-en.docx"]


def test_unknown_format_names_the_known_ones(bitext):
    with pytest.raises(OptionError) as caught:
        exporters.export(bitext, ["docx", "pdf", "odt"])
    assert str(caught.value) == "unknown format 'odt, pdf'; choose from docx, tmx"


def test_trilingual_needs_two_targets(bitext):
    single = replace(bitext, translations={"en": bitext.translations["en"]})
    with pytest.raises(OptionError, match="needs two target languages"):
        exporters.export(single, DOCX, trilingual=True)


def test_unknown_language_is_refused(bitext):
    with pytest.raises(OptionError, match="unknown target language 'fr'"):
        exporters.names("a", ["fr"], DOCX)


def test_formats_are_described():
    assert {name: format_.name for name, format_ in exporters.FORMATS.items()} == {"docx": "docx", "tmx": "tmx"}
    assert all(format_.description for format_ in exporters.FORMATS.values())


def test_same_bitext_same_bytes(bitext):
    first = exporters.export(bitext, ["docx", "tmx"], trilingual=True)
    assert exporters.export(bitext, ["docx", "tmx"], trilingual=True) == first


def test_bytes_depend_on_no_hash_order_and_no_clock():
    """Another process, with another hash seed and another time zone, makes the same bytes."""
    program = (
        "import hashlib, importlib.util\n"
        f"spec = importlib.util.spec_from_file_location('fixtures', {str(Path(__file__).with_name('conftest.py'))!r})\n"
        "module = importlib.util.module_from_spec(spec); spec.loader.exec_module(module)\n"
        "from translate import exporters\n"
        "made = exporters.export(module.build(module.BLOCKS), ['docx', 'tmx'], trilingual=True)\n"
        "print({name: hashlib.sha256(data).hexdigest() for name, data in made.items()})"
    )
    outputs = [
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "Asia/Seoul"), ("2", "America/Los_Angeles"))
    ]
    assert outputs[0] == outputs[1]
    assert outputs[0].count("150525_top_kor") == 5


def test_import_is_cheap():
    program = "import sys, translate.exporters; print(sorted({'lxml', 'docx', 'zipfile'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_characters_that_xml_cannot_hold_are_reported(one, controls):
    bitext = one("줄\x0b바꿈\x00\x00", "line\ufffe break\ud800")
    expected = (
        "segment 1, source: 3 characters that XML cannot hold left out (U+0000, U+000B)",
        "segment 1, English: 2 characters that XML cannot hold left out (U+D800, U+FFFE)",
    )
    assert exporters.notices(bitext) == expected
    made = exporters.export(bitext, ["docx", "tmx"])
    found = controls(made["150525_top_kor.en.docx"])
    assert (found["yj:1:source"], found["yj:1:en"]) == ("줄바꿈", "line break")
    assert "target: 2 characters that XML cannot hold left out" in made["150525_top_kor.en.tmx"].decode()


def test_clean_bitext_has_no_notices(bitext):
    assert exporters.notices(bitext) == ()
