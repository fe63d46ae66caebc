import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.text import clean, fold

# Letters people type here, with the signs that get lost or smuggled in between.
TYPED = st.text(
    st.one_of(st.sampled_from("đĐơƯệầ阮文雄ǚÅﬁ\u0301\u0323\u200b\u202e\n\t 　"), st.characters())
)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  阮文雄　", "阮文雄"),
        ("Hu\u0300ng", "Hùng"),
        ("Ng\u200buyễn\ufeff", "Nguyễn"),
        ("abc\u202etxt.exe", "abctxt.exe"),
        ("a\x00b\x07", "ab"),
        ("một\r\nhai\rba\u2028bốn", "một\nhai\nba\nbốn"),
        ("a\tb", "a\tb"),
        ("a\ud800b\ufffe", "ab"),
        ("１２ ｋｍ", "１２ ｋｍ"),
    ],
)
def test_clean_keeps_what_was_typed_without_the_invisible(typed, kept):
    assert clean(typed) == kept


@given(TYPED)
def test_clean_text_is_clean(text):
    once = clean(text)
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoà", "hòa"),
        ("Nguyễn Văn Hùng", "nguyen van hung"),
        ("ĐỖ THỊ ĐÀO", "do thi dao"),
        ("Ｎguyen　", "nguyen"),
        ("lǜ", "lu"),
    ],
)
def test_fold_forgets_case_width_tone_and_accent(one, other):
    assert fold(one) == fold(other)


def test_fold_leaves_han_as_written():
    assert fold("阮文雄") == "阮文雄"


@given(TYPED)
def test_fold_is_stable_and_does_not_care_how_letters_were_composed(text):
    once = fold(text)
    assert fold(once) == once
    assert (
        fold(unicodedata.normalize("NFD", text)) == once == fold(unicodedata.normalize("NFC", text))
    )
