"""Who stands in the registers of mediators of the demonstration's offices? Invented people."""

from datetime import datetime

from sqlalchemy import select

from app.accounts.actors import actor_of
from app.accounts.queries import find_user
from app.db import db
from app.kernel.clock import local
from app.kernel.country import Country
from app.kernel.errors import NotFound
from app.mediation.kinds import PersonTitle
from app.mediation.models import Mediator
from app.mediation.services.mediators import PersonEntry, add_mediator

CN, VN = Country.CN, Country.VN

# clerk of the office → (name, country, title, languages, interprets?, own account)
REGISTER = {
    "youyi": (
        ("韦国强", CN, PersonTitle.FULL_TIME, "zh za", False, "mediator"),
        ("黎秀兰", CN, PersonTitle.INTERPRETER, "zh vi", True, "interpreter"),
        ("Nông Văn Bình", VN, PersonTitle.GUEST, "vi", False, ""),
        ("Hoàng Thị Mai", VN, PersonTitle.GUEST, "vi", False, ""),
    ),
    "dongxing": (
        ("阮丽华", CN, PersonTitle.PEOPLES_MEDIATOR, "zh vi", False, ""),
        ("武春梅", CN, PersonTitle.INTERPRETER, "zh vi", True, ""),
    ),
    "pingmeng": (
        ("农文昌", CN, PersonTitle.PEOPLES_MEDIATOR, "zh za", False, ""),
        ("梁翠云", CN, PersonTitle.INTERPRETER, "zh vi", True, ""),
    ),
    "baisheng": (
        ("岑建国", CN, PersonTitle.PART_TIME, "zh za", False, ""),
        ("李阿妹", CN, PersonTitle.INTERPRETER, "zh vi", True, ""),
    ),
    "hoangvanthu": (
        ("Hoàng Thị Mai", VN, PersonTitle.TEAM_LEADER, "vi", False, "hoagiaivien"),
        ("Lộc Thị Ngân", VN, PersonTitle.INTERPRETER, "vi zh", True, ""),
    ),
    "sonvi": (
        ("Mua Mí Chá", VN, PersonTitle.GRASSROOTS_MEDIATOR, "vi hmong", False, ""),
        ("Thò Thị Súa", VN, PersonTitle.INTERPRETER, "vi zh", True, ""),
    ),
}


def load_register(now: datetime) -> None:
    """Enter the people of every office whose register is still without demonstration people."""
    filled = set(db.session.scalars(select(Mediator.owner_id).where(Mediator.is_demo)))
    for clerk, people in REGISTER.items():
        user = find_user(clerk)
        if user is None:
            raise NotFound(user=clerk)
        today = local(now, user.country.zone).date()
        actor = actor_of(user, today)
        owner = actor.organisation_id
        if owner is None or owner in filled:
            continue
        for name, country, title, languages, interprets, account in people:
            own = find_user(account) if account else None
            is_han = country is CN
            entry = PersonEntry(
                name=name,
                country=country,
                name_han=name if is_han else "",
                name_latin="" if is_han else name,
                title=title,
                languages=tuple(languages.split()),
                can_mediate=not interprets,
                can_interpret=interprets,
                organisation_id=owner if country == user.country else None,
                user_id=own.id if own else None,
                is_demo=True,
            )
            add_mediator(actor, owner_id=owner, entry=entry, today=today, now=now)
