"""The files of a model, looked at without loading it: whole weights, vocabularies, the pieces of the tokenizer.

``model.bin`` is walked as ``ModelSpec._serialize`` of CTranslate2 (``ctranslate2/specs/model_spec.py``) writes it,
little-endian::

    file      = binary version (uint32), name of the specification (string), its revision (uint32),
                number of variables (uint32), variables, number of aliases (uint32), aliases
    variable  = name (string), rank (uint8), dimensions (uint32 each), type (uint8), bytes (uint32), data
    alias     = its name (string), name of the variable (string)
    string    = length with the final NUL (uint16), UTF-8, NUL

Earlier binary versions, which CTranslate2 still loads (``Model::load`` in its ``src/models/model.cc``), lack the
specification (1), the aliases (1, 2), and give the width and the number of items for type and bytes (1 to 3).
CTranslate2 itself finds out that data is missing only when it has read all before it, and never that there is too much.
"""

import json
import math
import struct
from pathlib import Path
from typing import BinaryIO

from translate.errors import ModelError

__all__ = ["BINARY_VERSION", "check_pieces", "check_weights", "vocabulary"]

BINARY_VERSION = 6
"""The latest that is known here: ``CURRENT_BINARY_VERSION`` of CTranslate2 4."""

ITEM_SIZES = (4, 1, 2, 4, 2, 2)
"""Bytes of an item of each type, in the order of ``_dtype_to_type_id``: float32, int8, int16, int32, float16,
bfloat16."""

HINT = "install the package anew"


class _Reader:
    """Reads a file from left to right; raises ModelError where it ends too early."""

    def __init__(self, file: BinaryIO, path: Path) -> None:
        self._file, self._path = file, path
        self._size = path.stat().st_size
        self._place = 0

    def skip(self, count: int) -> None:
        """Passes over ``count`` bytes, which must be there."""
        self._place += count
        if self._place > self._size:
            raise _broken(self._path, f"is incomplete: {self._size:,} bytes, at least {self._place:,} expected")
        self._file.seek(self._place)

    def bytes(self, count: int) -> bytes:
        """The next ``count`` bytes."""
        data = self._file.read(count)
        self.skip(count)
        return data

    def number(self, layout: str = "I") -> int:
        """An unsigned number; ``layout`` is B, H or I, as in :mod:`struct`."""
        return int(struct.unpack(f"<{layout}", self.bytes(struct.calcsize(layout)))[0])

    def string(self) -> str:
        """A string, without its NUL."""
        data = self.bytes(self.number("H"))
        if not data.endswith(b"\0"):
            raise _broken(self._path, f"is malformed at byte {self._place:,}")
        return data[:-1].decode("utf-8", "replace")

    def rest(self) -> int:
        """How many bytes are left."""
        return self._size - self._place


def check_weights(file: Path) -> None:
    """Walks through ``model.bin`` by its own table of contents: a few hundred seeks, whatever its size.

    Raises:
        ModelError: It is shorter or longer than it says, malformed, of a later version, or cannot be read.
    """
    try:
        with file.open("rb") as opened:
            _walk(_Reader(opened, file), file)
    except OSError as error:
        raise _unreadable(file, error) from error


def _walk(reader: _Reader, file: Path) -> None:
    version = reader.number()
    if BINARY_VERSION < version < 100:
        hint = "install a later version of CTranslate2, or an earlier package"
        raise ModelError(f"{file.name} was made by a later version of CTranslate2", where=file.parent, hint=hint)
    if not 1 <= version <= BINARY_VERSION:
        raise _broken(file, "is no model of CTranslate2")
    if version >= 2:
        reader.string()
        reader.number()
    for _ in range(reader.number()):
        _variable(reader, file, typed=version >= 4)
    if version >= 3:
        for _ in range(reader.number()):
            reader.string()
            reader.string()
    if rest := reader.rest():
        raise _broken(file, f"has {rest:,} byte{'s' if rest > 1 else ''} behind its end")


def _variable(reader: _Reader, file: Path, *, typed: bool) -> None:
    """Passes over a variable; its size in bytes must be that of its shape, or loading it would write beyond it."""
    name = reader.string()
    rank = reader.number("B")
    items = math.prod(reader.number() for _ in range(rank))
    kind, size = reader.number("B"), reader.number()
    width = (ITEM_SIZES[kind] if kind < len(ITEM_SIZES) else 0) if typed else kind
    if not width or items * width != (size if typed else size * width):
        raise _broken(file, f"is malformed: the size of {name} is not that of its shape")
    reader.skip(items * width)


def vocabulary(model: Path, side: str) -> list[str]:
    """The pieces of a vocabulary, in order: ``{side}_vocabulary`` or ``shared_vocabulary``, ``.json`` or ``.txt``.

    Args:
        model: The folder that holds ``model.bin``.
        side: ``source`` or ``target``.

    Raises:
        ModelError: There is none, it cannot be read, it is not a list of strings, or it is empty.
    """
    names = (f"{side}_vocabulary.json", f"{side}_vocabulary.txt", "shared_vocabulary.json", "shared_vocabulary.txt")
    file = next((model / name for name in names if (model / name).exists()), None)
    if file is None:
        raise ModelError(f"has no {side} vocabulary", where=model, hint=HINT)
    try:
        text = file.read_bytes().decode("utf-8")  # no universal newlines: a piece may be a carriage return
        pieces = json.loads(text) if file.suffix == ".json" else text.removesuffix("\n").split("\n")
    except OSError as error:
        raise _unreadable(file, error) from error
    except UnicodeError as error:
        raise _broken(file, "is not UTF-8 text") from error
    except ValueError as error:
        raise _broken(file, f"is not JSON: {error}") from error
    if not isinstance(pieces, list) or not any(pieces) or not all(isinstance(one, str) for one in pieces):
        raise _broken(file, "is no list of pieces")
    return pieces


def check_pieces(file: Path) -> None:
    """Loads ``sentencepiece.model``, which takes some 20 ms; nothing cheaper sees all that can be wrong with it.

    Raises:
        ModelError: It cannot be loaded.
    """
    from sentencepiece import SentencePieceProcessor

    try:
        SentencePieceProcessor(model_file=str(file))
    except (OSError, RuntimeError, ValueError, TypeError) as error:
        line = (str(error).strip().splitlines() or [type(error).__name__])[0]
        raise _broken(file, f"cannot be loaded: {line}") from error


def _broken(file: Path, problem: str) -> ModelError:
    return ModelError(f"{file.name} {problem}", where=file.parent, hint=HINT)


def _unreadable(file: Path, error: OSError) -> ModelError:
    return _broken(file, f"cannot be read: {(error.strerror or str(error)).lower()}")
