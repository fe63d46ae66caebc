"""What do the building blocks look like? A page for those who build, in demo mode only."""

from flask import Blueprint, Flask, abort, current_app, render_template
from werkzeug.datastructures import MultiDict
from wtforms import (
    BooleanField,
    FileField,
    Form,
    PasswordField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import InputRequired

from app.web.access import public
from app.web.fields import DateParts
from app.web.locale import current_language

blueprint = Blueprint("styleguide", __name__)

# Sample wording, not the product's: the page is never shown to those who use it.
_WORDS = {
    "zh": {
        "name": "姓名",
        "name_hint": "与证件上的写法一致",
        "missing": "请填写姓名",
        "kind": "纠纷类型",
        "kinds": ("边贸货款纠纷", "婚姻家庭纠纷", "用水纠纷"),
        "source": "案件来源",
        "sources": ("当事人申请", "主动调解"),
        "languages": "使用语言",
        "spoken": ("中文", "越南语", "壮语"),
        "summary": "纠纷简要情况",
        "on": "发生日期",
        "file": "身份证明",
        "password": "密码",
        "agree": "双方自愿接受调解",
    },
    "vi": {
        "name": "Họ và tên",
        "name_hint": "Viết đúng như trên giấy tờ",
        "missing": "Vui lòng điền họ và tên",
        "kind": "Loại tranh chấp",
        "kinds": (
            "Tranh chấp tiền hàng biên mậu",
            "Tranh chấp hôn nhân và gia đình",
            "Tranh chấp nguồn nước",
        ),
        "source": "Nguồn vụ việc",
        "sources": (
            "Theo yêu cầu của một bên hoặc các bên",
            "Hòa giải viên chủ động hòa giải",
        ),
        "languages": "Ngôn ngữ sử dụng",
        "spoken": ("Tiếng Trung", "Tiếng Việt", "Tiếng Choang"),
        "summary": "Tóm tắt nội dung vụ việc",
        "on": "Ngày xảy ra",
        "file": "Giấy tờ tùy thân",
        "password": "Mật khẩu",
        "agree": "Hai bên tự nguyện hòa giải",
    },
}


def _sample_form() -> Form:
    """A form filled in with two faults, so that errors are seen too."""
    words = _WORDS[current_language()]
    numbered = {key: list(zip("123", words[key], strict=False)) for key in words}

    class Sample(Form):
        name = StringField(
            words["name"], [InputRequired(words["missing"])], description=words["name_hint"]
        )
        kind = SelectField(words["kind"], choices=numbered["kinds"])
        source = RadioField(words["source"], choices=numbered["sources"])
        languages = SelectMultipleField(words["languages"], choices=numbered["spoken"])
        summary = TextAreaField(words["summary"])
        on = DateParts(words["on"])
        file = FileField(words["file"])
        password = PasswordField(words["password"])
        agree = BooleanField(words["agree"])

    sent = {"kind": "1", "source": "1", "languages": ["1", "2"], "agree": "y"}
    sent |= {"on-year": "2026", "on-month": "2", "on-day": "30"}
    form = Sample(MultiDict(sent))
    form.validate()
    return form


@blueprint.get("/styleguide")
@public
def show() -> str:
    if not current_app.config["DEMO_MODE"]:
        abort(404)
    return render_template("styleguide.html", form=_sample_form())


def register(app: Flask) -> None:
    app.register_blueprint(blueprint)
