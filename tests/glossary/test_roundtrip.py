"""Properties of all formats: what is written is read again, and damaged files raise nothing but GlossaryError."""

import io
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from translate.article import Case, Concept, Status
from translate.errors import GlossaryError
from translate.glossary import build, formats, load
from translate.glossary.formats import delimited, tbx_writing, workbook
from translate.glossary.rows import Row, plain

RELAXED = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)

letters = st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"), exclude_characters="⟦⟧|\ufffd\ufffe\uffff")
texts = st.text(letters, min_size=1, max_size=12).map(plain).filter(bool)
lists = st.lists(texts, min_size=1, max_size=3, unique=True).map(tuple)
remarks = st.text(letters | st.just("|"), max_size=12).map(plain)


@st.composite
def rows(draw: st.DrawFn) -> list[Row]:
    """Rows of different concepts: each has a number in its first Korean form."""
    made = []
    for number in range(draw(st.integers(0, 4))):
        korean = tuple(dict.fromkeys(f"용어{number}x{text}" for text in draw(lists)))
        status = draw(st.sampled_from(Status))
        codes = draw(st.sampled_from([("en",), ("zh",), ("en", "zh")]))
        targets = {code: draw(lists) for code in codes}
        if status is Status.DO_NOT_TRANSLATE:
            targets = dict.fromkeys(("en", "zh"), korean[:1])
        made.append(Row(korean, targets, status, draw(remarks), draw(remarks), draw(st.sampled_from(Case))))
    return made


@st.composite
def concepts(draw: st.DrawFn) -> tuple[Concept, ...]:
    """Concepts with accepted and forbidden terms."""
    made = list(build(draw(rows())).concepts)
    for number, concept in enumerate(made):
        if concept.status in (Status.PREFERRED, Status.ADMITTED):
            banned = {
                code: left
                for code in ("en", "zh")
                if (left := tuple(form for form in draw(lists) if form not in concept.forms(code)))
            }
            made[number] = Concept(
                concept.terms, concept.status, concept.note, "", banned, concept.domain, concept.case
            )
    return tuple(made)


def values(listed: Sequence[Row]) -> list[tuple[object, ...]]:
    return [(row.ko, dict(row.targets), row.status, row.note, row.domain, row.case) for row in listed]


@pytest.mark.parametrize(
    ("name", "write"),
    [
        ("g.csv", delimited.write),
        ("g.tsv", lambda listed: delimited.write(listed, "\t")),
        ("g.txt", lambda listed: delimited.write(listed, ";")),
        ("g.xlsx", workbook.write),
    ],
)
@RELAXED
@given(listed=rows())
def test_tables(tmp_path: Path, name: str, write: Callable[[Sequence[Row]], bytes], listed: list[Row]) -> None:
    (tmp_path / name).write_bytes(write(listed))
    reading = formats.read(tmp_path / name)
    assert reading.mistakes == []
    assert values(reading.rows) == values(listed)


@pytest.mark.parametrize("dialect", tbx_writing.DIALECTS)
@RELAXED
@given(made=concepts().filter(bool))
def test_tbx(tmp_path: Path, dialect: str, made: tuple[Concept, ...]) -> None:
    path = tmp_path / "g.tbx"
    path.write_bytes(tbx_writing.write(made, dialect))
    found = load([path]).concepts
    assert [(c.terms, c.status, c.note, c.forbidden, c.domain, c.case) for c in found] == [
        (c.terms, c.status, c.note, c.forbidden, c.domain, c.case) for c in made
    ]


SAMPLE = [
    Row(("마윈", "잭 마"), {"en": ("Jack Ma",), "zh": ("马云",)}, note='"founder", 1999', domain="people"),
    Row(("O2O",), {"en": ("O2O",), "zh": ("O2O",)}, Status.DO_NOT_TRANSLATE, case=Case.EXACT),
]
FILES = {
    "g.csv": delimited.write(SAMPLE),
    "g.tsv": delimited.write(SAMPLE, "\t").decode().encode("utf-16"),
    "g.xlsx": workbook.write(SAMPLE),
    "g.tbx": tbx_writing.write(build(SAMPLE).concepts, "dct"),
    "v2.tbx": tbx_writing.write(build(SAMPLE).concepts, "v2"),
}

cuts = st.tuples(
    st.floats(0, 1), st.integers(0, 12), st.binary(max_size=6) | st.sampled_from([b"<", b'"', b"&a;", b"\0"])
)


def damaged(data: bytes, changes: list[tuple[float, int, bytes]]) -> bytes:
    for share, size, new in changes:
        start = int(share * len(data))
        data = data[:start] + new + data[start + size :]
    return data


def harmless(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    reading = formats.read(path)
    assert all(isinstance(mistake, GlossaryError) for mistake in reading.mistakes)
    assert all(mistake.where for mistake in reading.mistakes)
    for mistake in reading.mistakes:
        assert "\n" not in str(mistake)


@pytest.mark.parametrize("name", FILES)
@RELAXED
@given(changes=st.lists(cuts, min_size=1, max_size=4))
def test_damaged_files(tmp_path: Path, name: str, changes: list[tuple[float, int, bytes]]) -> None:
    harmless(tmp_path / name, damaged(FILES[name], changes))


@pytest.mark.parametrize(
    "part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml"]
)
@RELAXED
@given(changes=st.lists(cuts, min_size=1, max_size=3))
def test_damaged_parts_of_a_workbook(tmp_path: Path, part: str, changes: list[tuple[float, int, bytes]]) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(FILES["g.xlsx"])) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            new.writestr(name, damaged(old.read(name), changes) if name == part else old.read(name))
    harmless(tmp_path / "g.xlsx", buffer.getvalue())


@RELAXED
@given(data=st.binary(max_size=200))
def test_any_bytes(tmp_path: Path, data: bytes) -> None:
    for suffix in formats.READERS:
        harmless(tmp_path / f"g{suffix}", data)
