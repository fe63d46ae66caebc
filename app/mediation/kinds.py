"""Which kinds of things does a case speak of? The feature's enumerations, without a framework."""

from enum import StrEnum


class Channel(StrEnum):
    """How the parties came to the office."""

    WINDOW = "window"
    PHONE = "phone"
    HOME_VISIT = "home_visit"
    BOOKED = "booked"
    REFERRED = "referred"


class Basis(StrEnum):
    """Under what the office handles the case."""

    MEMORANDUM = "memorandum"
    OTHER_INSTRUMENT = "other_instrument"
    NONE_COVERS = "none_covers"
    DOMESTIC = "domestic"


class PartyRole(StrEnum):
    APPLICANT = "applicant"
    RESPONDENT = "respondent"
    RELATED = "related"


class PartyKind(StrEnum):
    NATURAL = "natural"
    LEGAL = "legal"


class RepresentativeKind(StrEnum):
    AGENT = "agent"
    LEGAL_REPRESENTATIVE = "legal_representative"
    GUARDIAN = "guardian"


class ConsentPurpose(StrEnum):
    MEDIATION_FILE = "mediation_file"
    SHARING = "sharing"


class Duty(StrEnum):
    """What a person of the register does in one case."""

    PRESIDING = "presiding"
    INVITED = "invited"
    FOREIGN_INVITED = "foreign_invited"
    INTERPRETER = "interpreter"
    RECORDER = "recorder"


MEDIATING_DUTIES = (Duty.PRESIDING, Duty.INVITED, Duty.FOREIGN_INVITED)


class Conflict(StrEnum):
    """A conflict of interest, as the person declared it."""

    NOT_ASKED = "not_asked"
    DENIED = "denied"
    DECLARED = "declared"


class SessionMode(StrEnum):
    ROOM = "room"
    AT_MARKER = "at_marker"
    VIDEO = "video"


class SessionResult(StrEnum):
    SETTLED = "settled"
    NOT_SETTLED = "not_settled"
    TO_CONTINUE = "to_continue"


class SignatureKind(StrEnum):
    SIGNED = "signed"
    FINGERPRINT = "fingerprint"
    REFUSED = "refused"


class SigningCapacity(StrEnum):
    """As what somebody signs an agreement: for themselves, for a party, or by their duty."""

    IN_PERSON = "in_person"
    AGENT = "agent"
    LEGAL_REPRESENTATIVE = "legal_representative"
    GUARDIAN = "guardian"
    PRESIDING = "presiding"
    INVITED = "invited"
    FOREIGN_INVITED = "foreign_invited"
    INTERPRETER = "interpreter"
    RECORDER = "recorder"


class AgreementForm(StrEnum):
    WRITTEN = "written"
    ORAL = "oral"


class PrevailingText(StrEnum):
    BOTH = "both"
    ZH = "zh"
    VI = "vi"


class ObligationKind(StrEnum):
    MONEY = "money"
    GOODS = "goods"
    ACT = "act"


class CourtStepKind(StrEnum):
    CONFIRMATION_CN = "confirmation_cn"
    RECOGNITION_VN = "recognition_vn"


class CourtResult(StrEnum):
    PENDING = "pending"
    CONFIRMED = "confirmed"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class LetterKind(StrEnum):
    INVITATION = "invitation"
    INFORMATION = "information"
    TRANSFER = "transfer"


class LetterDirection(StrEnum):
    SENT = "sent"
    RECEIVED = "received"


class DisclosureKind(StrEnum):
    """What of one case may cross the border."""

    LETTER = "letter"  # a letter that names a person
    JOINT_VIEW = "joint_view"  # one mediator of the other side reads and signs


class DisclosureEnd(StrEnum):
    """Why what was asked or approved no longer holds."""

    TAKEN_BACK = "taken_back"
    REVOKED = "revoked"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    TEXT_CHANGED = "text_changed"
    DUTY_ENDED = "duty_ended"


class AttachmentKind(StrEnum):
    SIGNED_AGREEMENT = "signed_agreement"
    EVIDENCE = "evidence"
    RECEIPT = "receipt"
    POWER_OF_ATTORNEY = "power_of_attorney"
    SESSION_RECORD = "session_record"
    COURT_PAPER = "court_paper"
    LETTER = "letter"
    OTHER = "other"


class Satisfaction(StrEnum):
    SATISFIED = "satisfied"
    FAIR = "fair"
    DISSATISFIED = "dissatisfied"


class TerminationKind(StrEnum):
    """Why mediation ended without a result."""

    WITHDRAWN = "withdrawn"
    PARTY_REFUSED = "party_refused"
    OTHER = "other"


class Route(StrEnum):
    """Which lawful way on the parties were told."""

    COURT = "court"
    ARBITRATION = "arbitration"
    ADMINISTRATIVE = "administrative"
    POLICE = "police"
    BORDER_REPRESENTATIVES = "border_representatives"
    OTHER_SIDE = "other_side"


class PersonTitle(StrEnum):
    """As what a person stands in a register of mediators."""

    PEOPLES_MEDIATOR = "peoples_mediator"
    FULL_TIME = "full_time"
    PART_TIME = "part_time"
    GRASSROOTS_MEDIATOR = "grassroots_mediator"
    TEAM_LEADER = "team_leader"
    INTERPRETER = "interpreter"
    RECORDER = "recorder"
    GUEST = "guest"


class PaperKind(StrEnum):
    """What the register can print of a case, from one entry."""

    COVER = "cover"
    CONTENTS = "contents"
    APPLICATION = "application"
    ACCEPTANCE_FORM = "acceptance_form"
    RIGHTS_NOTICE = "rights_notice"
    INVESTIGATION_RECORD = "investigation_record"
    EVIDENCE_LIST = "evidence_list"
    MEDIATION_RECORD = "mediation_record"
    AGREEMENT = "agreement"
    VN_SETTLEMENT = "vn_settlement"
    ORAL_AGREEMENT = "oral_agreement"
    INTERPRETER_STATEMENT = "interpreter_statement"
    NOT_SETTLED_NOTICE = "not_settled_notice"
    LETTER = "letter"
    PERFORMANCE_RECEIPT = "performance_receipt"
    FOLLOW_UP_RECORD = "follow_up_record"
    COURT_APPLICATION = "court_application"
    FILE_NOTE = "file_note"
    CLOSING_REPORT = "closing_report"
    REGISTER_ENTRY = "register_entry"
    BACK_COVER = "back_cover"
