"""How is the demonstration raised in a database of its own, and opened in a browser?"""

from dataclasses import dataclass, field

from flask import Flask
from playwright.sync_api import Page

import config
from app import create_app
from app.accounts.demo import DEMO_PASSWORD
from app.bilateral.services import load_memoranda
from app.db import db
from app.demo.cases import load_cases
from app.demo.people import load_people
from app.kernel.clock import utc_now
from app.kernel.country import Country
from app.kernel.permissions import system_actor
from app.mediation.services.clause_library import load_clauses
from app.reference.services import load_reference
from tests.browser.tour import Stop, resolve
from tests.browser.visit import Visitors, sign_in
from tests.conftest import ENVIRON


def raised(url: str) -> Flask:
    """The application in demonstration mode, its database filled."""
    app = create_app(config.from_environment(ENVIRON | {"HOA_ENV": "demo", "DATABASE_URL": url}))
    with app.app_context():
        db.create_all()
        system, now = system_actor(Country.CN, "demo"), utc_now()
        load_reference(system)
        load_memoranda(system)
        load_clauses(system)
        load_people(now)
        load_cases(now)
        db.session.remove()
    return app


@dataclass
class Tour:
    """Opens a stop as the person it is for, who signs in once a language."""

    app: Flask
    visit: Visitors
    cookies: dict[tuple[str, str], str] = field(default_factory=dict)

    def open(self, stop: Stop, language: str, width: int) -> Page:
        with self.app.app_context():
            path, who = resolve(stop)
        state = self._state(who, language)
        page = self.visit(language, width=width, storage_state=state)
        answer = page.goto(path)
        assert answer is not None
        assert answer.status == stop.status, (path, who, answer.status)
        return page

    def _state(self, who: str, language: str) -> object:
        if not who:
            return None
        if (who, language) not in self.cookies:
            page = self.visit(language)
            page.goto(f"/language/{language}")
            sign_in(page, who, DEMO_PASSWORD)
            self.cookies[who, language] = page.context.storage_state()
            page.context.close()
        return self.cookies[who, language]
