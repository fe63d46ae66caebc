"""Is a date in three boxes read, kept and explained?"""

from collections.abc import Iterator
from datetime import date

import pytest
from flask import Flask
from flask_babel import Babel
from werkzeug.datastructures import MultiDict
from wtforms import Form
from wtforms.validators import InputRequired, Optional

from app.web.fields import DateParts
from app.web.locale import select_locale

FULL_WIDTH = ("２０２６", "２", "２８")


class Asked(Form):
    born_on = DateParts("born", [InputRequired("required")])


class AskedIfKnown(Form):
    born_on = DateParts("born", [Optional()])


@pytest.fixture(params=["zh", "vi"])
def reader(request: pytest.FixtureRequest) -> Iterator[str]:
    shell = Flask(__name__)
    shell.config["SECRET_KEY"] = "test"
    Babel(shell, locale_selector=select_locale)
    with shell.test_request_context(headers={"Accept-Language": request.param}):
        yield request.param


def typed(year: str, month: str, day: str) -> MultiDict[str, str]:
    return MultiDict({"born_on-year": year, "born_on-month": month, "born_on-day": day})


@pytest.mark.parametrize("boxes", [("2026", "2", "28"), ("2026", "02", " 28 "), FULL_WIDTH])
def test_date_is_read_with_zeros_spaces_and_full_width_digits(
    reader: str, boxes: tuple[str, str, str]
) -> None:
    form = Asked(typed(*boxes))
    assert form.validate()
    assert form.born_on.data == date(2026, 2, 28)


@pytest.mark.parametrize(
    "boxes",
    [
        ("2026", "2", "30"), ("2026", "13", "1"), ("năm", "1", "1"), ("9999", "12", "31"),
        ("1", "1", "1"), ("2026", "1", "9" * 30),
    ],
)  # fmt: skip
def test_impossible_day_is_refused_and_kept_as_typed(
    reader: str, boxes: tuple[str, str, str]
) -> None:
    form = Asked(typed(*boxes))
    assert not form.validate()
    assert form.born_on.data is None
    assert len(form.born_on.errors) == 1
    assert {part.typed for part in form.born_on.parts()} == set(boxes)


@pytest.mark.parametrize("form_class", [Asked, AskedIfKnown])
def test_half_a_date_is_refused_even_when_optional(reader: str, form_class: type[Form]) -> None:
    form = form_class(typed("", "2", "28"))
    assert not form.validate()
    assert "required" not in form["born_on"].errors


def test_three_empty_boxes_are_missing_when_required(reader: str) -> None:
    form = Asked(typed("", "", ""))
    assert not form.validate()
    assert form.born_on.errors == ["required"]


def test_three_empty_boxes_are_no_date_when_optional(reader: str) -> None:
    form = AskedIfKnown(typed("", "", ""), data={"born_on": date(1990, 5, 1)})
    assert form.validate()
    assert form.born_on.data is None
    assert [part.typed for part in form.born_on.parts()] == ["", "", ""]


def test_stored_date_fills_the_boxes_in_the_readers_order(reader: str) -> None:
    form = Asked(data={"born_on": date(1990, 5, 1)})
    order = {"zh": ["1990", "5", "1"], "vi": ["1", "5", "1990"]}
    assert [part.typed for part in form.born_on.parts()] == order[reader]


def test_error_summary_leads_to_the_first_box(reader: str) -> None:
    form = Asked()
    assert form.born_on.first_id == next(form.born_on.parts()).id
