"""Is money in parts a table of people by days, with its words once, and the rest a list?"""

from dataclasses import replace
from datetime import date

from app.kernel.money import Currency, Money
from app.mediation.papers.owed import PaperObligation, owed_data
from app.mediation.papers.values import PaperText

BOSS = PaperText("韦大山", "Vi Đại Sơn")
CASH = PaperText("现金支付", "trả tiền mặt")
WORKERS = [PaperText(f"阮文{n}", f"Nguyễn Văn {n}") for n in "甲乙丙丁戊己庚"]
DAYS = [date(2027, month, 1) for month in range(1, 8)]


def part(creditor: PaperText, day: date, yuan: int = 1000, **more: object) -> PaperObligation:
    amount = Money(yuan * 100, Currency.CNY)
    return PaperObligation(BOSS, creditor, amount=amount, due_on=day, manner=CASH, **more)


def wages(people: int, days: int) -> list[PaperObligation]:
    return [part(who, day) for day in DAYS[:days] for who in WORKERS[:people]]


def test_seven_workers_by_three_days_are_a_matrix_with_all_its_sums() -> None:
    data = owed_data(wages(7, 3))
    (block,) = data["blocks"]
    assert data["obligations"] == data["totals"] == []
    assert (block["by"], len(block["columns"]), len(block["rows"])) == ("creditor", 3, 7)
    assert block["rows"][0]["name"]["vi"] == "Nguyễn Văn 甲"
    assert block["rows"][0]["cells"] == [{"zh": "1,000.00", "vi": "1.000,00"}] * 3
    assert block["rows"][0]["sum"]["vi"] == "3.000,00"
    assert [each["zh"] for each in block["sums"]] == ["7,000.00"] * 3
    assert block["total"]["amount"] == {"zh": "21,000.00元", "vi": "21.000,00 nhân dân tệ"}
    assert block["total"]["in_words"]["zh"] == "人民币贰万壹仟元整"


def test_debtor_manner_and_unit_are_said_once_and_words_in_the_total_alone() -> None:
    (block,) = owed_data(wages(7, 3))["blocks"]
    assert (block["debtor"]["zh"], block["manner"]["zh"]) == ("韦大山", "现金支付")
    assert block["creditor"]["zh"] == ""
    assert block["unit"] == {"zh": "元", "vi": "nhân dân tệ"}
    assert "壹" not in str(block["rows"] + block["sums"])


def test_instalments_to_one_creditor_go_down_the_page_with_their_number() -> None:
    first = PaperText("第1期，共2期", "đợt 1/2")
    (block,) = owed_data([part(WORKERS[0], DAYS[0], part=first), part(WORKERS[0], DAYS[1])])[
        "blocks"
    ]
    assert (block["by"], block["columns"]) == ("day", [])
    assert block["creditor"]["zh"] == "阮文甲"
    assert block["rows"][0]["name"]["zh"] == "2027年1月1日"
    assert block["rows"][0]["note"]["vi"] == "đợt 1/2"


def test_more_days_than_fit_go_down_the_page_and_too_many_people_too() -> None:
    (few,) = owed_data(wages(3, 6))["blocks"]
    assert (few["by"], len(few["columns"]), len(few["rows"])) == ("day", 3, 6)
    (many,) = owed_data(wages(7, 6))["blocks"]
    assert (many["by"], len(many["rows"])) == ("each_day", 6)
    assert [len(day["people"]) for day in many["rows"]] == [7] * 6
    assert many["rows"][0]["sum"]["zh"] == "7,000.00"


def test_who_is_not_paid_on_a_day_has_no_figure_there() -> None:
    (block,) = owed_data([part(WORKERS[0], DAYS[0]), part(WORKERS[1], DAYS[1])])["blocks"]
    assert [bool(cell["zh"]) for row in block["rows"] for cell in row["cells"]] == [
        True, False, False, True,
    ]  # fmt: skip


def test_workers_paid_through_one_party_are_told_apart_by_the_purpose() -> None:
    purposes = [PaperText("工资", "Tiền lương"), PaperText("工资（阮某）", "Tiền lương (Nguyễn)")]
    owed = [part(WORKERS[0], DAYS[0], what=what) for what in purposes]
    (block,) = owed_data(owed)["blocks"]
    assert block["creditor"]["zh"] == "阮文甲"
    assert [row["note"]["zh"] for row in block["rows"]] == ["工资", "工资（阮某）"]


def test_a_lump_sum_and_an_act_are_rows_and_another_currency_stands_apart() -> None:
    act = PaperObligation(BOSS, WORKERS[0], what=PaperText("道歉", "xin lỗi"))
    dong = replace(part(WORKERS[0], DAYS[0]), amount=Money(5_000_000, Currency.VND))
    data = owed_data([part(WORKERS[0], DAYS[0]), act, dong])
    assert data["blocks"] == data["totals"] == []
    assert [row["amount"]["zh"] for row in data["obligations"]] == [
        "1,000.00元", "", "5,000,000越南盾",
    ]  # fmt: skip


def test_what_stands_in_a_table_and_beside_it_is_added_up_below() -> None:
    lump = replace(part(WORKERS[0], DAYS[0], 500), manner=PaperText("转账", "chuyển khoản"))
    (total,) = owed_data([*wages(2, 2), lump])["totals"]
    assert total["amount"]["zh"] == "4,500.00元"
