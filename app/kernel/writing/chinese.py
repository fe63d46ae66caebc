"""How is a whole number read in Chinese, in plain characters or in those of the banks?"""

_PLAIN = ("零一二三四五六七八九", "亿万千百十")
_CAPITAL = ("零壹贰叁肆伍陆柒捌玖", "亿万仟佰拾")
_BASES = (10**8, 10**4, 1000, 100, 10)


def plain(number: int) -> str:
    """12 is 十二, 10005 is 一万零五; what begins 一十 is read 十."""
    text = _read(number, *_PLAIN)
    return text[1:] if text.startswith("一十") else text


def capital(number: int) -> str:
    """12 is 壹拾贰: its 壹 stays, so that nothing can be written in before it."""
    return _read(number, *_CAPITAL)


def _read(number: int, digits: str, units: str) -> str:
    """One 零 for a run of zeros inside the number, none for zeros at the end of 万 or 亿.

    107000 is 壹拾万柒仟: between 万 and a 仟 that is there the banks leave the 零 free
    (支付结算办法附一, 四之三), and spoken Chinese has none.
    """
    if number < 0:
        raise ValueError("only what is not negative is read out")
    for base, unit in zip(_BASES, units, strict=True):
        if number >= base:
            high, low = divmod(number, base)
            zero = digits[0] if 0 < low < base // 10 else ""
            rest = _read(low, digits, units) if low else ""
            return _read(high, digits, units) + unit + zero + rest
    return digits[number]
