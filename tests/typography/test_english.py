"""English: what is given, what comes out."""

import pytest

from translate.typography import finish

CASES = [
    # quotation marks
    ('"We will win."', "“We will win.”"),
    ('"I heard it first from the news.', "“I heard it first from the news."),
    ('It is also our duty."', "It is also our duty.”"),
    ('We will win," he said.', "We will win,” he said."),
    ('He said, "We will win.', "He said, “We will win."),
    ("\"It is not 'Do business in Korea.'\"", "“It is not ‘Do business in Korea.’”"),
    ("\"'Online to offline' is it.", "“‘Online to offline’ is it."),
    ("the 'golden' age", "the ‘golden’ age"),
    ("don't, it's, Ma's, students' books", "don’t, it’s, Ma’s, students’ books"),
    ("the '90s, rock 'n' roll, 'tis", "the ’90s, rock ’n’ roll, ’tis"),
    ("don`t", "don’t"),
    ("”Yes“ and ’no‘", "“Yes” and ‘no’"),
    ("“ Yes ” and ‘ no ’", "“Yes” and ‘no’"),
    ('He said:"Yes"and left', "He said: “Yes” and left"),
    ('the"Golden"age', "the “Golden” age"),
    ('("Yes")', "(“Yes”)"),
    ('"Yes"-men', "“Yes”-men"),
    ("the “A”s", "the “A”s"),
    ('"the students\'"', "“the students’”"),
    ('"', "“"),
    ("«Yes»", "“Yes”"),
    # Korean and Chinese marks
    ("the novel《Life》is", "the novel “Life” is"),
    ("『Life』 and 「Death」", "“Life” and “Death”"),
    ("Alibaba，Tencent、Baidu。", "Alibaba, Tencent, Baidu."),
    ("Alibaba（阿里巴巴）said：yes！", "Alibaba (阿里巴巴) said: yes!"),
    ("15％", "15%"),
    ("【Photo】", "[Photo]"),
    ("Korea·China ㆍ Japan", "Korea/China/Japan"),
    ("the 3·1 Movement", "the 3·1 Movement"),
    ("It was said。。。", "It was said…"),
    # spaces
    ("Yes , no ; well : what ? Oh !", "Yes, no; well: what? Oh!"),
    ("Yes,no;well", "Yes, no; well"),
    ("in May,2015", "in May, 2015"),
    ("It is.The end", "It is. The end"),
    ('"It is."The end', "“It is.” The end"),
    ("  two\u3000 wide\tspaces\u00a0 ", "two wide spaces"),
    ("a line\nbreak", "a line break"),
    ("15.3 %", "15.3%"),
    ("( inside ) [ too ]", "(inside) [too]"),
    ("- [ ] open", "- [ ] open"),
    ("the .NET and .5 percent", "the .NET and .5 percent"),
    ("a != b", "a != b"),
    # what looks like punctuation and is not
    ("1,234.5 at 3:30 in the U.S. by JD.com", "1,234.5 at 3:30 in the U.S. by JD.com"),
    ("e.g. Node.js 3.1.2", "e.g. Node.js 3.1.2"),
    ("see https://a.kr/x,y?q='1'~2, then", "see https://a.kr/x,y?q='1'~2, then"),
    ("(www.a.kr/b)and", "(www.a.kr/b)and"),
    ("write to o'neil,x@a.kr now", "write to o’neil, x@a.kr now"),
    # dashes, ellipses, ranges
    ("-Any plans?", "- Any plans?"),
    ("–  Any plans?", "- Any plans?"),
    ("-5 degrees", "-5 degrees"),
    ("one -- two --- three--four", "one — two — three—four"),
    ("run it with --help", "run it with --help"),
    ("a special ― part 2", "a special — part 2"),
    ("20~30 years, 10:00 ~ 22:00", "20–30 years, 10:00–22:00"),
    ("Seoul～Busan", "Seoul–Busan"),
    ("about ~20 and bye~", "about ~20 and bye~"),
    ("Wait...what.... Yes ...", "Wait… what… Yes…"),
    ("…and then", "…and then"),
    ("", ""),
]


@pytest.mark.parametrize(("given", "expected"), CASES)
def test_curly(given: str, expected: str) -> None:
    assert finish(given, "en") == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("“It isn’t ‘Do business in Korea.’”", "\"It isn't 'Do business in Korea.'\""),
        ('the"Golden"age', 'the "Golden" age'),
        ("《Life》 ...", '"Life"…'),
        ('"Lone', '"Lone'),
    ],
)
def test_straight(given: str, expected: str) -> None:
    assert finish(given, "en", quotes="straight") == expected


def test_unknown_quotes_are_refused() -> None:
    with pytest.raises(ValueError, match="round"):
        finish("a", "en", quotes="round")


@pytest.mark.parametrize(
    ("given", "protect", "expected"),
    [
        ('He likes Rock"n"Roll , too', ['Rock"n"Roll'], 'He likes Rock"n"Roll, too'),
        ("Yahoo!Japan and oh!yes", ["Yahoo!Japan"], "Yahoo!Japan and oh! yes"),
        ("the ⟦0⟧ , ⟦1⟧", ["⟦0⟧", "⟦1⟧"], "the ⟦0⟧, ⟦1⟧"),
        ("a  b , c  d", ["a  b", "b , c"], "a  b , c d"),
        ("《Life》 and 《Death》", ["《Life》"], "《Life》 and “Death”"),
        ("Ali ·Baba·", ["Ali ·Baba·"], "Ali ·Baba·"),
        ("x , y", ["", " "], "x, y"),
    ],
)
def test_protected(given: str, protect: list[str], expected: str) -> None:
    assert finish(given, "en", protect=protect) == expected


def test_other_languages_only_lose_spaces() -> None:
    assert finish(' "a"  ,b ', "fr") == '"a" ,b'
