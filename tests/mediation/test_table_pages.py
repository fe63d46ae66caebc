"""Does an agreement at the table go from its start to the sheet, step by step?"""

from datetime import date

import pytest
from flask import Flask

from app.mediation.kinds import PartyRole
from app.mediation.models import Case
from app.mediation.queries.clauses import person_of
from app.mediation.rules.clauses import Phrase, Share
from app.mediation.rules.performance import instalments
from app.mediation.services import composing
from app.mediation.services.parties import PartyDetails, add_party
from tests.factories import NOW, World, actor
from tests.mediation.settling import Debt, mediating, yuan
from tests.mediation.test_composer_pages import CLERK, LANGUAGES, drafted, home
from tests.mediation.test_composing import lump_sum, place, sides
from tests.pages import Reader, text_of

WORDS = {
    "zh": ("当场写协议", "第三人称", "请添加双方商定的内容"),
    "vi": ("Lập thỏa thuận tại chỗ", "ngôi thứ ba", "Hãy thêm những điều"),
}


def composed(app: Flask, debt: Debt, amount: int = 12000) -> int:
    """A lump sum in the draft; its term."""
    with app.app_context():
        return composing.add_clause(
            actor(CLERK), **place(debt), clause_key="lump_sum", values=lump_sum(debt, amount),
            now=NOW,
        ).id  # fmt: skip


def wages(app: Flask, debt: Debt) -> None:
    """Two workers paid in three instalments."""
    with app.app_context():
        clerk = actor(CLERK)
        second = PartyDetails(role=PartyRole.APPLICANT, name="Lý Thị Mai", nationality="VN")
        add_party(clerk, case_id=debt.case_id, details=second, now=NOW)
        case: Case = debt.case
        workers = [person_of(p) for p in case.parties if p.role is PartyRole.APPLICANT]
        values = {
            "debtor": sides(debt)["debtor"]
            if len(case.parties) == 2
            else person_of(next(p for p in case.parties if p.role is PartyRole.RESPONDENT)),
            "amount": yuan(900),
            "shares": tuple(Share(each, yuan(450)) for each in workers),
            "schedule": instalments(yuan(900), 3, date(2027, 1, 31), 1),
        }
        composing.add_clause(clerk, **place(debt), clause_key="wages", values=values, now=NOW)


@LANGUAGES
def test_case_page_leads_to_an_agreement_begun_with_two_texts_and_one_button(
    client: Reader, app: Flask, world: World, language: str
) -> None:
    start, hint, _first = WORDS[language]
    with app.app_context():
        case_id = mediating(actor(CLERK), world)
    client.read_in(language).sign_in(CLERK)
    assert start in text_of(client.get(f"/cases/{case_id}"))
    page = client.get(f"/cases/{case_id}/agreements/latest".replace("latest", "new"))
    assert hint in text_of(page)
    assert "欠货款12000元。" in page
    sent = {
        "form": "written", "facts_zh": "韦大山欠阮文雄货款12000元。", "facts_language": "zh",
        "prevailing": "both", "copies": "3", "place": "友谊司法所",
    }  # fmt: skip
    answer = client.post(f"/cases/{case_id}/agreements/new", sent)
    assert answer.location.endswith("/clauses/new")
    client.follow(answer)


@LANGUAGES
def test_steps_say_what_comes_next(client: Reader, app: Flask, world: World, language: str) -> None:
    debt = drafted(app, world)
    client.read_in(language).sign_in(CLERK)
    page = client.get(home(debt))
    assert WORDS[language][2] in text_of(page)
    assert page.count("app-steps__item--now") == 1
    composed(app, debt)
    page = client.get(home(debt))
    assert page.count("app-steps__item--done") == 1
    sheet = {"side": "CN"}
    issued = client.http.post(
        f"/cases/{debt.case_id}/papers/agreement-{debt.agreement_id}",
        data=sheet | {"csrf_token": client._token()},
    )
    assert "/papers?issued=" in issued.location
    assert client.get(home(debt)).count("app-steps__item--done") == 3
    composed(app, debt, 800)
    page = client.get(home(debt))
    assert page.count("app-steps__item--done") == 1
    assert {"zh": "请重新打印", "vi": "hãy in lại"}[language] in text_of(page)


@LANGUAGES
def test_shares_in_instalments_are_one_table(
    client: Reader, app: Flask, world: World, language: str
) -> None:
    debt = drafted(app, world)
    wages(app, debt)
    client.read_in(language).sign_in(CLERK)
    page = client.get(home(debt))
    assert page.count("<table") == 1
    assert text_of(page).count({"zh": "150.00", "vi": "150,00"}[language]) >= 6
    assert {"zh": "人民币玖佰元整", "vi": "Chín trăm nhân dân tệ chẵn"}[language] in text_of(page)


@LANGUAGES
def test_agreement_is_read_aloud_a_clause_a_screen(
    client: Reader, app: Flask, world: World, language: str
) -> None:
    debt = drafted(app, world)
    composed(app, debt)
    client.read_in(language).sign_in(CLERK)
    facts = client.get(f"{home(debt)}/read")
    assert 'rel="prev"' not in facts
    first = client.get(f"{home(debt)}/read?clause=1")
    assert "1 / 4" in text_of(first)
    assert 'data-listen="zh"' in first
    assert 'data-listen="vi"' in first
    end = client.get(f"{home(debt)}/read?clause=5")
    assert 'rel="next"' not in end
    assert f"{home(debt)}/print" in end


@pytest.mark.parametrize("asked", ["6", "-1", "1.5", "x"])
def test_clause_that_is_not_there_is_not_read(
    client: Reader, app: Flask, world: World, asked: str
) -> None:
    debt = drafted(app, world)
    composed(app, debt)
    client.sign_in(CLERK)
    client.get(f"{home(debt)}/read?clause={asked}", status=404)


def test_clause_in_one_language_is_named_before_the_sheet(
    client: Reader, app: Flask, world: World
) -> None:
    debt = drafted(app, world)
    term = in_one_language(app, debt)
    client.sign_in(CLERK)
    assert "第1条还缺一种文本" in text_of(client.get(home(debt)))
    assert "第1条还缺一种文本" in text_of(client.get(f"{home(debt)}/read?clause=5"))
    moved = client.http.get(f"{home(debt)}/terms/{term}/translate")
    assert moved.location == f"{home(debt)}/terms/{term}/words"
    page = client.get(moved.location)
    assert "修好围栏" in page
    client.follow(client.post(moved.location, {"p_what_words": "sửa lại hàng rào"}))
    assert "sửa lại hàng rào" in text_of(client.get(home(debt)))
    assert "还缺一种文本" not in text_of(client.get(home(debt)))


def in_one_language(app: Flask, debt: Debt) -> int:
    with app.app_context():
        values = sides(debt) | {"what": Phrase("修好围栏", ""), "due": date(2026, 12, 1)}
        return composing.add_clause(
            actor(CLERK), **place(debt), clause_key="other_act", values=values, now=NOW
        ).id


def test_whoever_only_reads_sees_no_way_to_change(client: Reader, app: Flask, world: World) -> None:
    debt = drafted(app, world)
    composed(app, debt)
    client.sign_in("reviewer.pingxiang")
    page = client.get(home(debt))
    assert "/clauses/new" not in page
    assert "/terms/" not in page
    client.get(f"{home(debt)}/read")
    client.get(f"{home(debt)}/clauses/new", status=403)
