"""Does a case move as the office's rules say, from the application to the archive and back?"""

from datetime import date, timedelta

import pytest
from flask import Flask

from app.audit.queries import entries_of_case
from app.db import db
from app.kernel.errors import IllegalMove, NotFound, NotPermitted, RuleBroken
from app.mediation.kinds import Duty, LetterKind, Route, TerminationKind
from app.mediation.queries.case_file import letters_of
from app.mediation.rules.missing import MissingCode
from app.mediation.rules.move_dates import MoveDateRefusal
from app.mediation.rules.moves import MoveRefusal
from app.mediation.rules.screening import ScreeningKey
from app.mediation.services.referral import refer
from app.mediation.states import CaseAction, CaseState
from tests.factories import NOW, World, actor
from tests.mediation.stages import (
    RECEIVED,
    TODAY,
    accepted,
    codes,
    day,
    give,
    mediating,
    received,
    step,
)
from tests.pages import Reader, text_of

A, S = CaseAction, CaseState


def test_accepting_gives_the_case_number_of_the_committee_and_the_year(
    ctx: Flask, world: World
) -> None:
    case = received()
    assert case.case_no is None
    assert case.registered_no == "（2026）凭友登字第1号"
    step(case.id, A.ACCEPT)
    assert case.state is S.ACCEPTED
    assert case.case_no == "（2026）凭友人调字第1号"
    assert case.accepted_on == TODAY


def test_a_vietnamese_commune_numbers_by_itself(ctx: Flask, world: World) -> None:
    case = received("clerk.hvt")
    step(case.id, A.ACCEPT, "clerk.hvt")
    assert case.committee_id == world.hoang_van_thu
    assert case.case_no is not None
    assert case.case_no.startswith("Số 1/2026/")


def test_declining_needs_a_reason_and_the_route_told_both_named_at_once(
    ctx: Flask, world: World
) -> None:
    case = received()
    with pytest.raises(RuleBroken) as refused:
        step(case.id, A.DECLINE)
    assert codes(refused.value) == {MoveRefusal.REASON, MoveRefusal.ROUTE}
    step(case.id, A.DECLINE, reason="涉及确权", route=Route.ADMINISTRATIVE)
    assert case.state is S.NOT_ACCEPTED
    assert case.moves[-1].route is Route.ADMINISTRATIVE
    assert case.case_no is None


def test_a_case_that_belongs_elsewhere_is_not_accepted_but_referred_with_its_letter(
    ctx: Flask, world: World
) -> None:
    answers = {ScreeningKey.SUSPECTED_CRIME: True}
    case = received(answers=answers)
    with pytest.raises(RuleBroken) as refused:
        step(case.id, A.ACCEPT)
    assert codes(refused.value) == {MoveRefusal.SCREENED_OUT}
    refer(
        actor("clerk.youyi"),
        case_id=case.id,
        on=TODAY,
        reason="涉嫌走私",
        referred_to="凭祥市公安局",
        letter_no="友司移〔2026〕1号",
        with_letter=True,
        now=NOW,
    )
    assert case.state is S.REFERRED
    [letter] = letters_of(case.id)
    assert (letter.kind, letter.correspondent) == (LetterKind.TRANSFER, "凭祥市公安局")


def test_a_refused_referral_leaves_no_letter_behind(ctx: Flask, world: World) -> None:
    case = received()
    with pytest.raises(RuleBroken) as refused:
        refer(
            actor("clerk.youyi"),
            case_id=case.id,
            on=TODAY,
            reason="",
            referred_to="",
            letter_no="",
            with_letter=True,
            now=NOW,
        )
    assert codes(refused.value) == {MoveRefusal.REASON, MoveRefusal.REFERRED_TO}
    assert letters_of(case.id) == []


def test_withdrawing_is_a_termination_with_its_own_kind(ctx: Flask, world: World) -> None:
    case = received()
    with pytest.raises(RuleBroken) as refused:
        step(case.id, A.TERMINATE, reason="自行和解")
    assert codes(refused.value) == {MoveRefusal.TERMINATION_KIND}
    step(case.id, A.TERMINATE, reason="自行和解", termination=TerminationKind.WITHDRAWN)
    assert (case.state, case.termination) == (S.TERMINATED, TerminationKind.WITHDRAWN)


def test_talks_begin_only_under_a_presiding_mediator(ctx: Flask, world: World) -> None:
    case = accepted()
    with pytest.raises(RuleBroken) as refused:
        step(case.id, A.START_MEDIATION)
    assert codes(refused.value) == {MissingCode.PRESIDING_MEDIATOR}
    give(case.id, "韦国强", Duty.PRESIDING)
    step(case.id, A.START_MEDIATION)
    assert case.state is S.MEDIATING


def test_settling_needs_an_agreement(ctx: Flask, world: World) -> None:
    case_id = mediating().id
    with pytest.raises(RuleBroken) as refused:
        step(case_id, A.SETTLE)
    assert codes(refused.value) == {MoveRefusal.AGREEMENT}


@pytest.mark.parametrize(
    ("on", "code"),
    [
        (TODAY + timedelta(days=1), MoveDateRefusal.IN_FUTURE),
        (RECEIVED - timedelta(days=1), MoveDateRefusal.BEFORE_RECEIPT),
    ],
)
def test_no_step_is_taken_tomorrow_or_before_the_application_came(
    ctx: Flask, world: World, on: date, code: MoveDateRefusal
) -> None:
    case = received()
    with pytest.raises(RuleBroken) as refused:
        step(case.id, A.ACCEPT, on=on)
    assert codes(refused.value) == {code}
    assert case.case_no is None


def test_no_step_is_taken_before_the_last_one(ctx: Flask, world: World) -> None:
    case = received()
    step(case.id, A.ACCEPT)
    with pytest.raises(RuleBroken) as refused:
        step(
            case.id,
            A.TERMINATE,
            on=TODAY - timedelta(days=1),
            reason="撤回",
            termination=TerminationKind.WITHDRAWN,
        )
    assert codes(refused.value) == {MoveDateRefusal.BEFORE_LAST_MOVE}


def test_an_accepted_case_is_not_accepted_twice(ctx: Flask, world: World) -> None:
    case = accepted()
    with pytest.raises(IllegalMove):
        step(case.id, A.ACCEPT)
    assert case.case_seq == 1


def test_the_committee_is_one_of_the_own_office(ctx: Flask, world: World) -> None:
    case = received()
    elsewhere = world.offices["CN-451026101-RTW"]
    with pytest.raises(RuleBroken) as refused:
        step(case.id, A.ACCEPT, committee_id=elsewhere)
    assert codes(refused.value) == {MissingCode.COMMITTEE}
    assert case.state is S.RECEIVED


def test_mediating_again_keeps_the_number_and_puts_the_former_end_into_the_history(
    ctx: Flask, world: World
) -> None:
    case_id = mediating().id
    case = step(case_id, A.FAIL, reason="差额太大", route=Route.COURT)
    case.closing_report = "调解不成"
    db.session.commit()
    step(case_id, A.CLOSE)
    number = case.case_no
    with pytest.raises(RuleBroken) as refused:
        step(case_id, A.REOPEN)
    assert codes(refused.value) == {MoveRefusal.REASON}
    step(case_id, A.REOPEN, reason="双方愿意再谈")
    assert (case.state, case.case_no) == (S.MEDIATING, number)
    assert (case.closed_on, case.closing_report) == (None, "")
    reopened = next(e for e in entries_of_case(case_id) if e.action == "mediation:case:reopened")
    assert reopened.changes["closing_report"] == ["调解不成", ""]
    assert reopened.reason == "双方愿意再谈"


def test_every_move_says_who_when_and_from_where_to_where(ctx: Flask, world: World) -> None:
    case = accepted()
    last = case.moves[-1]
    assert (last.action, last.from_state, last.to_state) == (A.ACCEPT, S.RECEIVED, S.ACCEPTED)
    assert (last.actor_name, last.at) == ("clerk.youyi", NOW)
    entry = entries_of_case(case.id)[-1]
    assert entry.action == "mediation:case:accepted"
    assert entry.changes["state"] == ["received", "accepted"]


def test_out_of_scope_is_not_there_and_reading_alone_moves_nothing(
    ctx: Flask, world: World
) -> None:
    case = received()
    for stranger in ("clerk.hvt", "clerk.pingmeng", "mediator.youyi"):
        with pytest.raises(NotFound):
            step(case.id, A.ACCEPT, stranger)
    with pytest.raises(NotPermitted):
        step(case.id, A.ACCEPT, "reviewer.pingxiang")


def _page(case_id: int, action: str) -> str:
    return f"/cases/{case_id}/moves/{action}"


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("zh", ["请写明理由。", "请选择已告知当事人的合法途径。", "请勾选后继续。"]),
        ("vi", ["Hãy ghi lý do.", "con đường hợp pháp đã hướng dẫn", "Hãy đánh dấu vào ô"]),
    ],
)
def test_the_page_says_every_reason_why_not_in_the_readers_language(
    app: Flask, world: World, client: Reader, language: str, sentences: list[str]
) -> None:
    with app.app_context():
        case_id = received().id
    client.sign_in("clerk.youyi").read_in(language)
    client.get(_page(case_id, "decline"))
    answer = client.post(_page(case_id, "decline"), day("on", TODAY))
    assert answer.status_code == 422
    text = text_of(answer.get_data(as_text=True))
    for sentence in (sentences[0], sentences[2]):
        assert sentence in text
    typed = day("on", TODAY) | {"reason": "…", "confirmed": "y"}
    answer = client.post(_page(case_id, "decline"), typed)
    assert answer.status_code == 422
    assert sentences[1] in text_of(answer.get_data(as_text=True))


def test_a_clerk_accepts_a_case_on_its_page(app: Flask, world: World, client: Reader) -> None:
    with app.app_context():
        case_id = received().id
    client.sign_in("clerk.youyi")
    assert "受理案件" in client.get(f"/cases/{case_id}")
    page = client.get(_page(case_id, "accept"))
    assert "凭祥市友谊镇人民调解委员会" in page
    typed = day("on", TODAY) | {"committee": str(world.youyi_committee)}
    text = client.follow(client.post(_page(case_id, "accept"), typed))
    assert "（2026）凭友人调字第1号" in text_of(text)


def test_the_page_names_what_stands_in_the_way_before_anything_is_typed(
    app: Flask, world: World, client: Reader
) -> None:
    with app.app_context():
        case_id = accepted().id
    client.sign_in("clerk.youyi")
    text = text_of(client.get(_page(case_id, "start_mediation")))
    assert "办理这一步还缺少" in text


def test_a_step_the_state_does_not_know_leads_back_to_the_case(
    app: Flask, world: World, client: Reader
) -> None:
    with app.app_context():
        case_id = accepted().id
    client.sign_in("clerk.youyi")
    answer = client.http.get(_page(case_id, "reopen"))
    assert "不能办理这一步" in client.follow(answer)
    client.get(_page(case_id, "begin_performance"), status=404)


def test_the_letter_of_a_referral_is_drafted_in_both_languages(
    app: Flask, world: World, client: Reader
) -> None:
    with app.app_context():
        case_id = received().id
    client.sign_in("clerk.youyi")
    typed = day("on", TODAY) | {
        "reason": "属行政机关职权",
        "referred_to": "凭祥市自然资源局",
        "write_letter": "y",
        "letter_no": "友司移〔2026〕1号",
        "confirmed": "y",
    }
    client.follow(client.post(_page(case_id, "refer"), typed))
    with app.app_context():
        [letter] = letters_of(case_id)
        letter_id = letter.id
    text = text_of(client.get(f"/cases/{case_id}/letters/{letter_id}"))
    assert "现移送贵单位处理" in text
    assert "vụ việc thuộc thẩm quyền của quý cơ quan" in text
    assert "友司移〔2026〕1号" in text
