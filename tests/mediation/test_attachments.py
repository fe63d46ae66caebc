"""What may lie in a case file, who gets it out again, and what happens to a hostile upload?"""

import hashlib
from io import BytesIO

import pytest
from flask import Flask
from PIL import Image
from pypdf import PdfWriter

from app.audit.queries import entries_of_case
from app.db import db
from app.documents.images import FileFault
from app.kernel.errors import NotFound, NotPermitted, RuleBroken
from app.mediation.kinds import AttachmentKind, Duty
from app.mediation.models import Attachment
from app.mediation.queries.case_file import attachments_of, evidence_of
from app.mediation.rules.attachments import FileRefusal as R
from app.mediation.services import attachments, evidence
from tests.factories import NOW, World, actor
from tests.mediation.stages import accepted, codes, give, received
from tests.pages import Reader, text_of


def photo(kind: str = "JPEG", size: tuple[int, int] = (60, 40)) -> bytes:
    out = BytesIO()
    Image.new("RGB", size, "teal").save(out, kind)
    return out.getvalue()


def paper(password: str = "") -> bytes:
    writer, out = PdfWriter(), BytesIO()
    writer.add_blank_page(200, 300)
    writer.add_blank_page(200, 300)
    if password:
        writer.encrypt(password)
    writer.write(out)
    return out.getvalue()


def located_photo() -> bytes:
    """A photo that says where it was taken."""
    out, picture = BytesIO(), Image.new("RGB", (60, 40), "teal")
    exif = picture.getexif()
    exif[0x010F] = "Telephone of Nong Van Binh"
    picture.save(out, "JPEG", exif=exif)
    return out.getvalue()


def put(case_id: int, data: bytes, title: str = "收条", who: str = "clerk.youyi") -> Attachment:
    return attachments.add_attachment(
        actor(who),
        case_id=case_id,
        kind=AttachmentKind.RECEIPT,
        title=title,
        data=data,
        now=NOW,
    )


def test_a_pdf_is_kept_as_it_came_and_its_pages_are_counted(ctx: Flask, world: World) -> None:
    data = paper()
    row = put(accepted().id, data)
    assert (row.content, row.content_type, row.pages) == (data, "application/pdf", 2)
    assert row.sha256 == hashlib.sha256(data).hexdigest()


def test_a_photo_is_made_anew_without_what_the_telephone_told(ctx: Flask, world: World) -> None:
    data = located_photo()
    assert b"Nong Van Binh" in data
    row = put(accepted().id, data)
    assert row.content_type == "image/jpeg"
    assert b"Nong Van Binh" not in row.content
    assert Image.open(BytesIO(row.content)).size == (60, 40)


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", FileFault.EMPTY),
        (b"MZ\x90\x00" + b"\0" * 200, FileFault.UNKNOWN_KIND),
        (b"<script>alert(1)</script>", FileFault.UNKNOWN_KIND),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", FileFault.UNKNOWN_KIND),
        (b"PK\x03\x04" + b"\0" * 200, FileFault.UNKNOWN_KIND),
        (b"%PDF-1.7\nnothing of the kind", FileFault.DAMAGED),
        (photo()[:200], FileFault.DAMAGED),
        (b"\xff\xd8\xff" + b"%PDF-1.7 <html>", FileFault.DAMAGED),
        (b"\0\0\0\x18ftypheic" + b"\0" * 100, FileFault.HEIC),
        (b"%PDF-" + b"0" * (15 * 1024 * 1024), FileFault.TOO_LARGE),
    ],
)
def test_a_hostile_or_broken_file_is_named_and_not_kept(
    ctx: Flask, world: World, data: bytes, fault: FileFault
) -> None:
    case = accepted()
    with pytest.raises(RuleBroken) as refused:
        put(case.id, data)
    assert codes(refused.value) == {fault}
    assert attachments_of(case.id) == []


def test_a_locked_pdf_is_refused(ctx: Flask, world: World) -> None:
    with pytest.raises(RuleBroken) as refused:
        put(accepted().id, paper("secret"))
    assert codes(refused.value) == {FileFault.ENCRYPTED}


def test_a_paper_has_a_title(ctx: Flask, world: World) -> None:
    with pytest.raises(RuleBroken) as refused:
        put(accepted().id, paper(), title=" ")
    assert codes(refused.value) == {R.TITLE_MISSING}


def test_a_paper_is_taken_back_with_a_reason_and_stays_stored(ctx: Flask, world: World) -> None:
    case = accepted()
    row = put(case.id, paper())
    clerk = actor("clerk.youyi")
    with pytest.raises(RuleBroken) as refused:
        attachments.withdraw_attachment(
            clerk, case_id=case.id, attachment_id=row.id, reason="", now=NOW
        )
    assert codes(refused.value) == {R.REASON_MISSING}
    attachments.withdraw_attachment(
        clerk, case_id=case.id, attachment_id=row.id, reason="放错案件", now=NOW
    )
    assert row.withdrawn_at == NOW
    assert db.session.get_one(Attachment, row.id).content
    assert entries_of_case(case.id)[-1].action == "mediation:attachment:withdrawn"


def test_a_paper_of_another_case_is_not_there(ctx: Flask, world: World) -> None:
    first, second = accepted(), accepted()
    row = put(first.id, paper())
    with pytest.raises(NotFound):
        attachments.withdraw_attachment(
            actor("clerk.youyi"), case_id=second.id, attachment_id=row.id, reason="…", now=NOW
        )


def test_a_reviewer_reads_and_puts_nothing_in(ctx: Flask, world: World) -> None:
    with pytest.raises(NotPermitted):
        put(accepted().id, paper(), who="reviewer.pingxiang")


def test_evidence_is_listed_with_or_without_a_copy(ctx: Flask, world: World) -> None:
    case = accepted()
    clerk = actor("clerk.youyi")
    evidence.list_evidence(
        clerk, case_id=case.id, title="欠条", source="申请人", kind="document", pages=1, now=NOW
    )
    with_copy = evidence.list_evidence(
        clerk, case_id=case.id, title="货物照片", source="", kind="", pages=None, now=NOW,
        data=photo(),
    )  # fmt: skip
    assert [each.title for each in evidence_of(case.id)] == ["欠条", "货物照片"]
    assert with_copy.attachment_id == attachments_of(case.id)[0].id
    with pytest.raises(RuleBroken) as refused:
        evidence.edit_evidence(
            clerk, case_id=case.id, evidence_id=with_copy.id, title="", source="", kind="",
            pages=0, now=NOW,
        )  # fmt: skip
    assert codes(refused.value) == {R.TITLE_MISSING, R.PAGES_NOT_POSITIVE}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("zh", "只能保存图片（JPG、PNG）和PDF"), ("vi", "Chỉ lưu được ảnh (JPG, PNG) và PDF")],
)
def test_the_upload_page_says_what_is_wrong_with_a_file(
    app: Flask, world: World, client: Reader, language: str, sentence: str
) -> None:
    with app.app_context():
        case_id = received().id
    client.sign_in("clerk.youyi").read_in(language)
    at = f"/cases/{case_id}/attachments/new"
    client.get(at)
    program = (BytesIO(b"MZ\x90\x00" + b"\0" * 100), "收条.jpg")
    answer = client.post(at, {"kind": "other", "title": "收条", "file": program})
    assert answer.status_code == 422
    assert sentence in answer.get_data(as_text=True)


def test_a_paper_comes_out_as_a_download_for_those_who_may_see_particulars(
    app: Flask, world: World, client: Reader
) -> None:
    with app.app_context():
        case_id = accepted().id
        give(case_id, "黎秀兰", Duty.INTERPRETER)
        give(case_id, "韦国强", Duty.PRESIDING)
    client.sign_in("clerk.youyi")
    upload = (BytesIO(paper()), "../../etc/passwd.pdf")
    data = {"kind": "receipt", "title": "收条", "file": upload}
    client.follow(client.post(f"/cases/{case_id}/attachments/new", data))
    at = f"/cases/{case_id}/attachments/1"
    answer = client.http.get(at)
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"] == f"attachment; filename={case_id}-1.pdf"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.mimetype == "application/pdf"
    reached = {
        "mediator.youyi": 200,
        "reviewer.pingxiang": 200,
        "interpreter.youyi": 403,
        "auditor.guangxi": 403,
        "clerk.pingmeng": 404,
        "clerk.hvt": 404,
        "mediator.hvt": 404,
    }
    for who, status in reached.items():
        assert Reader(app).sign_in(who).http.get(at).status_code == status, who


def test_the_page_takes_a_paper_back_and_then_no_longer_gives_it_out(
    app: Flask, world: World, client: Reader
) -> None:
    with app.app_context():
        case_id = accepted().id
        row_id = put(case_id, paper()).id
    client.sign_in("clerk.youyi")
    at = f"/cases/{case_id}/attachments/{row_id}"
    client.get(f"{at}/withdraw")
    text = text_of(client.follow(client.post(f"{at}/withdraw", {"reason": "放错案件"})))
    assert "已撤回：放错案件" in text
    client.get(at, status=404)


def test_the_evidence_page_lists_and_corrects(app: Flask, world: World, client: Reader) -> None:
    with app.app_context():
        case_id = accepted().id
    client.sign_in("clerk.youyi").read_in("vi")
    client.get(f"/cases/{case_id}/evidence/new")
    typed = {"title": "欠条", "kind": "document", "source": "阮文雄", "pages": "2"}
    text = text_of(client.follow(client.post(f"/cases/{case_id}/evidence/new", typed)))
    assert "Giấy tờ, tài liệu" in text
    client.get(f"/cases/{case_id}/evidence/1/edit")
    typed |= {"title": "欠条（原件）", "file": (BytesIO(photo("PNG")), "a.png")}
    text = text_of(client.follow(client.post(f"/cases/{case_id}/evidence/1/edit", typed)))
    assert "欠条（原件）" in text
