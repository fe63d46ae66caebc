"""Is a sitting kept as it was: when by the office's clock, who came, how they signed?"""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from flask import Flask

from app.kernel.errors import NotFound, RuleBroken
from app.mediation.kinds import Duty, Route, SessionMode, SessionResult, SignatureKind
from app.mediation.models import Case, MediationSession
from app.mediation.rules.sessions import Attended, Sitting
from app.mediation.rules.sessions import SessionRefusal as R
from app.mediation.services import sessions
from app.mediation.states import CaseAction
from tests.factories import NOW, World, actor
from tests.mediation.stages import RECEIVED, TODAY, codes, day, give, mediating, step
from tests.pages import Reader, text_of

BEGIN = datetime(2026, 11, 20, 1, 30, tzinfo=UTC)  # 09:30 in China, 08:30 in Viet Nam
END = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)


def record(case: Case, who: str = "clerk.youyi", **changes: Any) -> MediationSession:
    values: dict[str, Any] = {
        "starts_at": BEGIN,
        "ends_at": END,
        "place": "友谊联合调解室",
        "mode": SessionMode.ROOM,
        "attended": (Attended(party_id=case.parties[0].id),),
    }
    return sessions.record_session(
        actor(who), case_id=case.id, sitting=Sitting(**values | changes), now=NOW
    )


def test_a_sitting_is_numbered_in_its_case_and_keeps_its_record_as_said(
    ctx: Flask, world: World
) -> None:
    case = mediating()
    first = record(case, record="Tôi chưa nhận được tiền hàng.", language="vi")
    second = record(case, result=SessionResult.TO_CONTINUE, next_on=date(2026, 11, 30))
    assert (first.number, second.number) == (1, 2)
    assert first.record is not None
    assert (first.record.original, first.record.language) == ("Tôi chưa nhận được tiền hàng.", "vi")
    assert second.record is None


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"starts_at": datetime(2026, 11, 24, tzinfo=UTC), "ends_at": None}, R.STARTS_IN_FUTURE),
        ({"ends_at": BEGIN}, R.ENDS_BEFORE_START),
        ({"ends_at": datetime(2026, 11, 23, 4, tzinfo=UTC)}, R.ENDS_IN_FUTURE),
        ({"attended": ()}, R.NOBODY_CAME),
        ({"next_on": TODAY}, R.NEXT_WITHOUT_CONTINUING),
        ({"result": SessionResult.TO_CONTINUE, "next_on": RECEIVED}, R.NEXT_BEFORE_SESSION),
        ({"record": "说了", "language": ""}, R.LANGUAGE_MISSING),
    ],
)
def test_what_cannot_have_been_is_not_recorded(
    ctx: Flask, world: World, changes: dict[str, Any], code: R
) -> None:
    with pytest.raises(RuleBroken) as refused:
        record(mediating(), **changes)
    assert codes(refused.value) == {code}


def test_a_fingerprint_names_who_read_the_record_aloud(ctx: Flask, world: World) -> None:
    case = mediating()
    party = case.parties[0]
    mark = Attended(party_id=party.id, name=party.name, signature=SignatureKind.FINGERPRINT)
    with pytest.raises(RuleBroken) as refused:
        record(case, attended=(mark,))
    assert codes(refused.value) == {R.WITNESS_MISSING}
    read = Attended(party_id=party.id, signature=SignatureKind.FINGERPRINT, read_aloud_by="黎秀兰")
    [kept] = record(case, attended=(read,)).attendances
    assert (kept.signature, kept.read_aloud_by) == (SignatureKind.FINGERPRINT, "黎秀兰")


def test_nobody_of_another_case_sits_at_this_table(ctx: Flask, world: World) -> None:
    case, other = mediating(), mediating()
    with pytest.raises(NotFound):
        record(case, attended=(Attended(party_id=other.parties[0].id),))


def test_a_sitting_is_corrected_while_the_talks_go_on_and_not_after(
    ctx: Flask, world: World
) -> None:
    case = mediating()
    row = record(case)
    sitting = Sitting(
        starts_at=BEGIN,
        ends_at=END,
        place="1088号界碑",
        mode=SessionMode.AT_MARKER,
        attended=(Attended(name="农村长", capacity="村主任"),),
    )
    clerk = actor("clerk.youyi")
    sessions.edit_session(clerk, case_id=case.id, session_id=row.id, sitting=sitting, now=NOW)
    assert [each.other_name for each in row.attendances] == ["农村长"]
    step(case.id, CaseAction.FAIL, reason="差距太大", route=Route.COURT)
    with pytest.raises(RuleBroken) as refused:
        sessions.edit_session(clerk, case_id=case.id, session_id=row.id, sitting=sitting, now=NOW)
    assert codes(refused.value) == {R.NOT_MEDIATING}


def _typed(case: Case) -> dict[str, str]:
    """The page as sent: both parties and the mediator came, and the village head."""
    applicant, respondent = case.parties
    duty = case.mediators[0]
    seats = [
        {"who": f"party:{applicant.id}", "came": "y", "name": applicant.name,
         "signature": "fingerprint", "read_aloud_by": "黎秀兰"},
        {"who": f"party:{respondent.id}", "came": "y", "name": respondent.name,
         "signature": "signed"},
        {"who": f"duty:{duty.id}", "came": "y", "name": duty.mediator.name},
        {"who": "other", "name": "农村长", "capacity": "村主任"},
    ]  # fmt: skip
    return day("held_on", date(2026, 11, 20)) | {
        "starts": "09:30",
        "ends": "11:00",
        "place": "友谊联合调解室",
        "mode": "room",
        "rights_told": "y",
        "record": "双方同意分期付款。",
        "language": "zh",
        "result": "to_continue",
        **day("next_on", date(2026, 11, 30)),
        **_lines("seats", seats),
    }


def _lines(name: str, lines: list[dict[str, str]]) -> dict[str, str]:
    """Repeated lines of a form, numbered as they are sent."""
    numbered = enumerate(lines)
    return {f"{name}-{n}-{key}": text for n, line in numbered for key, text in line.items()}


def test_a_mediator_records_a_sitting_on_its_page_and_both_clocks_show(
    app: Flask, world: World, client: Reader
) -> None:
    with app.app_context():
        case = mediating()
        give(case.id, "Nông Văn Bình", Duty.FOREIGN_INVITED)
        case_id, typed = case.id, _typed(case)
    client.sign_in("mediator.youyi")
    page = client.get(f"/cases/{case_id}/sessions/new")
    assert "阮文雄" in page
    client.follow(client.post(f"/cases/{case_id}/sessions/new", typed))
    text = text_of(client.get(f"/cases/{case_id}/sessions/1"))
    assert "09:30（中国时间）" in text
    assert "08:30（越南时间）" in text
    assert "由黎秀兰宣读" in text
    assert "农村长" in text
    client.get(f"/cases/{case_id}/sessions/1/edit")
    client.follow(client.post(f"/cases/{case_id}/sessions/1/edit", typed | {"place": "1088号界碑"}))
    assert "1088号界碑" in client.get(f"/cases/{case_id}/sessions/1")


def test_what_was_typed_stays_when_the_sitting_is_refused(
    app: Flask, world: World, client: Reader
) -> None:
    with app.app_context():
        case = mediating()
        case_id, typed = case.id, _typed(case) | {"ends": "08:00"}
    client.sign_in("clerk.youyi").read_in("vi")
    answer = client.post(f"/cases/{case_id}/sessions/new", typed)
    assert answer.status_code == 422
    page = answer.get_data(as_text=True)
    assert "Giờ kết thúc phải sau giờ bắt đầu." in page
    assert "双方同意分期付款。" in page
    assert "农村长" in page
