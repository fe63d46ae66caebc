"""Which of the two sides of the border is meant?"""

from enum import StrEnum
from zoneinfo import ZoneInfo

from app.kernel.clock import CHINA, VIETNAM


class Country(StrEnum):
    CN = "CN"
    VN = "VN"

    @property
    def zone(self) -> ZoneInfo:
        return CHINA if self is Country.CN else VIETNAM

    @property
    def other(self) -> "Country":
        return Country.VN if self is Country.CN else Country.CN
