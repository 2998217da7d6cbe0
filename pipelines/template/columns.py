"""The columns of one sheet of the workbook: heading, example, rule and width."""

from dataclasses import dataclass
from datetime import date

from pipelines.domain.frozen import Language
from pipelines.domain.indicator import Indicator, IndicatorSet, Kind
from pipelines.domain.life_domain import life_domains
from pipelines.domain.registration_sheets import CellType, Column, RegistrationSheet
from pipelines.template.texts import text
from pipelines.template.validation import Rule, column_validation, indicator_validation

MEASUREMENTS = "measurements"
# Only a list with one row per observation needs these; the template has a column per indicator instead.
LONG_LAYOUT = {"instrument", "indicator", "value"}
NARROW, MIDDLE, WIDE, VERY_WIDE = 17, 20, 28, 60
WIDTHS = {CellType.FREE_TEXT: VERY_WIDE, CellType.LIFE_DOMAIN: WIDE, CellType.LIFE_DOMAINS: WIDE, CellType.DATE: NARROW}

Example = str | float | date | None


@dataclass(frozen=True)
class TemplateColumn:
    heading: str
    validation: Rule
    required: bool = False
    example: Example = None
    width: int = MIDDLE
    type: CellType = CellType.WHOLE


def template_columns(
    sheet: RegistrationSheet, language: Language, indicator_set: IndicatorSet, domain_range: str
) -> tuple[TemplateColumn, ...]:
    """The columns of a sheet; in the sheet with measurements one per indicator stands last."""
    fixed = tuple(_registration_column(column, language, domain_range) for column in fixed_columns(sheet))
    if sheet.id != MEASUREMENTS:
        return fixed
    return fixed + tuple(_indicator_column(indicator, language) for indicator in indicator_set.indicators)


def fixed_columns(sheet: RegistrationSheet) -> tuple[Column, ...]:
    """The columns that the sheet has in the template, whatever the instrument."""
    return tuple(column for column in sheet.column if sheet.id != MEASUREMENTS or column.field not in LONG_LAYOUT)


def domain_names(language: Language, indicator_set: IndicatorSet) -> tuple[str, ...]:
    """All life domains to choose from: those of the instrument first, a project's own under its own name."""
    known = {code: domain.name.to(language) for code, domain in life_domains().items()}
    measured = {indicator.life_domain: indicator.life_domain for indicator in indicator_set.indicators}
    return tuple(({code: known.get(code, code) for code in measured} | known).values())


def _registration_column(column: Column, language: Language, domain_range: str) -> TemplateColumn:
    return TemplateColumn(
        heading=column.name.to(language),
        validation=column_validation(column, language, domain_range),
        required=column.required,
        example=_example(column, language),
        width=WIDTHS.get(column.type, MIDDLE),
        type=column.type,
    )


def _example(column: Column, language: Language) -> Example:
    if column.example is None:
        return None
    example = column.example.to(language)
    if column.type is CellType.DATE:
        return date.fromisoformat(example)
    is_number = column.type in (CellType.NUMBER, CellType.WHOLE) or example.isdecimal()
    return float(example) if is_number else example


def _indicator_column(indicator: Indicator, language: Language) -> TemplateColumn:
    return TemplateColumn(
        heading=indicator.name.to(language),
        validation=indicator_validation(indicator, language),
        example=_example_score(indicator, language),
    )


def _example_score(indicator: Indicator, language: Language) -> Example:
    """Something possible: the middle of the scale, or just above its lower end where it has no upper one."""
    if indicator.kind is Kind.YES_NO:
        return text("value.yes", language)
    if indicator.minimum is None or indicator.maximum is None:
        return (indicator.minimum or 0) + 1 if indicator.maximum is None else indicator.maximum - 1
    return (indicator.minimum + indicator.maximum) // 2
