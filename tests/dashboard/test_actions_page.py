"""The page "Wat is afgesproken en gedaan?", on a small project in a real store."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from pipelines.domain.records import Goal, Intervention
from pipelines.instruments.catalogue import shipped_sets
from pipelines.store.store import Store
from tests.dashboard.test_count_and_tell_page import charts, html_of, opened, text_of
from tests.spec import tables
from tests.spec.tables import Project

PAGE = "dashboard/pages/actions.py"


def goal(number: int, person: int, attained: int | None, text: str = "De post openen", **fields: object) -> Goal:
    return Goal(record_id=number, participant_id=person, description=text, set_on=date(2025, 1, 1), attained=attained,
                **{"life_domain": "finances", "judged_on": date(2025, 4, 1), **fields})  # fmt: skip


def done(number: int, person: int, name: str, done_by: str = "volunteer", **fields: object) -> Intervention:
    return Intervention(record_id=number, participant_id=person, instrument=name, done_by=done_by,
                        **{"life_domain": "finances", "hours": 4, **fields})  # fmt: skip


GOALS = (
    goal(1, 1, 0), goal(2, 2, 1), goal(3, 3, -1), goal(4, 4, None, due_on=date(2025, 6, 1)),
    goal(5, 5, 2, "Een eigen kamer", life_domain="housing"),
)  # fmt: skip
FEBRUARY = {"started_on": date(2025, 2, 1), "ended_on": date(2025, 2, 28)}
DONE = (
    *(done(number, number, "budgetcoaching", **FEBRUARY) for number in range(1, 5)),
    done(5, 1, "maatje", "family", hours=None, result="<b>rust</b>"),
    done(6, 6, "taalles", "professional", life_domain=None),
)  # fmt: skip


def measurements() -> str:
    """Twelve people: of the four with budget coaching three went up, of the eight others two."""
    lines = ["person | indicator | moment | value | date"]
    for person in range(1, 13):
        last = 3 if person in (1, 2, 3, 5, 6) else 2
        for indicator in ("finances", "housing"):
            lines.append(f"{person} | {indicator} | 0 | 2 | 2025-01-10")
            lines.append(f"{person} | {indicator} | 1 | {last if indicator == 'finances' else 2} | 2025-07-10")
    return "\n".join(lines)


@pytest.fixture
def project(dashboard_store: Store) -> Project:
    project = Project(dashboard_store)
    project.register(measurements(), goals=GOALS, interventions=DONE, reference_on="2026-01-01")
    return project


def told(app: AppTest) -> str:
    return text_of(opened(app, PAGE))


def test_goals_are_counted_judged_and_reached(project: Project, app: AppTest):
    said = told(app)
    assert "Er zijn 5 doelen afgesproken. 4 daarvan zijn beoordeeld. 3 van de 4 zijn gehaald." in said
    assert "Bij 1 doel is de streefdatum voorbij" in said
    assert "Van afspreken tot gehaald duurde het 3 maanden (90 dagen)" in said
    assert charts(app)[0][1] == (
        "Alle doelen: 1 niet gehaald, 1 nog niet beoordeeld, 3 gehaald, van 5; "
        "Financiën: 1 niet gehaald, 1 nog niet beoordeeld, 2 gehaald, van 4; "
        "Huisvesting: 0 niet gehaald, 0 nog niet beoordeeld, 1 gehaald, van 1."
    )


def test_goals_reached_by_four_people_are_few(project: Project, app: AppTest):
    said = told(app)
    assert said.index("Minder dan 10 mensen") < said.index("Wat is er gedaan")


def test_what_was_done_and_by_whom(project: Project, app: AppTest):
    said = told(app)
    assert "Er is 6 keer iets ingezet, voor 5 van de 12 deelnemers." in said
    assert "5 keer deden deelnemers zelf, hun familie of vrijwilligers het, 1 keer een professional." in said
    assert "Samen 20 uur, bekend van 5 van de 6 keer." in said
    assert "budgetcoaching 4 4 27 dagen 16" in said
    assert charts(app)[1][1] == ("vrijwilliger: 4 keer, 16 uur; familie: 1 keer; professional: 1 keer, 4 uur.")


def test_what_others_wrote_is_shown_as_it_was_written(project: Project, app: AppTest):
    opened(app, PAGE)
    assert "&lt;b&gt;rust&lt;/b&gt;" in html_of(app)


def test_those_with_stand_beside_those_without(project: Project, app: AppTest):
    said = told(app)
    assert app.selectbox(key="beside_1").options[0] == "budgetcoaching (4 deelnemers)"
    assert "Bij 4 van de 12 deelnemers is budgetcoaching ingezet." in said
    assert "Van wie dit kreeg, gingen 3 van de 4 vooruit op finances , waar het op gericht was." in said
    assert "Van wie dit niet kreeg, gingen 2 van de 8 vooruit." in said
    assert "Dit beschrijft en bewijst niets." in said
    assert charts(app)[-1][1] == "finances: met: 3 van de 4 · zonder: 2 van de 8."


def test_the_dots_are_filled_with_and_hollow_without(project: Project, app: AppTest):
    opened(app, PAGE)
    with_it, without = charts(app)[-1][0]["data"]
    assert (with_it["customdata"], without["customdata"]) == ([0.75], [0.25])
    assert with_it["marker"]["color"] != without["marker"]["color"]


def test_another_intervention_can_be_chosen(project: Project, app: AppTest):
    opened(app, PAGE)
    app.selectbox(key="beside_1").select("taalles").run()
    assert "Bij 1 van de 12 deelnemers is taalles ingezet." in text_of(app)
    assert "waar het op gericht was" not in text_of(app)
    assert "finances: met: 1 van de 1 · zonder: 4 van de 11; housing:" in charts(app)[-1][1]


def test_professionals_and_measures_are_counted_before_and_after(
    dashboard_store: Store, app: AppTest, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(tables, "KNOWN_INSTRUMENTS", (shipped_sets()["support_measures"],))
    rows = [f"{person} | professionals | support_measures | {moment} | {n} | 2025-0{1 + moment}-01"
            for person, values in enumerate([(5, 2), (3, 3), (2, 4)], start=1)
            for moment, n in enumerate(values)]  # fmt: skip
    heading = "person | indicator | instrument | moment | value | date"
    Project(dashboard_store).register("\n".join([heading, *rows]))
    said = told(app)
    assert "1 van de 3 deelnemers heeft minder hulpverleners dan bij de start, 1 evenveel, 1 kreeg er meer." in said
    assert "Samen 10 bij de 0-meting, 9 bij de laatste meting." in said
    assert "Nog niet gemeten: Ondertoezichtstellingen" in said


def test_a_project_without_any_of_it_says_what_to_fill_in_and_where(dashboard_store: Store, app: AppTest):
    Project(dashboard_store).register("person | moment | value | date\n1 | 0 | 2 | 2025-01-10")
    said = told(app)
    assert "Er zijn nog geen doelen geregistreerd. Zet ze op het blad Doelen" in said
    assert "Er zijn nog geen interventies geregistreerd. Zet ze op het blad Interventies" in said
    assert "Zet op het blad Metingen naast de scores een kolom voor wat u telt: Hulpverleners" in said
    assert "naast wie het niet kreeg?" not in said
    assert charts(app) == []


def test_marks_are_never_shown(project: Project, app: AppTest):
    opened(app, PAGE)
    assert "**" not in html_of(app)


def test_the_page_speaks_english(project: Project, app: AppTest):
    app.button_group(key="lang").set_value("en").run()
    said = told(app)
    assert "5 goals were agreed. 4 of them have been judged. 3 of the 4 were reached." in said
    assert "Of those who had this, 3 of 4 moved forward on finances , at which it was aimed." in said
    assert "This describes and proves nothing." in said
