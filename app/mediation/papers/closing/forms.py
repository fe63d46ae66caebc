"""What do the papers after the agreement say? Receipt, follow-up visit, closing report."""

from app.kernel.errors import NotFound
from app.kernel.money import Money
from app.mediation.kinds import MEDIATING_DUTIES, Satisfaction
from app.mediation.models import Case, FollowUp, Receipt
from app.mediation.papers.composing import Composing, Data, joined, listed, plain, with_names
from app.mediation.papers.values import PaperSigner, PaperText, called, pair, same, told
from app.mediation.papers.wording import date_both, full_both
from app.mediation.queries.agreements import follow_ups_of
from app.mediation.rules.retention import RetentionKind
from app.mediation.states import Outcome
from app.reference.models import CodeList


def performance_receipt(c: Composing, subject: int | None) -> Data:
    """收条 for one receipt: what came, and what is left of it after that."""
    receipt = receipt_of(c.case, subject)
    owed = receipt.obligation
    got = PaperSigner(called(owed.creditor), PaperText("收取人", "Người nhận"))
    gave = PaperSigner(called(owed.debtor), PaperText("履行人", "Người thực hiện"))
    part = (
        PaperText(
            f"第{owed.instalment}期，共{owed.instalments}期",
            f"đợt {owed.instalment}/{owed.instalments}",
        )
        if owed.plan
        else PaperText()
    )
    what = PaperText(owed.what_zh or owed.what_vi, owed.what_vi or owed.what_zh)
    return c.head(
        matter=c.title_of_case(),
        from_whom=called(owed.debtor),
        to_whom=called(owed.creditor),
        what=joined(c.words(owed.kind) if not what.zh else what, part, zh="，", vi=", "),
        due_on=date_both(owed.due_on),
        received_on=date_both(receipt.received_on),
        amount=full_both(receipt.amount),
        left=full_both(_left(receipt)),
        manner=same(owed.manner),
        note=same(receipt.note),
        signers=plain([got, gave]),
        mediators=plain(c.mediators()),
    )


def follow_up_record(c: Composing, subject: int | None) -> Data:
    """人民调解回访记录 of one visit."""
    visit = visit_of(c.case, subject)
    return c.head(
        parties=c.lines(),
        interpreters=c.interpreters(),
        matter=c.title_of_case(),
        performance=same(visit.performance),
        satisfaction=c.options(Satisfaction, [visit.satisfaction]),
        later_court_case=same(visit.later_court_case),
        new_risk=same(visit.new_risk),
        measures=same(visit.measures),
        visitor=plain([PaperSigner(same(visit.visitor), PaperText("回访人", "Người thăm lại"))]),
        visited_on=date_both(visit.visited_on),
    )


def closing_report(c: Composing, _subject: int | None) -> Data:
    """结案报告表: when, by whom, from where, what, and with which result."""
    case = c.case
    return c.head(
        unit=pair(case.office.name),
        officers=listed(with_names(each) for each in c.people(*MEDIATING_DUTIES)),
        accepted_on=date_both(case.accepted_on),
        closed_on=date_both(case.closed_on),
        dispute=c.about(),
        parties=c.lines(),
        interpreters=c.interpreters(),
        sources=c.choices(CodeList.CASE_SOURCE, case.source),
        facts=told(case.facts),
        outcome=_outcome(c),
        claimed=full_both(case.claimed),
        report=same(case.closing_report),
        retention=_retention(c),
    )


def _outcome(c: Composing) -> PaperText:
    code = c.case.outcome
    return c.words(Outcome(code)) if code in tuple(Outcome) else c.code(CodeList.OUTCOME, code)


def _retention(c: Composing) -> PaperText:
    kind = c.case.retention
    return c.words(RetentionKind(kind)) if kind in tuple(RetentionKind) else same(kind)


def receipts_of(case: Case) -> list[Receipt]:
    """The receipts that stand, in the order they were recorded."""
    found = [
        receipt
        for agreement in case.agreements
        for obligation in agreement.obligations
        for receipt in obligation.receipts
        if receipt.withdrawn_at is None
    ]
    return sorted(found, key=lambda receipt: (receipt.received_on, receipt.id))


def receipt_of(case: Case, subject: int | None) -> Receipt:
    """Raises NotFound for a receipt of another case."""
    for each in receipts_of(case):
        if each.id == subject:
            return each
    raise NotFound(receipt=subject)


def _left(receipt: Receipt) -> Money | None:
    """Of the obligation, once this receipt and those before it are counted."""
    owed = receipt.obligation.amount
    if owed is None:
        return None
    counted = [
        each.amount_minor or 0
        for each in receipt.obligation.receipts
        if each.withdrawn_at is None and each.id <= receipt.id
    ]
    return owed - Money(sum(counted), owed.currency)


def visit_of(case: Case, subject: int | None) -> FollowUp:
    """Raises NotFound for a visit of another case."""
    for each in follow_ups_of(case):
        if each.id == subject:
            return each
    raise NotFound(follow_up=subject)
