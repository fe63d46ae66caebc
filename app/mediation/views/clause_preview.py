"""What would a clause say, and what would be owed, with what has been typed so far?"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _

from app.kernel.bilingual import Language
from app.kernel.writing.lists import joined
from app.mediation.models import Case, Party
from app.mediation.queries.owed_blocks import OwedBlock, blocks_promised
from app.mediation.rules.clause_examples import example_values
from app.mediation.rules.clauses import (
    ClauseRefusal,
    Promised,
    Values,
    Version,
    past_days,
    preview,
    promised,
    value_refusals,
)
from app.web.filters import day
from app.web.labels import say
from app.web.locale import current_language

MOST_DAYS = 3
_GAP = re.compile("〔([^〕]*)〕")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text, or a gap called by what is missing there."""

    text: str
    is_gap: bool = False


@dataclass(frozen=True, slots=True)
class ClausePreview:
    """`problems` are the reasons that are more than something missing; `past` warns of days that
    are over, and is empty where none is."""

    zh: list[Piece]
    vi: list[Piece]
    problems: list[str]
    past: str
    blocks: list[OwedBlock]
    others: list[tuple[Party, Party, Promised]]

    @property
    def is_complete(self) -> bool:
        return not self.problems and not any(each.is_gap for each in [*self.zh, *self.vi])


def preview_of(case: Case, version: Version, values: Values, today: date) -> ClausePreview:
    texts, found = preview(version, values), value_refusals(version, values)
    problems = [say(each) for each in found if each.code is not ClauseRefusal.VALUE_MISSING]
    promises = () if found else promised(version, values)
    blocks, others = blocks_promised(case, promises, Language(current_language()))
    past = past_said(past_days(promises, values, today))
    return ClausePreview(pieces(texts.zh), pieces(texts.vi), problems, past, blocks, others)


def past_said(days: Sequence[date]) -> str:
    """A warning, not a refusal: what was agreed long ago is written down as it was agreed."""
    if not days:
        return ""
    said = joined([day(each) for each in days[:MOST_DAYS]], Language(current_language()))
    more = "…" if len(days) > MOST_DAYS else ""
    return _(
        "A due day is already past: %(days)s. Go on if this is what was agreed; otherwise correct "
        "it.", days=said + more,
    )  # fmt: skip


def example(version: Version) -> dict[str, list[Piece]]:
    """Both texts with invented values; a gap nobody knows stays marked."""
    texts = preview(version, example_values(version))
    return {"zh": pieces(texts.zh), "vi": pieces(texts.vi)}


def pieces(text: str | None) -> list[Piece]:
    """The text with its gaps apart: every second part of the split is a gap."""
    parts = _GAP.split(text or "")
    return [Piece(part, bool(place % 2)) for place, part in enumerate(parts) if part]
