"""Attacked: several editions of one project. Together they may not tell more than each may tell by itself."""

from itertools import pairwise
from random import Random

from pipelines.editions.rules import Rules
from pipelines.publishing.counts import Key
from pipelines.publishing.earlier import Earlier, protect_beside
from pipelines.publishing.protection import CannotBeProtected, unsafe
from tests.publishing.attacker import reckon
from tests.publishing.random_tables import COLUMNS, Counted, count, printed, random_people, same_places
from tests.publishing.test_attack_on_tables import LITTLE, is_vague

ATTRIBUTES = ("age", "place")
RULES = Rules()


def publish(counted: Counted, earlier: list[Earlier]) -> Earlier | None:
    """None where it is refused."""
    try:
        found = protect_beside(counted.system, earlier, RULES, lambda _: 1.0)
    except CannotBeProtected:
        return None
    hidden = {key: why for key, why in found.hidden.items() if key in counted.counts}
    return Earlier(f"edition {len(earlier)}", counted.system, hidden, RULES)


def everything_known(counted: Counted, edition: Earlier) -> dict[Key, tuple[float, float]]:
    """What a reader of one edition knows of every count, reckoned apart from the product."""
    seen = printed(counted, edition.hidden, RULES)
    reckoned = reckon(seen, same_places(counted))
    known = {}
    for (table, row, column), key in counted.places.items():
        place = (table.title, row, column)
        value = seen[place]
        if value is not None:
            known[key] = (max(RULES.minimum, value - 2), value + 2)
        elif place in reckoned:
            known[key] = tuple(reckoned[place])
    return known


def test_editions_of_the_same_people_with_other_breakdowns_tell_no_more_together():
    n_refused = sum(attack_breakdowns(seed) for seed in range(60))
    assert n_refused < 40


def attack_breakdowns(seed: int) -> int:
    """How many of the editions were refused; fails where the attacker learns too much from the others together."""
    n_refused = 0
    rng = Random(seed)
    people = random_people(rng, ATTRIBUTES)
    breakdowns = rng.sample([(), ("age",), ("place",), ("age", "place")], k=3)
    earlier: list[Earlier] = []
    whole, hidden_in_all = Counted(), {}
    for chosen in breakdowns:
        counted = count(people, ATTRIBUTES, chosen)
        edition = publish(counted, earlier)
        if edition is None:
            n_refused += 1
            continue
        earlier.append(edition)
        whole.places.update(counted.places)
        whole.counts.update(counted.counts)
        whole.sums.extend(counted.sums)
    shown = {key for edition in earlier for key in edition.system.counts.keys() - edition.hidden.keys()}
    hidden_in_all = {key: None for key in whole.counts if key not in shown}
    reckoned = reckon(printed(whole, hidden_in_all, RULES), same_places(whole))
    by_itself = unsafe(whole.system, RULES)
    keys = {(table.title, row, column): key for (table, row, column), key in whole.places.items()}
    for place, found in reckoned.items():
        assert is_vague(found, RULES, is_unsafe=keys[place] in by_itself), f"seed {seed}: {place} {found}"
    return n_refused


def test_a_series_of_editions_never_tells_that_a_few_people_changed():
    n_published = sum(attack_series(seed) for seed in range(40))
    assert n_published > 60


def attack_series(seed: int) -> int:
    """How many editions were published; fails where two of them tell that a count changed by a few."""
    n_published = 0
    rng = Random(seed)
    people = random_people(rng, ATTRIBUTES)
    earlier: list[Earlier] = []
    known: list[dict[Key, tuple[float, float]]] = []
    for _ in range(3):
        counted = count(people, ATTRIBUTES, ("age",))
        edition = publish(counted, earlier)
        if edition is not None:
            earlier.append(edition)
            known.append(everything_known(counted, edition))
            n_published += 1
        people = [*people, *rng.choices(people, k=rng.choice((1, 3, 7, 12, 30)))]
        people = [_changed(one, rng) for one in people]
    for number, later in enumerate(known):
        for before in known[:number]:
            assert small_changes(before, later) == [], f"seed {seed}"
    return n_published


def small_changes(before: dict[Key, tuple[float, float]], later: dict[Key, tuple[float, float]]) -> list[str]:
    """Counts of which is known that they rose or fell, and by fewer than the minimum."""
    found = []
    for key in before.keys() & later.keys():
        (low_before, high_before), (low, high) = before[key], later[key]
        for least, most in ((low - high_before, high - low_before), (low_before - high, high_before - low)):
            if least > LITTLE and most < RULES.minimum - LITTLE:
                found.append(f"{key} changed by {least:g} to {most:g}")
    return found


def _changed(person: tuple[str, ...], rng: Random) -> tuple[str, ...]:
    return (rng.choice(COLUMNS), *person[1:]) if rng.random() < 0.05 else person


def test_the_series_without_the_check_would_tell():
    """Otherwise the test above would prove nothing."""
    n_told = 0
    for seed in range(20):
        rng = Random(seed)
        people = random_people(rng, ATTRIBUTES)
        tables = [count(people, ATTRIBUTES, ()), count([*people, *rng.choices(people, k=4)], ATTRIBUTES, ())]
        editions = [publish(counted, []) for counted in tables]
        known = [everything_known(counted, edition) for counted, edition in zip(tables, editions, strict=True)]
        n_told += sum(bool(small_changes(*pair)) for pair in pairwise(known))
    assert n_told > 5
