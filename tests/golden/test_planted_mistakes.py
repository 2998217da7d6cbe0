"""Every mistake in the files that are wrong on purpose is found where it was put, and nothing else is found."""

import tomllib
from collections import Counter
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from pipelines.delivery import Delivery
from pipelines.domain.import_report import ImportStatus
from pipelines.domain.issue import catalogue
from pipelines.imports import import_files, read_upload
from pipelines.ingest.cells.upload import Upload
from pipelines.ingest.mapping.column_mapping import read_mapping
from sample_data.load import FOLDER
from sample_data.making.wrong_files import FOUND, WORKBOOK, SmallFile, plan

PROJECT = "Met fouten (voorbeeld)"
# Cannot lie here as a file: it would be as large as it says; or is of somebody's own making on the page.
NOT_IN_A_FILE = {"file_too_large", "same_file_twice", "row_left_out", "correction_without_place"}


def listed():
    return tomllib.loads((FOLDER / FOUND).read_text(encoding="utf-8"))["mistake"]


def planted(name):
    """What the list says must be found in a file, as often as it must be found."""
    places = ("code", "sheet", "row", "column", "value")
    return Counter(tuple(mistake.get(place) for place in places) for mistake in listed() if mistake["file"] == name)


def found(registration):
    return Counter((issue.code, issue.sheet, issue.row, issue.column, issue.value) for issue in registration.issues)


def upload(name):
    return Upload(name=name.rpartition("/")[2], content=(FOLDER / name).read_bytes())


@pytest.fixture(scope="module")
def workbook(store):
    return read_upload(store, Delivery(project=PROJECT, uploads=(upload(WORKBOOK),)))


def read_small(store, file: SmallFile):
    mapping = read_mapping(file.mapping) if file.mapping else None
    delivery = Delivery(
        project=PROJECT, uploads=(upload(file.name),), instruments=tuple(file.instruments), mapping=mapping
    )
    return read_upload(store, delivery)


def test_the_workbook_has_exactly_its_planted_mistakes(workbook):
    assert found(workbook) == planted(WORKBOOK)


@pytest.mark.parametrize("file", plan().file, ids=lambda file: file.name)
def test_a_small_file_has_exactly_its_planted_mistake(store, file):
    assert found(read_small(store, file)) == planted(file.name)


def test_every_kind_of_mistake_is_planted_once():
    planted_codes = Counter(mistake.code for mistake in plan().mistake)
    planted_codes.update(code for file in plan().file for code in {mistake.code for mistake in file.mistake})
    assert planted_codes == Counter(set(catalogue()) - NOT_IN_A_FILE)


def test_a_file_that_unpacks_beyond_all_bounds_is_too_large(store):
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", bytes(30 * 1024**2))
    registration = read_upload(
        store, Delivery(project=PROJECT, uploads=(Upload(name="bomb.xlsx", content=packed.getvalue()),))
    )
    assert [issue.code for issue in registration.issues] == ["file_too_large"]


def test_every_row_of_the_workbook_is_accounted_for(workbook):
    tally = workbook.tally
    assert tally.read == tally.accepted + tally.refused + tally.skipped
    assert min(tally.accepted, tally.refused, tally.skipped) > 0


def test_a_workbook_with_errors_is_refused_and_leaves_nothing(store):
    report = import_files(store, PROJECT, [upload(WORKBOOK)])
    assert (report.status, report.import_id) == (ImportStatus.REFUSED, None)


def test_every_issue_says_in_both_languages_what_is_wrong_and_right(workbook):
    for issue in workbook.issues:
        assert issue.wrong("nl") != issue.wrong("en")
        assert not set("{}") & set(issue.message("nl") + issue.message("en"))


def test_no_issue_repeats_what_may_identify_somebody(workbook):
    said = " ".join(issue.message("nl") + str(issue.value) for issue in workbook.issues)
    assert not [secret for secret in ("06-12345678", "steun@", "Naam 1", "299") if secret in said]
