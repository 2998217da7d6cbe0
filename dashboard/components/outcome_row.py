"""One life domain on "Tel en vertel": what was counted on the left, what residents tell on the right."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard.charts.moves import can_flow
from dashboard.charts.row import row_figure
from dashboard.components.chart import show_chart
from dashboard.components.story import stories_beside_html
from dashboard.language import Words
from dashboard.navigation import page_file
from dashboard.outcome_rows import Row, instruments
from dashboard.sentences.alternatives import row_alternative
from dashboard.sentences.change import change_sentence
from dashboard.sentences.context import context_line, few_warning, median_sentence
from dashboard.sentences.marks import as_html
from dashboard.sentences.values import instrument_name
from dashboard.stories import choose_stories, stories_about
from dashboard.workspace import PROJECT_KEY
from pipelines.domain.linked_narrative import LinkedNarrative
from pipelines.domain.outcome import Outcome
from pipelines.domain.project import Project

DOMAIN_KEY = "domain"


def show_row(row: Row, project: Project, narratives: Sequence[LinkedNarrative], seen: set[int], words: Words,
             version: str) -> None:  # fmt: skip
    """`seen`: stories that already stand on the page; this row adds its own."""
    name = words.name(row.name)
    with st.container(key=f"domain_row_{row.life_domain}"):
        counted, told = st.columns([1.12, 1], gap="large")
        with counted:
            for outcome in row.outcomes:
                title = f'<h2 class="domain-name">{escape(name)}</h2>' if outcome is row.outcomes[0] else ""
                show_outcome(outcome, words, version, above=title + instrument_html(outcome, row, words))
            st.page_link(page_file("life_domain"), label=words("count_and_tell.more", what=name),
                         query_params={PROJECT_KEY: str(project.project_id), DOMAIN_KEY: row.life_domain})  # fmt: skip
        with told:
            _show_stories(row, narratives, seen, name, words)


def instrument_html(outcome: Outcome, row: Row, words: Words) -> str:
    """Which instrument an outcome is from, where its row holds more than one."""
    if len(instruments(row.outcomes)) < 2:
        return ""
    return f'<p class="small-print">{escape(instrument_name(outcome.instrument, words))}</p>'


def show_outcome(outcome: Outcome, words: Words, version: str, above: str = "") -> None:
    """Sentence, chart, small print. `above` is HTML for over the sentence."""
    st.html(f'{above}<p class="sentence">{as_html(change_sentence(outcome, words))}</p>')
    if outcome.n_pairs:
        show_chart(row_figure, outcome, words, version, alt=row_alternative(outcome, words))
        st.html(small_print_html(outcome, words))


def small_print_html(outcome: Outcome, words: Words) -> str:
    few = few_warning(outcome, words)
    median = "" if can_flow(outcome) else median_sentence(outcome, words)
    lines = [median, f"{context_line(outcome, words)}."]
    said = "".join(f'<p class="small-print">{escape(line)}</p>' for line in lines if line)
    return said + (f'<p class="few-people">{escape(few)}</p>' if few else "")


def _show_stories(row: Row, narratives: Sequence[LinkedNarrative], seen: set[int], name: str, words: Words) -> None:
    stories = stories_about(narratives, row.life_domain)
    chosen = choose_stories(stories, seen)
    if chosen is not None:
        seen.update(story.record_id for story in (chosen.shown, chosen.beside) if story is not None)
    st.html(stories_beside_html(chosen, stories, row.outcomes, name, words))
