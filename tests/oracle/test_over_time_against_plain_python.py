"""All moments, what lasts, who came and left, and subgroups: person by person in plain Python on random histories."""

from collections import Counter
from datetime import date

from hypothesis import HealthCheck, given, settings

from pipelines.domain.flow import Period
from pipelines.outcomes.flow import read_flow
from pipelines.outcomes.subgroups import read_subgroups
from pipelines.outcomes.trajectory import read_trajectories
from pipelines.store.store import Store
from tests.oracle.plain_outcomes import groups_of, is_after, what_stands
from tests.oracle.registered import register
from tests.oracle.registrations import INSTRUMENTS, RATERS, Observed, histories

modest = settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
SIGN = {(set_.id, one.code): 1 if one.direction == "higher" else -1 for set_ in INSTRUMENTS for one in set_.indicators}


def better(value: float, start: Observed) -> bool:
    return (value - start.value) * SIGN[start.instrument, start.indicator] > 1e-9


def pairs_at(observed, start: Observed, moment: int) -> Observed | None:
    found = [row for row in observed if row.key[:3] == start.key[:3] and row.rater == start.rater
             and row.moment == moment and is_after(row, start)]  # fmt: skip
    return found[0] if found else None


@given(history=histories)
@modest
def test_every_moment_is_counted_as_in_plain_python(shared_store: Store, history):
    project_id = register(shared_store, history)
    with shared_store.cursor() as cursor:
        courses = read_trajectories(cursor, project_id)
    standing = what_stands(history)
    participants = groups_of(standing, None)[None]
    observed = [row for row in standing.observed.values() if row.person in participants]
    kinds = Counter((row.instrument, row.indicator, row.rater) for row in observed)
    assert {(one.instrument, one.indicator, one.rater) for one in courses} == kinds.keys()
    for course in courses:
        here = [row for row in observed if (row.instrument, row.indicator, row.rater)
                == (course.instrument, course.indicator, course.rater)]  # fmt: skip
        starts = [row for row in here if row.moment == 0]
        for point in course.points:
            assert point.counts == Counter(row.value for row in here if row.moment == point.moment)
            again = [
                (start, pair) for start in starts if point.moment and (pair := pairs_at(here, start, point.moment))
            ]
            assert (point.n_pairs, point.n_improved) == (
                len(again),
                sum(better(pair.value, start) for start, pair in again),
            )
        for lasting in course.lasting:
            both = [
                (better(a.value, start), better(b.value, start))
                for start in starts
                if (a := pairs_at(here, start, lasting.moment)) and (b := pairs_at(here, start, lasting.next_moment))
            ]
            assert lasting.n == len(both)
            assert (lasting.n_kept, lasting.n_relapsed, lasting.n_later) == tuple(
                both.count(state) for state in ((True, True), (True, False), (False, True))
            )


@given(history=histories)
@modest
def test_the_flow_is_that_of_plain_python(shared_store: Store, history):
    project_id, as_of = register(shared_store, history), date(2027, 1, 1)
    with shared_store.cursor() as cursor:
        flow = read_flow(cursor, project_id, period=Period.MONTH, as_of=as_of)
    standing = what_stands(history)
    participants = groups_of(standing, None)[None]
    days = {person: sorted(row.measured_on for row in standing.observed.values() if row.person == person
                           and row.measured_on) for person in participants}  # fmt: skip
    came = {person: measured[0] for person, measured in days.items() if measured}
    left = {person: max(standing.people[person].left_on, day) for person, day in came.items()
            if standing.people[person].left_on}  # fmt: skip
    assert (flow.n_enrolled, flow.n_undated) == (len(participants), len(participants) - len(came))
    for one in flow.periods:
        month = (one.first_day.year, one.first_day.month)
        assert one.entered == sum((day.year, day.month) == month for day in came.values())
        assert one.left == sum((day.year, day.month) == month for day in left.values())
        assert one.end == one.begin + one.entered - one.left
    assert (flow.periods[-1].end if flow.periods else 0) == len(came) - len(left)


@given(history=histories)
@modest
def test_a_group_and_all_others_are_everybody_of_whom_the_attribute_is_known(shared_store: Store, history):
    project_id = register(shared_store, history)
    with shared_store.cursor() as cursor:
        found = read_subgroups(cursor, project_id, "area")
        crossed = read_subgroups(cursor, project_id, "area", crossed="age")
    for rater in RATERS:
        for kind in {(one.instrument, one.indicator) for one in found}:
            groups = [one for one in found if one.rater == rater and (one.instrument, one.indicator) == kind]
            assert len({one.n_pairs + one.n_others for one in groups}) <= 1
            assert sum(one.n_pairs for one in groups) == (groups[0].n_pairs + groups[0].n_others if groups else 0)
            for one in groups:
                parts = [part for part in crossed if part.rater == rater and part.group == one.group
                         and (part.instrument, part.indicator) == kind]  # fmt: skip
                assert sum(part.n_pairs for part in parts) <= one.n_pairs
