"""What the reader may choose: the moment, who scored, which instrument, and the order. Offered only where there is more
than one."""

from collections.abc import Sequence

import streamlit as st

from dashboard.language import Words
from dashboard.outcome_rows import Order, instruments, of_rater, raters
from dashboard.sentences.values import instrument_name
from pipelines.domain.outcome import Outcome, Participation

LAST = "last"
ALL = "all"
ORDERS: tuple[Order, ...] = ("change", "instrument")


def choose_moment(participation: Participation, words: Words) -> int | None:
    """The pinned moment; None for the last measured."""
    pinned = [moment for moment in participation.moments if moment > 0]
    if len(pinned) < 2:
        return None
    chosen = st.selectbox(
        words("count_and_tell.choice.moment"),
        [LAST, *pinned],
        format_func=lambda moment: (
            words("moments.last") if moment == LAST else words("moments.numbered", moment=moment)
        ),
        key="moment",
        persist_state="session",
    )
    return None if chosen == LAST else chosen


def choose_outcomes(outcomes: Sequence[Outcome], words: Words) -> list[Outcome]:
    """The outcomes of one kind of rater and of the chosen instrument."""
    return of_rater(_of_instrument(outcomes, words), _choose_rater(outcomes, words))


def choose_order(words: Words) -> Order:
    return st.selectbox(
        words("count_and_tell.choice.order"),
        ORDERS,
        format_func=lambda order: words(f"count_and_tell.choice.order_by.{order}"),
        key="order",
        persist_state="session",
    )


def _choose_rater(outcomes: Sequence[Outcome], words: Words) -> str | None:
    found = raters(outcomes)
    if len(found) < 2:
        return None
    return st.selectbox(
        words("count_and_tell.choice.rater"),
        found,
        format_func=lambda rater: words(f"count_and_tell.choice.rater_by.{rater}"),
        key="rater",
        persist_state="session",
    )


def _of_instrument(outcomes: Sequence[Outcome], words: Words) -> Sequence[Outcome]:
    found = instruments(outcomes)
    if len(found) < 2:
        return outcomes
    chosen = st.selectbox(
        words("count_and_tell.choice.instrument"),
        [ALL, *found],
        format_func=lambda instrument: (
            words("count_and_tell.choice.instrument_by.all")
            if instrument == ALL
            else instrument_name(instrument, words)
        ),
        key="instrument",
        persist_state="session",
    )
    return outcomes if chosen == ALL else [outcome for outcome in outcomes if outcome.instrument == chosen]
