"""Projects side by side: which may be compared and why others not, then every life domain that two measure."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard.charts.portfolio import domain_figure
from dashboard.components.chart import show_figure
from dashboard.components.part import part, say, small_print_html
from dashboard.components.table import show_table
from dashboard.language import Words
from dashboard.reader import theme_is_dark
from dashboard.sentences.marks import as_html
from dashboard.sentences.names import domain_name
from dashboard.sentences.portfolio_domains import domain_alternative, domain_sentences, only_one_sentence
from dashboard.sentences.portfolio_pairs import MANY_PAIRS, pair_headings, pair_rows, pair_sentences, why_notes
from pipelines.editions.edition import Edition
from pipelines.editions.side_by_side import DomainSides, ProjectPair, lay_side_by_side, pair_projects
from pipelines.instruments.catalogue import shipped_sets

# Six pairs are those of four projects.
AT_A_GLANCE = 6


def show_side_by_side(editions: Sequence[Edition], words: Words) -> None:
    """Needs two editions or more."""
    domains = lay_side_by_side(editions)
    families = {known.id: known.family for known in shipped_sets().values()}
    pairs = pair_projects(domains, families)
    _show_pairs(pairs, words)
    _show_domains(domains, pairs, words)


def _show_pairs(pairs: Sequence[ProjectPair], words: Words) -> None:
    with part("portfolio_pairs", words("portfolio.pairs.title"), pair_sentences(pairs, words)):
        if len(pairs) >= MANY_PAIRS:
            with st.expander(words("portfolio.pairs.caption"), expanded=len(pairs) <= AT_A_GLANCE, key="portfolio_all"):
                show_table(words("portfolio.pairs.caption"), pair_headings(words), pair_rows(pairs, words))
        if notes := why_notes(pairs, words):
            with st.expander(words("portfolio.pairs.why"), key="portfolio_why"):
                st.html(small_print_html(notes))


def _show_domains(domains: Sequence[DomainSides], pairs: Sequence[ProjectPair], words: Words) -> None:
    shared = [domain for domain in domains if len(domain.projects) > 1]
    with part("portfolio_domains", words("portfolio.domains.title")):
        if shared:
            say((), [words("portfolio.domains.reading")])
            _show_figures(shared, pairs, words)
        else:
            say([words("portfolio.domains.none_shared")])
        say((), [only_one_sentence([domain for domain in domains if domain not in shared], words)])


def _show_figures(domains: Sequence[DomainSides], pairs: Sequence[ProjectPair], words: Words) -> None:
    """Two beside each other where there is room."""
    for first in range(0, len(domains), 2):
        for column, domain in zip(st.columns(2, gap="large"), domains[first : first + 2], strict=False):
            with column:
                _show_figure(domain, pairs, words)


def _show_figure(domain: DomainSides, pairs: Sequence[ProjectPair], words: Words) -> None:
    name = escape(domain_name(domain.life_domain, {}, words))
    said = "".join(
        f'<p class="sentence">{as_html(sentence)}</p>' for sentence in domain_sentences(domain, pairs, words)
    )
    st.html(f'<h3 class="part-name">{name}</h3>{said}')
    figure = domain_figure(domain, words, dark=theme_is_dark())
    show_figure(figure, f"portfolio_{domain.life_domain}", alt=domain_alternative(domain, words))
