"""Particles behind words of other scripts."""

import pytest

from translate.engine.particles import final, leading, refit


@pytest.mark.parametrize(
    ("form", "rest", "expected"),
    [
        ("UnionPay", "은 오늘", "는 오늘"),
        ("Samsung", "는 오늘", "은 오늘"),
        ("Alibaba", "이 왔다", "가 왔다"),
        ("Tencent", "을 산다", "를 산다"),
        ("Tmall", "으로 간다", "로 간다"),
        ("Naver", "으로 간다", "로 간다"),
        ("Ant", "와 함께", "와 함께"),
        ("IBM", "와 함께", "과 함께"),
        ("LG", "이라는", "라는"),
        ("마윈", "가 왔다", "이 왔다"),
        ("알리바바", "은 크다", "는 크다"),
        ("3", "를 더한다", "을 더한다"),
        ("2", "을 더한다", "를 더한다"),
        ("7", "으로 끝난다", "로 끝난다"),
        ("UnionPay", "에게 크다", "에게 크다"),
        ("UnionPay", "의 것", "의 것"),
        ("UnionPay", " 은 오늘", " 은 오늘"),
        ("UnionPay", "", ""),
        ("马云", "은 왔다", "은 왔다"),
    ],
)
def test_refit(form: str, rest: str, expected: str) -> None:
    assert refit(form, rest) == expected


@pytest.mark.parametrize(
    ("word", "sound"),
    [
        ("은", "c"),
        ("이", ""),
        ("일", "l"),
        ("Samsung", "c"),
        ("Apple", "l"),
        ("Nike", ""),
        ("LG", ""),
        ("KFC)", ""),
        ("9", ""),
        ("10", "c"),
        ("马", "?"),
        ("", "?"),
    ],
)
def test_final(word: str, sound: str) -> None:
    assert final(word) == sound


@pytest.mark.parametrize(
    ("text", "length"), [("는 오늘", 1), ("에게는 크다", 3), ("으로 간다", 2), (" 는", 0), ("가장 크다", 0), ("", 0)]
)
def test_leading(text: str, length: int) -> None:
    assert leading(text) == length
