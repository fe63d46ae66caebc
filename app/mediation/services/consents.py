"""Was a party told their rights, and to what did they consent? In their language, on a day."""

from datetime import date, datetime

from app.audit.services import apply_changes
from app.db import db, transaction
from app.kernel.clock import local
from app.kernel.errors import Refusal, RuleBroken
from app.kernel.permissions import Actor, Permission
from app.mediation.kinds import ConsentPurpose
from app.mediation.models import Case, Consent, Party
from app.mediation.queries.scope import get_case
from app.mediation.rules.particulars import CONSENT_TEXT_VERSION
from app.mediation.rules.particulars import PartyRefusal as R
from app.mediation.services.disclosure_ends import consent_fell
from app.mediation.services.opening import child, note_row, open_case
from app.reference import queries as reference
from app.reference.models import CodeList


def tell_rights(
    actor: Actor, *, case_id: int, party_id: int, on: date, language: str, now: datetime
) -> Party:
    """The notice of rights and duties was given. Raises NotFound, NotPermitted, RuleBroken."""
    with transaction():
        case = open_case(actor, case_id, Permission.CASE_EDIT)
        party: Party = child(case.parties, party_id)
        _refuse(case, on, language, now)
        changes = apply_changes(party, {"rights_told_on": on, "rights_language": language})
        note_row(actor, case, "party:rights_told", party, now, changes)
        return party


def give_consent(
    actor: Actor,
    *,
    case_id: int,
    party_id: int,
    purpose: ConsentPurpose,
    language: str,
    on: date,
    now: datetime,
) -> Consent:
    """A party consents to one purpose. Raises NotFound, NotPermitted, RuleBroken."""
    with transaction():
        case = open_case(actor, case_id, Permission.CASE_EDIT)
        party: Party = child(case.parties, party_id)
        _refuse(case, on, language, now)
        if any(each.purpose is purpose and each.withdrawn_on is None for each in party.consents):
            raise RuleBroken([Refusal(R.ALREADY_CONSENTED, field="purpose")])
        consent = Consent(
            purpose=purpose,
            language=language,
            text_version=CONSENT_TEXT_VERSION,
            given_on=on,
            recorded_by_id=actor.user_id,
            recorded_at=now,
        )
        party.consents.append(consent)
        db.session.flush()
        note_row(actor, case, "party:consented", party, now, {purpose.value: (None, on)})
        return consent


def withdraw_consent(
    actor: Actor, *, case_id: int, party_id: int, consent_id: int, on: date, now: datetime
) -> Consent:
    """A consent is withdrawn, never deleted, even in the archive.

    Raises NotFound, NotPermitted, RuleBroken.
    """
    with transaction():
        case = get_case(actor, case_id, Permission.CASE_EDIT)
        party: Party = child(case.parties, party_id)
        consent: Consent = child(party.consents, consent_id)
        if on > local(now, case.country.zone).date():
            raise RuleBroken([Refusal(R.DATE_IN_FUTURE, field="on")])
        if consent.withdrawn_on is not None:
            raise RuleBroken([Refusal(R.ALREADY_WITHDRAWN)])
        if on < consent.given_on:
            raise RuleBroken([Refusal(R.WITHDRAWN_BEFORE_GIVEN, field="on")])
        consent.withdrawn_on = on
        changes = {consent.purpose.value: (consent.given_on, f"withdrawn {on.isoformat()}")}
        note_row(actor, case, "party:consent_withdrawn", party, now, changes)
        if consent.purpose is ConsentPurpose.SHARING:
            db.session.flush()
            consent_fell(actor, case, now)
        return consent


def _refuse(case: Case, on: date, language: str, now: datetime) -> None:
    found = []
    if on > local(now, case.country.zone).date():
        found.append(Refusal(R.DATE_IN_FUTURE, field="on"))
    if not reference.is_code(CodeList.SPOKEN_LANGUAGE, language, on=on):
        found.append(Refusal(R.LANGUAGE_MISSING, field="language"))
    if found:
        raise RuleBroken(found)
