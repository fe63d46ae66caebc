"""Is a pattern read as its author meant, and refused where it says nothing?"""

from dataclasses import replace

import pytest

from app.kernel.bilingual import Language
from app.mediation.rules.clause_patterns import Gap, Stretch, read
from app.mediation.rules.clauses import (
    Choice,
    Effect,
    Parameter,
    ParameterKind,
    Phrase,
    Version,
    preview,
    render,
    version_refusals,
)
from app.mediation.rules.clauses import ClauseRefusal as R
from tests.mediation.rules.clause_values import DUE, NGUYEN, ZHANG, yuan

K = ParameterKind
PARAMETERS = (
    Parameter("debtor", K.PERSON, "付款人", "Bên trả tiền"),
    Parameter("creditor", K.PERSON, "收款人", "Bên nhận tiền"),
    Parameter("amount", K.MONEY, "金额", "Số tiền"),
    Parameter("due", K.DATE, "期限", "Hạn trả", optional=True),
)
SOUND = Version(
    title_zh="付款",
    title_vi="Trả tiền",
    use_zh="付款时用。",
    use_vi="Khi trả tiền.",
    pattern_zh="{debtor}向{creditor}支付{amount}[，于{due}前付清]。",
    pattern_vi="{debtor} trả {creditor} {amount}[, chậm nhất vào {due}].",
    parameters=PARAMETERS,
    effect=Effect.MONEY,
)


def codes(version: Version) -> list[R]:
    return [refusal.code for refusal in version_refusals(version)]  # type: ignore[misc]


def test_pattern_is_read_in_stretches() -> None:
    reading = read("甲{amount}[，{due}前]。")
    assert reading.stretches == (
        Stretch(("甲", Gap("amount"))),
        Stretch(("，", Gap("due"), "前"), optional=True),
        Stretch(("。",)),
    )


def test_sound_version_is_not_refused() -> None:
    assert codes(SOUND) == []


@pytest.mark.parametrize(("pattern", "found"), [
    ("{debtor}{creditor}{amount}[{due}", [R.PATTERN_BRACKETS]),
    ("{debtor}{creditor}{amount}{due}]", [R.PATTERN_BRACKETS, R.PATTERN_BARE]),
    ("{debtor}{creditor}{amount}[[{due}]]", [R.PATTERN_BRACKETS]),
    ("{debtor}{creditor}{amount}{due}", [R.PATTERN_BARE]),
    ("{debtor}[{creditor}]{amount}[{due}]", [R.PATTERN_NOTHING_OPTIONAL]),
    ("{debtor}{creditor}{amount}[{due}]{", [R.PATTERN_BRACES]),
    ("{debtor}{creditor}{amount}[{due}]{Amount}", [R.PATTERN_BRACES]),
    ("{debtor}{creditor}{amount}[{due}]{amount.minor}", [R.PATTERN_BRACES]),
    ("{debtor}{creditor}{amount}[{due}]{other}", [R.PATTERN_UNKNOWN]),
    ("{debtor}{creditor}{amount}[{due}]{converted}", [R.PATTERN_UNKNOWN]),
    ("", [R.PATTERN_EMPTY]),
])  # fmt: skip
@pytest.mark.parametrize("language", ["zh", "vi"])
def test_unsound_pattern_is_refused_by_name(pattern: str, found: list[R], language: str) -> None:
    refusals = version_refusals(replace(SOUND, **{f"pattern_{language}": pattern}))
    assert [each.code for each in refusals] == found
    assert {each.field for each in refusals} == {f"pattern_{language}"}


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("name", ["debtor", "creditor", "amount"])
def test_gap_missing_from_one_language_is_named(language: Language, name: str) -> None:
    pattern = SOUND.pattern(language).replace(f"{{{name}}}", "…")
    (refusal,) = version_refusals(replace(SOUND, **{f"pattern_{language.value}": pattern}))
    assert refusal.code is R.PATTERN_MISSING
    assert refusal.facts == {"name": name, "language": language}


def test_parameters_are_refused_by_name() -> None:
    choice = Parameter("way", K.CHOICE, "方式", "Cách", choices=(Choice("a", "甲", ""),))
    for parameter, code in (
        (PARAMETERS[0], R.PARAMETER_TWICE),
        (Parameter("Way", K.TEXT, "方式", "Cách"), R.PARAMETER_NAME),
        (Parameter("converted", K.MONEY, "折合", "Quy đổi"), R.PARAMETER_NAME),
        (Parameter("way", K.TEXT, "方式", ""), R.PARAMETER_LABEL),
        (Parameter("way", K.CHOICE, "方式", "Cách"), R.PARAMETER_CHOICES),
        (choice, R.PARAMETER_CHOICES),
        (Parameter("place", K.TEXT, "地点", "Địa điểm"), R.PARAMETER_KIND),
        (Parameter("wages", K.SHARES, "工资", "Tiền lương"), R.PARAMETER_KIND),
    ):
        more = (*PARAMETERS, parameter)
        assert code in codes(replace(SOUND, parameters=more)), (parameter, code)


def test_money_needs_its_amount_and_a_closing_clause_nothing_else() -> None:
    without = tuple(each for each in PARAMETERS if each.name != "amount")
    assert R.PARAMETER_WANTED in codes(replace(SOUND, parameters=without))
    assert codes(replace(SOUND, effect=Effect.AUTHORITY)).count(R.PARAMETER_WANTED) == 1
    assert codes(replace(SOUND, effect=Effect.LANGUAGES)) == [R.PARAMETER_BESIDE] * 3


def test_rate_stands_alone_with_its_amount() -> None:
    more = (*PARAMETERS, Parameter("rate", K.RATE, "汇率", "Tỷ giá"),
            Parameter("schedule", K.SCHEDULE, "分期", "Các đợt"))  # fmt: skip
    assert R.PARAMETER_BESIDE in codes(replace(SOUND, parameters=more))


def test_titles_and_use_are_wanted_in_both_languages() -> None:
    found = version_refusals(replace(SOUND, title_vi="", use_zh=""))
    assert [(each.code, each.field) for each in found] == [
        (R.TITLE_MISSING, "title_vi"), (R.TITLE_MISSING, "use_zh"),
    ]  # fmt: skip


def test_optional_stretch_falls_away_with_its_gap() -> None:
    values = {"debtor": ZHANG, "creditor": NGUYEN, "amount": yuan(100)}
    assert render(SOUND, values, Language.ZH) == (
        "张大海向阮文雄支付100.00元（大写：人民币壹佰元整）。"
    )
    assert render(SOUND, values | {"due": DUE}, Language.VI) == (
        "Trương Đại Hải trả Nguyễn Văn Hùng 100,00 nhân dân tệ "
        "(bằng chữ: một trăm nhân dân tệ chẵn), chậm nhất vào ngày 01 tháng 12 năm 2026."
    )


def test_preview_says_what_is_missing_and_drops_what_may_be() -> None:
    shown = preview(SOUND, {"debtor": ZHANG})
    assert shown.zh == "张大海向〔收款人〕支付〔金额〕。"
    assert shown.vi == "Trương Đại Hải trả 〔Bên nhận tiền〕 〔Số tiền〕."


def test_text_typed_in_one_language_leaves_the_other_empty() -> None:
    what = Parameter("what", K.TEXT, "事项", "Việc phải làm")
    version = Version("事", "Việc", "办{what}。", "Làm {what}.", (what,))
    said = {"what": Phrase("修路", "")}
    assert render(version, said, Language.ZH) == "办修路。"
    assert render(version, said, Language.VI) == ""
    assert preview(version, said).vi == "Làm 〔Việc phải làm〕."
