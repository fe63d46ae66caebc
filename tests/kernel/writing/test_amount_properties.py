"""What holds for every amount up to 10^15 fen or đồng, not only for those in the table."""

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.kernel.bilingual import Language
from app.kernel.money import Currency, Money
from app.kernel.writing.amounts import in_full, in_words
from tests.kernel.writing.test_golden_amounts import READERS

MOST = 10**15
EVEN = st.integers(0, MOST)
FULL_OF_ZEROS = st.text("0000001459", min_size=1, max_size=15).map(int)
MINOR = EVEN | FULL_OF_ZEROS
MONEY = st.builds(Money, MINOR, st.sampled_from(Currency))
LANGUAGE = st.sampled_from(Language)

NEVER_ZH = re.compile("零[零元角分整万亿仟佰拾盾]|[亿万]{2}(?<!万亿)|^[^人越]|^.{3}零|整.")
NEVER_VI = re.compile(
    r"mươi (?:một|bốn|năm)\b|mười (?:mốt|tư|năm)\b|linh (?:mười|lăm|mốt|tư|không)\b"
    r"|không (?:nghìn|triệu|tỷ|mươi|đồng|hào|xu)\b|trăm không|không trăm (?:nghìn|triệu|tỷ)\b"
    r"|^không trăm|\blẻ\b|  |^ | $"
)


@settings(max_examples=500)
@given(MONEY, LANGUAGE)
def test_words_say_the_amount(money, language):
    assert READERS[money.currency, language](in_words(money, language)) == money.minor


@settings(max_examples=300)
@given(MINOR, MINOR, st.sampled_from(Currency), LANGUAGE)
def test_no_two_amounts_share_their_words(one, other, currency, language):
    same = in_words(Money(one, currency), language) == in_words(Money(other, currency), language)
    assert same == (one == other)


@settings(max_examples=500)
@given(MINOR.filter(bool), st.sampled_from(Currency))
def test_no_word_stands_where_the_rules_have_none(minor, currency):
    assert NEVER_ZH.search(in_words(Money(minor, currency), Language.ZH)) is None
    assert NEVER_VI.search(in_words(Money(minor, currency), Language.VI)) is None


@pytest.mark.parametrize(
    "wrong",
    [
        "人民币壹佰零零壹元整",
        "人民币壹拾零元整",
        "人民币零伍分",
        "人民币壹万万元整",
        "人民币壹元整整",
    ],
)
def test_wrong_chinese_would_be_noticed(wrong):
    assert NEVER_ZH.search(wrong)


@pytest.mark.parametrize(
    "wrong",
    [
        "hai mươi một đồng",
        "hai mươi năm đồng",
        "mười năm đồng",
        "một nghìn lẻ năm đồng",
        "một triệu không nghìn đồng",
        "một triệu không trăm nghìn đồng",
        "một trăm linh mười đồng",
    ],
)
def test_wrong_vietnamese_would_be_noticed(wrong):
    assert NEVER_VI.search(wrong)


@given(MONEY, LANGUAGE)
def test_words_are_nfc_and_the_capital_is_all_that_changes(money, language):
    words = in_words(money, language)
    capital = in_words(money, language, capital=True)
    assert unicodedata.normalize("NFC", words) == words
    assert capital[0] == words[0].upper()
    assert capital[1:] == words[1:]


@given(MONEY, LANGUAGE)
def test_in_full_has_the_same_number_in_figures_and_in_words(money, language):
    figures, words = re.fullmatch(
        r"(.+?) ?[（(].+?[:：] ?(.+)[）)]", in_full(money, language)
    ).groups()
    assert int(re.sub(r"\D", "", figures)) == money.minor
    assert words == in_words(money, language)


@pytest.mark.parametrize("language", Language)
def test_negative_amount_is_refused(language):
    with pytest.raises(ValueError, match="negative"):
        in_words(Money(-1, Currency.CNY), language)
