"""What is not right and what can be done about it: here on the page, in Excel, or by going on without those rows."""

import streamlit as st

from dashboard.answers.answers import Answers
from dashboard.components.mending.cause_list import show_causes
from dashboard.components.mending.given_answers import show_given_answers
from dashboard.components.mending.leave_out_refused import choose_to_leave_out
from dashboard.components.mending.take_along import offer_to_take_along
from dashboard.components.reading import Reading
from dashboard.language import Words


def show_mending(words: Words, reading: Reading, answers: Answers, n_open: int) -> bool:
    """Whether the refused rows are to be left out; not asked as long as questions are open, which may mend them."""
    registration = reading.registration
    if not registration.errors:
        st.markdown(words("import_issues.clean"))
    if registration.issues:
        show_causes(words, registration.issues, answers)
        offer_to_take_along(words, reading.delivery.uploads, registration)
    show_given_answers(words, registration, answers)
    return not n_open and choose_to_leave_out(words, reading)
