"""Whom may a letter to the other side name? Those who consented to sharing, and nobody else."""

import pytest
from flask import Flask

from app.mediation.kinds import ConsentPurpose, LetterDirection, LetterKind
from app.mediation.services import consents, letters
from app.mediation.services.letters import LetterEntry
from tests.factories import NOW, World, actor
from tests.mediation.stages import RECEIVED, TODAY, received
from tests.pages import Reader, text_of

FACTS = "被申请人欠申请人货款12000元"


def letter_to_print(kind: LetterKind, *, consented: bool) -> str:
    """The address of a letter sent in a case of 阮文雄, whose parties consented or not."""
    clerk, case = actor("clerk.youyi"), received()
    entry = LetterEntry(kind, LetterDirection.SENT, "Ủy ban nhân dân xã Hoàng Văn Thụ", TODAY)
    row = letters.log_letter(clerk, case_id=case.id, entry=entry, now=NOW)
    for party in case.parties if consented else ():
        consents.give_consent(
            clerk, case_id=case.id, party_id=party.id, purpose=ConsentPurpose.SHARING,
            language="zh", on=RECEIVED, now=NOW,
        )  # fmt: skip
    return f"/cases/{case.id}/letters/{row.id}"


@pytest.mark.parametrize("kind", [LetterKind.INVITATION, LetterKind.INFORMATION])
@pytest.mark.parametrize("consented", [True, False])
def test_a_letter_to_the_other_side_names_people_only_with_their_consent(
    client: Reader, app: Flask, world: World, kind: LetterKind, consented: bool
) -> None:
    with app.app_context():
        where = letter_to_print(kind, consented=consented)
    text = text_of(client.sign_in("clerk.youyi").get(where))
    assert ("阮文雄" in text, FACTS in text) == (consented, consented)
    assert ("信中不写姓名" in text) is not consented
    assert "越南（申请人）" in text or consented


def test_a_transfer_names_the_parties_and_warns(client: Reader, app: Flask, world: World) -> None:
    with app.app_context():
        where = letter_to_print(LetterKind.TRANSFER, consented=False)
    text = text_of(client.sign_in("clerk.youyi").get(where))
    assert "阮文雄" in text
    assert "不得将本函发往对方" in text
