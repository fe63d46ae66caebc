"""How long does a search take on 100,000 cases? `python -m bench.search [cases] [rounds]`.

Prints p50 and p95 in milliseconds, of the query alone and of the page as a signed-in person
gets it, per database and reader.
"""

import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from urllib.parse import quote

from flask import Flask

from app.accounts.actors import actor_of
from app.accounts.models import User
from app.accounts.passwords import hash_password
from app.accounts.queries import find_user
from app.accounts.services.grants import grant_role
from app.db import transaction
from app.kernel.country import Country
from app.kernel.permissions import Role, system_actor
from app.mediation.queries.search import search
from app.reference.queries import organisation_by_code
from app.reference.services import load_reference
from bench.databases import NAMES, fresh, settle
from bench.invented import fill, offices_of

QUERIES = (
    "nguyen van hung", "Nguyễn", "nguyen", "wang", "l", "n", "阮文雄", "ruanwenxiong", "rwx",
    "nguyen wang", "tran wang", "van li", "thi h", "2024", "2024-55555", "12", "覃志强",
    "dang duc dat", "chen huang", "zzz", "王 nguyen lan",
)  # fmt: skip
PASSWORD = "a quiet border 2026"
NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
READERS = (("clerk", Role.CLERK_CN), ("reviewer", Role.REVIEWER_REGION))
REGION = "CN-45-SFT"


def measure(app: Flask, rounds: int) -> None:
    for username, _role in READERS:
        with app.test_client() as client:
            _sign_in(client, username)
            report(f"{username}, page", rounds, lambda words, c=client: _page(c, words))
        with app.app_context():
            actor = actor_of(find_user(username), NOW.date())
            report(f"{username}, query", rounds, lambda words, a=actor: search(a, words))


def report(what: str, rounds: int, work: Callable[[str], object]) -> None:
    """Time every query `rounds` times, print the whole and the slowest three."""
    times: dict[str, list[float]] = {words: [] for words in QUERIES}
    for _ in range(rounds):
        for words in QUERIES:
            start = time.perf_counter()
            work(words)
            times[words].append((time.perf_counter() - start) * 1000)
    every = [each for group in times.values() for each in group]
    slowest = sorted(QUERIES, key=lambda words: -p95(times[words]))[:3]
    worst = ", ".join(f"{words!r} {p95(times[words]):.0f}" for words in slowest)
    print(f"  {what:<16} p50 {statistics.median(every):6.1f} ms  p95 {p95(every):6.1f} ms"
          f"  (slowest p95: {worst})", flush=True)  # fmt: skip


def p95(times: list[float]) -> float:
    return sorted(times)[min(len(times) - 1, round(0.95 * len(times)))]


def _sign_in(client, username: str) -> None:  # type: ignore[no-untyped-def]
    client.application.config["WTF_CSRF_ENABLED"] = False
    answer = client.post("/sign-in", data={"username": username, "password": PASSWORD})
    assert answer.status_code == 303, answer.status_code


def _page(client, words: str) -> None:  # type: ignore[no-untyped-def]
    answer = client.get(f"/cases?q={quote(words)}")
    assert answer.status_code == 200, answer.status_code


def prepare(app: Flask, cases: int) -> None:
    with app.app_context():
        load_reference(system_actor(Country.CN))
        fill(cases)
        _people()
    settle(app)


def _people() -> None:
    region = organisation_by_code(REGION).id
    busiest = offices_of(Country.CN)[0]
    for username, role in READERS:
        with transaction() as session:
            session.add(User(username=username, display_name=username, country=Country.CN,
                             language="zh", password_hash=hash_password(PASSWORD),
                             created_at=NOW))  # fmt: skip
        grant_role(system_actor(Country.CN), user_id=find_user(username).id, role=role,
                   organisation_id=busiest if role is Role.CLERK_CN else region,
                   valid_from=date(2026, 1, 1), valid_to=None, now=NOW, bootstrap=True)  # fmt: skip


def main(cases: int = 100_000, rounds: int = 5) -> None:
    for name in NAMES:
        with fresh(name) as app:
            start = time.perf_counter()
            prepare(app, cases)
            print(f"{name}: {cases:,} cases in {time.perf_counter() - start:.0f} s", flush=True)
            measure(app, rounds)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
