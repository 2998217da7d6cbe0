"""What concerns a whole sheet: whether it belongs here, and numbers that begin anew in every place."""

import streamlit as st

from dashboard.answers.answers import Answers
from dashboard.answers.causes import RESTART_QUESTION, SHEET_QUESTION
from dashboard.answers.codes import without_sheet
from dashboard.answers.columns import with_participant
from dashboard.components.current_answers import answer
from dashboard.components.question import question, question_key
from dashboard.language import Words
from pipelines.domain.issue import Issue
from pipelines.domain.registration import Registration


def ask_sheets(words: Words, registration: Registration, answers: Answers) -> int:
    """Sheets that look like a registration and are not understood; how many there are."""
    asked = [issue.sheet or "" for issue in registration.issues if issue.code == SHEET_QUESTION]
    labels = dict.fromkeys(found.sheet for found in (*registration.tables, *registration.found))
    for sheet in asked:
        key = question_key("sheet", answers, sheet)
        with question(key, words("import_codes.sheet.ask", sheet=sheet), words("import_codes.sheet.note")):
            left_out = without_sheet(answers.mapping, sheet, labels)
            label = words("import_codes.sheet.leave_out", sheet=sheet)
            st.button(label, on_click=answer, args=(left_out,), key=f"{key}_out", disabled=left_out is None)
    return len(asked)


def ask_restarts(words: Words, registration: Registration, answers: Answers) -> int:
    """Numbers that begin anew per site: joined with the column of the site they tell people apart again."""
    asked = [issue for issue in registration.issues if issue.code == RESTART_QUESTION]
    for issue in asked:
        _ask_restart(words, answers, issue, question_key("restart", answers, issue.sheet or ""))
    return len(asked)


def _ask_restart(words: Words, answers: Answers, issue: Issue, key: str) -> None:
    site, number = issue.column or "", str(issue.expected)
    asked, note = (words(f"import_codes.restart.{part}", site=site, number=number) for part in ("ask", "note"))
    with question(key, asked, note):
        together, alone = (with_participant(answers.mapping, headings) for headings in ((site, number), (number,)))
        with st.container(horizontal=True):
            join = words("import_codes.restart.join", site=site, number=number)
            st.button(join, type="primary", on_click=answer, args=(together,), key=f"{key}_join")
            st.button(words("import_codes.restart.alone"), on_click=answer, args=(alone,), key=f"{key}_alone")
