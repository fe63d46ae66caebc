"""How does a letter speak of the parties? As the glossary does, and of a firm as of a firm."""

from flask import Flask

from app.db import db, transaction
from app.mediation.kinds import PartyKind
from app.mediation.models import Case
from app.mediation.queries.letters import letter_text
from tests.factories import World
from tests.mediation.crossing import write
from tests.mediation.stages import received


def test_a_firm_is_of_a_country_and_has_no_nationality(ctx: Flask, world: World) -> None:
    case_id = received().id
    with transaction():
        db.session.get_one(Case, case_id).parties[1].kind = PartyKind.LEGAL
    text = letter_text(write(db.session.get_one(Case, case_id)))
    assert "申请人阮文雄（越南籍）；被申请人韦大山（中国单位）" in text.zh
    assert "(tổ chức Trung Quốc)" in text.vi


def test_the_parties_are_called_as_on_every_page(ctx: Flask, world: World) -> None:
    text = letter_text(write(received()))
    assert "Bên yêu cầu hòa giải" in text.vi
    assert "Bên được yêu cầu hòa giải" in text.vi
