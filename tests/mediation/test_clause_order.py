"""Where does a new clause stand? Behind what is agreed, before how all of it ends."""

from flask import Flask

from app.kernel.bilingual import Language
from app.mediation.rules.agreements import Wording
from app.mediation.services import terms
from tests.factories import NOW, World, actor
from tests.mediation.composed import add, begun, lump_sum, place
from tests.mediation.settling import Debt

FREE = Wording("双方今后和睦相处。", "", Language.ZH)


def order(debt: Debt) -> list[str]:
    """The keys of the clauses as they stand, without those about the paper itself."""
    found = [each for each in debt.agreement.terms if not each.is_closing]
    assert [each.position for each in debt.agreement.terms] == list(
        range(1, len(debt.agreement.terms) + 1)
    )
    assert debt.agreement.terms[: len(found)] == found
    return [each.clause_version.clause.key if each.clause_version else "free" for each in found]


def test_what_is_agreed_stands_before_how_it_ends(ctx: Flask, world: World) -> None:
    clerk = actor("clerk.youyi")
    debt = begun(clerk, world)
    add(clerk, debt, "final_settlement", {})
    add(clerk, debt, "lump_sum", lump_sum(debt))
    terms.add_term(clerk, **place(debt), wording=FREE, now=NOW)
    assert order(debt) == ["lump_sum", "free", "final_settlement"]


def test_a_clause_moved_by_hand_stays_where_it_was_put(ctx: Flask, world: World) -> None:
    clerk = actor("clerk.youyi")
    debt = begun(clerk, world)
    settled = add(clerk, debt, "final_settlement", {})
    add(clerk, debt, "lump_sum", lump_sum(debt))
    terms.move_term(clerk, **place(debt), term_id=settled.id, up=True, now=NOW)
    terms.add_term(clerk, **place(debt), wording=FREE, now=NOW)
    assert order(debt) == ["final_settlement", "lump_sum", "free"]
