"""The whole file: asked for, bound once in the background, its page numbers true, fetched by whom
it is for."""

import hashlib
import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from io import BytesIO
from threading import Barrier

import pytest
from flask import Flask
from pypdf import PdfReader
from sqlalchemy import update

from app.audit.queries import entries_of_case
from app.db import db, transaction
from app.kernel.errors import NotFound, NotPermitted, RuleBroken
from app.mediation.kinds import AttachmentKind, Duty
from app.mediation.models import Attachment, BuildFailure, BuildState, Case, FileBuild
from app.mediation.papers import whole_file
from app.mediation.queries.file_builds import STALE, builds_of
from app.mediation.rules.papers import PaperRefusal
from app.mediation.services import attachments, file_binding, file_builds
from tests.documents.test_pdf_parts import locked, words
from tests.documents.test_pdf_pictures import picture
from tests.factories import NOW, World, actor
from tests.mediation.settling import drafted
from tests.mediation.stages import accepted, codes, give, received

KEPT = timedelta(days=7)
CLERK = "clerk.youyi"


def run(now=NOW) -> int:
    return file_binding.run_waiting(now, KEPT)


def ask(case_id: int, who: str = CLERK, reason: str = "") -> int:
    full = bool(reason)
    return file_builds.ask(actor(who), case_id=case_id, full=full, reason=reason, now=NOW).id


def build(build_id: int) -> FileBuild:
    return db.session.get_one(FileBuild, build_id, populate_existing=True)


def put(case_id: int, kind: AttachmentKind, title: str, data: bytes) -> Attachment:
    return attachments.add_attachment(
        actor(CLERK), case_id=case_id, kind=kind, title=title, data=data, now=NOW
    )


def bound(case_id: int, build_id: int, who: str = CLERK) -> tuple[FileBuild, PdfReader]:
    row, data = file_builds.fetch(
        actor(who), case_id=case_id, build_id=build_id, kept=KEPT, now=NOW
    )
    assert row.sha256 == hashlib.sha256(data).hexdigest()
    return row, PdfReader(BytesIO(data))


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def starts(reader: PdfReader) -> list[tuple[str, int]]:
    """Each part's title and its first page, counted from 1, as the outline says."""
    return [(each.title, reader.get_destination_page_number(each) + 1) for each in reader.outline]


def full_file(world: World) -> tuple[int, int]:
    """A case with an agreement, a signed receipt, a photo and a paper nobody sorted."""
    debt = drafted(actor(CLERK), world)
    put(debt.case_id, AttachmentKind.OTHER, "其他材料", words("other", 2))
    put(debt.case_id, AttachmentKind.RECEIPT, "收条照片", picture("JPEG", (40, 30)))
    put(debt.case_id, AttachmentKind.EVIDENCE, "欠条复印件", words("evidence", 3))
    return debt.case_id, debt.agreement_id


def test_every_part_begins_on_the_page_the_contents_say(ctx: Flask, world: World) -> None:
    case_id, _ = full_file(world)
    build_id = ask(case_id, reason="归档")
    assert run() == 1
    row, reader = bound(case_id, build_id)
    assert row.state is BuildState.DONE
    pages = [page.extract_text() for page in reader.pages]
    assert row.pages == len(pages)
    for number, text in enumerate(pages, start=1):
        assert f"第 {number} 页 / Trang {number}" in text
    parts = starts(reader)
    assert squeezed(parts[0][0]).startswith("人民调解卷宗")
    assert parts[0][1] == 1
    assert "封底" in parts[-1][0]
    listed = squeezed(pages[parts[1][1] - 1])
    ends = [first - 1 for _, first in parts[1:]] + [len(pages)]
    for (title, first), last in list(zip(parts, ends, strict=True))[2:-1]:
        shown = f"{first}" if first == last else f"{first}–{last}"
        assert f"{squeezed(title.split(' · ')[-1])}{shown}" in listed, (title, shown)
        head = squeezed(title.split(" · ")[0])
        if title not in ("其他材料", "收条照片", "欠条复印件"):
            assert head in squeezed(pages[first - 1]), title


def test_attachments_lie_beside_the_papers_of_their_kind(ctx: Flask, world: World) -> None:
    case_id, _ = full_file(world)
    build_id = ask(case_id, reason="归档")
    run()
    _, reader = bound(case_id, build_id)
    titles = [title.split(" · ")[0] for title, _ in starts(reader)]
    evidence, record, other = (
        titles.index(each) for each in ("欠条复印件", "人民调解协议书", "其他材料")
    )
    assert evidence < record < titles.index("收条照片") < other == len(titles) - 2
    first = dict(starts(reader))["欠条复印件"]
    said = [reader.pages[first - 1 + n].extract_text() for n in range(3)]
    assert [f"evidence {n}" in text for n, text in enumerate(said, start=1)] == [True] * 3


def test_a_masked_file_names_attachments_and_shows_none(ctx: Flask, world: World) -> None:
    case_id, _ = full_file(world)
    build_id = ask(case_id)
    run()
    _, reader = bound(case_id, build_id)
    said = "".join(page.extract_text() for page in reader.pages)
    assert "evidence 1" not in said
    first = dict(starts(reader))["欠条复印件"]
    page = squeezed(reader.pages[first - 1].extract_text())
    assert "本卷为脱敏卷" in page
    assert "đãchethôngtincánhân" in page


@pytest.mark.parametrize(
    ("content", "zh", "vi"),
    [(locked(), "加密的PDF文件", "cómậtkhẩu"), (b"%PDF-1.7 nothing", "已损坏", "bịhỏng")],
)
def test_an_attachment_that_cannot_be_bound_has_a_page_that_says_so(
    ctx: Flask, world: World, content: bytes, zh: str, vi: str
) -> None:
    case = accepted()
    row = put(case.id, AttachmentKind.OTHER, "旧扫描件", words("was fine"))
    with transaction() as session:
        session.execute(update(Attachment).where(Attachment.id == row.id).values(content=content))
    build_id = ask(case.id, reason="归档")
    run()
    assert build(build_id).state is BuildState.DONE
    _, reader = bound(case.id, build_id)
    page = squeezed(reader.pages[dict(starts(reader))["旧扫描件"] - 1].extract_text())
    assert zh in page
    assert vi in page


def test_a_withdrawn_attachment_is_not_bound(ctx: Flask, world: World) -> None:
    case = accepted()
    row = put(case.id, AttachmentKind.OTHER, "错的", words("wrong"))
    attachments.withdraw_attachment(
        actor(CLERK), case_id=case.id, attachment_id=row.id, reason="放错", now=NOW
    )
    build_id = ask(case.id, reason="归档")
    run()
    _, reader = bound(case.id, build_id)
    assert "错的" not in dict(starts(reader))


def test_the_vietnamese_file_is_bound_too(ctx: Flask, world: World) -> None:
    case = received("clerk.hvt")
    build_id = ask(case.id, "clerk.hvt")
    run()
    _, reader = bound(case.id, build_id, "clerk.hvt")
    titles = [title for title, _ in starts(reader)]
    assert any("Sổ theo dõi" in title for title in titles)
    assert "Bìa sau" in titles[-1]


def test_asked_twice_it_is_bound_once(ctx: Flask, world: World) -> None:
    case = received()
    assert ask(case.id) == ask(case.id)
    assert run() == 1
    assert run() == 0
    assert ask(case.id) != 1


def test_whole_numbers_need_a_right_and_a_reason(ctx: Flask, world: World) -> None:
    case = received()
    with pytest.raises(RuleBroken) as broken:
        file_builds.ask(actor(CLERK), case_id=case.id, full=True, reason=" ", now=NOW)
    assert codes(broken.value) == {PaperRefusal.REVEAL_REASON}
    with pytest.raises(NotPermitted):
        ask(case.id, "auditor.guangxi", reason="抽查")
    ask(case.id, reason="移送法院")
    entry = entries_of_case(case.id)[-1]
    assert (entry.action, entry.reason) == ("mediation:whole_file:full_asked", "移送法院")


def test_a_file_with_whole_numbers_is_its_askers_alone(ctx: Flask, world: World) -> None:
    case = received()
    give(case.id, "韦国强", Duty.PRESIDING)
    full, masked = ask(case.id, reason="归档"), ask(case.id)
    run()
    for who in ("clerk2.youyi", "mediator.youyi", "reviewer.pingxiang"):
        with pytest.raises(NotFound):
            file_builds.fetch(actor(who), case_id=case.id, build_id=full, kept=KEPT, now=NOW)
        assert [row.id for row in builds_of(actor(who), case)] == [masked]
        bound(case.id, masked, who)
    assert [row.id for row in builds_of(actor(CLERK), case)] == [masked, full]


def test_who_may_not_read_the_case_gets_nothing(ctx: Flask, world: World) -> None:
    case = received()
    build_id = ask(case.id)
    run()
    for who in ("clerk.pingmeng", "clerk.hvt", "mediator.youyi"):
        with pytest.raises(NotFound):
            ask(case.id, who)
        with pytest.raises(NotFound):
            file_builds.fetch(actor(who), case_id=case.id, build_id=build_id, kept=KEPT, now=NOW)


def test_fetching_leaves_an_entry(ctx: Flask, world: World) -> None:
    case = received()
    build_id = ask(case.id)
    with pytest.raises(NotFound):
        file_builds.fetch(actor(CLERK), case_id=case.id, build_id=build_id, kept=KEPT, now=NOW)
    run()
    bound(case.id, build_id)
    assert entries_of_case(case.id)[-1].action == "mediation:whole_file:opened"


def test_what_was_cut_off_is_taken_up_again(
    ctx: Flask, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    case_id, _ = full_file(world)
    build_id = ask(case_id)

    class PowerCut(BaseException):
        pass

    def cut(*_args: object, **_named: object) -> None:
        raise PowerCut

    with monkeypatch.context() as broken:
        broken.setattr(whole_file, "bind", cut)
        with pytest.raises(PowerCut):
            run()
    row = build(build_id)
    assert (row.state, row.attempt) == (BuildState.RUNNING, 1)
    assert 0 < row.done < row.total
    assert run() == 0  # whoever is at it may still be alive
    later = row.beat_at + STALE + timedelta(seconds=1)
    assert run(later) == 1
    assert build(build_id).state is BuildState.DONE
    assert build(build_id).attempt == 2


def test_two_workers_at_the_same_moment_bind_it_once(app: Flask, world: World) -> None:
    with app.app_context():
        build_id = ask(received().id)
    ready = Barrier(2)

    def work() -> int:
        with app.app_context():
            ready.wait()
            return run()

    with ThreadPoolExecutor(2) as pool:
        done = [each.result() for each in [pool.submit(work) for _ in range(2)]]
    with app.app_context():
        row = build(build_id)
        assert (sum(done), row.attempt, row.state) == (1, 1, BuildState.DONE)


def test_one_that_never_ends_is_given_up(ctx: Flask, world: World) -> None:
    case = received()
    build_id = ask(case.id)
    with transaction() as session:
        session.execute(
            update(FileBuild).values(state=BuildState.RUNNING, attempt=3, beat_at=NOW - 2 * STALE)
        )
    assert run() == 0
    row = build(build_id)
    assert (row.state, row.failure) == (BuildState.FAILED, BuildFailure.GIVEN_UP)


def test_an_overtaken_attempt_writes_nothing(
    ctx: Flask, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = received()
    build_id = ask(case.id)
    real = whole_file.bind

    def slow(*args: object, **named: object) -> bytes:
        with transaction() as session:  # another worker takes it over meanwhile
            session.execute(update(FileBuild).values(attempt=FileBuild.attempt + 1))
        return real(*args, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(whole_file, "bind", slow)
    run()
    row = build(build_id)
    assert (row.state, row.content, row.attempt) == (BuildState.RUNNING, None, 2)


def test_a_fault_is_told_and_stops_nobody_else(
    ctx: Flask, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = received(), received()
    broken, fine = ask(first.id), ask(second.id)
    real = file_binding.bound_file

    def picky(case: Case, **named: object) -> object:
        if case.id == first.id:
            raise ValueError("no such form")
        return real(case, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(file_binding, "bound_file", picky)
    assert run() == 2
    assert build(broken).failure is BuildFailure.CRASHED
    assert build(fine).state is BuildState.DONE


def test_who_lost_the_right_meanwhile_gets_no_file(
    ctx: Flask, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = received()
    give(case.id, "韦国强", Duty.PRESIDING)
    build_id = ask(case.id, "mediator.youyi")
    with transaction() as session:
        session.execute(update(FileBuild).values(asked_by_id=world.users["clerk.pingmeng"]))
    run()
    assert build(build_id).failure is BuildFailure.NOT_PERMITTED


def test_attachments_beyond_measure_are_refused_in_words(
    ctx: Flask, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    case_id, _ = full_file(world)
    monkeypatch.setattr(whole_file, "LARGEST", 100)
    full, masked = ask(case_id, reason="归档"), ask(case_id)
    run()
    assert build(full).failure is BuildFailure.TOO_LARGE
    assert build(masked).state is BuildState.DONE


def test_what_is_ready_is_kept_a_while_and_then_let_go(ctx: Flask, world: World) -> None:
    case = received()
    build_id = ask(case.id)
    run()
    run(NOW + KEPT)
    row = build(build_id)
    assert row.finished_at is not None
    run(row.finished_at + KEPT + timedelta(minutes=1))
    row = build(build_id)
    assert (row.state, row.content) == (BuildState.DROPPED, None)
    with pytest.raises(NotFound):
        file_builds.fetch(actor(CLERK), case_id=case.id, build_id=build_id, kept=KEPT, now=NOW)
