"""Blijft het? on small projects in a real store."""

import re
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from pipelines.domain.note import Lesson
from pipelines.store.notes import add_note
from pipelines.store.store import Store
from tests.dashboard.test_count_and_tell_page import charts, html_of, opened, text_of
from tests.spec.tables import Project

PAGE = "dashboard/pages/over_time.py"
DAYS = ("2025-01-10", "2025-07-10", "2026-01-10")
# Twelve people at the start, eleven at the first follow-up, ten at the second; moments beside each other.
FINANCES = (
    (2, 3, 3), (2, 3, 4), (2, 4, 3), (2, 3, 2), (2, 4, 1), (2, 2, 3), (2, 2, 2), (3, 3, 3), (3, 3, 4), (4, 3, 3),
    (2, 3, None), (3, None, None),
)  # fmt: skip


def measurements(*courses: tuple[int | None, ...], indicator: str = "finances", instrument: str = "matrix_2017",
                 rater: str = "professional", dated: bool = True) -> str:  # fmt: skip
    lines = ["person | indicator | instrument | rater | moment | value | date"]
    for person, values in enumerate(courses, start=1):
        for moment, value in enumerate(values):
            if value is not None:
                day = DAYS[moment] if dated else ""
                lines.append(f"{person} | {indicator} | {instrument} | {rater} | {moment} | {value} | {day}")
    return "\n".join(lines)


@pytest.fixture
def project(dashboard_store: Store) -> Project:
    return Project(dashboard_store)


def keep(store: Store, **fields: object) -> None:
    lesson = {"seen": "iets", "decided": "iets anders", "role": "projectleider", "noted_on": date(2025, 9, 1)}
    with store.transaction() as cursor:
        add_note(cursor, 1, Lesson.model_validate({**lesson, **fields}))


def test_without_a_project_the_page_invites(app: AppTest):
    opened(app, PAGE)
    assert [header.value for header in app.header] == ["Nog geen project"]


def test_without_measurements_the_page_asks_for_them(project: Project, app: AppTest):
    project.register(people="person | area\n1 | east")
    opened(app, PAGE)
    assert [header.value for header in app.header] == ["Nog geen metingen"]


def test_how_many_were_measured_when_and_that_they_are_not_the_same_people(project: Project, app: AppTest):
    project.register(measurements(*FINANCES))
    said = text_of(opened(app, PAGE))
    assert "Gemeten op finances : 12 mensen bij de 0-meting, 11 bij de 1-meting en 10 bij de 2-meting." in said
    assert "Op latere momenten zijn minder mensen gemeten" in said
    assert "Elke rij hieronder toont dus deels andere mensen" in said


def test_the_change_since_the_start_is_told_of_the_last_moment(project: Project, app: AppTest):
    project.register(measurements(*FINANCES))
    said = text_of(opened(app, PAGE))
    assert "Bij de 2-meting: 5 van de 10 deelnemers gingen vooruit op finances, 3 bleven gelijk" in said
    assert "de mensen van de 2-meting zijn niet allemaal die van de 1-meting" in said
    assert "1-meting: 11 van 12 met een 0-meting zijn opnieuw gemeten · vooruit 55% (95%-interval 28–79%)." in said


def test_who_improved_and_still_is_ahead(project: Project, app: AppTest):
    project.register(measurements(*FINANCES))
    said = text_of(opened(app, PAGE))
    assert "Van de 5 die bij de 1-meting vooruit waren, waren 3 dat bij de 2-meting nog; 2 vielen terug" in said
    assert "2 mensen waren pas bij de 2-meting vooruit." in said
    assert "Van 1-meting naar 2-meting: 3 van de 5 is 60% (95%-interval 23–88%)." in said


def test_how_soon_counts_those_still_under_way_and_says_that_it_lags(project: Project, app: AppTest):
    project.register(measurements(*FINANCES))
    said = text_of(opened(app, PAGE))
    assert "8 van de 11 mensen die vooruit konden gaan, waren bij een of meer vervolgmetingen vooruit." in said
    assert "Naar schatting was na ongeveer 6 maanden de helft voor het eerst vooruit." in said
    assert "Van 3 weten we het nog niet" in said
    assert "Vooruitgang kennen we pas op de dag van de meting. Zij kwam eerder" in said


def test_the_parts_answer_one_question_after_the_other(project: Project, app: AppTest):
    project.register(measurements(*FINANCES))
    titles = re.findall('class="domain-name">(.+?)<', html_of(opened(app, PAGE)))
    assert titles == [
        "Wie is wanneer gemeten?", "Wat veranderde sinds de start?", "Houdt het stand?",
        "Hoe snel komt de eerste vooruitgang?", "Wat gebeurde er in welk kwartaal?",
    ]  # fmt: skip


def test_every_chart_says_its_numbers_in_words(project: Project, app: AppTest):
    project.register(measurements(*FINANCES))
    shown = charts(opened(app, PAGE))
    assert len(shown) == 5
    for spec, alternative in shown:
        counted = [n for trace in spec["data"] for n in trace.get("customdata", [])]
        assert alternative
        assert all(re.search(rf"\b{n}\b", alternative) for n in counted)


def test_as_long_as_nobody_was_measured_twice_after_the_start_the_page_says_what_to_do(project: Project, app: AppTest):
    project.register(measurements((2, 3), (3, 3)))
    said = text_of(opened(app, PAGE))
    assert "Nog niemand is na de start twee keer achter elkaar gemeten" in said
    assert "Plan een tweede vervolgmeting" in said
    assert "Wie is aan de beurt?" in [link.proto.label for link in app.get("page_link")]


def test_fewer_than_ten_people_are_marked_at_their_moment(project: Project, app: AppTest):
    project.register(measurements(*FINANCES[:9], *FINANCES[10:]))
    said = text_of(opened(app, PAGE))
    assert "2-meting: minder dan 10 mensen." in said
    assert "1-meting: minder dan 10 mensen." not in said


def test_as_long_as_nobody_was_measured_again_there_is_a_start_and_no_more(project: Project, app: AppTest):
    project.register(measurements((2,), (3,)))
    said = text_of(opened(app, PAGE))
    assert "Gemeten op finances : 2 mensen bij de 0-meting." in said
    assert "Nog niemand is opnieuw gemeten." in said
    assert "Hoe snel" not in said
    assert len(charts(app)) == 1


def test_amounts_stand_in_a_table_with_mean_and_spread(project: Project, app: AppTest):
    project.register(measurements((100, 50), (200, 300), indicator="debt", instrument="support"))
    shown = html_of(opened(app, PAGE))
    assert '<td data-label="Gemiddelde">150</td><td data-label="Spreiding">70,7</td>' in shown
    assert "Er zijn te veel verschillende waarden voor een balk." in shown
    assert len(charts(app)) == 3


def test_without_dates_no_time_can_be_told(project: Project, app: AppTest):
    project.register(measurements((2, 3), (3, 3), dated=False))
    said = text_of(opened(app, PAGE))
    assert "Hoe snel het ging, is niet te zeggen" in said
    assert "Vul op het blad Metingen bij elke meting de datum in" in said
    assert "Er is nog geen vervolgmeting met een datum." in said
    assert "2 mensen tellen hier niet mee" not in said


def test_what_the_project_changed_stands_on_the_time_axis(project: Project, dashboard_store: Store, app: AppTest):
    project.register(measurements(*FINANCES))
    keep(dashboard_store, life_domain="finances", changed="een <b>spreekuur</b>", changed_on=date(2025, 9, 2))
    keep(dashboard_store, changed="een tweede begeleider", changed_on=date(2025, 10, 1))
    keep(dashboard_store, life_domain="housing", changed="een klusteam", changed_on=date(2025, 10, 1))
    keep(dashboard_store, decided="later bekijken")
    said = text_of(opened(app, PAGE))
    spec, alternative = charts(app)[-1]
    written = " ".join(note["text"].replace("<br>", " ") for note in spec["layout"]["annotations"])
    assert "2 september 2025: een &lt;b&gt;spreekuur&lt;/b&gt;" in written
    assert "1 oktober 2025: een tweede begeleider" in alternative
    assert "klusteam" not in written + alternative
    assert "later bekijken" not in written + alternative
    assert "Gaat het na een streep anders? Dan hoeft dat niet door die aanpassing te komen." in said


def test_a_note_that_was_just_kept_stands_there_at_once(project: Project, dashboard_store: Store, app: AppTest):
    project.register(measurements(*FINANCES))
    opened(app, PAGE)
    keep(dashboard_store, changed="een klusteam", changed_on=date(2025, 9, 2))
    assert "een klusteam" in charts(app.run())[-1][1]


def test_a_project_that_noted_nothing_is_told_where_to(project: Project, app: AppTest):
    project.register(measurements(*FINANCES))
    said = text_of(opened(app, PAGE))
    assert "Leg het vast bij Leren" in said
    assert "Gaat het na een streep anders?" not in said
    assert "In elk kwartaal zijn andere mensen gemeten." in said


def test_first_shown_is_where_most_improved_and_a_choice_is_kept(project: Project, app: AppTest):
    project.register(measurements((2, 2), (2, 3)))
    project.register(measurements((2, 3), (2, 3), indicator="housing"))
    opened(app, PAGE)
    choice = app.selectbox(key="over_time_1")
    assert (choice.value, choice.options) == ("matrix_2017.housing", ["finances", "housing"])
    choice.select("matrix_2017.finances").run()
    assert "Gemeten op finances" in text_of(app)
    opened(app, "dashboard/pages/count_and_tell.py")
    assert "Gemeten op finances" in text_of(opened(app, PAGE))


def test_two_kinds_of_rater_are_never_thrown_together(project: Project, app: AppTest):
    project.register(measurements((2, 3), (2, 3), (2, 2)))
    project.register(measurements((4, 3), (4, 4), rater="participant"))
    assert "2 van de 3 deelnemers" in text_of(opened(app, PAGE))
    app.selectbox(key="over_time_1_matrix_2017.finances_rater").select("participant").run()
    assert "Niemand van de 2 deelnemers" in text_of(app)


def test_the_page_speaks_english(project: Project, app: AppTest):
    project.register(measurements(*FINANCES))
    app.button_group(key="lang").set_value("en").run()
    said = text_of(opened(app, PAGE))
    assert "Measured on finances : 12 people at the start, 11 at follow-up 1 and 10 at follow-up 2." in said
    assert "Of the 5 who were ahead of their start at follow-up 1, 3 still were at follow-up 2; 2 fell back" in said
    assert "After about 6 months an estimated half of them were ahead of their start for the first time." in said
