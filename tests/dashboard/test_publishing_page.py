"""Publiceren: composed, looked at, handed over, signed; and a story that may not be told any more."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pipelines.editions.bundle import read_bundles
from pipelines.editions.edition import Edition
from pipelines.ingest.identities import free_text
from pipelines.publishing import proposing
from pipelines.publishing.withdrawing import mark_withdrawn
from pipelines.store.store import Store
from tests.dashboard.served import login_of, serve
from tests.ingest.reading import keep
from tests.publishing.conftest import TWO_PLACES
from tests.publishing.people import register
from tests.publishing.test_stories import story
from tests.spec.tables import Project

PAGE = "dashboard/pages/publishing.py"


@pytest.fixture(autouse=True)
def without_the_finder_of_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """It takes half a minute to load; below it is held that reasons pass through it."""
    monkeypatch.setattr(proposing.without_names, "__defaults__", (keep,))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TEL_EN_VERTEL_EDITIONS", str(tmp_path / "editions"))
    return tmp_path / "editions"


@pytest.fixture
def project(dashboard_store: Store, folder: Path) -> Project:
    project = Project(dashboard_store)
    stories = [story(1, "better", why="het klopt"), story(2, "worse"), story(3, "better")]
    register(project, TWO_PLACES, narratives=stories)
    return project


def opened(app: AppTest) -> AppTest:
    app.switch_page(PAGE).run()
    assert not app.exception
    return app


def text_of(app: AppTest) -> str:
    html = "\n".join(element.proto.body for element in app.get("html"))
    return " ".join(re.sub("<[^>]+>", " ", html).split())


def composed(app: AppTest) -> AppTest:
    next(button for button in app.button if button.key == "publish_1_show").click().run()
    assert not app.exception
    return app


def handed_over(app: AppTest, by: str = "A. Jansen") -> AppTest:
    app.text_input(key="proposed_by").set_value(by).run()
    app.button(key="propose").click().run()
    assert not app.exception
    return app


def signed(app: AppTest, by: str = "M. de Boer") -> AppTest:
    app.text_input(key="signed_by").set_value(by).run()
    app.checkbox(key="looked").check().run()
    app.button(key="sign").click().run()
    assert not app.exception
    return app


def published(folder: Path) -> list[Edition]:
    return list(read_bundles(folder)) if folder.exists() else []


def test_the_road_from_composing_to_an_edition(project: Project, app: AppTest, folder: Path):
    opened(app).multiselect(key="publish_1_attributes").set_value(["place"])
    said = text_of(composed(app))
    assert "Wat is verborgen, en waarom?" in said
    assert "kleiner dan 10, of nul" in said
    assert "A. Jansen stelde dit samen" in text_of(handed_over(app))
    assert published(folder) == []
    said = text_of(signed(app))
    assert "getekend door M. de Boer" in said
    (edition,) = published(folder)
    assert (edition.manifest.composed_by, edition.manifest.signed_by) == ("A. Jansen", "M. de Boer")
    assert edition.contents.attributes == {"place": ("North", "South")}
    assert [one.chosen_because for one in edition.stories] == ["het klopt", "beside_the_others"]


def test_nobody_signs_without_saying_that_it_was_read(project: Project, app: AppTest, folder: Path):
    handed_over(composed(opened(app)))
    app.text_input(key="signed_by").set_value("M. de Boer").run()
    assert app.button(key="sign").disabled
    assert "ik herken niemand" in app.checkbox(key="looked").label


def test_who_signs_alone_says_so(project: Project, app: AppTest):
    handed_over(composed(opened(app)))
    app.text_input(key="signed_by").set_value("a. jansen").run()
    assert "Er is geen tweede lezer" in app.checkbox(key="looked").label


def test_who_logged_in_to_propose_may_not_sign(project: Project, app: AppTest, monkeypatch: pytest.MonkeyPatch):
    serve(monkeypatch)
    app.user = login_of("project_leader")
    composed(opened(app.run()))
    app.button(key="propose").click().run()
    assert "U stelde dit zelf samen" in text_of(app)
    assert [button for button in app.button if button.key == "sign"] == []
    app.user = login_of("second_reader")
    app.run()
    app.checkbox(key="looked").check().run()
    assert "U tekent als" in text_of(app)
    assert not app.button(key="sign").disabled


def test_the_preview_is_what_readers_will_see(project: Project, app: AppTest):
    said = text_of(composed(opened(app)))
    assert "Concept, nog niet getekend" in said
    assert "“Story 1.”" in said
    assert "Ongeveer 30 van de ongeveer 70 deelnemers gingen vooruit" in said


def test_what_changed_since_the_proposal_is_not_signed(project: Project, app: AppTest, folder: Path):
    handed_over(composed(opened(app)))
    register(project, {"North": {"improved": 12, "same": 12, "declined": 12}}, first=300)
    assert "registraties of teksten veranderd" in text_of(app.run())
    assert [button for button in app.button if button.key == "sign"] == []
    app.button(key="take_back").click().run()
    assert [button.key for button in app.button if button.key == "publish_1_show"]


def test_a_refusal_says_what_to_do(project: Project, app: AppTest):
    signed(handed_over(composed(opened(app))))
    register(project, {"North": {"improved": 3}}, first=300)
    said = text_of(composed(app.run()))
    assert "mensen die instroomden met minder dan 10 veranderd" in said
    assert [field for field in app.text_input if field.key == "proposed_by"] == []


def test_a_story_without_a_reason_is_asked_for_one(project: Project, app: AppTest):
    opened(app).checkbox(key="publish_1_story_3").check()
    assert "staat niet waarom u het kiest" in text_of(composed(app))


def test_the_better_stories_alone_are_refused(project: Project, app: AppTest):
    opened(app).checkbox(key="publish_1_story_2").uncheck()
    assert "alleen verhalen die beter werden" in text_of(composed(app))


def test_names_are_taken_out_of_reasons(project: Project, app: AppTest, monkeypatch: pytest.MonkeyPatch):
    cleaned: list[str] = []

    def note(text: str):
        cleaned.append(text)
        return keep(text)

    assert proposing.free_text.clean is free_text.clean
    monkeypatch.setattr(proposing.without_names, "__defaults__", (note,))
    composed(opened(app))
    assert cleaned == ["het klopt"]


def test_a_story_that_is_withdrawn_is_said_and_replaced(
    project: Project, app: AppTest, folder: Path, dashboard_store: Store
):
    signed(handed_over(composed(opened(app))))
    (old,) = published(folder)
    project.register(narratives=[story(1, "better", consent="internal", why="het klopt")])
    mark_withdrawn(dashboard_store)
    assert "mag niet meer" in text_of(app.run())
    app.text_input(key=f"replaced_by_{old.id}").set_value("M. de Boer").run()
    app.button(key=f"replace_{old.id}").click().run()
    assert not app.exception
    (new,) = published(folder)
    assert (new.manifest.replaces, [one.number for one in new.stories]) == (old.id, [2])


def test_a_small_project_is_told_to_wait(dashboard_store: Store, folder: Path, app: AppTest):
    register(Project(dashboard_store), {"North": {"improved": 4}})
    assert "minder dan 10 mensen mee" in text_of(composed(opened(app)))


def test_it_is_all_there_in_english(project: Project, app: AppTest):
    app.button_group(key="lang").set_value("en").run()
    assert "What is hidden, and why?" in text_of(composed(opened(app)))
