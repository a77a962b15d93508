"""The seed article, segment by segment."""

from pathlib import Path

from translate import readers
from translate.article import Block, Kind
from translate.segmentation import segment

SEED = Path(__file__).parents[2] / "seeds" / "150525_top_kor.txt"


def test_seed() -> None:
    blocks = readers.read(SEED).blocks
    segments = segment(blocks)
    sources = [one.source for one in segments]
    assert len(segments) == 55
    assert [one.id for one in segments] == [str(number + 1) for number in range(55)]
    assert sources[0] == "[작은거인 알리바바 마윈⑪] “삼성 이재용과 두번 만나 협력관계 논의했다”"
    assert sources[1] == "[아시아엔=안동일 동아시아전문가]"
    assert sources[3] == "‘아시아엔’은 지난 회에 이어 기자간담회를 중심으로 그의 방한 중 주요 발언과 행보를 싣는다."
    assert sources[4] == "-편집자"
    assert sources[7] == "“새로운 시장의 출현은 전통 결제시장에 있어 큰 도전과제가 될 수 있다."
    assert sources[9] == "다만 이 부분은 알리바바가 걱정해야 할 이슈는 아니라고 본다.”"
    assert sources[19:21] == ["-한국 진출 계획은 있나?", "국내 기업들과의 협업은 어떻게 생각하나?"]
    assert sources[22] == "‘Do business in Korea’가 아니라 한국기업과 협력을 통한 비즈니스를 지향한다."
    assert sources[45] == "“한국의 스타트업에 대해 (투자)관심이 많다."
    assert sources[-2:] == ["사실상 양측은 이미 사업분야에서 협력을 하고 있다고 말할 수 있다.", "(계속)"]
    assert all(source.endswith((".", "?", "”", "”", "]", "자", ")")) for source in sources)


def test_every_block_is_rebuilt() -> None:
    blocks = readers.read(SEED).blocks
    segments = segment(blocks)
    for index, block in enumerate(blocks):
        own = [one for one in segments if one.block == index]
        assert bool(own) == block.translatable
        position = 0
        for one in own:
            assert block.text[one.start : one.end] == one.source
            assert block.text[position : one.start].strip() == ""
            position = one.end
        assert not own or position == len(block.text)


def test_kinds() -> None:
    text = "그는 웃었다. 나는 울었다."
    for kind in Kind:
        found = [one.source for one in segment([Block(kind, text)])]
        if kind in (Kind.FURNITURE, Kind.CODE):
            assert found == []
        elif kind in (Kind.HEADING, Kind.BYLINE):
            assert found == [text]
        else:
            assert found == ["그는 웃었다.", "나는 울었다."]
