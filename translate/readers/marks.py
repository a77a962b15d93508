"""What a single line of a Korean news article is, judged by its own words: the pattern tables.

Each pattern has an example beside it. Everything here looks at one line; what needs the neighbours (headline, lists,
interviews) is in :mod:`translate.readers.structure` and :mod:`translate.readers.turns`. All patterns are linear:
alternatives with fixed heads and bounded repeats.
"""

import re
from dataclasses import dataclass

from translate.article import Kind

__all__ = ["Piece", "classify", "cut", "furniture", "is_final", "is_sluglike", "strip"]

_NAME = "[가-힣]{2,4}"
_SURNAMES = (
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길"
    "연위표명기반라왕금옥육인맹제모탁국편"
)
_PERSON = f"[{_SURNAMES}][가-힣]{{1,3}}"
_ROLE = (
    "(?:[가-힣]{1,6} ?)?"
    "(?:기자|특파원|통신원|주재원|리포터|앵커|PD|편집장|편집위원|논설위원|해설위원|칼럼니스트|전문위원|에디터|평론가)"
)
_EMAIL = r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,64}\.[A-Za-z]{2,10}"
_PHOTO = "(?:사진|그래픽|자료|이미지|그림|영상|일러스트|출처|도표|캡처)"
_EDITOR = "편집자(?: ?[주註])?"
_DASHES = "‐‑‒–—―−─ㅡ－-"

_REPORTERS = f"(?:[가-힣]{{2,10}}[=/] ?)?{_NAME}(?:[·,ㆍ] ?{_NAME}| {_NAME}){{0,3}} ?{_ROLE}"
_HEADS = (
    # [아시아엔=안동일 동아시아전문가] …     【서울=뉴시스】홍길동 기자 = …
    rf"[\[【［](?!{_PHOTO})[^\[\]【】［］=＝]{{1,30}}[=＝][^\[\]【】［］]{{1,40}}[\]】］](?:\s{{0,3}}{_REPORTERS}\s?[=＝])?",
    # (서울=연합뉴스) 홍길동 기자 = …
    rf"[(（](?!{_PHOTO})[가-힣·ㆍ, ]{{2,30}}[=＝][가-힣A-Za-z ]{{2,20}}[)）](?:\s{{0,3}}{_REPORTERS}\s?[=＝])?",
    # [이데일리 홍길동 기자] …
    rf"[\[【［](?!{_PHOTO})[^\[\]【】［］=＝]{{0,30}}{_NAME} ?{_ROLE}(?: {_EMAIL})?[\]】］]",
    # 홍길동 기자 = …     도쿄=홍길동 특파원 = …
    rf"{_REPORTERS}\s?[=＝](?=\s)",
)
HEAD = re.compile("(?:" + "|".join(_HEADS) + ")")
"""A byline at the start of a paragraph."""

NOTE_MARK = re.compile(
    rf"[{_DASHES}]{{1,2}}\s?{_EDITOR}"  # -편집자     ― 편집자 주
    rf"|[<〈《\[(（【［＜]\s?{_EDITOR}\s?[>〉》\])）】］＞]"  # <편집자 주>     [편집자 주]
)
"""An editor's mark, at the start or the end of a paragraph."""

SIGNATURE = re.compile(rf"(?:/ ?)?(?:{_PERSON} {_ROLE}(?: ?[(/|=]? ?{_EMAIL}\)?)?|{_EMAIL})$")
"""A byline at the end of a paragraph, after its last sentence: `…했다. 홍길동 기자 hong@example.com`"""

_WRITERS = "(?:글|취재|정리|번역|구성|인터뷰|대담|진행|사진|그림|촬영|영상|편집)"
BYLINE = re.compile(
    "(?:"
    rf"(?:[가-힣A-Za-z]{{2,12}} )?{_PERSON}(?:[·,ㆍ] ?{_PERSON}| {_PERSON}){{0,3}} ?{_ROLE}"  # 아시아엔 홍길동 기자
    rf"(?: ?[|/,(=]? ?{_EMAIL}\)?)?"  # … hong@example.com
    rf"|(?:(?:이메일|메일|E-?mail) ?[:=]? ?)?{_EMAIL}"
    rf"|{_WRITERS} {_PERSON}(?: ?[·ㆍ,/|]? ?{_WRITERS} {_PERSON}){{1,3}}"  # 글 홍길동 · 사진 김철수
    rf"|(?!사진|그림|영상|촬영|편집){_WRITERS}(?:[·ㆍ,/&] ?{_WRITERS}){{0,3}} ?[=:|/]? ?"  # 글·사진 홍길동
    rf"{_PERSON}(?: {_ROLE})?(?: ?[|/(]? ?{_EMAIL}\)?)?"
    r"|[Bb]y [A-Z][\w.'’-]{0,30}(?: [A-Z][\w.'’-]{0,30}){0,3}"  # By Gildong Hong
    ")$"
)
"""A line that is a byline and nothing else."""

CAPTION = re.compile(
    "[▲△▼▽](?=.)"  # ▲ 마윈 회장이 … 있다.     △ 사진 …
    rf"|[\[(（<〈【［]\s?{_PHOTO}(?: ?제공| ?출처| ?설명)?\s?[=:＝：·|]"  # [사진=연합뉴스]
    rf"|{_PHOTO}(?: ?제공| ?출처| ?설명)?\s?[=:＝：ⓒ©]"  # 사진 제공=알리바바
    rf"|{_PHOTO} ?제공 "  # 사진 제공 알리바바
)
CREDIT = re.compile(rf"(?:/ ?|[\[(（<〈【［]\s?){_PHOTO}(?: ?제공| ?출처| ?설명)?\s?[=＝:：][^/\n]{{1,40}}$")
"""A picture credit at the end: `… /사진=연합뉴스`"""

CREDITED = 200  # a longer paragraph with a credit at its end is text all the same

NOTE = re.compile(
    r"※"  # ※ 이 글은 …
    r"|(?:주|각주|註|역주)\s?\d{0,3}[):：]"  # 주) …     각주 1: …
    r"|[\[［](?:주|각주|註|역주)\s?\d{0,3}[\]］]"  # [주] …
)

_IMPRINT = (
    r"(?:제호|등록 ?번호|등록일자?|발행인|편집인|발행소|대표 ?전화|청소년 ?보호 ?책임자|사업자 ?등록 ?번호)\s?[:：]"
)

_FURNITURE = (
    # -- what a content management system calls the article or its pictures
    r"\w{1,80}(?:_\w{1,80}){1,12}",  # 150525_top_kor
    r"[\w() .-]{1,100}\.(?:jpe?g|png|gif|webp|bmp|txt|docx?|hwpx?|pdf|html?|md|mp[34])",  # ma-yun.jpg
    # -- the comment form
    r"Leave a (?:Reply|Comment)|Cancel reply|Post Comment|(?:No |\d{1,6} )?Comments?(?: are closed\.?)?|Reply",
    r"댓글(?: ?\d{1,6}개?| ?\(\d{1,6}\))?(?: ?(?:쓰기|달기|남기기|보기|등록|입력))?",
    r"댓글을 (?:입력|작성|남겨|달아)\S{0,6}\.?",
    r"(?:이름|이메일|웹사이트|비밀번호)(?: ?\*)?",
    # -- share, print, size
    r"(?:(?:이 )?(?:기사|글) ?)?(?:공유|인쇄|프린트|스크랩|저장|구독|좋아요)(?:하기)?(?: ?\d{1,6})?",
    r"(?:페이스북|트위터|카카오톡|카카오스토리|네이버|밴드|블로그|라인|이메일|메일|URL)(?:으로|로|에)? ?"
    r"(?:공유|공유하기|복사|보내기|퍼가기)(?:하기)?",
    r"(?:Share|Tweet|Print|Like|Email|E-mail)(?: (?:this|on|to|with)(?: [\w']{1,20}){0,4})?:?",
    r"(?:본문 ?)?(?:글자|글씨|폰트) ?(?:크기|키우기|줄이기)(?: ?(?:조절|변경|설정|크게|작게))?",
    # -- where else to go
    r"(?:이전|다음|관련|인기|많이 본) ?(?:글|기사|뉴스|페이지)|목록(?:으로|보기)?|맨 ?위로|TOP",
    r"[▶▷☞■] ?(?:관련 ?기사|기사 더 ?보기|더 ?보기|바로 ?가기).{0,80}",
    r"(?:태그|Tags?|카테고리|Categor(?:y|ies)|Filed under|Posted in)\s?[:：].{1,100}",
    # -- dates of the page
    r"(?:기사 ?)?(?:입력|등록|수정|송고|승인|발행|게재|최종 ?수정|Posted|Published|Updated)(?:일시|시간|일)?"
    r"(?: on)?\s?[:：|]?\s?\d{4}.{1,60}",
    r"\d{4}[./-]\d{1,2}[./-]\d{1,2}.{0,20}(?:송고|입력|등록|수정|승인)",
    r"\d{4}[./-]\d{1,2}[./-]\d{1,2}\.?\s{1,3}\d{1,2}:\d{2}(?::\d{2})?(?:\s{1,3}조회\s?수?\s?[:：]?\s?[\d,]{1,12})?",
    r"조회\s?수?\s?[:：]?\s?[\d,]{1,12}",
    # -- whose it is
    rf"(?:.{{0,80}}[\s|·/,])?{_IMPRINT}.{{1,80}}[\s|·/,]{_IMPRINT}.{{1,80}}",  # 발행인: 홍길동 | 등록번호: 서울 …
    r"(?:ⓒ|©|\([cC]\)|Copyrights?\b|저작권자).{0,160}",
    r".{0,60}무단 ?전재.{0,30}금지[\]>)〉.]{0,3}|.{0,80}All rights? reserved\.?",
)
FURNITURE = re.compile("(?:" + "|".join(_FURNITURE) + ")$", re.IGNORECASE)
LONGEST_FURNITURE = 200

_SEPARATOR = re.compile(rf"[\s*=_~#·•.∙◦○●■□◆◇★☆▲▼△▽|+{_DASHES}]{{1,}}$")
_SIDES = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"  # zero-width: they hide at the sides of pasted lines
_ENDS = re.compile(r"[.。．｡]$|[.。．｡][”\"’'」』)\]〉》）］]{1,4}$|[.]\s?\([가-힣 ]{1,8}\)$")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line: what stood before it (white space) and its kind, None while it is plain text."""

    text: str
    before: str = ""
    kind: Kind | None = None


def strip(text: str) -> str:
    """``text`` without white space (NBSP and U+3000 too) and zero-width characters at its sides."""
    return _split_right(_split_left(text)[0])[0]


def cut(line: str, stem: str) -> tuple[Piece, ...]:
    """Cuts bylines and editors' marks off a stripped line: the pieces and their gaps rebuild it exactly."""
    if kind := classify(line, stem):
        return (Piece(line, "", kind),)
    pieces: list[Piece] = []
    rest, before = line, ""
    for pattern, kind in ((HEAD, Kind.BYLINE), (NOTE_MARK, Kind.NOTE)):
        if match := pattern.match(rest):
            pieces.append(Piece(match[0], before, kind))
            rest, before = _split_left(rest[match.end() :])
    tails: list[Piece] = []
    body = rest
    for pattern, kind in ((NOTE_MARK, Kind.NOTE), (SIGNATURE, Kind.BYLINE)):
        if start := _tail(pattern, body):
            text, gap = _split_right(body[:start])
            tails.insert(0, Piece(body[start:], gap, kind))
            body = text
    if body:
        noted = bool(pieces) and pieces[-1].kind is Kind.NOTE
        pieces.append(Piece(body, before, Kind.NOTE if noted else None))
    return (*pieces, *tails)


def classify(line: str, stem: str) -> Kind | None:
    """The kind that a whole line shows by itself, or None. ``stem`` is the name of the file without its suffix."""
    if NOTE.match(line) or NOTE_MARK.fullmatch(line):
        return Kind.NOTE
    if CAPTION.match(line) or (len(line) <= CREDITED and CREDIT.search(line)):
        return Kind.CAPTION
    if len(line) <= 120 and (BYLINE.match(line) or ((head := HEAD.match(line)) and head.end() == len(line))):
        return Kind.BYLINE
    return Kind.FURNITURE if furniture(line, stem) else None


def furniture(line: str, stem: str) -> bool:
    """Is this line something that the page, not the author, put there?"""
    if line.casefold() == stem.casefold() and is_sluglike(stem):
        return True
    if len(line) > LONGEST_FURNITURE:
        return False
    if not any(c.isalnum() for c in line):
        return _SEPARATOR.match(line) is not None  # a line of dots or stars, not an emoji or “……”
    return FURNITURE.match(line) is not None


def is_sluglike(stem: str) -> bool:
    """Does a file name look like a key (no white space, and a digit, an underscore or no Hangul), not like a title?"""
    if any(c.isspace() for c in stem):
        return False
    return "_" in stem or any(c.isdigit() for c in stem) or not any("가" <= c <= "힣" for c in stem)


def is_final(text: str) -> bool:
    """Does the text end as a sentence of prose does: with a full stop, closing quotes or `(계속)` after it at most?"""
    return _ENDS.search(text[-16:]) is not None


def _split_left(text: str) -> tuple[str, str]:
    """The text without what :func:`strip` takes from its left, and that."""
    start = 0
    while start < len(text) and (text[start].isspace() or text[start] in _SIDES):
        start += 1
    return text[start:], text[:start]


def _split_right(text: str) -> tuple[str, str]:
    end = len(text)
    while end and (text[end - 1].isspace() or text[end - 1] in _SIDES):
        end -= 1
    return text[:end], text[end:]


def _tail(pattern: re.Pattern[str], text: str) -> int:
    """Where a mark begins that ends ``text`` and follows the end of a sentence; 0 where there is none."""
    window = max(0, len(text) - 110)
    for match in pattern.finditer(text, window):
        before = _split_right(text[: match.start()])[0]
        if match.end() == len(text) and before and before[-1] in ".?!。…”\"’')]」』〉>다요":
            return match.start()
    return 0
