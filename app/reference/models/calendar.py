"""Which days are not what their weekday says?"""

from datetime import date
from enum import StrEnum

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Model, enum_column
from app.kernel.country import Country
from app.reference.models.traits import Named, Sourced


class DayKind(StrEnum):
    HOLIDAY = "holiday"
    MAKEUP_WORK = "makeup_work"
    POSSIBLE_WORK = "possible_work"  # a rest day that the awaited notice may make a working one
    ORDINARY = "ordinary"  # an entry withdrawn: the day is what its weekday says


class CalendarDay(Model, Named, Sourced):
    __tablename__ = "calendar_day"
    __table_args__ = (UniqueConstraint("country", "day"),)

    country: Mapped[Country] = enum_column(Country)
    day: Mapped[date] = mapped_column()
    kind: Mapped[DayKind] = enum_column(DayKind)
    provisional: Mapped[bool] = mapped_column()
