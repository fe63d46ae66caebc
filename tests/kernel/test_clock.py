from datetime import UTC, datetime

import pytest

from app.kernel.clock import CHINA, VIETNAM, local, today, utc_now
from app.kernel.country import Country


def test_now_is_an_aware_utc_instant():
    assert utc_now().utcoffset().total_seconds() == 0


def test_half_past_nine_in_pingxiang_is_half_past_eight_in_lang_son():
    instant = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)
    assert f"{local(instant, CHINA):%H:%M}" == "09:30"
    assert f"{local(instant, VIETNAM):%H:%M}" == "08:30"


def test_the_last_hour_of_the_year_in_vietnam_is_already_next_year_in_china():
    instant = datetime(2026, 12, 31, 16, 30, tzinfo=UTC)
    assert local(instant, VIETNAM).year == 2026
    assert local(instant, CHINA).year == 2027


def test_an_instant_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="zone"):
        local(datetime(2026, 1, 1), CHINA)  # noqa: DTZ001 - what is refused


def test_today_is_the_date_on_the_wall_there():
    before, there, after = utc_now(), today(CHINA), utc_now()
    assert local(before, CHINA).date() <= there <= local(after, CHINA).date()


def test_each_country_has_its_zone_and_its_neighbour():
    assert (Country.CN.zone, Country.VN.zone) == (CHINA, VIETNAM)
    assert Country.CN.other is Country.VN
    assert all(country.other.other is country for country in Country)
