"""Does every address say who may open it, and does reading never write?"""

import hashlib

from sqlalchemy import select

from app.accounts.services.people import disable_user
from app.db import db
from app.kernel.permissions import Permission
from app.web.access import PUBLIC_ENDPOINTS
from tests.factories import NOW, actor, world
from tests.house.addresses import address, always_there
from tests.house.conftest import ONCE

# Open to everybody: signing in, the language, the health of the machine, the building blocks.
PUBLIC = {"accounts.sign_in", "locale.switch", "health.health", "styleguide.show", "static"}
# And whether a paper in one's hands was issued, told to whoever holds it.
PUBLIC |= {"mediation.check", "mediation.check_file", "mediation.checked"}
SEEN = ("sign_in", "last_seen_at")  # a session's last-seen is the one exception


def marks(app):
    return {
        rule.endpoint: getattr(app.view_functions[rule.endpoint], "access", None)
        for rule in app.url_map.iter_rules()
    }


def digests():
    """One digest a table of everything that is remembered."""
    found = {}
    for table in db.metadata.sorted_tables:
        columns = [each for each in table.columns if (table.name, each.name) != SEEN]
        rows = db.session.execute(select(*columns).order_by(*table.primary_key.columns))
        found[table.name] = hashlib.sha256(repr(rows.all()).encode()).hexdigest()
    return found


@ONCE
def test_every_route_declares_a_permission_or_is_listed_as_public(app):
    bare = {endpoint for endpoint, access in marks(app).items() if access is None}
    assert bare == PUBLIC
    assert {"static"} == PUBLIC_ENDPOINTS
    assert {access for access in marks(app).values() if access} <= set(Permission)


@ONCE
def test_every_post_route_has_a_permission(app):
    open_posts = {
        rule.endpoint
        for rule in app.url_map.iter_rules()
        if "POST" in rule.methods and marks(app)[rule.endpoint] is None
    }
    assert open_posts == {"accounts.sign_in", "mediation.check", "mediation.check_file"}


@ONCE
def test_reading_never_writes(app, everybody):
    plain = [
        address(app, rule)
        for rule in app.url_map.iter_rules()
        if "GET" in rule.methods and always_there(rule)
    ]
    with app.app_context():
        before = digests()
    for role, reader in everybody.items():
        for path in plain:
            assert reader.http.get(path).status_code < 500, (role, path)
    with app.app_context():
        after = digests()
    assert [table for table in before if before[table] != after[table]] == []


@ONCE
def test_digest_notices_a_single_change(app):
    with app.app_context():
        before = digests()
        disable_user(actor("admin.cn"), user_id=world().users["clerk.youyi"], reason="x", now=NOW)
        after = digests()
    changed = {table for table in before if before[table] != after[table]}
    assert changed == {"user_account", "audit_entry"}
