"""How is a day, an instant or a span of days written on a paper?"""

from datetime import date, datetime

from app.kernel.bilingual import Language


def written(day: date, language: Language) -> str:
    """2026年11月22日 | ngày 22 tháng 11 năm 2026."""
    if language is Language.ZH:
        return f"{day.year}年{day.month}月{day.day}日"
    return f"ngày {_vi_day(day)} {_vi_month(day)} năm {day.year}"


def instant(at: datetime, language: Language) -> str:
    """2026年11月22日9时05分 | 09 giờ 05 phút ngày 22 tháng 11 năm 2026.

    `at` is aware and already at the clock of the place; the paper says whose clock that is.
    """
    if at.tzinfo is None:
        raise ValueError("an instant must carry its zone")
    if language is Language.ZH:
        return f"{written(at, language)}{at.hour}时{at.minute:02d}分"
    return f"{at.hour:02d} giờ {at.minute:02d} phút {written(at, language)}"


def span(first: date, last: date, language: Language) -> str:
    """2026年11月22日至12月3日 | từ ngày 22 tháng 11 đến ngày 03 tháng 12 năm 2026.

    Both days belong to it. A year or month they share is written once; a single day is
    written as a day. ValueError if it ends before it begins.
    """
    if last < first:
        raise ValueError("a span ends after it begins")
    if first == last:
        return written(first, language)
    if language is Language.ZH:
        return f"{written(first, language)}至{_zh_last(first, last)}"
    return f"từ {_vi_first(first, last)} đến {written(last, language)}"


def _zh_last(first: date, last: date) -> str:
    if first.year != last.year:
        return written(last, Language.ZH)
    return f"{last.day}日" if first.month == last.month else f"{last.month}月{last.day}日"


def _vi_first(first: date, last: date) -> str:
    if first.year != last.year:
        return written(first, Language.VI)
    month = "" if first.month == last.month else f" {_vi_month(first)}"
    return f"ngày {_vi_day(first)}{month}"


def _vi_day(day: date) -> str:
    """Days under 10 carry a zero (Nghị định 30/2020/NĐ-CP, phụ lục I)."""
    return f"{day.day:02d}"


def _vi_month(day: date) -> str:
    """Of the months only 1 and 2 carry a zero (the same rule)."""
    return f"tháng {day.month:02d}" if day.month < 3 else f"tháng {day.month}"
