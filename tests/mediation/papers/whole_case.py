"""Which invented case has every paper there is, and which has them all with nothing in them?

Rows are written as they are, so that a name may be anything somebody could ever get in.
"""

from datetime import UTC, date, datetime
from decimal import Decimal

from app.db import db, transaction
from app.kernel.bilingual import TranslationStatus
from app.kernel.country import Country
from app.kernel.identity import DocumentKind, Sex
from app.kernel.money import Currency
from app.mediation import kinds as k
from app.mediation.models import (
    Agreement,
    Attendance,
    Case,
    CaseMediator,
    CaseMove,
    CourtStep,
    EvidenceItem,
    FileItem,
    FollowUp,
    Letter,
    MediationSession,
    Mediator,
    Obligation,
    Party,
    Receipt,
    StatementText,
    Term,
)
from app.mediation.states import CaseAction, CaseState
from app.reference.models import Organisation

AT = datetime(2026, 11, 20, 1, 30, tzinfo=UTC)
DAY = date(2026, 11, 20)
OFFICES = {Country.CN: "CN-451481101-SFS", Country.VN: "VN-06172-UBND"}


def whole_case(country: Country, name: str, other: str) -> int:
    """A case with a row for every paper; `name` and `other` are the parties'."""
    with transaction():
        case = _case(country)
        _said(case)
        parties = [
            _party(case, k.PartyRole.APPLICANT, name),
            _party(case, k.PartyRole.RESPONDENT, other),
        ]
        people = [
            _person(case, k.Duty.PRESIDING, "韦国强"),
            _person(case, k.Duty.INTERPRETER, "黎秀兰"),
        ]
        db.session.flush()
        _session(case, parties, people)
        for form in k.AgreementForm:
            _agreement(case, form, parties)
        _papers(case)
        return case.id


def tell_at_length(case_id: int, words: str) -> None:
    """Let everything that may be long be long."""
    with transaction():
        case = db.session.get_one(Case, case_id)
        for said in case.statements:
            said.original = said.translation = words
        case.closing_report = words
        for move in case.moves:
            move.reason = words
        for visit in db.session.query(FollowUp).filter_by(case_id=case_id):
            visit.performance = visit.measures = words
        for agreement in case.agreements:
            for term in agreement.terms:
                term.text_zh = term.text_vi = words


def without_agents(case_id: int) -> None:
    """Let everybody come and sign in person, as is usual."""
    with transaction():
        for party in db.session.get_one(Case, case_id).parties:
            party.representative_kind, party.representative_name = None, ""


def bare_case(country: Country) -> int:
    """The same rows with nothing in them but what a row must have."""
    with transaction():
        office = _office(country)
        case = Case(country=country, office_id=office.id, state=CaseState.MEDIATING,
                    created_at=AT, touched_at=AT)  # fmt: skip
        db.session.add(case)
        db.session.flush()
        party = Party(case_id=case.id, role=k.PartyRole.APPLICANT, name="")
        person = Mediator(owner_id=office.id, country=country, name="")
        session = MediationSession(
            case_id=case.id, number=1, starts_at=AT, place="", mode=k.SessionMode.ROOM
        )
        db.session.add_all([party, person, session])
        db.session.flush()
        db.session.add(CaseMediator(case_id=case.id, mediator_id=person.id,
                                    duty=k.Duty.INTERPRETER, assigned_on=DAY))  # fmt: skip
        for form in k.AgreementForm:
            agreement = Agreement(case_id=case.id, form=form, frozen_at=AT)
            db.session.add(agreement)
            db.session.flush()
            owed = Obligation(agreement_id=agreement.id, kind=k.ObligationKind.ACT,
                              debtor_id=party.id, creditor_id=party.id)  # fmt: skip
            db.session.add(owed)
        db.session.flush()
        db.session.add_all([
            Receipt(obligation_id=owed.id, received_on=DAY, recorded_at=AT),
            FollowUp(case_id=case.id, visited_on=DAY, visitor=""),
            _failure(case, ""),
            Letter(case_id=case.id, kind=k.LetterKind.TRANSFER, direction=k.LetterDirection.SENT,
                   correspondent="", letter_on=DAY, composed=True),
        ])  # fmt: skip
        return case.id


def _office(country: Country) -> Organisation:
    return db.session.query(Organisation).filter_by(code=OFFICES[country]).one()


def _case(country: Country) -> Case:
    office = _office(country)
    case = Case(
        country=country, office_id=office.id, committee_id=office.id, state=CaseState.CLOSED,
        case_no="（2026）友谊人调字第7号", case_seq=7, registered_no="（2026）友谊登字第9号",
        former_no="旧号MH-15", basis=k.Basis.OTHER_INSTRUMENT, instrument="双方乡镇商定",
        source="referral", referred_by="友谊派出所", referral_letter_no="转字3号",
        place="浦寨市场二号棚", boundary_marker="1091", cn_type="contract",
        border_subtype="x_goods_debt", vn_scope="civil", claimed_minor=1_234_567,
        claimed_currency=Currency.CNY, received_on=date(2026, 11, 2), accepted_on=date(2026, 11, 3),
        outcome="settled", closing_report="协议已履行", closed_on=date(2026, 11, 21),
        archived_on=date(2026, 11, 22), retention="long", created_at=AT, touched_at=AT,
    )  # fmt: skip
    db.session.add(case)
    db.session.flush()
    return case


def _said(case: Case) -> None:
    for subject, zh, vi in (
        ("facts", "被申请人拖欠货款。", "Bên được yêu cầu nợ tiền hàng."),
        ("requests", "请求付清货款。", "Đề nghị trả đủ tiền hàng."),
        ("session:1", "双方对账后意见一致。", "Hai bên đối chiếu sổ sách và nhất trí."),
    ):
        _words(case, subject, zh, vi)


def _words(case: Case, subject: str, zh: str, vi: str) -> None:
    db.session.add(StatementText(
        case_id=case.id, subject=subject, original=zh, language="zh", translation=vi,
        status=TranslationStatus.READ_BACK,
    ))  # fmt: skip


def _party(case: Case, role: k.PartyRole, name: str) -> Party:
    party = Party(
        case_id=case.id, role=role, name=name, sex=Sex.FEMALE, birth_on=date(1985, 2, 5),
        nationality="VN", ethnic_group="nung", occupation="果农", language="nung",
        needs_interpreter=True, document_kind=DocumentKind.VN_BORDER_PASS,
        rights_told_on=date(2026, 11, 4), rights_language="vi",
        representative_kind=k.RepresentativeKind.AGENT, representative_name="农建国",
    )  # fmt: skip
    db.session.add(party)
    db.session.flush()
    party.document_number, party.phone, party.address = "AB1234567", "0912345678", "某村三组十二号"
    return party


def _person(case: Case, duty: k.Duty, name: str) -> CaseMediator:
    person = Mediator(owner_id=case.office_id, organisation_id=case.office_id, country=case.country,
                      name=name, name_han=name, languages="zh vi")  # fmt: skip
    db.session.add(person)
    db.session.flush()
    row = CaseMediator(case_id=case.id, mediator_id=person.id, duty=duty, statement_on=DAY,
                       conflict=k.Conflict.DECLARED, conflict_note="远房亲戚",
                       assigned_on=DAY)  # fmt: skip
    db.session.add(row)
    return row


def _session(case: Case, parties: list[Party], people: list[CaseMediator]) -> None:
    sitting = MediationSession(
        case_id=case.id, number=1, starts_at=AT, ends_at=AT, place="友谊司法所调解室",
        mode=k.SessionMode.AT_MARKER, is_open=True, rights_told=True,
        result=k.SessionResult.TO_CONTINUE, next_on=date(2026, 12, 9),
    )  # fmt: skip
    db.session.add(sitting)
    db.session.flush()
    came = [Attendance(session_id=sitting.id, party_id=each.id) for each in parties]
    came += [Attendance(session_id=sitting.id, case_mediator_id=each.id) for each in people]
    came += [Attendance(session_id=sitting.id, other_name="陆老师", capacity="见证人",
                        signature=k.SignatureKind.FINGERPRINT, read_aloud_by="黎秀兰")]  # fmt: skip
    db.session.add_all(came)


def _agreement(case: Case, form: k.AgreementForm, parties: list[Party]) -> None:
    agreement = Agreement(
        case_id=case.id, form=form, copies=5, place="友谊司法所", rate=Decimal("3652.5"),
        rate_on=DAY, rate_source="中国银行", signed_on=DAY, effective_on=DAY, frozen_at=AT,
    )  # fmt: skip
    db.session.add(agreement)
    db.session.flush()
    _words(
        case,
        f"agreement:{agreement.id}",
        "双方于十一月发生货款争议。",
        "Hai bên tranh chấp tiền hàng.",
    )
    db.session.add(
        Term(
            agreement_id=agreement.id,
            position=1,
            language="zh",
            text_zh="分两期付清。",
            text_vi="Trả làm hai đợt.",
            status=TranslationStatus.UNCONFIRMED,
        )
    )
    for part in (1, 2):
        owed = Obligation(
            agreement_id=agreement.id, kind=k.ObligationKind.MONEY, debtor_id=parties[1].id,
            creditor_id=parties[0].id, amount_minor=600_050, currency=Currency.CNY,
            due_on=date(2026, 12, part), manner="银行转账", place="凭祥", plan="p", instalment=part,
            instalments=2,
        )  # fmt: skip
        db.session.add(owed)
        db.session.flush()
    db.session.add(Receipt(obligation_id=owed.id, received_on=date(2026, 12, 5), note="现金",
                           amount_minor=100_000, recorded_at=AT))  # fmt: skip
    step = CourtStep(agreement_id=agreement.id, kind=_court(case.country), filed_on=DAY)
    step.court = "凭祥市人民法院"
    db.session.add(step)


def _court(country: Country) -> k.CourtStepKind:
    is_cn = country is Country.CN
    return k.CourtStepKind.CONFIRMATION_CN if is_cn else k.CourtStepKind.RECOGNITION_VN


def _papers(case: Case) -> None:
    letter = Letter(
        case_id=case.id, kind=k.LetterKind.INFORMATION, direction=k.LetterDirection.SENT,
        correspondent="同登边防站", number="友谊函〔2026〕2号", letter_on=DAY, composed=True,
        subject_zh="关于通报情况的函", subject_vi="Về việc thông báo tình hình", sent_on=DAY,
    )  # fmt: skip
    db.session.add_all([
        EvidenceItem(case_id=case.id, title="对账单", source="申请人", kind="document", pages=4),
        EvidenceItem(case_id=case.id, title="手机录音", source="被申请人提供", kind="recording"),
        FollowUp(case_id=case.id, visited_on=DAY, visitor="韦国强", performance="已付清",
                 satisfaction=k.Satisfaction.FAIR, later_court_case="未起诉", new_risk="无隐患",
                 measures="继续走访"),
        FileItem(case_id=case.id, item="cover", present=True, pages="1"),
        FileItem(case_id=case.id, item="mediation_record", present=True, pages="3–5"),
        FileItem(case_id=case.id, item="evidence", excuse="原件已退还当事人"),
        _failure(case, "放水时间谈不拢"),
        CaseMove(case_id=case.id, action=CaseAction.SETTLE, from_state=CaseState.MEDIATING,
                 to_state=CaseState.AGREED, on=DAY, at=AT, actor_name="覃书记"),
        letter,
    ])  # fmt: skip
    db.session.flush()
    _words(
        case,
        f"letter:{letter.id}",
        "现将有关情况函告。\n请予协助。",
        "Xin thông báo tình hình.\nĐề nghị phối hợp.",
    )


def _failure(case: Case, reason: str) -> CaseMove:
    return CaseMove(case_id=case.id, action=CaseAction.FAIL, from_state=CaseState.MEDIATING,
                    to_state=CaseState.NOT_AGREED, on=DAY, at=AT, actor_name="", reason=reason,
                    route=k.Route.ARBITRATION)  # fmt: skip
