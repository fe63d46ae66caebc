"""A clerk brings a ledger in on a page, in either language; headings are asked for once."""

import json
from io import BytesIO

import pytest
from sqlalchemy import func, select

from app.db import db
from app.documents.xlsx_read import read_sheet
from app.kernel.clock import utc_now
from app.mediation.models import Case, ImportBatch, ImportState, LedgerMapping
from app.mediation.services.ledger import importing
from app.mediation.views import ledger as views
from tests.mediation.ledger_book import cell, ledger, numbered, row, workbook
from tests.pages import text_of

HOME = "/cases/import"
OWN_HEADINGS = [
    "序号", "日期", "申请人", "国籍", "对方", "国籍", "类别", "案情", "结果", "结案日期",
]  # fmt: skip
OWN_ROWS = [
    [1, "2019-03-04", "阮文雄", "越南", "黄秀英", "中国", "邻居吵架", "争水。", "搞定", None],
    [2, "2019-05-06", "韦大山", None, "李明", "中国", "邻里纠纷", "争地。", "成功", "2019-05-25"],
]  # fmt: skip
OWN_COLUMNS = {
    "ledger_no": "序号", "received_on": "日期", "applicant_name": "申请人",
    "applicant_nationality": "国籍 (D)", "respondent_name": "对方",
    "respondent_nationality": "国籍 (F)", "cn_type": "类别", "facts": "案情", "outcome": "结果",
    "closed_on": "结案日期", "blank_applicant_nationality": "CN",
}  # fmt: skip


def send(client, world, data, office="youyi"):
    file = (BytesIO(data), "台账.xlsx")
    return client.post(HOME, {"office_id": getattr(world, office), "file": file})


def cases_there(app):
    with app.app_context():
        return db.session.scalar(select(func.count()).select_from(Case))


@pytest.mark.parametrize("language", ["zh", "vi"])
def test_our_workbook_is_checked_shown_with_its_reasons_and_then_imported(
    client, app, world, language
):
    client.sign_in("clerk.youyi").read_in(language)
    client.get(HOME)
    data = ledger(row(remarks="见卷宗"), row(ledger_no="x", applicant_phone=12))
    page = text_of(client.follow(send(client, world, data)))
    assert cell("applicant_phone", 4) in page
    assert cases_there(app) == 0
    result = text_of(client.follow(client.post(f"{HOME}/1/start", {})))
    assert {"zh": "已导入", "vi": "Đã nhập"}[language] in result
    assert cases_there(app) == 1
    client.get(f"{HOME}/1?fate=refused")
    case = text_of(client.get("/cases/1"))
    assert "2019-001" in case
    assert "见卷宗" in case
    assert "台账.xlsx" in client.get(HOME)


def test_the_report_says_every_reason_and_the_template_comes_in_both_languages(client, world):
    client.sign_in("clerk.youyi")
    send(client, world, ledger(row(applicant_phone=12)))
    lines = read_sheet(client.http.get(f"{HOME}/1/report").data).rows
    assert lines[0][:2] == [3, "2019-001"]
    assert cell("applicant_phone") in str(lines[0][3])
    for language in ("zh", "vi"):
        assert client.http.get(f"{HOME}/template/{language}").data.startswith(b"PK")
    client.get(f"{HOME}/template/en", status=404)


def test_other_headings_are_asked_for_once_and_remembered(client, app, world):
    client.sign_in("clerk.youyi")
    data = workbook([OWN_HEADINGS, *OWN_ROWS])
    sent = send(client, world, data)
    assert "阮文雄" in client.get(f"{HOME}/1/columns")  # a sample beside the heading
    assert client.http.get(sent.location).location == f"{HOME}/1/columns"
    result = client.follow(client.post(f"{HOME}/1/columns", OWN_COLUMNS))
    assert "邻居吵架" in text_of(result)
    words = client.post(f"{HOME}/1/words", {"cn_type-0": "neighbour", "outcome-0": "settled"})
    assert "邻居吵架" not in text_of(client.follow(words))
    client.follow(client.post(f"{HOME}/1/start", {}))
    assert cases_there(app) == 2
    client.get(send(client, world, data).location)  # no question this time
    with app.app_context():
        states = db.session.scalars(select(ImportBatch.state).order_by(ImportBatch.id)).all()
        assert states == [ImportState.DONE, ImportState.CHECKED]
        assert db.session.scalars(select(LedgerMapping)).one().mapping["defaults"] == {
            "applicant_nationality": "CN"
        }


def test_a_column_nobody_named_is_asked_for_and_what_was_chosen_stays(client, world):
    client.sign_in("clerk.youyi")
    send(client, world, workbook([OWN_HEADINGS, *OWN_ROWS]))
    answer = client.post(f"{HOME}/1/columns", OWN_COLUMNS | {"facts": "", "received_on": "序号"})
    assert answer.status_code == 422
    page = answer.get_data(as_text=True)
    assert "没有为“纠纷简要情况”指定对应的列。" in page
    assert "列“序号”被指定了两次。" in page
    assert '<option selected value="类别">' in page


def test_a_long_ledger_goes_to_the_background_and_shows_how_far_it_is(
    client, app, world, monkeypatch
):
    monkeypatch.setattr(views, "AT_ONCE", 1)
    client.sign_in("clerk.youyi")
    page = client.follow(send(client, world, ledger(*numbered(3))))
    assert 'hx-get="/cases/import/1/progress"' in page
    assert "正在等待后台程序" in text_of(page)
    with app.app_context():
        assert importing.run_waiting(utc_now()) == 1
    assert client.http.get(f"{HOME}/1/progress").headers["HX-Refresh"] == "true"
    assert "hx-get" not in client.get(f"{HOME}/1")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [(b"", "文件是空的。"), (b"PK\x03\x04cut", "文件已损坏"), (b"a,b", "这不是 Excel 工作簿")],
)
def test_a_file_that_cannot_be_read_gets_a_sentence(client, world, data, sentence):
    client.sign_in("clerk.youyi")
    answer = send(client, world, data)
    assert answer.status_code == 422
    assert sentence in answer.get_data(as_text=True)


def test_a_clerk_of_another_office_does_not_find_it(client, world):
    client.sign_in("clerk.youyi")
    send(client, world, ledger(row()))
    client.sign_out()
    client.sign_in("clerk.pingmeng")
    for path in ("1", "1/columns", "1/words", "1/progress", "1/report"):
        client.get(f"{HOME}/{path}", status=404)
    assert client.post(f"{HOME}/1/start", {}).status_code == 404
    assert "台账.xlsx" not in client.get(HOME)
    assert send(client, world, ledger(row())).status_code == 422


def test_who_may_not_import_is_turned_away(client):
    client.sign_in("reviewer.pingxiang")
    client.get(HOME, status=403)


def run(app, *words):
    return app.test_cli_runner().invoke(args=["cases", *map(str, words)])


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "台账.xlsx"
    path.write_bytes(ledger(row(), row(ledger_no="2", facts=None)))
    return path


def test_the_command_tells_imports_and_is_not_content_while_a_row_is_refused(app, world, file):
    office = ("--organisation", "CN-451481101-SFS", "--as", "clerk.youyi")
    dry = run(app, "import", file, *office, "--dry-run")
    assert dry.exit_code == 1
    assert f"{cell('facts', 4)}（纠纷简要情况）：此项必填。" in dry.stdout
    assert cases_there(app) == 0
    done = run(app, "import", file, *office, "--json")
    result = json.loads(done.stdout)
    assert (done.exit_code, result["counts"]) == (1, {"imported": 1, "refused": 1})
    assert cases_there(app) == 1
    assert json.loads(run(app, "import", file, *office, "--json").stdout)["counts"] == {
        "already": 1, "refused": 1,
    }  # fmt: skip


def test_the_command_ends_with_two_when_it_cannot_begin(app, world, file, tmp_path):
    bad = tmp_path / "x.xlsx"
    bad.write_bytes(b"no")
    own = ("--organisation", "CN-451481101-SFS")
    unread = run(app, "import", bad, *own, "--as", "clerk.youyi", "--locale", "vi")
    assert (unread.exit_code, "Đây không phải là tệp Excel" in unread.stderr) == (2, True)
    assert run(app, "import", file, *own, "--as", "clerk.pingmeng").exit_code == 2
    assert run(app, "import", file, *own, "--as", "nobody").exit_code == 2


@pytest.mark.parametrize(("language", "heading"), [("zh", "台账编号 *"), ("vi", "Số trong sổ *")])
def test_the_command_writes_the_template(app, tmp_path, language, heading):
    out = tmp_path / "t.xlsx"
    assert run(app, "template", out, "--locale", language).exit_code == 0
    assert heading in read_sheet(out.read_bytes(), headings_row=2).headings
