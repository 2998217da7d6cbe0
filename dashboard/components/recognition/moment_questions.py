"""Which moment it was: of a whole sheet, of words in a column of moments, of numbers that may be months."""

import streamlit as st

from dashboard.answers.answers import Answers
from dashboard.answers.causes import MOMENT_QUESTION, MOMENT_WORD_QUESTION, MONTHS_QUESTION, is_asked
from dashboard.answers.codes import readings_of_months, with_moments, with_sheet_moment
from dashboard.components.current_answers import answer, call_mistake
from dashboard.components.question import question, question_key
from dashboard.language import Words
from dashboard.sentences.recognition import moment_name
from pipelines.domain.issue import Issue
from pipelines.domain.registration import Registration

MOMENTS = (0, 1, 2, 3)


def ask_moments(words: Words, registration: Registration, answers: Answers) -> int:
    """One question per sheet that does not tell its moment; how many there are."""
    asked = list(dict.fromkeys(of.sheet or "" for of in registration.issues if of.code == MOMENT_QUESTION))
    for sheet in asked:
        key = question_key("moment", answers, sheet)
        asked_words = words("import_codes.moment.ask", sheet=sheet)
        with question(key, asked_words, words("import_codes.moment.note")), st.container(horizontal=True):
            for moment in MOMENTS:
                told = with_sheet_moment(answers.mapping, sheet, moment)
                st.button(moment_name(moment, words), on_click=answer, args=(told,), key=f"{key}_{moment}")
    return len(asked)


def ask_moment_words(words: Words, registration: Registration, answers: Answers) -> int:
    """One question per word in a column of moments that is not understood; how many there are."""
    issues = (of for of in registration.issues if of.code == MOMENT_WORD_QUESTION and is_asked(of, answers.mistakes))
    asked = list(dict.fromkeys((of.column or "", of.value or "") for of in issues))
    for column, value in asked:
        key = question_key("moment_word", answers, f"{column} {value}")
        sentence = words("import_codes.moment_word.ask", column=column, value=value)
        with question(key, sentence), st.container(horizontal=True):
            for moment in MOMENTS:
                told = with_moments(answers.mapping, column, {value: moment})
                st.button(moment_name(moment, words), on_click=answer, args=(told,), key=f"{key}_{moment}")
            st.button(words("import_codes.mistake"), on_click=call_mistake, args=(value,), key=f"{key}_mistake")
    return len(asked)


def ask_months(words: Words, registration: Registration, answers: Answers) -> int:
    """One question per column whose numbers may be months; how many there are."""
    asked = [issue for issue in registration.issues if issue.code == MONTHS_QUESTION]
    for issue in asked:
        _ask_months(words, answers, issue)
    return len(asked)


def _ask_months(words: Words, answers: Answers, issue: Issue) -> None:
    column, cells = issue.column or "", str(issue.expected).split(", ")
    months, numbers = readings_of_months(cells)
    key = question_key("months", answers, f"{issue.sheet} {column}")
    sentence = words("import_codes.months.ask", column=column, cells=", ".join(cells))
    with question(key, sentence), st.container(horizontal=True):
        for said, moments in (("yes", months), ("no", numbers)):
            listed = ", ".join(f"{cell} = {moment_name(moment, words)}" for cell, moment in moments.items())
            st.button(
                words(f"import_codes.months.{said}", listed=listed), type="primary" if said == "yes" else "secondary",
                on_click=answer, args=(with_moments(answers.mapping, column, moments),), key=f"{key}_{said}",
            )  # fmt: skip
