"""What a mapping says of the columns, in the terms of the headings."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from pipelines.domain.indicator import OWN_SET, IndicatorSet
from pipelines.domain.spelling import bare
from pipelines.ingest.headings.vocabulary import ATTRIBUTE, Meaning
from pipelines.ingest.mapping.column_mapping import ColumnMapping, MeasuredColumn
from pipelines.ingest.mapping.merging import merged, restricted_to, without_rivals
from pipelines.ingest.tables.table import Table


def given_meanings(
    mapping: ColumnMapping, sets: Mapping[str, IndicatorSet], remembered: ColumnMapping
) -> dict[str, Meaning]:
    """By the bare spelling of every heading that the mapping names, what it means; what was remembered gives way."""
    said_now = {bare(heading) for heading in mapping.headings}
    known = merged(mapping, without_rivals(remembered, mapping))
    return {
        bare(heading): meaning if bare(heading) in said_now else replace(meaning, is_remembered=True)
        for heading, meaning in _meanings(known, sets)
    }


def applying(mapping: ColumnMapping, remembered: ColumnMapping, tables: Sequence[Table]) -> ColumnMapping:
    """The mapping, and what is remembered of the other columns that these tables have."""
    there = [heading.text for table in tables for heading in table.headings]
    return merged(mapping, restricted_to(without_rivals(remembered, mapping), there))


def headings_not_found(mapping: ColumnMapping, tables: Sequence[Table]) -> list[str]:
    """Headings that the mapping names and no table has."""
    there = {bare(heading.text) for table in tables for heading in table.headings}
    named = {bare(heading): heading for heading in (*mapping.headings, *mapping.ticks, *mapping.decimal)}
    return [heading for plain, heading in named.items() if plain not in there]


def _meanings(mapping: ColumnMapping, sets: Mapping[str, IndicatorSet]) -> Iterator[tuple[str, Meaning]]:
    fields = {
        "moment": mapping.moment and mapping.moment.column,
        "measured_on": mapping.date,
        "rater": mapping.rater,
        "participation": mapping.group and mapping.group.column,
    }
    yield from ((heading, Meaning(field, is_given=True)) for field, heading in fields.items() if heading)
    yield from ((heading, Meaning("participant", is_given=True)) for heading in mapping.participant)
    yield from ((heading, Meaning(field, is_given=True)) for heading, field in mapping.fields.items())
    for heading, code in mapping.attributes.items():
        yield heading, Meaning(f"{ATTRIBUTE}{code}", is_given=True)
    for heading, column in mapping.measured.items():
        if indicators := _in_sets(column, sets):
            yield heading, Meaning("value", indicators, column.moment, is_given=True)
    for heading in mapping.ignore:
        yield heading, Meaning(is_ignored=True, is_given=True)


def _in_sets(column: MeasuredColumn, sets: Mapping[str, IndicatorSet]) -> Mapping[str, str]:
    """The sets that have this indicator; the mapping's own list if it has."""
    having = [
        id for id, known in sets.items() if any(indicator.code == column.indicator for indicator in known.indicators)
    ]
    return dict.fromkeys([OWN_SET] if OWN_SET in having else having, column.indicator)
