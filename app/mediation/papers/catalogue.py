"""Which papers of this case can be printed now, what are they called, where do they belong?

The titles are those of the forms themselves, in the words of each side; a body of Vietnam is no
people's mediation committee, so its papers leave 人民 out.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from app.kernel.bilingual import Bilingual
from app.kernel.country import Country
from app.mediation.kinds import AgreementForm, PaperKind
from app.mediation.models import Agreement, Case
from app.mediation.rules.file_checklist import ITEM_RULES, FileItem

K, F = PaperKind, FileItem


@dataclass(frozen=True, slots=True)
class PaperRef:
    """One paper of a case; `subject` is the row it speaks of (agreement, session, receipt …)."""

    kind: PaperKind
    subject: int | None = None


ITEM_OF: Mapping[PaperKind, FileItem] = {
    K.AGREEMENT: F.AGREEMENT,
    K.VN_SETTLEMENT: F.AGREEMENT,
}
"""Which line of the file's checklist a paper serves."""

AGREEMENTS = frozenset({K.AGREEMENT, K.VN_SETTLEMENT})
"""The papers the parties sign as what they agreed."""

TITLES: Mapping[PaperKind, Bilingual] = {
    K.AGREEMENT: Bilingual("人民调解协议书", "Văn bản hòa giải thành"),
    K.VN_SETTLEMENT: Bilingual("调解协议书", "Văn bản hòa giải thành"),
}


def papers_of(case: Case) -> tuple[PaperRef, ...]:
    """What can be printed now, in the order of the file of the case's own side."""
    order = [rule.item for rule in ITEM_RULES[case.country]]
    found = [ref for kind in ITEM_OF for ref in _refs(kind, case) if ITEM_OF[kind] in order]
    return tuple(sorted(found, key=lambda ref: order.index(ITEM_OF[ref.kind])))


def agreement_ref(agreement: Agreement) -> PaperRef:
    """The paper an agreement of this side is signed on."""
    is_cn = agreement.case.country is Country.CN
    return PaperRef(K.AGREEMENT if is_cn else K.VN_SETTLEMENT, agreement.id)


def item_of(ref: PaperRef) -> FileItem:
    return ITEM_OF[ref.kind]


def title_of(ref: PaperRef) -> Bilingual:
    return TITLES[ref.kind]


def _refs(kind: PaperKind, case: Case) -> Iterable[PaperRef]:
    return (PaperRef(kind, subject) for subject in _SUBJECTS[kind](case))


def _agreements(kind: PaperKind) -> Callable[[Case], Iterable[int]]:
    def written(case: Case) -> Iterable[int]:
        for each in case.agreements:
            if each.form is AgreementForm.WRITTEN and agreement_ref(each).kind is kind:
                yield each.id

    return written


_SUBJECTS: Mapping[PaperKind, Callable[[Case], Iterable[int | None]]] = {
    kind: _agreements(kind) for kind in AGREEMENTS
}
