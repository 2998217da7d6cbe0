"""A share link, `?link=…`: it opens one edition as long as the session lasts, for somebody who did not log in."""

import streamlit as st

from dashboard.impact.address import EDITION_KEY
from dashboard.impact.library import editions_folder
from dashboard.impact.navigation import screen_file
from dashboard.impact.visitor import LINK_KEY
from pipelines.editions.share_links import LinkExpired, LinkRefused, LinkTampered, LinkWithdrawn, edition_of_link
from pipelines.editions.sharing import DamagedSharing

TOKEN_KEY = "link"
REFUSAL_KEY = "share_link_refusal"
REFUSALS = {LinkExpired: "expired", LinkTampered: "tampered", LinkWithdrawn: "withdrawn"}


def follow_link() -> None:
    """Leads to the edition, or to why it does not open; in the address of either the token, a secret, is left out."""
    token = st.query_params.get(TOKEN_KEY)
    if token is None:
        return
    try:
        edition_id = edition_of_link(editions_folder(), token)
    except LinkRefused as refused:
        _refuse(REFUSALS[type(refused)])
    except DamagedSharing:
        # That is for the project to know; to whoever has the link, it opens nothing.
        _refuse(REFUSALS[LinkTampered])
    st.session_state[LINK_KEY] = token
    st.switch_page(screen_file("impact"), query_params={EDITION_KEY: edition_id})


def why_refused() -> str | None:
    """None when no link was refused in this session."""
    return st.session_state.get(REFUSAL_KEY)


def _refuse(why: str) -> None:
    st.session_state[REFUSAL_KEY] = why
    st.switch_page(screen_file("link"), query_params={})
