"""How are roles given and approved on a page, without a script?"""

import re

import pytest

from tests.pages import Reader, text_of

FROM = {"valid_from-year": "2026", "valid_from-month": "1", "valid_from-day": "1"}


@pytest.fixture
def first(client):
    return client.sign_in("security.cn")


def ask(reader, world, role, *, user="clerk.youyi", code="CN-451481-SFJ", **more):
    address = f"/grants/new?person={world.users[user]}&organisation={world.offices[code]}"
    reader.get(address)
    return reader.post(address, {"role": role} | FROM | more)


@pytest.mark.parametrize("language", ["zh", "vi"])
def test_role_is_given_in_three_steps_by_search(first, world, language):
    first.read_in(language)
    first.get("/grants/new")
    found = first.get("/grants/new?q=clerk.pingmeng")
    step = re.search(r'href="(/grants/new\?person=\d+)"', found).group(1)
    found = first.get(f"{step}&q=451026")
    step = next(
        link.replace("&amp;", "&")
        for link in re.findall(r'href="(/grants/new\?[^"]+)"', found)
        if f"organisation={world.pingmeng}" in link
    )
    first.get(step)
    first.follow(first.post(step, {"role": "mediator"} | FROM))


def test_organisation_is_found_without_accents_and_only_in_the_own_country(app, first, world):
    person = world.users["clerk.youyi"]
    assert "CN-451481101-SFS" in first.get(f"/grants/new?person={person}&q=huu nghi")
    assert "VN-" not in first.get(f"/grants/new?person={person}&q=UBND")


def test_reviewer_is_approved_by_the_other_administrator_only(app, first, world):
    page = first.follow(ask(first, world, "reviewer_county"))
    assert "由您提出" in text_of(page)
    number = re.search(r"/grants/(\d+)/end", page).group(1)
    assert f"/grants/{number}/approve" not in page
    assert first.post(f"/grants/{number}/approve", {}).status_code == 422
    second = Reader(app, "vi").sign_in("security2.cn")
    assert f"/grants/{number}/approve" in second.get("/grants")
    second.follow(second.post(f"/grants/{number}/approve", {}))
    assert "reviewer_county" not in second.get("/grants")


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"role": "auditor"}, "不得兼任"),
        ({"role": "clerk_cn", "code": "CN-451481101-SFS"}, "已在该机构担任此角色"),
        ({"role": "mediator", "valid_from-day": "32"}, "没有这一天"),
        ({"role": "mediator", "user": "security.cn"}, "自己的角色"),
    ],
)
def test_refusals_are_said_and_what_was_typed_stays(first, world, sent, said):
    answer = ask(first, world, **sent)
    assert answer.status_code == 422
    page = answer.get_data(as_text=True)
    assert said in text_of(page), text_of(page)
    assert 'value="2026"' in page


def test_role_is_taken_back(app, first, world):
    clerk = Reader(app).sign_in("clerk.pingmeng")
    page = first.get("/grants")
    row = next(row for row in page.split("<tr")[1:] if ">clerk.pingmeng<" in row)
    first.follow(first.post(re.search(r'action="(/grants/\d+/end)"', row).group(1), {}))
    assert clerk.http.get("/notices").status_code == 200
    assert "没有角色" in text_of(clerk.get("/profile"))


def test_other_countrys_person_and_organisation_are_not_there(first, world):
    mine, theirs = world.users["clerk.youyi"], world.users["clerk.hvt"]
    first.get(f"/grants/new?person={theirs}", status=404)
    first.get(f"/grants/new?person={mine}&organisation={world.hoang_van_thu}", status=404)
