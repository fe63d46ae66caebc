"""Which invented agreement shows every part of the paper? Demonstration data, no real people."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.kernel.money import Currency, Money
from app.mediation.papers.agreement import (
    AgreementPaper,
    PaperParty,
    PaperRate,
    PaperSigner,
    PaperTerm,
    PaperText,
)
from app.mediation.papers.owed import PaperObligation
from tests.mediation.papers.telling import told

__all__ = ["told"]

RARE_NAME = "𠮷㛃龘"  # outside the characters most fonts have

_HUNG = PaperText("阮文雄", "Nguyễn Văn Hùng")
_RARE = PaperText(RARE_NAME, "Cát Khiết Đạp")
_PLACE = PaperText("平孟司法所", "Văn phòng Tư pháp Bình Mãnh (平孟司法所)")
_LONG_ZH = (
    "各方确认，二〇二六年九月至十月间，因界碑附近放养的水牛多次越过便道进入玉米地，造成减产。"
    "被申请人愿意在收割以前修好围栏，并在今后放牧时由成年人看管；如再次发生牲畜越界，"
    "各方应当先拍照、清点，并在三日内共同到现场查看（由双方村屯各派一人见证），不得扣留牲畜，"
    "也不得自行处置。"
)
_LONG_VI = (
    "Các bên xác nhận: trong tháng 9 và tháng 10 năm 2026, trâu chăn thả gần mốc giới nhiều lần "
    "vượt đường mòn vào ruộng ngô, làm giảm sản lượng. Bên được yêu cầu đồng ý sửa lại hàng rào "
    "trước vụ thu hoạch và từ nay khi chăn thả phải có người lớn trông coi; nếu gia súc lại vượt "
    "qua đường biên, các bên phải chụp ảnh, kiểm đếm và trong ba ngày cùng đến xem tại chỗ (mỗi "
    "bên cử một người làm chứng), không được giữ gia súc, không được tự ý xử lý. "
)


@pytest.fixture(scope="session")
def sample_agreement() -> Callable[..., AgreementPaper]:
    """The sample for the Chinese side, with fields changed by name."""
    return lambda **changes: replace(_SAMPLE, **changes)


@pytest.fixture(scope="session")
def long_term() -> Callable[[int], PaperTerm]:
    """A clause so many times as long as the sample's longest; 12 fill more than a page."""
    return _long_term


def _long_term(times: int) -> PaperTerm:
    return PaperTerm(PaperText(_LONG_ZH * times, _LONG_VI * times, unconfirmed="vi"))


def _instalment(yuan: int, day: date) -> PaperObligation:
    return PaperObligation(
        _RARE, _HUNG, amount=Money(yuan * 100, Currency.CNY), due_on=day, place=_PLACE
    )


_SAMPLE = AgreementPaper(
    side="CN",
    issuer="CN",
    number=PaperText("（2026）平孟人调字第12号", "Số 12/2026/平孟人调字"),
    committee=PaperText("平孟镇人民调解委员会", "Ủy ban Hòa giải nhân dân trấn Bình Mãnh"),
    parties=(
        PaperParty(
            role=PaperText("申请人", "Bên yêu cầu"),
            name="Nguyễn Văn Hùng",
            name_han="阮文雄",
            name_latin="Nguyễn Văn Hùng",
            sex=PaperText("男", "Nam"),
            born_on=date(1985, 2, 5),
            nationality=PaperText("越南", "Việt Nam"),
            document_kind=PaperText("越南公民身份证", "Thẻ căn cước công dân"),
            document_number="004*******45",
            address=PaperText("越南高平省朔江乡", "Xã Sóc Giang, tỉnh Cao Bằng, Việt Nam"),
        ),
        PaperParty(
            role=PaperText("被申请人", "Bên được yêu cầu"),
            name=RARE_NAME,
            name_han=RARE_NAME,
            name_latin="Ji Jie Da",
            sex=PaperText("女", "Nữ"),
            nationality=PaperText("中国", "Trung Quốc"),
            document_kind=PaperText("中国居民身份证", "Thẻ căn cước Trung Quốc"),
            document_number="4510************21",
        ),
    ),
    facts=PaperText(
        "二〇二六年十月，被申请人饲养的三头水牛越过第 647 号界碑旁的便道，进入申请人的玉米地，"
        "造成约两亩玉米减产。双方对损失的数额和围栏由谁修理各有不同意见，申请人于"
        "2026年11月5日向平孟镇人民调解委员会提出调解申请。",
        "Tháng 10 năm 2026, ba con trâu của bên được yêu cầu đi qua đường mòn cạnh mốc giới số 647 "
        "vào ruộng ngô của bên yêu cầu, làm giảm sản lượng khoảng hai mẫu Trung Quốc (mu). Hai bên "
        "có ý kiến khác nhau về mức thiệt hại và về việc ai sửa hàng rào; ngày 05 tháng 11 năm "
        "2026, bên yêu cầu đề nghị Ủy ban Hòa giải nhân dân trấn Bình Mãnh hòa giải.",
    ),
    terms=(
        PaperTerm(
            PaperText(
                "被申请人赔偿申请人玉米损失共计人民币 12,000.00 元（人民币壹万贰仟元整），"
                "分两期付清，履行地点为平孟司法所。",
                "Bên được yêu cầu bồi thường cho bên yêu cầu thiệt hại về ngô tổng cộng 12.000,00 "
                "nhân dân tệ (mười hai nghìn nhân dân tệ), trả làm hai đợt tại Văn phòng Tư pháp "
                "Bình Mãnh (平孟司法所).",
            )
        ),
        _long_term(1),
        PaperTerm(
            PaperText(
                "双方就本次纠纷再无其他争议。",
                "Hai bên không còn tranh chấp nào khác về vụ việc này.",
                unconfirmed="vi",
            )
        ),
    ),
    printed_on=date(2026, 11, 22),
    obligations=(
        _instalment(7000, date(2026, 12, 1)),
        _instalment(5000, date(2027, 2, 1)),
        PaperObligation(
            _RARE,
            _HUNG,
            what=PaperText("修好界碑旁围栏", "Sửa hàng rào cạnh mốc giới"),
            due_on=date(2026, 12, 15),
        ),
    ),
    rate=PaperRate(
        Decimal("3652.5"),
        date(2026, 11, 20),
        PaperText("演示用汇率", "tỷ giá minh họa"),
    ),
    copies=4,
    place=_PLACE,
    signed_on=date(2026, 11, 22),
    effective_on=date(2026, 11, 22),
    party_signers=(
        PaperSigner(_HUNG, PaperText("申请人", "Bên yêu cầu")),
        PaperSigner(_RARE, PaperText("被申请人", "Bên được yêu cầu")),
    ),
    mediators=(
        PaperSigner(PaperText("农某某", "Nông Mỗ Mỗ"), PaperText("调解员", "Hòa giải viên")),
    ),
    interpreters=(
        PaperSigner(PaperText("黄某某", "Hoàng Mỗ Mỗ"), PaperText("翻译人员", "Người phiên dịch")),
    ),
    recorder=PaperSigner(
        PaperText("陆某某", "Lục Mỗ Mỗ"), PaperText("记录人", "Người ghi biên bản")
    ),
    demo=True,
)
