"""Is everything that is shown called by a name in both languages?"""

from collections.abc import Iterator
from enum import StrEnum
from importlib import import_module
from pkgutil import walk_packages

from flask_babel import force_locale

import app as house
from app.web.labels import has_label, label
from app.web.locale import LOCALES
from tests.house.conftest import ONCE

# Enums nobody reads on a page, each with the reason.
NEVER_def test_exclusions_exist():
    assert NEVER_SHOWN.keys() <= {name_of(enum) for enum in enums()}


@ONCE
def test_every_member_has_a_label_in_both_languages(app):
    wrong = []
    with app.app_context():
        for enum in enums():
            if name_of(enum) not in NEVER_SHOWN:
                wrong += [f"{name_of(enum)}.{m.name}: {why}" for m in enum if (why := fault(m))]
    assert wrong == []


def fault(member: StrEnum) -> str:
    """What is wrong with a member's labels, if anything."""
    if not has_label(member):
        return "no label"
    words = []
    for locale in LOCALES.values():
        with force_locale(locale):
            words.append(label(member))
    return "" if all(words) and words[0] != words[1] else f"not translated: {words}"
