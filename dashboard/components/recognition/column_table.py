"""All columns, folded away: what each was taken for, how sure and why; and one form to change any of them."""

from itertools import groupby

import streamlit as st

from dashboard.answers.answers import Answers
from dashboard.answers.columns import with_column
from dashboard.answers.uses import use_of_column
from dashboard.components.current_answers import answer
from dashboard.components.recognition.column_labels import column_label, indicator_names, samples_of, use_label
from dashboard.components.recognition.column_questions import uses_of
from dashboard.components.table import show_grouped_table
from dashboard.language import Words
from dashboard.sentences.recognition import column_certainty, column_meaning
from pipelines.domain.registration import FoundColumn, Registration

HEADINGS = ("column", "samples", "role", "certainty")


def show_columns(words: Words, registration: Registration, answers: Answers) -> None:
    title = words.count("import_recognised.columns", len(registration.found))
    folded = st.expander(title, key="found_columns", on_change="rerun")
    if not folded.open:
        return
    with folded:
        _change_one(words, registration, answers)
        _show_table(words, registration, title)


def _show_table(words: Words, registration: Registration, caption: str) -> None:
    headings = [words(f"import_recognised.heading.{heading}") for heading in HEADINGS]
    names = indicator_names(words, registration)
    groups = [
        (sheet, [_row(words, column, names) for column in columns])
        for sheet, columns in groupby(registration.found, key=lambda column: column.sheet)
    ]
    show_grouped_table(caption, headings, groups)


def _row(words: Words, column: FoundColumn, names: dict[str, str]) -> tuple[str, ...]:
    meaning, certainty = column_meaning(words, column, names), column_certainty(words, column)
    return column_label(words, column), samples_of(words, column), meaning, certainty


def _change_one(words: Words, registration: Registration, answers: Answers) -> None:
    """Which column, and what it is: two choices and a button, however many columns there are."""
    named = [column for column in registration.found if column.column]
    key, names = f"change_column_{answers.content[:8]}", indicator_names(words, registration)
    with st.container(horizontal=True, vertical_alignment="bottom", key="change_column"):
        position = st.selectbox(
            words("import_columns.change.which"), range(len(named)), index=None, key=f"{key}_which",
            format_func=lambda at: column_label(words, named[at]), placeholder=words("import_columns.choose"),
        )  # fmt: skip
        if position is None:
            return
        column = named[position]
        uses = uses_of(registration, column)
        now = use_of_column(column)
        use = st.selectbox(
            words("import_columns.change.is"), uses, index=uses.index(now) if now in uses else None,
            format_func=lambda use: use_label(words, use, names), placeholder=words("import_columns.choose"),
            key=f"{key}_is_{position}",
        )  # fmt: skip
        st.button(
            words("import_columns.change.do"), disabled=use is None, key=f"{key}_do", on_click=answer,
            args=(with_column(answers.mapping, column.column, use) if use else answers.mapping,),
        )  # fmt: skip
