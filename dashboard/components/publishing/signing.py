"""Two pairs of eyes: who composed it, who looked again; or, where there is nobody else, the same person on purpose."""

import streamlit as st

from dashboard.access import Deed
from dashboard.components.notice import show_notice
from dashboard.components.part import part
from dashboard.language import Words
from dashboard.notation import day
from dashboard.people import note
from dashboard.sentences.publishing import published_line, refusal_sentence
from dashboard.workspace import editions_folder, store
from pipelines.audit_log import Event
from pipelines.domain.project import Project
from pipelines.publishing.composition import Composition
from pipelines.publishing.draft import Draft
from pipelines.publishing.proposing import Proposed, propose, sign, take_back
from pipelines.publishing.refusal import PublishingRefused

WIDTH = 420
DONE_KEY = "published_just_now"


def offer_proposal(composition: Composition, draft: Draft, project: Project, words: Words) -> bool:
    """Hand it to a second reader. True on the run in which that was done."""
    with part("propose", words("publishing.propose.title"), [words("publishing.propose.how")]):
        name = st.text_input(
            words("publishing.propose.name"), placeholder=words("publishing.propose.name_hint"), max_chars=80,
            key="proposed_by", width=WIDTH,
        ).strip()  # fmt: skip
        if not st.button(words("publishing.propose.button"), type="primary", disabled=not name, key="propose"):
            return False
    propose(store(Deed.COMPOSE), project, composition, draft.digest, proposed_by=name)
    return True


def offer_signature(waiting: Proposed, draft: Draft | None, project: Project, words: Words) -> None:
    """For whoever looks again; the page says who proposed it and when."""
    on = day(waiting.proposed_at.date(), words.language)
    with part("sign", words("publishing.sign.title"), [words("publishing.sign.waits", by=waiting.proposed_by, day=on)]):
        is_changed = draft is not None and draft.digest != waiting.digest
        if is_changed:
            show_notice(words("publishing.refused.changed"), "stop")
        if draft is not None and not is_changed:
            _ask_signature(waiting, project, words)
        if st.button(words("publishing.sign.take_back"), type="tertiary", key="take_back"):
            take_back(store(Deed.SIGN_OFF), project)
            st.rerun()


def show_just_published(words: Words) -> None:
    """Once, on the run after the signature."""
    manifest = st.session_state.pop(DONE_KEY, None)
    if manifest is not None:
        show_notice(words("publishing.sign.done", line=published_line(manifest, words)), "done")


def _ask_signature(waiting: Proposed, project: Project, words: Words) -> None:
    name = st.text_input(words("publishing.sign.name"), max_chars=80, key="signed_by", width=WIDTH).strip()
    is_same = name.casefold() == waiting.proposed_by.casefold()
    confirmed = st.checkbox(words("publishing.sign.alone" if is_same else "publishing.sign.looked"), key="looked")
    if st.button(words("publishing.sign.button"), type="primary", disabled=not (name and confirmed), key="sign"):
        _sign(project, name, words)


def _sign(project: Project, name: str, words: Words) -> None:
    try:
        with st.spinner(words("publishing.sign.busy")):
            manifest = sign(store(Deed.SIGN_OFF), project, editions_folder(), signed_by=name)
    except PublishingRefused as refused:
        for reason in refused.reasons:
            show_notice(refusal_sentence(reason, words), "stop")
    else:
        for event in (Event.SIGN_OFF, Event.PUBLISH):
            note(event, project_id=project.project_id, edition_id=manifest.edition)
        st.session_state[DONE_KEY] = manifest
        st.rerun()
