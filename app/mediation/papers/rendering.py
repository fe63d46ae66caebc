"""How does a paper of a case become data, and the data a PDF?

`paper_data` looks up and words everything; the same case gives the same data. `render_paper`
only sets it: the same data, day and stamp give the same bytes.
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from app.documents.typst import render_pdf
from app.kernel.country import Country
from app.kernel.errors import NotFound
from app.kernel.text import clean
from app.mediation.kinds import PaperKind
from app.mediation.models import Case
from app.mediation.papers.agreement import agreement_data
from app.mediation.papers.catalogue import PaperRef
from app.mediation.papers.compose import Words, agreement_paper
from app.mediation.papers.stamp import Stamp, stamped
from app.reference import queries as reference
from app.reference.models import CodeList

__all__ = ["Stamp", "paper_data", "render_paper"]

PAPERS = Path(__file__).parent
TEMPLATES: Mapping[PaperKind, str] = {
    PaperKind.AGREEMENT: "agreement.typ",
    PaperKind.VN_SETTLEMENT: "agreement.typ",
}


def paper_data(
    case: Case,
    ref: PaperRef,
    *,
    side: Country,
    words: Words,
    printed_on: date,
    reveal: bool = False,
) -> dict[str, Any]:
    """What the paper says, as plain JSON values; raises NotFound for a subject of another case.

    `side` is whose copy it is: its language stands first. `words` names a code in both languages.
    Particulars are masked unless `reveal`.
    """
    agreement = next((each for each in case.agreements if each.id == ref.subject), None)
    if agreement is None:
        raise NotFound(paper=ref.kind, subject=ref.subject)
    paper = agreement_paper(
        agreement,
        side=side,
        words=words,
        nationalities=reference.code_names(CodeList.NATIONALITY),
        printed_on=printed_on,
        reveal=reveal,
    )
    cleaned: dict[str, Any] = _cleaned(agreement_data(paper))
    return cleaned


def render_paper(
    kind: PaperKind,
    data: Mapping[str, Any],
    *,
    printed_on: date,
    stamp: Stamp | None = None,
    pdf_a: bool = True,
) -> bytes:
    """The PDF (PDF/A-2b unless `pdf_a` is false); raises `PaperNotRendered`.

    `printed_on` becomes the file's date. Without a stamp every page says that it is a preview.
    """
    template = PAPERS / TEMPLATES[kind]
    given = stamped(data, stamp)
    return render_pdf(template, given, document_date=printed_on, pdf_a=pdf_a, root=PAPERS)


def _cleaned(value: Any) -> Any:
    """Composed characters, and nothing that could turn the words around it or hide."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, Mapping):
        return {key: _cleaned(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_cleaned(each) for each in value]
    return value
