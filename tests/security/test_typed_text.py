"""What happens to text nobody meant a field for? Refused in words or kept as it is."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from flask_babel import force_locale
from wtforms import SelectMultipleField, StringField
from wtforms.fields import SelectChoice
from wtforms.validators import Length

from app.documents.typst import render_pdf
from app.kernel.money import AmountNotUnderstood, AmountTooLarge, Currency, Money
from app.web.forms import Form
from tests.mediation.stages import mediating
from tests.pages import Reader, text_of

PERCENT = "100%(name)s %s %d %"


@pytest.mark.parametrize("language", ["zh", "vi"])
def test_text_too_long_is_refused_in_words(app, language):
    clerk = Reader(app, language).sign_in("clerk.youyi")
    clerk.read_in(language)
    answer = clerk.post(
        "/cases/spot", {"title": PERCENT, "facts": "长" * 30_000, "place": "A" * 9000}
    )
    assert answer.status_code == 422


@pytest.mark.parametrize("language", ["zh_Hans_CN", "vi"])
def test_messages_of_fields_are_filled_in(ctx, language):
    class Small(Form):
        name = StringField(validators=[Length(max=8)])
        many = SelectMultipleField(choices=[SelectChoice("a", "A")])

    sent = {"name": PERCENT, "many": PERCENT}
    with ctx.test_request_context(method="POST", data=sent), force_locale(language):
        form = Small(meta={"csrf": False})
        assert not form.validate()
        assert "8" in form.name.errors[0]
        assert PERCENT in form.many.errors[0]


def test_names_with_percent_signs_are_only_names(client):
    client.sign_in("admin.cn")
    sent = {"username": "percent", "display_name": PERCENT, "language": "zh",
            "password": "a quiet border 2027"}  # fmt: skip
    answer = client.post("/accounts/new", sent)
    assert PERCENT in text_of(client.follow(answer))


@pytest.mark.parametrize("typed", ["9" * 40, "1" + "0" * 18, "١" * 30])
def test_amount_beyond_reason_is_no_amount(typed):
    with pytest.raises(AmountTooLarge):
        Money.parse(typed, Currency.CNY)


@pytest.mark.parametrize("typed", ["-5", "1e400", "NaN", "Infinity", "0x10"])
def test_amount_is_written_in_digits(typed):
    with pytest.raises(AmountNotUnderstood):
        Money.parse(typed, Currency.VND)


def test_full_width_digits_are_digits():
    assert Money.parse("１２", Currency.VND).amount == Decimal(12)


def test_character_no_font_has_does_not_stop_a_paper(tmp_path: Path):
    template = tmp_path / "name.typ"
    template.write_text("#let data = json(bytes(sys.inputs.data))\n#data.name", encoding="utf-8")
    pdf = render_pdf(template, {"name": "阮\U0001f980\ue000"}, document_date=date(2026, 11, 23))
    assert pdf.startswith(b"%PDF-")


def test_line_of_the_file_that_is_not_there_is_refused(app, client):
    with app.app_context():
        case_id = mediating().id
    client.sign_in("clerk.youyi")
    sent = {"items-0-item": "no such paper", "items-0-pages": "1"}
    assert client.post(f"/cases/{case_id}/file", sent).status_code == 409
