"""The seed article, block for block."""

import hashlib
from pathlib import Path

import pytest

from translate.article import Article, Kind
from translate.readers import read

SEED = Path(__file__).parents[2] / "seeds" / "150525_top_kor.txt"

EXPECTED = [  # kind, line, paragraph, before, turn, first and last characters
    ("heading", 1, 0, "", 0, "[작은거인 알리바바 마윈⑪] “삼성", "논의했다”"),
    ("furniture", 3, 1, "", 0, "150525_top_kor", "150525_top_kor"),
    ("byline", 5, 2, "", 0, "[아시아엔=안동일 동아시아전문가]", "[아시아엔=안동일 동아시아전문가]"),
    ("paragraph", 5, 2, " ", 0, "작은 거인 알리바바", "행보를 싣는다."),
    ("note", 5, 2, "", 0, "-편집자", "-편집자"),
    ("question", 7, 3, "", 1, "-중국이 은행", "갖고 있는가?"),
    ("answer", 9, 4, "", 1, "“새로운 시장의", "아니라고 본다.”"),
    ("question", 11, 5, "", 2, "-중국에서 주유소 5000개를", "무엇인가?"),
    ("answer", 13, 6, "", 2, "“나도 알리바바가", "책임이라 생각한다.”"),
    ("question", 15, 7, "", 3, "-한국 진출 계획은 있나?", "어떻게 생각하나?"),
    ("answer", 17, 8, "", 3, "“한국에서 쇼핑몰", "우리의 관심사다.”"),
    ("question", 19, 9, "", 4, "-현재 관심을", "이야기해 달라."),
    ("answer", 21, 10, "", 4, "“사실 한국인에게는", "경쟁이 될 것이다."),
    ("question", 23, 11, "", 5, "-소프트뱅크 손정의", "투자계획은 없는가?"),
    ("answer", 25, 12, "", 5, "“한국의 스타트업에", "활보하기를 바란다.”"),
    ("question", 27, 13, "", 6, "-삼성과의 협력이야기가", "나오고 있다."),
    ("answer", 29, 14, "", 6, "“한국과 일본에서", "말할 수 있다.(계속)"),
    ("furniture", 31, 15, "", 0, "Leave a Reply", "Leave a Reply"),
]


@pytest.fixture(scope="module")
def seed() -> Article:
    return read(SEED)


def test_has_the_expected_number_of_blocks(seed: Article) -> None:
    assert len(seed.blocks) == len(EXPECTED)


@pytest.mark.parametrize(("index", "expected"), list(enumerate(EXPECTED)))
def test_block(seed: Article, index: int, expected: tuple[str, int, int, str, int, str, str]) -> None:
    block = seed.blocks[index]
    kind, line, paragraph, before, turn, start, end = expected
    assert (block.kind.value, block.place.line, block.paragraph, block.before, block.turn) == (
        (kind, line, paragraph, before, turn)
    )
    assert block.text.startswith(start)
    assert block.text.endswith(end)


def test_blocks_rebuild_every_line(seed: Article) -> None:
    lines = [line for line in SEED.read_text("utf-8").split("\n") if line.strip()]
    rebuilt = [""] * len(lines)
    for block in seed.blocks:
        rebuilt[block.paragraph] += block.before + block.text
    assert rebuilt == lines


def test_article(seed: Article) -> None:
    assert (seed.name, seed.file, seed.format, seed.encoding) == ("150525_top_kor", SEED.name, "txt", "utf-8")
    assert seed.sha256 == hashlib.sha256(SEED.read_bytes()).hexdigest()
    assert seed.title == "[작은거인 알리바바 마윈⑪] “삼성 이재용과 두번 만나 협력관계 논의했다”"
    assert seed.notices == ("page furniture, kept but not translated: line 3, line 31",)
    assert [block.level for block in seed.blocks if block.kind is Kind.HEADING] == [1]
    assert [block.text for block in seed.blocks if not block.translatable] == ["150525_top_kor", "Leave a Reply"]


def test_reads_the_same_twice(seed: Article) -> None:
    assert read(SEED) == seed


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028"])
def test_line_ends_do_not_matter(seed: Article, tmp_path: Path, end: str) -> None:
    path = tmp_path / SEED.name
    path.write_bytes(SEED.read_text("utf-8").replace("\n", end).encode())
    assert read(path).blocks == seed.blocks


@pytest.mark.parametrize(
    ("name", "encode"),
    [
        ("series.md", lambda text: text),
        (
            "series.html",
            lambda text: "<article>" + "".join(f"\n<p>{x}</p>\n" for x in text.split("\n\n")) + "</article>",
        ),
    ],
)
def test_other_formats_find_the_same_kinds(seed: Article, tmp_path: Path, name: str, encode: object) -> None:
    path = tmp_path / f"150525_top_kor{Path(name).suffix}"
    path.write_text(encode(SEED.read_text("utf-8")), "utf-8")  # type: ignore[operator]
    got = [(block.kind, block.text, block.turn, block.before) for block in read(path).blocks]
    assert got == [(block.kind, block.text, block.turn, block.before) for block in seed.blocks]
