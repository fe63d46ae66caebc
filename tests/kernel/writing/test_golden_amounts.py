"""Amounts written out by hand, by the rules of the banks and of Vietnamese usage."""

import csv
import unicodedata
from pathlib import Path

import pytest

from app.kernel.bilingual import Language
from app.kernel.money import Currency, Money
from app.kernel.writing.amounts import in_words
from tests.kernel.writing import reading_back

HERE = Path(__file__).parent
READERS = {
    (Currency.CNY, Language.ZH): reading_back.chinese_fen,
    (Currency.CNY, Language.VI): reading_back.vietnamese_fen,
    (Currency.VND, Language.ZH): reading_back.chinese_dong,
    (Currency.VND, Language.VI): reading_back.vietnamese_dong,
}


def _rows(currency):
    path = HERE / f"golden_{currency.lower()}.tsv"
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines, delimiter="\t"))
    return [(Money.parse(amount, currency), zh, vi) for amount, zh, vi in rows]


GOLDEN = [row for currency in Currency for row in _rows(currency)]
WRITTEN = [
    (money, language, words)
    for money, zh, vi in GOLDEN
    for language, words in ((Language.ZH, zh), (Language.VI, vi))
]


@pytest.mark.parametrize(("money", "zh", "vi"), GOLDEN, ids=[str(row[0]) for row in GOLDEN])
def test_amount_is_written_as_by_hand(money, zh, vi):
    assert in_words(money, Language.ZH) == zh
    assert in_words(money, Language.VI) == vi


def test_table_is_long_enough_has_no_amount_twice_and_is_in_nfc():
    assert len({money for money, _, _ in GOLDEN}) == len(GOLDEN) >= 200
    assert len({words for _, _, words in WRITTEN}) == len(WRITTEN)
    assert [words for _, _, words in WRITTEN if unicodedata.normalize("NFC", words) != words] == []


def test_the_words_written_by_hand_say_their_amounts():
    wrong = [
        (money, words)
        for money, language, words in WRITTEN
        if READERS[money.currency, language](words) != money.minor
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("money", "wrong"),
    [
        (Money(1200000, Currency.CNY), "人民币壹万叁仟元整"),
        (Money(10700053, Currency.CNY), "人民币壹拾万柒佰元伍角叁分"),
        (Money(1200000, Currency.CNY), "mười ba nghìn nhân dân tệ chẵn"),
        (Money(56, Currency.CNY), "không nhân dân tệ năm hào bảy xu"),
        (Money(12_000_000, Currency.VND), "越南盾壹仟贰佰亿盾整"),
        (Money(21, Currency.VND), "hai mươi tư đồng"),
    ],
)
def test_readers_notice_a_wrong_word(money, wrong):
    language = Language.VI if wrong.isascii() or " " in wrong else Language.ZH
    assert READERS[money.currency, language](wrong) != money.minor


@pytest.mark.parametrize(
    ("reader", "nonsense"),
    [
        (reading_back.chinese, "壹佰壹仟"),
        (reading_back.chinese, "壹拾零零壹"),
        (reading_back.chinese_fen, "壹元整"),
        (reading_back.vietnamese, "hai mươi mốt mốt"),
        (reading_back.vietnamese, "một hai"),
        (reading_back.vietnamese_dong, "một"),
    ],
)
def test_readers_refuse_what_is_no_number(reader, nonsense):
    with pytest.raises(ValueError, match=nonsense.split(" ")[0]):
        reader(nonsense)
