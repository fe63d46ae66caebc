"""Does every sentence of the interface exist in both languages?"""

import re
from pathlib import Path

import pytest
import wtforms
from babel.messages.pofile import read_po

from tests.pages import Reader, text_of
from tools import strings

POT = Path(wtforms.__file__).parent / "locale" / "wtforms.pot"
PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[sd]")


def test_both_catalogues_are_complete():
    assert strings.check() == []


@pytest.mark.parametrize("language", ["zh", "vi"])
def test_every_message_of_the_forms_is_ours(language):
    with POT.open("rb") as handle:
        wanted = {strings.keys(message.id) for message in read_po(handle) if message.id}
    ours = {
        strings.keys(message.id): strings._single(message.string)
        for message in strings.read(language, "wtforms") if message.id
    }  # fmt: skip
    assert ours.keys() == wanted
    wrong = [
        key for key, text in ours.items()
        if not text or sorted(PLACEHOLDER.findall(key)) != sorted(PLACEHOLDER.findall(text))
    ]  # fmt: skip
    assert wrong == []


@pytest.mark.parametrize(
    ("language", "said"), [("zh", "请填写此项。"), ("vi", "Hãy điền mục này.")]
)
def test_missing_field_is_asked_for_in_the_readers_language(app, language, said):
    answer = Reader(app, language).post("/sign-in", {"username": "", "password": ""})
    assert answer.status_code == 422
    assert said in text_of(answer.get_data(as_text=True))
