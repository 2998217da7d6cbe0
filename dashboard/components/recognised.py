"""What was recognised in the files: the instrument, the count of the rows, each table in a sentence, every column."""

import streamlit as st

from dashboard.answers.answers import Answers
from dashboard.components.mapping_choices import show_mapping_choices
from dashboard.components.plain_text import as_plain
from dashboard.components.reading import Reading
from dashboard.components.recognition.column_table import show_columns
from dashboard.components.recognition.questions import ask_everything
from dashboard.language import Words
from dashboard.sentences.recognition import table_sentence, tally_sentence
from pipelines.domain.registration import Registration

MOST_TABLES = 12


def show_recognised(words: Words, reading: Reading, answers: Answers) -> int:
    """Shows what was understood and asks what was not; how many questions are open."""
    registration = reading.registration
    if registration.found:
        st.markdown(tally_sentence(words, registration.tally))
        _show_tables(words, registration)
        if names := " · ".join(as_plain(words.name(found.name)) for found in registration.indicator_sets):
            st.markdown(words("import_recognised.instruments", names=names))
    else:
        st.markdown(words("import_recognised.nothing"))
    n_open = ask_everything(words, registration, answers)
    if registration.found:
        show_columns(words, registration, answers)
    show_mapping_choices(words, reading, answers)
    return n_open


def _show_tables(words: Words, registration: Registration) -> None:
    shown = registration.tables[:MOST_TABLES]
    st.markdown("\n".join(f"- {as_plain(table_sentence(table, words))}" for table in shown))
    if len(registration.tables) > MOST_TABLES:
        st.markdown(words.count("import_recognised.more_tables", len(registration.tables) - MOST_TABLES))
