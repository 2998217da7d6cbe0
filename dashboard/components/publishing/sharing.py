"""With whom an edition is shared: named funders, everybody, or whoever has a link that expires."""

from datetime import UTC, datetime, timedelta

import streamlit as st

from dashboard.access import Deed, demand
from dashboard.components.notice import show_notice
from dashboard.language import Words
from dashboard.notation import day
from dashboard.people import note
from dashboard.workspace import editions_folder
from pipelines.audit_log import Event
from pipelines.domain.project import Project
from pipelines.editions.share_links import make_share_link
from pipelines.editions.sharing import DamagedSharing, Sharing, read_sharing, write_sharing
from pipelines.settings import read_settings

DAYS = (7, 30, 90)
WIDTH = 640


def offer_sharing(edition_id: str, project: Project, words: Words) -> None:
    with st.expander(words("sharing.title"), key=f"sharing_{edition_id}"):
        try:
            sharing = read_sharing(editions_folder(), edition_id)
        except DamagedSharing as fault:
            show_notice(words("sharing.damaged", file=fault), "stop")
            return
        st.markdown(_who_sees_it(sharing, words))
        _ask_with_whom(edition_id, sharing, project, words)
        _offer_links(edition_id, sharing, project, words)


def _who_sees_it(sharing: Sharing, words: Words) -> str:
    if sharing.public:
        return words("sharing.now.public")
    if not sharing.funders:
        return words("sharing.now.nobody")
    return words.count("sharing.now.funders", len(sharing.funders))


def _ask_with_whom(edition_id: str, sharing: Sharing, project: Project, words: Words) -> None:
    with st.form(f"share_{edition_id}", border=False):
        written = st.text_area(
            words("sharing.funders"), "\n".join(sharing.funders), help=words("sharing.funders_help"),
            key=f"funders_{edition_id}", width=WIDTH,
        )  # fmt: skip
        public = st.checkbox(words("sharing.public"), sharing.public, key=f"public_{edition_id}")
        if st.form_submit_button(words("sharing.save"), key=f"save_sharing_{edition_id}"):
            _save(edition_id, sharing.shared_with(written.splitlines()).made_public(public), project)


def _offer_links(edition_id: str, sharing: Sharing, project: Project, words: Words) -> None:
    st.markdown(words("sharing.link.how"))
    if not (address := read_settings().impact_app):
        show_notice(words("sharing.link.no_address"), "question")
        return
    days = st.segmented_control(
        words("sharing.link.days"), DAYS, default=DAYS[1], required=True, key=f"link_days_{edition_id}",
        format_func=lambda n: words.count("sharing.link.for", n),
    )  # fmt: skip
    with st.container(horizontal=True):
        made = st.button(words("sharing.link.make"), key=f"make_link_{edition_id}")
        if st.button(words("sharing.link.withdraw"), type="tertiary", key=f"withdraw_links_{edition_id}"):
            _save(edition_id, sharing.without_links(), project)
    if made:
        _show_link(address, edition_id, days, project, words)


def _show_link(address: str, edition_id: str, days: int, project: Project, words: Words) -> None:
    demand(Deed.SHARE)
    until = (datetime.now(UTC) + timedelta(days=days)).replace(hour=23, minute=59, second=59)
    token = make_share_link(editions_folder(), edition_id, until)
    note(Event.SHARE, project_id=project.project_id, edition_id=edition_id)
    st.markdown(words("sharing.link.made", day=day(until.date(), words.language)))
    st.code(f"{address.rstrip('/')}/?link={token}", language=None, wrap_lines=True)


def _save(edition_id: str, sharing: Sharing, project: Project) -> None:
    demand(Deed.SHARE)
    write_sharing(editions_folder(), edition_id, sharing)
    note(Event.SHARE, project_id=project.project_id, edition_id=edition_id)
    st.rerun()
