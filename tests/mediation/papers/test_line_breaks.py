"""Does a number keep its unit on its line, and may what has no spaces break?"""

from app.mediation.papers.line_breaks import with_breaks

NO_BREAK, BREAK = "\u00a0", "\u200b"


def test_number_keeps_its_unit_and_its_word() -> None:
    said = with_breaks({"text": "trả 12.000,00 nhân dân tệ chậm nhất ngày 12 tháng 5 năm 2026"})
    assert said["text"] == (
        f"trả 12.000,00{NO_BREAK}nhân dân tệ chậm nhất ngày{NO_BREAK}12 tháng{NO_BREAK}5 "
        f"năm{NO_BREAK}2026"
    )


def test_name_keeps_its_parts_in_a_sentence_but_not_in_a_narrow_box() -> None:
    name = "Trần Văn Lực"
    sentence = f"Ông {name} đã nhận đủ số tiền công của cả bảy người và không còn yêu cầu nào khác."
    said = with_breaks({"parties": [{"name": name}], "facts": {"zh": "", "vi": sentence}})
    assert f"Ông Trần{NO_BREAK}Văn{NO_BREAK}Lực đã" in said["facts"]["vi"]
    assert said["parties"][0]["name"] == name


def test_long_run_without_spaces_may_break_anywhere_and_words_stay() -> None:
    said = with_breaks({"a": "A" * 30, "b": "nghiêng", "c": ["协议" * 30], "d": None, "e": 7})
    assert said["a"] == BREAK.join("A" * 30)
    assert (said["b"], said["c"], said["d"], said["e"]) == ("nghiêng", ["协议" * 30], None, 7)
