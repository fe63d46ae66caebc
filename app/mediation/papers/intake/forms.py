"""What do the papers that open a case say? Application, acceptance, rights, enquiry, evidence."""

from app.kernel.bilingual import Bilingual
from app.mediation.kinds import Duty, PartyRole
from app.mediation.models import Party
from app.mediation.papers.composing import Composing, Data, joined, plain
from app.mediation.papers.values import BLANK, PaperText, pair, same, told
from app.mediation.papers.wording import date_both, full_both
from app.mediation.queries.case_file import evidence_of
from app.reference.models import CodeList

EVIDENCE_KINDS = {
    "document": PaperText("书证", "Tài liệu"),
    "photo": PaperText("照片", "Ảnh"),
    "object": PaperText("物证", "Vật chứng"),
    "recording": PaperText("视听资料", "Băng ghi âm, ghi hình"),
    "testimony": PaperText("证人证言", "Lời khai của người làm chứng"),
    "on_site": PaperText("现场记录", "Biên bản tại chỗ"),
}


def application(c: Composing, _subject: int | None) -> Data:
    """人民调解申请书: the applicant's words, signed by the applicant."""
    return c.head(
        applicants=c.parties(PartyRole.APPLICANT),
        respondents=c.parties(PartyRole.RESPONDENT),
        related=c.parties(PartyRole.RELATED),
        facts=told(c.case.facts),
        requests=told(c.case.requests),
        claimed=full_both(c.case.claimed),
        interpreters=c.interpreters(),
        signers=plain(c.party_signers(PartyRole.APPLICANT)),
        signed_on=date_both(c.case.received_on),
    )


def acceptance_form(c: Composing, _subject: int | None) -> Data:
    """人民调解受理登记表: what the committee takes in, from whom, and why."""
    case = c.case
    return c.head(
        received_on=date_both(case.received_on),
        accepted_on=date_both(case.accepted_on),
        parties=c.lines(),
        dispute=_dispute(c),
        sources=c.choices(CodeList.CASE_SOURCE, case.source),
        facts=told(case.facts),
        claimed=full_both(case.claimed),
        interpreters=c.interpreters(),
        place=_place(c),
        signers=plain(c.party_signers()),
        remarks=_remarks(c),
    )


def rights_notice(c: Composing, _subject: int | None) -> Data:
    """当事人权利义务告知书: read to each party, with the day and language it was read in."""
    return c.head(
        told=[_told(c, each) for each in c.case.parties], signers=plain(c.party_signers())
    )


def investigation_record(c: Composing, _subject: int | None) -> Data:
    """人民调解调查记录: the register keeps no enquiries, so questions are filled in by pen."""
    return c.head(
        matter=c.title_of_case() if c.case.parties else BLANK,
        place=_place(c),
        interpreters=c.interpreters(),
        recorders=plain(c.signers(Duty.RECORDER)),
    )


def evidence_list(c: Composing, _subject: int | None) -> Data:
    """人民调解证据材料: each piece with where it came from."""
    rows = [
        {
            "title": same(each.title),
            "source": same(each.source),
            "kind": EVIDENCE_KINDS.get(each.kind, same(each.kind)),
            "pages": "" if each.pages is None else str(each.pages),
        }
        for each in evidence_of(c.case.id)
    ]
    return c.head(rows=rows)


def _told(c: Composing, party: Party) -> Data:
    spoken = c.code(CodeList.SPOKEN_LANGUAGE, party.rights_language)
    return {
        "name": c.names([party]),
        "role": c.words(party.role),
        "nationality": c.code(CodeList.NATIONALITY, party.nationality),
        "on": date_both(party.rights_told_on),
        "language": spoken,
    }


def _dispute(c: Composing) -> PaperText:
    """The type of the side's own return, and the cross-border type where one was named."""
    case = c.case
    return joined(
        c.code(CodeList.DISPUTE_TYPE, case.cn_type),
        c.code(CodeList.VN_SCOPE, case.vn_scope) if not case.cn_type else BLANK,
        c.code(CodeList.DISPUTE_SUBTYPE, case.border_subtype),
        zh="，",
        vi="; ",
    )


def _place(c: Composing) -> PaperText:
    case = c.case
    marker = case.boundary_marker
    near = PaperText(f"第{marker}号界碑附近", f"gần mốc giới số {marker}") if marker else BLANK
    divisions = [pair(each.name) for each in (case.cn_division, case.vn_division) if each]
    return joined(*divisions, same(case.place), near, zh="，", vi=", ")


def _remarks(c: Composing) -> PaperText:
    """The register's own number and who referred the case: the form has no box for them."""
    case, parts = c.case, []
    if case.registered_no:
        parts.append(
            PaperText(f"登记号：{case.registered_no}", f"Số đăng ký: {case.registered_no}")
        )
    if case.referred_by:
        letter = Bilingual(case.referral_letter_no, case.referral_letter_no)
        by = PaperText(f"移送单位：{case.referred_by}", f"Cơ quan chuyển đến: {case.referred_by}")
        parts.append(joined(by, pair(letter), zh="，", vi=", "))
    if case.entered_afterwards:
        parts.append(PaperText("事后补录", "Nhập sau"))
    return joined(*parts, zh="；", vi="; ")
