"""The published figures as files, and how to print the page."""

from functools import partial

import streamlit as st

from dashboard.components.part import say
from dashboard.impact.components.section import section
from dashboard.impact.downloads.numbers_csv import write_csv
from dashboard.impact.downloads.workbook import write_workbook
from dashboard.impact.library import downloadable
from dashboard.language import Words
from pipelines.editions.edition import Edition

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show_downloads(edition: Edition, words: Words) -> None:
    """Written when they are asked for, not before."""
    name = words("impact.download.file_name", edition=edition.id)
    as_csv, as_workbook = (downloadable(edition, partial(write, words=words)) for write in (write_csv, write_workbook))
    with section("downloads", words("impact.download.title"), [words("impact.download.text")]):
        with st.container(horizontal=True, key="downloads"):
            st.download_button(
                words("impact.download.csv"), data=as_csv, file_name=f"{name}.csv",
                mime="text/csv", on_click="ignore", key="impact_csv",
            )  # fmt: skip
            st.download_button(
                words("impact.download.xlsx"), data=as_workbook, file_name=f"{name}.xlsx",
                mime=XLSX, on_click="ignore", key="impact_xlsx",
            )  # fmt: skip
        say([], [words("impact.download.print")])
