"""How an officer, a clerk or a family finds a person written in the other script."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.text import query_words, search_words


def finds(query: str, name: str) -> bool:
    words = search_words(name)
    return all(any(word.startswith(typed) for word in words) for typed in query_words(query))


@pytest.mark.parametrize(
    "query",
    [
        "阮文雄",
        "阮文",
        "文雄",
        "雄",
        "阮 文雄",
        "ruan wen xiong",
        "ruanwenxiong",
        "ruan wenxiong",
        "Ruǎn Wénxióng",
        "rwx",
        "nguyen van hung",
        "NGUYEN HUNG",
        "Nguyễn Văn Hùng",
        unicodedata.normalize("NFD", "Nguyễn Văn Hùng"),
        "nguyenvanhung",
        "nguyen vanhung",
        "nvh",
        "阮 hung",
        "阮wen",
    ],
)
def test_name_in_han_is_found_in_every_script(query):
    assert finds(query, "阮文雄")


@pytest.mark.parametrize(
    "query", ["nguyen van hai", "阮雄文", "ruan wei", "nguyen thi hung", "rwy", "黎文雄"]
)
def test_another_name_is_not_found(query):
    assert not finds(query, "阮文雄")


@pytest.mark.parametrize(
    ("name", "queries"),
    [
        ("覃小明", ["qin", "tan", "dam", "tam", "qxm", "txm", "qinxiaoming", "đàm tiểu minh"]),
        ("单雄信", ["shan", "dan", "sxx", "dxx"]),
        ("曾国平", ["zeng guoping", "ceng", "tang quoc binh"]),
        ("区志强", ["ou", "qu", "âu chí cường"]),
        ("解小红", ["xie", "jie"]),
        ("仇和", ["qiu", "chou"]),
        ("查良", ["zha", "cha"]),
        ("翟永", ["zhai", "di"]),
        ("尉迟恭", ["yuchi gong", "yu chi gong", "uat tri cung"]),
        ("万俟卨", ["moqi", "mo qi", "mặc kỳ"]),
        ("吕布", ["lv bu", "lü bu", "lu bu", "lyu bu", "Lã Bố", "Lữ Bố"]),
        ("武文强", ["vu van cuong", "võ văn cường", "Vũ"]),
        ("黄氏兰", ["hoang thi lan", "huỳnh thị lan", "huang", "hoang lan"]),
        ("段文和", ["đoàn văn hòa", "đoạn", "doan van hoà"]),
        ("李小乐", ["li xiaole", "li xiao yue", "lạc"]),
    ],
)
def test_every_reading_a_family_may_use_finds_the_name(name, queries):
    assert [query for query in queries if not finds(query, name)] == []


@pytest.mark.parametrize(
    "query", ["Đỗ Thị Hòa", "do thi hoa", "Hoà Đỗ", "hoa thi", "dothihoa", "dth", "đỗ", "ĐỖ", "do"]
)
def test_vietnamese_name_is_found_by_its_words_in_any_order(query):
    assert finds(query, "Đỗ Thị Hoà")


@pytest.mark.parametrize("query", ["guli", "古丽", "阿依", "ayi guli", "阿依·古丽"])
def test_name_with_a_middle_dot_is_found_by_either_part(query):
    assert finds(query, "阿依·古丽")


def test_name_kept_in_both_scripts_is_found_by_both():
    name = "阮文雄 (Nguyễn Văn Hùng)"
    assert finds("雄", name)
    assert finds("nguyen van hung", name)


def test_apostrophe_of_pinyin_does_not_matter():
    assert finds("xi'an", "西安")
    assert finds("xian", "西安")


def test_office_is_found_by_a_word_in_the_middle():
    assert finds("友谊镇", "凭祥市友谊镇人民调解委员会")
    assert finds("youyi", "凭祥市友谊镇人民调解委员会")


def test_whole_folded_name_is_one_of_its_words():
    assert "do thi hoa" in search_words("Đỗ Thị Hoà")


@pytest.mark.parametrize("name", ["", "  ", "·"])
def test_nothing_has_no_words(name):
    assert search_words(name) == frozenset()
    assert query_words(name) == ()


@given(st.text(st.sampled_from("覃单武黄吕乐尉迟区曾查解宝福文雄沈石任"), min_size=2, max_size=4))
def test_person_has_fewer_than_forty_words(name):
    assert len(search_words(name)) < 40


@given(st.text(st.sampled_from("阮覃文雄NguyễnĐỗ -·'\u20bb7𠮷㐂x1"), max_size=12))
def test_name_is_found_by_itself(name):
    assert finds(name, name)
