"""How is a dispute registered, mediated, agreed, followed up and filed?"""

from flask import Flask
from flask_babel import lazy_gettext as _l

from app.kernel.permissions import Permission


def register(app: Flask) -> None:
    from app.mediation import labels, models, views  # noqa: F401
    from app.web import add_footer_link, add_navigation

    labels.register()
    app.register_blueprint(views.blueprint)
    add_navigation(app, "mediation.start", _l("Start"), Permission.DASHBOARD, order=10)
    add_navigation(app, "mediation.cases", _l("Cases"), Permission.CASE_READ, order=20)
    add_navigation(app, "mediation.deadline_list", _l("Deadlines"), Permission.CASE_READ, order=30)
    decide, guest = Permission.DISCLOSURE_DECIDE, Permission.JOINT_VIEW
    add_navigation(app, "mediation.disclosure_queue", _l("Across the border"), decide, order=35)
    add_navigation(app, "mediation.joint_list", _l("At the joint table"), guest, order=36)
    add_navigation(
        app, "mediation.mediators", _l("Mediators"), Permission.MEDIATOR_MANAGE, order=40
    )
    add_navigation(
        app,
        "mediation.library_clauses",
        _l("Library of clauses"),
        Permission.REFERENCE_READ,
        order=45,
    )
    add_footer_link(app, "mediation.check", _l("Check a paper"))
