"""Which pages translate the words typed into a clause, and set a clause free of the library?"""

from flask_babel import gettext as _

from app.kernel import clock
from app.kernel.bilingual import Language
from app.kernel.permissions import Permission
from app.mediation.forms.clause_words import words_form
from app.mediation.models import Term
from app.mediation.queries.clauses import values_of
from app.mediation.rules.clauses import Version, lacking
from app.mediation.services import composing
from app.mediation.services.opening import child
from app.mediation.views import blueprint
from app.mediation.views.agreements import home, load
from app.mediation.views.form_page import form_page
from app.mediation.views.steps import Answer
from app.mediation.views.terms import TERM
from app.web.access import current_actor, requires
from app.web.forms import Form
from app.web.locale import current_language


@blueprint.route(f"{TERM}/words", methods=["GET", "POST"])
@requires(Permission.STATEMENT_TRANSLATE)
def translate_clause(case_id: int, agreement_id: int, term_id: int) -> Answer:
    case, one = load(case_id, agreement_id, Permission.STATEMENT_TRANSLATE)
    term: Term = child(one.terms, term_id)
    into = Language(term.language).other
    form = words_form(_one_sided(term, into))
    return form_page(
        form,
        title=_("Translate clause %(number)s", number=term.position),
        submit=_("Save the translation"),
        act=lambda: composing.translate_clause(
            current_actor(),
            case_id=case_id,
            agreement_id=agreement_id,
            term_id=term_id,
            words=form.words(),
            now=clock.utc_now(),
        ),
        said=_("The translation is saved. Somebody else confirms it."),
        done=home(case_id, agreement_id, "terms"),
        case=case,
        lead=_("Only these words are missing; the rest of the clause is written by itself."),
    )


@blueprint.route(f"{TERM}/free", methods=["GET", "POST"])
@requires(Permission.MEDIATE)
def free_clause(case_id: int, agreement_id: int, term_id: int) -> Answer:
    case, one = load(case_id, agreement_id)
    term: Term = child(one.terms, term_id)
    return form_page(
        Form(),
        title=_("Make clause %(number)s a free clause?", number=term.position),
        submit=_("Make it a free clause"),
        act=lambda: composing.make_free(
            current_actor(),
            case_id=case_id,
            agreement_id=agreement_id,
            term_id=term_id,
            now=clock.utc_now(),
        ),
        said=_("The clause is free: change its words, and let somebody confirm the translation."),
        done=home(case_id, agreement_id, "terms"),
        case=case,
        warning=True,
        lead=_(
            "Both texts stay and can then be changed by hand; somebody else must confirm the "
            "translation. What is owed stays, but no longer follows the text."
        ),
    )


def _one_sided(term: Term, into: Language) -> dict[str, tuple[str, list[str]]]:
    """What is called what, and said how in the language it was written in, by parameter."""
    if term.clause_version is None:
        return {}
    version: Version = term.clause_version.version
    return {
        name: (_called(version, name, into), [each.in_(into.other) for each in said])
        for name, value in values_of(term).items()
        if (said := lacking(value, into))
    }


def _called(version: Version, name: str, into: Language) -> str:
    """The gap in the reader's words, and the language its words are asked in."""
    what = version.parameter(name).label.in_(current_language())  # type: ignore[union-attr]
    if into is Language.ZH:
        return _("%(what)s, in Chinese", what=what)
    return _("%(what)s, in Vietnamese", what=what)
