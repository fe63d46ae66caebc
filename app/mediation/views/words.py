"""How do the pages of mediation say a name, a state, a subject? Filters for templates."""

from collections.abc import Callable
from typing import Any

from flask_babel import gettext as _

from app.kernel.bilingual import Language
from app.kernel.identity import mask
from app.kernel.money import Money
from app.mediation.kinds import PartyRole
from app.mediation.labels import history
from app.mediation.labels.moves import TONES
from app.mediation.labels.statements import tone as translation_tone
from app.mediation.models import Case, Consent, Party, Receipt, StatementText
from app.mediation.queries.timeline import Event, EventKind
from app.mediation.states import CaseState
from app.mediation.views import blueprint
from app.mediation.views.moves import history_item
from app.web.filters import bi, day, local_time, money
from app.web.labels import label
from app.web.locale import current_language


@blueprint.app_template_filter()
def party_name(party: Party) -> str:
    """The name as this reader reads it, with the name as written behind it where that differs."""
    read = party.name_han if current_language() == "zh" else party.name_latin
    if not read or read == party.name:
        return party.name
    return _("%(read)s (%(written)s)", read=read, written=party.name)


@blueprint.app_template_filter()
def sides(case: Case) -> str:
    """Who against whom: `阮文雄 – 韦国强`, or that nobody is written down yet."""
    names = [
        _side([each for each in case.parties if each.role is role])
        for role in (PartyRole.APPLICANT, PartyRole.RESPONDENT)
    ]
    return " – ".join(filter(None, names)) or _("No names yet")


def _side(parties: list[Party]) -> str:
    """The first name, and how many more stand beside it."""
    if not parties:
        return ""
    first = party_name(parties[0])
    if len(parties) == 1:
        return first
    return _("%(name)s and %(count)s more", name=first, count=len(parties) - 1)


@blueprint.app_template_filter()
def written_in(code: str, names: dict[str, dict[str, Any]]) -> str:
    """The language of a text: the two written ones by that name, others as they are spoken."""
    return label(Language(code)) if code in tuple(Language) else bi(names["spoken_language"][code])


@blueprint.app_template_filter()
def state_tone(state: CaseState) -> str:
    return TONES.get(state, "grey")


@blueprint.app_template_filter()
def subject_said(statement: StatementText) -> str:
    """What a statement speaks of."""
    kind, _colon, number = statement.subject.partition(":")
    if kind == "session":
        return _("Record of sitting %(number)s", number=number)
    named = {
        "facts": _("What happened"),
        "requests": _("What is asked for"),
        "remarks": _("Remarks"),
        "letter": _("Text of the letter"),
    }
    return named.get(kind, _("Facts in the agreement"))


@blueprint.app_template_filter()
def case_type(case: Case, names: dict[str, dict[str, Any]]) -> str:
    """The type in the register of the case's own country, with the sub-type across the border."""
    kind = names["dispute_type_cn_return"] if case.country == "CN" else names["vn_scope"]
    codes = (
        kind.get(case.cn_type if case.country == "CN" else case.vn_scope),
        names["dispute_subtype_cross_border"].get(case.border_subtype),
    )
    return " · ".join(name.in_(current_language()) for name in codes if name)


@blueprint.app_template_filter()
def event_said(event: Event, case: Case) -> dict[str, Any]:
    """One line of the timeline: what, on which day or at what time of which place, who, details."""
    if event.kind is EventKind.MOVE:
        return history_item(event.row)
    who, details = DETAILS[event.kind](event.row)
    return {
        "title": label(event.kind),
        "when": local_time(event.at, case.country) if event.at else day(event.on),
        "datetime": event.at or event.on,
        "who": who,
        "text": " · ".join(str(each) for each in details if each),
    }


Details = tuple[str, tuple[Any, ...]]


def _of_consent(consent: Consent) -> Details:
    back = consent.withdrawn_on
    said = _("withdrawn on %(day)s", day=day(back)) if back else ""
    return party_name(consent.party), (label(consent.purpose), said)


def _of_receipt(receipt: Receipt) -> Details:
    owed = receipt.obligation
    amount = money(Money(receipt.amount_minor, owed.currency)) if receipt.amount_minor else ""
    what = owed.what_zh if current_language() == "zh" else owed.what_vi
    return party_name(owed.debtor), (amount, what, receipt.note)


DETAILS: dict[EventKind, Callable[[Any], Details]] = {
    EventKind.RIGHTS: lambda party: (party_name(party), ()),
    EventKind.CONSENT: _of_consent,
    EventKind.SESSION: lambda row: ("", (row.place, label(row.result))),
    EventKind.SIGNATURE: lambda row: (row.name, (label(row.kind), label(row.capacity), row.place)),
    EventKind.SIGNED: lambda row: ("", (bi(row.number), row.place)),
    EventKind.RECEIPT: _of_receipt,
    EventKind.COURT_STEP: lambda row: (row.court, (label(row.kind), row.number, label(row.result))),
    EventKind.LETTER: lambda row: (
        row.correspondent,
        (label(row.kind), label(row.direction), row.number),
    ),
    EventKind.FOLLOW_UP: lambda row: (row.visitor, (row.performance,)),
}

blueprint.add_app_template_filter(mask, "masked")
blueprint.add_app_template_filter(translation_tone, "translation_tone")
for _function in (history.act_said, history.changes_said, history.field_said, history.value_said):
    blueprint.add_app_template_filter(_function, _function.__name__)
