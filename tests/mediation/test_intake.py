"""Does a dispute enter the register with few must fields, and is nothing typed ever lost?"""

from datetime import date

import pytest
from sqlalchemy import select

from app.audit.queries import entries_of_case
from app.db import db
from app.kernel.errors import NotPermitted, RuleBroken
from app.mediation.kinds import Channel, PartyRole
from app.mediation.models import Case
from app.mediation.queries.case_facts import screening_answers
from app.mediation.rules.intake import IntakeRefusal
from app.mediation.rules.missing import MissingCode
from app.mediation.rules.screening import QUESTIONS, ScreeningKey
from app.mediation.services import intake
from app.mediation.services.intake import Essentials, Side
from app.mediation.states import CaseState
from tests.factories import NOW, actor
from tests.pages import text_of

ASKED = [question for question in QUESTIONS if not question.family_only]
NO_TO_ALL = {question.key.value: "no" for question in ASKED}


def dispute(office_id, **more):
    return Essentials(
        **{
            "office_id": office_id,
            "received_on": date(2026, 11, 20),
            "channel": Channel.WINDOW,
            "applicant": Side("Nguyễn Văn Hùng", "VN"),
            "respondent": Side("韦国强", "CN"),
            "cn_type": "labour",
            "border_subtype": "x_wages",
            "facts": "拖欠三个月工资。",
            "language": "zh",
        }
        | more
    )


def typed(**more):
    """The essentials as the page sends them."""
    return {
        "applicant_name": "Nguyễn Văn Hùng",
        "applicant_nationality": "VN",
        "respondent_name": "韦国强",
        "respondent_nationality": "CN",
        "cn_type": "labour",
        "border_subtype": "x_wages",
        "facts": "Nợ lương ba tháng.",
        "language": "vi",
        "received_on-year": "2026",
        "received_on-month": "11",
        "received_on-day": "20",
        "channel": "window",
    } | more


def only_case():
    return db.session.scalars(select(Case)).one()


def test_registering_gives_number_parties_and_statement(ctx, world):
    case = intake.register_case(
        actor("clerk.youyi"), essentials=dispute(world.youyi), answers={}, now=NOW
    )
    assert case.state is CaseState.RECEIVED
    assert (case.registered_year, case.registered_seq) == (2026, 1)
    assert [(party.role, party.nationality) for party in case.parties] == [
        (PartyRole.APPLICANT, "VN"),
        (PartyRole.RESPONDENT, "CN"),
    ]
    assert (case.facts.original, case.facts.language) == ("拖欠三个月工资。", "zh")
    assert case.committee_id == world.youyi_committee
    tags = [entry.action for entry in entries_of_case(case.id)]
    assert tags[0] == "mediation:case:drafted"
    assert "mediation:case:received" in tags


def test_registering_says_every_missing_must_field_and_draws_no_number(ctx, world):
    bare = Essentials(office_id=world.youyi, respondent=Side("韦国强", ""))
    with pytest.raises(RuleBroken) as broken:
        intake.register_case(actor("clerk.youyi"), essentials=bare, now=NOW)
    codes = {refusal.code for refusal in broken.value.refusals}
    assert codes == {
        MissingCode.APPLICANT_NAME,
        MissingCode.NATIONALITY,
        MissingCode.TYPE,
        MissingCode.FACTS,
        MissingCode.RECEIVED_ON,
    }
    assert db.session.scalars(select(Case)).all() == []


def test_day_received_is_never_in_the_future(ctx, world):
    with pytest.raises(RuleBroken) as broken:
        intake.register_case(
            actor("clerk.youyi"),
            essentials=dispute(world.youyi, received_on=date(2026, 11, 24)),
            now=NOW,
        )
    assert [r.code for r in broken.value.refusals] == [IntakeRefusal.RECEIVED_IN_FUTURE]


def test_nobody_registers_at_another_office(ctx, world):
    with pytest.raises(NotPermitted):
        intake.register_case(
            actor("clerk.youyi"), essentials=dispute(world.pingmeng), answers={}, now=NOW
        )


def test_discarded_draft_is_gone_but_for_the_audit_trail(ctx, world):
    clerk = actor("clerk.youyi")
    draft = intake.open_draft(
        clerk, office_id=world.youyi, answers={ScreeningKey.STATUS: True}, now=NOW
    )
    intake.save_draft(clerk, case_id=draft.id, essentials=dispute(world.youyi), now=NOW)
    case_id = draft.id
    intake.discard_draft(clerk, case_id=case_id, now=NOW)
    assert db.session.get(Case, case_id) is None
    assert entries_of_case(case_id)[-1].action == "mediation:case:draft_discarded"


def test_what_was_told_alone_leaves_no_answer_in_the_audit_trail(ctx, world):
    draft = intake.open_draft(
        actor("clerk.youyi"),
        office_id=world.youyi,
        answers={ScreeningKey.HARM_TOLD_ALONE: True, ScreeningKey.STATUS: True},
        now=NOW,
    )
    entry = entries_of_case(draft.id)[-1]
    assert entry.changes["harm_told_alone"] == [None, None]
    assert entry.changes["status"] == [None, True]
    assert screening_answers(draft.id)[ScreeningKey.HARM_TOLD_ALONE] is True


@pytest.mark.parametrize("language", ["zh", "vi"])
def test_clerk_registers_a_dispute_in_two_pages(app, client, language):
    client.sign_in("clerk.youyi").read_in(language)
    client.get("/cases/new")
    answer = client.post("/cases/new", NO_TO_ALL)
    essentials = answer.location
    client.follow(answer)
    with app.app_context():
        office = only_case().office_id
    answer = client.post(essentials, typed(office_id=str(office)))
    page = client.follow(answer)
    assert "Nguyễn Văn Hùng" in page
    assert "韦国强" in page
    assert "Nợ lương ba tháng." in page


def test_unanswered_screening_question_is_asked_again(client):
    client.sign_in("clerk.youyi")
    answer = client.post("/cases/new", NO_TO_ALL | {"border_event": ""})
    assert answer.status_code == 422
    summary = answer.get_data(as_text=True).split("govuk-error-summary__list")[1]
    assert "边境事件？</a>" in summary.split("</ul>")[0], "the summary names the question"


def test_refused_essentials_keep_what_was_typed(app, client):
    client.sign_in("clerk.youyi")
    where = client.post("/cases/new", NO_TO_ALL).location
    with app.app_context():
        office = str(only_case().office_id)
    answer = client.post(where, typed(office_id=office, respondent_name=""))
    assert answer.status_code == 422
    assert "Nguyễn Văn Hùng" in answer.get_data(as_text=True)
    assert "Nợ lương ba tháng." in answer.get_data(as_text=True)


def test_language_button_keeps_what_was_typed_and_registers_nothing(app, client):
    client.sign_in("clerk.youyi")
    where = client.post("/cases/new", NO_TO_ALL).location
    with app.app_context():
        office = str(only_case().office_id)
    answer = client.post(where, typed(office_id=office, _language="vi"))
    assert answer.status_code == 200
    assert "Nợ lương ba tháng." in answer.get_data(as_text=True)
    with app.app_context():
        assert only_case().state is CaseState.DRAFT


def test_draft_keeps_the_little_that_is_known(app, client):
    client.sign_in("clerk.youyi")
    where = client.post("/cases/new", NO_TO_ALL).location
    with app.app_context():
        office = str(only_case().office_id)
    client.follow(client.post(where, {"office_id": office, "applicant_name": "阮文雄", "save": "1",
                                      "language": "zh"}))  # fmt: skip
    assert "阮文雄" in client.get(where)


def test_screening_hit_leads_to_the_advice_and_offers_referral(client):
    client.sign_in("clerk.youyi")
    answer = client.post("/cases/new", NO_TO_ALL | {"suspected_crime": "yes"})
    assert answer.location.endswith("/advice")
    client.follow(answer)


def test_family_case_asks_each_party_alone_after_registration(app, client):
    client.sign_in("clerk.youyi")
    where = client.post("/cases/new", NO_TO_ALL).location
    with app.app_context():
        office = str(only_case().office_id)
    answer = client.post(where, typed(office_id=office, cn_type="marriage_family"))
    assert answer.location.endswith("/screening")
    page = client.follow(answer)
    assert "12338" in page
    told = client.post(answer.location, NO_TO_ALL | {"harm_told_alone": "yes"})
    assert told.location.endswith("/advice")
    assert "拐卖" not in text_of(client.get(where.replace("/essentials", "")))
    assert "拐卖？ — —" in text_of(client.get(where.replace("essentials", "history")))
