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
NOUNS = {
    "case": _l("Case"),
    "party": _l("Party"),
    "statement": _l("Statement"),
    "screening": _l("Screening"),
    "duty": _l("People in the case"),
    "session": _l("Mediation session"),
    "agreement": _l("Agreement"),
    "signature": _l("Signature (act)"),
    "term": _l("Clause"),
    "clause": _l("Clause of the library"),
    "obligation": _l("Obligation"),
    "receipt": _l("Receipt"),
    "court_step": _l("Court step"),
    "letter": _l("Letter"),
    "disclosure": _l("Across the border"),
    "joint_view": _l("Joint view"),
    "evidence": _l("Evidence"),
    "attachment": _l("Attachment"),
    "closing": _l("Closing report"),
    "file": _l("Case file"),
    "follow_up": _l("Follow-up visit"),
    "deadline": _l("Deadline"),
    "paper": _l("Issued paper"),
    "whole_file": _l("Whole file as one PDF"),
}
_ADDED, _EDITED, _REMOVED = _l("added"), _l("changed"), _l("removed")
ACTS = {
    "accepted": _l("accepted"),
    "added": _ADDED,
    "answered": _l("answered"),
    "approved": _l("approved"),
    "archived": _l("put into the archive"),
    "arrived": _l("arrived"),
    "basis_edited": _l("basis changed"),
    "asked": _l("asked for"),
    "begun": _l("draft begun"),
    "cleared": _l("done with"),
    "closed": _l("closed"),
    "confirmed": _l("translation confirmed"),
    "conflict_recorded": _l("conflict of interest asked"),
    "consent_withdrawn": _l("consent withdrawn"),
    "consented": _l("consent given"),
    "decided": _l("decision entered"),
    "declined": _l("not accepted"),
    "defaulted": _l("found not performed"),
    "dispute_edited": _l("dispute changed"),
    "discarded": _l("draft discarded"),
    "drafted": _l("draft opened"),
    "edited": _EDITED,
    "ended": _l("ended"),
    "extended": _l("extended"),
    "filed": _l("filed"),
    "full_asked": _l("asked for with full particulars"),
    "full_issued": _l("issued with full particulars"),
    "freed": _l("made a free clause"),
    "given": _ADDED,
    "imported": _l("imported from a ledger"),
    "issued": _l("issued"),
    "listed": _ADDED,
    "logged": _ADDED,
    "mediation_started": _l("mediation started"),
    "moved": _l("moved in the order"),
    "opened": _l("opened"),
    "not_settled": _l("no agreement reached"),
    "noted": _l("noted"),
    "performance_begun": _l("performance begun"),
    "performed": _l("performed"),
    "proposed": _l("proposed"),
    "place_edited": _l("place changed"),
    "printed_in_full": _l("printed with full particulars"),
    "received": _l("registered"),
    "recorded": _l("recorded"),
    "referred": _l("referred"),
    "removed": _REMOVED,
    "refused": _l("refused"),
    "reopened": _l("mediated again"),
    "revealed": _l("shown in clear"),
    "resumed": _l("performance goes on"),
    "restored": _l("offered again"),
    "rights_told": _l("rights and duties told"),
    "saved": _l("saved as a new version"),
    "sent": _l("sent"),
    "settled": _l("settled"),
    "sheet_kept": _l("signed sheet kept"),
    "signed": _l("signed"),
    "source_edited": _l("source changed"),
    "taken_back": _l("taken back"),
    "supplemented": _l("replaces what was agreed before"),
    "statement_signed": _l("statement signed"),
    "terminated": _l("terminated"),
    "translated": _l("translated"),
    "withdrawn": _l("withdrawn"),
    "written": _l("written down"),
    "document_number_revealed": _l("document number shown"),
    "phone_revealed": _l("telephone shown"),
    "address_revealed": _l("address shown"),
}
FIELDS = {
    "accepted_on": _l("Day of acceptance"),
    "address": _l("Address"),
    "amount": _l("Amount"),
    "answered_on": _l("Answered on"),
    "archived_on": _l("In the archive since"),
    "basis": _l("Basis"),
    "birth_on": _l("Date of birth"),
    "border_subtype": _l("What it is about across the border"),
    "boundary_marker": _l("Nearest boundary marker"),
    "capacity": _l("In what capacity"),
    "case_no": _l("Case number"),
    "channel": _l("How they came"),
    "claimed": _l("Amount claimed"),
    "closed_on": _l("Day of closing"),
    "closing_report": _l("Closing report"),
    "cn_division_id": _l("Place on the Chinese side"),
    "cn_type": _l("Type in the Chinese return"),
    "committee_id": _l("Committee"),
    "conflict": _l("Conflict of interest"),
    "correspondent": _l("Correspondent"),
    "court": _l("Court"),
    "currency": _l("Currency"),
    "document_expires_on": _l("Valid until"),
    "document_issued_on": _l("Issued on"),
    "document_kind": _l("Document seen"),
    "document_number": _l("Document number"),
    "due_on": _l("Due on"),
    "effect": _l("Effect"),
    "duty": _l("Duty"),
    "addressee_id": _l("To which authority?"),
    "crosses_border": _l("Goes across the border"),
    "effective_on": _l("Takes effect on"),
    "end": _l("Why it ended"),
    "names_people": _l("Names a person"),
    "part": _l("What was opened"),
    "sent_on": _l("Day of the letter"),
    "subject_vi": _l("Subject in Vietnamese"),
    "subject_zh": _l("Subject in Chinese"),
    "until": _l("Open until"),
    "ended_on": _l("Ended on"),
    "ethnic_group": _l("Ethnic group"),
    "filed_on": _l("Filed on"),
    "former_no": _l("Number before this register"),
    "instalment": _l("Number"),
    "instalments": _l("Number of instalments"),
    "instrument": _l("Instrument"),
    "key": _l("Short name in the system"),
    "kind": _l("Kind"),
    "language": _l("Language"),
    "manner": _l("Manner of performance"),
    "mediation_file": _l("Consent: mediation file"),
    "memorandum_id": _l("Memorandum"),
    "name": _l("Name"),
    "name_han": _l("Name in Chinese characters"),
    "name_latin": _l("Name in Latin letters"),
    "nationality": _l("Nationality"),
    "needs_interpreter": _l("Needs an interpreter"),
    "number": _l("Number"),
    "occupation": _l("Occupation"),
    "office": _l("Handling office"),
    "original": _l("Original"),
    "outcome": _l("How did it end?"),
    "parameters": _l("Gaps"),
    "pattern_vi": _l("Vietnamese pattern"),
    "pattern_zh": _l("Chinese pattern"),
    "person": _l("Name"),
    "phone": _l("Telephone"),
    "place": _l("Place"),
    "proposed_by": _l("Proposed by"),
    "received_on": _l("Day received"),
    "referral_letter_no": _l("Number of their letter"),
    "referred_by": _l("Passed on or asked for by"),
    "registered_no": _l("Registration number"),
    "representative_kind": _l("Represented by"),
    "representative_name": _l("Name of the representative"),
    "representative_note": _l("Scope of the power, or relation to the party"),
    "result": _l("Result"),
    "retention": _l("How long is the file kept?"),
    "rights_language": _l("Language"),
    "rights_told_on": _l("Told on"),
    "role": _l("Role"),
    "serial": _l("Serial number"),
    "sex": _l("Sex"),
    "sharing": _l("Consent: sharing across the border"),
    "side": _l("Copy for"),
    "signed_at": _l("Signed at"),
    "signed_on": _l("Day of signing"),
    "source": _l("Source"),
    "state": _l("State"),
    "status": _l("Translation status"),
    "termination": _l("Why it ended"),
    "title": _l("Title"),
    "title_vi": _l("Title in Vietnamese"),
    "title_zh": _l("Title in Chinese"),
    "translation": _l("Translation"),
    "use_vi": _l("When to use it, in Vietnamese"),
    "use_zh": _l("When to use it, in Chinese"),
    "vi": _l("Vietnamese text"),
    "visited_on": _l("Day of the visit"),
    "visitor": _l("Visitor"),
    "vn_division_id": _l("Place on the Vietnamese side"),
    "vn_scope": _l("Heading in the Vietnamese register"),
    "zh": _l("Chinese text"),
}
FILE_FIELDS = {"present": _l("In the file"), "pages": _l("Page numbers"), "excuse": _l("Reason")}
SILENT = frozenset(
    {
        "creditor_id",
        "debtor_id",
        "digest",
        "plan",
        "replaces",
        "scan_id",
        "sha256",
        "signed_at",
        "text_digest",
    }  # fmt: skip
)
"""Kept for those who check the records; they say nothing to a reader."""
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
    said = {"noun": NOUNS.get(noun, NOUNS["case"]), "act": ACTS.get(act, _EDITED)}
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
