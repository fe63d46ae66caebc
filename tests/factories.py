"""Which offices and people do tests meet? Real offices of the reference data, invented people."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache

from sqlalchemy import select

from app.accounts.actors import actor_of
from app.accounts.models import User
from app.accounts.passwords import hash_password
from app.accounts.services.grants import grant_role
from app.bilateral.services import load_memoranda
from app.db import db, transaction
from app.kernel.country import Country
from app.kernel.permissions import Actor, Role, system_actor
from app.mediation.models import Mediator
from app.mediation.services.clause_library import load_clauses
from app.reference.models import Organisation
from app.reference.services import load_reference

PASSWORD = "a quiet border 2026"
NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
SINCE = date(2026, 1, 1)

# username → (country, language, role, organisation)
PEOPLE = {
    "clerk.youyi": ("CN", "zh", Role.CLERK_CN, "CN-451481101-SFS"),
    "clerk2.youyi": ("CN", "vi", Role.CLERK_CN, "CN-451481101-SFS"),
    "clerk.pingmeng": ("CN", "zh", Role.CLERK_CN, "CN-451026101-SFS"),
    "clerk.hvt": ("VN", "vi", Role.CLERK_VN, "VN-06172-UBND"),
    "clerk.sonvi": ("VN", "vi", Role.CLERK_VN, "VN-00778-UBND"),
    "mediator.youyi": ("CN", "zh", Role.MEDIATOR, "CN-451481101-SFS"),
    "interpreter.youyi": ("CN", "vi", Role.INTERPRETER, "CN-451481101-SFS"),
    "mediator.hvt": ("VN", "vi", Role.MEDIATOR, "VN-06172-UBND"),
    "reviewer.pingxiang": ("CN", "zh", Role.REVIEWER_COUNTY, "CN-451481-SFJ"),
    "reviewer.napo": ("CN", "zh", Role.REVIEWER_COUNTY, "CN-451026-SFJ"),
    "reviewer.guangxi": ("CN", "zh", Role.REVIEWER_REGION, "CN-45-SFT"),
    "auditor.guangxi": ("CN", "zh", Role.AUDITOR, "CN-45-SFT"),
    "admin.cn": ("CN", "zh", Role.SYSTEM_ADMIN, "CN-45-SFT"),
    "security.cn": ("CN", "zh", Role.SECURITY_ADMIN, "CN-45-SFT"),
    "security2.cn": ("CN", "zh", Role.SECURITY_ADMIN, "CN-45-SFT"),
    "reviewer.langson": ("VN", "vi", Role.REVIEWER_REGION, "VN-20-STP"),
}


@dataclass(frozen=True)
class World:
    """Ids by code and by user name."""

    offices: dict[str, int]
    users: dict[str, int]

    @property
    def youyi(self) -> int:
        """友谊司法所: a Chinese border office under the first memorandum."""
        return self.offices["CN-451481101-SFS"]

    @property
    def youyi_committee(self) -> int:
        return self.offices["CN-451481101-RTW"]

    @property
    def pingmeng(self) -> int:
        """平孟司法所: faces Cao Bằng, under no memorandum."""
        return self.offices["CN-451026101-SFS"]

    @property
    def hoang_van_thu(self) -> int:
        """UBND xã Hoàng Văn Thụ."""
        return self.offices["VN-06172-UBND"]


def fill() -> None:
    """Fill an empty database: reference data, memoranda, the people above, their register."""
    system = system_actor(Country.CN, "tests")
    load_reference(system)
    load_memoranda(system)
    load_clauses(system)
    hashed = _hash()
    with transaction() as session:
        for name, (country, language, _role, _code) in PEOPLE.items():
            session.add(
                User(
                    username=name,
                    display_name=name,
                    country=Country(country),
                    language=language,
                    password_hash=hashed,
                    created_at=NOW,
                )
            )
    offices = _offices()
    for name, (country, _language, role, code) in PEOPLE.items():
        grant_role(
            system_actor(Country(country)),
            user_id=_user(name).id,
            role=role,
            organisation_id=offices[code],
            valid_from=SINCE,
            valid_to=None,
            now=NOW,
            bootstrap=True,
        )
    _register_people(offices)


def _register_people(offices: dict[str, int]) -> None:
    youyi, hvt = offices["CN-451481101-SFS"], offices["VN-06172-UBND"]
    mine, mediator, interpreter = (
        _user(name).id for name in ("mediator.hvt", "mediator.youyi", "interpreter.youyi")
    )
    with transaction() as session:
        session.add_all([
            Mediator(owner_id=youyi, organisation_id=youyi, country=Country.CN, name="韦国强",
                     name_han="韦国强", languages="zh za", user_id=mediator),
            Mediator(owner_id=youyi, organisation_id=youyi, country=Country.CN, name="黎秀兰",
                     name_han="黎秀兰", languages="zh vi", can_mediate=False, can_interpret=True,
                     user_id=interpreter),
            Mediator(owner_id=youyi, country=Country.VN, name="Nông Văn Bình",
                     name_latin="Nông Văn Bình", languages="vi"),
            Mediator(owner_id=hvt, organisation_id=hvt, country=Country.VN, name="Hoàng Thị Mai",
                     name_latin="Hoàng Thị Mai", languages="vi", user_id=mine),
        ])  # fmt: skip


def world() -> World:
    users = {user.username: user.id for user in db.session.scalars(select(User))}
    return World(_offices(), users)


def actor(username: str) -> Actor:
    """The actor of a prepared person; inside an app context."""
    return actor_of(_user(username), NOW.date())


def _user(username: str) -> User:
    return db.session.scalars(select(User).where(User.username == username)).one()


def _offices() -> dict[str, int]:
    rows = db.session.execute(select(Organisation.code, Organisation.id))
    return {code: identifier for code, identifier in rows}


@cache
def _hash() -> str:
    return hash_password(PASSWORD)
