"""All stories of one life domain, the newest first."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard.components.story import invitation_html, whole_story_html
from dashboard.language import Words
from dashboard.outcome_rows import Row
from dashboard.sentences.stories import story_count
from dashboard.stories import stories_about
from pipelines.domain.linked_narrative import LinkedNarrative


def show_stories(row: Row, narratives: Sequence[LinkedNarrative], words: Words) -> None:
    stories = stories_about(narratives, row.life_domain)
    name = words.name(row.name)
    if stories:
        count = f'<p class="small-print">{escape(story_count(stories, name, words))}</p>'
        told = "".join(whole_story_html(story, row.outcomes, words) for story in stories)
        body = f'{count}<div class="all-stories">{told}</div>'
    else:
        body = invitation_html(name, words)
    title = escape(words("life_domain.stories.title"))
    st.html(f'<section class="part"><h2 class="domain-name">{title}</h2>{body}</section>')
