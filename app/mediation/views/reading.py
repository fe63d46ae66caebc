"""Which page reads an agreement aloud, a clause a screen, in both languages?"""

from flask import render_template, request
from flask_babel import gettext as _

from app.kernel.errors import NotFound
from app.kernel.permissions import Permission
from app.mediation.models import Agreement
from app.mediation.queries.reading import Screen, screens
from app.mediation.views import blueprint
from app.mediation.views.agreements import ONE, load
from app.mediation.views.case import rights
from app.web.access import current_actor, requires


@blueprint.get(f"{ONE}/read")
@requires(Permission.CASE_READ)
def read_agreement(case_id: int, agreement_id: int) -> str:
    """`?clause=` is the clause read: 0 the facts, one beyond the last the end."""
    case, one = load(case_id, agreement_id, Permission.CASE_READ)
    found = screens(one)
    here = _chosen(found)
    return render_template(
        "mediation/agreement/read.html",
        case=case,
        agreement=one,
        screen=found[here],
        before=found[here - 1] if here else None,
        after=found[here + 1] if here + 1 < len(found) else None,
        count=len(one.terms),
        unread=_one_language_only(one),
        can=rights(current_actor(), case),
        title=_title(found[here]),
    )


def _chosen(found: list[Screen]) -> int:
    """Where the asked clause stands; the first screen if none was asked. Raises NotFound."""
    asked = request.args.get("clause")
    if asked is None:
        return 0
    for place, screen in enumerate(found):
        if str(screen.number) == asked:
            return place
    raise NotFound(clause=asked)


def _one_language_only(agreement: Agreement) -> list[int]:
    """The clauses that cannot yet be read in both languages."""
    return [term.position for term in agreement.terms if not (term.text_zh and term.text_vi)]


def _title(screen: Screen) -> str:
    if screen.is_end:
        return _("Everything has been read")
    if not screen.number:
        return _("Facts and matters in dispute")
    return _("Clause %(number)s", number=screen.number)
