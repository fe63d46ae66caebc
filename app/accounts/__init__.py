"""Who is who, and what may they do? People, dated grants, sign-ins, the policy."""

from flask import Flask


def register(app: Flask) -> None:
    from app.accounts import labels, views
    from app.accounts.cookies import load_actor
    from app.accounts.office import office_name
    from app.web import register_office_name
    from app.web.access import register_actor_loader

    labels.register()
    register_actor_loader(app, load_actor)
    register_office_name(app, office_name)
    views.register(app)
