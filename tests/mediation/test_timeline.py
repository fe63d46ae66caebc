"""In which order is one day told? As it went, even where everything was entered at once."""

from flask import Flask

from app.mediation.models import CaseMove
from app.mediation.queries.timeline import Event, EventKind, timeline_of
from tests.factories import World, actor
from tests.mediation.settling import SIGNED, signed
from tests.mediation.test_spot import enter


def test_one_day_is_told_in_the_order_it_went(ctx: Flask, world: World) -> None:
    assert [said(event) for event in timeline_of(enter(world))] == [
        "received", "accepted", "mediating", "signed",
        "agreed", "performing", "receipt", "performed",
    ]  # fmt: skip


def said(event: Event) -> str:
    if event.kind is EventKind.MOVE:
        assert isinstance(event.row, CaseMove)
        return event.row.to_state.value
    return event.kind.value


def test_each_signature_is_told_with_its_hour(ctx: Flask, world: World) -> None:
    debt = signed(actor("clerk.youyi"), world)
    line = [event for event in timeline_of(debt.case) if event.on == SIGNED]
    assert [said(event) for event in line] == [
        "signature", "signature", "signature", "signed", "agreed", "performing",
    ]  # fmt: skip
    assert all(event.at is not None for event in line[:3])
