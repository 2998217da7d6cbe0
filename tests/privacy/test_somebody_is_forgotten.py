"""The right to be forgotten: no row and no byte of somebody stays, and everybody else is as they were."""

import struct
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import duckdb
import pytest

from pipelines import imports
from pipelines.delivery import Delivery
from pipelines.domain.erasure import Erasure
from pipelines.domain.import_report import ImportStatus
from pipelines.ingest.cells.upload import Upload
from pipelines.ingest.corrections import Corrections, SamePerson
from pipelines.ingest.identities.pseudonyms import Pseudonyms
from pipelines.models.opening import open_store
from pipelines.outcomes.findings import read_outcomes
from pipelines.store.store import Store
from tests.ingest.spreadsheets import grid_of, xlsx

PROJECT = "Rivierenbuurt"
STORY = "De kolibrie kwam weer terug in mijn tuin"
ZRM = ("zrm_2017",)


def upload(*numbers: str, moments: int = 2) -> Upload:
    """Each with a household of one, measurements, a goal, an intervention and a story."""
    lines = [f"{number} | Noord | {number}-huis" for number in numbers]
    measured = [
        f"{number} | {moment} | 20-0{moment + 1}-2025 | {1 + moment} | 3"
        for number in numbers
        for moment in range(moments)
    ]
    return Upload(
        name="registratie.xlsx",
        content=xlsx({
            "Deelnemers": grid_of("\n".join(["Deelnemer | Buurt | Huishouden", *lines])),
            "Metingen": grid_of("\n".join(["Deelnemer | Meetmoment | Datum | Financiën | Huisvesting", *measured])),
            "Doelen": [["Deelnemer", "Leefgebied", "Doel"], *([n, "Financiën", "de post openen"] for n in numbers)],
            "Interventies": [
                ["Deelnemer", "Interventie", "Uitgevoerd door"],
                *([number, "budgetcoaching", "vrijwilliger"] for number in numbers),
            ],
            "Verhalen": [
                ["Deelnemer", "Verteller", "Verteld op", "Leefgebieden", "Verhaal", "Richting", "Toestemming",
                 "Toestemming op"],
                *([n, "vrijwilliger", "20-01-2025", "Financiën", f"{STORY} {n}", "beter", "intern", "20-01-2025"]
                  for n in numbers),
            ],
        }),
    )  # fmt: skip


EVERYBODY = upload("P1", "P2", "P3")


def pseudonym(store: Store, number: str, kind: str = "participant") -> bytes:
    """The eight bytes by which somebody is known in the file."""
    return struct.pack("<q", getattr(Pseudonyms(store.key, PROJECT), kind)(number))


def bytes_of(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())


def rows_about(path: Path, participant_id: int) -> dict[str, int]:
    """Of every table that has any column with whole numbers, the rows in which somebody's number stands."""
    with duckdb.connect(path, read_only=True) as connection:
        columns = connection.execute(
            "select schema_name || '.' || table_name, column_name from duckdb_columns()"
            " where data_type = 'BIGINT' and not internal"
        ).fetchall()
        counts = {
            f"{table}.{column}": connection.execute(
                f"select count(*) from {table} where {column} = $id", {"id": participant_id}
            ).fetchall()[0][0]
            for table, column in columns
        }
    return {place: n for place, n in counts.items() if n}


@pytest.fixture
def filled(tmp_path: Path) -> Iterator[Store]:
    store = open_store(tmp_path / "store.duckdb")
    report = imports.import_files(store, PROJECT, [EVERYBODY], instruments=ZRM)
    assert report.status is ImportStatus.IMPORTED
    # To the file itself, as closing would.
    with store.transaction() as cursor:
        cursor.execute("select 1")
    store.close()
    store = open_store(tmp_path / "store.duckdb")
    yield store
    store.close()


def test_before_an_erasure_the_bytes_of_somebody_are_found(filled: Store, tmp_path: Path):
    assert pseudonym(filled, "P2") in bytes_of(tmp_path)
    assert pseudonym(filled, "P2-huis", "household") in bytes_of(tmp_path)


def test_no_row_and_no_byte_of_somebody_stays(filled: Store, tmp_path: Path):
    erasure = imports.erase(filled, PROJECT, " p2 ")
    assert erasure.rows == {
        "participant": 1, "participant_attribute": 1, "observation": 4, "goal": 1, "intervention": 1, "narrative": 1,
    }  # fmt: skip
    assert (erasure.n_rows, erasure.is_rewritten) == (9, True)
    for theirs in (pseudonym(filled, "P2"), pseudonym(filled, "P2-huis", "household")):
        assert theirs not in bytes_of(tmp_path)
    assert pseudonym(filled, "P1") in bytes_of(tmp_path)
    filled.close()
    whose = Pseudonyms(filled.key, PROJECT).participant
    assert rows_about(filled.path, whose("P2")) == {}
    assert len(rows_about(filled.path, whose("P1"))) > 8


def test_everything_is_as_if_they_had_never_been_there(filled: Store, tmp_path: Path):
    imports.erase(filled, PROJECT, "P2")
    other = open_store(tmp_path / "other.duckdb")
    imports.import_files(other, PROJECT, [upload("P1", "P3")], instruments=ZRM)
    with filled.cursor() as cursor, other.cursor() as without:
        assert read_outcomes(cursor, 1) == read_outcomes(without, 1)
    other.close()


def test_the_history_says_that_it_was_done_and_not_whose(filled: Store):
    imports.erase(filled, PROJECT, "P2")
    (line,) = imports.erasures(filled, PROJECT)
    assert (line.project, line.n_rows) == (PROJECT, 9)
    assert str(Pseudonyms(filled.key, PROJECT).participant("P2")) not in repr(line)
    assert len(imports.history(filled, PROJECT)) == 1


def test_the_last_participant_of_a_project_can_be_forgotten(filled: Store, tmp_path: Path):
    for number in ("P1", "P2", "P3"):
        imports.erase(filled, PROJECT, number)
    with filled.cursor() as cursor:
        assert read_outcomes(cursor, 1) == ()
    assert not any(pseudonym(filled, number) in bytes_of(tmp_path) for number in ("P1", "P2", "P3"))


def test_both_numbers_of_one_person_are_forgotten(filled: Store, tmp_path: Path):
    files = [upload("P4", "P5", moments=1)]
    corrections = Corrections(same_people=(SamePerson(number="P5", same_as="P1"),))
    delivery = Delivery(project=PROJECT, uploads=tuple(files), instruments=ZRM, corrections=corrections)
    imports.commit(filled, delivery, imports.read_upload(filled, delivery))
    erasure = imports.erase(filled, PROJECT, "P5")
    assert erasure.rows["same_person"] == 1
    assert [number for number in ("P1", "P5") if pseudonym(filled, number) in bytes_of(tmp_path)] == []
    assert pseudonym(filled, "P4") in bytes_of(tmp_path)


@pytest.mark.parametrize(("project", "number"), [(PROJECT, "P9"), ("Elders", "P1")])
def test_who_is_not_there_is_not_erased_and_not_named(filled: Store, project: str, number: str):
    with pytest.raises(imports.UnknownParticipant) as refusal:
        imports.erase(filled, project, number)
    assert number not in str(refusal.value)
    assert imports.erasures(filled) == ()


def test_the_same_file_does_not_bring_somebody_back_and_another_one_does(filled: Store):
    imports.erase(filled, PROJECT, "P2")
    again = imports.import_files(filled, PROJECT, [EVERYBODY], instruments=ZRM)
    assert again.status is ImportStatus.UNCHANGED
    imports.import_files(filled, PROJECT, [upload("P2", moments=1)], instruments=ZRM)
    assert imports.erase(filled, PROJECT, "P2").n_rows > 0


def test_a_story_of_a_withdrawn_import_leaves_no_byte(filled: Store, tmp_path: Path):
    told = Pseudonyms(filled.key, PROJECT).participant("P1")
    imports.withdraw(filled, imports.history(filled)[0].import_id)
    assert struct.pack("<q", told) not in bytes_of(tmp_path)
    assert b"kolibrie" not in bytes_of(tmp_path)


def test_who_goes_on_reading_puts_the_rewriting_off_until_the_next_opening(
    filled: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("pipelines.store.store.SECONDS_TO_WAIT_FOR_READERS", 0.05)
    n_participants = "select count(*) from core.participant"
    with filled.cursor() as reading:
        assert reading.execute(n_participants).fetchall() == [(3,)]
        done: list[Erasure] = []
        eraser = Thread(target=lambda: done.append(imports.erase(filled, PROJECT, "P2")))
        eraser.start()
        eraser.join()
        assert reading.execute(n_participants).fetchall() == [(3,)]
    assert not done[0].is_rewritten
    filled.close()
    open_store(filled.path).close()
    assert pseudonym(filled, "P2") not in bytes_of(tmp_path)


def test_readers_of_other_threads_wait_and_go_on(filled: Store):
    failures: list[BaseException] = []

    def read_often() -> None:
        try:
            for _ in range(60):
                with filled.cursor() as cursor:
                    cursor.execute("select count(*) from core.observation").fetchall()
        except duckdb.Error as fault:
            failures.append(fault)

    readers = [Thread(target=read_often) for _ in range(4)]
    for reader in readers:
        reader.start()
    assert all(imports.erase(filled, PROJECT, number).is_rewritten for number in ("P1", "P2"))
    for reader in readers:
        reader.join()
    assert failures == []


def test_two_stores_on_one_file_both_go_on(filled: Store):
    second = open_store(filled.path)
    assert imports.erase(filled, PROJECT, "P1").is_rewritten
    for store in (filled, second):
        with store.cursor() as cursor:
            assert cursor.execute("select count(*) from core.participant").fetchall() == [(2,)]
    second.close()


def test_what_a_rewriting_that_was_broken_off_left_is_removed(filled: Store, tmp_path: Path):
    (tmp_path / "store.duckdb.fresh").write_bytes(b"half")
    imports.erase(filled, PROJECT, "P1")
    assert not (tmp_path / "store.duckdb.fresh").exists()
