"""CSV and TSV glossaries: dialects, header names, and an error with line and column for everything that is wrong."""

from collections.abc import Callable
from pathlib import Path

import pytest

from translate.article import Case, Status
from translate.errors import GlossaryError, OptionError
from translate.glossary import formats, headers, load
from translate.glossary.formats import delimited
from translate.glossary.rows import MAX_FORM, Layout, Row

Write = Callable[..., Path]
HEADER = "ko,en,zh,status,note\n"


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    monkeypatch.chdir(tmp_path)

    def write(content: str | bytes, name: str = "g.csv") -> Path:
        Path(name).write_bytes(content if isinstance(content, bytes) else content.encode())
        return Path(name)

    return write


def read(path: Path) -> list[Row]:
    reading = delimited.read(path, {})
    assert reading.mistakes == []
    return reading.rows


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
    assert (first.status, first.note, first.line, first.where()) == (Status.ADMITTED, "a b", 2, "g.csv:2:1")
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
    (HEADER + "마윈\n", "g.csv:2:1", "1 field, the header has 5"),
    ("ko,note,en\n마윈,Jack Ma\n", "g.csv:2:4", "2 fields, the header has 3"),
    (HEADER + "마윈,,\n", "g.csv:2:4", "no target form"),
    ("sep=|\nko|en\n", "g.csv:1:5", "the delimiter '|' is none of comma"),
    ("sep=;\n", "g.csv", "is empty but for its first line"),
    ("sep=;\nko;en\n가;a;b\n", "g.csv:3:5", "3 fields, the header has 2"),
    ("ko,zh-TW\n마윈,馬雲\n", "g.csv:1:1", "a target column (en, zh) is missing"),
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


@pytest.mark.parametrize(
    ("content", "where", "problem"),
    ERRORS,
    ids=[f"{number}-{problem}" for number, (_, _, problem) in enumerate(ERRORS)],
)
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
        (tmp_path / "a.docx", "unknown glossary format '.docx'"),
    ]:
        with pytest.raises(GlossaryError, match=problem) as caught:
            load([path])
        assert caught.value.where == str(path)


def test_a_large_file_is_read_in_linear_time(write: Write) -> None:
    rows = "".join(f'용어{n},"term ""{n}""|t{n}",词{n},,\n' for n in range(20_000))
    assert len(load([write(HEADER + rows)]).concepts) == 20_000
    with pytest.raises(GlossaryError, match="never closed"):
        load([write(HEADER + rows + '"' + '""' * 500_000)])


@pytest.mark.parametrize(
    "header",
    [
        "ko,en,zh,status,note,domain,case",
        "kor,eng,zho,STATUS,Notes,Field,Case rule",
        "Korean,English,Chinese,status,comment,Subject field,case",
        "ko-KR,en-US,zh-CN,status,remark,subject,case_rule",
        "한국어,영어,중국어,상태,비고,분야,대소문자",
        "원문,영문,중문,상태,메모,주제,대소문자",
        "source,en_GB,zh_Hans,status,description,topic,case",
        "韩语,英语,中文,状态,备注,领域,大小写",
        "ko,English,Chinese (Simplified),status,note,domain,case",
        "원문,en,译文,status,설명,영역,case",
    ],
)
def test_header_names(write: Write, header: str) -> None:
    (row,) = read(write(header + "\n마윈,Jack Ma,马云,admitted,founder,people,exact\n"))
    assert (row.ko, row.targets) == (("마윈",), {"en": ("Jack Ma",), "zh": ("马云",)})
    assert (row.status, row.note, row.domain, row.case) == (Status.ADMITTED, "founder", "people", Case.EXACT)


def test_unknown_columns_are_told(write: Write) -> None:
    reading = delimited.read(write("ko,en,Autor,zh-TW,\n마윈,Jack Ma,x,馬雲,\n"), {})
    assert [row.targets for row in reading.rows] == [{"en": ("Jack Ma",)}]
    assert reading.notices == [
        "g.csv:1:1: unknown columns are left out: 'Autor', ''; --map NAME=COLUMN gives one a meaning",
        "g.csv:1:1: traditional Chinese is left out: 'zh-TW'; zh is simplified",
    ]


def test_columns_get_a_meaning(write: Write) -> None:
    path = write("Begriff;Übersetzung;en\n마윈;Jack Ma;x\n")
    reading = formats.read(path, headers.mapping(["begriff=ko", "Übersetzung = EN", "Datum=note"]))
    assert [(row.ko, row.targets) for row in reading.rows] == [(("마윈",), {"en": ("Jack Ma",)})]
    assert reading.notices == [
        "g.csv:1:1: unknown columns are left out: 'en'; --map NAME=COLUMN gives one a meaning",
        "g.csv:1:1: no column is called 'datum', which --map names",
    ]
    reading = formats.read(write("ko,en,stauts\n마윈,Jack Ma,x\n"), headers.mapping(["stauts=-"]))
    assert ([row.status for row in reading.rows], reading.notices) == ([Status.PREFERRED], [])


@pytest.mark.parametrize(
    ("pairs", "problem"),
    [
        (["ko"], "is no NAME=COLUMN"),
        (["=ko"], "is no NAME=COLUMN"),
        (["a=de"], "unknown column 'de'"),
        (["a=ko", "A=en"], "comes second"),
        (["a=ko", "b=ko"], "comes second"),
    ],
)
def test_meanings_that_make_no_sense(pairs: list[str], problem: str) -> None:
    with pytest.raises(OptionError, match=problem):
        headers.mapping(pairs)


def test_every_mistake_is_reported(write: Write) -> None:
    path = write(
        HEADER + "마윈,Jack Ma,马云,approved,\n,x,,,\n마화텅,Pony Ma|,,prefered,\n가\n나,b,,,\n"
        '다,,,,\x07\n나,c,,,\n라,"d\n'
    )
    assert [(mistake.where, mistake.message) for mistake in formats.read(path).mistakes] == [
        ("g.csv:2:15", "unknown status 'approved' (concept '마윈')"),
        ("g.csv:3:1", "the Korean form is empty"),
        ("g.csv:4:5", "an empty variant in column 'en' (concept '마화텅')"),
        ("g.csv:4:15", "unknown status 'prefered' (concept '마화텅')"),
        ("g.csv:5:1", "1 field, the header has 5"),
        ("g.csv:7:6", "a control character (U+0007) in column 'note' (concept '다')"),
        ("g.csv:9:3", "a quote that is never closed"),
    ]
    with pytest.raises(GlossaryError) as caught:
        load([path])
    assert str(caught.value).startswith(
        "g.csv:2:15: unknown status 'approved' (concept '마윈'); choose from preferred,"
    )
    assert str(caught.value).endswith("; and 7 more mistakes: `translate glossary check g.csv` lists them all")


def test_places_inside_a_record_of_several_lines(write: Write) -> None:
    (row,) = read(write(HEADER + '가,"a\n","甲",,x\n'))
    assert (row.where(), row.where("en"), row.where("zh"), row.line) == ("g.csv:2:1", "g.csv:2:3", "g.csv:3:3", 2)


def test_targets_may_hold_anything_that_is_written(write: Write) -> None:
    odd = ["\"Say 'hi'\"", "😀 café", "شركة", "3_000%", "𠮷野家", "a—b"]
    rows = "".join('용어{},"{}",,,\n'.format(n, form.replace('"', '""')) for n, form in enumerate(odd))
    assert [row.targets["en"][0] for row in read(write(HEADER + rows))] == odd


def test_written_for_excel_and_for_programs() -> None:
    rows = [
        Row(("마윈", "잭 마"), {"en": ("Jack Ma",)}, note='"founder", 1999'),
        Row(("O2O",), {"en": ("O2O",), "zh": ("O2O",)}, Status.DO_NOT_TRANSLATE),
    ]
    assert delimited.write(rows).decode("utf-8") == (
        '\ufeffko,en,zh,status,note\n마윈|잭 마,Jack Ma,,preferred,"""founder"", 1999"\nO2O,,,do-not-translate,\n'
    )
    assert delimited.write([Row(("가",), {"en": ("a",)}, domain="law", case=Case.ANY)], "\t").decode("utf-8") == (
        "ko\ten\tzh\tstatus\tnote\tdomain\tcase\n가\ta\t\tpreferred\t\tlaw\tany\n"
    )
    bar = Row(("가",), {"en": ("a|b",)}, layout=Layout("g.tbx", ("ko", "en")), line=3, starts=(1, 9))
    with pytest.raises(GlossaryError, match=r"g\.tbx:3:9: the form 'a\|b' holds '\|'"):
        delimited.write([bar])


@pytest.mark.parametrize(
    "content",
    [
        HEADER + "마윈,Jack Ma\n",
        HEADER + "마윈,Jack Ma,,,,, ,\n",
        "sep=;\nko;en;zh\n마윈;Jack Ma\n",
        "\ufeffSEP=;\r\nko;en;zh\r\n마윈;Jack Ma;\r\n",
        '"sep=,"\nko,en\n마윈,Jack Ma\n',
        "sep=\t\nko\ten\n마윈\tJack Ma\n",
    ],
)
def test_what_spreadsheets_write(write: Write, content: str) -> None:
    (row,) = read(write(content))
    assert (row.ko, row.targets, row.status, row.note) == (("마윈",), {"en": ("Jack Ma",)}, Status.PREFERRED, "")


def test_the_delimiter_that_is_named_goes_before_the_one_that_fits(write: Write) -> None:
    (row,) = read(write("sep=;\nko;en,zh;en\n마윈;x,y;Jack Ma\n"))
    assert (row.targets, row.line, row.where("en")) == ({"en": ("Jack Ma",)}, 3, "g.csv:3:8")


@pytest.mark.parametrize(
    "name",
    ["zh-Hant", "zh_TW", "ZH-HK", "繁體中文", "traditional chinese", "Chinese (Traditional)", "중국어(번체)", "번체"],
)
def test_traditional_chinese_is_left_out(write: Write, name: str) -> None:
    reading = delimited.read(write(f"ko,{name},zh\n마윈,馬雲,马云\n"), {})
    assert [row.targets for row in reading.rows] == [{"zh": ("马云",)}]
    assert reading.notices == [f"g.csv:1:1: traditional Chinese is left out: {name!r}; zh is simplified"]
    meant = delimited.read(write(f"ko,{name}\n마윈,馬雲\n"), headers.mapping([f"{name}=zh"]))
    assert ([row.targets for row in meant.rows], meant.notices) == ([{"zh": ("馬雲",)}], [])


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("권장", Status.PREFERRED),
        ("首选", Status.PREFERRED),
        (" 허용 ", Status.ADMITTED),
        ("允许", Status.ADMITTED),
        ("금지", Status.FORBIDDEN),
        ("禁用", Status.FORBIDDEN),
    ],
)
def test_status_in_other_languages(write: Write, text: str, status: Status) -> None:
    (row,) = read(write(f"ko,en,status\n가,a,{text}\n"))
    assert row.status is status


@pytest.mark.parametrize("text", ["dnt", "DNT", "번역 금지", "번역금지", "不译", "do not translate"])
def test_what_is_not_translated_in_other_words(write: Write, text: str) -> None:
    (row,) = read(write(f"ko,en,status\nO2O,,{text}\n"))
    assert (row.status, row.targets["en"]) == (Status.DO_NOT_TRANSLATE, ("O2O",))
