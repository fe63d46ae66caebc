"""Are both languages written the way their readers write them?"""

import re
import unicodedata

import pytest

from tools import strings

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]")
HAN = "\u3400-\u9fff"
HALF_WIDTH = re.compile(rf"[{HAN}][,;:?!()]|[,;:?!()][{HAN}]|[{HAN}]\.(?:\s|$)")
# The tone stands on the first vowel of an open oa, oe, uy: hòa, khỏe, thủy; but quý, toàn.
OLD_TONE = re.compile(r"o[àáảãạèéẻẽẹ]\b|(?<!q)u[ỳýỷỹỵ]\b", re.IGNORECASE)
DOMAINS = ["messages", "wtforms"]


def texts(language: str, domain: str) -> list[str]:
    return [strings._single(m.string) for m in strings.read(language, domain) if m.id]


@pytest.mark.parametrize("domain", DOMAINS)
@pytest.mark.parametrize("language", ["zh", "vi"])
def test_translations_are_in_nfc(language, domain):
    found = texts(language, domain)
    assert len(found) > 30
    assert [text for text in found if text != unicodedata.normalize("NFC", text)] == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_vietnamese_sets_its_tones_the_present_way(domain):
    assert [text for text in texts("vi", domain) if OLD_TONE.search(text)] == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_chinese_uses_full_width_punctuation(domain):
    bare = [PLACEHOLDER.sub("x", text) for text in texts("zh", domain)]
    assert [text for text in bare if HALF_WIDTH.search(text)] == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_chinese_is_chinese_and_vietnamese_has_no_han_but_names(domain):
    assert not [text for text in texts("vi", domain) if re.fullmatch(rf"[{HAN}]+", text)]


def test_rules_of_writing_notice_what_is_wrong():
    assert OLD_TONE.search("hoà giải")
    assert OLD_TONE.search("uỷ ban")
    assert not OLD_TONE.search("hòa giải toàn quốc, quý vị, ngoài, thủy, khóa")
    assert HALF_WIDTH.search("请填写,谢谢")
    assert HALF_WIDTH.search("(空)的")
    assert not HALF_WIDTH.search("09:30（中国时间），请填写。")
