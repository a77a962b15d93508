"""How fast articles are cut into segments, side by side with the analyser's own splitter, on one core.

Run with ``python benchmarks/segmentation.py``; the table goes to stdout. The text is the seed article, repeated
with other numbers in it until it has a megabyte, so that no cache helps. Two long paragraphs without any
punctuation show that time grows with the length and no faster.
"""

import os
import re
import time
from collections.abc import Callable
from pathlib import Path

from translate.morphology import analyser
from translate.segmentation import spans

SEED = Path(__file__).parents[1] / "seeds" / "150525_top_kor.txt"
SIZE = 1_000_000  # bytes of UTF-8
ROUNDS = 3


def paragraphs() -> list[str]:
    """A megabyte of paragraphs, no two the same."""
    lines = [line for line in SEED.read_text(encoding="utf-8").splitlines() if line]
    made: list[str] = []
    size = number = 0
    while size < SIZE:
        number += 1
        for line in lines:
            made.append(re.sub(r"(\s)", rf"\g<1>{number} ", line, count=1))
            size += len(made[-1].encode())
    return made


def measured(split: Callable[[str], object], texts: list[str]) -> float:
    """The best of some rounds, in seconds."""
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.perf_counter()
        for text in texts:
            split(text)
        best = min(best, time.perf_counter() - start)
    return best


def main() -> None:
    """Prints seconds for a megabyte and the ratio."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    texts = paragraphs()
    kiwi = analyser()
    kiwi.tokenize("처음.")
    ours = measured(spans, texts)
    plain = measured(kiwi.split_into_sents, texts)
    megabytes = sum(len(text.encode()) for text in texts) / 1e6
    print(f"{megabytes:.2f} MB in {len(texts):,} paragraphs, one core, best of {ROUNDS}")
    print(f"segmentation.spans      {ours:6.2f} s  {megabytes / ours:5.2f} MB/s")
    print(f"Kiwi.split_into_sents   {plain:6.2f} s  {megabytes / plain:5.2f} MB/s")
    print(f"ratio of the times      {ours / plain:6.2f}")
    for length in (50_000, 100_000):
        long = ("저는 오늘도 집에 있습니다 " * (length // 15 + 1))[:length]
        print(f"one paragraph, {length:7,} characters, no punctuation: {measured(spans, [long]):5.2f} s")


if __name__ == "__main__":
    main()
