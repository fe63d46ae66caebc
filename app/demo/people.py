"""Who are the invented people of the demonstration? Officers of either side, mediators, reviewers.

Their offices are real; they are not: every display name carries the mark of the demonstration.
"""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from app.accounts.demo import DEMO_PASSWORD
from app.accounts.models import User
from app.accounts.queries import find_user
from app.accounts.services.grants import grant_role
from app.accounts.services.people import create_user
from app.db import db
from app.kernel.country import Country
from app.kernel.permissions import Role, system_actor
from app.reference.queries import organisation_by_code


@dataclass(frozen=True)
class DemoPerson:
    username: str
    name: str
    country: Country
    language: str
    role: Role
    office: str


def _cn(username: str, name: str, role: Role, office: str, language: str = "zh") -> DemoPerson:
    return DemoPerson(username, name, Country.CN, language, role, office)


def _vn(username: str, name: str, role: Role, office: str) -> DemoPerson:
    return DemoPerson(username, name, Country.VN, "vi", role, office)


PEOPLE = (
    _cn("youyi", "陆海燕（演示）", Role.CLERK_CN, "CN-451481101-SFS"),
    _cn("pingmeng", "农志强（演示）", Role.CLERK_CN, "CN-451026101-SFS"),
    _cn("baisheng", "黄美芳（演示）", Role.CLERK_CN, "CN-451026207-SFS"),
    _cn("dongxing", "苏文静（演示）", Role.CLERK_CN, "CN-450681100-SFS", "vi"),
    _vn("hoangvanthu", "Lương Thị Hạnh (minh họa)", Role.CLERK_VN, "VN-06172-UBND"),
    _vn("sonvi", "Vàng Mí Sò (minh họa)", Role.CLERK_VN, "VN-00778-UBND"),
    _cn("mediator", "韦国强（演示）", Role.MEDIATOR, "CN-451481101-SFS"),
    _cn("interpreter", "黎秀兰（演示）", Role.INTERPRETER, "CN-451481101-SFS", "vi"),
    _vn("hoagiaivien", "Hoàng Thị Mai (minh họa)", Role.MEDIATOR, "VN-06172-UBND"),
    _cn("pingxiang", "李建华（演示）", Role.REVIEWER_COUNTY, "CN-451481-SFJ"),
    _cn("napo", "梁玉珍（演示）", Role.REVIEWER_COUNTY, "CN-451026-SFJ"),
    _cn("guangxi", "陈立（演示）", Role.REVIEWER_REGION, "CN-45-SFT"),
    _vn("langson", "Nguyễn Thị Thu (minh họa)", Role.REVIEWER_REGION, "VN-20-STP"),
    _cn("auditor", "周明（演示）", Role.AUDITOR, "CN-45-SFT"),
    _cn("admin", "何伟（演示）", Role.SYSTEM_ADMIN, "CN-45-SFT"),
    _cn("security", "覃芳（演示）", Role.SECURITY_ADMIN, "CN-45-SFT"),
    _cn("security2", "吴敏（演示）", Role.SECURITY_ADMIN, "CN-45-SFT"),
    _vn("quantri", "Phạm Văn Long (minh họa)", Role.SYSTEM_ADMIN, "VN-20-STP"),
    _vn("anninh", "Đỗ Thị Yến (minh họa)", Role.SECURITY_ADMIN, "VN-20-STP"),
)


def load_people(now: datetime) -> int:
    """Create whoever of the demonstration is not there yet; how many were created."""
    known = set(db.session.scalars(select(User.username).where(User.is_demo)))
    wanted = [person for person in PEOPLE if person.username not in known]
    for person in wanted:
        _create(person, now)
    return len(wanted)


def _create(person: DemoPerson, now: datetime) -> None:
    system = system_actor(person.country, "demo")
    user = find_user(person.username) or create_user(
        system,
        username=person.username,
        display_name=person.name,
        country=person.country,
        language=person.language,
        password=DEMO_PASSWORD,
        now=now,
        is_demo=True,
    )
    grant_role(
        system,
        user_id=user.id,
        role=person.role,
        organisation_id=organisation_by_code(person.office).id,
        valid_from=date(now.year, 1, 1),
        valid_to=None,
        now=now,
        bootstrap=True,
    )
