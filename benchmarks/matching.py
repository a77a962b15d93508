"""How long it takes to find 10,000 concepts in 100,000 characters, side by side with plain ways to look for them.

Run with ``python benchmarks/matching.py``; the table goes to stdout. The text is the seed article, repeated with other
names in it. The concepts are those of the seed's glossary and made-up names of persons, companies and products, in
Hangul, Latin letters and both, every tenth with a variant. The plain ways know no boundaries, no spacing variants and
no case: what they find too much and too little is counted. CPU time counts what other programs leave alone.
"""

import random
import re
import time
from collections.abc import Callable
from pathlib import Path

from translate.article import Block, Concept, Kind, Segment
from translate.glossary import Termbase, default_paths, load, match
from translate.glossary.matching import teach
from translate.segmentation import segment

ROOT = Path(__file__).parents[1]
SEED = ROOT / "seeds" / "150525_top_kor.txt"
CONCEPTS = 10_000
CHARACTERS = 100_000

SYLLABLES = (
    "가강거고광구권규금기길김나남노단달대덕도동두라란람래로루류리린마만명모무문미민바박배백범병보봉부비빈사산상서석선설성세소"
    "송수순숙승신아안애양어연영예오옥온완용우운원유윤은의이인일임자장재전정제조주준중지진차찬창천철초춘충치태택토파평포표하학한해"
    "향현형호홍화환황회효훈휘흥희니베스츠카컨코콜쿠크타터테텐토톤트티팀퍼페포폰푸프플피핀필"
)
ENDINGS = [
    "전자",
    "건설",
    "홀딩스",
    "테크",
    "바이오",
    "그룹",
    "은행",
    "증권",
    "페이",
    "닷컴",
    "소프트",
    "네트웍스",
    "로보틱스",
    "시스템",
]
LATIN = [
    "alpha",
    "nova",
    "core",
    "link",
    "data",
    "soft",
    "net",
    "pay",
    "cloud",
    "chain",
    "mart",
    "home",
    "work",
    "media",
    "bio",
    "chem",
    "lab",
]
PLACES = re.compile("알리바바|마윈|삼성|이재용|은련|소프트뱅크|손정의|요우커|알리페이|코리아페이")


def names(source: random.Random) -> set[str]:
    """As many different names as there are concepts."""
    made: set[str] = set()
    while len(made) < CONCEPTS:
        hangul = "".join(source.choices(SYLLABLES, k=source.randint(2, 5)))
        latin = source.choice(LATIN).capitalize() + source.choice(LATIN)
        shape = source.choices(
            [
                hangul,
                hangul[:3] + source.choice(ENDINGS),
                f"{hangul[:3]} {source.choice(ENDINGS)}",
                latin + str(source.randint(1, 999)),
                source.choice("ABCDEFGHKLMSTXYZ") + hangul[:2],
            ],
            weights=[60, 15, 10, 10, 5],
        )
        made.update(shape)
    return made


def termbase(source: random.Random) -> Termbase:
    """The seed's glossary, filled up with made-up names."""
    concepts = list(load(default_paths(ROOT / "glossaries")).concepts)
    for number, name in enumerate(sorted(names(source))[: CONCEPTS - len(concepts)]):
        variant = ("".join(source.choices(SYLLABLES, k=4)),) if number % 10 == 0 else ()
        concepts.append(Concept({"ko": (name, *variant), "en": (f"Term {number}",)}))
    return Termbase(tuple(concepts))


def segments(base: Termbase, source: random.Random) -> list[Segment]:
    """The seed article again and again, every time with other names, until there are enough characters."""
    lines = [line for line in SEED.read_text(encoding="utf-8-sig").splitlines() if line]
    forms = [concept.name for concept in base.concepts]
    made: list[Segment] = []
    length = 0
    while length < CHARACTERS:
        blocks = [Block(Kind.PARAGRAPH, PLACES.sub(lambda _: source.choice(forms), line)) for line in lines]
        for one in segment(blocks):
            made.append(Segment(str(len(made)), 0, 0, len(one.source), one.source))
            length += len(one.source)
    return made


def timed(call: Callable[[], int]) -> tuple[float, float, int]:
    """Seconds of CPU, seconds of the clock, and what was found."""
    clock, cpu = time.perf_counter(), time.process_time()
    found = call()
    return time.process_time() - cpu, time.perf_counter() - clock, found


def main() -> None:
    """Prints the table."""
    source = random.Random(1)
    base = termbase(source)
    texts = segments(base, source)
    forms = sorted({form for concept in base.concepts for form in concept.forms("ko")}, key=len, reverse=True)

    def ours() -> int:
        return sum(map(len, match(texts, base).values()))

    def alternation() -> int:
        pattern = re.compile("|".join(map(re.escape, forms)))
        return sum(len(pattern.findall(one.source)) for one in texts)

    def every_form() -> int:
        return sum(one.source.count(form) for form in forms for one in texts)

    def taught() -> int:
        teach(base).tokenize("처음.")
        return 0

    ways = {
        "loading the analyser": taught,
        "glossary.match": ours,
        "one pattern of all forms": alternation,
        "str.count of every form": every_form,
    }
    print(
        f"{len(base.concepts):,} concepts, {len(forms):,} forms, {sum(len(one.source) for one in texts):,} characters"
    )
    print(f"{'':26}{'CPU':>9}{'clock':>9}{'found':>9}{'ratio':>9}")
    figures = {name: timed(call) for name, call in ways.items()}
    unit = figures["glossary.match"][0]
    for name, (cpu, clock, found) in figures.items():
        print(f"{name:26}{cpu:7.2f} s{clock:7.2f} s{found:9,}{cpu / unit:9.2f}")
    total = sum(figures[name][0] for name in ("loading the analyser", "glossary.match"))
    print(f"both of ours together {total:11.2f} s")


if __name__ == "__main__":
    main()
