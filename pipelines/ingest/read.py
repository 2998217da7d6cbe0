"""Spreadsheets in, one Registration out: the road from bytes to accepted records, with every fault on the way named."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial
from itertools import chain

import numpy as np
import pandas as pd

from pipelines.domain.indicator import IndicatorSet
from pipelines.domain.issue import Issue, Severity
from pipelines.domain.registration import FoundColumn, Registration, Tally
from pipelines.ingest.cells.upload import Upload
from pipelines.ingest.corrections import NO_CORRECTIONS, Corrections, leave_out_rows, mended, without_place
from pipelines.ingest.identities import free_text
from pipelines.ingest.identities.free_text import Clean
from pipelines.ingest.identities.own_names import NO_NAMES, OwnNames
from pipelines.ingest.identities.pseudonyms import Pseudonyms
from pipelines.ingest.mapping.column_mapping import ColumnMapping
from pipelines.ingest.records.comparability import check_raters, check_versions
from pipelines.ingest.records.contradictions import (
    check_listed,
    check_one_day,
    check_order,
    check_stays,
    no_start,
    refuse_doubles,
)
from pipelines.ingest.records.implausible import check_households, check_variation
from pipelines.ingest.records.measurements import Measured, Reading, read_measurements
from pipelines.ingest.records.number_spelling import check_number_spelling
from pipelines.ingest.records.observations import gather_observations, gather_visits, observation_frame
from pipelines.ingest.records.participants import read_participants
from pipelines.ingest.records.people import People
from pipelines.ingest.records.record_rows import RECORDS, RecordReader
from pipelines.ingest.tables.found import found_columns, found_table
from pipelines.ingest.tables.set_files import take_set_files_apart
from pipelines.ingest.tables.survey import Question, Survey, look_over
from pipelines.ingest.tables.table import MEASUREMENTS, PARTICIPANTS
from pipelines.ingest.tables.table_issues import TableIssues
from pipelines.ingest.values.cell_types import DomainOf, domains_of
from pipelines.instruments.catalogue import shipped_sets


def read_registration(
    uploads: Sequence[Upload],
    pseudonyms: Pseudonyms,
    *,
    instruments: Sequence[str] = (),
    mapping: ColumnMapping | None = None,
    remembered: ColumnMapping | None = None,
    corrections: Corrections = NO_CORRECTIONS,
    own_sets: Sequence[IndicatorSet] = (),
    own_names: OwnNames = NO_NAMES,
    clean: Clean = free_text.clean,
    today: date | None = None,
) -> Registration:
    """Everything the files say, and everything that is wrong in them. Bad input raises nothing: faults are issues.

    `instruments` are ids of sets; `own_sets`, and those that a .toml among the files describes, may be meant too.
    `clean` takes personal data out of free texts, `own_names` the names that the project knows itself.
    Nothing can have been measured after `today`.
    """
    files = take_set_files_apart(uploads)
    own = {set_.id: set_ for set_ in (*own_sets, *files.sets)}
    question = Question(
        {**shipped_sets(), **own}, tuple(own), tuple(instruments), mapping or ColumnMapping(), today or date.today(),
        remembered or ColumnMapping(), partial(mended, corrections), own_names,
    )  # fmt: skip
    survey = look_over(files.spreadsheets, question)
    leave_out_rows(survey.tables, corrections)
    pseudonyms = pseudonyms.with_same_people((pair.number, pair.same_as) for pair in corrections.same_people)
    check_number_spelling(survey.tables, pseudonyms)
    people = People(pseudonyms, own_names)
    observations, unstarted = _read_who_was_measured(survey, people, question)
    reader = RecordReader(pseudonyms, clean, _domains(survey), question.today, own_names)
    records = {kind: [record for table in survey.readable(kind) for record in reader.read(table)] for kind in RECORDS}
    tally = _total(table.tally for table in survey.tables)
    faults = (*files.issues, *survey.issues, *unstarted, *without_place(survey.tables, corrections))
    return Registration(
        project_facts=survey.facts,
        indicator_sets=survey.sets_in_use,
        observations=observations,
        participants=people.participants(question.today),
        goals=tuple(records["goals"]),
        interventions=tuple(records["interventions"]),
        narratives=tuple(records["narratives"]),
        recognitions=tuple(records["recognition"]),
        tally=tally,
        issues=_in_order(faults, survey, tally),
        found=(*survey.found, *_found_columns(survey)),
        tables=(*map(found_table, survey.tables), *(of.table for of in survey.unused if of.table)),
        removals=tuple(reader.removals),
    )


def _read_who_was_measured(survey: Survey, people: People, question: Question) -> tuple[pd.DataFrame, list[Issue]]:
    """The observations that stand, and what is said of no table. `people` is filled on the way."""
    listed = [
        (table, read_participants(table, people, survey.mapping, question.today))
        for table in survey.readable(PARTICIPANTS)
    ]
    return _settle(_read_measurements(survey, people, question), people, listed, survey)


def _read_measurements(survey: Survey, people: People, question: Question) -> list[Measured]:
    reading = Reading(survey.vocabulary, survey.instruments, people, survey.mapping, question.today)
    return [read_measurements(table, reading) for table in survey.readable(MEASUREMENTS)]


def _settle(
    measured: Sequence[Measured], people: People, listed: Sequence[tuple[TableIssues, np.ndarray]], survey: Survey
) -> tuple[pd.DataFrame, list[Issue]]:
    """The observations that stand once all tables are held against each other, and what is said of no table."""
    people.check_stays()
    observations, visits = gather_observations(measured), gather_visits(measured)
    if refuse_doubles(observations, visits, measured):
        observations, visits = gather_observations(measured), gather_visits(measured)
    people.note_measured(visits.person, visits.day)
    check_order(visits, measured)
    check_one_day(visits, measured)
    check_stays(visits, measured, people)
    check_raters(visits, measured)
    check_versions(observations, measured, {id: known.family for id, known in survey.instruments.sets.items()})
    check_variation(measured)
    check_households(observations, measured, people)
    if listed:
        on_list = np.concatenate([places for _, places in listed])
        check_listed(visits, measured, on_list, listed[0][0].table.sheet.label)
    return observation_frame(observations, people, measured), no_start(visits, measured)


def _in_order(faults: Sequence[Issue], survey: Survey, tally: Tally) -> tuple[Issue, ...]:
    """What is said of no table first, then table by table.

    A workbook that is still empty has no fault of its own, and nothing to import either.
    """
    issues = (*faults, *chain.from_iterable(table.issues_by_row for table in survey.tables))
    has_error = any(issue.severity is Severity.ERROR for issue in issues)
    return issues if tally.accepted or has_error else (*issues, Issue(code="no_records"))


def _found_columns(survey: Survey) -> Iterable[FoundColumn]:
    """Of the tables that are read, and of the sheets that are not."""
    for issues in survey.tables:
        yield from found_columns(issues, survey.instruments.sets)
    for unused in survey.unused:
        yield from unused.columns


def _domains(survey: Survey) -> DomainOf:
    return domains_of(indicator for known in survey.sets_in_use for indicator in known.indicators)


def _total(tallies: Iterable[Tally]) -> Tally:
    counts = [(tally.read, tally.accepted, tally.refused, tally.skipped) for tally in tallies]
    read, accepted, refused, skipped = map(sum, zip(*counts, strict=True)) if counts else (0, 0, 0, 0)
    return Tally(read=read, accepted=accepted, refused=refused, skipped=skipped)
