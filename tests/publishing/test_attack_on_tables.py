"""Attacked: random tables, by somebody who reckons with all that is printed. No small count may be known as small."""

from random import Random

import pytest

from pipelines.editions.rules import Rules
from pipelines.publishing.counted import Counted
from pipelines.publishing.protection import Hidden, protect, unsafe
from tests.publishing.attacker import Range, reckon
from tests.publishing.random_tables import count, printed, random_people, same_places

ATTRIBUTES = ("age", "place")
LITTLE = 1e-6


def succeeded(counted: Counted, hidden: dict, rules: Rules) -> list[str]:
    """Hidden counts of which the attacker knows more than the rule allows."""
    same = same_places(counted)
    reckoned = reckon(printed(counted, hidden, rules), same, rules.minimum, rules.rounding)
    by_itself = unsafe(counted.system, rules)
    keys = {(table.title, row, column): key for (table, row, column), key in counted.places.items()}
    return [
        f"{place}: {counted.counts[keys[place]]} lies between {found.low:g} and {found.high:g}"
        for place, found in reckoned.items()
        if not is_vague(found, rules, is_unsafe=keys[place] in by_itself)
    ]


def is_vague(found: Range, rules: Rules, *, is_unsafe: bool) -> bool:
    if is_unsafe:
        return found.low < LITTLE and found.high > rules.minimum - LITTLE
    return found.high - found.low > 2 * (rules.rounding // 2) - LITTLE


# `python -m tests.publishing` attacks as many as one likes.
@pytest.mark.parametrize(("chosen", "n_tables"), [((), 150), (("age",), 100), (("age", "place"), 50)])
def test_no_hidden_count_is_known(chosen: tuple[str, ...], n_tables: int):
    for seed in range(n_tables):
        attack_one(seed, chosen)


def attack_one(seed: int, chosen: tuple[str, ...]) -> int:
    """How many counts were hidden; fails where the attacker learns too much of one."""
    rng = Random(seed)
    rules = Rules(minimum=rng.choice((5, 7, 10, 12, 15)))
    counted = count(random_people(rng, ATTRIBUTES), ATTRIBUTES, chosen)
    hidden = protect(counted.system, rules)
    assert succeeded(counted, hidden, rules) == [], f"seed {seed}"
    assert unsafe(counted.system, rules).keys() <= hidden.keys()
    return len(hidden)


def test_the_attacker_is_good_enough_to_find_what_only_primary_hiding_leaves():
    """Otherwise the test above would prove nothing."""
    found = 0
    for seed in range(40):
        counted = count(random_people(Random(seed), ATTRIBUTES), ATTRIBUTES, ("age",))
        rules = Rules()
        found += bool(succeeded(counted, unsafe(counted.system, rules), rules))
    assert found > 10


def test_what_is_shown_is_never_small_and_never_a_whole_row():
    for seed in range(100):
        rules = Rules()
        counted = count(random_people(Random(seed), ATTRIBUTES), ATTRIBUTES, ("age",))
        hidden = protect(counted.system, rules)
        for (_, row, column), value in printed(counted, hidden, rules).items():
            assert value is None or value >= rules.minimum, (seed, row, column)


def test_most_of_what_is_hidden_is_hidden_for_itself():
    """Hiding everything would be safe too. Over many tables little more is hidden than must be."""
    n_hidden, n_needed = 0, 0
    for seed in range(100):
        counted = count(random_people(Random(seed), ATTRIBUTES), ATTRIBUTES, ("age",))
        hidden = protect(counted.system, Rules())
        n_hidden += len(hidden)
        n_needed += sum(why is not Hidden.SECONDARY for why in hidden.values())
    assert n_needed / n_hidden > 0.7
