"""What a column that is not known may be. Nothing here is used before somebody confirms it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipelines.domain.frozen import Name
from pipelines.domain.indicator import Indicator, IndicatorSet
from pipelines.domain.registration import Reason, Suggestion
from pipelines.domain.registration_sheets import Column, registration_sheets
from pipelines.ingest.cells.sheet import CellColumn
from pipelines.ingest.headings.likeness import THRESHOLD, Readings
from pipelines.ingest.headings.moments import moment_within, split_moment
from pipelines.ingest.headings.vocabulary import ATTRIBUTE
from pipelines.ingest.tables.cell_fit import (
    cells_at_records,
    fits_field,
    fits_indicator,
    may_be_days,
    may_be_moments,
    may_be_people,
)
from pipelines.ingest.tables.heading_rows import JOINED_BY
from pipelines.ingest.tables.label_meanings import label_moment
from pipelines.ingest.tables.moments_together import may_be_months
from pipelines.ingest.tables.table import MEASUREMENTS, Heading, Table

MOST_SUGGESTIONS = 3
# How sure the cells alone make us, beside how much a name looks like another.
BY_CONTENT = 50.0
BY_CELLS: Mapping[str, Callable[[CellColumn], bool]] = {
    "participant": may_be_people, "moment": may_be_moments, "measured_on": may_be_days,
}  # fmt: skip


@dataclass(frozen=True)
class Suggester:
    """Looks for what a column may be among the indicators of these sets and the fields of its sheet."""

    sets: Mapping[str, IndicatorSet]

    def with_suggestions(self, table: Table) -> Table:
        """The table with suggestions at the columns that are not known. A heading that looks like a name gets the
        reason RESEMBLES; where only the cells tell something, CONTENT."""
        return replace(table, headings=tuple(self._suggest(table, heading) for heading in table.headings))

    def name(self, suggestion: Suggestion, kind: str) -> Name:
        """What a suggestion is called."""
        if suggestion.indicator is None:
            return next(column.name for column in _columns(kind) if column.field == suggestion.role)
        indicators = self.sets[suggestion.instrument or ""].indicators
        return next(found.name for found in indicators if found.code == suggestion.indicator)

    def _suggest(self, table: Table, heading: Heading) -> Heading:
        if heading.meaning.is_recognised:
            return heading
        cells = cells_at_records(table, heading)
        by_name = self._by_name(table, heading, cells) if heading.has_text else []
        found = by_name or _by_content(table, cells)
        if not found:
            return heading
        reason = Reason.RESEMBLES if by_name else Reason.CONTENT
        best = sorted(found, key=lambda suggestion: -suggestion.likeness)[:MOST_SUGGESTIONS]
        return replace(heading, meaning=replace(heading.meaning, reason=reason), suggestions=tuple(best))

    def _by_name(self, table: Table, heading: Heading, cells: CellColumn) -> list[Suggestion]:
        if not len(cells):
            return []
        moment = _moment_in(heading.text, table)
        measured = self._indicators(heading.text, moment, cells) if table.kind == MEASUREMENTS else ()
        return [*measured, *_fields(table, heading.text, cells)]

    def _indicators(self, heading: str, moment: int | None, cells: CellColumn) -> Iterator[Suggestion]:
        texts = [Readings(text) for text in dict.fromkeys((heading, *heading.split(JOINED_BY)))]
        for id, set_ in self.sets.items():
            for indicator in set_.indicators:
                like = _likeness_of(texts, indicator)
                if like >= THRESHOLD and fits_indicator(cells, indicator):
                    yield Suggestion(
                        role="value", indicator=indicator.code, instrument=id, moment=moment, likeness=round(like, 1)
                    )


def _moment_in(heading: str, table: Table) -> int | None:
    """The moment that the heading names; no number beside a letter where those of all headings may be months."""
    lettered = {cut.moment for other in table.headings for cut in split_moment(other.text) if cut.may_be_months}
    months = may_be_months(lettered)
    cuts = (cut.moment for cut in split_moment(heading) if not (months and cut.may_be_months))
    return next(cuts, label_moment(heading.split(JOINED_BY)[:-1]))


def _likeness_of(texts: Sequence[Readings], indicator: Indicator) -> float:
    """Of the heading as a whole or of one of the texts that stand above each other in it."""
    return max(text.likeness(name) for text in texts for name in (indicator.code, *indicator.headings))


def _fields(table: Table, heading: str, cells: CellColumn) -> Iterator[Suggestion]:
    """Fields that the table does not have yet."""
    taken = {known.meaning.field for known in table.headings} | {known.meaning.part_of for known in table.headings}
    if split_moment(heading) or moment_within(heading) is not None:
        # "Werk 0-meting" tells a moment; it is no column of moments.
        taken.add("moment")
    text = Readings(heading)
    for column in _columns(table.kind):
        if column.field in taken or column.field.startswith(ATTRIBUTE):
            continue
        like = max(text.likeness(name) for name in (column.name.nl, column.name.en, *column.aliases))
        if like >= THRESHOLD and fits_field(cells, column):
            yield Suggestion(role=column.field, likeness=round(like, 1))


def _by_content(table: Table, cells: CellColumn) -> list[Suggestion]:
    """What the cells could be of the fields that a table needs and does not have."""
    return [
        Suggestion(role=field, likeness=BY_CONTENT)
        for field in _fields_missing(table)
        if len(cells) and BY_CELLS[field](cells)
    ]


def _fields_missing(table: Table) -> Sequence[str]:
    there = {heading.meaning.field for heading in table.headings}
    if table.moment is not None or any(heading.meaning.moment is not None for heading in table.headings):
        there |= {"moment"}
    needed = [column.field for column in registration_sheets()[table.kind].column if column.required]
    return [field for field in needed if field in BY_CELLS and field not in there]


def _columns(kind: str) -> tuple[Column, ...]:
    """The columns of a kind of sheet; beside measurements those of participants may stand too."""
    own = registration_sheets()[kind].column
    if kind != MEASUREMENTS:
        return own
    fields = {column.field for column in own}
    return (*own, *(column for column in registration_sheets()["participants"].column if column.field not in fields))
