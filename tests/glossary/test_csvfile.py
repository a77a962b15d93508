"""Reading CSV glossaries: dialects, and an error with line and column for everything that is wrong."""

from collections.abc import Callable
from pathlib import Path

import pytest

from translate.article import Status
from translate.errors import GlossaryError
from translate.glossary import load
from translate.glossary.csvfile import read
from translate.glossary.rows import MAX_FORM

Write = Callable[..., Path]
HEADER = "ko,en,zh,status,note\n"


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    monkeypatch.chdir(tmp_path)

    def write(content: str | bytes, name: str = "g.csv") -> Path:
        Path(name).write_bytes(content if isinstance(content, bytes) else content.encode())
        return Path(name)

    return write


ONE = [(("마윈", "잭 마"), {"en": ("Jack Ma",), "zh": ("马云",)}, Status.PREFERRED, "founder, chairman")]


@pytest.mark.parametrize(
    "content",
    [
        HEADER + '마윈|잭 마,Jack Ma,马云,preferred,"founder, chairman"\n',
        HEADER + '마윈|잭 마,Jack Ma,马云,preferred,"founder, chairman"',
        ("\ufeff" + HEADER + '마윈|잭 마,Jack Ma,马云,preferred,"founder, chairman"\n').replace("\n", "\r\n"),
        (HEADER + '마윈|잭 마,Jack Ma,马云,preferred,"founder, chairman"\n').replace("\n", "\r"),
        "ko;en;zh;status;note\n마윈|잭 마;Jack Ma;马云;preferred;founder, chairman\n",
        "ko\ten\tzh\tstatus\tnote\n마윈|잭 마\tJack Ma\t马云\tpreferred\tfounder, chairman\n",
        "ko\ten\tzh\tstatus\tnote\r\n마윈|잭 마\tJack Ma\t马云\t\tfounder, chairman\r\n".encode("utf-16"),
        '\n,,,,\n" KO ","en-US",zh-CN,Status,NOTE\n\n ,,,,\n'
        ' 마윈 |  잭   마,"Jack Ma"," 马云 ",Preferred,"founder,\n chairman"\n,,,,',
        'note,status,zh,en,ko\n"founder, chairman",PREFERRED,马云,Jack Ma,마윈|잭 마|마윈\n',
        HEADER + '마윈|잭 마,Jack Ma,马云,,"founder, chairman"\n',
    ],
    ids=["plain", "no-end", "bom-crlf", "cr", "semicolon", "tab", "utf-16", "untidy", "order", "no-status"],
)
def test_dialects(write: Write, content: str | bytes) -> None:
    assert [(row.ko, row.targets, row.status, row.note) for row in read(write(content))] == ONE


def test_quotes_forms_and_places(write: Write) -> None:
    text = HEADER + '#1,"Say ""hi""|5\' 3""","“네”",admitted,"a\nb"\n\n마\u1100\u1161,Ma,,do_not_translate,\n'
    text = text.replace(",Ma,,do", ",,,do")
    first, second = read(write(text))
    assert first.ko == ("#1",)  # no comments
    assert first.targets == {"en": ('Say "hi"', "5' 3\""), "zh": ("“네”",)}
    assert (first.status, first.note, first.line, first.place) == (Status.ADMITTED, "a b", 2, "g.csv:2")
    assert second.ko == ("마가",)  # NFC
    assert second.targets == {"en": ("마가",), "zh": ("마가",)}
    assert (second.line, second.file) == (5, "g.csv")


def test_a_header_alone_is_an_empty_termbase(write: Write) -> None:
    assert load([write(HEADER)]).concepts == ()


def test_columns_that_are_missing_may_be(write: Write) -> None:
    assert [(row.ko, row.targets) for row in read(write("en,ko\nJack Ma,마윈\n"))] == [
        (("마윈",), {"en": ("Jack Ma",)})
    ]


ERRORS = [
    ("", "g.csv", "is empty"),
    (" \n\n", "g.csv", "is empty"),
    ("en,zh\nJack Ma,马云\n", "g.csv:1:1", "the column 'ko' is missing"),
    ("마윈,Jack Ma,马云\n", "g.csv:1:1", "the column 'ko' is missing"),
    ("\n\nko,note\n마윈,x\n", "g.csv:3:1", "a target column (en, zh) is missing"),
    ("ko,en,stauts\n마윈,Jack Ma,forbidden\n", "g.csv:1:7", "unknown column 'stauts'"),
    ("ko,en,EN\n", "g.csv:1:7", "a second column 'en'"),
    (HEADER + "마윈,Jack Ma\n", "g.csv:2:4", "2 fields, the header has 5"),
    (HEADER + "마윈,Jack Ma,马云,preferred,a, b\n", "g.csv:2:27", "6 fields, the header has 5"),
    (HEADER + ",Jack Ma,马云,,\n", "g.csv:2:1", "the Korean form is empty"),
    (HEADER + "—,Jack Ma,马云,,\n", "g.csv:2:1", "no letter in the Korean form '—'"),
    (HEADER + "마윈,,,preferred,x\n", "g.csv:2:4", "no target form"),
    (HEADER + "마윈,,,forbidden,\n", "g.csv:2:4", "no target form"),
    (HEADER + "마윈||잭,Jack Ma,马云,,\n", "g.csv:2:1", "an empty variant in column 'ko'"),
    (HEADER + "마윈,Jack Ma|,马云,,\n", "g.csv:2:4", "an empty variant in column 'en'"),
    (HEADER + "마윈,Jack Ma,马云,approved,\n", "g.csv:2:15", "unknown status 'approved'"),
    (HEADER + "마윈,Jack Ma,马云,do-not-translate,\n", "g.csv:2:4", "a do-not-translate term with another en form"),
    (HEADER + 'x,"a\n\nb",马云,,\n', "g.csv:2:3", "a control character (U+000A) in column 'en'"),
    (HEADER + "마\x07윈,Jack Ma,马云,,\n", "g.csv:2:1", "a control character (U+0007) in column 'ko'"),
    (HEADER + "마윈,Jack\u2028Ma,马云,,\n", "g.csv:2:4", "a control character (U+2028) in column 'en'"),
    (HEADER + "마윈,Jack Ma,\ufffd\ufffd,,\n", "g.csv:2:12", "a replacement character (U+FFFD) in column 'zh'"),
    (HEADER + "마윈,⟦0⟧,马云,,\n", "g.csv:2:4", "⟦ in column 'en' is reserved"),
    (HEADER + "마윈," + "x" * (MAX_FORM + 1) + ",,,\n", "g.csv:2:4", "a form of 201 characters in column 'en'"),
    (HEADER + '마윈,"Jack Ma,马云,,\n마화텅,Pony Ma,,,\n', "g.csv:2:4", "a quote that is never closed"),
    (HEADER + '마윈,"Jack" Ma,马云,,\n', "g.csv:2:10", "text after a closing quote"),
    (HEADER + '"a\nb",x,,,"\n"c\n', "g.csv:4:2", "text after a closing quote"),
    ('"ko,en\n', "g.csv:1:1", "a quote that is never closed"),
    (HEADER + "마윈,Jack\0,马云,,\n", "g.csv:2:8", "a NUL character"),
    ((HEADER + "마윈,Jack Ma,,,\n").encode("cp949"), "g.csv:2:1", "is not UTF-8, but looks like CP949"),
    (HEADER.encode() + b"x,\xff\xff,,,\n", "g.csv:2:3", "is not UTF-8"),
    (b"PK\x03\x04\0\0\0", "g.csv:1:5", "a NUL character"),
]


@pytest.mark.parametrize(("content", "where", "problem"), ERRORS, ids=[problem for _, _, problem in ERRORS])
def test_errors(write: Write, content: str | bytes, where: str, problem: str) -> None:
    with pytest.raises(GlossaryError) as caught:
        load([write(content)])
    assert caught.value.where == where
    assert caught.value.message.startswith(problem)
    assert "\n" not in str(caught.value)
    assert caught.value.exit_code == 4


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    for path, problem in [
        (tmp_path / "none.csv", "there is no such file"),
        (tmp_path, "is a folder"),
        (tmp_path / "a.xlsx", "unknown glossary format '.xlsx'"),
    ]:
        with pytest.raises(GlossaryError, match=problem) as caught:
            load([path])
        assert caught.value.where == str(path)


def test_a_large_file_is_read_in_linear_time(write: Write) -> None:
    rows = "".join(f'용어{n},"term ""{n}""|t{n}",词{n},,\n' for n in range(20_000))
    assert len(load([write(HEADER + rows)]).concepts) == 20_000
    with pytest.raises(GlossaryError, match="never closed"):
        load([write(HEADER + rows + '"' + '""' * 500_000)])
