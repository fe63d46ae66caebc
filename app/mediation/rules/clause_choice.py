"""Where in the library does a clause stand, and which clauses does a typed word find?"""

from collections.abc import Iterable
from enum import IntEnum, StrEnum
from typing import Protocol, TypeVar

from app.kernel.text import fold, query_words
from app.mediation.rules.clause_parts import Effect, Version


class ClauseGroup(StrEnum):
    """The headings of the library, in their order on the page."""

    PAYMENT = "payment"
    GOODS = "goods_and_freight"
    HARM = "harm_and_land"
    FAMILY = "family"
    OTHER = "other_clauses"
    CLOSING = "closing"


class Stage(IntEnum):
    """The order of an agreement: what is agreed, how it ends, what the paper says of itself."""

    BODY = 0
    ENDING = 1
    PAPER = 2


G = ClauseGroup
_KEYS = {
    G.PAYMENT: "lump_sum instalments wages late_payment other_currency costs",
    G.GOODS: "goods_delivered goods_returned reduced_price freight documents",
    G.HARM: "injury_compensation livestock_damage stop_encroachment apology keep_peace other_act",
    G.FAMILY: "child_support",
    G.CLOSING: "final_settlement court_step confidentiality",
}
_GROUP_OF = {key: group for group, keys in _KEYS.items() for key in keys.split()}


class Listed(Protocol):
    """What is grouped: a clause with its key and what it says."""

    @property
    def key(self) -> str: ...
    @property
    def version(self) -> Version: ...


Row = TypeVar("Row", bound=Listed)


def group_of(key: str, effect: Effect) -> ClauseGroup:
    """The heading of a shipped clause; one written by a reviewer goes by what it does."""
    if key in _GROUP_OF:
        return _GROUP_OF[key]
    if effect.is_closing:
        return G.CLOSING
    return {Effect.MONEY: G.PAYMENT, Effect.GOODS: G.GOODS}.get(effect, G.OTHER)


def stage_of(key: str, effect: Effect) -> Stage:
    """Where in an agreement a clause belongs."""
    if effect.is_closing:
        return Stage.PAPER
    return Stage.ENDING if group_of(key, effect) is G.CLOSING else Stage.BODY


def is_said_once(key: str, effect: Effect) -> bool:
    """How it ends, and what the paper says of itself: said twice, it could say two things."""
    return group_of(key, effect) is G.CLOSING


def is_found(version: Version, query: str) -> bool:
    """Whether every word typed is in a title or in what it is used for, in either language."""
    texts = (version.title_zh, version.title_vi, version.use_zh, version.use_vi)
    said = fold(" ".join(texts))
    return all(word in said for word in query_words(query))


def grouped(rows: Iterable[Row], query: str = "") -> dict[ClauseGroup, list[Row]]:
    """What is found, under its headings; headings without a clause are left out."""
    groups: dict[ClauseGroup, list[Row]] = {group: [] for group in ClauseGroup}
    for row in rows:
        if is_found(row.version, query):
            groups[group_of(row.key, row.version.effect)].append(row)
    return {group: found for group, found in groups.items() if found}
