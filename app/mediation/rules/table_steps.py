"""How far is an agreement made at the table? Four steps, each done, next, or later.

The register's own design: compose, read aloud in both languages, print the sheet, sign.
"""

from enum import StrEnum


class TableStep(StrEnum):
    CLAUSES = "clauses"
    READING = "reading"
    SHEET = "sheet"
    SIGNATURES = "signatures"


class StepState(StrEnum):
    DONE = "step_done"
    NOW = "step_now"
    LATER = "step_later"


def table_steps(
    *, has_clauses: bool, has_sheet: bool, is_signed: bool
) -> dict[TableStep, StepState]:
    """A step counts as done where it, or one after it, left its mark; the first other is next.

    Reading aloud leaves none but that the sheet was printed after it.
    """
    marks = (has_clauses, False, has_sheet, is_signed)
    done = [any(marks[place:]) for place in range(len(marks))]
    turn = done.index(False) if False in done else len(done)
    return {
        step: StepState.DONE if done[i] else StepState.NOW if i == turn else StepState.LATER
        for i, step in enumerate(TableStep)
    }
