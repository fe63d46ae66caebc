"""Anybody may ask whether a paper is ours, and learns its number, its date and nothing else."""

import random
import re
from datetime import timedelta
from io import BytesIO

import pytest
from flask import Flask
from pypdf import PdfWriter

from app.accounts.throttle import WINDOW
from app.documents.pdf_words import words_of
from app.documents.pdf_words_apart import LONGEST
from app.documents.qr import qr_svg
from app.kernel.country import Country
from app.kernel.errors import RuleBroken
from app.mediation.models import IssuedPaper
from app.mediation.papers.catalogue import agreement_ref
from app.mediation.rules.papers import (
    PaperRefusal,
    Sameness,
    Standing,
    digits_meant,
    serial_meant,
    serials_in,
)
from app.mediation.services import issuing, paper_check
from app.mediation.services.issuing import Copy
from app.mediation.services.paper_check import TRIES, Verdict
from tests.documents.test_pdf_parts import hostile, locked, words, written
from tests.factories import NOW, World, actor
from tests.mediation.settling import drafted
from tests.mediation.stages import codes
from tests.pages import Reader, text_of

HERE = "203.0.113.9"
BASE = "https://hoa.example"


def issued(world: World) -> tuple[IssuedPaper, bytes]:
    """The sheet of 阮文雄 against 韦大山."""
    clerk = actor("clerk.youyi")
    debt = drafted(clerk, world)
    ref = agreement_ref(debt.agreement)
    return issuing.issue(
        clerk, case_id=debt.case_id, ref=ref, copy=Copy(Country.CN), base_url=BASE, now=NOW
    )


def taken_back(row: IssuedPaper) -> None:
    issuing.withdraw(
        actor("clerk.youyi"), case_id=row.case_id, issued_id=row.id, reason="韦大山要求", now=NOW
    )


def by_number(serial: str, digits: str) -> Verdict:
    return paper_check.check_paper(serial, digits, address=HERE, now=NOW)


def by_file(data: bytes) -> Verdict:
    return paper_check.check_file(data, address=HERE, now=NOW)


def edited(pdf: bytes) -> bytes:
    """The same paper after somebody has put a page to it."""
    writer = PdfWriter(clone_from=BytesIO(pdf))
    writer.add_blank_page(595, 842)
    return written(writer)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("7K3QX0M2AB", "7K3QX0M2AB"),
        (" 7k3qx-0m2ab ", "7K3QX0M2AB"),
        ("7K3QXOM2AB", "7K3QX0M2AB"),  # the letter O for nought
        ("iL3QX0M2AB", "113QX0M2AB"),  # I and L for one
        ("7K3QX0M2A", ""),
        ("7K3QX0M2AU", ""),
        ("阮文雄阮文雄阮文雄阮", ""),
        ("7K3QX0M2A\0", ""),
    ],
)
def test_a_serial_is_understood_as_people_type_it(typed: str, meant: str) -> None:
    assert serial_meant(typed) == meant


def test_a_check_code_needs_eight_digits() -> None:
    assert digits_meant("0f3a 99bc") == "0f3a99bc"
    assert [digits_meant(each) for each in ("", "0f3a99b", "0f3a99bz", "0" * 65)] == [""] * 4


def test_serials_are_found_in_any_text() -> None:
    text = "编号 · Mã số: 7K3QX0M2AB 校验码 0F3A99BC00112233 7K3QX0M2AB ABCDEFGH12X"
    assert serials_in(text) == ["7K3QX0M2AB"]


def test_a_paper_is_issued_then_withdrawn_and_any_other_is_unknown(
    ctx: Flask, world: World
) -> None:
    row, _ = issued(world)
    serial, digest, day = row.serial, row.data_digest, row.issued_on
    told = Verdict(Standing.ISSUED, None, serial, day)
    for digits in (digest[:8], digest[:16], digest[:32].upper(), digest):
        assert by_number(serial, digits) == told
    wrong = "0" if digest[7] != "0" else "1"
    guesses = [(serial, digest[:7]), (serial, digest[:7] + wrong), (serial, ""), ("", "")]
    guesses += [("0000000000", digest), ("不存在", "阿" * 40), (serial * 9, digest)]
    for asked in guesses:
        assert by_number(*asked) == Verdict(), asked
    taken_back(row)
    assert by_number(serial, digest[:16]) == Verdict(Standing.WITHDRAWN, None, serial, day)


def test_a_file_is_identical_changed_or_unknown(ctx: Flask, world: World) -> None:
    row, pdf = issued(world)
    serial, day = row.serial, row.issued_on
    assert by_file(pdf) == Verdict(Standing.ISSUED, Sameness.IDENTICAL, serial, day)
    for other in (edited(pdf), pdf + b"\n"):
        assert by_file(other) == Verdict(Standing.ISSUED, Sameness.CHANGED, serial, day)
    assert by_file(words("another paper")) == Verdict(sameness=Sameness.UNKNOWN)
    taken_back(row)
    assert by_file(pdf) == Verdict(Standing.WITHDRAWN, Sameness.IDENTICAL, serial, day)


def test_the_words_of_the_paper_itself_bear_its_serial(ctx: Flask, world: World) -> None:
    row, pdf = issued(world)
    assert serials_in(words_of(pdf)) == [row.serial]


def huge_drawing() -> bytes:
    writer = PdfWriter(clone_from=BytesIO(words("7K3QX0M2AB")))
    contents = writer.pages[0]["/Contents"].get_object()
    contents.set_data(contents.get_data() + b" 0 0 m" * LONGEST)
    return written(writer)


HOSTILE = {
    "empty": b"",
    "program": b"MZ\x90\x00" + b"\0" * 500,
    "head only": b"%PDF-",
    "cut": words("cut")[:300],
    "locked": locked(),
    "scripted": hostile(),
    "huge drawing": huge_drawing(),
    "no page": written(PdfWriter()),
    "endless brackets": b"%PDF-1.7\n1 0 obj\n" + b"[" * 100_000,
    "loop": b"%PDF-1.4\nxref\n0 1\n0000000000 65535 f \n"
            b"trailer<</Size 1/Prev 9>>\nstartxref\n9\n%%EOF",
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_merely_unknown(ctx: Flask, world: World, name: str) -> None:
    assert by_file(HOSTILE[name]) == Verdict(sameness=Sameness.UNKNOWN)


def test_a_file_with_bytes_gone_wrong_never_hurts(ctx: Flask, world: World) -> None:
    _, pdf = issued(world)
    chance = random.Random(20261123)
    for _ in range(8):  # each is read in a process of its own
        spoiled = bytearray(pdf)
        for _ in range(chance.choice((1, 20, 500))):
            spoiled[chance.randrange(len(spoiled))] = chance.randrange(256)
        words_of(bytes(spoiled[: chance.choice((len(spoiled), chance.randrange(len(spoiled))))]))


def test_one_address_asks_only_so_often(ctx: Flask, world: World) -> None:
    for _ in range(TRIES):
        by_number("0000000000", "0" * 16)
    for ask in (lambda: by_number("0000000000", "0" * 16), lambda: by_file(b"")):
        with pytest.raises(RuleBroken) as refused:
            ask()
        assert codes(refused.value) == {PaperRefusal.TOO_MANY_CHECKS}
    paper_check.check_paper("0000000000", "0" * 16, address="203.0.113.10", now=NOW)
    later = NOW + WINDOW + timedelta(seconds=1)
    assert paper_check.check_paper("0", "0", address=HERE, now=later) == Verdict()


# What must never be told to a stranger.
CANARIES = ("阮文雄", "韦大山", "韦国强", "clerk.youyi", "友谊", "12000", "货款", "协议", "要求",
            "人调字", "登记", "Hữu Nghị", "thỏa thuận")  # fmt: skip


@pytest.mark.parametrize("language", ["zh", "vi"])
def test_a_stranger_learns_number_and_date_and_nothing_else(
    app: Flask, world: World, language: str
) -> None:
    with app.app_context():
        row, pdf = issued(world)
        serial, digest, case_id = row.serial, row.data_digest, row.case_id
    stranger = Reader(app, language)
    day = {"zh": "2026年11月23日", "vi": "23/11/2026"}[language]
    upload = {"file": (BytesIO(pdf), "阮文雄.pdf")}
    changed = {"file": (BytesIO(edited(pdf)), "a.pdf")}
    pages = [stranger.get(f"/check/{serial}/{digest[:32]}")]
    pages += [stranger.post("/check/file", sent).get_data(as_text=True)
              for sent in (upload, changed)]  # fmt: skip
    with app.app_context():
        taken_back(IssuedPaper.query.filter_by(serial=serial).one())
    pages.append(stranger.get(f"/check/{serial}/{digest[:32]}"))
    for page in pages:
        said = text_of(page)
        assert serial in said
        assert day in said
        assert not [each for each in CANARIES if each in page]
        assert f"/cases/{case_id}" not in page
    verdicts = {"zh": ("已出具", "与原件一致", "与原件不一致", "已撤回"),
                "vi": ("Đã phát hành", "Giống bản gốc", "Khác bản gốc", "Đã thu hồi")}  # fmt: skip
    for page, verdict in zip(pages, verdicts[language], strict=True):
        assert re.search(f"<h1[^>]*>{verdict}</h1>", page)


@pytest.mark.parametrize(
    ("language", "unknown"), [("zh", "查无此件"), ("vi", "Không có thông tin")]
)
def test_what_is_typed_leads_to_the_address_of_the_qr_code(
    app: Flask, world: World, language: str, unknown: str
) -> None:
    with app.app_context():
        row, _ = issued(world)
        serial, digest = row.serial, row.data_digest
    stranger = Reader(app, language)
    stranger.get("/check")
    answer = stranger.post("/check", {"serial": serial.lower(), "digits": f" {digest[:16]} "})
    assert answer.location == f"/check/{serial}/{digest[:16]}"
    assert serial in text_of(stranger.follow(answer))
    said = text_of(stranger.post("/check", {"serial": "?", "digits": "?"}).get_data(as_text=True))
    assert unknown in said
    assert stranger.post("/check", {}).status_code == 422
    assert stranger.post("/check/file", {}).status_code == 422
    assert unknown in stranger.get("/check/0000000000/0000000000000000")
    assert unknown in stranger.get("/check/%00%FF/../x".replace("/../", "/"))


def test_the_qr_code_leads_to_the_check_page(ctx: Flask, world: World) -> None:
    row, _ = issued(world)
    assert issuing.link_of(row, BASE) == f"{BASE}/check/{row.serial}/{row.data_digest[:32]}"
    assert issuing.link_of(row, f"{BASE}/") == issuing.link_of(row, BASE)
    assert "<svg" in qr_svg(issuing.link_of(row, BASE))


def test_too_many_questions_meet_a_page(app: Flask, world: World) -> None:
    stranger = Reader(app)
    for _ in range(TRIES):
        stranger.http.get("/check/0000000000/00000000")
    stranger.get("/check/0000000000/00000000", status=429)
    stranger.get("/check")


def test_a_file_that_is_too_large_meets_a_page(app: Flask, world: World) -> None:
    app.config["MAX_CONTENT_LENGTH"], before = 1000, app.config["MAX_CONTENT_LENGTH"]
    try:
        sent = {"file": (BytesIO(b"%PDF-" + b"0" * 5000), "a.pdf")}
        assert Reader(app).post("/check/file", sent).status_code == 413
    finally:
        app.config["MAX_CONTENT_LENGTH"] = before
