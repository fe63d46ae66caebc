"""What is the shell everyone lives in? Language, headers, errors, filters, navigation."""

import hashlib
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

from flask import Flask, current_app, request, url_for
from jinja2 import ChoiceLoader, PackageLoader, PrefixLoader
from werkzeug.middleware.proxy_fix import ProxyFix

from app.kernel.country import Country
from app.kernel.permissions import Permission
from app.web import addresses, errors, filters, labels, locale, security, static_files, styleguide
from app.web.access import find_actor

NavEntry = dict[str, Any]
_NAV = "hoa.nav"
_FOOTER = "hoa.footer"
_OFFICE = "hoa.office_name"


def register(app: Flask) -> None:
    if hops := app.config["TRUSTED_PROXIES"]:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops)  # type: ignore[method-assign]
    app.extensions[_NAV] = []
    app.extensions[_FOOTER] = []
    addresses.register(app)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_loader = ChoiceLoader(
        [
            app.jinja_loader,  # type: ignore[list-item]
            PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")}),
        ]
    )
    app.before_request(locale.switch_with_form)
    app.context_processor(_shell)
    app.jinja_env.globals.update(
        asset=asset, Country=Country, Permission=Permission, reader_lang=locale.reader_lang
    )
    app.register_blueprint(locale.blueprint)
    styleguide.register(app)
    filters.register(app)
    errors.register(app)
    security.register(app)
    static_files.register(app)


def add_navigation(
    app: Flask,
    endpoint: str,
    text: Any,
    permission: Permission,
    *,
    count: Callable[[], int] | None = None,
    order: int = 50,
) -> None:
    """Add an entry to the service navigation, shown to those who hold the permission."""
    entry = {"endpoint": endpoint, "text": text, "permission": permission, "count": count}
    app.extensions[_NAV].append(entry | {"order": order})
    app.extensions[_NAV].sort(key=lambda item: item["order"])


def add_footer_link(app: Flask, endpoint: str, text: Any) -> None:
    """Add a link to the foot of every page, for everybody."""
    app.extensions[_FOOTER].append({"endpoint": endpoint, "text": text})


def _footer() -> list[dict[str, str]]:
    return [
        {"href": url_for(entry["endpoint"]), "text": str(entry["text"])}
        for entry in current_app.extensions[_FOOTER]
    ]


def _navigation() -> list[NavEntry]:
    actor = find_actor()
    if actor is None:
        return []
    return [
        {
            "href": url_for(entry["endpoint"]),
            "text": str(entry["text"]),
            "active": _is_active(entry["endpoint"]),
            "count": entry["count"]() if entry["count"] else None,
        }
        for entry in current_app.extensions[_NAV]
        if actor.may(entry["permission"])
    ]


def register_office_name(app: Flask, namer: Callable[[], Any]) -> None:
    """The floor above says what the office of the person signed in is called."""
    app.extensions[_OFFICE] = namer


def _office() -> Any:
    return current_app.extensions[_OFFICE]() if find_actor() else None


def _is_active(endpoint: str) -> bool:
    home = url_for(endpoint)
    return request.path == home or (home != "/" and request.path.startswith(home + "/"))


def _shell() -> dict[str, Any]:
    language = locale.current_language()
    other = "vi" if language == "zh" else "zh"
    here = request.full_path.rstrip("?") if request.method == "GET" else request.path
    return {
        "locale": language,
        "html_lang": locale.HTML_LANG[language],
        "alternate": {
            "language": other,
            "lang": locale.HTML_LANG[other],
            "label": locale.NAMES[other],
            "url": url_for("locale.switch", language=other, next=here),
        },
        "current_actor": find_actor(),
        "current_office": _office(),
        "nav_items": _navigation(),
        "footer_links": _footer(),
        "demo_mode": current_app.config["DEMO_MODE"],
    }


@lru_cache(maxsize=256)
def _digest(path: Path, _changed: float) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:10]


def asset(filename: str) -> str:
    """A static file's address, with a digest of its content so that caches never go stale."""
    path = Path(current_app.static_folder or "") / filename
    return url_for("static", filename=filename, v=_digest(path, path.stat().st_mtime))


__all__ = ["add_footer_link", "add_navigation", "asset", "labels", "register"]
