"""Can words be changed behind the names that stand under them? By no road."""

import pytest

from app.kernel.errors import RuleBroken
from app.mediation.kinds import RepresentativeKind
from app.mediation.models import Term
from app.mediation.queries.agreement_text import text_digest
from app.mediation.rules.agreements import AgreementRefusal
from app.mediation.rules.signing import SigningRefusal
from app.mediation.services import parties, statements, terms
from tests.factories import NOW, actor
from tests.mediation.settling import Debt, drafted, record, signatures, signed
from tests.mediation.stages import codes

OTHER = "Không nợ gì cả."


def translate_facts(debt: Debt) -> None:
    facts = debt.agreement.facts
    statements.translate(
        actor("clerk.youyi"), case_id=debt.case_id, statement_id=facts.id, translation=OTHER,
        now=NOW,
    )  # fmt: skip


def translate_clause(debt: Debt) -> None:
    free: Term = next(each for each in debt.agreement.terms if each.clause_version is None)
    terms.translate_term(
        actor("clerk.youyi"), case_id=debt.case_id, agreement_id=debt.agreement_id,
        term_id=free.id, text=OTHER, now=NOW,
    )  # fmt: skip


ROADS = pytest.mark.parametrize("change", [translate_facts, translate_clause])


@ROADS
def test_words_of_a_draft_are_translated_anew(ctx, world, change):
    debt = drafted(actor("clerk.youyi"), world)
    before = text_digest(debt.agreement)
    change(debt)
    assert text_digest(debt.agreement) != before


@ROADS
def test_words_stand_as_soon_as_the_first_has_signed(ctx, world, change):
    clerk = actor("clerk.youyi")
    debt = drafted(clerk, world)
    record(clerk, debt, signatures(debt)[:1])
    before = text_digest(debt.agreement)
    with pytest.raises(RuleBroken) as refused:
        change(debt)
    assert codes(refused.value) == {SigningRefusal.SIGNATURES_STAND}
    assert text_digest(debt.agreement) == before


@ROADS
def test_words_stand_for_good_once_all_have_signed(ctx, world, change):
    debt = signed(actor("clerk.youyi"), world)
    before = text_digest(debt.agreement)
    with pytest.raises(RuleBroken) as refused:
        change(debt)
    assert codes(refused.value) == {AgreementRefusal.TEXT_THERE}
    assert text_digest(debt.agreement) == before


@pytest.mark.parametrize(
    "other",
    [
        {"name": "别人"},
        {"name_han": "别人"},
        {"name_latin": "Người Khác"},
        {"nationality": "VN"},
        {"representative_kind": RepresentativeKind.AGENT, "representative_name": "别人"},
    ],
)
def test_nobody_signs_for_other_parties_than_the_first_signer_read_of(ctx, world, other):
    clerk = actor("clerk.youyi")
    debt = drafted(clerk, world)
    first, *others = signatures(debt)
    record(clerk, debt, [first])
    party = debt.case.parties[1]
    known = {"role": party.role, "name": party.name, "nationality": party.nationality}
    details = parties.PartyDetails(**(known | other))
    parties.edit_party(
        clerk, case_id=debt.case_id, party_id=party.id, details=details, accept_doubts=True, now=NOW
    )
    with pytest.raises(RuleBroken) as refused:
        record(clerk, debt, others[-1:])
    assert codes(refused.value) == {SigningRefusal.TEXT_CHANGED}
