"""Looking before anybody signs: what is hidden and why, or why it may not be published."""

import streamlit as st

from dashboard.components.notice import show_notice
from dashboard.components.part import part
from dashboard.language import Words
from dashboard.sentences.publishing import hidden_sentences, refusal_sentence
from dashboard.workspace import store
from pipelines.domain.project import Project
from pipelines.publishing.composition import Composition
from pipelines.publishing.draft import Draft
from pipelines.publishing.publish import draft_edition
from pipelines.publishing.refusal import PublishingRefused

MOST_DRAFTS = 6


def look_at(composition: Composition, project: Project, version: str, words: Words) -> Draft | None:
    """The draft; None where it may not be published, and then the page says why."""
    try:
        with st.spinner(words("publishing.look.busy")):
            draft = _draft(project, version, composition.model_dump_json())
    except PublishingRefused as refused:
        with part("refused", words("publishing.look.refused")):
            for reason in refused.reasons:
                show_notice(refusal_sentence(reason, words), "stop")
        return None
    with part("hidden", words("publishing.look.hidden"), hidden_sentences(draft, composition.rules, words)):
        st.caption(words("publishing.look.not_why"))
    return draft


@st.cache_resource(scope="session", max_entries=MOST_DRAFTS, show_spinner=False)
def _draft(_project: Project, version: str, composition: str) -> Draft:  # noqa: ARG001  part of the key
    """Stories stand in it, so it is kept for this session only. `version` names project and data."""
    return draft_edition(store(), _project, Composition.model_validate_json(composition))
