"""What do the papers of the mediation itself say? Record, interpreter's statement, notice."""

from dataclasses import replace

from app.kernel.errors import NotFound
from app.mediation.kinds import (
    MEDIATING_DUTIES,
    Conflict,
    Duty,
    Route,
    SessionMode,
    SessionResult,
    SignatureKind,
)
from app.mediation.models import (
    Attendance,
    Case,
    CaseMediator,
    CaseMove,
    MediationSession,
    Party,
)
from app.mediation.papers.composing import (
    Composing,
    Data,
    joined,
    listed,
    plain,
    with_names,
)
from app.mediation.papers.values import BLANK, PaperSigner, PaperText, called, pair, same, told
from app.mediation.papers.wording import date_both, instant_both
from app.mediation.states import CaseAction
from app.reference.models import CodeList

NO_CONFLICT = PaperText("声明与本案无利害关系", "Cam đoan không có lợi ích liên quan đến vụ việc")


def mediation_record(c: Composing, subject: int | None) -> Data:
    """人民调解记录 of one session. Times are at the clock of the case's own side."""
    session = session_of(c.case, subject)
    country = c.case.country
    came = session.attendances
    others = [each for each in came if each.party is None and each.case_mediator is None]
    return c.head(
        session=session.number,
        starts=instant_both(session.starts_at, country),
        ends=instant_both(session.ends_at, country),
        place=same(session.place),
        modes=c.options(SessionMode, [session.mode]),
        is_open=session.is_open,
        parties=listed(
            _as(called(each.party), _standing(c, each.party)) for each in came if each.party
        ),
        others=listed(_as(same(each.other_name), same(each.capacity)) for each in others),
        mediators=_with_duty(c, came, *MEDIATING_DUTIES),
        interpreters=_with_duty(c, came, Duty.INTERPRETER),
        recorders=_with_duty(c, came, Duty.RECORDER),
        rights_told=session.rights_told,
        course=told(session.record),
        results=c.options(SessionResult, [session.result]),
        next_on=date_both(session.next_on),
        signers=plain(_signer(c, each) for each in came if each.party),
        officials=plain(_signer(c, each) for each in came if not each.party),
    )


def interpreter_statement(c: Composing, subject: int | None) -> Data:
    """翻译声明 of one interpreter, with what they said about conflicts of interest."""
    person = person_of(c.case, subject)
    spoken = (c.code(CodeList.SPOKEN_LANGUAGE, each) for each in person.mediator.languages.split())
    body = person.mediator.organisation
    return c.head(
        name=with_names(person),
        languages_spoken=listed(spoken),
        body=pair(body.name) if body else BLANK,
        matter=c.title_of_case(),
        conflict=NO_CONFLICT if person.conflict is Conflict.DENIED else _declared(person),
        signer=plain([PaperSigner(with_names(person), c.words(person.duty))]),
        signed_on=date_both(person.statement_on),
    )


def not_settled_notice(c: Composing, _subject: int | None) -> Data:
    """调解不成告知书: that it failed, and which lawful ways are open."""
    move = _failure(c.case)
    return c.head(
        parties=c.lines(),
        interpreters=c.interpreters(),
        matter=c.title_of_case(),
        failed_on=date_both(move.on if move else None),
        reason=same(move.reason if move else ""),
        routes=c.options(Route, [move.route if move else None]),
        mediators=plain(c.mediators()),
        signers=plain(c.party_signers()),
    )


def session_of(case: Case, subject: int | None) -> MediationSession:
    """Raises NotFound for a session of another case."""
    for each in case.sessions:
        if each.id == subject:
            return each
    raise NotFound(session=subject)


def person_of(case: Case, subject: int | None) -> CaseMediator:
    """Raises NotFound for somebody of another case."""
    for each in case.mediators:
        if each.id == subject:
            return each
    raise NotFound(case_mediator=subject)


def _failure(case: Case) -> CaseMove | None:
    failures = [move for move in case.moves if move.action is CaseAction.FAIL]
    return failures[-1] if failures else None


def _declared(person: CaseMediator) -> PaperText:
    if person.conflict is not Conflict.DECLARED:
        return BLANK
    note = person.conflict_note
    return PaperText(f"声明有以下关系：{note}", f"Khai có quan hệ sau: {note}")


def _with_duty(c: Composing, came: list[Attendance], *duties: Duty) -> PaperText:
    people = [each.case_mediator for each in came if each.case_mediator]
    return listed(with_names(each) for each in people if each.duty in duties)


def _standing(c: Composing, party: Party) -> PaperText:
    """As what, from which country and in which language somebody speaks."""
    nationality = c.code(CodeList.NATIONALITY, party.nationality)
    return joined(c.words(party.role), nationality, c.language(party), zh="，", vi=", ")


def _as(name: PaperText, role: PaperText) -> PaperText:
    """A name with the capacity in brackets, where one is known."""
    shown = PaperText(role.zh and f"（{role.zh}）", role.vi and f"({role.vi})")
    return joined(name, shown, zh="", vi=" ")


def _signer(c: Composing, came: Attendance) -> PaperSigner:
    if came.party:
        signer = PaperSigner(called(came.party), c.words(came.party.role))
    elif came.case_mediator:
        signer = PaperSigner(with_names(came.case_mediator), c.words(came.case_mediator.duty))
    else:
        role = (
            same(came.capacity) if came.capacity else PaperText("其他参加人", "Người tham gia khác")
        )
        signer = PaperSigner(same(came.other_name), role)
    return replace(signer, note=_how(c, came))


def _how(c: Composing, came: Attendance) -> PaperText:
    """A refusal to sign, and who read the record aloud before a fingerprint."""
    if came.signature is SignatureKind.REFUSED:
        return c.words(SignatureKind.REFUSED)
    if came.read_aloud_by:
        by = came.read_aloud_by
        return PaperText(f"由{by}宣读", f"{by} đọc cho nghe")
    return BLANK
