"""Under which address do reference pages live?"""

from flask import Blueprint

blueprint = Blueprint(
    "reference", __name__, url_prefix="/reference", template_folder="../templates"
)
