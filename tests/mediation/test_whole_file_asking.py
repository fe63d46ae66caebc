"""Who asks for the whole file, how often is it bound, and how long is it fetched?"""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from flask import Flask

from app.db import db
from app.kernel.errors import NotFound, NotPermitted
from app.mediation.models import FileBuild
from app.mediation.queries.file_builds import builds_of
from app.mediation.services import file_builds
from tests.factories import NOW, World, actor
from tests.mediation.stages import received
from tests.mediation.test_whole_file import CLERK, KEPT, ask, bound, build, run


def test_who_writes_nothing_asks_for_no_file_but_reads_what_is_ready(
    ctx: Flask, world: World
) -> None:
    case = received()
    with pytest.raises(NotPermitted):
        ask(case.id, "auditor.guangxi")
    assert not builds_of(actor(CLERK), case)
    build_id = ask(case.id)
    run()
    bound(case.id, build_id, "auditor.guangxi")


def test_asked_twice_at_the_same_moment_it_is_bound_once(app: Flask, world: World) -> None:
    with app.app_context():
        case_id = received().id
    ready = Barrier(2)

    def work(_number: int) -> int:
        with app.app_context():
            person = actor(CLERK)
            db.session.rollback()
            ready.wait()
            return file_builds.ask(person, case_id=case_id, now=NOW).id

    with ThreadPoolExecutor(2) as pool:
        assert len(set(pool.map(work, range(2)))) == 1
    with app.app_context():
        assert db.session.query(FileBuild).count() == 1


def test_what_was_kept_too_long_is_not_fetched_though_nobody_cleaned_up(
    ctx: Flask, world: World
) -> None:
    case = received()
    build_id = ask(case.id)
    run()
    finished = build(build_id).finished_at
    assert finished is not None
    here = {"case_id": case.id, "build_id": build_id, "kept": KEPT}
    file_builds.fetch(actor(CLERK), **here, now=finished + KEPT)
    with pytest.raises(NotFound):
        file_builds.fetch(actor(CLERK), **here, now=finished + KEPT + timedelta(seconds=1))
    assert build(build_id).content is not None
