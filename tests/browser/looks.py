"""Can everybody use this page? What axe finds, what sticks out, what is missing."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

LANG = {"zh": "zh-Hans", "vi": "vi"}
PHONE = 360


def faults(page: Page, language: str, *, with_axe: bool = True) -> list[str]:
    """Every fault in a line of its own; axe takes most of the time."""
    found = _barriers(page) if with_axe else []
    lang = page.locator("html").get_attribute("lang")
    if lang != LANG[language]:
        found.append(f"the page is in {lang}")
    if (headings := page.locator("h1").count()) != 1:
        found.append(f"{headings} h1")
    return found + [f"wider than the window: {each}" for each in _sticking_out(page)]


def _barriers(page: Page) -> list[str]:
    return [
        f"axe: {each['id']}: {each['help']}: {node['html'][:200]}"
        for each in Axe().run(page).response["violations"]
        for node in each["nodes"]
    ]


def _sticking_out(page: Page) -> list[str]:
    """The elements that make the page scroll sideways; none where it does not."""
    return page.evaluate(  # type: ignore[no-any-return]
        """() => {
          const width = document.documentElement.clientWidth
          if (document.documentElement.scrollWidth <= width) return []
          const wide = [...document.querySelectorAll('body *')]
            .filter((each) => each.getBoundingClientRect().right > width + 1)
          return (wide.length ? wide : [document.body]).slice(0, 5)
            .map((each) => each.outerHTML.slice(0, 160))
        }"""
    )
