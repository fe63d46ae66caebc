"""Do the pages of signing say who is missing, keep what was typed, and lead on to the sheet?"""

import re

import pytest
from flask import Flask

from app.db import transaction
from app.mediation.kinds import RepresentativeKind, SigningCapacity
from tests.factories import World, actor
from tests.mediation.settling import drafted, record, sheet_form, sign, signatures
from tests.pages import Reader, text_of

CHANGES = re.compile(r"/terms/\d+/(?:edit|translate|remove)")


@pytest.mark.parametrize(("language", "missing", "refused", "frozen"), [
    ("zh", "还需签名：韦大山", "阮文雄拒绝签名", "已签署"),
    ("vi", "Còn phải ký: 韦大山", "阮文雄 từ chối ký", "Đã ký"),
])  # fmt: skip
def test_page_says_who_is_missing_who_refused_and_offers_the_sheet(
    client: Reader, app: Flask, world: World, language: str, missing: str, refused: str, frozen: str
) -> None:
    with app.app_context():
        debt = drafted(actor("clerk.youyi"), world)
        sheet = sheet_form(debt)
    client.sign_in("clerk.youyi").read_in(language)
    here = f"/cases/{debt.case_id}/agreements/{debt.agreement_id}"
    page = client.get(f"{here}/sign")
    assert 'value="友谊司法所"' in page
    sheet |= {"seats-0-kind": "refused", "seats-1-kind": ""}
    shown = text_of(client.follow(client.post(f"{here}/sign", sheet)))
    assert missing in shown
    assert refused in shown
    for later in (here, f"/cases/{debt.case_id}", f"/cases/{debt.case_id}/history"):
        client.get(later)
    with app.app_context():
        applicant, respondent = (party.id for party in debt.case.parties)
    rest = {key: value for key, value in sheet.items() if not key.startswith("seats")} | {
        "seats-0-line": f"in_person:{applicant}", "seats-0-kind": "signed",
        "seats-1-line": f"in_person:{respondent}", "seats-1-kind": "fingerprint",
    }  # fmt: skip
    answer = client.post(f"{here}/sign", rest)
    assert answer.status_code == 422, "a fingerprint without who read it aloud"
    assert "seats-1-read_aloud_by-error" in answer.get_data(as_text=True) or (
        "seats-1-kind-error" in answer.get_data(as_text=True)
    )
    rest |= {"seats-1-read_aloud_by": "黎秀兰", "seats-1-time": "10:20", "seats-1-place": "浦寨"}
    answer = client.post(f"{here}/sign", rest)
    assert answer.location.endswith("/sheet"), "the photograph of the sheet is offered at once"
    client.follow(answer)
    shown = text_of(client.get(here))
    assert frozen in shown
    assert "浦寨" in shown
    assert "黎秀兰" in shown
    client.get(f"/cases/{debt.case_id}/timeline")


@pytest.mark.parametrize(("language", "said"), [("zh", "部分签名（1/3）"),
                                                ("vi", "Đã ký một phần (1/3)")])  # fmt: skip
def test_an_agreement_that_some_have_signed_says_so_and_offers_no_change(
    client: Reader, app: Flask, world: World, language: str, said: str
) -> None:
    with app.app_context():
        debt = drafted(actor("clerk.youyi"), world)
    client.sign_in("clerk.youyi").read_in(language)
    here = f"/cases/{debt.case_id}/agreements/{debt.agreement_id}"
    assert CHANGES.search(client.get(here))
    with app.app_context():
        record(actor("clerk.youyi"), debt, signatures(debt)[:1])
    for path in (here, f"/cases/{debt.case_id}"):
        assert said in text_of(client.get(path)), path
    page = client.get(here)
    assert not CHANGES.search(page)
    assert f'href="{here}/signatures/withdraw"' in page
    sign_page = client.get(f"{here}/sign")
    assert f'class="govuk-back-link" href="{here}"' in sign_page


def test_signatures_are_withdrawn_on_a_page(client: Reader, app: Flask, world: World) -> None:
    with app.app_context():
        debt = drafted(actor("clerk.youyi"), world)
        record(actor("clerk.youyi"), debt, signatures(debt)[:1])
    client.sign_in("clerk.youyi")
    here = f"/cases/{debt.case_id}/agreements/{debt.agreement_id}"
    assert "terms/new" not in client.get(here), "the text stays while a signature stands"
    client.get(f"{here}/signatures/withdraw")
    assert client.post(f"{here}/signatures/withdraw", {"reason": ""}).status_code == 422
    client.follow(client.post(f"{here}/signatures/withdraw", {"reason": "日期有误"}))
    assert "日期有误" in client.get(here)


def test_a_signing_page_of_a_signed_agreement_leads_back_to_it(
    client: Reader, app: Flask, world: World
) -> None:
    with app.app_context():
        debt = drafted(actor("clerk.youyi"), world)
        sign(actor("clerk.youyi"), debt)
    client.sign_in("clerk.youyi")
    here = f"/cases/{debt.case_id}/agreements/{debt.agreement_id}"
    assert client.http.get(f"{here}/sign").location == here


def test_a_page_opened_before_a_colleague_entered_a_signature_signs_for_nobody_else(
    client: Reader, app: Flask, world: World
) -> None:
    """The lines have moved up meanwhile; what was typed still belongs to whom it was typed for."""
    with app.app_context():
        debt = drafted(actor("clerk.youyi"), world)
        first, second, _third = signatures(debt)
        record(actor("clerk2.youyi"), debt, [first])
    client.sign_in("clerk.youyi")
    here = f"/cases/{debt.case_id}/agreements/{debt.agreement_id}"
    with app.app_context():
        stale = sheet_form(debt) | {"seats-1-kind": "", "seats-2-kind": ""}
    answer = client.post(f"{here}/sign", stale)
    assert answer.status_code == 422
    assert "阮文雄已经签名" in answer.get_data(as_text=True)
    client.follow(
        client.post(f"{here}/sign", stale | {"seats-0-kind": "", "seats-1-kind": "signed"})
    )
    with app.app_context():
        assert [each.key for each in debt.agreement.signatures] == [first.signer, second.signer]


def test_facts_in_one_language_are_told_before_anybody_signs(
    client: Reader, app: Flask, world: World
) -> None:
    with app.app_context():
        debt = drafted(actor("clerk.youyi"), world)
    client.sign_in("clerk.youyi")
    here = f"/cases/{debt.case_id}/agreements/{debt.agreement_id}/sign"
    assert "另一种文字在协议书上会留空" not in client.get(here)
    with app.app_context(), transaction():
        facts = debt.agreement.facts
        assert facts is not None
        facts.translation = ""
    assert "另一种文字在协议书上会留空" in client.get(here)


def test_an_agent_is_chosen_on_the_page(client: Reader, app: Flask, world: World) -> None:
    with app.app_context():
        debt = drafted(actor("clerk.youyi"), world)
        with transaction():
            party = debt.case.parties[0]
            party.representative_kind, party.representative_name = (
                RepresentativeKind.AGENT,
                "农四妹",
            )
        sheet = sheet_form(debt) | {"seats-1-kind": "", "seats-2-kind": ""}
        party_id = debt.case.parties[0].id
    client.sign_in("clerk.youyi")
    here = f"/cases/{debt.case_id}/agreements/{debt.agreement_id}"
    assert "农四妹（委托代理人）" in text_of(client.get(f"{here}/sign"))
    client.follow(client.post(f"{here}/sign", sheet | {"seats-0-who": f"agent:{party_id}"}))
    with app.app_context():
        (row,) = debt.agreement.signatures
        assert (row.name, row.capacity) == ("农四妹", SigningCapacity.AGENT)
        assert row.party_id == party_id
