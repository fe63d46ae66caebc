"""Are parties written down with checked papers, sealed particulars, rights and consents?"""

from datetime import date

import pytest
from sqlalchemy import text

from app.audit.queries import entries_of_case
from app.db import db, transaction
from app.kernel.country import Country
from app.kernel.errors import NotPermitted, RuleBroken
from app.kernel.identity import DocumentFinding, DocumentKind
from app.mediation.kinds import ConsentPurpose, PartyRole, RepresentativeKind
from app.mediation.queries.search import search
from app.mediation.rules.particulars import Particular, PartyRefusal
from app.mediation.services import consents, parties
from app.mediation.services.moves import move
from app.mediation.services.particulars import Doubtful, Sealing, reveal_particulars
from app.mediation.services.parties import PartyDetails
from app.mediation.states import CaseAction
from tests.factories import NOW, actor
from tests.mediation.disputes import accepted, registered
from tests.mediation.settling import drafted, sign
from tests.pages import text_of

CN_ID = "110101199003070118"
WRONG = CN_ID[:-1] + "9"
PHONE = "13800138000"


def person(**more):
    return PartyDetails(**{"role": PartyRole.RELATED, "name": "李秀英", "nationality": "CN"} | more)


def codes(broken):
    return {refusal.code for refusal in broken.value.refusals}


def add(case, details, sealing=None, **more):
    return parties.add_party(
        actor("clerk.youyi"),
        case_id=case.id,
        details=details,
        sealing=sealing or Sealing(),
        now=NOW,
        **more,
    )


@pytest.fixture
def case(ctx, world):
    return registered(actor("clerk.youyi"), "阮文雄", "韦国强")


def test_only_the_name_is_needed(case):
    assert add(case, person()).document_number is None
    with pytest.raises(RuleBroken) as broken:
        add(case, person(name=""))
    assert codes(broken) == {PartyRefusal.NAME_MISSING}


def test_document_number_is_sealed_in_the_database_and_masked_in_the_audit(case):
    party = add(case, person(document_kind=DocumentKind.CN_ID), Sealing(document_number=CN_ID))
    assert party.document_number == CN_ID
    row = db.session.execute(text("SELECT * FROM party WHERE id = :id"), {"id": party.id}).one()
    assert CN_ID not in str(tuple(row))
    assert CN_ID not in str([entry.changes for entry in entries_of_case(case.id)])


def test_wrong_check_digit_is_refused_by_name(case):
    with pytest.raises(RuleBroken) as broken:
        add(case, person(document_kind=DocumentKind.CN_ID), Sealing(document_number=WRONG))
    assert codes(broken) == {DocumentFinding.CN_ID_CHECK_DIGIT}


def test_doubtful_number_is_kept_once_the_officer_says_so(case):
    details = person(document_kind=DocumentKind.CN_ID, birth_on=date(1990, 3, 8))
    with pytest.raises(Doubtful) as doubtful:
        add(case, details, Sealing(document_number=CN_ID))
    assert codes(doubtful) == {DocumentFinding.CN_ID_BIRTH_DIFFERS}
    party = add(case, details, Sealing(document_number=CN_ID), accept_doubts=True)
    assert party.document_number == CN_ID


def test_number_without_a_kind_of_document_is_refused(case):
    with pytest.raises(RuleBroken) as broken:
        add(case, person(), Sealing(document_number=CN_ID))
    assert codes(broken) == {PartyRefusal.DOCUMENT_KIND_MISSING}


def test_no_document_seen_is_an_answer_and_empties_the_number(case):
    party = add(case, person(document_kind=DocumentKind.CN_ID), Sealing(document_number=CN_ID))
    party = parties.edit_party(
        actor("clerk.youyi"),
        case_id=case.id,
        party_id=party.id,
        details=person(document_kind=DocumentKind.NONE_SEEN),
        now=NOW,
    )
    assert party.document_number is None


def test_phone_belongs_to_the_country_asked(case):
    there = add(case, person(), Sealing(phone="0912 345 678", phone_country=Country.VN))
    assert there.phone == "+84912345678"
    with pytest.raises(RuleBroken) as broken:
        add(case, person(), Sealing(phone="0912 345 678", phone_country=Country.CN))
    assert codes(broken) == {PartyRefusal.PHONE_NOT_VALID}


def test_correcting_a_party_leaves_untyped_particulars_alone(case):
    party = add(case, person(), Sealing(phone=PHONE, address="凭祥市友谊镇"))
    party = parties.edit_party(
        actor("clerk.youyi"),
        case_id=case.id,
        party_id=party.id,
        details=person(occupation="果农"),
        sealing=Sealing(address=""),
        now=NOW,
    )
    assert (party.phone, party.address, party.occupation) == ("+8613800138000", None, "果农")


def test_representative_needs_kind_and_name(case):
    with pytest.raises(RuleBroken) as broken:
        add(case, person(representative_kind=RepresentativeKind.AGENT))
    assert codes(broken) == {PartyRefusal.REPRESENTATIVE_NAME_MISSING}


def test_new_name_is_found_by_search(case):
    add(case, person(name="黄德胜"))
    assert [found.id for found in search(actor("clerk.youyi"), "huang desheng").cases] == [case.id]


def test_party_is_removed_before_acceptance_only(ctx, world):
    clerk = actor("clerk.youyi")
    early = registered(clerk, "甲", "乙")
    parties.remove_party(clerk, case_id=early.id, party_id=early.parties[1].id, now=NOW)
    assert [party.name for party in early.parties] == ["甲"]
    late = accepted(clerk, "丙", "丁")
    with pytest.raises(RuleBroken) as broken:
        parties.remove_party(clerk, case_id=late.id, party_id=late.parties[1].id, now=NOW)
    assert codes(broken) == {PartyRefusal.NOT_REMOVABLE}


def test_a_name_stays_as_it_was_signed_when_the_case_is_talked_over_again(ctx, world):
    clerk = actor("clerk.youyi")
    debt = drafted(clerk, world)
    sign(clerk, debt)
    with transaction():
        debt.case.closing_report = "已了结。"
    for action, more in ((CaseAction.CLOSE, {}), (CaseAction.REOPEN, {"reason": "又起争执"})):
        move(clerk, case_id=debt.case_id, action=action, on=NOW.date(), now=NOW, **more)
    party = debt.case.parties[0]
    as_signed = {"role": party.role, "name": party.name, "nationality": party.nationality}

    def correct(**more):
        parties.edit_party(clerk, case_id=debt.case_id, party_id=party.id, now=NOW,
                           details=PartyDetails(**as_signed | more))  # fmt: skip

    with pytest.raises(RuleBroken) as broken:
        correct(name="阮文强")
    assert codes(broken) == {PartyRefusal.NAME_SIGNED}
    correct(occupation="农民")
    assert debt.case.parties[0].occupation == "农民"


def test_showing_a_particular_takes_a_reason_and_leaves_a_trace(case):
    clerk = actor("clerk.youyi")
    party = add(case, person(), Sealing(phone=PHONE))
    asked = {"case_id": case.id, "party_id": party.id, "particular": Particular.PHONE, "now": NOW}
    with pytest.raises(RuleBroken):
        reveal_particulars(clerk, reason="", **asked)
    assert reveal_particulars(clerk, reason="通知开会", **asked) == "+8613800138000"
    entry = entries_of_case(case.id)[-1]
    assert (entry.action, entry.reason) == ("mediation:party:phone_revealed", "通知开会")


def test_auditor_reads_the_case_but_never_unmasked(case):
    party = add(case, person(), Sealing(phone=PHONE))
    with pytest.raises(NotPermitted):
        reveal_particulars(
            actor("auditor.guangxi"),
            case_id=case.id,
            party_id=party.id,
            particular=Particular.PHONE,
            reason="check",
            now=NOW,
        )


def test_consent_is_withdrawn_and_kept(case):
    clerk, party = actor("clerk.youyi"), case.parties[0]
    given = {"case_id": case.id, "party_id": party.id, "now": NOW}
    consent = consents.give_consent(
        clerk,
        purpose=ConsentPurpose.MEDIATION_FILE,
        language="vi",
        on=date(2026, 11, 20),
        **given,
    )
    with pytest.raises(RuleBroken) as broken:
        consents.give_consent(
            clerk,
            purpose=ConsentPurpose.MEDIATION_FILE,
            language="vi",
            on=date(2026, 11, 21),
            **given,
        )
    assert codes(broken) == {PartyRefusal.ALREADY_CONSENTED}
    with pytest.raises(RuleBroken) as broken:
        consents.withdraw_consent(clerk, consent_id=consent.id, on=date(2026, 11, 19), **given)
    assert codes(broken) == {PartyRefusal.WITHDRAWN_BEFORE_GIVEN}
    consents.withdraw_consent(clerk, consent_id=consent.id, on=date(2026, 11, 22), **given)
    assert [each.withdrawn_on for each in party.consents] == [date(2026, 11, 22)]


def test_rights_are_told_in_a_language_on_a_day_not_after_today(case):
    clerk, party = actor("clerk.youyi"), case.parties[0]
    with pytest.raises(RuleBroken):
        consents.tell_rights(
            clerk, case_id=case.id, party_id=party.id, on=date(2026, 11, 24), language="vi", now=NOW
        )
    consents.tell_rights(
        clerk, case_id=case.id, party_id=party.id, on=date(2026, 11, 23), language="vi", now=NOW
    )
    assert (party.rights_told_on, party.rights_language) == (date(2026, 11, 23), "vi")


@pytest.fixture
def page(app, world, client):
    """The address of a case with two parties, and of its first one."""
    with app.app_context():
        case = registered(actor("clerk.youyi"), "阮文雄", "韦国强")
        found = f"/cases/{case.id}", f"/cases/{case.id}/parties/{case.parties[0].id}"
    client.sign_in("clerk.youyi")
    return found


TYPED = {
    "role": "applicant",
    "kind": "natural",
    "name": "阮文雄",
    "nationality": "CN",
    "ethnic_group": "",
    "language": "",
    "document_kind": "",
    "representative_kind": "",
}


@pytest.mark.parametrize("language", ["zh", "vi"])
def test_doubt_is_shown_with_what_was_typed_and_a_box_to_go_on(client, page, language):
    client.read_in(language)
    case_page, party_page = page
    client.get(party_page)
    doubtful = TYPED | {
        "document_kind": "cn_id",
        "document_number": CN_ID,
        "birth_on-year": "1990",
        "birth_on-month": "3",
        "birth_on-day": "8",
    }
    answer = client.post(party_page, doubtful)
    assert answer.status_code == 422
    assert CN_ID in answer.get_data(as_text=True)
    assert 'name="accept_doubts"' in answer.get_data(as_text=True)
    client.follow(client.post(party_page, doubtful | {"accept_doubts": "y"}))
    shown = client.get(case_page)
    assert CN_ID not in shown
    assert "1101************18" in shown


def test_suggesting_a_spelling_saves_nothing(client, page):
    case_page, party_page = page
    answer = client.post(party_page, TYPED | {"suggest": "1"})
    assert "Nguyễn Văn Hùng" in answer.get_data(as_text=True)
    assert "Nguyễn Văn Hùng" not in client.get(case_page)


def test_revealed_value_stands_on_the_answer_only(client, page):
    case_page, party_page = page
    client.follow(client.post(party_page, TYPED | {"phone": PHONE, "phone_country": "CN"}))
    reveal = f"{party_page}/reveal/phone"
    assert "+8613800138000" not in client.get(reveal)
    assert client.post(reveal, {"reason": ""}).status_code == 422
    answer = client.post(reveal, {"reason": "通知开会"})
    assert "+8613800138000" in answer.get_data(as_text=True)
    assert "+8613800138000" not in client.get(case_page)
    assert "通知开会" in text_of(client.get(f"{case_page}/history"))


def test_rights_consents_and_removal_have_pages(client, page):
    case_page, party_page = page
    day = {"on-year": "2026", "on-month": "11", "on-day": "20", "language": "vi"}
    for form in ("rights", "consents/new", "remove"):
        client.get(f"{party_page}/{form}")
    client.follow(client.post(f"{party_page}/rights", day))
    client.follow(client.post(f"{party_page}/consents/new", day | {"purpose": "sharing"}))
    client.follow(client.post(f"{party_page}/remove", {}))
    assert "阮文雄" not in text_of(client.get(case_page))
