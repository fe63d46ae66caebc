"""Where do a hundred thousand invented cases come from? Syllables, a fixed seed, bulk inserts."""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import insert, select

from app.db import db, transaction
from app.kernel.country import Country
from app.mediation.kinds import PartyKind, PartyRole
from app.mediation.models import Case, CaseWord, Party
from app.mediation.rules.search_words import case_words
from app.mediation.states import CaseState
from app.reference.models import Organisation, OrganisationKind

OFFICES = {
    Country.CN: OrganisationKind.JUSTICE_OFFICE,
    Country.VN: OrganisationKind.COMMUNE_PC,
}
STATES = (CaseState.RECEIVED, CaseState.MEDIATING, CaseState.PERFORMING, CaseState.CLOSED)
WEIGHTS = (4, 4, 6, 86)
BUSY = 0.15  # of a country's cases lie at its first office
FIRST_DAY, DAYS = date(2012, 1, 1), 5400
BATCH = 2000

CN_SURNAMES = "王李张刘陈黄梁农韦覃陆阮莫凌许何吴罗周谢"
CN_GIVEN = "文雄志强秀兰国华美英建军丽萍海龙春梅玉珍永福金凤振东桂花明德小红"
VN_SURNAMES = ("Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Nông",
               "Đỗ", "Đặng", "Lý", "Vi", "Lương", "Bế", "Triệu")  # fmt: skip
VN_MIDDLE = ("Văn", "Thị", "Thị", "Văn", "Đức", "Minh", "Thanh", "Quốc")
VN_GIVEN = ("Hùng", "Lan", "Bình", "Hương", "Dũng", "Mai", "Sơn", "Thảo", "Cường", "Hoa", "Long",
            "Yến", "Quang", "Tuyết", "Phúc", "Ngọc", "Đạt", "Huệ", "Thắng", "Liên")  # fmt: skip

Row = dict[str, Any]


def fill(count: int, seed: int = 2026) -> None:
    """Put `count` cases with two parties each, and their search words, into the database."""
    chance = random.Random(seed)
    offices = {country: offices_of(country) for country in Country}
    for start in range(1, count + 1, BATCH):
        ids = range(start, min(start + BATCH, count + 1))
        cases, parties, words = [], [], []
        for case_id in ids:
            case = _case(chance, case_id, offices)
            both = list(_parties(chance, case_id))
            cases.append(case)
            parties += both
            names = (row["name"] for row in both)
            found = case_words(names, (case["case_no"], case["registered_no"]))
            words += [{"word": word, "case_id": case_id} for word in found]
        with transaction() as session:
            session.execute(insert(Case), cases)
            session.execute(insert(Party), parties)
            session.execute(insert(CaseWord), words)


def offices_of(country: Country) -> list[int]:
    query = select(Organisation.id).where(
        Organisation.country == country, Organisation.kind == OFFICES[country],
        Organisation.valid_to.is_(None),
    )  # fmt: skip
    return list(db.session.scalars(query.order_by(Organisation.code)))


def _case(chance: random.Random, case_id: int, offices: dict[Country, list[int]]) -> Row:
    country = Country.CN if chance.random() < 0.7 else Country.VN
    places = offices[country]
    office = places[0] if chance.random() < BUSY else chance.choice(places)
    received_on = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
    year = received_on.year
    case_no = (
        f"（{year}）凭友人调字第{case_id}号"
        if country is Country.CN
        else (f"{case_id}/{year}/HGCS")
    )
    return {
        "id": case_id, "country": country, "office_id": office, "committee_id": None,
        "state": chance.choices(STATES, WEIGHTS)[0], "received_on": received_on,
        "accepted_on": received_on, "registered_no": f"{year}-{case_id}",
        "case_no": case_no, "cn_type": "neighbour", "created_at": _noon(received_on),
        "touched_at": _noon(received_on), "version": 1, "is_demo": True,
    }  # fmt: skip


def _noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 4, tzinfo=UTC)


def _parties(chance: random.Random, case_id: int) -> Iterator[Row]:
    names = [_chinese(chance), _vietnamese(chance) if chance.random() < 0.8 else _chinese(chance)]
    chance.shuffle(names)
    for role, name in zip((PartyRole.APPLICANT, PartyRole.RESPONDENT), names, strict=True):
        yield {"case_id": case_id, "role": role, "kind": PartyKind.NATURAL, "name": name}


def _chinese(chance: random.Random) -> str:
    given = chance.choices(CN_GIVEN, k=chance.choice((1, 2, 2)))
    return "".join((chance.choice(CN_SURNAMES), *given))


def _vietnamese(chance: random.Random) -> str:
    return " ".join(chance.choice(part) for part in (VN_SURNAMES, VN_MIDDLE, VN_GIVEN))
