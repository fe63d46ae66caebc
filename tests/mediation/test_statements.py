"""Does a statement keep its original, and does a translation count only once vouched for?"""

from datetime import date

import pytest
from sqlalchemy import select

from app.db import db
from app.kernel.bilingual import TranslationStatus
from app.kernel.errors import NotFound, NotPermitted, RuleBroken
from app.mediation.kinds import Duty
from app.mediation.models import Mediator
from app.mediation.rules.statements import StatementRefusal
from app.mediation.services import details, statements
from app.mediation.services.case_people import assign
from app.mediation.services.vouching import Vouching
from tests.factories import NOW, actor
from tests.mediation.disputes import accepted, registered
from tests.pages import text_of

ON = date(2026, 11, 23)
T = TranslationStatus


@pytest.fixture
def case(ctx, world):
    return accepted(actor("clerk.youyi"), "阮文雄", "韦国强")


def translated(case, by="clerk2.youyi"):
    return statements.translate(
        actor(by),
        case_id=case.id,
        statement_id=case.facts.id,
        translation="Hai nhà tranh chấp con mương ở biên giới.",
        now=NOW,
    )


def confirm(case, by, **vouching):
    return statements.confirm(
        actor(by),
        case_id=case.id,
        statement_id=case.facts.id,
        vouching=Vouching(**{"way": T.SECOND_PERSON, "on": ON} | vouching),
        now=NOW,
    )


def give_duty(case, name, duty):
    person = db.session.scalars(select(Mediator).where(Mediator.name == name)).one()
    return assign(
        actor("clerk.youyi"), case_id=case.id, mediator_id=person.id, duty=duty, on=ON, now=NOW
    )


def test_translation_stands_beside_the_original_unconfirmed(case):
    facts = translated(case)
    assert facts.original == "两家为界边的水渠争执。"
    assert (facts.text_in("vi"), facts.status) == (facts.translation, T.UNCONFIRMED)


def test_second_person_confirms_but_never_the_translator(case):
    translated(case)
    with pytest.raises(RuleBroken) as broken:
        confirm(case, "clerk2.youyi")
    assert [r.code for r in broken.value.refusals] == [StatementRefusal.OWN_TRANSLATION]
    assert confirm(case, "clerk.youyi").status is T.SECOND_PERSON


def test_translator_may_read_it_back_to_a_party_who_agrees(case):
    translated(case)
    party = case.parties[0]
    read = {"way": T.READ_BACK, "reader": "黎秀兰", "party_id": party.id}
    with pytest.raises(RuleBroken) as broken:
        confirm(case, "clerk2.youyi", **read)
    assert [r.code for r in broken.value.refusals] == [StatementRefusal.PARTY_DID_NOT_AGREE]
    facts = confirm(case, "clerk2.youyi", party_agreed=True, **read)
    assert facts.status is T.READ_BACK
    assert "黎秀兰" in facts.confirmation_note
    assert "阮文雄" in facts.confirmation_note


def test_other_sides_mediator_confirms_only_when_in_the_case(case):
    translated(case)
    with pytest.raises(RuleBroken):
        confirm(case, "clerk.youyi", way=T.OTHER_SIDE_MEDIATOR)
    duty = give_duty(case, "Nông Văn Bình", Duty.FOREIGN_INVITED)
    facts = confirm(case, "clerk.youyi", way=T.OTHER_SIDE_MEDIATOR, case_mediator_id=duty.id)
    assert facts.status is T.OTHER_SIDE_MEDIATOR


def test_nothing_is_confirmed_before_it_is_translated(case):
    with pytest.raises(RuleBroken) as broken:
        confirm(case, "clerk.youyi")
    assert StatementRefusal.NOTHING_TO_CONFIRM in {r.code for r in broken.value.refusals}


def test_other_words_make_the_translation_unconfirmed_again(case):
    translated(case)
    confirm(case, "clerk.youyi")
    facts = rewritten(case, "两家为田埂争执。", "zh")
    assert (facts.status, facts.translation != "") == (T.UNCONFIRMED, True)


def test_translation_goes_when_it_was_in_what_is_now_the_original_language(case):
    translated(case)
    facts = rewritten(case, "Hai nhà tranh chấp bờ ruộng.", "vi")
    assert (facts.status, facts.translation) == (T.NONE, "")


def rewritten(case, words, language):
    details.edit_dispute(
        actor("clerk.youyi"),
        case_id=case.id,
        cn_type=case.cn_type,
        border_subtype="",
        vn_scope="",
        facts=words,
        facts_language=language,
        requests="",
        requests_language=language,
        claimed=None,
        now=NOW,
    )
    return case.facts


def test_interpreter_translates_the_assigned_case_and_never_confirms(case):
    with pytest.raises(NotFound):
        translated(case, by="interpreter.youyi")
    give_duty(case, "黎秀兰", Duty.INTERPRETER)
    assert translated(case, by="interpreter.youyi").status is T.UNCONFIRMED
    with pytest.raises(NotPermitted):
        confirm(case, "interpreter.youyi")


@pytest.mark.parametrize("language", ["zh", "vi"])
def test_statement_is_translated_and_read_back_on_its_pages(app, world, client, language):
    with app.app_context():
        case = registered(actor("clerk.youyi"), "阮文雄", "韦国强")
        where = f"/cases/{case.id}/statements/{case.facts.id}"
        party = case.parties[0].id
    client.sign_in("clerk.youyi").read_in(language)
    client.get(f"{where}/translate")
    client.follow(client.post(f"{where}/translate", {"translation": "Hai nhà tranh chấp."}))
    page = client.get(f"{where}/confirm")
    assert "Hai nhà tranh chấp." in page
    day = {"on-year": "2026", "on-month": "11", "on-day": "23"}
    assert client.post(f"{where}/confirm", day | {"way": "second_person"}).status_code == 422
    read = {"way": "read_back", "reader": "黎秀兰", "party_id": str(party), "party_agreed": "y"}
    client.follow(client.post(f"{where}/confirm", day | read))
    assert "黎秀兰 → 阮文雄" in text_of(client.get(where))
