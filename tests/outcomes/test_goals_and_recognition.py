"""Goals attained, and whether people recognise the effect."""

import pytest

from pipelines.domain.records import Goal, Recognition
from pipelines.outcomes.goal_attainment import attainment_score, read_goals
from pipelines.outcomes.recognition import read_recognition
from tests.spec.tables import Project


def goal(record_id: int, person: int, life_domain: str, attained: int | None, weight: float = 1) -> Goal:
    return Goal(
        record_id=record_id, participant_id=person, life_domain=life_domain, description="", attained=attained,
        weight=weight,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("levels", "score"),
    [
        ([(1, 0)], 50),
        ([(1, 1)], 60),
        ([(1, -2)], 30),
        ([(1, 1), (1, 0)], 56.20),
        ([(1, 1), (1, 1)], 62.40),
        ([(1, 1), (1, 0), (1, 0)], 54.56),
        ([(3, 1), (1, -1)], 50 + 20 / (0.7 * 10 + 0.3 * 16) ** 0.5),
    ],
)
def test_the_score_of_one_participant(levels: list[tuple[float, int]], score: float):
    """Worked by hand from the formula of Kiresuk & Sherman (1968), Community Mental Health J. 4, 443-453."""
    assert attainment_score(levels) == pytest.approx(score, abs=0.005)


def test_goals_that_weigh_nothing_have_no_score():
    assert attainment_score([(0, 1)]) is None
    assert attainment_score([]) is None


def test_goals_are_counted_together_and_per_life_domain(project: Project):
    project.register(
        people="person\n1\n2",
        goals=[
            goal(1, 1, "finances", 0),
            goal(2, 1, "housing", 2),
            goal(3, 2, "finances", -1),
            goal(4, 2, "finances", None),
        ],
    )
    together, finances, housing = project.read(read_goals)
    assert (together.life_domain, together.n_goals, together.n_judged, together.n_attained) == (None, 4, 3, 2)
    assert together.share_attained.estimate == pytest.approx(2 / 3)
    assert (together.n_participants, together.mean_t) == (2, pytest.approx((62.403 + 40) / 2, abs=0.005))
    assert (finances.life_domain, finances.n_goals, finances.n_judged, finances.mean_t) == ("finances", 3, 2, 45)
    assert (housing.life_domain, housing.n_attained, housing.mean_t) == ("housing", 1, 70)


def test_goals_nobody_judged_have_no_share(project: Project):
    project.register(people="person\n1", goals=[goal(1, 1, "finances", None)])
    (together, _) = project.read(read_goals)
    assert (together.share_attained, together.mean_t) == (None, None)


def test_goals_of_the_comparison_group_do_not_count(project: Project):
    project.register(people="person | participation\n1 | comparison", goals=[goal(1, 1, "finances", 2)])
    assert project.read(read_goals) == ()


def test_whoever_scores_four_or_five_recognises_the_effect(project: Project):
    scores = [("professional", 3), ("professional", 4), ("participant", 5), ("participant", 5), ("participant", 1)]
    project.register(
        recognitions=[
            Recognition(record_id=number, respondent=respondent, life_domain="finances", score=score)
            for number, (respondent, score) in enumerate(scores)
        ]
    )
    participant, professional = project.read(read_recognition)
    assert (participant.respondent, participant.n_answers, participant.n_recognise) == ("participant", 3, 2)
    assert (professional.n_recognise, professional.share.estimate) == (1, 0.5)
