"""The glossary of the series: what it holds, and what it finds in the article."""

from pathlib import Path

import pytest

from translate.article import Segment, Status
from translate.glossary import default_paths, load, match

ROOT = Path(__file__).parents[2]
TERMBASE = load(default_paths(ROOT / "glossaries"))
ARTICLE = (ROOT / "seeds" / "150525_top_kor.txt").read_text(encoding="utf-8-sig")


def test_it_has_the_concepts_of_the_series_in_both_languages() -> None:
    assert len(TERMBASE.concepts) >= 90
    lacking = [c.name for c in TERMBASE.concepts if not (c.forms("en") and c.forms("zh"))]
    assert lacking == ["안동일"]  # how the author writes his name in Chinese is not known
    assert {c.status for c in TERMBASE.concepts} == {Status.PREFERRED, Status.DO_NOT_TRANSLATE}
    assert sum(bool(c.forbidden) for c in TERMBASE.concepts) >= 4


def test_chinese_terms_are_simplified_and_english_ones_ascii() -> None:
    chinese = "".join(form for c in TERMBASE.concepts for form in c.forms("zh"))
    assert not set(chinese) & set("馬雲銀聯騰訊電國會長員業務網絡麗龍東車間學開發關係實體價資產書愛優錢財")
    assert all(form.isascii() for c in TERMBASE.concepts for form in c.forms("en"))


PARAGRAPHS = {
    "[작은거인": "작은거인 알리바바 마윈 삼성 이재용",
    "[아시아엔": "아시아엔 안동일 작은_거인 알리바바 마윈 IT 핀테크 아시아엔 기자간담회",
    "-중국이": "은련(銀聯) 알리바바",
    "“새로운": "알리바바",
    "-중국에서": "전자결제 알리바바그룹",
    "“나도": "알리바바 O2O 알리바바 O2O 온라인_투_오프라인 오프라인_투_온라인 클라우드 빅데이터 O2O 클라우드 알라비바",
    "-한국": "",
    "“한국에서": "알리바바 알리바바 전자상거래 요우커 한국관 알리페이 코리아페이 알리페이 물류기업 물류_플랫폼 "
    "전자상거래",
    "-현재": "알리페이 코리안페이",
    "“사실": "알리페이 코리아페이 알리페이 코리안페이 중소기업 알리페이 클라우드 빅데이터 클라우드 "
    "빅데이터 인터넷_사고방식",
    "-소프트뱅크": "소프트뱅크 손정의 알리바바 알리바바 스타트업",
    "“한국의": "스타트업 투자의향서 스타트업 알리바바 실리콘밸리 이스라엘 스타트업 중소기업 중소기업",
    "-삼성과의": "삼성",
    "“한국과": "이재용",
}


@pytest.mark.parametrize(("start", "expected"), PARAGRAPHS.items())
def test_every_term_of_the_article_is_found(start: str, expected: str) -> None:
    (text,) = (line.strip() for line in ARTICLE.splitlines() if line.startswith(start))
    hits = match([Segment("1", 0, 0, len(text), text)], TERMBASE).get("1", ())
    assert [text[hit.start : hit.end].replace(" ", "_") for hit in hits] == expected.split()
