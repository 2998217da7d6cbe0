"""Everything that the reader of the file asks, in one list."""

import streamlit as st

from dashboard.answers.answers import Answers
from dashboard.answers.causes import INSTRUMENT_QUESTION
from dashboard.components.reading_choices import ask_instrument
from dashboard.components.recognition.code_questions import ask_codes, ask_decimals, ask_empty_cells
from dashboard.components.recognition.column_questions import ask_columns, offer_unknown_columns
from dashboard.components.recognition.moment_questions import ask_moment_words, ask_moments, ask_months
from dashboard.components.recognition.sheet_questions import ask_restarts, ask_sheets
from dashboard.language import Words
from pipelines.domain.registration import Registration

QUESTIONS = (
    ask_sheets, ask_moments, ask_restarts, ask_columns, ask_months, ask_moment_words, ask_empty_cells, ask_decimals,
    ask_codes,
)  # fmt: skip


def ask_everything(words: Words, registration: Registration, answers: Answers) -> int:
    """Shows the open questions, those about a whole sheet first; how many there are."""
    heading = st.container()
    asked = [str(issue.expected) for issue in registration.issues if issue.code == INSTRUMENT_QUESTION]
    if asked:
        ask_instrument(words, list(dict.fromkeys(", ".join(asked).split(", "))))
    n_open = bool(asked) + sum(ask(words, registration, answers) for ask in QUESTIONS)
    if n_open:
        heading.subheader(words.count("import_columns.title", n_open), anchor=False)
    offer_unknown_columns(words, registration, answers)
    return n_open
