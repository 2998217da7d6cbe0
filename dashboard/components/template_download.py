"""The registration workbook to download: for which instrument, in which language."""

import streamlit as st

from dashboard.language import LANGUAGES, Words
from pipelines.instruments.catalogue import shipped_sets
from pipelines.template import write_template

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def template_download(words: Words) -> None:
    """Written when it is asked for, not before. Opens in the language of the page."""
    sets = shipped_sets()
    instrument = st.selectbox(
        words("start.template.instrument"),
        list(sets),
        index=list(sets).index("zrm_2017"),
        format_func=lambda id: words.name(sets[id].name),
        key="template_instrument",
        persist_state="session",
    )
    language = st.segmented_control(
        words("start.template.language"),
        LANGUAGES,
        default=words.language,
        required=True,
        format_func=lambda language: words(f"start.template.in.{language}"),
        key=f"template_language_{words.language}",
    )
    st.download_button(
        words("start.template.download"),
        data=lambda: write_template(language, sets[instrument]),
        file_name=words("start.template.file_name", instrument=instrument),
        mime=XLSX,
        on_click="ignore",
        key="template_download",
    )
