"""Does the library keep every version, and who may change it?"""

from dataclasses import replace

import pytest
from flask import Flask
from sqlalchemy import select

from app.audit.models import AuditEntry
from app.db import db
from app.kernel.bilingual import Language
from app.kernel.country import Country
from app.kernel.errors import NotFound, NotPermitted, RuleBroken
from app.kernel.permissions import Permission, system_actor
from app.mediation.models import ClauseVersion
from app.mediation.models.clause import VersionUnchangeable
from app.mediation.queries import clauses, goods
from app.mediation.rules.clauses import ClauseRefusal as R
from app.mediation.rules.clauses import Phrase
from app.mediation.services import clause_files, clause_library, composing
from app.mediation.services.clause_library import load_clauses
from tests.factories import NOW, World, actor
from tests.mediation.library import (
    AUTHOR,
    SECOND,
    decide,
    propose,
    propose_offer,
    put_in_force,
)
from tests.mediation.settling import drafted

SYSTEM = system_actor(Country.CN, "tests")
KEY = "final_settlement"


def test_library_is_loaded_in_order_and_again_changes_nothing(ctx: Flask, world: World) -> None:
    keys = [each.key for each in clauses.library()]
    assert keys[0] == "lump_sum"
    assert keys[-3:] == ["languages", "authority", "copies"]
    before = db.session.query(ClauseVersion).count()
    again = load_clauses(SYSTEM)
    assert (again.added, again.changed, again.unchanged) == (0, 0, len(keys))
    assert db.session.query(ClauseVersion).count() == before


def test_every_clause_reads_from_the_table_as_from_its_file(ctx: Flask, world: World) -> None:
    kept = {each.key: each.version for each in clauses.library()}
    assert kept == {each.key: each.version for each in clause_files.shipped()}


def test_changed_file_makes_a_version_but_leaves_an_edited_clause(
    ctx: Flask, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = replace(clauses.offered(KEY).version, pattern_zh="到此为止。")
    put_in_force(KEY, own)
    newer = tuple(
        replace(each, version=replace(each.version, use_zh="新的说明。"), digest="new")
        for each in clause_files.shipped()
        if each.key in (KEY, "copies")
    )
    monkeypatch.setattr(clause_library, "shipped", lambda: newer)
    loaded = load_clauses(SYSTEM)
    assert (loaded.changed, loaded.unchanged) == (1, 1)
    assert clauses.offered(KEY).version == own
    assert clauses.offered("copies").number == 2
    assert clauses.offered("copies").version.use_zh == "新的说明。"


def test_approved_wording_is_the_next_version(ctx: Flask, world: World) -> None:
    draft = replace(clauses.offered(KEY).version, pattern_vi="Đến đây là hết.")
    put_in_force(KEY, draft)
    newest, first = clauses.history(KEY)
    assert (newest.number, newest.saved_by_id, newest.saved_at) == (2, world.users[AUTHOR], NOW)
    assert (first.number, clauses.offered(KEY).version) == (1, draft)


@pytest.mark.parametrize("language", list(Language))
def test_parameter_missing_from_one_language_is_not_proposed(
    ctx: Flask, world: World, language: Language
) -> None:
    now = clauses.offered("copies").version
    name = f"pattern_{language.value}"
    draft = replace(now, **{name: now.pattern(language).replace("{copies}", "3")})
    with pytest.raises(RuleBroken) as refused:
        propose("copies", draft)
    (refusal,) = refused.value.refusals
    assert (refusal.code, refusal.field) == (R.PATTERN_MISSING, name)
    assert refusal.facts == {"name": "copies", "language": language}
    assert clauses.offered("copies").number == 1


def test_saved_version_is_never_changed(ctx: Flask, world: World) -> None:
    row = clauses.version(clauses.offered(KEY).version_id)
    row.pattern_zh = "改了。"
    with pytest.raises(VersionUnchangeable):
        db.session.flush()
    db.session.rollback()
    db.session.delete(clauses.version(clauses.offered(KEY).version_id))
    with pytest.raises(VersionUnchangeable):
        db.session.flush()


def test_withdrawn_clause_is_not_offered_until_it_is_restored(ctx: Flask, world: World) -> None:
    clerk = actor("clerk.youyi")
    debt = drafted(clerk, world)
    here = {"case_id": debt.case_id, "agreement_id": debt.agreement_id, "now": NOW}
    withdrawal = propose_offer(KEY, withdraw=True)
    assert KEY in [each.key for each in clauses.library()]
    decide(withdrawal)
    assert KEY not in [each.key for each in clauses.library()]
    assert KEY in [each.key for each in clauses.library(withdrawn=True)]
    with pytest.raises(RuleBroken) as refused:
        composing.add_clause(clerk, **here, clause_key=KEY, values={})
    assert [each.code for each in refused.value.refusals] == [R.WITHDRAWN]
    decide(propose_offer(KEY, withdraw=False))
    composing.add_clause(clerk, **here, clause_key=KEY, values={})
    tags = db.session.scalars(
        select(AuditEntry.action)
        .where(AuditEntry.object_type == "clause_proposal")
        .order_by(AuditEntry.id)
    ).all()
    acts = ["proposed", "withdrawn", "proposed", "restored"]
    assert tags == [f"mediation:clause:{act}" for act in acts]


def test_only_reviewers_above_the_county_change_the_library(ctx: Flask, world: World) -> None:
    draft = clauses.offered(KEY).version
    for name in ("clerk.youyi", "reviewer.pingxiang", "admin.cn", "auditor.guangxi"):
        person = actor(name)
        assert not person.may(Permission.CLAUSE_EDIT)
        for act in (
            lambda name=name: propose(KEY, draft, who=name),
            lambda name=name: propose_offer(KEY, withdraw=True, who=name),
            lambda name=name: propose_offer(KEY, withdraw=False, who=name),
        ):
            with pytest.raises(NotPermitted):
                act()
    with pytest.raises(NotFound):
        propose("none", draft, who=SECOND)


def test_word_of_one_language_brings_its_twin_unless_it_could_be_another() -> None:
    assert goods.completed(Phrase("火龙果", ""), goods.GOODS) == Phrase("火龙果", "thanh long")
    assert goods.completed(Phrase("", "Thanh Long"), goods.GOODS).zh == "火龙果"
    assert goods.completed(Phrase("", "dừa"), goods.GOODS).zh == "椰子"
    assert goods.completed(Phrase("", "dua"), goods.GOODS).zh == ""
    assert goods.completed(Phrase("蓝靛布", ""), goods.GOODS) == Phrase("蓝靛布", "")
    assert goods.is_pair(Phrase("吨", "tấn"))
    assert not goods.is_pair(Phrase("吨", "thanh long"))
    assert [each.zh for each in goods.like("thanh", Language.VI)] == ["火龙果"]


def test_listed_words_are_pairs_once_each() -> None:
    for kind in goods.KINDS:
        pairs = goods.listed(kind)
        assert all(each.zh and each.vi for each in pairs)
        assert len({each.zh for each in pairs}) == len(pairs)
    names = goods.listed(goods.GOODS)
    assert len(names) >= 80
    assert len({each.vi for each in names}) == len(names)
