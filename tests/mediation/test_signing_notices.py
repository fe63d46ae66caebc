"""Is what could be wrong said before everything is filled in: past days, a sheet of other words?"""

from datetime import date

import pytest
from flask import Flask

from app.kernel.country import Country
from app.mediation.papers.catalogue import agreement_ref
from app.mediation.services import issuing, obligations, terms
from tests.factories import NOW, World, actor
from tests.mediation.settling import CLAUSE, drafted, owing, yuan
from tests.mediation.stages import day
from tests.mediation.test_composer_pages import CLERK, filled, home
from tests.mediation.test_composer_pages import drafted as composing
from tests.pages import Reader, text_of

LONG_AGO, SOON = date(2020, 1, 31), date(2099, 1, 31)


@pytest.mark.parametrize(("language", "day_said", "warning"), [
    ("zh", "2020年1月31日", "早于今天"), ("vi", "31/01/2020", "đã qua"),
])  # fmt: skip
def test_past_day_of_a_clause_is_told_and_not_refused(
    client: Reader, app: Flask, world: World, language: str, day_said: str, warning: str
) -> None:
    debt = composing(app, world)
    client.read_in(language).sign_in(CLERK)
    address = f"{home(debt)}/clauses/lump_sum/new"
    sent = filled(app, debt) | {"step": "show"}
    told = text_of(client.post(address, sent | day("p_due-day", LONG_AGO)).get_data(as_text=True))
    assert warning in told
    assert day_said in told
    quiet = text_of(client.post(address, sent | day("p_due-day", SOON)).get_data(as_text=True))
    assert warning not in quiet
    unfinished = {"step": "show"} | day("p_due-day", LONG_AGO)
    assert warning in text_of(client.post(address, unfinished).get_data(as_text=True))
    saved = client.post(address, filled(app, debt) | day("p_due-day", LONG_AGO))
    assert saved.status_code == 303
    assert warning in text_of(client.get(f"{home(debt)}/sign"))


def test_page_of_signatures_says_at_its_top_that_the_printed_sheet_is_of_other_words(
    client: Reader, app: Flask, world: World
) -> None:
    with app.app_context():
        clerk = actor(CLERK)
        debt = drafted(clerk, world)
        copy = issuing.Copy(Country.CN)
        issuing.issue(
            clerk, case_id=debt.case_id, ref=agreement_ref(debt.agreement), copy=copy,
            base_url="https://example.org", now=NOW,
        )  # fmt: skip
    client.sign_in(CLERK)
    assert "重新打印签字文本" not in client.get(f"{home(debt)}/sign")
    with app.app_context():
        here = {"case_id": debt.case_id, "agreement_id": debt.agreement_id, "now": NOW}
        terms.add_term(actor(CLERK), **here, wording=CLAUSE)
    page = client.get(f"{home(debt)}/sign")
    assert page.index("重新打印签字文本") < page.index('name="place"')
    assert f"{home(debt)}/print" in page


def test_page_of_signatures_is_quiet_about_days_to_come(
    client: Reader, app: Flask, world: World
) -> None:
    with app.app_context():
        clerk = actor(CLERK)
        debt = drafted(clerk, world)
        here = {"case_id": debt.case_id, "agreement_id": debt.agreement_id, "now": NOW}
        obligations.add(clerk, **here, promise=owing(debt, yuan(10), SOON))
    client.sign_in(CLERK)
    assert "早于今天" not in client.get(f"{home(debt)}/sign")
    with app.app_context():
        obligations.add(clerk, **here, promise=owing(debt, yuan(10), LONG_AGO))
    assert "早于今天" in client.get(f"{home(debt)}/sign")
