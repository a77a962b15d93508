"""``translate article`` with the real engine on the real article, as a user runs it."""

import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import pytest_socket
from docx import Document

from translate import glossary, readers, segmentation
from translate.cli import main

Runner = Callable[..., Any]
SEED = "seeds/150525_top_kor.txt"
NAMES = ["150525_top_kor.en.docx", "150525_top_kor.en.tmx", "150525_top_kor.zh.docx", "150525_top_kor.zh.tmx"]
SHORT = "마윈 회장이 서울에 왔다. 알리바바는 5000개 회사와 협력한다.\n"


@pytest.fixture
def offline() -> Iterator[None]:
    pytest_socket.disable_socket(allow_unix_socket=False)
    yield
    pytest_socket.enable_socket()


@pytest.mark.usefixtures("offline")
def test_seed(project: Path, run: Runner) -> None:
    done = run("article", SEED, "--json")
    assert done.code == 0
    (report,) = json.loads(done.out)["articles"]
    assert sorted(path.name for path in (project / "exports").iterdir()) == NAMES
    assert sorted(Path(file).name for file in report["files"]) == NAMES
    segments = segmentation.segment(readers.read(Path(SEED)).blocks)
    hits = glossary.match(segments, glossary.load(glossary.default_paths()))
    for language in report["languages"]:
        assert language["segments"] == len(segments)
        assert language["segments"] == language["reused"] + language["translated"] + language["kept"]
        found = [hit for some in hits.values() for hit in some if hit.concept.forms(language["language"])]
        assert language["term_hits"] == len(found)
        assert language["term_hits"] == language["enforced"] + language["waived"] + language["failed"]
        assert sum(language["rungs"].values()) == sum(
            bool([hit for hit in some if hit.concept.forms(language["language"])]) for some in hits.values()
        )
        severities = [one["severity"] for one in report["findings"] if one["language"] == language["language"]]
        assert {severity: severities.count(severity) for severity in ("error", "warning", "note")} == language[
            "severities"
        ]
        assert language["failed"] <= 0.01 * language["term_hits"]
        assert language["engine"].startswith("starter")
    assert "150525_top_kor.txt → zh" in done.err
    assert report["words"] == sum(len(segment.source.split()) for segment in segments)
    for name in NAMES[::2]:
        cells = Document(str(project / "exports" / name)).tables[-1]._cells
        assert len(cells) > 3 * len(segments)


def test_same_bytes_on_every_run(project: Path, run: Runner) -> None:
    Path("a.txt").write_text(SHORT, encoding="utf-8")
    made = []
    for folder in ("one", "two"):
        assert run("article", "a.txt", "-o", folder, "--trilingual").code == 0
        made.append({path.name: path.read_bytes() for path in (project / folder).iterdir()})
    assert sorted(made[0]) == ["a.en-zh.docx", "a.en.docx", "a.en.tmx", "a.zh.docx", "a.zh.tmx"]
    assert made[0] == made[1]


@pytest.mark.usefixtures("project")
def test_one_target_one_format(run: Runner) -> None:
    Path("a.txt").write_text(SHORT, encoding="utf-8")
    done = run("article", "a.txt", "-t", "zh-CN", "--format", "TMX", "--beam", "2", "--threads", "1", "-q")
    assert (done.code, done.out, done.err) == (0, "", "")
    assert [path.name for path in Path("exports").iterdir()] == ["a.zh.tmx"]


@pytest.mark.usefixtures("project")
def test_glossary_options(run: Runner) -> None:
    Path("a.txt").write_text(SHORT, encoding="utf-8")
    Path("own.csv").write_text("ko,en,zh,status,note\n서울,Zorbatron,佐巴,,\n", encoding="utf-8")
    reports = {}
    for name, options in {"own": ["-g", "own.csv"], "none": ["--no-glossary"], "folder": ["-g", "glossaries"]}.items():
        done = run("article", "a.txt", "-t", "en", "--json", *options)
        assert done.code == 0
        (reports[name],) = json.loads(done.out)["articles"][0]["languages"]
    assert reports["own"]["term_hits"] == 1
    assert reports["none"]["term_hits"] == 0
    assert reports["folder"]["term_hits"] == 2
    assert reports["own"]["enforced"] + reports["own"]["failed"] == 1


@pytest.mark.usefixtures("project")
def test_text_without_korean_is_kept(run: Runner) -> None:
    Path("a.txt").write_text("마윈이 왔다.\n\nhttps://example.org/a?b=c\n\nJack Ma 🙂\n", encoding="utf-8")
    done = run("article", "a.txt", "-t", "en", "--json")
    (language,) = json.loads(done.out)["articles"][0]["languages"]
    assert (language["kept"], language["translated"]) == (2, 1)
    text = Path("exports/a.en.tmx").read_text(encoding="utf-8")
    assert text.count("<seg>https://example.org/a?b=c</seg>") == 2
    assert text.count("<seg>Jack Ma 🙂</seg>") == 2


@pytest.mark.usefixtures("project")
def test_repeated_segment_is_reused(run: Runner) -> None:
    Path("a.txt").write_text("그는 웃었다.\n\n그는 울었다.\n\n그는 웃었다.\n", encoding="utf-8")
    done = run("article", "a.txt", "-t", "zh", "--json")
    (language,) = json.loads(done.out)["articles"][0]["languages"]
    assert (language["translated"], language["reused"]) == (2, 1)


@pytest.mark.usefixtures("project")
def test_one_bad_source_does_not_stop_the_others(run: Runner) -> None:
    Path("bad.txt").write_bytes(b"")
    Path("good.txt").write_text(SHORT, encoding="utf-8")
    done = run("article", "bad.txt", "good.txt", "-t", "en", "--json")
    assert done.code == 3
    report = json.loads(done.out)
    assert [one["source"] for one in report["articles"]] == ["good.txt"]
    assert [(one["source"], one["exit_code"]) for one in report["errors"]] == [("bad.txt", 3)]
    assert done.err.startswith("translate: bad.txt: ")
    assert sorted(path.name for path in Path("exports").iterdir()) == ["good.en.docx", "good.en.tmx"]


def zip_bomb() -> bytes:
    import io

    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as container:
        container.writestr("word/document.xml", b" " * 60_000_000)
    return buffer.getvalue()


SOURCES = {
    "empty.txt": b"",
    "blank.txt": b" \n\t\n",
    "binary.txt": bytes(range(256)) * 20,
    "furniture.txt": b"Leave a Reply\n",
    "english.txt": b"There is no Korean here.\n",
    "long.txt": "가".encode() * 7_000_000,
    "surrogate.txt": b"\xea\xb0\x80\n\xed\xa0\x80\n",
    "no.docx": b"no docx",
    "password.docx": bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 512,
    "bomb.docx": zip_bomb(),
    "picture.png": b"\x89PNG\r\n\x1a\n",
}


@pytest.mark.parametrize("name", SOURCES)
def test_bad_source(project: Path, run: Runner, name: str) -> None:
    Path(name).write_bytes(SOURCES[name])
    check_failure(project, run("article", name), 3, name)


def test_missing_source(project: Path, run: Runner) -> None:
    check_failure(project, run("article", "missing.txt"), 3, "missing.txt")


@pytest.mark.parametrize(
    "arguments",
    [
        ["missing.txt"],
        ["seeds"],
        ["blank.txt"],
        ["missing.txt", "blank.txt", "seeds"],
        [SEED, "-g", "missing.csv"],
        [SEED, "--engine", "argos"],
        [SEED, "-t", "fr"],
    ],
)
def test_what_fails_leaves_no_folder(project: Path, run: Runner, arguments: list[str]) -> None:
    Path("blank.txt").write_text(" \n", encoding="utf-8")
    done = run("article", *arguments, "-o", "new/folder")
    assert done.code != 0
    assert not (project / "new").exists()


def test_sources_are_looked_for_before_anything_else(project: Path, run: Runner) -> None:
    """A glossary that cannot be loaded, an output that cannot be written, a missing engine: later."""
    (project / "exports").write_bytes(b"mine")
    done = run("article", "missing.txt", "seeds", "-g", "missing.csv", "--engine", "argos")
    assert done.code == 3
    assert [line.split(": ")[1] for line in done.err.splitlines()] == ["missing.txt", "seeds"]


def test_missing_sources_are_told_before_the_others_are_translated(project: Path, run: Runner) -> None:
    Path("a.txt").write_text(SHORT, encoding="utf-8")
    done = run("article", "a.txt", "missing.txt", "-t", "en", "--format", "tmx")
    assert done.code == 3
    assert done.err.splitlines()[0].startswith("translate: missing.txt: does not exist")
    assert [path.name for path in (project / "exports").iterdir()] == ["a.en.tmx"]


@pytest.mark.parametrize("source", ["missing.txt", "blank.txt"])
def test_that_there_is_no_glossary_is_not_said_before_an_error(
    tmp_path: Path, run: Runner, monkeypatch: pytest.MonkeyPatch, source: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("blank.txt").write_text(" \n", encoding="utf-8")
    Path("a.txt").write_text("그는 웃었다.\n", encoding="utf-8")
    check_failure(tmp_path, run("article", source), 3, source)
    check_failure(tmp_path, run("article", source, "-o", "blank.txt"), 3 if source == "missing.txt" else 6, "")
    assert "no glossary found" in run("article", "a.txt", "-t", "en", "--format", "tmx").err


def test_an_engine_that_cannot_be_loaded_is_said_once(project: Path, run: Runner) -> None:
    for name in "ab":
        Path(f"{name}.txt").write_text(SHORT, encoding="utf-8")
    check_failure(project, run("article", "a.txt", "b.txt", "--engine", "argos"), 5, "no installed package")


def test_folder_as_source(project: Path, run: Runner) -> None:
    check_failure(project, run("article", "seeds"), 3, "seeds")


BAD_OPTIONS = [
    (["-t", "fr"], "unknown target language 'fr'"),
    (["--format", "pdf"], "pdf"),
    (["--trilingual", "-t", "en"], "--trilingual needs two target languages"),
    (["--trilingual", "--format", "tmx"], "--trilingual makes a DOCX"),
    (["--beam", "0"], "0 is not in the range"),
    (["--threads", "x"], "'x' is not a valid integer"),
    (["--device", "tpu"], "'tpu' is not one of"),
    (["--nonsense"], "--nonsense"),
    (["-g", "a.csv", "--no-glossary"], "exclude each other"),
    (["other/150525_top_kor.md"], "would both be written to 150525_top_kor.en.docx"),
    (["--engine", "foo"], "unknown engine 'foo'; choose from starter, argos"),
    (["exports/150525_top_kor.zh.tmx"], "150525_top_kor.zh.tmx, which is a source"),
    (["-o", ""], "'-o' / '--output': the name is empty"),
    (["-g", ""], "'-g' / '--glossary': the name is empty"),
    (["-t", ""], "'-t' / '--target': the name is empty"),
    (["-t", " , "], "'-t' / '--target': ' , ' holds no name"),
    (["--format", ""], "'--format': the name is empty"),
    ([""], "'SOURCE...': the name is empty"),
    (["--engine", ""], "'--engine': the name is empty"),
    (["--domain", " "], "'--domain': the name is empty"),
    ([f"./{SEED}"], f"{SEED} was given twice"),
    (["link.txt"], f"{SEED} and link.txt are the same file"),
]


@pytest.mark.parametrize(("options", "message"), BAD_OPTIONS)
def test_bad_option(project: Path, run: Runner, options: list[str], message: str) -> None:
    Path("link.txt").symlink_to(SEED)
    check_failure(project, run("article", SEED, *options), 2, message)
    assert not (project / "exports").exists()


BAD_GLOSSARIES = {
    "missing column": ("en,zh,status\nJack Ma,马云,\n", "bad.csv:1"),
    "unknown status": ("ko,en,zh,status,note\n마윈,Jack Ma,马云,good,\n", "bad.csv:2:15"),
    "unterminated quote": ('ko,en,zh,status,note\n마윈,"Jack Ma,马云,,\n', "bad.csv:2"),
    "no Korean": ("ko,en,zh,status,note\n,Jack Ma,马云,,\n", "bad.csv:2:1"),
    "contradiction": ("ko,en,zh,status,note\n마윈,Jack Ma,马云,,\n마윈,Ma Yun,马云,,\n", "bad.csv:3"),
    "empty": ("", "bad.csv"),
}


@pytest.mark.parametrize("name", BAD_GLOSSARIES)
def test_bad_glossary(project: Path, run: Runner, name: str) -> None:
    text, place = BAD_GLOSSARIES[name]
    Path("bad.csv").write_text(text, encoding="utf-8")
    check_failure(project, run("article", SEED, "-g", "bad.csv"), 4, place)


def test_missing_glossary(project: Path, run: Runner) -> None:
    check_failure(project, run("article", SEED, "-g", "missing.csv"), 4, "missing.csv")
    check_failure(project, run("article", SEED, "-g", "seeds"), 4, "holds no glossary")


@pytest.mark.parametrize(
    ("options", "code"), [(["-g", "missing.csv"], 4), (["-o", SEED], 6), (["--engine", "argos"], 5)]
)
def test_json_tells_what_ended_it(project: Path, run: Runner, options: list[str], code: int) -> None:
    done = run("article", SEED, "--json", *options)
    assert done.code == code
    report = json.loads(done.out)
    assert (report["articles"], [one["exit_code"] for one in report["errors"]]) == ([], [code])
    assert done.err.splitlines()[-1] == f"translate: {report['errors'][0]['message']}"
    assert (report["errors"][0]["source"] is None) == (code != 5)


def test_a_broken_package_is_said(project: Path, run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "packages" / "translate-ko_en").mkdir(parents=True)
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(project / "packages"))
    Path("a.txt").write_text(SHORT, encoding="utf-8")
    done = run("article", "a.txt", "-t", "en", "--format", "tmx")
    assert done.code == 0
    assert "translate-ko_en: metadata.json is missing; this model package is not used" in done.err
    assert "en by starter" in done.err
    done = run("article", "a.txt", "-t", "en", "--format", "tmx", "-q")  # it changes the result: more than progress
    (line,) = done.err.splitlines()
    assert "this model package is not used" in line


def test_output_is_a_file(project: Path, run: Runner) -> None:
    (project / "exports").write_bytes(b"mine")
    done = run("article", SEED)
    assert done.code == 6
    assert done.err.splitlines()[-1].startswith("translate: exports: cannot write to this folder")
    assert (project / "exports").read_bytes() == b"mine"


def test_earlier_exports_stay_when_one_is_open_elsewhere(project: Path, run: Runner) -> None:
    Path("a.txt").write_text(SHORT, encoding="utf-8")
    folder = project / "exports"
    folder.mkdir()
    (folder / "a.en.docx").write_bytes(b"mine")
    (folder / ".~lock.a.en.docx#").touch()
    done = run("article", "a.txt", "-t", "en")
    assert done.code == 6
    assert "is open in another program" in done.err
    assert "→" not in done.err  # said before anything was translated
    assert {path.name for path in folder.iterdir()} == {"a.en.docx", ".~lock.a.en.docx#"}
    assert (folder / "a.en.docx").read_bytes() == b"mine"


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("name", ["[draft] 기사.txt", "[bold]x.txt"])
def test_file_names_are_no_markup(run: Runner, name: str) -> None:
    Path(name).write_text("그는 웃었다.\n", encoding="utf-8")
    done = run("article", name, "-t", "en", "--no-glossary", "--format", "tmx")
    assert done.code == 0
    assert any(line.strip() == name for line in done.err.splitlines())


@pytest.mark.usefixtures("project")
def test_folder_names_are_no_markup(run: Runner) -> None:
    Path("a[").mkdir()
    Path("a[/b].txt").write_text("그는 웃었다.\n", encoding="utf-8")
    done = run("article", "a[/b].txt", "-t", "en", "--no-glossary", "--format", "tmx")
    assert (done.code, "a[/b].txt" in done.err) == (0, True)


def test_interruption(project: Path, monkeypatch: pytest.MonkeyPatch, run: Runner) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("translate.pipeline.translate", interrupted)
    check_failure(project, run("article", SEED), 130, "interrupted")


def test_internal_error_is_one_line(project: Path, monkeypatch: pytest.MonkeyPatch, run: Runner) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("two\nlines")

    monkeypatch.setattr("translate.pipeline.translate", broken)
    check_failure(project, run("article", SEED), 70, "internal error: ZeroDivisionError: two lines")
    monkeypatch.setenv("YEONJAE_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        main(["article", SEED])


def check_failure(project: Path, done: Any, code: int, message: str) -> None:
    """One line that says what, no file, and the code."""
    lines = [line for line in done.err.splitlines() if line]  # click ends the line with ^C in it
    assert done.code == code, done.err
    assert len(lines) == 1
    assert lines[0].startswith("translate: ")
    assert message in lines[0]
    assert done.out == ""
    folder = project / "exports"
    assert not folder.exists() or list(folder.iterdir()) == []
