"""What stands in the file where an attachment cannot: which one it is, why, and where it lies."""

from datetime import date
from enum import StrEnum
from pathlib import Path

from app.documents.typst import render_pdf
from app.kernel.text import clean

TEMPLATE = Path(__file__).with_name("notice_page.typ")


class Missing(StrEnum):
    MASKED = "masked"
    LOCKED = "locked"
    BROKEN = "broken"


WHY = {
    Missing.MASKED: (
        "本卷为脱敏卷，不附此件。原件见系统本案“卷内文件”，有权查看个人信息的人员可以打开。",
        "Đây là bản hồ sơ đã che thông tin cá nhân nên không kèm giấy tờ này. Bản gốc nằm ở mục "
        "“Giấy tờ trong hồ sơ” của vụ việc trên hệ thống; người có quyền xem thông tin cá nhân "
        "có thể mở.",
    ),
    Missing.LOCKED: (
        "此件为加密的PDF文件，无法装入本卷。请在系统本案“卷内文件”中下载，用密码打开后另行打印，"
        "附在本页之后。",
        "Đây là tệp PDF có mật khẩu, không đưa được vào hồ sơ này. Hãy tải về từ mục “Giấy tờ "
        "trong hồ sơ” của vụ việc trên hệ thống, mở bằng mật khẩu, in riêng và kẹp sau trang này.",
    ),
    Missing.BROKEN: (
        "此件的PDF文件已损坏或者不完整，无法装入本卷。请在系统本案“卷内文件”中下载，用其他软件"
        "打开后另行打印，附在本页之后；打不开的，请重新扫描。",
        "Tệp PDF này bị hỏng hoặc không đầy đủ, không đưa được vào hồ sơ này. Hãy tải về từ mục "
        "“Giấy tờ trong hồ sơ” của vụ việc trên hệ thống, mở bằng phần mềm khác, in riêng và kẹp "
        "sau trang này; nếu không mở được thì quét lại.",
    ),
}


def notice_page(title: str, pages: int, why: Missing, today: date) -> bytes:
    """One A4 page in place of the attachment called `title`."""
    zh, vi = WHY[why]
    data = {"title": clean(title), "pages": pages, "zh": zh, "vi": vi}
    return render_pdf(TEMPLATE, data, document_date=today, pdf_a=False)
