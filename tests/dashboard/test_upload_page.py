"""Aanleveren: read, check, preview, import, look back and withdraw."""

import pytest
from streamlit.testing.v1 import AppTest

from pipelines import imports
from pipelines.ingest.cells.upload import Upload
from pipelines.store.store import Store
from tests.dashboard.small_files import measurements, measurements_with_a_mistake

PAGE = "dashboard/pages/upload.py"
PROJECT = "Achter de voordeur"


@pytest.fixture
def page(app: AppTest) -> AppTest:
    return app.switch_page(PAGE).run()


def said(page: AppTest) -> str:
    return " ".join([element.proto.body for element in page.get("html")] + [element.value for element in page.markdown])


def headers(page: AppTest) -> list[str]:
    return [header.value for header in page.header]


def with_files(page: AppTest, *contents: bytes, round: int = 0) -> AppTest:
    page.text_input(key=f"new_project_name_{round}").set_value(PROJECT)
    files = [(f"metingen_{number}.csv", content, "text/csv") for number, content in enumerate(contents)]
    return page.file_uploader(key=f"upload_files_{round}").set_value(files).run()


def test_an_empty_page_says_where_to_begin_and_that_there_is_no_history(page: AppTest):
    assert not page.exception
    assert "Nog geen bestand?" in said(page)
    assert "Er is nog niets aangeleverd" in said(page)


def test_files_are_not_read_before_the_project_has_a_name(page: AppTest):
    page.file_uploader(key="upload_files_0").set_value([("m.csv", measurements(), "text/csv")]).run()
    assert "Geef het project eerst een naam" in said(page)
    assert "Dit is herkend" not in headers(page)


def test_what_was_recognised_is_counted_and_listed(page: AppTest):
    with_files(page, measurements())
    assert not page.exception
    assert "7 rijen gelezen: 7 goed, 0 geweigerd, 0 overgeslagen." in said(page)
    assert "score op Financiën" in said(page)
    assert "Er zijn geen fouten gevonden." in said(page)


def test_the_preview_says_what_will_change_and_nothing_is_stored_yet(page: AppTest, dashboard_store: Store):
    with_files(page, measurements())
    assert "<strong>4</strong> nieuwe deelnemers" in said(page)
    assert "<strong>21</strong> nieuwe scores" in said(page)
    assert imports.history(dashboard_store) == ()


def test_the_button_imports_and_the_page_starts_afresh(page: AppTest, dashboard_store: Store):
    with_files(page, measurements()).button(key="import_button").click().run()
    assert not page.exception
    (record,) = imports.history(dashboard_store)
    assert (record.project, record.tally.accepted) == (PROJECT, 7)
    assert "7 rijen zijn ingelezen voor Achter de voordeur, als levering 1." in said(page)
    assert page.file_uploader(key="upload_files_1").value == []
    assert page.selectbox(key="upload_project_1").value == 1


def test_a_mistake_is_shown_with_its_cell_and_stops_the_import(page: AppTest, dashboard_store: Store):
    with_files(page, measurements_with_a_mistake())
    cell = '<td data-label="Rij">2</td><td data-label="Kolom">Financiën</td><td data-label="Staat er nu">7</td>'
    assert cell in said(page)
    assert page.button(key="import_button").disabled
    assert imports.history(dashboard_store) == ()


def test_refused_rows_stay_out_only_by_choice_and_stay_visible(page: AppTest, dashboard_store: Store):
    with_files(page, measurements_with_a_mistake())
    leave_out = next(box for box in page.checkbox if box.key.startswith("leave_out_"))
    leave_out.check().run()
    page.button(key="import_button").click().run()
    (record,) = imports.history(dashboard_store)
    assert (record.tally.accepted, record.tally.refused) == (6, 1)
    assert "De geweigerde rijen zijn weggelaten" in said(page)
    assert "1 weggelaten wegens fouten" in said(page)


def test_the_same_files_again_have_nothing_to_import(page: AppTest, dashboard_store: Store):
    imports.import_files(dashboard_store, PROJECT, [Upload(name="metingen_0.csv", content=measurements())])
    page.run()
    page.file_uploader(key="upload_files_0").set_value([("metingen_0.csv", measurements(), "text/csv")]).run()
    assert "al ingelezen, als levering 1" in said(page)
    assert "import_button" not in [button.key for button in page.button]


def test_a_withdrawal_is_asked_twice_and_then_told(page: AppTest, dashboard_store: Store):
    imports.import_files(dashboard_store, PROJECT, [Upload(name="m.csv", content=measurements())])
    page.run().button(key="withdraw_1").click().run()
    assert imports.history(dashboard_store)[0].withdrawn_at is None
    page.button(key="withdraw_yes").click().run()
    assert imports.history(dashboard_store)[0].withdrawn_at is not None
    assert "Levering 1 is teruggetrokken" in said(page)
    assert "withdraw_1" not in [button.key for button in page.button]


def test_a_withdrawal_can_be_called_off(page: AppTest, dashboard_store: Store):
    imports.import_files(dashboard_store, PROJECT, [Upload(name="m.csv", content=measurements())])
    page.run().button(key="withdraw_1").click().run()
    page.button(key="withdraw_no").click().run()
    assert imports.history(dashboard_store)[0].withdrawn_at is None


def test_a_withdrawal_that_somebody_else_did_first_is_told(page: AppTest, dashboard_store: Store):
    imports.import_files(dashboard_store, PROJECT, [Upload(name="m.csv", content=measurements())])
    page.run().button(key="withdraw_1").click().run()
    imports.withdraw(dashboard_store, 1)
    page.button(key="withdraw_yes").click().run()
    assert not page.exception
    assert "Deze levering was al teruggetrokken." in said(page)


def test_a_mapping_that_cannot_be_used_says_why(page: AppTest):
    with_files(page, measurements())
    page.file_uploader(key="reading_mapping_0").set_value([("m.toml", b"dit is geen toml", "text/plain")]).run()
    assert "De kolomindeling is niet gebruikt" in said(page)
