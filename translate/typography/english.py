"""English target typography. The rules are named in :mod:`translate.typography`."""

import re

from translate.typography.quotes import curl_english, straighten

__all__ = ["TABLE", "english"]

TABLE = str.maketrans(
    {
        **dict(zip("，、。．；：！？［］｛｝％＆＋＝～／＠＃＊｡､", ",,..;:!?[]{}%&+=~/@#*.,", strict=True)),
        **dict.fromkeys("【〔〖", "["),
        **dict.fromkeys("】〕〗", "]"),
        **dict.fromkeys("《〈「『｢«", "“"),
        **dict.fromkeys("》〉」』｣»", "”"),
        **dict.fromkeys("∼〜", "~"),
        **dict.fromkeys("ㆍ・‧･∙", "·"),
        **dict.fromkeys("―─－−", "—"),
        "⋯": "…",
    }
)
"""What Korean and Chinese punctuation becomes. Dashes: see :func:`_dashes`."""

LETTER = r"[^\W\d_]"

RULES = [
    (re.compile(pattern), form)
    for pattern, form in (
        # ellipses and dashes
        (r"\.{3,}|…[.…]*…|…\.{2,}|\.{2,}…", "…"),
        (r"(?<![-\s])-{2,3}(?!-)|(?<=\s)-{2,3}(?=\s)", "—"),
        (r"—{2,}", "—"),
        (r"(?<=[\w%.])~(?=[\w$])|(?<=\d) ~ (?=\d)", "–"),
        (rf"(?<={LETTER}) ?· ?(?={LETTER})", "/"),
        # no space before
        (r" +(?=,|!(?!=)|\?|[:;](?:\s|$|[A-Za-z])|\.(?!\w)|…$)", ""),
        (r"(?<=\d) +%", "%"),
        (r"(?<=[(\[{“‘]) +(?![)\]}])", ""),
        (r"(?<![(\[{]) +(?=[)\]}”]|’(?:s?(?!\w)))", ""),
        # one space after
        (rf",(?={LETTER}|[“‘(])|(?<!\d),(?=\d)", ", "),
        (rf"[;!?](?=\w|[“‘(])|:(?={LETTER}|[“‘])|(?<={LETTER}):(?=\d)", r"\g<0> "),
        (r"(?<=[a-z]{2})\.(?=[A-Z][a-z])|(?<=[)\]”%])\.(?=[A-Z])|(?<=\w)\.(?=[“‘])", ". "),
        (rf"(?<=[\w)\]”,.;:!?])…(?={LETTER}|[“‘])", "… "),
        (r"(?<=[\w)\]”])(?=“)|(?<=”)(?=[\w(\[‘“])(?!s\b)", " "),
    )
]


def english(text: str, quotes: str) -> str:
    """One pass of the rules over ``text``, from which protected strings were taken out."""
    text = re.sub(r"(?<=\w)（", " (", text)
    text = re.sub(r"）(?=\w)", ") ", text)
    text = text.replace("（", "(").replace("）", ")").translate(TABLE)
    text = re.sub(r"\s+", " ", text).strip()
    text = re.sub(r"^[-–—] *(?=[^\s\d—–-])", "- ", text)
    text = re.sub(rf"(?<={LETTER})[`´](?={LETTER})", "'", text)
    text = curl_english(text)
    for pattern, form in RULES:
        text = pattern.sub(form, text)
    return straighten(text) if quotes == "straight" else text
