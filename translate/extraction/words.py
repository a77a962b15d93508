"""Lists of words by which nouns are told from terms, and names from each other."""

__all__ = [
    "ADDRESS",
    "DROPPED",
    "FUNCTION",
    "OFFICES",
    "ORGANIZATIONS",
    "PARTICLES",
    "RELATIONAL",
    "TITLES",
    "TITLES_IN",
]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLES = _words("""
    회장 부회장 사장 부사장 대표 대표이사 총재 의장 이사장 이사 전무 상무 본부장 부장 과장 팀장 실장 국장 센터장
    소장 원장 총장 학장 교장 교수 박사 선생 기자 특파원 논설위원 편집장 앵커 아나운서 감독 코치 선수 작가 시인
    화백 의원 장관 차관 총리 부총리 주석 대통령 여사 대사 지사 군수 구청장 검사 판사 변호사 대법관 장군 대장 목사
    신부 추기경 스님 연구원 위원장 위원 창업자 최고경영자 CEO
""")
"""What stands behind a person's name, and is no part of it. Not ``시장``: a market far more often than a mayor."""

TITLES_IN = {
    "en": _words("""
        chairman chairwoman chair president ceo cfo coo director representative professor dr mr ms mrs minister
        secretary governor chief vice deputy founder
    """),
    "zh": _words("会长 副会长 社长 副社长 代表 总裁 董事长 总经理 教授 总理 总统 部长 先生 女士"),
}
"""The same in translations, by language."""

OFFICES = _words("총리 부총리 대통령 주석 대사 지사 총재 의장 장관 차관 기자 특파원 위원장 감독 선수 대표")
"""Titles that stand behind countries and institutions too."""

ADDRESS = _words("씨 군 양 옹")
"""Titles of one syllable, which the analyser calls dependent nouns."""

ORGANIZATIONS = _words("""
    그룹 은행 전자 증권 카드 보험 생명 화재 제약 항공 통신 건설 중공업 자동차 화학 물산 상사 산업 홀딩스 캐피탈
    캐피털 대학교 대학 재단 협회 위원회 연구소 연구원 신문 일보 방송 방송국 출판사 공사 공단 진흥원 학회 조합 연맹
    연합 병원 금융 파이낸셜 테크 텔레콤 모터스 닷컴 미디어 엔터테인먼트 픽처스 뱅크
""")
"""How the names of companies and institutions end."""

RELATIONAL = _words("""
    동안 사이 이후 이전 이상 이하 이내 이외 가운데 한가운데 당시 최근 오늘 어제 내일 올해 지난해 내년 작년 이번
    다음 지난주 관련 경우 정도 향후 현재 무렵 내내 직후 직전 중순 초순 하순 오전 오후 하루 이틀 사흘 전체 일부
    대부분 각각 모두 자신 서로 속 안 밖 앞 뒤 위 아래 옆 곳 때 끝 곁 말
""")
"""Nouns of time, place and amount, which are part of no term and end a run."""

DROPPED = _words("들 님 측 쪽 간 상 별 당 씩 째 쯤 끼리 여 껏 발 경")
"""Suffixes that are left out like particles: plural, honorific, place, measure."""

PARTICLES = frozenset("은는이가을를과와의에도만로")
"""Particles of one syllable, which the analyser may leave at the end of a word that it does not know."""

FUNCTION = _words("""
    a an the of to in on at by for from with and or but as is are was were be been it its he his she her they their we
    our i you your this that these those there here which who what when will would can could not no if so also
""")
"""English words with which no term begins or ends."""
