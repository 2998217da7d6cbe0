"""Which part of a change is due to the project: what people think, and a form for one estimate more."""

from collections.abc import Mapping
from datetime import date

import streamlit as st

from dashboard.charts.attribution import attribution_figure
from dashboard.components.chart import show_figure
from dashboard.components.compared_ladder import CHART_WIDTH
from dashboard.components.note_keeping import note_round, read_back_and_keep, removal_button
from dashboard.components.part import part, say
from dashboard.components.recognised_note_fields import FORM_WIDTH, WIDTH, ask_about, ask_role, ask_words, quoted_html
from dashboard.language import Words
from dashboard.sentences.attribution import attribution_alternative, attribution_sentence
from dashboard.sentences.names import domain_name
from dashboard.workspace import store, theme_is_dark
from pipelines.domain.note import Attribution, KeptNote
from pipelines.domain.project import Project
from pipelines.notes import notes_of

FORM = "attribution"
RANGE = ("low", "middle", "high")
STEP = 5


def show_attribution(project: Project, names: Mapping[str, str], words: Words) -> None:
    """`names` are the life domains that were measured."""
    kept = notes_of(store(), project.project_id, Attribution)
    said = attribution_sentence([one.note for one in kept], words)
    with part("attribution", words("compared.attribution.title"), [said], [words("compared.attribution.entered")]):
        for one in kept:
            _show_kept(one, names, words)
        with st.expander(words("compared.attribution.open"), key="attribution_form"):
            read_back_and_keep(FORM, _ask(project, names, words), project, words)


def _show_kept(one: KeptNote, names: Mapping[str, str], words: Words) -> None:
    name = domain_name(one.note.life_domain, names, words)
    alt = attribution_alternative(one.note, name, words)
    with st.container(key=f"kept_attribution_{one.note_id}"):
        with st.container(width=CHART_WIDTH):
            figure = attribution_figure(one.note, name, words, dark=theme_is_dark())
            show_figure(figure, f"attribution_{one.note_id}", alt=alt)
        st.html(quoted_html(one.note, one.note.reason, names, words))
        removal_button(one.note_id, Attribution, words)


def _ask(project: Project, names: Mapping[str, str], words: Words) -> Attribution | None:
    """The note on the run in which the form was sent and says all that is needed."""
    key = f"{FORM}_{project.project_id}_{note_round(FORM)}"
    with st.form(f"{key}_form", border=False, width=FORM_WIDTH):
        about = ask_about(key, names, words)
        say([words("compared.attribution.asked")])
        with st.container(horizontal=True):
            percentages = [_ask_percentage(part, key, words) for part in RANGE]
        role = ask_role(key, words)
        reason = ask_words(key, words("compared.attribution.reason"), words("compared.attribution.reason_hint"))
        sent = st.form_submit_button(words("recognised.note.send"), type="primary", key=f"{key}_send")
    if not sent or not _is_complete(percentages, role, reason, words):
        return None
    low, middle, high = (percent / 100 for percent in percentages)
    return Attribution(life_domain=about, low=low, middle=middle, high=high, role=role, reason=reason,
                       noted_on=date.today())  # fmt: skip


def _ask_percentage(part_of_range: str, key: str, words: Words) -> int | None:
    """Empty to begin with: a number that stands there already steers the answer."""
    return st.number_input(
        words(f"compared.attribution.{part_of_range}"),
        min_value=0,
        max_value=100,
        value=None,
        step=STEP,
        key=f"{key}_{part_of_range}",
        width=WIDTH // 2,
    )


def _is_complete(percentages: list[int | None], role: str, reason: str, words: Words) -> bool:
    """Says what is missing, if anything."""
    if None in percentages or not role or not reason:
        say([words("compared.attribution.incomplete")])
        return False
    if percentages != sorted(percentages):
        say([words("compared.attribution.no_range")])
        return False
    return True
