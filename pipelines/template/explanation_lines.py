"""What the sheet Explanation says, line by line: how to fill in, no names, the instrument, every sheet and column."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from pipelines.domain.frozen import Language
from pipelines.domain.indicator import Direction, Indicator, IndicatorSet, Kind
from pipelines.domain.registration_sheets import RegistrationSheet
from pipelines.template.columns import MEASUREMENTS, domain_names, fixed_columns
from pipelines.template.texts import text, texts_below
from pipelines.template.validation import level_lines, range_name


class LineStyle(StrEnum):
    TITLE = "title"
    SECTION = "section"
    TEXT = "text"
    QUIET = "quiet"
    TABLE_HEADING = "table_heading"
    TABLE_ROW = "table_row"
    LEVEL = "level"
    DOMAIN = "domain"
    BLANK = "blank"


@dataclass(frozen=True)
class Line:
    """One row: a sentence over the whole width, or the three cells of a table."""

    style: LineStyle
    cells: tuple[str, ...] = ()


def explanation_lines(
    language: Language, indicator_set: IndicatorSet, sheets: tuple[RegistrationSheet, ...]
) -> tuple[Line, ...]:
    """All rows of the sheet from the top, for these sheets in this order."""
    return (
        Line(LineStyle.TITLE, (text("explanation.title", language),)),
        Line(LineStyle.TEXT, (text("explanation.introduction", language),)),
        *_paragraphs("steps", language),
        *_paragraphs("privacy", language),
        *_paragraphs("hints", language),
        *_instrument(language, indicator_set),
        *(line for sheet in sheets for line in _sheet(sheet, language, indicator_set)),
        *_section(text("explanation.domains.title", language)),
        Line(LineStyle.TEXT, (text("explanation.domains.introduction", language),)),
        *(Line(LineStyle.DOMAIN, (name,)) for name in domain_names(language, indicator_set)),
    )


def _section(title: str) -> tuple[Line, ...]:
    return Line(LineStyle.BLANK), Line(LineStyle.SECTION, (title,))


def _paragraphs(topic: str, language: Language) -> Iterator[Line]:
    yield from _section(text(f"explanation.{topic}.title", language))
    for paragraph in texts_below(f"explanation.{topic}", language):
        yield Line(LineStyle.TEXT, (paragraph,))


def _instrument(language: Language, indicator_set: IndicatorSet) -> Iterator[Line]:
    yield from _section(text("explanation.instrument.title", language, name=indicator_set.name.to(language)))
    if indicator_set.note:
        yield Line(LineStyle.TEXT, (indicator_set.note.to(language),))
    yield _table_heading(language, "instrument.indicator", "instrument.scale", "instrument.direction")
    for indicator in indicator_set.indicators:
        cells = (indicator.name.to(language), _scale(indicator, language), _better(indicator, language))
        yield Line(LineStyle.TABLE_ROW, cells)
    yield from _levels(language, indicator_set)
    yield Line(LineStyle.BLANK)
    yield Line(LineStyle.QUIET, (text("explanation.instrument.source", language, source=indicator_set.source),))


def _levels(language: Language, indicator_set: IndicatorSet) -> Iterator[Line]:
    """Each list of level names once; whose it is, only where not all indicators share it."""
    names: dict[tuple[str, ...], list[str]] = {}
    for indicator in indicator_set.indicators:
        if indicator.level_names and indicator.kind is Kind.LEVEL:
            names.setdefault(tuple(level_lines(indicator, language)), []).append(indicator.name.to(language))
    for levels, called in names.items():
        owners = "" if len(called) == len(indicator_set.indicators) else ", ".join(called)
        yield Line(LineStyle.BLANK)
        yield Line(LineStyle.TABLE_HEADING, (text("explanation.instrument.levels", language), "", owners))
        yield from (Line(LineStyle.LEVEL, (level,)) for level in levels)


def _scale(indicator: Indicator, language: Language) -> str:
    if indicator.kind is Kind.YES_NO:
        return text("explanation.instrument.yes_no", language)
    return range_name(indicator.minimum, indicator.maximum, language)


def _better(indicator: Indicator, language: Language) -> str:
    is_higher = indicator.direction is Direction.HIGHER
    if indicator.kind is Kind.YES_NO:
        return text(f"explanation.instrument.{'yes_is_better' if is_higher else 'no_is_better'}", language)
    return text(f"explanation.instrument.{'higher' if is_higher else 'lower'}", language)


def _sheet(sheet: RegistrationSheet, language: Language, indicator_set: IndicatorSet) -> Iterator[Line]:
    yield from _section(text("explanation.sheets.title", language, name=sheet.name.to(language)))
    yield Line(LineStyle.TEXT, (sheet.explanation.to(language),))
    first = "sheets.row" if sheet.id == "project" else "sheets.column"
    yield _table_heading(language, first, "sheets.required", "sheets.meaning")
    for column in fixed_columns(sheet):
        required = text(f"explanation.sheets.{'yes' if column.required else 'no'}", language)
        yield Line(LineStyle.TABLE_ROW, (column.name.to(language), required, column.explanation.to(language)))
    if sheet.id == MEASUREMENTS:
        name = indicator_set.indicators[0].name.to(language)
        yield Line(LineStyle.TEXT, (text("explanation.sheets.indicators", language, name=name),))


def _table_heading(language: Language, *keys: str) -> Line:
    return Line(LineStyle.TABLE_HEADING, tuple(text(f"explanation.{key}", language) for key in keys))
