"""Which words in a ledger mean which code or column? First our own words, then common others.

The first Chinese and the first Vietnamese word are those of our workbook's drop-downs.
Compared folded: width, case, tones, spaces and punctuation do not matter.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from app.kernel.text import fold

_SIGNS = re.compile(r"[\W_]+")


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """What is left of a word or heading for comparing: `Số  CCCD:` and `so cccd` are the same."""
    return _SIGNS.sub("", fold(text))


WORDS: Mapping[str, Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "sex": {
        "male": (("男", "男性"), ("Nam", "male", "m")),
        "female": (("女", "女性"), ("Nữ", "female", "f")),
    },
    "document_kind": {
        "cn_id": (
            ("中国居民身份证", "居民身份证", "身份证"),
            ("Chứng minh nhân dân Trung Quốc", "Chứng minh thư Trung Quốc"),
        ),
        "vn_cccd": (
            ("越南公民身份证", "越南身份证"),
            ("Thẻ căn cước", "Căn cước công dân", "Căn cước", "CCCD"),
        ),
        "vn_cmnd": (("越南旧版身份证（9位）",), ("Chứng minh nhân dân (9 số)", "CMND", "CMT")),
        "cn_border_permit": (
            ("中国边境通行证", "出入境通行证", "边民证"),
            ("Giấy thông hành biên giới Trung Quốc",),
        ),
        "vn_border_pass": (
            ("越南边境通行证", "越南通行证"),
            ("Giấy thông hành biên giới Việt Nam", "Giấy thông hành"),
        ),
        "passport": (("护照",), ("Hộ chiếu", "passport")),
        "other": (("其他证件", "其他"), ("Giấy tờ khác", "Khác")),
        "none_seen": (("未见证件", "无"), ("Chưa thấy giấy tờ", "Không có")),
    },
    "currency": {
        "CNY": (("人民币", "元", "人民币元", "RMB"), ("Nhân dân tệ", "NDT", "tệ", "CNY")),
        "VND": (("越南盾", "盾"), ("Đồng Việt Nam", "đồng", "VND", "VNĐ")),
    },
    "outcome": {
        "settled": (
            ("调解成功", "成功", "达成协议", "已达成协议"),
            ("Hòa giải thành", "Thành", "Đạt được thỏa thuận"),
        ),
        "not_settled": (
            ("调解不成", "调解不成功", "不成功", "未达成协议"),
            ("Hòa giải không thành", "Không thành", "Không đạt được thỏa thuận"),
        ),
        "not_accepted": (("不予受理", "未受理"), ("Không nhận hòa giải", "Không tiếp nhận")),
        "referred": (("转送其他机关", "移送", "转交"), ("Chuyển cơ quan khác", "Chuyển")),
        "terminated": (
            ("终止调解", "终止", "撤回", "撤回申请"),
            ("Chấm dứt hòa giải", "Chấm dứt", "Rút yêu cầu"),
        ),
    },
    "form": {
        "written": (("书面协议", "书面"), ("Thỏa thuận bằng văn bản", "Văn bản")),
        "oral": (("口头协议", "口头"), ("Thỏa thuận miệng", "Miệng", "Lời nói")),
    },
    "state": {
        "received": (("已收到申请", "已登记"), ("Đã tiếp nhận yêu cầu", "Đã tiếp nhận")),
        "accepted": (("已受理",), ("Đã nhận hòa giải",)),
        "mediating": (("调解中", "正在调解"), ("Đang hòa giải",)),
        "agreed": (("已达成协议",), ("Đã đạt được thỏa thuận",)),
        "performed": (("已履行", "履行完毕"), ("Đã thực hiện xong", "Đã thực hiện")),
        "not_agreed": (("调解不成",), ("Hòa giải không thành",)),
        "not_accepted": (("不予受理",), ("Không nhận hòa giải",)),
        "referred": (("已转送", "已移送"), ("Đã chuyển",)),
        "terminated": (("已终止", "终止"), ("Đã chấm dứt", "Chấm dứt")),
        "closed": (("已结案", "结案", "已结", "办结"), ("Đã kết thúc", "Kết thúc")),
        "archived": (("已归档", "归档"), ("Đã lưu trữ", "Lưu trữ")),
    },
    "nationality": {
        "CN": (("中国籍", "中方", "中国公民"), ("TQ", "Quốc tịch Trung Quốc")),
        "VN": (("越南籍", "越方", "越南公民"), ("VN", "Quốc tịch Việt Nam")),
    },
    "spoken_language": {
        "zh": (("中文", "汉语", "汉文"), ("Tiếng Trung", "Tiếng Hoa")),
        "vi": (("越文", "越语"), ("Tiếng Việt Nam",)),
    },
}
"""By word list and code: the Chinese and the Vietnamese words."""

_SIDES = {
    "applicant": (("申请人",), ("Bên yêu cầu", "Bên yêu cầu hòa giải", "Người yêu cầu")),
    "respondent": (
        ("被申请人", "对方当事人"),
        ("Bên được yêu cầu", "Bên được yêu cầu hòa giải", "Bên kia"),
    ),
}
_OF_SIDE = {
    "name": (("姓名", ""), ("họ tên", "họ và tên", "")),
    "nationality": (("国籍",), ("quốc tịch",)),
    "sex": (("性别",), ("giới tính",)),
    "birth_on": (("出生日期", "出生年月日"), ("ngày sinh", "sinh ngày")),
    "document_kind": (("证件种类", "证件类型"), ("loại giấy tờ",)),
    "document_number": (("证件号码", "证件号", "身份证号", "身份证号码"),
                        ("số giấy tờ", "số CCCD", "số CMND")),
    "phone": (("电话", "联系电话", "联系方式"), ("điện thoại", "số điện thoại")),
    "address": (("住址", "地址"), ("địa chỉ", "nơi cư trú")),
}  # fmt: skip

HEADINGS: Mapping[str, tuple[str, ...]] = {
    "ledger_no": ("序号", "编号", "台账编号", "登记号", "案号", "STT", "Số thứ tự", "Số sổ", "Số"),
    "received_on": ("受理日期", "登记日期", "收到日期", "申请日期", "日期",
                    "Ngày tiếp nhận", "Ngày nhận", "Ngày, tháng, năm nhận vụ, việc", "Ngày"),
    "cn_type": ("纠纷类型", "纠纷类别", "案件类型", "类型", "Loại tranh chấp"),
    "border_subtype": ("跨境类型", "跨境纠纷细类", "Loại tranh chấp qua biên giới"),
    "vn_scope": ("越方调解范围", "Phạm vi hòa giải", "Loại vụ việc", "Lĩnh vực"),
    "facts": ("纠纷简要情况", "主要事实", "案情", "简要案情", "基本案情", "纠纷内容",
              "Tóm tắt nội dung vụ việc", "Nội dung", "Nội dung vụ việc",
              "Nội dung chủ yếu của vụ, việc"),
    "facts_language": ("记录语言", "语言", "Ngôn ngữ"),
    "requests": ("请求", "调解请求", "诉求", "Yêu cầu", "Nội dung yêu cầu"),
    "place": ("地点", "发生地点", "纠纷地点", "Địa điểm", "Nơi xảy ra"),
    "boundary_marker": ("界碑号", "界碑", "Số mốc", "Mốc giới", "Cột mốc"),
    "claimed": ("涉及金额", "金额", "标的额", "涉案金额", "涉案金额（元）", "Số tiền", "Giá trị"),
    "claimed_currency": ("币种", "货币", "Loại tiền", "Đơn vị tiền"),
    "mediators": ("调解员", "调解员姓名", "Hòa giải viên", "Người hòa giải"),
    "accepted_on": ("受理时间", "决定受理日期", "Ngày nhận hòa giải", "Ngày thụ lý"),
    "outcome": ("调解结果", "处理结果", "结果", "Kết quả", "Kết quả hòa giải"),
    "agreed_on": ("协议日期", "达成协议日期", "签订日期", "Ngày thỏa thuận", "Ngày hòa giải thành"),
    "form": ("协议形式", "Hình thức thỏa thuận"),
    "terms_zh": ("协议内容", "协议主要内容", "协议条款"),
    "terms_vi": ("Nội dung thỏa thuận", "Thỏa thuận"),
    "state": ("状态", "案件状态", "Trạng thái", "Tình trạng"),
    "closed_on": ("结案日期", "结案时间", "Ngày kết thúc"),
    "remarks": ("备注", "Ghi chú"),
}  # fmt: skip
"""By column: what offices write above it."""

MEDIATOR_LINE = {"zh": "台账所记调解员：", "vi": "Hòa giải viên ghi trong sổ: "}
"""Before the name of a mediator who is in nobody's register, in the remarks of the case."""


def heading_words(key: str) -> Iterable[str]:
    """What may stand above a column, for guessing."""
    role, _, rest = key.partition("_")
    if role not in _SIDES:
        return HEADINGS.get(key, ())
    return [
        f"{side}{joint}{name}".strip()
        for language in (0, 1)
        for side in _SIDES[role][language]
        for name in _OF_SIDE[rest][language]
        for joint in ("", "的" if language == 0 else " - ")
    ]


def guess(headings: Iterable[str], ours: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Our column → their heading, where the words agree; `ours` are our own headings by column."""
    there = {plain(heading): heading for heading in reversed(list(headings)) if plain(heading)}
    found: dict[str, str] = {}
    for key, own in ours.items():
        for word in (key, *own, *heading_words(key)):
            heading = there.get(plain(word))
            if heading is not None and heading not in found.values():
                found[key] = heading
                break
    return found
