"""Count and tell: a narrative beside the move of its teller, without saying who that is (method, section 7)."""

from datetime import date

from pipelines.domain.records import Narrative
from pipelines.outcomes.narratives import read_narratives
from tests.spec.tables import Project

FOUR_STARTED_AT_TWO = """
    person | moment | date       | indicator | value
    11     | 0      | 2025-01-10 | finances  | 2
    11     | 1      | 2025-04-10 | finances  | 3
    11     | 2      | 2025-07-10 | finances  | 4
    11     | 0      | 2025-01-10 | housing   | 3
    12     | 0      | 2025-01-10 | finances  | 2
    12     | 1      | 2025-07-10 | finances  | 4
    13     | 0      | 2025-01-10 | finances  | 2
    13     | 1      | 2025-07-10 | finances  | 2
    14     | 0      | 2025-01-10 | finances  | 3
    14     | 1      | 2025-07-10 | finances  | 4
    15     | 0      | 2025-01-10 | finances  | 2
    15     | 1      | 2025-07-10 | finances  | 4
"""
COMPARED = """
    person | participation
    15     | comparison
"""


def narrative(record_id: int, participant_id: int | None = None, **details: object) -> Narrative:
    told = {
        "teller": "participant", "told_on": date(2025, 7, record_id), "life_domains": ("finances",), "words": "Rust.",
        "direction": "better", "consent": "public", "consented_on": date(2025, 7, record_id),
    }  # fmt: skip
    return Narrative(record_id=record_id, participant_id=participant_id, **told | details)


def test_a_teller_who_moved_from_two_to_four_is_one_of_two_of_three(project: Project):
    project.register(FOUR_STARTED_AT_TWO, COMPARED, narratives=[narrative(1, 11)])
    (told,) = project.read(read_narratives)
    (move,) = told.moves
    assert (move.indicator, move.start, move.follow_up) == ("finances", 2, 4)
    assert (move.n_same_move, move.n_same_start) == (2, 3)


def test_who_told_it_is_nowhere(project: Project):
    project.register(FOUR_STARTED_AT_TWO, narratives=[narrative(1, 11)])
    (told,) = project.read(read_narratives)
    assert "participant_id" not in told.model_dump_json()
    assert "11" not in told.model_dump_json(include={"moves"})


def test_without_a_number_there_is_no_link(project: Project):
    project.register(FOUR_STARTED_AT_TWO, narratives=[narrative(1)])
    assert project.read(read_narratives)[0].moves == ()


def test_only_moves_on_the_life_domains_of_the_narrative_are_shown(project: Project):
    domains = ("housing", "social_network")
    project.register(FOUR_STARTED_AT_TWO, narratives=[narrative(1, 11, life_domains=domains)])
    assert project.read(read_narratives)[0].moves == ()


def test_a_narrative_on_two_life_domains_shows_a_move_on_each(project: Project):
    project.register(
        FOUR_STARTED_AT_TWO + "    11     | 1      | 2025-07-10 | housing   | 5\n",
        narratives=[narrative(1, 11, life_domains=("housing", "finances"))],
    )
    moves = project.read(read_narratives)[0].moves
    assert {(move.life_domain, move.start, move.follow_up) for move in moves} == {("finances", 2, 4), ("housing", 3, 5)}


def test_someone_of_the_comparison_group_is_not_set_among_the_participants(project: Project):
    project.register(FOUR_STARTED_AT_TWO, COMPARED, narratives=[narrative(1, 15)])
    assert project.read(read_narratives)[0].moves == ()


def test_the_newest_narrative_comes_first(project: Project):
    project.register(narratives=[narrative(1), narrative(3), narrative(2)])
    assert [told.record_id for told in project.read(read_narratives)] == [3, 2, 1]


def test_a_narrative_told_again_stays_one(project: Project):
    project.register(narratives=[narrative(1, words="Rust.")])
    project.register(narratives=[narrative(1, words="Rust in huis.")])
    assert [told.words for told in project.read(read_narratives)] == ["Rust in huis."]
