"""Start: the projects there are, or what to do when there is none."""

from streamlit.testing.v1 import AppTest

from pipelines import imports
from pipelines.ingest.cells.upload import Upload
from pipelines.store.store import Store
from tests.dashboard.small_files import measurements


def headers(app: AppTest) -> list[str]:
    return [header.value for header in app.header]


def said(app: AppTest) -> str:
    return " ".join(element.proto.body for element in app.get("html"))


def test_without_a_project_the_page_says_how_to_begin(app: AppTest):
    assert not app.exception
    assert headers(app) == ["Er is nog geen project", "Zo gaat het"]


def test_a_project_is_listed_with_who_was_measured(dashboard_store: Store, app: AppTest):
    imports.import_files(dashboard_store, "Achter de voordeur", [Upload(name="m.csv", content=measurements())])
    app.run()
    assert headers(app)[0] == "Uw projecten"
    assert "4 deelnemers" in said(app)
    assert "4 met een 0-meting" in said(app)
    assert "3 opnieuw gemeten" in said(app)
    assert "0 verhalen" in said(app)
    assert "verzonnen" not in said(app)


def test_a_sample_project_says_that_it_is_invented(dashboard_store: Store, app: AppTest):
    uploads = [Upload(name="m.csv", content=measurements())]
    imports.import_files(dashboard_store, "Voorbeeld", uploads, is_sample=True)
    assert "verzonnen voorbeeldgegevens" in said(app.run())


def test_marks_in_the_name_of_a_project_stay_marks(dashboard_store: Store, app: AppTest):
    name = "Buurt *West* [klik](http://x.nl)"
    imports.import_files(dashboard_store, name, [Upload(name="m.csv", content=measurements())])
    labels = [link.proto.label for link in app.run().get("page_link")]
    assert r"Buurt \*West\* \[klik\]\(http\://x\.nl\)" in labels


def test_the_template_comes_for_each_instrument_in_either_language(app: AppTest):
    assert len(app.selectbox(key="template_instrument").options) == 6
    assert app.button_group(key="template_language_nl").value == "nl"
