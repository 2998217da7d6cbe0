"""What Tel en vertel says now and what it would say afterwards, side by side, per life domain."""

from html import escape

import streamlit as st

from dashboard.answers.moved_outcomes import MovedOutcome, moved_outcomes, that_say_something_else
from dashboard.language import Words
from dashboard.sentences.change import change_sentence
from dashboard.sentences.marks import as_html
from pipelines.domain.import_report import Rehearsal
from pipelines.domain.outcome import Outcome

MOST_UNFOLDED = 6


def show_before_after(words: Words, rehearsal: Rehearsal) -> None:
    """What changes stands open, the first of many; what stays as it is is named only."""
    moved = moved_outcomes(rehearsal)
    changed, same = that_say_something_else(moved, lambda outcome: change_sentence(outcome, words))
    if not changed:
        st.markdown(words("import_changes.outcomes.none"))
        return
    st.markdown(words.count("import_changes.outcomes.changed", len(changed)))
    several = len({outcome.outcome.rater for outcome in moved}) > 1
    st.html(_pairs_html(words, changed[:MOST_UNFOLDED], several))
    if more := changed[MOST_UNFOLDED:]:
        with st.expander(words.count("import_changes.outcomes.more", len(more)), key="more_outcomes"):
            st.html(_pairs_html(words, more, several))
    if same:
        st.caption(words.count("import_changes.outcomes.same", len(same)))


def _pairs_html(words: Words, moved: list[MovedOutcome], several_raters: bool) -> str:
    return "".join(_pair_html(words, one, several_raters) for one in moved)


def _pair_html(words: Words, moved: MovedOutcome, several_raters: bool) -> str:
    """A real list of two for the ear; two columns for the eye."""
    name = words.name(moved.outcome.indicator_name)
    if several_raters:
        name = f"{name} · {words(f'count_and_tell.choice.rater_by.{moved.outcome.rater}')}"
    sides = (("before", moved.before), ("after", moved.after))
    terms = "".join(
        f"<div><dt>{escape(words(f'import_changes.outcomes.{side}'))}</dt><dd>{_said(words, outcome)}</dd></div>"
        for side, outcome in sides
    )
    return f'<section class="before-after"><h4>{escape(name)}</h4><dl>{terms}</dl></section>'


def _said(words: Words, outcome: Outcome | None) -> str:
    return as_html(change_sentence(outcome, words)) if outcome else escape(words("import_changes.outcomes.nothing"))
