"""Which disputes does the demonstration show? Every story once, whatever runs twice."""

from datetime import date, datetime

from sqlalchemy import select

from app.accounts.actors import actor_of
from app.accounts.queries import find_user
from app.bilateral.queries import memorandum_by_code
from app.bilateral.services import confirm_party_successor
from app.db import db
from app.demo.course import play
from app.demo.crossing import cross
from app.demo.library import propose_wording
from app.demo.register import load_register
from app.demo.stage import Stage
from app.demo.stories import invented, ongoing, reported
from app.demo.story import NAPO, PINGXIANG
from app.kernel.errors import NotFound
from app.kernel.permissions import Actor
from app.mediation.models import Case
from app.reference.queries import organisation_by_code

STORIES = (*reported.STORIES, *ongoing.STORIES, *invented.STORIES)
SUCCESSORS = {PINGXIANG: "VN-06172-UBND", NAPO: "VN-00778-UBND"}
INSTRUMENT = "虚构的确认文书，仅作演示 · Văn bản xác nhận hư cấu, chỉ để minh họa"


def load_cases(now: datetime) -> int:
    """Enter whichever story is not there yet; how many were entered."""
    _confirm_successors(now.date())
    load_register(now)
    propose_wording(now)
    known = set(db.session.scalars(select(Case.former_no).where(Case.is_demo)))
    wanted = [story for story in STORIES if story.key not in known]
    for story in wanted:
        stage = Stage(story, now)
        play(stage)
        cross(stage)
    return len(wanted)


def _confirm_successors(today: date) -> None:
    """An invented, marked confirmation of a successor under each memorandum."""
    reviewer = _reviewer(today)
    for code, successor in SUCCESSORS.items():
        for party in memorandum_by_code(code).open_parties(today):
            confirm_party_successor(
                reviewer,
                party_id=party.id,
                successor_id=organisation_by_code(successor).id,
                instrument=INSTRUMENT,
                confirmed_on=today,
                today=today,
                is_demo=True,
            )


def _reviewer(today: date) -> Actor:
    user = find_user("guangxi")
    if user is None:
        raise NotFound(user="guangxi")
    return actor_of(user, today)
