"""What do all papers of a case say alike: whose copy, which body, which people?

A composer takes a `Composing` and the subject of its paper and gives the data of its template.
"""

import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import date
from enum import Enum
from typing import Any

from app.kernel.country import Country
from app.kernel.identity import DocumentKind, mask
from app.mediation.kinds import MEDIATING_DUTIES, Duty, PartyKind, PartyRole
from app.mediation.models import Case, CaseMediator, Party
from app.mediation.papers.compose import Words, signers_of, signing
from app.mediation.papers.values import (
    BLANK,
    PaperSigner,
    PaperText,
    age_on,
    called,
    pair,
    same,
)
from app.mediation.papers.wording import Both, date_both
from app.reference import queries as reference
from app.reference.models import CodeList, Organisation

Data = dict[str, Any]
_LEVEL = re.compile(r"^(Xã|Phường|Thị trấn|Thị xã|Thành phố|Huyện|Tỉnh)\s+", re.IGNORECASE)


@dataclass(frozen=True)
class Composing:
    """One case told for one side's copy. Particulars are masked unless `reveal`."""

    case: Case
    side: Country
    words: Words
    printed_on: date
    reveal: bool = False
    _codes: dict[CodeList, dict[str, PaperText]] = field(default_factory=dict)

    def head(self, **more: Any) -> Data:
        """What stands on every sheet, and what this paper says besides."""
        case = self.case
        body = case.committee or case.office
        return {
            "first": "vi" if self.side is Country.VN else "zh",
            "issuer": case.country.value,
            "number": same(case.number if case.case_no else ""),
            "committee": pair(body.name),
            "demo": case.is_demo,
            "draft": False,
        } | more

    def code(self, kind: CodeList, code: str) -> PaperText:
        """What a code is called; a text that is none stands as it was typed."""
        if kind not in self._codes:
            names = reference.code_names(kind)
            self._codes[kind] = {key: pair(name) for key, name in names.items()}
        return self._codes[kind].get(code) or same(code)

    def choices(self, kind: CodeList, chosen: str) -> list[Data]:
        """Every value of a list, the chosen one ticked."""
        self.code(kind, chosen)
        return [
            {"words": words, "chosen": key == chosen} for key, words in self._codes[kind].items()
        ]

    def options(self, members: Iterable[Enum], chosen: Iterable[Enum | None]) -> list[Data]:
        """Every member, those that hold ticked."""
        held = set(chosen)
        return [{"words": self.words(each), "chosen": each in held} for each in members]

    # --- people --------------------------------------------------------------------------------

    def parties(self, *roles: PartyRole) -> list[Data]:
        """The parties of these roles, or all of them."""
        wanted = roles or tuple(PartyRole)
        return [self.party(each) for each in self.case.parties if each.role in wanted]

    def party(self, party: Party) -> Data:
        return self._who(party) | {
            "sex": self.words(party.sex),
            "age": self._age(party),
            "ethnic_group": self.code(CodeList.ETHNIC_GROUP, party.ethnic_group),
            "occupation": same(party.occupation),
            "phone": same(party.phone) if self.reveal else BLANK,
            "address": same(party.address) if self.reveal else BLANK,
            "representative": same(party.representative_name)
            if party.representative_name
            else None,
            "acting": self.words(party.representative_kind),
        }

    def lines(self) -> list[Data]:
        """Every party on one line, where the form has no room for more."""
        return [
            self._who(each)
            | {"sex_and_age": joined(self.words(each.sex), self.years(each), zh="，", vi=", ")}
            for each in self.case.parties
        ]

    def _who(self, party: Party) -> Data:
        return {
            "role": self.words(party.role),
            "name": party.name,
            "name_han": party.name_han,
            "name_latin": party.name_latin,
            "is_person": party.kind is PartyKind.NATURAL,
            "nationality": self.code(CodeList.NATIONALITY, party.nationality),
            "language": self.language(party),
            "document": self._document(party),
        }

    def _age(self, party: Party) -> PaperText:
        if party.birth_on is None:
            return BLANK
        years, born = self.years(party), date_both(party.birth_on)
        return PaperText(f"{years.zh}（{born['zh']}）", f"{years.vi} ({born['vi']})")

    def years(self, party: Party) -> PaperText:
        """The age on the day the case came in."""
        if party.birth_on is None:
            return BLANK
        years = age_on(party.birth_on, self.case.received_on or self.printed_on)
        return PaperText(f"{years}岁", f"{years} tuổi")

    def language(self, party: Party) -> PaperText:
        """What the party speaks, and whether somebody must interpret."""
        spoken = self.code(CodeList.SPOKEN_LANGUAGE, party.language)
        if not party.needs_interpreter:
            return spoken
        return joined(spoken, PaperText("需要翻译", "cần phiên dịch"), zh="，", vi=", ")

    def _document(self, party: Party) -> PaperText:
        if party.document_kind in (None, DocumentKind.NONE_SEEN):
            return BLANK
        number = party.document_number or ""
        shown = number if self.reveal else mask(number)
        return joined(self.words(party.document_kind), same(shown), zh=" ", vi=" ")

    def people(self, *duties: Duty) -> list[CaseMediator]:
        """Who has one of these duties in the case now."""
        serving = [each for each in self.case.mediators if each.ended_on is None]
        return [each for each in serving if each.duty in duties]

    def mediators(self) -> tuple[PaperSigner, ...]:
        return self.signers(*MEDIATING_DUTIES)

    def interpreters(self) -> list[Data]:
        """Every Chinese form that names parties says who interprets between them."""
        return plain(self.signers(Duty.INTERPRETER))

    def signers(self, *duties: Duty) -> tuple[PaperSigner, ...]:
        return signers_of(self.people(*duties), duties, self.words)

    def party_signers(self, *roles: PartyRole) -> list[PaperSigner]:
        wanted = roles or tuple(PartyRole)
        chosen = [each for each in self.case.parties if each.role in wanted]
        return [signer for each in chosen for signer in signing(each, self.words)]

    def names(self, people: Iterable[Party]) -> PaperText:
        return listed(called(each) for each in people)

    def title_of_case(self) -> PaperText:
        """申请人 against 被申请人, and about what: the name a file goes by."""
        case = self.case
        sides = [
            self.names(each for each in case.parties if each.role is role)
            for role in (PartyRole.APPLICANT, PartyRole.RESPONDENT)
        ]
        about = self.about()
        return PaperText(
            f"{sides[0].zh}与{sides[1].zh}{about.zh}",
            f"{about.vi} giữa {sides[0].vi} và {sides[1].vi}",
        )

    def about(self) -> PaperText:
        """The type of dispute, the finer word first where there is one."""
        case = self.case
        if case.border_subtype:
            return self.code(CodeList.DISPUTE_SUBTYPE, case.border_subtype)
        if case.cn_type:
            return self.code(CodeList.DISPUTE_TYPE, case.cn_type)
        return self.code(CodeList.VN_SCOPE, case.vn_scope)


def joined(*parts: PaperText, zh: str, vi: str) -> PaperText:
    """What is known of several, with each side's mark between."""
    return PaperText(
        zh.join(each.zh for each in parts if each.zh), vi.join(each.vi for each in parts if each.vi)
    )


def listed(parts: Iterable[PaperText]) -> PaperText:
    return joined(*parts, zh="、", vi=", ")


def with_names(person: CaseMediator) -> PaperText:
    """A mediator's or interpreter's name as each side reads it."""
    of = person.mediator
    return PaperText(of.name_han or of.name, of.name_latin or of.name)


def both(words: Both) -> PaperText:
    return PaperText(words["zh"], words["vi"])


def plain(signers: Iterable[PaperSigner]) -> list[Data]:
    return [asdict(each) for each in signers]


def seat_of(office: Organisation) -> str:
    """The place at the head of a Vietnamese paper: `Hoàng Văn Thụ`, without its level."""
    return _LEVEL.sub("", office.division.name.in_("vi"))
