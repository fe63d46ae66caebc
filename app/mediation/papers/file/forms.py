"""What do the papers say that hold a file together? Cover, contents, note, back cover."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.kernel.bilingual import Bilingual
from app.kernel.clock import local
from app.mediation.kinds import MEDIATING_DUTIES
from app.mediation.models import Case
from app.mediation.papers.composing import Composing, Data, listed, with_names
from app.mediation.papers.values import same
from app.mediation.papers.wording import date_both
from app.mediation.queries.case_file import file_items
from app.mediation.rules.file_checklist import ITEM_RULES
from app.mediation.rules.retention import RetentionKind
from app.mediation.states import CaseAction


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """One document of the file; `pages` as the file numbers them, `3` or `3–5`."""

    title: Bilingual
    pages: str = ""
    remarks: str = ""


def cover(c: Composing, _subject: int | None) -> Data:
    """卷宗封面."""
    case = c.case
    begun, ended = _mediated(case)
    kind = case.retention
    return c.head(
        name=c.title_of_case(),
        mediators=listed(with_names(each) for each in c.people(*MEDIATING_DUTIES)),
        begun=date_both(begun),
        ended=date_both(ended),
        filed_on=date_both(case.archived_on),
        retention=c.words(RetentionKind(kind)) if kind in tuple(RetentionKind) else same(kind),
    )


def contents(c: Composing, _subject: int | None) -> Data:
    """卷内目录 as the officer noted the file, its pages as they were noted."""
    noted = file_items(c.case.id)
    lines = [
        {"title": c.words(rule.item), "pages": noted[rule.item].pages, "remarks": ""}
        for rule in ITEM_RULES[c.case.country]
        if rule.item in noted and noted[rule.item].present
    ]
    return c.head(rows=lines)


def contents_rows(lines: Iterable[ContentsLine]) -> list[Data]:
    """The `rows` of a contents list whose pages are known, because the file was put together."""
    return [
        {"title": {"zh": each.title.in_("zh"), "vi": each.title.in_("vi")}, "pages": each.pages,
         "remarks": each.remarks}
        for each in lines
    ]  # fmt: skip


def file_note(c: Composing, _subject: int | None) -> Data:
    """卷宗情况说明: what is not in the file, and why."""
    noted = file_items(c.case.id)
    rows = [
        {"item": c.words(rule.item), "reason": same(noted[rule.item].excuse)}
        for rule in ITEM_RULES[c.case.country]
        if rule.item in noted and noted[rule.item].excuse and not noted[rule.item].present
    ]
    return c.head(name=c.title_of_case(), rows=rows)


def back_cover(c: Composing, _subject: int | None) -> Data:
    """封底: who bound the file, how many pages it has; filled in by pen or by who binds it."""
    return c.head(name=c.title_of_case(), pages="", filed_on=date_both(c.case.archived_on))


def _mediated(case: Case) -> tuple[date | None, date | None]:
    """From the first sitting, or the day mediation began, to the day it was settled or failed."""
    zone = case.country.zone
    days = [local(each.starts_at, zone).date() for each in case.sessions]
    begun = [move.on for move in case.moves if move.action is CaseAction.START_MEDIATION]
    ended = [
        move.on for move in case.moves
        if move.action in (CaseAction.SETTLE, CaseAction.FAIL, CaseAction.TERMINATE)
    ]  # fmt: skip
    first = min(days + begun, default=None)
    return first, max(ended, default=None)
