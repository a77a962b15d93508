"""The languages: their tags, names and fonts. Rules of typography are in :mod:`translate.typography`."""

from dataclasses import dataclass

from translate.errors import OptionError

__all__ = ["CHINESE", "ENGLISH", "KOREAN", "TARGETS", "Language", "target"]


@dataclass(frozen=True, slots=True)
class Language:
    """A language as the exports need it.

    Attributes:
        code: ISO 639-1 code, used in file names and options (``zh``).
        tag: BCP 47 tag (RFC 5646) with region, used in TMX and DOCX (``zh-CN``).
        name: English name.
        latin_font: Typeface for Latin text in this language.
        east_asian_font: Typeface for Han and Hangul text in this language; with Office installed everywhere.
        open_font: A free typeface for the same, which :command:`translate doctor` looks for.
        aliases: Other tags (lower case) under which a user may ask for it.
    """

    code: str
    tag: str
    name: str
    latin_font: str
    east_asian_font: str
    open_font: str
    aliases: frozenset[str] = frozenset()


KOREAN = Language(
    "ko", "ko-KR", "Korean", "Calibri", "Malgun Gothic", "Noto Sans CJK KR", frozenset({"ko-kr", "kor", "korean"})
)
ENGLISH = Language(
    "en", "en-US", "English", "Calibri", "Malgun Gothic", "Carlito", frozenset({"en-us", "eng", "english"})
)
CHINESE = Language(
    "zh",
    "zh-CN",
    "Chinese (Simplified)",
    "Calibri",
    "Microsoft YaHei",
    "Noto Sans CJK SC",
    frozenset({"zh-cn", "zh-hans", "zh-hans-cn", "zho", "chi", "cmn", "chinese"}),
)
TARGETS = {language.code: language for language in (ENGLISH, CHINESE)}


def target(name: str) -> Language:
    """The target language called ``name`` (a code, a tag or an English name; case does not matter).

    Raises:
        OptionError: There is no such target language.
    """
    wanted = name.strip().lower().replace("_", "-")
    for language in TARGETS.values():
        if wanted == language.code or wanted in language.aliases:
            return language
    known = ", ".join(f"{language.code} ({language.name})" for language in TARGETS.values())
    raise OptionError(f"unknown target language {name!r}", hint=f"choose from {known}")
