"""Is a clause chosen and filled in on a page, in either language, with nothing typed lost?"""

import re
from datetime import date
from typing import Any

import pytest
from flask import Flask

from app.db import db
from app.kernel.money import Currency, Money
from app.mediation.models import Agreement, Case
from app.mediation.queries.clauses import library
from app.mediation.services import agreements, composing
from tests.factories import NOW, World, actor
from tests.mediation import settling
from tests.mediation.settling import DRAFT, Debt, mediating
from tests.mediation.stages import day
from tests.mediation.test_composing import lump_sum, place
from tests.pages import Reader, text_of

LANGUAGES = pytest.mark.parametrize("language", ["zh", "vi"])
CLERK = "clerk.youyi"


def drafted(app: Flask, world: World) -> Debt:
    """A draft that holds only the clauses about the paper."""
    with app.app_context():
        clerk = actor(CLERK)
        case_id = mediating(clerk, world)
        return Debt(case_id, agreements.begin(clerk, case_id=case_id, draft=DRAFT, now=NOW).id)


def home(debt: Debt) -> str:
    return f"/cases/{debt.case_id}/agreements/{debt.agreement_id}"


def parties(app: Flask, debt: Debt) -> list[str]:
    """The ids of applicant and respondent, as forms send them."""
    with app.app_context():
        return [str(party.id) for party in db.session.get_one(Case, debt.case_id).parties]


def filled(app: Flask, debt: Debt, amount: str = "12000", **more: Any) -> dict[str, Any]:
    applicant, respondent = parties(app, debt)
    return {
        "p_debtor-party": respondent,
        "p_creditor-party": applicant,
        "p_amount-number": amount,
        "p_amount-currency": "CNY",
    } | more


def in_three(first: date = date(2026, 12, 15)) -> dict[str, str]:
    return {"p_schedule-count": "3", "p_schedule-every": "1"} | day("p_schedule-first", first)


def owed(app: Flask, debt: Debt) -> list[tuple[int | None, date | None]]:
    with app.app_context():
        one = db.session.get_one(Agreement, debt.agreement_id)
        return [(each.amount_minor, each.due_on) for each in one.obligations]


@LANGUAGES
def test_every_clause_of_the_library_has_its_form(
    client: Reader, app: Flask, world: World, language: str
) -> None:
    debt = drafted(app, world)
    client.read_in(language).sign_in(CLERK)
    with app.app_context():
        keys = [each.key for each in library()]
    for key in keys:
        client.get(f"{home(debt)}/clauses/{key}/new")


@pytest.mark.parametrize(
    ("typed", "found"),
    [("luong", True), ("lương", True), ("工资", True), ("tra mot lan", False), ("xyz", False)],
)
def test_clause_is_found_in_either_language_without_accents(
    client: Reader, app: Flask, world: World, typed: str, found: bool
) -> None:
    debt = drafted(app, world)
    client.sign_in(CLERK)
    page = client.get(f"{home(debt)}/clauses/new?q={typed}")
    assert ("/clauses/wages/new" in page) is found
    assert f'value="{typed}"' in page
    assert "/terms/new" in page  # a free clause is always the last choice


@LANGUAGES
def test_lump_sum_is_prefilled_and_becomes_what_is_owed(
    client: Reader, app: Flask, world: World, language: str
) -> None:
    debt = drafted(app, world)
    client.read_in(language).sign_in(CLERK)
    page = client.get(f"{home(debt)}/clauses/lump_sum/new")
    applicant, respondent = parties(app, debt)
    assert page.count(f'selected value="{respondent}"') == 1
    assert page.count(f'selected value="{applicant}"') == 1
    sent = filled(app, debt, "12000,50") | day("p_due-day", date(2026, 12, 1))
    answer = client.post(f"{home(debt)}/clauses/lump_sum/new", sent)
    text = text_of(client.follow(answer))
    assert "人民币壹万贰仟元伍角整" in text
    assert "mười hai nghìn nhân dân tệ năm hào" in text
    assert owed(app, debt) == [(1_200_050, date(2026, 12, 1))]


@LANGUAGES
def test_missing_and_unreadable_answers_stand_beside_their_fields_and_are_kept(
    client: Reader, app: Flask, world: World, language: str
) -> None:
    debt = drafted(app, world)
    client.read_in(language).sign_in(CLERK)
    sent = filled(app, debt, "zwölf") | {"p_due-day-day": "31", "p_due-day-month": "2"}
    answer = client.post(f"{home(debt)}/clauses/lump_sum/new", sent)
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert 'href="#p_amount-number"' in page
    assert 'value="zwölf"' in page
    assert 'value="31"' in page
    assert owed(app, debt) == []
    names = ("p_debtor-party", "p_creditor-party", "p_amount-number")
    empty = client.post(f"{home(debt)}/clauses/lump_sum/new", dict.fromkeys(names, ""))
    for field in names:
        assert f'href="#{field}"' in empty.get_data(as_text=True)


def test_number_first_day_and_distance_are_enough_for_instalments(
    client: Reader, app: Flask, world: World
) -> None:
    debt = drafted(app, world)
    client.sign_in(CLERK)
    sent = filled(app, debt, "10000") | in_three()
    client.follow(client.post(f"{home(debt)}/clauses/instalments/new", sent))
    days = [date(2026, 12, 15), date(2027, 1, 15), date(2027, 2, 15)]
    assert owed(app, debt) == list(zip((333_334, 333_333, 333_333), days, strict=True))


def test_instalments_of_a_reduced_price_are_parts_of_the_reduced_price(
    client: Reader, app: Flask, world: World
) -> None:
    debt = drafted(app, world)
    client.sign_in(CLERK)
    before = {"p_full_price-number": "15000", "p_full_price-currency": "CNY"}
    goods = {"p_what-name_zh": "火龙果", "p_what-name_vi": "thanh long"}
    sent = filled(app, debt, "12000") | before | goods | in_three()
    client.follow(client.post(f"{home(debt)}/clauses/reduced_price/new", sent))
    assert [amount for amount, _due in owed(app, debt)] == [400_000] * 3


def test_half_a_plan_is_not_dropped_in_silence(client: Reader, app: Flask, world: World) -> None:
    debt = drafted(app, world)
    client.sign_in(CLERK)
    sent = filled(app, debt, "10000") | {"p_schedule-count": "3", "p_schedule-every": ""}
    answer = client.post(f"{home(debt)}/clauses/instalments/new", sent)
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert 'href="#p_schedule-first-year"' in page
    assert 'href="#p_schedule-every"' in page


@pytest.mark.parametrize(
    ("step", "key", "asked"),
    [("propose", "instalments", "p_schedule-count"), ("divide", "wages", "p_shares-rows")],
)
def test_button_that_lacks_the_amount_says_so(
    client: Reader, app: Flask, world: World, step: str, key: str, asked: str
) -> None:
    debt = drafted(app, world)
    client.sign_in(CLERK)
    sent = {"p_amount-number": "", "p_schedule-count": "3", "step": step}
    answer = client.post(f"{home(debt)}/clauses/{key}/new", sent)
    assert answer.status_code == 422
    assert f'href="#{asked}"' in answer.get_data(as_text=True)


def test_proposed_rows_are_changed_and_a_wrong_sum_is_named(
    client: Reader, app: Flask, world: World
) -> None:
    debt = drafted(app, world)
    client.sign_in(CLERK)
    address = f"{home(debt)}/clauses/instalments/new"
    sent = filled(app, debt, "10000") | in_three()
    proposed = client.post(address, sent | {"step": "propose"})
    assert proposed.status_code == 200
    assert proposed.get_data(as_text=True).count('name="p_schedule-rows-') == 3 * 4
    rows = {f"p_schedule-rows-{n}-amount": amount for n, amount in enumerate(("4000", "3000"))}
    for n, on in enumerate((date(2026, 12, 15), date(2027, 2, 1))):
        rows |= day(f"p_schedule-rows-{n}-due_on", on)
    refused = client.post(address, sent | rows)
    assert refused.status_code == 422
    assert "3,000.00元" in text_of(refused.get_data(as_text=True))
    rows["p_schedule-rows-0-amount"] = "7000"
    client.follow(client.post(address, sent | rows))
    assert [amount for amount, _due in owed(app, debt)] == [700_000, 300_000]


def test_shares_make_the_amount_and_somebody_else_is_paid_through_a_party(
    client: Reader, app: Flask, world: World
) -> None:
    debt = drafted(app, world)
    client.sign_in(CLERK)
    applicant, respondent = parties(app, debt)
    shares = {
        "p_debtor-party": respondent, "p_amount-number": "", "p_amount-currency": "CNY",
        "p_shares-rows-0-party": applicant, "p_shares-rows-0-amount": "3000",
        "p_shares-rows-1-party": "other", "p_shares-rows-1-name": "Lê Thị Phương",
        "p_shares-rows-1-other_name": "黎氏芳", "p_shares-rows-1-amount": "2500.50",
        "p_shares-rows-2-party": "", "p_shares-rows-2-amount": "",
    }  # fmt: skip
    address = f"{home(debt)}/clauses/wages/new"
    refused = client.post(address, shares)
    assert refused.status_code == 422
    assert "不是本案当事人" in text_of(refused.get_data(as_text=True))
    page = client.follow(client.post(address, shares | {"p_creditor-party": applicant}))
    assert "黎氏芳应得2,500.50元" in page
    assert "Lê Thị Phương" in page
    assert [amount for amount, _due in owed(app, debt)] == [300_000, 250_050]


def test_lines_are_added_and_divided_without_javascript(
    client: Reader, app: Flask, world: World
) -> None:
    debt = drafted(app, world)
    client.sign_in(CLERK)
    applicant, respondent = parties(app, debt)
    sent = {
        "p_debtor-party": respondent, "p_amount-number": "100", "p_amount-currency": "VND",
        "p_shares-rows-0-party": applicant, "p_shares-rows-1-party": "other",
        "p_shares-rows-1-name": "Lê Thị Phương",
    }  # fmt: skip
    address = f"{home(debt)}/clauses/wages/new"
    added = client.post(address, sent | {"step": "add"})
    assert added.status_code == 200
    assert 'name="p_shares-rows-2-party"' in added.get_data(as_text=True)
    divided = client.post(address, sent | {"step": "divide"}).get_data(as_text=True)
    assert divided.count('value="50"') == 2


def test_amount_without_a_person_and_a_person_without_an_amount_are_asked_about(
    client: Reader, app: Flask, world: World
) -> None:
    debt = drafted(app, world)
    client.sign_in(CLERK)
    applicant, _respondent = parties(app, debt)
    sent = {
        "p_shares-rows-0-party": applicant, "p_shares-rows-0-amount": "",
        "p_shares-rows-1-party": "", "p_shares-rows-1-amount": "50",
    }  # fmt: skip
    page = client.post(f"{home(debt)}/clauses/wages/new", sent).get_data(as_text=True)
    assert 'href="#p_shares-rows-0-amount"' in page
    assert 'href="#p_shares-rows-1-party"' in page


def test_a_word_of_the_list_brings_its_twin(client: Reader, app: Flask, world: World) -> None:
    debt = drafted(app, world)
    client.read_in("vi").sign_in(CLERK)
    goods = {"p_what-name_vi": "thanh long", "p_what-quantity": "3", "p_what-unit_vi": "tấn"}
    sent = filled(app, debt) | goods | {"p_amount-number": "9000"}
    page = client.post(f"{home(debt)}/clauses/reduced_price/new", sent | {"step": "show"})
    assert page.status_code == 200
    assert "火龙果3吨" in text_of(page.get_data(as_text=True))


@LANGUAGES
def test_preview_answers_half_typed_values_with_their_gaps(
    client: Reader, app: Flask, world: World, language: str
) -> None:
    debt = drafted(app, world)
    client.read_in(language).sign_in(CLERK)
    address = f"{home(debt)}/clauses/lump_sum/preview"
    answer = client.http.post(address, data={"p_amount-number": "12000"})
    assert answer.status_code == 400  # without the token of the page nothing is answered
    fragment = preview(client, address, filled(app, debt, "12"))
    assert "人民币壹拾贰元整" in fragment
    assert '<mark class="app-gap">付款期限</mark>' in fragment
    assert '<mark class="app-gap">Hạn trả</mark>' in fragment
    whole = filled(app, debt, "12") | day("p_due-day", date(2026, 12, 1))
    fragment = preview(client, address, whole)
    assert "app-gap" not in fragment
    assert {"zh": "合计", "vi": "Tổng cộng"}[language] in fragment
    assert owed(app, debt) == []


def preview(client: Reader, address: str, sent: dict[str, Any]) -> str:
    """A part of a page, which has no head of its own to be checked."""
    with client.http.session_transaction() as session:
        session.setdefault("csrf_token", "0" * 40)
    answer = client.http.post(address, data=sent | {"csrf_token": client._token()})
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


def test_saved_clause_is_changed_with_what_was_typed(
    client: Reader, app: Flask, world: World
) -> None:
    debt = drafted(app, world)
    with app.app_context():
        clerk = actor(CLERK)
        term = composing.add_clause(
            clerk, **place(debt), clause_key="lump_sum", values=lump_sum(debt), now=NOW
        ).id
    client.sign_in(CLERK)
    address = f"{home(debt)}/terms/{term}/compose"
    page = client.get(address)
    assert 'value="12,000.00"' in page
    moved = client.http.get(f"{home(debt)}/terms/{term}/edit")
    assert (moved.status_code, moved.location) == (302, address)
    sent = filled(app, debt, "9000") | day("p_due-day", date(2026, 12, 24))
    state = re.search(r'name="opened"[^>]*value="(\w+)"', page)
    assert state
    page = client.follow(client.post(address, sent | {"opened": state[1]}))
    assert "人民币玖仟元整" in page
    assert owed(app, debt) == [(Money(900_000, Currency.CNY).minor, date(2026, 12, 24))]


def test_free_clause_has_no_form_of_the_library(client: Reader, app: Flask, world: World) -> None:
    with app.app_context():
        debt = settling.drafted(actor(CLERK), world)
        free = next(term.id for term in debt.agreement.terms if term.clause_version is None)
    client.sign_in(CLERK)
    client.get(f"{home(debt)}/terms/{free}/compose", status=404)
    client.get(f"{home(debt)}/clauses/nothing/new", status=404)


def test_other_language_keeps_every_row_and_saves_nothing(
    client: Reader, app: Flask, world: World
) -> None:
    debt = drafted(app, world)
    client.sign_in(CLERK)
    sent = filled(app, debt, "zwölf") | {
        "p_shares-rows-0-party": "other", "p_shares-rows-0-name": "Lê Thị Phương",
        "p_shares-rows-0-amount": "77", "_language": "vi",
    }  # fmt: skip
    answer = client.post(f"{home(debt)}/clauses/wages/new", sent)
    page = answer.get_data(as_text=True)
    assert answer.status_code == 200
    for typed in ("zwölf", "Lê Thị Phương", "77"):
        assert f'value="{typed}"' in page
    assert "govuk-error-message" not in page
    assert owed(app, debt) == []


def test_clause_is_set_free_of_the_library_and_keeps_its_texts(
    client: Reader, app: Flask, world: World
) -> None:
    debt = drafted(app, world)
    with app.app_context():
        term = composing.add_clause(
            actor(CLERK), **place(debt), clause_key="lump_sum", values=lump_sum(debt), now=NOW
        ).id
    client.sign_in(CLERK)
    assert f"/terms/{term}/free" in client.get(f"{home(debt)}/terms/{term}/compose")
    client.get(f"{home(debt)}/terms/{term}/free")
    page = client.follow(client.post(f"{home(debt)}/terms/{term}/free", {}))
    assert "人民币壹万贰仟元整" in page
    assert "译文未经确认" in text_of(page)
    assert f"/terms/{term}/edit" in page
    assert owed(app, debt) == [(1_200_000, date(2026, 12, 1))]
