"""How does somebody get a role? Dated, in the own country, and by two people where it matters."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from app.accounts.actors import actor_of
from app.accounts.models import RoleGrant, User
from app.accounts.refusals import AccountRefusal as R
from app.accounts.services.grants import approve_grant, end_grant, grant_role
from app.accounts.services.people import create_user
from app.db import db
from app.kernel.country import Country
from app.kernel.errors import NotFound, RuleBroken
from app.kernel.permissions import Permission, Role, system_actor
from app.notifications.models import Notice
from tests.factories import NOW, PASSWORD, actor, world

TODAY = NOW.date()


def somebody(name="zhao.min", country=Country.CN):
    return create_user(system_actor(country), username=name, display_name=name, country=country,
                       language="zh", password=PASSWORD, now=NOW).id  # fmt: skip


def give(user_id, role, code="CN-451481101-SFS", *, by="security.cn", since=TODAY, until=None):
    return grant_role(actor(by), user_id=user_id, role=role, organisation_id=world().offices[code],
                      valid_from=since, valid_to=until, now=NOW)  # fmt: skip


def may(user_id, permission, day=TODAY):
    return actor_of(db.session.get_one(User, user_id), day).may(permission)


def codes(broken):
    return {refusal.code for refusal in broken.value.refusals}


def test_clerk_is_in_force_at_once(ctx):
    person = somebody()
    give(person, Role.CLERK_CN)
    assert may(person, Permission.CASE_CREATE)


def test_person_without_a_role_may_still_see_their_own_account(ctx):
    person = somebody()
    assert may(person, Permission.PROFILE)
    assert not may(person, Permission.REFERENCE_READ)


def test_role_holds_from_its_first_to_its_last_day(ctx):
    person = somebody()
    give(person, Role.CLERK_CN, since=date(2026, 12, 1), until=date(2026, 12, 31))
    holds = {day: may(person, Permission.CASE_READ, day) for day in (
        date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 31), date(2027, 1, 1))}  # fmt: skip
    assert list(holds.values()) == [False, True, True, False]


def test_reviewer_waits_for_a_second_security_administrator(ctx):
    person = somebody()
    grant = give(person, Role.REVIEWER_COUNTY, "CN-451481-SFJ")
    assert not may(person, Permission.CASE_READ)
    approve_grant(actor("security2.cn"), grant_id=grant.id, now=NOW)
    assert may(person, Permission.CASE_READ)


def test_second_person_is_told_once_and_the_first_is_not(ctx):
    give(somebody(), Role.AUDITOR, "CN-45-SFT")
    notices = db.session.scalars(select(Notice)).all()
    assert [notice.user_id for notice in notices] == [world().users["security2.cn"]]


def test_whoever_asked_cannot_approve(ctx):
    grant = give(somebody(), Role.REVIEWER_COUNTY, "CN-451481-SFJ")
    with pytest.raises(RuleBroken) as broken:
        approve_grant(actor("security.cn"), grant_id=grant.id, now=NOW)
    assert codes(broken) == {R.GRANT_SAME_PERSON}


def test_approved_once_is_not_approved_again(ctx):
    grant = give(somebody(), Role.REVIEWER_COUNTY, "CN-451481-SFJ")
    approve_grant(actor("security2.cn"), grant_id=grant.id, now=NOW)
    with pytest.raises(RuleBroken) as broken:
        approve_grant(actor("security2.cn"), grant_id=grant.id, now=NOW)
    assert codes(broken) == {R.GRANT_DONE}


def test_nobody_gives_themselves_a_role(ctx):
    with pytest.raises(RuleBroken) as broken:
        give(world().users["security.cn"], Role.SYSTEM_ADMIN, "CN-45-SFT")
    assert R.GRANT_TO_SELF in codes(broken)


def test_nobody_ends_their_own_role(ctx):
    mine = db.session.scalars(
        select(RoleGrant).where(RoleGrant.user_id == world().users["security.cn"])
    ).one()
    with pytest.raises(RuleBroken) as broken:
        end_grant(actor("security.cn"), grant_id=mine.id, today=TODAY, now=NOW)
    assert codes(broken) == {R.GRANT_TO_SELF}


def test_administrator_holds_no_content_role(ctx):
    with pytest.raises(RuleBroken) as broken:
        give(world().users["admin.cn"], Role.CLERK_CN)
    assert codes(broken) == {R.GRANT_EXCLUSIVE}


def test_clerk_does_not_become_an_auditor_on_the_side(ctx):
    with pytest.raises(RuleBroken) as broken:
        give(world().users["clerk.youyi"], Role.AUDITOR, "CN-45-SFT")
    assert codes(broken) == {R.GRANT_EXCLUSIVE}


def test_exclusive_role_is_kept_apart_from_one_that_begins_later_or_still_waits(ctx):
    later, waiting = somebody("qian.li"), somebody("sun.wei")
    give(later, Role.CLERK_CN, since=TODAY + timedelta(days=30))
    give(waiting, Role.REVIEWER_COUNTY, "CN-451481-SFJ")
    for person in (later, waiting):
        with pytest.raises(RuleBroken) as broken:
            give(person, Role.AUDITOR, "CN-45-SFT")
        assert codes(broken) == {R.GRANT_EXCLUSIVE}


def test_exclusive_role_may_follow_one_that_has_ended(ctx):
    person = somebody()
    give(person, Role.CLERK_CN, until=TODAY)
    give(person, Role.AUDITOR, "CN-45-SFT", since=TODAY + timedelta(days=1))


def test_three_person_office_holds_several_content_roles(ctx):
    person = somebody()
    for role in (Role.CLERK_CN, Role.MEDIATOR, Role.INTERPRETER):
        give(person, role)
    assert may(person, Permission.MEDIATE)


def test_same_role_at_the_same_place_is_not_given_twice(ctx):
    with pytest.raises(RuleBroken) as broken:
        give(world().users["clerk.youyi"], Role.CLERK_CN)
    assert codes(broken) == {R.GRANT_HELD}


def test_role_and_organisation_stay_in_the_country(ctx):
    with pytest.raises(RuleBroken) as broken:
        give(somebody(), Role.CLERK_VN, "VN-06172-UBND")
    assert codes(broken) == {R.GRANT_OTHER_COUNTRY, R.GRANT_ROLE_COUNTRY}


def test_person_of_the_other_country_is_not_there(ctx):
    with pytest.raises(NotFound):
        give(world().users["clerk.hvt"], Role.CLERK_VN, "VN-06172-UBND")


def test_last_day_is_not_before_the_first(ctx):
    with pytest.raises(RuleBroken) as broken:
        give(somebody(), Role.CLERK_CN, until=TODAY - timedelta(days=1))
    assert codes(broken) == {R.GRANT_DATES}


def test_ended_role_is_gone_the_same_day_and_stays_on_record(ctx):
    person = somebody()
    grant = give(person, Role.CLERK_CN, since=TODAY - timedelta(days=5))
    end_grant(actor("security2.cn"), grant_id=grant.id, today=TODAY, now=NOW)
    assert not may(person, Permission.CASE_READ)
    assert may(person, Permission.CASE_READ, TODAY - timedelta(days=1))
    with pytest.raises(RuleBroken):
        end_grant(actor("security2.cn"), grant_id=grant.id, today=TODAY, now=NOW)


def test_withdrawn_request_is_never_approved(ctx):
    grant = give(somebody(), Role.REVIEWER_COUNTY, "CN-451481-SFJ")
    end_grant(actor("security.cn"), grant_id=grant.id, today=TODAY, now=NOW)
    with pytest.raises(RuleBroken) as broken:
        approve_grant(actor("security2.cn"), grant_id=grant.id, now=NOW)
    assert codes(broken) == {R.GRANT_DONE}
