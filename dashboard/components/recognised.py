"""What was recognised in the files: the instrument, the count of the rows, and every column with its meaning."""

from itertools import groupby

import streamlit as st

from dashboard.components.plain_text import as_plain
from dashboard.components.table import show_grouped_table
from dashboard.language import Words
from dashboard.notation import whole
from pipelines.domain.registration import FoundColumn, Registration, Tally
from pipelines.domain.registration_sheets import Column, registration_sheets
from pipelines.domain.spelling import bare


def show_recognised(words: Words, registration: Registration) -> None:
    st.header(words("import_recognised.title"), anchor=False)
    if not registration.found:
        st.markdown(words("import_recognised.nothing"))
        return
    st.markdown(tally_sentence(words, registration.tally))
    if names := " · ".join(as_plain(words.name(found.name)) for found in registration.indicator_sets):
        st.markdown(words("import_recognised.instruments", names=names))
    if left_out := [column.column for column in registration.found if column.role is None]:
        st.markdown(words("import_recognised.left_out", columns=as_plain(", ".join(left_out))))
    with st.expander(words("import_recognised.columns"), key="found_columns"):
        _show_columns(words, registration)


def tally_sentence(words: Words, tally: Tally) -> str:
    """Rows read = accepted + refused + skipped, in words."""
    sentence = words(
        "import_recognised.tally.sentence",
        read=words.count("import_recognised.tally.rows", tally.read),
        accepted=whole(tally.accepted, words.language),
        refused=whole(tally.refused, words.language),
        skipped=whole(tally.skipped, words.language),
    )
    return f"{sentence} {words('import_recognised.tally.skipped_note')}" if tally.skipped else sentence


def _show_columns(words: Words, registration: Registration) -> None:
    headings = [words(f"import_recognised.heading.{heading}") for heading in ("column", "role", "moment")]
    measured = (indicator for known in registration.indicator_sets for indicator in known.indicators)
    indicators = {indicator.code: words.name(indicator.name) for indicator in measured}
    groups = [
        (sheet, [(column.column, _meaning(words, column, indicators), _moment(words, column)) for column in columns])
        for sheet, columns in groupby(registration.found, key=lambda column: column.sheet)
    ]
    show_grouped_table(words("import_recognised.columns"), headings, groups, kind="narrow-table")


def _meaning(words: Words, column: FoundColumn, indicators: dict[str, str]) -> str:
    if column.role is None:
        return words("import_recognised.role.left_out")
    if column.indicator:
        return words("import_recognised.role.score_on", indicator=indicators.get(column.indicator, column.indicator))
    if column.role.startswith("attribute:"):
        return words("import_recognised.role.attribute")
    return _field_name(words, column.role, column.column)


def _field_name(words: Words, field: str, heading: str) -> str:
    """Fields of several sheets share a code: the one that is called like the heading is meant."""
    called = [column for sheet in registration_sheets().values() for column in sheet.column if column.field == field]
    meant = next((column for column in called if _is_called(column, heading)), called[0] if called else None)
    return words.name(meant.name) if meant else field


def _is_called(column: Column, heading: str) -> bool:
    return bare(heading) in {bare(name) for name in (column.name.nl, column.name.en, *column.aliases)}


def _moment(words: Words, column: FoundColumn) -> str:
    if column.moment is None:
        return ""
    return words("moments.start") if column.moment == 0 else words("moments.numbered", moment=column.moment)
