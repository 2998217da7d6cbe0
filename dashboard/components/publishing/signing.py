"""Two pairs of eyes: who composed it, who looked again; or, where there is nobody else, the same person on purpose."""

from html import escape

import streamlit as st

from dashboard.access import Deed
from dashboard.components.notice import show_notice
from dashboard.components.part import part
from dashboard.language import Words
from dashboard.notation import day
from dashboard.people import current_code, current_person, note
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
        name = ask_name("propose", "proposed_by", words)
        if not st.button(words("publishing.propose.button"), type="primary", disabled=not name, key="propose"):
            return False
    propose(store(Deed.COMPOSE), project, composition, draft, proposed_by=name, proposer=current_code())
    return True


def offer_signature(waiting: Proposed, draft: Draft | None, project: Project, words: Words) -> None:
    """For whoever looks again; the page says who proposed it and when."""
    on = day(waiting.proposed_at.date(), words.language)
    with part("sign", words("publishing.sign.title"), [words("publishing.sign.waits", by=waiting.proposed_by, day=on)]):
        is_changed = draft is not None and draft.fingerprint != waiting.digest
        if is_changed:
            show_notice(words("publishing.refused.changed"), "stop")
        elif waiting.proposer and waiting.proposer == current_code():
            show_notice(words("publishing.refused.same_person"), "question")
        elif draft is not None:
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
    name = ask_name("sign", "signed_by", words)
    is_same = name.casefold() == waiting.proposed_by.casefold()
    confirmed = st.checkbox(words("publishing.sign.alone" if is_same else "publishing.sign.looked"), key="looked")
    if st.button(words("publishing.sign.button"), type="primary", disabled=not (name and confirmed), key="sign"):
        _sign(project, name, words)


def ask_name(act: str, key: str, words: Words) -> str:
    """Whoever logged in goes by that name; where nobody logs in it is asked."""
    person = current_person()
    if person is not None and person.login is not None:
        st.html(f'<p class="small-print">{escape(words(f"publishing.{act}.as_yourself", name=person.name))}</p>')
        return person.name or person.login
    hint = words("publishing.propose.name_hint")
    return st.text_input(words(f"publishing.{act}.name"), placeholder=hint, max_chars=80, key=key, width=WIDTH).strip()


def _sign(project: Project, name: str, words: Words) -> None:
    try:
        with st.spinner(words("publishing.sign.busy")):
            manifest = sign(store(Deed.SIGN_OFF), project, editions_folder(), signed_by=name, signer=current_code())
    except PublishingRefused as refused:
        for reason in refused.reasons:
            show_notice(refusal_sentence(reason, words), "stop")
    else:
        for event in (Event.SIGN_OFF, Event.PUBLISH):
            note(event, project_id=project.project_id, edition_id=manifest.edition)
        st.session_state[DONE_KEY] = manifest
        st.rerun()
