"""What works for whom across projects: only what was measured alike, shown, and large enough is taken together."""

import pytest

from pipelines.editions.across import pool_comparisons, pool_groups
from pipelines.editions.rules import Rules
from tests.spec.editions import edition

# Of the women two in three improved, of the men one in three.
BY_GENDER = """
    group | improved | total
    total | 30       | 60
    women | 20       | 30
    men   | 10       | 30
"""
WITH_COMPARISON = """
    group      | improved | total
    total      | 30       | 60
    comparison | 10       | 40
"""


def of_every_row(table: str, column: str, cell: str) -> str:
    heading, *rows = table.strip().splitlines()
    return "\n".join([f"{column} | {heading}", *(f"{cell} | {row}" for row in rows)])


def groups(*editions) -> dict[str, tuple[int, float]]:
    return {one.group: (one.pooled.k, round(one.pooled.value, 2)) for one in pool_groups(editions)}


def comparisons(*editions) -> dict[str, tuple[int, float]]:
    return {one.indicator.indicator: (one.pooled.k, round(one.pooled.value, 2)) for one in pool_comparisons(editions)}


def compared(project: str, outcomes: str = WITH_COMPARISON, found=(0.3, 0.1, 0.5), **facts: object):
    return edition(project, outcomes, differences={"finances": found}, **facts)


# --- groups beside all others ---


def test_a_group_stands_beside_all_others_in_every_project():
    (across,) = pool_groups([edition("Noord", BY_GENDER), edition("Zuid", BY_GENDER)])
    assert (across.attribute, across.group) == ("gender", "women")
    assert [(one.project, round(one.value, 2), one.n, one.n_others) for one in across.found] == [
        ("Noord", 0.33, 30, 30),
        ("Zuid", 0.33, 30, 30),
    ]
    assert round(across.pooled.value, 2) == 0.33


def test_of_two_groups_one_is_told_of_three_all_are():
    three = """
        attribute | group | improved | total
        age       | total | 30       | 60
        age       | young | 10       | 20
        age       | mid   | 10       | 20
        age       | old   | 10       | 20
    """
    assert list(groups(edition("Noord", three), edition("Zuid", three))) == ["young", "mid", "old"]


@pytest.mark.parametrize(
    ("why", "other"),
    [
        ("one project only", None),
        ("another version", of_every_row(BY_GENDER, "instrument", "zrm_2013")),
        ("a hidden group", BY_GENDER.replace("20       | 30", "–        | 30")),
        ("a hidden total", BY_GENDER.replace("30       | 60", "30       | –")),
        ("too small a group", BY_GENDER.replace("20       | 30", "5        | 5")),
        ("another name", BY_GENDER.replace("women", "girls").replace("men ", "boys")),
    ],
)
def test_nothing_is_pooled_with(why: str, other: str | None):
    others = [] if other is None else [edition("Zuid", other)]
    assert groups(edition("Noord", BY_GENDER), *others) == {}


def test_too_few_others_are_not_compared_with():
    lopsided = """
        group | improved | total
        total | 30       | 60
        women | 25       | 55
        men   | 5        | 5
    """
    assert groups(edition("Noord", BY_GENDER), edition("Zuid", lopsided)) == {}


def test_of_whom_the_attribute_is_not_known_is_not_among_the_others():
    with_unknown = """
        group   | improved | total
        total   | 30       | 60
        women   | 10       | 20
        men     | 10       | 20
        unknown | 10       | 20
    """
    (across,) = pool_groups([edition("Noord", with_unknown), edition("Zuid", with_unknown)])
    assert [one.n_others for one in across.found] == [20, 20]
    hidden = with_unknown.replace("unknown | 10       | 20", "unknown | –        | –")
    assert groups(edition("Noord", with_unknown), edition("Zuid", hidden)) == {}


def test_a_project_counts_once_however_often_it_published():
    again = edition("Noord", BY_GENDER, published=30)
    assert groups(edition("Noord", BY_GENDER), again) == {}
    assert groups(edition("Noord", BY_GENDER), again, edition("Zuid", BY_GENDER))["women"][0] == 2


def test_coarser_rounding_is_less_sure():
    def width(rounding: int) -> float:
        rules = Rules(rounding=rounding)
        (across,) = pool_groups([edition(name, BY_GENDER, rules=rules) for name in ("Noord", "Zuid", "Oost")])
        return across.pooled.high - across.pooled.low

    assert width(9) > width(5) > width(3)


# --- participants beside their comparison group ---


def test_the_published_differences_are_pooled():
    assert comparisons(compared("Noord"), compared("Zuid", found=(0.1, -0.1, 0.3))) == {"finances": (2, 0.2)}


def test_a_surer_project_weighs_more():
    pooled = comparisons(compared("Noord", found=(0.4, 0.3, 0.5)), compared("Zuid", found=(0.0, -1.0, 1.0)))
    assert pooled["finances"][1] > 0.35


def test_where_lower_is_better_less_counts_as_better():
    lower = of_every_row(WITH_COMPARISON, "direction", "lower")
    (across,) = pool_comparisons([compared(name, lower, found=(-0.3, -0.5, -0.1)) for name in ("Noord", "Zuid")])
    assert [(one.value, one.low, one.high) for one in across.found] == [(0.3, 0.1, 0.5)] * 2


@pytest.mark.parametrize(
    "other",
    [
        compared("Zuid", found=None),
        compared("Zuid", found=(0.3, 0.3, 0.3)),
        compared("Zuid", WITH_COMPARISON.replace("10       | 40", "–        | –")),
        compared("Zuid", WITH_COMPARISON.replace("10       | 40", "5        | 5")),
        compared("Zuid", moment=1),
        edition("Zuid", WITH_COMPARISON),
    ],
)
def test_a_difference_that_is_hidden_small_or_measured_otherwise_is_not_pooled(other):
    assert comparisons(compared("Noord"), other) == {}


def test_another_target_group_may_be_pooled_and_is_said():
    (across,) = pool_comparisons([compared("Noord"), compared("Zuid", target_group="Jongeren")])
    assert [one.target_group for one in across.found] == ["Gezinnen", "Jongeren"]
