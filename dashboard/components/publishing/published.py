"""What this project published, newest first; with a replacement where a teller wants their story told no more."""

from collections.abc import Sequence
from html import escape
from pathlib import Path

import streamlit as st

from dashboard.components.notice import show_notice
from dashboard.components.part import part
from dashboard.language import Words
from dashboard.sentences.publishing import published_line
from dashboard.workspace import editions_folder, store
from pipelines.domain.project import Project
from pipelines.editions.bundle import EditionUnreadable, read_bundle
from pipelines.editions.edition import Edition
from pipelines.publishing.withdrawing import replace_edition
from pipelines.store.editions import EditionRecord

WIDTH = 420


def show_published(records: Sequence[EditionRecord], project: Project, words: Words) -> None:
    """Nothing as long as nothing was published. What is not in the folder any more was replaced or taken away."""
    there = [record for record in reversed(records) if Path(record.place).exists()]
    if not there:
        return
    with part("published", words("publishing.published.title"), [words.count("publishing.published.n", len(there))]):
        for record in there:
            _show(Path(record.place), project, words)
        st.html(f'<p class="small-print">{escape(words("publishing.published.where", folder=editions_folder()))}</p>')


def _show(place: Path, project: Project, words: Words) -> None:
    with st.container(key=f"edition_line_{place.name}"):
        try:
            edition = read_bundle(place)
        except EditionUnreadable:
            show_notice(words("publishing.published.damaged", edition=place.name), "stop")
            return
        st.html(f'<p class="sentence">{escape(published_line(edition.manifest, words))}</p>')
        if edition.withdrawn:
            _offer_replacement(edition, place, project, words)


def _offer_replacement(edition: Edition, place: Path, project: Project, words: Words) -> None:
    show_notice(words.count("publishing.published.withdrawn", len(edition.withdrawn)), "question")
    name = st.text_input(
        words("publishing.sign.name"), max_chars=80, key=f"replaced_by_{edition.id}", width=WIDTH
    ).strip()
    if st.button(words("publishing.published.replace"), disabled=not name, key=f"replace_{edition.id}"):
        replace_edition(store(), project, place, signed_by=name)
        st.rerun()
