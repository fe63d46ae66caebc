"""What does a letter say? From whom, to whom, about what, in both languages."""

from app.kernel.errors import NotFound
from app.mediation.models import Case, Letter
from app.mediation.papers.composing import Composing, Data
from app.mediation.papers.values import pair, same, told
from app.mediation.papers.wording import date_both
from app.mediation.queries.case_file import letters_of


def letter(c: Composing, subject: int | None) -> Data:
    """A letter written here; a draft bears neither number nor day."""
    one = letter_of(c.case, subject)
    return c.head(
        title=pair(one.subject),
        committee=pair(c.case.office.name),
        number=same(one.number),
        date=date_both(one.sent_on),
        to=pair(one.to),
        text=told(one.text),
        draft=one.is_draft,
    )


def letter_of(case: Case, subject: int | None) -> Letter:
    """Raises NotFound for a letter of another case, and for one that was not written here."""
    for each in letters_of(case.id):
        if each.id == subject and each.composed:
            return each
    raise NotFound(letter=subject)
