"""Has every act that the code records words in both languages?"""

import re
from pathlib import Path

import pytest
from flask_babel import force_locale

import app as house
from app.audit.labels import AREAS, OBJECTS, VERBS, action_in_words
from app.mediation.services.moves import TAGS

SOURCES = sorted(Path(house.__file__).parent.rglob("*.py"))
TAG = re.compile(r'"([a-z_]+:[a-z_]+:[a-z_]+)"')
HALF_TAG = re.compile(r'f"([a-z_]+):([a-z_]+):{')
OBJECT_TYPE = re.compile(r'object_type="([a-z_]+)"')


def found(pattern):
    return {match for path in SOURCES for match in pattern.findall(path.read_text())}


def test_every_tag_of_the_code_is_in_words(ctx):
    tags = found(TAG) | {f"mediation:case:{past}" for past in TAGS.values()}
    assert len(tags) > 30
    for locale in ("zh_Hans_CN", "vi"):
        with force_locale(locale):
            assert all(action_in_words(tag) for tag in tags)


def test_every_area_and_object_of_the_code_has_words():
    halves = found(HALF_TAG)
    assert {area for area, _thing in halves} <= AREAS.keys()
    assert {thing for _area, thing in halves} | found(OBJECT_TYPE) <= OBJECTS.keys()


@pytest.mark.parametrize("path", [path for path in SOURCES if "services" in str(path)],
                         ids=lambda path: f"{path.parent.name}/{path.name}")  # fmt: skip
def test_every_verb_given_to_a_note_has_words(path):
    verbs = re.findall(r'_note?d?\(\s*actor, case, \w+, "([a-z_]+)"', path.read_text())
    assert [verb for verb in verbs if verb.rsplit("_", 1)[-1] not in VERBS] == []
