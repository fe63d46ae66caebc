"""Is every signature under an agreement recorded, and does only the last one needed freeze it?"""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from flask import Flask

from app.audit.models import AuditEntry
from app.db import db, transaction
from app.kernel.country import Country
from app.kernel.errors import NotFound, NotPermitted, RuleBroken, Taken
from app.mediation.kinds import (
    AgreementForm,
    Duty,
    PartyRole,
    SignatureKind,
    SigningCapacity,
    TerminationKind,
)
from app.mediation.papers.catalogue import agreement_ref
from app.mediation.queries.agreement_text import canonical_text, text_digest
from app.mediation.queries.signing import sheet_of
from app.mediation.rules.agreements import AgreementRefusal
from app.mediation.rules.signing import Entry
from app.mediation.rules.signing import SigningRefusal as R
from app.mediation.services import agreements, obligations, signing, terms
from app.mediation.services.issuing import Copy, issue
from app.mediation.services.moves import move
from app.mediation.states import CaseAction, CaseState
from tests.factories import NOW, World, actor
from tests.mediation.settling import (
    CLAUSE,
    DRAFT,
    RECEIVED,
    SIGNED,
    Debt,
    drafted,
    mediating,
    owing,
    preside,
    record,
    sign,
    signatures,
    yuan,
)

REFUSED = SignatureKind.REFUSED


@pytest.fixture
def debt(ctx: Flask, world: World) -> Debt:
    return drafted(actor("clerk.youyi"), world)


def place(debt: Debt) -> dict[str, int]:
    return {"case_id": debt.case_id, "agreement_id": debt.agreement_id}


def codes(refused: pytest.ExceptionInfo[RuleBroken]) -> list[object]:
    return [refusal.code for refusal in refused.value.refusals]


def names(debt: Debt) -> list[str]:
    return [line.name for line in sheet_of(debt.agreement, NOW) if line.is_required]


def test_signatures_come_one_by_one_and_the_last_one_freezes_the_text(debt: Debt) -> None:
    clerk = actor("clerk.youyi")
    for number, entry in enumerate(signatures(debt)):
        assert not debt.agreement.is_frozen
        assert debt.case.state is CaseState.MEDIATING
        record(clerk, debt, [entry])
        assert len(debt.agreement.signatures) == number + 1
    one = debt.agreement
    assert one.is_frozen
    assert debt.case.state is CaseState.AGREED
    assert [each.name for each in one.signatures] == ["阮文雄", "韦大山", "韦国强"]
    assert [each.capacity for each in one.signatures] == [
        SigningCapacity.IN_PERSON, SigningCapacity.IN_PERSON, SigningCapacity.PRESIDING,
    ]  # fmt: skip
    assert {each.text_digest for each in one.signatures} == {text_digest(one)}
    assert canonical_text(one) == one.frozen_text


def test_the_agreement_is_signed_on_the_day_of_the_last_signature_where_the_office_is(
    debt: Debt,
) -> None:
    #       20 November, 16:30 UTC
    #   Hà Nội  23:30, still the 20th      Beijing  0:30 on the 21st
    first, *rest = signatures(debt, date(2026, 11, 19))
    late = datetime(2026, 11, 20, 16, 30, tzinfo=UTC)
    record(actor("clerk.youyi"), debt, [*rest, replace(first, signed_at=late)])
    one = debt.agreement
    assert (one.signed_on, one.effective_on) == (date(2026, 11, 21), date(2026, 11, 21))
    assert debt.case.moves[-1].on == date(2026, 11, 21)


def test_while_a_signature_stands_the_text_stays(debt: Debt) -> None:
    clerk = actor("clerk.youyi")
    record(clerk, debt, signatures(debt)[:1])
    term_id = debt.agreement.terms[0].id
    for change in (
        lambda: terms.add_term(clerk, **place(debt), wording=CLAUSE, now=NOW),
        lambda: terms.remove_term(clerk, **place(debt), term_id=term_id, now=NOW),
        lambda: agreements.edit(clerk, **place(debt), draft=DRAFT, now=NOW),
        lambda: obligations.add(clerk, **place(debt), promise=owing(debt, yuan(5)), now=NOW),
    ):
        with pytest.raises(RuleBroken) as refused:
            change()
        assert codes(refused) == [R.SIGNATURES_STAND]


def test_withdrawn_signatures_stay_with_the_reason_and_free_the_text(debt: Debt) -> None:
    clerk = actor("clerk.youyi")
    record(clerk, debt, signatures(debt)[:2])
    with pytest.raises(RuleBroken) as refused:
        signing.withdraw(clerk, **place(debt), reason=" ", now=NOW)
    assert codes(refused) == [R.WITHDRAWAL_REASON]
    signing.withdraw(clerk, **place(debt), reason="付款日期写错了", now=NOW)
    assert {each.withdrawn_reason for each in debt.agreement.signatures} == {"付款日期写错了"}
    terms.add_term(clerk, **place(debt), wording=CLAUSE, now=NOW)
    with pytest.raises(RuleBroken) as refused:
        signing.withdraw(clerk, **place(debt), reason="再次", now=NOW)
    assert codes(refused) == [R.WITHDRAWN]
    sign(clerk, debt)
    assert debt.agreement.is_frozen
    assert len(debt.agreement.signatures) == 5


def test_who_refuses_keeps_the_agreement_from_being_concluded_until_they_sign(debt: Debt) -> None:
    clerk = actor("clerk.youyi")
    first, *rest = signatures(debt)
    record(clerk, debt, [replace(first, kind=REFUSED), *rest])
    assert not debt.agreement.is_frozen
    assert debt.case.state is CaseState.MEDIATING
    record(clerk, debt, [first])
    assert debt.agreement.is_frozen
    assert [each.kind for each in debt.agreement.signatures].count(REFUSED) == 1


def test_a_refusal_alone_does_not_hold_the_text(debt: Debt) -> None:
    clerk = actor("clerk.youyi")
    record(clerk, debt, [replace(signatures(debt)[0], kind=REFUSED)])
    terms.add_term(clerk, **place(debt), wording=CLAUSE, now=NOW)
    sign(clerk, debt)
    assert debt.agreement.is_frozen


def test_a_text_translated_anew_after_the_first_signature_is_not_signed_on(debt: Debt) -> None:
    clerk = actor("clerk.youyi")
    first, *rest = signatures(debt)
    record(clerk, debt, [first])
    facts = debt.agreement.facts
    assert facts is not None
    with transaction():
        facts.translation = "Bên được yêu cầu nợ tiền hàng, đã nhận nợ."
    with pytest.raises(RuleBroken) as refused:
        record(clerk, debt, rest)
    assert codes(refused) == [R.TEXT_CHANGED]
    signing.withdraw(clerk, **place(debt), reason="译文改了", now=NOW)
    sign(clerk, debt)
    assert debt.agreement.is_frozen


def test_a_text_changed_after_the_sheet_was_printed_is_printed_anew(debt: Debt) -> None:
    clerk = actor("clerk.youyi")
    paper = {"ref": agreement_ref(debt.agreement), "copy": Copy(Country.CN), "now": NOW,
             "base_url": "https://hoa.example", "case_id": debt.case_id}  # fmt: skip
    issue(clerk, **paper)
    terms.add_term(clerk, **place(debt), wording=CLAUSE, now=NOW)
    with pytest.raises(RuleBroken) as refused:
        sign(clerk, debt)
    assert codes(refused) == [R.SHEET_DIFFERS]
    issue(clerk, **paper)
    sign(clerk, debt)
    assert debt.agreement.is_frozen


def test_an_interpreter_who_serves_signs_too_and_a_guest_may(debt: Debt) -> None:
    clerk = actor("clerk.youyi")
    before = names(debt)
    preside(clerk, debt.case_id, "黎秀兰", Duty.INTERPRETER)
    preside(clerk, debt.case_id, "Nông Văn Bình", Duty.FOREIGN_INVITED)
    assert names(debt) == [*before, "黎秀兰"]
    guest = next(each for each in debt.case.mediators if each.duty is Duty.FOREIGN_INVITED)
    own = Entry(f"foreign_invited:{guest.id}", SignatureKind.SIGNED, NOW)
    record(clerk, debt, [own])
    assert debt.agreement.signatures[0].case_mediator is guest
    record(clerk, debt, signatures(debt))
    assert debt.agreement.signed_on == NOW.date(), "the guest signed last"


def test_an_oral_agreement_needs_only_the_mediator_who_recorded_it(
    ctx: Flask, world: World
) -> None:
    clerk = actor("clerk.youyi")
    case_id = mediating(clerk, world)
    oral = replace(DRAFT, form=AgreementForm.ORAL)
    debt = Debt(case_id, agreements.begin(clerk, case_id=case_id, draft=oral, now=NOW).id)
    terms.add_term(clerk, **place(debt), wording=CLAUSE, now=NOW)
    assert names(debt) == ["韦国强"]
    sign(clerk, debt)
    assert debt.case.state is CaseState.AGREED


def test_for_a_child_nobody_signs_before_the_guardian_is_known(debt: Debt) -> None:
    with transaction():
        debt.case.parties[0].birth_on = date(2012, 5, 1)
    mediator = [each for each in signatures_of_others(debt) if each.signer.startswith("presiding")]
    with pytest.raises(RuleBroken) as refused:
        record(actor("clerk.youyi"), debt, mediator)
    assert codes(refused) == [R.NOBODY_ACTS]


def signatures_of_others(debt: Debt) -> list[Entry]:
    """Of everybody for whom somebody can sign."""
    at = datetime(2026, 11, 20, 2, tzinfo=UTC)
    return [
        Entry(line.signers[0].key, SignatureKind.SIGNED, at)
        for line in sheet_of(debt.agreement, NOW)
        if line.signers
    ]


def test_a_related_person_signs_once_something_is_owed_to_them(debt: Debt) -> None:
    clerk = actor("clerk.youyi")
    with transaction():
        debt.case.parties[1].role = PartyRole.RELATED
    assert names(debt) == ["阮文雄", "韦国强"]
    obligations.add(clerk, **place(debt), promise=owing(debt, yuan(5)), now=NOW)
    assert names(debt) == ["阮文雄", "韦大山", "韦国强"]


def test_nobody_signs_before_the_mediation_began_or_in_a_case_that_ended(debt: Debt) -> None:
    clerk = actor("clerk.youyi")
    with pytest.raises(RuleBroken) as refused:
        record(clerk, debt, signatures(debt, RECEIVED - timedelta(days=1))[:1])
    assert codes(refused) == [R.TOO_EARLY]
    record(clerk, debt, signatures(debt, RECEIVED)[:1])
    move(clerk, case_id=debt.case_id, action=CaseAction.TERMINATE, on=SIGNED, now=NOW,
         reason="撤回", termination=TerminationKind.WITHDRAWN)  # fmt: skip
    with pytest.raises(RuleBroken) as refused:
        record(clerk, debt, signatures(debt)[1:])
    assert codes(refused) == [AgreementRefusal.NOT_MEDIATING]


def test_only_who_mediates_in_reach_records_and_only_people_of_this_case_sign(debt: Debt) -> None:
    everybody = signatures(debt)
    for name, error in (
        ("clerk.hvt", NotFound), ("clerk.pingmeng", NotFound), ("auditor.guangxi", NotPermitted),
    ):  # fmt: skip
        with pytest.raises(error):
            record(actor(name), debt, everybody)
    with pytest.raises(NotFound):
        record(actor("clerk.youyi"), debt, [replace(everybody[0], signer="in_person:4711")])
    assert debt.agreement.signatures == []


def test_two_officers_record_the_last_signature_at_once_and_it_is_frozen_once(
    app: Flask, world: World
) -> None:
    with app.app_context():
        debt = drafted(actor("clerk.youyi"), world)
        *first, last = signatures(debt)
        record(actor("clerk.youyi"), debt, first)

    def at_once(name: str) -> str:
        with app.app_context():
            try:
                record(actor(name), debt, [last])
            except RuleBroken as broken:
                return broken.refusals[0].code.value
            except Taken:
                return "taken"
            return "signed"

    with ThreadPoolExecutor(max_workers=6) as pool:
        found = Counter(pool.map(at_once, ["clerk.youyi", "clerk2.youyi"] * 3))
    assert found["signed"] == 1, found
    assert set(found) <= {"signed", AgreementRefusal.FROZEN.value, R.ALREADY.value, "taken"}
    with app.app_context():
        assert [move.action for move in debt.case.moves].count(CaseAction.SETTLE) == 1
        assert len(debt.agreement.signatures) == 3


def test_two_officers_record_different_last_signatures_at_once_and_none_is_lost(
    app: Flask, world: World
) -> None:
    with app.app_context():
        debt = drafted(actor("clerk.youyi"), world)
        first, *last = signatures(debt)
        record(actor("clerk.youyi"), debt, [first])

    def at_once(job: tuple[str, Entry]) -> None:
        with app.app_context():
            record(actor(job[0]), debt, [job[1]])

    with ThreadPoolExecutor(max_workers=2) as pool:
        list(pool.map(at_once, zip(["clerk.youyi", "clerk2.youyi"], last, strict=True)))
    with app.app_context():
        assert debt.agreement.is_frozen
        assert len(debt.agreement.signatures) == 3


def test_every_act_of_signing_leaves_an_entry(debt: Debt) -> None:
    clerk = actor("clerk.youyi")
    record(clerk, debt, signatures(debt)[:1])
    signing.withdraw(clerk, **place(debt), reason="重写", now=NOW)
    sign(clerk, debt)
    acts = Counter(
        entry.action
        for entry in db.session.query(AuditEntry).filter(AuditEntry.case_id == debt.case_id)
    )
    assert acts["mediation:signature:recorded"] == 4
    assert acts["mediation:signature:withdrawn"] == 1
    assert acts["mediation:agreement:signed"] == 1
