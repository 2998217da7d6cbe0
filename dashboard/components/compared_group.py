"""A group beside another: in words, in two charts that share their rows, and every number in a table."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard.charts.compared import differences_figure, shares_figure
from dashboard.components.chart import show_figure
from dashboard.components.compared_choice import Comparison
from dashboard.components.part import say
from dashboard.components.table import show_table
from dashboard.language import Words
from dashboard.navigation import page_file
from dashboard.sentences.compared import Sides, compared_notes, compared_sentences
from dashboard.sentences.compared_numbers import (
    comparison_cells,
    comparison_headings,
    differences_alternative,
    shares_alternative,
)
from dashboard.sentences.compared_rows import ComparedRow, measured
from dashboard.sentences.sheets import choice_names, column_name, sheet_name
from dashboard.workspace import theme_is_dark

WAYS = ("waiting", "later", "elsewhere")


def show_comparison(rows: Sequence[ComparedRow], compared: Comparison, of: Sides, parts: str, words: Words) -> None:
    """`parts` is what the rows are called."""
    said = " ".join([*compared_sentences(rows, of, parts, words), words("compared.group.not_effect")])
    say([said], compared_notes(rows, compared.attribute, words))
    shown = measured(rows)
    if not shown:
        return
    _show_charts(shown, of, words)
    with st.expander(words("compared.group.every_number"), key="compared_numbers"):
        show_table(words("compared.group.caption"), comparison_headings(of, words), comparison_cells(shown, words))


def show_invitation(can_choose: bool, words: Words) -> None:
    """Why a comparison group matters and how to get one; `can_choose` when other groups can be compared meanwhile."""
    say([words("compared.invitation.why"), words("compared.invitation.what")])
    ways = "".join(f"<li>{escape(words(f'compared.invitation.{way}'))}</li>" for way in WAYS)
    st.html(f'<ul class="needs">{ways}</ul>')
    choice = choice_names("participants", "participation", words)["comparison"]
    say([words("compared.invitation.how", sheet=sheet_name("participants", words), choice=choice,
               column=column_name("participants", "participation", words)),
         words("compared.invitation.until") if can_choose else ""])  # fmt: skip
    st.page_link(page_file("upload"), label=words("compared.invitation.link"))


def _show_charts(shown: Sequence[ComparedRow], of: Sides, words: Words) -> None:
    dark = theme_is_dark()
    left, right = st.columns(2, gap="large")
    with left:
        _show_title("shares", of, words)
        alt = shares_alternative(shown, of, words)
        show_figure(shares_figure(shown, words, dark=dark), "compared_shares", alt=alt)
    with right:
        _show_title("differences", of, words)
        alt = differences_alternative(shown, words)
        show_figure(differences_figure(shown, words, dark=dark), "compared_differences", alt=alt)


def _show_title(chart: str, of: Sides, words: Words) -> None:
    title, key = words(f"compared.{chart}.title"), words(f"compared.{chart}.key", **of.slots())
    st.html(f'<p class="question">{escape(title)}</p><p class="small-print">{escape(key)}</p>')
