"""Which accounts does the demonstration have? Invented people; shown on the sign-in page in demo
mode only, where they all have the same password."""

from app.accounts.models import User
from app.accounts.queries import people

DEMO_PASSWORD = "hoa-demo-2026"


def demo_people() -> list[User]:
    return [user for user in people() if user.is_demo and user.disabled_at is None]
