"""What readers of an edition see, as tables: (hidden) is hidden, and never 0 (method, section 8)."""

from collections.abc import Callable

import pytest

from pipelines.editions.cell import TableOf
from pipelines.editions.edition import Edition
from pipelines.editions.rules import Rules
from pipelines.publishing.draft import Draft
from pipelines.publishing.protection import Hidden
from tests.publishing.conftest import TWO_PLACES
from tests.publishing.people import register
from tests.spec.tables import Project

FINANCES = TableOf("outcome", "matrix_2017", "finances", "unstated")
MEANS = FINANCES._replace(subject="mean")
COLUMNS = ("improved", "same", "declined", "total")


def seen(edition: Edition | Draft, table: TableOf = FINANCES) -> str:
    """The table as readers see it."""
    rows = dict.fromkeys(cell.row for cell in edition.cells.tables()[table])
    lines = [" | ".join(["", *COLUMNS])]
    for row in rows:
        values = [edition.cells.value(table, row, column) for column in COLUMNS]
        lines.append(" | ".join([row, *("(hidden)" if value is None else f"{value:g}" for value in values)]))
    return "\n".join(line.strip() for line in lines)


def test_counts_are_rounded_to_five(project: Project, draft: Callable[..., Draft]):
    register(project, {"North": {"improved": 22, "same": 18, "declined": 13}})
    assert seen(draft()) == table("""
              | improved | same | declined | total
        total | 20       | 20   | 15       | 55
    """)


@pytest.mark.parametrize(
    ("minimum", "n", "shown"), [(10, 10, 10), (10, 12, 10), (10, 13, 15), (7, 7, 10), (12, 12, 15), (5, 5, 5)]
)
def test_nothing_is_shown_under_the_minimum(minimum: int, n: int, shown: int):
    rules = Rules(minimum=minimum)
    low, high = rules.shown_range(n)
    assert rules.rounded(n) == shown
    assert minimum <= low <= n <= high
    assert {rules.rounded(other) for other in range(low, high + 1)} == {shown}


def test_a_count_under_ten_is_hidden_and_so_is_another_from_which_it_would_follow(
    project: Project, draft: Callable[..., Draft]
):
    register(project, {"North": {"improved": 22, "same": 18, "declined": 4}})
    found = draft()
    assert seen(found) == table("""
              | improved | same     | declined | total
        total | 20       | (hidden) | (hidden) | 45
    """)
    assert {key[-1]: why for key, why in found.hidden.items() if key[0] == "outcome"} == {
        "declined": Hidden.SMALL, "same": Hidden.SECONDARY,
    }  # fmt: skip


def test_nobody_is_hidden_like_somebody(project: Project, draft: Callable[..., Draft]):
    register(project, {"North": {"improved": 22, "same": 18}})
    assert seen(draft()) == table("""
              | improved | same     | declined | total
        total | 20       | (hidden) | (hidden) | 40
    """)


def test_everybody_is_hidden_too(project: Project, draft: Callable[..., Draft]):
    register(project, {"North": {"improved": 30}})
    assert draft().cells.value(FINANCES, "total", "improved") is None


def test_a_breakdown_hides_across_rows_and_columns(project: Project, draft: Callable[..., Draft]):
    register(project, TWO_PLACES)
    assert seen(draft(attributes=("place",)), FINANCES._replace(attribute="place")) == table("""
              | improved | same     | declined | total
        North | 20       | (hidden) | (hidden) | 45
        South | 10       | (hidden) | (hidden) | 25
        total | 30       | 25       | 15       | 70
    """)


def test_whom_nobody_knows_the_group_of_stand_in_a_row_of_their_own(project: Project, draft: Callable[..., Draft]):
    register(project, TWO_PLACES)
    register(project, {"": {"improved": 11, "same": 12, "declined": 14}}, first=200)
    assert "unknown | 10 | (hidden) | (hidden) | 35" in seen(
        draft(attributes=("place",)), FINANCES._replace(attribute="place")
    )


def test_a_higher_minimum_hides_more(project: Project, draft: Callable[..., Draft]):
    register(project, TWO_PLACES)
    few = draft().cells.n_hidden
    assert draft(rules={"minimum": 30}).cells.n_hidden > few


def test_means_are_shown_beside_hidden_counts_if_they_give_nothing_away(project: Project, draft: Callable[..., Draft]):
    register(project, {"North": {"improved": 22, "same": 18, "declined": 4}})
    assert draft().cells.value(MEANS, "total", "change") == 0.91


def test_a_mean_that_says_how_many_declined_is_hidden(project: Project, draft: Callable[..., Draft]):
    """Nobody rose, so the mean alone tells how far those few fell."""
    register(project, {"North": {"same": 40, "declined": 4}})
    found = draft()
    assert found.cells.value(MEANS, "total", "change") is None
    assert found.cells.is_hidden(MEANS, "total", "start")


@pytest.mark.parametrize(("n_lost", "said"), [(9, "unknown"), (10, "differs")])
def test_how_those_who_were_lost_began_is_not_said_of_a_few(
    project: Project, draft: Callable[..., Draft], n_lost: int, said: str
):
    register(project, TWO_PLACES)
    lost = range(500, 500 + n_lost)
    measurements = ["person | moment | value", *(f"{person} | 0 | {1 + person % 2 * 4}" for person in lost)]
    people = ["person | left", *(f"{person} | 2025-03-01" for person in lost)]
    project.register("\n".join(measurements), "\n".join(people))
    (indicator,) = draft().contents.indicators
    assert indicator.drop_out == said


def test_no_mean_over_fewer_than_ten(project: Project, draft: Callable[..., Draft]):
    register(project, {"North": {"improved": 5, "same": 3}})
    project.register(people="person\n" + "\n".join(str(number) for number in range(500, 520)))
    assert draft().cells.is_hidden(MEANS, "total", "start")


def table(drawn: str) -> str:
    return "\n".join(
        " | ".join(cell.strip() for cell in line.split("|")).strip()
        for line in drawn.strip("\n").splitlines()
        if line.strip()
    )
