"""The other way to mend: the user's own workbook back with the wrong cells marked, or the list of what is wrong."""

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from dashboard.components.template_download import XLSX
from dashboard.language import Words
from dashboard.reports.issue_list import write_issue_list
from dashboard.reports.marked_workbook import mark_workbook
from pipelines.domain.registration import Registration
from pipelines.ingest.cells.upload import Upload


def offer_to_take_along(words: Words, uploads: Sequence[Upload], registration: Registration) -> None:
    """Written when it is asked for, not before."""
    st.markdown(words("import_mending.take_along"))
    with st.container(horizontal=True):
        for position, upload in enumerate(uploads):
            if not upload.name.endswith(".toml"):
                _offer_marked(words, upload, registration, position, several=len(uploads) > 1)
        st.download_button(
            words("import_issues.download"),
            data=lambda: write_issue_list(registration.issues, words),
            file_name=words("import_issues.file_name"),
            mime=XLSX,
            on_click="ignore",
            key="issues_download",
        )


def _offer_marked(words: Words, upload: Upload, registration: Registration, position: int, *, several: bool) -> None:
    label = words("import_mending.marked_one", file=upload.name) if several else words("import_mending.marked")
    st.download_button(
        label,
        data=lambda: mark_workbook(upload, registration, words),
        file_name=words("import_mending.marked_name", name=Path(upload.name).stem),
        mime=XLSX,
        on_click="ignore",
        key=f"marked_{position}",
    )
