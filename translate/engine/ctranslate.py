"""The CTranslate2 engine: one model package, one direction; whole articles as few, sorted batches."""

import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import product
from pathlib import Path
from typing import Any

from translate.article import Hint
from translate.engine.base import Decoding, Gain, Hypothesis, Progress, Request, Result
from translate.engine.cutting import cut
from translate.engine.modelfiles import vocabulary
from translate.engine.packages import ModelPackage, check
from translate.engine.tokenizers import Tokenizer, tokenizer
from translate.errors import ModelError, OptionError

__all__ = ["DEVICES", "CTranslate", "open_package"]

DEVICES = ("cpu", "cuda", "auto")

SOURCE_LIMIT = 256
"""Source pieces, hints included, that are decoded at once; CTranslate2 drops all behind 1024, the starter knows 512."""
TARGET_LIMITS = (160, 400)
"""Target pieces at which decoding stops: the first for sources up to :data:`SHORT` pieces, the second above."""
SHORT = 80
BATCH_TOKENS = 2048
"""Source pieces of a batch with its padding: big enough for speed, small enough to show progress."""
SHARE = 16
"""Sentences of a batch that one thread decodes at once; a smaller batch is halved. Not a matter of how many threads
there are: the company in a share may move the last digits of a score."""

HEAD = re.compile(r"(?:\[[^\[\]]+\]|【[^【】]+】) ?(?=\S)")
"""A series' name in front of a headline: it has no grammar in common with what follows, and is decoded by itself."""

ARGOS = Decoding(beam=4, length_penalty=0.2, repetition_penalty=1.0)  # as argostranslate.translate decodes
PLACEHOLDERS = tuple(f"⟦{number}⟧" for number in range(6))
MARKERS = ("⟦6⟧", "⟦7⟧")  # stand before hints in the source, never in a translation
FOREIGN = {
    "en": re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]"),
    "zh": re.compile(r"[\u3040-\u30ff\uac00-\ud7a3]"),
}
"""Characters that no translation may have; a model for several languages does mix them."""
END = "</s>"
CONTROL = re.compile(r"<(?!0x)[^<>]+>")  # <0xE3> is a byte of a character


@dataclass(frozen=True, slots=True)
class _Job:
    """A request, or a part of one that is too long.

    Attributes:
        request: Number of the request.
        part: Number of the part.
        pieces: Source pieces.
        prefix: Target pieces that every answer begins with.
    """

    request: int
    part: int
    pieces: list[str]
    prefix: list[str]

    @property
    def limit(self) -> int:
        """Of target pieces. It depends on this source only, so that company in a batch changes no result."""
        return TARGET_LIMITS[len(self.pieces) > SHORT]


class CTranslate:
    """A model package at work. Made by :func:`open_package`.

    See :class:`translate.engine.base.Engine` for the attributes; ``packages`` holds the one package.
    """

    def __init__(self, package: ModelPackage, translator: Any, pieces: Tokenizer) -> None:
        self.packages = (package,)
        self.name = package.label
        self.source, self.target = package.source, package.target
        self.sha256 = package.sha256
        self.reads_hints = package.reads_hints
        self.decoding = Decoding() if package.reads_hints else ARGOS
        self._translator = translator
        self._tokenizer = pieces
        self._readable, self._writable = _vocabularies(package.path / "model")
        self._prefix = [package.target_prefix] if package.target_prefix else []
        self._suppressed = [[piece] for piece in sorted(self._writable) if _wrong(piece, self.target)]
        both = self._readable & self._writable
        self.placeholders = tuple(mark for mark in PLACEHOLDERS if mark in both)
        self._known: dict[str, tuple[bool, bool]] = {}

    def translate(
        self, requests: Sequence[Request], decoding: Decoding, progress: Progress | None = None
    ) -> list[Result]:
        """One result a request, in order; the texts of all requests are decoded in sorted batches.

        Raises:
            ModelError: CTranslate2 failed (out of memory, a CUDA library is missing).
        """
        hints = [self.hints(request) for request in requests]
        parts = [self._parts(request, given) for request, given in zip(requests, hints, strict=True)]
        jobs = [
            _Job(number, part, pieces, prefix)
            for number, some in enumerate(parts)
            for part, (pieces, prefix) in enumerate(zip(some, self._prefixes(requests[number], len(some)), strict=True))
        ]
        open_parts = [len(some) for some in parts]
        decoded: dict[tuple[int, int], list[Hypothesis]] = {}
        for batch in _batches(jobs):
            finished = 0
            for job, hypotheses in zip(batch, self._decode(batch, decoding), strict=True):
                decoded[job.request, job.part] = hypotheses
                open_parts[job.request] -= 1
                finished += not open_parts[job.request]
            if progress and finished:
                progress(finished)
        joint = "" if self.target == "zh" else " "
        return [
            _result([decoded[number, part] for part in range(len(some))], hints[number], joint)
            for number, some in enumerate(parts)
        ]

    def hints(self, request: Request) -> tuple[Hint, ...]:
        """Terms and glosses of the request; empty for a package that reads none."""
        return self._tokenizer.hints(request)

    def gains(self, asked: Sequence[tuple[Request, str, int, int]]) -> list[tuple[Gain, ...]]:
        """See :class:`translate.engine.base.Aligner`; texts above the limits of one decoding are not measured.

        Raises:
            ModelError: CTranslate2 failed.
        """
        sources: list[list[str]] = []
        targets: list[list[str]] = []
        placed = [self._tokenizer.placed(text) for _, text, _, _ in asked]
        for (request, _, start, end), pieces in zip(asked, placed, strict=True):
            hints = self.hints(request)
            sources += [self._tokenizer.encode(request.text, hints), self._hidden(request.text, hints, start, end)]
            targets += [[*self._prefix, *(piece for piece, _, _ in pieces)]] * 2
        scored = self._scored(sources, targets) if asked else []
        made: list[tuple[Gain, ...]] = []
        for number, pieces in enumerate(placed):
            seen, hidden = scored[2 * number], scored[2 * number + 1]
            fits = len(sources[2 * number]) <= SOURCE_LIMIT and len(pieces) <= TARGET_LIMITS[1]
            made.append(_gains(pieces, seen, hidden) if fits else ())
        return made

    def _hidden(self, text: str, hints: Sequence[Hint], start: int, end: int) -> list[str]:
        """Source pieces with a placeholder instead of the span, and without the hints that tell of it."""
        mark = self.placeholders[-1] if self.placeholders else ""
        shift = len(mark) - (end - start)
        kept = [
            hint if hint.end <= start else replace(hint, start=hint.start + shift, end=hint.end + shift)
            for hint in hints
            if hint.end <= start or end <= hint.start
        ]
        return self._tokenizer.encode(text[:start] + mark + text[end:], kept)

    def _scored(self, sources: list[list[str]], targets: list[list[str]]) -> list[list[float]]:
        """The log-probability of each target piece."""
        try:
            found = self._translator.score_batch(sources, targets, max_batch_size=SHARE)
        except (RuntimeError, ValueError, MemoryError) as error:
            raise self._failed(error) from error
        return [one.log_probs for one in found]

    def _prefixes(self, request: Request, parts: int) -> list[list[str]]:
        """Target pieces that each part begins with; only of a head and what follows is known which part they are of."""
        texts = [request.prefix]
        if parts == 2 and HEAD.match(request.text):
            end = max(map(request.prefix.find, "]】")) + 1 or len(request.prefix)
            texts = [request.prefix[:end], request.prefix[end:].lstrip()]
        if len(texts) != parts:
            return [[] for _ in range(parts)]
        return [[piece for piece, _, _ in self._tokenizer.placed(text)] for text in texts]

    def _failed(self, error: Exception) -> ModelError:
        return ModelError(
            f"decoding failed: {str(error).strip() or type(error).__name__}",
            where=self.packages[0].path,
            hint="try --device cpu, a smaller --beam, or another --engine",
        )

    def reads(self, text: str) -> bool:
        """True where every character is in the source vocabulary."""
        return all(self._knows(char)[0] for char in text)

    def writes(self, text: str) -> bool:
        """True where every character is in the target vocabulary."""
        return all(self._knows(char)[1] for char in text)

    def _knows(self, char: str) -> tuple[bool, bool]:
        known = self._known.get(char)
        if known is None:
            known = self._known[char] = self._look_up(char)
        return known

    def _look_up(self, char: str) -> tuple[bool, bool]:
        if "\ud800" <= char <= "\udfff":
            return False, False
        pieces = [piece for piece in self._tokenizer.plain(char) if piece != "▁"]
        return self._readable.issuperset(pieces), self._writable.issuperset(pieces)

    def _parts(self, request: Request, hints: Sequence[Hint]) -> list[list[str]]:
        """Source pieces of the request, in several parts where they are too many for one decoding."""

        def pieces(start: int, end: int) -> list[str]:
            inside = [
                replace(hint, start=hint.start - start, end=hint.end - start)
                for hint in hints
                if start <= hint.start < end
            ]
            return self._tokenizer.encode(request.text[start:end], inside)

        def fits(start: int, end: int) -> bool:
            return len(pieces(start, end)) <= SOURCE_LIMIT

        head = HEAD.match(request.text)
        first = head.end() if head else 0
        if fits(first, len(request.text)):
            return [pieces(*span) for span in ((0, first), (first, len(request.text))) if span[1]]
        keep = [(hint.start, hint.end) for hint in hints]
        return [pieces(*span) for span in cut(request.text, fits, keep)]

    def _decode(self, batch: Sequence[_Job], decoding: Decoding) -> list[list[Hypothesis]]:
        limit = batch[0].limit
        prefixes = [[*self._prefix, *job.prefix] for job in batch]
        try:
            answers = self._translator.translate_batch(
                [job.pieces for job in batch],
                target_prefix=prefixes if any(prefixes) else None,
                beam_size=decoding.beam,
                num_hypotheses=decoding.beam,
                length_penalty=decoding.length_penalty,
                repetition_penalty=decoding.repetition_penalty,
                no_repeat_ngram_size=decoding.no_repeat,
                max_batch_size=min(SHARE, -(-len(batch) // 2)),
                max_input_length=0,  # the limits are kept above
                max_decoding_length=limit,
                disable_unk=True,
                suppress_sequences=self._suppressed or None,
                return_scores=True,
                return_end_token=True,
            )
        except (RuntimeError, ValueError, MemoryError) as error:
            raise self._failed(error) from error
        return [self._hypotheses(*pair, decoding) for pair in zip(answers, prefixes, strict=True)]

    def _hypotheses(self, answer: Any, prefix: Sequence[str], decoding: Decoding) -> list[Hypothesis]:
        """Distinct texts, best first; scores as means over the pieces that the model chose itself."""
        made: dict[str, Hypothesis] = {}
        for pieces, score in zip(answer.hypotheses, answer.scores, strict=True):
            ended = pieces[-1:] == [END]
            chosen = len(pieces) - len(prefix)
            mean = score * len(pieces) ** decoding.length_penalty / max(1, chosen)
            text = self._tokenizer.decode(pieces[len(self._prefix) : len(pieces) - ended])
            made.setdefault(text, Hypothesis(text, min(0.0, mean), cut=not ended))
        return list(made.values())


def open_package(package: ModelPackage, threads: int = 0, device: str = "cpu") -> CTranslate:
    """Loads a package; models that several directions share are loaded once.

    Args:
        package: What to load.
        threads: Of the decoder; 0 takes all cores that this process may use.
        device: ``cpu``, ``cuda``, or ``auto`` for a CUDA device where there is one.

    Raises:
        OptionError: No such device, or a negative number of threads.
        ModelError: The package is broken, or there is no CUDA device.
    """
    if threads < 0:
        raise OptionError(f"{threads} threads make no sense", hint="give 0 for all cores, or a positive number")
    if device not in DEVICES:
        raise OptionError(f"unknown device {device!r}", hint=f"choose from {', '.join(DEVICES)}")
    check(package.path)
    _, writable = _vocabularies(package.path / "model")
    device = _device(device)
    cores = threads or _cores()
    size = sum(file.stat().st_size for file in (package.path / "model").iterdir())  # another file, another model
    return CTranslate(package, _translator(package.path / "model", device, cores, size), tokenizer(package, writable))


def _device(device: str) -> str:
    import ctranslate2

    if device == "cpu":
        return device
    found = ctranslate2.get_cuda_device_count() > 0
    if device == "cuda" and not found:
        raise ModelError("there is no CUDA device here", hint="use --device cpu")
    return "cuda" if found else "cpu"


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@lru_cache(maxsize=4)
def _translator(model: Path, device: str, threads: int, size: int) -> Any:
    import ctranslate2

    try:
        # several sentences side by side, each on one core: twice as fast as several cores on one sentence
        workers = {"inter_threads": threads, "intra_threads": 1} if device == "cpu" else {}
        return ctranslate2.Translator(str(model), device=device, **workers)
    except (RuntimeError, ValueError, MemoryError, OSError) as error:
        raise ModelError(
            f"the model cannot be loaded, {size} bytes: {str(error).strip() or type(error).__name__}",
            where=model,
            hint="install the package anew, or keep the starter with --engine starter",
        ) from error


@cache
def _vocabularies(model: Path) -> tuple[frozenset[str], frozenset[str]]:
    """The source and the target vocabulary, without the piece for all that is in neither.

    Raises:
        ModelError: They are missing or malformed.
    """
    source, target = (frozenset(vocabulary(model, side)) - {"<unk>"} for side in ("source", "target"))
    return source, target


def _wrong(piece: str, target: str) -> bool:
    """True for pieces that must not be chosen: control pieces (which models repeat after the end), wrong scripts."""
    if piece in MARKERS or (CONTROL.fullmatch(piece) and piece != END):
        return True
    return target in FOREIGN and bool(FOREIGN[target].search(piece))


def _gains(pieces: Sequence[tuple[str, int, int]], seen: Sequence[float], hidden: Sequence[float]) -> tuple[Gain, ...]:
    """Both scores end with that of the end piece, and may begin with that of the package's prefix."""
    first = len(seen) - 1 - len(pieces)
    pairs = zip(pieces, seen[first:-1], hidden[first:-1], strict=True)
    return tuple(Gain(start, end, with_it - without, with_it) for (_, start, end), with_it, without in pairs)


def _batches(jobs: Sequence[_Job]) -> Iterator[list[_Job]]:
    """The jobs sorted by length, longest first, in batches of one length limit and of bounded size."""
    groups: defaultdict[int, list[_Job]] = defaultdict(list)
    for job in sorted(jobs, key=lambda job: (-len(job.pieces), job.request, job.part)):
        groups[job.limit].append(job)
    for group in groups.values():
        start = 0
        while start < len(group):
            count = max(1, BATCH_TOKENS // max(1, len(group[start].pieces)))
            yield group[start : start + count]
            start += count


def _result(parts: Sequence[Sequence[Hypothesis]], hints: tuple[Hint, ...], joint: str) -> Result:
    """One result from the hypotheses of each part: of two parts each with each, the sum of their ranks deciding;
    of more the best with the best, the second with the second.
    """
    if len(parts) == 1:
        return Result(tuple(parts[0]), hints)
    depth = max(map(len, parts), default=0)
    ranks: Iterable[tuple[int, ...]] = ((rank,) * len(parts) for rank in range(depth))
    if len(parts) == 2:
        ranks = sorted(product(*(range(len(part)) for part in parts)), key=sum)  # stable
    made = (
        _joined([part[min(rank, len(part) - 1)] for part, rank in zip(parts, some, strict=True)], joint)
        for some in ranks
    )
    return Result(tuple(made) or (Hypothesis("", 0.0),), hints, (f"source cut into {len(parts)} parts",))


def _joined(chosen: Sequence[Hypothesis], joint: str) -> Hypothesis:
    """The hypotheses in a row; the score is the mean over their characters, the pieces are not known here."""
    weights = [max(1, len(one.text)) for one in chosen]
    score = sum(one.score * weight for one, weight in zip(chosen, weights, strict=True)) / sum(weights)
    return Hypothesis(joint.join(one.text for one in chosen), score, any(one.cut for one in chosen))
