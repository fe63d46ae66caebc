"""Whom is a letter offered to go to? Bodies that deal with disputes, the memorandum's first."""

from flask import Flask

from app.db import db, transaction
from app.kernel.country import Country
from app.mediation.models import Case
from app.mediation.queries.addressees import PRISONS, addressees
from app.reference.queries import organisations
from tests.factories import World
from tests.mediation.stages import TODAY, received
from tests.pages import Reader


def test_prisons_are_in_the_register_and_not_among_the_addressees(ctx: Flask, world: World) -> None:
    found = addressees(received(), TODAY)
    assert any(each.kind in PRISONS for each in organisations(Country.CN))
    for country in Country:
        assert found[country]
        assert {each.country for each in found[country]} == {country}
        assert not any(each.kind in PRISONS for each in found[country])


def test_the_parties_of_the_memorandum_stand_first(ctx: Flask, world: World) -> None:
    from app.bilateral.queries import memoranda

    case_id = received().id
    memorandum = memoranda()[0]
    with transaction():
        db.session.get_one(Case, case_id).memorandum = memorandum
    acting = [each for row in memorandum.parties if (each := row.standing(TODAY))]
    assert acting
    found = addressees(db.session.get_one(Case, case_id), TODAY)
    for country in Country:
        own = {each.id for each in acting if each.country is country}
        assert {each.id for each in found[country][: len(own)]} == own


def test_the_list_is_grouped_by_side(app: Flask, world: World, client: Reader) -> None:
    with app.app_context():
        case_id = received().id
    page = client.sign_in("clerk.youyi").get(f"/cases/{case_id}/letters/write")
    assert page.index('<optgroup label="越南"') < page.index('<optgroup label="中国"')
    assert "监狱" not in page
