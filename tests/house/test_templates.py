"""Does every template compile, and has every page a title?"""

import re

import pytest

from tests.house.conftest import ONCE, ROOT

EXTENDS = re.compile(r"{%-?\s*extends\s+['\"]([^'\"]+)['\"]")
TEMPLATES = {
    str(path.relative_to(folder)): path
    for folder in sorted((ROOT / "app").rglob("templates")) if folder.is_dir()
    for path in sorted(folder.rglob("*.html"))
}  # fmt: skip
PARENTS = {name: EXTENDS.search(path.read_text()) for name, path in TEMPLATES.items()}
EXTENDED = {found.group(1) for found in PARENTS.values() if found}
PAGES = [name for name, found in PARENTS.items() if found and name not in EXTENDED]


def chain(name: str) -> list[str]:
    """The template and those it extends, without the frame of all pages."""
    found = []
    while name != "base.html":
        text = TEMPLATES[name].read_text()
        found.append(text)
        parent = PARENTS[name]
        if parent is None:
            break
        name = parent.group(1)
    return found


@ONCE
def test_every_template_compiles(app):
    for name in TEMPLATES:
        app.jinja_env.get_template(name)


def test_there_are_pages():
    assert len(PAGES) > 10


@pytest.mark.parametrize("name", PAGES)
def test_page_has_a_title(name):
    assert any(re.search(r"{%-?\s*block title", text) for text in chain(name))
