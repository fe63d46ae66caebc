"""With which words does a letter begin? The usual text of each kind, in both languages at once.

Both texts come from the same data, so that nothing has to be translated until the officer adds
words of their own. Nobody is named unless that is asked for.
"""

from dataclasses import dataclass
from datetime import date

from app.kernel.bilingual import Bilingual, Language
from app.kernel.writing import dates
from app.mediation.kinds import LetterKind, PartyRole
from app.mediation.rules.letters import LetterText

ZH, VI = Language.ZH, Language.VI

SUBJECTS = {
    LetterKind.INVITATION: Bilingual(
        "关于邀请参加边境纠纷调解的函",
        "Về việc mời phối hợp hòa giải tranh chấp ở khu vực biên giới",
    ),
    LetterKind.INFORMATION: Bilingual(
        "关于通报边境纠纷情况的函", "Về việc thông báo tình hình tranh chấp ở khu vực biên giới"
    ),
    LetterKind.TRANSFER: Bilingual("关于移送纠纷的函", "Về việc chuyển vụ việc tranh chấp"),
}
BEGINNINGS = {
    LetterKind.INVITATION: Bilingual(
        "我单位正在办理一起与贵方有关的纠纷。",
        "Cơ quan chúng tôi đang giải quyết một vụ tranh chấp có liên quan đến phía quý cơ quan.",
    ),
    LetterKind.INFORMATION: Bilingual(
        "现将一起与贵方有关的纠纷的情况通报如下。",
        "Cơ quan chúng tôi xin thông báo tình hình một vụ tranh chấp có liên quan đến phía "
        "quý cơ quan như sau.",
    ),
    LetterKind.TRANSFER: Bilingual(
        "我单位收到一起纠纷的调解申请，经审查属于贵单位职责范围，现移送贵单位处理。",
        "Cơ quan chúng tôi đã nhận được yêu cầu hòa giải một vụ tranh chấp. Qua xem xét, "
        "vụ việc thuộc thẩm quyền của quý cơ quan, chúng tôi xin chuyển để quý cơ quan giải quyết.",
    ),
}
ENDINGS = {
    LetterKind.INVITATION: Bilingual(
        "诚邀贵方派员共同调解。请将参加人员、使用的语言和方便的时间、地点告知我单位。",
        "Trân trọng kính mời quý cơ quan cử người cùng tham gia hòa giải. Đề nghị cho biết "
        "người tham gia, ngôn ngữ sử dụng, thời gian và địa điểm thuận tiện.",
    ),
    LetterKind.INFORMATION: Bilingual(
        "如贵方有需要说明或者配合的事项，请函告我单位。",
        "Nếu có nội dung cần trao đổi hoặc phối hợp, đề nghị quý cơ quan thông báo cho chúng tôi.",
    ),
    LetterKind.TRANSFER: Bilingual(
        "请将办理情况函告我单位。",
        "Đề nghị quý cơ quan thông báo cho chúng tôi kết quả giải quyết.",
    ),
}
ROLES = {
    PartyRole.APPLICANT: Bilingual("申请人", "Bên yêu cầu hòa giải"),
    PartyRole.RESPONDENT: Bilingual("被申请人", "Bên được yêu cầu hòa giải"),
    PartyRole.RELATED: Bilingual("有关人员", "Người có liên quan"),
}


@dataclass(frozen=True, slots=True)
class Named:
    """A party as a letter may speak of them."""

    role: PartyRole
    name: Bilingual
    nationality: Bilingual
    is_body: bool = False  # a firm belongs to a country, it has no nationality


@dataclass(frozen=True, slots=True)
class LetterData:
    """What of a case a letter may tell. `reason` and `facts` are what somebody wrote."""

    kind: LetterKind
    number: str
    received_on: date | None
    dispute_type: Bilingual
    place: Bilingual
    parties: tuple[Named, ...]
    names_people: bool = False
    facts: Bilingual = Bilingual()
    reason: str = ""


def usual_text(data: LetterData) -> LetterText:
    """The text an officer begins with."""
    subject = SUBJECTS[data.kind]
    return LetterText(
        subject_zh=subject.zh or "",
        subject_vi=subject.vi or "",
        zh="\n".join(_lines(data, ZH)),
        vi="\n".join(_lines(data, VI)),
    )


def _lines(data: LetterData, language: Language) -> list[str]:
    lines = [BEGINNINGS[data.kind].in_(language), *_about(data, language)]
    return [*filter(None, lines), ENDINGS[data.kind].in_(language)]


def _about(data: LetterData, language: Language) -> list[str]:
    """One line each: number, day, type, place, parties; facts and reason where names are given."""
    day = dates.written(data.received_on, language) if data.received_on else ""
    told = data.names_people
    rows = (
        (Bilingual("案件编号", "Số vụ việc"), data.number),
        (Bilingual("受理登记日期", "Ngày tiếp nhận"), day),
        (Bilingual("纠纷类型", "Loại tranh chấp"), data.dispute_type.in_(language)),
        (Bilingual("发生地点", "Nơi xảy ra"), data.place.in_(language)),
        (Bilingual("当事人", "Các bên"), _parties(data, language)),
        (Bilingual("主要情况", "Nội dung chính"), _own(data.facts, language) if told else ""),
        (Bilingual("移送理由", "Lý do chuyển"), data.reason if told else ""),
    )
    colon = "：" if language is ZH else ": "
    return [f"{head.in_(language)}{colon}{text}" for head, text in rows if text]


def _own(text: Bilingual, language: Language) -> str:
    """The words in this language alone: a letter never falls back to the other."""
    return (text.zh if language is ZH else text.vi) or ""


def _parties(data: LetterData, language: Language) -> str:
    between = "；" if language is ZH else "; "
    return between.join(_party(each, data.names_people, language) for each in data.parties)


def _party(party: Named, is_named: bool, language: Language) -> str:
    """申请人阮文雄（越南籍） | Bên yêu cầu hòa giải Nguyễn Văn Hùng (quốc tịch Việt Nam)."""
    gap, brackets = ("", "（{}）") if language is ZH else (" ", " ({})")
    name = f"{gap}{party.name.in_(language)}" if is_named else ""
    nation = party.nationality.in_(language)
    said = f"{nation}籍" if language is ZH else f"quốc tịch {nation}"
    if party.is_body:
        said = f"{nation}单位" if language is ZH else f"tổ chức {nation}"
    return ROLES[party.role].in_(language) + name + (brackets.format(said) if nation else "")
