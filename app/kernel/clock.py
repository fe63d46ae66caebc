"""What is "now", and what does the clock on the wall say in each place?"""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

CHINA = ZoneInfo("Asia/Shanghai")
VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


def utc_now() -> datetime:
    return datetime.now(UTC)


def today(zone: ZoneInfo) -> date:
    """The date in `zone`; for an hour each night it differs across the border."""
    return utc_now().astimezone(zone).date()


def local(instant: datetime, zone: ZoneInfo) -> datetime:
    """Wall time of an aware instant in `zone`; a naive one raises ValueError."""
    if instant.tzinfo is None:
        raise ValueError("an instant must carry its zone")
    return instant.astimezone(zone)
