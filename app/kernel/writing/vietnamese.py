"""How is a whole number read in Vietnamese?"""

LINH = "linh"
"""*Setting*: zero tens are `linh` on official papers; the South says `lẻ`."""

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_GROUPS = ((10**9, "tỷ"), (10**6, "triệu"), (10**3, "nghìn"))
_AFTER_MUOI = {5: "lăm"}
_AFTER_TENS = {1: "mốt", 4: "tư", 5: "lăm"}


def read(number: int) -> str:
    """1005 is `một nghìn không trăm linh năm`; 10**12 is `một nghìn tỷ`.

    After a larger group the hundreds are always read, `không trăm` too; a group of three
    zeros is passed over.
    """
    if number < 0:
        raise ValueError("only what is not negative is read out")
    return " ".join(_words(number, inside=False)) or _DIGITS[0]


def _words(number: int, *, inside: bool) -> list[str]:
    """The words of a number; `inside` when a larger group stands before it."""
    for base, unit in _GROUPS:
        if number >= base:
            high, low = divmod(number, base)
            return [*_words(high, inside=inside), unit, *_words(low, inside=True)]
    return _three_digits(number, inside=inside) if number else []


def _three_digits(number: int, *, inside: bool) -> list[str]:
    hundreds, rest = divmod(number, 100)
    if not hundreds and not inside:
        return _two_digits(rest)
    linh = [LINH] if 0 < rest < 10 else []
    return [_DIGITS[hundreds], "trăm", *linh, *_two_digits(rest)]


def _two_digits(number: int) -> list[str]:
    tens, unit = divmod(number, 10)
    if tens == 0:
        return [_DIGITS[unit]] if unit else []
    special = _AFTER_MUOI if tens == 1 else _AFTER_TENS
    last = [special.get(unit, _DIGITS[unit])] if unit else []
    return ["mười", *last] if tens == 1 else [_DIGITS[tens], "mươi", *last]
