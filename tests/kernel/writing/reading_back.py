"""What number do these words say? Written from the grammar of each language, not from the code.

Both readers know the words and what they multiply, nothing of where a zero belongs, and raise
ValueError at any word that has no business there.
"""

import re

_ZH_DIGITS = {character: value for value, character in enumerate("零壹贰叁肆伍陆柒捌玖")}
_ZH_SECTION = re.compile(
    r"零?(?:([壹贰叁肆伍陆柒捌玖])仟)?零?(?:([壹贰叁肆伍陆柒捌玖])佰)?零?"
    r"(?:([壹贰叁肆伍陆柒捌玖])拾)?零?([壹贰叁肆伍陆柒捌玖])?"
)
_ZH_YUAN = re.compile(
    r"人民币(?:(.+)元)?零?(?:([壹贰叁肆伍陆柒捌玖])角)?(?:整|([壹贰叁肆伍陆柒捌玖])分)"
)
_ZH_DONG = re.compile(r"越南盾(.+)盾整")

_VI_WORDS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
_VI_DIGITS = {word: value for value, word in enumerate(_VI_WORDS)}
_VI_UNITS = _VI_DIGITS | {"mốt": 1, "tư": 4, "lăm": 5}
_VI_DIGIT = "|".join(_VI_WORDS)
_VI_YUAN = re.compile(rf"(.+) nhân dân tệ(?: chẵn)?(?: ({_VI_DIGIT}) hào)?(?: ({_VI_DIGIT}) xu)?")
_VI_DONG = re.compile("(.+) đồng")


def chinese_fen(words: str) -> int:
    yuan, jiao, fen = _match(_ZH_YUAN, words).groups(default="零")
    return chinese(yuan) * 100 + _ZH_DIGITS[jiao] * 10 + _ZH_DIGITS[fen]


def chinese_dong(words: str) -> int:
    return chinese(_match(_ZH_DONG, words)[1])


def chinese(words: str) -> int:
    for unit, value in (("亿", 10**8), ("万", 10**4)):
        if unit in words:
            left, _, right = words.rpartition(unit)
            return chinese(left) * value + (chinese(right) if right else 0)
    if words == "零":
        return 0
    digits = _match(_ZH_SECTION, words).groups(default="零")
    return int("".join(str(_ZH_DIGITS[digit]) for digit in digits))


def vietnamese_fen(words: str) -> int:
    yuan, jiao, fen = _match(_VI_YUAN, words).groups(default="không")
    return vietnamese(yuan) * 100 + _VI_DIGITS[jiao] * 10 + _VI_DIGITS[fen]


def vietnamese_dong(words: str) -> int:
    return vietnamese(_match(_VI_DONG, words)[1])


def vietnamese(words: str) -> int:
    return _vietnamese(words.split(" "))


def _vietnamese(words: list[str]) -> int:
    for unit, value in (("tỷ", 10**9), ("triệu", 10**6), ("nghìn", 10**3), ("trăm", 100)):
        if unit in words:
            at = words.index(unit)
            right = words[at + 1 :]
            return _vietnamese(words[:at]) * value + (_vietnamese(right) if right else 0)
    return _vietnamese_tens(words)


def _vietnamese_tens(words: list[str]) -> int:
    match words:
        case ["linh", unit] | [unit] if unit in _VI_DIGITS:
            return _VI_DIGITS[unit]
        case ["mười"]:
            return 10
        case ["mười", unit] if unit in _VI_UNITS:
            return 10 + _VI_UNITS[unit]
        case [tens, "mươi"] if tens in _VI_DIGITS:
            return _VI_DIGITS[tens] * 10
        case [tens, "mươi", unit] if tens in _VI_DIGITS and unit in _VI_UNITS:
            return _VI_DIGITS[tens] * 10 + _VI_UNITS[unit]
    raise ValueError(words)


def _match(pattern: re.Pattern[str], words: str) -> re.Match[str]:
    match = pattern.fullmatch(words)
    if match is None:
        raise ValueError(words)
    return match
