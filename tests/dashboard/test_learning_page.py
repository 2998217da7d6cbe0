"""Wat leren we?: a lesson is written, read back without names, kept, and stands in the log until it is removed."""

import re
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from pipelines import notes
from pipelines.domain.note import Lesson
from pipelines.store.store import Store
from tests.ingest.reading import keep
from tests.spec.tables import Project

PAGE = "dashboard/pages/learning.py"
MEASUREMENTS = """
    person | moment | date       | value
    1      | 0      | 2025-01-10 | 2
    1      | 1      | 2025-07-10 | 3
    2      | 0      | 2025-01-20 | 4
    2      | 1      | 2025-12-20 | 3
"""
WRITTEN = {"seen": "Mensen wachten lang.", "decided": "Wij bellen eerder.", "changed": "Een vast belmoment."}


@pytest.fixture(autouse=True)
def without_the_finder_of_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """It takes half a minute to load; tests/test_notes.py holds that notes pass through it."""
    monkeypatch.setattr(notes.clean_note, "__defaults__", (keep,))
    monkeypatch.setattr(notes.keep_note, "__defaults__", (keep,))


@pytest.fixture
def project(dashboard_store: Store) -> Project:
    project = Project(dashboard_store)
    project.register(MEASUREMENTS, reference_on="2026-01-15")
    return project


def opened(app: AppTest) -> AppTest:
    app.switch_page(PAGE).run()
    assert not app.exception
    return app


def text_of(app: AppTest) -> str:
    html = "\n".join(element.proto.body for element in app.get("html"))
    return " ".join(re.sub("<[^>]+>", " ", html).split())


def sent(app: AppTest, *, round: int = 0, day: date | None = None, role: str = "wijkcoach", **said: str) -> AppTest:
    """The form as it is sent with these texts."""
    for field, text in said.items():
        app.text_area(key=f"lesson_{field}_1_{round}").set_value(text)
    app.date_input(key=f"lesson_changed_on_1_{round}").set_value(day)
    app.text_input(key=f"lesson_role_1_{round}").set_value(role)
    submit = next(button for button in app.button if button.key == f"lesson_submit_1_{round}")
    submit.click().run()
    assert not app.exception
    return app


def kept(store: Store) -> list[Lesson]:
    return [one.note for one in notes.notes_of(store, 1, Lesson)]


def remember(store: Store, **said: object) -> None:
    usual = {"seen": "Wachttijd", "decided": "Eerder bellen", "role": "team", "noted_on": date(2026, 1, 10)}
    notes.keep_note(store, "Project", Lesson(**usual | said), keep)


def test_without_a_project_the_page_invites(app: AppTest):
    assert [header.value for header in opened(app).header] == ["Nog geen project"]


def test_an_empty_log_says_why_to_keep_one_and_shows_an_example(project: Project, app: AppTest):
    said = text_of(opened(app))
    assert "Er staat nog niets in." in said
    assert "Een verzonnen voorbeeld" in said
    assert "De budgetcoach zit nu elke dinsdag in het buurthuis. vanaf 1 maart 2026" in said


def test_nothing_is_kept_before_it_is_read_back(project: Project, dashboard_store: Store, app: AppTest):
    said = text_of(sent(opened(app), **WRITTEN))
    assert "Zo bewaren we het: Mensen wachten lang. Wij bellen eerder. Een vast belmoment." in said
    assert kept(dashboard_store) == []


def test_what_was_read_back_is_kept_and_stands_in_the_log(project: Project, dashboard_store: Store, app: AppTest):
    opened(app).selectbox(key="lesson_domain_1_0").select("finances")
    sent(app, **WRITTEN, day=date(2026, 1, 5)).button(key="keep_lesson").click().run()
    assert kept(dashboard_store) == [
        Lesson(**WRITTEN, life_domain="finances", changed_on=date(2026, 1, 5), role="wijkcoach", noted_on=date.today())
    ]
    said = text_of(app)
    assert "Er staat 1 les in het logboek" in said
    assert "finances Gezien Mensen wachten lang. Besloten Wij bellen eerder. Veranderd Een vast belmoment." in said
    assert "Hoe het er nu voor staat: 1 van de 2 deelnemers ging vooruit op finances" in said
    assert "Minder dan 10 mensen" in said
    assert app.text_area(key="lesson_seen_1_1").value == ""


@pytest.mark.parametrize(
    ("lacking", "asked"),
    [("seen", "Schrijf eerst op wat u zag."), ("decided", "Schrijf ook op wat u besloot."),
     ("changed", "U noemt een dag."), ("role", "in welke rol")],
)  # fmt: skip
def test_what_is_still_needed_is_asked(
    project: Project, dashboard_store: Store, app: AppTest, lacking: str, asked: str
):
    written = {**WRITTEN, "role": "team", lacking: "  "}
    sent(opened(app), day=date(2026, 1, 5), **written)
    assert asked in text_of(app)
    assert "Zo bewaren we het" not in text_of(app)


def test_a_decision_without_a_change_is_a_lesson_too(project: Project, dashboard_store: Store, app: AppTest):
    sent(opened(app), **{**WRITTEN, "changed": ""}).button(key="keep_lesson").click().run()
    (lesson,) = kept(dashboard_store)
    assert (lesson.changed, lesson.changed_on, lesson.life_domain) == (None, None, None)


def test_the_newest_lesson_comes_first(project: Project, dashboard_store: Store, app: AppTest):
    remember(dashboard_store, seen="Toen dit")
    remember(dashboard_store, seen="Daarna dat", noted_on=date(2026, 1, 12))
    said = text_of(opened(app))
    assert "De nieuwste is van 12 januari 2026." in said
    assert said.index("Daarna dat") < said.index("Toen dit")


def test_a_change_with_a_day_leads_to_the_time_axis(project: Project, dashboard_store: Store, app: AppTest):
    remember(dashboard_store)
    assert "tijdas" not in text_of(opened(app))
    remember(dashboard_store, changed="belmoment", changed_on=date(2026, 1, 5))
    assert "op de tijdas van “Blijft het?”" in text_of(opened(app))
    assert "over_time" in [link.proto.page for link in app.get("page_link")]


def test_what_somebody_wrote_stays_text(project: Project, dashboard_store: Store, app: AppTest):
    remember(dashboard_store, seen="<b>vet</b> & meer")
    html = "\n".join(element.proto.body for element in opened(app).get("html"))
    assert "&lt;b&gt;vet&lt;/b&gt; &amp; meer" in html


def test_a_lesson_is_removed_in_two_steps(project: Project, dashboard_store: Store, app: AppTest):
    remember(dashboard_store)
    opened(app).button(key="remove_Lesson_1").click().run()
    assert kept(dashboard_store)
    app.button(key="remove_for_good_Lesson_1").click().run()
    assert kept(dashboard_store) == []
    assert "Er staat nog niets in." in text_of(app)


def test_the_page_speaks_english(project: Project, dashboard_store: Store, app: AppTest):
    remember(dashboard_store, life_domain="finances")
    app.button_group(key="lang").set_value("en").run()
    said = text_of(opened(app))
    assert "10 January 2026 · finances Seen Wachttijd Decided Eerder bellen" in said
    assert "How things stand now: 1 of the 2 participants moved forward on finances" in said
