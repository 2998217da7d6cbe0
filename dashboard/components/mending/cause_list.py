"""What is not right, by cause: what touches most cells first, and each opens to its places and what can be done."""

from collections.abc import Sequence

import streamlit as st

from dashboard.answers.answers import Answers
from dashboard.answers.causes import Cause, causes, is_asked
from dashboard.components.mending.one_cause import show_cause
from dashboard.language import Words
from pipelines.domain.issue import Issue, Severity

MOST_SHOWN = 25


def show_causes(words: Words, issues: Sequence[Issue], answers: Answers) -> None:
    """The errors open, the notes folded away. What is asked in a question of its own is not listed again."""
    listed = causes(issue for issue in issues if not is_asked(issue, answers.mistakes))
    errors = [cause for cause in listed if cause.severity is Severity.ERROR]
    notes = [cause for cause in listed if cause.severity is Severity.WARNING]
    if errors:
        n = sum(cause.n for cause in errors)
        st.markdown(words.count("import_mending.errors", n, causes=words.count("import_mending.causes", len(errors))))
        _show(words, errors)
    if notes:
        n = sum(cause.n for cause in notes)
        folded = st.expander(words.count("import_issues.notes_title", n), key="import_notes", on_change="rerun")
        if folded.open:
            with folded:
                st.markdown(words("import_issues.notes_text"))
                _show(words, notes)


def _show(words: Words, listed: Sequence[Cause]) -> None:
    for cause in listed[:MOST_SHOWN]:
        show_cause(words, cause)
    if len(listed) > MOST_SHOWN:
        st.markdown(words.count("import_mending.more", len(listed) - MOST_SHOWN))
