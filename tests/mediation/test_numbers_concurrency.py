"""Are case numbers gapless when eight clerks accept cases at the same moment?"""

import subprocess
import sys
from pathlib import Path

import pytest
from flask import Flask

from app.db import db, transaction
from app.kernel.errors import RuleBroken
from app.mediation.models import Case, NumberSeries
from app.mediation.services.numbers import CASE, next_number
from app.mediation.states import CaseAction
from tests.factories import World
from tests.mediation.eight_clerks import PROCESSES
from tests.mediation.stages import RECEIVED, TODAY, received, step

EACH = 3
ROOT = Path(__file__).parents[2]


def all_at_once(app: Flask, how: str, case_ids: list[int]) -> None:
    """Eight processes share the cases; a process that fails fails the test."""
    url = app.config["SQLALCHEMY_DATABASE_URI"]
    command = [sys.executable, "-m", "tests.mediation.eight_clerks", url, how]
    done = subprocess.run(
        [*command, *map(str, case_ids)],
        cwd=ROOT,
        text=True,
        capture_output=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def cases_of(app: Flask, count: int) -> list[int]:
    with app.app_context():
        return [received().id for _ in range(count)]


@pytest.mark.slow
def test_eight_processes_accept_cases_without_a_gap_or_a_double(app: Flask, world: World) -> None:
    ids = cases_of(app, PROCESSES * EACH)
    all_at_once(app, "served", ids)
    with app.app_context():
        cases = db.session.query(Case).filter(Case.id.in_(ids)).all()
        assert sorted(case.case_seq for case in cases) == list(range(1, len(ids) + 1))
        assert len({case.case_no for case in cases}) == len(ids)
        series = db.session.query(NumberSeries).filter_by(
            organisation_id=world.youyi_committee, year=TODAY.year, kind=CASE
        )
        assert series.one().last == len(ids)


@pytest.mark.slow
def test_counting_and_adding_one_gives_a_number_twice_under_the_same_load(app: Flask) -> None:
    """The control: without the lock, the same eight processes collide."""
    ids = cases_of(app, PROCESSES * EACH)
    all_at_once(app, "naive", ids)
    with app.app_context():
        given = [case.former_no for case in db.session.query(Case).filter(Case.id.in_(ids))]
    assert "" not in given
    assert len(set(given)) < len(ids)


def test_a_number_of_a_transaction_that_failed_is_given_again(ctx: Flask, world: World) -> None:
    with pytest.raises(ZeroDivisionError), transaction():
        next_number(world.youyi_committee, 2026, CASE) / 0
    with transaction():
        assert next_number(world.youyi_committee, 2026, CASE) == 1


def test_a_refused_acceptance_uses_up_no_number(ctx: Flask, world: World) -> None:
    first, second = received(), received()
    with pytest.raises(RuleBroken):
        step(first.id, CaseAction.ACCEPT, committee_id=world.pingmeng)
    step(second.id, CaseAction.ACCEPT)
    assert second.case_seq == 1


def test_each_committee_year_and_kind_counts_by_itself(ctx: Flask, world: World) -> None:
    with transaction():
        assert next_number(world.youyi_committee, 2026, CASE) == 1
        assert next_number(world.youyi_committee, 2026, CASE) == 2
        assert next_number(world.youyi_committee, 2027, CASE) == 1
        assert next_number(world.pingmeng, 2026, CASE) == 1


def test_a_case_accepted_last_year_is_numbered_in_that_year(ctx: Flask) -> None:
    case = received()
    with transaction():
        case.received_on = RECEIVED.replace(year=2025)
        for move in case.moves:
            move.on = case.received_on
    step(case.id, CaseAction.ACCEPT, on=case.received_on)
    assert (case.case_year, case.case_no) == (2025, "（2025）凭友人调字第1号")
