"""Compared with what: a group's own change is not the effect (method, section 5)."""

import pytest

from pipelines.domain.effect_ladder import Rung
from pipelines.domain.records import ProjectFacts
from pipelines.outcomes.comparison import UnknownGroup, read_comparison
from pipelines.outcomes.effect_ladder import climb
from pipelines.outcomes.subgroups import read_subgroups
from tests.spec.tables import Project


def measured(*changes: tuple[int, int, int]) -> str:
    """Person, start and follow-up."""
    rows = [f"{person} | {moment} | {value}" for person, *values in changes for moment, value in enumerate(values)]
    return "\n".join(["person | moment | value", *rows])


BOTH = measured((1, 2, 4), (2, 3, 4), (3, 2, 3), (4, 2, 3), (5, 3, 3), (6, 2, 2))
GROUPS = """
    person | participation | area
    1      | participant   | east
    2      | participant   | east
    3      | participant   | west
    4      | comparison    |
    5      | comparison    |
    6      | comparison    |
"""


def test_the_difference_is_change_minus_change(project: Project):
    project.register(BOTH, GROUPS)
    ours, theirs = project.read(read_comparison)
    assert (ours.group, ours.n_pairs, ours.mean_change) == ("participant", 3, 4 / 3)
    assert (theirs.group, theirs.n_pairs, theirs.mean_change) == ("comparison", 3, 1 / 3)
    assert ours.against.difference == pytest.approx(1)
    assert theirs.against is None


def test_the_start_stands_beside_the_difference(project: Project):
    project.register(BOTH, GROUPS)
    ours, _ = project.read(read_comparison)
    assert ours.against.baseline_difference == pytest.approx(0)
    assert ours.against.equivalence == "fine"


def test_the_share_that_improved_is_compared_too(project: Project):
    project.register(BOTH, GROUPS)
    ours, _ = project.read(read_comparison)
    assert ours.against.share_difference == pytest.approx(1 - 1 / 3)
    assert ours.against.share_low < 2 / 3 < ours.against.share_high


def test_any_attribute_can_tell_the_groups_apart(project: Project):
    project.register(BOTH, GROUPS)
    east, west = project.read(read_comparison, attribute="area", reference="west")
    assert (east.group, east.n_pairs, west.n_pairs) == ("east", 2, 1)
    assert (east.against.difference, east.against.low) == (pytest.approx(0.5), None)


def test_a_group_that_is_not_there_is_no_reference(project: Project):
    project.register(BOTH, GROUPS)
    with pytest.raises(UnknownGroup):
        project.read(read_comparison, attribute="area", reference="north")


def test_a_group_stands_beside_all_others_of_whom_it_is_known(project: Project):
    project.register(BOTH, GROUPS)
    east, west = project.read(read_subgroups, attribute="area")
    assert (east.group, east.n_pairs, east.n_improved, east.n_others, east.n_others_improved) == ("east", 2, 2, 1, 1)
    assert (west.mean_change, west.mean_change_others) == (1, 1.5)
    assert east.against.difference == pytest.approx(0.5)


def test_two_attributes_can_be_crossed(project: Project):
    people = "person | area | age\n1 | east | young\n2 | east | old\n3 | west | old\n4 | west |"
    project.register(BOTH, people)
    found = project.read(read_subgroups, attribute="area", crossed="age")
    assert [(one.group, one.crossed_group, one.n_pairs, one.n_others) for one in found] == [
        ("east", "old", 1, 2),
        ("east", "young", 1, 2),
        ("west", "old", 1, 2),
    ]


def test_who_stood_low_at_the_start_beside_who_did_not(project: Project):
    project.register(BOTH)
    low, high = project.read(read_subgroups, attribute="start_level")
    assert (low.group, low.n_pairs, low.n_improved) == ("problem", 4, 3)
    assert (high.group, high.n_pairs, high.n_improved) == ("no_problem", 2, 1)


def test_one_group_alone_is_compared_with_nobody(project: Project):
    project.register(BOTH, "person | area\n1 | east\n2 | east")
    assert project.read(read_subgroups, attribute="area") == ()


# --- the effect ladder ---

DESCRIBED = ProjectFacts(target_group="who", approach="what", aim="where to")
EXPLAINED = DESCRIBED.model_copy(update={"rationale": "why"})


def rungs(project: Project, facts: ProjectFacts) -> tuple[Rung, tuple[Rung, ...]]:
    has_comparison = "comparison" in {one.group for one in project.outcomes(attribute="group")}
    compared = project.read(read_comparison) if has_comparison else ()
    ladder = climb(facts, project.outcomes(), compared)
    return ladder.reached, ladder.there


def test_without_a_description_a_project_stands_on_the_ground(project: Project):
    project.register(BOTH)
    assert rungs(project, ProjectFacts()) == (Rung.IMPLICIT, (Rung.IMPLICIT, Rung.INDICATIVE))


def test_a_rung_is_reached_over_the_rungs_below(project: Project):
    project.register(BOTH)
    assert rungs(project, DESCRIBED)[0] is Rung.DESCRIPTIVE
    assert rungs(project, EXPLAINED)[0] is Rung.INDICATIVE


def test_a_theory_without_a_follow_up_is_a_theory(project: Project):
    project.register("person | moment | value\n1 | 0 | 2")
    assert rungs(project, EXPLAINED)[0] is Rung.THEORETICAL


def test_a_comparison_group_that_was_alike_at_the_start_leads_to_the_highest_rung(project: Project):
    project.register(BOTH, GROUPS)
    assert rungs(project, EXPLAINED)[0] is Rung.CAUSAL


def test_a_comparison_group_that_began_elsewhere_does_not(project: Project):
    project.register(measured((1, 2, 4), (2, 3, 4), (3, 2, 3), (4, 4, 4), (5, 5, 5), (6, 4, 5)), GROUPS)
    reached, _ = rungs(project, EXPLAINED)
    ladder = climb(EXPLAINED, project.outcomes(), project.read(read_comparison))
    assert (reached, ladder.missing) == (Rung.INDICATIVE, {Rung.CAUSAL: ("equivalence",)})
