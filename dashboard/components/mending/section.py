"""What is not right and what can be done about it: here on the page, in Excel, or by going on without those rows."""

from collections.abc import Sequence

import streamlit as st

from dashboard.answers.answers import Answers
from dashboard.components.mending.cause_list import show_causes
from dashboard.components.mending.given_answers import show_given_answers
from dashboard.components.mending.leave_out_refused import choose_to_leave_out
from dashboard.components.mending.take_along import offer_to_take_along
from dashboard.components.reading import Reading
from dashboard.language import Words
from pipelines.ingest.cells.upload import Upload


def show_mending(words: Words, uploads: Sequence[Upload], reading: Reading, answers: Answers) -> bool:
    """Whether the refused rows are to be left out."""
    issues = reading.registration.issues
    if not issues:
        st.markdown(words("import_issues.clean"))
    else:
        show_causes(words, issues, answers)
        offer_to_take_along(words, uploads, reading.registration)
    show_given_answers(words, answers)
    return choose_to_leave_out(words, reading)
