"""What enforcing a glossary brings and costs: three glossaries side by side, on sentences written for it.

Run with ``python benchmarks/terms.py [--pivot] [--sentences N]``; a table goes to stdout, behind it the signature.

The set is ``benchmarks/data/terms-*.tsv``: concepts, and Korean sentences that hold them with English and Chinese
references. No engine was trained on it. The modes:

none
    No glossary. Hits are counted all the same, to see which terms the engine gets right by itself.
right
    The glossary of the set.
random
    The same concepts with targets that nobody would guess: invented names and unlikely words, made by a fixed seed.

Success is the share of hits whose term stands in an accepted form in the finished text; flagged is the share that is
marked as missing: nothing may be both missing and not marked. chrF is that of sacreBLEU against the references; against
the random glossary's output it also stands against the references with the random terms put in.
"""

import argparse
import json
import os
import random
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from sacrebleu.metrics import CHRF

from translate import engine, glossary, pipeline, typography
from translate.article import Rung, Segment, TermHit, Translation
from translate.engine.base import Engine, Outcome, Request
from translate.engine.packages import STARTER
from translate.engine.trust import Trust, trust
from translate.glossary import Termbase, Tools
from translate.glossary.forms import accepted, occurrences

DATA = Path(__file__).parent / "data"
LANGUAGES = ("en", "zh")
SYLLABLES = "zor vek lim tash quo bren pell ost dra mun kai fyr wol gint hesp jor".split()  # noqa: SIM905
WORDS = "amber teapot lattice walrus copper lantern violet anvil quilted harbor marble pigeon brass thicket".split()  # noqa: SIM905
HAN = "翠鲸砚岚梭霁藤棠砾翎筏苔陀钧篱澜琥椿鹭笙"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A line of the set."""

    source: str
    references: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Figures:
    """What one mode came to."""

    hits: int
    success: float
    flagged: float
    silent: int
    seconds: float
    chrf: float
    chrf_put_in: float
    rungs: Mapping[str, int]
    metric: str


def sentences() -> list[Sentence]:
    """All sentences of the set."""
    made: list[Sentence] = []
    for path in sorted(DATA.glob("terms-*.sentences.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines()[1:]:
            source, english, chinese = line.split("\t")
            made.append(Sentence(source, {"en": english, "zh": chinese}))
    return made


def right() -> Termbase:
    """The glossary of the set."""
    return glossary.load(sorted(DATA.glob("terms-*.concepts.tsv")))


def unlikely(termbase: Termbase, seed: int = 0) -> Termbase:
    """The same concepts, each with targets that no one would guess."""
    dice = random.Random(seed)
    concepts = []
    for concept in termbase.concepts:
        targets = {"ko": concept.forms("ko")}
        if concept.forms("en"):
            targets["en"] = (_english(dice),)
        if concept.forms("zh"):
            targets["zh"] = ("".join(dice.sample(HAN, dice.randint(2, 4))),)
        concepts.append(replace(concept, terms=targets, forbidden={}))
    listed = "\n".join(f"{concept.name}\t{concept.forms('en')}\t{concept.forms('zh')}" for concept in concepts)
    return replace(termbase, concepts=tuple(concepts), sha256=sha256(listed.encode()).hexdigest())


def _english(dice: random.Random) -> str:
    if dice.random() < 0.5:
        return " ".join(dice.sample(WORDS, 2))
    names = ("".join(dice.sample(SYLLABLES, 2)).capitalize() for _ in range(dice.randint(1, 2)))
    return " ".join(names)


def translated(
    segments: Sequence[Segment], hits: Mapping[str, tuple[TermHit, ...]], loaded: Engine
) -> tuple[list[Translation], float]:
    """Translations and seconds."""

    def decode(one: Engine, trusted: Trust, requests: Sequence[Request], patient: bool) -> list[Outcome]:
        return engine.translate(one, requests, placeholders=trusted.placeholders, patient=patient)

    def finish(text: str, protect: Sequence[str], language: str) -> str:
        return typography.finish(text, language, protect=protect, quotes="curly")

    start = time.perf_counter()
    made = glossary.enforce(segments, hits, loaded, Tools(decode, finish, trust))
    return made, time.perf_counter() - start


def put_in(reference: str, hits: Sequence[TermHit], instead: Mapping[str, str], language: str) -> str:
    """The reference with the random terms for the right ones."""
    for hit in hits:
        for start, end in sorted(occurrences(reference, accepted(hit.concept, language), language), reverse=True):
            reference = reference[:start] + instead[hit.concept.name] + reference[end:]
    return reference


def figures(
    made: Sequence[Translation], seconds: float, hits: Mapping[str, tuple[TermHit, ...]], texts: Sequence[Sentence],
    swapped: Mapping[str, str], language: str, right_hits: Mapping[str, tuple[TermHit, ...]],
) -> Figures:  # fmt: skip
    """Counts over all sentences; ``hits`` are those of the glossary that the success is measured with."""
    uses = [use for one in made for use in glossary.uses(one.text, hits.get(one.segment, ()), language)]
    marked = {one.segment for one in made if one.rung is Rung.FAILED}
    missing = [
        one.segment
        for one in made
        for use in glossary.uses(one.text, hits.get(one.segment, ()), language)
        if not use.enforced
    ]
    plain = [one.references[language] for one in texts]
    other = [
        put_in(reference, right_hits.get(str(number), ()), swapped, language) if swapped else reference
        for number, reference in enumerate(plain)
    ]
    metric = CHRF()
    output = [one.text for one in made]
    return Figures(
        hits=len(uses),
        success=sum(use.enforced for use in uses) / len(uses),
        flagged=sum(segment in marked for segment in missing) / len(uses),
        silent=sum(segment not in marked for segment in missing),
        seconds=seconds,
        chrf=metric.corpus_score(output, [plain]).score,
        metric=str(metric.get_signature()),
        chrf_put_in=metric.corpus_score(output, [other]).score,
        rungs=Counter(one.rung.value for one in made if hits.get(one.segment)),
    )


def row(mode: str, found: Figures, base: float, *, enforced: bool) -> str:
    """A line of the table."""
    total = sum(found.rungs.values())
    used = [rung.value for rung in Rung if rung.value in found.rungs]
    shares = "  ".join(f"{name} {found.rungs[name] / total:.1%}" for name in used)
    flags = f"{found.flagged:8.2%} {found.silent:7}" if enforced else f"{'':16}"
    return (
        f"{mode:8}{found.hits:6}{found.success:9.2%} {flags}{found.chrf:8.1f}{found.chrf_put_in:8.1f}"
        f"{found.seconds:8.1f} s{found.seconds / base:7.2f}  {shares if enforced else ''}"
    )


def run(loaded: Engine, texts: Sequence[Sentence]) -> None:
    """Prints the table of one engine."""
    language = loaded.target
    segments = [Segment(str(n), 0, 0, len(one.source), one.source) for n, one in enumerate(texts)]
    base, odd = right(), unlikely(right())
    right_hits, odd_hits = glossary.match(segments, base), glossary.match(segments, odd)
    swapped = {concept.name: concept.forms(language)[0] for concept in odd.concepts if concept.forms(language)}
    translated(segments[:8], {}, loaded)  # libraries loaded, self-test done
    trust(loaded)
    print(f"\n{loaded.name}: {len(segments):,} sentences, {len(base.concepts)} concepts")
    print("mode      hits  success  flagged  silent    chrF put in      time  ratio  rungs (segments with hits)")
    none, seconds = translated(segments, {}, loaded)
    found = figures(none, seconds, right_hits, texts, {}, language, right_hits)
    print(row("none", found, seconds, enforced=False))
    made, time_right = translated(segments, right_hits, loaded)
    print(row("right", figures(made, time_right, right_hits, texts, {}, language, right_hits), seconds, enforced=True))
    made, time_odd = translated(segments, odd_hits, loaded)
    found = figures(made, time_odd, odd_hits, texts, swapped, language, right_hits)
    print(row("random", found, seconds, enforced=True))
    print(f"{found.metric}|glossary:{base.short}|random:{odd.short}", end="|")
    print(f"yeonjae:{pipeline.__version__}|{loaded.name}#{loaded.sha256[:12]}")


def pivot_packages(folder: Path) -> None:
    """Two packages, Korean→English and English→Chinese, made of the starter's files without its hints."""
    for source, target in (("ko", "en"), ("en", "zh")):
        package = folder / f"translate-{source}_{target}"
        shutil.copytree(STARTER / "model", package / "model")
        shutil.copy(STARTER / "sentencepiece.model", package)
        metadata = {"package_version": "1.0", "from_code": source, "to_code": target, "target_prefix": f"<2{target}>"}
        (package / "metadata.json").write_text(json.dumps(metadata), encoding="utf-8")


def main() -> None:
    """Prints a table an engine."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pivot", action="store_true", help="Korean → English → Chinese instead of the starter")
    parser.add_argument("--sentences", type=int, default=0, help="the first so many only")
    options = parser.parse_args()
    texts = sentences()[: options.sentences or None]
    if not options.pivot:
        for language in LANGUAGES:
            run(engine.load(language, choice="starter"), texts)
        return
    with tempfile.TemporaryDirectory() as folder:
        if not os.environ.get("ARGOS_PACKAGES_DIR"):
            pivot_packages(Path(folder))
            os.environ["ARGOS_PACKAGES_DIR"] = folder
        run(engine.load("zh", choice="argos"), texts)


if __name__ == "__main__":
    main()
