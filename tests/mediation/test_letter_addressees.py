"""Does a letter across the border stay one, whatever its addressee is called?"""

import pytest
from flask import Flask

from app.db import db
from app.kernel.country import Country
from app.kernel.errors import RuleBroken
from app.mediation.rules.letters import LetterRefusal as R
from app.mediation.rules.letters import is_named
from app.reference.models import Organisation
from app.reference.queries import organisations
from tests.factories import World
from tests.mediation.crossing import send, write
from tests.mediation.stages import codes, received

HVT = "Ủy ban nhân dân xã Hoàng Văn Thụ"


@pytest.mark.parametrize(
    "typed",
    ["ỦY BAN NHÂN DÂN XÃ HOÀNG VĂN THỤ", "uy ban nhan dan xa hoang van thu, ông Nông Văn Bình"],
)
def test_what_is_called_our_own_side_and_is_not_crosses_the_border(
    ctx: Flask, world: World, typed: str
) -> None:
    row = write(received(), crosses_border=False, correspondent=typed)
    assert row.crosses_border
    assert row.needs_approval
    with pytest.raises(RuleBroken) as refused:
        send(row)
    assert codes(refused.value) == {R.NOT_APPROVED}


def test_an_addressee_of_the_other_side_in_our_words_is_known_too(ctx: Flask, world: World) -> None:
    other = db.session.get_one(Organisation, world.hoang_van_thu)
    row = write(received(), crosses_border=False, correspondent=f"{other.name.zh}  （收）")
    assert row.crosses_border


def test_no_authority_of_one_side_is_taken_for_one_of_the_other(ctx: Flask, world: World) -> None:
    for country in Country:
        others = [
            name for each in organisations(country.other) for name in (each.name.zh, each.name.vi)
        ]
        for own in organisations(country):
            for name in (own.name.zh, own.name.vi):
                assert not is_named(name, others), name


def test_a_draft_of_before_is_not_sent_to_the_other_side_as_our_own(
    ctx: Flask, world: World
) -> None:
    row = write(received(), crosses_border=False, correspondent="凭祥市公安局")
    row.correspondent = HVT
    db.session.commit()
    with pytest.raises(RuleBroken) as refused:
        send(row)
    assert codes(refused.value) == {R.ADDRESSEE_SIDE}
