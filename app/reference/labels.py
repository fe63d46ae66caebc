"""What are reference words called, and how is an ended organisation spoken of?"""

from datetime import date
from typing import Any

from babel.dates import format_date
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from app.kernel.clock import today
from app.kernel.country import Country
from app.kernel.periods import Unit
from app.reference.models import (
    CodeList,
    CodeStatus,
    Confidence,
    DayKind,
    Division,
    ExtendableBy,
    Level,
    Organisation,
    OrganisationKind,
    Trigger,
)
from app.reference.services import EditRefused, SuccessorRefused
from app.web.filters import bi, day
from app.web.labels import register_labels
from app.web.locale import LOCALES, current_language

LABELS = {
    Country.CN: _l("China"),
    Country.VN: _l("Vietnam"),
    Confidence.HIGH: _l("Reliable"),
    Confidence.MEDIUM: _l("Probable"),
    Confidence.LOW: _l("Uncertain"),
    Level.REGION: _l("Autonomous region"),
    Level.PREFECTURE: _l("Prefecture-level city"),
    Level.COUNTY: _l("County, city or district of Guangxi"),
    Level.TOWNSHIP: _l("Town or township"),
    Level.PROVINCE: _l("Province"),
    Level.DISTRICT: _l("District of Vietnam (until 30 June 2025)"),
    Level.COMMUNE: _l("Commune"),
    Level.WARD: _l("Ward"),
    OrganisationKind.REGION_DEPT: _l("Justice department of the region"),
    OrganisationKind.PREFECTURE_BUREAU: _l("City justice bureau"),
    OrganisationKind.COUNTY_BUREAU: _l("County justice bureau"),
    OrganisationKind.JUSTICE_OFFICE: _l("Township judicial office"),
    OrganisationKind.MEDIATION_COMMITTEE: _l("People's mediation committee"),
    OrganisationKind.STUDIO: _l("Mediation studio"),
    OrganisationKind.PRISON_BUREAU: _l("Prison administration"),
    OrganisationKind.PRISON: _l("Prison"),
    OrganisationKind.PROVINCE_DEPT: _l("Provincial department of justice"),
    OrganisationKind.DISTRICT_OFFICE: _l("District justice office (until 30 June 2025)"),
    OrganisationKind.COMMUNE_PC: _l("Commune people's committee"),
    OrganisationKind.WARD_PC: _l("Ward people's committee"),
    OrganisationKind.MEDIATION_TEAM: _l("Grassroots mediation team"),
    DayKind.HOLIDAY: _l("Day off"),
    DayKind.MAKEUP_WORK: _l("Working day instead"),
    DayKind.POSSIBLE_WORK: _l("May become a working day"),
    DayKind.ORDINARY: _l("Like any other such weekday"),
    CodeList.DISPUTE_TYPE: _l("Dispute types of the Chinese return"),
    CodeList.DISPUTE_SUBTYPE: _l("Cross-border sub-types"),
    CodeList.VN_SCOPE: _l("Vietnamese scope headings"),
    CodeList.CASE_SOURCE: _l("Sources of a case"),
    CodeList.OUTCOME: _l("Outcomes"),
    CodeList.CHANNEL: _l("How people come to us"),
    CodeList.ETHNIC_GROUP: _l("Ethnic groups"),
    CodeList.SPOKEN_LANGUAGE: _l("Spoken languages"),
    CodeList.NATIONALITY: _l("Nationalities"),
    CodeStatus.ATTESTED: _l("Found in a source"),
    CodeStatus.UNVERIFIED: _l("Not verified"),
    Trigger.ACCEPTED: _l("the case is accepted"),
    Trigger.ASSIGNED: _l("a mediator is assigned"),
    Trigger.EXTENDED: _l("both parties agree to extend"),
    Trigger.AGREEMENT_EFFECTIVE: _l("the agreement takes effect"),
    ExtendableBy.NOBODY: _l("Cannot be extended"),
    ExtendableBy.BOTH_PARTIES: _l("Both parties together may extend it"),
    Unit.DAYS: _l("days"),
    Unit.WORKING_DAYS: _l("working days"),
    Unit.MONTHS: _l("months"),
    EditRefused.ENDS_BEFORE_START: _l("The last day lies before the first."),
    EditRefused.PATTERN_FIELDS_WRONG: _l(
        "A number pattern holds {year} and {number} once each, {short} at most once, "
        "and nothing else."
    ),
    EditRefused.WORK_ON_WORKDAY: _l("Only a Saturday or Sunday can be worked instead."),
    EditRefused.DAY_TAKEN: _l("This day is already in the calendar. Change its entry instead."),
    EditRefused.CODE_TAKEN: _l("This code is already in the list."),
    SuccessorRefused.PARTY_NOT_ENDED: _l("This organisation has not ended."),
    SuccessorRefused.OTHER_COUNTRY: _l("A successor must be of the same country."),
    SuccessorRefused.SUCCESSOR_NOT_VALID: _l("The successor is itself not in existence today."),
    SuccessorRefused.NO_INSTRUMENT: _l("Name the document that says so."),
    SuccessorRefused.CONFIRMED_IN_FUTURE: _l("The date of confirmation lies in the future."),
}


def register() -> None:
    register_labels(LABELS)


def has_ended(row: Organisation | Division) -> bool:
    """Whether it has ended by today's date of its own country."""
    return row.is_ended(today(row.country.zone))


def ending(row: Organisation | Division) -> str:
    """What is said beside an ended one's name: until when it was, and who follows it."""
    until = _("ended, existed until %(day)s", day=day(row.valid_to))
    return _("%(until)s; %(followed)s", until=until, followed=_followed(row))


def _followed(row: Organisation | Division) -> str:
    links: list[Any] = list(row.successor_links)
    confirmed = [link for link in links if getattr(link, "is_confirmed", True)]
    if confirmed:
        return _("succeeded by %(names)s", names=_names(confirmed))
    if links:
        return _("successor not confirmed; perhaps %(names)s", names=_names(links))
    return _("successor unknown")


def _names(links: list[Any]) -> str:
    shown = bi(links[0].successor.name)
    if len(links) > 1:
        shown = _("%(one)s, %(two)s", one=shown, two=bi(links[1].successor.name))
    more = len(links) - 2
    if more <= 0:
        return shown
    return ngettext("%(names)s and %(num)s more", "%(names)s and %(num)s more", more, names=shown)


def sentence(text: str) -> str:
    """The words of `ending` where they stand alone."""
    return text[:1].upper() + text[1:] + _(".")


def weekday(value: date) -> str:
    """星期五 · Thứ Sáu."""
    return format_date(value, "EEEE", locale=LOCALES[current_language()])


def period(length: int, unit: Unit) -> str:
    """3 天 · 3 ngày."""
    match unit:
        case Unit.DAYS:
            return ngettext("%(num)s day", "%(num)s days", length)
        case Unit.WORKING_DAYS:
            return ngettext("%(num)s working day", "%(num)s working days", length)
        case Unit.MONTHS:
            return ngettext("%(num)s month", "%(num)s months", length)
