"""What are the words of agreements, clauses and what is owed?"""

from flask_babel import lazy_gettext as _l

from app.kernel.money import Currency
from app.mediation.kinds import AgreementForm, ObligationKind, PrevailingText
from app.mediation.rules.agreements import AgreementRefusal, ObligationRefusal
from app.web.labels import register_labels

KINDS = {
    AgreementForm.WRITTEN: _l("Written agreement"),
    AgreementForm.ORAL: _l("Oral agreement"),
    PrevailingText.BOTH: _l("Both texts count equally"),
    PrevailingText.ZH: _l("The Chinese text prevails"),
    PrevailingText.VI: _l("The Vietnamese text prevails"),
    ObligationKind.MONEY: _l("Money"),
    ObligationKind.GOODS: _l("Goods"),
    ObligationKind.ACT: _l("An act"),
    Currency.CNY: _l("Yuan (CNY)"),
    Currency.VND: _l("Đồng (VND)"),
}

REFUSALS = {
    AgreementRefusal.NOT_MEDIATING: _l("An agreement is drawn up while the case is in mediation."),
    AgreementRefusal.DRAFT_EXISTS: _l("There is already a draft agreement. Go on with that one."),
    AgreementRefusal.FROZEN: _l("The agreement is signed; its text can no longer be changed."),
    AgreementRefusal.NOT_SIGNED: _l("The agreement is not signed yet."),
    AgreementRefusal.NO_TERM: _l("The agreement has no clause yet."),
    AgreementRefusal.TERM_EMPTY: _l("Write the clause in at least one language."),
    AgreementRefusal.TERM_CHANGED: _l(
        "This clause was changed after you opened this page, so nothing was saved. What you typed "
        "still stands here; open the clause again to see what it says now."
    ),
    AgreementRefusal.TEXT_MISSING: _l(
        "Clause %(position)s has no text yet in this language: %(language)s."
    ),
    AgreementRefusal.TEXT_THERE: _l(
        "The clause was signed in both languages; neither text can be changed."
    ),
    AgreementRefusal.ONE_LANGUAGE: _l(
        "The agreement is in one language, but a clause says that it is in two. Remove that "
        "clause, or write the other text."
    ),
    AgreementRefusal.RATE_MISSING: _l(
        "Both yuan and đồng are owed: enter the exchange rate, its day and its source."
    ),
    AgreementRefusal.RATE_INCOMPLETE: _l(
        "A rate needs all three: the number, the day and the source."
    ),
    AgreementRefusal.RATE_NOT_POSITIVE: _l("The rate must be more than zero."),
    AgreementRefusal.NO_PRESIDING: _l("Name the presiding mediator of the case first."),
    AgreementRefusal.SIGNED_IN_FUTURE: _l("The day of signing cannot be after today, %(today)s."),
    AgreementRefusal.EFFECTIVE_BEFORE_SIGNED: _l(
        "The agreement cannot take effect before it is signed (%(signed_on)s)."
    ),
    AgreementRefusal.SHEET_FILE: _l("%(file)s: %(why)s"),
    AgreementRefusal.SHEET_FILES: _l("Choose at most %(most)s files at once."),
    AgreementRefusal.SHEET_TOO_LARGE: _l(
        "The files are larger than 15 MB together. Take the photos again in a smaller size."
    ),
    AgreementRefusal.SHEET_REASON: _l(
        "A signed sheet is already kept. Say why this one replaces it."
    ),
    ObligationRefusal.SAME_PARTY: _l("Nobody owes something to themselves: choose another party."),
    ObligationRefusal.AMOUNT_MISSING: _l("Enter the amount."),
    ObligationRefusal.AMOUNT_NOT_POSITIVE: _l("The amount must be more than zero."),
    ObligationRefusal.AMOUNT_NOT_EXPECTED: _l(
        "Goods and acts have no amount here. Leave it empty, or choose money."
    ),
    ObligationRefusal.WHAT_MISSING: _l("Say what is given or done, in at least one language."),
    ObligationRefusal.HAS_PLAN: _l(
        "This is one part of an instalment plan. Remove the plan and enter it anew."
    ),
}


def register() -> None:
    register_labels(KINDS)
    register_labels(REFUSALS)
