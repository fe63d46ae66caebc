"""What is a paper of this case called where it stands among others? Two of one form are told apart.

A letter is called by its kind and whom it goes to, a repeated paper by its number, day or person.
"""

from collections.abc import Callable, Mapping

from app.kernel.bilingual import Bilingual
from app.kernel.clock import local
from app.mediation.kinds import LetterKind, PaperKind
from app.mediation.models import Case
from app.mediation.papers.agreements.forms import agreement_of
from app.mediation.papers.catalogue import PaperRef, printed_title
from app.mediation.papers.closing.forms import receipt_of, visit_of
from app.mediation.papers.composing import joined, with_names
from app.mediation.papers.letters.forms import letter_of
from app.mediation.papers.sessions.forms import person_of, session_of
from app.mediation.papers.values import PaperText, called, pair, same
from app.mediation.papers.wording import amount_both, date_both

K = PaperKind

LETTERS: Mapping[LetterKind, Bilingual] = {
    LetterKind.INVITATION: Bilingual("邀请函", "Thư mời"),
    LetterKind.INFORMATION: Bilingual("情况通报函", "Công văn thông báo"),
    LetterKind.TRANSFER: Bilingual("移送函", "Công văn chuyển vụ việc"),
}


def title_of(ref: PaperRef, case: Case) -> Bilingual:
    """The title of its form, and in brackets what tells it from others of that form."""
    if ref.kind is K.LETTER:
        return _letter(case, ref.subject)
    title = printed_title(ref.kind, case.country)
    apart = _APART[ref.kind](case, ref.subject) if ref.kind in _APART else PaperText()
    return _with(title, apart)


def _with(title: Bilingual, apart: PaperText) -> Bilingual:
    zh, vi = title.in_("zh"), title.in_("vi")
    return Bilingual(
        f"{zh}（{apart.zh}）" if apart.zh else zh, f"{vi} ({apart.vi})" if apart.vi else vi
    )


def _letter(case: Case, subject: int | None) -> Bilingual:
    letter = letter_of(case, subject)
    kind, to, number = pair(LETTERS[letter.kind]), pair(letter.to), same(letter.number)
    said = joined(kind, to, number, zh=" · ", vi=" · ")
    return Bilingual(said.zh, said.vi)


def _session(case: Case, subject: int | None) -> PaperText:
    session = session_of(case, subject)
    day = date_both(local(session.starts_at, case.country.zone).date())
    number = session.number
    return PaperText(f"第{number}次，{day['zh']}", f"lần {number}, {day['vi']}")


def _interpreter(case: Case, subject: int | None) -> PaperText:
    return with_names(person_of(case, subject))


def _receipt(case: Case, subject: int | None) -> PaperText:
    receipt = receipt_of(case, subject)
    said = (date_both(receipt.received_on), amount_both(receipt.amount))
    parts = [PaperText(each["zh"], each["vi"]) for each in said]
    return joined(parts[0], called(receipt.obligation.creditor), parts[1], zh="，", vi=", ")


def _visit(case: Case, subject: int | None) -> PaperText:
    day = date_both(visit_of(case, subject).visited_on)
    return PaperText(day["zh"], day["vi"])


def _supplement(case: Case, subject: int | None) -> PaperText:
    """Nothing for the main agreement, the number of a supplementary one."""
    number = agreement_of(case, subject).supplement_no
    return PaperText() if number is None else PaperText(f"补充{number}", f"bổ sung {number}")


_APART: Mapping[PaperKind, Callable[[Case, int | None], PaperText]] = {
    K.MEDIATION_RECORD: _session,
    K.INTERPRETER_STATEMENT: _interpreter,
    K.PERFORMANCE_RECEIPT: _receipt,
    K.FOLLOW_UP_RECORD: _visit,
    K.AGREEMENT: _supplement,
    K.VN_SETTLEMENT: _supplement,
    K.ORAL_AGREEMENT: _supplement,
    K.COURT_APPLICATION: _supplement,
}
