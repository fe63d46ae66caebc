"""Which addresses bring an office's ledger in? Upload, columns, words, result, import."""

from io import BytesIO
from typing import Any

from flask import abort, flash, make_response, redirect, render_template, request, send_file
from flask import url_for as address
from flask_babel import force_locale
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.documents.xlsx_read import UnreadableWorkbook
from app.kernel.clock import utc_now
from app.kernel.errors import RuleBroken
from app.kernel.permissions import Permission
from app.mediation.forms.ledger import (
    UploadForm,
    columns_form,
    meant_words,
    named_columns,
    words_form,
)
from app.mediation.labels.ledger import failure, guess_columns, heading, say_mapping, sentence
from app.mediation.models import ImportBatch, ImportState, RowFate
from app.mediation.papers import ledger_book
from app.mediation.queries import ledger as queries
from app.mediation.rules.ledger_columns import COLUMNS, MUST
from app.mediation.services.ledger import batches, importing
from app.mediation.views import blueprint
from app.mediation.views.steps import Answer, show
from app.reference import queries as reference
from app.web.access import current_actor, requires
from app.web.addresses import row_number
from app.web.filters import bi
from app.web.labels import label
from app.web.locale import LOCALES

IMPORT = Permission.CASE_IMPORT
AT_ONCE = 200
"""Rows that one request may well work through itself; more go to the background."""

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
RUNNING = (ImportState.CHECKING, ImportState.IMPORTING)
blueprint.add_app_template_filter(sentence, "ledger_sentence")


@blueprint.route("/cases/import", methods=["GET", "POST"])
@requires(IMPORT)
def ledgers() -> Answer:
    actor, form = current_actor(), UploadForm()
    offices = queries.offices_for(actor)
    form.office_id.choices = [(each.id, bi(each.name)) for each in offices]
    if form.validate_on_submit():
        sent = form.file.data
        try:
            batch = batches.open_batch(
                actor,
                organisation_id=form.office_id.data,
                filename=sent.filename or "",
                data=sent.read(),
                now=utc_now(),
            )
        except UnreadableWorkbook as fault:
            form.file.errors = [label(fault.code)]
        else:
            return _go_on(batch)
    found = queries.batches(actor)
    names = {each.organisation_id: reference.organisation(each.organisation_id) for each in found}
    return show("mediation/imports/ledgers.html", form, found=found, names=names, offices=offices)


@blueprint.get("/cases/import/template/<language>")
@requires(IMPORT)
def ledger_template(language: str) -> Response:
    if language not in LOCALES:
        abort(404)
    with force_locale(LOCALES[language]):
        name = _("Ledger")
    return _download(ledger_book.template(language), f"{name}.xlsx")


@blueprint.get("/cases/import/<int:batch_id>")
@requires(IMPORT)
def ledger(batch_id: int) -> Answer:
    batch = queries.get_batch(current_actor(), batch_id)
    if batch.state is ImportState.UPLOADED:
        return redirect(address("mediation.ledger_columns", batch_id=batch_id), code=303)
    counts = queries.fates(batch_id)
    fate, page = _fate(), max(1, request.args.get("page", 1, type=row_number))
    total = counts.get(fate, 0) if fate else sum(counts.values())
    return render_template(
        "mediation/imports/ledger.html",
        batch=batch,
        office=reference.organisation(batch.organisation_id),
        running=batch.state in RUNNING,
        failure=failure(batch.failure) if batch.failure else "",
        counts=counts,
        good=sum(counts.get(each, 0) for each in importing.GOOD),
        fate=fate,
        rows=queries.rows(batch_id, fate, page),
        page=page,
        pages=-(-total // queries.PAGE),
        unknown=queries.unknown_words(batch_id) if batch.state is ImportState.CHECKED else {},
        States=ImportState,
    )


@blueprint.get("/cases/import/<int:batch_id>/progress")
@requires(IMPORT)
def ledger_progress(batch_id: int) -> Response:
    """The bar alone; when the work is done, the page is fetched anew."""
    batch = queries.get_batch(current_actor(), batch_id)
    answer = make_response(render_template("mediation/imports/_progress.html", batch=batch))
    if batch.state not in RUNNING:
        answer.headers["HX-Refresh"] = "true"
    return answer


@blueprint.route("/cases/import/<int:batch_id>/columns", methods=["GET", "POST"])
@requires(IMPORT)
def ledger_columns(batch_id: int) -> Answer:
    actor = current_actor()
    batch = queries.get_batch(actor, batch_id)
    if batch.state not in batches.MAPPABLE:
        return _back(batch_id)
    table = batches.table_of(batch)
    chosen = batch.mapping or _remembered(batch, table.headings)
    form = columns_form(table.headings, table.samples(), chosen, heading)
    if form.validate_on_submit():
        mapping = named_columns(form) | {"values": chosen.get("values", {})}
        try:
            batches.map_batch(actor, batch_id=batch_id, mapping=mapping, now=utc_now())
        except RuleBroken as broken:
            for refusal in broken.refusals:
                form[refusal.field or COLUMNS[0].key].errors = [say_mapping(refusal)]
        else:
            return _go_on(batch)
    return show("mediation/imports/columns.html", form, batch=batch, must=MUST)


@blueprint.route("/cases/import/<int:batch_id>/words", methods=["GET", "POST"])
@requires(IMPORT)
def ledger_words(batch_id: int) -> Answer:
    actor = current_actor()
    batch = queries.get_batch(actor, batch_id)
    if batch.state is not ImportState.CHECKED:
        return _back(batch_id)
    known = batch.mapping.get("values", {})
    form, groups = words_form(queries.unknown_words(batch_id), known)
    if form.validate_on_submit():
        mapping = dict(batch.mapping) | {"values": meant_words(form, groups)}
        batches.map_batch(actor, batch_id=batch_id, mapping=mapping, now=utc_now())
        return _go_on(batch)
    return show("mediation/imports/words.html", form, batch=batch, groups=groups, heading=heading)


@blueprint.post("/cases/import/<int:batch_id>/start")
@requires(IMPORT)
def start_ledger(batch_id: int) -> Response:
    try:
        batch = importing.start(current_actor(), batch_id=batch_id, now=utc_now())
    except RuleBroken as broken:
        for refusal in broken.refusals:
            flash(say_mapping(refusal), "warning")
        return _back(batch_id)
    return _go_on(batch)


@blueprint.get("/cases/import/<int:batch_id>/report")
@requires(IMPORT)
def ledger_report(batch_id: int) -> Response:
    batch = queries.get_batch(current_actor(), batch_id)
    return _download(ledger_book.report(batch), f"{_('Report')}-{batch_id}.xlsx")


def _go_on(batch: ImportBatch) -> Response:
    """To the result; what is short is done on the way."""
    if batch.state in RUNNING and batch.total <= AT_ONCE:
        importing.run(batch.id, utc_now())
    return _back(batch.id)


def _back(batch_id: int) -> Response:
    return redirect(address("mediation.ledger", batch_id=batch_id), code=303)


def _remembered(batch: ImportBatch, headings: tuple[str, ...]) -> dict[str, Any]:
    """What the office said last time, as far as the headings are still there; else a guess."""
    kept = queries.mapping_of(batch.organisation_id)
    mapping = dict(kept.mapping) if kept else {}
    columns = {key: there for key, there in mapping.get("columns", {}).items() if there in headings}
    return mapping | {"columns": guess_columns(headings) | columns}


def _fate() -> RowFate | None:
    wanted = request.args.get("fate", "")
    return RowFate(wanted) if wanted in tuple(RowFate) else None


def _download(data: bytes, name: str) -> Response:
    return send_file(BytesIO(data), mimetype=XLSX, as_attachment=True, download_name=name)
