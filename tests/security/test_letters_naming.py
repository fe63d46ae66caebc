"""Can a name cross the border beside the text of a letter? Neither as addressee nor as number."""

import pytest

from app.kernel.errors import RuleBroken
from app.mediation.kinds import LetterKind
from app.mediation.models import Letter
from app.mediation.queries.letters import letter_text
from app.mediation.rules.letters import LetterRefusal
from app.mediation.services import letter_writing
from app.mediation.services.letter_writing import LetterHead
from tests.factories import NOW
from tests.mediation.crossing import ask_for, clerk, consent, decide, send, take_back, write
from tests.mediation.stages import codes, received
from tests.pages import Reader

BODY = "Ủy ban nhân dân xã Hoàng Văn Thụ"


def readdress(row: Letter, number: str, names_people: bool = True) -> Letter:
    head = LetterHead(LetterKind.INVITATION, True, names_people, None, BODY, number)
    return letter_writing.edit(
        clerk(), case_id=row.case_id, letter_id=row.id, head=head, text=letter_text(row), now=NOW
    )


def test_addressee_is_no_way_to_name_a_party(ctx):
    row = write(received(), names_people=False, correspondent="Ông 阮文雄")
    with pytest.raises(RuleBroken) as refused:
        send(row)
    assert codes(refused.value) == {LetterRefusal.NAMES_SOMEBODY}


def test_number_is_no_way_to_name_a_party(ctx):
    row = write(received(), names_people=False)
    with pytest.raises(RuleBroken) as refused:
        readdress(row, "1/阮文雄", names_people=False)
    assert codes(refused.value) == {LetterRefusal.NAMES_SOMEBODY}


def test_other_number_than_the_approved_one_needs_a_new_request(ctx):
    case = received()
    consent(case)
    row = write(case)
    decide(ask_for(row))
    readdress(row, "7/阮文雄")
    with pytest.raises(RuleBroken) as refused:
        send(row)
    assert codes(refused.value) == {LetterRefusal.NOT_APPROVED}


def copied(client: Reader, row: Letter) -> int:
    """What asking for the editable copy answers; the page of the letter offers it or does not."""
    one = f"/cases/{row.case_id}/letters/{row.id}"
    status = client.http.get(f"{one}/letter.docx").status_code
    assert ("letter.docx" in client.get(one)) is (status == 200)
    return status


def test_editable_copy_that_names_a_person_waits_for_approval_and_consent(client, app):
    client.sign_in("clerk.youyi")
    with app.app_context():
        case = received()
        consent(case)
        row = write(case)
        assert copied(client, row) == 422
        asked = ask_for(row)
        assert copied(client, row) == 422
        decide(asked)
        assert copied(client, row) == 200
        take_back(case)
        assert copied(client, row) == 422
        assert copied(client, write(case, names_people=False)) == 200
