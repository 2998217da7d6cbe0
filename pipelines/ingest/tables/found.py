"""How tables and columns were understood, how sure that is and why: for whoever brought them to check."""

from collections.abc import Mapping

import numpy as np

from pipelines.domain.indicator import IndicatorSet
from pipelines.domain.registration import Confidence, FoundColumn, FoundTable, Reason
from pipelines.domain.registration_sheets import CellType
from pipelines.domain.spelling import bare
from pipelines.ingest.cells.sheet import column_letter, quote_of, text_of
from pipelines.ingest.headings.vocabulary import ATTRIBUTE, Meaning
from pipelines.ingest.identities.short_text import clean_short_text
from pipelines.ingest.tables.layout import kind_called
from pipelines.ingest.tables.shapes import shape_of
from pipelines.ingest.tables.table import MEASUREMENTS, PARTICIPANTS, Heading, Table
from pipelines.ingest.tables.table_issues import FIELDS_NEVER_QUOTED, TableIssues
from pipelines.ingest.values.cell_types import column_called

MOST_SAMPLES, LOOKED_AT = 5, 1_000
# Longer cells are remarks or stories.
LONGEST_SAMPLE = 40
LONGEST_ABBREVIATION = 4
ASKED = (Reason.RESEMBLES, Reason.CONTENT)


def found_columns(issues: TableIssues, sets: Mapping[str, IndicatorSet]) -> tuple[FoundColumn, ...]:
    """Every column that the sheet itself has, as it was understood."""
    return tuple(_column(issues, heading, sets) for heading in issues.table.headings if not heading.meaning.is_joined)


def found_table(issues: TableIssues) -> FoundTable:
    """Where the table stands on its sheet."""
    table = issues.table
    positions = [heading.position for heading in table.headings if not heading.meaning.is_joined] or [0]
    reason = _reason_of_table(table)
    return FoundTable(
        sheet=table.sheet.label,
        kind=table.kind,
        shape=shape_of(table) if table.kind == MEASUREMENTS else None,
        heading_rows=(table.first_heading_row + 1, table.heading_row + 1),
        first_row=table.row_number(_first_filled(table)),
        last_row=table.row_number(table.n_records - 1),
        first_column=column_letter(min(positions)),
        last_column=column_letter(max(positions)),
        n_rows=table.n_records - _first_filled(table),
        moment=table.moment,
        confidence=Confidence.LIKELY if reason is Reason.CONTENT else Confidence.CERTAIN,
        reason=reason,
    )


def _column(issues: TableIssues, heading: Heading, sets: Mapping[str, IndicatorSet]) -> FoundColumn:
    meaning, table = heading.meaning, issues.table
    reason = _reason(table, heading, sets)
    return FoundColumn(
        sheet=table.sheet.label,
        column=heading.text,
        role=None if issues.is_left_out(heading) else meaning.field or meaning.part_of,
        indicator=next(iter(meaning.indicators.values()), None),
        moment=meaning.moment,
        letter=column_letter(heading.position),
        confidence=_confidence(heading, reason),
        reason=reason,
        samples=() if _is_kept_back(table, heading) else _samples(issues, heading),
        n_filled=int((table.is_filled_in(heading) & ~issues.is_skipped).sum()),
        suggestions=heading.suggestions,
    )


def _reason(table: Table, heading: Heading, sets: Mapping[str, IndicatorSet]) -> Reason:
    meaning = heading.meaning
    if meaning.is_given:
        return Reason.REMEMBERED if meaning.is_remembered else Reason.SAID
    if meaning.is_identifying or meaning.coarsened:
        return Reason.IDENTIFYING
    if meaning.reason or not meaning.is_recognised:
        return meaning.reason or Reason.NOTHING
    if meaning.moment is not None:
        return Reason.MOMENT_IN_HEADING
    names = _names(table, meaning, sets)
    if bare(heading.text) in names:
        return Reason.NAME
    return Reason.CONTENT if (meaning.field or "").startswith(ATTRIBUTE) and not names else Reason.ALIAS


def _names(table: Table, meaning: Meaning, sets: Mapping[str, IndicatorSet]) -> set[str]:
    """The names, not the aliases, of what a column is; none for an attribute of the project's own."""
    if meaning.indicators:
        found = [of for id in meaning.indicators if id in sets for of in sets[id].indicators]
        codes = set(meaning.indicators.values())
        return {bare(name) for of in found if of.code in codes for name in (of.code, of.name.nl, of.name.en)}
    column = column_called(table.kind, meaning.field or "") or column_called(PARTICIPANTS, meaning.field or "")
    return {bare(name) for name in (column.name.nl, column.name.en)} if column else set()


def _confidence(heading: Heading, reason: Reason) -> Confidence:
    meaning = heading.meaning
    if not meaning.is_recognised:
        return Confidence.ASKED if heading.suggestions else Confidence.UNKNOWN
    is_short = reason is Reason.ALIAS and len(bare(heading.text)) <= LONGEST_ABBREVIATION
    from_others = meaning.reason is Reason.MOMENT_IN_HEADING or (meaning.may_be_months and not meaning.is_given)
    return Confidence.LIKELY if is_short or from_others or reason in ASKED else Confidence.CERTAIN


def _is_kept_back(table: Table, heading: Heading) -> bool:
    """Whether its cells are shown nowhere: they may tell who somebody is, or are what somebody wrote."""
    meaning = heading.meaning
    roles = {meaning.field, meaning.part_of, *(suggestion.role for suggestion in heading.suggestions)}
    column = column_called(table.kind, meaning.field or "")
    is_story = column is not None and column.type is CellType.FREE_TEXT
    return is_story or meaning.is_identifying or meaning.coarsened is not None or bool(roles & FIELDS_NEVER_QUOTED)


def _samples(issues: TableIssues, heading: Heading) -> tuple[str, ...]:
    """Some of the distinct cells, those first that stand first; none if one of them is long or gives somebody away."""
    table = issues.table
    rows = np.flatnonzero(~table.is_skipped & table.is_filled_in(heading))[:LOOKED_AT]
    cells = table.cells(heading)
    codes, firsts = np.unique(cells.codes[rows], return_index=True)
    distinct = [cells.distinct[code] for code in codes[np.argsort(firsts)][: 2 * MOST_SAMPLES]]
    texts = list(map(text_of, distinct))
    if any(len(text) > LONGEST_SAMPLE or clean_short_text(text, issues.own_names)[1] for text in texts):
        return ()
    return tuple(dict.fromkeys(map(quote_of, distinct)))[:MOST_SAMPLES]


def _reason_of_table(table: Table) -> Reason:
    if any(heading.meaning.is_given for heading in table.headings):
        return Reason.SAID
    if kind_called(table.sheet.name) == table.kind:
        return Reason.NAME
    return Reason.MOMENT_OF_SHEET if table.moment is not None else Reason.CONTENT


def _first_filled(table: Table) -> int:
    filled = np.flatnonzero(table.is_filled)
    return int(filled[0]) if len(filled) else 0
