"""What does everybody look up, and does it know of 2025 and of make-up days?"""

from datetime import date

import pytest

from app.kernel.country import Country
from app.reference import queries
from app.reference.models import CodeList, Trigger
from app.reference.services import confirm_successor

ONCE = pytest.mark.parametrize("app", ["sqlite"], indirect=True)  # the same on every database
NEW_YEAR_2026 = date(2026, 1, 1)
VAN_LANG = "VND-182-PTP"


def id_of(code):
    return queries.organisation_by_code(code).id


def codes_of(ids):
    return {queries.organisation(each).code for each in ids}


# December 2025 – January 2026
#        Mon Tue Wed Thu Fri Sat Sun
# China   29  30  31   H   H   -  [4]      Sunday the 4th is worked
# Viet    29  30  31   H   H   -   -
# China    5   6   7   8   9   -   -
# Viet     5   6   7   8   9 [10]  -       Saturday the 10th is worked
@ONCE
@pytest.mark.parametrize(
    ("country", "day", "works"),
    [
        (Country.CN, date(2026, 1, 2), False),
        (Country.CN, date(2026, 1, 4), True),
        (Country.CN, date(2026, 1, 10), False),
        (Country.VN, date(2026, 1, 2), False),
        (Country.VN, date(2026, 1, 4), False),
        (Country.VN, date(2026, 1, 10), True),
        (Country.VN, date(2026, 8, 22), True),
        (Country.VN, date(2026, 8, 31), False),
        (Country.CN, date(2026, 4, 27), True),
        (Country.VN, date(2026, 4, 27), False),
    ],
)
def test_each_country_works_on_its_own_days(ctx, country, day, works):
    assert queries.working_calendar(country, [2026]).is_working(day) is works


def test_the_year_without_a_notice_is_provisional(ctx):
    calendar = queries.working_calendar(Country.CN, [2026, 2027])
    assert not calendar.is_provisional(date(2026, 2, 17))
    assert calendar.is_provisional(date(2027, 2, 6))
    assert calendar.is_provisional(date(2027, 2, 20))  # a Saturday that may yet be worked
    assert not calendar.is_working(date(2027, 2, 20))
    assert not calendar.is_provisional(date(2027, 3, 1))  # an ordinary Monday is what it is


def test_a_year_nobody_knows_is_provisional_on_every_day(ctx):
    calendar = queries.working_calendar(Country.VN, [2028])
    assert calendar.is_provisional(date(2028, 2, 29))
    assert calendar.is_working(date(2028, 2, 29))


def test_a_county_bureau_reaches_its_offices_and_committees_only(ctx):
    below = codes_of(queries.subtree_ids(id_of("CN-451481-SFJ")))
    assert {"CN-451481-SFJ", "CN-451481101-SFS", "CN-451481101-RTW"} <= below
    assert not {"CN-4514-SFJ", "CN-451026101-SFS"} & below
    assert not [code for code in below if code.startswith("VN")]


def test_an_ended_office_leaves_its_files_with_its_parent_of_that_time(ctx):
    kept = codes_of(queries.kept_files_of(id_of("VN-20-STP"), on=NEW_YEAR_2026))
    assert VAN_LANG in kept


def test_before_it_ended_an_office_kept_its_own_files(ctx):
    assert queries.kept_files_of(id_of("VN-20-STP"), on=date(2025, 6, 30)) == frozenset()


def test_an_unconfirmed_successor_keeps_nothing(ctx):
    assert queries.kept_files_of(id_of("VN-06172-UBND"), on=NEW_YEAR_2026) == frozenset()


def test_a_parent_that_ended_too_leaves_both_to_its_confirmed_successor(ctx):
    from app.kernel.permissions import Actor, Permission, Reach

    reviewer = Actor(
        user_id=None,
        display_name="Tuyên Quang",
        country=Country.VN,
        reaches={Permission.SUCCESSOR_CONFIRM: Reach()},
    )
    (link,) = queries.organisation_by_code("VN-02-STP").successor_links
    assert queries.kept_files_of(id_of("VN-08-STP"), on=NEW_YEAR_2026) == frozenset()
    confirm_successor(
        reviewer,
        link_id=link.id,
        instrument="1/QĐ",
        confirmed_on=date(2025, 7, 1),
        today=NEW_YEAR_2026,
    )
    kept = codes_of(queries.kept_files_of(id_of("VN-08-STP"), on=NEW_YEAR_2026))
    assert kept == {"VN-02-STP", "VND-027-PTP"}
    assert queries.kept_files_of(id_of("VN-08-STP"), on=NEW_YEAR_2026) <= queries.subtree_ids(
        id_of("VN-08-STP"), on=NEW_YEAR_2026
    )


def test_choices_are_in_the_readers_language_and_order(ctx):
    zh = queries.code_choices(CodeList.DISPUTE_TYPE, on=NEW_YEAR_2026, locale="zh")
    vi = queries.code_choices(CodeList.DISPUTE_TYPE, on=NEW_YEAR_2026, locale="vi")
    assert zh[0] == ("marriage_family", "婚姻家庭纠纷")
    assert vi[0] == ("marriage_family", "Tranh chấp hôn nhân và gia đình")
    assert zh[-1][0] == vi[-1][0] == "other"


def test_every_list_offers_something(ctx):
    for kind in CodeList:
        assert queries.codes(kind, on=NEW_YEAR_2026), kind


def test_the_two_court_clocks_differ(ctx):
    found = {
        country: queries.deadline_rules(
            country, on=NEW_YEAR_2026, trigger=Trigger.AGREEMENT_EFFECTIVE
        )
        for country in Country
    }
    court = {c: [(r.length, r.unit.value) for r in f if r.is_law] for c, f in found.items()}
    assert court == {Country.CN: [(30, "days")], Country.VN: [(6, "months")]}
