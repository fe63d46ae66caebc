"""Is the way to a court shown and recorded only as each country's law allows?"""

from datetime import date

import pytest
from flask import Flask

from app.db import db, transaction
from app.kernel.errors import RuleBroken
from app.mediation.kinds import CourtResult
from app.mediation.models import Case, CourtStep, ScreeningAnswer
from app.mediation.queries.court_steps import last_day, offered, steps_of
from app.mediation.rules.court_results import CourtResultRefusal
from app.mediation.rules.court_step import CONFIRMATION, RECOGNITION
from app.mediation.rules.court_step import CourtStepRefusal as R
from app.mediation.rules.deadlines import DeadlineCode
from app.mediation.services import court_steps
from app.mediation.services.court_steps import Filing
from tests.factories import NOW, World, actor
from tests.mediation.settling import Debt, signed
from tests.pages import Reader, text_of

FILED = date(2026, 11, 22)
BOTH = {"applicant_asks": True, "respondent_asks": True}


def file_request(debt: Debt, **changes: object) -> CourtStep:
    filing = {"step": CONFIRMATION, "court": "凭祥市人民法院", "filed_on": FILED, **BOTH}
    return court_steps.file_request(
        actor("clerk.youyi"), case_id=debt.case_id, agreement_id=debt.agreement_id,
        filing=Filing(**(filing | changes)), now=NOW,
    )  # fmt: skip


def refusals(debt: Debt, **changes: object) -> list[object]:
    with pytest.raises(RuleBroken) as refused:
        file_request(debt, **changes)
    return [refusal.code for refusal in refused.value.refusals]


def answer_yes(debt: Debt, question: str) -> None:
    with transaction() as session:
        session.add(ScreeningAnswer(case_id=debt.case_id, question=question, answer=True,
                                    answered_at=NOW))  # fmt: skip


def test_chinese_body_offers_a_joint_request_within_thirty_days(ctx: Flask, world: World) -> None:
    #  Mo Tu We Th Fr Sa Su
    #  14 15 16 17 18 19 20  December 2026: thirty days after 20 November
    #  21                    end on a Sunday, so on the Monday after it
    debt = signed(actor("clerk.youyi"), world)
    assert offered(debt.case) == (CONFIRMATION,)
    assert last_day(debt.agreement, CONFIRMATION) == date(2026, 12, 21)
    assert refusals(debt, respondent_asks=False) == [R.BOTH_MUST_APPLY]
    assert refusals(debt, step=RECOGNITION) == [R.NOT_MEDIATED_THERE]
    assert refusals(debt, filed_on=date(2026, 12, 22)) == [R.TOO_LATE]
    row = file_request(debt)
    assert steps_of(debt.agreement) == [row]
    court = [d for d in debt.case.deadlines if d.rule == DeadlineCode.COURT_STEP]
    assert [d.cleared_at for d in court] == [NOW]


@pytest.mark.parametrize("question", ["status", "ownership"])
def test_status_and_ownership_are_offered_to_no_court(
    ctx: Flask, world: World, question: str
) -> None:
    debt = signed(actor("clerk.youyi"), world)
    answer_yes(debt, question)
    assert offered(debt.case) == ()
    assert refusals(debt) == [R.EXCLUDED]


def test_result_has_a_day_after_the_request(ctx: Flask, world: World) -> None:
    debt = signed(actor("clerk.youyi"), world)
    row = file_request(debt)
    said = {
        "case_id": debt.case_id, "agreement_id": debt.agreement_id, "step_id": row.id,
        "result": CourtResult.CONFIRMED, "number": "（2026）桂1481民特1号", "note_text": "",
        "now": NOW,
    }  # fmt: skip
    clerk = actor("clerk.youyi")
    for decided_on, code in (
        (None, CourtResultRefusal.DAY_MISSING),
        (date(2026, 11, 21), CourtResultRefusal.BEFORE_FILED),
        (date(2026, 11, 24), CourtResultRefusal.IN_FUTURE),
    ):
        with pytest.raises(RuleBroken) as refused:
            court_steps.record_result(clerk, **said, decided_on=decided_on)
        assert [refusal.code for refusal in refused.value.refusals] == [code]
    court_steps.record_result(clerk, **said, decided_on=date(2026, 11, 23))
    assert steps_of(debt.agreement)[0].result is CourtResult.CONFIRMED


@pytest.mark.parametrize(("language", "together", "none"), [
    ("zh", "共同", "不能申请"), ("vi", "cùng yêu cầu", "Không có"),
])  # fmt: skip
def test_case_page_says_in_plain_words_what_the_parties_may_do(
    client: Reader, app: Flask, world: World, language: str, together: str, none: str
) -> None:
    with app.app_context():
        debt = signed(actor("clerk.youyi"), world)
    client.sign_in("clerk.youyi").read_in(language)
    assert together in text_of(client.get(f"/cases/{debt.case_id}"))
    here = f"/cases/{debt.case_id}/agreements/{debt.agreement_id}/court"
    client.get(f"{here}/CN")
    client.get(f"{here}/XX", status=404)
    filed = {"court": "凭祥市人民法院", "filed_on-year": "2026", "filed_on-month": "11",
             "filed_on-day": "22", "asking": ["applicant", "respondent"]}  # fmt: skip
    assert "凭祥市人民法院" in client.follow(client.post(f"{here}/CN", filed))
    client.get(f"{here}/1/result")
    with app.app_context():
        answer_yes(debt, "status")
        assert db.session.get(Case, debt.case_id) is not None
    assert none in text_of(client.get(f"/cases/{debt.case_id}"))
