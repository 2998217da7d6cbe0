"""What holds across projects: beside comparison groups, for groups of people, and how many were looked at."""

from collections.abc import Callable, Sequence
from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.charts.portfolio import across_figure
from dashboard.components.chart import show_figure
from dashboard.components.part import part, say
from dashboard.impact.components.portfolio_looked_at import count_looked_at, look_at
from dashboard.language import Words
from dashboard.reader import theme_is_dark
from dashboard.sentences.marks import as_html
from dashboard.sentences.names import attribute_name
from dashboard.sentences.portfolio_across import (
    Looked,
    counter_sentences,
    looked_alternative,
    looked_sentence,
    measure_name,
    notes,
)
from pipelines.domain.series import series_of
from pipelines.editions.across import Across, pool_comparisons, pool_groups
from pipelines.editions.edition import Edition
from pipelines.editions.side_by_side import scale_of

NEEDS = ("need_alike", "need_group", "need_people")


def show_across(editions: Sequence[Edition], words: Words) -> None:
    """Needs two editions or more."""
    comparisons, groups = pool_comparisons(editions), pool_groups(editions)
    if not comparisons and not groups:
        _show_nothing(words)
        return
    # What is chosen lower down counts too before anything above it is judged.
    upper, lower = st.container(), st.container()
    with lower:
        chosen, room = _choose_groups(groups, words) if groups else ((), lower)
    looked = look_at([*comparisons, *chosen])
    with upper:
        _show_comparisons(looked[: len(comparisons)], words)
    with room:
        _show_each(looked[len(comparisons) :], words)
    with part("portfolio_counter", words("portfolio.across.counter.title")):
        say(counter_sentences(count_looked_at(), words))


def _choose_groups(groups: Sequence[Across], words: Words) -> tuple[Sequence[Across], DeltaGenerator]:
    """Those of one measure and one attribute, and the room for them under the choice."""
    by_measure: dict[str, list[Across]] = {}
    for across in groups:
        by_measure.setdefault(_measure(across), []).append(across)
    with part("portfolio_group", words("portfolio.across.group.title")):
        with st.container(horizontal=True, key="choices_across"):
            measure = _choose("measure", list(by_measure), lambda key: measure_name(by_measure[key][0], words), words)
            of_measure = by_measure[measure]
            attributes = list(dict.fromkeys(str(across.attribute) for across in of_measure))
            attribute = _choose("attribute", attributes, lambda one: attribute_name(one, words), words)
        room = st.container()
    return [across for across in of_measure if across.attribute == attribute], room


def _choose(key: str, options: Sequence[str], name: Callable[[str], str], words: Words) -> str:
    """Other options are another choice: what was chosen among the old ones may not be there."""
    label = words(f"portfolio.choice.{key}")
    return st.selectbox(
        label, options, format_func=name, key=f"portfolio_{key}_{hash(tuple(options))}", persist_state="session"
    )


def _measure(across: Across) -> str:
    scale = "-".join(map(str, scale_of(across.indicator)))
    return "/".join([*series_of(across.indicator), str(across.moment), scale])


def _show_comparisons(looked: Sequence[Looked], words: Words) -> None:
    if looked:
        with part("portfolio_comparison", words("portfolio.across.comparison.title")):
            _show_each(looked, words)


def _show_each(looked: Sequence[Looked], words: Words) -> None:
    for one in looked:
        _show_one(one, words)
    if looked:
        say((), notes([one.across for one in looked], words))


def _show_one(looked: Looked, words: Words) -> None:
    across = looked.across
    title = across.group or words.name(across.indicator.name)
    st.html(
        f'<h3 class="part-name">{escape(title)}</h3><p class="sentence">{as_html(looked_sentence(looked, words))}</p>'
    )
    key = "_".join(["portfolio_across", _measure(across), str(across.attribute), str(across.group)])
    show_figure(across_figure(looked, words, dark=theme_is_dark()), key, alt=looked_alternative(looked, words))


def _show_nothing(words: Words) -> None:
    """What it would take."""
    with part("portfolio_nothing", words("portfolio.across.nothing_title"), [words("portfolio.across.nothing")]):
        needs = "".join(f"<li>{escape(words(f'portfolio.across.{need}'))}</li>" for need in NEEDS)
        st.html(f'<ul class="needs">{needs}</ul>')
