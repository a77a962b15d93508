"""Reading TMX."""

from pathlib import Path

import pytest

from translate.errors import InputError
from translate.extraction import tmx

HEAD = '<?xml version="1.0"?><tmx version="1.4"><header/><body>'
TAIL = "</body></tmx>"


def write(folder: Path, body: str, head: str = HEAD, tail: str = TAIL) -> Path:
    path = folder / "memory.tmx"
    path.write_text(head + body + tail, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            '<tu tuid="a-1"><tuv xml:lang="ko-KR"><seg>마윈</seg></tuv>'
            '<tuv xml:lang="en-US"><seg>Jack Ma</seg></tuv></tu>',
            [tmx.Unit("a-1", "마윈", {"en": "Jack Ma"})],
        ),
        (  # no id; the older attribute; three languages, one of them unknown
            '<tu><tuv lang="KO"><seg>은련</seg></tuv><tuv lang="zh-Hans"><seg>银联</seg></tuv>'
            '<tuv lang="ja"><seg>銀聯</seg></tuv><tuv lang="en"><seg>UnionPay</seg></tuv></tu>',
            [tmx.Unit("1", "은련", {"en": "UnionPay", "zh": "银联"})],
        ),
        (  # codes are no text, highlighted text is; comments are nothing
            '<tu><tuv xml:lang="ko"><seg>큰 <bpt i="1">&lt;b&gt;</bpt>기회<ept i="1">&lt;/b&gt;</ept></seg></tuv>'
            '<tuv xml:lang="en"><seg>A <hi>big</hi><!-- so --> chance<ph x="2">{2}</ph>.</seg></tuv></tu>',
            [tmx.Unit("1", "큰 기회", {"en": "A big chance."})],
        ),
        (  # the first of two variants counts; units without Korean or without a translation are left out
            '<tu><tuv xml:lang="en"><seg>x</seg></tuv></tu><tu><tuv xml:lang="ko"><seg>가</seg></tuv></tu>'
            '<tu><tuv xml:lang="ko"><seg>나</seg></tuv><tuv xml:lang="en"><seg>1</seg></tuv>'
            '<tuv xml:lang="en"><seg>2</seg></tuv></tu>',
            [tmx.Unit("3", "나", {"en": "1"})],
        ),
    ],
)
def test_read(tmp_path: Path, body: str, expected: list[tmx.Unit]) -> None:
    assert tmx.read(write(tmp_path, body)) == expected


def test_own_export() -> None:
    units = tmx.read(Path(__file__).parents[2] / "exports" / "150525_top_kor.en.tmx")
    assert units[0].id == "150525_top_kor-1"
    assert units[0].source.startswith("[작은거인 알리바바 마윈⑪]")
    assert all(set(unit.targets) == {"en"} for unit in units)


@pytest.mark.parametrize(
    ("head", "body", "tail", "message"),
    [
        (HEAD, "<tu>", TAIL, "is not well-formed XML"),
        ("<html>", "", "</html>", "is no TMX file (its root is 'html')"),
        (HEAD, '<tu><tuv xml:lang="ja"><seg>x</seg></tuv></tu>', TAIL, "has no unit from ko to en, zh"),
        (HEAD, "", TAIL, "has no unit from ko to en, zh"),
    ],
)
def test_bad(tmp_path: Path, head: str, body: str, tail: str, message: str) -> None:
    path = write(tmp_path, body, head, tail)
    with pytest.raises(InputError) as caught:
        tmx.read(path)
    assert message in str(caught.value)
    assert str(path) in str(caught.value)


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret")
    head = f'<?xml version="1.0"?><!DOCTYPE tmx [<!ENTITY x SYSTEM "{secret.as_uri()}">]><tmx><header/><body>'
    body = '<tu><tuv xml:lang="ko"><seg>가</seg></tuv><tuv xml:lang="en"><seg>a&x;b</seg></tuv></tu>'
    assert tmx.read(write(tmp_path, body, head)) == [tmx.Unit("1", "가", {"en": "ab"})]


def test_missing(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        tmx.read(tmp_path / "none.tmx")
