"""What a reviewer has edited, and what is not ours, is never replaced without a word."""

import io
import json
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document

Runner = Callable[..., Any]
ARTICLE = ["article", "a.txt", "-t", "en"]
DOCX, TMX = Path("exports/a.en.docx"), Path("exports/a.en.tmx")
HINT = "keep it by writing elsewhere with -o, or replace it with --overwrite"


@pytest.fixture
def exported(project: Path, run: Runner) -> Path:
    """A project with the exports of a short article, of one language."""
    (project / "a.txt").write_text("마윈 회장이 서울에 왔다.\n", encoding="utf-8")
    assert run(*ARTICLE).code == 0
    return project


def review(path: Path) -> bytes:
    """Sets the status of the first segment to approved; the bytes written."""
    result = io.BytesIO()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(result, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name == "word/document.xml":
                begin = part.index(b"yj:1:en:status")
                part = part[:begin] + part[begin:].replace(b">machine<", b">approved<", 1)
            target.writestr(name, part)
    path.write_bytes(result.getvalue())
    return result.getvalue()


def test_untouched_exports_are_replaced(exported: Path, run: Runner) -> None:
    before = DOCX.read_bytes(), TMX.read_bytes()
    assert run(*ARTICLE, "--no-glossary").code == 0
    after = DOCX.read_bytes(), TMX.read_bytes()
    assert [one != other for one, other in zip(before, after, strict=True)] == [True, True]


@pytest.mark.usefixtures("exported")
def test_a_reviewed_docx_is_kept(run: Runner) -> None:
    reviewed, tmx = review(DOCX), TMX.read_bytes()
    done = run(*ARTICLE, "--no-glossary")
    assert (done.code, done.out) == (6, "")
    assert done.err == f"translate: {DOCX}: was edited since Yeonjae wrote it (1 status); {HINT}\n"
    assert (DOCX.read_bytes(), TMX.read_bytes()) == (reviewed, tmx)
    assert run(*ARTICLE, "--no-glossary", "-o", "elsewhere").code == 0
    assert run(*ARTICLE, "--no-glossary", "--format", "tmx").code == 0
    assert DOCX.read_bytes() == reviewed
    assert run(*ARTICLE, "--overwrite").code == 0
    assert run(*ARTICLE).code == 0


def test_every_file_that_would_be_lost_is_named(exported: Path, run: Runner) -> None:
    review(DOCX)
    TMX.write_bytes(TMX.read_bytes().replace(b"<seg>", b"<seg>!", 1))
    (exported / "b.txt").write_text("그는 웃었다.\n", encoding="utf-8")
    (exported / "exports" / "b.en.docx").write_bytes(b"mine")
    done = run(*ARTICLE, "b.txt", "--json")
    assert done.code == 6
    assert done.err.splitlines() == [
        f"translate: {DOCX}: was edited since Yeonjae wrote it (1 status); {HINT}",
        f"translate: {TMX}: was edited since Yeonjae wrote it; {HINT}",
        f"translate: exports/b.en.docx: was not written by Yeonjae; {HINT}",
    ]
    assert not (exported / "exports" / "b.en.tmx").exists()  # nothing was translated
    report = json.loads(done.out)
    assert report["articles"] == []
    assert [(one["source"], one["exit_code"]) for one in report["errors"]] == [(None, 6)]


def test_a_file_edited_while_the_article_is_translated_is_kept(
    exported: Path, run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    from translate import pipeline

    real = pipeline.translate

    def meanwhile(*arguments: Any) -> Any:
        review(DOCX)
        return real(*arguments)

    monkeypatch.setattr(pipeline, "translate", meanwhile)
    done = run(*ARTICLE)
    assert done.code == 6
    assert "was edited since Yeonjae wrote it (1 status)" in done.err
    assert b">approved<" in zipfile.ZipFile(exported / DOCX).read("word/document.xml")


@pytest.mark.usefixtures("exported")
def test_a_read_only_export_is_kept_even_with_overwrite(run: Runner) -> None:
    TMX.chmod(0o444)
    done = run(*ARTICLE, "--overwrite")
    assert done.code == 6
    assert done.err == (f"translate: {TMX}: is read-only; make it writable, or choose another folder with -o\n")


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own")
def test_a_link_stays_a_link(exported: Path, run: Runner) -> None:
    real = exported / "shared.docx"
    DOCX.rename(real)
    DOCX.symlink_to(real)
    before = real.read_bytes()
    assert run(*ARTICLE, "--no-glossary").code == 0
    assert DOCX.is_symlink()
    assert real.read_bytes() != before
    review(real)
    assert run(*ARTICLE).code == 6


def test_names_are_those_of_the_exports(exported: Path, run: Runner) -> None:
    """A file name in another normal form leads to the same exports (macOS writes NFD)."""
    (exported / "\u1100\u1161.txt").write_text("그는 웃었다.\n", encoding="utf-8")
    assert run("article", "\u1100\u1161.txt", "-t", "en", "--format", "docx").code == 0
    review(exported / "exports" / "가.en.docx")
    done = run("article", "\u1100\u1161.txt", "-t", "en")
    assert (done.code, "가.en.docx: was edited" in done.err) == (6, True)


@pytest.mark.usefixtures("exported")
@pytest.mark.parametrize("edit", [lambda path: None, review], ids=["untouched", "reviewed"])
def test_an_export_is_no_source(run: Runner, edit: Callable[[Path], Any]) -> None:
    edit(DOCX)
    done = run("article", DOCX, "-o", "new")
    assert done.code == 3
    assert done.err == (
        f"translate: {DOCX}: is a bilingual export of Yeonjae, not an article; give the article that it was made from\n"
    )
    assert not Path("new").exists()
    assert run("segment", DOCX).code == 3


@pytest.mark.usefixtures("project")
def test_other_documents_are_sources(run: Runner) -> None:
    document = Document()
    document.add_paragraph("그는 yj:1:source 웃었다.")
    document.save("a.docx")
    assert run("segment", "a.docx").out == "그는 yj:1:source 웃었다.\n"
