"""Is what is known of a memorandum changed by two people, with the paper that says so?"""

from datetime import date

import pytest

from app.audit.queries import entries_of_object
from app.bilateral import queries
from app.bilateral.models import MemorandumStatus
from app.bilateral.rules import ChangeRefused, MemorandumField
from app.bilateral.services import decide_change, load_memoranda, propose_change
from app.kernel.country import Country
from app.kernel.errors import NotPermitted, RuleBroken
from app.kernel.permissions import system_actor
from tests.factories import NOW, actor
from tests.pages import text_of

SIGNED = date(2017, 5, 9)
CHINESE, VIETNAMESE = "reviewer.guangxi", "reviewer.langson"


@pytest.fixture
def paper(ctx, world):
    return queries.memorandum_by_code("MOU-PINGXIANG-VANLANG")


def fields(row, **new):
    return {each.value: getattr(row, each.value) for each in MemorandumField} | new


def propose(row, who=CHINESE, instrument="凭司函〔2017〕3号", **new):
    return propose_change(
        actor(who), memorandum_id=row.id, values=fields(row, **new), instrument=instrument, now=NOW
    )


def decide(change, who=VIETNAMESE, approve=True):
    return decide_change(actor(who), change_id=change.id, approve=approve, now=NOW)


def codes(broken):
    return {refusal.code for refusal in broken.value.refusals}


def test_a_change_counts_once_a_second_person_has_approved(paper):
    change = propose(paper, signed_on=SIGNED, status=MemorandumStatus.IN_FORCE)
    assert (paper.signed_on, paper.waiting_change) == (None, change)
    decide(change)
    assert (paper.signed_on, paper.status) == (SIGNED, MemorandumStatus.IN_FORCE)
    assert paper.waiting_change is None
    acts = [(entry.action, entry.reason) for entry in entries_of_object("memorandum", paper.id)]
    assert acts == [
        ("bilateral:memorandum:proposed", "凭司函〔2017〕3号"),
        ("bilateral:memorandum:approved", "凭司函〔2017〕3号"),
    ]


def test_a_change_that_is_turned_down_changes_nothing(paper):
    decide(propose(paper, place_zh="凭祥"), approve=False)
    assert paper.place_zh == ""
    assert propose(paper, place_zh="凭祥市").decided_at is None


def test_nobody_decides_on_an_own_change_and_nobody_twice(paper):
    change = propose(paper, place_zh="凭祥")
    with pytest.raises(RuleBroken) as refused:
        decide(change, CHINESE)
    assert codes(refused) == {ChangeRefused.OWN_CHANGE}
    decide(change)
    with pytest.raises(RuleBroken) as refused:
        decide(change)
    assert codes(refused) == {ChangeRefused.ALREADY_DECIDED}


def test_a_change_names_its_paper_changes_something_and_waits_alone(paper):
    with pytest.raises(RuleBroken) as refused:
        propose(paper, instrument=" ")
    assert codes(refused) == {ChangeRefused.NOTHING_CHANGED, ChangeRefused.NO_INSTRUMENT}
    propose(paper, place_zh="凭祥")
    with pytest.raises(RuleBroken) as refused:
        propose(paper, place_zh="友谊")
    assert codes(refused) == {ChangeRefused.ONE_WAITS}


@pytest.mark.parametrize("who", ["clerk.youyi", "reviewer.pingxiang", "admin.cn"])
def test_only_the_region_and_the_province_change_it(paper, who):
    with pytest.raises(NotPermitted):
        propose(paper, who, place_zh="凭祥")


def test_loading_the_shipped_rows_keeps_what_was_approved(paper):
    decide(propose(paper, signed_on=SIGNED))
    load_memoranda(system_actor(Country.CN))
    assert paper.signed_on == SIGNED


def test_two_people_change_it_on_pages(app, client, world):
    with app.app_context():
        row = queries.memorandum_by_code("MOU-PINGXIANG-VANLANG")
        home = f"/memoranda/{row.id}"
        typed = {name: value or "" for name, value in fields(row).items() if name != "signed_on"}
    typed |= {"signed_on-year": "2017", "signed_on-month": "5", "signed_on-day": "9"}
    client.sign_in(CHINESE).get(f"{home}/change")
    assert client.post(f"{home}/change", typed | {"instrument": ""}).status_code == 422
    client.follow(client.post(f"{home}/change", typed | {"instrument": "第3号函"}))
    with app.app_context():
        change = queries.memorandum_by_code("MOU-PINGXIANG-VANLANG").waiting_change.id
    page = f"/memoranda/changes/{change}"
    assert client.post(page, {"decision": "approve"}).status_code == 422
    client.sign_out()
    client.sign_in(VIETNAMESE).read_in("zh")
    assert "2017年5月9日" in text_of(client.get(page))
    text = text_of(client.follow(client.post(page, {"decision": "approve"})))
    assert "2017年5月9日" in text
