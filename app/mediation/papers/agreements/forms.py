"""What do the papers of an agreement say? The agreement itself, the oral form, the court's."""

from app.kernel.errors import NotFound
from app.mediation.kinds import MEDIATING_DUTIES, CourtStepKind, PartyRole
from app.mediation.models import Agreement, Case
from app.mediation.papers.agreement import agreement_data
from app.mediation.papers.compose import agreement_paper
from app.mediation.papers.composing import Composing, Data, joined, listed, plain, with_names
from app.mediation.papers.values import BLANK, PaperText, pair, same
from app.mediation.papers.wording import date_both, instant_both
from app.mediation.queries.court_steps import KIND_OF, steps_of
from app.reference.models import CodeList

COURT_TITLES = {
    CourtStepKind.CONFIRMATION_CN: PaperText("司法确认申请书", "Đơn yêu cầu xác nhận tư pháp"),
    CourtStepKind.RECOGNITION_VN: PaperText(
        "承认庭外调解成功结果申请书", "Đơn yêu cầu công nhận kết quả hòa giải thành ngoài Tòa án"
    ),
}


def agreement(c: Composing, subject: int | None) -> Data:
    """人民调解协议书 as agreement.py has it."""
    paper = agreement_paper(
        agreement_of(c.case, subject),
        side=c.side,
        words=c.words,
        code=c.code,
        printed_on=c.printed_on,
        reveal=c.reveal,
    )
    return agreement_data(paper)


def settlement(c: Composing, subject: int | None) -> Data:
    """Văn bản hòa giải thành: what Law 35/2013/QH13 wants written, in that order."""
    return agreement(c, subject) | {
        "parties": c.parties(),
        "basis": _basis(c),
        "course": _course(c),
    }


def oral_agreement(c: Composing, subject: int | None) -> Data:
    """人民调解口头协议登记表: filled in as the written agreement is."""
    told = agreement(c, subject) | {"parties": c.lines(), "dispute": c.about()}
    return _without(told, "title", "copies", "effective_on")


def court_application(c: Composing, subject: int | None) -> Data:
    """To a Chinese court from both parties; to a Vietnamese one from both or from either."""
    of = agreement_of(c.case, subject)
    steps = steps_of(of)
    kind = steps[-1].kind if steps else KIND_OF[c.case.country]
    told = agreement(c, subject) | {
        "title": COURT_TITLES[kind],
        "draft": False,
        "kind": kind.value,
        "court": same(steps[-1].court if steps else ""),
        "filed_on": date_both(steps[-1].filed_on if steps else None),
        "parties": c.parties(),
        "mediated_by": listed(with_names(each) for each in c.people(*MEDIATING_DUTIES)),
        "interpreters": c.interpreters(),
        "signers": plain(c.party_signers(PartyRole.APPLICANT, PartyRole.RESPONDENT)),
    }
    unsaid = ("copies", "signed_on", "place", "party_signers", "mediators",
              "recorder", "rate")  # fmt: skip
    return _without(told, *unsaid)


def agreement_of(case: Case, subject: int | None) -> Agreement:
    """Raises NotFound for an agreement of another case."""
    for each in case.agreements:
        if each.id == subject:
            return each
    raise NotFound(agreement=subject)


def _without(told: Data, *names: str) -> Data:
    """A paper is told only what it prints."""
    return {name: value for name, value in told.items() if name not in names}


def _basis(c: Composing) -> PaperText:
    """Why this body mediated: who asked, and under which paper between the two sides."""
    case = c.case
    memorandum = pair(case.memorandum.title) if case.memorandum else BLANK
    source = c.code(CodeList.CASE_SOURCE, case.source)
    return joined(source, memorandum, same(case.instrument), zh="；", vi="; ")


def _course(c: Composing) -> list[Data]:
    """When and where the parties sat together, and how each sitting ended."""
    return [
        {
            "at": instant_both(each.starts_at, c.case.country),
            "place": same(each.place),
            "result": c.words(each.result),
        }
        for each in c.case.sessions
    ]
