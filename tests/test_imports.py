"""The road of one upload, on a real store: all or nothing, the same again changes nothing, and the way back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipelines import imports
from pipelines.delivery import Delivery
from pipelines.domain.import_report import ImportStatus
from pipelines.domain.outcome import Outcome
from pipelines.ingest.cells.upload import Upload
from pipelines.models.opening import open_store
from pipelines.outcomes.findings import read_outcomes
from pipelines.store.history import find_project
from pipelines.store.store import Store

PROJECT = "Rivierenbuurt"
FIRST = """deelnemer;meetmoment;datum;Financiën;Huisvesting
1;0-meting;10-01-2025;2;3
1;1-meting;10-07-2025;4;3
2;0-meting;11-01-2025;3;3
2;1-meting;11-07-2025;2;4
"""
CORRECTION = FIRST.replace("2;1-meting;11-07-2025;2;4", "2;1-meting;11-07-2025;3;4")
WITH_A_SEVEN = FIRST.replace("1;1-meting;10-07-2025;4;3", "1;1-meting;10-07-2025;7;3")
UNREADABLE = b"PK\x03\x04 this is no workbook"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path / "project.duckdb")
    yield opened
    opened.close()


def delivery(text: str) -> Delivery:
    return Delivery(project=PROJECT, uploads=tuple(upload(text)), instruments=("zrm_2017",))


def upload(text: str, name: str = "metingen.csv") -> list[Upload]:
    return [Upload(name=name, content=text.encode())]


def import_text(store: Store, text: str, **options: bool) -> imports.ImportReport:
    return imports.import_files(store, PROJECT, upload(text), instruments=("zrm_2017",), **options)


def outcomes(store: Store) -> tuple[Outcome, ...]:
    with store.cursor() as cursor:
        return read_outcomes(cursor, find_project(cursor, PROJECT))


def everything_stored(store: Store) -> dict[str, list[tuple]]:
    """Every row of every table, except the history itself and the name of the project."""
    history = {"import", "import_issue", "project"}
    with store.cursor() as cursor:
        tables = cursor.execute(
            "select table_schema, table_name from information_schema.tables where table_schema <> 'main'"
        ).fetchall()
        return {
            f"{schema}.{table}": sorted(cursor.execute(f'select * from {schema}."{table}"').fetchall(), key=repr)
            for schema, table in tables
            if not (schema == "registered" and table in history)
        }


def test_an_import_is_stored_and_counted(store: Store) -> None:
    report = import_text(store, FIRST)
    assert report.status is ImportStatus.IMPORTED
    assert (report.tally.read, report.tally.accepted, report.tally.refused, report.tally.skipped) == (4, 4, 0, 0)
    finances = next(outcome for outcome in outcomes(store) if outcome.indicator == "finances")
    assert (finances.n_pairs, finances.n_improved, finances.n_declined) == (2, 1, 1)


def test_the_same_file_again_changes_nothing(store: Store) -> None:
    first = import_text(store, FIRST)
    before = everything_stored(store)
    second = import_text(store, FIRST)
    assert (second.status, second.import_id) == (ImportStatus.UNCHANGED, first.import_id)
    assert everything_stored(store) == before
    assert len(imports.history(store)) == 1


def test_an_error_stores_nothing_at_all(store: Store) -> None:
    import_text(store, FIRST)
    before = everything_stored(store)
    report = import_text(store, WITH_A_SEVEN)
    assert report.status is ImportStatus.REFUSED
    assert report.import_id is None
    assert everything_stored(store) == before
    assert len(imports.history(store)) == 1


def test_refused_rows_stay_out_only_by_an_explicit_choice(store: Store) -> None:
    report = import_text(store, WITH_A_SEVEN, leave_out_refused=True)
    assert report.status is ImportStatus.IMPORTED
    assert (report.tally.accepted, report.tally.refused) == (3, 1)
    assert imports.history(store)[0].tally.refused == 1
    finances = next(outcome for outcome in outcomes(store) if outcome.indicator == "finances")
    assert (finances.n_start, finances.n_pairs) == (2, 1)


def test_a_file_that_cannot_be_read_is_refused_whatever_is_chosen(store: Store) -> None:
    for leave_out in (False, True):
        report = imports.import_files(
            store, PROJECT, [Upload(name="kapot.xlsx", content=UNREADABLE)], leave_out_refused=leave_out
        )
        assert report.status is ImportStatus.REFUSED
    assert imports.history(store) == ()


def test_a_correction_wins_and_withdrawing_it_brings_the_old_value_back(store: Store) -> None:
    import_text(store, FIRST)
    before = everything_stored(store)
    old = outcomes(store)
    correction = import_text(store, CORRECTION)
    assert next(o for o in outcomes(store) if o.indicator == "finances").n_declined == 0
    record = imports.withdraw(store, correction.import_id)
    assert record.status is ImportStatus.WITHDRAWN
    assert outcomes(store) == old
    assert everything_stored(store) == before


def test_withdrawing_the_older_import_leaves_the_newer_one_standing(store: Store) -> None:
    first = import_text(store, FIRST)
    import_text(store, CORRECTION)
    corrected = outcomes(store)
    imports.withdraw(store, first.import_id)
    assert outcomes(store) == corrected


def test_a_withdrawn_file_can_come_back(store: Store) -> None:
    first = import_text(store, FIRST)
    imports.withdraw(store, first.import_id)
    assert outcomes(store) == ()
    assert import_text(store, FIRST).status is ImportStatus.IMPORTED


def test_an_import_cannot_be_withdrawn_twice(store: Store) -> None:
    first = import_text(store, FIRST)
    imports.withdraw(store, first.import_id)
    with pytest.raises(imports.UnknownImport):
        imports.withdraw(store, first.import_id)


def test_a_fault_halfway_leaves_nothing_behind(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    import_text(store, FIRST)
    before = everything_stored(store)

    def fail(*_: object) -> None:
        raise RuntimeError("the disk is full")

    monkeypatch.setattr("pipelines.delivery.remember_mapping", fail)
    with pytest.raises(RuntimeError, match="disk is full"):
        import_text(store, CORRECTION)
    monkeypatch.undo()
    assert everything_stored(store) == before
    assert len(imports.history(store)) == 1
    assert import_text(store, CORRECTION).status is ImportStatus.IMPORTED


def test_the_preview_tells_new_changed_and_equal_apart(store: Store) -> None:
    import_text(store, FIRST)
    longer = CORRECTION + "3;0-meting;12-01-2025;1;1\n"
    registration = imports.read_upload(store, delivery(longer))
    before = everything_stored(store)
    preview = imports.preview(store, PROJECT, registration)
    assert (preview.n_known_participants, preview.n_new_participants) == (2, 1)
    assert (preview.n_same_observations, preview.n_changed_observations, preview.n_new_observations) == (7, 1, 2)
    assert everything_stored(store) == before


def test_a_preview_of_a_project_that_does_not_exist_counts_everything_as_new(store: Store) -> None:
    registration = imports.read_upload(store, delivery(FIRST))
    preview = imports.preview(store, PROJECT, registration)
    assert (preview.n_new_participants, preview.n_new_observations) == (2, 8)


def test_participant_numbers_never_reach_the_disk(tmp_path: Path) -> None:
    path = tmp_path / "project.duckdb"
    store = open_store(path)
    import_text(store, FIRST.replace("1;", "CLIENT-0047-X;").replace("2;", "CLIENT-0048-X;"))
    files = [file.read_bytes() for file in tmp_path.iterdir()]
    store.close()
    files += [file.read_bytes() for file in tmp_path.iterdir()]
    assert all(b"CLIENT-004" not in content for content in files)


def test_one_number_in_two_projects_is_two_pseudonyms(store: Store) -> None:
    import_text(store, FIRST)
    imports.import_files(store, "Other", upload(FIRST), instruments=("zrm_2017",))
    with store.cursor() as cursor:
        rows = cursor.execute("select participant_id from core.participant").fetchall()
    assert len(set(rows)) == 4
