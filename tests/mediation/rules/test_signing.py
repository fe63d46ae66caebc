"""Does the sheet ask for the right names, and is nothing taken for a signature that is none?"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.mediation.kinds import (
    AgreementForm,
    Duty,
    PartyKind,
    RepresentativeKind,
    SignatureKind,
    SigningCapacity,
)
from app.mediation.rules.signing import (
    Entry,
    LineState,
    PartyToSign,
    PersonToSign,
    Signer,
    SigningRefusal,
    entry_refusals,
    lines,
    missing,
    refused,
    sheet_refusals,
    state_of,
    text_refusals,
)

SIGNED, FINGERPRINT, REFUSED = SignatureKind
WRITTEN, ORAL = AgreementForm
AGENT, LEGAL, GUARDIAN = RepresentativeKind
RUAN, WEI = PartyToSign(1, "阮文雄"), PartyToSign(2, "韦大山")
PRESIDING = PersonToSign(7, "韦国强", Duty.PRESIDING)
INTERPRETER = PersonToSign(8, "黎秀兰", Duty.INTERPRETER)
GUEST = PersonToSign(9, "Nông Văn Bình", Duty.FOREIGN_INVITED)
NOW = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
SINCE = NOW - timedelta(days=10)


def asked(party: PartyToSign) -> tuple[SigningCapacity, ...]:
    (line,) = lines(WRITTEN, [party], [])
    return tuple(each.capacity for each in line.signers)


def required(form: AgreementForm, *people: PersonToSign) -> list[str]:
    return [each.name for each in lines(form, [RUAN, WEI], people) if each.is_required]


def test_a_written_agreement_is_signed_by_parties_presiding_mediator_and_interpreter() -> None:
    everybody = required(WRITTEN, PRESIDING, INTERPRETER, GUEST)
    assert everybody == ["阮文雄", "韦大山", "韦国强", "黎秀兰"]
    assert len(lines(WRITTEN, [RUAN, WEI], [PRESIDING, GUEST])) == 4, "a guest may sign as well"


def test_an_oral_agreement_is_signed_by_the_mediator_who_recorded_it() -> None:
    assert required(ORAL, PRESIDING, INTERPRETER) == ["韦国强"]


def test_a_related_person_signs_only_what_binds_them() -> None:
    (line,) = lines(WRITTEN, [replace(RUAN, is_bound=False)], [])
    assert not line.is_required
    assert line.signers


@pytest.mark.parametrize(
    ("acting", "kind", "capacities"),
    [
        (None, PartyKind.NATURAL, ["in_person"]),
        (AGENT, PartyKind.NATURAL, ["in_person", "agent"]),  # either of them
        (GUARDIAN, PartyKind.NATURAL, ["guardian"]),
        (LEGAL, PartyKind.LEGAL, ["legal_representative"]),
        (AGENT, PartyKind.LEGAL, ["agent"]),
        (None, PartyKind.LEGAL, ["in_person"]),  # with its seal
    ],
)
def test_who_acts_for_a_party_signs_for_it(
    acting: RepresentativeKind | None, kind: PartyKind, capacities: list[str]
) -> None:
    name = "农四妹" if acting else ""
    assert list(asked(replace(RUAN, kind=kind, acting=acting, representative=name))) == capacities


def test_for_a_child_only_the_guardian_signs_and_without_one_nobody() -> None:
    child = replace(RUAN, is_minor=True)
    assert asked(replace(child, acting=GUARDIAN, representative="阮母")) == ("guardian",)
    for alone in (child, replace(child, acting=AGENT, representative="律师")):
        (refusal,) = sheet_refusals(lines(WRITTEN, [alone], []))
        assert refusal.code is SigningRefusal.NOBODY_ACTS
        assert refusal.facts == {"party": "阮文雄"}


def test_agent_signs_instead_of_the_party_but_not_against_its_refusal() -> None:
    (line,) = lines(WRITTEN, [replace(RUAN, acting=AGENT, representative="农四妹")], [])
    assert state_of(line, {}) is LineState.MISSING
    assert state_of(line, {"agent:1": SIGNED}) is LineState.SIGNED
    both = {"agent:1": SIGNED, "in_person:1": REFUSED}
    assert state_of(line, both) is LineState.REFUSED
    assert [each.name for each in refused([line], both)] == ["阮文雄"]


def test_nothing_is_concluded_until_the_last_required_line_is_signed() -> None:
    sheet = lines(WRITTEN, [RUAN, WEI], [PRESIDING, GUEST])
    words = {"in_person:1": SIGNED, "in_person:2": FINGERPRINT}
    assert [each.name for each in missing(sheet, words)] == ["韦国强"]
    assert missing(sheet, words | {"presiding:7": SIGNED}) == ()
    unwilling = words | {"presiding:7": SIGNED, "in_person:2": REFUSED}
    assert [each.name for each in missing(sheet, unwilling)] == ["韦大山"]


def codes(
    entry: Entry, standing: dict[str, SignatureKind] | None = None
) -> list[tuple[SigningRefusal, str | None]]:
    names = {"in_person:1": "阮文雄"}
    found = entry_refusals([entry], names, standing or {}, since=SINCE, now=NOW)
    return [(each.code, each.field) for each in found]  # type: ignore[misc]


ENTRY = Entry("in_person:1", SIGNED, NOW)


def test_a_signature_now_is_fine_and_so_is_one_on_the_first_day() -> None:
    assert codes(ENTRY) == []
    assert codes(replace(ENTRY, signed_at=SINCE)) == []


def test_a_fingerprint_needs_who_read_the_text_aloud() -> None:
    pressed = replace(ENTRY, kind=FINGERPRINT, read_aloud_by=" ")
    assert codes(pressed) == [(SigningRefusal.WITNESS_MISSING, "read_aloud_by")]
    assert codes(replace(pressed, read_aloud_by="黎秀兰")) == []


def test_nobody_signs_after_now_nor_before_there_was_anything_to_sign() -> None:
    later, earlier = NOW + timedelta(minutes=1), SINCE - timedelta(minutes=1)
    assert codes(replace(ENTRY, signed_at=later)) == [(SigningRefusal.IN_FUTURE, "time")]
    assert codes(replace(ENTRY, signed_at=earlier)) == [(SigningRefusal.TOO_EARLY, "time")]


def test_nobody_signs_twice_but_who_refused_may_sign_after_all() -> None:
    assert codes(ENTRY, {"in_person:1": SIGNED}) == [(SigningRefusal.ALREADY, "kind")]
    assert codes(ENTRY, {"in_person:1": REFUSED}) == []


def test_nobody_says_two_things_at_once() -> None:
    said = [ENTRY, replace(ENTRY, kind=REFUSED)]
    found = entry_refusals(said, {"in_person:1": "阮文雄"}, {}, since=SINCE, now=NOW)
    assert [each.code for each in found] == [SigningRefusal.ALREADY]


def test_nothing_entered_is_no_signing() -> None:
    (refusal,) = entry_refusals([], {}, {}, since=SINCE, now=NOW)
    assert refusal.code is SigningRefusal.NOTHING_ENTERED


def test_everybody_signs_the_same_text_that_of_the_printed_sheet() -> None:
    assert text_refusals("a", ["a", "a"], "a") == ()
    assert text_refusals("a", [], None) == ()
    found = text_refusals("b", ["a"], "a")
    assert [each.code for each in found] == [
        SigningRefusal.TEXT_CHANGED,
        SigningRefusal.SHEET_DIFFERS,
    ]


def test_a_signer_is_known_by_capacity_and_by_whom_it_is_for() -> None:
    assert Signer("农四妹", SigningCapacity.AGENT, 1).key == "agent:1"
    assert Signer("农四妹", SigningCapacity.AGENT, 1).is_for_party
    assert not Signer("韦国强", SigningCapacity.PRESIDING, 7).is_for_party
