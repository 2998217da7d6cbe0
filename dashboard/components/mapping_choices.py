"""What is seldom needed, folded away: another instrument, a mapping to bring or keep, what earlier uploads taught."""

import streamlit as st

from dashboard.access import Deed
from dashboard.answers.answers import Answers
from dashboard.components.current_answers import take_mapping
from dashboard.components.notice import show_notice
from dashboard.components.reading import Reading, forget_reading
from dashboard.components.reading_choices import choose_instruments
from dashboard.language import Words
from dashboard.workspace import store, upload_round
from pipelines import imports
from pipelines.delivery import Delivery
from pipelines.domain.registration import Reason
from pipelines.ingest.mapping.column_mapping import ColumnMapping
from pipelines.ingest.mapping.file import write_mapping
from pipelines.ingest.mapping.merging import merged


def show_mapping_choices(words: Words, reading: Reading, answers: Answers) -> None:
    if answers.mapping_fault:
        show_notice(words("upload.choices.mapping_invalid", reason=words.name(answers.mapping_fault)), "stop")
    with st.expander(words("upload.choices.title"), key="reading_choices"):
        choose_instruments(words)
        key = f"reading_mapping_{upload_round()}"
        st.file_uploader(words("upload.choices.mapping"), type=["toml"], key=key, on_change=_take_file, args=(key,))
        _offer_mapping(words, reading.delivery)
        if any(column.reason is Reason.REMEMBERED for column in reading.registration.found):
            st.markdown(words("upload.choices.remembered"))
            label = words("upload.choices.forget")
            st.button(label, on_click=_forget, args=(reading.project,), key="forget_mapping")


def _offer_mapping(words: Words, delivery: Delivery) -> None:
    """What was said now, over what was said before."""
    mapping = merged(delivery.mapping, imports.remembered_mapping(store(), delivery.project))
    if delivery.instruments:
        mapping = mapping.model_copy(update={"instrument": delivery.instruments})
    if mapping == ColumnMapping():
        return
    st.markdown(words("upload.choices.take_along"))
    with st.container(horizontal=True):
        st.download_button(
            words("upload.choices.download"),
            data=lambda: write_mapping(mapping),
            file_name=words("upload.choices.file_name"),
            mime="application/toml",
            on_click="ignore",
            key="mapping_download",
        )
        if delivery.mapping:
            st.button(words("upload.choices.begin_anew"), on_click=take_mapping, args=(None,), key="begin_anew")


def _take_file(key: str) -> None:
    file = st.session_state[key]
    take_mapping(file and file.getvalue().decode("utf-8-sig", errors="replace"))


def _forget(project: str) -> None:
    imports.forget_mapping(store(Deed.IMPORT), project)
    forget_reading()
