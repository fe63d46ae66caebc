"""What happens when eight processes work on the same register at the same moment?

python -m tests.mediation.eight_clerks DATABASE_URL how case_id…

`how` is `served` (the office's own service) or `naive` (counts and adds one, as a ledger kept
without a lock would): the latter shows that the processes really meet. Each process has its
own connection, and none begins before all are ready.
"""

import multiprocessing
import sys
import time
from multiprocessing.synchronize import Barrier

from flask import Flask
from sqlalchemy import func, select

from app import create_app
from app.db import db, transaction
from app.kernel.text import search_words
from app.mediation.models import Case
from app.mediation.queries.next_steps import next_steps
from app.mediation.queries.scope import get_case
from app.mediation.services import moves
from app.mediation.states import CaseAction
from tests.conftest import settings
from tests.factories import NOW, actor
from tests.mediation.stages import TODAY

PROCESSES = 8


def look(case_id: int) -> None:
    """A clerk has the page of the case open before the step is taken."""
    next_steps(get_case(actor("clerk.youyi"), case_id), TODAY)


def serve(case_id: int) -> None:
    moves.move(actor("clerk.youyi"), case_id=case_id, action=CaseAction.ACCEPT, on=TODAY, now=NOW)


def count_and_add_one(case_id: int) -> None:
    """What the service must not do: look, then write."""
    with db.engine.connect() as looking:
        known = looking.scalar(select(func.count()).where(Case.case_year == TODAY.year)) or 0
    time.sleep(0.02)
    with transaction() as session:
        case = session.get_one(Case, case_id)
        case.former_no, case.case_year = str(known + 1), TODAY.year


WORK = {"served": serve, "naive": count_and_add_one}


def clerk(app: Flask, how: str, case_ids: list[int], together: Barrier) -> None:
    with app.app_context():
        look(case_ids[0])
        together.wait(timeout=120)
        for case_id in case_ids:
            WORK[how](case_id)


def main(url: str, how: str, *ids: str) -> int:
    """How many of the processes failed. What is loaded once is loaded before any connection."""
    app = create_app(settings(url))
    search_words("阮文雄")
    fork = multiprocessing.get_context("fork")
    together = fork.Barrier(PROCESSES)
    shares = [[int(each) for each in ids[first::PROCESSES]] for first in range(PROCESSES)]
    clerks = [fork.Process(target=clerk, args=(app, how, share, together)) for share in shares]
    for process in clerks:
        process.start()
    for process in clerks:
        process.join()
    return sum(process.exitcode != 0 for process in clerks)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
