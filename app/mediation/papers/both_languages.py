"""What is a code called in Chinese and in Vietnamese at once, whatever the reader reads?"""

from enum import Enum

from flask_babel import force_locale

from app.mediation.papers.values import BLANK, PaperText
from app.web.labels import label
from app.web.locale import LOCALES


def in_both(member: Enum | None) -> PaperText:
    """The member's label in both languages; nothing for none."""
    if member is None:
        return BLANK
    words = {}
    for language, locale in LOCALES.items():
        with force_locale(locale):
            words[language] = label(member)
    return PaperText(words["zh"], words["vi"])
