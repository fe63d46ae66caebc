"""Does the table journey say what comes next?"""

import pytest

from app.mediation.rules.table_steps import StepState as S
from app.mediation.rules.table_steps import table_steps


@pytest.mark.parametrize(
    ("marks", "states"),
    [
        ((False, False, False), [S.NOW, S.LATER, S.LATER, S.LATER]),
        ((True, False, False), [S.DONE, S.NOW, S.LATER, S.LATER]),
        ((True, True, False), [S.DONE, S.DONE, S.DONE, S.NOW]),
        ((False, True, False), [S.DONE, S.DONE, S.DONE, S.NOW]),
        ((True, False, True), [S.DONE, S.DONE, S.DONE, S.DONE]),
    ],
    ids=["empty", "composed", "printed", "printed and a text taken out", "signed without a sheet"],
)
def test_first_step_without_a_mark_is_next(marks: tuple[bool, ...], states: list[S]) -> None:
    has_clauses, has_sheet, is_signed = marks
    found = table_steps(has_clauses=has_clauses, has_sheet=has_sheet, is_signed=is_signed)
    assert list(found.values()) == states
