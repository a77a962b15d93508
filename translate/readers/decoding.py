"""Bytes → text: which encoding, strictly decoded, and what was wrong with the characters.

Order: byte order mark; the declared encoding (HTML only); strict UTF-8; ISO-2022-KR by its header; UTF-16 without a
mark where its zero bytes show it; strict CP949 (EUC-KR with Microsoft's extension) where the result looks Korean.
There is no fallback that decodes anything: text that was decoded wrongly is worse than an error.
"""

import codecs
import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from translate.errors import InputError

__all__ = ["CONTROL", "LINE_END", "Decoded", "decode", "lines"]

LINE_END = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
"""Unicode Standard, section 5.8 (newline guidelines): what ends a line."""

MARKS = (  # byte order mark, codec of what follows it, what Python calls the two together
    (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),  # before UTF-16: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
)
LABELS = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8 with a byte order mark",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16 (little-endian, without a byte order mark)",
    "utf-16-be": "UTF-16 (big-endian, without a byte order mark)",
    "utf-32": "UTF-32",
    "cp949": "CP949 (EUC-KR)",
    "iso2022_kr": "ISO-2022-KR",
}
KOREAN = frozenset(
    {"euc-kr", "euc_kr", "ks_c_5601-1987", "ks_c_5601-1989", "ksc5601", "ksc_5601", "korean"}
) | frozenset({"cp949", "ms949", "windows-949", "uhc", "x-windows-949", "iso-ir-149"})
"""Labels of CP949 on web pages (WHATWG Encoding Standard, section 4.2: all mean the extended one)."""

EASTERN = frozenset({"iso-2022-kr", "shift_jis", "euc-jp", "iso-2022-jp", "gb2312", "gbk", "gb18030", "big5"})
"""Other declared encodings that are taken at their word. Western ones are not: they decode anything."""

FREQUENT = frozenset(
    "이다는에을의가고지로한하은기를사도서리대해자어아인그일나정시수있들과부구라전상만제보장었게안여주공스으원성관했된경면조니국유동것생문우"
    "비적중세회신요무연개계산소트였오업방등화위내선까마습교말되모설미저때르러당발예야거분치재와실진입할없통력간용음물바란민론단본명양더결드"
)
"""The most frequent syllables of Korean text. In a real text they are more than half of all; in text of another
encoding that happens to decode as CP949 they are hardly any."""

SHORT = 8  # letters up to which text is too short for frequencies

CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")
"""Controls (C0 and C1, without tab and what ends a line) and noncharacters (Unicode Standard, section 23.7)."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text without control characters, the Python name of its encoding, and what the user may want to know."""

    text: str
    encoding: str
    notices: tuple[str, ...] = ()


def decode(data: bytes, where: Path, declared: str = "") -> Decoded:
    """Decodes a text file.

    Args:
        data: The bytes, not empty.
        where: The file, for messages.
        declared: The encoding that the file itself names (HTML); empty where it names none.

    Raises:
        InputError: Binary, in no encoding that is known, only white space, or with lone surrogates (with the line).
    """
    text, encoding = _decoded(data, where, declared.strip().lower())
    notices = [] if encoding == "utf-8" else [f"read as {LABELS.get(encoding, encoding)}"]
    text, removed = CONTROL.subn("", text.removeprefix("\ufeff"))
    if removed >= 8 and removed > len(text) / 9:
        raise _binary(where)
    if removed:
        notices.append(f"{removed:,} control character{'s' if removed > 1 else ''} removed")
    if lost := text.count("\ufffd"):
        notices.append(f"{lost:,} replacement character{'s' if lost > 1 else ''} (U+FFFD): lost before it came here")
    if not text.strip("\u200b\u200c\u200d\u2060\ufeff \t\r\n\v\f\x85\xa0\u2028\u2029\u3000"):
        raise InputError("holds only white space", where=where, hint="nothing to translate in it")
    return Decoded(text, encoding, tuple(notices))


def lines(text: str) -> list[tuple[int, str]]:
    """The lines of a text with their numbers from 1, without what ends them."""
    return list(enumerate(LINE_END.split(text), start=1))


def _decoded(data: bytes, where: Path, declared: str) -> tuple[str, str]:
    for mark, codec, name in MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], codec, where), name
    if declared in KOREAN or declared in EASTERN:
        name = "cp949" if declared in KOREAN else codecs.lookup(declared).name
        text = _attempt(data, name)
        if text is not None and "\0" not in text:
            return text, name
    if b"\x1b$)C" in data[:256] and (text := _attempt(data, "iso2022_kr")) is not None:  # RFC 1557: header first
        return text, "iso2022_kr"
    zeros = b"\0" in data
    unicode, korean = (None, None) if zeros else (_attempt(data, "utf-8"), _attempt(data, "cp949"))
    if unicode is not None and not (korean is not None and _by_chance(unicode, korean)):
        return unicode, "utf-8"
    if korean is not None and _korean(korean):
        return korean, "cp949"
    if zeros and (name := _unmarked(data)):
        return _strict(data, name, where), name
    raise _binary(where) if zeros else _undecodable(data, where)


def _attempt(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _strict(data: bytes, codec: str, where: Path) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        raise _broken(error, codec, where) from error


def _unmarked(data: bytes) -> str:
    """The byte order of UTF-16 without a mark, if one order gives text of ASCII and Hangul and the other does not."""
    if len(data) % 2:
        return ""
    shares = {}
    for name in ("utf-16-le", "utf-16-be"):
        text = data[:65_536].decode(name, "replace")
        common = sum("\uac00" <= c <= "\ud7a3" or " " <= c < "\x7f" or c in "\t\r\n" for c in text)
        shares[name] = common / len(text)
    worse, better = sorted(shares, key=lambda name: shares[name])
    return better if shares[better] >= 0.5 and shares[better] - shares[worse] >= 0.25 else ""


def _korean(text: str) -> bool:
    """Does text that decodes as CP949 look Korean? Hangul must prevail, and its frequent syllables be there.

    Judged by the first 20,000 letters outside ASCII. In very short text (a name) nothing is frequent: there it is
    enough that all are Hangul of the basic set (KS X 1001), which text of other encodings hardly ever hits.
    """
    letters = [c for c in text if c > "\x7f" and c.isalpha()][:20_000]
    hangul = [c for c in letters if "\uac00" <= c <= "\ud7a3"]
    basic = all(byte >= 0xA1 for byte in "".join(hangul).encode("cp949"))  # the extension has lower second bytes
    if basic and 0 < len(letters) == len(hangul) <= SHORT:
        return True
    frequent = sum(c in FREQUENT for c in hangul)
    return len(hangul) >= 0.5 * len(letters) and frequent >= max(1, 0.25 * len(hangul))


def _by_chance(unicode: str, korean: str) -> bool:
    """Is this CP949 whose bytes happen to be UTF-8, too? A few Korean words are, as two-byte letters (Latin, Greek …).

    The other way round, `café` in UTF-8 is a Hangul syllable among Latin letters in CP949.
    """
    if unicode.isascii() or any(c > "\u07ff" or (c < "\x80" and c.isalpha()) for c in unicode[:10_000]):
        return False
    hangul = [c for c in korean if not c.isascii()]
    return len(hangul) <= SHORT * 4 and sum(c in FREQUENT for c in hangul) >= 0.5 * len(hangul)


def _undecodable(data: bytes, where: Path) -> InputError:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        surrogate = data[error.start : error.start + 1] == b"\xed"
        if surrogate or max(data[: error.start].decode("utf-8"), default="") > "\u07ff":  # it was UTF-8 up to here
            return _broken(error, "utf-8", where)
    controls = sum(byte < 9 or 13 < byte < 32 for byte in data)
    if controls > len(data) / 10:
        return _binary(where)
    return InputError(
        "is neither UTF-8 nor UTF-16 nor Korean in CP949 (EUC-KR)",
        where=where,
        hint="save it as UTF-8, or is it binary?",
    )


def _broken(error: UnicodeDecodeError, codec: str, where: Path) -> InputError:
    """Says at which line text is broken, and whether by half of a surrogate pair (Unicode Standard, section 3.9)."""
    line = len(LINE_END.findall(error.object[: error.start].decode(codec, "ignore"))) + 1
    length = {"utf-8": 3, "utf-32-le": 4, "utf-32-be": 4}.get(codec, 2)
    piece = error.object[error.start : error.start + length]
    problem = f"{piece[:1].hex()} ({error.reason})"
    with suppress(UnicodeDecodeError):
        if "\ud800" <= piece.decode(codec, "surrogatepass") <= "\udfff":
            problem = "a lone surrogate"
    label = codec.upper().removesuffix("-LE").removesuffix("-BE")
    return InputError(f"is not valid {label}: {problem}", where=f"{where}:{line}", hint="repair that line, save anew")


def _binary(where: Path) -> InputError:
    return InputError("is binary, not text", where=where, hint="save it as .docx or as text in UTF-8")
