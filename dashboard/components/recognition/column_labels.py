"""What columns and their uses are called on the page."""

import re
from datetime import date

from dashboard import notation
from dashboard.answers.columns import ATTRIBUTE, LEFT_OUT, ColumnUse
from dashboard.language import Words
from dashboard.sentences.recognition import IndicatorNames, field_name, moment_name
from pipelines.domain.registration import FoundColumn, Registration
from pipelines.instruments.catalogue import shipped_sets

MOST_SAMPLES = 5
# As the reader of spreadsheets writes a cell that holds a day.
ISO_DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])")


def indicator_names(words: Words, registration: Registration) -> IndicatorNames:
    """By code; the instruments that were recognised have the last word on a name."""
    sets = (*shipped_sets().values(), *registration.indicator_sets)
    return {indicator.code: words.name(indicator.name) for known in sets for indicator in known.indicators}


def use_label(words: Words, use: ColumnUse, indicators: IndicatorNames) -> str:
    if use.indicator:
        name = indicators.get(use.indicator, use.indicator)
        return name if use.moment is None else f"{name}, {moment_name(use.moment, words)}"
    if use.role in (ATTRIBUTE, LEFT_OUT):
        return words(f"import_columns.use.{use.role}")
    return field_name(words, use.role)


def column_label(words: Words, column: FoundColumn) -> str:
    """ "D · Financiën", or the letter alone above a column without a heading."""
    heading = column.column or words("import_columns.no_heading")
    return f"{column.letter} · {heading}" if column.letter else heading


def samples_of(words: Words, column: FoundColumn) -> str:
    """Some of the cells, days as the reader writes them."""
    return ", ".join(_sample(words, sample) for sample in column.samples[:MOST_SAMPLES])


def _sample(words: Words, sample: str) -> str:
    return notation.day(date.fromisoformat(sample), words.language) if ISO_DAY.fullmatch(sample) else sample
