"""Where does a letter stand, what does it say, and what may it tell of the case?"""

import hashlib
from datetime import date

from app.kernel.bilingual import Bilingual
from app.kernel.country import Country
from app.kernel.errors import NotFound, Refusal
from app.mediation.kinds import LetterKind, PartyKind
from app.mediation.models import Case, Letter, Party
from app.mediation.queries.case_file import letters_of
from app.mediation.queries.disclosures import disclosure_state, for_letter, without_consent
from app.mediation.rules.disclosures import DisclosureState, consent_refusals
from app.mediation.rules.letter_text import LetterData, Named
from app.mediation.rules.letters import (
    LetterFacts,
    LetterRefusal,
    LetterStage,
    LetterText,
    is_named,
    stage_of,
)
from app.reference import queries as reference
from app.reference.models import CodeList


def get_letter(case: Case, letter_id: int) -> Letter:
    """Raises NotFound for one of another case."""
    for row in letters_of(case.id):
        if row.id == letter_id:
            return row
    raise NotFound(letter=letter_id)


def letter_facts(row: Letter, today: date) -> LetterFacts:
    asked = for_letter(row.id) if row.needs_approval else None
    return LetterFacts(
        is_draft=row.is_draft,
        has_arrived=row.received_on is not None,
        is_answered=row.answered_on is not None,
        is_withdrawn=row.withdrawn_at is not None,
        approval=disclosure_state(asked, today) if asked else None,
    )


def stage_of_letter(row: Letter, today: date) -> LetterStage:
    return stage_of(letter_facts(row, today))


def is_out(row: Letter) -> bool:
    """Whether it went out or came in, and stands."""
    return not row.is_draft and row.withdrawn_at is None


def letter_text(row: Letter) -> LetterText:
    text = row.text
    return LetterText(
        subject_zh=row.subject_zh,
        subject_vi=row.subject_vi,
        zh=text.text_in("zh") if text else "",
        vi=text.text_in("vi") if text else "",
    )


def digest_of_letter(row: Letter) -> str:
    """SHA-256 of what a reviewer approves: to whom, a number typed by hand, and every word."""
    to = (row.kind.value, str(row.addressee_id), row.correspondent)
    parts = (*to, row.number, letter_text(row).all_of_it)
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()


def printing_refusals(case: Case, letter_id: int | None) -> list[Refusal]:
    """Why a letter is not issued as a paper: it has no number yet, or a consent has fallen."""
    row = get_letter(case, letter_id or 0)
    if row.is_draft:
        return [Refusal(LetterRefusal.NOT_SENT)]
    missing = without_consent(case) if row.needs_approval else ()
    return consent_refusals(True, missing)


def copying_refusals(row: Letter, today: date) -> list[Refusal]:
    """Why there is no editable copy: what names a person leaves the house only as approved."""
    if not row.needs_approval:
        return []
    if row.is_draft and letter_facts(row, today).approval is not DisclosureState.APPROVED:
        return [Refusal(LetterRefusal.NOT_APPROVED)]
    return consent_refusals(True, without_consent(row.case))


def is_other_sides(case: Case, typed: str) -> bool:
    """Whether an addressee typed by hand is an authority of the other country."""
    others = reference.organisations(case.country.other)
    return is_named(typed, (name for each in others for name in (each.name.zh, each.name.vi)))


def names_of_people(case: Case) -> tuple[str, ...]:
    """Every name under which a party or who acts for one could stand in a text."""
    found: list[str] = []
    for party in case.parties:
        found += [party.name, party.name_han, party.name_latin, party.representative_name]
    return tuple(filter(None, found))


def letter_data(
    case: Case, kind: LetterKind, *, names_people: bool, reason: str = ""
) -> LetterData:
    """What the usual text of a letter is made from."""
    facts = case.facts
    told = facts if facts is not None and kind is LetterKind.TRANSFER else None
    nations = reference.code_names(CodeList.NATIONALITY)
    return LetterData(
        kind=kind,
        number=case.number,
        received_on=case.received_on,
        dispute_type=_type(case),
        place=_place(case),
        parties=tuple(_named(party, nations) for party in case.parties),
        names_people=names_people,
        facts=Bilingual(told.text_in("zh"), told.text_in("vi")) if told else Bilingual(),
        reason=reason,
    )


def _named(party: Party, nations: dict[str, Bilingual]) -> Named:
    name = Bilingual(party.name_han or party.name, party.name_latin or party.name)
    nation = nations.get(party.nationality, Bilingual())
    return Named(party.role, name, nation, is_body=party.kind is not PartyKind.NATURAL)


def _type(case: Case) -> Bilingual:
    """As the case's own side counts it, with what it is about across the border."""
    is_chinese = case.country is Country.CN
    kind = CodeList.DISPUTE_TYPE if is_chinese else CodeList.VN_SCOPE
    own = reference.code_names(kind).get(case.cn_type if is_chinese else case.vn_scope)
    more = reference.code_names(CodeList.DISPUTE_SUBTYPE).get(case.border_subtype)
    found = [each for each in (own, more) if each is not None]
    return Bilingual(
        " · ".join(each.in_("zh") for each in found), " · ".join(each.in_("vi") for each in found)
    )


def _place(case: Case) -> Bilingual:
    """The places of the register and the marker: what is typed may be in one language only."""
    places = [each.name for each in (case.cn_division, case.vn_division) if each is not None]
    zh, vi = [each.in_("zh") for each in places], [each.in_("vi") for each in places]
    if case.boundary_marker:
        zh.append(f"界碑{case.boundary_marker}")
        vi.append(f"mốc {case.boundary_marker}")
    return Bilingual(" · ".join(zh), " · ".join(vi))
