"""Whose names are asked for under an agreement, and which are there?"""

from datetime import date, datetime, time

from app.kernel.clock import local
from app.mediation.kinds import PartyRole, SignatureKind
from app.mediation.models import Agreement, CaseMediator, Obligation, Party
from app.mediation.queries.case_facts import active_people
from app.mediation.rules.parties import PartyFacts, is_minor
from app.mediation.rules.signing import PartyToSign, PersonToSign, SheetLine, Signer, lines
from app.mediation.states import CaseAction

BEGINS = frozenset({CaseAction.START_MEDIATION, CaseAction.REOPEN})


def sheet_of(agreement: Agreement, now: datetime) -> tuple[SheetLine, ...]:
    """Who signs this agreement, as its case stands now."""
    case = agreement.case
    today = local(now, case.country.zone).date()
    bound = _bound(agreement)
    parties = (_party(party, party.id in bound, today) for party in case.parties)
    people = (PersonToSign(each.id, each.mediator.name, each.duty) for each in active_people(case))
    return lines(agreement.form, parties, people)


def people_under(agreement: Agreement) -> list[CaseMediator]:
    """Who stands on the paper beside the parties: of a draft who serves now, of what was signed
    who served on that day or put their name to it, whatever became of their duty since."""
    on = agreement.signed_on
    if on is None:
        return active_people(agreement.case)
    signed = {each.case_mediator_id for each in agreement.standing_signatures}
    return [
        each
        for each in agreement.case.mediators
        if each.id in signed
        or (each.assigned_on <= on and (each.ended_on is None or each.ended_on >= on))
    ]


def past_due(agreement: Agreement, today: date) -> tuple[date, ...]:
    """The days before today on which something was due by a text nobody has concluded yet."""
    days = {each.due_on for each in agreement.obligations if each.due_on is not None}
    return tuple(sorted(day for day in days if day < today))


def signers(sheet: tuple[SheetLine, ...]) -> dict[str, Signer]:
    """Everybody who may sign, by key."""
    return {each.key: each for line in sheet for each in line.signers}


def standing(agreement: Agreement) -> dict[str, SignatureKind]:
    """The latest word of each signer that was not withdrawn."""
    return {each.key: each.kind for each in agreement.signatures if each.stands}


def earliest(agreement: Agreement) -> datetime:
    """Before this nobody can have signed: the first hour of the day on which this mediation
    began, or on which the agreement that is supplemented was signed.

    A paper written and signed by hand may be entered afterwards, so that it is not the instant
    at which the draft was begun.
    """
    case = agreement.case
    main = agreement.supplements
    if main is not None and main.signed_on is not None:
        day = main.signed_on
    else:
        day = [move.on for move in case.moves if move.action in BEGINS][-1]
    return datetime.combine(day, time.min, tzinfo=case.country.zone)


def _bound(agreement: Agreement) -> frozenset[int]:
    """A related person signs where the agreement gives them something to do or to get."""
    sides = {party.id for party in agreement.case.parties if party.role is not PartyRole.RELATED}
    owed: list[Obligation] = [*agreement.obligations, *agreement.replaces]
    touched = {party for each in owed for party in (each.debtor_id, each.creditor_id)}
    return frozenset(sides | touched)


def _party(party: Party, is_bound: bool, today: date) -> PartyToSign:
    return PartyToSign(
        id=party.id,
        name=party.name,
        kind=party.kind,
        is_minor=is_minor(PartyFacts(party.role, kind=party.kind, born_on=party.birth_on), today),
        is_bound=is_bound,
        acting=party.representative_kind,
        representative=party.representative_name,
    )
