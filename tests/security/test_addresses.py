"""What does an address made by hand get? A page that says so, never a failure or another site."""

import pytest

from app.web.addresses import LARGEST, address_with, local_path, row_number
from tests.pages import Reader

FAR = "99999999999999999999"
NUMBERED = ("/cases/{}", "/cases/{}/history", "/memoranda/{}", "/reference/organisations/{}")


@pytest.mark.parametrize("number", [FAR, str(LARGEST + 1), "１", "٣"])
def test_number_no_row_can_have_leads_nowhere(client, number):
    client.sign_in("clerk.youyi")
    for path in NUMBERED:
        client.get(path.format(number), status=404)


@pytest.mark.parametrize("number", [FAR, f"-{FAR}", "2147483648", "x", "１"])
def test_list_is_shown_whatever_page_is_asked_for(app, client, number):
    client.sign_in("clerk.youyi")
    for path in ("/cases?page={}", "/deadlines?page={}", "/deadlines?office={}"):
        client.get(path.format(number))
    auditor = Reader(app).sign_in("auditor.guangxi")
    for path in ("/audit?before={}", "/audit?after={}"):
        auditor.get(path.format(number))


def test_log_refuses_a_number_no_entry_can_have(client):
    client.sign_in("auditor.guangxi")
    client.get(f"/audit?object_id={FAR}", status=422)


def test_notice_no_row_can_have_is_not_looked_for(client):
    client.sign_in("clerk.youyi")
    assert client.post("/notices/read", {"notice": FAR}).status_code == 303


def test_choice_in_an_address_never_gives_orders_to_the_next_one(client):
    client.sign_in("clerk.youyi")
    for path in ("/deadlines", "/cases"):
        page = client.get(f"{path}?endpoint=x&values=1&_scheme=javascript&_external=1&_anchor=x")
        assert "javascript:" not in page


def test_address_keeps_several_choices_of_one_name(ctx):
    with ctx.test_request_context():
        made = address_with("mediation.cases", {"state": ["a", "b"], "q": None, "page": 2})
    assert made == "/cases?state=a&state=b&page=2"


@pytest.mark.parametrize(
    "target", ["//evil.example", "/\\evil.example", "/\t/evil.example", "https://evil.example",
               "/a\r\nSet-Cookie: x=y", "/\x00", "javascript:alert(1)", "", None],
)  # fmt: skip
def test_way_on_never_leaves_the_site(target):
    assert local_path(target) == "/"


def test_line_break_in_the_way_on_makes_no_header(client):
    answer = client.http.get("/language/zh?next=/%0d%0aX-Made:y")
    assert (answer.status_code, answer.location) == (302, "/")


@pytest.mark.parametrize("text", ["", "-1", "１", "1.0", "2147483648", "9" * 5000])
def test_number_of_a_row_is_plain_and_small_enough(text):
    with pytest.raises(ValueError, match="^"):
        row_number(text)
