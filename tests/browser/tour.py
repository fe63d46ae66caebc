"""Which pages are looked at, as whom? For the accessibility tests and for `make screens`."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from app.accounts.models import User
from app.bilateral.models import Memorandum
from app.db import db
from app.demo.people import PEOPLE
from app.kernel.country import Country
from app.mediation.kinds import DisclosureKind
from app.mediation.models import Agreement, Case, ClauseProposal, Disclosure, Letter, Mediator, Term
from app.mediation.states import CaseState as S
from app.reference.models import Organisation

CLERK = "the clerk of the case's office"
VISITOR = ""


@dataclass(frozen=True)
class Stop:
    """One page. `{case}`, `{agreement}` … are ids, of the first demonstration case in `state`."""

    name: str
    path: str
    who: str = CLERK
    state: S | None = None
    country: Country = Country.CN
    status: int = 200
    pictured: bool = False  # in docs/screens


CASE = "/cases/{case}"
DRAFT = "/cases/{drafted}/agreements/{draft}"
OWED = f"{CASE}/agreements/{{agreement}}"
STOPS = (
    Stop("sign-in", "/sign-in", VISITOR, pictured=True),
    Stop("nowhere", "/nowhere", "youyi", status=404),
    Stop("not-yours", "/grants", "youyi", status=403),
    Stop("start", "/", "youyi", pictured=True),
    Stop("start-reviewer", "/", "guangxi"),
    Stop("start-vietnam", "/", "hoangvanthu"),
    Stop("start-administrator", "/", "admin"),
    Stop("notices", "/notices", "dongxing"),
    Stop("profile", "/profile", "youyi"),
    Stop("cases", "/cases", "guangxi", pictured=True),
    Stop("cases-found", "/cases?q=nguyen", "guangxi"),
    Stop("cases-none", "/cases?q=xyzzy", "guangxi"),
    Stop("deadlines", "/deadlines", "guangxi", pictured=True),
    Stop("new-case", "/cases/new", "youyi", pictured=True),
    Stop("spot", "/cases/spot", "youyi"),
    Stop("import", "/cases/import", "youyi"),
    Stop("case", CASE, state=S.PERFORMING, pictured=True),
    *(Stop(f"case-{state}", CASE, state=state) for state in S if state is not S.PERFORMING),
    Stop("case-vietnam", CASE, state=S.PERFORMING, country=Country.VN, pictured=True),
    Stop("case-reviewer", CASE, "guangxi", state=S.MEDIATING),
    Stop("case-auditor", CASE, "auditor", state=S.MEDIATING),
    Stop("essentials", f"{CASE}/essentials", state=S.DRAFT),
    Stop("screening", f"{CASE}/screening", state=S.RECEIVED),
    Stop("basis", f"{CASE}/basis", state=S.RECEIVED),
    Stop("place", f"{CASE}/place", state=S.RECEIVED),
    Stop("dispute", f"{CASE}/dispute", state=S.RECEIVED),
    Stop("source", f"{CASE}/source", state=S.RECEIVED),
    Stop("party-new", f"{CASE}/parties/new", state=S.RECEIVED),
    Stop("party", f"{CASE}/parties/{{party}}", state=S.MEDIATING),
    Stop("rights", f"{CASE}/parties/{{party}}/rights", state=S.MEDIATING),
    Stop("consent", f"{CASE}/parties/{{party}}/consents/new", state=S.MEDIATING),
    Stop("accept", f"{CASE}/moves/accept", state=S.RECEIVED),
    Stop("decline", f"{CASE}/moves/decline", state=S.RECEIVED),
    Stop("refer", f"{CASE}/moves/refer", state=S.RECEIVED),
    Stop("terminate", f"{CASE}/moves/terminate", state=S.MEDIATING),
    Stop("fail", f"{CASE}/moves/fail", state=S.MEDIATING),
    Stop("reopen", f"{CASE}/moves/reopen", state=S.CLOSED),
    Stop("assign", f"{CASE}/people/new", state=S.MEDIATING),
    Stop("session-new", f"{CASE}/sessions/new", state=S.MEDIATING),
    Stop("session", f"{CASE}/sessions/{{session}}", state=S.MEDIATING),
    Stop("statement", f"{CASE}/statements/{{statement}}", state=S.MEDIATING),
    Stop("translate", f"{CASE}/statements/{{statement}}/translate", state=S.MEDIATING),
    Stop("confirm", f"{CASE}/statements/{{statement}}/confirm", state=S.MEDIATING),
    Stop("agreement-new", f"{CASE}/agreements/new", state=S.MEDIATING),
    Stop("agreement", OWED, state=S.PERFORMING, pictured=True),
    Stop("papers", f"{CASE}/papers", state=S.PERFORMING, pictured=True),
    Stop("papers-vietnam", f"{CASE}/papers", state=S.PERFORMING, country=Country.VN),
    Stop("paper-issue", f"{CASE}/papers/cover", state=S.PERFORMING),
    Stop("agreement-print", f"{OWED}/print", state=S.PERFORMING),
    Stop("whole-file", f"{CASE}/whole-file", state=S.PERFORMING),
    Stop("check", "/check", VISITOR, pictured=True),
    Stop("checked", "/check/0000000000/00000000", VISITOR),
    Stop("sheet", f"{OWED}/sheet", state=S.PERFORMING),
    Stop("court", f"{OWED}/court/CN", state=S.PERFORMING),
    Stop("supplement", f"{CASE}/supplements/new", state=S.PERFORMING),
    Stop("table", DRAFT, "youyi", pictured=True),
    Stop("clause-choose", f"{DRAFT}/clauses/new", "youyi", pictured=True),
    Stop("clause-found", f"{DRAFT}/clauses/new?q=luong", "youyi"),
    Stop("clause-lump-sum", f"{DRAFT}/clauses/lump_sum/new", "youyi"),
    Stop("clause-wages", f"{DRAFT}/clauses/wages/new", "youyi", pictured=True),
    Stop("clause-goods", f"{DRAFT}/clauses/reduced_price/new", "youyi"),
    Stop("clause-currency", f"{DRAFT}/clauses/other_currency/new", "youyi"),
    Stop("clause-free", f"{DRAFT}/terms/new", "youyi"),
    Stop("clause-change", f"{DRAFT}/terms/{{term}}/compose", "youyi"),
    Stop("read-facts", f"{DRAFT}/read", "youyi"),
    Stop("read-clause", f"{DRAFT}/read?clause=1", "youyi", pictured=True),
    Stop("sign", f"{DRAFT}/sign", "youyi", pictured=True),
    Stop("receipt", f"{CASE}/obligations/{{obligation}}/receipts/new", state=S.PERFORMING),
    Stop("default", f"{CASE}/default", state=S.PERFORMING),
    Stop("follow-up", f"{CASE}/follow-ups/new", state=S.PERFORMING),
    Stop("closing", f"{CASE}/closing", state=S.PERFORMED),
    Stop("file", f"{CASE}/file", state=S.CLOSED),
    Stop("timeline", f"{CASE}/timeline", state=S.PERFORMING, pictured=True),
    Stop("history", f"{CASE}/history", state=S.PERFORMING),
    Stop("advice", f"{CASE}/advice", state=S.RECEIVED),
    Stop("evidence", f"{CASE}/evidence/new", state=S.MEDIATING),
    Stop("attachment", f"{CASE}/attachments/new", state=S.MEDIATING),
    Stop("letter", f"{CASE}/letters/new", state=S.MEDIATING),
    Stop("letter-write", f"{CASE}/letters/write", state=S.MEDIATING),
    Stop("letter-draft", "/cases/{crossing}/letters/{letter}", "youyi"),
    Stop("letter-edit", "/cases/{crossing}/letters/{letter}/edit", "youyi"),
    Stop("letter-send", "/cases/{crossing}/letters/{letter}/send", "youyi"),
    Stop("joint-ask", "/cases/{crossing}/joint-view/new", "youyi"),
    Stop("joint-revoke", "/cases/{crossing}/disclosures/{view}/revoke", "youyi"),
    Stop("disclosures", "/disclosures", "pingxiang"),
    Stop("disclosures-decided", "/disclosures?show=decided", "pingxiang"),
    Stop("disclosure", "/disclosures/{asked}", "pingxiang"),
    Stop("disclosure-approved", "/disclosures/{view}", "pingxiang"),
    Stop("joint", "/joint", "hoagiaivien"),
    Stop("joint-case", "/joint/{view}", "hoagiaivien", pictured=True),
    Stop("library", "/clauses", "youyi"),
    Stop("library-clause", "/clauses/wages", "guangxi"),
    Stop("library-edit", "/clauses/wages/edit", "guangxi"),
    Stop("library-new", "/clauses/new", "guangxi"),
    Stop("library-proposal", "/clauses/proposals/{proposal}", "langson", pictured=True),
    Stop("library-own-proposal", "/clauses/proposals/{proposal}", "guangxi"),
    Stop("library-take-back", "/clauses/proposals/{proposal}/take-back", "guangxi"),
    Stop("library-withdraw", "/clauses/wages/withdraw", "guangxi"),
    Stop("mediators", "/mediators", "youyi"),
    Stop("mediator-new", "/mediators/new", "youyi"),
    Stop("mediator", "/mediators/{mediator}", "youyi"),
    Stop("reference", "/reference", "youyi"),
    Stop("organisations", "/reference/organisations", "youyi"),
    Stop("organisation-ended", "/reference/organisations/{ended}", "youyi"),
    Stop("organisation-edit", "/reference/organisations/{ended}/edit", "quantri"),
    Stop("divisions", "/reference/divisions", "youyi"),
    Stop("calendar", "/reference/calendar/CN/2026", "youyi"),
    Stop("codes", "/reference/codes", "youyi"),
    Stop("deadline-rules", "/reference/deadlines", "youyi"),
    Stop("memoranda", "/memoranda", "youyi"),
    Stop("memorandum", "/memoranda/{memorandum}", "guangxi"),
    Stop("accounts", "/accounts", "admin"),
    Stop("account", "/accounts/{user}", "admin"),
    Stop("account-new", "/accounts/new", "admin"),
    Stop("grants", "/grants", "security"),
    Stop("grant-new", "/grants/new", "security"),
    Stop("audit", "/audit", "auditor"),
)


def examined_in(stop: Stop) -> str:
    """The language in which axe looks at a page: the two speak of the same page in turn."""
    return ("zh", "vi")[STOPS.index(stop) % 2]


def resolve(stop: Stop) -> tuple[str, str]:
    """The address, and the name of who opens it; inside an app context."""
    if stop.state is None:
        return stop.path.format(**_elsewhere()), stop.who
    query = select(Case).where(Case.is_demo, Case.state == stop.state)
    case = db.session.scalars(query.where(Case.country == stop.country).order_by(Case.id)).first()
    assert case is not None, f"no demonstration case is {stop.state}"
    who = stop.who
    if who is CLERK:
        who = next(each.username for each in PEOPLE if each.office == case.office.code)
    return stop.path.format(**_inside(case)), who


def _inside(case: Case) -> dict[str, int]:
    agreement = case.agreements[-1] if case.agreements else None
    owed = agreement.obligations if agreement else []
    rows = {
        "party": case.parties,
        "statement": case.statements,
        "session": case.sessions,
        "agreement": case.agreements,
        "obligation": owed,
    }
    return {"case": case.id} | {name: found[-1].id for name, found in rows.items() if found}


def _elsewhere() -> dict[str, int]:
    ended = select(Organisation).where(Organisation.valid_to < date(2026, 1, 1))
    chosen = {
        "ended": ended.order_by(Organisation.code.desc()),
        "memorandum": select(Memorandum).order_by(Memorandum.id),
        "proposal": select(ClauseProposal),
        "user": select(User).where(User.username == "youyi"),
        "mediator": select(Mediator).order_by(Mediator.id),
        "term": select(Term)
        .join(Term.agreement)
        .where(Agreement.frozen_at.is_(None), Term.clause_version_id.is_not(None))
        .order_by(Term.agreement_id, Term.position),
        "draft": select(Agreement).where(Agreement.frozen_at.is_(None)).order_by(Agreement.id),
        "drafted": select(Case)
        .join(Case.agreements)
        .where(Agreement.frozen_at.is_(None))
        .order_by(Agreement.id),
        "view": select(Disclosure).where(Disclosure.kind == DisclosureKind.JOINT_VIEW),
        "asked": select(Disclosure).where(Disclosure.approved.is_(None)),
        "letter": select(Letter).join(Disclosure).where(Disclosure.approved.is_(True)),
        "crossing": select(Case).join(Disclosure).where(Disclosure.approved.is_(True)),
    }
    return {name: db.session.scalars(query).first().id for name, query in chosen.items()}  # type: ignore[union-attr]
