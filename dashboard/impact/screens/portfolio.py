"""Projects side by side, for who funds several: reach first, then what may be compared, then what holds across."""

import streamlit as st

from dashboard.components.page_heading import show_heading
from dashboard.components.part import say
from dashboard.impact.components.nothing_here import nothing_here
from dashboard.impact.components.portfolio_across import show_across
from dashboard.impact.components.portfolio_choices import choose_projects
from dashboard.impact.components.portfolio_domains import show_side_by_side
from dashboard.impact.components.portfolio_reach import show_reach
from dashboard.impact.library import open_side_by_side
from dashboard.reader import current_words

words = current_words()
show_heading(words("portfolio.title"), words("portfolio.lead"))
newest = open_side_by_side()
if not newest:
    say([nothing_here(words)])
    st.stop()

editions = choose_projects(newest, words)
if not editions:
    say([words("portfolio.empty.no_match")])
    st.stop()

show_reach(editions, words)
if len(editions) == 1:
    say([words("portfolio.empty.one_project", project=editions[0].manifest.project)])
    st.stop()

show_side_by_side(editions, words)
show_across(editions, words)
