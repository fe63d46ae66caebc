"""How is a number written: in figures, in words, in a row, or counting something?"""

from decimal import Decimal
from enum import StrEnum

from app.kernel.bilingual import Language
from app.kernel.writing import chinese, vietnamese


class Counted(StrEnum):
    """What is counted; each has its measure word, as neither language has a plural."""

    COPY = "copy"
    PAGE = "page"
    PERSON = "person"
    INSTALMENT = "instalment"
    CASE = "case"
    ITEM = "item"
    TIME = "time"
    DAY = "day"
    MONTH = "month"
    ANIMAL = "animal"
    TREE = "tree"
    VEHICLE = "vehicle"


_MEASURES = {
    Counted.COPY: ("份", "bản"),
    Counted.PAGE: ("页", "trang"),
    Counted.PERSON: ("人", "người"),
    Counted.INSTALMENT: ("期", "đợt"),
    Counted.CASE: ("件", "vụ"),
    Counted.ITEM: ("项", "mục"),
    Counted.TIME: ("次", "lần"),
    Counted.DAY: ("天", "ngày"),
    Counted.MONTH: ("个月", "tháng"),
    Counted.ANIMAL: ("头", "con"),
    Counted.TREE: ("棵", "cây"),
    Counted.VEHICLE: ("辆", "chiếc xe"),
}
_VI_ORDINALS = {1: "nhất", 4: "tư"}
_VI_MARKS = str.maketrans(",.", ".,")


def figures(number: Decimal | int, language: Language) -> str:
    """1,234.50 for a Chinese reader, 1.234,50 for a Vietnamese one; its digits are kept."""
    text = f"{number:,f}" if isinstance(number, Decimal) else f"{number:,}"
    return text if language is Language.ZH else text.translate(_VI_MARKS)


def cardinal(number: int, language: Language) -> str:
    """三十五 | ba mươi lăm."""
    return chinese.plain(number) if language is Language.ZH else vietnamese.read(number)


def ordinal(number: int, language: Language) -> str:
    """第三 | thứ ba; the first is `thứ nhất`, the fourth `thứ tư`."""
    if number < 1:
        raise ValueError("a row begins with the first")
    if language is Language.ZH:
        return f"第{chinese.plain(number)}"
    return f"thứ {_VI_ORDINALS.get(number) or vietnamese.read(number)}"


def instalment(number: int, language: Language) -> str:
    """第三期 | đợt thứ ba: which part of a sum that is paid in parts."""
    if language is Language.ZH:
        return f"{ordinal(number, language)}期"
    return f"đợt {ordinal(number, language)}"


def instalment_in_figures(number: int, language: Language) -> str:
    """第3期 | đợt 3, for the narrow column of a table."""
    if number < 1:
        raise ValueError("a row begins with the first")
    return f"第{number}期" if language is Language.ZH else f"đợt {number}"


def counted(number: int, what: Counted, language: Language) -> str:
    """3份 | 3 bản."""
    zh, vi = _MEASURES[what]
    written = figures(number, language)
    return f"{written}{zh}" if language is Language.ZH else f"{written} {vi}"


def counted_in_words(number: int, what: Counted, language: Language) -> str:
    """三份 | ba bản; two things are 两 in Chinese, never 二."""
    zh, vi = _MEASURES[what]
    if language is Language.ZH:
        return f"{'两' if number == 2 else cardinal(number, language)}{zh}"
    return f"{cardinal(number, language)} {vi}"
