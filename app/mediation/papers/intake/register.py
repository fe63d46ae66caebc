"""What does an entry in Vietnam's register of grassroots mediation say, in its ten columns?"""

from app.mediation.kinds import MEDIATING_DUTIES
from app.mediation.models import Party
from app.mediation.papers.composing import Composing, Data, joined, listed, with_names
from app.mediation.papers.values import BLANK, PaperText, pair, same, told
from app.mediation.papers.wording import date_both
from app.mediation.states import CaseState
from app.reference.models import Division, Level


def register_entry(c: Composing, _subject: int | None) -> Data:
    """Sổ theo dõi hoạt động hòa giải ở cơ sở, phần của hòa giải viên: the line of this case."""
    case = c.case
    been = {move.to_state for move in case.moves}
    entry = c.head(
        places=_places(c),
        row={
            "no": "" if case.case_seq is None else str(case.case_seq),
            "received_on": date_both(case.received_on),
            "mediators": _mediators(c),
            "parties": [_person(c, each) for each in case.parties],
            "content": told(case.facts),
            "result": _result(c),
            "settled": CaseState.AGREED in been,
            "not_settled": CaseState.NOT_AGREED in been,
            "notes": same(case.former_no),
        },
    )
    return {name: value for name, value in entry.items() if name != "committee"}


def _person(c: Composing, party: Party) -> Data:
    """Name, age and address, as the fourth column wants them."""
    address = same(party.address) if c.reveal else BLANK
    return {
        "role": c.words(party.role),
        "name": party.name,
        "name_han": party.name_han,
        "name_latin": party.name_latin,
        "facts": joined(c.years(party), address, zh="，", vi=", "),
    }


def _places(c: Composing) -> Data:
    """Where the body sits, from the commune up; districts end with June 2025."""
    found: dict[Level, PaperText] = {}
    division: Division | None = c.case.office.division
    while division is not None:
        found[division.level] = pair(division.name)
        division = division.parent
    return {
        "province": found.get(Level.PROVINCE, BLANK),
        "district": found.get(Level.DISTRICT),
        "commune": found.get(Level.COMMUNE, found.get(Level.WARD, BLANK)),
        "team": pair(c.case.committee.name) if c.case.committee else BLANK,
    }


def _mediators(c: Composing) -> PaperText:
    people = c.people(*MEDIATING_DUTIES)
    return listed(
        joined(with_names(each), _as(c.words(each.duty)), zh="", vi=" ") for each in people
    )


def _as(duty: PaperText) -> PaperText:
    return PaperText(f"（{duty.zh}）", f"({duty.vi})")


def _result(c: Composing) -> PaperText:
    """What was agreed, without the clauses about the paper; else what each side asked for."""
    agreement = c.case.agreement
    if agreement is None:
        return told(c.case.requests)
    terms = agreement.substance
    zh = "\n".join(f"{n}. {each.text_zh}" for n, each in enumerate(terms, 1) if each.text_zh)
    vi = "\n".join(f"{n}. {each.text_vi}" for n, each in enumerate(terms, 1) if each.text_vi)
    return PaperText(zh, vi)
