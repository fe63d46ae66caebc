"""Is every paper of a case called so that nobody takes one for another?"""

import pytest
from flask import Flask

from app.db import db
from app.kernel.bilingual import Bilingual
from app.kernel.country import Country
from app.mediation.kinds import LetterKind, PaperKind
from app.mediation.models import Case
from app.mediation.papers.catalogue import papers_of, printed_title
from app.mediation.papers.titles import LETTERS, title_of
from tests.factories import World
from tests.mediation.papers.whole_case import whole_case

APART = {
    PaperKind.LETTER: Bilingual(
        "情况通报函 · 同登边防站 · 友谊函〔2026〕2号",
        "Công văn thông báo · 同登边防站 · 友谊函〔2026〕2号",
    ),
    PaperKind.MEDIATION_RECORD: Bilingual(
        "人民调解记录（第1次，2026年11月20日）",
        "Biên bản hòa giải (lần 1, ngày 20 tháng 11 năm 2026)",
    ),
    PaperKind.INTERPRETER_STATEMENT: Bilingual(
        "翻译声明（黎秀兰）", "Cam đoan của người phiên dịch (黎秀兰)"
    ),
    PaperKind.PERFORMANCE_RECEIPT: Bilingual(
        "收条（2026年12月5日，韦大山，1,000.00元）",
        "Giấy biên nhận (ngày 05 tháng 12 năm 2026, 韦大山, 1.000,00 nhân dân tệ)",
    ),
    PaperKind.FOLLOW_UP_RECORD: Bilingual(
        "人民调解回访记录（2026年11月20日）",
        "Phiếu theo dõi việc thực hiện thỏa thuận (ngày 20 tháng 11 năm 2026)",
    ),
}


@pytest.fixture
def case(ctx: Flask, world: World) -> Case:
    return db.session.get_one(Case, whole_case(Country.CN, "韦大山", "阮文雄"))


def test_repeated_papers_carry_what_tells_them_apart(case: Case) -> None:
    titles = {ref.kind: title_of(ref, case) for ref in papers_of(case)}
    assert {kind: titles[kind] for kind in APART} == APART


def test_a_paper_there_is_once_bears_the_title_of_its_form(case: Case) -> None:
    once = [ref for ref in papers_of(case) if ref.kind not in APART]
    assert once
    for ref in once:
        assert title_of(ref, case) == printed_title(ref.kind, Country.CN)


def test_every_kind_of_letter_has_its_name_in_both_languages() -> None:
    assert set(LETTERS) == set(LetterKind)
    assert all(title.has_both for title in LETTERS.values())
