"""How does a notice read? A sentence a kind, filled with its facts in the reader's language."""

from datetime import date

from flask_babel import lazy_gettext as _l

from app.notifications.models import Notice
from app.notifications.models import NoticeKind as K
from app.web.filters import day
from app.web.labels import fact_in_words

SENTENCES = {
    K.DEADLINE_SOON: _l("Case %(case)s, due by %(due_on)s: %(deadline)s."),
    K.DEADLINE_PASSED: _l("Case %(case)s, overdue since %(due_on)s: %(deadline)s."),
    K.GRANT_TO_APPROVE: _l("A role for %(person)s waits for a second person."),
    K.CASE_ASSIGNED: _l("You were assigned to case %(case)s."),
    K.DISCLOSURE_ASKED: _l("Case %(case)s: a request to cross the border waits for you."),
    K.DISCLOSURE_APPROVED: _l("Case %(case)s: your request to cross the border is approved."),
    K.DISCLOSURE_REFUSED: _l("Case %(case)s: your request to cross the border is refused."),
    K.DISCLOSURE_ENDED: _l("Case %(case)s: what could cross the border no longer can."),
    K.JOINT_VIEW_OPENED: _l("A case of the other side is open to you: %(case)s."),
    K.CLAUSE_PROPOSED: _l("A change of the clause library waits for a second person."),
    K.CLAUSE_APPROVED: _l("Your change of the clause library is approved and in force."),
    K.CLAUSE_REFUSED: _l("Your change of the clause library is refused."),
}


def sentence(notice: Notice) -> str:
    """The notice in the reader's language. `due_on` among its facts is an ISO date."""
    facts = {name: fact_in_words(name, value) for name, value in notice.facts.items()}
    if "due_on" in facts:
        facts["due_on"] = day(date.fromisoformat(facts["due_on"]))
    return str(SENTENCES[notice.kind]) % facts
