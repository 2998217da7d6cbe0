"""What an edition is to hold, as one form: breakdowns, instruments, moment, stories with a reason, words of others."""

from collections.abc import Mapping, Sequence

import streamlit as st

from dashboard.access import Deed
from dashboard.components.findings import Findings, current_stories
from dashboard.components.publishing.stories import choose_stories
from dashboard.language import Words
from dashboard.outcome_rows import instruments
from dashboard.sentences.names import TAKING_PART, attribute_name, domain_name, domain_names
from dashboard.sentences.values import instrument_name
from dashboard.workspace import open_cursor, store
from pipelines.domain.frozen import Frozen
from pipelines.domain.linked_narrative import LinkedNarrative
from pipelines.domain.note import Explanation, KeptNote
from pipelines.domain.project import Project
from pipelines.editions.rules import Rules
from pipelines.notes import notes_of
from pipelines.outcomes.projects import read_attributes
from pipelines.publishing.composition import Composition
from pipelines.publishing.proposing import without_names
from pipelines.settings import HIGHEST_MINIMUM, read_settings

LAST = 0


class Offer(Frozen):
    """What there is to choose from; `domains` are the names of the measured life domains by code."""

    attributes: tuple[str, ...]
    instruments: tuple[str, ...]
    moments: tuple[int, ...]
    stories: tuple[LinkedNarrative, ...]
    notes: tuple[KeptNote, ...]
    domains: Mapping[str, str]


def offer_of(project: Project, findings: Findings, words: Words) -> Offer:
    """What this project has."""
    with open_cursor() as cursor:
        attributes = read_attributes(cursor, project.project_id)
    return Offer(
        attributes=tuple(name for name in attributes if name != TAKING_PART),
        instruments=tuple(instruments(findings.outcomes)),
        moments=findings.participation.moments,
        stories=current_stories(project.project_id, findings.version),
        notes=notes_of(store(), project.project_id, Explanation),
        domains=domain_names(findings.outcomes, words),
    )


def compose(offer: Offer, project: Project, words: Words) -> Composition | None:
    """What was chosen last in this session, without names in the reasons; None as long as nothing was."""
    if (sent := _ask(offer, project, words)) is not None:
        with st.spinner(words("publishing.compose.busy")):
            st.session_state[_key(project)] = without_names(store(Deed.COMPOSE), project, sent)
    return st.session_state.get(_key(project))


def forget_composition(project: Project) -> None:
    """The form stands as it was; what came of it is not shown any more."""
    del st.session_state[_key(project)]


def _key(project: Project) -> str:
    return f"composed_{project.project_id}"


def _ask(offer: Offer, project: Project, words: Words) -> Composition | None:
    """The choices on the run in which the form was sent."""
    place = f"publish_{project.project_id}"
    with st.form(f"{place}_form", border=False):
        attributes = _choose_attributes(offer.attributes, place, words)
        instruments = _choose_instruments(offer.instruments, place, words)
        moment = _choose_moment(offer.moments, place, words)
        stories = choose_stories(offer.stories, offer.domains, place, words)
        notes = _choose_notes(offer.notes, offer.domains, place, words)
        minimum = _choose_minimum(place, words)
        if not st.form_submit_button(words("publishing.compose.show"), type="primary", key=f"{place}_show"):
            return None
    return Composition(
        attributes=tuple(attributes),
        instruments=None if len(instruments) == len(offer.instruments) else tuple(instruments),
        moment=moment or None,
        stories=stories,
        notes=tuple(notes),
        rules=Rules(minimum=minimum),
    )


def _choose_attributes(attributes: Sequence[str], place: str, words: Words) -> list[str]:
    if not attributes:
        return []
    return st.multiselect(
        words("publishing.compose.attributes"),
        attributes,
        format_func=lambda attribute: attribute_name(attribute, words),
        help=words("publishing.compose.attributes_help"),
        placeholder=words("publishing.compose.none"),
        key=f"{place}_attributes",
    )


def _choose_instruments(instruments: Sequence[str], place: str, words: Words) -> list[str]:
    if len(instruments) < 2:
        return list(instruments)
    return st.multiselect(
        words("publishing.compose.instruments"),
        instruments,
        default=instruments,
        format_func=lambda instrument: instrument_name(instrument, words),
        key=f"{place}_instruments",
    )


def _choose_moment(moments: Sequence[int], place: str, words: Words) -> int:
    """LAST for the last measured."""
    pinned = [moment for moment in moments if moment > 0]
    if len(pinned) < 2:
        return LAST
    return st.selectbox(
        words("publishing.compose.moment"),
        [LAST, *pinned],
        format_func=lambda moment: words("moments.numbered", moment=moment) if moment else words("moments.last"),
        key=f"{place}_moment",
    )


def _choose_notes(notes: Sequence[KeptNote], domains: Mapping[str, str], place: str, words: Words) -> list[int]:
    """All go along unless somebody leaves one out."""
    st.html(f'<p class="question">{words("publishing.compose.notes")}</p>')
    if not notes:
        st.caption(words("publishing.compose.no_notes"))
    return [
        one.note_id
        for one in notes
        if isinstance(one.note, Explanation)
        and st.checkbox(_note_label(one.note, domains, words), value=True, key=f"{place}_note_{one.note_id}")
    ]


def _note_label(note: Explanation, domains: Mapping[str, str], words: Words) -> str:
    kind = words(f"recognised.explanations.choice.{note.kind}")
    return f"{kind} · {domain_name(note.life_domain, domains, words)}: “{note.words}” ({note.role})"


def _choose_minimum(place: str, words: Words) -> int:
    return st.number_input(
        words("publishing.compose.minimum"),
        min_value=read_settings().lowest_minimum,
        max_value=HIGHEST_MINIMUM,
        value=read_settings().minimum_cell_size,
        help=words("publishing.compose.minimum_help"),
        key=f"{place}_minimum",
        width=280,
    )
