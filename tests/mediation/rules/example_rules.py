"""Which deadline rules do these tests reckon with? The lengths of the design."""

from datetime import date

from app.kernel.bilingual import Bilingual
from app.kernel.country import Country
from app.kernel.periods import Unit
from app.mediation.rules.deadlines import DeadlineCode, DeadlineRule, ExtendableBy, Trigger

SETTING = Bilingual(zh="本系统设置", vi="Thiết lập của hệ thống")
MOJ_2002 = Bilingual(
    zh="司法部2002年关于人民调解工作的规定",
    vi="Quy định năm 2002 của Bộ Tư pháp Trung Quốc về công tác hòa giải nhân dân",
)
MEDIATION_LAW_33 = Bilingual(
    zh="《人民调解法》第三十三条", vi="Điều 33 Luật Hòa giải nhân dân của Trung Quốc"
)
CIVIL_PROCEDURE_416 = Bilingual(
    zh="越南《民事诉讼法》第416条至第419条", vi="Điều 416 đến Điều 419 Bộ luật Tố tụng dân sự 2015"
)

FOLLOW_UPS = (
    (DeadlineCode.FIRST_FOLLOW_UP, 15),
    (DeadlineCode.SECOND_FOLLOW_UP, 30),
    (DeadlineCode.THIRD_FOLLOW_UP, 90),
)

_SINCE_2002 = date(2002, 11, 1)
_SINCE_2011 = date(2011, 1, 1)
_SINCE_2016 = date(2016, 7, 1)
_ALWAYS = date(2002, 1, 1)


def _follow_up(country: Country, code: DeadlineCode, days: int) -> DeadlineRule:
    return DeadlineRule(
        code,
        country,
        Trigger.AGREEMENT_EFFECTIVE,
        days,
        Unit.DAYS,
        ExtendableBy.OFFICE,
        SETTING,
        is_law=False,
        valid_from=_ALWAYS,
    )


EXAMPLES: tuple[DeadlineRule, ...] = (
    DeadlineRule(
        DeadlineCode.FINISH_MEDIATION,
        Country.CN,
        Trigger.ACCEPTED,
        1,
        Unit.MONTHS,
        ExtendableBy.BOTH_PARTIES,
        MOJ_2002,
        is_law=True,
        valid_from=_SINCE_2002,
    ),
    DeadlineRule(
        DeadlineCode.START_MEDIATION,
        Country.VN,
        Trigger.ASSIGNED,
        3,
        Unit.DAYS,
        ExtendableBy.BOTH_PARTIES,
        SETTING,
        is_law=False,
        valid_from=_ALWAYS,
    ),
    DeadlineRule(
        DeadlineCode.COURT_STEP,
        Country.CN,
        Trigger.AGREEMENT_EFFECTIVE,
        30,
        Unit.DAYS,
        ExtendableBy.NOBODY,
        MEDIATION_LAW_33,
        is_law=True,
        valid_from=_SINCE_2011,
    ),
    DeadlineRule(
        DeadlineCode.COURT_STEP,
        Country.VN,
        Trigger.AGREEMENT_EFFECTIVE,
        6,
        Unit.MONTHS,
        ExtendableBy.NOBODY,
        CIVIL_PROCEDURE_416,
        is_law=True,
        valid_from=_SINCE_2016,
    ),
    *(_follow_up(country, code, days) for country in Country for code, days in FOLLOW_UPS),
)
