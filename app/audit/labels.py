"""How does an entry of the log read? The tag `area:object:verb` and the field names, in words.

The log lies below the features whose tags it shows, so the words are kept here by the tag's own
parts; a test collects every tag of the code and finds its words.
"""

from collections.abc import Callable, Sequence
from enum import Enum
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.audit.particulars import Particular, Shown, particular
from app.kernel.country import Country
from app.kernel.permissions import Role
from app.web.labels import label

AREAS = {
    "accounts": _l("Accounts"),
    "bilateral": _l("Memoranda"),
    "mediation": _l("Cases"),
    "reference": _l("Reference data"),
}
OBJECTS = {
    "agreement": _l("Agreement"),
    "attachment": _l("Attachment"),
    "calendar_day": _l("Calendar day"),
    "case": _l("Case"),
    "case_mediator": _l("Duty in a case"),
    "clause": _l("Clause of the library"),
    "clause_proposal": _l("Change of the clause library"),
    "closing": _l("Closing report"),
    "code": _l("Code of a list"),
    "consent": _l("Consent"),
    "court_step": _l("Court step"),
    "deadline": _l("Deadline"),
    "deadline_rule": _l("Deadline rule"),
    "duty": _l("Duty in a case"),
    "evidence": _l("Evidence"),
    "file": _l("Case file"),
    "file_build": _l("Whole file as one PDF"),
    "follow_up": _l("Follow-up visit"),
    "grant": _l("Role of a person"),
    "import": _l("Ledger import"),
    "import_batch": _l("Ledger import"),
    "disclosure": _l("What may cross the border"),
    "division": _l("Place"),
    "issued_paper": _l("Issued paper"),
    "joint_view": _l("Joint view"),
    "ledger": _l("Ledger import"),
    "letter": _l("Letter"),
    "list": _l("List"),
    "mediator": _l("Mediator"),
    "memorandum": _l("Memorandum"),
    "memorandum_party": _l("Party to a memorandum"),
    "obligation": _l("Obligation"),
    "organisation": _l("Organisation"),
    "organisation_successor": _l("Successor of an organisation"),
    "paper": _l("Issued paper"),
    "party": _l("Party"),
    "password": _l("Password"),
    "receipt": _l("Receipt"),
    "screening": _l("Screening questions"),
    "session": _l("Mediation session"),
    "signature": _l("Signature (act)"),
    "sign_in": _l("Sign-in"),
    "statement": _l("Statement"),
    "successor": _l("Successor of an organisation"),
    "term": _l("Clause"),
    "user": _l("Account"),
    "whole_file": _l("Whole file as one PDF"),
}
# The shipped lists, by the name of their file.
OBJECTS |= {
    "birth_codes": _l("Birthplace codes"),
    "calendar_days": _l("Calendar days"),
    "clauses": _l("Clause library"),
    "codes": _l("Code lists"),
    "deadline_rules": _l("Time limits"),
    "division_successors": _l("Successors of places"),
    "divisions": _l("Places"),
    "memoranda": _l("Memoranda"),
    "memorandum_areas": _l("Areas of memoranda"),
    "memorandum_parties": _l("Parties to memoranda"),
    "organisation_successors": _l("Successors of organisations"),
    "organisations": _l("Organisations"),
    "sources": _l("Sources"),
}
# By the tag's whole verb, else by its last word: `phone_revealed` reads as `revealed`.
VERBS = {
    "accepted": _l("accepted"),
    "added": _l("added"),
    "agreed": _l("settled"),
    "answered": _l("answered"),
    "approved": _l("approved"),
    "archived": _l("archived"),
    "arrived": _l("arrived"),
    "asked": _l("asked for"),
    "assigned": _l("assigned"),
    "begun": _l("begun"),
    "changed": _l("changed"),
    "chosen": _l("chosen"),
    "cleared": _l("cleared"),
    "closed": _l("closed"),
    "completed": _l("completed"),
    "confirmed": _l("confirmed"),
    "consented": _l("consented"),
    "created": _l("made"),
    "decided": _l("decided"),
    "declined": _l("declined"),
    "defaulted": _l("not kept"),
    "disabled": _l("closed"),
    "discarded": _l("discarded"),
    "drafted": _l("drafted"),
    "edited": _l("changed"),
    "enabled": _l("opened again"),
    "ended": _l("ended"),
    "extended": _l("extended"),
    "filed": _l("filed"),
    "freed": _l("made a free clause"),
    "full_asked": _l("asked for with full particulars"),
    "full_issued": _l("issued with full particulars"),
    "given": _l("given"),
    "imported": _l("brought in"),
    "issued": _l("issued"),
    "kept": _l("kept"),
    "listed": _l("listed"),
    "loaded": _l("loaded"),
    "logged": _l("recorded"),
    "made": _l("asked for or given"),
    "moved": _l("moved"),
    "not_settled": _l("not settled"),
    "noted": _l("noted"),
    "opened": _l("opened"),
    "performed": _l("performed"),
    "proposed": _l("proposed"),
    "printed_in_full": _l("printed with full particulars"),
    "received": _l("received"),
    "recorded": _l("recorded"),
    "resumed": _l("performance goes on"),
    "supplemented": _l("replaces what was agreed before"),
    "referred": _l("referred"),
    "refused": _l("refused"),
    "removed": _l("removed"),
    "reopened": _l("opened again"),
    "reset": _l("set by somebody else"),
    "restored": _l("offered again"),
    "revealed": _l("shown in clear"),
    "saved": _l("saved as a new version"),
    "sent": _l("sent"),
    "settled": _l("settled"),
    "signed": _l("signed"),
    "taken_back": _l("taken back"),
    "started": _l("begun"),
    "terminated": _l("ended early"),
    "told": _l("told"),
    "translated": _l("translated"),
    "withdrawn": _l("withdrawn"),
    "written": _l("written"),
}
FIELDS = {
    "added": _l("added"),
    "changed": _l("changed"),
    "confirmed_by_id": _l("Confirmed by"),
    "instrument": _l("Instrument"),
    "is_demo": _l("Demonstration data"),
    "language": _l("Language"),
    "office": _l("Office"),
    "organisation": _l("Organisation"),
    "role": _l("Role"),
    "state": _l("State"),
    "successor_confirmed_on": _l("Confirmed on"),
    "successor_id": _l("Successor"),
    "username": _l("User name"),
    "valid_from": _l("First day"),
    "valid_to": _l("Last day"),
}
_MEMBERS: dict[str, type[Enum]] = {"role": Role, "country": Country}

FieldWords = Callable[[str, str], str]  # tag and field name, in words
CodeWords = Callable[[str, str, Any], str | None]  # a member of an enumeration in words, else None
_SPEAKERS: dict[str, tuple[FieldWords, CodeWords]] = {}


def speak_for(area: str, field: FieldWords, code: CodeWords) -> None:
    """A feature above says its own field names and codes; what somebody wrote stays masked."""
    _SPEAKERS[area] = field, code


def action_in_words(tag: str) -> str:
    """`accounts:user:disabled` for the reader. Raises KeyError for a tag without words."""
    _area, thing, verb = tag.split(":")
    done = VERBS[verb if verb in VERBS else verb.rsplit("_", 1)[-1]]
    return _("%(thing)s: %(verb)s", thing=OBJECTS[thing], verb=done)


def object_in_words(kind: str) -> str:
    """What an entry concerns; a table nobody has named is shown by its own name."""
    return str(OBJECTS.get(kind, kind))


def change_in_words(tag: str, name: str, sides: Sequence[Any]) -> str:
    """One field's change, from and to, with what may be seen of either."""
    field, code = _SPEAKERS.get(tag.split(":")[0], (_own_field, _own_code))
    old, new = (code(tag, name, value) or _in_words(particular(value)) for value in sides)
    return _("%(field)s: %(old)s → %(new)s", field=field(tag, name), old=old, new=new)


def _own_field(_tag: str, name: str) -> str:
    return str(FIELDS.get(name, name))


def _own_code(_tag: str, name: str, value: Any) -> str | None:
    return label(_MEMBERS[name](value)) if value and name in _MEMBERS else None


def _in_words(found: Particular) -> str:
    match found.shown:
        case Shown.EMPTY:
            return _("(empty)")
        case Shown.YES:
            return _("yes")
        case Shown.NO:
            return _("no")
        case Shown.TEXT:
            return _("(text of %(num)s characters)", num=found.length)
        case Shown.AS_IS:
            return found.text
