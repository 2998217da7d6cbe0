"""What the sheets, columns and choices of the registration workbook are called, for sentences that point at them."""

from dashboard.language import Words
from pipelines.domain.registration_sheets import Column, registration_sheets


def sheet_name(sheet: str, words: Words) -> str:
    return words.name(registration_sheets()[sheet].name)


def column_name(sheet: str, field: str, words: Words) -> str:
    return words.name(_column(sheet, field).name)


def choice_names(sheet: str, field: str, words: Words) -> dict[str, str]:
    """By code, in the order of the workbook."""
    return {choice.code: words.name(choice.name) for choice in _column(sheet, field).choices}


def _column(sheet: str, field: str) -> Column:
    return next(column for column in registration_sheets()[sheet].column if column.field == field)
