"""The box to drop files in, in words of our own: Streamlit's own texts in it are English whatever the page speaks."""

import json

import streamlit as st

from dashboard.components.letting_go import let_files_go
from dashboard.language import Words
from dashboard.navigation import page_file
from dashboard.workspace import upload_round
from pipelines.ingest.cells.upload import Upload

FILE_TYPES = ["xlsx", "xlsm", "xls", "xlsb", "ods", "csv", "tsv", "txt", "toml"]


def upload_box(words: Words) -> tuple[Upload, ...]:
    """The files chosen now, in memory only."""
    with st.container(key="upload_box"):
        megabytes = st.get_option("server.maxUploadSize")
        hand_words_to_style(words("upload.files.choose"), words("upload.files.drop", megabytes=megabytes))
        st.markdown(words("upload.files.explanation"))
        files = st.file_uploader(
            words("upload.files.label"),
            type=FILE_TYPES,
            accept_multiple_files=True,
            key=f"upload_files_{upload_round()}",
        )
    if not files:
        let_files_go()
    return tuple(Upload(name=file.name, content=file.getvalue()) for file in files)


def hand_words_to_style(choose: str, drop: str) -> None:
    """shell.css puts these in place of Streamlit's words."""
    st.html(f"<style>:root{{--choose-files:{_quoted(choose)};--drop-files:{_quoted(drop)}}}</style>")


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def show_where_to_begin(words: Words) -> None:
    """Under an empty box."""
    st.markdown(words("upload.files.empty"))
    st.page_link(page_file("start"), label=words("upload.files.to_start"))
