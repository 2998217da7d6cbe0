"""Begrijpen: every question with a first answer, whatever is registered."""

import pytest
from streamlit.testing.v1 import AppTest

from pipelines.store.store import Store
from tests.dashboard.test_count_and_tell_page import opened, text_of
from tests.spec.tables import Project

PAGE = "dashboard/pages/understanding.py"
PEOPLE = """
    person | enrolled | participation | age_band
""" + "\n".join(f"{n} | 2025-01-05 | {'comparison' if n > 30 else ''} | {'18-29' if n % 2 else '30-44'}"
                for n in range(1, 61))  # fmt: skip


def measurements() -> str:
    """Thirty participants move forward, two levels or one, and keep it; of thirty others nobody moves."""
    lines = ["person | moment | value | date"]
    for person in range(1, 61):
        later = 2 if person > 30 else 3 + person % 2
        values = ((0, 2, "2025-01-10"), (1, later, "2025-07-10"), (2, later, "2026-01-10"))
        lines += [f"{person} | {moment} | {value} | {day}" for moment, value, day in values]
    return "\n".join(lines)


@pytest.fixture
def project(dashboard_store: Store) -> Project:
    return Project(dashboard_store)


def told(app: AppTest) -> str:
    return " ".join(text_of(opened(app, PAGE)).replace("\u00a0", " ").split())


def test_without_a_project_the_page_invites(app: AppTest):
    opened(app, PAGE)
    assert [header.value for header in app.header] == ["Nog geen project"]


def test_every_question_has_an_answer_from_the_data(project: Project, app: AppTest):
    project.register(measurements(), PEOPLE)
    said = told(app)
    assert "Alle 30 deelnemers die instroomden, zijn opnieuw gemeten." in said
    assert "finances : Van de 30 die bij de 1-meting vooruit waren, waren 30 dat bij de 2-meting nog" in said
    assert "Van de deelnemers is geregistreerd: leeftijdsgroep." in said
    assert "Op finances ging het met deelnemers duidelijk beter dan met de vergelijkingsgroep." in said


def test_what_is_not_registered_is_said_under_its_question(project: Project, app: AppTest):
    project.register("person | moment | value | date\n1 | 0 | 2 | 2025-01-10\n1 | 1 | 3 | 2025-07-10")
    said = told(app)
    for missing in ("nog geen doelen", "twee keer zijn gemeten", "nog geen kenmerk", "nog geen vergelijkingsgroep",
                    "nog niemand gevraagd"):  # fmt: skip
        assert missing in said


def test_nobody_at_all_is_said_too(project: Project, app: AppTest):
    project.register("person | moment | value | date\n1 | 0 | 2 | 2025-01-10")
    assert "zijn er 0" not in told(app)
