from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.sorting import sort_key


def is_ordered(names, locale):
    keys = [sort_key(name, locale) for name in names]
    return all(a < b for a, b in pairwise(keys))


@pytest.mark.parametrize(
    "names",
    [
        [
            "An",
            "Ăn",
            "Ân",
            "Bình",
            "Dũng",
            "Đông",
            "Em",
            "Êm",
            "Giang",
            "Oanh",
            "Ông",
            "Ơn",
            "Uyên",
            "Ưng",
            "Vân",
            "Yến",
        ],
        ["ma", "mà", "mả", "mã", "má", "mạ"],
        ["Đỗ An", "Đỗ Văn An", "Đỗ Văn Ân", "Đồng An"],
        ["Hoa", "Hòa", "Hoa An", "Hoan"],
        ["Lê 2", "Lê An"],
        ["Lê Văn Hùng", "阮文雄", "Trần An"],
    ],
)
def test_vietnamese_reader_finds_names_by_alphabet_then_tone(names):
    assert is_ordered(names, "vi")


def test_han_name_stands_beside_its_vietnamese_reading():
    assert sort_key("阮文雄", "vi") == sort_key("Nguyễn Văn Hùng", "vi")


@pytest.mark.parametrize(
    "names",
    [
        ["阿明", "陈一", "黄二", "李三", "农四", "赵五"],
        ["区文", "欧文", "潘文", "覃文", "谭文"],
        ["黎安", "黎明", "李安", "李明", "力安"],
        ["单文", "沈文", "曾文", "翟文"],
        ["李", "李安", "连安"],
        ["农文", "Ong", "潘文"],
    ],
)
def test_chinese_reader_finds_names_by_pinyin_one_family_together(names):
    assert is_ordered(names, "zh_Hans_CN")


@given(st.text(max_size=12), st.sampled_from(["vi", "zh_Hans_CN"]))
def test_key_is_plain_enough_for_any_collation(name, locale):
    key = sort_key(name, locale)
    assert all(sign in "0123456789abcdefghijklmnopqrstuvwxyz" for sign in key)


@given(st.text(st.sampled_from("aăâbđeêoơuưyàảãáạnh "), max_size=8))
def test_vietnamese_case_does_not_change_the_place(name):
    assert sort_key(name.upper(), "vi") == sort_key(name, "vi")
