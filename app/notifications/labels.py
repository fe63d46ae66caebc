"""How does a notice read? A sentence a kind, filled with its facts in the reader's language."""

from datetime import date

from flask_babel import gettext as _

from app.notifications.models import Notice, NoticeKind
from app.web.filters import day
from app.web.labels import fact_in_words


def sentence(notice: Notice) -> str:
    """The notice in the reader's language. `due_on` among its facts is an ISO date."""
    facts = {name: fact_in_words(name, value) for name, value in notice.facts.items()}
    if "due_on" in facts:
        facts["due_on"] = day(date.fromisoformat(facts["due_on"]))
    match notice.kind:
        case NoticeKind.DEADLINE_SOON:
            return _("Case %(case)s, due by %(due_on)s: %(deadline)s.", **facts)
        case NoticeKind.DEADLINE_PASSED:
            return _("Case %(case)s, overdue since %(due_on)s: %(deadline)s.", **facts)
        case NoticeKind.GRANT_TO_APPROVE:
            return _("A role for %(person)s waits for a second person.", **facts)
        case NoticeKind.CASE_ASSIGNED:
            return _("You were assigned to case %(case)s.", **facts)
