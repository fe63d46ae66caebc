"""Which court is open to the parties, and to whom of them?"""

from datetime import date

import pytest

from app.kernel.country import Country
from app.mediation.rules.court_step import (
    CONFIRMATION,
    RECOGNITION,
    CourtStep,
    CourtStepRefusal,
    offered,
    refusals,
)

LAST_DAY = date(2026, 6, 22)
CN, VN = Country.CN, Country.VN


@pytest.mark.parametrize(
    ("bodies", "steps"),
    [
        ({CN}, (CONFIRMATION,)),  # no Vietnamese body mediated: its courts are not offered
        ({VN}, (RECOGNITION,)),
        ({CN, VN}, (CONFIRMATION, RECOGNITION)),
    ],
)
def test_court_is_offered_where_its_countrys_body_mediated(
    bodies: set[Country], steps: tuple[CourtStep, ...]
) -> None:
    assert offered(bodies, excluded=False) == steps
    assert offered(bodies, excluded=True) == ()


def codes(step: CourtStep, **changes: object) -> list[object]:
    usual: dict[str, object] = {
        "mediated_by": {CN, VN},
        "excluded": False,
        "is_written": True,
        "applicant_asks": True,
        "respondent_asks": True,
        "asked_on": LAST_DAY,
        "last_day": LAST_DAY,
    }
    found = refusals(step, **(usual | changes))  # type: ignore[arg-type]
    return [refusal.code for refusal in found]


@pytest.mark.parametrize("step", [CONFIRMATION, RECOGNITION])
def test_both_parties_together_are_heard_by_either_court_until_the_last_day(
    step: CourtStep,
) -> None:
    assert codes(step) == []
    assert codes(step, asked_on=date(2026, 6, 23)) == [CourtStepRefusal.TOO_LATE]


@pytest.mark.parametrize("asks", ["applicant_asks", "respondent_asks"])
def test_one_party_suffices_in_vietnam_and_not_in_china(asks: str) -> None:
    alone = {"applicant_asks": False, "respondent_asks": False, asks: True}
    assert codes(RECOGNITION, **alone) == []
    assert codes(CONFIRMATION, **alone) == [CourtStepRefusal.BOTH_MUST_APPLY]


def test_everything_wrong_is_said_at_once() -> None:
    found = codes(
        RECOGNITION,
        mediated_by={CN},
        excluded=True,
        is_written=False,
        applicant_asks=False,
        respondent_asks=False,
        asked_on=date(2027, 1, 1),
    )
    assert found == [
        CourtStepRefusal.EXCLUDED,
        CourtStepRefusal.NOT_MEDIATED_THERE,
        CourtStepRefusal.NOT_WRITTEN,
        CourtStepRefusal.NOBODY_APPLIES,
        CourtStepRefusal.TOO_LATE,
    ]
