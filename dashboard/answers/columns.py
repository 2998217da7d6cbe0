"""What somebody says a column is, written into a mapping. A heading has one meaning: the newest answer stands."""

from collections.abc import Sequence

from pipelines.domain.frozen import Frozen
from pipelines.domain.spelling import bare
from pipelines.ingest.mapping.column_mapping import ColumnMapping, MeasuredColumn, MomentColumn
from pipelines.ingest.tables.extra_attributes import attribute_code

ATTRIBUTE = "attribute"
LEFT_OUT = "left_out"


class ColumnUse(Frozen):
    """What a column is for: a field of a sheet, ATTRIBUTE, LEFT_OUT, or "value" with its indicator, at a moment where
    the column itself tells it.
    """

    role: str
    indicator: str | None = None
    moment: int | None = None


def with_column(mapping: ColumnMapping, heading: str, use: ColumnUse) -> ColumnMapping:
    """The mapping in which this heading means what was said, whatever it meant before."""
    cleared = without_column(mapping, heading)
    if use.indicator:
        measured = MeasuredColumn(indicator=use.indicator, moment=use.moment)
        return cleared.model_copy(update={"measured": {**cleared.measured, heading: measured}})
    return cleared.model_copy(update=_as_field(cleared, heading, use.role))


def without_column(mapping: ColumnMapping, heading: str) -> ColumnMapping:
    """The mapping that says nothing about this heading."""
    known = bare(heading)
    single = {key: None for key in ("date", "rater") if _is_called(getattr(mapping, key), known)}
    lists = {
        key: tuple(kept for kept in getattr(mapping, key) if bare(kept) != known) for key in ("participant", "ignore")
    }
    tables = {
        key: {kept: meaning for kept, meaning in getattr(mapping, key).items() if bare(kept) != known}
        for key in ("attributes", "measured", "fields", "ticks", "decimal")
    }
    columns = {key: None for key in ("moment", "group") if _is_called(_column_of(mapping, key), known)}
    return mapping.model_copy(update={**single, **lists, **tables, **columns})


def use_said(mapping: ColumnMapping, heading: str) -> ColumnUse:
    """What the mapping says that a column is."""
    if heading in mapping.measured:
        measured = mapping.measured[heading]
        return ColumnUse(role="value", indicator=measured.indicator, moment=measured.moment)
    roles = {
        **dict.fromkeys(mapping.participant, "participant"),
        **dict.fromkeys(mapping.attributes, ATTRIBUTE),
        **mapping.fields,
        **dict.fromkeys(mapping.ignore, LEFT_OUT),
    }
    single = {"moment": _column_of(mapping, "moment"), "participation": _column_of(mapping, "group")}
    single |= {"measured_on": mapping.date, "rater": mapping.rater}
    return ColumnUse(role=next((role for role, column in single.items() if column == heading), None) or roles[heading])


def leaving_out(mapping: ColumnMapping, headings: Sequence[str]) -> ColumnMapping:
    """The mapping in which all these columns are left out."""
    return confirming(mapping, [(heading, ColumnUse(role=LEFT_OUT)) for heading in headings])


def confirming(mapping: ColumnMapping, uses: Sequence[tuple[str, ColumnUse]]) -> ColumnMapping:
    """The mapping in which each of these headings means what stands beside it."""
    for heading, use in uses:
        mapping = with_column(mapping, heading, use)
    return mapping


def with_participant(mapping: ColumnMapping, headings: Sequence[str]) -> ColumnMapping:
    """The mapping in which these columns together tell who somebody is."""
    for heading in headings:
        mapping = without_column(mapping, heading)
    return mapping.model_copy(update={"participant": tuple(headings)})


def _as_field(mapping: ColumnMapping, heading: str, role: str) -> dict[str, object]:
    match role:
        case "participant":
            return {"participant": (heading,)}
        case "moment":
            return {"moment": MomentColumn(column=heading)}
        case "measured_on" if mapping.date is None:
            return {"date": heading}
        case "rater" if mapping.rater is None:
            return {"rater": heading}
        case "left_out":
            return {"ignore": (*mapping.ignore, heading)}
        case "attribute":
            return {"attributes": {**mapping.attributes, heading: free_code(mapping, heading)}}
        case _:
            return {"fields": {**mapping.fields, heading: role}}


def free_code(mapping: ColumnMapping, heading: str) -> str:
    """The code of an attribute, made from its heading; a number follows where it is taken or says nothing."""
    code = attribute_code(heading).lstrip("0123456789_") or "kenmerk"
    taken = set(mapping.attributes.values())
    numbered = (f"{code}_{number}" for number in range(2, len(taken) + 3))
    return code if code not in taken else next(free for free in numbered if free not in taken)


def _column_of(mapping: ColumnMapping, key: str) -> str | None:
    table = getattr(mapping, key)
    return table.column if table else None


def _is_called(heading: str | None, known: str) -> bool:
    return heading is not None and bare(heading) == known
