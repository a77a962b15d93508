"""Is a file an export of ours, and still as it was written?"""

import io
import zipfile

import pytest
from docx import Document

from translate import exporters, seals

BOTH = ["docx", "tmx"]
NAME = "150525_top_kor"
EDITED = "was edited since Yeonjae wrote it"
FOREIGN = "was not written by Yeonjae"
ITEM, TEXT, APP = "customXml/item1.xml", "word/document.xml", "docProps/app.xml"
MACHINE = b'<w:sdtContent><w:r><w:t xml:space="preserve">machine</w:t>'


@pytest.fixture
def made(bitext):
    return exporters.export(bitext, BOTH, trilingual=True)


def rewritten(data, edit=lambda name, part: part, rename=lambda name: name):
    """The container with every part through ``edit``; parts for which it gives None are left out."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(result, "w") as target:
        for name in source.namelist():
            if (part := edit(name, source.read(name))) is not None:
                target.writestr(rename(name), part)
    return result.getvalue()


def replacing(wanted, old, new):
    def edit(name, part):
        if name != wanted:
            return part
        assert old in part
        return part.replace(old, new, 1)

    return edit


def test_what_was_written_is_unchanged(made):
    assert {name: seals.changed(name, data) for name, data in made.items()} == dict.fromkeys(made, "")


def test_packing_anew_changes_nothing(made):
    data = made[f"{NAME}.en.docx"]
    packed = rewritten(data)
    assert packed != data
    assert seals.changed("a.docx", packed) == ""


@pytest.mark.parametrize(
    ("part", "old", "new", "said"),
    [
        (TEXT, b"Yes.", b"No.", f"{EDITED} (1 translation)"),
        (TEXT, "是的。".encode(), "不是。".encode(), f"{EDITED} (1 translation)"),
        (TEXT, MACHINE, MACHINE.replace(b"machine", b"approved"), f"{EDITED} (1 status)"),
        (TEXT, b'w:w="16838"', b'w:w="16839"', "was saved anew since Yeonjae wrote it"),
        (ITEM, b'project="yeonjae"', b'project="another"', "was saved anew since Yeonjae wrote it"),
        (APP, b"Yeonjae", b"Another", "was saved anew since Yeonjae wrote it"),
        (ITEM, b' seal="', b' sealed="', "has no seal that tells whether it was edited (an earlier Yeonjae wrote it)"),
    ],
)
def test_edited_docx(made, part, old, new, said):
    data = made[f"{NAME}.en-zh.docx"]
    assert seals.changed("a.docx", rewritten(data, replacing(part, old, new))) == said


def test_edits_are_counted(made):
    """Segments 14 and 15 say Yes; there are 19."""

    def edit(name, part):
        return part.replace(b">machine<", b">approved<").replace(b"Yes.", b"Well.") if name == TEXT else part

    said = seals.changed("a.docx", rewritten(made[f"{NAME}.en.docx"], edit))
    assert said == f"{EDITED} (2 translations, 19 statuses)"


def test_saved_by_another_program_without_an_edit(made):
    out = io.BytesIO()
    document = Document(io.BytesIO(made[f"{NAME}.en.docx"]))
    document.core_properties.author = "A Reviewer"
    document.save(out)
    assert seals.changed("a.docx", out.getvalue()) == "was saved anew since Yeonjae wrote it"


def test_word_may_number_the_custom_part_anew(made):
    data = rewritten(made[f"{NAME}.en.docx"], rename=lambda name: name.replace("item1.xml", "item2.xml"))
    assert seals.changed("a.docx", data) == "was saved anew since Yeonjae wrote it"
    assert seals.is_export(data)


def test_without_the_custom_part_the_tags_tell(made):
    data = rewritten(made[f"{NAME}.en.docx"], lambda name, part: None if name == ITEM else part)
    assert seals.changed("a.docx", data) == EDITED
    assert seals.is_export(data)


def foreign_docx():
    out = io.BytesIO()
    Document().save(out)
    return out.getvalue()


@pytest.mark.parametrize("data", [b"", b"mine", foreign_docx(), foreign_docx()[:-30]])
def test_foreign_docx(data):
    assert seals.changed("a.docx", data) == FOREIGN


def test_a_document_that_only_names_us_is_foreign():
    def edit(name, part):
        return f"<other xmlns='{seals.NAMESPACE}'/>".encode() if name == "customXml/item1.xml" else part

    assert seals.changed("a.docx", rewritten(foreign_docx(), edit)) == FOREIGN
    broken = rewritten(foreign_docx(), lambda name, part: seals.NAMESPACE.encode() if name == ITEM else part)
    assert not seals.is_export(broken)


def test_a_damaged_part_is_foreign(made):
    data = bytearray(made[f"{NAME}.en.docx"])
    with zipfile.ZipFile(io.BytesIO(data)) as container:
        offset = container.getinfo(ITEM).header_offset
    data[offset + 60] ^= 0xFF
    assert seals.changed("a.docx", bytes(data)) == FOREIGN


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (b"Yes.", b"No.", EDITED),
        (b'creationid="Yeonjae-machine"', b'creationid="me"', EDITED),
        (b"</tmx>\n", b"</tmx>", EDITED),
        (b"</tmx>\n", b"</tmx>\n\n", EDITED),
        (b'creationtool="Yeonjae"', b'creationtool="Other"', FOREIGN),
        (b'"x-seal"', b'"x-sealed"', "has no seal that tells whether it was edited"),
        (b"\n", b"\r\n", ""),
    ],
)
def test_edited_tmx(made, old, new, said):
    data = made[f"{NAME}.en.tmx"]
    assert old in data
    found = seals.changed("A.TMX", data.replace(old, new))
    assert found.startswith(said)
    assert bool(found) == bool(said)


def test_only_the_first_seal_of_a_tmx_is_one(one):
    """What looks like a seal in the text of an article is text."""
    text = f'<prop type="x-seal">{"1" * 64}</prop>'
    data = exporters.export(one(f"가 {text}", text), ["tmx"])[f"{NAME}.en.tmx"]
    assert seals.changed("a.tmx", data) == ""
    assert seals.changed("a.tmx", data.replace(b"1" * 64, b"2" * 64)) == EDITED


def test_refusals(tmp_path, made):
    paths = {name: tmp_path / name for name in ("new.docx", "same.docx", "edited.tmx", "folder.docx", "mine.docx")}
    paths["same.docx"].write_bytes(made[f"{NAME}.en.docx"])
    paths["edited.tmx"].write_bytes(made[f"{NAME}.en.tmx"] + b" ")
    paths["mine.docx"].write_bytes(b"mine")
    paths["folder.docx"].mkdir()
    hint = "keep it by writing elsewhere with -o, or replace it with --overwrite"
    assert [str(error) for error in seals.refusals(paths.values())] == [
        f"{paths['edited.tmx']}: {EDITED}; {hint}",
        f"{paths['folder.docx']}: cannot be read, so nobody knows whether it was edited (is a directory); {hint}",
        f"{paths['mine.docx']}: {FOREIGN}; {hint}",
    ]
