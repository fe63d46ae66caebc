"""Is every page usable by everybody, on a phone, in both languages?"""

import pytest

from tests.browser.demonstration import Tour
from tests.browser.looks import faults
from tests.browser.tour import STOPS, Stop

PHONE = 360


@pytest.mark.parametrize("language", ["zh", "vi"])
@pytest.mark.parametrize("stop", STOPS, ids=lambda stop: stop.name)
def test_page_is_usable_on_a_phone(tour: Tour, stop: Stop, language: str) -> None:
    page = tour.open(stop, language, PHONE)
    assert faults(page, language) == []
