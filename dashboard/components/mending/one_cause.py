"""One cause of faults: its title says what and how often; inside stand its places and the ways to mend it."""

from dataclasses import dataclass

import streamlit as st

from dashboard.answers.causes import Cause
from dashboard.answers.mends import leave_out, mend_cells, same_person
from dashboard.components.current_answers import mend
from dashboard.components.plain_text import as_plain
from dashboard.components.table import show_table
from dashboard.language import Words
from pipelines.domain.issue import Issue

MOST_PLACES = 50
FIELD_WIDTH = 260  # pixels
WITH_A_VALUE = ("value_", "number_", "date_", "moment_", "choice_", "formula_", "required_", "unknown_life", "ended_")
MEASURED = ("value_", "formula_", "code_in_question")
ABOUT_PEOPLE = ("participant_twice", "participant_conflict", "participant_not_listed", "duplicate_measurement",
    "number_spelling_differs",
)  # fmt: skip
ALL = None


@dataclass(frozen=True)
class Remedies:
    """What can be done about a cause on the page."""

    value: bool
    missing: bool
    rows: bool
    people: bool


def remedies_for(cause: Cause) -> Remedies:
    """A fault of a whole sheet has no cell to mend; one between rows has no value that would be right."""
    in_rows, in_cells = bool(cause.rows), bool(cause.rows) and cause.column is not None
    return Remedies(
        value=in_cells and cause.code.startswith((*WITH_A_VALUE, *MEASURED)),
        missing=in_cells and cause.code.startswith(MEASURED),
        rows=in_rows and not cause.code.startswith(("identifying", "text_cleaned", "row_without")),
        people=in_rows and cause.code in ABOUT_PEOPLE,
    )


def show_cause(words: Words, cause: Cause) -> None:
    key = cause.key
    folded = st.expander(_title(words, cause), key=f"cause_{key}", on_change="rerun")
    if not folded.open:
        return
    with folded:
        issue = cause.issues[0]
        st.markdown(as_plain(issue.wrong(words.language)) if cause.n == 1 or cause.value else _kind(words, cause))
        st.markdown(as_plain(issue.right(words.language)))
        remedies = remedies_for(cause)
        if remedies.rows:
            _show_remedies(words, cause, remedies, key)
        if remedies.people:
            _join_people(words, key)
        _show_places(words, cause)


def _title(words: Words, cause: Cause) -> str:
    """ "9 in Financiën · Score bestaat niet op de schaal · 12 cellen"."""
    named = cause.column or cause.sheet or ""
    if cause.value and cause.column:
        named = words("import_mending.value_in", value=cause.value, column=cause.column)
    unit = "cells" if cause.column and cause.rows else "rows" if cause.rows else "times"
    parts = [_kind(words, cause), named, words.count(f"import_mending.{unit}", cause.n)]
    return " · ".join(as_plain(part) for part in parts if part)


def _kind(words: Words, cause: Cause) -> str:
    return words(f"import_issues.kind.{cause.code}")


def _show_remedies(words: Words, cause: Cause, remedies: Remedies, key: str) -> None:
    row = _choose_place(words, cause, key) if cause.n > 1 else cause.rows[0]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if remedies.value:
            typed = st.text_input(words("import_mending.right_value"), key=f"value_{key}", width=FIELD_WIDTH).strip()
            use, mended = words("import_mending.use_value"), mend_cells(cause, typed, row)
            st.button(use, disabled=not typed, on_click=mend, args=(mended,), key=f"use_{key}")
        if remedies.missing:
            emptied = mend_cells(cause, "", row)
            st.button(words("import_mending.not_measured"), on_click=mend, args=(emptied,), key=f"missing_{key}")
        n_rows = len(cause.rows) if row is None else 1
        label = words.count("import_mending.leave_out", n_rows)
        st.button(label, on_click=mend, args=(leave_out(cause, row),), key=f"rows_{key}")


def _choose_place(words: Words, cause: Cause, key: str) -> int | None:
    """One row, or None for all of them."""
    return st.selectbox(
        words("import_mending.where"),
        [ALL, *cause.rows[:MOST_PLACES]],
        format_func=lambda row: (
            words.count("import_mending.everywhere", cause.n) if row is ALL else words("import_mending.row", row=row)
        ),
        key=f"where_{key}",
    )


def _join_people(words: Words, key: str) -> None:
    """The numbers are typed, never shown: they stand in the user's own file."""
    st.markdown(words("import_mending.same_person.ask"))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        number = st.text_input(
            words("import_mending.same_person.number"), key=f"number_{key}", width=FIELD_WIDTH
        ).strip()
        same_as = st.text_input(
            words("import_mending.same_person.same_as"), key=f"same_as_{key}", width=FIELD_WIDTH
        ).strip()
        possible = bool(number and same_as and number != same_as)
        st.button(
            words("import_mending.same_person.do"), disabled=not possible, key=f"same_{key}", on_click=mend,
            args=(same_person(number, same_as),),
        )  # fmt: skip


def _show_places(words: Words, cause: Cause) -> None:
    """The rows in one line where each says the same; a table where they differ."""
    if not cause.rows:
        return
    shown = cause.issues[:MOST_PLACES]
    more = words("import_mending.first_places", shown=MOST_PLACES) if len(cause.issues) > MOST_PLACES else ""
    if len({issue.wrong(words.language) for issue in shown}) == 1:
        rows = ", ".join(map(str, cause.rows[:MOST_PLACES]))
        st.caption(as_plain(words("import_mending.places", sheet=cause.sheet or "", rows=rows)) + more)
        return
    headings = [words(f"import_issues.heading.{heading}") for heading in ("row", "value", "wrong")]
    show_table(_kind(words, cause), headings, [_place(words, issue) for issue in shown])
    if more:
        st.caption(more)


def _place(words: Words, issue: Issue) -> tuple[str, ...]:
    row = "" if issue.row is None else str(issue.row)
    return row, issue.value or "", issue.wrong(words.language)
