"""What was said of columns earlier, and what is said now: the newest word on each counts."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from pipelines.domain.spelling import bare
from pipelines.ingest.mapping.column_mapping import ColumnMapping, MomentColumn

# Entries that name one column, by its heading or by a table that holds it.
SINGLE = ("participant", "date", "rater", "group")
BY_HEADING = ("fields", "attributes", "measured", "ticks", "decimal")


def merged(new: ColumnMapping | None, old: ColumnMapping | None) -> ColumnMapping:
    """Both together. What the old one says of a column, sheet or code of which the new one speaks is left out."""
    if new is None or old is None:
        return new or old or ColumnMapping()
    kept = _without(old, new.headings)
    codes = {code: number for code, number in old.values.items() if code not in new.missing}
    return ColumnMapping(
        **{entry: getattr(new, entry) or getattr(kept, entry) for entry in (*SINGLE, "instrument", "sheets")},
        moment=_moment_over(new.moment, old.moment, kept.moment),
        **{entry: _over(getattr(new, entry), getattr(kept, entry)) for entry in (*BY_HEADING, "sheet_moments")},
        values={**codes, **new.values},
        missing=_united(new.missing, (code for code in old.missing if code not in new.values)),
        ignore=_united(new.ignore, kept.ignore),
        own_set=new.own_set or old.own_set,
    )


def restricted_to(mapping: ColumnMapping, headings: Iterable[str]) -> ColumnMapping:
    """What the mapping says of these headings only; what it says of codes and sheets stays."""
    there = {bare(heading) for heading in headings}
    return _without(mapping, [heading for heading in _all_headings(mapping) if bare(heading) not in there])


def without_rivals(old: ColumnMapping, new: ColumnMapping) -> ColumnMapping:
    """The old mapping without its other columns for what the new one has a column for."""
    fields = set(new.fields.values())
    measured = set(_things(new))
    return old.model_copy(
        update={
            "fields": {heading: field for heading, field in old.fields.items() if field not in fields},
            "measured": {
                heading: column
                for heading, column in old.measured.items()
                if (column.indicator, column.moment) not in measured
            },
        }
    )


def _things(mapping: ColumnMapping) -> Iterable[tuple[str, int | None]]:
    return ((column.indicator, column.moment) for column in mapping.measured.values())


def _without(mapping: ColumnMapping, headings: Collection[str]) -> ColumnMapping:
    """The mapping without what it says of these headings. Columns that count together go together."""
    gone = {bare(heading) for heading in headings}
    update: dict[str, Any] = {entry: _left(getattr(mapping, entry), gone) for entry in BY_HEADING}
    update["ignore"] = tuple(heading for heading in mapping.ignore if bare(heading) not in gone)
    if gone & {bare(heading) for heading in mapping.participant}:
        update["participant"] = ()
    columns = {
        "date": mapping.date, "rater": mapping.rater,
        "moment": mapping.moment and mapping.moment.column, "group": mapping.group and mapping.group.column,
    }  # fmt: skip
    update |= {entry: None for entry, heading in columns.items() if heading and bare(heading) in gone}
    return mapping.model_copy(update=update)


def _all_headings(mapping: ColumnMapping) -> Iterable[str]:
    return (*mapping.headings, *mapping.ticks, *mapping.decimal)


def _left(said: Mapping[str, Any], gone: Collection[str]) -> dict[str, Any]:
    return {heading: what for heading, what in said.items() if bare(heading) not in gone}


def _moment_over(new: MomentColumn | None, old: MomentColumn | None, kept: MomentColumn | None) -> MomentColumn | None:
    """Of one and the same column, what was said of other cells stays."""
    if new is None or old is None or bare(new.column) != bare(old.column):
        return new or kept
    return MomentColumn(column=new.column, values={**old.values, **new.values})


def _over(new: Mapping[str, Any], old: Mapping[str, Any]) -> dict[str, Any]:
    named = {bare(heading) for heading in new}
    return {**_left(old, named), **new}


def _united(first: Iterable[str], second: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *second)))
