"""Writing all or nothing; containers and XML that are hostile."""

import errno
import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from translate import files
from translate.errors import InputError, OutputError


def zipped(entries: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as container:
        for name, data in entries.items():
            container.writestr(name, data)
    return buffer.getvalue()


def test_writes_all(tmp_path: Path) -> None:
    files.write_all({tmp_path / "a": b"1", tmp_path / "b": b"2"})
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == {"a": b"1", "b": b"2"}


def test_permissions_follow_the_umask(tmp_path: Path) -> None:
    old = os.umask(0o027)
    try:
        files.write_all({tmp_path / "a": b"1"})
    finally:
        os.umask(old)
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("failing", ["fsync", "replace"])
def test_no_space_leaves_everything_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str) -> None:
    (tmp_path / "a").write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(files.os, failing, full)
    with pytest.raises(OutputError, match="no space left on device") as caught:
        files.write_all({tmp_path / "a": b"1", tmp_path / "b": b"2"})
    assert caught.value.where == str(tmp_path / "a")
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == {"a": b"old"}


def test_interruption_leaves_no_temporary_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(files.os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        files.write_all({tmp_path / "a": b"1"})
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("lock", [".~lock.name.docx#", "~$me.docx", "~$name.docx"])
def test_open_elsewhere(tmp_path: Path, lock: str) -> None:
    (tmp_path / "name.docx").write_bytes(b"old")
    (tmp_path / lock).touch()
    with pytest.raises(OutputError, match="open in another program"):
        files.write_all({tmp_path / "other.tmx": b"new", tmp_path / "name.docx": b"new"})
    assert (tmp_path / "name.docx").read_bytes() == b"old"
    assert not (tmp_path / "other.tmx").exists()


@pytest.mark.parametrize("kind", [PermissionError(errno.EPERM, "Operation not permitted"), KeyboardInterrupt()])
def test_a_rename_that_fails_half_way_brings_everything_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: BaseException
) -> None:
    for name in "ac":
        (tmp_path / name).write_bytes(b"old")
    real = os.replace

    def failing(source: Path, target: Path) -> None:
        if Path(target) == tmp_path / "c" and ".tmp" in str(source):
            raise kind
        real(source, target)

    monkeypatch.setattr(files.os, "replace", failing)
    with pytest.raises((OutputError, KeyboardInterrupt)):
        files.write_all({tmp_path / name: b"new" for name in "abc"})
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == {"a": b"old", "c": b"old"}


def test_replacing_leaves_nothing_aside(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    files.write_all({tmp_path / "a": b"new"})
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == {"a": b"new"}


def test_the_longest_names(tmp_path: Path) -> None:
    fits = tmp_path / ("가" * 83 + ".docx")  # 254 bytes of the 255 that file systems allow
    files.write_all({fits: b"new"})
    assert fits.read_bytes() == b"new"
    with pytest.raises(OutputError, match=r"file name too long\); give the source a shorter name"):
        files.write_all({tmp_path / ("가" * 84 + ".docx"): b"new"})
    assert list(tmp_path.iterdir()) == [fits]


def test_target_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "name.docx").mkdir()
    with pytest.raises(OutputError, match="is a folder"):
        files.write_all({tmp_path / "name.docx": b"new"})


def test_folder_is_made_when_something_is_written(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    files.prepare_folder(folder)
    assert list(tmp_path.iterdir()) == []
    files.write_all({folder / "c": b"1", tmp_path / "d" / "e": b"2"})
    assert sorted(one.relative_to(tmp_path).as_posix() for one in tmp_path.rglob("?")) == [
        "a",
        "a/b",
        "a/b/c",
        "d",
        "d/e",
    ]


def test_folder_goes_again_when_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "old").mkdir()

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(OutputError):
        files.write_all({tmp_path / "old" / "a" / "b" / "c": b"1"})
    assert list(tmp_path.rglob("*")) == [tmp_path / "old"]


def test_folder_cannot_be_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "mkdir", refused)
    with pytest.raises(OutputError, match="cannot write to this folder \\(permission denied\\)") as caught:
        files.write_all({tmp_path / "a" / "b": b"1"})
    assert caught.value.where == str(tmp_path / "a")


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for name in ("there", "missing"):
        (tmp_path / name).symlink_to(tmp_path / "folder" / name)
    (tmp_path / "folder" / "there").write_bytes(b"old")
    files.write_all({tmp_path / "there": b"1", tmp_path / "missing": b"2"})
    assert (tmp_path / "there").is_symlink()
    assert (tmp_path / "missing").is_symlink()
    assert {p.name: p.read_bytes() for p in (tmp_path / "folder").iterdir()} == {"there": b"1", "missing": b"2"}


@pytest.mark.parametrize("name", ["loop", "broken"])
def test_a_link_that_leads_nowhere(tmp_path: Path, name: str) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "broken").symlink_to(tmp_path / "no folder" / "a")
    with pytest.raises(OutputError, match="cannot be written"):
        files.write_all({tmp_path / name: b"1"})
    assert sorted(p.name for p in tmp_path.iterdir()) == ["broken", "loop"]


def test_two_links_to_one_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(OutputError, match="lead to the same file"):
        files.write_all({tmp_path / "a": b"1", tmp_path / "b": b"2"})
    assert (tmp_path / "a").read_bytes() == b"old"


def test_read_only_files_are_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "a").chmod(0o444)
    with pytest.raises(OutputError, match="is read-only"):
        files.refuse_open([tmp_path / "a"])
    with pytest.raises(OutputError, match="is read-only"):
        files.write_all({tmp_path / "b": b"new", tmp_path / "a": b"new"})
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == {"a": b"old"}


def test_permissions_of_a_file_that_is_replaced_stay(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "a").chmod(0o600)
    files.write_all({tmp_path / "a": b"new"})
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_target_is_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a")
    with pytest.raises(OutputError, match="is not a regular file"):
        files.refuse_open([tmp_path / "a"])


@pytest.mark.skipif(sys.platform == "win32", reason="the system has no limit for the size of a file")
def test_a_file_that_grows_too_large(tmp_path: Path) -> None:
    """As on a full disk, but by the system itself: it refuses the write half-way."""
    code = (
        "import resource, signal, sys; from pathlib import Path; from translate import files\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "files.write_all({Path(name): b'x' * 5000 for name in sys.argv[1:]})"
    )
    (tmp_path / "a").write_bytes(b"old")
    done = subprocess.run(
        [sys.executable, "-c", code, tmp_path / "a", tmp_path / "new" / "b"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr.splitlines()[-1].endswith(
        "a: cannot be written (file too large); free some space, or choose another folder with -o"
    )
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == {"a": b"old"}


def test_folder_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    with pytest.raises(OutputError, match="cannot write to this folder"):
        files.prepare_folder(tmp_path / "a")


def test_good_zip() -> None:
    files.check_zip(zipped({"a.xml": b"<a/>" * 1000}), "a.docx")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"no zip", "is not a ZIP container"),
        (zipped({"a": b"x"})[:-9], "is not a ZIP container"),
        (zipped({"a": b"\0" * 50_000_000}), "unpacks suspiciously large .*; if you trust it, open it and save it anew"),
        (
            zipped({f"{i}": b"" for i in range(5000)}),
            "has 5,000 entries, .*; if you trust it, open it and save it anew",
        ),
    ],
)
def test_bad_zip(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        files.check_zip(data, "a.docx")


def test_encrypted_zip() -> None:
    data = bytearray(zipped({"a": b"x"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(InputError, match="is encrypted"):
        files.check_zip(bytes(data), "a.docx")


def test_total_size_is_capped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_ZIP_BYTES", 2**20)
    with pytest.raises(InputError, match="unpacks to 2 MB, more than 1 MB; if you trust it"):
        files.check_zip(zipped({"a": os.urandom(2**20), "b": os.urandom(2**20)}), "a.docx")


def test_xml_is_not_well_formed() -> None:
    with pytest.raises(InputError, match="not well-formed") as caught:
        files.parse_xml(b"<a>\n<b></a>", "document.xml")
    assert caught.value.where.startswith("document.xml:2:")


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret")
    bomb = f'<!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}"><!ENTITY y "yyy">]><a>&x;&y;</a>'
    root = files.parse_xml(bomb.encode(), "a.xml")
    assert "".join(root.itertext(with_tail=False)).strip("&xy;") == ""
    assert "yyy" not in str(root.text)
