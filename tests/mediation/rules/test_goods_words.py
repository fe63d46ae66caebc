"""Is an animal counted with its own Chinese measure word?"""

import pytest

from app.mediation.queries.goods import counted
from app.mediation.rules.clauses import Phrase


@pytest.mark.parametrize(("zh", "vi", "measure"), [
    ("水牛", "trâu", "头"), ("黄牛犊", "bê", "头"), ("猪", "lợn", "头"), ("山羊", "dê", "只"),
    ("绵羊", "cừu", "只"), ("鸡", "gà", "只"), ("鸭", "vịt", "只"), ("狗", "chó", "只"),
    ("马", "ngựa", "匹"), ("母鸡", "", "只"), ("", "gà mái", "只"), ("", "Bò sữa", "头"),
    ("母水牛", "", "头"),
])  # fmt: skip
def test_con_becomes_the_measure_word_of_the_animal(zh: str, vi: str, measure: str) -> None:
    assert counted(Phrase(zh, vi), Phrase("", "con")) == Phrase(measure, "con")
    assert counted(Phrase(zh, vi), Phrase(measure, "")) == Phrase(measure, "con")


def test_typed_unit_and_other_units_are_kept() -> None:
    duck = Phrase("鸭", "vịt")
    assert counted(duck, Phrase("对", "con")) == Phrase("对", "con")
    assert counted(duck, Phrase("", "kg")) == Phrase("公斤", "kg")
    assert counted(duck, Phrase("", "lồng")) == Phrase("", "lồng")


def test_unknown_animal_is_counted_as_before() -> None:
    assert counted(Phrase("", "con vật lạ"), Phrase("", "con")) == Phrase("头", "con")
