"""What this project published, newest first; with a replacement where a teller wants their story told no more."""

from collections.abc import Sequence
from html import escape
from pathlib import Path

import streamlit as st

from dashboard.access import Deed, may_do
from dashboard.components.notice import show_notice
from dashboard.components.part import part
from dashboard.components.publishing.sharing import offer_sharing
from dashboard.components.publishing.signing import ask_name
from dashboard.language import Words
from dashboard.people import note
from dashboard.sentences.publishing import published_line
from dashboard.workspace import editions_folder, store
from pipelines.audit_log import Event
from pipelines.domain.project import Project
from pipelines.editions.bundle import EditionUnreadable, read_bundle
from pipelines.editions.edition import Edition
from pipelines.editions.sharing import NOT_SHARED, DamagedSharing, Sharing, read_sharing, write_sharing
from pipelines.publishing.withdrawing import replace_edition
from pipelines.store.editions import EditionRecord


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
        if edition.withdrawn and may_do(Deed.COMPOSE):
            _offer_replacement(edition, place, project, words)
        if may_do(Deed.SHARE):
            offer_sharing(edition.id, project, words)


def _offer_replacement(edition: Edition, place: Path, project: Project, words: Words) -> None:
    show_notice(words.count("publishing.published.withdrawn", len(edition.withdrawn)), "question")
    name = ask_name("sign", f"replaced_by_{edition.id}", words)
    if st.button(words("publishing.published.replace"), disabled=not name, key=f"replace_{edition.id}"):
        sharing = _sharing_of(edition)
        new = replace_edition(store(Deed.COMPOSE), project, place, signed_by=name)
        write_sharing(editions_folder(), new.edition, sharing)
        note(Event.PUBLISH, project_id=project.project_id, edition_id=new.edition)
        st.rerun()


def _sharing_of(edition: Edition) -> Sharing:
    """The new edition is seen by whom the old one was; by nobody where that cannot be read."""
    try:
        return read_sharing(editions_folder(), edition.id)
    except DamagedSharing:
        return NOT_SHARED
