"""What does a mediator of the other side see through a joint view, and what never?"""

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask

from app.audit.models import AuditEntry
from app.db import db
from app.kernel import clock
from app.kernel.bilingual import Language, TranslationStatus
from app.kernel.errors import NotFound
from app.kernel.identity import DocumentKind, Sex
from app.kernel.permissions import Actor
from app.mediation.kinds import AttachmentKind, LetterKind, SessionMode
from app.mediation.models import Case, Disclosure, Term
from app.mediation.queries.joint import find_view, open_views
from app.mediation.rules.agreements import Wording
from app.mediation.rules.sessions import Attended, Sitting
from app.mediation.services import (
    agreements,
    attachments,
    disclosures,
    joint,
    parties,
    sessions,
    terms,
)
from app.mediation.services.particulars import Sealing
from app.mediation.services.parties import PartyDetails
from tests.factories import NOW, World, actor
from tests.mediation import crossing
from tests.mediation.crossing import GUEST, UNTIL, clerk, send, with_guest, write
from tests.mediation.settling import DRAFT
from tests.pages import Reader, text_of

RECORD = Wording("双方核对了账目。", "Hai bên đã đối chiếu sổ sách.", Language.ZH)
CLAUSE = Wording("分两期付清。", "Trả làm hai đợt.", Language.ZH)
MARKS = {
    "document": "450123199001019999", "phone": "13877776666", "address": "鬼门关路七十七号",
    "occupation": "标记职业",  "note": "标记代理范围", "facts": "标记案情",
    "requests": "标记请求", "file": "标记附件",
}  # fmt: skip


def guest() -> Actor:
    return actor(GUEST)


def full_case() -> Case:
    """A case with every personal field filled in, an invitation that went out, minutes, a draft."""
    case = with_guest()
    case_id = case.id
    _particulars(case)
    letter = write(case, LetterKind.INVITATION, names_people=False)
    send(letter)
    _minutes(case_id)
    agreement = agreements.begin(clerk(), case_id=case_id, draft=DRAFT, now=NOW)
    terms.add_term(clerk(), case_id=case_id, agreement_id=agreement.id, wording=CLAUSE, now=NOW)
    png = _png()
    attachments.add_attachment(
        clerk(), case_id=case_id, kind=AttachmentKind.OTHER, title=MARKS["file"], data=png, now=NOW
    )
    return db.session.get_one(Case, case_id)


def _particulars(case: Case) -> None:
    party = case.parties[1]
    details = PartyDetails(
        role=party.role, name=party.name, nationality="CN", sex=Sex.MALE,
        birth_on=datetime(1977, 7, 17).date(), ethnic_group="zhuang",  # noqa: DTZ001
        occupation=MARKS["occupation"], language="zh", document_kind=DocumentKind.OTHER,
        representative_note=MARKS["note"],
    )  # fmt: skip
    parties.edit_party(
        clerk(), case_id=case.id, party_id=party.id, details=details,
        sealing=Sealing(
            document_number=MARKS["document"], phone=MARKS["phone"], address=MARKS["address"]
        ),
        accept_doubts=True, now=NOW,
    )  # fmt: skip
    for subject in ("facts", "requests"):
        statement = case.statement(subject)
        if statement is not None:
            statement.original = MARKS[subject]
    db.session.commit()


def _minutes(case_id: int) -> None:
    case = db.session.get_one(Case, case_id)
    sitting = Sitting(
        starts_at=NOW - timedelta(days=3), ends_at=None, place="友谊司法所", mode=SessionMode.ROOM,
        record=RECORD.original, language="zh",
        attended=tuple(Attended(party_id=party.id) for party in case.parties),
    )  # fmt: skip
    sessions.record_session(clerk(), case_id=case_id, sitting=sitting, now=NOW)


def _png() -> bytes:
    from io import BytesIO

    from PIL import Image

    buffer = BytesIO()
    Image.new("RGB", (8, 8), "white").save(buffer, "PNG")
    return buffer.getvalue()


def open_view(case: Case, **more: object) -> Disclosure:
    return crossing.decide(crossing.ask_for_view(case, **more))


@pytest.fixture
def live(app: Flask, world: World) -> dict[str, int]:
    """Ids of a case that is open to the guest, on a day that is today."""
    with app.app_context():
        case = full_case()
        row = open_view(case)
        row.until = clock.today(case.country.zone) + timedelta(days=10)
        db.session.commit()
        return {
            "case": case.id, "view": row.id, "agreement": case.agreements[0].id,
            "term": _free_clause(case), "attachment": _first_file(case.id),
        }  # fmt: skip


def _free_clause(case: Case) -> int:
    """The clause that the officer wrote, beside those that end every agreement."""
    terms_there = case.agreements[0].terms
    return next(each.id for each in terms_there if each.text_zh == CLAUSE.zh)


def _first_file(case_id: int) -> int:
    from app.mediation.queries.case_file import attachments_of

    return attachments_of(case_id)[0].id


def at(where: dict[str, int]) -> str:
    return f"/joint/{where['view']}"


@pytest.mark.parametrize("language", ["zh", "vi"])
def test_the_guest_reads_invitation_minutes_and_agreement_in_both_languages(
    client: Reader, live: dict[str, int], language: str
) -> None:
    client.read_in(language).sign_in(GUEST)
    client.get("/joint")
    text = text_of(client.get(at(live)))
    for said in ("诚邀贵方派员共同调解", "Trân trọng kính mời", RECORD.zh, CLAUSE.zh, CLAUSE.vi):
        assert said in text


def test_no_particular_of_anybody_is_on_any_joint_page(
    client: Reader, live: dict[str, int]
) -> None:
    client.sign_in(GUEST)
    pages = client.get("/joint") + client.get(at(live))
    assert "韦大山" in pages  # a name that the minutes print
    found = [name for name, mark in MARKS.items() if mark in pages]
    assert found == []
    assert "1977" not in pages


def test_the_copy_for_the_guests_side_has_names_and_no_particulars(
    client: Reader, live: dict[str, int]
) -> None:
    client.sign_in(GUEST)
    answer = client.http.get(f"{at(live)}/agreements/{live['agreement']}/copy.pdf")
    assert answer.status_code == 200
    text = pdf_text(answer.data)
    assert "韦大山" in text
    assert "Trả làm hai đợt" in text
    assert not [mark for mark in MARKS.values() if mark in text]
    assert MARKS["document"][-4:] not in text
    assert "1977" not in text


def pdf_text(data: bytes) -> str:
    import subprocess

    done = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=data, capture_output=True, check=True
    )
    return done.stdout.decode()


def test_the_door_opens_one_room_only(client: Reader, live: dict[str, int]) -> None:
    client.sign_in(GUEST)
    client.get(at(live))
    case = f"/cases/{live['case']}"
    for path in (
        case, f"{case}/history", f"{case}/timeline", f"{case}/papers",
        f"{case}/agreements/{live['agreement']}", f"{case}/attachments/{live['attachment']}",
    ):  # fmt: skip
        client.get(path, status=404)
    for found in ("/cases", "/cases?q=韦大山", "/deadlines", "/", "/notices"):
        assert "韦大山" not in text_of(client.get(found)).replace("“韦大山”", "")


@pytest.mark.parametrize("who", ["clerk.hvt", "clerk.sonvi", "clerk.youyi", "reviewer.langson"])
def test_nobody_else_comes_through_it(client: Reader, live: dict[str, int], who: str) -> None:
    client.sign_in(who)
    assert client.http.get(at(live)).status_code == 403


def test_another_mediator_meets_404_everywhere(client: Reader, live: dict[str, int]) -> None:
    client.sign_in("mediator.youyi")
    one = f"{at(live)}/agreements/{live['agreement']}"
    client.get(at(live), status=404)
    client.get(f"{one}/copy.pdf", status=404)
    assert client.post(f"{one}/sign", {}).status_code == 404
    assert client.post(f"{one}/terms/{live['term']}/confirm", {}).status_code == 404


def test_every_opening_is_an_entry_with_the_case(
    client: Reader, app: Flask, world: World, live: dict[str, int]
) -> None:
    client.sign_in(GUEST)
    client.get(at(live))
    client.http.get(f"{at(live)}/agreements/{live['agreement']}/copy.pdf")
    with app.app_context():
        entries = db.session.query(AuditEntry).filter_by(
            case_id=live["case"], action="mediation:joint_view:opened"
        )
        assert [(each.actor_id, each.country, each.changes["part"][1]) for each in entries] == [
            (world.users[GUEST], "CN", "papers"), (world.users[GUEST], "CN", "agreement_copy"),
        ]  # fmt: skip
    client.sign_out()
    history = client.sign_in("clerk.youyi").get(f"/cases/{live['case']}/history")
    assert GUEST in history


def test_it_is_open_to_the_last_minute_of_the_day_by_the_clock_of_the_case(
    ctx: Flask, world: World
) -> None:
    view = open_view(with_guest())
    last = datetime(UNTIL.year, UNTIL.month, UNTIL.day, 15, 59, tzinfo=UTC)  # 23:59 in China
    assert find_view(guest(), view.id, last).id == view.id
    after = last + timedelta(minutes=1)  # midnight in China, 23:00 in Vietnam
    with pytest.raises(NotFound):
        find_view(guest(), view.id, after)
    assert open_views(guest(), after) == []


def test_a_consent_taken_back_closes_it(client: Reader, app: Flask, live: dict[str, int]) -> None:
    client.sign_in(GUEST)
    client.get(at(live))
    with app.app_context():
        crossing.take_back(db.session.get_one(Case, live["case"]))
    client.get(at(live), status=404)


def test_a_new_party_who_did_not_consent_closes_it(ctx: Flask, world: World) -> None:
    from app.mediation.kinds import PartyRole

    view = open_view(with_guest())
    assert open_views(guest(), NOW) == [view]
    details = PartyDetails(role=PartyRole.RELATED, name="黄小妹", nationality="CN")
    parties.add_party(clerk(), case_id=view.case_id, details=details, now=NOW)
    assert open_views(guest(), NOW) == []


def test_revoking_closes_it(ctx: Flask, world: World) -> None:
    view = open_view(with_guest())
    assert open_views(guest(), NOW) == [view]
    disclosures.revoke(
        clerk(), case_id=view.case_id, disclosure_id=view.id, reason="不再需要", now=NOW
    )
    assert open_views(guest(), NOW) == []


def test_a_request_that_waits_opens_nothing(ctx: Flask, world: World) -> None:
    crossing.ask_for_view(with_guest())
    assert open_views(guest(), NOW) == []


def test_a_wrong_user_name_opens_nothing_to_anybody(ctx: Flask, world: World) -> None:
    open_view(with_guest(), account="clerk.hvt")
    for who in (GUEST, "clerk.hvt"):
        assert open_views(actor(who), NOW) == []


def test_the_guest_confirms_a_clause(client: Reader, app: Flask, live: dict[str, int]) -> None:
    client.sign_in(GUEST)
    where = f"{at(live)}/agreements/{live['agreement']}/terms/{live['term']}/confirm"
    client.follow(client.post(where, {}))
    with app.app_context():
        term = db.session.get_one(Term, live["term"])
        assert term.status is TranslationStatus.OTHER_SIDE_MEDIATOR
        assert term.confirmation_note == "Nông Văn Bình"


def test_the_guest_signs_the_draft_once(ctx: Flask, world: World) -> None:
    case = full_case()
    view = open_view(case)
    agreement_id = case.agreements[0].id
    joint.sign_jointly(guest(), disclosure_id=view.id, agreement_id=agreement_id, now=NOW)
    agreement = case.agreements[0]
    [signature] = agreement.standing_signatures
    assert (signature.name, signature.recorded_by_id) == ("Nông Văn Bình", world.users[GUEST])
    assert signature.case_mediator_id == view.case_mediator_id
    assert not agreement.is_frozen
    from app.kernel.errors import RuleBroken

    with pytest.raises(RuleBroken):
        joint.sign_jointly(guest(), disclosure_id=view.id, agreement_id=agreement_id, now=NOW)


def test_the_guest_signs_on_the_page(client: Reader, live: dict[str, int]) -> None:
    client.sign_in(GUEST)
    assert "我在协议上签名" in client.get(at(live))
    where = f"{at(live)}/agreements/{live['agreement']}/sign"
    assert "您已签名" in client.follow(client.post(where, {}))


@pytest.mark.parametrize("language", ["zh", "vi"])
def test_officer_asks_and_reviewer_decides_on_the_pages(
    client: Reader, app: Flask, world: World, language: str
) -> None:
    with app.app_context():
        case = with_guest()
        case_id, duty_id = case.id, case.mediators[-1].id
    client.read_in(language).sign_in("clerk.youyi")
    ask = f"/cases/{case_id}/joint-view/new"
    client.get(ask)
    day = clock.today(clock.CHINA) + timedelta(days=7)
    typed = {
        "case_mediator_id": str(duty_id), "account": GUEST, "purpose": "共同调解",
        "until-year": str(day.year), "until-month": str(day.month), "until-day": str(day.day),
    }  # fmt: skip
    assert client.post(ask, typed | {"purpose": ""}).status_code == 422
    client.follow(client.post(ask, typed))
    client.sign_out()
    client.sign_in("reviewer.pingxiang")
    assert "Nông Văn Bình" in client.get("/disclosures")
    with app.app_context():
        [row] = db.session.query(Disclosure).all()
        one = f"/disclosures/{row.id}"
    client.get(one)
    assert client.post(one, {"decision": "approve"}).status_code == 422
    client.follow(client.post(one, {"decision": "approve", "instrument": "批示3号"}))
    assert "批示3号" in client.get(one)
    client.get("/disclosures?show=decided")
    client.get(f"{one}/revoke")
    client.sign_out()
    client.sign_in("clerk.youyi")
    client.get(f"/cases/{case_id}")
    client.get(f"/cases/{case_id}/disclosures/{one.rsplit('/', 1)[1]}/revoke")
    client.get("/notices")
    client.sign_out()
    client.sign_in(GUEST)
    client.get(f"/joint/{one.rsplit('/', 1)[1]}")
