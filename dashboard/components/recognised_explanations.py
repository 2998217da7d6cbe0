"""How people explain the outcomes: explanations, judgements and other causes side by side, and a form."""

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape

import streamlit as st

from dashboard.components.note_keeping import note_round, read_back_and_keep, removal_button
from dashboard.components.part import part, say
from dashboard.components.recognised_note_fields import FORM_WIDTH, ask_about, ask_role, ask_words, quoted_html
from dashboard.language import Words
from dashboard.workspace import store
from pipelines.domain.note import Explanation, ExplanationKind, KeptNote
from pipelines.domain.project import Project
from pipelines.notes import notes_of

FORM = "explanation"
KINDS: tuple[ExplanationKind, ...] = ("explanation", "judgement", "alternative")


def show_explanations(project: Project, names: Mapping[str, str], words: Words) -> None:
    """`names` are the life domains that were measured."""
    kept = notes_of(store(), project.project_id, Explanation)
    how = words("recognised.explanations.how")
    with part("recognised_explanations", words("recognised.explanations.title"), [how]):
        for column, kind in zip(st.columns(len(KINDS), gap="large"), KINDS, strict=True):
            with column:
                _show_kind(kind, [one for one in kept if one.note.kind == kind], names, words)
        with st.expander(words("recognised.explanations.open"), key="explanation_form"):
            read_back_and_keep(FORM, _ask(project, names, words), project, words)


def _show_kind(kind: ExplanationKind, kept: Sequence[KeptNote], names: Mapping[str, str], words: Words) -> None:
    heading, about = (words(f"recognised.explanations.{part}.{kind}") for part in ("heading", "about"))
    none = "" if kept else f'<p class="small-print">{escape(words(f"recognised.explanations.none.{kind}"))}</p>'
    st.html(f'<p class="question">{escape(heading)}</p><p class="small-print">{escape(about)}</p>{none}')
    for one in kept:
        with st.container(key=f"kept_explanation_{one.note_id}"):
            st.html(quoted_html(one.note, one.note.words, names, words))
            removal_button(one.note_id, Explanation, words)


def _ask(project: Project, names: Mapping[str, str], words: Words) -> Explanation | None:
    """The note on the run in which the form was sent and says all that is needed."""
    key = f"{FORM}_{project.project_id}_{note_round(FORM)}"
    with st.form(f"{key}_form", border=False, width=FORM_WIDTH):
        kind = st.segmented_control(
            words("recognised.explanations.kind"),
            KINDS,
            format_func=lambda kind: words(f"recognised.explanations.choice.{kind}"),
            key=f"{key}_kind",
            wrap=True,
        )
        about = ask_about(key, names, words)
        typed = ask_words(key, words("recognised.explanations.words"), words("recognised.explanations.words_hint"))
        role = ask_role(key, words)
        sent = st.form_submit_button(words("recognised.note.send"), type="primary", key=f"{key}_send")
    if not sent:
        return None
    if kind is None or not role or not typed:
        say([words("recognised.explanations.incomplete")])
        return None
    return Explanation(kind=kind, life_domain=about, role=role, words=typed, noted_on=date.today())
