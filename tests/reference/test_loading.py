"""Can the shipped files be loaded again and again without undoing what was edited here?"""

import shutil
from dataclasses import replace

import pytest
from sqlalchemy import func, select

from app.audit.models import AuditEntry
from app.db import db, transaction
from app.kernel.country import Country
from app.kernel.permissions import system_actor
from app.reference.models import Organisation
from app.reference.queries import organisation_by_code
from app.reference.services import edit_organisation, load_listing, load_reference
from app.reference.services.lists import LISTINGS
from tests.factories import actor

CODE = "CN-451481101-RTW"
SYSTEM = system_actor(Country.CN, "tests")
(OFFICES,) = [listing for listing in LISTINGS if listing.model is Organisation]


@pytest.fixture
def offices_file(tmp_path):
    """The shipped file of organisations, free to be changed."""
    copy = tmp_path / OFFICES.path.name
    shutil.copy(OFFICES.path, copy)
    return replace(OFFICES, path=copy)


def change_file(listing, old, new):
    text = listing.path.read_text(encoding="utf-8")
    assert old in text
    listing.path.write_text(text.replace(old, new), encoding="utf-8")


def rename_here(name_zh):
    committee = organisation_by_code(CODE)
    kept = ("name_vi", "short_zh", "short_vi", "case_no_pattern", "valid_from", "valid_to",
            "note_zh", "note_vi")  # fmt: skip
    edit_organisation(
        actor("admin.cn"),
        organisation_id=committee.id,
        name_zh=name_zh,
        **{name: getattr(committee, name) for name in kept},
    )


def test_loading_again_changes_nothing(ctx):
    before = db.session.scalar(select(func.count()).select_from(AuditEntry))
    for loaded in load_reference(SYSTEM):
        assert (loaded.added, loaded.changed) == (0, 0), loaded
        assert loaded.unchanged > 0
    assert db.session.scalar(select(func.count()).select_from(AuditEntry)) == before


def test_an_edit_made_on_a_page_survives_loading(ctx):
    rename_here("凭祥市友谊镇人民调解委员会（改）")
    load_reference(SYSTEM)
    assert organisation_by_code(CODE).name_zh == "凭祥市友谊镇人民调解委员会（改）"


def test_a_row_changed_in_the_file_wins_over_the_page(ctx, offices_file):
    rename_here("改过的名称")
    change_file(offices_file, "凭祥市友谊镇人民调解委员会", "凭祥市友谊镇第一人民调解委员会")
    with transaction():
        loaded = load_listing(offices_file, SYSTEM)
    assert (loaded.added, loaded.changed) == (0, 1)
    assert organisation_by_code(CODE).name_zh == "凭祥市友谊镇第一人民调解委员会"


def test_a_new_row_in_the_file_is_added(ctx, offices_file):
    last = offices_file.path.read_text(encoding="utf-8").splitlines()[-1]
    with offices_file.path.open("a", encoding="utf-8") as handle:
        handle.write("VN-00001-UBND," + last.split(",", 1)[1] + "\n")
    with transaction():
        loaded = load_listing(offices_file, SYSTEM)
    assert (loaded.added, loaded.changed) == (1, 0)


def test_a_code_that_leads_nowhere_stops_the_load_whole(ctx, offices_file):
    change_file(offices_file, ",CN-451481101-SFS,CN-451481101,", ",CN-NOWHERE,CN-451481101,")
    with pytest.raises(KeyError, match="organisation: CN-NOWHERE"), transaction():
        load_listing(offices_file, SYSTEM)


def test_the_loading_itself_is_in_the_audit_log(ctx):
    actions = select(AuditEntry.object_type).where(AuditEntry.action == "reference:list:loaded")
    assert {"organisations", "calendar_days", "memoranda"} <= set(db.session.scalars(actions))
