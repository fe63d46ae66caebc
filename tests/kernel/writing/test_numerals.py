"""Numbers, ranks, counted things and lists in both languages."""

from decimal import Decimal

import pytest

from app.kernel.bilingual import Language
from app.kernel.writing import lists, numerals
from app.kernel.writing.numerals import Counted

ZH, VI = Language.ZH, Language.VI


@pytest.mark.parametrize(
    ("number", "zh", "vi"),
    [
        (0, "零", "không"),
        (2, "二", "hai"),
        (10, "十", "mười"),
        (11, "十一", "mười một"),
        (15, "十五", "mười lăm"),
        (20, "二十", "hai mươi"),
        (24, "二十四", "hai mươi tư"),
        (35, "三十五", "ba mươi lăm"),
        (101, "一百零一", "một trăm linh một"),
        (110, "一百一十", "một trăm mười"),
        (1010, "一千零一十", "một nghìn không trăm mười"),
        (10_005, "一万零五", "mười nghìn không trăm linh năm"),
        (100_000, "十万", "một trăm nghìn"),
        (120_000, "十二万", "một trăm hai mươi nghìn"),
        (1_000_000_000, "十亿", "một tỷ"),
    ],
)
def test_cardinal_is_read_in_plain_words(number, zh, vi):
    assert (numerals.cardinal(number, ZH), numerals.cardinal(number, VI)) == (zh, vi)


@pytest.mark.parametrize(
    ("number", "zh", "vi"),
    [
        (1, "第一", "thứ nhất"),
        (2, "第二", "thứ hai"),
        (3, "第三", "thứ ba"),
        (4, "第四", "thứ tư"),
        (5, "第五", "thứ năm"),
        (10, "第十", "thứ mười"),
        (14, "第十四", "thứ mười bốn"),
        (21, "第二十一", "thứ hai mươi mốt"),
    ],
)
def test_ordinal_begins_with_the_first(number, zh, vi):
    assert (numerals.ordinal(number, ZH), numerals.ordinal(number, VI)) == (zh, vi)


def test_instalments_are_named_in_words_and_in_figures():
    assert numerals.instalment(3, ZH) == "第三期"
    assert numerals.instalment(3, VI) == "đợt thứ ba"
    assert numerals.instalment_in_figures(3, ZH) == "第3期"
    assert numerals.instalment_in_figures(3, VI) == "đợt 3"


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    "row", [numerals.ordinal, numerals.instalment, numerals.instalment_in_figures]
)
def test_nothing_stands_before_the_first(row, language):
    with pytest.raises(ValueError, match="first"):
        row(0, language)


@pytest.mark.parametrize("language", Language)
def test_negative_number_is_not_read_out(language):
    with pytest.raises(ValueError, match="negative"):
        numerals.cardinal(-1, language)


def test_counted_things_have_their_measure_word():
    assert numerals.counted(3, Counted.COPY, ZH) == "3份"
    assert numerals.counted(3, Counted.COPY, VI) == "3 bản"
    assert numerals.counted(1200, Counted.TREE, ZH) == "1,200棵"
    assert numerals.counted(1200, Counted.TREE, VI) == "1.200 cây"


def test_two_things_are_a_pair_in_chinese_words_and_twelve_are_not():
    assert numerals.counted_in_words(2, Counted.COPY, ZH) == "两份"
    assert numerals.counted_in_words(12, Counted.COPY, ZH) == "十二份"
    assert numerals.counted_in_words(2, Counted.COPY, VI) == "hai bản"


@pytest.mark.parametrize("what", Counted)
def test_everything_counted_has_a_word_in_both_languages(what):
    assert numerals.counted(5, what, ZH).removeprefix("5").strip()
    assert numerals.counted(5, what, VI).removeprefix("5 ").strip()


def test_figures_keep_the_digits_they_were_given():
    assert numerals.figures(Decimal("3652.50"), ZH) == "3,652.50"
    assert numerals.figures(Decimal("3652.50"), VI) == "3.652,50"
    assert numerals.figures(Decimal("4E+3"), VI) == "4.000"


@pytest.mark.parametrize(
    ("items", "zh", "vi"),
    [
        ([], "", ""),
        (["甲"], "甲", "甲"),
        (["甲", "乙"], "甲和乙", "甲 và 乙"),
        (["甲", "乙", "丙"], "甲、乙和丙", "甲, 乙 và 丙"),
        (["甲、乙", "丙, 丁"], "甲、乙；丙, 丁", "甲、乙; 丙, 丁"),
    ],
)
def test_things_are_named_in_one_sentence(items, zh, vi):
    assert (lists.joined(items, ZH), lists.joined(items, VI)) == (zh, vi)
