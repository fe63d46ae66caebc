"""How often may one guess? A counter row per account name and per address, in the database."""

from datetime import datetime, timedelta

from sqlalchemy import select

from app.accounts.models import SignInThrottle
from app.db import db

WINDOW = timedelta(minutes=15)
LIMITS = {"name": 5, "address": 30}


def subjects(username: str, address: str) -> dict[str, str]:
    return {"name": f"name:{username[:100]}", "address": f"address:{address[:64]}"}


def is_blocked(username: str, address: str, now: datetime) -> bool:
    """Whether a limit is reached within its window; the same for unknown accounts."""
    for kind, subject in subjects(username, address).items():
        row = _row(subject)
        if row and now - row.window_started_at < WINDOW and row.failures >= LIMITS[kind]:
            return True
    return False


def count_failure(username: str, address: str, now: datetime) -> None:
    """Add a failed try, inside the caller's transaction."""
    for subject in subjects(username, address).values():
        row = _row(subject, lock=True)
        if row is None:
            db.session.add(SignInThrottle(subject=subject, window_started_at=now, failures=1))
        elif now - row.window_started_at >= WINDOW:
            row.window_started_at, row.failures = now, 1
        else:
            row.failures += 1


def forget(username: str, now: datetime) -> None:
    """A successful sign-in clears the account's own counter, not the address's."""
    row = _row(subjects(username, "")["name"], lock=True)
    if row is not None:
        row.failures, row.window_started_at = 0, now


def _row(subject: str, *, lock: bool = False) -> SignInThrottle | None:
    query = select(SignInThrottle).where(SignInThrottle.subject == subject)
    return db.session.scalar(query.with_for_update() if lock else query)
