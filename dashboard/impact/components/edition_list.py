"""The editions that there are: a calm list, the newest of each project first, its earlier ones under it."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard.components.notice import show_notice
from dashboard.components.part import say
from dashboard.components.plain_text import as_plain
from dashboard.impact.address import EDITION_KEY
from dashboard.impact.navigation import screen_file
from dashboard.impact.parts import count_in
from dashboard.impact.sentences.approximate import about
from dashboard.impact.sentences.colophon import signed_line
from dashboard.impact.sentences.people import PEOPLE
from dashboard.language import Words
from dashboard.notation import day
from pipelines.editions.cell import TOTAL
from pipelines.editions.edition import Edition


def show_editions(editions: Sequence[Edition], words: Words) -> None:
    """`editions` come newest first."""
    by_project: dict[str, list[Edition]] = {}
    for edition in editions:
        by_project.setdefault(edition.manifest.project, []).append(edition)
    for newest, *earlier in by_project.values():
        with st.container(key=f"edition_line_{newest.id}", gap="xxsmall"):
            _show_newest(newest, words)
            for edition in earlier:
                _link(
                    edition,
                    words("impact.start.earlier", day=day(edition.manifest.published_at.date(), words.language)),
                )


def show_unreadable(n: int, words: Words) -> None:
    if n:
        say([], [words.count("impact.start.unreadable", n)])


def show_damaged_sharing(edition_ids: Sequence[str], words: Words) -> None:
    if edition_ids:
        show_notice(words("impact.start.damaged_sharing", editions=words.listing(edition_ids)), "stop")


def _show_newest(edition: Edition, words: Words) -> None:
    _link(edition, as_plain(edition.contents.project))
    n = count_in(edition, PEOPLE, TOTAL, "enrolled")
    facts = [
        words("impact.start.sample") if edition.contents.is_sample else "",
        edition.contents.neighbourhood or "",
        words("impact.start.took_part", n=about(n, words)) if n is not None else "",
        signed_line(edition, words),
    ]
    st.html(f'<p class="quiet">{" · ".join(escape(fact) for fact in facts if fact)}</p>')
    if edition.contents.aim:
        st.html(f'<p class="sentence">{escape(edition.contents.aim)}</p>')


def _link(edition: Edition, label: str) -> None:
    st.page_link(screen_file("impact"), label=label, query_params={EDITION_KEY: edition.id})
