"""The agreement prints all it was told, in both languages, and leaves lines for what it was not."""

import unicodedata
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from app.mediation.papers.agreement import (
    AgreementPaper,
    PaperParty,
    PaperTerm,
    PaperText,
    agreement_data,
    agreement_pdf,
)

RARE_NAME = "𠮷㛃龘"  # outside the characters most fonts have
INJECTION = '#panic("x") *a* $1$ [b]'
NEVER_BEGIN_A_LINE = "，。、；：？！）》”’,.;:!?)"


def lines_of(pdf: bytes) -> list[str]:
    pages = PdfReader(BytesIO(pdf)).pages
    text = "\n".join(page.extract_text() for page in pages)
    return unicodedata.normalize("NFC", text).splitlines()


def squeezed(pdf: bytes) -> str:
    """All text without any space, since a column may break a line anywhere."""
    return "".join("".join(lines_of(pdf)).split())


def says(pdf: bytes, *phrases: str) -> bool:
    text = squeezed(pdf)
    missing = [phrase for phrase in phrases if "".join(phrase.split()) not in text]
    assert not missing, missing
    return True


@pytest.fixture(scope="module")
def chinese_copy(sample_agreement) -> bytes:
    return agreement_pdf(sample_agreement())


@pytest.fixture(scope="module")
def vietnamese_copy(sample_agreement) -> bytes:
    return agreement_pdf(sample_agreement(side="VN"))


def test_paper_says_the_same_things_in_both_languages(chinese_copy):
    assert says(
        chinese_copy,
        "人民调解协议书",
        "Văn bản hòa giải thành",
        "（2026）平孟人调字第12号",
        "平孟镇人民调解委员会",
        "阮文雄",
        "Nguyễn Văn Hùng",
        RARE_NAME,
        "004*******45",
        "1985年2月5日",
        "ngày 05 tháng 02 năm 1985",
        "7,000.00",
        "7.000,00",
        "12,000.00元（人民币壹万贰仟元整）",
        "12.000,00 nhân dân tệ (mười hai nghìn nhân dân tệ chẵn)",
        "2027年2月1日",
        "1元=3,652.5越南盾",
        "本协议书一式4份",
        "được lập thành 4 bản",
        "两种文本具有同等效力",
        "翻译人员",
        "Người ghi biên bản",
    )


def test_each_copy_names_its_own_side_first(chinese_copy, vietnamese_copy):
    chinese, vietnamese = " ".join(lines_of(chinese_copy)), " ".join(lines_of(vietnamese_copy))
    assert chinese.index("协议内容") < chinese.index("Nội dung thỏa thuận")
    assert vietnamese.index("Nội dung thỏa thuận") < vietnamese.index("协议内容")


def test_state_name_of_vietnam_stands_on_papers_of_its_own_bodies_only(
    vietnamese_copy, sample_agreement
):
    motto = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    issued_there = agreement_pdf(sample_agreement(side="VN", issuer="VN"))
    assert motto in " ".join(lines_of(issued_there))
    assert motto not in " ".join(lines_of(vietnamese_copy))


def test_unconfirmed_translation_is_marked_and_a_confirmed_one_is_not(
    chinese_copy, sample_agreement
):
    confirmed = tuple(
        replace(term, text=replace(term.text, unconfirmed=None))
        for term in sample_agreement().terms
    )
    assert squeezed(chinese_copy).count("译文未经确认") == 2
    assert squeezed(chinese_copy).count("Bảndịchchưađượcxácnhận") == 2
    assert "译文未经确认" not in squeezed(agreement_pdf(sample_agreement(terms=confirmed)))


def test_unconfirmed_translation_of_an_obligation_is_marked(sample_agreement):
    paper = sample_agreement(terms=())
    marked = replace(paper.obligations[2].what, unconfirmed="vi")
    owed = (replace(paper.obligations[2], what=marked),)
    assert squeezed(agreement_pdf(replace(paper, obligations=owed))).count("译文未经确认") == 1


@pytest.mark.parametrize(
    ("prevails", "zh", "vi"),
    [
        ("zh", "以中文文本为准", "lấy tiếng Trung làm căn cứ"),
        ("vi", "以越南文文本为准", "lấy tiếng Việt làm căn cứ"),
    ],
)
def test_paper_says_which_text_prevails(prevails, zh, vi, sample_agreement):
    assert says(agreement_pdf(sample_agreement(prevails=prevails)), zh, vi)


def test_demonstration_says_so_on_every_page_and_a_real_paper_never(chinese_copy, sample_agreement):
    pages = PdfReader(BytesIO(chinese_copy)).pages
    assert all("演示数据" in page.extract_text() for page in pages)
    assert all("Dữ liệu minh họa" in page.extract_text() for page in pages)
    assert "演示数据" not in squeezed(agreement_pdf(sample_agreement(demo=False)))


def test_every_page_carries_number_and_count_in_both_languages(chinese_copy):
    pages = PdfReader(BytesIO(chinese_copy)).pages
    for at, page in enumerate(pages, start=1):
        text = "".join(page.extract_text().split())
        assert f"第{at}页共{len(pages)}页" in text
        assert f"Trang{at}/{len(pages)}" in text
        assert "（2026）平孟人调字第12号" in text


def test_no_line_begins_with_a_closing_mark(
    chinese_copy, vietnamese_copy, sample_agreement, long_term
):
    for pdf in (
        chinese_copy,
        vietnamese_copy,
        agreement_pdf(sample_agreement(terms=(long_term(9),))),
    ):
        wrong = [line for line in lines_of(pdf) if line.strip()[:1] in set(NEVER_BEGIN_A_LINE)]
        assert wrong == []


def test_short_clause_is_not_split_between_pages_and_a_long_one_is_whole(
    sample_agreement, long_term
):
    short = PaperTerm(PaperText("各方确认边界不变；围栏各修一半，不得自行处置。" * 3, "Hai bên."))
    terms = (short,) * 40
    for page in PdfReader(BytesIO(agreement_pdf(sample_agreement(terms=terms)))).pages:
        text = "".join(page.extract_text().split())
        assert text.count("各方确认") == text.count("不得自行处置")
    endless = squeezed(agreement_pdf(sample_agreement(terms=(long_term(14),))))
    assert endless.count("各方确认") == 14


def test_name_that_looks_like_markup_is_printed_as_it_is(sample_agreement):
    party = PaperParty(PaperText("申请人", "Bên yêu cầu"), name=INJECTION)
    assert says(agreement_pdf(sample_agreement(parties=(party,))), INJECTION)


def test_parties_sign_in_person_where_nobody_else_is_named(sample_agreement):
    data = agreement_data(sample_agreement(party_signers=()))
    assert [signer["name"]["vi"] for signer in data["party_signers"]] == [
        "Nguyễn Văn Hùng",
        "Ji Jie Da",
    ]


def test_paper_prints_before_anything_is_known():
    blank = AgreementPaper(
        side="VN",
        issuer="VN",
        number=PaperText(),
        committee=PaperText(),
        parties=(PaperParty(PaperText("申请人", "Bên yêu cầu"), name=""),),
        facts=PaperText(),
        terms=(),
        printed_on=date(2026, 11, 22),
    )
    assert says(agreement_pdf(blank), "Điều 1.", "调解员", "Người ghi biên bản", "指印")


def test_same_agreement_gives_the_same_bytes(chinese_copy, sample_agreement):
    assert agreement_pdf(sample_agreement()) == chinese_copy
