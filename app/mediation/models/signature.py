"""Who put their name under which text? Signatures, fingerprints, refusals, with their instants."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.db import Model, enum_column, instant_column
from app.mediation.kinds import SignatureKind, SigningCapacity
from app.mediation.models.agreement import Agreement
from app.mediation.models.party import Party
from app.mediation.models.people import CaseMediator


class AgreementSignature(Model):
    """What one person did with one text; `text_digest` says which. Withdrawn, never deleted.

    Of a party: who signed is `name`, in `capacity` for `party`. Of the people in the case:
    `case_mediator`.
    """

    __tablename__ = "agreement_signature"

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    party_id: Mapped[int | None] = mapped_column(ForeignKey("party.id"))
    case_mediator_id: Mapped[int | None] = mapped_column(ForeignKey("case_mediator.id"))
    name: Mapped[str] = mapped_column(String(160))
    capacity: Mapped[SigningCapacity] = enum_column(SigningCapacity)
    kind: Mapped[SignatureKind] = enum_column(SignatureKind)
    signed_at: Mapped[datetime] = instant_column()
    place: Mapped[str] = mapped_column(String(200), default="")
    read_aloud_by: Mapped[str] = mapped_column(String(160), default="")  # witness of a fingerprint
    text_digest: Mapped[str] = mapped_column(String(64))
    recorded_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    recorded_at: Mapped[datetime] = instant_column()
    withdrawn_at: Mapped[datetime | None] = instant_column()
    withdrawn_reason: Mapped[str] = mapped_column(String(300), default="")

    agreement: Mapped[Agreement] = relationship(back_populates="signatures")
    party: Mapped[Party | None] = relationship()
    case_mediator: Mapped[CaseMediator | None] = relationship()

    @property
    def stands(self) -> bool:
        return self.withdrawn_at is None

    @property
    def binds(self) -> bool:
        """A name or a fingerprint that stands; a refusal binds nobody."""
        return self.stands and self.kind is not SignatureKind.REFUSED

    @property
    def key(self) -> str:
        """Whose it is: see `rules.signing.Signer`."""
        return f"{self.capacity.value}:{self.party_id or self.case_mediator_id}"
