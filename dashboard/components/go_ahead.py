"""The last step before an import: the second reader, who imports, and the button."""

import streamlit as st

from dashboard.answers.answers import Answers
from dashboard.components.free_texts import second_reader_confirms
from dashboard.components.notice import show_notice
from dashboard.components.plain_text import as_plain
from dashboard.components.reading import Reading
from dashboard.language import Words
from pipelines.domain.frozen import Frozen

LONGEST_NAME = 80


class GoAhead(Frozen):
    """The button was pressed; `imported_by` is what whoever pressed it calls themselves, if anything."""

    imported_by: str


def ask_go_ahead(words: Words, reading: Reading, answers: Answers, *, possible: bool) -> GoAhead | None:
    """None until everything is in order and the button is pressed."""
    confirmed = second_reader_confirms(words, reading.registration, answers, reading.fingerprint) if possible else False
    if possible and not confirmed:
        show_notice(words("import_preview.confirm_first"), "question")
    imported_by = st.text_input(
        words("import_preview.imported_by"), max_chars=LONGEST_NAME, key="imported_by", persist_state="session"
    )
    label = words("import_preview.button", project=as_plain(reading.project))
    pressed = st.button(label, type="primary", disabled=not (possible and confirmed), key="import_button")
    return GoAhead(imported_by=" ".join(imported_by.split())) if pressed else None
