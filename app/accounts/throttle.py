"""How often may one guess? A counter row per account name and per address, in the database."""

from datetime import datetime, timedelta

from sqlalchemy import select

from app.accounts.models import SignInThrottle
from app.db import db

WINDOW = timedelta(minutes=15)
LIMITS = {"name": 5, "address": 30}


def subjects(username: str, address: str) -> dict[str, str]:
    return {"name": f"name:{username[:100]}", "address": f"address:{address[:64]}"}


def take_try(username: str, address: str, now: datetime) -> bool:
    """Use up one try, inside the caller's transaction; False when none is left.

    A try counts as failed before the password is looked at, so that guesses made all at once
    cannot slip past the counter. The same for accounts that do not exist.
    """
    rows = {kind: _row(subject, now) for kind, subject in subjects(username, address).items()}
    if any(row.failures >= LIMITS[kind] for kind, row in rows.items()):
        return False
    for row in rows.values():
        row.failures += 1
    return True


def take_one(subject: str, limit: int, now: datetime) -> bool:
    """Use up one try of a counter of another kind, inside the caller's transaction."""
    row = _row(subject[:120], now)
    if row.failures >= limit:
        return False
    row.failures += 1
    return True


def forget(username: str, address: str, now: datetime) -> None:
    """A successful sign-in clears the account's own counter, and gives the address its try back."""
    for kind, subject in subjects(username, address).items():
        row = _row(subject, now)
        row.failures = 0 if kind == "name" else max(0, row.failures - 1)


def _row(subject: str, now: datetime) -> SignInThrottle:
    """The counter, locked; a new one, or one whose window is over, starts at nought."""
    query = select(SignInThrottle).where(SignInThrottle.subject == subject).with_for_update()
    row = db.session.scalar(query)
    if row is None:
        row = SignInThrottle(subject=subject, window_started_at=now, failures=0)
        db.session.add(row)
        db.session.flush()
    elif now - row.window_started_at >= WINDOW:
        row.window_started_at, row.failures = now, 0
    return row
