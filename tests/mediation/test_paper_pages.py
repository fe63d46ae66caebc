"""The pages of the papers: what is listed can be printed, what is issued can be opened again."""

import re
from urllib.parse import quote

import pytest
from flask import Flask

from app.audit.queries import entries_of_case
from app.db import db, transaction
from app.kernel.country import Country
from app.mediation.kinds import AgreementForm, Duty
from app.mediation.models import Case, IssuedPaper
from tests.factories import World, actor
from tests.mediation.papers.whole_case import whole_case
from tests.mediation.settling import drafted
from tests.mediation.stages import give, received
from tests.mediation.test_whole_file import run
from tests.pages import Reader, text_of

PDF = b"%PDF-"


def prepared(app: Flask, world: World) -> tuple[int, int]:
    """A case with the draft of an agreement."""
    with app.app_context():
        debt = drafted(actor("clerk.youyi"), world)
        return debt.case_id, debt.agreement_id


def of_case(app: Flask, case_id: int) -> IssuedPaper:
    with app.app_context():
        return IssuedPaper.query.filter_by(case_id=case_id).order_by(IssuedPaper.id.desc()).first()


@pytest.mark.parametrize(
    ("language", "words"),
    [("zh", ("文书", "人民调解协议书", "必备", "还没有", "预览", "出具")),
     ("vi", ("Văn bản, biểu mẫu", "Văn bản hòa giải thành", "Bắt buộc", "Xem trước"))],
)  # fmt: skip
def test_the_list_names_every_paper_in_the_readers_language(
    app: Flask, world: World, client: Reader, language: str, words: tuple[str, ...]
) -> None:
    case_id, _ = prepared(app, world)
    client.sign_in("clerk.youyi").read_in(language)
    page = text_of(client.get(f"/cases/{case_id}/papers"))
    assert [word for word in words if word not in page] == []


def test_every_listed_paper_has_a_preview_that_writes_nothing(
    app: Flask, world: World, client: Reader
) -> None:
    case_id, _ = prepared(app, world)
    client.sign_in("clerk.youyi")
    page = client.get(f"/cases/{case_id}/papers")
    links = re.findall(rf'href="(/cases/{case_id}/papers/[^"]+/preview\.pdf)"', page)
    assert len(links) > 8
    for link in links:
        answer = client.http.get(link)
        assert answer.status_code == 200, link
        assert answer.data.startswith(PDF)
        assert client.http.get(f"{link}?side=VN").status_code == 200
    assert of_case(app, case_id) is None
    for wrong in ("cover/preview.pdf?side=US", "cover-7/preview.pdf", "nothing/preview.pdf"):
        client.get(f"/cases/{case_id}/papers/{wrong}", status=404)


def issued_at(app: Flask, case_id: int) -> str:
    """Where the list names what has just gone out."""
    return f"/cases/{case_id}/papers?issued={of_case(app, case_id).id}"


def test_issuing_leads_to_the_list_which_names_the_paper_and_opens_it(
    app: Flask, world: World, client: Reader
) -> None:
    case_id, agreement_id = prepared(app, world)
    client.sign_in("clerk.youyi")
    at = f"/cases/{case_id}/papers/agreement-{agreement_id}"
    client.get(at)
    answer = client.post(at, {"side": "VN"})
    assert (answer.status_code, answer.location) == (303, issued_at(app, case_id))
    row = of_case(app, case_id)
    pdf = f"/cases/{case_id}/papers/issued/{row.id}.pdf"
    page = client.follow(answer)
    assert f"已出具：人民调解协议书，编号{row.serial}，给越南的一份。" in text_of(page)
    assert page.count(f'href="{pdf}"') == 2  # in the message and in the list
    assert f'data-share="{pdf}"' in page
    opened, saved = client.http.get(pdf), client.http.get(f"{pdf}?save=1")
    assert opened.data.startswith(PDF)
    assert saved.data == opened.data
    assert row.serial not in text_of(client.get(f"/cases/{case_id}/papers?issued=4711"))[:200]


@pytest.mark.parametrize(
    ("language", "name"),
    [("zh", "协议书_{number}_越方.pdf"),
     ("vi", "Văn bản hòa giải thành_{number}_phía Việt Nam.pdf")],
)  # fmt: skip
def test_a_file_is_called_by_paper_case_and_side(
    app: Flask, world: World, client: Reader, language: str, name: str
) -> None:
    case_id, agreement_id = prepared(app, world)
    client.sign_in("clerk.youyi").read_in(language)
    client.post(f"/cases/{case_id}/papers/agreement-{agreement_id}", {"side": "VN"})
    row = of_case(app, case_id)
    with app.app_context():
        wanted = quote(name.format(number=db.session.get_one(Case, case_id).number), safe="")
    opened = client.http.get(f"/cases/{case_id}/papers/issued/{row.id}.pdf")
    said = opened.headers["Content-Disposition"]
    assert said == f"inline; filename={row.serial}.pdf; filename*=UTF-8''{wanted}"
    saved = client.http.get(f"/cases/{case_id}/papers/issued/{row.id}.pdf?save=1")
    assert saved.headers["Content-Disposition"] == said.replace("inline", "attachment")


def test_the_same_sheet_is_offered_before_it_is_printed_again(
    app: Flask, world: World, client: Reader
) -> None:
    case_id, agreement_id = prepared(app, world)
    client.sign_in("clerk.youyi")
    at = f"/cases/{case_id}/papers/agreement-{agreement_id}"
    assert 'name="again"' not in client.get(at)
    client.post(at, {"side": "CN"})
    first = of_case(app, case_id)
    page = client.get(at)
    assert f"打开{first.serial}" in text_of(page)
    assert f'href="/cases/{case_id}/papers/issued/{first.id}.pdf"' in page
    refused = client.post(at, {"side": "CN"})
    assert refused.status_code == 422
    assert of_case(app, case_id).id == first.id
    assert client.post(at, {"side": "CN", "again": "y"}).location == issued_at(app, case_id)
    assert of_case(app, case_id).id != first.id


def test_the_page_says_what_an_agreement_lacks(app: Flask, world: World, client: Reader) -> None:
    case_id, agreement_id = prepared(app, world)
    client.sign_in("clerk.youyi")
    at = f"/cases/{case_id}/papers/agreement-{agreement_id}"
    with app.app_context(), transaction():
        one = next(
            each for each in db.session.get_one(Case, case_id).agreements if each.id == agreement_id
        )
        one.terms[0].text_vi, one.facts.translation = "", ""
    said = text_of(client.get(at))
    assert "主要事实和争议事项" in said
    assert "第1条只写了一种文字" in said


def test_the_qr_code_leads_here_or_where_the_office_says(
    app: Flask, world: World, client: Reader
) -> None:
    from app.mediation.views.papers import public_address

    with app.test_request_context("/", base_url="https://office.example"):
        assert public_address() == "https://office.example/"
        app.config["PUBLIC_URL"] = "https://hoa.gov.example"
        try:
            assert public_address() == "https://hoa.gov.example"
        finally:
            app.config["PUBLIC_URL"] = ""


def test_whole_numbers_open_only_with_an_entry(app: Flask, world: World, client: Reader) -> None:
    case_id, _ = prepared(app, world)
    client.sign_in("clerk.youyi")
    at = f"/cases/{case_id}/papers/application"
    refused = client.post(at, {"side": "CN", "full": "y", "reason": ""})
    assert refused.status_code == 422
    answer = client.post(at, {"side": "CN", "full": "y", "reason": "当事人领取"})
    assert answer.location == issued_at(app, case_id)
    row = of_case(app, case_id)
    full = f"/cases/{case_id}/papers/issued/{row.id}/full.pdf"
    assert client.follow(answer).count(f'action="{full}"') == 2
    client.get(f"/cases/{case_id}/papers/issued/{row.id}.pdf", status=404)
    assert client.http.get(full).status_code == 405
    assert client.post(full, {}).data.startswith(PDF)
    with app.app_context():
        assert entries_of_case(case_id)[-1].action == "mediation:paper:revealed"


@pytest.mark.parametrize(("language", "said"), [("zh", "文书已撤回"), ("vi", "Đã thu hồi văn bản")])
def test_a_paper_is_withdrawn_on_its_page(
    app: Flask, world: World, client: Reader, language: str, said: str
) -> None:
    case_id, _ = prepared(app, world)
    client.sign_in("clerk.youyi").read_in(language)
    client.post(f"/cases/{case_id}/papers/cover", {"side": "CN"})
    at = f"/cases/{case_id}/papers/issued/{of_case(app, case_id).id}/withdraw"
    client.get(at)
    assert client.post(at, {"reason": " "}).status_code == 422
    page = text_of(client.follow(client.post(at, {"reason": "姓名有误"})))
    assert said in page
    assert "姓名有误" in page
    assert client.post(at, {"reason": "再次"}).status_code == 422


def test_the_agreements_own_addresses_still_work(app: Flask, world: World, client: Reader) -> None:
    case_id, agreement_id = prepared(app, world)
    at = f"/cases/{case_id}/agreements/{agreement_id}"
    client.sign_in("clerk.youyi")
    assert client.http.get(f"{at}/paper.pdf").data.startswith(PDF)
    issue = client.http.get(f"{at}/print").location
    assert issue == f"/cases/{case_id}/papers/agreement-{agreement_id}"
    reviewer = Reader(app).sign_in("reviewer.pingxiang")
    assert reviewer.http.get(f"{at}/print").location == f"/cases/{case_id}/papers"


def test_readers_see_and_only_those_at_the_case_issue(app: Flask, world: World) -> None:
    case_id, _ = prepared(app, world)
    Reader(app).sign_in("clerk.youyi").post(f"/cases/{case_id}/papers/cover", {"side": "CN"})
    row = of_case(app, case_id)
    with app.app_context():
        give(case_id, "黎秀兰", Duty.INTERPRETER)
    reached = {  # the list, an issued paper, the page that issues
        "mediator.youyi": (200, 200, 200),
        "interpreter.youyi": (200, 200, 403),
        "reviewer.pingxiang": (200, 200, 403),
        "auditor.guangxi": (200, 200, 403),
        "clerk.pingmeng": (404, 404, 404),
        "clerk.hvt": (404, 404, 404),
    }
    with app.app_context():
        give(case_id, "韦国强", Duty.INVITED)
    at = f"/cases/{case_id}/papers"
    for who, wanted in reached.items():
        reader = Reader(app).sign_in(who)
        found = tuple(reader.http.get(path).status_code
                      for path in (at, f"{at}/issued/{row.id}.pdf", f"{at}/cover"))  # fmt: skip
        assert found == wanted, who


@pytest.mark.parametrize(
    ("language", "waits", "ready"),
    [("zh", "正在等待后台程序开始处理", "下载（PDF"),
     ("vi", "Đang chờ chương trình chạy nền bắt đầu", "Tải xuống (PDF")],
)  # fmt: skip
def test_the_whole_file_is_asked_for_watched_and_fetched(
    app: Flask, world: World, client: Reader, language: str, waits: str, ready: str
) -> None:
    with app.app_context():
        case_id = received().id
    client.sign_in("clerk.youyi").read_in(language)
    at = f"/cases/{case_id}/whole-file"
    client.get(at)
    page = client.follow(client.post(at, {}))
    assert waits in text_of(page)
    poll = re.search(r'hx-get="([^"]+)"', page)[1]  # type: ignore[index]
    assert "HX-Refresh" not in client.http.get(poll).headers
    assert waits in text_of(client.get(f"/cases/{case_id}/papers"))
    with app.app_context():
        run()
    assert client.http.get(poll).headers["HX-Refresh"] == "true"
    page = client.get(at)
    assert ready in text_of(page)
    fetch = re.search(r'action="([^"]+/file\.pdf)"', page)[1]  # type: ignore[index]
    answer = client.post(fetch, {})
    assert answer.data.startswith(PDF)
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert Reader(app).sign_in("clerk.hvt").post(fetch, {}).status_code == 404
    assert client.http.get(fetch).status_code == 405
    client.get(f"/cases/{case_id}")


def test_the_file_page_refuses_whole_numbers_without_a_reason(
    app: Flask, world: World, client: Reader
) -> None:
    with app.app_context():
        case_id = received().id
    client.sign_in("clerk.youyi")
    assert client.post(f"/cases/{case_id}/whole-file", {"full": "y"}).status_code == 422
    auditor = Reader(app).sign_in("auditor.guangxi")
    assert 'name="full"' not in auditor.get(f"/cases/{case_id}/whole-file")
    assert 'type="submit" class="govuk-button"' not in auditor.get(f"/cases/{case_id}/whole-file")
    assert auditor.post(f"/cases/{case_id}/whole-file", {}).status_code == 403
    forced = auditor.post(f"/cases/{case_id}/whole-file", {"full": "y", "reason": "…"})
    assert forced.status_code == 403


def test_sheet_of_a_vietnamese_agreement_is_printed_from_its_page(
    client: Reader, app: Flask, world: World
) -> None:
    with app.app_context():
        case_id = whole_case(Country.VN, "Hoàng Văn Đức", "潘建民")
        with transaction():
            case = db.session.get_one(Case, case_id)
            one = next(each for each in case.agreements if each.form is AgreementForm.WRITTEN)
            one.frozen_at = one.signed_on = None
        here, sheet = f"/cases/{case_id}", f"vn_settlement-{one.id}"
    page = client.read_in("vi").sign_in("clerk.hvt").get(f"{here}/agreements/{one.id}")
    assert f'action="{here}/papers/{sheet}"' in page
    printed = client.post(f"{here}/papers/{sheet}", {"side": "VN"})
    assert printed.location == issued_at(app, case_id)
