"""What follows a Korean noun without a space: suffixes, titles, particles and the copula, by the noun's final sound.

This is what is known without an analyser, so that a name that no dictionary has is found in any form.
"""

from translate.morphology import has_final

__all__ = ["chain"]

SUFFIXES = """
들 님 씨 군 양 옹 측 쪽 사 식 형 판 발 산 제 풍 화 행 표 계 내 급 용 당 별 끼리 그룹 본사 시 장 회장 부회장 명예회장
사장 부사장 대표 총재 의장 이사 이사장 본부장 교수 박사 기자 감독 의원 위원장 장관 차관 총리 주석 총서기 총장
사무총장 대통령 대사 특사 시장 지사 행장 팀장 부장 과장 전무 상무 실장 국장 원장 소장 선생 여사 변호사 작가 시인
화백 선수 코치 장군 의사 목사 신부 스님
"""
EITHER = """
은 는 을 를 과 와 의 에 에서 에게 에게서 께 께서 한테 한테서 도 만 까지 부터 조차 마저 밖에 뿐 대로 만큼 처럼 같이
보다 마다 하고 커녕 에선 에겐 엔 께선 한텐 더러 마냥 치고 말고 서 인데 인데요 인지 인가 인가요 인들 일까 일지 임
입니다 입니까
"""
AFTER_CONSONANT = "이 으로 으로서 으로써 으로부터 으론 으로선 이나 이랑 이란 이야 이야말로 이여 아"
AFTER_RIEUL = "로 로서 로써 로부터 론 로선"
AFTER_VOWEL = f"가 {AFTER_RIEUL} 나 랑 란 든 야 야말로 여"

ENDINGS = """
다 고 며 면 면서 자 지 지만 죠 지요 니 니까 므로 나 나마 든 든지 든가 라 라고 라는 라며 라면 라면서 라서 라도 라지만
라니 란 던 더라 냐 냐고 냐는 네 네요 군 군요 구나 기 기에 거나 어서 어도 어야 에요 었다 었고 었던 었으며 었으나
었으면 었는데 었지만 었기 었음 었을 었습니다 었어요 었다고 었다는 었다가 었더라면 신 시다 시고 시며 십니다 셨다 셨던
셨고
"""
"""Of the copula ``이``."""

WITHOUT_COPULA = """
다 며 면서 지만 죠 지요 니까 므로 든지 든가 라 라고 라는 라며 라면 라면서 라서 라도 라지만 라니 냐고 냐는 네요 군요
구나 거나 예요 여서 여도 여야 였다 였고 였던 였으며 였으나 였으면 였는데 였지만 였기 였음 였을 였습니다 였어요
였다고 였다는 였다가 였더라면 십니다 셨다 셨던 셨고
"""
"""Endings before which the copula falls after a vowel."""

ALWAYS = (*SUFFIXES.split(), *EITHER.split(), *("이" + ending for ending in ENDINGS.split()))
"""What may follow any sound. The pairs 은/는, 을/를, 과/와 are here too: misprints of them are common, and they
begin no noun that matters."""
AFTER = {
    "consonant": (*ALWAYS, *AFTER_CONSONANT.split()),
    "rieul": (*ALWAYS, *AFTER_CONSONANT.split(), *AFTER_RIEUL.split()),
    "vowel": (*ALWAYS, *AFTER_VOWEL.split(), *WITHOUT_COPULA.split()),
}
DEPTH = 5
"""Suffixes, titles and particles that may follow each other."""


def chain(sound: str, rest: str, depth: int = 0) -> bool:
    """True where ``rest``, after the syllable ``sound``, is made of suffixes, titles, particles and a copula."""
    if not rest:
        return True
    rieul = has_final(sound) and (ord(sound) - 0xAC00) % 28 == 8  # Unicode Standard, section 3.12
    options = AFTER["rieul" if rieul else "consonant" if has_final(sound) else "vowel"]
    return depth < DEPTH and any(
        chain(piece[-1], rest[len(piece) :], depth + 1) for piece in options if rest.startswith(piece)
    )
