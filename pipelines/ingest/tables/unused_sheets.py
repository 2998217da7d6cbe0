"""Sheets on which no known table stands: what they look like, so that it can be asked what they are."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipelines.domain.issue import Issue
from pipelines.domain.registration import Confidence, FoundColumn, FoundTable, Reason, Suggestion
from pipelines.ingest.cells.sheet import Sheet, column_letter
from pipelines.ingest.headings.vocabulary import UNKNOWN, Meaning, Vocabulary
from pipelines.ingest.tables.cell_fit import cells_at_records, may_be_people, may_be_scores
from pipelines.ingest.tables.found import found_columns, found_table
from pipelines.ingest.tables.identity_gate import keep_identities_out
from pipelines.ingest.tables.label_meanings import meaning_below_labels
from pipelines.ingest.tables.layout import kind_called
from pipelines.ingest.tables.suggestions import Suggester
from pipelines.ingest.tables.table import MEASUREMENTS, PROJECT, Heading, Table
from pipelines.ingest.tables.table_area import find_area
from pipelines.ingest.tables.table_issues import TableIssues
from pipelines.ingest.tables.uploads import OpenedUpload

EXACTLY = 100.0
# So many columns of scores, named or by their cells, make a sheet a registration.
FEW_NAMED, FEW_BY_CELLS = 2, 3


@dataclass(frozen=True)
class UnusedSheet:
    """A sheet that is not read: what is said of it, and its columns with what they may be."""

    sheet: Sheet
    looks_like_measurements: bool
    columns: tuple[FoundColumn, ...] = ()
    table: FoundTable | None = None


def look_at_unused(sheet: Sheet, vocabulary: Vocabulary, today: date) -> UnusedSheet:
    """What a sheet without a known table holds."""
    table = table_by_form(sheet, vocabulary)
    if table is None:
        return UnusedSheet(sheet, looks_like_measurements=False)
    table = keep_identities_out(Suggester(vocabulary.sets).with_suggestions(table), today).table
    issues = TableIssues(replace(table, headings=tuple(map(_as_suggestion, table.headings))))
    unsure = {"kind": "", "shape": None, "confidence": Confidence.UNKNOWN, "reason": Reason.NOTHING}
    found = found_table(issues).model_copy(update=unsure)
    return UnusedSheet(sheet, _looks_like_measurements(table), found_columns(issues, vocabulary.sets), found)


def table_by_form(sheet: Sheet, vocabulary: Vocabulary) -> Table | None:
    """The table of any sheet by its form alone, read as measurements; None if it has none."""
    area = find_area(sheet)
    if area is None:
        return None
    parts = area.heading.parts
    headings = tuple(
        Heading(position, area.heading.text(position), _meaning(parts[position], vocabulary))
        if parts[position]
        else Heading(position, column_letter(position), UNKNOWN, has_text=False)
        for position in area.positions
    )
    return Table(sheet, MEASUREMENTS, area.heading.row, headings, area.heading.first_row, area.last_row)


def faults_of_files(
    opened: Sequence[OpenedUpload], used: Collection[str], unused: Mapping[str, UnusedSheet]
) -> Iterator[Issue]:
    """Files that could not be opened, files without a table, and sheets that were passed over beside one.

    `used` and the keys of `unused` are labels of sheets.
    """
    for upload in opened:
        yield from upload.issues
        passed_over = [unused[sheet.label] for sheet in upload.sheets if sheet.label in unused]
        is_copy = bool(upload.issues) and not upload.sheets
        if not is_copy and (len(passed_over) == len(upload.sheets) or not used):
            yield Issue(code="no_table_found", sheet=upload.name)
        else:
            yield from (Issue(code=_code(found), sheet=found.sheet.label) for found in passed_over)


def unused_sheets(
    opened: Sequence[OpenedUpload], used: Collection[str], vocabulary: Vocabulary, today: date
) -> dict[str, UnusedSheet]:
    """By label, every sheet that no table was found on; facts of a project are none."""
    sheets = [sheet for upload in opened for sheet in upload.sheets]
    return {
        sheet.label: look_at_unused(sheet, vocabulary, today)
        for sheet in sheets
        if sheet.label not in used and kind_called(sheet.name) != PROJECT
    }


def _code(unused: UnusedSheet) -> str:
    return "sheet_in_question" if unused.looks_like_measurements else "unknown_sheet"


def _meaning(parts: Sequence[str], vocabulary: Vocabulary) -> Meaning:
    return meaning_below_labels(parts, MEASUREMENTS, vocabulary, frozenset())


def _looks_like_measurements(table: Table) -> bool:
    """Several columns are named like indicators; or there are scores beside what may be the numbers of people."""
    n_named = sum(
        heading.is_measured or any(suggestion.indicator for suggestion in heading.suggestions)
        for heading in table.headings
    )
    if n_named >= FEW_NAMED:
        return True
    cells = [cells_at_records(table, heading) for heading in table.headings if not heading.meaning.is_identifying]
    return any(map(may_be_people, cells)) and sum(map(may_be_scores, cells)) >= FEW_BY_CELLS


def _as_suggestion(heading: Heading) -> Heading:
    """What is known is only a suggestion where the table as a whole is not."""
    meaning = heading.meaning
    if meaning.field is None:
        return heading
    instrument, indicator = next(iter(meaning.indicators.items()), (None, None))
    suggestion = Suggestion(
        role=meaning.field, indicator=indicator, instrument=instrument, moment=meaning.moment, likeness=EXACTLY
    )
    return replace(heading, meaning=Meaning(reason=Reason.RESEMBLES), suggestions=(suggestion,))
