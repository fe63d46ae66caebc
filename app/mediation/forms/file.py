"""What does one say of a paper, a piece of evidence, a letter?"""

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField, FileRequired
from wtforms import IntegerField, RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from app.mediation.forms.options import options
from app.mediation.kinds import AttachmentKind, LetterDirection, LetterKind
from app.mediation.services.letters import LetterEntry
from app.web.fields import DateParts
from app.web.forms import Form

ACCEPTED = "JPG, PNG, PDF"
UPLOADED_BY_HAND = tuple(k for k in AttachmentKind if k is not AttachmentKind.SIGNED_AGREEMENT)
"""The signed sheet comes in with the agreement, whose record it is."""


def sent_bytes(field: FileField) -> bytes:
    """The bytes of an upload; empty where no file was chosen."""
    return field.data.read() if field.data else b""


class AttachmentForm(Form):
    kind = RadioField(_l("What kind of paper is it?"), default=AttachmentKind.OTHER.value)
    title = StringField(
        _l("Title"),
        description=_l("What somebody looking for it later would call it."),
        validators=[InputRequired(_l("Say what this is.")), Length(max=160)],
    )
    file = FileField(
        _l("File"),
        description=_l("A photo or a scan: JPG, PNG or PDF, up to 15 MB."),
        validators=[FileRequired(_l("Choose the file."))],
    )

    def offer(self) -> None:
        self.kind.choices = options(UPLOADED_BY_HAND)


class WithdrawForm(Form):
    reason = TextAreaField(
        _l("Why is it taken back?"),
        validators=[InputRequired(_l("Say why it is taken back.")), Length(max=300)],
    )


class EvidenceForm(Form):
    title = StringField(
        _l("What is it?"),
        validators=[InputRequired(_l("Say what this is.")), Length(max=200)],
    )
    kind = SelectField(_l("Kind"), validators=[Optional()])
    source = StringField(
        _l("From whom?"),
        description=_l("Who handed it in, or where it was found."),
        validators=[Length(max=200)],
    )
    pages = IntegerField(_l("Number of pages"), validators=[Optional(), NumberRange(max=9999)])
    file = FileField(
        _l("Photo or scan"),
        description=_l("The original is seen, not kept: JPG, PNG or PDF, up to 15 MB."),
    )

    def offer(self, kinds: Mapping[str, Any], *, blank: str) -> None:
        """`kinds` of evidence by code, in the reader's words."""
        self.kind.choices = [("", blank), *kinds.items()]


class LetterForm(Form):
    direction = RadioField(
        _l("Was the letter sent or received?"), default=LetterDirection.SENT.value
    )
    kind = RadioField(_l("Kind of letter"), validators=[InputRequired(_l("Choose the kind."))])
    correspondent = StringField(
        _l("To or from whom?"),
        description=_l("The full name of the authority on the other end."),
        validators=[InputRequired(_l("Enter the authority.")), Length(max=200)],
    )
    number = StringField(_l("Number of the letter"), validators=[Length(max=80)])
    letter_on = DateParts(
        _l("Date on the letter"), validators=[InputRequired(_l("Enter the day."))]
    )
    received_on = DateParts(_l("Arrived on"), validators=[Optional()])
    note = TextAreaField(_l("Remark"), validators=[Length(max=2000)])
    file = FileField(
        _l("Photo or scan"),
        description=_l("A photo or a scan: JPG, PNG or PDF, up to 15 MB."),
    )

    def offer(self) -> None:
        self.direction.choices = options(LetterDirection)
        self.kind.choices = options(LetterKind)

    def entry(self) -> LetterEntry:
        """What was typed, for the service."""
        return LetterEntry(
            kind=LetterKind(self.kind.data),
            direction=LetterDirection(self.direction.data),
            correspondent=self.correspondent.data,
            letter_on=self.letter_on.data,
            number=self.number.data or "",
            received_on=self.received_on.data,
            note=self.note.data or "",
        )


class AnswerForm(Form):
    answered_on = DateParts(_l("Answered on"), validators=[InputRequired(_l("Enter the day."))])
    note = TextAreaField(_l("Remark"), validators=[Length(max=2000)])
