"""Is the archive the end? Nothing of the file changes there but a consent that is withdrawn."""

from collections.abc import Callable
from datetime import date

import pytest
from flask import Flask

from app.kernel.errors import RuleBroken
from app.mediation.kinds import Conflict, ConsentPurpose, Route
from app.mediation.models import Case, Consent
from app.mediation.rules.attachments import FileRefusal
from app.mediation.rules.file_checklist import FileItem
from app.mediation.rules.retention import RetentionKind
from app.mediation.rules.screening import ScreeningKey
from app.mediation.services import case_people, closing, consents, screening, statements
from app.mediation.states import CaseAction, CaseState
from tests.factories import NOW, World, actor
from tests.mediation.stages import RECEIVED, TODAY, codes, mediating, step
from tests.pages import Reader, text_of

CHINESE = "zh"


def archived() -> tuple[Case, Consent]:
    """A case that ended without agreement, in the archive, with one consent."""
    clerk, case = actor("clerk.youyi"), mediating()
    consent = consents.give_consent(
        clerk, case_id=case.id, party_id=case.parties[0].id,
        purpose=ConsentPurpose.MEDIATION_FILE, language=CHINESE, on=RECEIVED, now=NOW,
    )  # fmt: skip
    step(case.id, CaseAction.FAIL, reason="差距太大", route=Route.COURT)
    report = closing.Closing(report="未达成协议。", on=TODAY, retention=RetentionKind.LONG)
    closing.close(clerk, case_id=case.id, closing=report, now=NOW)
    there = {item: closing.ItemNote(present=True) for item in FileItem}
    closing.note_file(clerk, case_id=case.id, notes=there, now=NOW)
    step(case.id, CaseAction.ARCHIVE)
    assert case.state is CaseState.ARCHIVED
    return case, consent


def tell_rights(case: Case) -> None:
    consents.tell_rights(
        actor("clerk.youyi"), case_id=case.id, party_id=case.parties[0].id, on=date(2026, 11, 3),
        language=CHINESE, now=NOW,
    )  # fmt: skip


def translate(case: Case) -> None:
    assert case.facts is not None
    statements.translate(
        actor("clerk.youyi"), case_id=case.id, statement_id=case.facts.id, translation="Nợ tiền.",
        now=NOW,
    )  # fmt: skip


def declare(case: Case) -> None:
    case_people.declare(
        actor("clerk.youyi"), case_id=case.id, duty_id=case.mediators[0].id,
        conflict=Conflict.DENIED, conflict_note="", now=NOW,
    )  # fmt: skip


def answer(case: Case) -> None:
    screening.answer_screening(
        actor("clerk.youyi"), case_id=case.id, answers={ScreeningKey.BORDER_EVENT: True}, now=NOW
    )


@pytest.mark.parametrize("change", [tell_rights, translate, declare, answer])
def test_nothing_of_an_archived_case_changes(
    ctx: Flask, world: World, change: Callable[[Case], None]
) -> None:
    case, _ = archived()
    with pytest.raises(RuleBroken) as refused:
        change(case)
    assert codes(refused.value) == {FileRefusal.FILE_SHUT}


def test_a_consent_may_be_withdrawn_even_then(ctx: Flask, world: World) -> None:
    case, consent = archived()
    consents.withdraw_consent(
        actor("clerk.youyi"), case_id=case.id, party_id=consent.party_id, consent_id=consent.id,
        on=TODAY, now=NOW,
    )  # fmt: skip
    assert consent.withdrawn_on == TODAY


def test_the_page_of_an_archived_case_offers_that_alone(
    client: Reader, app: Flask, world: World
) -> None:
    with app.app_context():
        case_id = archived()[0].id
    client.sign_in("clerk.youyi")
    text = text_of(client.get(f"/cases/{case_id}"))
    assert "撤回" in text
    for offered in ("修改译文", "登记同意", "填写卷内材料", "登记函件", "指派人员"):
        assert offered not in text
