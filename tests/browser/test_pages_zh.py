"""Is every page usable by everybody, on a phone, in Chinese?"""

import pytest

from tests.browser.demonstration import Tour
from tests.browser.looks import PHONE, faults
from tests.browser.tour import STOPS, Stop, examined_in


@pytest.mark.parametrize("stop", STOPS, ids=lambda stop: stop.name)
def test_page_is_usable_on_a_phone(tour: Tour, stop: Stop) -> None:
    page = tour.open(stop, "zh", PHONE)
    assert faults(page, "zh", with_axe=examined_in(stop) == "zh") == []
