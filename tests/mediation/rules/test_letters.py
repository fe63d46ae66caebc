"""Whose name stands in a letter, and where does the letter stand?"""

import pytest

from app.mediation.rules.disclosures import DisclosureState
from app.mediation.rules.letters import LetterFacts, LetterStage, names_in, stage_of

NAMES = ("阮文雄", "Nguyễn Văn Hùng", "An", "韦", "Công ty Hải Phát")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("请阮文雄到场", ("阮文雄",)),
        ("请 阮 文雄 到场", ("阮文雄",)),
        ("Mời ông Nguyễn Văn Hùng đến", ("Nguyễn Văn Hùng",)),
        ("MOI ONG NGUYEN  VAN HUNG DEN", ("Nguyễn Văn Hùng",)),
        ("Công ty Hải Phát nợ tiền", ("Công ty Hải Phát",)),
        ("Văn Hùng", ()),
        ("Ban hành văn bản; an ninh; 韦氏", ()),
        ("", ()),
    ],
)
def test_a_name_is_found_however_it_is_written(text: str, found: tuple[str, ...]) -> None:
    assert names_in(text, NAMES) == found


@pytest.mark.parametrize(
    ("facts", "stage"),
    [
        (LetterFacts(is_draft=True), LetterStage.DRAFT),
        (LetterFacts(True, approval=DisclosureState.WAITING), LetterStage.WAITING),
        (LetterFacts(True, approval=DisclosureState.APPROVED), LetterStage.APPROVED),
        (LetterFacts(True, approval=DisclosureState.ON_HOLD), LetterStage.DRAFT),
        (LetterFacts(True, approval=DisclosureState.REFUSED), LetterStage.DRAFT),
        (LetterFacts(False), LetterStage.SENT),
        (LetterFacts(False, has_arrived=True), LetterStage.ARRIVED),
        (LetterFacts(False, has_arrived=True, is_answered=True), LetterStage.ANSWERED),
        (LetterFacts(False, is_answered=True, is_withdrawn=True), LetterStage.WITHDRAWN),
    ],
)
def test_a_letter_goes_its_way(facts: LetterFacts, stage: LetterStage) -> None:
    assert stage_of(facts) is stage
