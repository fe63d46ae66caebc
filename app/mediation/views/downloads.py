"""What is a file called that leaves the register? Which paper, of which case, for which side."""

import re
from pathlib import PurePath
from urllib.parse import quote

from flask import make_response, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.kernel.bilingual import Bilingual
from app.kernel.country import Country
from app.kernel.errors import NotFound
from app.mediation.models import Case, IssuedPaper
from app.mediation.papers.catalogue import PaperRef, printed_title
from app.mediation.papers.titles import title_of
from app.mediation.views import blueprint
from app.web.filters import bi

PDF = "application/pdf"
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_FORM = re.compile(r"^(?:人民)?调解协议书")


def file_name(case: Case, what: Bilingual | str, side: Country | None, ending: str) -> str:
    """In the reader's language, with nothing that a disk refuses."""
    sides = {Country.CN: _("Chinese side"), Country.VN: _("Vietnamese side")}
    called = _FORM.sub("协议书", what if isinstance(what, str) else bi(what))
    parts = [called, case.number, sides[side] if side else ""]
    return "_".join(_FORBIDDEN.sub("-", each) for each in parts if each) + f".{ending}"


@blueprint.app_template_global()
def issued_file_name(row: IssuedPaper) -> str:
    return file_name(row.case, paper_title(row), row.side, "pdf")


def answer_file(
    data: bytes, name: str, *, plain: str, kind: str = PDF, is_shown: bool = True
) -> Response:
    """A file under both its names, `plain` for what knows nothing but ASCII (RFC 6266).

    It is shown in the browser, or saved where `?save` asks for it.
    """
    answer = make_response(data)
    answer.mimetype = kind
    way = "inline" if is_shown and "save" not in request.args else "attachment"
    ascii_name = f"{plain}{PurePath(name).suffix}"
    names = {"filename": ascii_name, "filename*": f"UTF-8''{quote(name, safe='')}"}
    answer.headers.set("Content-Disposition", way, **names)
    return answer


def paper_title(row: IssuedPaper) -> Bilingual:
    """What an issued paper is called, also where what it spoke of is gone."""
    try:
        return title_of(PaperRef(row.kind, row.subject), row.case)
    except NotFound:
        return printed_title(row.kind, row.case.country)
