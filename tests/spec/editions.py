"""Small tables in, editions out: frozen, as if a project had published just these numbers."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from pipelines.domain.effect_ladder import EffectLadder, Rung
from pipelines.domain.frozen import Name
from pipelines.domain.indicator import Direction, Kind
from pipelines.domain.series import series_of
from pipelines.editions.cell import COMPARISON, DIFFERENCE, TOTAL, UNKNOWN, Cell, Cells, TableOf
from pipelines.editions.contents import Contents, PublishedIndicator
from pipelines.editions.edition import Edition
from pipelines.editions.manifest import METHOD_VERSION, Manifest
from pipelines.editions.rules import Rules
from pipelines.editions.tables import PEOPLE, mean_table, outcome_table
from tests.spec.tables import rows_of

HIDDEN = "–"
LADDER = EffectLadder(reached=Rung.DESCRIPTIVE, there=(Rung.DESCRIPTIVE,), missing={})
NAMES = {"finances": Name(nl="Financiën", en="Finances"), "housing": Name(nl="Huisvesting", en="Housing")}
FIRST_DAY = datetime(2026, 6, 1)
FACTS = {
    "neighbourhood": None, "target_group": "Gezinnen", "approach": None, "aim": None, "rationale": None,
    "started_on": None, "ended_on": None, "first_measured_on": None, "last_measured_on": None,
    "as_of": date(2026, 6, 1), "moment": None, "reach_target": None, "is_sample": False,
}  # fmt: skip


def edition(
    project: str,
    outcomes: str = "",
    people: str = "",
    *,
    differences: Mapping[str, tuple[float, float, float] | None] | None = None,
    published: int = 0,
    rules: Rules | None = None,
    **facts: object,
) -> Edition:
    """`outcomes` has the columns improved and total, and if wanted instrument, indicator, rater, direction, minimum,
    attribute and group: everybody if no group is named. `–` is hidden. `differences` are with the comparison group, by
    indicator. `published` counts days.
    """
    rows = rows_of(outcomes) if outcomes else []
    indicators = list({series_of(one): one for one in map(_indicator, rows)}.values())
    cells = [cell for row in rows for cell in _outcome_cells(row, rows)]
    means = [
        cell for code, found in (differences or {}).items() for one in indicators if one.indicator == code
        for cell in _difference_cells(one, found)
    ]  # fmt: skip
    return Edition(
        manifest=_manifest(project, published, rules or Rules()),
        contents=Contents(
            project=project, indicators=tuple(indicators), attributes=_attributes(rows), ladder=LADDER, **FACTS | facts
        ),
        cells=Cells([*_people_cells(people), *cells, *means]),
    )


def _manifest(project: str, published: int, rules: Rules) -> Manifest:
    return Manifest(
        edition=f"{project}-{published}", project=project, published_at=FIRST_DAY + timedelta(days=published),
        composed_by="A", signed_by="A", method=METHOD_VERSION, software="0", registrations="", rules=rules,
        replaces=None, files={},
    )  # fmt: skip


def _indicator(row: Mapping[str, str]) -> PublishedIndicator:
    code = row.get("indicator", "finances")
    return PublishedIndicator(
        instrument=row.get("instrument", "zrm_2017"), indicator=code, rater=row.get("rater", "professional"),
        life_domain=row.get("life_domain", code), name=NAMES.get(code, Name(nl=code, en=code)), kind=Kind.LEVEL,
        direction=Direction(row.get("direction", "higher")), minimum=float(row.get("minimum", 1)), maximum=5,
        drop_out="unknown", baseline=None, ladder=LADDER,
    )  # fmt: skip


def _outcome_cells(row: Mapping[str, str], rows: list[dict[str, str]]) -> list[Cell]:
    """The row of everybody stands under every breakdown too."""
    indicator, group = _indicator(row), row.get("group", TOTAL)
    if group not in (TOTAL, COMPARISON):
        tables = [outcome_table(indicator, _attribute(row))]
    else:
        broken_down = {_attribute(other) for other in rows if other.get("group", TOTAL) not in (TOTAL, COMPARISON)}
        tables = [outcome_table(indicator, attribute) for attribute in ("", *(broken_down if group == TOTAL else ()))]
    return [_cell(table, group, column, row[column]) for table in tables for column in ("improved", "total")]


def _difference_cells(indicator: PublishedIndicator, found: tuple[float, float, float] | None) -> list[Cell]:
    values = [None] * 3 if found is None else found
    return [
        Cell(table=mean_table(indicator), row=DIFFERENCE, column=column, value=value, hidden=value is None)
        for column, value in zip((DIFFERENCE, "low", "high"), values, strict=True)
    ]


def _people_cells(people: str) -> list[Cell]:
    rows = rows_of(people) if people else []
    return [
        _cell(PEOPLE, row.get("row", TOTAL), column, n) for row in rows for column, n in row.items() if column != "row"
    ]


def _attributes(rows: list[dict[str, str]]) -> dict[str, tuple[str, ...]]:
    groups: dict[str, dict[str, None]] = {}
    for row in rows:
        if row.get("group", TOTAL) not in (TOTAL, COMPARISON, UNKNOWN):
            groups.setdefault(_attribute(row), {})[row["group"]] = None
    return {attribute: tuple(names) for attribute, names in groups.items()}


def _attribute(row: Mapping[str, str]) -> str:
    return row.get("attribute", "gender")


def _cell(table: TableOf, row: str, column: str, written: str) -> Cell:
    is_hidden = written == HIDDEN
    return Cell(table=table, row=row, column=column, value=None if is_hidden else float(written), hidden=is_hidden)
