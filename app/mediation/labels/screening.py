"""What is asked before a case begins, and who is responsible where the answer is yes?"""

from flask_babel import lazy_gettext as _l

from app.mediation.rules.screening import RefersTo, ScreeningKey
from app.web.labels import register_labels

K, R = ScreeningKey, RefersTo

QUESTIONS = {
    K.BORDER_EVENT: _l("Is it one of the border events of the 2009 border agreement?"),
    K.SUSPECTED_CRIME: _l("Is there a sign of a crime?"),
    K.WITH_AUTHORITY: _l("Is a court, the police or another authority already dealing with it?"),
    K.STATUS: _l("Do they dispute whether a marriage, a parentage or an adoption is valid?"),
    K.OWNERSHIP: _l("Do they dispute who owns land, forest or another registered right?"),
    K.PARTY_REFUSES: _l("Has one side said that they do not want mediation?"),
    K.HARM_TOLD_ALONE: _l("Alone, did either side tell of violence, threats or trafficking?"),
}
HINTS = {
    K.BORDER_EVENT: _l(
        "For example livestock, farming or felling across the line, shooting, a moved marker."
    ),
    K.SUSPECTED_CRIME: _l("For example smuggling, fraud, a serious injury."),
    K.WITH_AUTHORITY: _l("Ask both sides, and whether papers have been served."),
    K.STATUS: _l("Money and children between them can still be mediated."),
    K.OWNERSHIP: _l("Who may use a field for a season can still be mediated."),
    K.PARTY_REFUSES: _l("Mediation is voluntary on both sides of the border."),
    K.HARM_TOLD_ALONE: _l("The answer is kept for the office only and is never printed."),
}
REFERS_TO = {
    R.BORDER_REPRESENTATIVES: _l("Border representatives"),
    R.POLICE: _l("Police"),
    R.COURT_OR_AGENCY: _l("The court or authority that has the matter"),
    R.COMPETENT_AUTHORITY: _l("The authority competent for such rights"),
    R.PARTY_REFUSES: _l("Nobody: mediation needs both sides"),
}
ADVICE = {
    R.BORDER_REPRESENTATIVES: _l(
        "Tell the border authorities. The damage between neighbours may come back to this office."
    ),
    R.POLICE: _l("Send the matter to the police. What is left between the parties can wait."),
    R.COURT_OR_AGENCY: _l("Two bodies do not deal with one matter. Send the parties back there."),
    R.COMPETENT_AUTHORITY: _l("Only that authority decides this. Mediate what does not need it."),
    R.PARTY_REFUSES: _l("Tell both sides their other lawful ways, and note which you told."),
}


def register() -> None:
    for labels in (QUESTIONS, REFERS_TO):
        register_labels(labels)
