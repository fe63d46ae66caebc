"""Who stands in the register, who gets which duty, and what does a duty open?"""

from datetime import date
from typing import Any

import pytest
from flask import Flask

from app.db import db
from app.kernel.country import Country
from app.kernel.errors import NotFound, NotPermitted, RuleBroken
from app.mediation.kinds import Conflict, Duty, PersonTitle
from app.mediation.queries.mediators import mediators_for
from app.mediation.queries.scope import get_case
from app.mediation.rules.people import PeopleRefusal as R
from app.mediation.services import case_people, mediators
from app.mediation.services.mediators import PersonEntry
from app.notifications.models import Notice, NoticeKind
from tests.factories import NOW, World, actor
from tests.mediation.stages import RECEIVED, TODAY, accepted, codes, day, give, person, received
from tests.pages import Reader, text_of


def add(world: World, who: str = "clerk.youyi", **entry: Any) -> Any:
    values = {"name": "农秀英", "country": Country.CN, "languages": ("zh",)} | entry
    owner = actor(who).organisation_id
    assert owner is not None
    return mediators.add_mediator(
        actor(who), owner_id=owner, entry=PersonEntry(**values), today=TODAY, now=NOW
    )


def test_a_clerk_adds_corrects_and_ends_an_entry_of_the_own_register(
    ctx: Flask, world: World
) -> None:
    row = add(world, title=PersonTitle.PART_TIME)
    entry = PersonEntry(name="农秀英", country=Country.CN, languages=("zh", "za"))
    mediators.edit_mediator(
        actor("clerk.youyi"), mediator_id=row.id, entry=entry, today=TODAY, now=NOW
    )
    assert row.languages == "zh za"
    mediators.end_mediator(actor("clerk.youyi"), mediator_id=row.id, on=TODAY, now=NOW)
    assert row in mediators_for(world.youyi, TODAY)
    assert row not in mediators_for(world.youyi, date(2026, 11, 24))


def test_a_register_is_the_offices_own(ctx: Flask, world: World) -> None:
    row = add(world)
    with pytest.raises(NotPermitted):
        mediators.add_mediator(
            actor("clerk.pingmeng"),
            owner_id=world.youyi,
            entry=PersonEntry(name="黄", country=Country.CN),
            today=TODAY,
            now=NOW,
        )
    for stranger in ("clerk.pingmeng", "clerk.hvt"):
        with pytest.raises(NotFound):
            mediators.end_mediator(actor(stranger), mediator_id=row.id, on=TODAY, now=NOW)


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ({"name": " "}, R.NAME_MISSING),
        ({"can_interpret": True, "languages": ("zh",)}, R.ONE_LANGUAGE),
        ({"valid_from": TODAY, "valid_to": RECEIVED}, R.ENDS_BEFORE_START),
    ],
)
def test_an_entry_says_who_does_what(
    ctx: Flask, world: World, entry: dict[str, Any], code: R
) -> None:
    with pytest.raises(RuleBroken) as refused:
        add(world, **entry)
    assert codes(refused.value) == {code}


def test_a_person_of_the_other_side_is_a_name_and_has_no_account(ctx: Flask, world: World) -> None:
    with pytest.raises(RuleBroken) as refused:
        add(world, country=Country.VN, user_id=world.users["mediator.hvt"])
    assert codes(refused.value) == {R.FOREIGN_ACCOUNT}
    assert add(world, country=Country.VN, name="Lý Văn Tá").user_id is None


def test_an_account_is_of_the_office_and_named_once(ctx: Flask, world: World) -> None:
    with pytest.raises(RuleBroken) as refused:
        add(world, user_id=world.users["clerk.pingmeng"])
    assert codes(refused.value) == {R.ACCOUNT_NOT_OF_OFFICE}
    with pytest.raises(RuleBroken) as refused:
        add(world, user_id=world.users["mediator.youyi"])
    assert codes(refused.value) == {R.ACCOUNT_TAKEN}
    assert add(world, user_id=world.users["clerk.youyi"]).user_id is not None


def test_a_duty_opens_the_case_to_its_person_tells_them_and_closes_it_with_its_end(
    ctx: Flask, world: World
) -> None:
    case = accepted()
    with pytest.raises(NotFound):
        get_case(actor("mediator.youyi"), case.id)
    row = give(case.id, "韦国强", Duty.PRESIDING)
    assert get_case(actor("mediator.youyi"), case.id).id == case.id
    [notice] = db.session.query(Notice).filter_by(user_id=world.users["mediator.youyi"])
    assert (notice.kind, notice.path) == (NoticeKind.CASE_ASSIGNED, f"/cases/{case.id}")
    case_people.end_duty(
        actor("clerk.youyi"), case_id=case.id, duty_id=row.id, on=TODAY, reason="出差", now=NOW
    )
    with pytest.raises(NotFound):
        get_case(actor("mediator.youyi"), case.id)


def test_a_person_without_account_is_told_by_nobody(ctx: Flask, world: World) -> None:
    give(accepted().id, "Nông Văn Bình", Duty.FOREIGN_INVITED)
    assert db.session.query(Notice).count() == 0


@pytest.mark.parametrize(
    ("name", "duty", "found"),
    [
        ("Nông Văn Bình", Duty.PRESIDING, {R.NOT_OWN_SIDE}),
        ("韦国强", Duty.FOREIGN_INVITED, {R.NOT_OTHER_SIDE}),
        ("韦国强", Duty.INTERPRETER, {R.CANNOT_INTERPRET}),
        ("黎秀兰", Duty.PRESIDING, {R.CANNOT_MEDIATE}),
    ],
)
def test_a_duty_fits_its_person(
    ctx: Flask, world: World, name: str, duty: Duty, found: set[R]
) -> None:
    with pytest.raises(RuleBroken) as refused:
        give(accepted().id, name, duty)
    assert codes(refused.value) == found


def test_a_case_has_one_presiding_mediator_and_nobody_has_a_duty_twice(
    ctx: Flask, world: World
) -> None:
    case = accepted()
    give(case.id, "韦国强", Duty.PRESIDING)
    with pytest.raises(RuleBroken) as refused:
        give(case.id, "韦国强", Duty.PRESIDING)
    assert codes(refused.value) == {R.HAS_DUTY}
    other = add(world, name="陆志明")
    with pytest.raises(RuleBroken) as refused:
        give(case.id, other.name, Duty.PRESIDING)
    assert codes(refused.value) == {R.PRESIDING_TAKEN}


def test_a_duty_that_ended_can_be_taken_up_again(ctx: Flask, world: World) -> None:
    case = accepted()
    row = give(case.id, "韦国强", Duty.PRESIDING)
    case_people.end_duty(
        actor("clerk.youyi"), case_id=case.id, duty_id=row.id, on=TODAY, reason="", now=NOW
    )
    again = give(case.id, "韦国强", Duty.PRESIDING, on=TODAY)
    assert (again.id, again.assigned_on, again.ended_on) == (row.id, TODAY, None)


def test_a_declared_conflict_of_interest_is_explained(ctx: Flask, world: World) -> None:
    case = accepted()
    with pytest.raises(RuleBroken) as refused:
        give(case.id, "韦国强", Duty.PRESIDING, conflict=Conflict.DECLARED)
    assert codes(refused.value) == {R.CONFLICT_UNEXPLAINED}
    row = give(case.id, "韦国强", Duty.PRESIDING)
    case_people.declare(
        actor("mediator.youyi"),
        case_id=case.id,
        duty_id=row.id,
        conflict=Conflict.DECLARED,
        conflict_note="与申请人同村，双方均同意其主持",
        now=NOW,
    )
    assert row.conflict is Conflict.DECLARED


def test_only_an_interpreter_signs_the_interpreters_statement(ctx: Flask, world: World) -> None:
    case = accepted()
    mediator = give(case.id, "韦国强", Duty.PRESIDING)
    interpreter = give(case.id, "黎秀兰", Duty.INTERPRETER)
    with pytest.raises(RuleBroken) as refused:
        case_people.sign_statement(
            actor("clerk.youyi"), case_id=case.id, duty_id=mediator.id, on=TODAY, now=NOW
        )
    assert codes(refused.value) == {R.NOT_AN_INTERPRETER}
    case_people.sign_statement(
        actor("clerk.youyi"), case_id=case.id, duty_id=interpreter.id, on=TODAY, now=NOW
    )
    assert interpreter.statement_on == TODAY


def test_a_person_of_another_offices_register_is_not_there(ctx: Flask, world: World) -> None:
    case = accepted()
    with pytest.raises(NotFound):
        give(case.id, "Hoàng Thị Mai", Duty.INVITED)


def test_the_register_page_adds_a_person(app: Flask, world: World, client: Reader) -> None:
    client.sign_in("clerk2.youyi").read_in("vi")
    client.get("/mediators")
    client.get("/mediators/new")
    typed = {"country": "VN", "name": "Lý Văn Tá", "languages": ["vi", "tay"]}
    answer = client.post("/mediators/new", typed)
    assert answer.status_code == 422
    assert "Hãy chọn ít nhất một mục." in answer.get_data(as_text=True)
    text = text_of(client.follow(client.post("/mediators/new", typed | {"capacities": "mediates"})))
    assert "Lý Văn Tá" in text
    assert "Tiếng Tày" in text


def test_the_pages_of_a_duty_give_declare_and_end_it(
    app: Flask, world: World, client: Reader
) -> None:
    with app.app_context():
        case_id, who = accepted().id, person("韦国强").id
    client.sign_in("clerk.youyi")
    at = f"/cases/{case_id}/people"
    client.get(f"{at}/new")
    typed = day("on", RECEIVED) | {
        "mediator_id": str(who),
        "duty": "presiding",
        "conflict": "declared",
    }
    answer = client.post(f"{at}/new", typed)
    assert answer.status_code == 422
    assert "请说明是什么利害关系" in answer.get_data(as_text=True)
    text = client.follow(client.post(f"{at}/new", typed | {"conflict_note": "同村，双方同意"}))
    assert "同村，双方同意" in text
    client.get(f"{at}/1/conflict")
    client.follow(client.post(f"{at}/1/conflict", {"conflict": "denied"}))
    client.get(f"{at}/1/end")
    client.follow(client.post(f"{at}/1/end", day("on", TODAY) | {"reason": "出差"}))
    client.get(f"{at}/2/end", status=404)


def test_a_case_that_is_only_received_can_already_have_its_people(ctx: Flask, world: World) -> None:
    assert give(received().id, "韦国强", Duty.PRESIDING).ended_on is None


def test_a_recorder_needs_neither_to_mediate_nor_to_interpret(ctx: Flask, world: World) -> None:
    person = add(world, name="陆小兰", can_mediate=False)
    case = accepted()
    give(case.id, "陆小兰", Duty.RECORDER)
    assert [row.mediator_id for row in case.mediators] == [person.id]
    with pytest.raises(RuleBroken) as refused:
        give(case.id, "陆小兰", Duty.INVITED)
    assert codes(refused.value) == {R.CANNOT_MEDIATE}
