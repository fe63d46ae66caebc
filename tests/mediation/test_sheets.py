"""Are photographs of several pages kept as one signed sheet, and is a bad one called by name?"""

from io import BytesIO

import pytest
from flask import Flask
from PIL import Image
from pypdf import PdfReader

from app.db import db
from app.documents.images import MAX_BYTES
from app.kernel.errors import RuleBroken
from app.mediation.models import Agreement, Attachment
from app.mediation.rules.agreements import AgreementRefusal
from app.mediation.services.sheets import Upload, keep_sheet
from tests.factories import NOW, World, actor
from tests.mediation.settling import Debt, drafted, sign
from tests.pages import Reader

CLERK = "clerk.youyi"


def photo(colour: str = "white", kind: str = "JPEG", size: tuple[int, int] = (60, 80)) -> bytes:
    out = BytesIO()
    Image.new("RGB", size, colour).save(out, kind)
    return out.getvalue()


@pytest.fixture
def signed(app: Flask, world: World) -> Debt:
    with app.app_context():
        debt = drafted(actor(CLERK), world)
        sign(actor(CLERK), debt)
        return debt


def address(debt: Debt) -> str:
    return f"/cases/{debt.case_id}/agreements/{debt.agreement_id}/sheet"


def sent(*files: tuple[str, bytes]) -> dict[str, object]:
    return {"title": "", "file": [(BytesIO(data), name) for name, data in files]}


def kept(app: Flask, debt: Debt) -> tuple[str, bytes, int]:
    with app.app_context():
        scan_id = db.session.get_one(Agreement, debt.agreement_id).scan_id
        row = db.session.get_one(Attachment, scan_id)
        return row.content_type, row.content, row.pages


def test_photographs_of_several_pages_are_one_sheet_in_their_order(
    client: Reader, app: Flask, signed: Debt
) -> None:
    client.sign_in(CLERK)
    page = client.get(address(signed))
    assert " multiple" in page
    files = [("1.jpg", photo()), ("2.png", photo("grey", "PNG", (80, 60))), ("3.jpg", photo())]
    client.follow(client.post(address(signed), sent(*files)))
    content_type, content, pages = kept(app, signed)
    assert (content_type, pages) == ("application/pdf", 3)
    bound = PdfReader(BytesIO(content))
    assert [page.mediabox.width > page.mediabox.height for page in bound.pages] == [
        False, True, False,
    ]  # fmt: skip
    assert [each.title for each in bound.outline] == ["1.jpg", "2.png", "3.jpg"]


def test_single_photograph_is_kept_as_a_picture(client: Reader, app: Flask, signed: Debt) -> None:
    client.sign_in(CLERK)
    client.follow(client.post(address(signed), sent(("1.jpg", photo()))))
    assert kept(app, signed)[0] == "image/jpeg"


def test_file_that_cannot_be_kept_is_called_by_its_name(
    client: Reader, app: Flask, signed: Debt
) -> None:
    client.sign_in(CLERK)
    cut = photo(size=(600, 800))[:400]
    files = [("tot.jpg", photo()), ("hong.jpg", cut), ("ghi.txt", b"text")]
    answer = client.post(address(signed), sent(*files))
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert "hong.jpg" in page
    assert "ghi.txt" in page
    assert "tot.jpg" not in page
    with app.app_context():
        assert db.session.get_one(Agreement, signed.agreement_id).scan_id is None


def test_too_many_files_are_refused(client: Reader, signed: Debt) -> None:
    client.read_in("vi").sign_in(CLERK)
    answer = client.post(address(signed), sent(*((f"{n}.jpg", photo()) for n in range(13))))
    assert answer.status_code == 422
    assert "nhiều nhất 12 tệp." in answer.get_data(as_text=True)


def test_files_are_limited_together(app: Flask, signed: Debt) -> None:
    heavy = photo() + b"\0" * (MAX_BYTES // 2)
    files = [Upload("1.jpg", heavy), Upload("2.jpg", heavy)]
    here = {"case_id": signed.case_id, "agreement_id": signed.agreement_id}
    with app.app_context(), pytest.raises(RuleBroken) as refused:
        keep_sheet(actor(CLERK), **here, files=files, title="", reason="", now=NOW)
    assert [each.code for each in refused.value.refusals] == [AgreementRefusal.SHEET_TOO_LARGE]


def test_nothing_chosen_is_told(client: Reader, signed: Debt) -> None:
    client.sign_in(CLERK)
    assert client.post(address(signed), {"title": ""}).status_code == 422
