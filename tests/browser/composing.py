"""How does an officer compose an agreement in a browser? By the words of the pages, in Chinese."""

from datetime import date

from playwright.sync_api import Page, expect


def main(page: Page):  # type: ignore[no-untyped-def]
    return page.get_by_role("main")


def begin(page: Page, facts: str) -> None:
    """From the case page to the library of clauses."""
    page.get_by_role("button", name="当场写协议").first.click()
    page.get_by_label("主要事实和争议事项（中文）").fill(facts)
    page.get_by_role("button", name="保存并选择条款").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("添加条款")


def fill_day(page: Page, name: str, on: date) -> None:
    group = page.get_by_role("group", name=name)
    group.get_by_label("年").fill(str(on.year))
    group.get_by_label("月").fill(str(on.month))
    group.get_by_label("日").fill(str(on.day))


def choose(page: Page, title: str) -> None:
    main(page).get_by_role("link", name=title, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def add(page: Page) -> None:
    main(page).get_by_role("button", name="添加条款").click()
    expect(main(page).get_by_role("status")).to_have_text("条款已添加。")
