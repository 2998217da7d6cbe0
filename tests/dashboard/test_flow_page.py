"""The page "Wie kwam en wie ging?", on a small project in a real store."""

import pytest
from streamlit.testing.v1 import AppTest

from pipelines.store.store import Store
from tests.dashboard.test_count_and_tell_page import charts, html_of, opened, text_of
from tests.spec.tables import Project

PAGE = "dashboard/pages/flow.py"
REASONS = ("moved", "goal_reached", "", "referred")


def people() -> str:
    """Twenty people, two a month from January 2025; every fifth left after forty days and one in January
    2026; two days are not known."""
    lines = ["person | enrolled | left | reason"]
    for person in range(1, 19):
        came = f"2025-{(person + 1) // 2:02}-05"
        left = f"2025-{(person + 1) // 2 + 1:02}-14" if person % 5 == 0 else "2026-01-10" if person == 18 else ""
        lines.append(f"{person} | {came} | {left} | {REASONS[person % 4] if left else ''}")
    return "\n".join([*lines, "19 | | |", "20 | | |"])


def measurements() -> str:
    """Sixteen with a start, twelve of them measured again; who was not began lower."""
    lines = ["person | moment | value | date"]
    for person in range(1, 17):
        lines.append(f"{person} | 0 | {2 + person % 3 if person <= 12 else 1 + person % 2} | 2025-01-20")
        if person <= 12:
            lines.append(f"{person} | 1 | 4 | 2025-07-20")
    return "\n".join(lines)


@pytest.fixture
def project(dashboard_store: Store) -> Project:
    project = Project(dashboard_store)
    project.register(measurements(), people(), reach_target=30, reference_on="2026-01-31")
    return project


def told(app: AppTest) -> str:
    """Without the narrow spaces that keep a sum together."""
    return " ".join(text_of(opened(app, PAGE)).replace("\u00a0", " ").split())


def test_reach_is_said_against_the_own_target(project: Project, app: AppTest):
    said = told(app)
    assert "Van de 20 deelnemers die instroomden, zijn er 12 opnieuw gemeten." in said
    assert "Het project wil 30 mensen bereiken; dat zijn er nu 20 ." in said


def test_every_loss_of_the_funnel_is_named_for_the_ear_too(project: Project, app: AppTest):
    opened(app, PAGE)
    alternative = charts(app)[0][1]
    assert alternative == (
        "20 deelnemers stroomden in (1 vertrok vóór de 0-meting, 3 wachten nog op de 0-meting); "
        "16 met een 0-meting (3 te laat, 1 vertrokken); 12 opnieuw gemeten."
    )


def test_the_sum_of_the_whole_time_leaves_out_whose_day_is_not_known(project: Project, app: AppTest):
    said = told(app)
    assert "kwamen er 18 deelnemers bij en gingen er 4 weg." in said
    assert "Op 31 januari 2026 doen er dus nog 14 mee: 0 + 18 − 4 = 14." in said
    assert "Van 2 deelnemers weten we niet wanneer zij kwamen." in said


def test_the_table_adds_up_per_quarter_month_or_year(project: Project, app: AppTest):
    assert "2e kwartaal 2025 6 6 2 10 1 doel bereikt, 1 niet ingevuld" in told(app)
    assert "samen 0 18 4 14" in told(app)
    app.segmented_control(key="flow_period").set_value("year").run()
    assert "2025 0 18 3 15" in text_of(app)
    app.segmented_control(key="flow_period").set_value("month").run()
    assert "april 2025 6 2 1 7 1 doel bereikt" in text_of(app)


def test_official_figures_are_said_to_be_rounded_and_not_mended(project: Project, app: AppTest):
    assert "is daar afronding, geen fout, en wordt hier niet rechtgetrokken" in told(app)


def test_a_period_that_still_runs_is_said_to_run(project: Project, app: AppTest):
    assert "De laatste regel loopt nog: geteld tot en met 31 januari 2026." in told(app)
    app.segmented_control(key="flow_period").set_value("month").run()
    assert "loopt nog: geteld" not in text_of(app)


def test_why_people_left_and_what_is_not_filled_in(project: Project, app: AppTest):
    said = told(app)
    assert "4 van de 20 deelnemers zijn vertrokken." in said
    assert "Bij 2 van hen is geen reden ingevuld." in said
    assert "doel bereikt: 1; doorverwezen: 1; niet ingevuld: 2." in [alternative for _, alternative in charts(app)]


def test_how_long_people_take_part_and_that_some_are_not_done(project: Project, app: AppTest):
    said = told(app)
    assert "Wie vertrok, deed 40 dagen mee." in said
    assert "is nog niet klaar" in said
    assert "Zonder de 2 deelnemers van wie we niet weten wanneer zij kwamen." in said


def test_who_dropped_out_began_lower(project: Project, app: AppTest):
    said = told(app)
    assert (
        "Wie uitviel, stond er bij de start slechter voor. Dat zijn er maar 4: lees dit als losse voorbeelden." in said
    )
    assert "slechter af" in charts(app)[-1][1]


def test_four_who_left_are_few(project: Project, app: AppTest):
    assert told(app).count("Minder dan 10 mensen") == 2


def test_marks_are_never_shown(project: Project, app: AppTest):
    opened(app, PAGE)
    assert "**" not in html_of(app)


def test_the_page_speaks_english(project: Project, app: AppTest):
    app.button_group(key="lang").set_value("en").run()
    said = told(app)
    assert "Of the 20 participants who enrolled 12 were measured again." in said
    assert "Q2 2025 6 6 2 10 1 goal reached, 1 not filled in" in said


def test_without_participants_the_page_says_what_to_fill_in(dashboard_store: Store, app: AppTest):
    Project(dashboard_store).register()
    said = told(app)
    assert "Nog geen deelnemers" in said
    assert "“Instroomdatum” en, voor wie stopte, “Uitstroomdatum” en “Reden uitstroom”" in said
    assert charts(app) == []


def test_people_without_any_day_are_asked_for_one(dashboard_store: Store, app: AppTest):
    Project(dashboard_store).register(people="person\n1\n2")
    said = told(app)
    assert "Van geen enkele deelnemer is bekend wanneer die kwam." in said
    assert "Hoe lang mensen meedoen, is niet te zeggen" in said
    assert "Er is nog niemand met een 0-meting." in said


def test_without_a_project_the_page_invites(app: AppTest):
    opened(app, PAGE)
    assert [header.value for header in app.header] == ["Nog geen project"]
