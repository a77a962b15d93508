"""Chinese: what is given, what comes out."""

import pytest

from translate.typography import finish

CASES = [
    # full-width punctuation
    ("你好,世界.", "你好，世界。"),
    ("真的吗?真的!", "真的吗？真的！"),
    ("原因:一;二", "原因：一；二"),
    ("总部在Seoul.", "总部在 Seoul。"),
    ("他说Yes,她说No.", "他说 Yes，她说 No。"),
    ("共100.其中50", "共100。其中50"),
    ("马云(Jack Ma)说", "马云（Jack Ma）说"),
    ("(待续)", "（待续）"),
    ("线上到线下(O2O)", "线上到线下（O2O）"),
    ("未完(一)(二)", "未完（一）（二）"),
    ("他(她说", "他（她说"),
    ("他)她", "他）她"),
    ("［特稿①］ 开始", "［特稿①］ 开始"),
    ("[特稿①] 开始", "[特稿①]开始"),
    ("15％", "15%"),
    ("他说｡", "他说。"),
    # half-width stays
    ("价格1,234.5元", "价格1,234.5元"),
    ("3:30开始，比分2：10", "3:30开始，比分2:10"),
    ("JD.com、Node.js和U.S.都好", "JD.com、Node.js 和 U.S.都好"),
    ("1.中国 2.5倍", "1.中国2.5倍"),
    ("见No.1和Dr.马", "见 No.1 和 Dr.马"),
    ("“Do business in Korea, please”不是", "“Do business in Korea, please”不是"),
    ("Hello, world (again).", "Hello, world (again)."),
    ("微软.NET", "微软.NET"),
    ("见https://a.cn/x,y?b=1.然后", "见 https://a.cn/x,y?b=1。然后"),
    ("写信到a.b@c.cn,谢谢", "写信到 a.b@c.cn，谢谢"),
    # quotation marks
    ('"我也听说了,"他说.', "“我也听说了，”他说。"),
    ('"我也听说了', "“我也听说了"),
    ('是责任."', "是责任。”"),
    ('我们会赢."他说', "我们会赢。”他说"),
    ("他说:\"这是'机会'吗\"", "他说：“这是‘机会’吗”"),
    ("“外‘内’外”", "“外‘内’外”"),
    ("他叫'小马'", "他叫‘小马’"),
    ("McDonald's很好", "McDonald’s 很好"),
    ("“ 好 ”", "“好”"),
    # titles, dots
    ("『人生』和「第1章」", "《人生》和《第1章》"),
    ("《人生》〈附录〉", "《人生》《附录》"),
    ("『论《人生》』", "《论〈人生〉》"),
    ("史蒂夫ㆍ乔布斯・约翰", "史蒂夫·乔布斯·约翰"),
    # dashes, ellipses, ranges
    ("- 有计划吗?", "-有计划吗？"),
    ("－有计划吗", "-有计划吗"),
    ("好...真的…是。。。", "好……真的……是……"),
    ("今年……好", "今年……好"),
    ("他 — 她 ―― 它--你", "他——她——它——你"),
    ("韩国—湄公河，1927—2011", "韩国—湄公河，1927—2011"),
    ("韩-中", "韩-中"),
    ("20~30年，2万～3万", "20～30年，2万～3万"),
    # spaces
    ("你 好 世界", "你好世界"),
    ("你好 ， 世界 。", "你好，世界。"),
    ("使用O2O业务", "使用 O2O 业务"),
    ("在 2015 年 5 月 收购 5000 个", "在2015年5月收购5000个"),
    ("5G网络和COVID-19疫情", "5G 网络和 COVID-19 疫情"),
    ("A股、T恤和B 站", "A股、T恤和B 站"),
    ("Alibaba ，很大", "Alibaba，很大"),
    ("在 Do business 之后", "在 Do business 之后"),
    ("占15.3% 的", "占15.3% 的"),
    ("  首尔\u3000釜山\n", "首尔釜山"),
    ("", ""),
]


@pytest.mark.parametrize(("given", "expected"), CASES)
def test_finish(given: str, expected: str) -> None:
    assert finish(given, "zh") == expected
    assert finish(given, "zh", quotes="straight") == expected


@pytest.mark.parametrize(
    ("given", "protect", "expected"),
    [
        ("使用O2O业务,好", ["O2O业务"], "使用 O2O业务，好"),
        ("马 云说", ["马 云"], "马 云说"),
        ("在Yahoo!日本,好", ["Yahoo!"], "在 Yahoo!日本，好"),
        ("「第一章」和「第二章」", ["「第一章」"], "「第一章」和《第二章》"),
        ("⟦0⟧,⟦1⟧是", ["⟦0⟧", "⟦1⟧"], "⟦0⟧,⟦1⟧是"),
        ("支付(Alipay)好(吗)", ["支付(Alipay)"], "支付(Alipay)好（吗）"),
    ],
)
def test_protected(given: str, protect: list[str], expected: str) -> None:
    assert finish(given, "zh", protect=protect) == expected
