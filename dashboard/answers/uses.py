"""What a column can be said to be, given the kind of table it stands in and the instruments there are."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from dashboard.answers.columns import ATTRIBUTE, LEFT_OUT, ColumnUse
from pipelines.domain.indicator import IndicatorSet
from pipelines.domain.registration import FoundColumn, FoundTable, Suggestion
from pipelines.domain.registration_sheets import registration_sheets

MEASUREMENTS, PARTICIPANTS = "measurements", "participants"
WIDE = "wide"
MOST_SUGGESTED = 4


def uses_for(table: FoundTable | None, sets: Iterable[IndicatorSet], moments: Sequence[int]) -> list[ColumnUse]:
    """Every choice, the most likely kinds first: scores, then fields, an attribute, and leaving out.

    `moments` are those that the columns of a wide table can be of.
    """
    kind = (table.kind if table else "") or MEASUREMENTS
    uses = [*_scores(sets, moments, table), *_fields(kind)] if kind == MEASUREMENTS else list(_fields(kind))
    if kind in (MEASUREMENTS, PARTICIPANTS):
        uses.append(ColumnUse(role=ATTRIBUTE))
    return [*uses, ColumnUse(role=LEFT_OUT)]


def suggested_uses(column: FoundColumn, table: FoundTable | None, beside: Sequence[FoundColumn]) -> list[ColumnUse]:
    """What a column may be, the likeliest first. `beside` are all columns of its sheet.

    In a wide table, and where several columns may be the same, a score without a moment is offered at each moment. A
    heading that names a moment beside something else is no column of moments.
    """
    uses: dict[ColumnUse, None] = {}
    names_moment = any(suggestion.moment is not None for suggestion in column.suggestions)
    likely = [suggestion for suggestion in column.suggestions if not (names_moment and suggestion.role == "moment")]
    for use in map(use_of_suggestion, likely):
        is_one_of_several = sum(_may_be(other, use) for other in beside) > 1
        is_per_moment = bool(table and table.shape == WIDE) or is_one_of_several
        needs_moment = bool(use.indicator) and use.moment is None and is_per_moment
        at = [use.model_copy(update={"moment": moment}) for moment in moments_in(beside)] if needs_moment else [use]
        uses |= dict.fromkeys(at)
    return list(uses)[:MOST_SUGGESTED]


def _may_be(column: FoundColumn, use: ColumnUse) -> bool:
    return use_of_column(column) == use or use in map(use_of_suggestion, column.suggestions)


def clear_suggestions(
    columns: Sequence[FoundColumn], tables: Sequence[FoundTable]
) -> list[tuple[FoundColumn, ColumnUse]]:
    """The columns whose suggestions leave no choice, each with what it may be: those that can be confirmed together.

    Left out are columns that may be several things, scores whose moment is not told where each column has one, and
    two columns that would be the same.
    """
    is_wide = {table.sheet: table.shape == WIDE for table in tables}
    may_be = [
        (column, list({use_of_suggestion(suggestion) for suggestion in column.suggestions})) for column in columns
    ]
    told = [
        (column, uses[0])
        for column, uses in may_be
        if len(uses) == 1 and not (is_wide.get(column.sheet) and uses[0].indicator and uses[0].moment is None)
    ]
    times = Counter((column.sheet, use) for column, use in told)
    return [(column, use) for column, use in told if times[column.sheet, use] == 1]


def use_of_suggestion(suggestion: Suggestion) -> ColumnUse:
    role = ATTRIBUTE if suggestion.role.startswith(ATTRIBUTE) else suggestion.role
    return ColumnUse(role=role, indicator=suggestion.indicator, moment=suggestion.moment)


def use_of_column(column: FoundColumn) -> ColumnUse:
    """What a column is read as now."""
    role = column.role or LEFT_OUT
    is_attribute = role.startswith(ATTRIBUTE)
    return ColumnUse(role=ATTRIBUTE if is_attribute else role, indicator=column.indicator, moment=column.moment)


def moments_in(columns: Iterable[FoundColumn]) -> list[int]:
    """The moments that the columns of a table name, and one more; at least the start and one follow-up."""
    named = {column.moment for column in columns if column.moment is not None}
    return list(range(max(named, default=0) + 2))


def _scores(sets: Iterable[IndicatorSet], moments: Sequence[int], table: FoundTable | None) -> Iterator[ColumnUse]:
    shape = table.shape if table else None
    at = list(moments) if shape == WIDE else [None] if shape else [None, *moments]
    codes = dict.fromkeys(indicator.code for known in sets for indicator in known.indicators)
    yield from (ColumnUse(role="value", indicator=code, moment=moment) for code in codes for moment in at)


def _fields(kind: str) -> Iterator[ColumnUse]:
    sheets = registration_sheets()
    kinds = (kind, PARTICIPANTS) if kind == MEASUREMENTS else (kind,)
    fields = dict.fromkeys(column.field for kind in kinds if kind in sheets for column in sheets[kind].column)
    yield from (ColumnUse(role=field) for field in fields if not field.startswith(ATTRIBUTE))
