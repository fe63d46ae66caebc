"""How is an editable copy handed out? As a download that nobody keeps on the way."""

from flask import make_response
from werkzeug.wrappers import Response

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def docx_answer(data: bytes, name: str) -> Response:
    """The file, to be saved under `name`."""
    answer = make_response(data)
    answer.mimetype = DOCX
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.docx"'
    answer.headers["Cache-Control"] = "no-store"
    return answer
