"""Corrections, remembered mappings, two numbers of one person, preview, rehearsal and history, on a real store."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipelines import imports
from pipelines.delivery import Delivery
from pipelines.domain.import_report import ImportStatus
from pipelines.ingest.cells.upload import Upload
from pipelines.ingest.corrections import CellCorrection, Corrections, LeftOutRows, SamePerson
from pipelines.ingest.mapping.column_mapping import read_mapping
from pipelines.models.opening import open_store
from pipelines.outcomes.participation import read_participation
from pipelines.store.history import find_project, read_version
from pipelines.store.store import Store
from tests.test_imports import (
    CORRECTION,
    FIRST,
    PROJECT,
    WITH_A_SEVEN,
    everything_stored,
    import_text,
    outcomes,
    upload,
)

ZRM = ("zrm_2017",)
MAPPING = read_mapping("""
    instrument = "zrm_2017"
    participant = "nr"
    moment = "tijd"
    date = "op"
    [measured]
    f = "finances"
""")
OWN_LIST = "nr;tijd;op;f\n1;0;10-01-2025;2\n1;1;10-07-2025;4\n"
TWO_NUMBERS = "deelnemer;meetmoment;datum;Financiën\n1;0;10-01-2025;2\nK1;1;10-07-2025;4\n"
ONE_PERSON = Corrections(same_people=(SamePerson(number="K1", same_as="1"),))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path / "project.duckdb")
    yield opened
    opened.close()


def commit(store: Store, text: str, **options) -> imports.ImportReport:
    """Reads and commits with the same corrections, as the page does."""
    said = {key: value for key, value in options.items() if key in ("corrections", "mapping")}
    rest = {key: value for key, value in options.items() if key not in said}
    one = delivery(upload(text), **said)
    return imports.commit(store, one, imports.read_upload(store, one), **rest)


def delivery(uploads: list[Upload], **said) -> Delivery:
    return Delivery(project=PROJECT, uploads=tuple(uploads), instruments=ZRM, **said)


def preview(store: Store, text: str):
    return imports.preview(store, PROJECT, imports.read_upload(store, delivery(upload(text))))


def count(store: Store, query: str) -> int:
    with store.cursor() as cursor:
        return cursor.execute(query).fetchall()[0][0]


def finances(store: Store):
    return next(outcome for outcome in outcomes(store) if outcome.indicator == "finances")


# --- corrections ----------------------------------------------------------------------------------------------------


def test_a_corrected_cell_is_stored_and_is_part_of_what_the_upload_is_known_by(store: Store):
    cell = CellCorrection(sheet="metingen.csv", row=3, column="Financiën", value="4")
    corrected = {"corrections": Corrections(cells=(cell,))}
    assert commit(store, WITH_A_SEVEN).status is ImportStatus.REFUSED
    assert commit(store, WITH_A_SEVEN, **corrected).status is ImportStatus.IMPORTED
    assert commit(store, WITH_A_SEVEN, **corrected).status is ImportStatus.UNCHANGED
    assert finances(store).n_improved == 1


def test_rows_that_were_left_out_stand_in_the_context_of_every_result(store: Store):
    chosen = Corrections(left_out=(LeftOutRows(sheet="metingen.csv", rows=(3,)),))
    report = commit(store, WITH_A_SEVEN, corrections=chosen)
    assert (report.status, report.tally.refused) == (ImportStatus.IMPORTED, 1)
    assert {outcome.n_rows_left_out for outcome in outcomes(store)} == {1}
    with store.cursor() as cursor:
        assert read_participation(cursor, find_project(cursor, PROJECT)).n_rows_left_out == 1
    imports.withdraw(store, report.import_id)
    import_text(store, FIRST)
    assert {outcome.n_rows_left_out for outcome in outcomes(store)} == {0}


# --- two numbers, one person ----------------------------------------------------------------------------------------


def test_two_numbers_become_one_person_with_a_pair(store: Store):
    commit(store, TWO_NUMBERS, corrections=ONE_PERSON)
    assert (finances(store).n_start, finances(store).n_pairs) == (1, 1)


def test_what_was_registered_under_the_other_number_moves_along(store: Store):
    commit(store, TWO_NUMBERS)
    assert finances(store).n_pairs == 0
    commit(store, "deelnemer;meetmoment;datum;Financiën\n3;0;10-01-2025;3\n", corrections=ONE_PERSON)
    assert count(store, "select count(*) from core.participant") == 2
    assert (finances(store).n_start, finances(store).n_pairs) == (2, 1)


def test_the_next_upload_knows_that_they_are_one(store: Store):
    commit(store, TWO_NUMBERS, corrections=ONE_PERSON)
    commit(store, TWO_NUMBERS.replace(";4", ";5"))
    assert count(store, "select count(*) from core.participant") == 1
    assert finances(store).mean_follow_up == 5


def test_withdrawing_the_import_makes_them_two_again(store: Store):
    commit(store, TWO_NUMBERS)
    before = everything_stored(store)
    report = commit(store, FIRST, corrections=ONE_PERSON)
    imports.withdraw(store, report.import_id)
    after = everything_stored(store)
    assert {name for name in after if after[name] != before[name]} <= {"registered.project_mapping"}


def test_where_an_earlier_import_measured_both_the_number_that_is_kept_counts(store: Store):
    both = "deelnemer;meetmoment;datum;Financiën\nK1;0;10-01-2025;5\n1;0;10-01-2025;2\n2;0;10-01-2025;3\n"
    commit(store, both)
    other = Corrections(same_people=(SamePerson(number="K1", same_as="1"), SamePerson(number="2", same_as="1")))
    commit(store, "deelnemer;meetmoment;datum;Financiën\n1;1;10-07-2025;4\n", corrections=other)
    assert count(store, "select count(*) from core.observation where moment = 0") == 1
    assert (finances(store).mean_start, finances(store).n_pairs) == (2, 1)


def test_a_goal_of_one_person_under_the_other_number_stays_one_goal(store: Store):
    files = [*upload(TWO_NUMBERS), *upload("Deelnemer;Leefgebied;Doel\nK1;Financiën;Post openen\n", "doelen.csv")]
    for said in (Corrections(), ONE_PERSON):
        one = delivery(files, corrections=said)
        imports.commit(store, one, imports.read_upload(store, one))
    assert count(store, "select count(*) from core.goal") == 1


def test_a_number_of_one_person_is_stored_as_a_pseudonym_only(store: Store, tmp_path: Path):
    secret = Corrections(same_people=(SamePerson(number="GEHEIM-47-Q", same_as="1"),))
    commit(store, TWO_NUMBERS.replace("K1", "GEHEIM-47-Q"), corrections=secret)
    store.close()
    assert all(b"GEHEIM-47" not in file.read_bytes() and b"geheim-47" not in file.read_bytes()
               for file in tmp_path.iterdir())  # fmt: skip


# --- the mapping is remembered --------------------------------------------------------------------------------------


def test_the_mapping_of_an_import_holds_for_the_next_file(store: Store):
    assert imports.remembered_mapping(store, PROJECT) is None
    assert import_own_list(store, OWN_LIST, MAPPING).status is ImportStatus.IMPORTED
    assert imports.remembered_mapping(store, PROJECT) == MAPPING
    later = OWN_LIST + "2;0;11-01-2025;3\n"
    assert import_own_list(store, later).status is ImportStatus.IMPORTED
    assert finances(store).n_start == 2


def test_the_same_file_is_unchanged_whether_its_mapping_is_given_or_remembered(store: Store):
    import_own_list(store, OWN_LIST, MAPPING)
    assert import_own_list(store, OWN_LIST, MAPPING).status is ImportStatus.UNCHANGED
    assert import_own_list(store, OWN_LIST).status is ImportStatus.UNCHANGED


def test_a_refused_import_and_another_project_remember_nothing(store: Store):
    assert import_own_list(store, OWN_LIST.replace(";4", ";7"), MAPPING).status is ImportStatus.REFUSED
    assert imports.remembered_mapping(store, PROJECT) is None
    import_own_list(store, OWN_LIST, MAPPING)
    assert imports.remembered_mapping(store, "Other") is None


def test_a_forgotten_mapping_holds_no_longer(store: Store):
    import_own_list(store, OWN_LIST, MAPPING)
    imports.forget_mapping(store, PROJECT)
    assert import_own_list(store, OWN_LIST + "2;0;11-01-2025;3\n").status is ImportStatus.REFUSED


def test_the_instrument_that_was_chosen_is_remembered(store: Store):
    import_text(store, FIRST)
    assert imports.remembered_mapping(store, PROJECT).instrument == ZRM
    report = imports.import_files(store, PROJECT, upload(CORRECTION))
    assert report.status is ImportStatus.IMPORTED


def import_own_list(store: Store, text: str, mapping=None) -> imports.ImportReport:
    return imports.import_files(store, PROJECT, upload(text), mapping=mapping)


# --- what will change -----------------------------------------------------------------------------------------------


def test_a_changed_value_is_shown_old_and_new_with_its_place(store: Store):
    first = import_text(store, FIRST)
    (change,) = preview(store, CORRECTION).changes
    assert (change.sheet, change.row, change.indicator, change.moment) == ("metingen.csv", 5, "finances", 1)
    assert (change.old, change.new, change.import_id) == (2, 3, first.import_id)


def test_a_conflict_names_the_import_that_gives_way(store: Store):
    import_text(store, FIRST)
    second = import_text(store, CORRECTION)
    (conflict,) = preview(store, FIRST.replace(";2;4", ";5;5")).conflicts
    assert (conflict.import_id, conflict.n_values) == (second.import_id, 2)
    assert conflict.file_names == ("metingen.csv",)


def test_a_change_of_the_date_alone_is_counted_and_no_change_of_value(store: Store):
    import_text(store, FIRST)
    shown = preview(store, FIRST.replace("11-07-2025", "12-07-2025"))
    assert (shown.n_changed_observations, shown.changes) == (2, ())
    assert [conflict.n_values for conflict in shown.conflicts] == [2]


def test_no_more_changes_are_shown_than_can_be_read(store: Store):
    heading = "deelnemer;meetmoment;datum;Financiën\n"
    import_text(store, heading + "".join(f"{n};0;10-01-2025;2\n" for n in range(300)))
    shown = preview(store, heading + "".join(f"{n};0;10-01-2025;3\n" for n in range(300)))
    assert (len(shown.changes), shown.n_changed_observations, shown.conflicts[0].n_values) == (200, 300, 300)
    assert [change.row for change in shown.changes] == list(range(2, 202))


def test_nothing_changes_when_nothing_differs(store: Store):
    import_text(store, FIRST)
    assert (preview(store, FIRST).changes, preview(store, FIRST).conflicts) == ((), ())


def rehearse(store: Store, text: str, **options):
    one = delivery(upload(text))
    return imports.rehearse(store, one, imports.read_upload(store, one), **options)


def test_a_rehearsal_shows_what_a_commit_gives(store: Store):
    import_text(store, FIRST)
    before = outcomes(store)
    rehearsal = rehearse(store, CORRECTION)
    assert (rehearsal.before, outcomes(store)) == (before, before)
    import_text(store, CORRECTION)
    assert rehearsal.after == outcomes(store) != before


def test_a_rehearsal_leaves_no_trace(store: Store):
    import_text(store, FIRST)
    stored, history = everything_stored(store), imports.history(store)
    with store.cursor() as cursor:
        version = read_version(cursor, find_project(cursor, PROJECT))
    rehearse(store, CORRECTION)
    assert (everything_stored(store), imports.history(store)) == (stored, history)
    with store.cursor() as cursor:
        assert read_version(cursor, find_project(cursor, PROJECT)) == version


def test_a_new_project_is_rehearsed_and_not_made(store: Store):
    rehearsal = rehearse(store, FIRST)
    assert rehearsal.before == ()
    assert len(rehearsal.after) == 2
    assert count(store, "select count(*) from registered.project") == 0


def test_a_rehearsal_of_what_will_be_refused_changes_nothing(store: Store):
    rehearsal = rehearse(store, WITH_A_SEVEN)
    assert rehearsal.before == rehearsal.after == ()
    assert len(rehearse(store, WITH_A_SEVEN, leave_out_refused=True).after) == 2


def test_a_fault_in_a_rehearsal_lets_the_next_writer_in(store: Store, monkeypatch: pytest.MonkeyPatch):
    def fail(*_: object) -> None:
        raise RuntimeError("the disk is full")

    monkeypatch.setattr("pipelines.delivery.remember_mapping", fail)
    with pytest.raises(RuntimeError, match="disk is full"):
        rehearse(store, FIRST)
    monkeypatch.undo()
    assert import_text(store, FIRST).status is ImportStatus.IMPORTED


# --- history --------------------------------------------------------------------------------------------------------


def test_the_history_says_who_and_which_file(store: Store):
    files = [Upload(name="a.csv", content=FIRST.encode()), Upload(name="b.csv", content=b"x;y\n1;2\n")]
    imports.import_files(store, PROJECT, files[:1], instruments=ZRM, imported_by="A. de projectleider")
    (record,) = imports.history(store)
    assert record.imported_by == "A. de projectleider"
    assert record.file_digests == (hashlib.sha256(FIRST.encode()).hexdigest(),)


def test_nobody_is_named_unasked(store: Store):
    import_text(store, FIRST)
    assert imports.history(store)[0].imported_by == ""
