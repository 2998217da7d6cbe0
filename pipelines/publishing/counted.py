"""What an edition counts: every table with its cells, the counts in them, and which add up to which."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pipelines.domain.linked_narrative import LinkedNarrative
from pipelines.domain.outcome import GoalAttainment, Outcome, Participation, RecognitionShare
from pipelines.editions.cell import TOTAL, TableOf
from pipelines.editions.contents import MOVEMENTS
from pipelines.publishing.counts import CountSystem, Key, Sum

PEOPLE = TableOf("people")
GOALS = TableOf("goals")
STORIES = TableOf("stories")
COMPARISON = "comparison"
# Of these groups the attribute is not known; they stand in a row of their own, so that rows add up to the total.
UNKNOWN = "unknown"
ENROLLED, WITH_START, WITH_FOLLOW_UP = "enrolled", "with_start", "with_follow_up"
DIRECTIONS = ("better", "same", "worse")


def key_of(table: TableOf, row: str, column: str) -> Key:
    """The totals of a breakdown are those of the table that is not broken down."""
    return (*table._replace(attribute="" if row == TOTAL else table.attribute), row, column)


@dataclass(frozen=True)
class Counted:
    """Grows row by row. `places` says of every cell, in order, which count stands in it."""

    counts: dict[Key, int] = field(default_factory=dict)
    sums: list[Sum] = field(default_factory=list)
    places: dict[tuple[TableOf, str, str], Key] = field(default_factory=dict)

    @property
    def system(self) -> CountSystem:
        return CountSystem(self.counts, self.sums)

    def add_row(self, table: TableOf, row: str, counts: Mapping[str, int], *, adds_up: bool = True) -> None:
        """A row of counts; where it adds up, `total` is added and the parts are shares of it."""
        whole = {**counts, TOTAL: sum(counts.values())} if adds_up else counts
        for column, n in whole.items():
            self._add(table, row, column, n)
        if adds_up:
            parts = tuple(key_of(table, row, column) for column in counts)
            self.sums.append(Sum(key_of(table, row, TOTAL), parts, is_row=True))

    def add_column_sums(self, table: TableOf, rows: Sequence[str], columns: Iterable[str]) -> None:
        """The rows are all parts of the total row, column by column; that row stands under them."""
        for column in columns:
            self.places[table, TOTAL, column] = key_of(table, TOTAL, column)
            parts = tuple(key_of(table, row, column) for row in rows)
            self.sums.append(Sum(key_of(table, TOTAL, column), parts))

    def _add(self, table: TableOf, row: str, column: str, n: int) -> None:
        key = key_of(table, row, column)
        self.places[table, row, column] = key
        self.counts[key] = n


def outcome_table(outcome: Outcome, attribute: str = "") -> TableOf:
    return TableOf("outcome", outcome.instrument, outcome.indicator, outcome.rater, attribute)


def count_people(counted: Counted, participation: Participation) -> None:
    """Three populations and no more: who is not in the one but in another is nobody's trait, and no cell."""
    sizes = {
        ENROLLED: participation.n_enrolled,
        WITH_START: participation.n_with_start,
        WITH_FOLLOW_UP: participation.n_with_follow_up,
    }
    counted.add_row(PEOPLE, TOTAL, sizes, adds_up=False)
    if participation.n_comparison:
        counted.add_row(PEOPLE, COMPARISON, {ENROLLED: participation.n_comparison}, adds_up=False)


def count_groups(counted: Counted, attribute: str, sizes: Mapping[str, int], n_enrolled: int) -> None:
    """Who took part, by group."""
    table = PEOPLE._replace(attribute=attribute)
    rows = with_unknown(sizes, n_enrolled)
    for row, n in rows.items():
        counted.add_row(table, row, {ENROLLED: n}, adds_up=False)
    counted.add_column_sums(table, list(rows), [ENROLLED])


def count_outcome(counted: Counted, outcome: Outcome, row: str = TOTAL) -> None:
    counted.add_row(outcome_table(outcome), row, movements(outcome))


def count_outcome_by(counted: Counted, attribute: str, groups: Sequence[Outcome], everybody: Outcome) -> None:
    """The groups of one attribute on one indicator, with those of whom it is not known, and the total of all."""
    table = outcome_table(everybody, attribute)
    rows = {str(group.group): movements(group) for group in groups}
    total = movements(everybody)
    rest = {column: n - sum(row[column] for row in rows.values()) for column, n in total.items()}
    if any(rest.values()):
        rows[UNKNOWN] = rest
    for row, counts in rows.items():
        counted.add_row(table, row, counts)
    counted.add_column_sums(table, list(rows), (*MOVEMENTS, TOTAL))


def movements(outcome: Outcome) -> dict[str, int]:
    return {"improved": outcome.n_improved, "same": outcome.n_same, "declined": outcome.n_declined}


def count_goals(counted: Counted, goals: Sequence[GoalAttainment]) -> None:
    """Per life domain and all together: attained, judged and not attained, not yet judged."""
    domains = [goal.life_domain for goal in goals if goal.life_domain]
    for goal in goals:
        states = {
            "attained": goal.n_attained,
            "not_attained": goal.n_judged - goal.n_attained,
            "open": goal.n_goals - goal.n_judged,
        }
        counted.add_row(GOALS, goal.life_domain or TOTAL, states)
    if domains:
        counted.add_column_sums(GOALS, domains, ("attained", "not_attained", "open", TOTAL))


def count_recognition(counted: Counted, shares: Iterable[RecognitionShare]) -> None:
    for found in shares:
        counts = {"recognise": found.n_recognise, "do_not": found.n_answers - found.n_recognise}
        counted.add_row(recognition_table(found.respondent), found.life_domain, counts)


def recognition_table(respondent: str) -> TableOf:
    return TableOf("recognition", rater=respondent)


def count_stories(counted: Counted, stories: Sequence[LinkedNarrative], life_domains: Iterable[str]) -> None:
    """How many stories there are on a life domain, whatever their tellers agreed to, by direction."""
    for domain in life_domains:
        told = [story for story in stories if domain in story.life_domains]
        if told:
            counts = {direction: sum(story.direction == direction for story in told) for direction in DIRECTIONS}
            counted.add_row(STORIES, domain, counts)


def with_unknown(sizes: Mapping[str, int], n_enrolled: int) -> dict[str, int]:
    """The groups, and those of whom the group is not known where there are any."""
    rest = n_enrolled - sum(sizes.values())
    return {**sizes, UNKNOWN: rest} if rest else dict(sizes)
