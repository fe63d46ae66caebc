"""How is an entry of the audit trail said? Noun, act, field and value in the reader's language."""

from datetime import date
from enum import StrEnum
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.audit.labels import speak_for
from app.kernel.bilingual import TranslationStatus
from app.kernel.country import Country
from app.kernel.identity import DocumentKind, Sex
from app.kernel.money import Currency, Money
from app.mediation.kinds import (
    AttachmentKind,
    Basis,
    Channel,
    Conflict,
    ConsentPurpose,
    DisclosureEnd,
    DisclosureKind,
    Duty,
    LetterKind,
    ObligationKind,
    PaperKind,
    PartyKind,
    PartyRole,
    RepresentativeKind,
    SignatureKind,
    SigningCapacity,
    TerminationKind,
)
from app.mediation.labels.history_words import (
    ACTS,
    EDITED,
    FIELDS,
    FILE_FIELDS,
    NOUNS,
    SILENT,
)
from app.mediation.queries.timeline import EventKind
from app.mediation.rules.clause_proposals import ProposalKind
from app.mediation.rules.clauses import Effect
from app.mediation.rules.file_checklist import FileItem
from app.mediation.rules.retention import RetentionKind
from app.mediation.rules.screening import ScreeningKey
from app.mediation.services.joint import JointPart
from app.mediation.states import CaseState
from app.reference.models import CodeList
from app.web.filters import bi, day, money
from app.web.labels import has_label, label, register_labels

EVENTS = {
    EventKind.MOVE: _l("Step of the case"),
    EventKind.RIGHTS: _l("Rights and duties told"),
    EventKind.CONSENT: _l("Consent"),
    EventKind.SESSION: _l("Mediation session"),
    EventKind.SIGNATURE: _l("Signature (act)"),
    EventKind.SIGNED: _l("Agreement signed"),
    EventKind.RECEIPT: _l("Performance recorded"),
    EventKind.COURT_STEP: _l("Court step"),
    EventKind.LETTER: _l("Letter"),
    EventKind.FOLLOW_UP: _l("Follow-up visit"),
}
ENUMS: dict[str, type[StrEnum]] = {
    "basis": Basis,
    "capacity": SigningCapacity,
    "channel": Channel,
    "conflict": Conflict,
    "currency": Currency,
    "document_kind": DocumentKind,
    "duty": Duty,
    "effect": Effect,
    "representative_kind": RepresentativeKind,
    "retention": RetentionKind,
    "role": PartyRole,
    "sex": Sex,
    "state": CaseState,
    "status": TranslationStatus,
    "termination": TerminationKind,
    "attachment.kind": AttachmentKind,
    "clause.kind": ProposalKind,
    "disclosure.end": DisclosureEnd,
    "disclosure.kind": DisclosureKind,
    "joint_view.part": JointPart,
    "letter.kind": LetterKind,
    "obligation.kind": ObligationKind,
    "paper.kind": PaperKind,
    "paper.side": Country,
    "party.kind": PartyKind,
    "signature.kind": SignatureKind,
}
LISTS = {
    "border_subtype": CodeList.DISPUTE_SUBTYPE,
    "cn_type": CodeList.DISPUTE_TYPE,
    "ethnic_group": CodeList.ETHNIC_GROUP,
    "language": CodeList.SPOKEN_LANGUAGE,
    "nationality": CodeList.NATIONALITY,
    "outcome": CodeList.OUTCOME,
    "rights_language": CodeList.SPOKEN_LANGUAGE,
    "source": CodeList.CASE_SOURCE,
    "vn_scope": CodeList.VN_SCOPE,
}
AMOUNTS = frozenset({"amount", "claimed"})
QUESTIONS = {key.value: key for key in ScreeningKey}
PURPOSES = {purpose.value: purpose for purpose in ConsentPurpose}


def register() -> None:
    register_labels(EVENTS)
    speak_for("mediation", field_said, code_said)


def act_said(tag: str) -> str:
    """`mediation:party:edited` in words; an act without its own words is a change."""
    _feature, noun, act = tag.split(":", 2)
    said = {"noun": NOUNS.get(noun, NOUNS["case"]), "act": ACTS.get(act, EDITED)}
    return _("%(noun)s: %(act)s", **said)


def changes_said(changes: dict[str, Any]) -> dict[str, Any]:
    """What a reader is shown of an entry: without keys and check sums."""
    return {name: pair for name, pair in changes.items() if name not in SILENT}


def field_said(tag: str, name: str) -> str:
    """What was changed: a column, a consent, a screening question, or an item of the file."""
    if ":screening:" in tag and name in QUESTIONS:
        return label(QUESTIONS[name])
    item, _dot, what = name.partition(".")
    if what in FILE_FIELDS and item in tuple(FileItem):
        return f"{label(FileItem(item))} · {FILE_FIELDS[what]}"
    return str(FIELDS.get(name, _("Other particulars")))


def value_said(tag: str, name: str, value: Any, names: dict[str, dict[str, Any]]) -> str:
    """A kept value in words: enumerations, codes, days and yes or no; text as it was."""
    if value is None or value == "":
        return "—"
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if said := code_said(tag, name, value):
        return said
    if name in LISTS and value in names[LISTS[name].value]:
        return bi(names[LISTS[name].value][value])
    is_day = name.endswith("_on") or name == "until" or name in PURPOSES
    return _day(value) if is_day else str(value)


def code_said(tag: str, name: str, value: Any) -> str | None:
    """An amount or a member of an enumeration in words; None for what is neither."""
    if name in AMOUNTS:
        amount, _space, currency = str(value).partition(" ")  # None: there was none before
        known = currency in tuple(Currency)
        return money(Money.parse(amount, Currency(currency))) if known else None
    noun = tag.split(":")[1]
    enum = ENUMS.get(f"{noun}.{name}") or ENUMS.get(name)
    if enum is not None and value in tuple(enum) and has_label(enum(value)):
        return label(enum(value))
    return None


def _day(value: Any) -> str:
    try:
        return day(date.fromisoformat(str(value)))
    except ValueError:
        return str(value)
