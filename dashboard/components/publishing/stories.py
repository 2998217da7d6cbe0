"""Which stories go along, and why these: only those whose tellers agreed to everybody's reading them."""

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from dashboard.language import Words
from dashboard.sentences.names import domain_name
from dashboard.sentences.stories import ARROWS, direction_word, shortened, teller_line
from pipelines.domain.linked_narrative import LinkedNarrative
from pipelines.editions.contents import BESIDE_THE_OTHERS
from pipelines.publishing.stories import PUBLIC, suggest_stories


def choose_stories(
    stories: Sequence[LinkedNarrative], domains: Mapping[str, str], place: str, words: Words
) -> dict[int, str]:
    """The reason of choice by record_id. What somebody chose before is chosen to begin with."""
    allowed = [story for story in stories if story.consent == PUBLIC]
    st.html(f'<p class="question">{words("publishing.compose.stories")}</p>')
    st.caption(words.count("publishing.compose.stories_about", len(allowed), total=len(stories)))
    suggested = suggest_stories(stories)
    others = [story for story in allowed if story.record_id not in suggested]
    chosen = {story.record_id: _choose(story, suggested[story.record_id], domains, place, words)
              for story in allowed if story.record_id in suggested}  # fmt: skip
    if others:
        with st.expander(words.count("publishing.compose.other_stories", len(others)), key=f"{place}_other_stories"):
            chosen |= {story.record_id: _choose(story, None, domains, place, words) for story in others}
    return {record_id: reason for record_id, reason in chosen.items() if reason is not None}


def _choose(
    story: LinkedNarrative, suggested: str | None, domains: Mapping[str, str], place: str, words: Words
) -> str | None:
    """The reason, which may still be empty; None where the story stays behind."""
    key = f"{place}_story_{story.record_id}"
    text, why = st.columns([1.6, 1], gap="large", vertical_alignment="top")
    with text:
        goes_along = st.checkbox(_label(story, domains, words), value=suggested is not None, key=key)
        st.html(f'<p class="small-print">“{escape(shortened(story.words)[0])}”</p>')
    with why:
        reason = st.text_input(
            words("publishing.compose.reason"), value=_in_words(suggested, words), max_chars=200, key=f"{key}_why"
        ).strip()
    if not goes_along:
        return None
    return BESIDE_THE_OTHERS if reason == words("publishing.compose.beside_the_others") else reason


def _label(story: LinkedNarrative, domains: Mapping[str, str], words: Words) -> str:
    about = ", ".join(domain_name(domain, domains, words) for domain in story.life_domains)
    return f"{ARROWS[story.direction]} {direction_word(story, words)} · {about} · {teller_line(story, words)}"


def _in_words(reason: str | None, words: Words) -> str:
    return words("publishing.compose.beside_the_others") if reason == BESIDE_THE_OTHERS else reason or ""
