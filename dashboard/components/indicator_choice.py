"""Which indicator, and whose scores: kept for the session, the scores offered only where there is a choice."""

from collections.abc import Callable, Sequence

import streamlit as st

from dashboard.language import Words
from dashboard.outcome_rows import raters
from dashboard.sentences.values import instrument_name
from pipelines.domain.outcome import Outcome


def choose_outcome(outcomes: Sequence[Outcome], key: str, most: Callable[[Outcome], int], words: Words) -> Outcome:
    """One outcome; until somebody chooses the one with the `most`, the first of them in the order of the instrument.

    `key` is of one page and project.
    """
    names = _names(outcomes, words)
    asked = list(names)
    chosen = st.selectbox(
        words("over_time.choice.indicator"),
        asked,
        index=asked.index(_code(max(outcomes, key=most))),
        format_func=names.__getitem__,
        key=key,
        persist_state="session",
    )
    scored = [outcome for outcome in outcomes if _code(outcome) == chosen]
    rater = _choose_rater(scored, f"{key}_{chosen}_rater", words)
    return next(outcome for outcome in scored if outcome.rater == rater)


def _choose_rater(scored: Sequence[Outcome], key: str, words: Words) -> str:
    found = raters(scored)
    if len(found) == 1:
        return found[0]
    return st.selectbox(
        words("count_and_tell.choice.rater"),
        found,
        format_func=lambda rater: words(f"count_and_tell.choice.rater_by.{rater}"),
        key=key,
        persist_state="session",
    )


def _code(outcome: Outcome) -> str:
    return f"{outcome.instrument}.{outcome.indicator}"


def _names(outcomes: Sequence[Outcome], words: Words) -> dict[str, str]:
    """What each indicator is called; with its instrument where two are called the same."""
    indicators = {_code(outcome): outcome for outcome in outcomes}
    names = {code: words.name(outcome.indicator_name) for code, outcome in indicators.items()}
    shared = {name for name in names.values() if list(names.values()).count(name) > 1}
    return {
        code: words("over_time.choice.of_instrument", what=name,
                    instrument=instrument_name(indicators[code].instrument, words)) if name in shared else name
        for code, name in names.items()
    }  # fmt: skip
