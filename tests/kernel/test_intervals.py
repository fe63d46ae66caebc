import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.intervals import Interval, contains, covers, intersect, merge, overlaps, subtract

MOMENTS = range(-1, 32)


@st.composite
def intervals(draw):
    start = draw(st.integers(0, 29))
    return Interval(start, draw(st.integers(start + 1, 30)))


def inside(stretches):
    """The moments that lie in any of the stretches: the meaning all operations must keep."""
    return {moment for moment in MOMENTS for each in stretches if contains(each, moment)}


@pytest.mark.parametrize(("start", "end"), [(5, 5), (6, 5)])
def test_interval_must_end_after_it_starts(start, end):
    with pytest.raises(ValueError, match="end after"):
        Interval(start, end)


def test_interval_contains_its_start_and_not_its_end():
    assert contains(Interval(9, 10), 9)
    assert not contains(Interval(9, 10), 10)


def test_back_to_back_visits_do_not_overlap():
    assert not overlaps(Interval(9, 10), Interval(10, 11))
    assert intersect(Interval(9, 10), Interval(10, 11)) is None


@given(intervals(), intervals())
def test_overlap_is_symmetric_and_means_a_shared_moment(a, b):
    assert overlaps(a, b) == overlaps(b, a) == bool(inside([a]) & inside([b]))


@given(intervals(), intervals())
def test_intersection_holds_exactly_the_shared_moments(a, b):
    shared = intersect(a, b)
    assert inside([shared] if shared else []) == inside([a]) & inside([b])


@given(intervals(), intervals())
def test_cover_means_nothing_sticks_out(a, b):
    assert covers(a, b) == (inside([b]) <= inside([a]))


@given(st.lists(intervals()))
def test_merge_keeps_the_time_and_leaves_gaps_between(stretches):
    merged = merge(stretches)
    assert inside(merged) == inside(stretches)
    assert all(a.end < b.start for a, b in zip(merged, merged[1:], strict=False))


@given(intervals(), st.lists(intervals()))
def test_subtract_leaves_what_no_hole_touches(interval, holes):
    left = subtract(interval, holes)
    assert inside(left) == inside([interval]) - inside(holes)
    assert left == merge(left)


def test_lunch_splits_the_day():
    assert subtract(Interval(8, 17), [Interval(12, 14)]) == [Interval(8, 12), Interval(14, 17)]
