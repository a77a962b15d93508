"""Is a model file whole? Small files made by hand, byte for byte, and the starter's own."""

import json
import struct
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.engine.modelfiles import BINARY_VERSION, check_pieces, check_weights, vocabulary
from translate.engine.packages import STARTER
from translate.errors import ModelError


def string(text: str) -> bytes:
    return struct.pack("<H", len(text.encode()) + 1) + text.encode() + b"\0"


def variable(name: str, shape: tuple[int, ...], dtype: int, data: bytes) -> bytes:
    sizes = struct.pack(f"<B{len(shape)}I", len(shape), *shape)
    return string(name) + sizes + struct.pack("<BI", dtype, len(data)) + data


def model(version: int = 6) -> bytes:
    """Two variables and an alias, in the layout that a binary version has."""
    head = struct.pack("<I", version)
    if version >= 2:
        head += string("TransformerSpec") + struct.pack("<I", 7)
    if version >= 4:
        variables = variable("a/weight", (2, 3), 0, bytes(24)) + variable("b", (), 1, b"\1")
    else:  # the width of an item and the number of items instead of type and bytes
        variables = string("a/weight") + struct.pack("<BIIBI", 2, 2, 3, 4, 6) + bytes(24)
        variables += string("b") + struct.pack("<BBI", 0, 1, 1) + b"\1"
    tail = struct.pack("<I", 1) + string("c/weight") + string("a/weight") if version >= 3 else b""
    return head + struct.pack("<I", 2) + variables + tail


def weights(folder: Path, data: bytes) -> Path:
    path = folder / "model.bin"
    path.write_bytes(data)
    return path


def test_the_version_that_is_written_here_is_known() -> None:
    from ctranslate2.specs.model_spec import CURRENT_BINARY_VERSION

    assert BINARY_VERSION == CURRENT_BINARY_VERSION


@pytest.mark.parametrize("version", range(1, 7))
def test_whole_weights(tmp_path: Path, version: int) -> None:
    check_weights(weights(tmp_path, model(version)))


@pytest.mark.parametrize("version", range(1, 7))
def test_every_truncation_is_seen(tmp_path: Path, version: int) -> None:
    data = model(version)
    for size in range(len(data)):
        with pytest.raises(ModelError, match=r"model\.bin is incomplete"):
            check_weights(weights(tmp_path, data[:size]))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (model() + b"\0", r"model\.bin has 1 byte behind its end"),
        (model() + bytes(9), r"model\.bin has 9 bytes behind its end"),
        (struct.pack("<I", 7) + model()[4:], "later version of CTranslate2"),
        (struct.pack("<I", 0) + model()[4:], r"model\.bin is no model of CTranslate2"),
        (b"hello, world", r"model\.bin is no model of CTranslate2"),
        (bytes(40), "is no model of CTranslate2"),
        (model().replace(b"a/weight\0", b"a/weighty", 1), r"model\.bin is malformed"),
        (model().replace(struct.pack("<BI", 0, 24), struct.pack("<BI", 1, 24)), r"malformed.*a/weight"),
        (model().replace(struct.pack("<BI", 0, 24), struct.pack("<BI", 9, 24)), r"malformed.*a/weight"),
        (model().replace(struct.pack("<BII", 2, 2, 3), struct.pack("<BII", 2, 2, 4)), r"malformed.*a/weight"),
    ],
)
def test_what_is_no_whole_model(tmp_path: Path, data: bytes, message: str) -> None:
    with pytest.raises(ModelError, match=message) as caught:
        check_weights(weights(tmp_path, data))
    assert "\n" not in str(caught.value)


def test_the_starter_is_whole_and_one_byte_less_is_not(tmp_path: Path) -> None:
    file = STARTER / "model" / "model.bin"
    check_weights(file)
    with pytest.raises(ModelError, match="incomplete"):
        check_weights(weights(tmp_path, file.read_bytes()[:-1]))


@given(st.binary(max_size=200), st.integers(0, 200))
@settings(deadline=None, max_examples=200)
def test_nothing_but_model_errors(tmp_path_factory: pytest.TempPathFactory, noise: bytes, place: int) -> None:
    folder = tmp_path_factory.mktemp("noise")
    data = model()
    for spoilt in (noise, data[:place] + noise + data[place + len(noise) :]):
        try:
            check_weights(weights(folder, spoilt))
        except ModelError:
            continue
        assert len(spoilt) == len(data)


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("shared_vocabulary.json", json.dumps(["<unk>", "a", "가"]), ["<unk>", "a", "가"]),
        ("target_vocabulary.json", json.dumps(["a"]), ["a"]),
        ("target_vocabulary.txt", "a\nb\n", ["a", "b"]),
        ("target_vocabulary.txt", "a\r\u2028\nb", ["a\r\u2028", "b"]),
    ],
)
def test_vocabulary(tmp_path: Path, name: str, content: str, expected: list[str]) -> None:
    (tmp_path / name).write_bytes(content.encode())
    assert vocabulary(tmp_path, "target") == expected


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("target_vocabulary.json", b"", r"target_vocabulary\.json is not JSON"),
        ("target_vocabulary.json", b'["a", "b', r"target_vocabulary\.json is not JSON"),
        ("target_vocabulary.json", b'["\xff"]', r"target_vocabulary\.json is not UTF-8 text"),
        ("target_vocabulary.json", b"[]", r"target_vocabulary\.json is no list of pieces"),
        ("target_vocabulary.json", b'{"a": 1}', r"target_vocabulary\.json is no list of pieces"),
        ("target_vocabulary.json", b'["a", 1]', r"target_vocabulary\.json is no list of pieces"),
        ("shared_vocabulary.txt", b"", r"shared_vocabulary\.txt is no list of pieces"),
        ("source_vocabulary.json", b'["a"]', r"has no target vocabulary"),
    ],
)
def test_broken_vocabulary(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ModelError, match=message):
        vocabulary(tmp_path, "target")


@pytest.mark.parametrize("size", [1, 1000, 100_000])
def test_truncated_pieces(tmp_path: Path, capfd: pytest.CaptureFixture[str], size: int) -> None:
    file = STARTER / "sentencepiece.model"
    check_pieces(file)
    short = tmp_path / "sentencepiece.model"
    short.write_bytes(file.read_bytes()[:size])
    with pytest.raises(ModelError, match=r"sentencepiece\.model cannot be loaded") as caught:
        check_pieces(short)
    assert "\n" not in str(caught.value)
    assert capfd.readouterr() == ("", "")
