"""Who sees which case? The own office, subtree or duties; never the other country's, anywhere."""

from datetime import date

import pytest
from sqlalchemy import select

from app.db import db
from app.mediation.kinds import Duty
from app.mediation.models import Mediator
from app.mediation.services import parties
from app.mediation.services.case_people import assign
from app.mediation.services.intake import open_draft
from app.mediation.services.particulars import Sealing
from app.mediation.services.parties import PartyDetails
from app.mediation.views import blueprint
from tests.factories import NOW, actor
from tests.mediation.disputes import accepted

PHONE = "13800138000"
READERS = ("clerk.youyi", "clerk2.youyi", "reviewer.pingxiang", "reviewer.guangxi",
           "auditor.guangxi")  # fmt: skip
STRANGERS = ("clerk.pingmeng", "clerk.hvt", "clerk.sonvi", "mediator.youyi", "interpreter.youyi",
             "mediator.hvt", "reviewer.napo")  # fmt: skip
NO_CASES = ("admin.cn", "security.cn")


@pytest.fixture
def case_id(app, world):
    """An accepted case of 友谊司法所 with a telephone on file."""
    with app.app_context():
        clerk = actor("clerk.youyi")
        case = accepted(clerk, "阮文雄", "韦国强")
        party = case.parties[0]
        parties.edit_party(
            clerk,
            case_id=case.id,
            party_id=party.id,
            details=PartyDetails(role=party.role, name=party.name, nationality="CN"),
            sealing=Sealing(phone=PHONE),
            now=NOW,
        )
        return case.id


def give_duty(app, case_id, name, duty):
    with app.app_context():
        person = db.session.scalars(select(Mediator).where(Mediator.name == name)).one()
        assign(
            actor("clerk.youyi"),
            case_id=case_id,
            mediator_id=person.id,
            duty=duty,
            on=date(2026, 11, 23),
            now=NOW,
        )


@pytest.mark.parametrize("who", READERS)
def test_case_is_read_by_its_office_and_those_above(client, case_id, who):
    client.sign_in(who)
    assert "阮文雄" in client.get(f"/cases/{case_id}")
    assert "阮文雄" in client.get("/cases?q=阮文雄")


@pytest.mark.parametrize("who", STRANGERS)
def test_case_is_not_there_for_anybody_else(client, case_id, who):
    client.sign_in(who)
    client.get(f"/cases/{case_id}", status=404)
    assert "韦国强" not in client.get("/cases?q=阮文雄")
    assert "韦国强" not in client.get("/")


@pytest.mark.parametrize("who", NO_CASES)
def test_administration_never_implies_reading(client, case_id, who):
    client.sign_in(who)
    client.get("/cases", status=403)
    client.get(f"/cases/{case_id}", status=403)


def addresses(app, case_id):
    """Every page under a case that can be asked for, with the case's id and 1 for the rest."""
    for rule in app.url_map.iter_rules():
        known = rule.endpoint.startswith(f"{blueprint.name}.") and "case_id" in rule.arguments
        if known and "GET" in rule.methods and rule.rule.startswith("/cases/<int:case_id>"):
            values = dict.fromkeys(rule.arguments, 1) | {"case_id": case_id}
            values |= {"action": "accept", "particular": "phone", "way": "up"}
            with app.test_request_context():
                path = app.url_map.bind("localhost").build(
                    rule.endpoint, {name: values[name] for name in rule.arguments}
                )
            yield path


def test_vietnamese_clerk_meets_404_at_every_address_of_a_chinese_case(app, client, case_id):
    client.sign_in("clerk.hvt")
    paths = list(addresses(app, case_id))
    assert len(paths) > 25
    for path in paths:
        client.get(path, status=404)


def test_mediator_reads_a_case_from_assignment_to_release(app, client, case_id):
    client.sign_in("mediator.youyi")
    client.get(f"/cases/{case_id}", status=404)
    give_duty(app, case_id, "韦国强", Duty.PRESIDING)
    client.get(f"/cases/{case_id}")


def test_interpreter_sees_an_assigned_case_masked_and_cannot_unmask(app, client, case_id):
    give_duty(app, case_id, "黎秀兰", Duty.INTERPRETER)
    client.sign_in("interpreter.youyi")
    page = client.get(f"/cases/{case_id}")
    assert PHONE not in page
    assert "+861" in page
    assert "/reveal/" not in page
    client.get(f"/cases/{case_id}/parties/1/reveal/phone", status=403)
    assert client.post(f"/cases/{case_id}/parties/1/reveal/phone", {}).status_code == 403


def test_reviewer_reads_and_changes_nothing(client, case_id):
    client.sign_in("reviewer.pingxiang")
    client.get(f"/cases/{case_id}/dispute", status=403)
    assert client.post(f"/cases/{case_id}/dispute", {"facts": "x"}).status_code == 403


def test_a_draft_is_seen_by_its_own_office_alone(app, client, world):
    with app.app_context():
        draft = open_draft(actor("clerk.youyi"), office_id=world.youyi, answers={}, now=NOW)
        address = f"/cases/{draft.id}"
    client.sign_in("clerk.youyi").get(address)
    client.sign_out()
    client.sign_in("reviewer.pingxiang").get(address, status=404)
