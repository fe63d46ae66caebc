"""Which papers of a case were issued, and which of them count?"""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app.db import db
from app.mediation.kinds import PaperKind
from app.mediation.models import Agreement, Case, IssuedPaper
from app.mediation.rules.file_checklist import FileItem


def issued_of(case: Case) -> list[IssuedPaper]:
    """Every paper issued for a case, the latest first, withdrawn ones included."""
    query = select(IssuedPaper).where(IssuedPaper.case_id == case.id)
    query = query.options(joinedload(IssuedPaper.issued_by))
    return list(db.session.scalars(query.order_by(IssuedPaper.id.desc())))


def issued_items(case: Case) -> Mapping[FileItem, int]:
    """Which lines of the checklist an issued paper fills, with how many pages: of each paper the
    latest that stands counts, and both sides' copies count once."""
    latest: dict[tuple[PaperKind, int | None], IssuedPaper] = {}
    for row in issued_of(case):
        if row.stands:
            latest.setdefault((row.kind, row.subject), row)
    pages: dict[FileItem, int] = {}
    for row in latest.values():
        item = FileItem(row.item)
        pages[item] = pages.get(item, 0) + row.pages
    return pages


def last_sheet_digest(agreement: Agreement) -> str | None:
    """The text of the sheet that was last printed to be signed; None where none stands.

    To be compared with `queries.agreement_text.text_digest`.
    """
    query = (
        select(IssuedPaper.text_digest)
        .where(
            IssuedPaper.case_id == agreement.case_id,
            IssuedPaper.subject == agreement.id,
            IssuedPaper.text_digest != "",
            IssuedPaper.withdrawn_at.is_(None),
        )
        .order_by(IssuedPaper.id.desc())
    )
    return db.session.scalar(query.limit(1))


def by_serial(serial: str) -> IssuedPaper | None:
    """For anybody who holds the paper; what is told of it is another question."""
    return db.session.scalar(select(IssuedPaper).where(IssuedPaper.serial == serial))


def by_any_serial(serials: list[str]) -> IssuedPaper | None:
    query = select(IssuedPaper).where(IssuedPaper.serial.in_(serials)).order_by(IssuedPaper.id)
    return db.session.scalar(query.limit(1))


def by_file(file_digest: str) -> IssuedPaper | None:
    query = select(IssuedPaper).where(IssuedPaper.file_digest == file_digest)
    return db.session.scalar(query.order_by(IssuedPaper.id).limit(1))
