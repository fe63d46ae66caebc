"""Which papers went out, with which words on them, and do they still count?"""

from datetime import date, datetime

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, deferred, mapped_column, relationship

from app.accounts.models import User
from app.db import Model, enum_column, instant_column
from app.kernel.country import Country
from app.mediation.kinds import PaperKind
from app.mediation.models.case import Case


class IssuedPaper(Model):
    """A printed paper with its serial. It is never changed, only withdrawn with a reason.

    `data_digest` names what it says, `file_digest` the PDF itself, which is kept sealed.
    """

    __tablename__ = "issued_paper"

    case_id: Mapped[int] = mapped_column(ForeignKey("mediation_case.id"), index=True)
    kind: Mapped[PaperKind] = enum_column(PaperKind)
    subject: Mapped[int | None] = mapped_column()  # the agreement, session … it speaks of
    item: Mapped[str] = mapped_column(String(40))  # the line of the file's checklist it serves
    side: Mapped[Country] = enum_column(Country)  # whose copy it is
    is_full: Mapped[bool] = mapped_column(default=False)  # whole numbers and addresses
    serial: Mapped[str] = mapped_column(String(10), unique=True)
    data_digest: Mapped[str] = mapped_column(String(64))
    text_digest: Mapped[str] = mapped_column(String(64), default="")  # of an agreement's words
    file_digest: Mapped[str] = mapped_column(String(64), index=True)
    pages: Mapped[int] = mapped_column()
    content: Mapped[bytes] = deferred(mapped_column(LargeBinary))
    issued_on: Mapped[date] = mapped_column()  # on the calendar of the case's side
    issued_at: Mapped[datetime] = instant_column()
    issued_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    withdrawn_at: Mapped[datetime | None] = instant_column()
    withdrawn_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    withdrawn_reason: Mapped[str] = mapped_column(String(300), default="")

    case: Mapped[Case] = relationship()
    issued_by: Mapped[User | None] = relationship(foreign_keys=[issued_by_id])

    @property
    def stands(self) -> bool:
        return self.withdrawn_at is None
