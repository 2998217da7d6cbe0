"""One life domain: what was measured on the left, what residents tell on the right, the figures in a table below."""

from collections.abc import Sequence
from functools import partial
from html import escape

import streamlit as st

from dashboard.components.chart import show_lasting_figure
from dashboard.components.part import say
from dashboard.impact.address import address_of
from dashboard.impact.charts.published_bar import published_bar_figure
from dashboard.impact.components.figures_table import figures_table_html
from dashboard.impact.components.stories import stories_html
from dashboard.impact.domains import Domain, Measured
from dashboard.impact.library import is_seen_by_link_only
from dashboard.impact.sentences.change import change_sentence, mean_sentence, part_names
from dashboard.impact.sentences.compared import there_sentence
from dashboard.impact.sentences.recognised import goals_sentence
from dashboard.impact.sentences.stories import count_sentence
from dashboard.language import Words
from dashboard.sentences.marks import as_html, plain
from dashboard.sentences.values import instrument_name
from pipelines.domain.series import series_of
from pipelines.editions.edition import Edition


def show_domains(edition: Edition, domains: Sequence[Domain], words: Words) -> None:
    """Those with stories beside them first; those that were counted only stand two by two."""
    for domain in domains:
        if domain.stories:
            _show_told(edition, domain, words)
    untold = [domain for domain in domains if not domain.stories]
    if untold:
        say([], [words("impact.change.untold")])
    for two in (untold[at : at + 2] for at in range(0, len(untold), 2)):
        for place, domain in zip(st.columns(2, gap="large"), two, strict=False):
            with place, st.container(key=f"domain_row_{domain.life_domain}"):
                _show_counted(edition, domain, words)
                say([], [count_sentence(domain, words)])


def _show_told(edition: Edition, domain: Domain, words: Words) -> None:
    with st.container(key=f"domain_row_{domain.life_domain}"):
        counted, told = st.columns([1.12, 1], gap="large")
        with counted:
            _show_counted(edition, domain, words)
        with told:
            st.html(stories_html(domain, words))


def _show_counted(edition: Edition, domain: Domain, words: Words) -> None:
    link = f"#{domain.life_domain}"
    if not is_seen_by_link_only(edition):
        link = address_of(edition.id, domain.life_domain, words.language)
    label = escape(words("impact.change.link", name=domain.name))
    title = (
        f'<h3 class="domain-name" id="{escape(domain.life_domain)}" tabindex="-1">{escape(domain.name)} '
        f'<a class="link-here" href="{escape(link)}" target="_self" aria-label="{label}" title="{label}">#</a></h3>'
    )
    for place, one in enumerate(domain.measured):
        several = _instrument_html(one, words) if len(domain.measured) > 1 else ""
        _show_measured(edition, one, ("" if place else title) + several, words)
    if not domain.measured:
        st.html(title)
    if domain.goals and domain.goals.counts["attained"] is not None:
        say([], [plain(goals_sentence(domain.goals, words))])
    if domain.measured:
        st.html(
            "".join(
                figures_table_html(edition, one, words, is_only=len(domain.measured) == 1) for one in domain.measured
            )
        )


def _show_measured(edition: Edition, one: Measured, above: str, words: Words) -> None:
    said = change_sentence(one, words)
    st.html(f'{above}<p class="sentence">{as_html(said)}</p>')
    if one.here.has_share:
        draw = partial(published_bar_figure, one.here, part_names(one.indicator, one.here, words), words)
        key = "_".join(("impact_bar", *series_of(one.indicator)))
        show_lasting_figure(draw, edition.id, key, words, alt=plain(said))
    say([], [" ".join(filter(None, (plain(there_sentence(one, words)), mean_sentence(one, words))))])


def _instrument_html(one: Measured, words: Words) -> str:
    name = instrument_name(one.indicator.instrument, words)
    rater = words(f"count_and_tell.choice.rater_by.{one.indicator.rater}")
    return f'<p class="small-print">{escape(f"{words.name(one.indicator.name)} · {name} · {rater}")}</p>'
