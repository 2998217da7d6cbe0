"""Random tables of people, as an edition has them: one breakdown or two over the same people, three columns."""

from collections.abc import Mapping
from random import Random

from pipelines.editions.cell import TOTAL, TableOf
from pipelines.editions.rules import Rules
from pipelines.publishing.counted import Counted
from pipelines.publishing.counts import Key
from tests.publishing.attacker import Place

COLUMNS = ("improved", "same", "declined")
SIZES = (0, 0, 1, 2, 3, 5, 8, 9, 10, 11, 13, 17, 24, 40, 120)
EVERYBODY = TableOf("outcome", "set", "finances", "professional")


def random_people(rng: Random, attributes: tuple[str, ...]) -> list[tuple[str, ...]]:
    """One tuple a person: the column, and the group on each attribute."""
    groups = {attribute: [f"{attribute}{number}" for number in range(rng.randint(2, 5))] for attribute in attributes}
    people = []
    for _ in range(rng.randint(1, 4) * rng.randint(1, 4)):
        person = (rng.choice(COLUMNS), *(rng.choice(groups[attribute]) for attribute in attributes))
        people += [person] * rng.choice(SIZES)
    return people or [(COLUMNS[0], *(groups[attribute][0] for attribute in attributes))]


def count(people: list[tuple[str, ...]], attributes: tuple[str, ...], chosen: tuple[str, ...]) -> Counted:
    """The tables of an edition with these breakdowns, of the same indicator."""
    counted = Counted()
    counted.add_row(EVERYBODY, TOTAL, {column: sum(one[0] == column for one in people) for column in COLUMNS})
    for attribute in chosen:
        table, at = EVERYBODY._replace(attribute=attribute), 1 + attributes.index(attribute)
        rows = sorted({one[at] for one in people})
        for row in rows:
            counted.add_row(
                table, row, {column: sum(one[0] == column and one[at] == row for one in people) for column in COLUMNS}
            )
        counted.add_column_sums(table, rows, (*COLUMNS, TOTAL))
    return counted


def printed(counted: Counted, hidden: Mapping[Key, object], rules: Rules) -> dict[Place, int | None]:
    """What the readers see."""
    return {
        (table.title, row, column): None if key in hidden else rules.rounded(counted.counts[key])
        for (table, row, column), key in counted.places.items()
    }


def same_places(counted: Counted) -> dict[Place, Place]:
    """The total row of a breakdown is that of the table that is not broken down."""
    return {
        (table.title, row, column): (EVERYBODY.title, row, column)
        for table, row, column in counted.places
        if row == TOTAL and table.attribute
    }
