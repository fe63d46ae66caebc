"""Who may open a route? Each view wears `@requires(permission)` or `@public`, or nothing starts.

The floor above (accounts) registers how the actor of a request is found; views ask
`current_actor()`.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, abort, current_app, flash, g, redirect, request, url_for
from flask_babel import gettext as _

from app.kernel.permissions import Actor, Permission

View = TypeVar("View", bound=Callable[..., Any])
ActorLoader = Callable[[], Actor | None]

_LOADER = "hoa.actor_loader"
PUBLIC_ENDPOINTS = frozenset({"static"})


def requires(permission: Permission) -> Callable[[View], View]:
    """Mark a view: open to a signed-in person who holds the permission."""

    def mark(view: View) -> View:
        view.access = permission  # type: ignore[attr-defined]
        return view

    return mark


def public(view: View) -> View:
    """Mark a view: open to everybody, signed in or not."""
    view.access = None  # type: ignore[attr-defined]
    return view


def register_actor_loader(app: Flask, loader: ActorLoader) -> None:
    app.extensions[_LOADER] = loader
    app.before_request(_enforce)


def find_actor() -> Actor | None:
    """The actor of this request, or None for a visitor."""
    if "actor" not in g:
        g.actor = current_app.extensions[_LOADER]()
    return g.actor  # type: ignore[no-any-return]


def current_actor() -> Actor:
    """The actor of this request; only for views that `@requires` something."""
    actor = find_actor()
    if actor is None:
        abort(401)
    return actor


def _enforce() -> Any:
    if request.endpoint is None or request.endpoint in PUBLIC_ENDPOINTS:
        return None
    permission = current_app.view_functions[request.endpoint].access  # type: ignore[attr-defined]
    if permission is None:
        return None
    actor = find_actor()
    if actor is None:
        if request.method == "POST":
            flash(_("You were signed out. Sign in to go on; nothing was saved."), "warning")
        target = request.full_path.rstrip("?") if request.method == "GET" else request.path
        return redirect(url_for("accounts.sign_in", next=target))
    if not actor.may(permission):
        abort(403)
    return None


def check_every_route(app: Flask) -> None:
    """Refuse to start with a route that does not say who may open it. Raises RuntimeError."""
    bare = [
        rule.endpoint
        for rule in app.url_map.iter_rules()
        if rule.endpoint not in PUBLIC_ENDPOINTS
        and not hasattr(app.view_functions[rule.endpoint], "access")
    ]
    if bare:
        raise RuntimeError(f"routes without @requires or @public: {', '.join(sorted(bare))}")
