"""How do stretches of time meet? All are half-open: the start is inside, the end is not."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar


class Ordered(Protocol):
    def __lt__(self, other: Any, /) -> bool: ...


T = TypeVar("T", bound=Ordered)


@dataclass(frozen=True, slots=True)
class Interval(Generic[T]):
    """From `start` until just before `end`: instants, dates or cells; never empty."""

    start: T
    end: T

    def __post_init__(self) -> None:
        if not self.start < self.end:
            raise ValueError("an interval must end after it starts")


def overlaps(a: Interval[T], b: Interval[T]) -> bool:
    """Whether they share any time; back to back is not an overlap."""
    return a.start < b.end and b.start < a.end


def contains(interval: Interval[T], moment: T) -> bool:
    return not moment < interval.start and moment < interval.end


def covers(outer: Interval[T], inner: Interval[T]) -> bool:
    return not inner.start < outer.start and not outer.end < inner.end


def intersect(a: Interval[T], b: Interval[T]) -> Interval[T] | None:
    if not overlaps(a, b):
        return None
    return Interval(max(a.start, b.start), min(a.end, b.end))


def merge(intervals: Iterable[Interval[T]]) -> list[Interval[T]]:
    """The same time in order, overlapping and touching stretches joined."""
    merged: list[Interval[T]] = []
    for interval in sorted(intervals, key=lambda each: each.start):
        if merged and not merged[-1].end < interval.start:
            interval = Interval(merged[-1].start, max(merged.pop().end, interval.end))
        merged.append(interval)
    return merged


def subtract(interval: Interval[T], holes: Iterable[Interval[T]]) -> list[Interval[T]]:
    """What is left of `interval` without the holes, in order."""
    left: list[Interval[T]] = []
    start = interval.start
    for hole in merge(holes):
        if not overlaps(interval, hole):
            continue
        if start < hole.start:
            left.append(Interval(start, hole.start))
        start = max(start, hole.end)
    if start < interval.end:
        left.append(Interval(start, interval.end))
    return left
