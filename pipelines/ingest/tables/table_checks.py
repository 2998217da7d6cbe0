"""Whether a table has the columns without which it cannot be read, and what becomes of its other columns."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace

import numpy as np

from pipelines.domain.frozen import Name
from pipelines.domain.registration import Reason, Suggestion
from pipelines.domain.registration_sheets import registration_sheets
from pipelines.ingest.headings.vocabulary import ATTRIBUTE, UNKNOWN
from pipelines.ingest.tables.shapes import Shape, is_long, shape_of
from pipelines.ingest.tables.table import MEASUREMENTS, Heading, Table
from pipelines.ingest.tables.table_issues import TableIssues
from pipelines.ingest.values.cell_types import listed

# What a suggestion for a column of a kind of sheet is called.
NameOf = Callable[[Suggestion, str], Name]
CODE_OF_MISSING_COLUMN = {"participant": "participant_column_missing"}


def with_known_instruments(table: Table, ids: Collection[str]) -> Table:
    """The table with only these sets; a column of another set is a column that is not known."""
    headings = []
    for heading in table.headings:
        indicators = {id: code for id, code in heading.meaning.indicators.items() if id in ids}
        meaning = replace(heading.meaning, indicators=indicators) if indicators else UNKNOWN
        headings.append(replace(heading, meaning=meaning) if heading.is_measured else heading)
    return replace(table, headings=tuple(headings))


def check_columns(issues: TableIssues, name_of: NameOf) -> None:
    """Notes what is missing, what is there twice, what is asked and what is not used; `name_of` names a suggestion."""
    check = _check_measurements if issues.table.kind == MEASUREMENTS else _check_required
    check(issues)
    _check_doubles(issues)
    for heading in issues.table.headings:
        if issues.is_left_out(heading):
            continue
        if heading.meaning.is_identifying:
            issues.leave_out(heading, "identifying_column")
        elif heading.meaning.reason is Reason.RESEMBLES and not heading.meaning.is_recognised:
            expected = listed(name_of(suggestion, issues.table.kind) for suggestion in heading.suggestions)
            issues.leave_out(heading, "column_in_question", expected=expected)
        elif not heading.meaning.is_recognised:
            issues.leave_out(heading, "unknown_column")


def note_rows_below(issues: TableIssues) -> None:
    """Says that something stands below the table that was not read."""
    below = np.flatnonzero(issues.table.is_below)
    if len(below):
        issues.about_row("rows_below_table", int(below[0]), expected=str(len(below)))


def _check_required(issues: TableIssues) -> None:
    for column in registration_sheets()[issues.table.kind].column:
        if column.required and issues.table.one_with(column.field) is None:
            code = CODE_OF_MISSING_COLUMN.get(column.field, "required_column_missing")
            issues.about_table(code, expected=column.name)


def _check_measurements(issues: TableIssues) -> None:
    table = issues.table
    if table.one_with("participant") is None:
        issues.about_table("participant_column_missing")
    if not table.measured and not is_long(table):
        issues.about_table("no_indicator_found")
        return
    shape = shape_of(table)
    if shape is None:
        issues.about_table("moment_column_missing")
        return
    moments = {heading.meaning.moment for heading in table.measured} if shape is Shape.WIDE else {None}
    if any(table.one_with("measured_on", moment) is None for moment in moments):
        issues.about_table("date_column_missing")
    for heading in _unused(table, shape, moments):
        issues.leave_out(heading, "unknown_column")


def _unused(table: Table, shape: Shape, moments: Collection[int | None]) -> Iterator[Heading]:
    """Columns that are known and yet say nothing in this shape: a date of no moment beside scores of several."""
    for heading in table.headings:
        meaning = heading.meaning
        if meaning.field in ("indicator", "value") and not heading.is_measured and shape is not Shape.LONG:
            yield heading
        if meaning.field == "measured_on" and meaning.moment not in moments:
            yield heading
        if meaning.field == "rater" and meaning.moment not in (*moments, None):
            yield heading


def _check_doubles(issues: TableIssues) -> None:
    """Two columns for one thing: which of them counts is not ours to choose."""
    times = Counter(thing for heading in issues.table.headings for thing in _things(heading))
    for heading in issues.table.headings:
        if any(times[thing] > 1 for thing in _things(heading)):
            issues.about_table("column_twice", heading)


def _things(heading: Heading) -> set[tuple[object, ...]]:
    """What a column holds: a field, or an indicator of each set that it may belong to, at a moment."""
    meaning = heading.meaning
    if meaning.field is None or meaning.field.startswith(ATTRIBUTE):
        return set()
    return {(meaning.field, meaning.moment, *indicator) for indicator in meaning.indicators.items() or [()]}
