"""Who came and who left: begin + in − out = end (method, section 6)."""

from datetime import date

import pytest

from pipelines.domain.flow import FlowPeriod, Period
from pipelines.outcomes.flow import read_flow
from tests.spec.tables import Project

PEOPLE = """
    person | enrolled   | left       | reason       | participation
    1      | 2025-01-10 |            |              |
    2      | 2025-02-20 | 2025-05-01 | moved        |
    3      | 2025-04-02 | 2025-06-30 |              |
    4      | 2025-11-03 |            |              |
    5      | 2025-01-15 | 2025-02-01 | stopped      | comparison
"""
AS_OF = date(2025, 12, 31)


def told(periods: tuple[FlowPeriod, ...]) -> list[str]:
    return [f"{one.period}: {one.begin} + {one.entered} - {one.left} = {one.end}" for one in periods]


def test_begin_and_in_less_out_is_end(project: Project):
    project.register(people=PEOPLE)
    flow = project.read(read_flow, period=Period.QUARTER, as_of=AS_OF)
    assert told(flow.periods) == [
        "2025-Q1: 0 + 2 - 0 = 2",
        "2025-Q2: 2 + 1 - 2 = 1",
        "2025-Q3: 1 + 0 - 0 = 1",
        "2025-Q4: 1 + 1 - 0 = 2",
    ]


def test_the_same_people_by_year_and_by_month(project: Project):
    project.register(people=PEOPLE)
    by_year = project.read(read_flow, period=Period.YEAR, as_of=AS_OF)
    by_month = project.read(read_flow, period=Period.MONTH, as_of=AS_OF)
    assert told(by_year.periods) == ["2025: 0 + 4 - 2 = 2"]
    assert len(by_month.periods) == 12
    assert told(by_month.periods)[4:6] == ["2025-05: 3 + 0 - 1 = 2", "2025-06: 2 + 0 - 1 = 1"]


def test_why_people_left_and_who_does_not_say(project: Project):
    project.register(people=PEOPLE)
    flow = project.read(read_flow, as_of=AS_OF)
    assert flow.reasons == {"moved": 1, "unknown": 1}
    assert flow.periods[1].reasons == {"moved": 1, "unknown": 1}


def test_who_leaves_after_the_day_of_asking_is_still_here(project: Project):
    project.register(people=PEOPLE)
    flow = project.read(read_flow, as_of=date(2025, 6, 1))
    assert (flow.n_enrolled, flow.n_present, flow.n_left) == (3, 2, 1)
    assert told(flow.periods) == ["2025-Q1: 0 + 2 - 0 = 2", "2025-Q2: 2 + 1 - 1 = 2"]


def test_how_long_people_stay_is_a_median_over_those_who_left(project: Project):
    project.register(people=PEOPLE)
    flow = project.read(read_flow, as_of=AS_OF)
    assert flow.median_days_stayed == (70 + 89) / 2
    assert flow.median_days_so_far == (355 + 58) / 2


def test_without_a_day_of_coming_the_first_measurement_counts(project: Project):
    project.register("person | moment | value | date\n1 | 0 | 2 | 2025-03-05", "person\n1\n2")
    flow = project.read(read_flow, as_of=AS_OF)
    assert (flow.periods[0].period, flow.periods[0].entered) == ("2025-Q1", 1)
    assert (flow.n_enrolled, flow.n_undated, flow.periods[-1].end) == (2, 1, 1)


def test_nobody_leaves_before_they_came(project: Project):
    project.register(people="person | enrolled | left\n1 | 2025-05-01 | 2025-02-01")
    flow = project.read(read_flow, period=Period.YEAR, as_of=AS_OF)
    assert told(flow.periods) == ["2025: 0 + 1 - 1 = 0"]
    assert flow.median_days_stayed == 0


def test_without_a_start_some_have_left_and_some_are_still_to_be_measured(project: Project):
    project.register("person | moment | value | date\n1 | 0 | 2 | 2025-01-12", PEOPLE)
    flow = project.read(read_flow, as_of=AS_OF)
    assert (flow.n_left_without_start, flow.n_waiting_for_start) == (2, 1)


def test_the_comparison_group_does_not_take_part(project: Project):
    project.register(people=PEOPLE)
    assert project.read(read_flow, as_of=AS_OF).n_enrolled == 4


def test_how_many_were_meant_to_be_reached_stands_beside_it(project: Project):
    project.register(people=PEOPLE, reach_target=60)
    assert project.read(read_flow, as_of=AS_OF).reach_target == 60


@pytest.mark.parametrize("period", Period)
def test_a_project_without_people_has_no_periods(project: Project, period: Period):
    project.register()
    flow = project.read(read_flow, period=period, as_of=AS_OF)
    assert (flow.periods, flow.n_enrolled, flow.median_days_stayed) == ((), 0, None)
