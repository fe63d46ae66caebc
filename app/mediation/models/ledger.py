"""What is remembered of an imported ledger? The batch, each row's fate, the office's headings."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, deferred, mapped_column

from app.db import Model, enum_column, instant_column


class ImportState(StrEnum):
    UPLOADED = "uploaded"
    CHECKING = "checking"
    CHECKED = "checked"
    IMPORTING = "importing"
    DONE = "done"
    FAILED = "failed"


class RowFate(StrEnum):
    WOULD_IMPORT = "would_import"
    WOULD_WARN = "would_warn"
    IMPORTED = "imported"
    WARNED = "warned"
    REFUSED = "refused"
    ALREADY = "already"


class ImportBatch(Model):
    """One uploaded workbook and how far it has got."""

    __tablename__ = "import_batch"

    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    filename: Mapped[str] = mapped_column(String(200))
    sha256: Mapped[str] = mapped_column(String(64))
    content: Mapped[bytes | None] = deferred(mapped_column(LargeBinary, nullable=True))
    mapping: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)  # our key → their heading
    state: Mapped[ImportState] = enum_column(ImportState)
    total: Mapped[int] = mapped_column(default=0)
    done: Mapped[int] = mapped_column(default=0)
    failure: Mapped[str] = mapped_column(String(40), default="")
    created_at: Mapped[datetime] = instant_column()
    finished_at: Mapped[datetime | None] = instant_column()


class ImportRow(Model):
    """The fate of one row: what it became, or every reason why not, cell by cell."""

    __tablename__ = "import_row"
    __table_args__ = (UniqueConstraint("batch_id", "number"),)

    batch_id: Mapped[int] = mapped_column(ForeignKey("import_batch.id"))
    number: Mapped[int] = mapped_column()  # as the spreadsheet counts
    ledger_no: Mapped[str] = mapped_column(String(80), default="")
    fate: Mapped[RowFate] = enum_column(RowFate)
    findings: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    case_id: Mapped[int | None] = mapped_column(ForeignKey("mediation_case.id"))


class LedgerMapping(Model):
    """An office's own headings, mapped once and remembered."""

    __tablename__ = "ledger_mapping"

    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), unique=True)
    mapping: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    updated_at: Mapped[datetime] = instant_column()
