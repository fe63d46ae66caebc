"""How is a sum of money written on a paper, in figures and in words?

Chinese words follow 支付结算办法 附一《正确填写票据和结算凭证的基本规定》 (中国人民银行, 1997):
the currency stands before the amount without a gap, 整 closes whole yuan, nothing follows 分,
one 零 for a run of zeros, 零 between 元 and 分. Where it leaves a choice (四之三) no 零 is
written: 壹拾万柒仟元伍角叁分 is 107000.53. After 角 the banks leave 整 free, 会计基础工作规范
asks for it: it is written.
The currency is named 越南盾 and its unit 盾 by the same rule: 越南盾壹仟贰佰万盾整.

Vietnamese words follow the usage of offices (docs/adr/0014-amounts-in-words.md): `nhân dân
tệ`, `hào` and `xu` stand for 元, 角 and 分 one by one; `chẵn` closes whole yuan like 整. Nothing
follows `đồng`, which has no smaller unit. Less than a yuan still names the currency: `không
nhân dân tệ năm hào`.
"""

from app.kernel.bilingual import Language
from app.kernel.money import Currency, Money
from app.kernel.writing import chinese, vietnamese
from app.kernel.writing.numerals import figures

_FIGURES_UNIT = {
    (Currency.CNY, Language.ZH): "元",
    (Currency.VND, Language.ZH): "越南盾",
    (Currency.CNY, Language.VI): " nhân dân tệ",
    (Currency.VND, Language.VI): " đồng",
}


def unit(currency: Currency, language: Language) -> str:
    """What stands after figures: 元 and 越南盾 | nhân dân tệ and đồng."""
    return _FIGURES_UNIT[currency, language].strip()


def in_figures(money: Money, language: Language) -> str:
    """12,000.00元 | 12.000,00 nhân dân tệ; every digit of the smallest unit is printed."""
    return figures(money.amount, language) + _FIGURES_UNIT[money.currency, language]


def in_words(money: Money, language: Language, *, capital: bool = False) -> str:
    """人民币壹万贰仟元整 | mười hai nghìn nhân dân tệ chẵn.

    Exact to the fen or đồng, from 0; a negative amount raises ValueError. `capital` makes
    the first letter large, for a line of its own on a Vietnamese form.
    """
    if money.minor < 0:
        raise ValueError("a negative amount is never written in words")
    if language is Language.ZH:
        return _chinese(money)
    words = _vietnamese(money)
    return words[0].upper() + words[1:] if capital else words


def in_full(money: Money, language: Language) -> str:
    """Figures with the words behind them in brackets, as a clause or a receipt names a sum."""
    written, words = in_figures(money, language), in_words(money, language)
    if language is Language.ZH:
        return f"{written}（大写：{words}）"
    return f"{written} (bằng chữ: {words})"


def _chinese(money: Money) -> str:
    if money.currency is Currency.VND:
        return f"越南盾{chinese.capital(money.minor)}盾整"
    yuan, jiao, fen = _parts(money)
    words = "人民币"
    if yuan or not (jiao or fen):
        words += chinese.capital(yuan) + "元"
    if jiao:
        words += chinese.capital(jiao) + "角"
    elif yuan and fen:
        words += "零"
    return words + (chinese.capital(fen) + "分" if fen else "整")


def _vietnamese(money: Money) -> str:
    if money.currency is Currency.VND:
        return f"{vietnamese.read(money.minor)} đồng"
    yuan, jiao, fen = _parts(money)
    words = f"{vietnamese.read(yuan)} nhân dân tệ"
    if yuan and not (jiao or fen):
        return f"{words} chẵn"
    words += f" {vietnamese.read(jiao)} hào" if jiao else ""
    return words + (f" {vietnamese.read(fen)} xu" if fen else "")


def _parts(money: Money) -> tuple[int, int, int]:
    """Yuan, jiao and fen."""
    yuan, rest = divmod(money.minor, 100)
    return yuan, *divmod(rest, 10)
