"""Nobody's identity is in the database, its log, its key or any other file of the folder, nor in what is logged."""

import logging
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from pipelines import imports
from pipelines.delivery import Delivery
from pipelines.domain.import_report import ImportReport, ImportStatus
from pipelines.ingest.cells.upload import Upload
from pipelines.models.opening import open_store
from tests.privacy.planted import (
    NUMBERS,
    OWN_NAMES,
    PLANTED,
    PROJECT,
    as_texts,
    as_workbook,
    forms_of,
    found_in_cells,
    found_in_files,
)

MakeUploads = Callable[[], Sequence[Upload]]


class Imported:
    """A folder with a store into which everything planted was imported, and all that was logged meanwhile."""

    def __init__(self, folder: Path, uploads: Sequence[Upload]) -> None:
        self.folder, self.path = folder, folder / "store.duckdb"
        self.records: list[logging.LogRecord] = []
        handler = logging.Handler(logging.DEBUG)
        handler.emit = self.records.append  # type: ignore[method-assign]
        root, level = logging.getLogger(), logging.getLogger().level
        root.addHandler(handler)
        root.setLevel(logging.DEBUG)
        try:
            logging.getLogger("pipelines").debug("the log is heard")
            self.store = open_store(self.path)
            delivery = Delivery(
                project=PROJECT, uploads=tuple(uploads), instruments=("zrm_2017",), names=tuple(OWN_NAMES)
            )
            self.registration = imports.read_upload(self.store, delivery)
            self.report: ImportReport = imports.commit(self.store, delivery, self.registration, leave_out_refused=True)
        finally:
            root.removeHandler(handler)
            root.setLevel(level)

    def found(self) -> set[tuple[str, str]]:
        return found_in_files(self.folder, forms_of(PLANTED))


@pytest.fixture(scope="module", params=[as_workbook, as_texts], ids=["xlsx", "csv"])
def imported(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Imported:
    return Imported(tmp_path_factory.mktemp("planted"), request.param())


def test_everything_planted_was_really_imported(imported: Imported):
    assert imported.report.status is ImportStatus.IMPORTED
    registration = imported.registration
    kinds = (registration.participants, registration.goals, registration.interventions, registration.narratives)
    assert [len(records) for records in kinds] == [len(NUMBERS)] * 4
    assert len(registration.observations) == len(NUMBERS) * 4
    assert len(registration.recognitions) == 1


def test_nothing_planted_is_in_a_file_after_the_import(imported: Imported):
    assert imported.found() == set()


def test_nothing_planted_can_be_seen_of_what_was_read(imported: Imported):
    said = repr((imported.registration, imported.report)) + "".join(
        issue.message(language) for issue in imported.report.issues for language in ("nl", "en")
    )
    assert [word for word in PLANTED if word in said] == []


def test_no_log_names_what_was_planted(imported: Imported):
    said = "\n".join(f"{record.getMessage()} {record.__dict__}" for record in imported.records)
    assert "the log is heard" in said
    assert [word for word in PLANTED if word in said] == []


def test_nothing_planted_is_in_a_file_or_a_cell_once_the_store_is_closed(imported: Imported):
    imported.store.close()
    assert (imported.found(), found_in_cells(imported.path, PLANTED)) == (set(), set())


def test_the_second_reader_sees_what_was_taken_out(imported: Imported):
    words = " ".join(word for removal in imported.registration.removals for word in removal.words)
    assert [name for name in ("Duivenvoorde", "Zwaantje", "06-98765432") if name not in words] == []
