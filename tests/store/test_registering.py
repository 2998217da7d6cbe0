"""What is registered is written as it was said, under the number of its import."""

from dataclasses import replace
from datetime import date

import duckdb
import pandas as pd
import pytest

from pipelines.domain.issue import Issue
from pipelines.domain.records import Goal, Intervention, Narrative, Participant, ProjectFacts, Recognition
from pipelines.domain.registration import OBSERVATION_COLUMNS, Registration, Tally
from pipelines.store.registering import (
    TABLES_OF_AN_IMPORT,
    open_import,
    register_project,
    remove_import,
    write_registration,
)
from pipelines.store.store import Cursor, Store
from tests.spec.tables import KNOWN_INSTRUMENTS, indicator, instrument, observations_of

DAY = date(2025, 1, 10)
OBSERVATIONS = observations_of("""
    person | moment | date       | indicator | rater        | value
    7      | 0      | 2025-01-10 | finances  | professional | 2
    7      | 0      |            | housing   | unstated     | 3
    8      | 1      | 2025-07-10 | finances  | participant  | 4
""")
EVERYTHING = Registration(
    project_facts=ProjectFacts(neighbourhood="East", started_on=DAY, follow_up_months=3),
    indicator_sets=KNOWN_INSTRUMENTS,
    observations=OBSERVATIONS,
    participants=(
        Participant(participant_id=7, enrolled_on=DAY, household_id=2**62, attributes={"age": "35-49", "area": "East"}),
        Participant(participant_id=8, participation="comparison", left_on=DAY, exit_reason="moved"),
    ),
    tally=Tally(read=9, accepted=8, refused=0, skipped=1),
    issues=(),
    goals=(
        Goal(record_id=1, participant_id=7, life_domain="finances", description="pay", weight=2, attained=-1),
        Goal(record_id=2, participant_id=7, life_domain="finances", description="save"),
    ),
    interventions=(
        Intervention(record_id=3, participant_id=7, instrument="coaching", done_by="professional", hours=1.5),
        Intervention(record_id=4, participant_id=7, instrument="coaching", done_by="volunteer"),
    ),
    narratives=(
        Narrative(
            record_id=5, participant_id=2**63 - 1, teller="participant", told_on=DAY,
            life_domains=("finances", "housing"),
            words="I open my post.", direction="better", consent="public", consented_on=DAY,
        ),
        Narrative(
            record_id=6, teller="family", told_on=DAY, life_domains=(), words="Quiet.", benefit="rest",
            direction="same", consent="internal", consented_on=DAY, chosen_by="panel", chosen_because="many say so",
        ),
    ),
    recognitions=(Recognition(record_id=7, respondent="professional", life_domain="finances", score=4),),
)  # fmt: skip
ONLY_OBSERVATIONS = Registration(ProjectFacts(), KNOWN_INSTRUMENTS, OBSERVATIONS, (), EVERYTHING.tally, ())


def write(cursor: Cursor, registration: Registration, issues: tuple[Issue, ...] = ()) -> int:
    project_id = register_project(cursor, "Project")
    import_id = open_import(
        cursor, project_id, fingerprint="f", file_names=("a.xlsx", "b.csv"), tally=registration.tally, issues=issues
    )
    write_registration(cursor, project_id, import_id, registration)
    return import_id


def rows(cursor: Cursor, table: str, leave_out: int = 2) -> list[tuple]:
    """Without the numbers of import and project, which come first."""
    return [row[leave_out:] for row in cursor.execute(f"from registered.{table}").fetchall()]


def test_every_record_is_written_as_it_was_said(store: Store):
    with store.transaction() as cursor:
        write(cursor, EVERYTHING)
        facts = [("East", None, None, None, DAY, None, None, 3, None, None, None)]
        assert rows(cursor, "project_fact") == facts
        assert rows(cursor, "participant") == [
            (7, "participant", DAY, None, None, 2**62),
            (8, "comparison", None, DAY, "moved", None),
        ]
        assert rows(cursor, "participant_attribute") == [(7, "age", "35-49"), (7, "area", "East")]
        assert rows(cursor, "goal") == [
            (1, 7, "finances", "pay", None, None, 2, -1, None),
            (2, 7, "finances", "save", None, None, 1, None, None),
        ]
        assert rows(cursor, "intervention") == [
            (3, 7, None, "coaching", "professional", None, None, 1.5, None),
            (4, 7, None, "coaching", "volunteer", None, None, None, None),
        ]
        assert [row[1] for row in rows(cursor, "narrative")] == [2**63 - 1, None]
        assert [row[4] for row in rows(cursor, "narrative")] == [["finances", "housing"], []]
        assert rows(cursor, "recognition") == [(7, "professional", "finances", 4, None, None)]


def test_an_observation_knows_its_indicator_rater_and_day(store: Store):
    with store.transaction() as cursor:
        write(cursor, EVERYTHING)
        found = cursor.execute("""
            select participant_id, code, moment, rater, measured_on, value
            from registered.observation inner join registered.indicator using (import_id, indicator_id)
            order by participant_id, code
        """).fetchall()
    assert found == [
        (7, "finances", 0, "professional", DAY, 2.0),
        (7, "housing", 0, "unstated", None, 3.0),
        (8, "finances", 1, "participant", date(2025, 7, 10), 4.0),
    ]


def test_only_indicators_that_were_used_are_kept_with_their_whole_definition(store: Store):
    with store.transaction() as cursor:
        write(cursor, EVERYTHING)
        kept = cursor.execute("select instrument, code, definition from registered.indicator").fetchall()
    assert [(instrument, code) for instrument, code, _ in kept] == [
        ("matrix_2017", "finances"),
        ("matrix_2017", "housing"),
    ]
    described = {indicator.code: indicator for indicator in KNOWN_INSTRUMENTS[0].indicators}
    assert all(described[code] == type(described[code]).model_validate_json(json) for _, code, json in kept)


def test_an_indicator_keeps_its_number_over_imports(store: Store):
    with store.transaction() as cursor:
        write(cursor, EVERYTHING)
        write(cursor, ONLY_OBSERVATIONS)
        numbers = cursor.execute("select distinct code, indicator_id from registered.indicator").fetchall()
    assert len(numbers) == 2


def test_the_same_code_in_another_instrument_or_project_is_another_indicator(store: Store):
    other = instrument("other", indicator("finances"), family="other")
    observations = pd.concat([OBSERVATIONS, OBSERVATIONS.iloc[:1].assign(instrument="other")])
    with store.transaction() as cursor:
        sets = (*KNOWN_INSTRUMENTS, other)
        write(cursor, replace(ONLY_OBSERVATIONS, observations=observations, indicator_sets=sets))
        elsewhere = register_project(cursor, "Elsewhere")
        write_registration(cursor, elsewhere, 99, ONLY_OBSERVATIONS)
        numbers = cursor.execute("select indicator_id from registered.indicator").fetchall()
    assert len(set(numbers)) == len(numbers) == 5


def test_an_observation_of_an_unknown_indicator_is_loud(store: Store):
    unknown = OBSERVATIONS.assign(indicator="luck")
    with pytest.raises(duckdb.ConstraintException), store.transaction() as cursor:
        write(cursor, replace(ONLY_OBSERVATIONS, observations=unknown))


def test_a_registration_with_nothing_in_it_writes_nothing(store: Store):
    empty = replace(ONLY_OBSERVATIONS, observations=pd.DataFrame(columns=OBSERVATION_COLUMNS))
    with store.transaction() as cursor:
        write(cursor, empty)
        assert all(rows(cursor, table) == [] for table in TABLES_OF_AN_IMPORT)


def test_a_project_is_registered_once(store: Store):
    with store.transaction() as cursor:
        first = register_project(cursor, "East", is_sample=True)
        assert register_project(cursor, "East") == first
        assert register_project(cursor, "West") != first
        assert cursor.execute("select name, is_sample from registered.project order by name").fetchall() == [
            ("East", True),
            ("West", False),
        ]


def test_the_history_counts_rows_and_issues_without_saying_where(store: Store):
    issues = tuple(
        Issue(code=code, value="J. Jansen") for code in ("value_outside_scale", "value_outside_scale", "other")
    )
    with store.transaction() as cursor:
        import_id = write(cursor, EVERYTHING, issues)
        assert cursor.execute("select * exclude (imported_at) from registered.import").fetchall() == [
            (import_id, 1, None, "f", ["a.xlsx", "b.csv"], 9, 8, 0, 1, "", [])
        ]
        assert rows(cursor, "import_issue", leave_out=1) == [("value_outside_scale", 2), ("other", 1)]


def test_a_removed_import_leaves_only_its_line_in_the_history(store: Store):
    with store.transaction() as cursor:
        stays = write(cursor, ONLY_OBSERVATIONS)
        before = {table: rows(cursor, table, leave_out=0) for table in TABLES_OF_AN_IMPORT}
        goes = write(cursor, EVERYTHING)
        remove_import(cursor, goes)
        assert {table: rows(cursor, table, leave_out=0) for table in TABLES_OF_AN_IMPORT} == before
        lines = cursor.execute("select import_id, withdrawn_at is null from registered.import order by 1").fetchall()
    assert lines == [(stays, True), (goes, False)]


def test_every_table_with_rows_of_an_import_is_removed_from(store: Store):
    with store.cursor() as cursor:
        found = cursor.execute("""
            select table_name from duckdb_columns()
            where schema_name = 'registered' and column_name = 'import_id'
        """).fetchall()
    assert {name for (name,) in found} == {*TABLES_OF_AN_IMPORT, "import", "import_issue"}
