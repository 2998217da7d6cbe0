"""Start: which editions there are. An address that names one leads there at once."""

import streamlit as st

from dashboard.components.page_heading import show_heading
from dashboard.components.part import say
from dashboard.impact.address import asked, asked_edition
from dashboard.impact.components.edition_list import show_damaged_sharing, show_editions, show_unreadable
from dashboard.impact.components.nothing_here import nothing_here
from dashboard.impact.library import editions_with_damaged_sharing, unreadable_editions, visible_editions
from dashboard.impact.navigation import screen_file
from dashboard.reader import current_words

if asked_edition():
    st.switch_page(screen_file("impact"), query_params=asked())

words = current_words()
editions = visible_editions()
show_heading(words("impact.start.title"), words("impact.start.lead"))
if editions:
    show_editions(editions, words)
else:
    say([nothing_here(words)])
show_unreadable(len(unreadable_editions()), words)
show_damaged_sharing(editions_with_damaged_sharing(), words)
