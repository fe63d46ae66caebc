"""How is a date asked for, so that an old phone and an old PC can both answer? In three boxes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict
from wtforms import Field
from wtforms.fields import DecimalField
from wtforms.utils import unset_value

from app.web.locale import current_language

_ORDER = {"zh": ("year", "month", "day"), "vi": ("day", "month", "year")}
_WIDTH = {"year": 4, "month": 2, "day": 2}
EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)
"""No birth, paper or payment lies beyond: a slip of the hand, and no calendar reaches there."""


@dataclass(frozen=True, slots=True)
class Part:
    """One box of the date: where it is sent, what it is called, what was typed in it."""

    id: str
    name: str
    label: str
    width: int
    typed: str


class DateParts(Field):
    """A plain date in the boxes `<name>-year`, `<name>-month`, `<name>-day`.

    What was typed is kept, even where there is no such day. Require it with `InputRequired`;
    `Optional` lets three empty boxes through. Printed by `date_field` of components/fields.html.
    """

    typed: dict[str, str]

    def process(self, formdata: Any, data: Any = unset_value, extra_filters: Any = None) -> None:
        self.typed = {}
        if formdata is not None:
            self.typed = {
                part: (formdata.get(f"{self.name}-{part}") or "").strip() for part in _WIDTH
            }
            filled = [text for text in self.typed.values() if text]
            formdata = MultiDict({self.name: filled})
        super().process(formdata, data, extra_filters)

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read the three boxes; three empty ones are no date. Raises ValueError in words."""
        self.data = None
        if not valuelist:
            return
        if len(valuelist) < len(_WIDTH):
            raise ValueError(_("Enter the whole date: day, month and year."))
        try:
            day = date(*(int(self.typed[part]) for part in ("year", "month", "day")))
        except (ValueError, OverflowError):
            day = None
        if day is None or not EARLIEST <= day <= LATEST:
            raise ValueError(_("There is no such day. Check the day, month and year."))
        self.data = day

    @property
    def first_id(self) -> str:
        """Where the error summary leads."""
        return f"{self.id}-{_ORDER[current_language()][0]}"

    def parts(self) -> Iterator[Part]:
        """The boxes in the reader's order: 年月日, or ngày tháng năm."""
        labels = {"year": _("Year"), "month": _("Month"), "day": _("Day")}
        for part in _ORDER[current_language()]:
            typed = self.typed.get(part, "")
            if not self.typed and self.data is not None:
                typed = str(getattr(self.data, part))
            yield Part(
                f"{self.id}-{part}", f"{self.name}-{part}", labels[part], _WIDTH[part], typed
            )


class Number(DecimalField):
    """A number somebody can mean: no `NaN`, nothing endless, and no digit that gets lost when it is
    kept."""

    def process_formdata(self, valuelist: list[str]) -> None:
        super().process_formdata(valuelist)
        if self.data is not None and not _can_be_kept(self.data):
            self.data = None
            raise ValueError(self.gettext("Not a valid decimal value."))


def _can_be_kept(number: Decimal) -> bool:
    """Twelve digits before the decimal sign and six after it, as the columns have them."""
    return number.is_finite() and abs(number) < 10**12 and number % Decimal("0.000001") == 0
