"""What are the words of the clause library, and why can a clause not be made of these values?"""

from flask_babel import lazy_gettext as _l

from app.mediation.rules.clauses import ClauseRefusal as R
from app.mediation.rules.clauses import Effect, ParameterKind
from app.web.labels import register_labels

K = ParameterKind

KINDS = {
    K.MONEY: _l("Amount"),
    K.DATE: _l("Calendar day"),
    K.PERSON: _l("Person"),
    K.GOODS: _l("Goods"),
    K.COUNT: _l("Number (how many)"),
    K.PLACE: _l("Place"),
    K.SCHEDULE: _l("Instalments"),
    K.SHARES: _l("Who gets how much"),
    K.TEXT: _l("Words"),
    K.CHOICE: _l("Choice"),
    K.RATE: _l("Exchange rate"),
}

EFFECTS = {
    Effect.NONE: _l("Text only"),
    Effect.MONEY: _l("Money is owed"),
    Effect.GOODS: _l("Goods are owed"),
    Effect.ACT: _l("Something is to be done"),
    Effect.AUTHORITY: _l("Says which text counts"),
    Effect.COPIES: _l("Says how many copies there are"),
    Effect.LANGUAGES: _l("Says in which languages it is written"),
}

PATTERNS = {
    R.TITLE_MISSING: _l("Fill this in, in both languages."),
    R.PATTERN_EMPTY: _l("Write the clause in this language: %(language)s."),
    R.PATTERN_BRACKETS: _l(
        "Square brackets must be opened and closed in turn, never one inside another "
        "(%(language)s)."
    ),
    R.PATTERN_BRACES: _l("Braces only hold the name of a gap, such as {amount} (%(language)s)."),
    R.PATTERN_UNKNOWN: _l("There is no gap called “%(name)s” (%(language)s)."),
    R.PATTERN_MISSING: _l("The gap “%(name)s” is missing in this language: %(language)s."),
    R.PATTERN_BARE: _l(
        "“%(name)s” may stay empty, so it must stand in square brackets (%(language)s)."
    ),
    R.PATTERN_NOTHING_OPTIONAL: _l(
        "Square brackets hold at least one gap that may stay empty (%(language)s)."
    ),
    R.PARAMETER_TWICE: _l("There are two gaps called “%(name)s”."),
    R.PARAMETER_NAME: _l("“%(name)s” cannot be the name of a gap: small letters only."),
    R.PARAMETER_LABEL: _l("Say in both languages what the gap “%(name)s” is called."),
    R.PARAMETER_CHOICES: _l(
        "The answers of “%(name)s” need words in both languages, each answer once."
    ),
    R.PARAMETER_KIND: _l("“%(name)s” has a fixed meaning and must be of its own kind."),
    R.PARAMETER_BESIDE: _l("“%(name)s” cannot stand beside the other gaps of this clause."),
    R.PARAMETER_WANTED: _l("A clause of this kind needs the gap “%(name)s”, always filled."),
}

VALUES = {
    R.VALUE_MISSING: _l("Fill in: %(label)s."),
    R.TOO_LONG: _l("That is too long: at most %(most)s characters."),
    R.LANGUAGES_MIXED: _l(
        "Some words are only in Chinese, others only in Vietnamese: write all of them in at "
        "least one of the two."
    ),
    R.COUNT_NOT_POSITIVE: _l("The number must be more than zero."),
    R.CHOICE_UNKNOWN: _l("Choose one of the answers: %(label)s."),
    R.SHARES_CURRENCY: _l("All shares are in the currency of the total: %(currency)s."),
    R.SHARES_NOT_POSITIVE: _l("Every share must be more than zero."),
    R.SHARES_SUM_DIFFERS: _l(
        "The shares add up to %(shared)s, but the total is %(total)s. Difference: %(difference)s."
    ),
    R.SHARES_TWICE: _l("%(name)s is named twice. Enter each person once."),
    R.NOT_A_PARTY: _l("%(name)s is not a party of the case: choose a party."),
    R.SHARES_OUTSIDER: _l(
        "Somebody named is not a party of the case: say which party receives the money for them."
    ),
    R.DUE_AND_SCHEDULE: _l("Enter either one last day, or instalments; not both."),
    R.PRICE_NOT_REDUCED: _l("The reduced price cannot be above the price before, %(full_price)s."),
    R.PERIOD_BACKWARDS: _l("The last day cannot be before the first payment, %(since)s."),
    R.PERIOD_TOO_LONG: _l("That is more than %(most)s payments. Check the days."),
    R.KEY_TAKEN: _l("There is already a clause called %(key)s. Choose another short name."),
    R.ALREADY_THERE: _l("The agreement already has a clause about this. Change that one."),
    R.SAME_AGAIN: _l(
        "This clause stands in the agreement already, with the same values. Change one of the "
        "two values, or go back to the agreement."
    ),
    R.WITHDRAWN: _l("This clause is no longer offered. Choose another one."),
    R.OF_A_CLAUSE: _l("This follows from clause %(position)s. Change it there."),
    R.FROM_LIBRARY: _l(
        "This clause comes from the library: change its values, or make it a free clause."
    ),
    R.NOT_FROM_LIBRARY: _l("This is a free clause; it has no values to change."),
}


def register() -> None:
    for labels in (KINDS, EFFECTS, PATTERNS, VALUES):
        register_labels(labels)
