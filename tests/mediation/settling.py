"""How do tests come to a case in mediation, a draft with two instalments, a signed agreement?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from app.db import db
from app.kernel.bilingual import Language
from app.kernel.money import Currency, Money
from app.kernel.permissions import Actor
from app.mediation.kinds import (
    AgreementForm,
    Duty,
    ObligationKind,
    PrevailingText,
    SignatureKind,
)
from app.mediation.models import Agreement, Case, Mediator
from app.mediation.queries.signing import sheet_of
from app.mediation.rules.agreements import Wording
from app.mediation.rules.performance import Instalment, instalments
from app.mediation.rules.signing import Entry
from app.mediation.services import agreements, case_people, obligations, signing, terms
from app.mediation.services.intake import Essentials, Side, register_case
from app.mediation.services.moves import move
from app.mediation.states import CaseAction
from tests.factories import NOW, World

RECEIVED, SIGNED = date(2026, 11, 2), date(2026, 11, 20)
FACTS = Wording("被申请人欠申请人货款。", "Bên được yêu cầu nợ tiền hàng.", Language.ZH)
CLAUSE = Wording(
    "被申请人分两期支付货款12000元。", "Bên được yêu cầu trả tiền hàng làm hai đợt.", Language.ZH
)
DRAFT = agreements.AgreementDraft(
    form=AgreementForm.WRITTEN,
    prevailing=PrevailingText.BOTH,
    copies=4,
    place="友谊司法所",
    facts=FACTS,
)


def yuan(amount: int) -> Money:
    return Money(amount * 100, Currency.CNY)


@dataclass(frozen=True)
class Debt:
    """Ids of a case of 阮文雄 against 韦大山 with its agreement."""

    case_id: int
    agreement_id: int

    @property
    def case(self) -> Case:
        return db.session.get_one(Case, self.case_id)

    @property
    def agreement(self) -> Agreement:
        return db.session.get_one(Agreement, self.agreement_id)


def mediating(actor: Actor, world: World) -> int:
    """A registered, accepted case with its presiding mediator, in mediation."""
    office = world.youyi
    case_id = register_case(
        actor,
        essentials=Essentials(
            office_id=office,
            received_on=RECEIVED,
            applicant=Side("阮文雄", "VN"),
            respondent=Side("韦大山", "CN"),
            cn_type="contract",
            facts="欠货款12000元。",
            language="zh",
        ),
        now=NOW,
    ).id
    move(actor, case_id=case_id, action=CaseAction.ACCEPT, on=RECEIVED, now=NOW,
         committee_id=world.youyi_committee)  # fmt: skip
    preside(actor, case_id, "韦国强")
    move(actor, case_id=case_id, action=CaseAction.START_MEDIATION, on=RECEIVED, now=NOW)
    return case_id


def preside(
    actor: Actor, case_id: int, name: str, duty: Duty = Duty.PRESIDING, on: date = RECEIVED
) -> None:
    person = db.session.query(Mediator).filter_by(name=name).one()
    case_people.assign(actor, case_id=case_id, mediator_id=person.id, duty=duty, on=on, now=NOW)


def drafted(actor: Actor, world: World) -> Debt:
    """A draft with facts and one clause in both languages."""
    case_id = mediating(actor, world)
    agreement = agreements.begin(actor, case_id=case_id, draft=DRAFT, now=NOW)
    debt = Debt(case_id, agreement.id)
    terms.add_term(actor, case_id=case_id, agreement_id=debt.agreement_id, wording=CLAUSE, now=NOW)
    return debt


def owing(
    debt: Debt,
    amount: Money | None = None,
    due_on: date | None = None,
    kind: ObligationKind = ObligationKind.MONEY,
    what_zh: str = "",
) -> obligations.Promise:
    """The respondent owes the applicant."""
    applicant, respondent = debt.case.parties
    return obligations.Promise(
        kind=kind, debtor_id=respondent.id, creditor_id=applicant.id, amount=amount,
        due_on=due_on, what_zh=what_zh,
    )  # fmt: skip


def halves(first: date) -> tuple[Instalment, ...]:
    return instalments(yuan(12000), 2, first, 1)


def signatures(
    debt: Debt, on: date = SIGNED, kind: SignatureKind = SignatureKind.SIGNED
) -> list[Entry]:
    """Everybody who must sign does so, at ten in the morning at the office."""
    at = datetime.combine(on, time(10), tzinfo=debt.case.country.zone)
    return [
        Entry(line.signers[0].key, kind, at, "友谊司法所")
        for line in sheet_of(debt.agreement, NOW)
        if line.is_required
    ]


def sheet_form(debt: Debt, on: date = SIGNED, **kinds: str) -> dict[str, str]:
    """The page of signatures as filled in: everybody who must sign has, unless said otherwise."""
    form = {"on-year": str(on.year), "on-month": str(on.month), "on-day": str(on.day),
            "time": "10:00", "place": "友谊司法所"}  # fmt: skip
    for number, each in enumerate(signatures(debt, on)):
        form |= {
            f"seats-{number}-line": each.signer,
            f"seats-{number}-kind": kinds.get(each.signer.partition(":")[0], "signed"),
        }
    return form


def record(
    actor: Actor, debt: Debt, entries: Sequence[Entry], effective_on: date | None = None
) -> Agreement:
    return signing.record(
        actor, case_id=debt.case_id, agreement_id=debt.agreement_id, entries=entries,
        effective_on=effective_on, now=NOW,
    )  # fmt: skip


def sign(actor: Actor, debt: Debt, signed_on: date = SIGNED, effective_on: date = SIGNED) -> None:
    record(actor, debt, signatures(debt, signed_on), effective_on)


def signed(actor: Actor, world: World, first_due: date = date(2026, 12, 1)) -> Debt:
    """Signed, with 12000 yuan owed in two instalments."""
    debt = drafted(actor, world)
    obligations.add_plan(
        actor, case_id=debt.case_id, agreement_id=debt.agreement_id,
        promise=owing(debt, yuan(12000)), plan=halves(first_due), now=NOW,
    )  # fmt: skip
    sign(actor, debt)
    return debt
