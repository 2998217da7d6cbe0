"""What a cell of the workbook takes: drop-down or rule, the help beside the cell, and what to do after a slip.

The dicts are options of XlsxWriter's `data_validation`. Excel allows 32 characters in a title and 255 in a message or
in a list inside the rule.
"""

from datetime import date
from typing import Any

from pipelines.domain.frozen import Language
from pipelines.domain.indicator import Indicator, Kind
from pipelines.domain.registration_sheets import CellType, Column
from pipelines.template.texts import number, text

Rule = dict[str, Any]

LONGEST_TITLE = 32
LONGEST_MESSAGE = 255
MOST_OPTIONS = 11
LAST_MOMENT = 12
EARLIEST, LATEST = date(1990, 1, 1), date(2099, 12, 31)
UNBOUNDED = 1e12


def column_validation(column: Column, language: Language, life_domains: str) -> Rule:
    """The rule of a registration column; `life_domains` is the range that lists them, as a formula."""
    hint = _hint(column.name.to(language), column.explanation.to(language))
    match column.type:
        case CellType.CHOICE:
            return hint | _one_of([choice.name.to(language) for choice in column.choices], language)
        case CellType.MOMENT:
            return hint | _list(moment_names(language), _error("error.moment", language))
        case CellType.LIFE_DOMAIN | CellType.LIFE_DOMAINS:
            # Where several may stand in one cell, the list helps with the first and stops nothing.
            strict = {"show_error": column.type is CellType.LIFE_DOMAIN}
            return hint | _list(life_domains, _error("error.life_domain", language)) | strict
        case CellType.DATE:
            return hint | _date(language)
        case CellType.WHOLE:
            return hint | _whole(column.minimum, column.maximum, language)
        case CellType.NUMBER:
            return hint | _number(column.minimum, column.maximum, language)
        case CellType.TEXT | CellType.FREE_TEXT | CellType.PARTICIPANT:
            return hint | {"validate": "any"}


def indicator_validation(indicator: Indicator, language: Language) -> Rule:
    """The rule of a score, with the names of its levels as help."""
    hint = _hint(indicator.name.to(language), indicator_hint(indicator, language))
    if indicator.kind is Kind.YES_NO:
        return hint | _one_of([text("value.yes", language), text("value.no", language)], language)
    if indicator.kind is Kind.AMOUNT:
        return hint | _number(indicator.minimum, indicator.maximum, language)
    return hint | _whole(indicator.minimum, indicator.maximum, language, also=indicator.missing)


def indicator_hint(indicator: Indicator, language: Language) -> str:
    """One line per level, or what kind of number is asked."""
    if indicator.kind is Kind.YES_NO:
        return text("message.yes_no", language)
    kind = "number" if indicator.kind is Kind.AMOUNT else "whole"
    range_asked = text(f"message.{kind}", language, range=range_name(indicator.minimum, indicator.maximum, language))
    levels = "\n".join(level_lines(indicator, language))
    return levels if 0 < len(levels) <= LONGEST_MESSAGE else range_asked


def level_lines(indicator: Indicator, language: Language) -> list[str]:
    """A line per level, with the values that do not count: "1 acute problematiek"."""
    not_applicable = {value: text("message.not_applicable", language) for value in indicator.missing}
    levels = {float(value): name.to(language) for value, name in indicator.level_names.items()}
    return [f"{number(value, language)} {name}" for value, name in sorted((not_applicable | levels).items())]


def range_name(minimum: float | None, maximum: float | None, language: Language) -> str:
    """Between which ends a number may lie: "1 tot en met 5", "0 of meer"."""
    ends = {
        "minimum": None if minimum is None else number(minimum, language),
        "maximum": None if maximum is None else number(maximum, language),
    }
    if minimum is None:
        return text("range.free" if maximum is None else "range.up_to", language, **ends)
    return text("range.from" if maximum is None else "range.between", language, **ends)


def moment_names(language: Language) -> list[str]:
    """The moments to choose from, the start first."""
    return [text("value.moment", language, moment=moment) for moment in range(LAST_MOMENT + 1)]


def _hint(title: str, message: str) -> Rule:
    return {"input_title": _cut(title, LONGEST_TITLE), "input_message": _cut(message, LONGEST_MESSAGE)}


def _one_of(options: list[str], language: Language) -> Rule:
    return _list(options, _error("error.options", language, options=", ".join(options)))


def _list(source: list[str] | str, error: Rule) -> Rule:
    return {"validate": "list", "source": source} | error


def _date(language: Language) -> Rule:
    rule = {"validate": "date", "criteria": "between", "minimum": EARLIEST, "maximum": LATEST}
    return rule | _error("error.date", language)


def _whole(minimum: float | None, maximum: float | None, language: Language, also: tuple[float, ...] = ()) -> Rule:
    if minimum is not None and maximum is not None and maximum - minimum < MOST_OPTIONS:
        options = sorted({*also, *range(int(minimum), int(maximum) + 1)})
        return _one_of([number(option, language) for option in options], language)
    error = _error("error.whole", language, range=range_name(minimum, maximum, language))
    return {"validate": "integer"} | _bounds(minimum, maximum, also) | error


def _number(minimum: float | None, maximum: float | None, language: Language) -> Rule:
    error = _error("error.number", language, range=range_name(minimum, maximum, language))
    return {"validate": "decimal"} | _bounds(minimum, maximum, ()) | error


def _bounds(minimum: float | None, maximum: float | None, also: tuple[float, ...]) -> Rule:
    return {
        "criteria": "between",
        "minimum": min([-UNBOUNDED if minimum is None else minimum, *also]),
        "maximum": max([UNBOUNDED if maximum is None else maximum, *also]),
    }


def _error(key: str, language: Language, **slots: str) -> Rule:
    message = text(key, language, **slots)
    return {"error_title": text("error.title", language), "error_message": _cut(message, LONGEST_MESSAGE)}


def _cut(words: str, longest: int) -> str:
    return words if len(words) <= longest else words[: longest - 1] + "…"
