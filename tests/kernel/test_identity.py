"""All numbers are invented: real shapes and check digits, no real holders."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.identity import (
    DocumentFinding,
    DocumentKind,
    Sex,
    check_document,
    cn_check_digit,
    mask,
)

TODAY = date(2026, 11, 23)
F, K = DocumentFinding, DocumentKind


def cn_id(region="451481", born="19900307", order="002"):
    first = region + born + order
    return first + cn_check_digit(first)


def check(kind, number, **facts):
    return check_document(kind, number, today=TODAY, **facts)


def found(kind, number, **facts):
    result = check(kind, number, **facts)
    return set(result.refusals), set(result.warnings)


def test_check_digit_is_the_one_of_the_published_example():
    assert cn_check_digit("11010519491231002") == "X"


@pytest.mark.parametrize("region", ["451481", "451026", "810000", "999999"])
def test_cn_id_is_accepted_wherever_and_whenever_it_was_issued(region):
    assert found(K.CN_ID, cn_id(region, "19560101")) == (set(), set())


@given(st.integers(0, 16), st.integers(1, 9))
def test_cn_id_with_one_digit_mistyped_never_passes(place, shift):
    right = cn_id()
    wrong = right[:place] + str((int(right[place]) + shift) % 10) + right[place + 1 :]
    assert F.CN_ID_CHECK_DIGIT in check(K.CN_ID, wrong).refusals


@pytest.mark.parametrize(
    "typed",
    ["110105 19491231 002x", "110105-19491231-002X", "１１０１０５１９４９１２３１００２ｘ"],
)
def test_cn_id_is_stored_in_one_form_however_it_was_typed(typed):
    result = check(K.CN_ID, typed)
    assert (result.normalised, result.refusals) == ("11010519491231002X", ())


@pytest.mark.parametrize(
    ("number", "refusal"),
    [
        ("4514819003070", F.CN_ID_LENGTH),
        ("45148119900307002Y", F.CN_ID_LENGTH),
        ("X5148119900307002X", F.CN_ID_LENGTH),
        ("451481900307002", F.CN_ID_FIFTEEN_DIGITS),
        (cn_id(born="19900230"), F.CN_ID_DATE),
        (cn_id(born="18991231"), F.CN_ID_DATE),
        (cn_id(born="20261124"), F.CN_ID_DATE),
        (cn_id(born="00000101"), F.CN_ID_DATE),
    ],
)
def test_cn_id_that_cannot_be_right_is_refused_by_name(number, refusal):
    assert found(K.CN_ID, number) == ({refusal}, set())


def test_cn_id_born_today_is_a_newborn():
    assert found(K.CN_ID, cn_id(born="20261123")) == (set(), set())


def test_cn_id_refusals_are_all_named_together():
    right = cn_id(born="19901331")
    wrong = right[:17] + ("0" if right[17] != "0" else "1")
    assert found(K.CN_ID, wrong)[0] == {F.CN_ID_DATE, F.CN_ID_CHECK_DIGIT}


def test_cn_id_that_differs_from_the_person_is_doubted():
    same = {"sex": Sex.FEMALE, "birth_on": date(1990, 3, 7)}
    assert found(K.CN_ID, cn_id(order="002"), **same) == (set(), set())
    assert found(K.CN_ID, cn_id(order="001"), **same) == (set(), {F.CN_ID_SEX_DIFFERS})
    assert found(K.CN_ID, cn_id(born="19900308"), **same) == (set(), {F.CN_ID_BIRTH_DIFFERS})


CODES = frozenset({"004", "020", "022"})


@pytest.mark.parametrize(
    ("number", "sex", "birth_on"),
    [
        ("020090001234", "male", date(1990, 5, 1)),
        ("020190001234", "female", date(1990, 5, 1)),
        ("004205001234", "male", date(2005, 5, 1)),
        ("022 305 001 234", "female", date(2005, 5, 1)),
    ],
)
def test_cccd_says_place_century_sex_and_year(number, sex, birth_on):
    facts = {"sex": sex, "birth_on": birth_on, "birth_codes": CODES}
    assert found(K.VN_CCCD, number, **facts) == (set(), set())


@pytest.mark.parametrize(
    ("number", "facts", "refusals", "warnings"),
    [
        ("02009000123", {}, {F.CCCD_LENGTH}, set()),
        ("02009000123A", {}, {F.CCCD_LENGTH}, set()),
        ("020090001234", {"sex": "female"}, set(), {F.CCCD_SEX_DIFFERS}),
        ("020090001234", {"birth_on": date(1991, 1, 1)}, set(), {F.CCCD_BIRTH_YEAR_DIFFERS}),
        ("020290001234", {}, {F.CCCD_BIRTH_YEAR_FUTURE}, set()),
        ("999090001234", {"birth_codes": CODES}, set(), {F.CCCD_UNKNOWN_CODE}),
        ("999090001234", {}, set(), set()),
        ("020090001234", {"sex": "unknown"}, set(), set()),
    ],
)
def test_cccd_that_contradicts_itself_or_the_person(number, facts, refusals, warnings):
    assert found(K.VN_CCCD, number, **facts) == (refusals, warnings)


@pytest.mark.parametrize(
    ("kind", "number", "refusals", "warnings"),
    [
        (K.VN_CMND, "080123456", set(), {F.CMND_LEGACY}),
        (K.VN_CMND, "08012345", {F.CMND_LENGTH}, set()),
        (K.CN_BORDER_PERMIT, "GX2026001", set(), set()),
        (K.CN_BORDER_PERMIT, "1234", {F.PERMIT_SHAPE}, set()),
        (K.VN_BORDER_PASS, "LS/2026", {F.PERMIT_SHAPE}, set()),
        (K.VN_BORDER_PASS, "LS 0012345", set(), set()),
        (K.PASSPORT, "E12345678", set(), set()),
        (K.PASSPORT, "EA1234567", set(), set()),
        (K.PASSPORT, "c1234567", set(), set()),
        (K.PASSPORT, "123456789", set(), {F.PASSPORT_UNUSUAL}),
        (K.PASSPORT, "E12", {F.PASSPORT_SHAPE}, set()),
        (K.OTHER, "军字第12345号", set(), set()),
        (K.OTHER, "???", {F.OTHER_SHAPE}, set()),
        (K.OTHER, "9" * 41, {F.OTHER_SHAPE}, set()),
        (K.NONE_SEEN, "", set(), set()),
        (K.NONE_SEEN, "E12345678", {F.NUMBER_NOT_EXPECTED}, set()),
    ],
)
def test_other_documents_by_their_shape(kind, number, refusals, warnings):
    assert found(kind, number) == (refusals, warnings)


@pytest.mark.parametrize("kind", [kind for kind in K if kind is not K.NONE_SEEN])
def test_document_that_was_seen_has_a_number(kind):
    assert found(kind, " - ") == ({F.NUMBER_MISSING}, set())


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("451481199003070020", "4514************20"),
        ("020090001234", "0200******34"),
        ("E12345678", "E1*****78"),
        ("GX202", "G***2"),
        ("1234", "****"),
        ("", ""),
    ],
)
def test_mask_leaves_enough_to_recognise(number, shown):
    assert mask(number) == shown


@given(st.text("0123456789X", min_size=1, max_size=40))
def test_mask_hides_at_least_half_and_keeps_the_length(number):
    assert len(mask(number)) == len(number)
    assert mask(number).count("*") * 2 >= len(number)
