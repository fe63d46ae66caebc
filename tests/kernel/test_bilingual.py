import pytest

from app.kernel.bilingual import Bilingual, Language, Statement, TranslationStatus

NAME = Bilingual(zh="凭祥市司法局", vi="Cục Tư pháp thành phố Bằng Tường")


@pytest.mark.parametrize("locale", ["zh", "zh_Hans_CN", "zh-Hans-CN", "zh_CN"])
def test_chinese_reader_reads_chinese(locale):
    assert NAME.in_(locale) == "凭祥市司法局"


def test_vietnamese_reader_reads_vietnamese():
    assert NAME.in_("vi") == NAME.in_("vi_VN") == "Cục Tư pháp thành phố Bằng Tường"


def test_third_language_is_refused():
    with pytest.raises(ValueError, match="en"):
        NAME.in_("en")


@pytest.mark.parametrize("missing", [None, ""])
def test_missing_language_falls_back_to_the_other_and_says_so(missing):
    name = Bilingual(zh="浦寨", vi=missing)
    assert name.in_("vi") == "浦寨"
    assert name.language_in("vi") is Language.ZH
    assert not name.has_both


def test_nothing_in_either_language_is_empty_in_the_readers_own():
    assert Bilingual().in_("vi") == ""
    assert Bilingual().language_in("vi") is Language.VI


def test_both_languages_present():
    assert NAME.has_both


@pytest.mark.parametrize(
    ("status", "confirmed"),
    [
        (TranslationStatus.NONE, False),
        (TranslationStatus.UNCONFIRMED, False),
        (TranslationStatus.SECOND_PERSON, True),
        (TranslationStatus.READ_BACK, True),
        (TranslationStatus.OTHER_SIDE_MEDIATOR, True),
    ],
)
def test_translation_is_confirmed_by_a_second_person_the_party_or_the_other_side(status, confirmed):
    assert status.is_confirmed is confirmed
    assert Statement("欠款", Language.ZH, "nợ", status).is_confirmed is confirmed


def test_missing_translation_is_never_confirmed():
    assert not Statement("欠款", Language.ZH, "", TranslationStatus.SECOND_PERSON).is_confirmed


def test_statement_keeps_the_original_beside_its_translation():
    said = Statement("Tôi đồng ý", Language.VI, "我同意", TranslationStatus.READ_BACK)
    assert (said.in_("vi"), said.in_("zh_Hans_CN")) == ("Tôi đồng ý", "我同意")


def test_untranslated_statement_is_shown_as_it_was_said():
    assert Statement("Tôi đồng ý", Language.VI).in_("zh") == "Tôi đồng ý"
