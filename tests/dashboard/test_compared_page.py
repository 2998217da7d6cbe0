"""Vergeleken met wat, on small projects in a real store."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from pipelines import notes
from pipelines.domain.note import Attribution, Note
from pipelines.store.store import Store
from tests.spec.tables import Project

PAGE = "dashboard/pages/compared.py"
DESCRIBED = {"target_group": "wie", "approach": "wat", "aim": "waarheen"}


def measured(changes: dict[int, tuple[int, int]]) -> str:
    rows = [f"{person} | {moment} | {value}" for person, both in changes.items() for moment, value in enumerate(both)]
    return "\n".join(["person | moment | value", *rows])


def people(participants: range, comparison: range) -> str:
    rows = [f"{person} | participant | {'east' if person % 2 else 'west'}" for person in participants]
    return "\n".join(["person | participation | area", *rows, *(f"{person} | comparison | " for person in comparison)])


TWELVE_AND_TWELVE = measured(
    {person: (2, 4 if person % 6 else 3) for person in range(1, 13)}
    | {person: (2, 2 if person % 4 else 3) for person in range(13, 25)}
)


@pytest.fixture
def project(dashboard_store: Store) -> Project:
    return Project(dashboard_store)


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading a text for names takes half a minute to begin with; tests/test_notes.py is about that."""

    def as_it_is(store: Store, project: str, note: Note, *_: object) -> notes.CleanedNote:
        return notes.CleanedNote(note=note, taken_out=())

    monkeypatch.setattr(notes, "clean_note", as_it_is)


def opened(app: AppTest) -> AppTest:
    app.switch_page(PAGE).run()
    assert not app.exception
    return app


def text_of(app: AppTest) -> str:
    html = "\n".join(element.proto.body for element in app.get("html"))
    return " ".join(re.sub("<[^>]+>", " ", html).split()).replace(" .", ".").replace(" ,", ",").replace(" :", ":")


def alternatives(app: AppTest) -> list[str]:
    return [chart.proto.alt for chart in app.get("plotly_chart")]


def test_the_difference_is_said_in_people_and_in_words(project: Project, app: AppTest):
    project.register(TWELVE_AND_TWELVE, people(range(1, 13), range(13, 25)), **DESCRIBED)
    said = text_of(opened(app))
    assert "Op finances ging het met deelnemers duidelijk beter dan met de vergelijkingsgroep." in said
    assert "bij deelnemers gingen er 12 van de 12 vooruit, bij de vergelijkingsgroep 3 van de 12." in said
    assert "De vooruitgang van één groep is nog niet het effect." in said
    assert "Op finances begonnen beide groepen gelijk of bijna gelijk." in said
    assert any("finances: deelnemers 12 van 12 vooruit (100%)" in alt for alt in alternatives(app))


def test_every_number_stands_in_a_table(project: Project, app: AppTest):
    project.register(TWELVE_AND_TWELVE, people(range(1, 13), range(13, 25)))
    assert "+1,58 (1,23 tot 1,94)" in text_of(opened(app))


def test_without_a_comparison_group_the_page_invites_to_find_one(project: Project, app: AppTest):
    project.register(TWELVE_AND_TWELVE, people(range(1, 25), range(0)), **DESCRIBED, rationale="waarom")
    said = text_of(opened(app))
    assert "Dit project heeft nog geen vergelijkingsgroep." in said
    assert "wachtlijst" in said
    assert "Vul op het blad Deelnemers in de kolom Groep “vergelijkingsgroep” in." in said
    assert "Begonnen beide groepen gelijk?" not in said
    assert "een vergelijkingsgroep die op alle onderdelen ook twee keer is gemeten" in said


def test_groups_of_participants_can_be_compared_meanwhile(project: Project, app: AppTest):
    project.register(TWELVE_AND_TWELVE, people(range(1, 25), range(0)))
    opened(app)
    app.selectbox(key="compared_attribute_1").select("area").run()
    assert not app.exception
    said = text_of(app)
    assert "tussen de groep “east” en de groep “west”" in said
    assert "niet of het project werkt" in said
    app.selectbox(key="compared_group_1_area").select("west").run()
    assert "● de groep “west”, ○ de groep “east”" in text_of(app)


def test_fewer_than_ten_people_are_no_pattern(project: Project, app: AppTest):
    project.register(measured({1: (2, 4), 2: (2, 3), 3: (3, 3)}), people(range(1, 3), range(3, 4)))
    said = text_of(opened(app))
    assert "minder dan 10 mensen twee keer gemeten" in said
    assert "duidelijk beter" not in said


def test_the_warning_of_the_low_point_stands_there_always(project: Project, app: AppTest):
    project.register(TWELVE_AND_TWELVE)
    assert "Mensen komen vaak binnen op een dieptepunt." in text_of(opened(app))


def test_the_ladder_says_what_the_next_rung_needs(project: Project, app: AppTest):
    project.register(TWELVE_AND_TWELVE, **DESCRIBED)
    said = text_of(opened(app))
    assert "Het bewijs staat op de trede beschrijvend: trede 2 van de 5." in said
    assert "waarom het werkt: waarom deze aanpak tot dat doel leidt" in said
    assert "Vul het blad Project aan en lever het opnieuw aan" in [link.proto.label for link in app.get("page_link")]


def test_a_group_that_was_alike_leads_to_the_highest_rung(project: Project, app: AppTest):
    project.register(TWELVE_AND_TWELVE, people(range(1, 13), range(13, 25)), **DESCRIBED, rationale="waarom")
    said = text_of(opened(app))
    assert "op de trede causaal: trede 5 van de 5." in said
    assert "Deelnemers en vergelijkingsgroep leken bij de start op elkaar." in said


def test_an_estimate_is_read_back_before_it_is_kept_and_can_be_removed(project: Project, app: AppTest, unread: None):
    project.register(TWELVE_AND_TWELVE)
    opened(app)
    assert "Nog niemand gaf hier een schatting." in text_of(app)
    for part, percent in (("low", 20), ("middle", 40), ("high", 60)):
        app.number_input(key=f"attribution_1_0_{part}").set_value(percent)
    app.text_input(key="attribution_1_0_role").set_value("wijkcoach")
    app.text_area(key="attribution_1_0_words").set_value("Er was ook een bank.")
    app.button(key="attribution_1_0_send").click().run()
    assert "Nog niemand gaf hier een schatting." in text_of(app)
    assert "Zo bewaren we het: Er was ook een bank." in text_of(app)
    app.button(key="keep_attribution").click().run()
    assert "Volgens die schatting komt 20% tot 60% van de verandering door het project." in text_of(app)
    assert "“Er was ook een bank.” wijkcoach · Het hele project ·" in text_of(app)
    app.button(key="remove_Attribution_1").click().run()
    app.button(key="remove_for_good_Attribution_1").click().run()
    assert "Nog niemand gaf hier een schatting." in text_of(app)


def test_an_estimate_must_be_a_range_with_a_reason(project: Project, app: AppTest, unread: None):
    project.register(TWELVE_AND_TWELVE)
    opened(app)
    app.button(key="attribution_1_0_send").click().run()
    assert "Vul de drie percentages, uw rol en de reden in." in text_of(app)
    for part, percent in (("low", 50), ("middle", 40), ("high", 60)):
        app.number_input(key=f"attribution_1_0_{part}").set_value(percent)
    app.text_input(key="attribution_1_0_role").set_value("wijkcoach")
    app.text_area(key="attribution_1_0_words").set_value("Daarom.")
    app.button(key="attribution_1_0_send").click().run()
    assert "Zet het laagste percentage vooraan" in text_of(app)


def test_an_estimate_changes_no_number(project: Project, app: AppTest, dashboard_store: Store, unread: None):
    project.register(TWELVE_AND_TWELVE, people(range(1, 13), range(13, 25)))
    before = alternatives(opened(app))
    note = Attribution(low=0, middle=0, high=0, role="x", reason="y", noted_on="2026-01-01")
    notes.keep_note(dashboard_store, "Project", note)
    assert [alt for alt in alternatives(app.run()) if "meest waarschijnlijk" not in alt] == before


def test_the_page_speaks_english(project: Project, app: AppTest):
    project.register(TWELVE_AND_TWELVE, people(range(1, 13), range(13, 25)))
    app.button_group(key="lang").set_value("en").run()
    assert "On finances participants clearly did better than the comparison group." in text_of(opened(app))


def test_a_project_without_follow_ups_has_nothing_to_compare(project: Project, app: AppTest):
    project.register("person | moment | value\n1 | 0 | 2\n2 | 0 | 3", people(range(1, 2), range(2, 3)))
    said = text_of(opened(app))
    assert "Er valt nog niets te vergelijken" in said
    assert "de doelgroep: voor wie het project is" in said


def test_without_measurements_the_page_invites(project: Project, app: AppTest):
    project.register("person | moment | value", people(range(1, 3), range(0)))
    opened(app)
    assert [header.value for header in app.header] == ["Nog geen metingen"]


def test_without_a_project_the_page_invites(app: AppTest):
    opened(app)
    assert [header.value for header in app.header] == ["Nog geen project"]
