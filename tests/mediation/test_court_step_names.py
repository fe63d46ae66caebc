"""Are the court steps of an agreement and of its supplement told apart?"""

import pytest
from flask import Flask

from app.mediation.rules.deadlines import DeadlineCode
from tests.factories import World, actor
from tests.mediation.settling import sign, signed
from tests.mediation.test_supplements import written
from tests.pages import Reader, text_of


@pytest.mark.parametrize(
    ("language", "names"),
    [("zh", ("（原协议）", "（补充1）")), ("vi", ("(thỏa thuận ban đầu)", "(bổ sung 1)"))],
)
def test_each_court_step_names_its_agreement_once_there_are_two(
    app: Flask, world: World, client: Reader, language: str, names: tuple[str, str]
) -> None:
    with app.app_context():
        debt = signed(actor("clerk.youyi"), world)
        case_id = debt.case_id
    client.sign_in("clerk.youyi").read_in(language)
    shown = text_of(client.get(f"/cases/{case_id}"))
    assert [name for name in names if name in shown] == []
    with app.app_context():
        sign(actor("clerk.youyi"), written(debt, 0, 1, amount=12000))
        steps = [each for each in debt.case.deadlines if each.rule is DeadlineCode.COURT_STEP]
        assert len(steps) == 2
    shown = text_of(client.get(f"/cases/{case_id}"))
    assert [name for name in names if name not in shown] == []
