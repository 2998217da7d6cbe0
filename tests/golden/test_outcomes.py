"""The three sample projects come in without a fault, and their outcomes are the golden ones and those of a recount."""

import json
from collections import Counter
from statistics import mean

import pytest

from pipelines.domain.import_report import ImportStatus
from pipelines.outcomes.drop_out import read_drop_out
from pipelines.outcomes.findings import read_outcomes
from pipelines.outcomes.goal_attainment import read_goals
from pipelines.outcomes.narratives import read_narratives
from pipelines.outcomes.participation import read_participation
from pipelines.outcomes.projects import read_attributes, read_projects
from pipelines.outcomes.recognition import read_recognition
from sample_data.load import load_samples
from tests.golden.golden_outcomes import GOLDEN, INVENTED, findings
from tests.golden.recount import recount

COUNTS = ("n_enrolled", "n_start", "n_pairs", "n_improved", "n_same", "n_declined")
NUMBERS = ("mean_start", "mean_follow_up", "mean_change", "sd_change", "median_days")


@pytest.fixture(params=GOLDEN)
def project(request):
    return request.param


@pytest.fixture
def sample(project):
    return INVENTED[project].make()


@pytest.fixture
def read(store, project_ids, project):
    """Asks an outcome function about this project, without saying for which day."""

    def ask(question, **options):
        with store.cursor() as cursor:
            return question(cursor, project_ids[project], **options)

    return ask


def heading_of(outcome):
    return outcome.indicator_name.nl


def by_profile(sample, outcomes):
    """Each invented indicator beside its outcome."""
    found = {heading_of(outcome): outcome for outcome in outcomes}
    assert set(found) == {profile.heading for profile in sample.profiles}
    return [(profile, found[profile.heading]) for profile in sample.profiles]


def test_the_samples_come_in_without_a_fault(reports):
    assert {report.status for report in reports.values()} == {ImportStatus.IMPORTED}
    assert [issue for report in reports.values() for issue in report.issues] == []


def test_the_example_rows_of_the_template_are_skipped_and_no_other(reports):
    skipped = [report.tally.skipped for report in reports.values()]
    assert skipped == [6, 0, 0]


def test_every_row_that_was_invented_is_accepted(reports, project, sample):
    is_wide = bool(sample.indicators)
    n_measured = sum(bool(person.measured_on) for person in sample.people) if is_wide else len(sample.measurements)
    told = (sample.goals, sample.interventions, sample.narratives, sample.recognition)
    n_records = sum(map(len, (sample.people, sample.indicators, *told)))
    assert reports[project].tally.accepted == n_measured + n_records
    assert reports[project].tally.refused == 0


def test_the_samples_are_marked_as_samples(store, reports):
    with store.cursor() as cursor:
        known = {project.name: project.is_sample for project in read_projects(cursor)}
    assert all(known[name] for name in reports)


def test_loading_the_samples_again_changes_nothing(store, reports):
    again = load_samples(store)
    assert {report.status for report in again} == {ImportStatus.UNCHANGED}
    assert [report.import_id for report in again] == [report.import_id for report in reports.values()]


def test_the_outcomes_are_the_golden_ones(store, project_ids, project):
    with store.cursor() as cursor:
        found = findings(cursor, project, INVENTED[project].REFERENCE_ON)
    assert found == json.loads(GOLDEN[project].read_text(encoding="utf-8"))


def test_the_counts_are_those_of_a_plain_recount(read, sample):
    for profile, outcome in by_profile(sample, read(read_outcomes)):
        expected = recount(sample, profile)
        assert {key: getattr(outcome, key) for key in COUNTS} == {key: getattr(expected, key) for key in COUNTS}
        assert outcome.missing.model_dump() == expected.missing


@pytest.mark.parametrize("moment", [1, 2])
def test_a_pinned_moment_is_that_of_a_plain_recount(read, sample, moment):
    if any(measurement.moment == moment for measurement in sample.measurements):
        for profile, outcome in by_profile(sample, read(read_outcomes, moment=moment)):
            expected = recount(sample, profile, moment=moment)
            assert {key: getattr(outcome, key) for key in COUNTS} == {key: getattr(expected, key) for key in COUNTS}
            assert outcome.missing.model_dump() == expected.missing


def test_the_numbers_are_those_of_a_plain_recount(read, sample):
    for profile, outcome in by_profile(sample, read(read_outcomes)):
        expected = recount(sample, profile)
        assert [getattr(outcome, key) for key in NUMBERS] == pytest.approx([getattr(expected, key) for key in NUMBERS])


def test_who_moved_from_where_to_where_is_that_of_a_plain_recount(read, sample):
    for profile, outcome in by_profile(sample, read(read_outcomes)):
        if outcome.transitions is not None:
            assert transitions_of(outcome) == recount(sample, profile).transitions
            assert outcome.n_eligible == recount(sample, profile).n_eligible


def transitions_of(outcome):
    levels = outcome.transitions.levels
    rows = zip(levels, outcome.transitions.counts, strict=True)
    return {(start, last): n for start, row in rows for last, n in zip(levels, row, strict=True) if n}


def test_the_exact_test_is_that_of_trying_every_pattern_of_signs(read, sample):
    compared = 0
    for profile, outcome in by_profile(sample, read(read_outcomes)):
        expected = recount(sample, profile)
        if expected.p is not None:
            compared += 1
            sums = (outcome.wilcoxon.w_plus, outcome.wilcoxon.w_minus)
            assert sums == (expected.w_plus, expected.w_minus)
            assert outcome.wilcoxon.p == pytest.approx(expected.p)
    assert compared


def test_participants_and_comparison_group_are_counted_apart(store, project_ids):
    project = next(name for name in GOLDEN if name.startswith("Samen sterk"))
    sample = INVENTED[project].make()
    with store.cursor() as cursor:
        outcomes = read_outcomes(cursor, project_ids[project], attribute="group")
    profiles = {profile.heading: profile for profile in sample.profiles}
    assert Counter(outcome.group for outcome in outcomes) == {"participant": len(profiles), "comparison": len(profiles)}
    for outcome in outcomes:
        expected = recount(sample, profiles[heading_of(outcome)], outcome.group)
        assert {key: getattr(outcome, key) for key in COUNTS} == {key: getattr(expected, key) for key in COUNTS}


def test_participants_improve_more_than_those_who_wait(store, project_ids):
    """What the story of Samen sterk needs: those who wait move forward a little too, those who take part more."""
    project = next(name for name in GOLDEN if name.startswith("Samen sterk"))
    with store.cursor() as cursor:
        outcomes = read_outcomes(cursor, project_ids[project], attribute="group")
    change = {outcome.group: outcome.mean_change for outcome in outcomes if outcome.indicator == "participation_ladder"}
    assert change["participant"] > change["comparison"] > 0


def test_who_drops_out_was_worse_off_at_the_start(store, project_ids):
    """As in real life, and as the pages must say."""
    for name in GOLDEN:
        if not name.startswith("De Huiskamer"):
            with store.cursor() as cursor:
                differences = [found.difference for found in read_drop_out(cursor, project_ids[name])]
            assert mean(differences) < -0.25


def test_some_domains_have_a_ceiling(read, project):
    """On justice nearly everybody stands at the top: few can improve."""
    if not project.startswith("De Huiskamer"):
        justice = next(outcome for outcome in read(read_outcomes) if outcome.indicator == "justice")
        assert justice.n_eligible < justice.n_pairs / 2


def test_goals_and_recognition_are_those_that_were_invented(store, project_ids):
    project = next(name for name in GOLDEN if name.startswith("Achter"))
    sample = INVENTED[project].make()
    with store.cursor() as cursor:
        together, *_ = read_goals(cursor, project_ids[project])
        shares = read_recognition(cursor, project_ids[project])
    judged = [row["attained"] for row in sample.goals if row["attained"] is not None]
    assert (together.n_goals, together.n_judged) == (len(sample.goals), len(judged))
    assert together.n_attained == sum(attained >= 0 for attained in judged)
    recognised = Counter((row["life_domain"], row["respondent"]) for row in sample.recognition if row["score"] >= 4)
    assert {(share.life_domain, share.respondent): share.n_recognise for share in shares} == recognised


def test_who_is_in_it_is_what_was_invented(read, sample):
    participation = read(read_participation)
    participants = [person for person in sample.people if person.participation == "participant"]
    assert participation.as_of == sample.facts["reference_on"]
    assert participation.n_enrolled == len(participants)
    assert participation.n_with_start == sum(bool(person.measured_on) for person in participants)
    assert participation.n_with_follow_up == sum(person.has_follow_up for person in participants)
    assert participation.n_comparison == len(sample.people) - len(participants)


def test_the_attributes_are_those_of_the_participants(read, sample):
    invented: dict[str, set[str]] = {}
    for person in sample.people:
        for attribute, value in person.attributes.items():
            invented.setdefault(attribute, set()).add(value)
    found = {attribute: set(values) for attribute, values in read(read_attributes).items()}
    assert {attribute: values for attribute, values in found.items() if attribute != "group"} == invented


def test_every_story_comes_through_word_for_word(read, sample):
    found = read(read_narratives)
    told = [(row["words"], row["direction"], row["consent"], row["told_on"]) for row in sample.narratives]
    assert sorted((story.words, story.direction, story.consent, story.told_on) for story in found) == sorted(told)


def test_the_move_beside_a_story_is_that_of_its_teller(read, sample):
    teller = {row["words"]: row["participant"] for row in sample.narratives}
    measured: dict[str, list] = {}
    for measurement in sample.measurements:
        measured.setdefault(measurement.number, []).append(measurement.values)
    moves = [(story, move) for story in read(read_narratives) for move in story.moves]
    assert moves
    for story, move in moves:
        course = [values[move.indicator_name.nl] for values in measured[teller[story.words]]]
        assert (move.start, move.follow_up) == (course[0], course[-1])
