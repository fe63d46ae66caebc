"""Who may sign in, as what, and since when? People, dated grants, sign-ins, failed tries."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.db import Model, enum_column, instant_column
from app.kernel.country import Country
from app.kernel.permissions import Role
from app.reference.models import Organisation


class User(Model):
    """A person with an account. One country each: the wall is drawn here."""

    __tablename__ = "user_account"

    username: Mapped[str] = mapped_column(String(64), unique=True)
    display_name: Mapped[str] = mapped_column(String(120))
    country: Mapped[Country] = enum_column(Country)
    language: Mapped[str] = mapped_column(String(2))
    password_hash: Mapped[str] = mapped_column(String(200))
    must_change_password: Mapped[bool] = mapped_column(default=False)
    is_demo: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime] = instant_column()
    disabled_at: Mapped[datetime | None] = instant_column()
    disabled_reason: Mapped[str] = mapped_column(String(200), default="")

    grants: Mapped[list["RoleGrant"]] = relationship(
        back_populates="user", order_by="RoleGrant.id", foreign_keys="RoleGrant.user_id"
    )


class RoleGrant(Model):
    """A role at an organisation from a day to a day; in force once approved where two must."""

    __tablename__ = "role_grant"
    __table_args__ = (Index("ix_role_grant_user", "user_id"),)

    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    role: Mapped[Role] = enum_column(Role)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    valid_from: Mapped[date] = mapped_column()
    valid_to: Mapped[date | None] = mapped_column()
    requested_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    requested_at: Mapped[datetime] = instant_column()
    approved_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    approved_at: Mapped[datetime | None] = instant_column()
    ended_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))

    user: Mapped[User] = relationship(back_populates="grants", foreign_keys=[user_id])
    organisation: Mapped[Organisation] = relationship()

    @property
    def is_waiting(self) -> bool:
        """Asked for, and neither approved nor withdrawn."""
        return self.approved_at is None and self.ended_by_id is None

    def meets(self, first: date, last: date | None) -> bool:
        """Held or asked for on some day of that time, both ends included."""
        if self.ended_by_id is not None and self.approved_at is None:
            return False
        begins_in_time = last is None or self.valid_from <= last
        return begins_in_time and (self.valid_to is None or first <= self.valid_to)

    def in_force(self, day: date) -> bool:
        """Approved, begun and not ended on that day (both ends included)."""
        begun = self.approved_at is not None and self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)


class SignIn(Model):
    """A signed-in browser: the cookie holds the token, this row its hash and its end."""

    __tablename__ = "sign_in"

    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"), index=True)
    created_at: Mapped[datetime] = instant_column()
    last_seen_at: Mapped[datetime] = instant_column()
    ended_at: Mapped[datetime | None] = instant_column()
    address: Mapped[str] = mapped_column(String(64), default="")
    browser: Mapped[str] = mapped_column(String(200), default="")

    user: Mapped[User] = relationship()


class SignInThrottle(Model):
    """Failed tries within a window, by account name and by address; one counter row each."""

    __tablename__ = "sign_in_throttle"

    subject: Mapped[str] = mapped_column(String(120), unique=True)
    window_started_at: Mapped[datetime] = instant_column()
    failures: Mapped[int] = mapped_column(default=0)
