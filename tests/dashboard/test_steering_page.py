"""Bijsturen: what asks for attention now, and the list under the project's own numbers."""

import re
from collections.abc import Callable
from datetime import date
from io import BytesIO

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.components import steering_list
from pipelines import imports
from pipelines.domain.records import Goal
from pipelines.ingest.cells.upload import Upload
from pipelines.store.store import Store
from tests.dashboard.small_files import HEADINGS, measurements
from tests.ingest.spreadsheets import csv
from tests.spec.tables import Project

PAGE = "dashboard/pages/steering.py"
FILE_KEY = "due_list_file_0"
PEOPLE = """
    person | enrolled   | area
    1      | 2025-01-02 | east
    2      | 2025-01-02 | east
    3      | 2025-12-12 |
    4      | 2025-12-20 | west
"""
MEASUREMENTS = """
    person | moment | date       | value
    1      | 0      | 2025-01-10 | 2
    1      | 1      | 2025-07-10 | 3
    2      | 0      | 2025-01-20 | 4
    2      | 1      | 2025-12-20 | 3
    3      | 0      | 2025-07-10 | 2
"""


@pytest.fixture
def project(dashboard_store: Store) -> Project:
    """3 is due on 10 January, 4 has no start since 19 January; on the 1st one of two went back."""
    project = Project(dashboard_store)
    project.register(MEASUREMENTS, PEOPLE, reference_on="2026-01-15")
    return project


def opened(app: AppTest) -> AppTest:
    app.switch_page(PAGE).run()
    assert not app.exception
    return app


def text_of(app: AppTest) -> str:
    """What the reader sees: without the style sheets."""
    html = "\n".join(element.proto.body for element in app.get("html") if not element.proto.body.startswith("<style>"))
    return " ".join(re.sub("<[^>]+>", " ", html).split())


def alternatives(app: AppTest) -> list[str]:
    return [chart.proto.alt for chart in app.get("plotly_chart")]


def test_without_a_project_the_page_invites(app: AppTest):
    assert [header.value for header in opened(app).header] == ["Nog geen project"]


def test_now_is_the_reference_date_of_the_project(project: Project, app: AppTest):
    assert "Gerekend op de peildatum van dit project: 15 januari 2026." in text_of(opened(app))


def test_who_is_overdue_and_who_is_coming_is_counted(project: Project, app: AppTest):
    said = text_of(opened(app))
    assert "Bij 1 van de 4 deelnemers die er nu zijn is een meting te laat, al 5 dagen." in said
    assert "In de komende 4 weken is er 1 aan de beurt. Van deze mensen heeft er 1 nog geen 0-meting." in said
    assert any("Al te laat: 1; 15 januari 2026 tot en met 21 januari 2026: 1" in alt for alt in alternatives(app))


def test_the_table_tells_it_by_moment(project: Project, app: AppTest):
    opened(app)
    html = next(element.proto.body for element in app.get("html") if "<caption" in element.proto.body)
    cells = [re.findall(r">([^<]*)</t[dh]>", row) for row in html.split("<tr>")[2:]]
    assert cells == [["0-meting", "0", "1", "–"], ["1-meting", "1", "0", "5 dagen"]]


def test_the_reader_chooses_how_far_to_look_ahead(project: Project, app: AppTest):
    project.register("person | moment | value | date\n5 | 0 | 2 | 2025-08-30", "person | enrolled\n5 | 2025-08-01")
    assert "zijn er 2 aan de beurt" not in text_of(opened(app))
    app.button_group(key="steering_weeks").set_value(8).run()
    assert "In de komende 8 weken zijn er 2 aan de beurt." in text_of(app)


def test_where_nobody_is_due_there_is_no_list_to_make(dashboard_store: Store, app: AppTest):
    Project(dashboard_store).register("person | moment | value | date\n1 | 0 | 2 | 2025-12-10",
                                      reference_on="2026-01-15")  # fmt: skip
    said = text_of(opened(app))
    assert "Er is niemand aan de beurt" in said
    assert "Komt er nog een ronde?" in said
    assert "Leg er uw eigen bestand naast" not in said
    assert not app.file_uploader


def test_where_people_move_back_is_told_over_the_line_that_the_reader_chooses(project: Project, app: AppTest):
    said = text_of(opened(app))
    assert "Op 1 van de 1 leefgebieden ging 25% of meer van de deelnemers achteruit: finances , 1 van de 2." in said
    assert "1 van de 2 deelnemers ging vooruit op finances, niemand bleef gelijk, 1 ging achteruit." in said
    app.select_slider(key="steering_line").set_value(50).run()
    assert "ging 50% of meer van de deelnemers achteruit" in text_of(app)


def test_few_people_are_marked(project: Project, app: AppTest):
    assert text_of(opened(app)).count("Minder dan 10 mensen") == 1


def test_what_falls_behind_is_told(project: Project, app: AppTest):
    goal = Goal(record_id=1, participant_id=1, life_domain="finances", description="rust", set_on=date(2025, 2, 1))
    project.register(goals=[goal])
    said = text_of(opened(app))
    assert "Het nieuwste over doelen is meer dan 3 maanden oud." in said
    assert "Over interventies, verhalen en herkenning is nog niets geregistreerd." in said
    assert "Metingen 20 december 2025 26 dagen 3" in said


def test_a_missing_field_stands_by_the_question_that_waits_for_it(project: Project, app: AppTest):
    said = text_of(opened(app))
    assert "Voor wie werkt het? Van 1 van de 4 deelnemers is dit kenmerk niet bekend: area." in said
    links = [link.proto.page for link in app.get("page_link")]
    assert "for_whom" in links
    assert "flow" not in links


def test_the_page_speaks_english(project: Project, app: AppTest):
    app.button_group(key="lang").set_value("en").run()
    said = text_of(opened(app))
    assert "For 1 of the 4 participants who are here now a measurement is overdue, by 5 days so far." in said
    assert "Counted on the reference date of this project: 15 January 2026." in said


# --- the list under the project's own numbers ---


@pytest.fixture
def brought_in(dashboard_store: Store) -> str:
    """Four people from a file; A4 was not measured again."""
    file = Upload(name="metingen.csv", content=measurements())
    assert imports.import_files(dashboard_store, "Achter de voordeur", [file]).import_id
    return "Achter de voordeur"


@pytest.fixture
def workbooks(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """What is written for download, as AppTest cannot fetch it."""
    written: list[bytes] = []
    write = steering_list.write_due_list

    def keep(*asked: object) -> bytes:
        written.append(write(*asked))
        return written[-1]

    monkeypatch.setattr(steering_list, "write_due_list", keep)
    return written


@pytest.fixture
def with_file(brought_in: str, app: AppTest) -> Callable[[bytes], AppTest]:
    """The page after somebody chose a file."""

    def choose(content: bytes, name: str = "lijst.csv") -> AppTest:
        opened(app).file_uploader(key=FILE_KEY).set_value([(name, content, "text/csv")]).run()
        assert not app.exception
        return app

    return choose


def test_the_list_comes_back_under_own_numbers(with_file: Callable[[bytes], AppTest], workbooks: list[bytes]):
    app = with_file(measurements())
    assert "De lijst is klaar: 1 meting , onder uw eigen nummer." in text_of(app)
    assert "3 andere nummers uit uw bestand zijn van mensen die nu niet aan de beurt zijn." in text_of(app)
    assert [button.label for button in app.get("download_button")] == ["Haal de lijst op"]
    sheet = openpyxl.load_workbook(BytesIO(workbooks[0])).active
    assert [row[:2] for row in sheet.iter_rows(values_only=True)][1:] == [("A4", "1-meting")]


def test_no_number_stands_on_the_page(with_file: Callable[[bytes], AppTest], dashboard_store: Store):
    app = with_file(measurements())
    with dashboard_store.cursor() as cursor:
        ids = cursor.execute("select participant_id from core.participant").fetchall()
    shown = " ".join([text_of(app), *alternatives(app), *(text.value for text in app.markdown)])
    assert not [number for number in ("A4", *(str(id) for (id,) in ids)) if number in shown]


def test_streamlit_lets_go_of_the_file_and_the_page_of_the_list(with_file: Callable[[bytes], AppTest]):
    app = with_file(measurements())
    assert app.file_uploader(key="due_list_file_1").value is None
    assert not any(isinstance(app.session_state[key], bytes | steering_list.Made) for key in app.session_state)
    app.run()
    assert not app.get("download_button")


def test_a_file_without_numbers_is_told_what_to_do(with_file: Callable[[bytes], AppTest]):
    app = with_file(csv([["Naam", "Adres"], ["Ans", "Kerkstraat 1"]]))
    assert "In lijst.csv vonden wij geen kolom met deelnemernummers." in text_of(app)
    assert not app.get("download_button")


def test_a_file_that_cannot_be_read_says_why(with_file: Callable[[bytes], AppTest]):
    assert "is geen rekenblad" in text_of(with_file(b"%PDF-1.7"))


def test_a_file_of_another_project_gives_no_list(with_file: Callable[[bytes], AppTest], workbooks: list[bytes]):
    app = with_file(f"{HEADINGS}\nZ9;0-meting;15-01-2025;1;2;3".encode("cp1252"))
    assert "Is het wel het bestand van dit project?" in text_of(app)
    assert "1 nummer uit uw bestand kent dit project niet." in text_of(app)
    assert not app.get("download_button")
    assert workbooks == []
