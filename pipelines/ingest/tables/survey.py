"""What is where in an upload: its tables with their columns, and the instruments, before a single record is read."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from pipelines.domain.indicator import IndicatorSet
from pipelines.domain.issue import Issue
from pipelines.domain.records import ProjectFacts
from pipelines.domain.registration import FoundColumn
from pipelines.domain.registration_sheets import registration_sheets
from pipelines.ingest.cells.sheet import Sheet
from pipelines.ingest.cells.upload import Upload
from pipelines.ingest.headings.vocabulary import Vocabulary
from pipelines.ingest.identities.own_names import NO_NAMES, OwnNames
from pipelines.ingest.mapping.column_mapping import ColumnMapping
from pipelines.ingest.tables.extra_attributes import with_extra_attributes
from pipelines.ingest.tables.given_meanings import applying, given_meanings, headings_not_found
from pipelines.ingest.tables.identity_gate import Gated, keep_identities_out
from pipelines.ingest.tables.indicator_sheet import read_own_set
from pipelines.ingest.tables.instrument_choice import AmbiguousInstrument
from pipelines.ingest.tables.instruments_in_use import (
    Instruments,
    choose_instruments,
    explain_all,
    ids_in_use,
    sets_called,
)
from pipelines.ingest.tables.joined_number import with_joined_number
from pipelines.ingest.tables.layout import find_table, kind_called
from pipelines.ingest.tables.project_sheet import ProjectSheet
from pipelines.ingest.tables.sheet_moments import SheetMoment, moments_of_sheets
from pipelines.ingest.tables.shown_cells import carry_merged_down, check_shown
from pipelines.ingest.tables.suggestions import Suggester
from pipelines.ingest.tables.table import INDICATORS, MEASUREMENTS, PARTICIPANTS, PROJECT, Table
from pipelines.ingest.tables.table_checks import check_columns, note_rows_below, with_known_instruments
from pipelines.ingest.tables.table_issues import TableIssues
from pipelines.ingest.tables.unused_sheets import UnusedSheet, faults_of_files, unused_sheets
from pipelines.ingest.tables.uploads import OpenedUpload, open_uploads, sheets_not_found

RECORD_SHEETS = tuple(kind for kind in registration_sheets() if kind not in (PROJECT, INDICATORS))


NOTHING_SAID = ColumnMapping()


def as_it_stands(table: Table) -> Table:
    return table


@dataclass(frozen=True)
class Question:
    """What is asked of the reader: the sets there are, which of them are the project's own, which were asked for.

    `remembered` is the mapping of earlier uploads: it holds for the headings that are there, and where `mapping` is
    silent. `mend` puts corrected cells in their place before anything is understood.
    """

    sets: Mapping[str, IndicatorSet]
    own: Collection[str]
    asked: Sequence[str]
    mapping: ColumnMapping
    today: date
    remembered: ColumnMapping = NOTHING_SAID
    mend: Callable[[Table], Table] = as_it_stands
    own_names: OwnNames = NO_NAMES


@dataclass(frozen=True)
class Survey:
    """`tables` stand in the order of the upload; `issues` and `found` are those that belong to no table.

    `mapping` is what was said of the columns that are there, now or earlier. `unused` are the sheets without a table.
    """

    tables: tuple[TableIssues, ...]
    vocabulary: Vocabulary
    instruments: Instruments
    facts: ProjectFacts
    issues: tuple[Issue, ...]
    found: tuple[FoundColumn, ...]
    mapping: ColumnMapping
    unused: tuple[UnusedSheet, ...]

    def readable(self, *kinds: str) -> list[TableIssues]:
        """The tables of these kinds that no error keeps from being read."""
        return [issues for issues in self.tables if issues.table.kind in kinds and issues.is_readable]

    @property
    def sets_in_use(self) -> tuple[IndicatorSet, ...]:
        tables = [issues.table for issues in self.tables if issues.table.kind == MEASUREMENTS]
        return tuple(self.instruments.sets[id] for id in ids_in_use(tables, self.instruments))


def look_over(uploads: Sequence[Upload], question: Question) -> Survey:
    """Opens the files and finds out what they hold. Raises nothing for bad input."""
    said = {**question.remembered.sheet_moments, **question.mapping.sheet_moments}
    opened = open_uploads(uploads, question.mapping.sheets, said)
    sheets = [sheet for upload in opened for sheet in upload.sheets]
    moments = moments_of_sheets(opened, said)
    facts = [sheet for sheet in sheets if kind_called(sheet.name) == PROJECT]
    projects = [ProjectSheet(sheet, question.today, question.own_names) for sheet in facts]
    lists = [TableIssues(table) for table in _find_tables(sheets, Vocabulary((), {}), {INDICATORS}, question, {})]
    own = _own_lists(lists, question)
    sets = {**question.sets, **own}
    vocabulary = Vocabulary(sets.values(), given_meanings(question.mapping, sets, question.remembered))
    tables = _find_tables(sheets, vocabulary, {*RECORD_SHEETS, None}, question, moments)
    asked, unknown = _asked_for(question, projects, sets)
    remembered = [id for id in question.remembered.instrument if id in sets]
    instruments, conflict = _choose(tables, vocabulary, sets, (*question.own, *own), asked, remembered)
    gated = [keep_identities_out(table, question.today) for table in tables]
    checked = [_check(gate, instruments, conflict, question.own_names) for gate in gated]
    used = [issues.table.sheet.label for issues in (*lists, *checked)]
    unused = unused_sheets(opened, used, vocabulary, question.today)
    return Survey(
        tables=tuple(_in_order([*lists, *checked], sheets)),
        vocabulary=vocabulary,
        instruments=instruments,
        facts=_merge(projects),
        issues=(
            *faults_of_files(opened, used, unused),
            *_faults_of_mapping(opened, question.mapping, tables),
            *unknown,
            *chain.from_iterable(project.issues for project in projects),
        ),
        found=tuple(chain.from_iterable(project.found for project in projects)),
        unused=tuple(unused.values()),
        mapping=applying(question.mapping, question.remembered, tables),
    )


def _find_tables(
    sheets: Sequence[Sheet],
    vocabulary: Vocabulary,
    called: Collection[str | None],
    question: Question,
    moments: Mapping[str, SheetMoment],
) -> list[Table]:
    """The tables of the sheets whose name says that they are of these kinds; None is a name that says nothing."""
    there = [sheet for sheet in sheets if kind_called(sheet.name) in called]
    told = {label: found.moment for label, found in moments.items()}
    found = (find_table(sheet, vocabulary, told.get(sheet.label)) for sheet in there)
    return [with_joined_number(question.mend(carry_merged_down(table))) for table in found if table is not None]


def _own_lists(lists: Sequence[TableIssues], question: Question) -> dict[str, IndicatorSet]:
    """The list that the upload itself brings. The mapping has the last word."""
    for issues in lists:
        check_columns(issues, Suggester({}).name)
    described = [read_own_set(issues, question.today) for issues in lists if issues.is_readable]
    return {own.id: own for own in (question.remembered.own_set, *described, question.mapping.own_set) if own}


def _asked_for(
    question: Question, projects: Sequence[ProjectSheet], sets: Mapping[str, IndicatorSet]
) -> tuple[list[str], list[Issue]]:
    """Asked for by the caller, else by the mapping, else on the sheet Project; and what is asked for but not known."""
    if asked := question.asked or question.mapping.instrument:
        unknown = [id for id in asked if id not in sets]
        issues = [Issue(code="unknown_instrument", value=id, expected=", ".join(sets)) for id in unknown]
        return [id for id in asked if id in sets], issues
    found: list[str] = []
    for project in projects:
        if project.facts.instrument:
            ids, unknown_names = sets_called(project.facts.instrument, sets)
            found += ids
            for name in unknown_names:
                project.about_fact("unknown_instrument", "instrument", name, ", ".join(sets))
    return found, []


def _choose(
    tables: Sequence[Table],
    vocabulary: Vocabulary,
    sets: Mapping[str, IndicatorSet],
    own: Collection[str],
    asked: Sequence[str],
    remembered: Sequence[str],
) -> tuple[Instruments, AmbiguousInstrument | None]:
    """What an earlier upload was measured with decides only where this one leaves the choice open."""
    measurements = [table for table in tables if table.kind == MEASUREMENTS]
    try:
        return choose_instruments(measurements, vocabulary, sets, own, asked), None
    except AmbiguousInstrument as conflict:
        if remembered and explain_all(measurements, vocabulary, remembered):
            return choose_instruments(measurements, vocabulary, sets, own, remembered), None
        return Instruments(sets, ()), conflict


def _check(
    gated: Gated, instruments: Instruments, conflict: AmbiguousInstrument | None, own_names: OwnNames
) -> TableIssues:
    """The table with what its columns lack. Where the instrument is unclear every set stays possible."""
    table, ids = gated.table, ids_in_use([gated.table], instruments)
    if table.kind == MEASUREMENTS and not conflict:
        table = with_known_instruments(table, ids)
    suggester = Suggester({id: instruments.sets[id] for id in ids or instruments.sets})
    table = suggester.with_suggestions(table)
    if table.kind == PARTICIPANTS:
        table = with_extra_attributes(table)
    issues = TableIssues(table, own_names)
    for heading, code in gated.notes:
        issues.about_table(code, heading)
    for heading in gated.hidden:
        issues.leave_out(heading, "identifying_content")
    if table.sheet.is_hidden:
        issues.about_table("hidden_sheet")
    check_shown(issues)
    note_rows_below(issues)
    if table.kind == MEASUREMENTS and conflict:
        issues.about_table("ambiguous_instrument", expected=", ".join(conflict.ids))
    check_columns(issues, suggester.name)
    return issues


def _merge(projects: Sequence[ProjectSheet]) -> ProjectFacts:
    said: dict[str, object] = {}
    for project in projects:
        said |= project.facts.model_dump(exclude_none=True)
    return ProjectFacts.model_validate(said)


def _faults_of_mapping(
    opened: Sequence[OpenedUpload], mapping: ColumnMapping, tables: Sequence[Table]
) -> Iterator[Issue]:
    place = opened[0].name if len(opened) == 1 else None
    for name in (*sheets_not_found(opened, mapping.sheets), *headings_not_found(mapping, tables)):
        yield Issue(code="mapping_column_missing", sheet=place, column=name)


def _in_order(tables: Sequence[TableIssues], sheets: Sequence[Sheet]) -> list[TableIssues]:
    labels = [sheet.label for sheet in sheets]
    return sorted(tables, key=lambda issues: labels.index(issues.table.sheet.label))
