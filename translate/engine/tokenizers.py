"""From text to the pieces that a model reads, and back.

Tokenizers of installed packages are those of Argos Translate; only its detokenizer is not used for SentencePiece,
because it turns every ``_`` into a space.
"""

import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from translate.article import Hint
from translate.engine.base import Request
from translate.engine.hints import BEGIN, Hinter, encode, normalise, unmarked
from translate.errors import ModelError

if TYPE_CHECKING:
    from translate.engine.packages import ModelPackage

__all__ = ["HintTokenizer", "PlainTokenizer", "Tokenizer", "tokenizer"]

REMEMBERED = 4096
"""Sentences whose hints are kept."""
UNWRITABLE = -100.0
"""Log-probability of a character that no piece has, far below all pieces."""

Placed = tuple[str, int, int]
"""A piece, and start and end of what it stands for in the text."""


class Tokenizer(Protocol):
    """What an engine needs to know of a package's pieces."""

    def hints(self, request: Request) -> tuple[Hint, ...]:
        """What stands in the input beside the text; offsets into ``request.text``."""
        ...

    def encode(self, text: str, hints: Sequence[Hint]) -> list[str]:
        """Source pieces of a text with its hints."""
        ...

    def plain(self, text: str) -> list[str]:
        """Pieces of the text alone."""
        ...

    def placed(self, text: str) -> list[Placed]:
        """Pieces of a target text as the model writes them, with their places; none where these are not known."""
        ...

    def decode(self, pieces: Sequence[str]) -> str:
        """The text of target pieces."""
        ...


class HintTokenizer:
    """SentencePiece with hints in the input."""

    def __init__(self, folder: Path, target: str, writable: frozenset[str]) -> None:
        self._processor = _processor(folder / "sentencepiece.model")
        self._writable = writable
        self._folder = folder
        self._target = target
        self._hinter: Hinter | None = None
        self._found = lru_cache(maxsize=REMEMBERED)(self._look_up)

    def hints(self, request: Request) -> tuple[Hint, ...]:
        """Terms and glosses, left to right; a sentence that is decoded again is not analysed again."""
        return self._found(request.text, request.terms)

    def _look_up(self, text: str, terms: tuple[Hint, ...]) -> tuple[Hint, ...]:
        if self._hinter is None:  # Kiwi is needed for the first sentence only, not to list or check packages
            self._hinter = _hinter(self._folder)
        normal = normalise(text)
        found = self._hinter.hints(normal.text, self._target, [_moved(hint, normal.forward) for hint in terms])
        return tuple(_moved(hint, normal.back) for hint in found)

    def encode(self, text: str, hints: Sequence[Hint]) -> list[str]:
        """See :func:`translate.engine.hints.encode`."""
        normal = normalise(text)
        return encode(normal.text, [_moved(hint, normal.forward) for hint in hints], self._processor)

    def plain(self, text: str) -> list[str]:
        """Pieces of the normalised text."""
        pieces: list[str] = self._processor.encode(normalise(text).text, out_type=str)
        return pieces

    def placed(self, text: str) -> list[Placed]:
        """Pieces of the normalised text, with their places in the text itself."""
        normal = normalise(text)
        placed = _placed(self._processor, normal.text, self._writable)
        return [(piece, *normal.back(start, end)) for piece, start, end in placed]

    def decode(self, pieces: Sequence[str]) -> str:
        """The text, trimmed."""
        return str(self._processor.decode_pieces(list(pieces))).replace(BEGIN, " ").strip()


class PlainTokenizer:
    """A tokenizer of Argos Translate; hints have no place in its input."""

    def __init__(self, inner: Any, writable: frozenset[str]) -> None:
        self._inner = inner
        self._writable = writable
        self._processor = inner.lazy_processor() if hasattr(inner, "lazy_processor") else None

    def hints(self, request: Request) -> tuple[Hint, ...]:
        """None."""
        return ()

    def encode(self, text: str, hints: Sequence[Hint]) -> list[str]:
        """Pieces of the text, white space folded."""
        return self.plain(" ".join(text.split()))

    def plain(self, text: str) -> list[str]:
        """Pieces of the text as it is."""
        return [str(piece) for piece in self._inner.encode(text)]

    def placed(self, text: str) -> list[Placed]:
        """Pieces with their places, of SentencePiece; none of BPE."""
        return _placed(self._processor, text, self._writable) if self._processor else []

    def decode(self, pieces: Sequence[str]) -> str:
        """The text, trimmed."""
        if self._processor is None:
            return str(self._inner.decode(list(pieces))).strip()
        return str(self._processor.decode_pieces(list(pieces))).replace(BEGIN, " ").strip()


def tokenizer(package: "ModelPackage", writable: frozenset[str]) -> Tokenizer:
    """The tokenizer of a package.

    Args:
        package: Whose.
        writable: The target vocabulary, which may be smaller than the tokenizer's own.

    Raises:
        ModelError: Its files are broken.
    """
    if package.reads_hints:
        return HintTokenizer(package.path, package.target, writable)
    try:
        return PlainTokenizer(_argos().Package(package.path).tokenizer, writable)
    except (OSError, RuntimeError, ValueError, ImportError, AttributeError, TypeError) as error:
        raise ModelError(
            f"the tokenizer cannot be loaded: {_first_line(error)}", where=package.path, hint="install the package anew"
        ) from error


def _placed(processor: Any, text: str, writable: frozenset[str]) -> list[Placed]:
    """SentencePiece's pieces with offsets in code points, those that the model cannot write spelt with others."""
    found = processor.encode(text, return_type="offset_mapping")
    pieces = unmarked(text, list(found["pieces"]), processor)
    places = found["offsets"][len(found["offsets"]) - len(pieces) :]
    made: list[Placed] = []
    for piece, (start, end) in zip(pieces, places, strict=True):
        if piece in writable:
            made.append((piece, start, end))
            continue
        done = start
        shift = len(piece) - (end - start)  # the mark of a text's first word stands for nothing in it
        for part in _spelt(piece, writable, processor):
            size = max(0, len(part) - (shift if part.startswith(BEGIN) else 0))
            made.append((part, done, min(end, done + size)))
            done = made[-1][2]
    return made


def _spelt(piece: str, writable: frozenset[str], processor: Any) -> list[str]:
    """The most probable way to write a piece with those that the model has; a character that none has stays alone."""
    best: list[tuple[float, list[str]]] = [(0.0, [])]
    for end in range(1, len(piece) + 1):
        ways = []
        for start in range(end):
            part = piece[start:end]
            if part in writable or end - start == 1:
                score = processor.get_score(processor.piece_to_id(part)) if part in writable else UNWRITABLE
                ways.append((best[start][0] + score, [*best[start][1], part]))
        best.append(max(ways))
    return best[-1][1]


def _processor(file: Path) -> Any:
    from sentencepiece import SentencePieceProcessor

    try:
        return SentencePieceProcessor(model_file=str(file))
    except (OSError, RuntimeError, ValueError, TypeError) as error:
        raise ModelError(
            f"the tokenizer cannot be loaded: {_first_line(error)}", where=file, hint="install the package anew"
        ) from error


def _hinter(folder: Path) -> Hinter:
    try:
        return Hinter.load(folder)
    except (OSError, UnicodeError) as error:
        raise ModelError(
            f"the lexicon cannot be read: {_first_line(error)}", where=folder, hint="install the package anew"
        ) from error


def _moved(hint: Hint, move: Any) -> Hint:
    start, end = move(hint.start, hint.end)
    return Hint(start, end, hint.form, hint.kind, hint.origin)


def _argos() -> Any:
    """``argostranslate.package``; where its folders cannot be created in the home folder, they are made elsewhere.

    Raises:
        ImportError: It is not installed.
    """
    try:
        from argostranslate import package
    except OSError:
        with _elsewhere():
            from argostranslate import package
    return package


@contextmanager
def _elsewhere() -> Iterator[None]:
    """Sends the folders that importing ``argostranslate.settings`` creates to a temporary place."""
    names = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "ARGOS_PACKAGES_DIR")
    before = {name: os.environ.get(name) for name in names}
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(dict.fromkeys(names, folder))
        try:
            yield
        finally:
            for name, value in before.items():
                if value is None:
                    del os.environ[name]
                else:
                    os.environ[name] = value


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0]
