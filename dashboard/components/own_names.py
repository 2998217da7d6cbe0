"""Names that the program missed and the second reader saw: to be taken out of every text of the project."""

import streamlit as st

from dashboard.answers.answers import Answers
from dashboard.components.current_answers import take_out_names
from dashboard.language import Words
from dashboard.workspace import upload_round


def ask_own_names(words: Words, answers: Answers) -> None:
    """One name a line. The button reads the files again, without them."""
    key = f"own_names_{upload_round()}"
    with st.expander(words("import_texts.names.title"), key="own_names", expanded=bool(answers.names)):
        st.markdown(words("import_texts.names.explanation"))
        st.text_area(words("import_texts.names.label"), key=key, value="\n".join(answers.names))
        st.button(words("import_texts.names.take_out"), on_click=_take_out, args=(key,), key="take_out_names")


def _take_out(key: str) -> None:
    lines = (" ".join(line.split()) for line in st.session_state[key].splitlines())
    take_out_names(dict.fromkeys(filter(None, lines)))
