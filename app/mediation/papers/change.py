"""How does a supplementary agreement say what it changes? From what the register knows of it."""

from app.kernel.bilingual import Language
from app.kernel.money import Money
from app.kernel.writing.amounts import in_figures
from app.kernel.writing.dates import written
from app.kernel.writing.lists import joined
from app.mediation.models import Agreement, Obligation, Party
from app.mediation.papers.values import BLANK, PaperText
from app.mediation.queries.case_facts import owed
from app.mediation.rules.performance import paid

ZH, VI = Language.ZH, Language.VI


def change_said(agreement: Agreement) -> PaperText:
    """Which agreement is changed, and of which obligations the rest is replaced; blank for a
    main agreement."""
    main = agreement.supplements
    if main is None or main.signed_on is None:
        return BLANK
    zh = f"本协议补充{written(main.signed_on, ZH)}签订的{main.number.in_(ZH)}协议书"
    vi = (
        f"Thỏa thuận này bổ sung văn bản hòa giải thành số {main.number.in_(VI)} "
        f"ký {written(main.signed_on, VI)}"
    )
    if agreement.replaces:
        zh += f"，代替下列义务尚未履行的部分：{joined(_all(agreement, ZH), ZH)}"
        vi += f", thay thế phần chưa thực hiện của: {joined(_all(agreement, VI), VI)}"
    return PaperText(
        f"{zh}。原协议的其他内容不变。", f"{vi}. Các nội dung khác của văn bản trước giữ nguyên."
    )


def _all(agreement: Agreement, language: Language) -> list[str]:
    return [_one(each, language) for each in agreement.replaces]


def _one(each: Obligation, language: Language) -> str:
    debtor, creditor = _called(each.debtor, language), _called(each.creditor, language)
    if language is ZH:
        due = f"（{written(each.due_on, ZH)}到期）" if each.due_on else ""
        return f"{debtor}应向{creditor}履行的{_left(each, ZH)}{due}"
    due = f" (đến hạn {written(each.due_on, VI)})" if each.due_on else ""
    return f"{_left(each, VI)} mà {debtor} phải thực hiện cho {creditor}{due}"


def _left(each: Obligation, language: Language) -> str:
    """The money that is left, or the goods or act as they were named."""
    received: Money | None = paid(owed(each))
    if each.amount is not None and received is not None:
        return in_figures(each.amount - received, language)
    texts = {ZH: each.what_zh or each.what_vi, VI: each.what_vi or each.what_zh}
    return f"“{texts[language]}”"


def _called(party: Party, language: Language) -> str:
    return (party.name_han if language is ZH else party.name_latin) or party.name
