import pytest

from app.kernel.text import hanviet_readings, suggest_vietnamese_name


@pytest.mark.parametrize(
    ("han", "vietnamese"),
    [
        ("阮文雄", "Nguyễn Văn Hùng"),
        ("黎氏翠", "Lê Thị Thúy"),
        ("段文和", "Đoàn Văn Hòa"),
        ("覃小明", "Đàm Tiểu Minh"),
        ("武氏水", "Vũ Thị Thủy"),
        ("农玉贵", "Nông Ngọc Quý"),
        ("闭 文 泰", "Bế Văn Thái"),
        ("欧阳修", "Âu Dương Tu"),
        ("黃國強", "Hoàng Quốc Cường"),
    ],
)
def test_vietnamese_name_is_suggested_for_the_clerk_to_confirm(han, vietnamese):
    assert suggest_vietnamese_name(han) == vietnamese


@pytest.mark.parametrize("name", ["", "Nguyễn Văn Hùng", "阮\U0003134a"])
def test_nothing_is_suggested_for_what_cannot_be_read(name):
    assert suggest_vietnamese_name(name) == ""


@pytest.mark.parametrize(
    ("char", "readings"),
    [
        ("武", ("Vũ", "Võ")),
        ("黄", ("Hoàng", "Huỳnh")),
        ("段", ("Đoàn", "Đoạn")),
        ("雄", ("Hùng",)),
        ("x", ()),
    ],
)
def test_readings_name_the_likeliest_first(char, readings):
    assert hanviet_readings(char) == readings
