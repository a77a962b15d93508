"""Bad input: one clear line, exit code 3, fast."""

import errno
import io
import os
import zipfile
from pathlib import Path

import docx
import pytest

from translate.article import Article
from translate.errors import InputError
from translate.readers import SUFFIXES, read
from translate.readers.opening import MAX_BYTES
from translate.readers.structure import MAX_PARAGRAPH

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def refusal(path: Path) -> str:
    """The message with which a file is refused, after its name."""
    with pytest.raises(InputError) as caught:
        read(path)
    assert caught.value.exit_code == 3
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith(str(path))
    return str(caught.value).removeprefix(str(path))


def written(tmp_path: Path, data: bytes, name: str) -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


def document(**parts: bytes) -> bytes:
    """A small DOCX, with parts replaced (``document=``) by other bytes."""
    new = docx.Document()
    new.add_paragraph("말이다.")
    buffer, out = io.BytesIO(), io.BytesIO()
    new.save(buffer)
    with zipfile.ZipFile(buffer) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as changed:
        for entry in old.infolist():
            stem = Path(entry.filename).stem
            changed.writestr(
                entry, parts.get(stem, old.read(entry)) if "rels" not in entry.filename else old.read(entry)
            )
    return out.getvalue()


def zipped(**entries: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as container:
        for name, content in entries.items():
            container.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_missing_folder_and_empty(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    assert refusal(path).startswith(": does not exist")
    written(tmp_path, b"", path.name)
    assert refusal(path).startswith(": is empty")
    path.unlink()
    path.mkdir()
    assert refusal(path).startswith(": is a folder")


def test_links(tmp_path: Path) -> None:
    (tmp_path / "broken.txt").symlink_to("nowhere.txt")
    assert refusal(tmp_path / "broken.txt").startswith(": is a broken link; it points to nowhere.txt")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    assert "leads back to itself" in refusal(tmp_path / "loop.txt")
    (tmp_path / "good.txt").symlink_to(written(tmp_path, "말이다.".encode(), "other.txt"))
    assert read(tmp_path / "good.txt").name == "good"


def test_a_pipe_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert refusal(tmp_path / "pipe.txt").startswith(": is not a regular file but a device or pipe")


@pytest.mark.parametrize(
    ("number", "message"),
    [(errno.EACCES, "may not be read (permission denied)"), (errno.EIO, "cannot be read (input/output error)")],
)
def test_unreadable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, message: str) -> None:
    path = written(tmp_path, "말이다.".encode(), "a.txt")

    def refuse(*_: object) -> int:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "open", refuse)  # permissions do not stop the superuser, who may run the tests
    assert message in refusal(path)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("a.doc", ".doc files are not read; save it as .docx"),
        ("a.hwp", ".hwp files are not read; save it as .docx or .txt"),
        ("a.pdf", ".pdf files are not read"),
        ("a.xyz", "unknown suffix '.xyz'; supported are .txt, .text, .md, .markdown, .html, .htm, .xhtml, .docx"),
        ("a", "has no suffix"),
    ],
)
def test_unknown_suffix(tmp_path: Path, name: str, message: str) -> None:
    assert message in refusal(written(tmp_path, b"x", name))


def test_suffixes_ignore_case(tmp_path: Path) -> None:
    assert read(written(tmp_path, "말이다.".encode(), "A.TXT")).format == "txt"


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b" \n\t\r\n", "holds only white space"),
        ("\u3000\u00a0\u200b".encode(), "holds only white space"),
        (b"\0\1\2\3binary", "is binary, not text"),
        (bytes(range(1, 32)) * 10, "is binary, not text"),
        (b"PK\x03\x04rest", "is not text but a ZIP container"),
        (b"%PDF-1.7 text", "is not text but a PDF"),
        (b"{\\rtf1 text}", "is not text but an RTF document"),
        (OLE, "is not text but an old or encrypted office document"),
        (b"\x89PNG\r\n", "is not text but a PNG picture"),
    ],
)
def test_what_is_not_text(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    assert message in refusal(written(tmp_path, data, name))


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("150525_top.txt", "150525_top\n\nLeave a Reply\n", "holds only page furniture or code"),
        ("a.md", "```\nx = 1\n```\n", "holds only page furniture or code"),
        ("a.md", "[1]: http://a.example/\n", "holds no text"),
        ("a.html", "<script>x</script>", "holds no text"),
        ("a.html", "<!-- nothing -->", "has no HTML in it"),
    ],
)
def test_nothing_to_translate(tmp_path: Path, name: str, text: str, message: str) -> None:
    assert message in refusal(written(tmp_path, text.encode(), name))


def test_twenty_megabytes_in_one_line_are_refused(tmp_path: Path) -> None:
    path = written(tmp_path, b"a" * (20 * 2**20), "a.txt")
    assert refusal(path).startswith(": is too large: 20.0 MB; at most 10 MB are read; split it")


def test_the_cap_is_exact(tmp_path: Path) -> None:
    line = b"a" * 99_999 + b"\n"
    data = line * (MAX_BYTES // len(line))
    path = written(tmp_path, data + b"b" * (MAX_BYTES - len(data)), "a.txt")
    assert len(read(path).blocks) == MAX_BYTES // len(line) + 1
    written(tmp_path, path.read_bytes() + b"b", "a.txt")
    assert "is too large: 10.000 MB" in refusal(path)


@pytest.mark.parametrize(
    ("name", "before", "place"),
    [("a.txt", "말이다.\n", ":2"), ("a.md", "말이다.\n\n", ":3"), ("a.html", "<p>말이다.\n<p>", ":2")],
)
def test_one_long_paragraph(tmp_path: Path, name: str, before: str, place: str) -> None:
    def long(length: int) -> Path:
        return written(tmp_path, (before + "말" * length).encode(), name)

    assert len(read(long(MAX_PARAGRAPH)).blocks) == 2
    assert refusal(long(MAX_PARAGRAPH + 1)).startswith(f"{place}: a paragraph has 100,001 characters; at most 100,000")


@pytest.mark.parametrize(("name", "line"), [("a.txt", 2), ("a.md", 2), ("a.html", 2)])
def test_lone_surrogates(tmp_path: Path, name: str, line: int) -> None:
    path = written(tmp_path, "말이다.\n<p>".encode() + b"\xed\xa0\x80", name)
    assert refusal(path).startswith(f":{line}: is not valid UTF-8: a lone surrogate")


def test_control_characters_are_removed_with_a_notice(tmp_path: Path) -> None:
    got = read(written(tmp_path, "말\x01이\x1f다.\t끝이다.".encode(), "a.txt"))
    assert [block.text for block in got.blocks] == ["말이다.\t끝이다."]
    assert got.notices == ("2 control characters removed",)


def test_text_without_korean_is_noticed(tmp_path: Path) -> None:
    assert read(written(tmp_path, b"Only English here.", "a.txt")).notices == ("no Korean text in it",)


def test_names_are_text(tmp_path: Path) -> None:
    got: Article = read(written(tmp_path, "말이다.".encode(), "가 나.최종.txt"))
    assert (got.name, got.file) == ("가 나.최종", "가 나.최종.txt")
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\x01.txt"))
    odd.write_bytes("말이다.".encode())
    assert read(odd).file == "\ufffd\ufffd.txt"


ENTITIES = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&d;</w:t>
</w:r></w:p></w:body></w:document>"""
EXTERNAL = ENTITIES.replace(b'<!ENTITY a "ha">', b'<!ENTITY a SYSTEM "file:///etc/passwd">').replace(b"&d;", b"&a;")
SHEET = b'<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"just text", "is not a ZIP container"),
        (b"PK\x03\x04 but cut", "is not a ZIP container, or a damaged one"),
        (zipped(**{"a.txt": "x"}), "is a ZIP container but not a Word document"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "is protected with a password; save it without one"),
        (OLE + "WordDocument".encode("utf-16-le"), "is an old Word document (.doc)"),
        (OLE, "is an OLE compound file, not a DOCX"),
        (document(document=ENTITIES), "declares a DTD, which no DOCX may"),
        (document(document=EXTERNAL), "declares a DTD, which no DOCX may"),
        (document(document=SHEET), "is an office document but not of Word"),
        (document(document=b"<w:document"), "(word/document.xml):1:"),
        (document(document=b""), "is not well-formed XML"),
        (document(document=b" " * (30 * 2**20)), "a ZIP bomb?"),
        (document(styles=b"<no"), "(word/styles.xml):1:"),
    ],
)  # fmt: skip
def test_bad_docx(tmp_path: Path, data: bytes, message: str) -> None:
    assert message in refusal(written(tmp_path, data, "a.docx"))


@pytest.mark.parametrize("name", ["document", "styles"])
def test_a_damaged_part(tmp_path: Path, name: str) -> None:
    data = bytearray(document())
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as container:
        entry = container.getinfo(f"word/{name}.xml")
    start = entry.header_offset + 30 + len(entry.filename)
    data[start : start + 20] = b"\xff" * 20
    assert f"word/{name}.xml in it is damaged" in refusal(written(tmp_path, bytes(data), "a.docx"))


def test_a_part_that_unpacks_to_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("translate.readers.package.MAX_PART", 2**20)
    path = written(tmp_path, document(document=os.urandom(2 * 2**20)), "a.docx")
    assert "word/document.xml unpacks to 2 MB, more than 1 MB; if you trust it, open it and save it" in refusal(path)


def test_deep_nesting_in_docx(tmp_path: Path) -> None:
    deep = "<w:sdt><w:sdtContent>" * 2000 + "<w:p/>" + "</w:sdtContent></w:sdt>" * 2000
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = f"<w:document {space}><w:body>{deep}</w:body></w:document>".encode()
    assert "depth" in refusal(written(tmp_path, document(document=body), "a.docx")).lower()


def test_the_deepest_docx_that_the_parser_takes(tmp_path: Path) -> None:
    table = "<w:tbl><w:tr><w:tc>" * 83 + "<w:p><w:r><w:t>속이다.</w:t></w:r></w:p>" + "</w:tc></w:tr></w:tbl>" * 83
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = f"<w:document {space}><w:body>{table}</w:body></w:document>".encode()
    got = read(written(tmp_path, document(document=body), "a.docx"))
    assert [(block.text, str(block.place)) for block in got.blocks] == [("속이다.", "table 83, row 1, cell 1")]
