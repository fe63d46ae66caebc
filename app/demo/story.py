"""What is told of one demonstration dispute? Plain values; days are counted back from today."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.kernel.bilingual import Language
from app.kernel.identity import Sex
from app.kernel.money import Money
from app.mediation.kinds import Basis, Channel, PartyKind
from app.mediation.rules.clauses import Value
from app.mediation.states import CaseState

PINGXIANG, NAPO = "MOU-PINGXIANG-VANLANG", "MOU-NAPO-MEOVAC"


@dataclass(frozen=True)
class Words:
    """What somebody said, in which language, and its translation."""

    original: str
    language: str
    translation: str = ""
    confirmed: bool = True


@dataclass(frozen=True)
class Person:
    """An invented party."""

    name: str
    nationality: str
    sex: Sex | None = None
    born: str = ""
    han: str = ""
    latin: str = ""
    ethnic: str = ""
    occupation: str = ""
    language: str = ""
    kind: PartyKind = PartyKind.NATURAL
    interpreter: bool = False


@dataclass(frozen=True)
class Clause:
    """A clause in both languages."""

    zh: str
    vi: str
    language: Language = Language.ZH
    confirmed: bool = True


@dataclass(frozen=True)
class Chosen:
    """A clause of the library, by its key. The respondent owes the applicant, from
    `first_after` days after signing, in so many monthly parts; `paid` of what follows is paid.

    `workers`: who besides the applicant gets how much of the amount. `more`: other values.
    """

    key: str
    amount: Money | None = None
    first_after: int = 0
    parts: int = 1
    paid: int = 0
    applicant_pays: bool = False
    workers: tuple[tuple[str, Money], ...] = ()
    more: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True)
class Story:
    """`key` is kept as the case's former number, so that each story is entered once.

    `reported` says where a like dispute was reported and what kind of body handled it,
    in Chinese and in Vietnamese.
    """

    key: str
    clerk: str
    until: CaseState
    days_ago: int
    applicant: Person
    respondent: Person
    cn_type: str
    facts: Words
    reported: tuple[str, str]
    found: Words | None = None  # the facts as the agreement states them, of third persons
    subtype: str = ""
    vn_scope: str = "civil"
    requests: Words | None = None
    claimed: Money | None = None
    basis: Basis = Basis.NONE_COVERS
    memorandum: str = ""
    channel: Channel = Channel.WINDOW
    place: str = ""
    marker: str = ""
    record: Words | None = None
    clauses: tuple[Clause | Chosen, ...] = ()
    took: int = 4  # days from receipt to the result
    reason: str = ""
    hits: tuple[str, ...] = field(default_factory=tuple)
