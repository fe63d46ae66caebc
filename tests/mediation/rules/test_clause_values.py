"""Are wrong values refused by name, right ones kept as they are, and what is owed exact?"""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.kernel.bilingual import Language
from app.kernel.money import Currency, Money
from app.mediation.kinds import ObligationKind
from app.mediation.rules.agreements import AgreementRefusal, ObligationRefusal
from app.mediation.rules.clauses import ClauseRefusal as R
from app.mediation.rules.clauses import (
    Person,
    Phrase,
    Rate,
    Share,
    Values,
    Version,
    canonical,
    promised,
    render,
    restored,
    value_refusals,
)
from app.mediation.rules.performance import Instalment, PerformanceRefusal, instalments
from app.mediation.services.clause_files import shipped
from tests.mediation.rules.clause_values import (
    BANK,
    BUFFALOES,
    DUE,
    LATER,
    LE,
    NGUYEN,
    ZHANG,
    least,
    most,
    yuan,
)

LIBRARY = {each.key: each.version for each in shipped()}
WAGES, LUMP_SUM = LIBRARY["wages"], LIBRARY["lump_sum"]


def found(version: Version, values: Values) -> list[tuple[object, str | None]]:
    return [(each.code, each.field) for each in value_refusals(version, values)]


@pytest.mark.parametrize("key", LIBRARY)
def test_values_are_kept_and_restored_as_they_were(key: str) -> None:
    version = LIBRARY[key]
    for values in (least(version), most(version)):
        kept = json.loads(json.dumps(canonical(version, values)))
        assert restored(version, kept) == values
        assert canonical(version, restored(version, kept)) == kept


def test_everything_missing_is_named_at_once() -> None:
    missing = value_refusals(LUMP_SUM, {})
    assert [each.field for each in missing] == ["debtor", "creditor", "amount", "due"]
    assert {each.code for each in missing} == {R.VALUE_MISSING}
    assert missing[2].facts["label"] == LUMP_SUM.parameters[3].label


def test_value_of_a_wrong_kind_or_name_is_no_value() -> None:
    with pytest.raises(ValueError, match="amount"):
        value_refusals(LUMP_SUM, least(LUMP_SUM) | {"amount": 12000})
    with pytest.raises(ValueError, match="other"):
        value_refusals(LUMP_SUM, least(LUMP_SUM) | {"other": 1})


def test_single_values_are_refused_by_name() -> None:
    values = least(LUMP_SUM)
    outsider = Person(None, "李某", "Lý Mỗ")
    rate = Rate(Decimal(0), DUE, BANK)
    exchanged = least(LIBRARY["other_currency"])
    for version, wrong, expected in (
        (LUMP_SUM, values | {"amount": yuan(0)}, ObligationRefusal.AMOUNT_NOT_POSITIVE),
        (LUMP_SUM, values | {"creditor": ZHANG}, ObligationRefusal.SAME_PARTY),
        (LUMP_SUM, values | {"debtor": outsider}, R.NOT_A_PARTY),
        (LUMP_SUM, values | {"manner": "barter"}, R.CHOICE_UNKNOWN),
        (LIBRARY["copies"], {"copies": 0}, R.COUNT_NOT_POSITIVE),
        (
            LIBRARY["goods_returned"],
            least(LIBRARY["goods_returned"]) | {"what": replace(BUFFALOES, quantity=Decimal(-1))},
            R.COUNT_NOT_POSITIVE,
        ),
        (
            LIBRARY["goods_returned"],
            least(LIBRARY["goods_returned"]) | {"what": replace(BUFFALOES, unit=Phrase())},
            R.VALUE_MISSING,
        ),
        (LIBRARY["other_currency"], exchanged | {"rate": rate}, AgreementRefusal.RATE_NOT_POSITIVE),
    ):
        assert [code for code, _field in found(version, wrong)] == [expected]


def test_words_too_long_for_their_table_are_refused() -> None:
    act, most_said = LIBRARY["other_act"], Phrase("修" * 250, "sửa")
    assert found(act, least(act) | {"what": most_said}) == []
    for values in ({"what": Phrase("修" * 251, "")}, {"place": Phrase("村", "l" * 201)}):
        (refusal,) = found(act, least(act) | values)
        assert refusal[0] is R.TOO_LONG
    stranger = Share(Person(None, "李" * 101, "Lý"), yuan(12000))
    values = least(WAGES) | {"shares": (stranger,), "creditor": LE}
    assert found(WAGES, values) == [(R.TOO_LONG, "shares")]


def test_schedule_that_does_not_add_up_is_refused_with_the_difference() -> None:
    version = LIBRARY["instalments"]
    short = (Instalment(DUE, yuan(5000)), Instalment(LATER, yuan(6500)))
    (refusal,) = value_refusals(version, least(version) | {"schedule": short})
    assert (refusal.code, refusal.field) == (PerformanceRefusal.PLAN_SUM_DIFFERS, "schedule")
    assert refusal.facts["difference"] == yuan(-500)


def test_shares_that_do_not_add_up_are_refused_with_the_difference() -> None:
    shares = (Share(NGUYEN, yuan(4000)), Share(LE, yuan(8100)))
    (refusal,) = value_refusals(WAGES, least(WAGES) | {"shares": shares})
    assert (refusal.code, refusal.field) == (R.SHARES_SUM_DIFFERS, "shares")
    assert refusal.facts["difference"] == yuan(100)


def test_wrong_shares_are_refused_by_name() -> None:
    dong = Money(4_000_000, Currency.VND)
    stranger = Person(None, "李某", "Lý Mỗ")
    for shares, expected in (
        ((Share(NGUYEN, yuan(6000)), Share(NGUYEN, yuan(6000))), R.SHARES_TWICE),
        ((Share(NGUYEN, yuan(12000)), Share(LE, yuan(0))), R.SHARES_NOT_POSITIVE),
        ((Share(NGUYEN, yuan(12000)), Share(LE, dong)), R.SHARES_CURRENCY),
        ((Share(stranger, yuan(12000)),), R.SHARES_OUTSIDER),
        ((Share(ZHANG, yuan(12000)),), ObligationRefusal.SAME_PARTY),
    ):
        assert found(WAGES, least(WAGES) | {"shares": shares}) == [(expected, "shares")]


def test_one_day_and_instalments_are_not_both_given() -> None:
    both = most(WAGES) | {"due": DUE}
    assert found(WAGES, both) == [(R.DUE_AND_SCHEDULE, "due")]


def test_reduced_price_is_not_above_the_price_before() -> None:
    version = LIBRARY["reduced_price"]
    dear = most(version) | {"full_price": yuan(11999)}
    assert found(version, dear) == [(R.PRICE_NOT_REDUCED, "amount")]
    assert found(version, dear | {"full_price": yuan(12000)}) == []


def test_reduced_price_is_paid_in_instalments_and_owed_once() -> None:
    version = LIBRARY["reduced_price"]
    parts = promised(version, most(version))
    assert [each.amount for each in parts] == [yuan(5000), yuan(7000)]


def test_period_runs_forwards_and_not_for_ever() -> None:
    version = LIBRARY["child_support"]
    values = least(version) | {"every": 1}
    assert found(version, values | {"until": date(2026, 11, 30)}) == [(R.PERIOD_BACKWARDS, "until")]
    assert found(version, values | {"until": date(2046, 12, 1)}) == [(R.PERIOD_TOO_LONG, "until")]
    assert found(version, values | {"until": date(2046, 11, 30)}) == []


def test_words_missing_here_in_one_language_there_in_the_other_make_no_clause() -> None:
    version = LIBRARY["other_act"]
    mixed = most(version) | {"what": Phrase("修路", ""), "place": Phrase("", "thôn Ca Phượng")}
    assert found(version, mixed) == [(R.LANGUAGES_MIXED, None)]


def test_wages_in_instalments_are_owed_to_each_worker_exactly() -> None:
    schedule = instalments(yuan(12000), 3, DUE, 1)
    owed = promised(WAGES, least(WAGES) | {"schedule": schedule})
    assert [(one.creditor_id, one.instalment, one.instalments) for one in owed] == [
        (2, 1, 3), (2, 2, 3), (2, 3, 3), (3, 1, 3), (3, 2, 3), (3, 3, 3),
    ]  # fmt: skip
    amounts = [one.amount.minor for one in owed if one.amount]
    assert amounts == [133333, 133334, 133333, 266667, 266666, 266667]
    assert {one.group for one in owed} == {0, 1}
    assert {one.debtor_id for one in owed} == {1}


def test_worker_who_is_no_party_is_paid_through_one_and_named() -> None:
    stranger = Person(None, "李某", "Lý Mỗ")
    shares = (Share(LE, yuan(8000)), Share(stranger, yuan(4000)))
    own, through = promised(WAGES, least(WAGES) | {"shares": shares, "creditor": NGUYEN})
    assert (own.creditor_id, through.creditor_id) == (3, 2)
    assert through.what == Phrase("工资（李某）", "Tiền lương (Lý Mỗ)")


def test_child_support_is_owed_month_by_month() -> None:
    version = LIBRARY["child_support"]
    values = least(version) | {
        "since": date(2026, 12, 31), "until": date(2027, 3, 30), "every": 1,
    }  # fmt: skip
    owed = promised(version, values)
    assert [one.due_on for one in owed] == [
        date(2026, 12, 31), date(2027, 1, 31), date(2027, 2, 28),
    ]  # fmt: skip
    assert {(one.amount, one.instalments) for one in owed} == {(yuan(12000), 3)}


def test_what_is_converted_is_owed_in_the_other_currency() -> None:
    version = LIBRARY["other_currency"]
    (owed,) = promised(version, least(version))
    assert owed.amount == Money(43_824_000, Currency.VND)


def test_rounding_of_a_conversion_is_said() -> None:
    version = LIBRARY["other_currency"]
    values = least(version) | {"amount": Money(10_000_000, Currency.VND)}
    text = render(version, values, Language.ZH)
    assert "2,738.23元" in text
    assert "准确数为2,738.22562979…元，已四舍五入" in text
    assert "số chính xác là 2.738,22562979… nhân dân tệ" in render(version, values, Language.VI)
    assert "四舍五入" not in render(version, least(version), Language.ZH)


def test_goods_and_acts_are_owed_without_an_amount() -> None:
    returned = LIBRARY["goods_returned"]
    (goods,) = promised(returned, least(returned))
    assert (goods.kind, goods.amount) == (ObligationKind.GOODS, None)
    assert goods.what == Phrase("水牛2头", "2 con trâu")
    apology = LIBRARY["apology"]
    (act,) = promised(apology, least(apology))
    assert (act.kind, act.what) == (ObligationKind.ACT, Phrase("赔礼道歉", "Xin lỗi"))


def test_clause_that_only_says_something_owes_nothing() -> None:
    for key in ("final_settlement", "authority", "late_payment"):
        assert promised(LIBRARY[key], least(LIBRARY[key])) == ()
