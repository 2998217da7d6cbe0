"""What was agreed and what was done, in words."""

import pytest

from dashboard.language import Words
from dashboard.sentences.actions import (
    done_notes,
    done_sentences,
    goal_notes,
    goal_sentences,
    goals_alternative,
    life_domain_name,
    no_goals,
    nothing_done,
    use_cells,
    use_written,
)
from dashboard.sentences.actions_beside import (
    aimed_first,
    beside_alternative,
    beside_notes,
    beside_sentences,
    side_by_side,
)
from dashboard.sentences.marks import plain
from pipelines.domain.frozen import Name
from pipelines.domain.intervention_use import InterventionUse
from pipelines.domain.outcome import GoalAttainment, Outcome
from tests.dashboard.invented import invented_outcome, moved, wilson

NL, EN = Words("nl"), Words("en")


def goals(n: int, judged: int, attained: int, **fields: object) -> GoalAttainment:
    known = {"life_domain": None, "share_attained": wilson(attained, judged), "n_participants": judged,
             "mean_t": None}  # fmt: skip
    return GoalAttainment(n_goals=n, n_judged=judged, n_attained=attained, **{**known, **fields})


REACHED = [
    (goals(70, 59, 39), "Er zijn 70 doelen afgesproken. 59 daarvan zijn beoordeeld. 39 van de 59 zijn gehaald."),
    (goals(3, 1, 1), "Er zijn 3 doelen afgesproken. 1 daarvan is beoordeeld. 1 van de 1 is gehaald."),
    (goals(3, 3, 0), "Er zijn 3 doelen afgesproken. Ze zijn allemaal beoordeeld. Daarvan is er nog geen gehaald."),
    (goals(1, 0, 0), "Er is 1 doel afgesproken. Nog geen enkel doel is beoordeeld."),
]


@pytest.mark.parametrize(("found", "dutch"), REACHED, ids=range(len(REACHED)))
def test_how_many_goals_were_reached(found: GoalAttainment, dutch: str):
    assert plain(goal_sentences(found, NL)[0]) == dutch


SCORES = [
    (50.2, "zo ver als afgesproken: score 50."),
    (52.0, "iets verder dan afgesproken: score 52,"),
    (56.0, "gemiddeld verder dan afgesproken: score 56,"),
    (48.0, "iets minder ver dan afgesproken: score 48,"),
    (40.0, "gemiddeld minder ver dan afgesproken: score 40,"),
]


@pytest.mark.parametrize(("t", "dutch"), SCORES, ids=range(len(SCORES)))
def test_the_goal_score_in_plain_words(t: float, dutch: str):
    said = goal_sentences(goals(70, 59, 39, mean_t=t, n_participants=41), NL)[1]
    assert dutch in plain(said)
    assert plain(said).startswith("De 41 deelnemers")


def test_in_what_time_goals_were_reached():
    said = goal_sentences(goals(70, 59, 39, median_days=192.0), NL)[1]
    assert "Van afspreken tot gehaald duurde het **6 maanden (192 dagen)**" in said


def test_goals_that_wait_for_a_judgement_are_pointed_out_with_where_it_goes():
    said = plain(goal_sentences(goals(70, 59, 39, n_overdue=6), NL)[2])
    assert said.startswith("Bij 6 doelen is de streefdatum voorbij")
    assert "op het blad Doelen, bij “Bereikt (-2 tot 2)”" in said
    assert goal_sentences(goals(70, 59, 39), NL)[2] == ""


def test_small_print_has_the_share_of_those_judged_with_its_interval():
    notes = goal_notes(goals(70, 59, 39, mean_t=52.0), NL)
    assert "Gehaald: 66% van de beoordeelde doelen (95%-interval 53–77%)." in notes[1]
    assert "50 is precies wat is afgesproken" in notes[2]
    assert goal_notes(goals(1, 0, 0), NL)[1:3] == ["", ""]


def test_the_alternative_of_the_goals_says_every_part():
    assert goals_alternative({"Financiën": goals(21, 19, 11)}, NL) == (
        "Financiën: 8 niet gehaald, 2 nog niet beoordeeld, 11 gehaald, van 21."
    )


def test_a_life_domain_of_the_projects_own_is_called_as_written():
    assert life_domain_name("finances", NL) == "Financiën"
    assert life_domain_name("de tuin", NL) == "de tuin"
    assert life_domain_name("", NL) == "zonder leefgebied"


def test_where_nothing_is_registered_sheet_and_columns_are_named():
    assert "**Doelen**" in no_goals(NL)
    assert "“Streefdatum”" in no_goals(NL)
    assert "**Interventions**" in nothing_done(EN)
    assert "“Done by”" in nothing_done(EN)


# --- what was done ---


def use(n: int, people: int | None = None, **fields: object) -> InterventionUse:
    known = {"n_running": 0, "n_with_hours": n, "hours": 10.0 * n, "median_days": 70.5}
    return InterventionUse(n_interventions=n, n_participants=people or n, **{**known, **fields})


DOERS = [use(43, done_by="professional"), use(30, done_by="volunteer"), use(12, done_by="family")]
KINDS = [use(50, instrument="moestuin"), use(35, instrument="taalles")]


def test_what_was_done_for_how_many_and_by_whom():
    said = [plain(one) for one in done_sentences(use(85, 46, n_running=3), DOERS, KINDS, 48, NL)]
    assert said == [
        "Er is 85 keer iets ingezet, voor 46 van de 48 deelnemers. "
        "42 keer deden deelnemers zelf, hun familie of vrijwilligers het, 43 keer een professional.",
        "Het vaakst ingezet: moestuin (50 keer). 3 lopen nog.",
    ]


def test_professionals_alone_or_not_at_all():
    assert "Dat deden steeds professionals." in done_sentences(use(43), DOERS[:1], KINDS, 48, NL)[0]
    assert "Er was geen professional bij." in done_sentences(use(42), DOERS[1:], KINDS, 48, NL)[0]


def test_what_is_used_as_often_as_something_else_is_not_called_most_used():
    tied = [use(7, instrument="moestuin"), use(7, instrument="taalles")]
    assert done_sentences(use(14), DOERS, tied, 48, NL)[1] == ""


@pytest.mark.parametrize(
    ("done", "note"),
    [(use(85), "Samen 850 uur."), (use(85, n_with_hours=80), "Samen 850 uur, bekend van 80 van de 85 keer."),
     (use(85, n_with_hours=0, hours=None), "Uren zijn niet ingevuld.")],
)  # fmt: skip
def test_hours_are_said_with_of_how_many_they_are_known(done: InterventionUse, note: str):
    assert done_notes(done, NL)[0].startswith(note)


def test_a_bar_says_how_often_and_how_many_hours():
    assert use_written(use(4, hours=1234.5), NL) == "<b>4</b> keer, 1.234 uur"
    assert use_written(use(4, n_with_hours=3), NL) == "<b>4</b> keer, 40 uur (van 3)"
    assert use_written(use(4, n_with_hours=0, hours=None), EN) == "<b>4</b> times"


def test_a_row_of_the_table():
    results = {"rond": 3, "loopt": 2, "gestopt": 1, "anders": 1}
    cells = use_cells(use(7, 6, hours=5.5, n_running=1, results=results), NL)
    assert cells == {"times": "7", "participants": "6", "running": "1", "days": "70 dagen", "hours": "5,5",
                     "results": "rond (3) · loopt (2) · 2 andere"}  # fmt: skip


def test_what_is_not_known_is_said_and_what_does_not_run_is_left_empty():
    cells = use_cells(use(2, hours=None, n_with_hours=0, median_days=None, results={"rond": 1}), NL)
    assert (cells["running"], cells["days"], cells["hours"]) == ("", "niet bekend", "niet bekend")
    assert cells["results"] == "rond"


# --- with and without ---


def outcomes(code: str, with_it: tuple[int, int, int], without: tuple[int, int, int], **fields: object
             ) -> list[Outcome]:  # fmt: skip
    known = {"indicator": code, "life_domain": code, "indicator_name": Name(nl=code, en=code), **fields}
    return [
        invented_outcome(moved(*tally), attribute="intervention:moestuin", group=group, **known)
        for group, tally in (("with", with_it), ("without", without))
    ]


WORK, HEALTH = outcomes("work", (1, 6, 3), (9, 10, 10)), outcomes("health", (0, 5, 5), (3, 14, 12))


def test_both_groups_where_it_was_aimed_at():
    found = side_by_side([*WORK, *HEALTH], NL)
    said = [plain(one) for one in beside_sentences("moestuin", 13, 48, found, {"work"}, NL)]
    assert said == [
        "Bij 13 van de 48 deelnemers is moestuin ingezet.",
        "Van wie dit kreeg, gingen 3 van de 10 vooruit op work, waar het op gericht was. "
        "Van wie dit niet kreeg, gingen 10 van de 29 vooruit.",
    ]


def test_where_it_was_aimed_at_stands_first_and_the_rest_keeps_its_order():
    found = side_by_side([*WORK, *HEALTH], NL)
    first, others = aimed_first(found, {"health"})
    assert ([one.name for one in first], [one.name for one in others]) == (["health"], ["work"])
    assert aimed_first(found, set()) == (found, [])


def test_an_indicator_needs_somebody_measured_again_on_both_sides():
    lonely = outcomes("work", (0, 0, 0), (1, 1, 1))
    found = side_by_side([*lonely, *HEALTH], NL)
    assert [one.name for one in found] == ["health"]
    assert "nog niemand opnieuw gemeten" in beside_sentences("moestuin", 3, 48, [], set(), NL)[1]


def test_it_says_that_it_proves_nothing_and_where_both_began():
    found = side_by_side([*WORK, *HEALTH], NL)
    notes = beside_notes(found, {"work"}, NL)
    assert any("bewijst niets" in note for note in notes)
    assert "Op work begon wie dit kreeg gemiddeld op 3,0, wie dit niet kreeg op 3,0." in notes
    assert any(note.startswith("Wie 2 onderdelen naast elkaar zet") for note in notes)
    assert not any("onderdelen" in note for note in beside_notes(found[:1], set(), NL))


def test_the_alternative_says_all_counts():
    assert beside_alternative(side_by_side(WORK, NL), NL) == "work: met: 3 van de 10 · zonder: 10 van de 29."


def test_two_raters_are_told_apart():
    twice = [*WORK, *outcomes("work", (1, 1, 1), (1, 1, 1), rater="participant")]
    assert [one.name for one in side_by_side(twice, NL)] == ["work (professionals)", "work (deelnemers zelf)"]
