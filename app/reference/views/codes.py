"""Which addresses show and edit code lists and deadline rules?"""

from flask import render_template, url_for

from app.kernel.country import Country
from app.kernel.errors import NotFound
from app.kernel.periods import Unit
from app.kernel.permissions import Permission
from app.reference import queries, services
from app.reference.forms import CodeForm, DeadlineRuleForm, NewCodeForm, values
from app.reference.models import CodeList, CodeStatus, ExtendableBy
from app.reference.views.answers import Answer, demand_edit, edit_page
from app.reference.views.blueprint import blueprint
from app.web.access import current_actor, requires


@blueprint.get("/codes")
@requires(Permission.REFERENCE_READ)
def code_lists() -> str:
    counts = {kind: len(queries.codes(kind)) for kind in CodeList}
    return render_template("reference/code_lists.html", counts=counts)


@blueprint.get("/codes/<kind>")
@requires(Permission.REFERENCE_READ)
def codes(kind: str) -> str:
    chosen = _list(kind)
    return render_template(
        "reference/codes.html",
        kind=chosen,
        found=queries.codes(chosen),
        may_edit=services.may_edit(current_actor(), None),
    )


@blueprint.route("/codes/<kind>/add", methods=["GET", "POST"])
@requires(Permission.REFERENCE_EDIT)
def add_code(kind: str) -> Answer:
    chosen = _list(kind)
    form = NewCodeForm()
    return edit_page(
        form,
        lambda: services.add_code(current_actor(), kind=chosen, **_typed(form)),
        "reference/edit_code.html",
        url_for(".codes", kind=chosen),
        kind=chosen,
        code=None,
    )


@blueprint.route("/codes/values/<int:code_id>/edit", methods=["GET", "POST"])
@requires(Permission.REFERENCE_EDIT)
def edit_code(code_id: int) -> Answer:
    code = queries.code(code_id)
    form = CodeForm(obj=code)
    return edit_page(
        form,
        lambda: services.edit_code(current_actor(), code_id=code_id, **_typed(form)),
        "reference/edit_code.html",
        url_for(".codes", kind=code.kind),
        kind=code.kind,
        code=code,
    )


@blueprint.get("/deadlines")
@requires(Permission.REFERENCE_READ)
def deadline_rules() -> str:
    return render_template(
        "reference/deadlines.html",
        rules={country: queries.deadline_rules(country) for country in Country},
        editable=[each for each in Country if services.may_edit(current_actor(), each)],
    )


@blueprint.route("/deadlines/<int:rule_id>/edit", methods=["GET", "POST"])
@requires(Permission.REFERENCE_EDIT)
def edit_deadline_rule(rule_id: int) -> Answer:
    rule = queries.deadline_rule_by_id(rule_id)
    demand_edit(rule.jurisdiction)
    form = DeadlineRuleForm(obj=rule)
    return edit_page(
        form,
        lambda: services.edit_deadline_rule(
            current_actor(),
            rule_id=rule_id,
            **_rule_typed(form),
        ),
        "reference/edit_deadline.html",
        url_for(".deadline_rules"),
        rule=rule,
    )


def _typed(form: CodeForm) -> dict[str, object]:
    typed = values(form)
    return typed | {"status": CodeStatus(typed["status"])}


def _rule_typed(form: DeadlineRuleForm) -> dict[str, object]:
    chosen = ExtendableBy(form.extendable_by.data)
    return values(form) | {"unit": Unit(form.unit.data), "extendable_by": chosen}


def _list(text: str) -> CodeList:
    """Raises NotFound."""
    if text not in list(CodeList):
        raise NotFound(kind=text)
    return CodeList(text)
