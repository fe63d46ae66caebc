"""Which papers of this case can be printed now, what are they called, where do they belong?

The titles are those of the forms themselves, in the words of each side; a body of Vietnam is no
people's mediation committee, so its papers leave 人民 out.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from app.kernel.bilingual import Bilingual
from app.kernel.country import Country
from app.mediation.kinds import AgreementForm, Duty, PaperKind
from app.mediation.models import Agreement, Case
from app.mediation.papers.closing.forms import receipts_of
from app.mediation.queries.agreements import follow_ups_of
from app.mediation.queries.case_file import letters_of
from app.mediation.queries.court_steps import offered
from app.mediation.rules.file_checklist import ITEM_RULES, FileItem
from app.mediation.states import CaseState

K, F = PaperKind, FileItem
Subjects = Callable[[Case], Iterable[int | None]]


@dataclass(frozen=True, slots=True)
class PaperRef:
    """One paper of a case; `subject` is the row it speaks of (agreement, session, receipt …)."""

    kind: PaperKind
    subject: int | None = None

    @property
    def key(self) -> str:
        """A paper in an address: `cover`, `agreement-7`."""
        return self.kind.value if self.subject is None else f"{self.kind.value}-{self.subject}"


ITEM_OF: Mapping[PaperKind, FileItem] = {
    K.COVER: F.COVER,
    K.CONTENTS: F.CONTENTS,
    K.REGISTER_ENTRY: F.REGISTER_ENTRY,
    K.APPLICATION: F.APPLICATION,
    K.ACCEPTANCE_FORM: F.ACCEPTANCE_FORM,
    K.RIGHTS_NOTICE: F.RIGHTS_NOTICE,
    K.INVESTIGATION_RECORD: F.INVESTIGATION_RECORD,
    K.EVIDENCE_LIST: F.EVIDENCE,
    K.MEDIATION_RECORD: F.MEDIATION_RECORD,
    K.AGREEMENT: F.AGREEMENT,
    K.VN_SETTLEMENT: F.AGREEMENT,
    K.ORAL_AGREEMENT: F.ORAL_AGREEMENT_FORM,
    K.INTERPRETER_STATEMENT: F.INTERPRETER_STATEMENT,
    K.NOT_SETTLED_NOTICE: F.NOT_SETTLED_NOTICE,
    K.LETTER: F.REFERRAL_LETTER,
    K.PERFORMANCE_RECEIPT: F.PERFORMANCE_PROOF,
    K.FOLLOW_UP_RECORD: F.FOLLOW_UP_RECORD,
    K.COURT_APPLICATION: F.COURT_STEP_PAPERS,
    K.CLOSING_REPORT: F.CLOSING_REPORT,
    K.FILE_NOTE: F.FILE_NOTE,
    K.BACK_COVER: F.BACK_COVER,
}
"""Which line of the file's checklist a paper serves."""

AGREEMENTS = frozenset({K.AGREEMENT, K.VN_SETTLEMENT})
"""The papers the parties sign as what they agreed."""

TITLES: Mapping[PaperKind, Bilingual] = {
    K.COVER: Bilingual("人民调解卷宗", "Hồ sơ vụ việc hòa giải"),
    K.CONTENTS: Bilingual("卷内目录", "Mục lục hồ sơ"),
    K.REGISTER_ENTRY: Bilingual("基层调解活动登记簿", "Sổ theo dõi hoạt động hòa giải ở cơ sở"),
    K.APPLICATION: Bilingual("人民调解申请书", "Đơn yêu cầu hòa giải"),
    K.ACCEPTANCE_FORM: Bilingual("人民调解受理登记表", "Phiếu đăng ký tiếp nhận hòa giải"),
    K.RIGHTS_NOTICE: Bilingual(
        "人民调解当事人权利义务告知书", "Giấy thông báo quyền và nghĩa vụ của các bên"
    ),
    K.INVESTIGATION_RECORD: Bilingual("人民调解调查记录", "Biên bản xác minh"),
    K.EVIDENCE_LIST: Bilingual("人民调解证据材料清单", "Danh mục tài liệu, chứng cứ"),
    K.MEDIATION_RECORD: Bilingual("人民调解记录", "Biên bản hòa giải"),
    K.AGREEMENT: Bilingual("人民调解协议书", "Văn bản hòa giải thành"),
    K.VN_SETTLEMENT: Bilingual("人民调解协议书", "Văn bản hòa giải thành"),
    K.ORAL_AGREEMENT: Bilingual("人民调解口头协议登记表", "Phiếu ghi nhận thỏa thuận miệng"),
    K.INTERPRETER_STATEMENT: Bilingual("翻译声明", "Cam đoan của người phiên dịch"),
    K.NOT_SETTLED_NOTICE: Bilingual("调解不成告知书", "Thông báo hòa giải không thành"),
    K.LETTER: Bilingual("公函", "Công văn"),
    K.PERFORMANCE_RECEIPT: Bilingual("收条", "Giấy biên nhận"),
    K.FOLLOW_UP_RECORD: Bilingual("人民调解回访记录", "Phiếu theo dõi việc thực hiện thỏa thuận"),
    K.COURT_APPLICATION: Bilingual("向法院提出的申请书", "Đơn gửi Tòa án"),
    K.CLOSING_REPORT: Bilingual("结案报告表", "Báo cáo kết thúc vụ việc"),
    K.FILE_NOTE: Bilingual("卷宗情况说明", "Bản thuyết minh hồ sơ"),
    K.BACK_COVER: Bilingual("封底", "Bìa sau"),
}


def papers_of(case: Case) -> tuple[PaperRef, ...]:
    """What can be printed now, in the order of the file of the case's own side."""
    order = [rule.item for rule in ITEM_RULES[case.country]]
    kinds = sorted(
        (kind for kind in ITEM_OF if ITEM_OF[kind] in order),
        key=lambda kind: order.index(ITEM_OF[kind]),
    )
    return tuple(PaperRef(kind, subject) for kind in kinds for subject in _subjects(kind, case))


def agreement_ref(agreement: Agreement) -> PaperRef:
    """The paper an agreement of this side is signed on."""
    is_cn = agreement.case.country is Country.CN
    return PaperRef(K.AGREEMENT if is_cn else K.VN_SETTLEMENT, agreement.id)


def item_of(ref: PaperRef) -> FileItem:
    return ITEM_OF[ref.kind]


def printed_title(kind: PaperKind, country: Country) -> Bilingual:
    """The title as a body of that side prints it."""
    title = TITLES[kind]
    if country is Country.CN:
        return title
    return Bilingual((title.zh or "").replace("人民调解", "调解"), title.vi)


def _subjects(kind: PaperKind, case: Case) -> Iterable[int | None]:
    """Of which rows a paper can be printed; most papers are of the case itself."""
    return _OF_ROWS[kind](case) if kind in _OF_ROWS else (None,)


def _written(kind: PaperKind) -> Subjects:
    def subjects(case: Case) -> Iterable[int | None]:
        for each in case.agreements:
            if each.form is AgreementForm.WRITTEN and agreement_ref(each).kind is kind:
                yield each.id

    return subjects


def _oral(case: Case) -> Iterable[int | None]:
    return [each.id for each in case.agreements if each.form is AgreementForm.ORAL]


def _sessions(case: Case) -> Iterable[int | None]:
    return [each.id for each in case.sessions]


def _interpreters(case: Case) -> Iterable[int | None]:
    return [each.id for each in case.mediators if each.duty is Duty.INTERPRETER]


def _failures(case: Case) -> Iterable[int | None]:
    return [None] if any(move.to_state is CaseState.NOT_AGREED for move in case.moves) else []


def _receipts(case: Case) -> Iterable[int | None]:
    return [each.id for each in receipts_of(case)]


def _visits(case: Case) -> Iterable[int | None]:
    return [each.id for each in follow_ups_of(case)]


def _letters(case: Case) -> Iterable[int | None]:
    """Those that were written here; what came in is a scan."""
    return [each.id for each in letters_of(case.id) if each.composed and not each.withdrawn_at]


def _for_court(case: Case) -> Iterable[int | None]:
    """A court asks for the signed agreement itself, in writing."""
    signed = [each for each in case.agreements if each.is_frozen]
    written = [each.id for each in signed if each.form is AgreementForm.WRITTEN]
    return written if written and offered(case) else []


_OF_ROWS: Mapping[PaperKind, Subjects] = {
    K.AGREEMENT: _written(K.AGREEMENT),
    K.VN_SETTLEMENT: _written(K.VN_SETTLEMENT),
    K.ORAL_AGREEMENT: _oral,
    K.MEDIATION_RECORD: _sessions,
    K.INTERPRETER_STATEMENT: _interpreters,
    K.NOT_SETTLED_NOTICE: _failures,
    K.LETTER: _letters,
    K.PERFORMANCE_RECEIPT: _receipts,
    K.FOLLOW_UP_RECORD: _visits,
    K.COURT_APPLICATION: _for_court,
}
