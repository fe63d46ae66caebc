"""Does the reader's choice of language hold, whatever else the browser is still fetching?"""

from tests.pages import Reader, text_of


def test_an_answer_that_changes_nothing_sends_no_cookie(client: Reader) -> None:
    client.sign_in("clerk.youyi").get("/profile")  # the first form brings its token
    for path in ("/profile", "/cases", "/static/css/app.css"):
        with client.http.get(path) as answer:
            assert "Set-Cookie" not in answer.headers, path


def test_the_choice_outlives_the_sign_in(client: Reader) -> None:
    client.read_in("vi").sign_in("clerk.youyi")
    assert "Tài khoản của tôi" in text_of(client.get("/profile"))


def test_a_path_of_another_site_is_not_followed(client: Reader) -> None:
    assert client.http.get("/language/vi?next=https://elsewhere.example/").location == "/"
