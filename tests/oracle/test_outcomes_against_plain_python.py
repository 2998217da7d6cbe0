"""Every number of every outcome, recomputed person by person on random registrations."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipelines.domain.outcome import Outcome
from pipelines.outcomes.findings import read_outcomes
from pipelines.outcomes.participation import read_participation
from pipelines.store.store import Store
from tests.oracle.plain_outcomes import fate_of, plain_outcomes, what_stands
from tests.oracle.registered import register
from tests.oracle.registrations import INSTRUMENTS, days, histories

modest = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def flat(outcome: Outcome) -> dict[str, object]:
    """The outcome in the shapes of the plain one."""
    fields = outcome.model_dump()
    for name in ("share_improved", "share_improved_of_eligible", "self_reliance", "problematic", "clinical"):
        fields[name] = tuple(fields[name].values()) if fields[name] else None
    if fields["reliable"]:
        fields["reliable"] = tuple(fields["reliable"][name] for name in ("threshold", "n_better", "n_same", "n_worse"))
    if fields["wilcoxon"]:
        assert fields["wilcoxon"].pop("method") == "exact"
    if fields["transitions"]:
        levels, counts = fields["transitions"].values()
        fields["transitions"] = {
            (levels[i], levels[j]): n for i, row in enumerate(counts) for j, n in enumerate(row) if n
        }
    return fields


def assert_same(found: object, expected: object, where: str) -> None:
    if isinstance(expected, dict):
        assert isinstance(found, dict), where
        assert found.keys() == expected.keys(), where
        for key in expected:
            assert_same(found[key], expected[key], f"{where} {key}")
    elif isinstance(expected, tuple | float):
        assert found == pytest.approx(expected, rel=1e-9, abs=1e-9), where
    else:
        assert found == expected, where


@given(
    history=histories,
    moment=st.sampled_from([None, None, None, 1, 2, 3]),
    attribute=st.sampled_from([None, None, "group", "area"]),
    as_of=days,
)
@modest
def test_outcomes_are_those_of_plain_python(shared_store: Store, history, moment, attribute, as_of: date):
    moment = moment if moment in {row.moment for one in history for row in one.observed} else None
    project_id = register(shared_store, history)
    with shared_store.cursor() as cursor:
        outcomes = read_outcomes(cursor, project_id, moment=moment, attribute=attribute, as_of=as_of)
    expected = plain_outcomes(history, moment, attribute, as_of)
    keys = ("instrument", "indicator", "rater", "group")
    assert [tuple(getattr(outcome, key) for key in keys) for outcome in sorted(outcomes, key=place)] == [
        tuple(outcome[key] for key in keys) for outcome in expected
    ]
    for outcome, plain in zip(sorted(outcomes, key=place), expected, strict=True):
        found = flat(outcome)
        where = f"{plain['instrument']} {plain['indicator']} {plain['rater']} {plain['group']}"
        for name, value in plain.items():
            assert_same(found[name], value, f"{where} {name}")
        assert outcome.n_start == outcome.n_pairs + outcome.missing.total


def place(outcome: Outcome) -> int:
    """Instruments in the order of the list: in the store the one that was used first comes first."""
    return [set_.id for set_ in INSTRUMENTS].index(outcome.instrument)


@given(history=histories, moment=st.sampled_from([None, 1]), as_of=days)
@modest
def test_participation_is_that_of_plain_python(shared_store: Store, history, moment, as_of: date):
    project_id = register(shared_store, history)
    with shared_store.cursor() as cursor:
        found = read_participation(cursor, project_id, moment=moment, as_of=as_of)
    standing = what_stands(history)
    people = {person for person, listed in standing.people.items() if listed.participation == "participant"}
    fates = {
        person: {
            fate_of(standing, row, moment, as_of)
            for row in standing.observed.values()
            if row.person == person and row.moment == 0
        }
        for person in people
    }
    ladder = ("pair", "unusable", "left", "overdue", "not_due")
    firsts = [next(fate for fate in ladder if fate in of_person) for of_person in fates.values() if of_person]
    assert (found.n_enrolled, found.n_comparison) == (len(people), len(standing.people) - len(people))
    assert (found.n_with_start, found.n_with_follow_up) == (len(firsts), firsts.count("pair"))
    assert found.missing.model_dump() == {
        reason: firsts.count(reason) for reason in ("not_due", "overdue", "left", "unusable")
    }
    assert found.moments == tuple(sorted({row.moment for row in standing.observed.values()}))
